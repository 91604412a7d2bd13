"""What each kind of mail can't be written without, and how to ask for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from sincerely.core.events import Heard
from sincerely.writing.facts.grounds import Facts, Missing
from sincerely.writing.facts.languages import WRITTEN, foreign, guess
from sincerely.writing.facts.situation import FIELDS, Situation

from .noted import kept_back, known_nouns, reader_of, unsaid
from .tongue import TOLD, item_key, tone_of

_SUBSTANCE = ("liked", "liked_clause", "liked_own", "liked_loose", "liked_how", "topic", "topic_of", "topic_clause", "topic_mine", "topic_own",
              "topic_loose", "did", "brings", "brings_loose", "fit_own", "able", "cv_did", "cv_line")  # fmt: skip
_JOB = ("job",)


def missing(what: str, situation: Situation, facts: Facts) -> tuple[Missing, ...]:
    """Return what is missing for a kind of mail; nothing where it can be written."""
    found = _CHECKS.get(what, _job)(situation, facts)
    return (found,) if found is not None else ()


def _how(situation: Situation, rest: str) -> str:
    return f"sincerely {rest.format(process=situation.process.header.id)}"


def _thank_you(situation: Situation, facts: Facts) -> Missing | None:
    if situation.interview is None:
        return Missing(
            "an interview",
            "No interview is known. When was it, and with whom?",
            _how(situation, "note {process} 'interviewed NAME@FIRM'"),
        )
    if any(name in facts for name in _SUBSTANCE):
        return None
    person = situation.about if situation.about.full or situation.about.address else situation.to
    shown = person.full or person.address or "them"
    language = tone_of(situation).language
    noted = [text for note in situation.notes for field in FIELDS if (text := getattr(note, field))]
    if noted and all(foreign(text, language) for text in noted):
        return _notes_in(situation, shown, guess(" ".join(noted)))
    rough = list(
        dict.fromkeys(
            part
            for note in situation.notes
            for part in unsaid(note, language, known_nouns(situation), reader_of(situation))
        )
    )
    if rough:
        return Missing(
            f"your notes about {shown}, as they should read them",
            f"No sentence could be made of what you noted: “{'”, “'.join(rough)}”. Write it as {shown} should read it, in a few"
            f" whole words in {WRITTEN[language]}.",
            _how(situation, f'debrief {{process}}{_with(situation)} --liked "…" --fit "…" --topic "…"'),
        )
    private = [part for note in situation.notes for part in kept_back(note)]
    why = f" What you noted is private and goes into no mail to them: “{'”, “'.join(private)}”." if private else ""
    told = _with(situation)
    return Missing(
        f"your notes about {shown}",
        f"What did {shown} talk about, what did you like, and where do you fit? One line each is enough.{why}",
        _how(situation, f'debrief {{process}}{told} --liked "…" --fit "…" --topic "…"'),
    )


def _notes_in(situation: Situation, shown: str, theirs: str) -> Missing:
    """Ask for notes in the mail's language; ``theirs`` is the one that they are in, where drafts are written in it."""
    tone = tone_of(situation)
    mail = WRITTEN[tone.language]
    why = (
        f" They write in {tone.theirs}, in which no drafts are written, so the mail is in {mail}."
        if tone.theirs
        else ""
    )
    other = theirs if theirs != tone.language else ""
    rest = (
        f"draft THX001 --process {{process}} --language {other}" if other else 'debrief {process} --liked "…" --fit "…"'
    )
    choice = f"Note them in {mail}, or write in their language." if other else f"Note them in {mail}."
    return Missing(
        f"your notes in {mail}",
        f"The mail is in {mail}, and your notes about {shown} are not.{why} {choice}",
        _how(situation, rest),
    )


def _with(situation: Situation) -> str:
    """Return how a command names whom the notes are about."""
    person = situation.about if situation.about.full or situation.about.address else situation.to
    return f" --with {person.address or person.full}" if person.address or person.full else ""


def _hand_in(situation: Situation, facts: Facts) -> Missing | None:
    key = item_key(situation.item)
    if not situation.item:
        return Missing(
            "what to hand in", "What do you hand in?", _how(situation, "draft ASK001 --process {process} --to ITEM")
        )
    if "references" in facts and not situation.process.agreed:
        return Missing(
            "a referee who agreed",
            "Nobody has agreed to be your referee yet. Whom do you ask?",
            _how(situation, "draft REF001 --process {process} --to NAME@FIRM"),
        )
    if "told_item" in facts and not situation.said:
        words = key.replace("-", " ") if key in TOLD else re.sub(r"^(?:my|meine|mon|ma|mes) ", "", facts["item"].text)
        return Missing(
            f"your {words}",
            f"They asked for your {words}. What do you want to tell them?",
            _how(situation, f'draft ASK001 --process {{process}} --to {situation.item} --say "…"'),
        )
    return None


def _answer(situation: Situation, _: Facts) -> Missing | None:
    if situation.said:
        return None
    asked = next((h for h in reversed(situation.process.all(Heard)) if h.asks), None)
    quoted = f' They wrote: "{asked.quote}"' if asked is not None and asked.quote else ""
    return Missing(
        "your answer",
        f"What do you want to answer?{quoted}",
        _how(situation, 'draft WAIT004 --process {process} --say "…"'),
    )


def _request(situation: Situation, facts: Facts) -> Missing | None:
    if situation.to.address:
        return _job(situation, facts)
    return Missing(
        "whom to ask",
        "Whom would you like to ask? Somebody who saw your work and would be glad to speak for you.",
        _how(situation, "draft REF001 --process {process} --to NAME@FIRM"),
    )


def _briefing(situation: Situation, facts: Facts) -> Missing | None:
    # Somebody who may be called today is not left waiting for a note.
    if "sudden" in facts or any(note.fit for note in situation.notes) or situation.posting:
        return _job(situation, facts)
    return Missing(
        "what your referee should stress",
        "Neither the posting nor a note about where you fit is kept. What should your referee speak to?",
        _how(situation, 'debrief {process} --fit "…"')
        + "; "
        + _how(situation, "grounds add-posting FILE --process {process}"),
    )


def _job(_: Situation, facts: Facts) -> Missing | None:
    if any(name in facts for name in _JOB):
        return None
    return Missing(
        "the job",
        "Neither the employer nor the role is known. Which job is this about?",
        "write employer= and role= on the process line, or sync the mail that names them",
    )


def _needing(fact: str, what: str, ask: str, line: str) -> Callable[[Situation, Facts], Missing | None]:
    def check(situation: Situation, facts: Facts) -> Missing | None:
        if fact in facts:
            return _job(situation, facts)
        return Missing(what, ask, _how(situation, f"note {{process}} '{line}'"))

    return check


def _outcome(situation: Situation, facts: Facts) -> Missing | None:
    if situation.process.outcome is not None:
        return _job(situation, facts)
    return Missing(
        "how it ended",
        "This process is still open. How did it end?",
        _how(situation, "note {process} 'rejected'"),
    )


_CHECKS: Mapping[str, Callable[[Situation, Facts], Missing | None]] = {
    "thank-you": _thank_you,
    "hand-in": _hand_in,
    "answer": _answer,
    "reference-request": _request,
    "briefing": _briefing,
    "reference-outcome": _outcome,
    "ask-why": _needing("rejected", "a rejection", "No rejection is known. When did they say no?", "rejected"),
    "offer-thanks": _needing("offered", "an offer", "No offer is known. When did it come?", "offered by=YYYY-MM-DD"),
    "tell-others": _needing(
        "held", "another offer", "No open offer of another employer is known. Which one do you hold?", "offered"
    ),
    "ask-address": _needing("met_day", "an interview", "No interview is known. When was it?", "interviewed NAME"),
    "reference-reminder": _needing(
        "asked_day", "your request", "No request to this referee is known. When did you ask?", "asked NAME@FIRM"
    ),
    "withdraw-reference": _needing(
        "declined", "a no", "This referee is not known to have declined. Did they?", "declined NAME@FIRM"
    ),
}
