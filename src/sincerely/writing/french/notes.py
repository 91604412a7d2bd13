"""The person's French notes, turned into the part of a sentence that they can be.

What can't be made part of one is quoted after a colon.
"""

from __future__ import annotations

import re

from sincerely.writing.german.persons import Reader
from sincerely.writing.words.clipping import is_given, is_proper, tidy
from sincerely.writing.words.skills import SKILLS
from sincerely.writing.words.spelling import PROPER

from .persons import still_of_reader, to_reader
from .post import of, that
from .words import (
    ABLE,
    ASKS,
    BEING_GONE,
    DETERMINERS,
    FIRST,
    JOBS,
    MANNER,
    NO_PARTICIPLE,
    NOUN_TOO,
    OWN,
    PAPERS,
    PARTICIPLE,
    PREDICATES,
    SOMEBODY,
    SUBJECTS,
    THEY,
    VERBS,
    is_clause,
    may_be_common,
    with_article,
)

_LIKED = re.compile(
    r"^(?:(?:ce que )?j['’]ai |j['’]|je )?(?:(?:beaucoup|bien|vraiment|surtout|particulièrement|trop) )?(?:aimé|adoré|apprécié|aime|adore|apprécie)"
    r"(?: (?:beaucoup|bien|surtout|particulièrement))?,?(?: c['’](?:est|était))? (?!(?:quand|lorsque|pouvoir)\b)",
    re.IGNORECASE,
)
_TALKED = re.compile(
    r"^(?:(?:on|nous|ils|elles?|il) )?(?:(?:avons|a|ont|m['’]a|nous a|m['’]ont) )?(?:(?:beaucoup|longuement|surtout|aussi|bien) )?"
    r"(?:parlé|discuté|échangé|évoqué|abordé|présenté|expliqué|raconté)e? (?:(?:avec|entre) (?:elle|lui|eux|elles|toi|vous|nous) )?(?P<how>sur |de la |de l['’]|du |des |de |d['’])?(?P<what>.+)$"
    r"|^(?:discussions?|échanges?|débat|questions?|points?) (?:(?:autour|au sujet|à propos) )?(?P<how2>sur |de la |de l['’]|du |des |d['’])(?P<what2>.+)$"
    r"|^(?P<how3>de la |de l['’]|du |des )(?P<what3>.+)$",
    re.IGNORECASE,
)
_ARTICLE = {"de la ": "la ", "de l'": "l'", "de l’": "l’", "du ": "le ", "des ": "les "}
# "On a parlé de la fusion, du SIRH et des effectifs": each of them is talked about.
_OF_MORE = re.compile(r"(?P<and>, et |, | et )(?P<of>du |des |de la |de l['’])")
_MINE = re.compile(r"^(?:mon|ma|mes)\b", re.IGNORECASE)
_I = re.compile(r"^(?:je |j['’])", re.IGNORECASE)
_MYSELF = re.compile(r"(?:m['’]|me )(?:y |en )?(?:suis|occupe|charge|adapte)\b", re.IGNORECASE)
_AS_WELL = re.compile(r"^moi(?: aussi)?,? (?=je |j['’])", re.IGNORECASE)
_SPENT = re.compile(
    r"(?:(?:plus de|près de|presque) )?(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt) (?:ans|années|mois)\b",
    re.IGNORECASE,
)
_HANGS = re.compile(
    r"(?:[^\w]|(?:de|des|du|en|chez|dans|comme|à|au|aux|sur|avec|dont|et|auprès|pour|passée?s?|comme|plus|à|que|où|minimum|sans|entre|derrière)\b|d['’]|seule?\b)",
    re.IGNORECASE,
)
# "Ils veulent quelqu'un d'autonome ; j'ai monté un service seule."
_ANSWERED = re.compile(
    r"^(?P<need>(?:(?:ils|elles?|on|vous) )?(?:(?:re)?cherchent|cherche|veulent|ont besoin)\b[^;,.]{3,120}) ?[;,.] (?:et )?(?P<deed>(?:moi,? )?(?:je |j['’]).+)$",
    re.IGNORECASE,
)
_ABOUT_ME = re.compile(r"\b(?:je|moi)\b|\bj['’]", re.IGNORECASE)
_LACK = re.compile(
    r"^(?:(?:je n['’]ai |j['’]ai |ai )?(?:pas|peu|aucune?|jamais) (?:d['’]|de )?|sans )[^,;]*?(?:,\s*|\s)mais (?P<has>.+)$",
    re.IGNORECASE,
)
_LACKS = re.compile(r"^(?:je n['’]ai |j['’]ai |ai )?(?:pas|peu|aucune?|jamais|sans)\b", re.IGNORECASE)
_SENT = re.compile(
    r"^(?:(?:je |j['’])?(?:dois|vais|promis|ai promis|voulais)(?: de| d['’])? ?)?(?:(?:lui|leur|vous|te|t['’]|l['’]) ?)?"
    r"(?:envoyer|transmettre|faire suivre|adresser|partager|renvoyer|donner)\s+",
    re.IGNORECASE,
)
_NEED = re.compile(
    r"^(?:(?:ils|elles|elle|il|on|vous|l['’]équipe) )?(?:(?:a|ont|avez) )?(?:(?:re)?cherch(?:ent|ez|e)|veulent|veut|voulez|besoin (?P<of>des? |du |d['’]|de l['’])"
    r"|manque(?:nt)? (?:des? |d['’])|il (?:leur|vous) (?:faut|manque))\s*",
    re.IGNORECASE,
)
_ONE = re.compile(r"(?:qu['’]|que |comment |pourquoi )?(?:elle|il(?! (?:y a|faut))|sa|son|ses)\b", re.IGNORECASE)
# What follows a verb; behind "atelier" and "premier" another word does.
_LEADS = frozenset("en à au aux avec dans sur seul seule vite bien".split())
_SOMEBODY = re.compile(
    rf"(?:quelqu['’]un|(?:une?|des|le|la|\d+|deux|trois) (?:vraie? |bonne? |autre |nouve(?:au|lle) )?(?:personnes?|profils?|{JOBS.pattern.removesuffix(chr(92) + 'b')})\b)",
    re.IGNORECASE,
)
_TROUBLE = re.compile(
    r"(?:le|la|les|leurs?|l['’]|son|sa|ses|beaucoup d|\d)|(?:une? |des |du |de l['’])?(?:gros(?:se)?s? |vrais? )?(?:retards?|manque|problèmes?|pertes?|erreurs?|difficultés?|turn-?over"
    r"|absentéisme|litiges?|impayés?|surcoûts?|pannes?|départs?|plaintes?)\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"[^\W\d_]{2,}(?:er|ir|re)\b|qu(?:e|['’])", re.IGNORECASE)


def turned(field: str, text: str, need: str, reader: Reader) -> dict[str, str]:
    """Return what a note gives to a mail's sentences, by slot.

    Args:
        field: ``liked``, ``topic``, ``fit`` or ``send``.
        text: the note; of where the person fits, what they did or bring.
        need: what is needed there, where the note says so.
        reader: who reads it.
    """
    if field == "liked":
        shape, words = object_of(text, reader)
        if shape == "clause" and not words.startswith(("que ", "qu'", "qu’")):
            return {"liked_how": words}
        return {_LIKES[shape]: words}
    if field == "topic":
        shape, words = topic_of(text, reader)
        return {_TOPICS[shape]: words}
    if field == "send":
        words = sent_item(text)
        return {"send" if _is_thing(words) else "send_loose": words}
    answered = None if need else _ANSWERED.match(text)
    if answered:
        need, text = answered["need"], answered["deed"]
    shape, words = deed_of(text)
    if not shape:
        return {}
    facts = {shape: words}
    if need:
        said = need_of(need)
        facts[need_slot(need)] = to_reader(said, reader)
    return facts


_LIKES = {"object": "liked", "bare": "liked_loose", "clause": "liked_clause", "sentence": "liked_own"}
_TOPICS = {
    "object": "topic",
    "bare": "topic_loose",
    "clause": "topic_clause",
    "mine": "topic_mine",
    "sentence": "topic_own",
}


def is_no_part(need: str, deed: str) -> bool:
    """Whether of where somebody fits no sentence can be made."""
    return not turned("fit", deed, need, Reader())


def not_for_reader(field: str, note: str, reader: Reader) -> bool:
    """Whether a note speaks of its reader as of somebody else, and can't be turned towards them."""
    if field not in {"liked", "topic"}:
        return False
    said = (object_of if field == "liked" else topic_of)(note, reader)[1]
    return still_of_reader(said.removeprefix("que "), reader) or still_of_reader(said, reader)


def of_one(note: str) -> bool:
    """Whether a note says of one person what they are or do: of a panel nobody knows which."""
    return bool(_ONE.match(note))


def are_things(*notes: str) -> bool:
    """Whether notes name things, so that "et" may stand between them."""
    return all(_is_thing(note) and not is_clause(note) for note in notes)


def object_of(note: str, reader: Reader) -> tuple[str, str]:
    """Return a note as an ``object`` of a verb, ``bare`` after a colon, a ``clause`` with "que", or a ``sentence``."""
    text = tidy(_LIKED.sub("", tidy(note)))
    if _I.match(text):
        return "sentence", text[:1].upper() + text[1:]
    noted = _begin(text)
    whole = _whole(noted, reader)
    said = to_reader(whole, reader)
    said = to_reader(noted, reader) if said == whole else said
    said = _both(said, noted, reader)
    first = _word(said)
    if said.startswith(("ce que ", "ce qu'", "ce qu’", "ce qui ")):
        return "object", said
    if first in ASKS or re.match(r"(?:qu['’]|à quel point\b|(?:tout )?le monde\b|tu )", said):
        return "clause", that(said) if re.match(r"(?:tout )?le monde\b|tu ", said) else said
    if parted := _thing_and_clause(said, reader):
        return "object", parted
    if first in SUBJECTS or re.match(r"c['’]", said) or is_clause(said):
        return "clause", that(said)
    pieces = noted.split(", ")
    named = [with_article(to_reader(piece, reader)) for piece in pieces]
    things = all(_is_thing(piece) and not is_clause(piece) for piece in named)
    if 1 < len(pieces) < 4 and things and not re.search(r"[:(]|, [^,]*\bet\b[^,]*$", said):
        return "object", f"{', '.join(named[:-1])} et {named[-1]}"
    said = with_article(said)
    return ("object", said) if _is_thing(said) else ("bare", said)


def _thing_and_clause(said: str, reader: Reader) -> str:
    """Return "ambiance détendue, il connaît le produit" as a thing and a clause; empty where a note is no such two."""
    head, comma, rest = said.partition(", ")
    begins = _word(rest) in SUBJECTS or (is_clause(rest) and (_word(rest) in DETERMINERS or rest[:1].isupper()))
    if not comma or not begins or _word(head) in SUBJECTS | ASKS or is_clause(head):
        return ""
    thing, clause = with_article(_begin(head)), to_reader(rest, reader)
    if not _is_thing(thing):
        return ""
    # Of a panel nobody knows which one she is.
    unsure = reader.met and re.match(r"(?:elle|il)\b(?! (?:y a|faut)\b)", clause)
    return thing if unsure else f"{thing} et le fait {that(clause)}"


def _both(said: str, noted: str, reader: Reader) -> str:
    """Turn each of two things that "et que" joins: "la clarté de ses mots, et qu'elle n'esquive rien"."""
    parts = re.split(r"(,? et )(?=qu['’e]|le fait )", noted, maxsplit=1)
    if len(parts) < _TWO or not _is_thing(parts[0]) or is_clause(parts[0]):
        return said
    first, second = to_reader(parts[0], reader), to_reader(parts[2], reader)
    second = f"le fait {second}" if not second.startswith("le fait") else second
    return f"{first}{parts[1].lstrip(',')}{second}"


_TWO = 3


def answered_needs(parts: list[str]) -> list[str]:
    """Return notes of where somebody fits with a need and what meets it in one: "Ils cherchent … . J'ai fait …"."""
    joined: list[str] = []
    for part in parts:
        if joined and _I.match(part) and _NEED.match(joined[-1]) and not _I.search(joined[-1]):
            joined[-1] = f"{joined[-1].rstrip('.')} ↔ {part}"
        else:
            joined.append(part)
    return joined


def _whole(text: str, reader: Reader) -> str:
    """Say who it is where a note leaves it out: "ont un jardin" is "ils ont un jardin", "Camille très claire" is she."""
    first = _word(text)
    if first in THEY:
        return f"ils {text}"
    if reader.single and reader.met and (found := MANNER.match(text)):
        return f"elle a été {_INTENSE.sub('très ', text) if found['much'] else text}"
    if first in SOMEBODY and reader.single and reader.met:
        return f"elle {text}"
    called = (
        rf"(?:{re.escape(reader.called)}|elle|il) (?=(?:très|vraiment|toujours|plutôt|super|tout à fait)\b)"
        if reader.called
        else ""
    )
    if called and reader.met and (found := re.match(called, text)):
        return f"{text[: found.end()]}est {text[found.end() :]}"
    return text


_INTENSE = re.compile(r"^(?:super|hyper|trop|vraiment) ", re.IGNORECASE)


def topic_of(note: str, reader: Reader) -> tuple[str, str]:
    """Return what was talked about: as ``object_of`` does, or ``mine`` where the person told it."""
    text = tidy(note)
    if reader.called:
        text = re.sub(rf"^{re.escape(reader.called)} (?=(?:m['’]a|nous a|a) )", "elle ", text)
    talked = _TALKED.match(text)
    if talked:
        how = talked["how"] or talked["how2"] or talked["how3"] or ""
        text = f"{_ARTICLE.get(how.casefold().replace('’', chr(39)), '')}{talked['what'] or talked['what2'] or talked['what3']}"
        if how:
            text = _OF_MORE.sub(lambda m: f"{m['and']}{_ARTICLE[m['of'].casefold().replace('’', chr(39))]}", text)
    if _MINE.match(text):
        return "mine", _begin(text)
    shape, said = object_of(text, reader)
    # "Pourquoi je pars", "comment j'ai appris" was told by the person, and explained by nobody else.
    return ("bare", said) if shape == "clause" and _ABOUT_ME.search(said) else (shape, said)


def deed_of(note: str) -> tuple[str, str]:
    """Return what somebody did: ``did``, a clause with "je"; ``able``, the same of what they can; or what they bring.

    That is ``brings``, a thing with its article, or ``brings_loose``; empty where the note says nothing of themselves.
    """
    text = _AS_WELL.sub("", _begin(tidy(note)))
    lack = _LACK.match(text)
    text = lack["has"] if lack else text
    if _LACKS.match(text):
        return "", ""
    said = _mine(text)
    if said:
        able = _word(re.sub(r"^(?:je |j['’])(?:n['’]|ne )?", "", said)) in ABLE
        return "able" if able else "did", said
    first = _word(text)
    if OWN.get(first) and not re.search(r"[,:/]", text):
        small = text if text[1:2].isupper() else text[:1].lower() + text[1:]
        return "brings", f"{OWN[first]} {small}"
    if is_clause(text) and (_MINE.match(text) or first == "nous"):
        return "did", text
    if first in SUBJECTS | VERBS or is_clause(text):
        return "", ""
    text = f"{article} {text}" if (article := _by_adjective(text)) else text
    return ("brings", text) if _is_thing(text) or re.match(r"\d", text) else ("brings_loose", text)


def _mine(text: str) -> str:
    """Return a note as a clause with "je"; empty where it is none."""
    if _I.match(text):
        return text[:1].lower() + text[1:]
    being = PREDICATES.match(text)
    # "Formé des apprentis" is a deed, "formé aux premiers secours" is not.
    if being and _word(text[being.end() :].strip()) not in DETERMINERS - {"du"}:
        return f"je suis {text}"
    if spent := _SPENT.match(text):
        rest = text[spent.end() :].strip()
        if rest and not _HANGS.match(rest):
            return f"j'ai derrière moi {text[: spent.end()]} {of(rest)}"
        return f"j'ai derrière moi {text}"
    if _MYSELF.match(text):
        return f"je {text}"
    if JOBS.match(text) and ":" not in text:
        return f"j'ai travaillé comme {text}"
    _, _, rest = text.partition(" ")
    return _doing(text, _word(text), rest) if rest else ""


def _doing(text: str, word: str, rest: str) -> str:
    """Return with "je" what begins with a verb: "parle néerlandais", "mené deux projets", "animer des ateliers"."""
    if word in FIRST and not (word in NOUN_TOO and re.match(r"(?:des? |du |d['’]|en )", rest)):
        return f"j'{text}" if word[:1] in "aeéi" else f"je {text}"
    if BEING_GONE.match(text):
        return ""
    # "Suivi une formation" was done, "suivi de chantier" is a thing.
    may = word not in NO_PARTICIPLE or _word(rest) in DETERMINERS - {"des", "du"}
    if may and word not in DETERMINERS and PARTICIPLE.match(word):
        return f"j'ai {text}"
    if re.match(r"[^\W\d_]{2,}(?:er|ir)$", word) and _word(rest) in DETERMINERS | _LEADS:
        return f"je peux {text}"
    return ""


def _by_adjective(text: str) -> str:
    """Return the article that an adjective before a thing shows: "bonne connaissance" wants "une"."""
    said = with_article(text)
    return said.split(" ", 1)[0] if said.startswith(("un ", "une ")) and not text.startswith(("un ", "une ")) else ""


def need_of(note: str) -> str:
    """Return what they need, without saying that they do: "besoin d'un chef de projet" is "un chef de projet"."""
    text = tidy(note)
    found = _NEED.match(text)
    if found is None:
        return _begin(text)
    article = {"du": "le ", "des": "des ", "de l'": "l'", "de l’": "l'"}.get((found["of"] or "").strip().casefold(), "")
    return _begin(f"{article}{text[found.end() :]}")


def need_slot(note: str) -> str:
    """Return as what a need is said: "leur retard sur la paie" is what they have, and nothing that they look for."""
    said = need_of(note)
    wanted = _is_thing(said) and (bool(_NEED.match(tidy(note))) or not _TROUBLE.match(said))
    return "need" if wanted or _SOMEBODY.match(said) else "need_own" if _TO_DO.match(said) else "need_about"


def sent_item(note: str) -> str:
    """Return what was to be sent: "lui envoyer le lien" is "le lien", and "CV" is "mon CV"."""
    text = _begin(_SENT.sub("", tidy(note)))
    own = PAPERS.get(_word(text), "")
    return f"{own} {text}" if own else with_article(text)


def _is_thing(text: str) -> bool:
    """Whether a note begins with an article, so that it can be a verb's object."""
    return _word(text) in DETERMINERS or bool(re.match(r"l['’]|quelqu['’]un\b|\d+ (?!%)|beaucoup d", text))


def _begin(text: str) -> str:
    first = text.split(" ", 1)[0] if text else ""
    if not first[:1].isupper() or is_given(first) or is_proper(first, frozenset((*SKILLS, *PROPER)) - _NO_TOOLS):
        return text
    if _MAY_BE_NAMED.match(text) and not may_be_common(first.strip(",.;:").casefold()):
        return text
    second = text.partition(" ")[2].split(" ", 1)[0]
    if second[:1].isupper() and not is_proper(second) and _word(text) not in DETERMINERS:
        return text  # two capitals in a row are a name
    return text[:1].lower() + text[1:]


# A word that stands by itself, or beside another capital, is a tool or a town: "Silae", "Genève et Lausanne".
_MAY_BE_NAMED = re.compile(r"[^\W\d_]+(?:$|,| (?:et|ou|\+|&|/) [A-ZÀ-Ý])")
_NO_TOOLS = frozenset("le la les des un une du notion tableau express".split())


def _word(text: str) -> str:
    return text.split(" ", 1)[0].casefold().strip('.,;:!?()"«»') if text else ""
