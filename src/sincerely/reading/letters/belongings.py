"""What one is to bring along, in the words of the mail that asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .sentences import Sentence, sentences

_MOST_SENTENCES, _MOST, _LONGEST = 200, 8, 160
# The things end where something else is said of them, or of the day.
_STOP = (
    r"(?=\s?(?:[.;!?)]|$)|,?\s(?:so|as|when|if|because|since|which|in case|just in case|unless|while|where|with you|along|in order|for (?:the|your|our|us|me)"
    r"|to (?:the|your|our|show|be|this)|on (?:the|your|that) (?:day|first|interview)|on arrival)\b|,\s(?:and\s)?(?:I|we|you|please|it)\b|\s(?:and|but)\s(?:I|we|please|let|we['’]ll)\b)"
)
_ALONG = r"(?:\s(?:along|in|with you|on the day))?(?:\s(?:with you|to (?:the|your) \w+))?"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:^|[,;:–]\s|\b(?:please|kindly|and|also|then|do|must|should|will|would|to|always|just|simply|still)\s)bring{_ALONG}\s?:?\s(?P<things>[^.;!?\n]{{2,240}}?){_STOP}",
        r"\bbring(?:en\sSie|t|e)?\s(?:bitte\s|dazu\s|dafür\s|hierzu\s|unbedingt\s|uns\s|außerdem\s|auch\s){0,3}(?P<things>[^.;!?\n]{2,240}?)\s(?:zu\w*\s\w+\s)?mit\b(?=\s?(?:[.,;!?)]|$)|\sund\s)",
        r"(?:\bbitte\s|^|:\s)(?P<things>[^.;:!?\n]{2,240}?)\s(?:bitte\s)?mitbringen\b",
        r"(?:mitzubringen|mitbringen)(?:\s(?:sind|ist|bitte|wollen sie bitte))?\s?:?\s(?P<things>[^.;!?\n]{2,240}?)(?=[.;!?]|$)",
        r"(?:\bvous\smunir|\bmunissez-vous|\bmunie?s?|\bvous\smunirez)\s(?:de\s|d['’]|des\s|du\s)(?P<things>[^.;!?\n]{2,240}?)(?=[.;!?]|$|\s(?:lors|pour|à l['’]))",
        r"(?:\bapporter|\bapportez|\bapporterez)\s(?P<things>[^.;!?\n]{2,240}?)(?=[.;!?]|$|\s(?:lors|pour|à l['’]entretien|le jour))",
    )
)
_HEADS = re.compile(
    r"\b(?:bring|mitbringen|mitzubringen|bringen sie|apporter|munir|bring along|bring with you)\b[^.;!?\n]{0,40}:?$",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:nothing|fast\b|alles\b|no\b|none|anything|any questions?|questions?\b|yourself|it\b|them\b|this\b|us\b|me\b|you\b|up\b|forward|about|somebody|a friend|enthusiasm|value"
    r"|nichts|keine?n?\b|sich\b|viel\b|fragen\b|rien|des questions|vous\b)",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:not|no need|never|nothing|needn['’]t|nicht|kein\w*|nichts|pas|inutile)\b|n['’]t\b", re.IGNORECASE
)
_DOER = re.compile(
    r"\b(?:I|we|he|she|they|it|that|wir|ich|er|nous|je|you|your|please|kindly|bitte|sie|vous)\b", re.IGNORECASE
)
_READER = frozenset({"you", "your", "please", "kindly", "bitte", "sie", "vous"})
_BULLET = re.compile(r"[ \t]{0,12}(?:[-*•·‣▪–—+]|\(?\w{1,2}[.)])[ \t]+$")
_SENDS = re.compile(r"\bor\s(?:\w+\s){0,3}(?:send|email|e-mail|upload|post|scan)\b|\boder\b[^.;]{0,30}(?:schick|send|mail)|\bou\b[^.;]{0,30}(?:envoy|transm)", re.IGNORECASE)  # fmt: skip


# What is brought to the first day of work is not brought to an interview.
_LATER = re.compile(
    r"\b(?:first (?:day|shift|morning)|start(?:ing)? (?:date|day)|induction|ersten (?:arbeits)?tag|arbeitsbeginn|premier jour)\b",
    re.IGNORECASE,
)


def belongings(text: str) -> tuple[str, ...]:
    """Return what a mail asks its reader to bring to an interview, each as it was written; nothing that may be sent as well."""
    said = sentences(text)[:_MOST_SENTENCES]
    found: list[str] = []
    for index, one in enumerate(said):
        if any(pattern.search(one.text) for pattern in (_DENIES, _SENDS, _LATER)):
            continue
        listed = list(_rows(text, said, index)) if _HEADS.search(one.text) else []
        found += listed or _things(one.text)
    return tuple(dict.fromkeys(found))[:_MOST]


def _things(sentence: str) -> list[str]:
    for pattern in _PATTERNS:
        match = pattern.search(sentence)
        if match is None:
            continue
        things = " ".join(match["things"].split()).strip(" ,:=–-")
        if things and not _NOTHING.match(things) and _is_readers(sentence[: match.start("things")]):
            return [things[:_LONGEST]]
    return []


def _is_readers(before: str) -> bool:
    """Whether it is the reader who brings: "please bring", and neither "I'll bring" nor "the experience that you bring"."""
    doers = [match[0].lower() for match in _DOER.finditer(before)]
    return not doers or doers[-1] in _READER


def _rows(text: str, said: Sequence[Sentence], index: int) -> Iterator[str]:
    """Yield the rows behind bullets right below a heading."""
    for at in range(index + 1, min(index + 1 + _MOST, len(said))):
        line = text.rfind("\n", 0, said[at].begin) + 1
        if not _BULLET.fullmatch(text[line : said[at].begin]):
            return
        yield said[at].text.strip(" ,;.")[:_LONGEST]
