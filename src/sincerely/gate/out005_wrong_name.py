"""This name belongs to somebody else.

What
    The message greets somebody to whom it does not go, or names an employer that is not this one: another employer
    of yours, or one that it speaks of joining.

Why it matters
    A wrong name is the one mistake that everybody sees, and it says that the letter was written for others.

Options
    None.

Fix
    Put the right name in. Stops the message; you may overrule it where the name is right after all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sincerely.core.people import is_address, is_person

from . import answered, houses, names
from .case import Case
from .message import Mailbox
from .text import Said, folded, spellings
from .verdict import Mark, Weight

CODE = "OUT005"
NAME = "wrong-name"
WEIGHT = Weight.STOP


@dataclass(frozen=True)
class Options:
    """None."""


PASS = """
at 2026-03-05 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
---
From: Robin Vale <robin@mail.example>
To: dana@acme.example
Subject: Data analyst

Dear Dana,

Thank you for your time yesterday. I would be glad to join Acme.

Best,
Robin
"""
FAIL = """
at 2026-03-05 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
process initech employer="Initech" role="Analyst" zone=America/New_York country=US
2026-03-03 15:00 interviewed pat@initech.example
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Data analyst

Dear Pat,

Thank you for your time yesterday. I would be glad to join Initech.

Best,
Robin
"""
_SLOT = re.compile(r"[\[\]{}<>%$*]|__")
# "Frau Mag. Sinning", "Petra Sinning", "Frau S.".
_TITLES = r"(?:(?:Herrn?|Frau|Mr|Mrs|Ms|Dr|Prof|Mme|Madame|Monsieur)\.? |[A-Z][a-z]{1,4}\. )"
_PERSON = rf"(?P<name>{_TITLES}*[A-ZÄÖÜÉ][\w'’-]*(?: [A-ZÄÖÜÉ][\w'’-]+){{0,2}})"
_THANKED = re.compile(
    rf"\b(?:[Tt]hank\w*|[Rr]egards|[Gg]reetings|[Dd]anke\w*|[Dd]ank|[Gg]rüße\w*|[Gg]ruß|[Ll]ove|[Ww]ishes)\b[^.!?]{{0,40}}?\b(?:(?:to|an)\s|und\s(?={_TITLES})){_PERSON}(?=[,.!?\s])"
)
# "Thanks to Google Maps I found the hall": owed to it, and said to nobody.
_OWED = re.compile(r"(?: [A-ZÄÖÜÉ][\w'’-]+)*,? (?:I|we|it|my|the|there|you)\b")
_ADDRESSED = re.compile(r", (?P<name>(?:(?:Herr|Frau|Mr|Mrs|Ms|Dr|Prof|Mme)\.? )+[A-ZÄÖÜÉ][\w'’-]+)(?=[.!?])")
# "Thank you, Sarah, for your time": the one who is spoken to.
_VOCATIVE = re.compile(r"\b[Tt]hank(?:s| you)(?: [a-z]+){0,3}, (?P<name>[A-ZÄÖÜÉ][\w'’-]+), (?=for|that|and)")


def check(case: Case) -> Iterator[Mark]:
    """Find names that are somebody else's."""
    if case.message.public:
        return
    yield from _greeting(case)
    yield from _thanked(case)
    yield from houses.wrong(case)


def _greeting(case: Case) -> Iterator[Mark]:
    greeted = case.message.greeted
    boxes = [*case.message.to, *case.message.cc]
    if greeted is None or not boxes or _SLOT.search(greeted.text):
        return  # what was left to fill in is found by the next check
    known = [part for box in boxes for part in names.of_box(box)]
    told = names.parts(_hailed(greeted.text, known))
    whole = [part for part in known if len(part) > 1]
    if whole and _TITLE.search(greeted.text):
        known = whole  # "h.possekel" is no Frau Hinterleitner
    if case.process is not None:
        own = names.employer_words(case.process.header.employer)
        told = [part for part in told if folded(part) not in own]
    wrong = [p for p in told if not names.fits(p, known) and not any(names.is_of_domain(p, box) for box in boxes)]
    wrong = [part for part in wrong if not any(names.begins_with_initial(part, box) for box in boxes)]
    if not wrong or names.are_endearments(greeted.text):
        return
    signed = answered.signers(case.message, boxes)
    opaque = all(_is_opaque(case, box) for box in boxes)
    if (opaque or all(not box.name for box in boxes)) and any(names.fits(part, signed) for part in wrong):
        return  # who signed the mail that is answered is greeted
    strange = bool(signed) and opaque and not any(answered.speaks_of(case.message, part) for part in wrong)
    if opaque and _may_be(case, told, strange=strange):
        return
    met = _parts_of(case.people)
    if len(wrong) < len(told) and all(names.fits(part, met) or _is_spoken_of(case, [part]) for part in wrong):
        return  # who gets it is greeted, and a colleague of theirs besides
    if len(wrong) < len(told) and len(told) <= 2 and all(not box.name for box in boxes):
        return  # the address shows one part of the name only
    said = _where(greeted, wrong[0])
    unsure = not strange and _is_unsure(case, boxes, greeted.text, told)
    to = ", ".join(box.name or box.address for box in case.message.to)
    yield Mark(
        message=f"It greets {' '.join(wrong)} and goes to {to}.",
        said=said,
        proposal="Put the name of who gets it into the greeting.",
        weight=Weight.ADVISE if unsure else None,
    )


_TITLE = re.compile(r"\b(?:Frau|Herrn?|Mrs?|Ms|Miss|Madame|Monsieur|Mme)\b", re.IGNORECASE)
_LONGEST_HAIL = 120
_ANDS = frozenset({"and", "und", "et", "y"})
_HAIL_ENDS = re.compile(r" (?=[^\W\d_])")
_GOES_ON = re.compile(r"(?:[,&]|\b(?:and|und|et))$", re.IGNORECASE)


def _hailed(text: str, known: list[str]) -> str:
    """Return whom a greeting hails: behind a name that fits, a small word begins what is said ("hi joan perfect").

    A day does as well, and so does the writer's "Nell here"; behind a comma or an "and" somebody else is hailed.
    """
    for match in _HAIL_ENDS.finditer(text, 0, _LONGEST_HAIL):
        before, after = names.parts(text[: match.start()]), text[match.end() :]
        if not before or not names.fits(before[-1], known):
            continue
        word = after.split()[0].strip(",.!:")
        small = word.islower() and word not in _ANDS and bool(names.parts(word)) and not names.fits(word, known)
        if _GOES_ON.search(text[: match.start()]):
            # "Joan and happy Friday"; who writes no large letters may mean "joan and peter".
            ends = small and before[-1][0].isupper()
        else:
            ends = small or folded(word) in houses.NO_HOUSE or bool(re.match(r"[\w'’-]+ here\b", after))
        if ends:
            return text[: match.start()]
    return text


def _thanked(case: Case) -> Iterator[Mark]:
    """Yield names of people in thanks and in address who were not there, where those who were are known by name."""
    if case.process is None or not case.people:
        return
    boxes = [*case.message.everybody, case.message.sender]
    known = [part for box in boxes for part in names.of_box(box)]
    known += [part for who in case.everybody_known for part in names.of_box(Mailbox(who, who))]
    known += names.employer_words(case.process.header.employer)
    for said in case.message.sentences:
        raw = case.message.text[said.begin : said.stop]
        for match in (*_THANKED.finditer(raw), *_ADDRESSED.finditer(raw), *_VOCATIVE.finditer(raw)):
            if match[0].casefold().startswith("thanks to") and _OWED.match(raw, match.end()):
                continue
            told = names.parts(match["name"].removesuffix(" I"))
            if told and not any(names.fits(part, known) for part in told) and not _is_spoken_of(case, told):
                begin = said.begin + match.start("name")
                yield Mark(
                    message=f"It speaks of {match['name']}, who is not known here.",
                    said=Said(match["name"], begin, begin + len(match["name"])),
                    proposal="Look the name up: the invitation and the debrief have it.",
                )


def _is_spoken_of(case: Case, told: list[str]) -> bool:
    """Whether one of the names stands in the process's mails, letter by letter; those who are known are asked first."""
    return any(spellings(part) & spellings(word) for part in told for word in case.spoken_of)


def _may_be(case: Case, told: list[str], *, strange: bool) -> bool:
    """Whether somebody else than an address says may be meant, which is a desk's or a machine's, or tells no name.

    ``strange`` is who is greeted where the desk's mail that is answered is signed by somebody else, and does not name
    them.
    """
    if any(names.fits(part, _parts_of(case.people)) for part in told):
        return True
    return not strange and not _is_elsewhere(case, told)


def _is_elsewhere(case: Case, told: list[str]) -> bool:
    theirs = _parts_of(who for there in case.desk.elsewhere for who in there.people)
    return any(names.fits(part, theirs) for part in told)


def _is_opaque(case: Case, box: Mailbox) -> bool:
    here = case.process.header.employer if case.process is not None else ""
    house = {folded(word) for word in re.findall(r"[\w'’-]+", here)}
    return names.is_desk(box) or _is_house(box, house) or (not box.name and not _tells(box))


def _is_unsure(case: Case, boxes: list[Mailbox], greeted: str, told: list[str]) -> bool:
    """Whether a family name is greeted at addresses that tell one word each, as likely a given name: "dana@".

    Where one greets by "Herr" and "Madame" that word is as likely the family's, and somebody else who is known is
    greeted by mistake.
    """
    one = all(not box.name and _ONE_WORD.fullmatch(box.address.partition("@")[0]) for box in boxes)
    boxed = {box.address.casefold() for box in boxes}
    colleagues = _parts_of(who for who in case.people if is_address(who) and who.casefold() not in boxed)
    others = _is_elsewhere(case, told) or any(names.fits(part, colleagues) for part in told)
    return one and len(told) == 1 and bool(_ENGLISH_TITLE.match(greeted)) and not others


_ENGLISH_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Sir|Dame)\b")
_ONE_WORD = re.compile(r"[^\W\d_]+")


def _is_house(box: Mailbox, house: set[str]) -> bool:
    """Whether a mailbox is called as the employer is."""
    told = {folded(word) for word in re.findall(r"[\w'’-]+", box.name)}
    return bool(told) and told <= house


def _parts_of(people: Iterable[str]) -> list[str]:
    return [part for who in people for part in names.of_box(Mailbox("", who) if is_address(who) else Mailbox(who, ""))]


def _tells(box: Mailbox) -> bool:
    """Whether an address tells a name."""
    local = box.address.partition("@")[0]
    return (
        is_person(box.address)
        and any(len(part) > 2 for part in re.findall(r"[^\W\d_]+", local))
        and not any(c.isdigit() for c in local)
    )


def _where(greeted: Said, part: str) -> Said:
    at = greeted.text.find(part)
    return Said(part, greeted.begin + at, greeted.begin + at + len(part))
