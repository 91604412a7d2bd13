"""The lists in a mail: who the referees are, what the job asks for, what would help, what the CV says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sincerely.core.events import Agreed, Briefed, Debriefed
from sincerely.core.timeline import format_event

from .english import deeds as english_deeds
from .english import needs as english_needs
from .facts.fitting import asked_for, fitting
from .facts.grounds import Fact, Ground, Sentence
from .facts.languages import foreign
from .facts.passages import Passage, passages
from .facts.situation import Situation
from .french import notes as french_notes
from .german import notes as german_notes
from .german.nouns import with_nouns
from .saying.noted import akin, known_nouns
from .saying.readable import unreadable
from .words.clipping import clip, need_and_deed, says_nothing, sentences
from .words.personal import is_personal
from .words.phone import as_typed_out
from .words.skills import SKILLS
from .words.spelling import PROPER, spelled

_MOST = 4
# The note says already that they need it.
_NEEDED = re.compile(
    r"^(?:(?:they|we|you) )?(?:need|needs|want|wants|look for|(?:are )?looking for)\s+|^(?:sie )?(?:brauchen|suchen)\s+"
    r"|^(?:ils )?(?:re)?cherchent\s+",
    re.IGNORECASE,
)
_THEY_NEED = {"en": "they need ", "de": "gebraucht wird: ", "fr": "ce dont ils ont besoin : "}
_ABOUT = {"en": "on ", "de": "dazu: ", "fr": "à propos de ce point : "}
_HEADINGS = {
    "en": {
        "referees": "",
        "asks": "What the job asks for, in the posting's words:",
        "stresses": "It would help me most if you could speak to this:",
        "shows": "What my CV says about it:",
    },
    "de": {
        "referees": "",
        "asks": "Was die Stelle verlangt, in den Worten der Ausschreibung:",
        "stresses": "Am meisten würde mir helfen, wenn <Sie|du> hierzu etwas sagen <können|kannst>:",
        "shows": "Was in meinem Lebenslauf dazu steht:",
    },
    "fr": {
        "referees": "",
        "asks": "Ce que demande le poste, dans les termes de l'annonce :",
        "stresses": "Ce qui m'aiderait le plus, c'est que <vous puissiez|tu puisses> parler de ceci :",
        "shows": "Ce que mon CV en dit :",
    },
}


def heading(name: str, language: str) -> str:
    """Return what stands above a list."""
    return _HEADINGS[language][name]


def items(name: str, situation: Situation, language: str) -> tuple[Sentence, ...]:
    """Return a list's lines, each with what it stands on."""
    if name == "referees":
        return tuple(_referees(situation))
    if name == "asks":
        asked = asked_for(situation.cv, situation.posting)[:_MOST]
        return tuple(Sentence(need.text, need.grounds) for need, _ in asked)
    if name == "stresses":
        return tuple(_stresses(situation, language))
    return tuple(Sentence(p.text, p.grounds) for p in _shown(situation)[:_MOST])


def _shown(situation: Situation) -> tuple[Passage, ...]:
    """Return what the CV says of where the person fits, and of what the posting asks for."""
    cv = passages(situation.cv)
    noted = [line for note in situation.process.all(Debriefed) if note.fit for line in akin(note.fit, situation.cv)]
    first = [passage for line in noted for passage in cv if line in passage.grounds]
    return tuple(dict.fromkeys((*first, *(pair.deed for pair in fitting(situation.cv, situation.posting)))))


def _referees(situation: Situation) -> Iterator[Sentence]:
    process = situation.process
    for who in process.agreed:
        person = situation.person(who)
        agreed = process.consent[who]
        ground = Ground("event", format_event(agreed, process.header.tz), agreed.source, agreed.id)
        yield Sentence(", ".join(part for part in (person.full, who) if part), (ground,))


def _stresses(situation: Situation, language: str) -> Iterator[Sentence]:
    seen: set[str] = set()
    for note in situation.process.all(Debriefed):
        nouns = known_nouns(situation) if language == "de" else frozenset()
        fit = as_typed_out(note.fit, language)
        fit = "; ".join(part for part in sentences(fit) if not unreadable(part, "fit", language, nouns))
        fit = with_nouns(fit, nouns) if language == "de" else fit
        need, deed = need_and_deed(spelled(fit, language))
        about = _is_about(need, language)
        need = _NEEDED.sub("", need)
        words = clip(deed, 40)
        if not words or words in seen or says_nothing(words) or is_personal(words) or foreign(note.fit, language):
            continue
        seen.add(words)
        if language == "fr":
            shape, said = french_notes.deed_of(words)
            need = french_notes.need_of(need) if need else ""
        elif language == "de":
            shape, said = german_notes.deed_of(words)
            need = german_notes.need_of(need)
        else:
            shape, said = english_deeds.deed_of(words, SKILLS | PROPER)
        if not said:
            continue
        subject = ("ich " if language == "de" else "I ") if shape == "verb" else ""
        tail = f" ({(_ABOUT if about else _THEY_NEED)[language]}{need})" if need else ""
        ground = Ground("debrief", f"fit: {note.fit}", note.source, note.id)
        text = f"{subject}{said}{tail}"
        yield Sentence(text if language == "de" else text[:1].upper() + text[1:], (ground,))


def _is_about(need: str, language: str) -> bool:
    """Whether what was noted of their needs is what they have and do not look for."""
    if language == "fr":
        return bool(need) and french_notes.need_slot(need) == "need_about"
    if language == "de":
        return bool(need) and german_notes.is_trouble(need)
    return bool(need) and english_needs.need_of(need, lambda text: text, SKILLS | PROPER)[0] == "about"


def all_briefed(situation: Situation) -> Fact | None:
    """Return that every referee who agreed was briefed too, where that is so."""
    process = situation.process
    briefed = [b for b in process.all(Briefed) if set(b.who) & set(process.agreed)]
    if len(process.agreed) > 1 and all(process.concerning(Briefed, who) for who in process.agreed):
        return Fact("", tuple(Ground("event", format_event(b, process.header.tz), b.source, b.id) for b in briefed))
    return None


def all_agreed(situation: Situation) -> Fact | None:
    """Return that the referees have agreed, where there are several."""
    process = situation.process
    answers = [process.consent[who] for who in process.agreed]
    found = tuple(
        Ground("event", format_event(a, process.header.tz), a.source, a.id) for a in answers if isinstance(a, Agreed)
    )
    return Fact("", found) if len(found) > 1 else None
