"""What is done to a note in any language before it is turned towards its reader: names, and what was not liked."""

from __future__ import annotations

import re

from sincerely.writing.words.names import Person

_TITLE = r"(?:(?:Mme|Madame|Monsieur|Frau|Herrn?|Mrs|Miss|Ms|Mr|M|Prof|Dr)\b\.? ){1,3}"
_HEDGES = r"(?:(?:a )?(?:bit|little|tad)|slightly|somewhat|too|not|un peu|trop|pas|peu|moins|etwas|ein (?:bisschen|wenig)|bisschen|zu|nicht|leicht)\b"
_BUT = re.compile(r",? (?:but|aber|mais) ")
_BAD = re.compile(
    rf"(?:(?:it|that|she|he|they|office|was|is|were|are|j['’]ai|je n['’]ai|ce n['’]est|c['’]est|elle est|il est|war|ist|sie|er) )*{_HEDGES}",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(r"\b(?:not (?:only|just)|nicht nur|non seulement|pas seulement)\b", re.IGNORECASE)


def by_one_name(to: Person) -> str:
    """Return the one word that a note is given for whom it is written to: of "R. Zinnkann" nobody knows the first name."""
    return to.family if "." in to.given else to.given


def called_by_name(note: str, to: Person) -> str:
    """Return a note in which whom it is written to has their first name: "Ms Marsh" is "Helen", "Frau Lindners" "Petras"."""
    if not to.family or not to.given:
        return note
    family, given = re.escape(to.family), re.escape(to.given)
    name = by_one_name(to)
    called = re.sub(
        rf"\b(?:{_TITLE}(?:{given} )?|{given} ){family}(?P<own>['’]?s)?\b(?!-)",
        lambda m: f"{name}{m['own'] or ''}",
        note,
    )
    # "Helen very open": how she was.
    return re.sub(
        rf"^{re.escape(name)} (?=(?:very|really|super|so|v|sehr|richtig|total|echt|ganz|mega) \w+)", "", called
    )


def liked_pieces(note: str) -> list[str]:
    """Return what of "friendly but a bit rushed" was liked; "strict but fair" stays as it is."""
    found = _BUT.search(note)
    if not found or _NOT_ONLY.search(note):
        return [note]
    first, second = note[: found.start()], note[found.end() :]
    if _BAD.match(second):
        return [first]
    return [second] if _BAD.match(first) else [note]


def is_name_only(note: str, to: Person) -> bool:
    """Whether a note says nothing but whom one met."""
    return note.strip(" .!").casefold() in {name.casefold() for name in (to.given, to.full, to.family) if name}
