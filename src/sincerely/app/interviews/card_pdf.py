"""The card as one printed page, set by Typst. What others wrote goes in as data and is never markup."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

from sincerely.app.interviews.carding import Card

_TEMPLATE = Path(__file__).with_name("card.typ")
# Where people print on Letter; everywhere else it is A4. Source: Unicode CLDR, paper sizes by territory.
_LETTER = frozenset("BZ CA CL CO CR DO GT MX NI PA PH PR SV US VE".split())
# Of everything so many, and of each so many characters: one page holds no more that anybody reads on the way.
_PEOPLE, _SAID, _BEFORE, _WANTS, _BRING = 12, 3, 4, 5, 6
_LONG, _SHORT = 220, 90


def card_pdf(card: Card, form: Literal["pdf", "png"] = "pdf") -> bytes:
    """Return the card as one page of A4, or of Letter where the employer's country prints on that.

    Args:
        card: the card.
        form: ``pdf``, or a picture of the page.
    """
    import typst  # 80 MB: only who prints pays for it

    page = typst.compile(
        _TEMPLATE.read_bytes(),
        format=form,
        ppi=144.0,
        sys_inputs={"card": json.dumps(_told(card))},
    )
    assert isinstance(page, bytes)
    return page


def paper_of(country: str) -> str:
    """Return Typst's name of the paper that a country prints on.

    >>> paper_of("US-NY"), paper_of("DE-BY")
    ('us-letter', 'a4')
    """
    return "us-letter" if country.partition("-")[0].upper() in _LETTER else "a4"


def _told(card: Card) -> dict[str, object]:
    more = len(card.people) - _PEOPLE
    return {
        "title": _cut(f"{card.title}: {card.day}", _LONG),
        "paper": paper_of(card.country),
        "role": _cut(card.role or card.process, _SHORT),
        "employer": _cut(card.employer, _SHORT),
        "day": f"{card.day} {card.start.year}",
        "hours": card.hours,
        "zone": f"{card.city} time" if card.city else "",
        "own": card.own_clock,
        "place": _cut(card.place.words, _LONG),
        "link": card.place.link if len(card.place.link) <= 2 * _LONG else "",
        "people": [[_cut(p.called, _SHORT), _cut(p.address, _SHORT)] for p in card.people[:_PEOPLE]],
        "more": f"and {more} more" if more > 0 else "",
        "bring": [_cut(words, _SHORT) for words in card.bring[:_BRING]],
        "said": [_cut(words, _LONG) for words in card.said[:_SAID]],
        "before": [_cut(words, _LONG) for words in card.before[:_BEFORE]],
        "wants": [[_cut(want, _LONG), _cut(shown, _LONG)] for want, shown in card.wants[:_WANTS]],
        "ask": list(card.ask),
    }


def _cut(words: str, most: int) -> str:
    """Return words in one line, without what can't be printed, and cut where they are too long."""
    text = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
