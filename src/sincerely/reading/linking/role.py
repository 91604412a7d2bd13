"""Which opening a mail is about: the role's title, from the subject and the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sincerely.reading.letters.letter_phrases import is_greeting
from sincerely.reading.scoring.encoding import SIGN
from sincerely.reading.scoring.insight import Stretch
from sincerely.reading.scoring.role_words import (
    FRENCH_WORKER,
    HEADS,
    HOUSES,
    NO_TITLE,
    NOT_ALONE,
    is_worker,
    without_verb,
)

from .house_names import pack
from .likeness import role_likeness

_NOUN = (
    "(?:position|role|post|vacancy|opening|opportunity|job|internship|placement|requisition|traineeship|apprenticeship|"
    "fellowship|seat|spot|hire|search|application|stelle|poste)"
)
_TITLE = r"(?P<title>[^\W_][\w&/+#'’–-]*(?:,? \(?[\w&/+#.'’()–-]+){0,8}?)"
_STOP = (
    r"(?=\s*(?:[.!?;:|\n\]\"”»,)]|\s[-–—]\s|$|\b(?:at|with|here|in our|in the|within|and (?:we|you|are|have|would|your|a|to)|was|has|"
    r"have|is|are|on|we|which|that|who|you|but|role|opening|vacancy|job|post|position|by|bei|chez|to|from|this|next|will|would|"
    r"before|until|after|because|since|so|start|starting|commencing|im|anbieten|zu|et|en|und|team|today|yesterday|please|if|"
    r"application)\b))"
)
_ARTICLE = r"(?:(?:the|an?|our|your|this|my|advertised|above|vacant|open|einer?|unser\w*|une?|le|la) ){0,2}"
_ABOUT = (
    "appl(?:ied|y|ying|ication|icants?)|candidacy|candidature|interest|interview(?:ing|s|ed)?|bewerbung|beworben|candidates?|"
    "offer|employment|assessment|test|selection|stage|screen|round|shortlisted|considered|conversation|recruiting|process|search|"
    "hiring|looking|selected|chosen"
)
# From the surest to the loosest; the last ones want a title in capitals.
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:role|position|post|job|vacancy|opening|title|opportunity|posting) (?:of|as|for)\s+{_ARTICLE}{_TITLE}{_STOP}",
        rf"\b(?:poste de|poste d['’]|stelle als|position als)\s*{_TITLE}{_STOP}",
        rf"\b(?:position|role|job title|job|stelle|poste|vacancy|opening|requisition)\s*:\s*{_TITLE}{_STOP}",
        rf"\b(?:the|our|an?|this|your|of|for|my|above)\s+{_TITLE}\s+{_NOUN}\b",
        rf"\b(?:{_ABOUT})\s*(?:for|to|in|as|als|with us for|with us as|regarding|about|:|,|-|–)\s*(?:be\s+)?{_ARTICLE}{_TITLE}{_STOP}",
        rf"\b(?:as|als|comme|for|about|to be|of)\s+{_ARTICLE}{_TITLE}{_STOP}",
    )
)
_LOOSE = 5
# Titles that are as like as this may name one opening.
_ALIKE = 0.5
_LOOK = 3000
# A name, a title, a house, its address, some numbers: so many lines are signed with at most.
_SIGNS = 10
_LETTERS = 3
_LONGEST = 300
# How likely every word of a title is one's, where whatever else may be a title counts for nothing.
_SURELY = 0.9
_OPENING = re.compile(rf"\b{_NOUN}\b", re.IGNORECASE)
# Between a name and what its bearer is: nothing, or how to speak of them.
_NOTHING = re.compile(
    r"\s*(?:\(?(?:she|he|they|her|him|them|hers|his|theirs|sie|er)(?:\s*/\s*\w+)+\)?)?\s*", re.IGNORECASE
)
# A time of day, a year, a sign: never a title.
_CLOCK = re.compile(r"\b\d{1,2}(?::\d\d(?:\b| ?[ap]m\b)|\.\d\d ?(?:[ap]m|uhr)\b|[ap]m\b| ?uhr\b)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NO_WORD = re.compile(r"\W*+\w?\W*+")
_SUBJECT_CUT = re.compile(r"\s*(?:[|·•:!]|\s[-–—]+\s|,|\b(?:at|with|for|bei|chez|in)\b|\(|\)|\[|\])\s*", re.IGNORECASE)
_REPLY_MARK = re.compile(r"^(?:(?:re|aw|sv|fwd?|wg|tr|antw)\s*:\s*)+", re.IGNORECASE)
_GENDER = re.compile(r"\s*[(\[]?\b[mwfdxh]\s*[/|*]\s*[mwfdxh](?:\s*[/|*]\s*[mwfdx])?\b[)\]]?", re.IGNORECASE)
# The A of "FP&A Manager" is no article.
_INNER_START = re.compile(r"^.*(?<!&)\b(?:the|our|an|a|your|my|this|their|as|for|about)\s+", re.IGNORECASE)
_WHAT_ABOUT = (
    r"\w{0,40}gespräch|stelle|\w{0,20}ausschreibung|stellenangebot|auswahlverfahren|vakanz|verschiebung|nachreichung|absage|einladung|"
    r"(?:initiativ|kurz|online-?)?bewerbung|\w{0,20}anfrage|nachfrage|(?:enquiry|inquiry|query)(?=\s(?:about|regarding|re|on|for|as)\b)|bereich|rolle|funktion|fonction|recrutement|candidature|sélection|entretien|rdv|rendez-vous|"
    # English titles begin with some of these: "Vacation Planner", "Poste Restante Clerk".
    rf"(?:poste|vacation|convocation|auditions?|future|demande)(?=\s(?:de\s|d['’]|(?:{FRENCH_WORKER})\b))|offre|annonce|(?:dossier|futur)(?-i:(?=\s[a-zà-ÿ]))"
)
_LEADING = re.compile(
    r"^(?:job title|title:|(?-i:TITLE)|open|experienced|exciting|new(?!\s(?:business|build|homes|media|product|accounts?)\b)|advertised|current|vacant|following|"
    r"available|(?-i:[Rr]e)|fwd|interview|update on|next|first(?!\s(?:officer|mate|aider|responder|assistant|engineer|violin)\b)|"
    # "Application Developer" is a title, "Application Site Engineer" none.
    r"application(?!\s(?:developer|engineer|support|security|specialist|architect|manager|analyst|consultant|programmer|scientist|owner)\b)|"
    r"being|be|please|about|of|to|in|(?-i:job)|job(?=\s+\S+\s+\S)|role|position|and|und|et|de|du|als|comme|"
    # What a German or French mail is about, before the title and without a word between: "Zweitgespräch Sachbearbeiterin".
    rf"{_WHAT_ABOUT}|(?-i:(?:der|die|den|dem|zum|zur|im)(?=\s[A-ZÄÖÜ])|(?:une?|son|sa)(?=\s[a-zà-ÿ]{{3}})))\s+|^[dl]['’]\s?",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\s+(?:application|vacancy|vacancies|interviews?|role|position|post|job|opening|openings|offer|opportunity|update|and|or|in|at|of|beim?|chez|"
    r"ad|advert|berth|spot|für|vom?|et|ou|oder|aux?|de|(?-i:des)|du|d['’]?|qui|que|hat|haben|ist|sind|wird|werden|(?-i:zusagen|absagen|buche)|"
    # What one is tested by; there are heads "of Assessment".
    r"(?<!\bof\s)(?<!\band\s)(?<![,&]\s)(?:(?:coding|online|written|skills)\s)?(?:test|assessment)|"
    r"with|for|to|process|search|candidates?|team|status|confirmation|outcome|request|scheduled|headcount|competition|"
    # The round that one is invited to, written small behind the title: "Backend Engineer coding", "SRE technical deep dive".
    r"(?-i:technical|coding|deep|dive|screen|screening|phone|video|intro|introductory|onsite|virtual|call|chat|round|first|second|final|panel))$",
    re.IGNORECASE,
)
# What goes on in French behind a title, and is no work: "chef de projet de préférence", "assistante de direction de notre agence".
_RUN_ON = re.compile(
    r"\s(?:de\s|d['’]\s?)(?:abord|préférence|suite|façon|ici|remplacement|notre|votre|leur|nos|vos|ce|cet|cette|ces|mon|ma|mes|son|sa|ses)\b.*$",
    re.IGNORECASE,
)
# Times were put into English before titles are looked for: "chargée de mission de jour" holds one.
_DAY = re.compile(r"\bde day\b")
# What a mail is about, and no job.
_OCCASION = re.compile(
    r"(?:(?:online|phone|video|first|second|erstes|zweites|premier)\b[\s-]*)?(?:interview|intro|introduction|call|chat|meeting|screen|"
    r"\w*gespräch|entretien|candidature|bewerbung|einladung|convocation|rendez-vous|termin|\b)|"
    r"(?:ihre?|deine?|unsere?|votre|vos|your|our)",
    re.IGNORECASE,
)
# What may be long is counted: tried at every letter of a long number, it took minutes.
_NUMBER = re.compile(
    r"\s*(?:\(?\s*\b(?:ref|req|id|job)\b(?:\W{0,9}(?:(?:id|no|nr|number|code|ref)\b\W{0,9})?[\w/-]{0,20}\d[\w/-]{0,20}|\W{0,9})\)?|"
    r"(?:[#(]|(?<![\w/]))(?:\d{2,4}/)?\w{0,3}-?\d{4,20}\w{0,20}\)?)\s*$",
    re.IGNORECASE,
)
# An opening's number before its title: "R-10442 Care Navigator"; a year belongs to the title, and so do four bare digits,
# as in "3000 Series Technician".
_NUMBERED = re.compile(
    r"^(?!(?:19|20)\d\d\b)(?:[#(]?[A-Z]{0,3}-?\d{5,}\w*\)?[\s:–-]+|(?:[#(][A-Z]{0,3}|[A-Z]{1,3})-?\d{4}\w*\)?[\s:–-]+|\d{4}\s?[:–-]\s)(?=[^\W\d_])"
)
_REQUISITION = re.compile(
    r"\b(?:(?:req(?:uisition)?|job|ref(?:erence)?|vacancy|posting|id|r|jr)[\s.#:№-]*(?:no\.?|number|id|code)?[\s.#:№-]*)?"
    r"((?:[A-Z]{1,4}-?)?\d{4,8}(?:-\d{1,6})?)\b"
)
_REQUISITION_LEAD = re.compile(
    r"\b(?:req|requisition|job|ref|reference|vacancy|posting|id|jr|r|kennziffer|kennzahl|stellen-?(?:id|nr|nummer)|referenz(?:nr|nummer)?|réf|référence)\b",
    re.IGNORECASE,
)
# "Vacancy number 26/1147"; "job from 10/2026" has a month.
_IN_PARTS = re.compile(
    r"\b(?:req(?:uisition)?|job|ref(?:erence)?|vacancy|posting|kennziffer|kennzahl|stellen-?(?:nr|nummer)|referenz(?:nr|nummer)?|réf(?:érence)?)\b"
    r"[.:#№-]{0,2} {0,2}(?:(?:no|number|id|nr|nummer|n°)\b[.:]{0,2} {0,2})?(?!(?:0?[1-9]|1[0-2])/20\d\d\b)([A-Z]{0,4}\d{2,4}/\d{3,6})\b(?!/)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"20[0-4]\d")


def is_reply(subject: str) -> bool:
    """Return whether a subject says that it answers or passes on another mail."""
    return _REPLY_MARK.match(subject) is not None


def without_marks(subject: str) -> str:
    """Return a subject without "Re:", "FW:" and the like before it."""
    return _REPLY_MARK.sub("", subject)


def role_of(subject: str, text: str) -> str:
    """Return the title of the opening that a mail names; empty where it names none."""
    subject = without_marks(subject[:200])
    return _named(subject) or _piece(subject) or _named(text[:_LOOK]) or _line(text[:_LOOK])


def own_title(text: str, writer: str) -> tuple[int, int]:
    """Return where a text says below its writer's name what the writer is; an empty stretch at its end where it does not.

    Args:
        text: a mail's own text.
        writer: the name that the mail's header gives the person who wrote it.
    """
    name = set(writer.casefold().split())
    lines = text.splitlines(keepends=True)
    for at in range(len(lines) - 2, max(-1, len(lines) - _SIGNS - 1), -1):
        if name and _is_signed(lines[at], name):
            below = next((row for row in range(at + 1, len(lines)) if not _NOTHING.fullmatch(lines[row])), -1)
            # "Executive Pastry Chef search" is signed with as well, and is the opening.
            if below < 0 or _OPENING.search(lines[below]):
                break
            begin = sum(map(len, lines[:below]))
            return begin, begin + len(lines[below])
    return len(text), len(text)


def _is_signed(line: str, name: set[str]) -> bool:
    """Whether a line is a name's, or part of it: "Lorna", "Lorna Ashby", and with letters behind, "Lorna Ashby MSc"."""
    words = re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", line.casefold())
    if not words or line.rstrip().endswith((":", ",")) or is_greeting(line.strip()):
        return False
    return name.issuperset(words) or (len(name) > 1 and name.issubset(words) and len(words) <= len(name) + _LETTERS)


def _named(text: str) -> str:
    for number, pattern in enumerate(_PATTERNS):
        for match in pattern.finditer(text):
            title = clean(match["title"])
            if title and is_title(title, strict=number >= _LOOSE):
                return title
    return ""


def _piece(subject: str) -> str:
    """Return the part of a subject that is a title: "Acme | Data Analyst | Interview"."""
    titles = map(clean, _SUBJECT_CUT.split(subject))
    return next((title for title in titles if title and is_title(title, strict=True)), "")


def _line(text: str) -> str:
    """Return a title that stands on a line of its own, as job boards write it."""
    for line in text.splitlines()[:20]:
        shown = line.strip()
        alone = shown[:1].isupper() and len(shown) < 50 and clean(shown) == shown and not _is_house(shown)
        if alone and is_title(shown, strict=True):
            return shown
    return ""


def _is_house(title: str) -> bool:
    """Whether words on a line of their own are rather a firm's name: "Millstone Bakers", "Corran Freight Brokers"."""
    words = title.lower().split()
    return len(words) > 1 and words[-1].endswith("s") and words[-1][:-1] in HEADS


def role_seen(seen: Sequence[Stretch], perhaps: Sequence[Stretch] = ()) -> str:
    """Return the title among what the encoder takes for one: the one in the subject or told most often, else the first.

    Args:
        seen: what it takes for one.
        perhaps: what may be one as well; it counts where it is somebody who does a work, and what is seen is not.
    """
    title = _likeliest(seen)
    if title and (is_worker(title) or max(one.score for one in seen) >= _SURELY):
        return title
    return _likeliest([one for one in perhaps if is_worker(one.text)]) or title


def _likeliest(seen: Sequence[Stretch]) -> str:
    found: dict[str, float] = {}
    shown: dict[str, str] = {}
    for stretch in seen:
        if stretch.source == SIGN:
            continue  # what the writer is, not what the candidate may become
        title = clean(stretch.text)
        if title and not _is_none(title):
            key = title.casefold()
            found[key] = found.get(key, 0.0) + stretch.score
            shown.setdefault(key, title)
    return shown[max(found, key=found.__getitem__)] if found else ""


def _is_none(title: str) -> bool:
    return bool(
        _NO_WORD.fullmatch(title)
        or _OCCASION.fullmatch(title)
        or _CLOCK.search(title)
        or (_YEAR.search(title) and not is_title(title))
    )


# "F&D" is a house or a department, as "R&D" is, and nobody's title.
_INITIALS = re.compile(r"\W{0,3}\w{1,3}&\w{1,3}\W{0,3}")


def clean(title: str) -> str:
    """Take off what stands around a title: articles, "(m/w/d)", a trailing number. What is far too long is none."""
    if len(title) > _LONGEST or _INITIALS.fullmatch(title):
        return ""
    title = _GENDER.sub("", " ".join(title.strip().partition(" @")[0].split())).strip(" -–,.:;(\"'“”")
    title = _RUN_ON.sub("", _DAY.sub("de jour", _INNER_START.sub("", title)))
    before = ""
    while before != title:
        before, title = title, _NUMBERED.sub("", title)
        title = _NUMBER.sub("", _TRAILING.sub("", _LEADING.sub("", title))).strip(" -–,.:;\"'")
    if title.count("(") != title.count(")"):
        title = title.split("(")[0]
    title = title.strip(" -–,.:;(/\"'" if "(" in title else " -–,.:;)/\"'")
    title = without_verb(title)
    before, _, behind = title.rpartition(" - ")
    # "Ridgeback Motors - Service Advisor"
    return behind if before and is_title(behind) and not is_title(before) else title


# A shorter name may begin any word.
_SPELT = 5


def without_house(title: str, company: str) -> str:
    """Take the employer's name off a title that begins or ends with it: "Ridgeback Motors Service Advisor", "Driver - Ridgeback".

    The beginning of its name is no title; its end can be one: "the Marketing role at Foxglove Marketing".
    """
    packed = pack(title)
    before, _, behind = title.rpartition(" - ")
    if before and is_title(before) and company and pack(behind) and pack(company).startswith(pack(behind)):
        return before
    if company and packed and not is_worker(title) and pack(company).startswith(packed):
        return ""
    grown = len(pack(company)) >= _SPELT and packed.startswith(pack(company)) and not title.startswith(f"{company} ")
    if grown and not is_title(title):
        return ""  # "Almtaler Wärmetechnik" of "Almtaler Waerme" is the house once more
    rest = title[len(company) :].lstrip(" -–:,") if company and title.startswith(f"{company} ") else ""
    return rest if is_title(rest) else title


def differ(told: str, known: str) -> bool:
    """Whether what a mail tells surely names another opening than is known: what is no title may be of anything."""
    return is_title(told) and (is_title(known) or is_worker(known)) and role_likeness(told, known) < _ALIKE


# "Beat Amsler, Leiter Entwicklung" has a rank; which opening is meant it does not say.
_RANKS = frozenset("leiter leiterin direktor direktorin chefin cheffe directeur directrice responsable".split())


def is_title(title: str, *, strict: bool = False) -> bool:
    """Whether words can be a job title: one of them names who does the work.

    Args:
        title: cleaned.
        strict: whether its words must begin with capitals.
    """
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", title.lower())
    if _CLOCK.search(title) or not 0 < len(words) <= 9 or not NO_TITLE.isdisjoint(words):
        return False
    heads = [word for word in words if word in HEADS or (word.endswith("s") and word[:-1] in HEADS)]
    if not heads or (len(words) == 1 and words[0] in NOT_ALONE | _RANKS) or words[-1] in HOUSES:
        return False
    return not strict or all(
        word[0].isupper() or word.lower() in {"of", "and", "in", "for", "&"}
        for word in title.split()
        if word[0].isalpha()
    )


def requisition_of(text: str) -> str:
    """Return a requisition number that a text names after "Req", "Job ID" or the like; empty where none is."""
    parts = _IN_PARTS.search(text[:_LOOK])
    if parts:
        return parts[1].upper()
    for match in _REQUISITION.finditer(text[:_LOOK]):
        if _YEAR.fullmatch(match[1]):
            continue
        if _REQUISITION_LEAD.search(text[max(0, match.start() - 14) : match.end()]) or re.match(
            r"[A-Z]{1,4}-?\d", match[1]
        ):
            return match[1].upper()
    return ""
