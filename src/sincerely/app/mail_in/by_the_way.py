"""A consultant's mail that tells of a second client's no by the way: that is asked about in that client's process."""

from __future__ import annotations

from collections.abc import Iterator

from sincerely.core.corrections import SURE
from sincerely.core.events import Event, Rejected
from sincerely.reading.linking.links import Clues, Link, Links
from sincerely.reading.linking.other_clients import nos_of_others

_UNSURE = SURE - 0.01


def told_by_the_way(
    clues: Clues | None, link: Link | None, text: str, links: Links, name: str
) -> Iterator[tuple[str, Event]]:
    """Yield what a mail seems to say of other processes of its writer, each by the name of the process.

    Args:
        clues: what leads to the mail's own process.
        link: that process.
        text: what its writer says.
        links: the processes that are known.
        name: of its events' source.
    """
    if clues is None or link is None or clues.via != "agency":
        return
    known = (links.header(one) for one in links.with_person(clues.consultant) if one != link.process)
    others = [one for one in known if one is not None and not links.is_over(one.id)]
    here = link.header or links.header(link.process or "")
    for process, quote in nos_of_others(text, here, others):
        yield (
            process,
            Rejected(at=clues.at, who=(clues.consultant,), source=name, confidence=_UNSURE, quote=quote),
        )
