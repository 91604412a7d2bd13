"""More time for the answer to an offer, granted in a few words: "go on then, Friday week but no later".

Whoever asked for time, and is answered with a day and hardly another word, has the day of the offer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from sincerely.reading.letters.sentences import sentences
from sincerely.reading.scoring.words import plain
from sincerely.times import TimeMention

from . import saying_yes
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


_REQUEST = re.compile(
    r"\b(?:please|kindly|(?:could|can|would) you|bitte|(?:könnten|können|würden) sie|veuillez|merci de|(?:pourriez|pouvez)[ -]vous)\b",
    re.IGNORECASE,
)
# Who takes or leaves an offer in a word or two, and answers nothing else: "half one is fine" has a time.
_YES_OR_NO = re.compile(
    r"^(?:(?:sorry|thanks|thank you|danke|merci|desolee?|désolée?) ,? ?(?:but )?)?(?:yes|yep|no|nope|ja|nein|oui|non)\b"
    r"|\b(?:is|be) (?:a )?(?:\w+ )?no\b|\b(?:absagen|absage|zusagen|decline|declining|not (?:accept|take|be (?:taking|joining|accepting))|turn (?:it|this|you) down)\b"
    r"|\b(?:décliner?|refuser?|renoncer?)\b|\b(?:taken|accepted|signed) (?:another|a different|an)\b"
)


def day_granted(scene: Scene, statement: Statement, mention: TimeMention) -> date | None:
    """Return the day until which an offer is left open by a time, where its writer was asked for more time."""
    day = day_of(mention)
    before, behind = _around(statement, mention)
    last = _LIMITS.search(f"{before} {mention.quote} {behind}") is not None
    if day is None or not _is_bare(before, behind, last=last) or _follows_request(scene, statement):
        return None
    questions, puts_off = _asked(scene)
    # "Tuesday is fine" may be for a talk that was asked for in the same breath.
    return day if puts_off and (last or all(saying_yes.puts_off([words]) for words in questions)) else None


def _follows_request(scene: Scene, statement: Statement) -> bool:
    """Whether a thing is asked for just before: "Please fill in the form. You have until Friday."."""
    before = [one for one in scene.said if one.sentence.stop <= statement.sentence.begin][-1:]
    return any(_REQUEST.search(one.text) for one in before)


def says_yes_or_no(said: Sequence[Statement]) -> bool:
    """Whether a sentence without a time says yes or no, to whatever it was asked."""
    return any(_YES_OR_NO.search(" ".join(one.words)) and not one.times for one in said) or saying_yes.says_yes(
        [one.words for one in said]
    )


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
    return questions, saying_yes.puts_off(said)


__all__ = ["day_granted", "says_yes_or_no"]
