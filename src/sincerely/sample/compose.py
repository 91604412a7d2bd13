"""Templates into letters: dates settled, signatures and quotes in place, threads joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from sincerely.core.working_time import WorkingCalendar

from .dates import Frame
from .invites import Invitation, uid
from .letters import Letter, token
from .pages import PAGES, fragment, plain
from .programs import PROGRAMS, fill
from .quoting import quoted, quoted_html, said
from .templates import SENT, Cast, Person, Template, TemplateError

_QUOTE: Final = "{{quote}}"
_SAID: Final = "{{said}}"
_SIGN: Final = "{{sign}}"


@dataclass
class Composer:
    """Composes the mails of the sample for one opening instant.

    Attributes:
        now: the opening instant, aware.
        calendars: working time by place.
        cast: who occurs.
        templates: the mails by name.
    """

    now: datetime
    calendars: Mapping[str, WorkingCalendar]
    cast: Cast
    templates: Mapping[str, Template]
    _done: dict[str, Letter] = field(default_factory=dict)

    def letters(self) -> Iterable[Letter]:
        """Compose every mail, in the order of the names."""
        return [self.letter(name) for name in self.templates]

    def letter(self, name: str) -> Letter:
        """Compose one mail, and before it those that it answers.

        Raises:
            TemplateError: it answers a mail that does not exist.
        """
        if name not in self._done:
            if name not in self.templates:
                raise TemplateError(f"a mail answers {name!r}, which does not exist")
            self._done[name] = self._compose(self.templates[name])
        return self._done[name]

    def frame(self, template: Template) -> Frame:
        """Return what the date expressions of a mail are resolved against."""
        place = template.get("place") or self.cast.person(template["from"]).place
        frame = Frame(self.now, self.calendars, place)
        return frame.of(frame.moment(template["date"]))

    def invitation(self, letter: Letter) -> Invitation | None:
        """Return the calendar part that a mail carries."""
        template = letter.template
        if not template.get("invite"):
            return None
        method, name, sequence = template["invite"].split()
        organizer = self.cast.person(template.get("organizer") or template["from"])
        frame = self.frame(template)
        return Invitation(
            uid=uid(name, organizer.program),
            method=method,
            sequence=int(sequence),
            start=frame.moment(template["start"]),
            end=frame.moment(template["end"]),
            summary=template["summary"],
            where=template.get("where"),
            organizer=organizer,
            attendees=(*self.cast.persons(template.get("attendees")), self.cast.person(SENT)),
            place=frame.home,
            by=letter,
        )

    def _compose(self, template: Template) -> Letter:
        answered = self.letter(template["answers"]) if template.get("answers") else None
        sender = self.cast.person(template["from"])
        if template.get("as"):
            sender = replace(sender, program=template["as"])
        frame = self.frame(template)
        bare = Letter(
            template=template,
            sender=sender,
            to=self.cast.persons(template["to"]),
            cc=self.cast.persons(template.get("cc")),
            subject=frame.fill(template["subject"]),
            written=self._written(template, frame, sender),
            message_id="",
            answers=answered,
        )
        named = replace(bare, message_id=f"<{fill(PROGRAMS[sender.program].message_id, bare)}>")
        return self._with_text(named, frame)

    def _written(self, template: Template, frame: Frame, sender: Person) -> datetime:
        """Return the date of a mail on the writer's clock, with seconds of its own."""
        at = frame.moment(template["date"]).replace(microsecond=0)
        if not template["date"].startswith("now"):
            at += timedelta(seconds=int(token(template.name, "##")) % 60)
        return at.astimezone(self.calendars[sender.place].zone)

    def _with_text(self, letter: Letter, frame: Frame) -> Letter:
        sender, clock, answered = letter.sender, letter.written.tzinfo, letter.answers
        assert clock is not None
        own, quote, after = letter.template.body.partition(_QUOTE)
        if after.strip() or ((quote or _SAID in own) and answered is None):
            raise TemplateError(f"{letter.template.name}: a quote stands last, and needs the mail that is answered")
        own = own.replace(_SIGN, sender.sign)
        if answered is not None:
            own = own.replace(_SAID, said(answered, sender, clock))
        own = frame.fill(own).strip("\n")
        style = PAGES.get(PROGRAMS[sender.program].page)
        text = plain(own, style) if style else own
        page = fragment(own, style) if style else ""
        if quote and answered is not None:
            text = f"{text}\n\n{quoted(answered, sender, clock)}"
            page = page + quoted_html(answered, sender, clock) if style else ""
        return replace(letter, plain=text, html=page)
