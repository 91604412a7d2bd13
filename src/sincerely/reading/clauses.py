"""What a sentence asserts, and what it only supposes.

"If you are selected, we will invite you" invites nobody. Each token of a sentence gets a mode: asserted, part
of a condition, the consequence of one, what follows once something else has happened ("when you have passed the
test"), or said of people in general ("shortlisted candidates will be invited").
Conditions are told apart by what they wait for: a choice that is still to be made, a need that may never arise
("should you have to reschedule"), or mere politeness ("if that suits you"), which takes nothing back.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

ASSERTED, POLITE, LATER, GENERAL, CONSEQUENCE, CONDITION = range(6)

_MARKS = frozenset(",;:–()?!")
_STRONG_MARKS = frozenset(";:–()?!")
_TURNS = frozenset("but however although though yet aber jedoch allerdings mais cependant toutefois".split())
_OPENERS = frozenset("if unless provided assuming supposing wenn falls sofern si".split())
_OPENING_PAIRS = frozenset({
    ("in", "case"), ("in", "the"), ("were", "you"), ("had", "you"), ("im", "falle"), ("im", "fall"), ("au", "cas"),
    ("en", "cas"), ("sollten", "sie"), ("sollte", "ihre"), ("sollten", "wir"), ("sollte", "es"),
})  # fmt: skip
# After these, "if" asks whether, and supposes nothing.
_WHETHER = frozenset(
    """know knowing see check tell ask asking wonder wondering confirm sure say understand advise clear hear unsure
    remember decide find out wissen mitteilen savoir""".split()
)
_SHOULD_SUBJECTS = frozenset(
    "you we your there any the this our i it that anything someone circumstances another things further".split()
)
# "if possible", "if so", "if any": no clause follows.
_ELLIPTIC = frozenset("possible so not needed necessary required any applicable only anything nothing ever".split())
_SUBJECTS = frozenset(
    "we i you they our your the a he she it please there someone wir ich sie bitte nous je vous".split()
)
_AUXILIARIES = frozenset(
    """will would shall may can could are am is have has might must please should do werden wird können kann
    be""".split()
)
_SELECTION = frozenset(
    """we selected shortlisted successful chosen decide decides decided match matches suitable qualify qualified meet
    meets profile application applications qualifications background skills experience progress progresses advance
    advances hired employed proceed proceeds fit picked through invited interested recruiter team panel considered
    candidacy advanced ausgewählt wir profil bewerbung retenue retenu candidature profil moving forward accepted
    offered""".split()
)
_NEED = frozenset(
    """need needs wish want questions question reschedule cancel withdraw unable not trouble difficulty difficulties
    problems problem issues queries changes change happen happens emergency accommodation accommodations adjustments
    anything assistance help fragen haben fehler heard longer""".split()
)
_PEOPLE = frozenset("candidates applicants those people individuals finalists anyone everyone persons".split())
_CHOSEN = frozenset(
    """shortlisted selected successful suitable qualified invited chosen who whose only unsuccessful strongest
    promising best some""".split()
)
_NEGATORS = frozenset(
    """not never unable without neither nor nobody none cannot hardly nicht kein keine keinen keiner keinem
    pas jamais aucun aucune""".split()
)
_POSSIBLY = frozenset("may might reserve reserves reserved possibly risk eventually potentially".split())
_REACH_OF_NOT = 7


@dataclass(frozen=True)
class Clauses:
    """A sentence in plain words, with the mode of each.

    Attributes:
        text: as `words.plain` gives it.
        tokens: its words.
        modes: one of the constants above for every token.
    """

    text: str
    tokens: tuple[str, ...]
    modes: tuple[int, ...]

    @cached_property
    def _offsets(self) -> list[int]:
        offsets, at = [], 0
        for token in self.tokens:
            offsets.append(at)
            at += len(token) + 1
        return offsets

    @cached_property
    def question(self) -> bool:
        """Whether it asks."""
        return "?" in self.tokens

    def index(self, offset: int) -> int:
        """Return which token stands at a character offset of ``text``."""
        return max(0, bisect_right(self._offsets, offset) - 1)

    def mode(self, begin: int, stop: int) -> int:
        """Return the mode of a stretch of ``text``: of its first and last words the less asserted."""
        if not self.modes:
            return ASSERTED
        return max(self.modes[self.index(begin)], self.modes[self.index(max(begin, stop - 2))])

    def negated(self, begin: int) -> bool:
        """Whether a negator in the same clause reaches the word at ``begin``."""
        index = self.index(begin)
        for at in range(index - 1, max(-1, index - 1 - _REACH_OF_NOT), -1):
            token = self.tokens[at]
            if token in _MARKS or token in _TURNS:
                return False
            if token in _NEGATORS or (token == "no" and index - at <= 3):
                return True
        return False

    def denies(self, begin: int, stop: int) -> bool:
        """Whether a negator stands between ``begin`` and ``stop``."""
        return not _NEGATORS.isdisjoint(self.tokens[self.index(begin) : self.index(max(begin, stop - 1)) + 1])

    def possible(self, begin: int) -> bool:
        """Whether the word at ``begin`` is only possible: "you may be asked", "the right to withdraw"."""
        index = self.index(begin)
        before = self.tokens[max(0, index - 6) : index]
        return any(word in _POSSIBLY and before[at + 1 : at + 2] != ("i",) for at, word in enumerate(before))


def clauses(text: str) -> Clauses:
    """Return a plain sentence with the modes of its words."""
    tokens = tuple(text.split())
    if not tokens:
        return Clauses(text, (), ())
    modes = [ASSERTED] * len(tokens)
    at = 0
    while at < len(tokens):
        if _opens(tokens, at):
            at = _suppose(tokens, modes, at)
        else:
            if tokens[at] in _PEOPLE:
                _generalise(tokens, modes, at)
            at += 1
    return Clauses(text, tokens, tuple(modes))


def _begins_clause(tokens: tuple[str, ...], at: int) -> bool:
    return at == 0 or tokens[at - 1] in _MARKS or tokens[at - 1] in _TURNS or tokens[at - 1] in {"and", "that", "so"}


def _opens(tokens: tuple[str, ...], at: int) -> bool:
    """Whether a condition begins here."""
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if token in _OPENERS:
        if following in _ELLIPTIC and (at + 2 >= len(tokens) or tokens[at + 2] in _MARKS):
            return False
        return _WHETHER.isdisjoint(tokens[max(0, at - 3) : at])
    if token == "should":
        return _begins_clause(tokens, at) and following in _SHOULD_SUBJECTS
    if token in {"until", "whether", "ob"}:
        return True
    if token in _TEMPORAL:
        return _waits_for(tokens[at + 1 : at + 7])
    if (token, following) in _OPENING_PAIRS:
        return following != "the" or tokens[at + 2 : at + 3] == ("event",)
    return False


_PERFECT = frozenset("have has had is are been habe haben hat avez avons".split())


def _waits_for(following: tuple[str, ...]) -> bool:
    """Whether a clause waits for something to be done: "once you have passed the test"."""
    perfect = False
    if following and following[0] not in _SUBJECTS and following[0] not in _WAITED_FOR and following[0] not in _PERFECT:
        return False
    for index, token in enumerate(following):
        if token in _MARKS:
            return False
        if token in _WAITED_FOR and (perfect or index == 0):
            return True
        perfect = perfect or token in _PERFECT
    return False


_TEMPORAL = frozenset("once when upon after soon nach après sobald".split())
_WAITED_FOR = frozenset(
    """selected shortlisted successful chosen hired selection hire ausgewählt passed completed received reviewed finished
    submitted cleared checked evaluated approved met decided processed assessed""".split()
)


def _suppose(tokens: tuple[str, ...], modes: list[int], at: int) -> int:
    """Mark a condition that begins at ``at`` and what hangs on it; return where its clause ends."""
    stop = _condition_end(tokens, at)
    weight = _weight(tokens[at:stop])
    if tokens[at] in {"whether", "ob"}:
        weight = POLITE
    if tokens[at] in _TEMPORAL:
        weight = LATER if weight == POLITE or "you" not in tokens[at:stop] else weight
    leading = _begins_clause(tokens, at)
    for index in range(at, stop):
        modes[index] = CONDITION if weight != POLITE or tokens[at] in {"whether", "ob"} else POLITE
    if leading:
        end = stop
        while end < len(tokens) and tokens[end] not in _TURNS and tokens[end] not in _STRONG_MARKS:
            modes[end] = max(modes[end], weight)
            end += 1
    if not leading or stop >= len(tokens) or tokens[stop] in _STRONG_MARKS:
        back = at - 1
        while back >= 0 and tokens[back] not in _STRONG_MARKS and tokens[back] not in _TURNS:
            modes[back] = max(modes[back], weight)
            back -= 1
    return stop


def _condition_end(tokens: tuple[str, ...], at: int) -> int:
    for index in range(at + 1, len(tokens)):
        token = tokens[index]
        if token in _STRONG_MARKS or token in {",", "then"}:
            return index
        if index - at >= 3 and token in _SUBJECTS and tokens[index - 1] not in {"that", "and", "or", "the", "what"}:
            following = tokens[index + 1 : index + 4]
            if token == "please" or (following and following[0] in _AUXILIARIES and token in {"we", "i", "you"}):
                return index
            if token in {"our", "the", "a"} and any(word in {"will", "would", "may"} for word in following):
                return index
    return len(tokens)


def _weight(condition: tuple[str, ...]) -> int:
    """Return what a condition does to its consequence: politeness takes nothing back."""
    words = set(condition)
    if "you" in words and not words.isdisjoint({"available", "suits", "happy", "open", "free", "works", "still"}):
        return POLITE
    if not words.isdisjoint(_SELECTION) or not words.isdisjoint(_NEED):
        return CONSEQUENCE
    return POLITE


def _generalise(tokens: tuple[str, ...], modes: list[int], at: int) -> None:
    """Mark what is said of "shortlisted candidates" or "those who are selected", where they are the subject."""
    begin = at
    while begin > 0 and tokens[begin - 1] not in _MARKS and at - begin < 3:
        begin -= 1
    around = tokens[begin : at + 4]
    if _CHOSEN.isdisjoint(around) or not _begins_clause(tokens, begin):
        return
    following = tokens[at + 1 : at + 10]
    if not any(word in {"will", "are", "may", "can", "should", "must"} for word in following):
        return
    end = at
    while end < len(tokens) and tokens[end] not in _STRONG_MARKS and tokens[end] not in _TURNS:
        modes[end] = max(modes[end], GENERAL)
        end += 1
    for index in range(begin, at):
        modes[index] = max(modes[index], GENERAL)
