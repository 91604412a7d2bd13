"""What a sentence does: ask for something, promise something, propose to meet.

A linear model over rows of words, rows of word classes (so that unseen words count by their form) and some forty
marks of shape. The sum over rows is divided by the square root of the length: long sentences are not surer ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise, repeat

from .acts_model import ACTS, CLASS_BITS, WORD_BITS, ActsModel, unpack
from .linear import sigmoid
from .words import plain

_VERBS = frozenset(
    """accept activate add adjust advise agree allow answer apply approve arrange ask assume attach attend be become begin
    believe book bring browse build buy call cancel change chat check choose claim clear click close come compare complete
    confirm consider contact continue copy correct create cut decide delete deliver discuss do download draft drop edit
    email enclose enjoy enter explain explore expect express feel fax figure file fill find finish follow forget forward
    get give go grab handle have hear help hold hope ignore include inform install invite join keep know leave let list
    listen login look mail make mark meet move need note notify open order pass pay pick place plan play please print
    prepare proceed provide pull push put rate reach read refer register remember remind remove rename reply report
    request reserve respond return review rsvp run save say scan schedule search see select send set share shop show sign
    sit sort speak spend stand start stay stop submit suggest talk take tell test thank think touch try turn type
    understand unsubscribe update upgrade upload use verify view visit vote wait watch work write""".split()
)
_CLOSED = frozenset(
    """i you he she it we they me him her us them my your his its our their this that these those a an the and or but so
    if when while because as since until unless whether to of in on at for from with by about into over after before up
    out off down not no never be is are was were am been being have has had do does did will would can could should may
    might must shall need what when where who how why which there here all any some more most other please let know
    thanks thank just also only still already yet very too then than now yes ok , : ; ? ! ( ) – $ % going want like get
    one two back sure ^ $end""".split()
)
_FORMS = (("ing", "Ving", 3), ("ed", "Ved", 2), ("es", "Vs", 2), ("s", "Vs", 1))
_SUFFIXES = ("ing", "ed", "ly", "tion", "ment", "ness", "able", "er", "s")
_BEFORE_VERB = frozenset(
    """please so and then also just but or ok okay now well kindly simply hey hi do not never always first second next
    finally again 1 2 3 4 5 ) ( –""".split()
)
_SETS = {
    name: frozenset(words.split())
    for name, words in {
        "third": "he she they it who", "first": "i we me us my our", "second": "you your",
        "market": """free click unsubscribe offer offers discount save deal deals account app download newsletter
            facebook twitter shipping order orders password subscription promo coupon trial""",
        "meet": """meet meeting meetings lunch dinner drinks coffee golf game party visit join call talk discuss
            schedule conference together""",
        "time": """today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday weekend morning
            afternoon am pm noon soon oclock week""",
        "doing": """send forward review check confirm provide advise sign fax print bring tell ask help fix update
            respond reply resend approve""",
        "wonder": """wonder wondering wondered curious mind possible possibility chance appreciate appreciated grateful
            helpful request requested suggest recommend propose invite encourage""",
        "wh": "what when where how why who which", "aux": "do did are have were is was does can could would will",
        "past": "was were had did got went said told sent made came took met called thought knew found gave left",
    }.items()
}  # fmt: skip
_SINGLE = {word: name for name, members in _SETS.items() for word in members}
_PAIRS = {
    ("let", "me"): "letme", ("let", "us"): "letus", ("feel", "free"): "feelfree", ("look", "forward"): "ahead",
    ("looking", "forward"): "ahead", ("see", "you"): "ahead", ("how", "about"): "howabout", ("what", "about"): "howabout",
    ("shall", "we"): "howabout", ("if", "you"): "ifyou", ("should", "you"): "ifyou", ("would", "like"): "like",
    ("would", "love"): "like", ("would", "appreciate"): "like", ("need", "to"): "should", ("have", "to"): "should",
    ("we", "should"): "should", ("you", "should"): "should", ("we", "need"): "ineed", ("i", "need"): "ineed",
    ("i", "will"): "iwill", ("we", "will"): "iwill", ("can", "you"): "canyou", ("could", "you"): "canyou",
    ("would", "you"): "canyou", ("will", "you"): "canyou", ("do", "you"): "doyou", ("did", "you"): "doyou",
    ("are", "you"): "doyou", ("have", "you"): "doyou", ("call", "me"): "contact", ("email", "me"): "contact",
    ("contact", "me"): "contact", ("contact", "us"): "contact", ("call", "us"): "contact", ("get", "back"): "contact",
    ("to", "see"): "tosee", ("to", "hear"): "tosee", ("do", "not"): "donot", ("we", "would"): "wewould",
    ("i", "would"): "wewould", ("hope", "to"): "hope", ("i", "hope"): "hope", ("make", "sure"): "makesure",
}  # fmt: skip
_NAME_FIRST = re.compile(r"[A-Z][a-z]+[,:/ -]")


def acts(sentence: str, model: ActsModel) -> dict[str, float]:
    """Return how likely a sentence requests, promises, or proposes to meet."""
    words = plain(sentence).split()
    if not words:
        return dict.fromkeys(ACTS, 0.0)
    rows = unpack(_sum_of_rows(words, model))
    marks = unpack(sum(map(model.shape.get, shape(sentence, words), repeat(0))))
    scale, bias = len(words) ** -0.5, model.bias
    return {
        "request": sigmoid(bias[0] + scale * rows[0] + marks[0]),
        "promise": sigmoid(bias[1] + scale * rows[1] + marks[1]),
        "meeting": sigmoid(bias[2] + scale * rows[2] + marks[2]),
    }


def _sum_of_rows(words: list[str], model: ActsModel) -> int:
    """Return the packed weights of rows of one and two words, and of three and four word classes."""
    padded = ["^", *words, "$end"]
    numbers = list(map(model.words.get, padded, repeat(0)))
    kinds = list(map(model.classes.get, map(word_class, padded), repeat(0)))
    pairs = [one << WORD_BITS | two for one, two in pairwise(numbers)]
    threes = [a << 2 * CLASS_BITS | b << CLASS_BITS | c for a, b, c in zip(kinds, kinds[1:], kinds[2:], strict=False)]
    fours = [a << CLASS_BITS | b for a, b in zip(threes, kinds[3:], strict=False)]
    return (
        sum(map(model.single.get, words, repeat(0)))
        + sum(map(model.pairs.get, pairs, repeat(0)))
        + sum(map(model.rows.get, threes, repeat(0)))
        + sum(map(model.rows.get, fours, repeat(0)))
    )


def rows(words: list[str]) -> Iterator[str | tuple[str, ...]]:
    """Return what training counts: rows of one and two words, and of three and four word classes behind a "/"."""
    padded = ["^", *words, "$end"]
    kinds = list(map(word_class, padded))
    return chain(
        words,
        pairwise(padded),
        zip(repeat("/"), kinds, kinds[1:], kinds[2:], strict=False),
        zip(repeat("/"), kinds, kinds[1:], kinds[2:], kinds[3:], strict=False),
    )


@lru_cache(maxsize=30_000)
def word_class(word: str) -> str:
    """Return a small word itself, else what its form says: V, Ving, Ved, a figure, a suffix."""
    if word in _CLOSED:
        return word
    if word[0].isdigit():
        return "0"
    if word in _VERBS:
        return "V"
    for ending, name, length in _FORMS:
        if word.endswith(ending) and (word[:-length] in _VERBS or word[:-length] + "e" in _VERBS):
            return name
    if word[0] == "<":
        return word
    return next((f"x{suffix}" for suffix in _SUFFIXES if word.endswith(suffix) and len(word) > len(suffix) + 2), "x")


def shape(sentence: str, words: list[str]) -> list[str]:
    """Return the marks of shape of a sentence."""
    marks = {_SINGLE[word] for word in _SINGLE.keys() & words}
    marks.update([_PAIRS[pair] for pair in _PAIRS.keys() & pairwise(words)])
    found = list(marks)
    if "?" in words:
        found += [f"?{name}" for name in marks if name in _ASKED]
        found.append("?")
    if "please" in words:
        found.append(f"please{min(words.index('please'), 9) // 3}")
    order = _order(words)
    if order:
        found.append(order)
        if "market" in marks:
            found.append("order+market")
    end = sentence.rstrip()[-1:]
    found += (
        _LENGTHS[min(len(words), 50)],
        end if end in "?.!:," else "_",
        _YOURS[min(words.count("you") + words.count("your"), 3)],
        _MINE[min(words.count("i") + words.count("me"), 3)],
    )
    if sentence[:1].isupper():
        found.append("Cap")
        if sentence.isupper():
            found.append("LOUD")
        elif words[0] not in _VERBS and _NAME_FIRST.match(sentence):
            found.append("name")
    return found


# By the number of words, of those that mean the reader, and of those that mean the writer.
_LENGTHS = tuple(f"n{count // 6}" for count in range(51))
_YOURS = tuple(f"you{count}" for count in range(4))
_MINE = tuple(f"i{count}" for count in range(4))
_ASKED = frozenset({"wh", "aux", "second", "meet", "market"})


def _order(words: list[str]) -> str:
    """Return whether the first or a later clause begins with a bare verb."""
    first = begins = True
    for word in words:
        if begins:
            if word in _VERBS:
                return "order0" if first else "order1"
            if word in _BEFORE_VERB:
                continue
            begins = False
        if word in _BREAKS:
            begins, first = True, False
    return ""


_BREAKS = frozenset({",", ":", "–", "and", "so", "then"})
