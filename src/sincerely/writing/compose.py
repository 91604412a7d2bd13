"""A draft from a situation; or, where ground is missing, what to ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from . import briefing
from .english import drafts as english
from .facts.grammar import Move, Plan, Voice, line, paragraphs, seed_of, write
from .facts.grounds import Draft, Fact, Facts, Ground, Missing, Sentence
from .facts.opening_names import short_employer
from .facts.situation import Situation
from .french import drafts as french
from .french.typography import spaced
from .german import drafts as german
from .german.greeting import NOBODY_TOLD, Told, title_told
from .saying.left_out import left_out
from .saying.needs import missing
from .saying.noted import kept_back, known_nouns, noted, reader_of, unsaid
from .saying.told import told
from .saying.tongue import Tone, greeting, item_words, sign_off, tone_of
from .words.names import person_of

_PLANS = {"en": english.PLANS, "de": german.PLANS, "fr": french.PLANS}
# A thank-you shorter than this says too little, one that is longer is not read.
SHORTEST, LONGEST = 60, 150
# How much of each note a mail takes, tried until it is short enough.
_BUDGETS = (40, 30, 22, 15)
# What gives way where that is not enough; where somebody fits is said last of all.
_TOPIC = ("topic", "topic_of", "topic_clause", "topic_mine", "topic_own", "topic_loose")
_GIVES_WAY: tuple[tuple[str, ...], ...] = ((), _TOPIC, (*_TOPIC, "send", "send_loose"))
# What programs put in front of a subject as they answer or pass it on.
_AGAIN = re.compile(
    r"^(?:(?:re|aw|antw|fwd?|wg|tr|sv|automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office(?: reply)?"
    r"|automatische antwort|abwesenheits(?:notiz|meldung)|abwesend|réponse automatique|absence du bureau|message d['’]absence)"
    r"\s?(?:\[\d+\]\s?)?:\s*)+",
    re.IGNORECASE,
)
_SMALL_STARTS = frozenset(
    """es ich vielen im wie hier noch gibt hiermit wir meine bitte danke eines darf mein haben herzlichen wenn mir zu am
    besonders entschuldigen entschuldige""".split()
)
_THANKS = frozenset({"thank-you", "thank-you-agency"})
_TO_REFEREE = frozenset({"reference-request", "reference-reminder", "heads-up", "briefing", "reference-outcome"})


def compose(what: str, situation: Situation) -> Draft | tuple[Missing, ...]:
    """Return a draft of one kind, or what is missing for it.

    Args:
        what: one of `english.PLANS`.
        situation: everything that it may know.
    """
    tone = tone_of(situation)
    facts = {**told(situation, tone.language), **noted(situation, tone.language)}
    wanting = missing(what, situation, facts)
    if wanting:
        return wanting
    named = "thank-you-agency" if what == "thank-you" and situation.passed_on else what
    plan = _PLANS[tone.language][named]
    header = situation.process.header
    voice = Voice(tone.formal, seed_of(f"{header.id} {header.employer} {header.role}", situation.position))
    hello = _hello(what, situation, tone)
    if named in _THANKS:
        written = _to_measure(plan, situation, tone, voice)
    else:
        written = _sentences(plan, _facts(situation, tone, _BUDGETS[0]), situation, tone, voice, pad=False)
    return _draft(what, plan, situation, tone, voice, [(hello, True), *written])


def _to_measure(plan: Plan, situation: Situation, tone: Tone, voice: Voice) -> list[tuple[Sentence, bool]]:
    """Write a thank-you of 60 to 150 words: padded by what always holds, or with its notes cut shorter."""
    written: list[tuple[Sentence, bool]] = []
    for budget in _BUDGETS:
        for without in _GIVES_WAY if budget == _BUDGETS[-1] else _GIVES_WAY[:2]:
            facts = {n: f for n, f in _facts(situation, tone, budget).items() if n not in without}
            written = _sentences(plan, facts, situation, tone, voice, pad=False)
            if _said(written) < SHORTEST:
                written = _sentences(plan, facts, situation, tone, voice, pad=True)
            if _count(written, situation, tone) <= LONGEST:
                return written
    return written


def _said(written: list[tuple[Sentence, bool]]) -> int:
    """Count what is said between greeting and name: by that alone a thank-you is too short."""
    return sum(any(c.isalnum() for c in word) for sentence, _ in written for word in sentence.text.split())


def _count(written: list[tuple[Sentence, bool]], situation: Situation, tone: Tone) -> int:
    ends = f"{_hello('thank-you', situation, tone).text} {sign_off(situation, tone)}"
    return len(ends.split()) + _said(written)


_BOTH = 2


def _facts(situation: Situation, tone: Tone, budget: int) -> dict[str, Fact]:
    facts = {**told(situation, tone.language), **noted(situation, tone.language, budget)}
    extra = {"ready": briefing.all_briefed(situation), "agreed_all": briefing.all_agreed(situation)}
    if len(situation.process.agreed) == _BOTH:
        extra["both"] = extra["agreed_all"]
    return {**facts, **{name: fact for name, fact in extra.items() if fact is not None}}


def _sentences(
    plan: Plan, facts: Facts, situation: Situation, tone: Tone, voice: Voice, *, pad: bool
) -> list[tuple[Sentence, bool]]:
    written: list[tuple[Sentence, bool]] = []
    opening = True
    for each in plan.moves:
        opening = opening or each.opens
        if each.part == "padding" and not pad:
            continue
        for sentence, own_line in _moved(each, facts, situation, tone, voice):
            text = replace(sentence, text=_set(sentence.text, tone))
            if not written and tone.language == "de":
                # After the comma of the greeting a German mail goes on with a small letter.
                text = Sentence(_lower(sentence.text), sentence.stands_on, sentence.part)
            written.append((text, opening or own_line))
            opening = own_line
    return written


def _lower(text: str) -> str:
    """Write the first word of a German mail small, unless it is one that German writes large."""
    return text[:1].lower() + text[1:] if text.split(" ", 1)[0].casefold() in _SMALL_STARTS else text


def _moved(each: Move, facts: Facts, situation: Situation, tone: Tone, voice: Voice) -> Iterator[tuple[Sentence, bool]]:
    if each.part != "list":
        sentence = write(each, facts, voice)
        if sentence is not None:
            yield sentence, False
        return
    name = each.tiers[0][0].strip("{}")
    lines = briefing.items(name, situation, tone.language)
    if not lines or (name == "referees" and "references" not in facts):
        return
    bullets = "\n".join(f"- {sentence.text}" for sentence in lines)
    grounds = tuple(dict.fromkeys(g for sentence in lines for g in sentence.stands_on))
    above = line([briefing.heading(name, tone.language)], {}, voice)
    text = f"{above.text}\n{bullets}" if above and above.text else bullets
    yield Sentence(text, grounds), True


def _hello(what: str, situation: Situation, tone: Tone) -> Sentence:
    to, header = situation.to, situation.process.header
    theirs = what not in _TO_REFEREE and not situation.through_agency
    told = NOBODY_TOLD if tone.language == "en" else _title(situation)
    text = greeting(to, tone, short_employer(header.employer) if theirs else "", told, situation.thread.text)
    shown = situation.names.get(to.address, "")
    ground = Ground(
        "name", shown or to.full or header.employer or to.address or "nobody known", to.address or header.id
    )
    return Sentence(text, (ground, *told.grounds), "greeting")


def _title(situation: Situation) -> Told:
    """Return whether the mails say Frau or Herr of whom this one goes to; how they are shown counts as well."""
    to, names = situation.to, situation.names
    shown = [Ground("name", names[to.address], to.address)] if to.address in names else []
    quotes = [Ground("mail", e.quote, e.source, e.id) for e in situation.process.events if e.quote]
    others = [situation.person(who) for who in names]
    # Mails speak to the writer too, who may bear the same name.
    writer = [person_of(situation.style.name, situation.style.name)] if situation.style.name else []
    return title_told(to, (*shown, *quotes, *situation.mail), [*others, *writer])


def bare_subject(subject: str) -> str:
    """Return a subject without what programs put in front of it.

    >>> bare_subject("RE: Automatic reply: Would you be a referee for me?")
    'Would you be a referee for me?'
    """
    return _AGAIN.sub("", subject).strip()


def _draft(
    what: str,
    plan: Plan,
    situation: Situation,
    tone: Tone,
    voice: Voice,
    written: list[tuple[Sentence, bool]],
) -> Draft:
    ending = sign_off(situation, tone)
    thread = situation.thread
    facts = told(situation, tone.language)
    subject = line(plan.subject, facts, voice)
    words = bare_subject(thread.subject)
    return Draft(
        what=what,
        to=situation.to.address,
        subject=f"Re: {words}" if words else _capital(_set(subject.text if subject else "", tone)),
        body=f"{paragraphs(written)}\n\n{ending}",
        sentences=tuple(sentence for sentence, _ in written),
        in_reply_to=thread.message_id,
        references=(*thread.references, thread.message_id) if thread.message_id else (),
        attach=_attached(what, situation, facts),
        language=tone.language,
        formal=tone.formal,
        their_language=tone.theirs,
        kept_back=_kept_back(situation) if what == "thank-you" else (),
        unsaid=(
            *(_unsaid(situation, tone, paragraphs(written)) if what == "thank-you" else ()),
            *((situation.said,) if situation.said and not _takes_words(plan) else ()),
        ),
    )


def _takes_words(plan: Plan) -> bool:
    """Whether a kind of mail has a place for what the person says in their own words."""
    return any("{said}" in tier for each in plan.moves for tiers in each.tiers for tier in tiers)


def _unsaid(situation: Situation, tone: Tone, body: str) -> tuple[str, ...]:
    known, reader = known_nouns(situation), reader_of(situation)
    rough = tuple(
        dict.fromkeys(part for note in situation.notes for part in unsaid(note, tone.language, known, reader))
    )
    return (*rough, *left_out(situation, tone.language, body, rough))


def _set(text: str, tone: Tone) -> str:
    return spaced(text) if tone.language == "fr" else text


def _kept_back(situation: Situation) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for note in situation.notes for part in kept_back(note)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _attached(what: str, situation: Situation, facts: Facts) -> tuple[str, ...]:
    if what != "hand-in" or "references" in facts or "told_item" in facts:
        return ()
    return (re.sub(r"^(?:my|the) ", "", item_words(situation.item, "en")),)
