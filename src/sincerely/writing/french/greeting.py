"""How a French mail greets and ends: "Madame Delorme,", "Bonjour Camille,", "Bien cordialement,".

Whether somebody is Madame or Monsieur is learnt from how the process's mails speak of them, as in German; where they
don't tell, the whole name is right. Who greets by the first name is greeted by it.
"""

from __future__ import annotations

import re
import unicodedata

from sincerely.writing.german.greeting import Told
from sincerely.writing.words.given_names import GIVEN
from sincerely.writing.words.names import Person

from .post import is_kind

_TITLE = {"Frau": "Madame", "Herr": "Monsieur"}
_TU = re.compile(r"\b(?:tu|toi|te|tes|ton|ta)\b|\bt['’](?=[a-zàâéèêîôûh])", re.IGNORECASE)
_VOUS = re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)
# "Le ton", "de bon ton": a noun.
_NO_TU = re.compile(r"\b(?:le|un|du|de|bon|même|quel|au) ton\b", re.IGNORECASE)
_HAILS = re.compile(
    r"^[^\w\n]*(?:(?:bonjour|bonsoir|salut|coucou|hello|ch[eè]re?) )?(?P<title>mesdames|messieurs|madame|monsieur|mme|m\.|mademoiselle)(?!\w)",
    re.IGNORECASE | re.MULTILINE,
)
_PLAIN = re.compile(r"^[^\w\n]*(?:bonjour|bonsoir)\b", re.IGNORECASE | re.MULTILINE)
_FRIENDLY = re.compile(r"^[^\w\n]*(?:salut|coucou)\b", re.IGNORECASE | re.MULTILINE)
_BY_NAME = re.compile(
    r"^[^\w\n]*(?:[Bb]onjour|[Bb]onsoir|[Ss]alut|[Cc]oucou|[Hh]ello|[Cc]h[eè]re?) (?P<first>[^\W\d_]+(?:-[^\W\d_]+)?) ?[,!.]?[ \t]*$",
    re.MULTILINE,
)
_NO_NAME = frozenset("madame monsieur mme mesdames messieurs mademoiselle tous toutes à et".split())
_CORDIAL = re.compile(r"^[^\w\n]*cordialement\b", re.IGNORECASE | re.MULTILINE)


# What desks call themselves, besides the kinds of houses.
_DESKS = frozenset(
    """accueil adjoint adjointe candidatures comité dotation emploi emplois équipe ferme garage groupe plateforme radio recrutement
    responsable résidences ressources rh secrétariat traiteur""".split()
)

_IN_HOUSES = frozenset("la le les du des et & aux".split())


def _is_house(to: Person, told: Told) -> bool:
    """Whether what stands beside an address is a desk's or a house's name: "Secrétariat de mairie", "Brasserie Lenoir".

    A first name that is known tells a person, and so does an address that spells the name, unless the house is called so.
    """
    words = to.full.casefold().split()
    if told.title or not to.address or words[0].partition("-")[0] in GIVEN:
        return False
    if len(words) < 2 or not _IN_HOUSES.isdisjoint(words) or any(word in _DESKS or is_kind(word) for word in words):
        return True
    local, _, domain = map(_plain, to.address.partition("@"))
    names = [_plain(word) for word in words]
    return all(name in domain for name in names) or not any(len(name) > 2 and name in local for name in names)


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if c.isalnum())


def tells(text: str) -> bool:
    """Whether a text shows whether its writer says tu or vous."""
    return bool(_TU.search(_NO_TU.sub(" ", text)) or _VOUS.search(text) or _FRIENDLY.search(text))


def is_formal(text: str) -> bool:
    """Whether a text says vous to its reader: beside tu, vous is said to several, and seldom."""
    tu = len(_TU.findall(_NO_TU.sub(" ", text)))
    if not tu and _FRIENDLY.search(text):
        return bool(_VOUS.search(text))  # "Salut" is said to whom one says tu
    return 2 * tu <= len(_VOUS.findall(text))


def french_greeting(to: Person, told: Told, thread: str, *, formal: bool) -> str:
    """Return the first line of a French mail.

    Args:
        to: whom it greets; without a name where nobody's is known.
        told: what the mails tell of them.
        thread: what they wrote.
        formal: whether they say vous.
    """
    if not to.full or _is_house(to, told):
        return "Madame, Monsieur," if formal else "Bonjour,"
    by_name = _BY_NAME.search(thread)
    if not formal:
        return f"{'Salut' if _FRIENDLY.search(thread) else 'Bonjour'} {to.first},"
    if by_name and by_name["first"].casefold() not in _NO_NAME and to.given:
        return f"Bonjour {to.first},"
    title = _TITLE.get(told.title, "")
    if not title or not to.family:
        return f"Bonjour {to.full},"
    stiff = _HAILS.search(thread) and not _PLAIN.search(thread)
    return f"{title} {to.family}," if stiff or not thread else f"Bonjour {title} {to.family},"


def last_words(thread: str, *, formal: bool) -> str:
    """Return what stands above the name: as plain as they end theirs."""
    if not formal:
        return "Bien à toi,"
    return "Cordialement," if _CORDIAL.search(thread) else "Bien cordialement,"
