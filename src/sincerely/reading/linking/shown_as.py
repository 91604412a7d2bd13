"""What a mailbox is shown as, where that is no person: a house, a room of it, a system that passes on its mail."""

from __future__ import annotations

import re

from sincerely.reading.letters.letter import Address
from sincerely.reading.letters.people import is_persons

from . import relays
from .house_names import Rank, is_called_like_a_house, pack, parted

_VIA = re.compile(r"(?<!\s)\s+(?:via|through|über|par)\s+(?P<system>.*)$")
_BEHALF = re.compile(r"[ (]+(?:on behalf of|im Auftrag (?:von|der|des)|pour le compte de) (?P<house>[^|()]{2,60})\)?$")
# "European Patent Office" is a house, and "Start Bau AG Office" a room of one: only what is shown as a writer loses it.
_ROOM = re.compile(
    r"(?<![ ,–-])[ ,–-]+(?:(?:front|back|head|main|selection|production|academic) )?(?:office|hr cent(?:er|re)|talent community|carri[eè]res|büro)$",
    re.IGNORECASE,
)

# Before "via" these show who wrote: "Jo Hart via DocuSign".
_OF_PERSONS = frozenset(
    "docusign hellosign dropboxsign dropbox adobesign adobe acrobatsign pandadoc signnow wetransfer zoom slack".split()
)


def shown_as(sender: Address, label: str, text: str) -> str:
    """Return what a writer who is no person is shown as, without the system that relays the mail.

    Only what the domain spells, the text has too, or houses are called like in French and German: in "Saguaro Notifications" and
    "Saguaro Reception" the second word is a desk's, and of such words there is no end.

    Args:
        sender: the mailbox.
        label: its domain's own name.
        text: what it writes, and the signature.
    """
    shown = "" if is_persons(sender) else _ROOM.sub("", _VIA.sub("", sender.name))
    spelled = bool(shown) and (pack(shown) == pack(label) or shown in text or is_called_like_a_house(shown))
    return shown if spelled else ""


def passed_by(sender: Address) -> str:
    """Return for whom a house writes that is shown as what the mail comes through: "Acme via Checkhire <no-reply@checkhire…>"."""
    behalf = _BEHALF.search(sender.name)
    if behalf and not is_persons(Address(sender.name[: behalf.start()], sender.address)):
        return behalf["house"]
    via = None if is_persons(sender) else _VIA.search(sender.name)
    label = pack(relays.own_domain(sender.address).partition(".")[0])
    system = pack(via["system"]) if via else ""
    passes = via is not None and system and system in label and system not in _OF_PERSONS
    return sender.name[: via.start()] if via and passes else ""


def of_domain(label: str, shown: str, rank: Rank | None) -> str:
    """Return a domain's own name, as its mailbox is shown where that spells it: "Amt Mönchsee" has amt-moenchsee."""
    return shown if label and pack(shown) == pack(label) else parted(label, rank)
