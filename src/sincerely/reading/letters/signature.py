"""Where a signature begins: after "-- ", at "Sent from my iPhone", at a block of name, title and telephone.

A closing formula and a name alone ("Best, Dana") stay in the text, as the suites of other houses have it; with
a title, a firm or a telephone number below, the block is a signature from the formula on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import letter_phrases
from . import signature_words as words

_DELIMITER = re.compile(r"\s?(?:--|—|–|––)\s*$")
_NAMED_DELIMITER = re.compile(r"--\s?[^\W\d_][\w.'’ -]{0,40}$")
_ONE_WORD = re.compile(r"--[\w.]{1,12}$")
_RULE = re.compile(r"\s{0,3}(?:[-_=*~#]\s?){3,}\s*$")
_DASH_NAME = re.compile(r"(?:[-–—]|[–—]\s)[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3}$")
_SENTENCE_END = re.compile(r"[.?!]\s*$")

_DELIMITED = 30
_FOOTED = 5
_NOTICE = 40
_RULED = 14
_BLOCK = 14
_PASSES = 5
_DRAWN = frozenset("-–—_=*~#")


def begins(lines: Sequence[str], first: int, stop: int, *, ends_letter: bool) -> int:
    """Return the index at which the signature of ``lines[first:stop]`` begins; ``stop`` when there is none.

    Args:
        lines: a letter's lines without line ends.
        first: where the writer's own words begin.
        stop: where they stop: at a quote, or at the end.
        ends_letter: whether these are the writer's last words; between two quotes only clear signs count.
    """
    start = _delimiter(lines, first, stop)
    for _ in range(_PASSES):
        last = _last(lines, first, start)
        if last < first:
            break
        sooner = _line_above(lines, first, last)
        if sooner is None and ends_letter:
            sooner = _block(lines, first, last + 1)
        if sooner is None:
            break
        start = sooner
        if letter_phrases.is_closing(lines[start].strip()):
            break  # who has closed signs below; a name with an address above is somebody whom the letter tells of
    return start if _last(lines, first, stop) >= start else stop


def _last(lines: Sequence[str], first: int, stop: int) -> int:
    """Return the index of the last line that is not blank, ``first - 1`` when there is none."""
    index = stop - 1
    while index >= first and not lines[index].strip():
        index -= 1
    return index


def _delimiter(lines: Sequence[str], first: int, stop: int) -> int:
    """Return where "-- ", a rule or "-- Dana" begins the signature; a list's footer may stand below one."""
    written = 0
    found = stop
    for index in range(stop - 1, first - 1, -1):
        line = lines[index]
        if not line.strip():
            continue
        if len(line) <= 200 and _delimits(lines, first, index, found, written):
            found, written = index, 0
            continue
        written += 1
        if written > _DELIMITED:
            break
    return found


def _delimits(lines: Sequence[str], first: int, index: int, stop: int, written: int) -> bool:
    line = lines[index]
    if line.lstrip()[:1] not in _DRAWN:
        return False
    if _DELIMITER.match(line):
        return True
    if written > _RULED:
        return False
    if _NAMED_DELIMITER.match(line):
        return _ONE_WORD.match(line) is not None or words.NAME.match(line[2:].strip()) is not None
    return _RULE.match(line) is not None and _is_footer(lines, first, index, stop)


def _is_footer(lines: Sequence[str], first: int, rule: int, stop: int) -> bool:
    """Whether what stands under a rule is a footer, not a section, a table or the link to a meeting."""
    below = [line.strip() for line in lines[rule + 1 : stop] if line.strip()]
    if not below:
        return not any(_RULE.match(line) for line in lines[max(first, rule - _RULED) : rule] if len(line) < 200)
    if any(words.MEETING.search(line[:200]) for line in below[:4]):
        return False
    above = _last(lines, first, rule)
    if above < first and _last(lines, 0, rule) < 0:
        return False  # nothing was said yet
    if any(words.FOOTER.search(line[:400]) for line in below[:2]):
        return True
    if above == rule - 1 >= first and not _SENTENCE_END.search(lines[above][-40:]):
        return False  # it underlines a heading
    if any(words.FOOTER.search(line[:400]) for line in below[:_FOOTED]):
        return True
    if len(below) <= 3 and all(len(line) < 80 and not _is_prose(line) for line in below):
        return True
    name = re.split(r"\s{2,}|,", below[0][:80], maxsplit=1)[0]
    return words.NAME.match(name) is not None and any(_reaches(line) for line in below[1:_FOOTED])


def _line_above(lines: Sequence[str], first: int, last: int) -> int | None:
    """Return where a signature's last line stands: "Sent from …", "-Dana", a legal notice."""
    line = lines[last].strip()
    if len(line) < 160 and words.SENT_FROM.match(line):
        return last
    if len(line) < 60 and _DASH_NAME.match(line) and (last == first or not lines[last - 1].strip()):
        return last
    if len(line) < 200 and words.LIST_PAGE.match(line):
        return last
    return _notice(lines, first, last)


def _notice(lines: Sequence[str], first: int, last: int) -> int | None:
    """Return where a legal notice or a list's instructions begin that go on to line ``last``."""
    found = None
    for index in range(last, max(first, last - _NOTICE), -1):
        if not lines[index - 1].strip() and words.DISCLAIMER.match(lines[index][:300]):
            found = index
    return found


def _block(lines: Sequence[str], first: int, stop: int) -> int | None:
    """Return where a block of name, title, firm and numbers begins, if one ends at ``stop``."""
    indexes = [index for index in range(max(first, stop - 3 * _BLOCK), stop) if lines[index].strip()][-_BLOCK - 1 :]
    for place, index in enumerate(indexes[:-1]):
        if letter_phrases.is_closing(lines[index].strip()):
            below = [lines[i].strip() for i in indexes[place + 1 :]]
            together = indexes[-1] - indexes[place + 1] == len(below) - 1
            if _is_signed(below) or (together and _is_titled(below)):
                return index
    return _unclosed(lines, first, indexes)


def _is_signed(below: Sequence[str]) -> bool:
    """Whether lines under a closing formula are a name and what says how to reach them."""
    if len(below) < 2 or any(len(line) > 160 for line in below[:3]) or not words.NAME.match(below[0][:80]):
        return False
    rest = below[1:]
    if not any(_reaches(line) for line in rest):
        return False
    return sum(1 for line in rest[:6] if _is_prose(line)) == 0


# So many lines say who somebody is, of so many characters; without number or address they must be plainly that.
_TITLES, _SHORT, _LONG = 4, 60, 80
_FOR = re.compile(r"(?:i\. ?[AV]\.|ppa\.|gez\.)\s+", re.IGNORECASE)
_HOURS = re.compile(
    r"(?:office|opening|working|school) hours\b|(?:öffnungs|sprech|büro|geschäfts)zeiten\b|horaires\b", re.IGNORECASE
)


def _is_titled(below: Sequence[str]) -> bool:
    """Whether lines under a closing formula are a name and, right below, what its bearer is: a title, a desk, a house.

    What is said below a name is lost where it is taken for this: a line that tells, asks, names a day or something to
    hand in is none.
    """
    name, rest = _FOR.sub("", below[0]), below[1:]
    if not 0 < len(rest) <= _TITLES or len(name) > _SHORT or not words.NAME.match(name):
        return False
    return len(name.split()) > 1 and all(_is_title(line) or _is_hours(line) for line in rest)


def _is_hours(line: str) -> bool:
    return len(line) <= _LONG and _HOURS.match(line) is not None and not words.TELLS.search(line)


def _is_title(line: str) -> bool:
    """Whether a short line is all in capitals, or names a desk, and tells nothing."""
    if len(line) > _SHORT or not line[:1].isupper() or any(sign in line for sign in ":?!") or _is_prose(line):
        return False
    if _SENTENCE_END.search(line) or words.OCCASION.search(line) or words.TELLS.search(line):
        return False
    if words.DISCLAIMER.match(line) or letter_phrases.is_closing(line) or re.search(r"\d", line):
        return False
    return words.DESK.match(line) is not None or words.CAPITALISED.match(line) is not None


def _reaches(line: str) -> bool:
    """Whether a line says who somebody is or how to reach them."""
    return words.is_contact(line[:300]) or words.is_position(line[:300])


def _is_prose(line: str) -> bool:
    return line.lower().startswith(("p.s", "ps:", "ps ", "ps.")) or (
        len(line) > 50 and _SENTENCE_END.search(line[-40:]) is not None and not words.is_contact(line[:300])
    )


def _unclosed(lines: Sequence[str], first: int, indexes: Sequence[int]) -> int | None:
    """Return where a block without closing formula begins: a name, then a title or firm, then numbers."""
    for place, index in enumerate(indexes[:-1]):
        starts = index == first or not lines[index - 1].strip()
        if (
            not starts
            or not words.NAME.match(lines[index].strip()[:80])
            or letter_phrases.is_greeting(lines[index].strip())
        ):
            continue
        if index > first and _ends_with_colon(lines, first, index):
            continue
        block = [lines[i].strip() for i in indexes[place:]]
        rest = block[1:]
        if any(letter_phrases.is_closing(line) for line in rest):
            continue
        if not 2 <= len(block) <= 10 or any(len(line) > 110 or words.OCCASION.search(line) for line in block):
            continue
        strong = sum(1 for line in rest if words.is_contact(line))
        medium = sum(1 for line in rest if words.is_position(line))
        if strong and strong + medium >= 2 and not any(line[0] in "-*•" or line.endswith(("?", "!")) for line in rest):
            return index
    return None


def _ends_with_colon(lines: Sequence[str], first: int, index: int) -> bool:
    """Whether a block stands in a list of such blocks, below a colon: "You will meet:", and then two people."""
    last = _last(lines, first, index)
    for _ in range(_LISTED):
        if last < first or lines[last].rstrip().endswith(":"):
            break
        head = last
        while head > first and lines[head - 1].strip() and last - head < _TITLES:
            head -= 1
        if not words.NAME.match(lines[head].strip()[:80]) or not all(map(_reaches, lines[head + 1 : last + 1])):
            return False
        last = _last(lines, first, head)
    return last >= first and lines[last].rstrip().endswith(":")


_LISTED = 12
