"""By which day something that is asked for is due."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime

from sincerely.core.events import Deadline
from sincerely.reading.linking.role import is_reply
from sincerely.reading.scoring import labels
from sincerely.reading.scoring.acts import acts
from sincerely.reading.scoring.insight import Timed
from sincerely.reading.scoring.words import plain
from sincerely.reading.statements import deadlines
from sincerely.reading.statements.counted_from import due_by, is_then
from sincerely.reading.statements.statement import statements
from sincerely.reading.statements.telling import NOTICED, Teller
from sincerely.reading.statements.them import asks_for_them
from sincerely.times import TimeMention

from .brought import is_brought, is_sent
from .days import ANSWER, in_own_clause
from .lists import heading, heading_of
from .named import named

# From where on a sentence asks.
ASKS = 0.6


def due(teller: Teller, index: int, item: str, *, brought: bool = False) -> Deadline | None:
    """Return by when what a statement asks for is due: the hour, where it tells one, of the day that `_day` finds."""
    day = _day(teller, index, item, brought=brought)
    return day if day is None or brought else _to_the_hour(teller, index, day)


def _to_the_hour(teller: Teller, index: int, day: date) -> Deadline:
    """Return the one hour of a day by which something is due, as the statement that names this day tells it; else the day."""
    said = teller.scene.said
    for at in (index, index + 1):
        if 0 <= at < len(said):
            own = [(at, one) for one in said[at].times if deadlines.is_deadline(one)]
            if any(deadlines.day_in(said[at], one) == day for _, one in own):
                return _one_hour(teller, own, day)
    likely = [timed for timed in teller.insight.times("due") if timed.likely >= _SURELY_DUE]
    return _one_hour(teller, [(timed.statement, said[timed.statement].times[timed.which]) for timed in likely], day)


def _one_hour(teller: Teller, times: Iterable[tuple[int, TimeMention]], day: date) -> Deadline:
    """Return the hour of a day that all times tell which are on it; the day where one tells none, or they tell several."""
    said = teller.scene.said
    on_it = [(said[at], one) for at, one in times if deadlines.day_in(said[at], one) == day]
    hours = {deadlines.hour_of(statement, one, day) for statement, one in on_it}
    hour = hours.pop() if len(hours) == 1 else None
    return day if hour is None else hour


# How likely a time is one by which something is due, where its hour counts and no words say "by".
_SURELY_DUE = 0.5


def _day(teller: Teller, index: int, item: str, *, brought: bool) -> date | None:
    """Return the day by which what a statement asks for is due.

    Said of that item, where the statement names several days; said outright; counted back from the interview; the
    interview's own day for what one is to bring; said above the list in which it stands; told by another day of the mail; the likeliest of all times; the day on
    which the offer ends that it speaks of; told by the next statement where that asks too; named by the subject. What is to be brought along has no day by which something else is to be sent.
    """
    said, insight = teller.scene.said, teller.insight
    times = insight.times("due")
    if not 0 <= index < len(said):
        return deadlines.likeliest(said, times, index)
    # An hour "of that day" tells no day by itself.
    times = [one for one in times if not is_then(said[one.statement].times[one.which], said[one.statement])]
    if brought:
        times = [one for one in times if one.statement == index or not is_sent(said[one.statement].words)]
    answers = [timed for timed in insight.times("answer-by") if timed.statement == index]
    ways: tuple[Callable[[], date | None], ...] = (
        lambda: _in_own_clause(teller, index, item),
        lambda: deadlines.outright(said, [one for one in times if not _is_answers(teller, one)], index),
        lambda: _of_them(teller, index + 1),
        lambda: _before_the_meeting(teller, index),
        lambda: _at_the_meeting(teller, index, item),
        lambda: due_by(said, index),
        lambda: _by_heading(teller, index),
        lambda: _with_the_answer(teller, index),
        lambda: deadlines.likeliest(said, [one for one in times if not _is_anothers(teller, one, index)], index),
        lambda: deadlines.likeliest(said, answers),
        lambda: _before_the_meeting(teller, index + 1),
        lambda: due_by(said, index + 1) if _goes_on_asking(teller, index + 1) else None,
        lambda: _due_by_subject(teller, item),
    )
    return next((by for way in ways if (by := way()) is not None), None)


def _in_own_clause(teller: Teller, index: int, item: str) -> date | None:
    """Return the day that stands with an item, where one statement names several: "X by Friday, and Y by the 29th"."""
    return in_own_clause(teller.scene.said[index], item, teller.scene.items, _before_the_meeting(teller, index))


def _by_heading(teller: Teller, index: int) -> date | None:
    """Return the day by which everything in a list is due: "By Friday I need:"."""
    head = heading_of(teller.scene, index)
    if head is None:
        return None
    statement = teller.scene.said[head]
    asks = heading(statement.words) or acts(statement.sentence.text, teller.scene.acts)["request"] >= _PLAINLY
    return deadlines.last_day(statement) if asks and any(map(deadlines.is_deadline, statement.times)) else None


# "Send it with your acceptance", "by the same day", "Legen Sie Ihrer Zusage bei", "joignez à votre réponse".
_WITH_ANSWER = re.compile(
    r"\b(?:with your (?:\w+ )?(?:reply|acceptance|answer|response|decision|yes|confirmation)|with the (?:acceptance|answer|reply)|at the same time|by the same (?:day|date|time)|"
    r"when (?:replying|accepting|you (?:reply|accept|confirm))|"
    r"(?:ihrer|deiner|mit ihrer|mit deiner) (?:zusage|antwort|rückmeldung|bestätigung|annahme)|bis zum selben (?:tag|termin)|zum selben termin|"
    r"(?:à|avec|dans) (?:votre|ta) (?:oui|réponse|acceptation|confirmation)|à la même date)\b",
    re.IGNORECASE,
)
_ANSWERS = 0.1


def _with_the_answer(teller: Teller, index: int) -> date | None:
    """Return the day by which an answer is awaited, where a statement wants something together with it."""
    said = teller.scene.said
    if not _WITH_ANSWER.search(said[index].text):
        return None
    times = [*teller.insight.times("answer-by"), *teller.insight.times("due")]
    by_when = {
        timed.statement
        for timed in times
        if timed.likely >= _ANSWERS or ANSWER.search(said[timed.statement].text)
        if deadlines.is_deadline(said[timed.statement].times[timed.which])
    }
    # The answer is mostly wanted just before, and may stand in the same sentence.
    near = sorted(by_when, key=lambda at: (at > index, abs(at - index)))
    return next((day for at in near if (day := deadlines.last_day(said[at])) is not None), None)


def _meeting(teller: Teller) -> datetime | None:
    """Return when the interview begins, if the mail says so."""
    start = max(teller.slots, key=lambda slot: slot.likely, default=None)
    return start.start if start is not None and start.likely >= _MEETS else None


# How likely an interview begins at a time from which days are counted back.
_MEETS = 0.5


def _before_the_meeting(teller: Teller, index: int) -> date | None:
    """Return the day that a statement counts back from the interview."""
    said = teller.scene.said
    if not 0 <= index < len(said):
        return None
    start = _meeting(teller)
    meeting = deadlines.meeting_named(said[index]) or (start and start.date())
    counted = deadlines.ahead_of(meeting, said[index]) if meeting is not None else None
    day = deadlines.named_too(said[index]) or counted
    return day if day is not None and day >= said[index].clock.at.date() else None


def _at_the_meeting(teller: Teller, index: int, item: str) -> date | None:
    """Return the interview's day for what a statement asks to bring along."""
    start = _meeting(teller)
    return start.date() if start and is_brought(teller.scene.said[index].words, item, teller.scene.items) else None


_THEM = re.compile(r"\b(?:it|them|these|those|this|everything|all|both|documents?|files?)\b", re.IGNORECASE)
_PLAINLY = 0.4
_SURELY = 0.9
_HAND_IN = frozenset({"request", "reference_check"})
_AS_LIKELY = 0.8


def _is_anothers(teller: Teller, timed: Timed, index: int) -> bool:
    """Whether a time of another statement is that of an answer, or of what the employer will do."""
    if timed.statement == index:
        return False
    statement = teller.scene.said[timed.statement]
    text = statement.sentence.text
    if _is_answers(teller, timed):
        return True
    if named(statement.words, teller.scene.items) or _THEM.search(text):
        return False
    promised = teller.insight.time(timed.statement, timed.which, "promised")
    theirs = promised >= _AS_LIKELY * timed.likely and acts(text, teller.scene.acts)["request"] < _PLAINLY
    # Who asks for nothing but things wants these by return: "Respond within seven days".
    alone = timed.likely >= _SURELY and teller.insight.kind in _HAND_IN
    return theirs or (ANSWER.search(text) is not None and not alone)


# "We need both by Friday", "Wir benötigen die Unterlagen bis zum 31. März".
_ALL_OF_THEM = re.compile(
    r"\b(?:it|them|both|these|those|all (?:of )?(?:this|these|documents?)|everything|the (?:documents?|papers?|paperwork|files?|forms?)"
    r"|(?:die|alle|sämtliche) (?:unterlagen|dokumente|papiere)|beides|alles|sie|diese[ns]?|les (?:documents|pièces|papiers)|le tout|l['’]ensemble)\b",
    re.IGNORECASE,
)
_WANTS = re.compile(
    r"\b(?:(?:we|I)(?:['’]ll| will| would|['’]d)? (?:need|require|like to (?:have|receive))|(?:please|kindly)\b[^.;]{0,30}\b(?:return|send|submit|upload|get|let us have|email)"
    r"|(?:wir|ich) (?:benötigen|benötige|brauchen|brauche|bräuchten|bräuchte)|(?:benötigen|brauchen|bräuchten) wir|bitte\b[^.;]{0,60}\b(?:senden|schicken|sende|schick|reichen|zurück|laden|lade|hoch)"
    r"|(?:should|must) (?:be (?:with us|here|returned|sent|submitted)|reach us)|(?:are|is) due|merci\b[^.;]{0,40}\b(?:envoyer|retourner|transmettre|renvoyer|déposer)|il (?:me|nous) (?:les|le) faut)\b",
    re.IGNORECASE,
)


def _of_them(teller: Teller, index: int) -> date | None:
    """Return the day by which the next statement, which names no thing itself, wants what was asked for."""
    said = teller.scene.said
    if not 0 < index < len(said):
        return None
    statement = said[index]
    text = statement.text
    if named(statement.words, teller.scene.items) or ANSWER.search(text):
        return None
    wants = (_ALL_OF_THEM.search(text) and _WANTS.search(text)) or asks_for_them(statement.sentence.text)
    return deadlines.last_day(statement) if wants and any(map(deadlines.is_deadline, statement.times)) else None


_SEVERAL = 2
_GIVES = re.compile(
    r"\b(?:send|submit|upload|return|provide|bring|complete|fill|forward|finish|senden|schicken|einreichen|envoyer)\b",
    re.IGNORECASE,
)


def _is_answers(teller: Teller, timed: Timed) -> bool:
    """Whether, of several deadlines, one is that of an answer: "reply by the 9th, and send it by the 20th"."""
    statement = teller.scene.said[timed.statement]
    text, time = statement.text, statement.times[timed.which]
    if sum(deadlines.is_deadline(one) for one in statement.times) < _SEVERAL:
        return False
    begin = max(text.rfind(mark, 0, time.begin) for mark in ",;") + 1
    end = min((at for mark in ",;" if (at := text.find(mark, time.stop)) >= 0), default=len(text))
    clause = text[begin:end]
    gives = _THEM.search(clause) or _GIVES.search(clause) or named(plain(clause).split(), teller.scene.items)
    return ANSWER.search(clause) is not None and not gives


# "Those should be here the day before", "So the Friday before": of what was asked for, and no deed of the writer's.
_OF_THAT = re.compile(r"(?:so|those|these|that|it|they|both|all|everything|please)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:I|[Ww]e)(?:['’]ll|['’]d| will| shall| should have| would)?\b")


def _goes_on_asking(teller: Teller, index: int) -> bool:
    """Whether a statement goes on with what the one before it asks for."""
    if index >= len(teller.scene.said):
        return False
    text = teller.scene.said[index].sentence.text
    if not _OWN.match(text) and acts(text, teller.scene.acts)["request"] >= ASKS:
        return True
    own, phrase = _OWN.search(text), _OF_THAT.match(text)
    return phrase is not None and (own is None or text[: own.start()].rstrip().endswith((",", "as", "because")))


_DUE = re.compile(r"\b(?:due(?! to\b)|deadline|fällig)\b", re.IGNORECASE)


def _due_by_subject(teller: Teller, item: str) -> date | None:
    """Return the deadline that the subject of a new mail names for an item: "Portfolio link due Fri 21 Nov"."""
    scene = teller.scene
    letter, subject = scene.letter, scene.letter.subject[:_SUBJECT]
    if not scene.said or not subject or letter.in_reply_to or letter.references or is_reply(subject):
        return None
    alone = sum(teller.likely(f"requested:{one}") >= NOTICED for one in labels.ITEMS) <= 1
    for statement in statements(subject, scene.said[0].clock):
        items = [one.item for one in named(statement.words, scene.items)]
        for mention in statement.times if item in items or (alone and not items) else ():
            by_words = deadlines.is_deadline(mention) and len(statement.times) == 1
            if by_words or _DUE.search(statement.text[: mention.begin]) or _DUE.match(mention.quote):
                day = deadlines.day_of(mention)
                if day is not None and day >= statement.clock.at.date():
                    return day
    return None


# So much of a subject is read for times.
_SUBJECT = 200
