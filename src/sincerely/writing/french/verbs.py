"""The verb of a French note, from "elle explique" and "ils font" to "vous expliquez", "vous faites", "tu expliques"."""

from __future__ import annotations

import re

_VOUS = {
    "est": "êtes", "sont": "êtes", "a": "avez", "ont": "avez", "fait": "faites", "font": "faites", "va": "allez",
    "vont": "allez", "dit": "dites", "disent": "dites", "peut": "pouvez", "peuvent": "pouvez", "veut": "voulez",
    "veulent": "voulez", "doit": "devez", "doivent": "devez", "sait": "savez", "voit": "voyez", "voient": "voyez",
    "croit": "croyez", "croient": "croyez", "reçoit": "recevez", "reçoivent": "recevez", "lit": "lisez",
    "écrit": "écrivez", "décrit": "décrivez", "suit": "suivez", "vit": "vivez", "rit": "riez", "sourit": "souriez",
    "sert": "servez", "part": "partez", "sort": "sortez", "sent": "sentez", "connaît": "connaissez",
    "connait": "connaissez", "reconnaît": "reconnaissez", "choisit": "choisissez", "réunit": "réunissez",
    "réussit": "réussissez", "définit": "définissez", "investit": "investissez", "fournit": "fournissez",
    "agrandit": "agrandissez", "réfléchit": "réfléchissez", "établit": "établissez", "garantit": "garantissez",
    "essaient": "essayez", "paient": "payez", "satisfait": "satisfaites", "refait": "refaites", "parait": "paraissez",
    "plait": "plaisez", "soit": "soyez", "soient": "soyez", "ait": "ayez", "aient": "ayez", "fasse": "fassiez",
    "prenne": "preniez", "connaisse": "connaissiez", "puisse": "puissiez", "sache": "sachiez", "fassent": "fassiez",
    "prennent": "prenez", "rappelle": "rappelez",
}  # fmt: skip
_TU = {
    "est": "es", "a": "as", "va": "vas", "fait": "fais", "peut": "peux", "veut": "veux", "vaut": "vaux",
    "soit": "sois", "ait": "aies", "était": "étais", "avait": "avais", "connaît": "connais", "reconnaît": "reconnais",
}  # fmt: skip
# Endings of families of verbs, the longer first; what stands before them stays.
_FAMILIES = (
    ("prennent", "prenez"), ("viennent", "venez"), ("tiennent", "tenez"), ("appelle", "appelez"), ("appellent", "appelez"),
    ("renouvelle", "renouvelez"), ("jette", "jetez"), ("prend", "prenez"), ("vient", "venez"), ("tient", "tenez"),
    ("duit", "duisez"), ("crit", "crivez"), ("met", "mettez"), ("geait", "giez"), ("geaient", "giez"), ("çait", "ciez"),
    ("çaient", "ciez"), ("aient", "iez"), ("ait", "iez"), ("ront", "rez"), ("ra", "rez"), ("oie", "oyez"), ("oient", "oyez"),
    ("uie", "uyez"), ("uient", "uyez"), ("aie", "ayez"), ("d", "dez"),
)  # fmt: skip
# These keep a plain e where others have é: "mène" is "menez", "gère" is "gérez".
_PLAIN_E = re.compile(r"(?:m[eè]n|promèn|l[eè]v|achèt|pès|sèm|crèv|gèl|modèl|harcèl|cisèl)e$")
_GRAVE = re.compile(r"è(?P<rest>[bcdglmnprstv]{1,2}r?e)$")
_IN_T = re.compile(r"(?:[^n\W]t|ient|sent|ment)$")
_REGULAR = re.compile(r"[^\W\d_]{2,}e$")


def vous(verb: str) -> str:
    """Return a verb of the third person as it stands behind "vous"; empty where its form is not sure.

    >>> vous("explique"), vous("gèrent"), vous("finissent"), vous("expliquait"), vous("rougit")
    ('expliquez', 'gérez', 'finissez', 'expliquiez', '')
    """
    if verb in _VOUS:
        return _VOUS[verb]
    for ending, turned in _FAMILIES:
        if verb.endswith(ending):
            return verb.removesuffix(ending) + turned
    one = verb.removesuffix("nt") if verb.endswith("ent") else verb
    if not _REGULAR.match(one):
        return ""
    plain = one.replace("è", "e") if _PLAIN_E.search(one) else _GRAVE.sub(r"é\g<rest>", one)
    return f"{plain}z"


def tu(verb: str) -> str:
    """Return a verb of the third person singular as it stands behind "tu"; empty where its form is not sure.

    >>> tu("explique"), tu("prend"), tu("met"), tu("écrit"), tu("expliquera")
    ('expliques', 'prends', 'mets', 'écris', 'expliqueras')
    """
    if verb in _TU:
        return _TU[verb]
    if verb.endswith(("e", "d", "ra", "met")):
        return f"{verb}s"
    return f"{verb[:-1]}s" if _IN_T.search(verb) else ""
