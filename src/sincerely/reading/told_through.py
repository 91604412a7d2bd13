"""What an employer wrote to a recruiter who passes it on: it was not written to the candidate, so it is asked about."""

from __future__ import annotations

import re
from dataclasses import replace

from sincerely.core.people import name_words

from . import received
from .letters.people import is_name
from .linking import relays
from .linking.somebody import called
from .received import Verdict
from .scoring.labels import KINDS
from .statements.scene import Found, Scene
from .statements.telling import GRAVE, OF_KIND

# What is worth a question; and how sure the kind of a mail is that was written to somebody else.
_TOLD = GRAVE | {"requested", "promised", "assessed", "invited"}
_SECOND_HAND = 0.5
# News of whether somebody is taken: that of another candidate is none of this one's.
_OUTCOMES = frozenset({"rejected", "offered"})
# Whom it is about, where the encoder sees no person.
_ABOUT = re.compile(
    r"\b(?:hir(?:e|ing)|reject(?:ing)?|(?:offer(?:ing)?|appoint(?:ing)?)(?: to)?|(?:ahead|forward|proceed|on) with|candidate)\s+"
    r"(?P<name>[^\W\d_a-zà-ÿ][\w'’-]+(?: [^\W\d_a-zà-ÿ][\w'’-]+)?)"
)
_SUBJECT = re.compile(
    r"(?P<name>[^\W\d_a-zà-ÿ][\w'’-]+ [^\W\d_a-zà-ÿ][\w'’-]+) (?:was|is|has|did|will|(?:wo|is|was|did|has)n['’]t)\b"
)
_MEANT = re.compile(r"\b(?:he|she|they|him|her|them|(?:your|this|the) candidate(?-i:(?! [A-ZÀ-Þ])))\b", re.IGNORECASE)


def told_through(scene: Scene, verdict: Verdict, inner: Scene) -> tuple[Scene, Verdict]:
    """Return a mail with what the one says that it passes on, as questions.

    Args:
        scene: the mail with its writer's note.
        verdict: what that says.
        inner: the mail that the writer passes on.
    """
    told = received.read(inner)
    about = [one for one in told.found if one.event.verb in _TOLD]
    found = [_second_hand(one, scene) for one in about if not _is_anothers(one, scene, inner)]
    if not found:
        return scene, verdict
    sure = {one.event.verb for one in verdict.found if one.certain}
    found = [one for one in found if one.event.verb not in sure]
    asked = {one.event.verb for one in found}
    # What the writer's own words only hint at, the words below tell.
    own = [one for one in verdict.found if one.certain or one.event.verb not in asked]
    kind, confidence = verdict.kind, verdict.confidence
    if kind == "other":
        kind = told.kind if len(found) == len(about) else min(map(_kind, found), key=KINDS.index)
        confidence = min(told.confidence, _SECOND_HAND)
    scene = replace(
        scene, company=inner.company or scene.company, role=inner.role or scene.role, via=_via(scene, inner)
    )
    return scene, replace(verdict, kind=kind, confidence=confidence, found=(*own, *found))


def _second_hand(found: Found, scene: Scene) -> Found:
    """Return an event of the inner mail as a question; its words stand in no text of the writer's own."""
    event = replace(found.event, at=scene.at, confidence=min(found.event.confidence, _SECOND_HAND))
    return Found(event, certain=False)


def _is_anothers(found: Found, scene: Scene, inner: Scene) -> bool:
    """Whether a sentence tells whether somebody else is taken: it names that person, and nobody who may be this one."""
    said = inner.reply[found.begin : found.stop] if found.begin >= 0 else ""
    if found.event.verb not in _OUTCOMES or _MEANT.search(said):
        return False
    own = {part for word in called(scene.letter, scene.me) for part in name_words(word)}
    at = next((index for index, one in enumerate(inner.said) if one.sentence.begin == found.begin), -1)
    seen = [one.text for one in inner.insight.stretches("person") if one.source == at >= 0]
    told = [match["name"] for pattern in (_ABOUT, _SUBJECT) for match in pattern.finditer(said)]
    named = [set(name_words(name)) for name in (*seen, *filter(is_name, told))]
    writers = {word for box in (inner.letter.from_, scene.letter.from_) for word in name_words(box.name)}
    house = set(name_words(f"{inner.company} {inner.role}"))
    others = [name for name in named if name and not name <= own and name.isdisjoint(writers | house)]
    return bool(others) and not any(name and name <= own for name in named)


def _kind(found: Found) -> str:
    """Return the kind of mail that an event makes."""
    verb, item = found.event.verb, found.event.first
    return OF_KIND.get(verb) or OF_KIND.get(f"{verb}:{item}", "request")


def _via(scene: Scene, inner: Scene) -> str:
    """Return by whom the employer writes: a colleague who passes on what another one wrote is no agency."""
    house = relays.own_domain(scene.sender)
    if not house or house != relays.own_domain(inner.sender):
        return "agency"
    return inner.via if scene.via == "direct" else scene.via
