"""Mail of the programs with which a talk is booked: "Confirmed: Intro call with Dana Lee".

Such a program writes for whoever keeps a calendar there. It is nobody's employer; whose people are invited is, or whom the
talk's name has in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sincerely.core.people import is_machine, is_person
from sincerely.reading.letters.letter import Letter

from .clean_names import clean
from .house_names import Rank, pack, spelled
from .no_house import is_no_house, is_spelled_by
from .relays import own_domain, system_of
from .shown_as import of_domain

_SYSTEMS = frozenset({"Calendly", "GoodTime", "ModernLoop", "Prelude"})
_MOVE = r"(?:reschedul\w*|change|verschieben|umbuchen|verlegen|ändern|replanifier|reporter|modifier|déplacer)"
_DROP = r"(?:cancel\w*|absagen|stornieren|annuler)"
# Both ways out stand beside each other, as links.
_WAYS_OUT = re.compile(rf"\b(?:{_MOVE}\b[^.!?]{{0,80}}?\b{_DROP}|{_DROP}\b[^.!?]{{0,80}}?\b{_MOVE})\b", re.IGNORECASE)
_CREDITED = re.compile(
    r"\b(?:(?:sent|powered|scheduled|provided|delivered) (?:by|with|via)|powered by|(?:gesendet|verschickt|versendet|bereitgestellt|erstellt) (?:von|mit|über)"
    r"|(?:envoyé|propulsé|planifié|fourni) (?:par|avec|via))\s+(?P<name>[^\W\d_][\w.&' -]{1,30})",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\b(?:at|join|bei|chez|application (?:to|for|with)|applied (?:to|with)|applying (?:to|with))(?: der| dem| the| la)? (?P<name>(?-i:[A-ZÀ-Þ])[\w&'’. -]{1,40})",
    re.IGNORECASE,
)
_TALK = r"(?:call|interview|chat|meeting|conversation|talk|screen\w*|gespräch|\w+gespräch|interview|telefonat|termin|entretien|appel|échange|rendez-vous)"
# Behind the talk's name, and neither how long nor by which means.
_BRACKETS = re.compile(rf"\b{_TALK}\b[^().\n]{{0,30}}\((?P<name>[A-ZÀ-Þ][^()\n]{{1,40}})\)", re.IGNORECASE)
_MEANS = re.compile(
    r"\b(?:min\w*|hours?|std|stunden?|heures?|zoom|teams|meet|google|skype|webex|video\w*|visio\w*|phone|telefon\w*|téléphone|online|onsite|remote|virtual|virtuell|"
    r"round|stage|runde|étape|first|second|final|part|uhr|am|pm|gmt|utc|cet|cest|bst|europe|america)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_LOOK = 4000
# What has no more letters begins many words.
_SHORT = 3


def is_booking(letter: Letter) -> bool:
    """Whether a program wrote with which talks are booked: it offers both ways out, and says whose program it is."""
    address, text = letter.from_.address, letter.text[:_LOOK]
    system = system_of(address) in _SYSTEMS
    if not (system or is_machine(address)) or _WAYS_OUT.search(text) is None:
        return False
    own = {pack(letter.from_.name), pack(own_domain(address).partition(".")[0])} - {""}
    # A house that books with its own desk says that one would work, or applied, there.
    if not system and any(pack(match["name"]).startswith(name) for match in _WHERE.finditer(text) for name in own):
        return False
    return system or any(
        len(name) > _SHORT and pack(match["name"]).startswith(name)
        for match in _CREDITED.finditer(text)
        for name in own
    )


def house_booked(letter: Letter, text: str, me: frozenset[str], rank: Rank | None = None) -> str:
    """Return the house with whose people a talk was booked; empty where a mail is none of a program's, or tells none.

    Args:
        letter: the mail.
        text: what it says.
        me: the candidate's addresses.
        rank: how seldom a word is.
    """
    if not is_booking(letter):
        return ""
    named = [clean(match["name"]) for match in _BRACKETS.finditer(text[:_LOOK]) if not _MEANS.search(match["name"])]
    named = [name for name in named if name and not is_no_house(name)]
    labels = list(dict.fromkeys(_labels(letter, text, me)))
    if len(labels) == 1:
        alike = next((name for name in named if is_spelled_by(labels[0], name)), "")
        shown = f"{letter.subject}\n{text[:_LOOK]}"
        return alike or clean(spelled(pack(labels[0]), _ADDRESS.sub(" ", shown))) or of_domain(labels[0], "", rank)
    return named[0] if named and len(set(named)) == 1 else ""


def _labels(letter: Letter, text: str, me: frozenset[str]) -> Iterator[str]:
    """Yield what the domains of the people are called who are invited beside the candidate."""
    program, mine = own_domain(letter.from_.address), {own_domain(address) for address in me}
    for match in _ADDRESS.finditer(text[:_LOOK]):
        domain = own_domain(match[0])
        if domain and domain != program and domain not in mine and is_person(match[0]):
            yield domain.partition(".")[0]


__all__ = ["house_booked", "is_booking"]
