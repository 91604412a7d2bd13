"""The person's German notes, turned into the part of a sentence that they can be.

German notes are quoted after a colon wherever case or word order would have to be guessed.
"""

from __future__ import annotations

import re

from sincerely.writing.words.clipping import tidy

from .nouns import is_adjective
from .persons import Reader, to_reader
from .scraps import FELT, manner, parts_of, several, thing_alone, with_who

_PARTICIPLE = re.compile(
    r"(?:ge\w{2,}(?:t|en)|\w{2,}iert|(?:ver|be|ent|er|zer|über|unter)\w{2,}(?:t|en)|\w+ge\w{2,}(?:t|en))$"
)
_SEIN = frozenset(
    "aufgewachsen umgezogen gezogen gewesen geworden gegangen gekommen gereist gewechselt aufgestiegen geblieben".split()
)
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
_MINE = re.compile(r"^(?:(?:über )?mein(?:e[nmrs]?)?|(?:ob|wie|was|warum) ich)\b", re.IGNORECASE)
_TALKED = re.compile(
    r"^(?:wir )?(?:haben |hatten |[Ss]prachen |redeten )?über (?P<a>.+?)(?: gesprochen| geredet)?$"
    r"|^(?:sie|er) (?:hat|haben) (?:mir )?(?:über|von (?!(?:de[mnr]|eine[mnr]|(?:ihr|sein|mein|unser)e[mnr])\b)) ?(?P<b>.+?)"
    r" (?:erzählt|gesprochen|berichtet)$",
    re.IGNORECASE,
)
_FOUND = re.compile(
    r"^(?:(?P<who>sie|er|die|alle) )?(?P<verb>fanden|fand) (?P<what>(?!ich\b).+?)"
    r" (?P<how>(?:sehr |richtig |echt |ganz )?(?:gut|toll|super|spannend|interessant|prima|klasse|schön|beeindruckend|stark"
    r"|nett|sympathisch|freundlich|angenehm|hilfreich|überzeugend|offen|ehrlich))$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"^(?:der|die|das|alle|es|man|wir|sie|er|ihr|dort|da|niemand|jeder|kein\w*|[A-ZÄÖÜ]\w+) (?:\w+ ){0,2}?"
    r"(?:ist|sind|hat|haben|wird|werden|war|waren|kann|können|macht|machen|geht|gehen|gibt|wächst|stellt|stellen|arbeitet"
    r"|arbeiten|nutzt|nutzen|sucht|suchen|plant|planen|zieht|ziehen|bleibt|bekommt|bekommen|trifft|treffen|darf|dürfen)\b"
)
_YOU_DO = re.compile(r"^(?:[Dd]u [a-zäöüß]+s?t|(?:[Ii]hr|Sie) (?!gut|nett)[a-zäöüß]+(?:t|en|eln|ern))\b")
_SEND = re.compile(r"^(?:(?:ihr|ihm|ihnen|euch|dir|noch|wollte|werde|ich)\s+)+", re.IGNORECASE)
_SENT = re.compile(r"\s+(?:schicken|senden|zuschicken|nachreichen|schicke|sende|mailen)$", re.IGNORECASE)
_OWN = {
    "lebenslauf": "meinen", "portfolio": "mein", "arbeitszeugnis": "mein", "zeugnis": "mein", "zeugnisse": "meine",
    "referenzen": "meine", "zertifikat": "mein", "zertifikate": "meine", "arbeitsprobe": "meine", "arbeitsproben": "meine",
    "unterlagen": "meine", "abschlussarbeit": "meine", "führerschein": "meinen",
}  # fmt: skip
_LACK = re.compile(
    r"^(?:keine?|kein|nicht(?! nur)|nie|ohne|wenig)\b.*?(?:,\s(?P<verb>[a-zäöü]+)\s(?:aber|dafür)|,?\s(?:aber|dafür))"
    r"\s+(?:ich\s+)?(?P<has>.+)$",
    re.IGNORECASE,
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
    r"|controller|koordinator|verwalter|elektriker|schreiner|tischler|maler|gärtner|schlosser|friseur|dachdecker|maurer|installateur|händler)(?:in)?$|(?:kaufmann|kauffrau|krankenschwester|pflegekraft|bürokraft|koch|köchin)$"
)
# Participles of what somebody is, and not of what they did; and what may stand before them.
_STATES = frozenset(
    """organisiert ausgebildet motiviert vorbereitet strukturiert qualifiziert vernetzt vertraut ortsgebunden gebunden
    eingearbeitet geeignet interessiert engagiert belesen bewandert versiert""".split()
)
_HOW = frozenset("gut sehr bestens nicht hoch bestes fachlich breit".split())
# A note with a verb of its own takes none of ours.
_TAKES_THAT = frozenset("mache habe kann spreche kenne liebe mag nutze beherrsche verstehe plane schreibe".split())
_OWN_VERB = re.compile(
    r"^(?:wir|sie|er|es|man|wurde|wurden|hatten)\b|\b(?:ich|wir|gewohnt)\b|^\S+ (?:habe|hat|haben|bin|ist|sind)\b",
    re.IGNORECASE,
)
_GOES_ON = frozenset("und mit im in bei auch unter".split())
_BEFORE = re.compile(r"\s(?:in|im|bei|beim|an|am|auf|von|für|mit|seit)\s")
_DUTY = re.compile(r"^(?P<now>bin )?(?:war )?(?:verantwortlich|zuständig) für (?P<what>.+)$", re.IGNORECASE)
_WITH = re.compile(r"^(?:kann )?gut mit (?P<who>\w+(?: (?!umgehen\b)\w+)?)$", re.IGNORECASE)


# How people write a verb short: "hab ich schon gemacht".
_SHORT = {
    "hab": "habe",
    "hatt": "hatte",
    "mach": "mache",
    "kenn": "kenne",
    "nutz": "nutze",
    "leit": "leite",
    "bau": "baue",
}
# What "ich" stands behind, where something else begins: "sowas hab ich schon gebaut".
_FRONTED = re.compile(
    r"^(?P<what>das|dies|dasselbe|beides|sowas|so etwas|so was|alles) (?P<verb>[a-zäöü]+) ich (?P<rest>.+)$",
    re.IGNORECASE,
)
# Of these nothing is left out: one works, and does not work something.
_NO_OBJECT = re.compile(
    r"(?:gearbeitet|geholfen|gewirkt|teilgenommen|gelebt|gewohnt|gejobbt|angefangen|ausgeholfen|gekellnert)$"
)
# "Schon mal gemacht" says not what: that which they do.
_THAT_TOO = re.compile(
    r"(?:(?:schon|mal|oft|selbst|auch|bereits|genau|früher|so|einmal|mehrmals|lange|immer) ){1,3}(?:gemacht|getan|erlebt|übernommen)"
)
_SOMETHING = re.compile(
    r"\b(?:das|dies|es|sie|ihn|viel|vieles|mehr|alles|beides|etwas|sowas|solche[ns]?|welche|einiges|dasselbe)\b"
)
_GOVERNED = re.compile(
    r"\b(?:in|im|bei|beim|an|am|auf|von|vom|für|mit|seit|aus|zu|zum|zur|nach|vor|über|unter|ohne|durch|gegen|während|als)\b"
    r"(?: (?!(?:in|bei|an|auf|von|für|mit|seit|aus|zu|nach)\b)[a-zäöüß\d]+){0,3}(?: [A-ZÄÖÜ][\w-]*(?: und [A-ZÄÖÜ][\w-]*)?)"
    r"|\b(?:\d+|[a-zäöüß]+) (?:Jahre?n?|Monate?n?|Wochen?|Tage?n?|Mal)\b"
)
# A clause about something else than the person, or with another verb than theirs, is no part of a sentence with "ich".
_CLAUSE_OF_MINE = re.compile(
    r"^(?:\S+ ){1,2}(?:ich|wir)\b|^\S+ (?:sind|ist) mein\w*\b|^\S+ (?:liegt|liegen|macht|machen) (?:mir|mich)\b|^(?:ist|sind|liegt|passt|geht|gibt|gab|wurde|wurden|hatten|waren|macht|kommt|war (?!ich\b)\w+ )",
    re.IGNORECASE,
)


def object_of(note: str, reader: Reader) -> tuple[str, str]:
    """Return a note as an ``object`` after a colon, a ``clause`` after a comma, or a ``sentence``."""
    text = thing_alone(tidy(note))
    how = manner(text, reader)
    if how:
        return "clause", how
    text = with_who(text) if reader.met and reader.single else text
    first = _word(text)
    if first == "ich":
        return "sentence", text
    if FELT.match(text):
        return "sentence", f"ich {re.sub('^[Hh]ab ', 'habe ', text)[:1].lower()}{re.sub('^[Hh]ab ', 'habe ', text)[1:]}"
    found = _FOUND.match(text)
    if found:
        return "sentence", _liking(found, reader)
    if first in _WH:
        return "clause", to_reader(text[:1].lower() + text[1:], reader)
    said = to_reader(_begin(text), reader)
    if _CLAUSE.match(text) or (reader.met and _YOU_DO.match(said)):
        # To somebody else, "Sie" at the beginning would be they themselves.
        return "object", said[:1].upper() + said[1:] if reader.met else said
    return "object", said


def _liking(found: re.Match[str], reader: Reader) -> str:
    """Say of "fanden das gut" that they did, and of "fand das gut" that the person did."""
    what, how = _begin(found["what"]), found["how"]
    one = found["verb"].casefold() == "fand"
    if one and not found["who"]:
        return f"ich fand {what} {how}"
    if not reader.met:
        return f"ich habe mich gefreut, dass man {what} {how} fand"
    if one and reader.single and not reader.formal:
        return f"ich habe mich gefreut, dass du {what} {how} fandest"
    return f"ich habe mich gefreut, dass {reader.say('Sie', 'ihr')} {what} {how} {reader.say('fanden', 'fandet')}"


def topic_of(note: str, reader: Reader) -> tuple[str, str]:
    """Return what was talked about: as ``object_of`` does, ``mine`` where the person told it, or ``loose``."""
    text = tidy(note)
    if reader.called:
        text = re.sub(rf"^{re.escape(reader.called)} (?=hat )", "sie ", text)
    talked = _TALKED.match(text)
    text = (talked["a"] or talked["b"]) if talked else text
    if _MINE.match(text):
        return "mine", _begin(text)
    shape, said = object_of(text, reader)
    clause = _CLAUSE.match(said[:1].lower() + said[1:]) or (reader.met and _YOU_DO.match(said))
    return ("loose", said) if shape == "object" and clause else (shape, said)


def deed_of(note: str) -> tuple[str, str]:
    """Return what somebody did: as a ``verb`` phrase that follows "ich", or an ``object``; empty for what is wanting."""
    text = _whole(_begin(tidy(note)))
    lack = _LACK.match(text)
    if lack:
        return deed_of(f"{lack['verb'] or ''} {lack['has']}".strip())
    if _LACKS.match(text) or _THEY_SEEK.match(text):
        return "", ""
    listed = parts_of(text)
    joined = several(text, {part: deed_of(part) for part in listed}) if len(listed) > 1 else ""
    if joined:
        return "verb", joined
    verb = _verb(text) or _being(text) or _perfect(text)
    if not verb and is_no_part(text):
        return "", ""
    return ("verb", _ONE.sub(_one, verb)) if verb else ("object", text)


# "Team von 6 Leuten geführt": one of them.
_ONE = re.compile(
    r"^habe (?P<what>(?P<neuter>Team|Projekt|Lager|Büro|Budget)|Gruppe|Abteilung|Filiale|Klasse|Station|Schicht) (?=(?:von|mit|aus) )"
)


def _one(found: re.Match[str]) -> str:
    return f"habe {'ein' if found['neuter'] else 'eine'} {found['what']} "


def answered_needs(parts: list[str]) -> list[str]:
    """Return notes of where somebody fits with a need and what meets it in one: "Sie suchen … . Ich habe …"."""
    joined: list[str] = []
    for part in parts:
        if joined and re.match(r"(?:ich|hab|habe|bin)\b", part, re.IGNORECASE) and _THEY_SEEK.match(joined[-1]):
            joined[-1] = f"{joined[-1].rstrip('.')} ↔ {part}"
        else:
            joined.append(part)
    return joined


_THEY_SEEK = re.compile(
    r"(?:sie|ihr|die|man) (?:suchen|brauchen|wollen|sucht|braucht|will)\b(?!.*\bich\b)", re.IGNORECASE
)
_SOMEBODY_DOES = re.compile(
    r"(?:.*, (?:und )?)?(?:(?:wie|dass|was|warum|wo)(?: [a-zäöüß]+)? )?(?P<who>sie|er|Sie|Er) (?P<rest>.+)$"
)


def not_for_reader(field: str, note: str, reader: Reader) -> bool:
    """Whether a note speaks of its reader as of somebody else, and can't be turned towards them."""
    if field not in {"liked", "topic"} or not (reader.single and reader.met):
        return False
    said = (object_of if field == "liked" else topic_of)(note, reader)[1]
    found = _SOMEBODY_DOES.match(said)
    if found is None or (found["who"] == "Er" and reader.formal is False):
        return False
    first = found["rest"].split()[0].strip(",.;")
    last = re.split(r"[,;]| und ", found["rest"])[0].split()[-1].strip(".")
    third = re.compile(r"(?:hat|ist|war|kann|hatte|wird|will|weiß|gibt|nimmt|[a-zäöüß]{3,}(?<!ich)(?<!ech)t|\w+te)$")
    return bool(third.match(first) if found.start("who") == 0 else third.match(last))


def is_no_part(note: str) -> bool:
    """Whether a note is a clause that no sentence with "ich" can take up: "liegt mir", "hatten wir auch"."""
    text = _whole(_begin(tidy(note)))
    if _THEY_SEEK.match(text):
        return True
    return not (_verb(text) or _being(text) or _perfect(text)) and bool(_CLAUSE_OF_MINE.match(text.partition(",")[0]))


def _whole(text: str) -> str:
    """Write a verb whole that people write short: "hab" is "habe"."""
    first, _, rest = text.partition(" ")
    long = _SHORT.get(_word(first), "")
    return f"{long} {rest}" if long and rest else text


def _verb(text: str) -> str:
    first, _, rest = text.partition(" ")
    duty, people = _DUTY.match(text), _WITH.match(text)
    if duty and "," not in text:
        what = f"Verantwortung für {duty['what']}"
        return f"trage {what}" if duty["now"] else f"habe {what} getragen"
    if people:
        return f"kann gut mit {people['who']} umgehen"
    if rest and _word(first) == "ich":
        return _whole(rest)
    fronted = _FRONTED.match(text)
    if fronted and (verb := _SHORT.get(fronted["verb"], fronted["verb"])) in _TAKES_THAT:
        return f"{verb} {re.sub('so ?was', 'so etwas', fronted['what'].lower())} {fronted['rest']}"
    if _word(rest) == "ich" and _word(first) not in _TAKES_THAT:
        return ""
    if _word(rest) == "ich":  # "mache ich gern"
        said = rest.partition(" ")[2]
        rest = f"das {said}".strip() if _leaves_out_what(said) else said
        text = f"{first} {rest}"
    return text if rest and _word(first) in _HAVE else ""


def _leaves_out_what(said: str) -> bool:
    """Whether what follows "habe ich" says not what: "mit den Büchern schon gemacht", and not "das Team geleitet"."""
    if _NO_OBJECT.search(said) or _SOMETHING.search(said):
        return False
    return not re.search(r"\b[A-ZÄÖÜ]", _GOVERNED.sub("", said))


def _being(text: str) -> str:
    """Say of "geduldig" that the person is, of "Teamleiter in einer Bäckerei" that they worked as one."""
    words = text.split()
    if _word(text) in _BEING and (len(words) == 1 or words[1].casefold() in _GOES_ON):
        return f"bin {text}"
    if re.match(r"nie (?:krank|unpünktlich|zu spät)\b", text) or (
        " seit " not in text
        and re.match(r"(?:gelernte|ausgebildete|staatlich (?:anerkannte|geprüfte))r? [A-ZÄÖÜ]", text)
    ):
        return f"bin {text}"
    every = [part.strip() for part in re.split(r",\s+|\sund\s", text)]
    if len(every) > 1 and all(part.casefold() in _BEING for part in every):
        return f"bin {', '.join(every[:-1])} und {every[-1]}"
    head = _BEFORE.split(f"{text} ")[0].strip()
    since = re.match(r"(?P<what>.+) seit (?P<year>\d{4}|\w+ (?:Jahren|Monaten))$", text)
    if since and _JOB.search(head.casefold()):
        return f"bin seit {since['year']} {since['what']}"
    if "," in text or " seit " in text or " mit " in text:
        return ""
    alone = " " not in head or _word(text) in {"leitender", "leitende", "stellvertretende"}
    return f"habe als {text} gearbeitet" if head and alone and _JOB.search(head.casefold()) else ""


def _perfect(text: str) -> str:
    words = text.split()
    last = words[-1] if words else ""
    if _OWN_VERB.search(text):
        return ""
    if _THAT_TOO.fullmatch(text):
        return f"habe das {text}"
    if last in _STATES and {word.casefold() for word in words[:-1]} <= _HOW:
        return f"bin {text}"
    found = len(words) > 1 and last[:1].islower() and _PARTICIPLE.search(last)
    return f"{'bin' if last in _SEIN else 'habe'} {text}" if found else ""


def are_things(*notes: str) -> bool:
    """Whether notes name things, so that "und" may stand between them: "die Ruhe und wie sie fragen"."""
    return all(_word(note) in _DETERMINERS | _WH and not _CLAUSE.match(note) for note in notes)


def need_of(note: str) -> str:
    """Return what they need, without saying that they do."""
    need = re.sub(
        r"^(?:sie |ihr |wir )?(?:suchen|brauchen|sucht|braucht|wollen)\s+", "", tidy(note), flags=re.IGNORECASE
    )
    return _begin(re.sub(r"^([Jj]emand(?:en)?|[Ll]eute) (?=(?:der|die|den|dem)\b)", r"\1, ", need))


_TROUBLE = re.compile(
    r"(?:.*\b(?:dauert|dauern|fehlt|fehlen|klappt|hakt|läuft|haben|hat|ist|sind)\b|.*\bzu (?:lang|hoh|viel|wenig|teuer|spät|groß|langsam)"
    r"|(?:ihre?[nr]?|eure?[nr]?|kein|keine|alte[srn]?|hohe[srn]?|viele|lange[srn]?|schlechte[srn]?|\d+ (?!jahre?\b|leute\b))\b)",
    re.IGNORECASE,
)


def is_trouble(note: str) -> bool:
    """Whether a note says what troubles them, and not what they look for: "das Mahnwesen dauert zu lange"."""
    return not re.match(r"(?:sie |ihr |wir )?(?:suchen|brauchen|sucht|braucht|wollen)\b", note, re.IGNORECASE) and bool(
        _TROUBLE.match(note.removeprefix("jemand")) and not re.match(r"(?:jemand|leute|wer)\b", note, re.IGNORECASE)
    )


def as_subject(topic: str) -> str:
    """Return a thing that was talked about as what stands behind "zum": "Thema Schichtübergabe"; else nothing.

    A thing without an article can stand there as it is, whatever its gender; with one its case would change.
    """
    words = topic.split()
    if not words or len(words) > _LONGEST_TOPIC or re.search(r"\s\d|[,;:()„“\"–—]| - ", topic):
        return ""
    if _word(topic) in _DETERMINERS | _WH or not words[0][:1].isupper() or _CLAUSE.match(topic):
        return ""
    small = [word for word in words if word[:1].islower()]
    return f"Thema {topic}" if all(word in _IN_A_THING for word in small) else ""


_LONGEST_TOPIC = 6
_IN_A_THING = frozenset(
    "und oder der des die den dem im in am an bei beim von vom zu zum zur für mit nach auf aus".split()
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
    # "Lockere Art" begins small inside a sentence.
    second = text.partition(" ")[2]
    known = known or (second[:1].isupper() and is_adjective(first))
    return text[:1].lower() + text[1:] if known else text


def _word(text: str) -> str:
    return text.split(" ", 1)[0].casefold().strip(".,;:!?()") if text else ""
