"""German notes that trail off or leave out who: "ehrlich, zeigt einem alles", "Umstellung auf S/4, läuft bis 2027"."""

from __future__ import annotations

import re

from .persons import Reader

MANNERS = frozenset(
    """ehrlich offen freundlich nett herzlich ruhig klar direkt locker entspannt sympathisch humorvoll aufmerksam geduldig hilfsbereit
    professionell kompetent engagiert wertschätzend interessiert strukturiert warmherzig authentisch bodenständig höflich fair transparent
    unkompliziert lustig zugewandt motiviert angenehm respektvoll geerdet witzig verbindlich kollegial gesellig souverän geduldig organisiert vorbereitet umgänglich""".split()
)
_DEGREES = frozenset("sehr echt total super ganz richtig wirklich so unglaublich gut bestens war voll".split())
_LEFT_OUT = frozenset("war waren voll super echt total".split())
# A verb whose subject is left out; what stands before it is a thing or a manner of its own.
_FINITE = (
    r"(?:hat|haben|ist|sind|war|waren|kann|können|macht|läuft|geht|kommt|zeigt|sagt|hört|nimmt|gibt|gab|will|wollte|konnte|hatte|wird|arbeitet"
    r"|erklärt|erklärte|lässt|liegt|liegen|passt|nervt|sucht|suchen|plant|planen|beginnt|startet|dauert|endet)"
)
# Of "war nett" and "konnte alles erklären" nobody knows who was and could.
FELT = re.compile(
    r"^(?:(?:hab|habe|fühlte|konnte|durfte) (?=mich\b)|(?:hab|habe|durfte) (?=viel|gleich|sofort|sehr|alles|gelernt)"
    r"|konnte (?=(?:alles|viel|gleich|sofort) (?:fragen|ausprobieren|ansehen|sehen|lernen|mitnehmen|testen|anschauen)$))",
    re.IGNORECASE,
)
_AFTER_COMMA = re.compile(rf", (?:und )?(?:auch )?{_FINITE}\b")
_WITHOUT_WHO = re.compile(
    rf"^(?!hat(?:te)? mich|fand)(?:{_FINITE}) (?!ich\b|wir\b|sie\b|er\b|es\b|man\b|mich\b|alle\b|das\b|die\b|der\b|dort\b|mir\b)",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"(?:über |fast |rund |etwa |mehr als )?(?:\d+|\w+) (?:Jahre|Monate) (?!als\b|in\b|bei\b|im\b)\S+(?: (?:und|in|im|bei|für|à|la|\S+e) ?\S*)*"
)
_PARTS = re.compile(r",\s+(?:und )?|;\s+")


def manner(text: str, reader: Reader) -> str:
    """Say of "sehr nett und offen" whose manner it was: "wie nett und offen Sie waren"; nothing of anything else."""
    head, _, tail = text.partition(", ")
    said = text
    if tail and re.match(rf"(?:und )?(?:auch )?{_FINITE}\b", tail):
        said = head
    about = re.fullmatch(
        r"(?P<how>[\w ]+?) (?P<what>über [A-ZÄÖÜ\d].*|über (?:die|das|den|alles|ihre?n?|de[mnr]) ?.*)", said
    )
    said = about["how"] if about else said
    words = [word for word in re.split(r"[\s,]+", said[:1].lower() + said[1:]) if word]
    core = [word for word in words if word not in _DEGREES | {"und"}]
    if not core or any(word not in MANNERS for word in core) or not (reader.met and reader.single):
        return ""
    kept = said[:1].lower() + said[1:]
    while kept.split(" ", 1)[0] in _LEFT_OUT | {"sehr", "so", "ganz"}:
        kept = kept.partition(" ")[2]
    kept = re.sub(r",\s+(?=\w+$)", " und ", kept) if " und " not in kept else kept
    if about:
        return f"wie {kept} {reader.say('Sie', 'du')} {about['what']} gesprochen {reader.say('haben', 'hast')}"
    return f"wie {kept} {reader.say('Sie waren', 'du warst')}"


def thing_alone(text: str) -> str:
    """Return a thing without the scrap behind it whose subject is left out: "Umstellung auf S/4, läuft bis 2027"."""
    found = _AFTER_COMMA.search(text)
    head = text[: found.start()] if found else ""
    thing = re.match(r"(?:(?:der|die|das|ein|eine|ihre?|seine?|euer|eure|[a-zäöüß]+e[nrs]?) )*[A-ZÄÖÜ]", head)
    return head if found and thing and ", " not in head else text


def with_who(text: str) -> str:
    """Say of "hat mir alles gezeigt" that somebody did: "dass sie mir alles gezeigt hat"; the reader turns it to them."""
    found = _HAS_DONE.match(text[:1].lower() + text[1:])
    return f"dass sie {found['what']} hat" if found else text


_HAS_DONE = re.compile(
    r"hat (?P<what>(?:mir|uns|sich|alles|viel|alle|gleich|sofort|immer) (?:[\w-]+ ){0,5}?(?:\w*ge\w+|er\w+|be\w+|ver\w+)(?:t|en))$"
)


def is_without_who(text: str) -> bool:
    """Whether a note begins with a verb whose subject is left out: "zeigt einem alles"."""
    return bool(_WITHOUT_WHO.match(text)) and not FELT.match(text) and with_who(text) == text


def is_scrap(text: str) -> bool:
    """Whether a note is a manner or a verb with nobody to whom it belongs, behind which a verb goes on."""
    return is_without_who(text) or bool(
        re.match(r"[a-zäöüß ]+$", text.partition(", ")[0]) and _AFTER_COMMA.search(text)
    )


def several(text: str, shaped: dict[str, tuple[str, str]]) -> str:
    """Join years and deeds that a comma parts: "bringe 6 Jahre Krippe mit, habe Eingewöhnungen begleitet"; else nothing.

    Args:
        text: the note.
        shaped: each of its parts, as `german.notes` shapes it alone.
    """
    parts = _PARTS.split(text)
    if len(parts) < 2 or not _YEARS.fullmatch(parts[0]):
        return ""
    verbs = [shaped[part][1] for part in parts[1:] if shaped[part][0] == "verb"]
    if not verbs or any(shaped[part][0] == "object" for part in parts[1:]):
        return ""
    return f"bringe {parts[0]} mit, {', '.join(verbs)}"


def parts_of(text: str) -> list[str]:
    """Return what a note's commas part."""
    return _PARTS.split(text)
