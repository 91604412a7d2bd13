"""A letter's text into what its writer says, the signature, and what is quoted.

Every character belongs to one fragment: put together again they are the text. Quotes are found by their ``>``,
by an attribution line, by quoted headers, by a separator, or by what the HTML marked; the work grows with the
number of lines, whatever is in them.
"""

from __future__ import annotations

from collections.abc import Sequence

from . import html_text
from .letter import Letter, Mark
from .reply_cutter import Cutter
from .reply_parts import Fragment, Parts, Quote

__all__ = ["Fragment", "Parts", "Quote", "of", "split", "split_html"]


def of(letter: Letter) -> Parts:
    """Take a letter's text apart, with what its HTML said."""
    return split(letter.text, letter.marks)


def split_html(html: str) -> Parts:
    """Take an HTML mail apart; offsets are those in ``html_text.convert(html).text``."""
    made = html_text.convert(html)
    return split(made.text, made.marks)


def split(text: str, marks: Sequence[Mark] = ()) -> Parts:
    r"""Take a text apart.

    Args:
        text: lines end with ``\n``; carriage returns before it are kept and ignored.
        marks: what HTML said about stretches of it.
    """
    cutter = Cutter(text)
    cutter.find_armour()
    cutter.mark(marks)
    cutter.find_quotes()
    cutter.find_signatures()
    return cutter.parts()
