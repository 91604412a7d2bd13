"""A sentence as plain words: lower case, contractions written out, one space between tokens.

The linear models read this form, so that "we’ve", "we have" and
"We  HAVE" are one thing to them. Clause marks (comma, colon, dash, brackets, question mark) stay as tokens.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

# Tokens of one sentence that are looked at, and characters: what is longer is no sentence.
LONGEST = 250
_LONGEST_TEXT = 2500

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.:,]\d+)*|[$€£%]|[,;:?!()–]|<(?:link|address)>")
# The same for ASCII and the dashes made of its hyphens: matched twice as fast.
_ASCII_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)*|[0-9]+(?:[.:,][0-9]+)*|[$%,;:?!()–]|<(?:link|address)>")
_ADDRESS = re.compile(r"https?://[^\s)>]+|www\.[^\s)>]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PLAIN_QUOTES = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "\u00a0": " ", "‐": "-", "‑": "-", "−": "-", "—": " – ",
    "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\ufeff": None, "\u2060": None,
})  # fmt: skip
_INNER_HYPHEN = re.compile(r"(?<=\w)-(?=[^\W\d])")
_WHOLE = {
    "won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not", "let's": "let us",
    "it's": "it is", "that's": "that is", "there's": "there is", "here's": "here is", "what's": "what is",
    "who's": "who is", "how's": "how is", "where's": "where is", "when's": "when is", "he's": "he is",
    "she's": "she is", "ain't": "is not", "y'all": "you", "gonna": "going to", "wanna": "want to",
    "wouldnt": "would not", "dont": "do not", "didnt": "did not", "doesnt": "does not", "isnt": "is not",
    "wasnt": "was not", "couldnt": "could not", "havent": "have not", "hasnt": "has not", "cant": "can not",
    "youll": "you will", "resumé": "resume", "résumé": "resume", "résume": "resume", "resumés": "resume",
    "résumés": "resume", "resumes": "resume", "cvs": "cv", "u": "you", "pls": "please", "plz": "please", "emails": "email", "o'clock": "oclock",
    "cancelled": "canceled", "cancelling": "canceling", "organise": "organize",
    "organised": "organized", "apologise": "apologize", "favour": "favor", "programme": "program",
}  # fmt: skip
_ENDINGS = (("n't", "not"), ("'ve", "have"), ("'ll", "will"), ("'re", "are"), ("'m", "am"), ("'d", "would"))
# Idioms whose "not" or "no" denies nothing, and words that are written in one or in two.
_IDIOMS = {
    "not only": "also", "do not hesitate": "feel free", "not hesitate": "feel free", "no doubt": "surely",
    "why not": "shall we", "no later than": "by", "not later than": "by", "no problem": "fine", "no worries": "fine",
    "last but not least": "lastly", "whether or not": "whether", "e mail": "email", "take home": "takehome",
    "work sample": "worksample", "work samples": "worksample", "cover letter": "coverletter",
    "covering letter": "coverletter", "motivation letter": "coverletter", "letter of motivation": "coverletter",
    "curriculum vitae": "cv", "on site": "onsite", "in person": "inperson", "follow up": "followup",
    "short listed": "shortlisted", "short list": "shortlist", "re schedule": "reschedule",
    "re scheduled": "rescheduled", "re scheduling": "rescheduling", "cannot wait": "look forward",
    "can not wait": "look forward", "can not thank you enough": "thank you", "not to worry": "fine",
    "more often than not": "often", "nothing short of": "", "if not all": "", "not least": "", "in no time": "soon",
}  # fmt: skip
_IDIOM_MARKS = frozenset(idiom.split()[1] for idiom in _IDIOMS)
_IDIOM_BEGINNINGS = frozenset(tuple(idiom.split()[:2]) for idiom in _IDIOMS)
_IDIOM = re.compile(r"(?<!\S)(?:" + "|".join(sorted(_IDIOMS, key=len, reverse=True)) + r")(?!\S)")
# Letters of other scripts that pass for Latin ones; a word that mixes both is meant to be Latin.
_LOOK_ALIKE = str.maketrans("аеорсухіјѕԁһοαρνκι", "aeopcyxijsdhoapvki")


def plain(text: str) -> str:
    """Return ``text`` as tokens with one space between them.

    >>> plain("We won’t be moving forward, sorry!")
    'we will not be moving forward , sorry !'
    """
    text = text[:_LONGEST_TEXT]
    is_ascii = text.isascii()
    if not is_ascii:
        text = unicodedata.normalize("NFKC", text.translate(_PLAIN_QUOTES))
    text = text.lower()
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(lambda match: " <address> " if "@" in match[0] else " <link> ", text)
    if "-" in text:
        text = _INNER_HYPHEN.sub(" ", text).replace("-", "–")
    words = _written_out(text, is_ascii=is_ascii)
    said = " ".join(words[:LONGEST])
    if _IDIOM_MARKS.isdisjoint(words):
        return said
    if not _IDIOM_BEGINNINGS.isdisjoint(pairwise(words)):
        said = _IDIOM.sub(lambda match: _IDIOMS[match[0]], said)
    return said.replace("  ", " ").strip()


def _written_out(text: str, *, is_ascii: bool) -> list[str]:
    """Return the words of a text in lower case, contractions written out."""
    tokens: list[str] = (_ASCII_TOKEN if is_ascii else _TOKEN).findall(text)
    if is_ascii and "'" not in text and _WHOLE.keys().isdisjoint(tokens):
        return tokens
    words: list[str] = []
    for token in tokens:
        if token.isascii() and token.isalpha() and token not in _WHOLE:
            words.append(token)
        else:
            _add(token, words)
    return words


def _add(token: str, words: list[str]) -> None:
    """Append the words of a token that is more than plain letters."""
    if token in _WHOLE:
        words.extend(_WHOLE[token].split())
    elif "'" in token:
        _add_contraction(token, words)
    elif not token.isascii() and any("a" <= letter <= "z" for letter in token):
        words.append(token.translate(_LOOK_ALIKE))
    else:
        words.append(token)


def _add_contraction(token: str, words: list[str]) -> None:
    for ending, written in _ENDINGS:
        if token.endswith(ending):
            words.extend((token[: -len(ending)], written))
            return
    if token.endswith("'s"):
        words.extend((token[:-2], "'s"))
    else:
        words.append(token.strip("'"))
