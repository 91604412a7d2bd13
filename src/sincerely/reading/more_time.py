"""An offer whose answer may come later: the candidate asked for time until a day, and the employer's mail grants it.

It does so in so many words, in hardly more than a day (`statements.time_granted`), or by a yes to the day that was asked for.
"Tuesday is fine" says by itself neither what is fine nor which Tuesday; what it answers says both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sincerely.core.events import Event, Heard, Offered, Promised, Rejected, Slot
from sincerely.times import TimeMention

from .letters import reply
from .letters.language import language_of
from .meetings.accepting import answer_of
from .meetings.agreeing import SUITS, Proposal, Proposed, agreed
from .received import Verdict
from .statements import saying_yes
from .statements.deadlines import day_of, is_deadline
from .statements.own_answer import day_of_answer
from .statements.scene import Found, Scene
from .statements.statement import Clock, Statement, statements
from .statements.time_granted import day_granted

# How sure it is that what suits is the time that was asked for.
_GRANTED = 0.95
# So much of what a mail answers holds the wish.
_MOST = 1200
_LONGEST = timedelta(days=90)
# What only the one who decides about an offer asks for; "could you let us know by Friday" is the employer's.
_MAY_I = (
    r"(?:(?:would|might|is) it (?:at all )?(?:be )?(?:possible|ok|okay|fine|alright|all right)|(?:could|can|may|might) I\b|(?:would|will) you (?:be (?:able|willing) to|mind)"
    r"|is there any (?:chance|way|flexibility)|I(?: would|['’]d)? (?:really |very much )?(?:like|love|need|ask|appreciate|be (?:\w+ )?(?:grateful|happy|glad))|(?:could|can|would) you (?:possibly |please )?(?:give|grant|allow|extend|hold|wait)"
    r"|wäre es (?:\w+ )?möglich|(?:könnte|kann|dürfte|darf) ich\b|(?:könnten|können|würden) sie mir\b|(?:könntest|kannst) du mir\b|hätte ich gerne?\b|ich (?:hätte|würde|bräuchte|bitte)\b|bräuchte ich\b|ginge es\b"
    r"|(?:serait|est)[ -]il (?:\w+ )?possible|(?:pourrais|puis|peux)[ -]je|(?:pourriez|pouvez)[ -]vous (?:me |m['’])|(?:pourrais|peux)[ -]tu (?:me |m['’])|j['’]aimerais|je souhaiterais|j['’]aurais besoin|serait-ce possible)"
)
_LONGER = (
    r"\b(?:have|take|get|need|wait|hold|give|until|till|extend\w*|extension|think|decid\w+|decision|consider|sign|(?:my|an) answer|answer you|reply to you|let you know|get back to you|more time"
    r"|zeit|bedenkzeit|warten|überleg\w*|entscheid\w*|antwort\w*|bescheid|frist\w*|aufschub|verlänger\w*"
    r"|avoir|jusqu|attendre|réfléch\w+|réflexion|décid\w+|décision|répon\w+|délai|prolong\w+|de temps)\b"
)
_ASKS = re.compile(_MAY_I, re.IGNORECASE)
_FOR_LONGER = re.compile(_LONGER, re.IGNORECASE)
# When one would begin, or speak, is another wish.
_OF_ELSE = re.compile(
    r"\b(?:start(?:ing)?|first day|begin\w*|notice period|call|speak|talk|meet\w*|interview\w*|visit|beginn\w*|anfangen|antreten|arbeitstag|eintritt\w*|telefon\w*|gespräch\w*|treffen|sprechen|commenc\w+|débuter|prise de poste|entretien|appel\w*|parler|rencontr\w+)\b",
    re.IGNORECASE,
)
# "You can have until Tuesday": where it was asked for, or an offer is spoken of; of a form it is the form's.
_GIVEN = re.compile(
    r"(?:\byou(?:['’]ve| have| can| could| may| will|['’]ll)(?: (?:still|then|of course|gladly|certainly|have|take|got|time|think about it|sleep on it)){0,3} |\b(?:we|I)(?: can| could|['’]ll| will| are (?:happy|able|willing) to| am (?:happy|able) to)(?: (?:gladly|certainly|of course|happily|also|only|just))? (?:wait|give you|allow you|(?:hold|keep) (?:it|this|that|the (?:offer|job|place|role|position))(?: open)?(?: for you)?) |\b(?:happy|glad|fine) to (?:wait|give you|hold (?:it|off|on)) |\b(?:take|let us say) "
    r"|\b(?:sie|du) (?:haben|hast|bekommen|bekommst|können|kannst) (?:(?:sich|dir|es|gerne?|dann|dafür|also|noch) )*|\b(?:wir|ich) (?:warten?|geben? (?:ihnen|dir)) (?:gerne? )?|\b(?:lassen sie sich|lass dir) (?:(?:gerne?|ruhig|noch|zeit) )*"
    r"|\b(?:vous|tu) (?:avez|as|aurez|auras|pouvez (?:prendre|attendre)) (?:donc |encore )?|\b(?:nous|on) (?:pouvons|peut|vous donnons|vous laissons|attendons|attendrons) (?:attendre |vous laisser )?|\bprenez )$",
    re.IGNORECASE,
)
_GIVEN_BEHIND = re.compile(
    r"^\W*(?:(?:können|könnten|kann|könnte) (?:wir|ich) (?:\w+ ){0,2}?warten\b|(?:haben|hätten|hast|hättest) (?:sie|du)\b(?: \w+){0,3}? (?:bedenk)?zeit\b|(?:können sie sich|kannst du dir) (?:\w+ ){0,2}?(?:zeit|überlegen)\b)",
    re.IGNORECASE,
)
# The day that is the last one, whichever was asked for: "the latest I can do is Monday".
_LAST = re.compile(
    r"\b(?:latest|longest|most|best|max(?:imum)?|furthest) (?:that )?(?:I|we) (?:can|could)(?: (?:do|offer|give|manage|wait|go)\b)?(?: (?:you|here|is|would be|until|till))* $",
    re.IGNORECASE,
)
# Behind such a day stands nothing that it is given for, but the answer.
_FOR_WHAT = re.compile(r"\W*(?:to|for|um|für|pour)\b(?P<what>.*)", re.IGNORECASE)
_DECIDES = re.compile(
    r"\b(?:decid\w+|decision|answer|accept\w*|respond|think|consider|sign|let (?:me|us) know|make up your mind|get back|entscheid\w+|antwort\w*|zusag\w*|überleg\w*|bescheid|décid\w+|décision|réfléch\w+|répon\w+|accepter|that|it|das|cela|ça)\b",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\b(?:offer|contract|decision|decid\w+|\w*angebot\w*|\w*vertrag\w*|entscheidung|entscheiden|bedenkzeit|offre|contrat|décision|décider|réflexion)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|cannot|unable|never|hardly|nicht|kein\w*|pas|impossible|unless|if|falls|wenn|si)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_NO_TROUBLE = re.compile(
    r"\b(?:kein\w* (?:thema|problem|ding|stress|eile)|not (?:a|any) problem|pas de (?:souci|problème))\b", re.IGNORECASE
)
# Whoever is sorry refuses, but where they say what they can do.
_SORRY = re.compile(r"\b(?:leider|unfortunately|afraid|malheureusement)\b", re.IGNORECASE)
_AT_LEAST = re.compile(r"\b(?:only|just|at (?:the )?most|nur|höchstens|seulement)\b", re.IGNORECASE)
_REQUEST = re.compile(
    r"\b(?:please|kindly|(?:could|can|would) you|bitte|(?:könnten|können|würden) sie|veuillez|merci de|(?:pourriez|pouvez)[ -]vous)\b",
    re.IGNORECASE,
)
# Whether "until the 24th" or "the 24th" suits is one.
_UNTIL = re.compile(r"\b(?:until|till|by|bis(?: zum)?|jusqu['’](?:à|au))\s+", re.IGNORECASE)


def with_more_time(scene: Scene, verdict: Verdict) -> Verdict:
    """Return what a mail says, with the day until which an offer that is held now stands: the candidate asked for it."""
    if not scene.offered or scene.machine:
        return verdict
    wish = _Wish(scene)
    if any(_decides(found.event, wish) for found in verdict.found if found.certain):
        return verdict
    granted = _granted(scene, wish)
    if granted is None:
        return verdict
    day, begin, stop = granted
    quote = scene.reply[begin:stop] if begin >= 0 else ""
    event = Offered(at=scene.at, who=scene.who(), by=day, confidence=_GRANTED, quote=quote)
    rest = (
        found
        for found in verdict.found
        if found.event.verb == "cancelled" or not (_is_of_day(found.event, day) or _is_said_by(found, begin))
    )
    return replace(verdict, kind="offer", confidence=_GRANTED, found=(Found(event, begin, stop), *rest))


def _decides(event: Event, wish: _Wish) -> bool:
    """Whether a mail says by itself what becomes of the offer; a Tuesday may be the one that was asked for."""
    if not isinstance(event, Offered) or event.by is None:
        return isinstance(event, Rejected | Offered)
    return event.by.weekday() not in {day.weekday() for day in wish.days}


def _is_of_day(event: Event, day: date) -> bool:
    """Whether what a mail seems to say is of the day that is the answer's: a meeting then, a promise for then."""
    if isinstance(event, Slot):
        return event.start is None or event.start.date() == day
    return isinstance(event, Offered) or (isinstance(event, Promised) and event.by == day)


def _is_said_by(found: Found, begin: int) -> bool:
    """Whether a plain word is the very sentence that gives time: it asks for nothing else."""
    return isinstance(found.event, Heard) and 0 <= begin == found.begin


class _Wish:
    """What the candidate asked for, as a mail quotes it.

    Attributes:
        days: until when they asked to have time, or said that they would take it.
        asked: whether they asked for time at all.
        asked_else: whether they asked something else as well.
    """

    def __init__(self, scene: Scene) -> None:
        self.days: list[date] = []
        self.asked = self.asked_else = False
        for quote in reply.of(scene.letter).quoted[:1]:
            own = reply.split(quote.text).reply[:_MOST]
            at = quote.date.replace(tzinfo=quote.date.tzinfo or scene.at.tzinfo) if quote.date else scene.at
            clock = Clock(at=at, language=language_of(own))
            self._read(statements(own, clock), scene.at.date())

    def _read(self, said: Sequence[Statement], today: date) -> None:
        self.asked |= saying_yes.puts_off([one.words for one in said])
        told = day_of_answer(said)
        if told is not None and told >= today:
            self.asked, self.days = True, [told]
        for statement in said:
            text = statement.text
            asks = _ASKS.search(text)
            if asks is None or not _FOR_LONGER.search(text, asks.end()) or _OF_ELSE.search(text):
                self.asked_else |= text.rstrip().endswith("?")
                continue
            self.asked = True
            wished = [mention for mention in statement.times if mention.begin >= asks.end()]
            days = map(day_of, [mention for mention in wished if is_deadline(mention)] or wished)
            self.days += [day for day in days if day is not None and today <= day <= today + _LONGEST]


def _granted(scene: Scene, wish: _Wish) -> tuple[date, int, int] | None:
    """Return until when an offer stands, and where that is said."""
    about = wish.asked or _OFFER.search(f"{scene.letter.subject}\n{scene.reply}") is not None
    for index, statement in enumerate(scene.said if about else ()):
        for mention in statement.times:
            day = day_of(mention)
            if day is None or day < scene.at.date() or not _is_given(statement, mention):
                continue
            day = _as_asked(day, mention, wish)
            if day in wish.days or not _is_asked_above(scene, index):
                return day, statement.sentence.begin, statement.sentence.stop
    return _barely(scene, wish) or (_suits(scene, wish) if len(set(wish.days)) == 1 else None)


def _barely(scene: Scene, wish: _Wish) -> tuple[date, int, int] | None:
    """Return the day that a mail names with hardly another word, in answer to who puts an answer off."""
    for index, statement in enumerate(scene.said):
        for mention in statement.times:
            day = day_granted(scene, statement, mention)
            day = day and _as_asked(day, mention, wish)
            if day is None or day < scene.at.date():
                continue
            # "Hmm, Tuesday?" is asked, and waits for an answer.
            asked = statement.text.rstrip().endswith("?") or _is_asked_above(scene, index)
            if day in wish.days or not asked:
                return day, statement.sentence.begin, statement.sentence.stop
    return None


def _is_asked_above(scene: Scene, index: int) -> bool:
    """Whether the sentence before wants something: "Please fill in the form. You have until Friday."."""
    return index > 0 and _REQUEST.search(scene.said[index - 1].text) is not None


def _is_given(statement: Statement, mention: TimeMention) -> bool:
    """Whether the answer to an offer may wait until a time."""
    before, behind = statement.text[: mention.begin], statement.text[mention.stop :]
    last = _LAST.search(before) is not None
    if not (last or (is_deadline(mention) and (_GIVEN.search(before) or _GIVEN_BEHIND.search(behind)))):
        return False
    if _SORRY.search(statement.text) and not (last or _AT_LEAST.search(before)):
        return False
    for_what = _FOR_WHAT.match(behind)
    return _NOT.search(_NO_TROUBLE.sub("", statement.text)) is None and (
        for_what is None or _DECIDES.search(for_what["what"]) is not None
    )


def _as_asked(day: date, mention: TimeMention, wish: _Wish) -> date:
    """Return the day that was asked for, where a day of the week may mean it as well."""
    asked = [one for one in wish.days if one.weekday() == day.weekday()]
    return asked[0] if asked and not _DATED.search(mention.quote) else day


_DATED = re.compile(r"\d|\b(?:week|next|coming|following|tomorrow|today)\b", re.IGNORECASE)


def _suits(scene: Scene, wish: _Wish) -> tuple[date, int, int] | None:
    """Return the day that was asked for, where a mail says that it suits, or yes."""
    day = wish.days[0]
    bare = _UNTIL.sub("", scene.reply)
    said = statements(bare, scene.said[0].clock) if scene.said else ()
    answer = answer_of(replace(scene, reply=bare, said=said), own=False)
    if answer is None:
        return None
    proposal = Proposal(times=(Proposed(datetime.combine(day, time(), scene.at.tzinfo)),))
    found = agreed(proposal, answer, direct=True)
    if len(found) != 1 or found[0].confidence < SUITS or _OF_ELSE.search(found[0].quote):
        return None
    place = next((one for one in scene.said if _UNTIL.sub("", one.sentence.text) in found[0].quote), None)
    if wish.asked_else and not (place and place.times):
        return None  # a mere yes may be one to what else was asked
    return (day, place.sentence.begin, place.sentence.stop) if place else (day, -1, -1)
