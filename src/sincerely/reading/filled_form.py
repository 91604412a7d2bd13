"""A form on the web that the candidate says is filled in: what was asked for is handed in, though no file goes with the mail."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from sincerely.core import events
from sincerely.core.items import REFERENCES

from .items.referees_named import named_by_name
from .received import Verdict
from .statements.scene import Found, Scene
from .statements.telling import Teller

_FORM = r"(?:forms?|questionnaires?|portal|(?:web ?)?page|\w*formular|\w*fragebogen|formulaires?)"
_LATELY = r"(?:(?:just|now|already|also|both|duly|since|soeben|gerade|bereits|schon|eben|jetzt|bien|déjà) ){0,2}"
_FILLED = re.compile(
    rf"\bi (?:have )?{_LATELY}(?:filled (?:in|out)|completed|submitted|done)\b(?: [^\s;:?!]+){{0,6}}? {_FORM}\b"
    rf"|\b{_FORM} (?:is|has been|was) {_LATELY}(?:filled (?:in|out)|completed|submitted|done)\b"
    rf"|\bhabe(?: ich)?\b(?: [^\s;:?!]+){{0,6}}? {_FORM}\b(?: [^\s;:?!]+){{0,5}}? (?:ausgefüllt|abgeschickt|eingereicht|abgesendet)\b"
    rf"|\b{_FORM} (?:ist|habe ich) {_LATELY}(?:ausgefüllt|abgeschickt|eingereicht)\b"
    rf"|\bj'ai {_LATELY}(?:rempli|complété|soumis|renvoyé)\b(?: [^\s;:?!]+){{0,6}}? {_FORM}\b"
    rf"|\b{_FORM} est {_LATELY}(?:rempli|complété|envoyé)\b"
)
_NOT = re.compile(
    r"\b(?:not|never|nicht|noch kein\w*|pas|once|when|as soon as|sobald|wenn|dès que|before|tried|trying|versucht|essayé|half|halb|part|partly|teilweise)\b"
)
_REFEREES = re.compile(r"\b(?:referees?|references?|referenz\w*|références?|référents?)\b")
_SURE = 0.7


def with_form(scene: Scene, verdict: Verdict, wanted: Collection[str]) -> Verdict:
    """Return what a mail of the candidate's does, with what a form that is filled in hands in.

    Args:
        scene: the mail.
        verdict: what it does.
        wanted: what its process waits for. A form may give referees: it does where it says so, names some who are known,
            or where nothing else is waited for.
    """
    index = next((i for i, one in enumerate(scene.said) if _says_filled(" ".join(one.words))), -1)
    given = {item for one in verdict.found if isinstance(one.event, events.Submitted) for item in one.event.who}
    if index < 0 or not wanted or REFERENCES in given:
        return verdict
    statement = scene.said[index]
    known = scene.referees | scene.awaited
    named = tuple(named_by_name([statement], known, given=True)) if REFERENCES in wanted else ()
    of_referees = named or _REFEREES.search(" ".join(statement.words)) or set(wanted) == {REFERENCES}
    item = REFERENCES if REFERENCES in wanted and of_referees else "form" if "form" in wanted else ""
    if not item or item in given:
        return verdict
    told = [one for one in verdict.found if isinstance(one.event, events.Named)]
    found = [*verdict.found, *_handed(scene, index, item, () if told else named)]
    return Verdict(verdict.kind, verdict.confidence, tuple(found))


def _says_filled(text: str) -> bool:
    return _FILLED.search(text) is not None and _NOT.search(text) is None and not text.endswith("?")


def _handed(scene: Scene, index: int, item: str, named: tuple[str, ...]) -> Iterator[Found]:
    teller = Teller(scene)
    yield teller.news("other", events.Submitted(at=scene.at, who=(item,)), index, _SURE).found
    if named:
        yield teller.news("other", events.Named(at=scene.at, who=named), index, _SURE).found


__all__ = ["with_form"]
