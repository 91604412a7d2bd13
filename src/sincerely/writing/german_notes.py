"""The person's German notes, turned into the part of a sentence that they can be.

German notes are quoted after a colon wherever case or word order would have to be guessed.
"""

from __future__ import annotations

import re

from .clipping import tidy
from .german_persons import Reader, to_reader

_PARTICIPLE = re.compile(
    r"(?:ge\w{2,}(?:t|en)|\w{2,}iert|(?:ver|be|ent|er|zer|über|unter)\w{2,}(?:t|en)|\w+ge\w{2,}(?:t|en))$"
)
_SEIN = frozenset("gewesen geworden gegangen gekommen gereist gewechselt aufgestiegen geblieben".split())
_WH = frozenset("wie dass warum was wo wann weshalb ob".split())
_HAVE = frozenset(
    """habe hatte bin war kann leite leitete baue baute spreche kenne arbeite arbeitete führe führte lerne mag liebe verstehe
    koche backe fahre verkaufe verkaufte betreue betreute organisiere organisierte schreibe schrieb programmiere
    unterrichte unterrichtete pflege pflegte studierte möchte konnte durfte machte mache weiß nutze beherrsche plane
    plante schule schulte""".split()
)
_DETERMINERS = frozenset(
    "der die das den dem des ein eine einen einem einer mein meine meinen ihr ihre ihren ihrem ihrer euer eure dein deine jemand jemanden zwei drei vier fünf kein keine keinen".split()
)
_MINE = re.compile(r"^(?:über )?mein(?:e[nmrs]?)?\b", re.IGNORECASE)
_TALKED = re.compile(
    r"^(?:wir )?(?:haben |hatten )?über (?P<a>.+?)(?: gesprochen| geredet)?$|^(?:sie|er) (?:hat|haben) (?:mir )?(?:über|von) (?P<b>.+?)"
    r" (?:erzählt|gesprochen|berichtet)$",
    re.IGNORECASE,
)
_FOUND = re.compile(
    r"^(?:(?:sie|er|die|alle) )?(?:fanden|fand) (?P<what>.+?)(?: (?P<how>gut|toll|super|spannend|interessant|prima))?$",
    re.IGNORECASE,
)
_FELT = re.compile(
    r"^(?:hab|habe|fühlte|konnte|durfte|war) (?=mich|viel|gleich|sofort|sehr|alles|gelernt)", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"^(?:der|die|das|alle|es|man|wir|sie|er|ihr|dort|da|niemand|jeder|kein\w*|[A-ZÄÖÜ]\w+) (?:\w+ ){0,2}?"
    r"(?:ist|sind|hat|haben|wird|werden|war|waren|kann|können|macht|machen|geht|gehen|gibt|wächst|stellt|stellen|arbeitet"
    r"|arbeiten|nutzt|nutzen|sucht|suchen|plant|planen|zieht|ziehen|bleibt|bekommt|bekommen|trifft|treffen|darf|dürfen)\b"
)
_SEND = re.compile(r"^(?:(?:ihr|ihm|ihnen|euch|dir|noch|wollte|werde|ich)\s+)+", re.IGNORECASE)
_SENT = re.compile(r"\s+(?:schicken|senden|zuschicken|nachreichen|schicke|sende|mailen)$", re.IGNORECASE)
_OWN = {
    "lebenslauf": "meinen", "portfolio": "mein", "arbeitszeugnis": "mein", "zeugnis": "mein", "zeugnisse": "meine",
    "referenzen": "meine", "zertifikat": "mein", "zertifikate": "meine", "arbeitsprobe": "meine", "arbeitsproben": "meine",
    "unterlagen": "meine", "abschlussarbeit": "meine", "führerschein": "meinen",
}  # fmt: skip
_LACK = re.compile(
    r"^(?:keine?|kein|nicht|nie|ohne|wenig)\b.*?,?\s(?:aber|dafür)\s+(?:ich\s+)?(?P<has>.+)$", re.IGNORECASE
)
_LACKS = re.compile(r"^(?:keine?|kein|nicht|nie|ohne|wenig)\b.*\b(?:erfahrung\w*|kenntnis\w*|ahnung)\b", re.IGNORECASE)
_BEING = frozenset(
    """geduldig zuverlässig ruhig belastbar flexibel pünktlich organisiert freundlich genau sorgfältig kreativ motiviert
    teamfähig kommunikativ neugierig lernbereit vertraut geübt erfahren zweisprachig mobil offen gründlich ehrgeizig
    strukturiert gelernter gelernte ausgebildeter ausgebildete""".split()
)
_JOB = re.compile(
    r"(?:leiter|verkäufer|berater|entwickler|pfleger|lehrer|erzieher|fahrer|bäcker|kellner|mechaniker|techniker|ingenieur"
    r"|assistent|manager|sachbearbeiter|buchhalter|praktikant|werkstudent|trainer|übersetzer|analyst|arbeiter|betreuer"
    r"|controller|koordinator|verwalter)(?:in)?$|(?:kaufmann|kauffrau|krankenschwester|pflegekraft|bürokraft|koch|köchin)$"
)
_GOES_ON = frozenset("und mit im in bei auch unter".split())
_BEFORE = re.compile(r"\s(?:in|im|bei|beim|an|am|auf|von|für|mit|seit)\s")
_DUTY = re.compile(r"^(?:war |bin )?(?:verantwortlich|zuständig) für (?P<what>.+)$", re.IGNORECASE)
_WITH = re.compile(r"^(?:kann )?gut mit (?P<who>\w+(?: \w+)?)$", re.IGNORECASE)


def object_of(note: str, reader: Reader) -> tuple[str, str]:
    """Return a note as an ``object`` after a colon, a ``clause`` after a comma, or a ``sentence``."""
    text = tidy(note)
    first = _word(text)
    if first == "ich":
        return "sentence", text
    if _FELT.match(text):
        return "sentence", f"ich {re.sub('^[Hh]ab ', 'habe ', text)[:1].lower()}{re.sub('^[Hh]ab ', 'habe ', text)[1:]}"
    found = _FOUND.match(text)
    if found:
        many = reader.say("Sie", "ihr") if reader.met else "man"
        how, verb = found["how"] or "gut", reader.say("fanden", "fandet") if reader.met else "fand"
        return "sentence", f"ich habe mich gefreut, dass {many} {_begin(found['what'])} {how} {verb}"
    if first in _WH:
        return "clause", to_reader(text[:1].lower() + text[1:], reader)
    if _CLAUSE.match(text):
        said = to_reader(_begin(text), reader)
        # To somebody else, "Sie" at the beginning would be they themselves.
        return "object", said[:1].upper() + said[1:] if reader.met else said
    return "object", to_reader(_begin(text), reader)


def topic_of(note: str, reader: Reader) -> tuple[str, str]:
    """Return what was talked about: as ``object_of`` does, ``mine`` where the person told it, or ``loose``."""
    text = tidy(note)
    talked = _TALKED.match(text)
    text = (talked["a"] or talked["b"]) if talked else text
    if _MINE.match(text):
        return "mine", _begin(text)
    shape, said = object_of(text, reader)
    return ("loose", said) if shape == "object" and _CLAUSE.match(said[:1].lower() + said[1:]) else (shape, said)


def deed_of(note: str) -> tuple[str, str]:
    """Return what somebody did: as a ``verb`` phrase that follows "ich", or an ``object``; empty for what is wanting."""
    text = _begin(tidy(note))
    lack = _LACK.match(text)
    if lack:
        return deed_of(lack["has"])
    if _LACKS.match(text):
        return "", ""
    verb = _verb(text) or _being(text) or _perfect(text)
    return ("verb", verb) if verb else ("object", text)


def _verb(text: str) -> str:
    first, _, rest = text.partition(" ")
    duty, people = _DUTY.match(text), _WITH.match(text)
    if duty:
        return f"habe Verantwortung für {duty['what']} getragen"
    if people:
        return f"kann gut mit {people['who']} umgehen"
    if rest and _word(first) == "ich":
        return rest
    return text if rest and _word(first) in _HAVE else ""


def _being(text: str) -> str:
    """Say of "geduldig" that the person is, of "Teamleiter in einer Bäckerei" that they worked as one."""
    words = text.split()
    if _word(text) in _BEING and (len(words) == 1 or words[1].casefold() in _GOES_ON):
        return f"bin {text}"
    head = _BEFORE.split(f"{text} ")[0].strip()
    since = re.match(r"(?P<what>.+) seit (?P<year>\d{4})$", text)
    if since and _JOB.search(head.casefold()):
        return f"bin seit {since['year']} {since['what']}"
    alone = " " not in head or _word(text) in {"leitender", "leitende", "stellvertretende"}
    return f"habe als {text} gearbeitet" if head and alone and _JOB.search(head.casefold()) else ""


def _perfect(text: str) -> str:
    words = text.split()
    last = words[-1] if words else ""
    found = len(words) > 1 and last[:1].islower() and _PARTICIPLE.search(last)
    return f"{'bin' if last in _SEIN else 'habe'} {text}" if found else ""


def need_of(note: str) -> str:
    """Return what they need, without saying that they do."""
    return _begin(
        re.sub(r"^(?:sie |ihr |wir )?(?:suchen|brauchen|sucht|braucht|wollen)\s+", "", tidy(note), flags=re.IGNORECASE)
    )


def sent_item(note: str) -> str:
    """Return what was to be sent: "ihr den Link schicken" is "den Link"."""
    text = _begin(_SENT.sub("", _SEND.sub("", tidy(note))))
    own = _OWN.get(text.split(" ", 1)[0].casefold(), "") if text else ""
    return f"{own} {text}".strip()


def _begin(text: str) -> str:
    first = _word(text)
    known = (
        first in _DETERMINERS
        or first in _HAVE
        or first in _WH
        or first in _BEING
        or first in {"ich", "sie", "er", "alle", "gut"}
    )
    return text[:1].lower() + text[1:] if known else text


def _word(text: str) -> str:
    return text.split(" ", 1)[0].casefold().strip(".,;:!?()") if text else ""
