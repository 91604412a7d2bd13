"""An employer's name made whole: neither cut within its legal form, nor with a desk's name behind it."""

from __future__ import annotations

import re

from .house_names import HOUSE, pack

# What may follow where a name was cut: "Gerlach GmbH & Co" of "… & Co. KG", "Zuyderlicht Energie B" of "… B.V.".
_CUT = re.compile(r"\.? (?:& Co\. ?)?(?:KGaA|KG|OHG)\b|(?<=\b[A-Z])(?:\.[A-Z])+\b\.?|(?<=\be)\. ?[GV]\b\.?")
_FORM = re.compile(r"\b(?:GmbH|AG|SE|Co|B|S|N|e)$")
# "für Justizvollzug" is what an office, an institute or a museum is for.
_FOR = re.compile(r"(?:für|of|for|de l['’]|de la|des|du|de|d['’]) ?(?=\S)")
_BEFORE = re.compile(r"[A-ZÀ-Þ][\w-]{1,40} $")

# What is left of a desk's name behind a firm's.
_DESKS = frozenset(
    "campus early graduate global people personnel hiring human resources talent office services".split()
)
# What a desk is called within its house. Not "services", "resources" or "global": names of houses end in those.
_WITHIN = frozenset(
    """campus graduate graduates people personnel office bursar scheduling transportation tenant tenants büro rezeption
    reception registry admissions payroll secretariat""".split()
)
# What parts the desk from the house in what a mailbox is shown as.
_PARTS = re.compile(r"\s[-–|/]\s|,\s")


def with_form(name: str, text: str) -> str:
    """Return a name with the rest of its legal form, where the text has it."""
    if not _FORM.search(name):
        return name
    for found in re.finditer(re.escape(name), text):
        if rest := _CUT.match(text, found.end()):
            return name + rest[0]
    return name


def begins_with_head(text: str, begin: int) -> int:
    """Return where a name begins of which only what it is for was seen, "für Justizvollzug" of "Amt für Justizvollzug"."""
    before = _BEFORE.search(text[max(0, begin - 50) : begin]) if _FOR.match(text, begin) else None
    return begin - len(before[0]) if before else begin


def as_shown(name: str, shown: str, label: str = "", text: str = "") -> str:
    """Return a name as its mailbox shows it, where a sign-off has a desk's name behind: "Acme Bank Campus" of "Acme Bank".

    "Acme Services" is a name where the domain spells it, or one can be "at Acme Services": desks are no place to work.

    Args:
        name: as it was found.
        shown: as the mailbox shows it.
        label: the domain's own name.
        text: what the mail says.
    """
    rest = name[len(shown) :].lower().split() if shown and name.startswith(f"{shown} ") else []
    if not rest or not _DESKS.issuperset(rest) or pack(name) == pack(label):
        return name
    place = re.search(
        rf"\b(?:at|with|join|joining|bei|chez|in) (?:the |der )?{re.escape(name)}\b(?! [A-Z]| team\b)", text
    )
    return name if place else shown


def with_article(name: str, label: str, text: str) -> str:
    """Return a French name with the article that belongs to it: in "chez Le Foyer" it is written large, "à la Mairie" not.

    Args:
        name: without it.
        label: the domain's own name; "lefoyer" spells it.
        text: what the mail says.
    """
    if not re.match(rf"{HOUSE}\b", name):
        return name
    for article in ("La ", "Le ", "Les ", "L'", "L’"):
        whole = f"{article}{name}"
        if (label and pack(whole) == pack(label)) or re.search(rf"[a-zà-ÿ,] {re.escape(whole)}(?!\w)", text):
            return whole
    return name


def without_desk(name: str, shown: str, label: str) -> str:
    """Return a name without the desk behind it, where the domain spells what is left: "Ashford Prep Bursar".

    Args:
        name: as it was found.
        shown: as the mailbox shows it; a desk stands only there.
        label: the domain's own name.
    """
    slug, words = pack(label), name.split()
    if not slug or name != shown or pack(name) == slug:
        return name
    while len(words) > 1 and words[-1].lower() in _WITHIN:
        words.pop()
    left = pack("".join(words))
    return " ".join(words) if left.startswith(slug) or slug.startswith(left) else name


def without_role(name: str, role: str) -> str:
    """Return a name without the opening that a dash parts from it: "Harrow Data - Analyst"."""
    before, _, behind = name.rpartition(" - ")
    return before if before and role and behind.casefold() == role.casefold() else name


def with_purpose(name: str, shown: str) -> str:
    """Return a name with what it is for or of, as its mailbox shows it: "Institut für Optik" for "Optik" or "Institut".

    Args:
        name: as it was found.
        shown: as the mailbox shows it; empty for a person's.
    """
    for piece in _PARTS.split(shown):
        if piece.startswith(f"{name} ") and _FOR.match(piece, len(name) + 1):
            return piece
        head = piece.removesuffix(f" {name}")
        if head != piece and _HEAD_FOR.fullmatch(head):
            return piece
    return name


_HEAD_FOR = re.compile(r"(?:[A-ZÀ-Þ][\w-]+ )+(?:für|of|for)")
