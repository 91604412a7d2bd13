"""The post and the employer as French sentences have them: "poste d'analyste chez Delorme", "à l'Hôpital de Lyon".

The post is given without its article, so that a sentence may write "le", "du" or "au" before it.
"""

from __future__ import annotations

import re
import unicodedata

# Houses that are called by what they are take an article, and "à" before it: "à la Mairie de Lyon", "au CHU".
_HOUSES = {
    "m": """bureau cabinet café centre chu chuv cinéma collège conseil département foyer groupement hôpital hôtel institut
         laboratoire lycée ministère musée palais restaurant service syndicat théâtre tribunal""",
    "f": """académie agence association banque bibliothèque boulangerie caisse chambre clinique commune coopérative crèche
         direction école entreprise fondation haute imprimerie librairie mairie maison médiathèque mission mutuelle
         pharmacie préfecture région société université ville""",
    "p": "ateliers éditions hôpitaux hospices laboratoires musées transports",
}  # fmt: skip
_KIND = {word: kind for kind, words in _HOUSES.items() for word in words.split()}
_VOWEL = re.compile(r"[aàâeéèêëiîïoôœuûù]", re.IGNORECASE)
# A silent h lets "de" and "le" lose their vowel; others and foreign ones don't.
_SILENT_H = re.compile(r"h(?:abi|ebdo|é(?:li|mat|ber)|ist|om(?:me|olog)|on(?:or|oraire)|ôp|os(?:pi|tess)|ôt|or(?:lo|ti)|u(?:iss|man)|y(?:dr|g))", re.IGNORECASE)  # fmt: skip
# What is read letter by letter, or may be: "d'IT", and "de SRE", as people write it.
_SPELT = re.compile(r"[A-Z][A-Z0-9&]{1,4}\b")


def elides(word: str) -> bool:
    """Whether "de", "le" and "que" lose their vowel before a word."""
    bare = word.lstrip("«“\"' \u00a0")
    if _SPELT.match(bare):
        return bare[0] in "AEIOU"
    if bare[:1].casefold() == "h":
        return bool(_SILENT_H.match(bare))
    return bool(_VOWEL.match(bare)) and not re.match(r"(?:oui\b|onz|ouistiti)", bare, re.IGNORECASE)


def of(words: str) -> str:
    """Return words behind "de": "d'analyste", "de comptable"; before an article of theirs "du" and "des"."""
    first, _, rest = words.partition(" ")
    if rest and first in {"le", "les"}:
        return f"{'du' if first == 'le' else 'des'} {rest}"
    return f"d'{words}" if elides(words) else f"de {words}"


def that(clause: str) -> str:
    """Return a clause behind "que": "qu'ils", "que vous"."""
    return f"qu'{clause}" if elides(clause) else f"que {clause}"


def parted(role: str, employer: str) -> tuple[str, str]:
    """Return a title without the house that is named behind it, and the house as it is written there.

    >>> parted("analyste de données aux Ateliers Rhône", "Ateliers Rhone")
    ('analyste de données', 'Ateliers Rhône')
    """
    for found in _BEHIND.finditer(role) if len(role) <= _LONGEST else ():
        if employer and _plain(found["house"]) == _plain(employer):
            return role[: found.start()], found["house"]
    return role, employer


# What is longer is no title.
_LONGEST = 200
# A house's own name begins large.
_BEHIND = re.compile(r" (?:chez|aux?|à la|à l['’]|pour|de la|de l['’]|des?|du|d['’]) ?(?=(?P<house>[A-ZÀ-Ý].*)$)")


def _plain(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in apart if c.isalnum())


def about(role: str, employer: str) -> dict[str, str]:
    """Return what is said of the post and of the employer, by slot: ``poste``, ``chez``, ``employer_de``.

    >>> about("Analyste de données", "Delorme")["poste"]
    "poste d'analyste de données chez Delorme"
    >>> about("Stage en marketing", "Mairie de Lyon")["poste"]
    'stage en marketing à la Mairie de Lyon'
    """
    where = _at(employer) if employer else ""
    facts = {"chez": where, "employer_de": _of_house(employer)} if employer else {}
    return {**facts, "poste": " ".join(part for part in (_post(role), where) if part)} if role or employer else facts


def _post(role: str) -> str:
    if not role:
        return "poste"
    said = _small(role)
    if re.match(r"(?:stage|poste)\b", said):
        return said
    return f"poste {of(said)}"


def _small(role: str) -> str:
    """Write a title small, as French does, unless it is written large throughout: "Data Analyst"."""
    first, _, rest = role.partition(" ")
    large = any(word[:1].isupper() and word[1:2].islower() for word in re.split(r"[\s/-]", rest))
    spelt = any(letter.isupper() for letter in first[1:])
    return role if large or spelt else role[:1].lower() + role[1:]


def is_kind(word: str) -> bool:
    """Whether a small word says what kind of house one is, such as ``mairie``."""
    return word in _KIND


def _kind(employer: str) -> str:
    return _KIND.get(re.split(r"[\s'’-]", employer, maxsplit=1)[0].casefold(), "")


def _at(employer: str) -> str:
    kind = _kind(employer)
    if not kind:
        return f"chez {employer}"
    if kind == "p":
        return f"aux {employer}"
    if elides(employer):
        return f"à l'{employer}"
    return f"{'au' if kind == 'm' else 'à la'} {employer}"


def _of_house(employer: str) -> str:
    kind = _kind(employer)
    if not kind:
        return f"d'{employer}" if elides(employer) else f"de {employer}"
    if kind == "p":
        return f"des {employer}"
    if elides(employer):
        return f"de l'{employer}"
    return f"{'du' if kind == 'm' else 'de la'} {employer}"
