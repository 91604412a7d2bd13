"""From a note about somebody to a mail to them: her story is your story, she runs is you run."""

from __future__ import annotations

import re
from collections.abc import Callable

from sincerely.writing.words.clipping import is_given

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\s+|.", re.DOTALL)
_AGREES = {"is": "are", "was": "were", "has": "have", "does": "do", "goes": "go", "isn't": "aren't",
           "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't"}  # fmt: skip
_SHORT = {"she's": "you're", "he's": "you're", "they're": "you're", "they've": "you've", "she'd": "you'd", "he'd": "you'd",
          "they'd": "you'd", "she'll": "you'll", "he'll": "you'll", "they'll": "you'll"}  # fmt: skip
_ALWAYS = {"himself": "yourself", "herself": "yourself", "hers": "yours", "his": "your", "him": "you"}
# A group's pronoun is theirs only near the note's beginning: further on it may mean the dashboards.
_GROUP = {"their": "your", "they": "you", "them": "you", "theirs": "yours", "themselves": "yourselves"}
_NEAR = 3
_HERS = frozenset("her his hers herself himself".split())
_HAS_DONE = re.compile(
    r"\s+(?:(?:already|always|also|just|never|only) )?(?:been|had|got|done|seen|built|made|led|taught|written|grown|run a)\b"
)
_BEFORE_NOUN = re.compile(r"\s+[^\W\d_]")
_AFTER_OBJECT = re.compile(
    r"\s+(?:about|on|in|at|for|with|to|and|or|when|how|that|why|what|as|by|from|after|before|because|who|the|an?|my|some|this|it)\b"
)
_ADVERBS = frozenset("always often usually really also still never just personally only".split())
_SECOND = frozenset(
    """likes loves enjoys knows works runs leads makes takes gives thinks keeps helps asks listens cares teaches says tells explains lets
    wants gets""".split()
)


def turner(*, single: bool, called: str = "") -> Callable[[str], str]:
    """Return what turns a note towards its reader.

    Args:
        single: the note is about the reader alone, so that "she" and "he" are the reader.
        called: the reader's first name, which becomes "you" too.
    """
    return lambda note: _turn(note, called.casefold(), single=single)


def _turn(note: str, called: str, *, single: bool) -> str:
    tokens = _TOKEN.findall(note)
    # Who is named, and nobody beside them, is the reader in a panel's notes too.
    named = {re.split("['’]", token.casefold())[0] for token in tokens if is_given(token)}
    single = single or (bool(called) and named == {called})
    turned: list[str] = []
    words, agree, reader, joined = 0, False, False, False
    # "Priya has built it on her own": it was Priya's own.
    another = bool(tokens) and is_given(tokens[0]) and re.split("['’]", tokens[0].casefold())[0] != called
    for index, token in enumerate(tokens):
        word = token.casefold().replace("’", "'")
        if not token.strip() or not token[0].isalpha():
            turned.append(token)
            continue
        words += 1
        if (another and word in _HERS) or (word in {"himself", "herself"} and not reader):
            turned.append(token)
            continue
        new, subject = _you(word, "".join(tokens[index + 1 :]), called, near=words <= _NEAR, single=single)
        reader = reader or subject or (new or "").startswith("you'")
        # "You have been there for long and still like it": a second verb agrees as the first does.
        agree = agree or (joined and reader and (word in _ADVERBS or word in _AGREES or word in _SECOND))
        if new is None and agree:
            new = token if word in _ADVERBS else _plain_form(word)
            subject = word in _ADVERBS
        agree, joined = subject, word in {"and", "but"}
        turned.append(token if new is None else new)
    return "".join(turned)


def _you(word: str, rest: str, called: str, *, near: bool, single: bool) -> tuple[str | None, bool]:
    """Return a word turned towards the reader, and whether the verb that follows must agree with "you"."""
    if near and word in _GROUP:
        return _GROUP[word], False  # a verb after "they" agrees with "you" already
    if word.startswith("they'"):
        return (_SHORT.get(word) if near else None), False
    if not single:
        return None, False
    if called and word in {called, f"{called}'s"}:
        return ("your", False) if word.endswith("'s") else ("you", True)
    if word in {"she", "he"}:
        return "you", True
    if word == "her":
        possessive = bool(_BEFORE_NOUN.match(rest)) and not _AFTER_OBJECT.match(rest)
        return ("your" if possessive else "you"), False
    if word in {"she's", "he's"} and _HAS_DONE.match(rest):
        return "you've", False
    return (_ALWAYS.get(word) or _SHORT.get(word)), False


def _plain_form(word: str) -> str | None:
    """Return a verb as it stands after "you"; None where it stays."""
    if word in _AGREES:
        return _AGREES[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ch|sh|ss|x|zz|o)es$", word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else None
