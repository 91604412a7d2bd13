"""French notes as thumbs type them, written out: "bcp" is beaucoup, "qqn" is quelqu'un, "12 pers" are 12 personnes."""

from __future__ import annotations

import re
from collections.abc import Mapping

_WORDS: Mapping[str, str] = {
    "bcp": "beaucoup", "qqn": "quelqu'un", "qqu'un": "quelqu'un", "qqch": "quelque chose", "qq": "quelques", "qques": "quelques",
    "qd": "quand", "pq": "pourquoi", "pr": "pour", "ds": "dans", "avc": "avec", "pdt": "pendant", "tjs": "toujours",
    "tjrs": "toujours", "tt": "tout", "ttes": "toutes", "tte": "toute", "pb": "problème", "pbs": "problèmes",
    "dvpt": "développement", "dév": "développement", "rdv": "rendez-vous", "càd": "c'est-à-dire", "vrmt": "vraiment",
    "mnt": "maintenant", "dc": "donc", "lgtps": "longtemps", "orga": "organisation", "gd": "grand", "gde": "grande",
    "nbx": "nombreux", "nvx": "nouveaux", "nv": "nouveau", "nvelle": "nouvelle", "ts": "tous", "pdg": "PDG", "rh": "RH", "drh": "DRH",
    "rse": "RSE", "cse": "CSE", "dsn": "DSN",
}  # fmt: skip
_TOKEN = re.compile(
    rf"(?<![\w'’/@.+-])(?:{'|'.join(sorted(map(re.escape, _WORDS), key=len, reverse=True))})(?![\w'’/@+-]|\.\w)|(?<=[ldLD]['’])(?:orga|dsn|rse)\b"
)
_UNITS = {"pers": "personnes", "sem": "semaines", "jrs": "jours", "hrs": "heures", "mns": "minutes", "min": "minutes", "pers.": "personnes", "sem.": "semaines", "jrs.": "jours"}  # fmt: skip
_UNIT = re.compile(r"(?<![\w.,-])(?P<n>\d{1,5}) ?(?P<unit>pers|sem|jrs|hrs|mns|min)\b\.?(?= [a-zàâéèêîôû]|$|[,;)])")
_PER = re.compile(r"(?<![\w.,])(?P<n>\d{1,2}) ?j(?:ours)? ?(?:/|par) ?(?P<per>sem(?:aine)?|mois)\b\.?")
_EXPERIENCE = re.compile(r"(?<=\bans)(?: d['’])? ?(?<=[ '’])exp(?:érience)?\b\.?")
# Telephones leave the accent out of a capital.
_ACCENT = re.compile(
    r"^E(?P<rest>quipe|change|coute|nergie|volution|tude|cole|tablissement|thique|v[éè]nement|conomie|dition)(?=s?\b)"
)
_AND = re.compile(r"(?<=[\w)%]) [+&] (?=[^\W\d_]|\d)")
# Whoever writes everything small means these words; where capitals are kept, "tt" may be a name of one's own.
_CHATTER = re.compile(
    r"(?<![,\s])[,\s]*+(?<![\w'-])(?:lol|mdr|ptdr|haha(?:ha)*|hihi|bref)(?![\w'-])(?:,(?=\s))?", re.IGNORECASE
)
_TRAILING = re.compile(r"\s?(?:\.{2,}|…)(?:\s|$)")
_SMILES = re.compile(r"(?:^|(?<=\s))[:;]-?[)(DP](?=\s|$)")


def written_out_french(note: str) -> str:
    """Return a French note with what is short on a phone written out.

    >>> written_out_french("bcp d'écoute + 12 pers ds l'équipe lol...")
    "beaucoup d'écoute et 12 personnes dans l'équipe"
    """
    text = re.sub(r"([!?])[ !?]*[!?]", r"\1", _TRAILING.sub(". ", " ".join(note.split()))).strip()
    text = _SMILES.sub("", _CHATTER.sub("", text)).strip().lstrip(",. ")
    text = text.rstrip(". ") if _TRAILING.search(note) else text
    text = _PER.sub(
        lambda m: f"{m['n']} jour{'s' if m['n'] != '1' else ''} par {'mois' if m['per'] == 'mois' else 'semaine'}", text
    )
    text = _EXPERIENCE.sub(" d'expérience", text)
    text = _ACCENT.sub(lambda m: f"É{m['rest']}", text)
    text = _UNIT.sub(_counted, text)
    text = _AND.sub(" et ", text)
    return _TOKEN.sub(lambda m: _WORDS[m[0]], text)


def _counted(match: re.Match[str]) -> str:
    unit = _UNITS[match["unit"]]
    return f"{match['n']} {unit.removesuffix('s') if match['n'] == '1' else unit}"
