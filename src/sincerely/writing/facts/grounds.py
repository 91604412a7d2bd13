"""What a sentence stands on, and what a draft is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["debrief", "cv", "posting", "mail", "event", "process", "you", "name"]


@dataclass(frozen=True)
class Ground:
    """Something that was said or happened, and where that is shown.

    Attributes:
        kind: a debrief line, a line of the CV or the posting, a mail's words, an event, what the process is about,
            what the person just said, or how somebody is called.
        text: its own words, or the event in words.
        source: the message, file and line, or person that shows it.
        event: the event's id, where it is one.
    """

    kind: Kind
    text: str
    source: str = ""
    event: str = ""

    def as_json(self) -> dict[str, str]:
        """Return it as the commands print it."""
        shown = {"kind": self.kind, "text": self.text, "source": self.source, "event": self.event}
        return {name: value for name, value in shown.items() if value}


@dataclass(frozen=True)
class Fact:
    """Words that may stand in a sentence, and what they stand on; without words it only permits a sentence."""

    text: str
    grounds: tuple[Ground, ...]


Facts = Mapping[str, Fact]


@dataclass(frozen=True)
class Sentence:
    """One sentence of a draft and what it stands on.

    Attributes:
        text: the sentence.
        stands_on: its grounds, never empty.
        part: ``greeting``, ``thanks``, ``body`` or ``close``.
    """

    text: str
    stands_on: tuple[Ground, ...]
    part: str = "body"

    def as_json(self) -> dict[str, Any]:
        """Return it as the commands print it."""
        return {"text": self.text, "stands_on": [g.as_json() for g in self.stands_on], "part": self.part}


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A mail that the person may send.

    Attributes:
        what: which draft, such as ``thank-you``.
        to: the address it goes to; empty where it is not known.
        about: whom it is about where that is somebody else, or the item handed in.
        subject: continues the thread where there is one.
        body: the whole text, greeting and sign-off included.
        sentences: every sentence of the body, the sign-off left out.
        in_reply_to: the Message-ID that it answers.
        references: the thread's Message-IDs, oldest first.
        attach: what the person must attach, in words.
        language: ``en``, ``de`` or ``fr``.
        formal: ``Sie`` or ``vous`` and whole forms, or ``du`` or ``tu`` and short ones.
        kept_back: what the person noted and the mail leaves out because it is private.
        unsaid: what the person noted and no sentence could be made of.
        their_language: what they write in, such as ``Spanish``, where no drafts are written in it and this one is in
            English; else empty.
        too_early: why it may not go out yet, and until when; empty where it may.
    """

    what: str
    to: str
    subject: str
    body: str
    sentences: tuple[Sentence, ...]
    about: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    attach: tuple[str, ...] = ()
    language: str = "en"
    formal: bool = True
    kept_back: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    their_language: str = ""
    too_early: str = ""

    @property
    def words(self) -> int:
        """How many words the body has; a sign that stands alone, as in French, is none."""
        return sum(any(letter.isalnum() for letter in word) for word in self.body.split())

    def as_json(self) -> dict[str, Any]:
        """Return it as the commands print it."""
        shown: dict[str, Any] = {
            "to": self.to,
            "subject": self.subject,
            "body": self.body,
            "sentences": [sentence.as_json() for sentence in self.sentences],
            "what": self.what,
            "language": self.language,
            "formal": self.formal,
        }
        if self.in_reply_to:
            shown |= {"in_reply_to": self.in_reply_to, "references": list(self.references)}
        if self.kept_back:
            shown["kept_back"] = list(self.kept_back)
        if self.unsaid:
            shown["unsaid"] = list(self.unsaid)
        if self.their_language:
            shown["their_language"] = self.their_language
        if self.too_early:
            shown["too_early"] = self.too_early
        return {**shown, "attach": list(self.attach)} if self.attach else shown


@dataclass(frozen=True)
class Missing:
    """Ground that a draft needs and nobody has given yet.

    Attributes:
        what: what is missing, in a few words.
        ask: the question to the person.
        how: the command that takes the answer.
    """

    what: str
    ask: str
    how: str = ""

    def as_json(self) -> dict[str, str]:
        """Return it as the commands print it."""
        shown = {"what": self.what, "ask": self.ask, "how": self.how}
        return {name: value for name, value in shown.items() if value}
