"""Reading what the person brought, or a mailbox that they connected, while they look on.

One reading at a time, over all programs that use the store. What is being read is written down, so that a reading
that a crash or a restart broke off goes on; one that the person stopped does not.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from sincerely.app import wiring
from sincerely.app.mail_in import bringing
from sincerely.app.mail_in.glimpse import Told, glimpse, remembering
from sincerely.app.mail_in.reading_mail import Reader
from sincerely.app.mail_in.spool import Spool, SpoolError
from sincerely.app.mail_in.sync import Progress, sync
from sincerely.app.today.policies import policy_of
from sincerely.sources.base import Connected, Item, Known, Raw, Source, SourceError, State
from sincerely.store.base import Store, StoreError

Open = Callable[[], AbstractContextManager[Store]]

ALONE = "reading"
"""The name of the lock that whoever reads into a store holds: `Store.alone`."""
READING = "reading"
_MOST_NOTES = 50
# The person looks once a second; writing it down more often helps nobody.
_WRITTEN_EVERY = timedelta(seconds=2)
_WAIT_SECONDS = 1.0
_PATIENCE = 10.0
_RUNNING = ("waiting", "running")


class Busy(Exception):
    """Something is being read already; the message says what."""


class _Nothing(Exception):
    """There is nothing that can be read; the message says why and what to do."""


class _Stopped(Exception):
    """The person, or the end of the program, stopped it."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One reading, as the person sees it.

    Attributes:
        what: what is read, in words.
        paths: files and folders to read.
        account: the address of a connected mailbox to read.
        me: the person's own addresses, as far as they said.
        state: "stopped" and "failed" are ends too.
        label: what is being done now.
        done, total: how far that is, in its own unit; a total of 0 is not known.
        looked: how many mails and calendar files were looked at.
        new: how many of these had not been read before.
        events: how many facts were found.
        aside: how many of these may be about hiring.
        first: what the latest of them seem to say, until all is understood.
        notes: what could not be read or was left out, one sentence each.
        why: of a failed one, why, and what to do.
        began, changed: when.
    """

    what: str
    paths: tuple[str, ...] = ()
    account: str = ""
    me: tuple[str, ...] = ()
    state: Literal["waiting", "running", "done", "stopped", "failed"] = "running"
    label: str = ""
    done: int = 0
    total: int = 0
    looked: int = 0
    new: int = 0
    events: int = 0
    aside: int = 0
    first: tuple[Told, ...] = ()
    notes: tuple[str, ...] = ()
    why: str = ""
    began: datetime
    changed: datetime

    @property
    def running(self) -> bool:
        """Whether it goes on."""
        return self.state in _RUNNING


def last(store: Store) -> Reading | None:
    """Return the last reading, as it was written down."""
    told: dict[str, Any] | None = store.setting(READING)
    if not told:
        return None
    lists: dict[str, Any] = {name: tuple(told[name]) for name in ("paths", "me", "notes")}
    lists["first"] = tuple((words, who) for words, who in told["first"])
    instants = {name: datetime.fromisoformat(told[name]) for name in ("began", "changed")}
    return Reading(**{**told, **lists, **instants})


def _write(store: Store, reading: Reading) -> None:
    instants = {name: getattr(reading, name).isoformat() for name in ("began", "changed")}
    store.set_setting(READING, {**asdict(reading), **instants})


@dataclass
class Readings:
    """Reads in a thread of its own, one thing at a time.

    Attributes:
        open: opens the store.
        home: the data folder.
        clock: tells the time.
    """

    open: Open
    home: Path
    clock: Callable[[], datetime]
    _now: Reading | None = None
    _written: datetime | None = None
    _thread: threading.Thread | None = None
    _end: threading.Event = field(default_factory=threading.Event)
    _leave: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, reading: Reading) -> None:
        """Read something, from now on.

        Raises:
            Busy: something is being read already.
        """
        with self._lock:
            if self._thread is not None and self._thread.is_alive():
                raise Busy(f"{self._now.what if self._now else 'Something'} is being read; wait for it, or stop it")
            self._now, self._written, self._leave = reading, None, False
            self._end.clear()
            with self.open() as store:
                _write(store, reading)
            self._thread = threading.Thread(target=self._run, name="sincerely-reading", daemon=True)
            self._thread.start()

    def resume(self) -> bool:
        """Go on with what was being read when the program ended; whether there was something."""
        with self.open() as store:
            reading = last(store)
        if reading is None or not reading.running:
            return False
        with suppress(Busy):
            self.begin(replace(reading, looked=0, notes=(), changed=self.clock()))
        return True

    def look(self) -> Reading | None:
        """Return the reading that runs, or the last one."""
        now = self._now
        if now is not None:
            return now
        with self.open() as store:
            return last(store)

    def stop(self) -> None:
        """End the reading, soon; what was understood so far is kept."""
        self._end.set()
        self._wait()
        if self._thread is not None and self._thread.is_alive():
            return  # a server that does not answer holds it up
        reading = self.look()
        if reading is not None and reading.running:  # of a program that ended
            self._finish(replace(reading, state="stopped"))

    def forget(self) -> None:
        """Know nothing of a reading that ended: the store holds another one, or none."""
        if self._thread is None or not self._thread.is_alive():
            self._now = None

    def close(self) -> None:
        """End the thread because the program ends; the reading goes on when it starts again."""
        self._leave = True
        self._end.set()
        self._wait()

    def _wait(self) -> None:
        thread = self._thread
        if thread is not None:
            thread.join(_PATIENCE)

    def _run(self) -> None:
        reading = self._now
        assert reading is not None
        try:
            with self.open() as store:
                self._read_alone(store)
            end: dict[str, Any] = {"state": "done", "label": ""}
        except _Stopped:
            end = {"state": "stopped", "label": ""}
        except (_Nothing, StoreError, SourceError, SpoolError) as error:
            end = {"state": "failed", "why": str(error)}
        except Exception as error:  # noqa: BLE001  (whatever it is, the person who waits is told)
            told = " ".join(str(error).split()) or type(error).__name__
            end = {"state": "failed", "why": f"This went wrong: {told}. Try again; nothing was lost."}
        if not (self._leave and end["state"] == "stopped"):
            self._finish(replace(self._now or reading, **end))

    def _finish(self, reading: Reading) -> None:
        self._now = replace(reading, changed=self.clock())
        with suppress(StoreError), self.open() as store:
            _write(store, self._now)

    def _read_alone(self, store: Store) -> None:
        while True:
            with store.alone(ALONE) as mine:
                if mine is not None:
                    self._set(store, state="running")
                    self._read(store)
                    return
            self._set(store, state="waiting", label="Another program reads into this store; this comes next")
            if self._end.wait(_WAIT_SECONDS):
                raise _Stopped

    def _read(self, store: Store) -> None:
        reading = self._now
        assert reading is not None
        sources, notes = self._sources(store, reading)
        self._set(store, notes=tuple(notes))
        if not sources:
            raise _Nothing(notes[0] if len(notes) == 1 else "Nothing of it can be read; why is said below.")
        begun = self.clock()
        reader = remembering(wiring.reader(store, reading.me, begun))

        def progress(label: str, done: int, total: int) -> None:
            self._progress(store, label, done, total)

        done = sync(
            store,
            [_Watched(source, self) for source in sources],
            reader,
            begun,
            progress,
            lambda spool: self._glimpse(store, spool, reader, progress),
        )
        said = tuple(dict.fromkeys((*notes, *done.notes)))[:_MOST_NOTES]
        self._set(store, new=done.new, events=done.events, notes=said)
        if done.failed == len(sources) and not done.read:
            raise _Nothing(done.notes[0])

    def _glimpse(self, store: Store, spool: Spool, reader: Reader, progress: Progress) -> None:
        """Show what the latest mails say, where the rest takes a while."""
        counts = store.counts()
        if not counts["processes"]:  # whoever has some sees Today
            self._set(store, aside=len(spool))
            self._set(store, first=tuple(glimpse(spool, reader, policy_of(store), progress)))

    def _sources(self, store: Store, reading: Reading) -> tuple[tuple[Source, ...], list[str]]:
        if reading.account:
            accounts = [one for one in store.accounts() if one.address == reading.account and one.imap]
            gone = f"{reading.account}: is not connected any more; connect it again"
            return tuple(wiring.mailbox(one) for one in accounts), [] if accounts else [gone]

        def told(done: int, total: int) -> None:
            self._progress(store, "Unpacking", done, total)

        found = bringing.ready([Path(path) for path in reading.paths], self.home, told)
        self._set(store, paths=tuple(map(str, found.paths)))
        at = wiring.sources_at(found.paths)
        return at.sources, [*found.notes, *at.notes]

    def _progress(self, store: Store, label: str, done: int, total: int) -> None:
        self.check()
        self._set(store, label=label, done=done, total=total)

    def check(self) -> None:
        """See that nobody stopped it.

        Raises:
            _Stopped: somebody did.
        """
        if self._end.is_set():
            raise _Stopped

    def seen(self) -> None:
        """Count one more mail that was looked at."""
        if self._now is not None:
            self._now = replace(self._now, looked=self._now.looked + 1)

    def _set(self, store: Store, **values: Any) -> None:
        assert self._now is not None
        now = self.clock()
        changed = any(getattr(self._now, name) != value for name, value in values.items() if name in {"state", "paths"})
        self._now = replace(self._now, changed=now, **values)
        if changed or self._written is None or now - self._written >= _WRITTEN_EVERY:
            self._written = now
            _write(store, self._now)


@dataclass
class _Watched:
    """A source whose mails are counted, and that ends when the person wants it to."""

    source: Source
    readings: Readings

    @property
    def name(self) -> str:
        return self.source.name

    def scan(self, state: State, known: Known) -> Iterator[Item]:
        for item in self.source.scan(state, known):
            self.readings.check()
            if isinstance(item, Raw):
                self.readings.seen()
            yield item

    def fetch(self, key: str, where: str = "") -> Raw:
        return self.source.fetch(key, where)

    def close(self) -> None:
        if isinstance(self.source, Connected):
            self.source.close()
