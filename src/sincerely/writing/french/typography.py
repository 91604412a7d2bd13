"""How French sets its signs: a space that no line breaks at before ? ! : ; and inside « »."""

from __future__ import annotations

import re

_FIXED = "\u00a0"
_BEFORE = re.compile(r"(?<=\S)[ \u00a0\u202f]+(?=[?!:;](?:[\s»)]|$)|»)")
_AFTER = re.compile(r"(?<=«)[ \u00a0\u202f]*(?=\S)")
_CLOSED = re.compile(r"(?<=[^\s])(?=»)")
# "12 000 euros", "14 h 30": a number is not torn from what it counts.
_NUMBER = re.compile(r"(?<=\d) (?=\d{3}\b|h\b|%|€|euros\b)|(?<=\d h) (?=\d\d\b)")


def spaced(text: str) -> str:
    r"""Return a French text with its spaces fixed; none is put in where the writer has left it out.

    >>> spaced("Où en est-on ? Voici : « le poste »").replace("\u00a0", "~")
    'Où en est-on~? Voici~: «~le poste~»'
    """
    text = _AFTER.sub(_FIXED, _BEFORE.sub(_FIXED, text))
    return _NUMBER.sub(_FIXED, _CLOSED.sub(_FIXED, text))
