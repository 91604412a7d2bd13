"""What an employer wants handed in: tests, references, documents and plain figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from sincerely.core import events
from sincerely.reading.scoring import labels
from sincerely.reading.statements.scene import Scene
from sincerely.reading.statements.telling import CERTAIN, NOTICED, News, Teller

from .asked import asked
from .brought import is_brought_along
from .due import due
from .lists import rows_denied
from .named import named
from .referee_asked import asks_whom_to_call
from .referee_calls import is_told
from .referee_counts import count_near
from .signing import contract_asked
from .stated import is_ticked_off
from .ticked import rows_ticked
from .unasked import is_unasked
from .writers_turn import is_writers_turn

TESTS = frozenset({"test", "take-home", "case-study", "video-interview", "presentation"})
# How sure an item is that a sentence names and asks for.
_NAMED = 0.6
# What stands below "we do not require:" or "we send you:" is a question at most; so is what a list ticks off, and so are
# referees who are called.
_DENIED = 0.45
# How sure it is that a contract which is to come back signed is asked for.
_SIGNED = 0.8
# From where on a sentence surely asks for referees, whatever it calls them.
_SURELY = 0.8
# From where on referees are asked for, whoever else is called: those who only are called have 0.94 at most.
_PLAINLY = 0.95


def assessment(teller: Teller) -> Iterator[News]:
    """Yield that a test is to be taken; papers that are signed, and referees who are asked about, are none."""
    if teller.says("assessed") and not _is_paperwork(teller):
        event = events.Assessed(at=teller.scene.at)
        yield teller.news("assessment", event, teller.where("assessed"), teller.likely("assessed"))


# From where on it is a test, whatever else is asked for.
_TESTED = 0.9
_TESTS = re.compile(
    r"\b(?:tests?|tested|testing|exercises?|assessments?|assignments?|tasks?|challenges?|case stud\w+|case|questionnaires?|quiz|puzzles?|presentation|presentations|present|homework|takehome|samples?|"
    r"coding|code|simulation|video|recorded|aptitude|reasoning|trial|portfolio|brief|problem|pitch|\w*aufgaben?|\w*tests?|\w*fallstudie\w*|übung\w*|präsentation\w*|probe\w*|exercices?|épreuves?|étude|cas|mise)\b"
)
_PAPERWORK = re.compile(
    r"\b(?:contracts?|sign|signed|signature|references?|referees?|screening|vetting|background checks?|\w*vertrag|unterschr\w+|referenz\w*|contrats?|signer|références?|référents?)\b"
)


def _is_paperwork(teller: Teller) -> bool:
    """Whether what sounds a little like a test is a contract to sign, or a house that asks referees."""
    index, said = teller.where("assessed"), teller.scene.said
    if teller.likely("assessed") >= _TESTED or not 0 <= index < len(said):
        return False
    text = " ".join(said[index].words)
    return _PAPERWORK.search(text) is not None and _TESTS.search(text) is None


_FILLED = re.compile(
    r"\b(?:fill|filling) (?:\w+ ){0,2}?(?:in|out)\b|\b(?:auszu|aus)füllen\b|\b(?:remplir|remplissez|compléter)\b"
)


def _is_filled_in(teller: Teller, item: str, index: int) -> bool:
    """Whether what seems to be work is a form: "if you could fill that in", where nothing near it is called a test."""
    said = teller.scene.said
    if item not in _MADE or not 0 <= index < len(said) or not _FILLED.search(" ".join(said[index].words)):
        return False
    return not any(_TESTS.search(" ".join(one.words)) for one in said[max(0, index - 1) : index + 1])


_MADE = frozenset({"case-study", "presentation", "take-home"})
# What money is called where one says what one wants to earn; a payroll program is none.
_MONEY = re.compile(
    r"(?:\b(?:salar(?:y|ies)|pay|paid|wages?|earn\w*|compensation|remuneration|package|expectations?|rates?|money|payslips?|fees?|figures?|range|bonus|ctc|ote|budget|k|pounds|euros?|dollars"
    r"|\w*gehalt(?!s?abrechn)\w*|\w*lohn(?!abrechn|buch)\w*|\w*salär\w*|vergütung\w*|verdien\w*|vorstellung\w*|rémunération|salaire\w*|tarifs?|honoraires|honorar\w*|\w*sätze?|\w*satz|salariales?|prétentions?|brut|annuel|attentes|fourchette|tjm|\w*brutto\w*|\w*netto|(?:deine?|ihre?|eine) zahl|(?:what|how much) (?:are you|do you) (?:on|make|making|get)|looking for|your number|votre chiffre)\b|[$€£])"
)
# From where on it is asked for, whatever the words.
_ASSURED = 0.97


def _lacks_money(teller: Teller, item: str, index: int, likely: float) -> bool:
    """Whether what seems to ask what one wants to earn has no word for money: "which payroll systems you have run"."""
    said = teller.scene.said
    if item != "salary" or likely >= _ASSURED or not 0 <= index < len(said):
        return False
    return _MONEY.search(" ".join(said[index].words)) is None


def requests(teller: Teller) -> Iterator[News]:
    """Yield each item that is asked for, once: documents, figures, tests, references."""
    scene = teller.scene
    told, denied, ticked = asked(teller), set(rows_denied(scene)), rows_ticked(scene)
    signs = contract_asked(teller)
    calls = next((at for at, one in enumerate(scene.said) if asks_whom_to_call(one.words)), -1)
    for item in labels.ITEMS:
        likely = teller.likely(f"requested:{item}")
        index = teller.where(f"requested:{item}")
        if likely < CERTAIN and item in told:
            likely, index = max(likely, _NAMED), told[item]
        if index in ticked or (0 <= index < len(scene.said) and _is_unasked(scene, index, item)):
            if item not in told:
                continue
            index = told[item]
        if likely >= NOTICED and (index in denied or _is_there(teller, item, index, likely)):
            likely = min(likely, _DENIED)
        if item == "references" and likely < CERTAIN and calls >= 0:
            likely, index = _SURELY, calls
        if item == "form" and likely < CERTAIN and signs >= 0:
            likely, index = _SIGNED, signs
        if likely < NOTICED or _is_another(teller, item, index) or _lacks_money(teller, item, index, likely):
            continue
        if _is_filled_in(teller, item, index):
            continue
        count = _referees(teller, index) if item == "references" else None
        how: Literal["", "bring"] = "bring" if is_brought_along(scene, index, item) else ""
        by = due(teller, index, item, brought=how == "bring")
        event = events.Requested(at=scene.at, who=(item,), by=by, count=count, how=how)
        yield teller.news(_kind(item), event, index, likely)


def _is_unasked(scene: Scene, index: int, item: str) -> bool:
    said = scene.said[index]
    return is_writers_turn(said.sentence.text) or is_unasked(said.words, item, scene.items)


# Between two things that a sentence asks for.
_JOINTS = frozenset("; : and or und oder sowie et ou ainsi plus".split())
# "Bitten wir Sie, eine Kopie": behind these a comma parts clauses; and in a day, "bis Dienstag, 10.11.,", no things.
_OF_CLAUSES = frozenset("sie dich du uns ihnen dir euch you us me vous te tu nous".split())
_ONE_PAPER = re.compile(
    r"(?:führerschein\w*|führerausweis|fahrausweis|fahrerlaubnis|permis (?:de conduire|b)|(?:driving|drivers?|driver 's) licen[cs]e)"
)


def _may_join(words: Sequence[str]) -> bool:
    """Whether something in a sentence can stand between two things."""
    if not _JOINTS.isdisjoint(words):
        return True
    return any(
        word == "," and before not in _OF_CLAUSES and not before[:1].isdigit() and not behind[:1].isdigit()
        for before, word, behind in zip(("", *words), words, (*words[1:], ""), strict=False)
    )


def _is_another(teller: Teller, item: str, index: int) -> bool:
    """Whether a sentence that asks for one thing calls it by the name of another: a "Diplomarbeit" is no diploma.

    A driving licence, which is both a paper of who one is and of what one may do, is one.
    """
    scene = teller.scene
    if item in TESTS or not 0 <= index < len(scene.said):
        return False
    words = scene.said[index].words
    own = named(words, scene.items)
    seen = {one.item for one in own}
    if len(seen) != 1 or item in seen:
        return False
    licence = item in _LIKE_LICENCES and any(_ONE_PAPER.fullmatch(" ".join(words[one.begin : one.stop])) for one in own)
    return licence or not _may_join(words)


_LIKE_LICENCES = frozenset({"certificate", "work-permit"})


def _is_there(teller: Teller, item: str, index: int, likely: float) -> bool:
    """Whether a mail says that an item is there, or is seen to: a list ticks it off, or the referees are called.

    A row beside that one may seem to ask for it: then it names something else.
    """
    scene = teller.scene
    if item == "references" and likely < _PLAINLY and is_told([" ".join(statement.words) for statement in scene.said]):
        return True
    seen = named(scene.said[index].words, scene.items) if 0 <= index < len(scene.said) else []
    if not seen or any(one.item == item for one in seen):
        return False
    own = [(each.words, one) for each in scene.said for one in named(each.words, scene.items) if one.item == item]
    return bool(own) and all(is_ticked_off(words, one) for words, one in own)


def _referees(teller: Teller, index: int) -> int | None:
    """Return how many referees are asked for, if the mail says so."""
    surely = index >= 0 and teller.insight.statement(index, "requested:references") >= _SURELY
    return count_near(teller.scene.said, index, surely=surely)


def _kind(item: str) -> str:
    if item == "references":
        return "reference_check"
    return "assessment" if item in TESTS else "request"


def reference_call(teller: Teller) -> Iterator[News]:
    """Yield that referees will be called, where nobody is asked for them."""
    if teller.says("reference-call"):
        event = events.Heard(at=teller.scene.at, who=teller.scene.who(), asks=teller.says("asks"))
        yield teller.news("reference_check", event, teller.where("reference-call"), teller.likely("reference-call"))
