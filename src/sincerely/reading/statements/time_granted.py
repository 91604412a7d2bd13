"""More time for the answer to an offer, granted in a few words: "go on then, Friday week but no later".

Whoever asked for time, and is answered with a day and hardly another word, has the day of the offer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from sincerely.reading.letters.sentences import sentences
from sincerely.reading.scoring.words import plain
from sincerely.times import TimeMention

from . import saying_no, saying_yes
from .deadlines import day_of
from .scene import Scene
from .statement import Statement

# So much of what a mail answers is looked at.
_QUOTED = 2000
# Begins what was quoted by the mail that is quoted.
_OLDER = re.compile(r"^(?:>|(?:From|Von|De|Expéditeur) ?:|.{0,200}\b(?:wrote|schrieb|a écrit) ?:\s*$)", re.MULTILINE)
_BREAK = re.compile(r"[,;.!?–—\n]")
# What is said beside a day by one who grants it: that it may be, and that it is the last.
_GRANTS = frozenset(
    """
    yes yeah yep yup aye ok okay fine sure right alright then so well good great perfect works that is will would be do
    it for us me we i can you have take until till by to on the but no not later longer at latest most absolute go
    fair enough of course and please let say make is's 's your answer a
    ja gut klar okay dann also geht passt in ordnung das ist bis am zum zu spätestens aber nicht länger später gerne gern
    natürlich selbstverständlich uns mir für sagen wir nehmen sie sich dir zeit haben hast du
    oui bien entendu sûr daccord d accord pour va convient jusqu jusque au plus tard mais pas le la à ce sera nous moi
    disons très entendu volontiers alors
    """.split()
)
# With these the day is an end, whatever pet name stands behind it.
_LIMITS = re.compile(
    r"\b(?:by|until|till|no later|not later|no longer|(?:the )?latest|spätestens|bis|nicht später|jusqu|au plus tard|pas plus tard)\b",
    re.IGNORECASE,
)


# Who takes or leaves an offer in a word or two, and answers nothing else: "half one is fine" has a time, and "no, I need
# no parking space" something else that was asked.
_YES_OR_NO = re.compile(
    r"\b(?:is|be) (?:a )?(?:\w+ )?no\b|\b(?:absagen|absage|zusagen|not (?:accept|take|be (?:taking|joining|accepting))|turn (?:it|this|you) down)\b"
    r"|\bdeclin(?:e|ing)\b(?! (?:the|your|this|an?|any) (?!(?:\w+ )?(?:offer|job|role|position|post|place|opportunity)\b))"
    r"|\b(?:décliner?|refuser?|renoncer?)\b|\b(?:taken|accepted|signed) (?:another|a different|an)\b"
)
_COURTESY = r"(?:sorry|thanks?|thank you|thx|danke|vielen dank|merci|desolee?|désolée?|but|aber|mais)"
_LEADS = re.compile(
    rf"(?:(?:{_COURTESY} ,? ?){{0,3}})(?:yes|yep|no|nope|ja|nein|oui|non)(?= [,.!;:–]| (?:please|thank|thanks|thx|sorry|gladly|absolutely|of|i|it|to|from|with|gerne?|danke|bitte|merci|avec|je|ich|leider)\b|$)"
)
_POLITE = frozenset(
    """yes yep no nope ja nein oui non sorry thank thanks thx you so very much many of course absolutely gladly please and but with pleasure
    danke vielen dank sehr gern gerne bitte leider natürlich merci beaucoup avec grand plaisir bien sûr désolé désolée vous""".split()
)
_TAKES = re.compile(
    r"\b(?:accept\w*|tak(?:e|ing)|join\w*|love|want|offer|job|role|position|for me|stelle|angebot|annehm\w*|zusag\w*|absag\w*|poste|offre|refus\w*|rejoin\w*|j'accepte)\b"
)
_REST = 2


# Who asks by when they must answer is answered with the day of the offer as well.
_ASKS_WHEN = re.compile(
    r"\b(?:when|how (?:long|soon|much time)|what is (?:the|your) deadline)\b.{0,30}\b(?:you (?:\w+ )?need (?:to know|to hear|an answer|my|a decision|a reply)|(?:need|must|should|do|can) i (?:have|decide|answer|reply|let you know|get back|take)|my (?:answer|decision|reply)|hear (?:back )?from me|deadline)\b"
    r"|\b(?:wann|wie lange)\b.{0,40}\b(?:meine (?:antwort|entscheidung|rückmeldung|zusage)|muss ich mich (?:entscheiden|melden)|bescheid geben|es wissen|habe ich zeit|zeit habe ich)\b"
    r"|\b(?:quand|combien de temps|quelle date)\b.{0,40}\b(?:ma (?:réponse|décision)|dois je (?:répondre|décider|me décider)|ai je|puis je (?:répondre|réfléchir))\b"
)


def day_granted(scene: Scene, statement: Statement, mention: TimeMention) -> date | None:
    """Return the day until which an offer is left open by a time, where its writer was asked for more time."""
    day = _last_day(mention)
    before, behind = _around(statement, mention)
    last = _LIMITS.search(f"{before} {mention.quote} {behind}") is not None
    if day is None or not _is_bare(before, behind, last=last):
        return None
    questions, puts_off = _asked(scene)
    # "Tuesday is fine" may be for a talk that was asked for in the same breath.
    return day if puts_off and (last or all(map(_is_of_time, questions))) else None


def _last_day(mention: TimeMention) -> date | None:
    """Return the last day of a time; who is given the weekend answers when it is over."""
    if mention.start is not None and mention.end is not None and mention.start.weekday() == _SATURDAY:
        return (mention.end - timedelta(microseconds=1)).date()
    return day_of(mention)


_SATURDAY = 5


def says_yes_or_no(said: Sequence[Statement]) -> bool:
    """Whether a sentence without a time says yes or no, to whatever it was asked."""
    words = [one.words for one in said]
    if saying_yes.says_yes(words) or saying_no.says_no(words):
        return True
    return any(
        not one.times and (_YES_OR_NO.search(text) or _leads(text)) for one in said if (text := " ".join(one.words))
    )


def begins_with_yes(said: Sequence[Statement]) -> bool:
    """Whether a sentence without a time begins with a yes that is all, or is to the job."""
    texts = (" ".join(one.words) for one in said if not one.times)
    return any(_leads(text) and re.search(r"\b(?:yes|yep|ja|oui)\b", text) is not None for text in texts)


def _leads(text: str) -> bool:
    """Whether a sentence begins with yes or no and says hardly more, or speaks of the job."""
    if _LEADS.match(text) is None:
        return False
    rest = [word for word in text.split() if word.isalpha() and word not in _POLITE]
    return len(rest) <= _REST or _TAKES.search(text) is not None


def _around(statement: Statement, mention: TimeMention) -> tuple[str, str]:
    """Return what stands before a time and behind it in its clause."""
    text = statement.text
    ends = _BREAK.search(text, mention.stop)
    begins = max((mark.end() for mark in _BREAK.finditer(text, 0, mention.begin)), default=0)
    return text[begins : mention.begin], text[mention.stop : ends.start() if ends else len(text)]


def _is_bare(before: str, behind: str, *, last: bool) -> bool:
    """Whether a day stands with hardly a word but that it may be, or that it is the last; "love" may stand behind that."""
    words = _others(behind)
    return not any(_others(before)) and not any(words[:-1] if last else words)


def _others(text: str) -> list[bool]:
    """Return of each word whether it is another than those that grant a time."""
    return [word not in _GRANTS for word in plain(text).split() if word.isalpha()]


def _asked(scene: Scene) -> tuple[list[list[str]], bool]:
    """Return what the mail that this one answers asks, and whether it puts an answer off."""
    answered = _OLDER.split(scene.quoted[:_QUOTED].lstrip(), maxsplit=1)[0]
    texts = [one.text for one in sentences(answered)]
    said = [plain(text).split() for text in texts]
    questions = [words for text, words in zip(texts, said, strict=True) if text.rstrip().endswith("?")]
    return questions, saying_yes.puts_off(said) or any(map(_is_of_time, questions))


def _is_of_time(words: Sequence[str]) -> bool:
    """Whether a question wants more time, or to know how much there is."""
    return saying_yes.puts_off([words]) or _ASKS_WHEN.search(" ".join(words)) is not None


__all__ = ["begins_with_yes", "day_granted", "says_yes_or_no"]
