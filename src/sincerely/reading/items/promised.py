"""What the candidate says that they will send: "I'll send you the certificate by Wednesday".

It is what Today reminds of, and no event of the mail's: nothing is handed in yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise, takewhile
from typing import NamedTuple

from sincerely.reading.scoring.words import plain
from sincerely.reading.statements import deadlines
from sincerely.reading.statements.statement import Statement
from sincerely.times import TimeMention

from . import days as items_days
from . import given as items_given
from .named import Named, named

# What is sent: a salary or a day is told at once.
_SENT = frozenset(
    """writing-sample references transcript form portfolio test take-home case-study presentation resume cover-letter
    certificate id work-permit""".split()
)
# What depends on something else, on a wish or on leave, is asked, or happens with this very mail, is not promised.
_OPEN = frozenset(
    """? if unless when whenever whether should would could can may might happy glad gladly request needed necessary
    wenn falls sofern ob kann können könnte könnten würde würden dürfte möchte bedarf wunsch
    si dès lorsque quand besoin souhaitez pourrais peux""".split()
)
# What happens with this very mail; it says so of the things in its own part of a sentence: "CV attached, references to follow".
_GIVEN = frozenset("hiermit herewith hereby anbei attached enclosed voici ci joint".split())
_PARTS = frozenset(", ; : ( ) – ! and but und aber sondern et mais".split())
_DENIED = frozenset("not no never nor nicht kein keine keinen nie pas jamais".split())
_BORDERS = frozenset("; : ( ) – ! but aber sondern mais".split())
_MEETINGS = frozenset(
    """interview meeting call conversation chat visit person gespräch vorstellungsgespräch termin treffen entretien
    rendez-vous réunion""".split()
)
_AT = frozenset("in at during on im beim am pendant lors à".split())
# Whoever else does something between the promise and the thing.
_OTHERS = frozenset(
    """i we he she it they who which that where because so about regarding concerning from ich wir er sie es die das der dass
    weil damit über je nous il elle qui que""".split()
)
_SENDS = frozenset(
    """send sending email emailing forward forwarding upload uploading submit submitting provide providing post posting
    share sharing supply""".split()
)
_WILL = frozenset({"will", "shall"})
_ARRIVES = frozenset("receive have get".split())
# "I'll get the form back to you", "I'll have it over to you": only with whom it goes to do these send anything.
_GETS = frozenset("get have drop pop fire ping".split())
_GOES = frozenset("over back across off round out by".split())
# What may stand between "will" and "send"; whom one will ask to send something may not.
_ADVERBS = frozenset(
    "be able to then also certainly definitely of course still now just immediately promptly surely try and".split()
)
_THANKS = frozenset("thanks thank you yes sure ok okay great perfect of course many hi hello".split())
_SCHICKEN = frozenset(
    """senden zusenden nachsenden übersenden schicken zuschicken nachschicken nachreichen einreichen übermitteln mailen
    weiterleiten hochladen lassen""".split()
)
_SCHICKE = frozenset("sende schicke reiche maile übersende übermittle lasse".split())
_LATER = frozenset("nach noch später nachher morgen übermorgen".split())
_ENVERRAI = frozenset("enverrai transmettrai adresserai ferai".split())
_FOLLOWS = frozenset("follow follows folgt folgen kommt kommen suivra suivront".split())
# "The certificate comes from my school": it is theirs to send.
_SENDERS = frozenset("from von vom du de".split())
# Only what comes later tells that "sending you the form" is not done with this very mail.
_COMING = frozenset(
    """later tonight tomorrow tmrw evening weekend monday tuesday wednesday thursday friday saturday sunday
    demain soir lundi mardi mercredi jeudi vendredi samedi dimanche week-end prochaine""".split()
)
_ENVOIE = frozenset("envoie transmets adresse".split())
# So many words may stand between a thing and that it follows.
_NEAR = 5
# No sentence that promises something names more times.
_MOST = 12


class Promise(NamedTuple):
    """Something that will be sent.

    Attributes:
        item: one of `labels.ITEMS`.
        by: the day that was named.
        statement: the number of the sentence that says so.
    """

    item: str
    by: date
    statement: int


def promised(said: Sequence[Statement], items: Mapping[str, str]) -> Iterator[Promise]:
    """Yield what the candidate says that they will send by a day, each thing once; without a day it is no promise.

    Args:
        said: the sentences of their mail.
        items: for each item its words, divided by bars.
    """
    seen: set[str] = set()
    spoken_of: list[Named] = []
    for index, written in enumerate(said):
        statement = _in_its_language(written)
        if len(statement.times) > _MOST:
            continue
        some = named(statement.words, items)
        for one in [*some, *_meant(statement.words, some, spoken_of)]:
            if one.item not in _SENT or one.item in seen or not _is_told(statement.words, one, some):
                continue
            by = items_days.in_own_clause(statement, one.item, items, None) or _day(statement, one, some)
            if by is not None:
                seen.add(one.item)
                yield Promise(one.item, by, index)
        spoken_of = some or spoken_of


_GERMAN = frozenset("ich folgt folgen kommt kommen".split())
_FRENCH = frozenset("je suivra suivront".split())


def _in_its_language(statement: Statement) -> Statement:
    """Return a sentence whose times are read in its own language: a line in German may stand in a mail that looks English."""
    if statement.clock.language != "en" or statement.times:
        return statement
    language = next((code for code, own in (("de", _GERMAN), ("fr", _FRENCH)) if own.intersection(statement.words)), "")
    return Statement(statement.sentence, replace(statement.clock, language=language)) if language else statement


_IT = frozenset("it them es ihn".split())


def _meant(words: Sequence[str], some: Sequence[Named], before: Sequence[Named]) -> Iterator[Named]:
    """Yield the things that "it" means: what was named last, where that was one thing."""
    for at, word in enumerate(words):
        if word in _IT:
            last = [one for one in some if one.stop <= at] or before
            if len({one.item for one in last}) == 1:
                yield Named(last[0].item, at, at + 1)


def _is_told(words: Sequence[str], one: Named, some: Sequence[Named]) -> bool:
    """Whether a sentence says that a thing will be sent, by its name or as "it": "not done yet, you'll have it by Friday"."""
    if one in some:
        return is_promised(words, one)
    begin = next((at + 1 for at in range(one.begin - 1, -1, -1) if words[at] in _PARTS), 0)
    moved = Named(one.item, one.begin - begin, one.stop - begin)
    return _OPEN.isdisjoint(words) and is_promised(words[begin:], moved)


def _day(statement: Statement, one: Named, some: Sequence[Named]) -> date | None:
    """Return the day that stands with an item: "the form on Monday and the references on Tuesday"; not when it is from."""
    own: list[TimeMention] = []
    shared: list[TimeMention] = []
    before: list[TimeMention] = []
    for mention in statement.times:
        at = len(plain(statement.text[: mention.begin]).split())
        between = _without_own(statement.words[one.stop : at])
        if at <= one.begin:
            before.append(mention)
        elif _OTHERS.isdisjoint(between) and _FROM.isdisjoint(between[-1:]):
            others = any(one.stop <= other.begin < at for other in some)
            (shared if others else own).append(mention)
    return next(
        (day for times in (own, before, shared) if (day := deadlines.last_day(statement, times)) is not None), None
    )


def _without_own(words: Sequence[str]) -> Sequence[str]:
    """Return the words behind a thing without the promise itself: "the form I will send", "das Zeugnis reiche ich"."""
    first, second = (*words[:2], "", "")[:2]
    own = (first == "i" and second in _WILL) or (second == "ich" and first in {*_SCHICKE, "werde"})
    return words[2:] if own else words


# "The certificate dated 20 March", "das Zeugnis vom 3. März".
_FROM = frozenset("dated of from issued vom von du".split())


def comes_by_a_day(statement: Statement, one: Named) -> bool:
    """Whether a sentence says that an item will be sent later than on the day of its mail."""
    by = deadlines.last_day(statement) if is_promised(statement.words, one) else None
    return by is not None and by > statement.clock.at.date()


def is_promised(words: Sequence[str], one: Named) -> bool:
    """Whether a sentence says that the candidate will send an item, come what may."""
    if not _OPEN.isdisjoint(words) or _is_given(words, one) or items_given.is_handed_in(words, one):
        return False
    begin = max((at + 1 for at in range(one.begin) if words[at] in _BORDERS), default=0)
    stop = min((at for at in range(one.stop, len(words)) if words[at] in _BORDERS), default=len(words))
    if not _DENIED.isdisjoint(words[begin:stop]) or _when_they_meet(words[one.stop : stop]):
        return False
    front, back = words[begin : one.begin], words[one.stop : stop]
    return (
        _will_send(front, back, first=not begin)
        or _sending(front, back, first=not begin)
        or _will_be_sent(back)
        or _follows(back)
        or _werde(front, back)
        or _enverrai(front, back)
    )


def is_on_its_way(words: Sequence[str], one: Named) -> bool:
    """Whether an item will come, whoever sends it: "the transcript should be with you by Friday"."""
    back = words[one.stop :]
    return list(back[:1]) in (["should"], ["will"], ["ought"]) and _arrives(back)


def _arrives(back: Sequence[str]) -> bool:
    """Whether an item will be there, by what follows its "will"."""
    verb = next((n for n in range(1, len(back)) if back[n] not in _SOON), len(back))
    return tuple(back[verb : verb + 2]) in {("with", "you"), ("follow", "on")} or list(back[verb : verb + 1]) in (
        ["follow"],
        ["arrive"],
        ["come"],
        ["reach"],
        ["sent"],
    )


_SOON = frozenset("to be also then hopefully certainly definitely all both".split())


def _is_given(words: Sequence[str], one: Named) -> bool:
    """Whether the part of a sentence in which an item stands is about what happens with this very mail."""
    begin = next((at + 1 for at in range(one.begin - 1, -1, -1) if words[at] in _PARTS), 0)
    stop = next((at for at in range(one.stop, len(words)) if words[at] in _PARTS), len(words))
    return not _GIVEN.isdisjoint(words[begin:stop])


def _when_they_meet(back: Sequence[str]) -> bool:
    """Whether an item is shown in an interview, and no mail carries it."""
    at = next((n for n, word in enumerate(back) if word in _MEETINGS), 0)
    return bool(_AT.intersection(back[max(0, at - 3) : at]))


def _will_send(front: Sequence[str], back: Sequence[str], *, first: bool) -> bool:
    """Whether "I will send you" stands in front of an item, or "you will receive"; a sentence may begin with "will"."""
    for at, word in enumerate(front):
        going = tuple(front[at : at + 2]) == ("going", "to")
        if not (word in _WILL or going):
            continue
        doer = front[at - 1] if at else ""
        bare = first and _is_greeting(front[:at]) and doer in {"", ","}
        if not (bare or (doer in {"i", "you"} and not going) or (going and tuple(front[at - 2 : at]) == ("i", "am"))):
            continue
        verb = next((n for n in range(at + 1, len(front)) if front[n] not in _ADVERBS), len(front))
        if verb < len(front) and _OTHERS.isdisjoint(front[verb:]) and _is_sending(front[verb:], back, doer):
            return doer != "you" or "from" not in back
    return False


def _is_greeting(words: Sequence[str]) -> bool:
    """Whether words only greet or thank; "thanks Dana," may name whom."""
    others = [at for at, word in enumerate(words) if word != "," and word not in _THANKS]
    named_only = len(others) == 1 and others[0] > 0 and list(words[others[0] + 1 : others[0] + 2]) == [","]
    return not others or named_only


def _is_sending(verb: Sequence[str], back: Sequence[str], doer: str) -> bool:
    """Whether what somebody will do is to send an item; ``verb`` begins with it, and ends before the item."""
    if doer == "you":
        return verb[0] in _ARRIVES
    if verb[0] in _GETS:
        return _to_you(back)
    return verb[0] in _SENDS or tuple(verb[:3]) == ("let", "you", "have")


def _to_you(back: Sequence[str]) -> bool:
    """Whether what follows says that something goes to the reader: "over to you", "back to your team", "with you"."""
    at = next((n for n, word in enumerate(back) if word not in _GOES), len(back))
    return tuple(back[at : at + 2]) in {("to", "you"), ("to", "your"), ("with", "you")}


def _sending(front: Sequence[str], back: Sequence[str], *, first: bool) -> bool:
    """Whether a sentence begins with "sending you" an item, and says that it is later."""
    at = next((n for n, word in enumerate(front) if word == "sending"), None)
    if at is None or not first or _COMING.isdisjoint((*front, *back)) or not _OTHERS.isdisjoint(front[at:]):
        return False
    return _is_greeting(front[:at]) or tuple(front[:at][-2:]) == ("i", "am")


def _will_be_sent(back: Sequence[str]) -> bool:
    """Whether "I will send" stands right behind an item, or that it will be with the reader."""
    if list(back[:1]) == ["will"]:
        return _arrives(back)
    if list(back[:1]) != ["i"] or not _WILL.issuperset(back[1:2]) or len(back) < 3:
        return False
    verb = next((n for n in range(2, len(back)) if back[n] not in _ADVERBS), len(back))
    if verb == len(back):
        return False
    return back[verb] in _SENDS or (back[verb] in _GETS and _to_you(back[verb + 1 :]))


def _follows(back: Sequence[str]) -> bool:
    """Whether an item is said to follow."""
    at = next((n for n, word in enumerate(back[:_NEAR]) if word in _FOLLOWS), None)
    if at is None or not _OTHERS.isdisjoint(back[:at]) or "," in back[:at]:
        return False
    return back[at] not in _COMES or _SENDERS.isdisjoint(back)


_COMES = frozenset("kommt kommen".split())


def _werde(front: Sequence[str], back: Sequence[str]) -> bool:
    """Whether "ich werde … senden" stands around an item, or "sende ich … bis Freitag nach"."""
    clause = [*front, *takewhile(lambda word: word != ",", back)]
    for at, pair in enumerate(pairwise(clause)):
        rest = clause[at + 2 :]
        if set(pair) == {"ich", "werde"}:
            return not _SCHICKEN.isdisjoint(rest)
        if "ich" in pair and not _SCHICKE.isdisjoint(pair):
            return not _LATER.isdisjoint(rest) or "bis" in clause or _on_a_day(clause[len(front) :])
    return False


_DAYS = frozenset("montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag wochenende".split())


def _on_a_day(words: Sequence[str]) -> bool:
    """Whether words say "am Freitag"."""
    return any(first == "am" and second in _DAYS for first, second in pairwise(words))


def _enverrai(front: Sequence[str], back: Sequence[str]) -> bool:
    """Whether "je vous enverrai" stands in front of an item, or "je vous envoie … demain"."""
    said = _ENVERRAI if _COMING.isdisjoint(back) else _ENVERRAI | _ENVOIE
    at = next((n for n, word in enumerate(front) if word in said), None)
    return at is not None and "je" in front[:at] and _OTHERS.isdisjoint(front[at + 1 :])
