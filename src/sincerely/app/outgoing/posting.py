"""Send an approved message through the mailbox that it is from: the one way out for commands, pages and the worker."""

from __future__ import annotations

from email.utils import parseaddr

from sincerely.app import wiring
from sincerely.app.drafts.kept import message_named, process_of, take
from sincerely.app.mail_in.refreshing import Note, refresh
from sincerely.app.outgoing.filing import file_copies, want_copy
from sincerely.app.outgoing.recovering import recover
from sincerely.app.outgoing.sending import Now, Outcome, send
from sincerely.app.outgoing.sent_by_whom import account_of
from sincerely.app.outgoing.settling import Looked, look
from sincerely.core.account import Account, AccountError
from sincerely.core.outbound import CannotStep, Dispatch, State, Step
from sincerely.outbox.base import Fate, Outbox
from sincerely.sources.base import SourceError
from sincerely.store.base import Store


def post(store: Store, name: str, now: Now, note: Note = lambda _: None, *, through: Outbox | None = None) -> Outcome:
    """Send a message whose day has come, at most once, and say what came of it; see `sending.send`.

    The mailbox is read first: news of the process ends the approval, and where it can't be read nothing is sent.
    An outcome with `Fate.LATER` or `Fate.ACCOUNT` leaves the message approved, to be tried again at
    `core.standing.next_try`; one without a fate was not handed over, and says why.

    Args:
        store: the candidate's store.
        name: the message's.
        now: the clock.
        note: told what could not be read of other mail and files, which stops nothing.
        through: where it goes; by default through the connected mailbox that it is from.

    Raises:
        NothingThere: there is no such message.
        CannotStep: it is not approved, held, being sent by somebody else, or can't be sent from here: no mailbox
            is connected for it, or that is read only.
        NoAddress: one of those it goes to is no address.
        StoreError: the store can't be written.
    """
    recover(store, now())
    message = message_named(store, name)
    if message.state is not State.APPROVED:
        message.after(Step.CLAIM, now())  # says where it stands
    account = account_of(store, message)
    if account is not None and account.read_only:
        _server_of(message, account)  # nothing is sent as that address, by whatever server
    outbox = through or _outbox(message, account, store)
    if account is not None and through is None:
        want_copy(store, message, account, now())
    try:
        outcome = send(store, name, outbox, now, lambda: refresh(store, now(), note, account))
    except SourceError as error:
        return _later(store, name, now, f"Your mailbox could not be read, and before that nothing is sent: {error}.")
    if outcome.fate is Fate.TAKEN:
        file_copies(store, now(), note)
    return outcome


def search(store: Store, name: str, now: Now, note: Note = lambda _: None) -> Looked:
    """Look for the copy of a message in doubt: in the mail that was read, and in the Sent folder as it is now.

    Args:
        store: the candidate's store.
        name: the message's.
        now: the clock.
        note: told what could not be read.

    Raises:
        NothingThere: there is no such message.
        CannotStep: it is not in doubt.
        SourceError: the mail can't be read.
    """
    recover(store, now())
    account = account_of(store, message_named(store, name))
    refresh(store, now(), note, account)
    message = message_named(store, name)
    if message.state is State.SENT:  # the reading has settled it, now or before
        return Looked(message)
    looked = look(store, name, *wiring.sent_copies(store, account))
    file_copies(store, now(), note)
    return looked


def _outbox(message: Dispatch, account: Account | None, store: Store) -> Outbox:
    if account is None:
        raise CannotStep(f"{message.name}: {_unconnected(message, store)}")
    _server_of(message, account)
    return wiring.account_outbox(account)


def _server_of(message: Dispatch, account: Account) -> None:
    """See that something can be sent with a mailbox.

    Raises:
        CannotStep: nothing can.
    """
    try:
        _ = account.sends_at
    except AccountError as error:
        raise CannotStep(f"{message.name}: {error}") from error


def _unconnected(message: Dispatch, store: Store) -> str:
    address = parseaddr(message.sender)[1]
    if not address:
        return "your own address is not known; approve it again with --from ADDRESS"
    others = [each.address for each in store.accounts() if each.may_send]
    connect = f'"sincerely account add {address}" connects it'
    if others:
        return f"it is from {address}, which is not connected; {connect}, or approve it again --from {others[0]}"
    return f"it is from {address}, which is not connected; {connect}, or name a server with --smtp"


def _later(store: Store, name: str, now: Now, why: str) -> Outcome:
    """Leave a message approved, to be tried again; the pages show why it waits."""
    with store.transaction():
        message = message_named(store, name)
        process = process_of(store, message.process)
        if message.state is State.APPROVED:
            message = take(store, message, message.after(Step.HOLD, now(), why=why))
    return Outcome(message, process, Fate.LATER, why)
