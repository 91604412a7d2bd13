"""Lists of things to hand in: what their heading says, and which of their rows it speaks for."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from sincerely.reading.statements.scene import Scene


def rows_asked(scene: Scene, asking: Container[int]) -> Iterator[int]:
    """Yield the rows of lists of which the heading asks for something, or one of the rows where the heading says nothing.

    Args:
        scene: the mail.
        asking: the statements that surely ask.
    """
    for rows in _lists(scene):
        asks = heading(scene.said[rows[0] - 1].words) if rows[0] else None
        if asks is None:
            asks = any(row in asking for row in rows)
        if asks:
            yield from (row for row in rows if not _stands_for_itself(scene.said[row].words))


def rows_denied(scene: Scene) -> Iterator[int]:
    """Yield the rows of lists of which the heading says that nothing is asked for, or that its writer gives it."""
    for rows in _lists(scene):
        if rows[0] and heading(scene.said[rows[0] - 1].words) is False:
            yield from rows


def heading_of(scene: Scene, index: int) -> int | None:
    """Return the statement that heads the list in which a row stands; None where it is none, or heads it without a colon."""
    head = above(scene, index)
    return head if head is not None and scene.said[head].text.rstrip().endswith(":") else None


def above(scene: Scene, index: int) -> int | None:
    """Return the statement above the list in which a row stands; None where it is none, or nothing stands above it."""
    rows = next((rows for rows in _lists(scene) if index in rows), [0])
    return rows[0] - 1 if rows[0] > 0 else None


_LACKING = re.compile(
    r"need(?:ed|s)?|missing|lack|outstanding|require[sd]?|fehl\w+|benötig\w+|brauch\w+|nachreich\w+|manqu\w+"
)
_GIVING = re.compile(
    r"send|bring|provide|upload|submit|return|senden|schicken|mitbringen|mitzubringen|einreichen|einzureichen|vorlegen|vorzulegen|beizubringen|nachzuliefern|"
    r"zusenden|übersenden|hochladen|apporter|transmettre|fournir|envoyer|joindre|retourner|renvoyer|produire|communiquer|parvenir|remettre|envoyez|joignez"
)
_NOT_YET = re.compile(r"\bnot (?:yet |so far )?(?:received|sent|provided|had|got|submitted|uploaded|gone on)\b")
_DENIED = frozenset("not nothing no never neither nicht nichts kein keine keinen pas rien aucun aucune".split())
# "We have what we need", "what you need to know": nothing is missing, nothing is to be handed in.
_AT_HAND = re.compile(
    r"\b(?:have|got|received) (?:now |already )?(?:all|everything|what|most)\b.* need\b|\bneed to (?:know|remember|do)\b|"
    r"\b(?:role|job|position|post|work|stelle|poste) (?:also |often )?(?:require|need)|"
    r"\b(?:nous allons|je vais) vous\b"
)
_READER = frozenset("you sie vous".split())
_GIVERS = frozenset("wir ich".split())
_THEIRS = frozenset("we i team hr they he she wir ich company office colleagues firm".split())
_ASKED_OF = frozenset("ask asking like want need please bitten bitte prions".split())


def heading(words: Sequence[str]) -> bool | None:
    """Whether a heading asks for what stands below it; None where it speaks of something else, or is none.

    False where it denies that anything is asked for, or tells what its writer gives: "we do not require:", "we provide:".
    """
    if not words or words[-1] != ":" or not any(_LACKING.fullmatch(word) or _GIVING.fullmatch(word) for word in words):
        return None
    said = _NOT_YET.sub("", " ".join(words))
    if not _DENIED.isdisjoint(said.split()) or _AT_HAND.search(said):
        return False
    given = [at for at, word in enumerate(words) if _GIVING.fullmatch(word)]
    return not (given and (_is_theirs(words[: given[-1]]) or words[given[-1] + 1] in _GIVERS))


def _is_theirs(words: Sequence[str]) -> bool:
    """Whether it is the writer who does what follows: nearest in front stands "we" or "our team", not "you" or "please"."""
    for word in reversed(words):
        if word in _READER or word in _ASKED_OF:
            return False
        if word in _THEIRS:
            return True
    return False


_SUBJECTS = frozenset("we you i they he she hr someone somebody wir ich nous je vous".split())
_OWNERS = frozenset("our the your a unser unsere notre".split())
_WILL = frozenset("will shall wird werden".split())
_BY_US = re.compile(r"\b(?:by|from|through) (?:us|our)\b|\bpaid\b|\bvon uns\b|\bpar nous\b")
_FIRST = 5


def _stands_for_itself(words: Sequence[str]) -> bool:
    """Whether a row says who does what, and is more than a thing: "we call your references", "a permit, paid by us"."""
    first = [word for word in words[:_FIRST] if word.isalpha()]
    if not first:
        return False
    people = first[0] in _OWNERS and not _THEIRS.isdisjoint(first[1:3])
    return first[0] in _SUBJECTS or people or not _WILL.isdisjoint(first) or _BY_US.search(" ".join(words)) is not None


_MARK = re.compile(r"[^\w\s\"'()\[\]«»„“”‘’]\ufe0f?\s")
_BULLET = re.compile(r"[^\w\n]*(?:\(?\w{1,2}[.)])?[^\w\n]*")


def _lists(scene: Scene) -> Iterator[list[int]]:
    """Yield statements that stand one below the other behind bullets or numbers."""
    rows: list[int] = []
    for index, statement in enumerate(scene.said):
        begin = statement.sentence.begin
        # A tick stands within the sentence that it marks.
        mark = _MARK.match(scene.reply, begin)
        end = mark.end() if mark else begin
        before = scene.reply[scene.reply.rfind("\n", 0, begin) + 1 : end]
        if before.strip() and _BULLET.fullmatch(before):
            rows.append(index)
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows
