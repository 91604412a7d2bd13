"""The debrief, as facts that sentences are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sincerely.core.events import Debriefed
from sincerely.core.timeline import format_event
from sincerely.writing.english import deeds as english_deeds
from sincerely.writing.english import needs as english_needs
from sincerely.writing.english import notes as english_notes
from sincerely.writing.english.persons import turner
from sincerely.writing.facts.fitting import fit_facts
from sincerely.writing.facts.grounds import Fact, Ground
from sincerely.writing.facts.languages import foreign
from sincerely.writing.facts.situation import FIELDS, Situation
from sincerely.writing.french import notes as french_notes
from sincerely.writing.german import notes as german_notes
from sincerely.writing.german.nouns import nouns_in, with_nouns
from sincerely.writing.german.persons import Reader, of_one, polite
from sincerely.writing.words.clipping import (
    clip,
    is_dislike,
    is_given,
    is_private,
    need_and_deed,
    says_nothing,
    sentences,
)
from sincerely.writing.words.personal import is_personal
from sincerely.writing.words.phone import as_typed_out
from sincerely.writing.words.skills import SKILLS
from sincerely.writing.words.spelling import PROPER, spelled

from .readable import runs_on, unreadable
from .tongue import tone_of
from .towards import by_one_name, called_by_name, is_name_only, liked_pieces

# What the person noted themselves of where they fit; only without it the CV is asked.
_FITS = frozenset({"did", "brings", "brings_loose", "able", "fit_own"})
_ABLE = re.compile(r"^(?:can|could|will|would|am|don['’]?t|live)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]{4,}")
# Noted of a whole panel, this is one of them, and nobody knows which.
_OF_ONE = re.compile(
    r"(?:(?:i (?:really )?)?(?:liked|loved|enjoyed) )?(?:(?:that|how|what|why|when|wie|dass|was|warum) )?"
    r"(?:she|he|her|his|she['’]s|he['’]s|er|seine?[nmr]?)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?:they|she|he|we) (?:need|want|look|asked|are looking|were looking|is looking)", re.IGNORECASE)
_LABEL = re.compile(
    r"^\s*(?:liked?|topics?|fit|me|gefallen|thema|themen|aimée?|plu|sujets?|thèmes?|moi)\s*(?::|\s[-–=]\s)\s*",
    re.IGNORECASE,
)
_PLUS = re.compile(
    r"^(?:(?:oh )?(?:and|also|plus|und|auch|mostly|mainly|just|probably|simply|definitely|vor allem|hauptsächlich)) (?=(?:that|how|the|their|her|his|dass|wie|die|der|das)\b)",
    re.IGNORECASE,
)
_TOPICS = {
    "object": "topic",
    "clause": "topic_clause",
    "mine": "topic_mine",
    "sentence": "topic_own",
    "loose": "topic_loose",
}
_JOINED = {
    "en": (" and ", english_notes.are_things),
    "de": (" und ", german_notes.are_things),
    "fr": (" et ", french_notes.are_things),
}
_ANSWERED_NEEDS = {"fr": french_notes.answered_needs, "de": german_notes.answered_needs}
_COMMON = frozenset(
    """with that this from have been were they them their your which where about into over under more most some such
    also than then when what will would could should work worked working team role data eine einen einer nach oder und
    mit dass sich auch nicht years year jahre""".split()
)


def noted(situation: Situation, language: str, most: int = 40) -> dict[str, Fact]:
    """Return what the debrief gives: what was liked, talked about, where the person fits, what they will send.

    Args:
        situation: whose notes are used.
        language: of the mail.
        most: words that one note may take in it.
    """
    facts: dict[str, Fact] = {}
    called = _called(situation)
    known = known_nouns(situation) if language == "de" else frozenset()
    formal = language == "de" and tone_of(situation).formal
    for field in situation.fields:
        parts = [
            (
                spelled(polite(with_nouns(part, known), formal=formal) if language == "de" else part, language, called),
                note,
            )
            for note in situation.notes
            for part in _parts(_by_name(getattr(note, field), situation), field, language)
            if not foreign(part, language)
            and not unreadable(part, field, language, known)
            and (situation.alone or not (_OF_ONE.match(part) or _says_of_one(part, language)))
            and not _not_for_reader(field, part, reader_of(situation), language)
        ]
        if field == "fit" and language == "en":
            scraps = _loose([text for text, _ in parts])
            parts = [part for part in parts if part[0] not in scraps and not _is_mixed(part[0])]
        if parts:
            words, notes = _joined(parts, most, language, field)
            if words:
                grounds = tuple(_ground(situation, note, field) for note in notes)
                facts |= {
                    name: Fact(text, grounds) for name, text in _turned(field, words, situation, language).items()
                }
    for name in ("did", "brings", "brings_loose", "fit_own", "need", "need_own", "need_about", "able"):
        if name in facts:
            lines = situation.posting if name.startswith("need") else situation.cv
            facts[name] = Fact(facts[name].text, (*facts[name].grounds, *_akin(facts[name].text, lines)))
    return facts if _FITS & facts.keys() else {**facts, **fit_facts(situation, language, most)}


def _not_for_reader(field: str, part: str, reader: Reader, language: str) -> bool:
    if language == "fr":
        return french_notes.not_for_reader(field, part, reader)
    return language == "de" and german_notes.not_for_reader(field, part, reader)


def _says_of_one(note: str, language: str) -> bool:
    return (language == "de" and of_one(note)) or (language == "fr" and french_notes.of_one(note))


def _parts(note: str, field: str, language: str) -> list[str]:
    note = _LABEL.sub("", note)
    note = as_typed_out(note, language)
    found = [part for part in sentences(note) if not says_nothing(part) and not is_personal(part)]
    found = [_PLUS.sub("", part) for part in found]
    if field == "fit" and language in _ANSWERED_NEEDS:
        found = _ANSWERED_NEEDS[language](found)
    if field == "liked":
        found = [piece for part in found for piece in liked_pieces(part)]
    if field == "fit" and language == "en":
        found = [piece for part in found for piece in (re.split(r",\s+", part) if runs_on(part) else [part])]
    if field in {"liked", "topic"}:
        found = [piece for part in found for piece in part.split("; ") if not says_nothing(piece)]
        # A question is one that was still open.
        found = [part for part in found if not is_private(part) and not part.endswith("?")]
    if field == "liked":
        found = [part for part in found if not is_dislike(part)]
    return found


def note_parts(note: str, field: str, language: str) -> list[str]:
    """Return the sentences of a note that may go into a mail, written out and spelt as there."""
    return [spelled(part, language) for part in _parts(note, field, language)]


def kept_back(note: Debriefed) -> list[str]:
    """Return what of a debrief line goes into no mail because it is private."""
    return [
        part
        for field in FIELDS
        for part in sentences(_LABEL.sub("", getattr(note, field)))
        if is_personal(part) or (field in {"liked", "topic"} and is_private(part))
    ]


def known_nouns(situation: Situation) -> frozenset[str]:
    """Return the nouns that this process's own texts write large: its mails, its posting, the CV, the title."""
    lines = (*situation.posting, *situation.cv, *situation.mail)
    header = situation.process.header
    return nouns_in((*(line.text for line in lines), situation.thread.text, f"als {header.role} bei {header.employer}"))


def unsaid(
    note: Debriefed, language: str, known: frozenset[str] = frozenset(), reader: Reader | None = None
) -> list[str]:
    """Return what was noted and can be put into no sentence as it is: "liegt mir", "sound man", another language's."""
    left: list[str] = []
    if language == "en":
        fits = [part for part in _parts(note.fit, "fit", language) if not foreign(part, language)]
        fits = [part for part in fits if not unreadable(part, "fit", language)]
        left += list(dict.fromkeys((*_loose(fits), *(part for part in fits if _is_mixed(part)))))
    for field in FIELDS:
        parts = _parts(getattr(note, field), field, language)
        for part in parts:
            no_part = (
                language == "de"
                and field == "fit"
                and german_notes.is_no_part(need_and_deed(with_nouns(part, known))[1])
            )
            if language == "fr" and field == "fit":
                no_part = french_notes.is_no_part(*need_and_deed(part))
            if reader is not None:
                no_part = no_part or _not_for_reader(field, part, reader, language)
            if foreign(part, language) or no_part or unreadable(part, field, language, known):
                left.append(part)
    return left


def _shape(part: str) -> str:
    return english_deeds.deed_of(need_and_deed(part)[1], SKILLS | PROPER)[0]


def _is_mixed(part: str) -> bool:
    """Whether a list begins with what is no part of a sentence and goes on with deeds: "17th edition, did testing"."""
    first, *others = re.split(r",\s+", part)
    if not others or _shape(part) not in {"loose", "sentence"} or _shape(first) != "loose":
        return False
    return any(_shape(other) == "verb" for other in others)


def _loose(parts: list[str]) -> list[str]:
    """Return which of several notes of where somebody fits are no part of a sentence, where others are."""
    shapes = {part: "loose" if _is_mixed(part) else _shape(part) for part in parts}
    return [part for part in parts if shapes[part] == "loose"] if {"verb", "object"} & set(shapes.values()) else []


def _joined(parts: list[tuple[str, Debriefed]], most: int, language: str, field: str) -> tuple[str, list[Debriefed]]:
    """Join a note's own sentences while they are short enough; the first is cut where its clause ends."""
    (first, note), *others = parts
    words, used = clip(first, most), [note]
    for part, other in others:
        and_, things = _JOINED[language]
        joiner = "; " if field == "fit" and language == "en" else and_
        longer = f"{words}{joiner}{part}"
        alike = field not in {"liked", "topic"} or things(words, part)
        # "They need somebody patient. I taught nurses." is one thing in two sentences.
        answer = field == "fit" and _ASKED.match(words) and part.startswith(("I ", "I'", "I’"))
        tool = field == "fit" and language == "en" and part.split()[0].casefold().strip(",") in SKILLS
        if alike and words and len(longer.split()) <= most // 2 and (part[:1].islower() or answer or tool):
            words, used = longer, [*used, other]
    return words, list(dict.fromkeys(used))


def _ground(situation: Situation, note: Debriefed, field: str) -> Ground:
    return Ground("debrief", f"{field}: {getattr(note, field)}", note.source or _where(situation, note), note.id)


def _where(situation: Situation, note: Debriefed) -> str:
    return format_event(note, situation.process.header.tz)


def _called(situation: Situation) -> dict[str, str]:
    """Return the names of everybody who may be spoken of, by the same in small letters."""
    interview = situation.interview
    met = [situation.person(who) for who in interview.people] if interview is not None else []
    names = " ".join(person.full for person in (situation.to, situation.about, *met)).split()
    return {name.casefold(): name for name in names if len(name) > 2 and is_given(name)}


def _names(situation: Situation) -> frozenset[str]:
    """Return the words that keep their capitals: skills, the employer's name, people's names."""
    header = situation.process.header
    people = (situation.to.full, situation.about.full, situation.style.name, *situation.names.values())
    known = " ".join((header.employer, *people)).casefold().split()
    return frozenset((*known, *_called(situation), *SKILLS, *PROPER))


def _turned(field: str, text: str, situation: Situation, language: str) -> dict[str, str]:
    if language != "en":
        reader = reader_of(situation)
        if language == "de":
            return _german(field, text, reader)
        need, deed = need_and_deed(text) if field == "fit" else ("", text)
        return french_notes.turned(field, deed, need, reader)
    names = _names(situation)
    single = situation.alone
    turn = _as_it_is if situation.passed_on else turner(single=single, called=by_one_name(situation.to))
    if field == "liked":
        you = "they" if situation.passed_on else "you"
        shape, words = english_notes.object_of(text, turn, names, you)
        if shape != "object":
            return {"liked_own" if shape == "sentence" else "liked_loose": words}
        # "I still think of" takes no clause with "that"; "I still remember" does.
        if " and that " in words:
            return {"liked": words}
        return {"liked": words, "liked_that" if words.startswith("that ") else "liked_np": words}
    if field == "topic":
        shape, words = english_notes.topic_of(text, turn, names)
        return {_TOPICS[shape]: words}
    if field == "send":
        # "Send Dana the article she mentioned" is written to Dana.
        them = re.escape(by_one_name(situation.to)) or "her"
        text = re.sub(rf"\b{them}\s+(?=(?:the|an?|my|some)\s)", "", text)
        return {"send": turn(english_notes.sent_item(text, names))}
    return _english_fit(text, situation, names)


def _by_name(note: str, situation: Situation) -> str:
    named = called_by_name(note, situation.to)
    return "" if is_name_only(named, situation.to) else named


def reader_of(situation: Situation) -> Reader:
    """Return who reads what was noted."""
    return Reader(tone_of(situation).formal, situation.alone, by_one_name(situation.to), not situation.passed_on)


def _as_it_is(text: str) -> str:
    return text


def _english_fit(text: str, situation: Situation, names: frozenset[str]) -> dict[str, str]:
    need, deed = need_and_deed(text)
    # "She said …" is the reader's where nobody else is meant; a "she" further on may be anybody.
    single = situation.alone and bool(re.match(r"(?:s?he)\b", deed, re.IGNORECASE))
    turn = _as_it_is if situation.passed_on else turner(single=single)
    shape, words = english_deeds.deed_of(deed, names)
    facts: dict[str, str] = {}
    if shape == "verb":
        facts["able" if _ABLE.match(words) else "did"] = words
    elif shape in {"object", "loose"}:
        facts["brings" if shape == "object" else "brings_loose"] = words if shape == "object" else turn(words)
    elif shape:
        glad = english_notes.heard(turn(words))
        facts["fit_own"] = glad[1] if glad else turn(words)
    if need and shape:
        kind, needed = english_needs.need_of(need, turn, names)
        facts[{"object": "need", "about": "need_about"}.get(kind, "need_own")] = needed
    return facts


def _german(field: str, text: str, reader: Reader) -> dict[str, str]:
    if field == "liked":
        shape, words = german_notes.object_of(text, reader)
        return {{"object": field, "clause": "liked_clause", "sentence": "liked_own"}[shape]: words}
    if field == "topic":
        shape, words = german_notes.topic_of(text, reader)
        subject = german_notes.as_subject(words) if shape == "object" else ""
        return {"topic_of": subject} if subject else {_TOPICS[shape]: words}
    if field == "send":
        return {"send": german_notes.sent_item(text)}
    need, deed = need_and_deed(text)
    shape, words = german_notes.deed_of(deed)
    if not shape:
        return {}
    facts = {"did" if shape == "verb" else "brings": words}
    name = "need_about" if need and german_notes.is_trouble(need) else "need"
    return {**facts, name: german_notes.need_of(need)} if need else facts


def _akin(text: str, lines: Iterable[Ground]) -> tuple[Ground, ...]:
    """Return the line that shares most of a text's telling words, if it shares any two, or a name or figure."""
    wanted = {word.casefold() for word in _WORD.findall(text)} - _COMMON
    best: tuple[int, Ground | None] = (0, None)
    for line in lines:
        shared = wanted & {word.casefold() for word in _WORD.findall(line.text)}
        if len(shared) > best[0] and (len(shared) > 1 or any(word in SKILLS for word in shared)):
            best = (len(shared), line)
    return (best[1],) if best[1] is not None else ()


def akin(text: str, lines: Iterable[Ground]) -> tuple[Ground, ...]:
    """Return the line of a CV or posting that a text is about."""
    return _akin(text, lines)
