"""From a French note about somebody to a mail to them: "comment elle anime" is "comment vous animez"."""

from __future__ import annotations

import re
from dataclasses import replace

from sincerely.writing.german.persons import Reader

from .verbs import tu, vous

_CLITICS = r"(?P<clitics>(?: (?:ne|me|nous|se|le|la|les|lui|leur|y|en)\b| ?\b[nmsl]['’])*)"
_SUBJECT = re.compile(
    rf"(?P<that>\b(?:[Qq]u|[Ll]orsqu|[Pp]uisqu)['’])?\b(?P<who>elles?|ils?)\b{_CLITICS} ?(?P<verb>[^\W\d_]+)",
    re.IGNORECASE,
)
# "Il y a", "il faut": nobody.
_NOBODY = re.compile(r"\bil (?:y (?:a|avait|aura)|faut|fallait|s['’]agit|s['’]agissait|existe|est (?:possible|important|prévu|question))\b", re.IGNORECASE)  # fmt: skip
_BEFORE = re.compile(r"(?:^|\b(?:que|comment|pourquoi|combien|où|dont|quand|si|comme|point|(?:l[ea]s?|au|aux|du|des)?quel(?:le)?s?)|\b(?:qu|lorsqu|puisqu)['’])\s*$", re.IGNORECASE)  # fmt: skip
_FORMS = {
    ("son", True): "votre", ("sa", True): "votre", ("ses", True): "vos", ("leur", True): "votre", ("leurs", True): "vos",
    ("son", False): "ton", ("sa", False): "ta", ("ses", False): "tes", ("leur", False): "votre", ("leurs", False): "vos",
}  # fmt: skip
_HIS = re.compile(r"\b(?P<own>son|sa|ses)(?= [^\W\d_])", re.IGNORECASE)
_THEIRS = re.compile(r"\b(?P<own>leurs?)(?= [^\W\d_])", re.IGNORECASE)
# "Sa franchise", "la clarté de ses réponses", "la façon de présenter leur métier".
_OWN = re.compile(
    r"^(?:(?:l['’]|(?:le|la|les|cette|ce|cet) )[^\W\d_]+ (?:avec |dans |de |pour )(?:[^\W\d_]+er )?)?(?P<own>son|sa|ses|leurs?) ",
    re.IGNORECASE,
)
_OF_CALLED = re.compile(
    r"^(?P<article>l['’]|le |la |les )(?P<thing>[^\W\d_]+) (?:de |d['’])(?P<who>[^\W\d_]+)$", re.IGNORECASE
)
# Somebody else is meant beside: "son équipe et elle".
_BESIDE = re.compile(r"\b(?:et|ou|avec|pour|chez|à) (?:elles?|lui|eux)(?=$|[,.;:)])", re.IGNORECASE)
_EVERYBODY = re.compile(r"\b(?:tout le monde|chacune?|chaque|quelqu['’]une?|les gens|à tous|à toutes)\b", re.IGNORECASE)
# "Ils ont l'air de bien s'entendre", "elle sait se remettre en question"; others' own self is left: "laisse l'équipe s'organiser".
_ONESELF = re.compile(
    r"^(?P<before>(?: (?:l['’]air|le temps|envie|besoin|l['’]habitude|à cœur|du mal|prêts?|prêtes?|déjà|bien|aussi|vraiment|toujours))?"
    r"(?: (?:de|à|pour)(?: (?:bien|mieux|vraiment|toujours))?)? )(?:s['’]|se )(?=[^\W\d_]+(?:er|ir|re)\b)"
)
_STATES = frozenset(
    "est sont était étaient semble semblent semblait paraît reste restent êtes es a ont avait avaient".split()
)
# What is done besides: "et écoute", "et leur fait confiance"; a noun follows a preposition's own.
_SECOND = re.compile(rf"(?P<and> (?:et|puis|mais){_CLITICS} ?)(?P<verb>[^\W\d_]+)\b")
# Several who "ont perdu deux personnes et cherchent": the ending shows a second verb behind "ont" too.
_DO = re.compile(
    r" (?:et|puis|mais) (?!(?:client|agent|parent|urgent|content|patient|présent|excellent|différent|talent|argent|accent|compétent"
    r"|transparent|fréquent|récent|évident|cent)\b)[^\W\d_]+(?<!m)ent\b"
)
_PREPOSITION = re.compile(r"\b(?:avec|de|d['’]|en|sans|par|pour|dans|entre|beaucoup|plein)\s?[^\W\d_]+$")
_NO_VERB = frozenset(
    """le la les un une des du ce cette ces mon ma mes son sa ses leur leurs notre nos votre vos de très bien toujours aussi
    même comme avec sans pour par dans sur en à au aux plus moins tout toute toutes tous chaque qui que pas surtout
    simple franche honnête calme précise claire directe humaine efficace utile agréable drôle sympathique""".split()
)


def to_reader(text: str, reader: Reader) -> str:
    """Turn a note towards its reader, where who is meant and the verb's form are sure; else leave it as it is."""
    if not reader.met:
        return text
    called = rf"\b{re.escape(reader.called)}\b(?! [A-ZÀ-Ý])" if reader.called else ""
    if called and (found := _OF_CALLED.match(text)) and found["who"].casefold() == reader.called.casefold():
        own = {"le": "son", "la": "sa", "les": "ses"}.get(found["article"].strip().casefold(), "son")
        return f"{_form(own, polite=reader.formal)} {found['thing']}"
    if called and re.search(called, text) and not _SUBJECT.search(text):
        at = rf"(?:^|(?<=, )|(?<= et )|(?P<that>\bque ))(?:{called})(?! et\b)"
        at = at if re.search(at, text) else rf"(?P<that>\bque )?{called}"
        she = re.sub(at, lambda m: "qu'elle" if m["that"] else "elle", text, count=2)
        return _subject(she, replace(reader, single=True)) or text
    if _BESIDE.search(text):
        return text
    if any(not _NOBODY.match(text, found.start("who")) for found in _SUBJECT.finditer(text)):
        return _subject(text, reader) or text
    return _owned(text, reader)


def _subject(text: str, reader: Reader) -> str:
    """Turn a note with a subject; empty where there are several, or it is somebody else."""
    found = [one for one in _SUBJECT.finditer(text) if not _NOBODY.match(text, one.start("who"))]
    if len(found) == 2 and found[0]["who"].casefold() == found[1]["who"].casefold():
        # "Elle connaît son sujet et elle écoute": one clause after the other, where both can be turned.
        cut = re.search(r"(?:,| et| mais|, et|, mais) $", text[: found[1].start()])
        first = _subject(text[: cut.start()], reader) if cut else ""
        second = _subject(text[found[1].start() :], reader) if first else ""
        return f"{first}{cut[0]}{'que ' if cut and cut[0].strip() == 'et' else ''}{second}" if cut and second else ""
    if len(found) != 1:
        return ""
    (one,) = found
    several = one["who"].casefold() in {"ils", "elles"}
    start = one.start("that") if one["that"] else one.start("who")
    if not (several or reader.single) or not _BEFORE.search(text[: one.start("who")]):
        return ""
    form = _second(one["verb"], reader, several=several)
    if not form:
        return ""
    polite = several or reader.formal
    clitics = _clitics(one["clitics"], polite=polite)
    said = f"{'vous' if polite else 'tu'}{clitics}{'' if clitics.endswith(('’', chr(39))) else ' '}{form}"
    joined = _long(one["that"]) if one["that"] else ""
    rest = text[one.end() :]
    if one["verb"] not in _STATES or (several and _DO.search(rest)):
        turned = _also(rest, reader, several=several, polite=polite)
        if turned is None:
            return ""
        rest = turned
    own = _THEIRS if several else _HIS
    before = text[:start]
    # "Tout le monde par son prénom" is everybody's own.
    shared = _EVERYBODY.search(rest)
    near, far = (rest[: shared.start()], rest[shared.start() :]) if shared else (rest, "")
    near = _ONESELF.sub("\\g<before>vous " if polite else "\\g<before>te ", near)
    near = re.sub(r"\bte (?=[aeiouyéèêàâîôûh])", "t'", near) if not polite else near
    return f"{before}{joined}{said}{own.sub(lambda m: _form(m['own'], polite=polite), near)}{far}"


def still_of_reader(text: str, reader: Reader) -> bool:
    """Whether a note that was to be turned still says "elle" of the one who reads it: "le fait qu'elle soit venue"."""
    if not (reader.met and reader.single):
        return False
    said = _SUBJECT.search(text)
    return bool(
        said
        and said["who"].casefold() in {"il", "elle"}
        and not _NOBODY.match(text, said.start("who"))
        and re.fullmatch(r"(?:(?:le fait |ce )?(?:qu['’])?|comment |quand )", text[: said.start("who")], re.IGNORECASE)
    )


def _long(that: str) -> str:
    return f"{that[:-1]}e "


def _second(verb: str, reader: Reader, *, several: bool) -> str:
    return vous(verb.casefold()) if several or reader.formal else tu(verb.casefold())


def _clitics(said: str, *, polite: bool) -> str:
    """Turn what stands between subject and verb: "s'occupe" is "vous occupez", or "t'occupes"."""
    said = re.sub(r"\bse\b", "vous" if polite else "te", said)
    reflexive = re.sub(r" ?\bs['’]", " vous " if polite else " t'", said)
    return (
        reflexive.rstrip(" ")
        if reflexive.endswith(" ")
        else reflexive
        if not reflexive or reflexive[0] == " "
        else f" {reflexive}"
    )


def _also(rest: str, reader: Reader, *, several: bool, polite: bool) -> str | None:
    """Turn a second verb of the same subject; None where one may be there and its form is not sure."""
    second = _SECOND.search(rest)
    if second is None:
        return rest
    verb, before = second["verb"], rest[: second.start()]
    if verb.casefold() in _NO_VERB or verb.endswith(("ment", "eur", "ion", "té", "é", "és", "ée", "ées", "u", "us")):
        return rest
    sure = bool(re.search(r"\b(?:se|y|en|lui|me|nous)\b|\b[sn]['’]", second["clitics"]))
    if (not sure and (second["clitics"] or _PREPOSITION.search(before))) or not verb.endswith(
        ("e", "ent", "t", "d", "a", "ont")
    ):
        return rest
    form = _second(verb, reader, several=several)
    if not form:
        return None
    joined = re.sub(r"\bse\b", "vous" if polite else "te", second["and"])
    return f"{before}{joined}{form}{rest[second.end() :]}"


def _owned(text: str, reader: Reader) -> str:
    found = _OWN.match(text)
    if not found:
        return text
    plural = found["own"].casefold().startswith("leur")
    if not (plural or reader.single):
        return text
    own = _THEIRS if plural else _HIS
    return own.sub(lambda m: _form(m["own"], polite=plural or reader.formal), text)


def _form(own: str, *, polite: bool) -> str:
    return _FORMS[own.casefold(), polite]
