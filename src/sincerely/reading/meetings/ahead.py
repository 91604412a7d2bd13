"""Promises, receipts, wishes: what an employer says about its own next word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from sincerely.core import events
from sincerely.core.items import says_received
from sincerely.reading.letters import reply
from sincerely.reading.scoring.insight import Timed
from sincerely.reading.statements import answer_wanted, answers, deadlines, wish_words
from sincerely.reading.statements.counted_from import counted_from
from sincerely.reading.statements.statement import Statement
from sincerely.reading.statements.stock_promises import promised_times
from sincerely.reading.statements.telling import CERTAIN, NOTICED, News, Teller
from sincerely.reading.statements.them import asks_for_them
from sincerely.reading.statements.through_me import goes_through_sender
from sincerely.times import TimeMention

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")


def promises(teller: Teller) -> Iterator[News]:
    """Yield by when the employer's next word or its decision is promised; without a day it is no promise."""
    found = next(_promised(teller), None) or _in_stock_words(teller)
    if found is not None:
        yield found


def _in_stock_words(teller: Teller) -> News | None:
    """Return a promise that a sentence makes in words that mean nothing else, whatever the rest of the mail is about."""
    for index, statement in enumerate(teller.scene.said):
        times = promised_times(statement)
        if times and not any(answers.is_awaited(statement, one) for one in times):
            told = deadlines.last_day(statement, times)
            day = counted_from(teller.scene.said, index) or (told and _either(statement)) or told
            if day is not None:
                return teller.news("promise", events.Promised(at=teller.scene.at, by=day), index, _STOCK)
    return None


_OR = re.compile(r",?\s*(?:or|oder|ou)(?: (?:on|by|am|le|bis))?\s+", re.IGNORECASE)


def _either(statement: Statement) -> date | None:
    """Return the later of two days of which either may be it: "you should hear Tuesday or Wednesday"."""
    times = statement.times
    for first, last in pairwise(times):
        if _OR.fullmatch(statement.text, first.stop, last.begin):
            days = [day for one in (first, last) if (day := deadlines.day_of(one)) is not None]
            ahead = [day for day in days if day >= statement.clock.at.date()]
            return max(ahead, default=None)
    return None


def _promised(teller: Teller) -> Iterator[News]:
    """Yield the promise that the encoder sees."""
    if not teller.says("promised"):
        return
    said, index, likely = teller.scene.said, teller.where("promised"), teller.likely("promised")
    if 0 <= index < len(said) and (_asks_patience(said[index]) or _ASKS_READER.search(said[index].text)):
        return
    awaiting = answer_wanted.awaiting(said) | {at for at, one in enumerate(said) if _is_readers(one)}
    if index in awaiting:
        # "We need your answer by Monday", "Please upload them by Monday" are no words of theirs; beside them there may be one.
        others = [one for one in range(len(said)) if one not in awaiting]
        index = max(others, key=lambda one: teller.insight.statement(one, "promised"), default=-1)
        likely = min(likely, teller.insight.statement(index, "promised"))
        if likely < NOTICED:
            return
    times = promising(said, teller.insight.times("promised"))
    # Sentence and day are seen apart: a day that looks like a promise's speaks for one.
    likely = max(likely, (likely + max((timed.likely for timed in times), default=0.0)) / 2)
    day = counted_from(said, index) or deadlines.likeliest(said, times)
    if day is None and not (0 <= index < len(said) and any(_is_over(said[index], one) for one in said[index].times)):
        day = deadlines.in_sentence(said, times, index)
    if day is not None and not _is_of_meeting(teller, index, day):
        event = events.Promised(at=teller.scene.at, by=_or_later(said, index, day))
        yield teller.news("promise", event, index, likely)


# "You'll meet Sue instead on Thursday": that is the day on which one meets, and nothing comes then.
_MEETS = re.compile(
    r"\byou(?:['’]ll| will|['’]re| are)(?: be| now| also){0,2} (?:meet|meeting|see|seeing|speak|speaking|talk|talking)\b|\bsee you\b"
    r"|\b(?:treffen|sehen|sprechen) sie\b|\b(?:sie|du) (?:treffen|triffst|sehen|siehst|sprechen|sprichst)\b|\b(?:vous|tu) (?:rencontrer\w+|verr\w+)\b",
    re.IGNORECASE,
)


def _is_of_meeting(teller: Teller, index: int, day: date) -> bool:
    """Whether a day is the known interview's, in a sentence that says whom one meets."""
    meeting, said = teller.scene.meeting, teller.scene.said
    if meeting is None or meeting.start is None or not 0 <= index < len(said):
        return False
    return meeting.start.date() == day and _MEETS.search(said[index].text) is not None


def _or_later(said: Sequence[Statement], index: int, day: date) -> date:
    """Return the later of two days of which either may be it, where the first of them was found."""
    if not 0 <= index < len(said):
        return day
    other = _either(said[index])
    return other if other is not None and day < other <= day + timedelta(days=7) else day


# "Give us a few days" asks for patience, and nobody can count them.
_PATIENCE = re.compile(
    r"\b(?:give|allow|grant|bear with) (?:us|me)\b[^.,;:!?]{0,20}?\b(?:(?:a )?(?:few|couple of)|some|several) (?:more |working |business )?(?:days|weeks)\b"
    r"|\b(?:geben|gib|gebt|lassen|lass)\b[^.,;:!?]{0,20}?\b(?:uns|mir)\b[^.,;:!?]{0,20}?\b(?:ein paar|einige) (?:tage|wochen)\b|\b(?:laissez|laisse|donnez|donne|accordez)[ -](?:nous|moi)\b[^.,;:!?]{0,20}?\bquelques (?:jours|semaines)\b",
    re.IGNORECASE,
)


# "Do you need to know by Monday?" asks when the reader does.
_ASKS_READER = re.compile(
    r"^\W*(?:(?:so|and|or|but|ok|okay|also|und|oder|et|ou|donc)[,\s]{1,2})?(?:(?:do|did|would|will|have) you (?:\w+ ){0,2}?(?:need|want|prefer|hear|heard|have|got|like)\b"
    r"|(?:brauchen|benötigen|möchten|haben|wollen) sie\b|(?:brauchst|möchtest|hast|willst) du\b|(?:avez|voulez|souhaitez)[ -]vous\b|(?:as|veux)[ -]tu\b)[^?]*\?\W*$",
    re.IGNORECASE,
)


def _asks_patience(statement: Statement) -> bool:
    """Whether a sentence asks for time that nobody can count, and names no other."""
    return _PATIENCE.search(statement.sentence.text) is not None and len(statement.times) <= 1


_ASKS = re.compile(
    r"\b(?:please|kindly|could you|can you|would you|bitte|merci de|veuillez|(?:send|return|submit) (?:it|them|us|me))\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:we|I|you)(?:['’](?:ll|d|re going)| will| shall| should| hope| expect| aim| plan| intend)\b|\b(?:wir|ich) (?:werden?|melden?|geben?|teilen?|kommen?)\b"
    r"|\b(?:melden?|geben?|teilen?) (?:wir|ich)\b|\b(?:nous|je) (?:vous|te|reviend\w+)\b",
    re.IGNORECASE,
)


# "We decided on Tuesday", "suite à notre échange de lundi": that day is over.
_IS_OVER = re.compile(
    r"\b(?:we|I|they|he|she|(?:the|our) (?:board|panel|team|committee)) (?:all |both |just |already |only )?(?:decided|met|discussed|spoke|talked|agreed|heard|saw|sat|interviewed|received|got|sent|wrote|asked)"
    r"(?! (?:that|to|you|her|him|them)\b)(?: (?!by\b|before\b|until\b)[^\s,.;:!?]+){0,4} $"
    r"|\b(?:suite à|faisant suite à|following|further to|referring to|bezugnehmend auf|im nachgang zu|in bezug auf) (?:our|your|my|the|notre|votre|unser\w*|ihr\w*)(?: [^\s,.;:!?]+){1,4} $"
    r"|\b(?:wir haben|ich habe|haben wir|habe ich) (?:uns |ihnen |dir |mit \w+ )?$"
    r"|\b(?:nous avons|j['’]ai|ils ont|le comité a) (?:\w+ ){0,2}?(?:décidé|reçu|discuté|parlé|échangé|vu)(?: [^\s,.;:!?]+){0,3} $",
    re.IGNORECASE,
)


def _is_over(statement: Statement, mention: TimeMention) -> bool:
    return _IS_OVER.search(statement.text[max(0, mention.begin - _NEAR) : mention.begin]) is not None


_NEAR = 120


def promising(said: Sequence[Statement], times: Sequence[Timed]) -> list[Timed]:
    """Return the times by which nothing is asked of the reader: "return it by Monday, and we will answer by Friday".

    Nor those by which his or her own answer is awaited.

    Where a sentence promises by no other time, all.
    """
    kept = []
    for timed in times:
        mentions = said[timed.statement].times
        if answers.is_awaited(said[timed.statement], mentions[timed.which]) or _is_readers(said[timed.statement]):
            continue
        if _is_over(said[timed.statement], mentions[timed.which]):
            continue
        asked = [_leads_to(said[timed.statement], which, _ASKS) for which in range(len(mentions))]
        own = [_leads_to(said[timed.statement], which, _OWN) for which in range(len(mentions))]
        if asked[timed.which] and not own[timed.which] and any(own):
            continue
        kept.append(timed)
    return kept


def _is_readers(statement: Statement) -> bool:
    """Whether a sentence wants something handed in that was named before, and tells of nothing that the house will do."""
    text = statement.sentence.text
    return asks_for_them(text) and _OWN.search(text) is None


def _leads_to(statement: Statement, which: int, words: re.Pattern[str]) -> bool:
    """Whether words stand between a time and the one before it, or the sentence's beginning."""
    begin = statement.times[which - 1].stop if which else 0
    return words.search(statement.text, begin, statement.times[which].begin) is not None


def receipt(teller: Teller) -> Iterator[News]:
    """Yield that an application arrived."""
    if teller.says("acknowledged") and not _is_of_else(teller):
        event = events.Acknowledged(at=teller.scene.at)
        came, likely = work_received(teller), teller.likely("acknowledged")
        index = teller.where("acknowledged") if came is None else came
        yield teller.news("acknowledgement", event, index, likely if came is None else max(likely, _STOCK))


# What may be called received once one has applied: the papers, and not "got it, reading on the plane".
_APPLICATION = re.compile(
    r"\b(?:appl(?:y|ied|ying|ication\w*|icant\w*)|cv|résumé|resume|candida\w+|cover letter|\w*bewerbung\w*|bewerb\w*|lebenslauf|anschreiben|unterlagen|postul\w*|lettre de motivation|role|position|job|stelle|poste|opening)\b",
    re.IGNORECASE,
)
_ANSWERED = 2000


def _is_of_else(teller: Teller) -> bool:
    """Whether somebody says that something came, in answer to a mail that was no application."""
    scene = teller.scene
    if not scene.human or _APPLICATION.search(scene.reply):
        return False
    answered = [reply.split(quote.text[:_ANSWERED]).reply for quote in reply.of(scene.letter).quoted[:1]]
    return bool(answered) and not _APPLICATION.search(answered[0])


def work_received(teller: Teller) -> int | None:
    """Return the statement in which a program says that something came: "Your test has been submitted"."""
    scene = teller.scene
    if scene.human:
        return None
    said = enumerate(scene.said)
    return next((index for index, statement in said if says_received(statement.sentence.text)), None)


def wishes(teller: Teller) -> Iterator[News]:
    """Yield how the employer wants to be written to, or not."""
    scene = teller.scene
    index, likely = _wish(teller, "prefers:calls", wish_words.wants_no_calls)
    if likely >= NOTICED:
        event = events.Prefers(at=scene.at, who=scene.who(), calls=False)
        yield teller.news("other", event, index, likely)
    index, likely = _wish(teller, "prefers:silence", wish_words.hears_nothing)
    if likely >= NOTICED:
        event = events.Prefers(at=scene.at, who=scene.who(), silence=True)
        yield teller.news("other", event, index, likely)
    index = teller.where("prefers:contact")
    if teller.says("prefers:contact") and 0 <= index < len(scene.said):
        contact = _contact(teller, index)
        if contact:
            only = "contact" if goes_through_sender(scene.said[index].sentence.text) else ""
            event = events.Prefers(at=scene.at, who=scene.who(), contact=contact, channel=only)
            yield teller.news("other", event, index, teller.likely("prefers:contact"))
            return
    index = next((n for n, said in enumerate(scene.said) if goes_through_sender(said.sentence.text)), -1)
    if index >= 0 and scene.sender:
        event = events.Prefers(at=scene.at, who=scene.who(), contact=scene.sender, channel="contact")
        yield teller.news("other", event, index, _STOCK)


def _wish(teller: Teller, what: str, is_said: Callable[[str], bool]) -> tuple[int, float]:
    """Return which sentence says what is wished, and how sure that is: its stock words leave no doubt."""
    likely = teller.likely(what)
    if likely < CERTAIN:
        for index, statement in enumerate(teller.scene.said):
            if is_said(statement.sentence.text):
                return index, _STOCK
    return teller.where(what), likely


# How sure a wish is that is told in its stock words.
_STOCK = 0.8


def _contact(teller: Teller, index: int) -> str:
    """Return whom to write to: the address near the wish, else the sender where the sentence says "me"."""
    scene = teller.scene
    for statement in scene.said[index : index + 2]:
        address = _ADDRESS.search(statement.sentence.text)
        if address:
            return address[0].lower().rstrip(".")
    return scene.sender if {"me", "mich", "moi"} & set(scene.said[index].words) else ""
