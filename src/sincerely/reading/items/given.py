"""Which things a sentence of the candidate's hands in: "attached are my transcripts", and not "my references will follow"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sincerely.reading.letters.letter import Attachment

from .named import Named

_LATER = frozenset(
    """will i'll we'll follow follows later folgt folgen folge werde nachreichen suivra suivront enverrai once not
    tomorrow soon sobald""".split()
)
_ATTACHED = frozenset(
    """attached attaching attach enclosed enclosing enclose anbei beigefügt angehängt anhang joint jointe ci""".split()
)
_SHOWN = frozenset(
    {("here", "is"), ("here", "are"), ("hier", "ist"), ("hier", "sind"), ("liegt", "bei"), ("liegen", "bei")}
)
_SHOWS = frozenset("voici voilà".split())
_BEHIND = 4


def is_promised(words: Sequence[str], one: Named) -> bool:
    """Whether a sentence of the candidate's says that an item will come: "I'll send you my certificate by Friday"."""
    begin = next((at + 1 for at in range(one.begin - 1, -1, -1) if words[at] in _BORDERS), 0)
    clause, moved = words[begin : one.stop + _BEHIND], Named(one.item, one.begin - begin, one.stop - begin)
    return _comes_later(clause, moved) and not any(_reaches(words, first, stop, one) for first, stop in _marks(words))


def is_handed_in(words: Sequence[str], one: Named) -> bool:
    """Whether a sentence of the candidate's hands an item in.

    What is called attached or shown must be the item: nobody else attaches it, nothing is denied, no clause ends between.
    """
    if _comes_later(words, one) or ("?" in words and words[0] in _ASKING) or _stands_for_itself(words, one):
        return False
    return any(_reaches(words, begin, stop, one) for begin, stop in _marks(words))


def _comes_later(words: Sequence[str], one: Named) -> bool:
    """Whether something will come, near an item; what the reader "will find" is there."""
    near = [*range(one.begin), *range(one.stop, min(len(words), one.stop + _BEHIND))]
    return any(words[at] in _LATER and tuple(words[at : at + 2]) != ("will", "find") for at in near)


# A question hands in nothing: "could you resend the form you attached?"
_ASKING = frozenset(
    """could can did do does would will shall should have has is are was were what where when which who why how may
    könnten können kann soll haben pourriez pouvez puis""".split()
)


def _marks(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where words call something attached, or show it, and it is the candidate who does."""
    for at, word in enumerate(words):
        if word in _SHOWS or (word in _ATTACHED and not _is_anothers(words, at)):
            yield at, at + 1
    for at, pair in enumerate(pairwise(words)):
        if pair in _SHOWN:
            yield at, at + 2


_BORDERS = frozenset(", ; : ? ! ( ) – but aber mais".split())
_THEM = frozenset("you your they he she it who that which hr sie ihr ihre er vous ils".split())
_PERFECT = frozenset("have has had already also just now kindly were was".split())
_DENIED = frozenset("not no never forgot forgotten forget unable without nicht kein keine vergessen pas".split())
_THEIR_MAIL = frozenset("your the that".split())


def _is_anothers(words: Sequence[str], at: int) -> bool:
    """Whether something is not attached, or others attached it: "the form you attached", "attached to your mail"."""
    if words[at + 1 : at + 2] in (["to"], ["in"]) and not _THEIR_MAIL.isdisjoint(words[at + 2 : at + 3]):
        return True
    doer = at - 1
    while doer >= 0 and words[doer] in _PERFECT:
        doer -= 1
    if doer >= 0 and words[doer] in _THEM:
        return True
    border = max((index for index in range(at) if words[index] in _BORDERS), default=-1)
    return not _DENIED.isdisjoint(words[border + 1 : at])


# "Attached you will find", "anbei sende ich Ihnen": who gives and who gets, in front of what is given.
_LEAD = frozenset(
    """please find see is are you will i : here send am sending also sende schicke übersende ich wir ihnen finden erhalten sie
    vous trouverez je""".split()
)
# Behind these a sentence speaks of something else.
_BREAKS = frozenset(
    """; ? ! ( – i you he she it they we ich wir je but aber mais while because since if when until where unless as instead
    place except besides than unlike rather look looking hope hoping wait need needs statt außer""".split()
)
_VERBS = frozenset("is are was were been being sind ist liegt liegen est sont".split())
_ADVERBS = frozenset("both all also now here herewith hereby again already below as well".split()) | _VERBS
# "A letter about my references".
_OF_OTHERS = frozenset("about for regarding concerning on über für".split())
_FRONTED = frozenset("is are you please find : my the a i".split())


def _reaches(words: Sequence[str], begin: int, stop: int, one: Named) -> bool:
    """Whether what words call attached is an item that stands behind them, or before."""
    if stop <= one.begin:
        between = _without_relatives(words[stop : one.begin])
        while between and between[0] in _LEAD:
            del between[0]
        return _BREAKS.isdisjoint(between) and _OF_OTHERS.isdisjoint(between[-2:])
    if begin < one.stop or not _FRONTED.isdisjoint(words[stop : stop + 1]):
        return False
    between = _without_relatives(words[one.stop : begin])
    if between and between[-1] == "(":
        del between[-1]
    verb = next((at for at, word in enumerate(between) if word in _VERBS), len(between))
    return (_BREAKS | {":"}).isdisjoint(between) and _ADVERBS.issuperset(between[verb:])


_WISHED = frozenset("asked requested wanted needed require required mentioned signed completed filled".split())


def _without_relatives(words: Sequence[str]) -> list[str]:
    """Return words without what only says whose wish a thing was: "the form you asked me for"."""
    kept: list[str] = []
    at = 0
    while at < len(words):
        if words[at] in {"you", "i", "we"} and not _WISHED.isdisjoint(words[at + 1 : at + 2]):
            at += 2
            while at < len(words) and words[at] in {"me", "for", "in", "out"} and words[at + 1 : at + 2] != ["place"]:
                at += 1
        else:
            kept.append(words[at])
            at += 1
    return kept


_ENDS = frozenset(", ; : ? ! ( ) – and or und oder et".split())
_DOES = frozenset("i you he she they we ich wir je nous hr can could have has must comes come".split()) | _VERBS


def _stands_for_itself(words: Sequence[str], one: Named) -> bool:
    """Whether something else is said of an item: "my references I send on Friday", "the diploma is at the registry"."""
    end = next((at for at in range(one.stop, len(words)) if words[at] in _ENDS), len(words))
    tail = _without_relatives(words[one.stop : end])
    own = next((at for at, word in enumerate(tail) if word in _DOES), None)
    return own is not None and _ATTACHED.isdisjoint(tail[own:])


# A card, a signature, a meeting, or the picture below a name is no document.
_NO_DOCUMENT = re.compile(
    r"(?:smime|signature|logo|winmail|noname|image\d{3,})\b.*|.*\.(?:p7s|p7m|asc|sig|vcf|ics|dat|gif)", re.IGNORECASE
)


def documents(files: Sequence[Attachment]) -> int:
    """Return how many files may be something that is handed in."""
    return sum(_NO_DOCUMENT.fullmatch(file.name) is None for file in files)
