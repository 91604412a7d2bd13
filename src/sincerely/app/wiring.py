"""The one place that chooses adapters: which store, which sources, where things lie."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, BinaryIO
from zoneinfo import ZoneInfo

from sincerely.app.here import here
from sincerely.app.today.policies import policy_of
from sincerely.app.today.reporting import report_process, state_of
from sincerely.core.account import Account
from sincerely.core.handed import Place
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.sources.base import Source, SourceError
from sincerely.store.base import Judge, Judged, Store, StoreError

if TYPE_CHECKING:
    from sincerely.accounts.vault import Vault
    from sincerely.app.background.reminder_settings import By
    from sincerely.app.background.reminding import Say
    from sincerely.app.connections.calendar_settings import CalendarSettings
    from sincerely.app.mail_in.reading_mail import Reader
    from sincerely.app.outgoing.settling import SentCopies
    from sincerely.dav.client import Dav, Secret
    from sincerely.outbox.calendars import ServerCalendar
    from sincerely.outbox.imap_folder import ImapFolder
    from sincerely.outbox.mailbox import Mailbox
    from sincerely.outbox.mailbox import SignIn as Presents
    from sincerely.outbox.smtp import Smtp
    from sincerely.reading.letters.document import Document
    from sincerely.sources.imap import Imap
    from sincerely.sources.imap_copies import ImapCopies
    from sincerely.sources.imap_line import SignIn
    from sincerely.store.working_lock import Held

STORE_NAME = "sincerely.db"
# On a laptop there is one household and one candidate.
TENANT = CANDIDATE = "me"


def home() -> Path:
    """Return the folder of the user's data: ``SINCERELY_HOME``, else the platform's own place."""
    given = os.environ.get("SINCERELY_HOME")
    if given:
        return Path(given).expanduser().absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir("sincerely", appauthor=False))


def judge(policy: Policy) -> Judge:
    """Return what the store asks when a process has changed."""

    def judged(process: Process, now: datetime) -> Judged:
        report = report_process(process, now, policy)
        return Judged(report.wake_at, bool(report.findings or process.unsure), state_of(process, now))

    return judged


@contextmanager
def opened(folder: Path | None = None, *, profile: str = "", lasting: bool = False) -> Iterator[Store]:
    """Open the person's store, made where there is none; a profile that is named judges for once.

    One that is ``lasting`` stays open for many to ask.

    Raises:
        StoreError: it can't be opened; the message says why and what to do.
    """
    from sincerely.store.opening import open_store, sqlite_url

    place = (folder or home()) / STORE_NAME
    try:
        # What lies there is the person's own: nobody else on the machine may look.
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{place.parent}: can't be made ({error.strerror}); set SINCERELY_HOME to another") from error

    def judged(process: Process, now: datetime) -> Judged:
        return judge(policy_of(store, profile))(process, now)

    store = open_store(sqlite_url(place), TENANT, CANDIDATE, judged, lasting=lasting)
    try:
        yield store
    finally:
        store.close()


def has_store(folder: Path | None = None) -> bool:
    """Whether the person has a store yet."""
    return ((folder or home()) / STORE_NAME).exists()


def backup(target: Path, folder: Path | None = None) -> int:
    """Copy the store to a file and return the copy's size in bytes; a `StoreError` says why that can't be."""
    place = (folder or home()) / STORE_NAME
    if not has_store(folder):
        raise StoreError(f"{place}: there is no store yet; nothing to back up")
    with opened(folder) as store:
        store.backup(target)
    return target.stat().st_size


def replace_store(folder: Path, backup: Path | None) -> None:
    """Make the store what a backup of it holds, or without one empty, for good; a `StoreError` changes nothing."""
    from sincerely.store.replacing import empty, restore

    place = folder / STORE_NAME
    empty(place) if backup is None else restore(place, backup)


@dataclass(frozen=True)
class Found:
    """Sources to read, what was left out, and how many paths and places inside them can't be read."""

    sources: tuple[Source, ...]
    notes: tuple[str, ...] = ()
    failed: int = 0


def sources_at(paths: Sequence[Path]) -> Found:
    """Return every mailbox and calendar at some paths; a path that holds none is noted, and the others are used."""
    from sincerely.sources.detect import discover

    sources: dict[str, Source] = {}
    notes: list[str] = []
    failed = 0
    for path in paths:
        try:
            found = discover(path.expanduser())
        except SourceError as error:
            notes.append(str(error))
            failed += 1
            continue
        sources |= {source.name: source for source in found.sources}
        notes += [str(note) for note in found.notes]
        failed += len(found.refused)
    return Found(tuple(sources.values()), tuple(notes), failed)


def sources_before(store: Store, *, besides: str = "") -> Found:
    """Return every source that was read before, and every connected mailbox besides the one of that address."""
    found = [source_named(name) for name, _ in store.sources()]
    accounts = [account for account in store.accounts() if account.imap is not None and account.address != besides]
    mailboxes = [mailbox(account) for account in accounts]
    return Found((*(source for source in found if source is not None), *mailboxes))


def mailbox(account: Account, *, patient: bool = True) -> Source:
    """Return a connected mailbox; nobody connects before it is read. Without patience a broken line is told soon."""
    from sincerely.app.connections.signing_in import sign_in_of
    from sincerely.sources.imap import Imap
    from sincerely.sources.imap_line import AT_ONCE, Pace

    return Imap(account, sign_in_of(account, open_secrets, home()), Pace() if patient else Pace(delays=AT_ONCE))


def listened(account: Account, sleep: Callable[[float], None]) -> Imap:
    """Return a connected mailbox to wait for; where its server pushes nothing, ``sleep`` passes the time."""
    from sincerely.app.connections.signing_in import sign_in_of
    from sincerely.sources.imap import Imap
    from sincerely.sources.imap_line import AT_ONCE, Pace

    return Imap(account, sign_in_of(account, open_secrets, home()), Pace(sleep, AT_ONCE))


# Several threads may want a secret at once, and the person is asked for the passphrase once.
_ASKING = Lock()


@lru_cache(maxsize=1)
def _secrets_in(folder: Path) -> Vault:
    from sincerely.accounts.vault import open_vault
    from sincerely.app.connections.unlocking import ask

    return open_vault(folder, ask)


def open_secrets() -> Vault:
    """Return where secrets are kept; a passphrase is asked for once.

    Raises:
        VaultError: there is nowhere.
    """
    with _ASKING:
        return _secrets_in(home())


def reader(store: Store, me: Sequence[str] = (), now: datetime | None = None) -> Reader:
    """Return what reads for the store's candidate, or the sample's; addresses that are given are remembered."""
    from sincerely.app.interviews.debrief_answers import Answers
    from sincerely.app.mail_in.own_addresses import with_more
    from sincerely.app.mail_in.reading_mail import Reader
    from sincerely.app.mail_in.sample_in import SAMPLE_ZONE, has_sample
    from sincerely.app.models.reading_models import load_models

    if me:
        store.set_setting("me", with_more(store.setting("me") or (), me))
    known = frozenset(store.setting("me") or ())
    moment = now or datetime.now().astimezone()
    zone = ZoneInfo(SAMPLE_ZONE) if has_sample(store) else here()
    return Reader(load_models(), known, zone, moment, Answers(store))


def file_bytes(path: Path | None, pasted: BinaryIO | None) -> bytes:
    """Return the bytes of a file of the person's own, or of what they pasted where none is named.

    Raises:
        DocumentFault: it can't be read.
    """
    from sincerely.sources.documents import read_file, read_stream

    return read_file(path.expanduser()) if path is not None else read_stream(pasted) if pasted else b""


def document_of(data: bytes) -> Document:
    """Return the text of a CV or posting.

    Raises:
        DocumentFault: there is none that can be kept.
    """
    from sincerely.sources.documents import extract

    return extract(data)


def source_named(name: str, store: Store | None = None) -> Source | None:
    """Return the source that a stored message came from; None where its kind is not known here.

    A connected mailbox is known to the store.
    """
    from sincerely.sources.detect import reopen

    if store is not None and name.startswith("imap:"):
        found = [account for account in store.accounts() if f"imap:{account.address}" == name and account.imap]
        return mailbox(found[0], patient=False) if found else None
    try:
        return reopen(name)
    except (SourceError, ValueError):
        return None


def working_alone(folder: Path) -> AbstractContextManager[Held | None]:
    """Be the one program that does the background work on a folder's store; None where another does it."""
    from sincerely.store.opening import sqlite_url
    from sincerely.store.working_lock import working_alone as alone

    return alone(sqlite_url(folder / STORE_NAME), TENANT)


@contextmanager
def connected(settings: CalendarSettings, secret: Secret | None = None) -> Iterator[Dav]:
    """Connect to the person's calendar server.

    Args:
        settings: where to, and as whom.
        secret: gives the password; what is kept of it where none is given.

    Raises:
        DavError: it is not known where to, or the password can't be had.
    """
    from sincerely.app.connections.calendar_secret import secret_of
    from sincerely.dav.client import Account, Dav
    from sincerely.dav.errors import DavError

    if not settings.server or not settings.user:
        raise DavError("calendar", "no server is known", "name it with --url and --user")
    dav = Dav(Account(settings.server, settings.user), secret or secret_of(settings, open_secrets))
    try:
        yield dav
    finally:
        dav.close()


def own_calendar(settings: CalendarSettings, dav: Dav) -> ServerCalendar:
    """Return the calendar that is ours."""
    from sincerely.outbox.calendars import ServerCalendar

    return ServerCalendar(dav, settings.own)


def calendar_sources(settings: CalendarSettings, dav: Dav) -> tuple[Source, ...]:
    """Return the calendars from which interviews are read; never our own."""
    from sincerely.sources.caldav import CalDav

    return tuple(CalDav(url, dav) for url in settings.reads if url != settings.own)


def sayer(by: By, accounts: Sequence[Account] = ()) -> Say | None:
    """Return what says a reminder; None where the person wants none.

    Args:
        by: how.
        accounts: the connected mailboxes; by mail the first that sends is used, to itself.

    Raises:
        NoNotice: none of them sends.
    """
    from sincerely.app.background.reminder_settings import By
    from sincerely.app.background.telling_by_mail import by_mail
    from sincerely.outbox.desktop import NoNotice, notify

    if by is By.OFF:
        return None
    if by is By.DESKTOP:
        return lambda words, _at, _name: notify(words.title, words.body)
    sending = next((account for account in accounts if account.may_send), None)
    if sending is None:
        raise NoNotice('no connected mailbox sends: "sincerely account add ADDRESS" connects one; or --by desktop')
    return by_mail(sending.address, account_outbox(sending))


def outbox(mailbox: Mailbox, sign_in: Presents | None = None) -> Smtp:
    """Return what sends through a server; what to sign in with is asked for when it is needed, None for nobody."""
    from sincerely.outbox.smtp import Smtp

    return Smtp(mailbox, sign_in)


def account_outbox(account: Account, sign_in: SignIn | None = None) -> Smtp:
    """Return what sends with a connected mailbox; the vault is opened when a message is to go out.

    Args:
        account: the mailbox.
        sign_in: gives what to sign in with; the vault where none is given.

    Raises:
        AccountError: nothing can be sent with it.
    """
    from sincerely.app.connections.signing_in import for_sending, sign_in_of
    from sincerely.outbox.mailbox import Mailbox

    server = account.sends_at
    place = Mailbox(server.host, server.port, server.security, account.ca)
    return outbox(place, for_sending(sign_in or sign_in_of(account, open_secrets, home())))


def sent_copies(store: Store, account: Account | None = None) -> tuple[SentCopies, ...]:
    """Return the copies of what the person sent: as far as it was synced, then as the mailbox's Sent folder has it."""
    from sincerely.app.mail_in.synced_copies import SyncedCopies

    synced = SyncedCopies(store, lambda name: source_named(name, store))
    return (synced,) if account is None or account.imap is None else (synced, mailbox_copies(account))


def mailbox_copies(account: Account) -> SentCopies:
    """Return the copies in a connected mailbox's Sent folder; it is opened when it is looked into."""
    from sincerely.app.mail_in.mailbox_copies import MailboxCopies

    return MailboxCopies(looked_into(account))


def looked_into(account: Account) -> ImapCopies:
    """Return a connected mailbox to look into and to add to; nobody connects before that, and `close` ends it."""
    from sincerely.app.connections.signing_in import sign_in_of
    from sincerely.sources.imap_copies import ImapCopies
    from sincerely.sources.imap_line import AT_ONCE, Pace

    return ImapCopies(account, sign_in_of(account, open_secrets, home()), Pace(delays=AT_ONCE))


@contextmanager
def folder_of(account: Account, place: Place) -> Iterator[ImapFolder]:
    """Open a mailbox's folder to add to.

    Raises:
        SourceError: there is no such folder, or the mailbox can't be read.
    """
    from sincerely.outbox.imap_folder import ImapFolder

    mailbox = looked_into(account)
    try:
        found = mailbox.folder("drafts" if place is Place.DRAFTS else "sent")
        yield ImapFolder(mailbox.line, found.raw, found.shown)
    finally:
        mailbox.close()
