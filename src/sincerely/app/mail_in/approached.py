"""Somebody of a house that is known asks whether the candidate would like another opening there.

Recruiters' letters go to everybody, and begin nothing. But where the candidate had to do with the house before, one of
its people who asks something waits for an answer; after a no in particular nothing else would tell of it. And a
consultant with whom the candidate is in touch writes of work, also where no word but a second client's name says so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sincerely.core.corrections import SURE
from sincerely.core.events import Heard
from sincerely.reading.letters.sentences import sentences
from sincerely.reading.linking.links import Clues, Links

if TYPE_CHECKING:
    from sincerely.app.mail_in.reading_mail import Said

_FOUND_BY_WORDS = frozenset({"thread", "calendar"})
_LIKELY = 0.7


def approached(said: Said, text: str, links: Links, name: str) -> Said:
    """Return what a mail says; of such a letter, that its writer asks, and that it is about an opening of its own.

    Args:
        said: what it says.
        text: the words of its writer.
        links: the processes that are known.
        name: of its event's source.
    """
    clues, link = said.clues, said.link
    if clues is None or link is None:
        return said
    if link.header is not None and _is_of_second_client(said, clues, links):
        return replace(said, names_work=True)
    if said.kind != "outreach" or said.events or said.writer != "person":
        return said
    if clues.via != "direct" or not links.is_house(clues.domain) or said.confidence < _LIKELY:
        return said
    # A house has things to sell, too.
    if not said.in_words:
        return said
    asks = [one.text for one in sentences(text) if one.text.rstrip().endswith("?")]
    if not asks:
        return said
    if link.why not in _FOUND_BY_WORDS and links.is_over(link.process):
        link = links.anew(clues)
    confidence = max(said.confidence, SURE)
    who = tuple(sorted(clues.people))
    event = Heard(at=clues.at, who=who, asks=True, source=name, confidence=confidence, quote=asks[-1])
    return replace(said, events=(event,), link=link, approached=True)


def _is_of_second_client(said: Said, clues: Clues, links: Links) -> bool:
    known = clues.via == "agency" and clues.consultant in links.employers and said.writer == "person"
    return known and bool(said.employer) and said.client
