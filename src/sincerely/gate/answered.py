"""Who signed the mail that is answered, as far as it is quoted below the answer."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from .message import Mailbox, Outgoing
from .names import fits, of_box, parts
from .text import folded

_MARK = re.compile(r"(?m)^[ \t>|]+")
_CLOSES = re.compile(
    r"(?:(?:with )?(?:best|kind|kindest|warm|warmest|many) [a-z ]{2,25}|(?:yours|sincerely|regards|best|cheers|thanks|thank you|warmly)(?: [a-z]+){0,2}"
    r"|mit (?:freundlichen|besten|herzlichen|lieben) \w+|(?:viele|liebe|beste|freundliche|herzliche|sch[oö]ne) gr[uü](?:ß|ss)e"
    r"|(?:bien )?cordialement|(?:sincères |cordiales )?salutations(?: \w+)?)[,.!]?",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[^\W\d_]{1,4}\. ?)*[A-ZÄÖÜÉ][\w'’.-]*(?: [\w'’.-]+){0,3}")
# "On 3 May Kay Lind <head@school.example> wrote:", "Von: Kay Lind <…>", "wrote Kay Lind (head@…)".
_WRITER = re.compile(r"(?P<name>[^\n<>:,;]{2,60}?)[\"']? ?[<(](?P<address>[^\s<>()]+@[^\s<>()]+)[>)]")
_HAIL = re.compile(
    r"(?:dear|hi|hello|hallo|liebe[rs]?|sehr geehrte[rs]?|guten tag|bonjour|ch[eè]re?|madame|monsieur)\b.*"
)
# A longer quote is read by its beginning: the mail that is answered stands first.
_LONGEST = 6_000


def quoted(message: Outgoing) -> str:
    """Return what a message quotes of others, without the marks of quoting."""
    found, at = [], 0
    for begin, stop in message.stretches:
        found.append(message.text[at:begin])
        at = stop
    found.append(message.text[at:])
    return _MARK.sub("", "\n".join(found)[:_LONGEST])


def signers(message: Outgoing, boxes: list[Mailbox]) -> list[str]:
    """Return the parts of the names of who signed the mail that is answered, and of those at these boxes who wrote."""
    text = quoted(message)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    signed = (below for line, below in pairwise(lines) if _CLOSES.fullmatch(line) and _NAME.fullmatch(below))
    # Further down stand older mails, by whomever they are; whoever goes on from a mail of their own answers nobody.
    own = of_box(message.sender)
    found = [name for name in islice(signed, 1) if not any(fits(part, own) for part in parts(name))]
    addresses = {box.address.casefold() for box in boxes}
    found += [m["name"] for m in _WRITER.finditer(text) if m["address"].casefold() in addresses]
    return [part for name in found for part in parts(name)]


def speaks_of(message: Outgoing, part: str) -> bool:
    """Whether what is quoted names somebody anywhere but in its greeting."""
    lines = (line for line in quoted(message).split("\n") if not _HAIL.match(line.strip().lower()))
    return any(folded(part) == folded(word) for line in lines for word in re.findall(r"[\w'’-]+", line))
