"""Employers' names as domains and sign-offs spell them: in one word, in small letters, with a desk's name beside."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterator

Rank = Callable[[str], int | None]
"""How seldom a word is, as its place in a vocabulary that begins with the most frequent; None for no word."""

_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\W*")
_WORD = re.compile(r"&|[^\W_]+(?:['’][^\W_]+)*(?:['’](?=\W|$))?")
_SHORTEST = 5
# What a word costs that the vocabulary has, beside the logarithm of its place; the same for one of two or three letters;
# and one that it has not: fitted on the names of invented employers (`tests/corpus/bundles`), of which about half are parted
# as they are written, and hardly any rightly when they are left in one.
_KNOWN = 4.0
_SHORT = {2: 3.0, 3: 1.0}
_STRANGE, _LETTER = 2.0, 3.0
_LONGEST_WORD = 16
# The first places of the vocabulary are marks and single letters.
_FIRST_WORD = 1996
# Places and things that a name ends in, in one word with what stands before: "Tideline", "Eastfield", "Harborsight".
_GROWN = frozenset(
    """line field works work sight right stone pool side bridge brook wood water ford land lands gate ridge hill house way ward
    burn moor mere dale well wells port haven head light lights craft wind fall falls bank beck berry worth ton town mark mouth
    vale marsh leaf star bird bright wright smith back heart song spring springs shore view cliff""".split()
)
_JOINED = 14.0
_SMALL = frozenset("and of the for de la du des et und für der di da del".split())


def pack(name: str) -> str:
    """Return a name as a domain spells it: without spaces, signs and accents."""
    name = name.lower().replace("&", "and").replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    plain = unicodedata.normalize("NFKD", name)
    return re.sub(r"[^a-z0-9]", "", plain)


def spelled(slug: str, text: str) -> str:
    """Return the words of a text that a domain spells, in capitals or not; empty where none stand there."""
    if len(slug) < _SHORTEST:
        return ""
    found: list[str] = []
    for raw in text.splitlines():
        line = " ".join(token for token in raw.split() if not _is_address(token))
        words = list(_WORD.finditer(line))
        packed = [pack(word[0]) for word in words]
        for first, begins in enumerate(packed):
            if begins and slug.startswith(begins) and (last := _spells(slug, packed, first)) > first:
                found.append(line[words[first].start() : words[last].end()])
    return max(found, key=lambda shown: sum(map(str.isupper, shown)), default="")


def spells_out(name: str, cut: str, label: str) -> bool:
    """Whether a name is told in full by what a domain's label spells the beginning of: "St Alban's Primary", "Stalbans Pri".

    Args:
        name: the full name.
        cut: what is taken for the name so far; only where it is no more than the label's letters.
        label: the domain's first part.
    """
    begun, whole = pack(cut), pack(name)
    if len(begun) < _SHORTEST or begun != pack(label) or not whole.startswith(begun) or whole == begun:
        return False
    # "Northgate" is not called "Northgate Careers" because a desk signs so, but nobody writes "Stalbans".
    return any(pack(one) != pack(other) for one, other in zip(cut.split(), name.split(), strict=False))


def _is_address(token: str) -> bool:
    return "@" in token or (len(token) > 1 and "/" in token) or _DOMAIN.fullmatch(token) is not None


def _spells(slug: str, packed: list[str], first: int) -> int:
    """Return the last of the words from the first on that together spell a domain; -1 where they don't."""
    for short in (False, True):  # "Finch & Sons" has finchandsons.example or finchsons.example
        said = ""
        for last in range(first, len(packed)):
            said += "" if short and packed[last] == "and" and last > first else packed[last]
            if said == slug:
                return last
            if not slug.startswith(said):
                break
    return -1


def parted(label: str, rank: Rank | None) -> str:
    """Return a domain's name as words: "papercranegames" is "Paper Crane Games"."""
    parts = [part for part in re.split(r"[-_ ]", label.lower()) if part]
    words = parts if len(parts) > 1 else [word for part in parts for word in _words(part, rank)]
    return " ".join(word if word in _SMALL and index else word.capitalize() for index, word in enumerate(words))


def _words(part: str, rank: Rank | None) -> list[str]:
    """Cut where the words come cheapest (Viterbi)."""
    if rank is None or not part.isalpha():
        return [part] if part else []
    best: list[tuple[float, int]] = [(0.0, 0)]
    for stop in range(1, len(part) + 1):
        known = range(max(0, stop - _LONGEST_WORD), stop)
        best.append(
            min((best[begin][0] + _cost(part[begin:stop], rank, grown=begin > 0), begin) for begin in {0, *known})
        )
    found, stop = [], len(part)
    while stop:
        begin = best[stop][1]
        found.append(part[begin:stop])
        stop = begin
    return found[::-1]


# With what two consonants a word begins, in English, German or French: "havelwerk" is not "have lwerk".
_ONSETS = frozenset(
    """bl br ch cl cr dr dw fl fr gh gl gn gr kl kn kr mc ph pf pl pr ps qu rh sc sh sk sl sm sn sp sq st sw
    th tr ts tw vl vr wh wr xy zw""".split()
)
_VOWELS = frozenset("aeiouyäöü")
_ILL_BEGUN = 8.0


def _is_ill_begun(word: str) -> bool:
    return word[0] not in _VOWELS and word[1] not in _VOWELS and word[:2] not in _ONSETS


def _cost(word: str, rank: Rank, *, grown: bool) -> float:
    place = rank(word) if len(word) > 1 else None
    if place is not None and place > _FIRST_WORD:
        joined = _JOINED if grown and word in _GROWN else 0.0
        return math.log(place) + _KNOWN + _SHORT.get(len(word), 0.0) + joined
    ill = _ILL_BEGUN if grown and len(word) > 2 and _is_ill_begun(word) else 0.0
    return _STRANGE + _LETTER * len(word) + ill if len(word) > 2 else math.inf


_DESK = (
    r"hiring team|(?:campus |graduate |early careers? |corporate )?recruit\w*|personnel(?: office| services| department)|recruiting team|talent(?: team| acquisition)?|hr(?: team| department)?|human resources|people(?: team| ops)|"
    r"careers?|jobs|personal\w*|bewerbung\w*|karriere|rekrutierung|recrutement|service (?:du |des )?(?:recrutement|rh|personnel|ressources humaines)|bureau du recrutement|rh|drh|resourcing|"
    r"sekretariat|secr[ée]tariat|verwaltung|kanzleibüro|betriebsbüro|gesch[äa]ftsstelle|rrhh|admin|personalreferat|personaldienst|(?:schul|kita|heim|klinik|haus|pflegedienst|betriebs|filial|markt|bereichs|abteilungs|einrichtungs|werk|werks)leitung|early (?:careers|talent)|hr services|onboarding|candidate experience|admissions|"
    r"(?:l['’])?équipe(?: talents?| rh)?|team|gesch[äa]ftsleitung"
)
# Names begin with these as well: "Direktion Gastro", "Jobservice Nord", "Ressources Humaines Conseil".
_DESK_ALONE = (
    r"(?:bewerber|karriere|job)(?:portal|management|service)|ressources humaines|dezernat(?: personal\w*)?|direktion"
)
_DESK_BEFORE = re.compile(
    rf"^(?:{_DESK})(?: (?:der|des|de la|du|de|d['’]|von|at|of|for))?[ :,–-]+(?=[^\W\d_])", re.IGNORECASE
)
# A run is tried at its beginning only: from each of its blanks anew, a line of ten thousand took seconds.
# "Kerlan RH" is what French agencies are called, "Kerlan - RH" a desk.
_DESK_BEHIND = re.compile(
    rf"(?<![ :,–-])(?! d?rh$)[ :,–-]+(?:{_DESK}|{_DESK_ALONE}|team|ops|operations)$", re.IGNORECASE
)
_GREETS = re.compile(
    r"^(?:dear|hi|hello|hallo|lieb(?:e[sr]?)|sehr geehrte\w*|bonjour|ch[eè]re?s?|gr(?:u|ü)(?:ss|ß)e?|beste|viele|freundliche|"
    r"regards|cheers|thanks|best|cordialement|groetjes|hilsen)\b[ ,]+(?=[^\W\d_])",
    re.IGNORECASE,
)


def is_desk(name: str) -> bool:
    """Whether a name is only that of a desk, of whichever house: "Service RH"."""
    return re.fullmatch(rf"{_DESK}|{_DESK_ALONE}", name, re.IGNORECASE) is not None


def bare(name: str) -> str:
    """Return a name without a greeting or a desk's name around it: "Recrutement Aurore Santé" is "Aurore Santé"."""
    before = ""
    while before != name:
        before, name = name, _DESK_BEHIND.sub("", _DESK_BEFORE.sub("", _GREETS.sub("", name)))
    return name


_BETWEEN = re.compile(r"(?<!\s)\s*(?:\n|[|•·]|\s[-–—/]\s|,\s)\s*")
_PLAIN = re.compile(r"[^\W\d_]")
_MOST_MORE = 4
# A longer line is a sentence, and a shorter one with a full stop.
_LINE, _STOPPED = 10, 5
# "Ltd", "Kft", "Pvt": what a name is in law is no part of it.
_LEGAL = 4
# Who says these before a name speaks of it.
_NO_PART = frozenset("for of at from the your our ihre ihr unser votre notre und and & mit".split())


def signed(name: str, endings: str, taken: Callable[[str], bool]) -> str:
    """Return the fuller form of a name that stands alone in a sign-off: "Bundesanstalt" signs "Bundesanstalt für Wasser".

    Args:
        name: part of it, as it was seen.
        endings: the last lines of a mail and its signature.
        taken: whether words are something else: a person's name, a title.
    """
    for piece in _pieces(endings):
        found = re.search(rf"(?<![^\s'’]){re.escape(name)}(?!\S)", piece)
        before, behind = (piece[: found.start()], piece[found.end() :]) if found else ("", "")
        more = [*before.split(), *behind.split()]
        fuller = found and 0 < len(more) <= _MOST_MORE and max(map(len, more)) > _LEGAL and _is_name(piece)
        if fuller and not taken(piece) and not any(word.lower() in _NO_PART or taken(word) for word in before.split()):
            return piece
    return ""


def _pieces(endings: str) -> Iterator[str]:
    lines = "\n".join(line for line in endings.splitlines() if not _is_sentence(line))
    for piece in _BETWEEN.split(lines):
        if (shown := bare(piece.strip(" .,;:()\"'"))) and _PLAIN.search(shown):
            yield shown


def _is_sentence(line: str) -> bool:
    return len(line.split()) > (_STOPPED if line.rstrip().endswith((".", "!", "?")) else _LINE)


def _is_name(piece: str) -> bool:
    """Whether all words of a piece begin alike, in capitals or, where its writer uses none, in small letters.

    In French only the first does and what comes after "de": "Hôpital psychiatrique de Sorvan".
    """
    if re.search(r"[:!?]", piece):
        return False
    words = [word for word in piece.split() if word.lower() not in _SMALL and word != "&"]
    # "Verein Sorvan 21" has a number, and so have streets and telephones: it is short, and stands last.
    said = {word.lower() for word in words}
    if len(words) > 1 and _NUMBER.fullmatch(words[-1]) and said.isdisjoint(_NUMBERED):
        words.pop()
    capitals = sum(word[0].isupper() or _ELIDED.match(word) is not None for word in words)
    return capitals == len(words) or (capitals == 0 and len(words) <= 3) or _FRENCH.fullmatch(piece) is not None


_ELIDED = re.compile(r"[ld]['’][^\W\d_a-zà-ÿ]")
_NUMBER = re.compile(r"\d{1,2}")
_NUMBERED = frozenset(
    "building house floor unit road street suite room haus raum gebäude place rue route avenue chemin quai".split()
)
HOUSE = (
    r"(?:Clinique|Ministère|Agence|Mairie|Ville|Commune|Université|Hôpital|[EÉ]cole|Lycée|Collège|Rectorat|Mission|Conseil|Maison|Centre|"
    r"Commission|Association|Caisse|Chambre|CHR?U|Médiathèque|Bibliothèque|Librairie|Musée|Théâtre|Préfecture|Cabinet|Régie|Zoo|Institut|"
    r"Syndicat|Ordre|Ludothèque|Service|Office|Foyer|Résidence|Domaine|Château|Police|Gendarmerie|Tribunal|Administration|Département|Coopérative|Banque|Groupe|Société|Compagnie|Fondation|Mutuelle)"
)
"""What the name of a French house begins with."""

# A greeting and an address are formed likewise, "Bonne journée de Kerville": only what begins with a house's word is one.
_FRENCH = re.compile(
    rf"{HOUSE}(?: [a-zà-ÿ][\w-]+){{0,2}} (?:de |du |des |de la |d['’]|de l['’])[^\W\d_a-zà-ÿ][\w'’-]*(?: [^\W\d_a-zà-ÿ][\w'’-]*)*"
)
_FRENCH_HOUSE = re.compile(
    rf"\b{HOUSE}(?: [a-zà-ÿ][\w'’-]{{1,20}}){{0,2}} (?:de la |de l['’]|de |du |des |d['’])[A-ZÀ-Þ0-9][\w'’-]*(?: (?:aux? )?[A-ZÀ-Þ0-9][\w'’-]*){{0,3}}"
)


def is_called_like_a_house(name: str) -> bool:
    """Whether a name is one as houses have them: "Clinique vétérinaire des Ormes", "Praxis Dr. Sorvan"."""
    return _FRENCH_HOUSE.fullmatch(name) is not None or _PRACTICE.match(name) is not None


_PRACTICE = re.compile(r"Praxis(?:klinik)? [^\W\d_a-zà-ÿ]")
# Before a whole name stands what is a part of that house: "Service de Larch Optik".
_PARTS = frozenset("Service Mission Conseil Centre Cabinet".split())


def _is_desk_of(match: re.Match[str], name: str) -> bool:
    return match[0].split()[0] in _PARTS and len(name.split()) > 1 and not name.startswith(match[0].split()[0])


def whole_house(text: str, begin: int, stop: int) -> str:
    """Return some words of a text with what they are only part of, where that is a house's name as French forms them.

    "Kerville" is told by "Médiathèque de Kerville", and "Clinique" by "Clinique vétérinaire des Ormes".
    """
    found = (match for match in _FRENCH_HOUSE.finditer(text) if match.start() < stop and begin < match.end())
    match = next((match for match in found if not _is_desk_of(match, text[begin:stop])), None)
    return text[min(begin, match.start()) : max(stop, match.end())] if match else text[begin:stop]
