"""Which things to hand in the names of attached files tell: "share_code.pdf", "TranscriptIdaBerg.pdf"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sincerely.reading.letters.letter import Attachment
from sincerely.reading.scoring.words import plain

from .named import named

_ENDING = re.compile(r"\.\w{1,5}$")
# What stands between the words of a file's name; and where a word begins with a capital inside of another.
_BETWEEN = re.compile(r"[\W\d_]+|(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")
_LONGEST = 120


def items_of(files: Sequence[Attachment], items: Mapping[str, str]) -> tuple[str, ...]:
    """Return the things that files are called after, each once.

    Args:
        files: that hang on a mail.
        items: for each item its words, divided by bars.
    """
    names = (_BETWEEN.sub(" ", _ENDING.sub("", file.name[:_LONGEST])) for file in files)
    return tuple(dict.fromkeys(one.item for name in names for one in named(plain(name).split(), items)))
