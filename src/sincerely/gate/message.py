"""An outgoing message as the gate sees it: who gets it, what it says, and which words are the writer's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .text import Said, sentences, trimmed, words

_GREETING = re.compile(
    r"\s*(?P<hail>dear|hi|hello|hey|hiya|howdy|aloha|g'day|morning|good (?:morning|afternoon|evening|day)|greetings|to whom it may concern|hallo"
    r"|liebe[rs]?|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|moin|servus|gr[uü](?:ß|ss) (?:gott|dich|euch|sie)|grüezi|werte[rs]?|coucou|bonjour|bonsoir|ch[eè]re?s?|salut|hola"
    r"|buen[oa]s (?:d[ií]as|tardes)|estimad[oa]s?|querid[oa]s?|gentile|buongiorno|ciao|car[oa]|beste|geachte|ol[aá]"
    r"|prezad[oa])\b(?P<names>(?:[^,:;!?\n.–—]|(?<=\b[A-Z])\.|(?<=\b(?:Dr|Mr|Ms|St))\.|(?<=\b(?:Mrs|Mme))\."
    r"|(?<=\bProf)\.|,(?= (?:(?:Frau|Herrn?|Dr|Prof|Mr|Mrs|Ms|Mme|Madame|Monsieur)\.? ){0,2}[A-ZÄÖÜ][\w'’-]+(?:,| (?:and|und|et|y)\b)))*)[,:;!?.–—]*",
    re.IGNORECASE,
)
# Where a greeting without a comma goes over into the first sentence: "hi anna did you get my mail".
_GOES_ON = re.compile(
    r"(?<=[\w.]) (?=(?:i|i['’]?(?:m|ve|d|ll)|we|you|it|it['’]?s|this|that|here|here['’]?s|my|your|any|is|are|was|were|am|do|does"
    r"|did|have|has|had|can|could|would|should|what|when|where|how|why|if|as|for|on|about|after|before|since|so|no|re|the|not|just|still|please|pls|sorry|thanks|thank|thx"
    r"|yes|yeah|ok|okay|sure|quick|hope (?:you|all|this|it|your|everything|things)|ich|wir|es|gibt|danke|vielen|haben|hast"
    r"|können|könnten|nur|hier|je|merci)(?: |['’]))",
    re.IGNORECASE,
)
_BARE_GREETING = re.compile(
    r"\s*(?P<names>(?:M(?:adame|onsieur|esdames|essieurs|ademoiselle)(?:,? (?:[a-z]{1,3} ){0,2}[A-ZÀ-Ý][\w'’.-]*){0,3}"
    r"|[A-ZÄÖÜÉ][\w'’.-]*)(?: [A-ZÄÖÜÉ][\w'’.-]*)?)[,:] *(?=\n)"
)
_CLOSING = re.compile(
    r"(?m)^[ \t]*(?:(?:with )?(?:best|kind|kindest|warm|warmest|many|very best|all (?:the|my|our)|my (?:very )?(?:best|warm\w*|kind\w*|regards"
    r"|thanks|wishes)|friendly|sincere)\b[^.?!:\n]{0,30}"
    r"|(?:yours|sincerely|regards|cheers|respectfully|thanks|thank you|cordially|warmly|gratefully|take care|in gratitude)"
    r"\b[^.?!\n]{0,25}|mit (?:freundlichen|besten|herzlichen|lieben)[^.?!\n]{0,25}|(?:viele|liebe|beste|freundliche"
    r"|herzliche|sch[oö]ne) gr[uü](?:ß|ss)e[^.?!\n]{0,20}|(?:bien |très )?cordialement[^.?!\n]{0,20}|bien à (?:vous|toi)|(?:bonne|belle|excellente) (?:journée|soirée)|à bientôt|amicalement|bien sincèrement|salutations[^.?!\n]{0,20}"
    r"|(?:un )?(?:cordial )?saludos?[^.?!\n]{0,20}|cordiali saluti|atentamente|met vriendelijke groet)[,.!]?[ \t]*\n"
    r"(?=(?:[ \t]*\n)*[^\n]{1,60}(?:\n[^\n]{0,80}){0,8}\s*\Z)",
    re.IGNORECASE,
)
_LAST_LINE = re.compile(r"\n[ \t]*(?:[-–—] ?)?(?P<name>[A-ZÄÖÜÉ][\w'’.-]*(?: [\w'’.-]+){0,3})[ \t]*\s*\Z")


_THANKS_FIRST = re.compile(r"\s*(?:(?:many|my) )?thank", re.IGNORECASE)


def _is_closing(found: re.Match[str], own: str, after: int) -> bool:
    """Whether a closing formula closes: thanks with nothing before them are what the message says."""
    return not (_THANKS_FIRST.match(found[0]) and own[after : found.start()].isspace())


class Mailbox(NamedTuple):
    """Somebody who gets or sends a message: display name and address, either may be empty."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        """What stands behind the ``@``."""
        return self.address.rpartition("@")[2].lower()


NOBODY = Mailbox("", "")


class Body(NamedTuple):
    """Where the parts of the writer's own text stand, as offsets."""

    greeting: tuple[int, int] | None
    names: tuple[int, int] | None
    begin: int
    stop: int


@dataclass(frozen=True)
class Outgoing:
    """A message before it goes out.

    Attributes:
        text: the whole text, quotes of others included; every offset counts in it.
        own: the stretches that the writer wrote, in order; None where all of it is theirs.
        sender: who writes.
        to, cc, bcc: who gets it.
        subject: its subject.
        answers: Message-IDs of the mail that it answers and of its thread, that one first.
        attachments: the names of what is attached.
        pictures: how many pictures stand in it instead of words.
        public: a post or a review, for anybody to read.
    """

    text: str = ""
    own: tuple[tuple[int, int], ...] | None = None
    sender: Mailbox = NOBODY
    to: tuple[Mailbox, ...] = ()
    cc: tuple[Mailbox, ...] = ()
    bcc: tuple[Mailbox, ...] = ()
    subject: str = ""
    answers: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    pictures: int = 0
    public: bool = False

    @property
    def everybody(self) -> tuple[Mailbox, ...]:
        """All who get it."""
        return (*self.to, *self.cc, *self.bcc)

    @cached_property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """The writer's own stretches; the whole text where nothing else is known."""
        return ((0, len(self.text)),) if self.own is None else self.own or ((0, 0),)

    @cached_property
    def body(self) -> Body:
        """Where greeting and body stand; the body ends before the closing formula and the signature."""
        begin = self.stretches[0][0]
        stop = self.stretches[-1][1]
        greeting = _GREETING.match(self.text, begin, stop) or _BARE_GREETING.match(self.text, begin, stop)
        on = _GOES_ON.search(self.text, *greeting.span("names")) if greeting else None
        after = on.start() if on else greeting.end() if greeting else begin
        own = self.text[:stop]
        closing = next((found for found in _CLOSING.finditer(own, after) if _is_closing(found, own, after)), None)
        if closing is not None:
            stop = closing.start()
        else:
            name = _LAST_LINE.search(own, max(after - 1, stop - 200))
            if name is not None and not name["name"].endswith("."):
                stop = name.start()
        if greeting is None:
            return Body(None, None, after, max(after, stop))
        names = greeting.start("names"), on.start() if on else greeting.end("names")
        return Body((greeting.start(), after), names, after, max(after, stop))

    @cached_property
    def sentences(self) -> tuple[Said, ...]:
        """The sentences of the body, in the writer's own stretches."""
        found: list[Said] = []
        for begin, stop in self.stretches:
            first, last = max(begin, self.body.begin), min(stop, self.body.stop)
            if first < last:
                found += sentences(self.text, first, last)
        return tuple(found)

    @cached_property
    def all_sentences(self) -> tuple[Said, ...]:
        """The sentences of all that the writer wrote, greeting and signature included."""
        return tuple(said for begin, stop in self.stretches for said in sentences(self.text, begin, stop))

    @cached_property
    def word_count(self) -> int:
        """How many words the body has."""
        return sum(len(words(said.text)) for said in self.sentences)

    @cached_property
    def plain(self) -> str:
        """The body on one line, in lower case, with plain apostrophes."""
        return " ".join(said.text for said in self.sentences).lower().replace("’", "'")

    @property
    def greeted(self) -> Said | None:
        """The names in the greeting."""
        return trimmed(self.text, *self.body.names) if self.body.names else None
