"""Whose mail it is where it names no employer: the agency that writes, the house whose desk or program wrote."""

from __future__ import annotations

from sincerely.reading.letters.letter import Letter
from sincerely.reading.letters.people import is_persons

from . import relays
from .clean_names import clean
from .house_names import bare, pack, spelled
from .shown_as import shown_as


def house_of(letter: Letter, text: str = "") -> str:
    """Return the house that a mailbox is shown as; empty for a person's, and for one that shows none.

    Args:
        letter: the mail.
        text: what it writes.
    """
    sender = letter.from_
    if is_persons(sender):
        return ""
    relay = relays.relay_of(letter)
    if relay is not None:
        return clean(relay.tenant)
    label = relays.own_domain(sender.address).partition(".")[0]
    found = spelled(pack(label), sender.name) or shown_as(sender, label, text)
    desk = clean(relays.desk_name(sender.name))
    # "Customer Care Desk" is of a house whose domain spells no word of it.
    told = desk in text or any(word in pack(label) for word in map(pack, desk.split()) if len(word) > 2)
    return clean(bare(found)) or (desk if told else "")
