"""Put a draft into the mailbox's own Drafts folder: the person finishes and sends it in their own mail program.

What they then send is recognised among their sent mail (see `finished`), and is never sent from here as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.utils import parseaddr
from hashlib import sha256

from sincerely.app import wiring
from sincerely.app.drafts.kept import draft_named, live, message_named, take
from sincerely.app.drafts.style import style_of
from sincerely.app.here import here
from sincerely.app.mail_in.finished import as_written
from sincerely.app.outgoing.approving import check_unsent
from sincerely.core.account import Account
from sincerely.core.handed import Handed, Place
from sincerely.core.outbound import CannotStep, Dispatch, State, Step, Written
from sincerely.outbox.eml import draft
from sincerely.store.base import Store

_DRAFT = b"\\Draft"
_WHY = "You finish it in your own mail program: it lies in your Drafts folder."
_GOING = frozenset({State.CLAIMED, State.UNKNOWN})


@dataclass(frozen=True)
class Placed:
    """What came of it.

    Attributes:
        handed: what lies in the folder.
        name: the draft's name, or the message's where it was written elsewhere.
        folder: the folder's, for people.
        new: whether it was put there now.
        older: how many other versions of it were put there before: they are not deleted.
        ended: the message whose approval this ended.
        attach: what the person must attach.
    """

    handed: Handed
    name: str
    folder: str
    new: bool
    older: int = 0
    ended: Dispatch | None = None
    attach: tuple[str, ...] = ()


def put_draft(store: Store, name: str, now: datetime, address: str = "", *, again: bool = False) -> Placed:
    """Put a draft's latest version into Drafts, unless its text lies there already.

    An approval of it ends: from then on it is the person who sends it.

    Args:
        store: the candidate's store.
        name: the draft's.
        now: the instant.
        address: the mailbox; by default the one that it is approved to be from, else the person's own.
        again: also where it was put there before: the person has deleted it.

    Raises:
        NothingThere: there is no such draft.
        CannotStep: it was sent, or may have been; or no mailbox is connected that drafts may be put into.
        NoAddress: one of those it goes to is no address.
        SourceError: the mailbox has no Drafts folder, or can't be reached; nothing was changed.
    """
    written = draft_named(store, name)
    return _put(store, written, live(store, written), now, address, again=again)


def put_message(store: Store, name: str, now: datetime, address: str = "", *, again: bool = False) -> Placed:
    """Put the draft of a message that is approved into Drafts, or of a mail written elsewhere the message itself.

    Args and errors as in `put_draft`.
    """
    message = message_named(store, name)
    if message.draft is not None:
        return put_draft(store, f"d{message.draft}", now, address, again=again)
    return _put(store, as_written(message), message, now, address, again=again)


def _put(
    store: Store, written: Written, message: Dispatch | None, now: datetime, address: str, *, again: bool
) -> Placed:
    _check_free(store, written, message)
    account = _account(store, address or (message.sender if message is not None else ""))
    handed = _as_handed(written, message, account, now)
    before = [each for each in store.handed(Place.DRAFTS) if _same_draft(each, handed)]
    name = written.name if written.draft else f"o{handed.outgoing}"
    older = len({each.digest for each in before} - {handed.digest})
    last = before[-1] if before else None
    if last is not None and last.digest == handed.digest and not again:
        return Placed(last, name, "", new=False, older=older)
    with wiring.folder_of(account, Place.DRAFTS) as folder:
        ended = _end(store, written, now)
        data = draft(written.text, _sender(store, account), handed.message_id, now.astimezone(here()))
        new = folder.add(data, handed.message_id, _DRAFT, now)
        store.save_handed(handed)
        return Placed(handed, name, folder.shown, new, older, ended, written.text.attach)


def _check_free(store: Store, written: Written, message: Dispatch | None) -> None:
    """See that it has not gone out, and isn't about to.

    Raises:
        CannotStep: it has, or may have.
    """
    check_unsent(store, written)
    if message is not None and message.state in _GOING:
        message.after(Step.APPROVE, message.changed_at)  # says where it stands


def _end(store: Store, written: Written, now: datetime) -> Dispatch | None:
    """End its approval, so that it is not sent from here too.

    Raises:
        CannotStep: somebody began to send it just now.
    """
    with store.transaction():
        message = live(store, written)
        _check_free(store, written, message)
        return None if message is None else take(store, message, message.after(Step.VOID, now, why=_WHY))


def _account(store: Store, sender: str) -> Account:
    """Return the mailbox that a draft is put into.

    Raises:
        CannotStep: there is none, or none that may be added to.
    """
    wanted = parseaddr(sender)[1].casefold()
    accounts = [each for each in store.accounts() if each.imap is not None]
    own = {str(each).casefold() for each in store.setting("me") or ()}
    if wanted:
        found = next((each for each in accounts if each.address.casefold() == wanted), None)
    else:
        free = [each for each in accounts if not each.read_only]
        found = next((each for each in free if each.address.casefold() in own), next(iter(free or accounts), None))
    if found is None:
        what = f"{wanted} is not a connected mailbox" if wanted else "no mailbox is connected"
        raise CannotStep(f'{what}, so there is no Drafts folder; "sincerely account add ADDRESS" connects one')
    if found.read_only:
        change = f'"sincerely account set {found.address} --may-send" lets it'
        raise CannotStep(f"{found.address}: is connected read only, so no draft is put into it; {change}")
    return found


def _as_handed(written: Written, message: Dispatch | None, account: Account, now: datetime) -> Handed:
    number = 0 if written.draft or message is None else message.number
    # Made of what it says, so that after a crash it is found in the folder and not added again.
    seed = f"{written.draft}\0{number}\0{written.text.digest}\0{account.address}"
    return Handed(
        place=Place.DRAFTS,
        message_id=f"<{sha256(seed.encode()).hexdigest()[:32]}@{account.address.rpartition('@')[2]}>",
        draft=written.draft,
        outgoing=number,
        account=account.address,
        digest=written.text.digest,
        at=now,
    )


def _same_draft(one: Handed, other: Handed) -> bool:
    return (one.draft, one.outgoing, one.account) == (other.draft, other.outgoing, other.account)


def _sender(store: Store, account: Account) -> str:
    name = " ".join(style_of(store).as_style().name.split())
    return str(Address(name, addr_spec=account.address))
