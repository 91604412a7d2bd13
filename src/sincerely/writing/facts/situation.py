"""Everything that a draft may know. `app` gathers it; nothing here is looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sincerely.core.events import Debriefed
from sincerely.core.people import is_same_person
from sincerely.core.process import Interview, Process
from sincerely.writing.words.names import Person, person_of

from .grounds import Ground

_NOBODY = Person()
# What a debrief line may say that a mail may use; a note is for the person alone.
FIELDS = ("liked", "topic", "fit", "send")


@dataclass(frozen=True)
class Style:
    """How the person writes.

    Attributes:
        name: as they sign.
        sign_off: their own last words, by language, such as ``en``, or by language and formality, such as
            ``en-informal``; the usual ones where there are none.
        signature: lines below the name.
        formality: ``formal`` or ``informal``; empty where the thread decides.
        usual: the same, for where no thread tells.
        languages: those that they write, the favourite first.
    """

    name: str = ""
    sign_off: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    signature: str = ""
    formality: str = ""
    usual: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Thread:
    """The conversation that the mail goes on with.

    Attributes:
        subject: of its last mail; empty where there is none.
        message_id: of its last mail.
        references: the Message-IDs before it, oldest first.
        text: what the other wrote in it, for its language and formality.
        mine: what the person wrote to them, for what that does not tell.
    """

    subject: str = ""
    message_id: str = ""
    references: tuple[str, ...] = ()
    text: str = ""
    mine: str = ""


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What a draft is written from.

    Attributes:
        process: the process as it is known.
        to: who it goes to.
        about: whom it is about: the interviewer where it goes through somebody else, a referee that is withdrawn.
        style: how the person writes.
        thread: what it continues.
        interview: the one that it thanks for or speaks of.
        notes: the debrief lines that count for ``about`` or ``to``.
        fields: which of their parts this mail uses: what was noted of a whole panel is shared out among it.
        alone: the notes are about its reader alone.
        position: the how-manieth of the interview's people it goes to; 0 is the first.
        unreached: those of the interview of whom only the name is known, and who have not been thanked.
        was_there: its reader was in the interview.
        sudden: a referee is told of the call on the day on which it may come.
        asks_when: no date is known by which they decide.
        names: how people are called, by address.
        cv, posting: their lines.
        mail: the process's mails: how they speak of somebody tells how they are greeted.
        asking: the mail in which a referee was asked; empty where it is not known.
        said: what the person gave for this very mail, in their words.
        item: what is handed in.
        pending: referees who were asked and have not answered.
        language: ``en``, ``de`` or ``fr`` where it was chosen.
    """

    process: Process
    to: Person = _NOBODY
    about: Person = _NOBODY
    style: Style = Style()
    thread: Thread = Thread()
    interview: Interview | None = None
    notes: tuple[Debriefed, ...] = ()
    fields: tuple[str, ...] = FIELDS
    alone: bool = False
    position: int = 0
    unreached: tuple[str, ...] = ()
    was_there: bool = False
    sudden: bool = False
    asks_when: bool = False
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    cv: tuple[Ground, ...] = ()
    posting: tuple[Ground, ...] = ()
    mail: tuple[Ground, ...] = ()
    asking: str = ""
    said: str = ""
    item: str = ""
    pending: tuple[str, ...] = ()
    language: str = ""

    def person(self, who: str) -> Person:
        """Return somebody as they are called."""
        return person_of(who, self.names.get(who, ""))

    @property
    def through_agency(self) -> bool:
        """Whether it goes to the agency's consultant."""
        return self.process.header.via == "agency" and bool(self.process.addressee)

    @property
    def passed_on(self) -> bool:
        """Whether its reader is asked to pass it on: a consultant, or whom the employer wants everything to go through.

        Who gave the interview themself is thanked as anybody is.
        """
        through, about = self.process.addressee.casefold(), self.about.address.casefold() or self.about.full
        if self.through_agency or not (through and about) or through != self.to.address.casefold():
            return self.through_agency
        return about != through and not is_same_person(about, through)
