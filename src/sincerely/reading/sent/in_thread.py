"""What a mail of the candidate's does beside what its words say alone: its thread asks for something."""

from __future__ import annotations

from collections.abc import Collection, Container
from dataclasses import replace

from sincerely.core import events
from sincerely.core.items import REFERENCES, is_made_work
from sincerely.reading.filled_form import with_form
from sincerely.reading.items import told as items_told
from sincerely.reading.items.referee_numbers import tells_number
from sincerely.reading.linking.links import Links
from sincerely.reading.received import Verdict
from sincerely.reading.statements import saying_yes, thanking
from sincerely.reading.statements.scene import Scene
from sincerely.reading.statements.telling import Teller

from .writer import NAMED, SURE, Writer


def in_thread(scene: Scene, verdict: Verdict, links: Links | None) -> Verdict:
    """Return what a mail of the candidate's does, with what its thread asks for."""
    if links is None:
        return verdict
    wanted, elsewhere = links.wanted_in(scene.letter)
    verdict = _with_length(scene, _as_asked(verdict, wanted, elsewhere), wanted)
    verdict = _with_number(scene, verdict, wanted)
    asked = links.wanted.is_asked((*scene.letter.references, scene.letter.in_reply_to))
    verdict = _with_answer(scene, verdict) if asked else verdict
    return with_form(scene, verdict, wanted | elsewhere)


# What work that was asked for may be called by who hands it in: "attached are the STEP file and the slides".
_CALLED = frozenset({"presentation", "case-study", "take-home", "test", "writing-sample", "portfolio"})


def _as_asked(verdict: Verdict, wanted: Collection[str], elsewhere: Container[str]) -> Verdict:
    """Return what a mail does, with the work that it hands in under the name under which its thread asked for it.

    Args:
        verdict: what it does.
        wanted: what its thread asks for and has not got.
        elsewhere: what else the process waits for: nothing of that name is taken for another thing.
    """
    work = [item for item in wanted if is_made_work(item)]
    # Whoever asks in which form to send it has not sent it.
    sent = [one for one in verdict.found if isinstance(one.event, events.Submitted) and "?" not in one.event.quote]
    given = {item for one in sent for item in one.event.who}
    called = [item for item in given if item in _CALLED and item not in elsewhere]
    if len(wanted) != 1 or not work or len(called) != 1 or work[0] in given:
        return verdict
    found = tuple(
        replace(one, event=replace(one.event, who=(work[0],))) if one in sent and called[0] in one.event.who else one
        for one in verdict.found
    )
    return replace(verdict, found=found)


def _with_number(scene: Scene, verdict: Verdict, wanted: Container[str]) -> Verdict:
    """Return what a mail does; who tells how to reach a referee, in a thread that asks for one, hands the references in."""
    told = any(
        isinstance(one.event, events.Named | events.Submitted)
        and (one.event.verb == "named" or REFERENCES in one.event.who)
        for one in verdict.found
    )
    index = tells_number(scene.said) if REFERENCES in wanted and not told else None
    if index is None:
        return verdict
    event = events.Submitted(at=scene.at, who=(REFERENCES,))
    given = Teller(scene).news("other", event, index, NAMED).found
    return Verdict(verdict.kind, verdict.confidence, (*verdict.found, given))


def _with_length(scene: Scene, verdict: Verdict, wanted: Container[str]) -> Verdict:
    """Return what a mail does; a bare length tells the notice period in a thread that asks for it."""
    what = items_told.TOLD[0]
    told = any(isinstance(one.event, events.Submitted) and what in one.event.who for one in verdict.found)
    index = items_told.bare_length(scene.said) if what in wanted and not told else None
    if index is None:
        return verdict
    given = Teller(scene).news("other", events.Submitted(at=scene.at, who=(what,)), index, NAMED).found
    return Verdict(verdict.kind, verdict.confidence, (*verdict.found, given))


def _with_answer(scene: Scene, verdict: Verdict) -> Verdict:
    """Return what a mail does in a thread that asks something: who thanks, and says more than that, answers as well.

    It answers nothing yet where it says that the answer will come, nor where an offer waits for one.
    """
    if not verdict.found or scene.offered:
        return verdict
    writer = Writer(scene, Teller(scene))
    words = [statement.words for statement in scene.said]
    index = thanking.beside_thanks(words)
    thanks = all(isinstance(one.event, events.Thanked) for one in verdict.found)
    if not thanks or index is None or saying_yes.puts_off(words) or writer.is_about_offer():
        return verdict
    answer = writer.teller.news("other", events.Wrote(at=scene.at, who=writer.to, purpose="reply"), index, SURE).found
    return Verdict(verdict.kind, verdict.confidence, (*verdict.found, answer))
