"""A message whose fate is unknown: look for its copy, and the person's ways out where there is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Protocol

from sincerely.app.drafts.kept import message_named, process_of, take
from sincerely.app.mail_in.sent_copy import Known, known_by
from sincerely.app.models.tone_model import load_tone
from sincerely.app.outgoing.recording import record
from sincerely.app.outgoing.sent_by_whom import WANTED_AGAIN
from sincerely.core.outbound import CannotStep, Dispatch, State, Step
from sincerely.reading.letters.letter import Letter
from sincerely.reading.letters.mime import parse
from sincerely.store.base import Store


class SentCopies(Protocol):
    """What the person sent, as an account or a folder keeps it."""

    def of(self, message: Dispatch) -> Iterable[bytes]:
        """Yield mails of which one may be the message's copy; whether it is others see.

        Raises:
            SourceError: they can't be read.
        """


@dataclass(frozen=True)
class Looked:
    """What came of looking for a copy.

    Attributes:
        message: as it stands now.
        by: by what its copy was known; None where there is none, which proves nothing.
    """

    message: Dispatch
    by: Known | None = None


def look(store: Store, name: str, *copies: SentCopies) -> Looked:
    """Look for the copy of a message in doubt; where there is one, it was sent, and is recorded once.

    Args:
        store: the candidate's store.
        name: the message's.
        copies: where to look; the first that has it counts.

    Raises:
        NothingThere: there is no such message.
        CannotStep: it is not in doubt.
        SourceError: the copies can't be read.
    """
    message = in_doubt(store, name)
    load_tone()  # not while others wait
    for data in chain.from_iterable(each.of(message) for each in copies):
        letter = parse(data)
        by = known_by(message, letter)
        if by is not None:
            return Looked(_found(store, message, letter, by), by)
    return Looked(message)


def _found(store: Store, message: Dispatch, letter: Letter, by: Known) -> Dispatch:
    at = letter.date or message.changed_at
    why = f"Its copy was found among your sent mail, by {by}."
    with store.transaction():
        message = message_named(store, message.name)
        if message.state is State.SENT:
            return message
        process = process_of(store, message.process)
        return record(
            store, message, process, at, why=why, source=f"<{letter.message_id}>" if letter.message_id else ""
        )


def again(store: Store, name: str, now: datetime) -> Dispatch:
    """End a message in doubt, so that its draft can be approved, and sent, anew: the person takes the risk.

    Raises:
        NothingThere: there is no such message.
        CannotStep: it is not in doubt, or whoever sends it is still at it.
    """
    return _end(store, name, Step.VOID, now, WANTED_AGAIN)


def give_up(store: Store, name: str, now: datetime) -> Dispatch:
    """End a message in doubt for good.

    Raises:
        NothingThere: there is no such message.
        CannotStep: it is not in doubt, or whoever sends it is still at it.
    """
    return _end(store, name, Step.WITHDRAW, now, "Nobody knows whether it went out; you gave it up.")


def _end(store: Store, name: str, step: Step, now: datetime, why: str) -> Dispatch:
    message = in_doubt(store, name)
    with store.alone(message.message_id) as mine:
        if mine is None:
            raise CannotStep(f"{message.name}: somebody is still sending it; try again when they are done")
        with store.transaction():
            message = in_doubt(store, name)
            return take(store, message, message.after(step, now, why=why))


def in_doubt(store: Store, name: str) -> Dispatch:
    """Return a message whose fate is unknown.

    Raises:
        NothingThere: there is no such message.
        CannotStep: there is no doubt about it.
    """
    message = message_named(store, name)
    if message.state is not State.UNKNOWN:
        raise CannotStep(f'{message.name}: there is no doubt about it; "sincerely outgoing" shows where it stands')
    return message
