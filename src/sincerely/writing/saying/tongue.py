"""What the languages have of their own: greetings, items, last words; and which of them a thread is in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sincerely.core.events import Agreed, Asked
from sincerely.writing.facts.languages import UNWRITTEN, WRITTEN, guess, language_of, languages_in
from sincerely.writing.facts.situation import Situation
from sincerely.writing.french import greeting as french_greeting
from sincerely.writing.german.greeting import NOBODY_TOLD, Told, german_greeting
from sincerely.writing.words.names import Person

_DU = re.compile(r"\b(?:du|dir|dich|dein|deine|deinen|deiner|deinem|euch|euer|eure)\b", re.IGNORECASE)
# "Rue du Rhône" in a Swiss mail speaks to nobody.
_FRENCH_DU = re.compile(
    r"\b(?:rue|avenue|av\.|quai|place|chemin|ch\.|route|boulevard|bd|promenade|pont|port|gare|parc|café|hôtel|musée|théâtre|tour|fondation|hôpital"
    r"|clinique|banque|canton|université|haute école|m\.|mme|la|le|les) (?:du|des|de la)\b",
    re.IGNORECASE,
)
_SIE = re.compile(r"\b(?:Ihnen|Ihre[nmrs]?|(?<!^)(?<![.!?:]\s)Sie)\b")
# Who is told to do something without "Sie" is du: "Sag mir nur vorher Bescheid".
_DO = re.compile(
    r"\b(?:sag|gib|schick|schreib|ruf|lass|schau|meld|frag|nenn|halt) (?:mir|mich|uns|ihm|ihr|ihnen|es|das|dich|doch|einfach|nur|bitte"
    r"|gern|kurz|ruhig|mal)\b",
    re.IGNORECASE,
)
_HEY = re.compile(r"^\s*(?:hi|hey|hello|hallo|moin|servus|liebe[r]?)\b", re.IGNORECASE)
_DEAR = re.compile(r"^\s*(?:dear|sehr geehrte|good (?:morning|afternoon|evening))\b", re.IGNORECASE)
_STIFF = re.compile(r"^\s*(?:dear (?:mr|ms|mrs|miss|dr|sir|madam)\b|sehr geehrte)", re.IGNORECASE)

ITEMS = {
    "en": {
        "writing-sample": "my writing sample", "cv": "my CV", "resume": "my resume", "transcript": "my transcript",
        "portfolio": "my portfolio", "form": "the completed form", "references": "my references", "test": "my solution",
        "assignment": "my solution", "case-study": "my case study", "presentation": "my presentation",
        "work-permit": "my work permit", "photo": "my photograph", "certificates": "my certificates",
        "cover-letter": "my cover letter", "passport": "a copy of my passport", "code-sample": "my code sample",
        "salary": "my salary expectation", "availability": "my availability", "start-date": "when I could start",
        "degree": "my degree certificate", "take-home": "my solution", "exercise": "my solution",
        "notice-period": "my notice period", "work-permit-status": "my work permit status", "payslips": "my payslips",
        "right-to-work": "proof of my right to work", "driving-licence": "a copy of my driving licence",
        "diploma": "my diploma", "thesis": "my thesis", "id": "a copy of my ID", "certificate": "my certificate",
        "bank-details": "my bank details", "video-interview": "my recorded interview",
    },
    "de": {
        "writing-sample": "meine Arbeitsprobe", "cv": "mein Lebenslauf", "resume": "mein Lebenslauf",
        "transcript": "meine Leistungsübersicht", "portfolio": "mein Portfolio", "form": "das ausgefüllte Formular",
        "references": "meine Referenzen", "test": "meine Lösung", "assignment": "meine Lösung",
        "case-study": "meine Fallstudie", "presentation": "meine Präsentation", "work-permit": "meine Arbeitserlaubnis",
        "photo": "mein Foto", "certificates": "meine Zeugnisse", "cover-letter": "mein Anschreiben",
        "code-sample": "meine Code-Probe", "salary": "meine Gehaltsvorstellung", "availability": "meine Termine",
        "start-date": "mein möglicher Starttermin", "degree": "mein Abschlusszeugnis", "take-home": "meine Lösung",
        "exercise": "meine Lösung", "notice-period": "meine Kündigungsfrist", "passport": "eine Kopie meines Reisepasses",
        "work-permit-status": "der Stand meiner Arbeitserlaubnis", "payslips": "meine Lohnabrechnungen",
        "right-to-work": "der Nachweis meiner Arbeitserlaubnis", "driving-licence": "eine Kopie meines Führerscheins",
        "diploma": "mein Diplom", "thesis": "meine Abschlussarbeit", "id": "eine Kopie meines Ausweises",
        "certificate": "mein Zeugnis", "bank-details": "meine Bankverbindung", "video-interview": "mein Videointerview",
    },
    "fr": {
        "writing-sample": "un exemple de mes écrits", "cv": "mon CV", "resume": "mon CV", "transcript": "mon relevé de notes",
        "portfolio": "mon portfolio", "form": "le formulaire complété", "references": "mes références",
        "test": "mon test", "assignment": "mon exercice", "case-study": "mon étude de cas",
        "presentation": "ma présentation", "work-permit": "mon autorisation de travail", "photo": "ma photo",
        "certificates": "mes certificats", "cover-letter": "ma lettre de motivation",
        "passport": "une copie de mon passeport", "code-sample": "un exemple de mon code",
        "salary": "mes prétentions salariales", "availability": "mes disponibilités",
        "start-date": "ma date de disponibilité", "degree": "mon diplôme", "take-home": "mon exercice",
        "exercise": "mon exercice", "notice-period": "la durée de mon préavis",
        "work-permit-status": "l'état de mon autorisation de travail", "payslips": "mes bulletins de salaire",
        "right-to-work": "le justificatif de mon droit au travail", "driving-licence": "une copie de mon permis de conduire",
        "diploma": "mon diplôme", "thesis": "mon mémoire", "id": "une copie de ma pièce d'identité",
        "certificate": "mon certificat", "bank-details": "mes coordonnées bancaires",
        "video-interview": "mon entretien vidéo",
    },
}  # fmt: skip
# What is asked for and is no file: the person must say it.
TOLD = frozenset({"salary", "availability", "start-date", "work-permit-status", "notice-period"})
_SIGN_OFF = {
    ("en", True): "Kind regards,",
    ("en", False): "Best,",
    ("de", True): "Mit freundlichen Grüßen",
    ("de", False): "Viele Grüße",
}


@dataclass(frozen=True)
class Tone:
    """In which language and how formally a mail is written.

    Attributes:
        language: one of `WRITTEN`.
        formal: whether it is.
        theirs: what they write in, as it is called, where no drafts are written in it; else empty.
    """

    language: str
    formal: bool
    theirs: str = ""


def tone_of(situation: Situation) -> Tone:
    """Return the language and formality of the thread; where there is none, of what was noted, else the person's own."""
    thread = situation.thread.text
    quotes = " ".join(event.quote for event in situation.process.told if event.quote)
    notes = " ".join(f"{n.liked} {n.topic} {n.fit} {n.send}" for n in situation.notes)
    favourite = next((name for name in situation.style.languages if name in WRITTEN), "en")
    mine = situation.thread.mine
    both = languages_in(thread)
    # Of a mail that says everything in two languages, the one is right in which it was written to.
    texts = (mine, thread, quotes) if len(both) > 1 and language_of(mine) in both else (thread, mine, quotes)
    told = next((name for text in texts if (name := language_of(text))), "")
    # Half of one language and half of another is worse than a whole mail in English.
    language = (
        situation.language
        or (told if told in WRITTEN else "en" if told else "")
        or guess(f"{notes} {situation.said}")
        or favourite
    )
    theirs = "" if situation.language else UNWRITTEN.get(told, "")
    formality = situation.style.formality
    if formality in {"formal", "informal"}:
        return Tone(language, formality == "formal", theirs)
    if situation.style.usual and not (thread or mine or quotes).strip():
        return Tone(language, situation.style.usual == "formal", theirs)
    # How the employer speaks tells nothing of a referee.
    referees = {who for kind in (Asked, Agreed) for event in situation.process.all(kind) for who in event.who}
    others = "" if situation.to.address in referees else quotes
    telling = next((text for text in (thread, mine, others) if _tells(text, language)), thread or mine or quotes)
    if language == "en" and not theirs and not _tells(thread, language) and _by_name(mine, situation.to):
        return Tone(language, formal=False)
    return Tone(language, _is_formal(telling, language), theirs)


def _by_name(text: str, to: Person) -> bool:
    """Whether somebody is hailed by nothing but their first name, as friends are: "Marge! Hope you are well"."""
    first = to.given.split()[0] if to.given else ""
    return bool(first) and re.match(rf"\s*{re.escape(first)}\s?[!,–-]", text) is not None


def _tells(text: str, language: str) -> bool:
    """Whether a text shows how its writer and its reader speak to each other."""
    if language == "de":
        text = _FRENCH_DU.sub(" ", text)
        return bool(_DU.search(text) or _SIE.search(text) or _DO.search(text))
    if language == "fr":
        return french_greeting.tells(text)
    return any(_HEY.match(line) or _DEAR.match(line) for line in text.splitlines())


def _is_formal(text: str, language: str) -> bool:
    if language == "de":
        text = _FRENCH_DU.sub(" ", text)
        informal, formal = len(_DU.findall(text)) + len(_DO.findall(text)), len(_SIE.findall(text))
        return informal <= formal
    if language == "fr":
        return french_greeting.is_formal(text)
    return not any(_HEY.match(line) for line in text.splitlines()) or any(_STIFF.match(ln) for ln in text.splitlines())


def greeting(to: Person, tone: Tone, employer: str, told: Told = NOBODY_TOLD, thread: str = "") -> str:
    """Return the words that a mail begins with; nobody's sex is guessed, and no name either.

    Args:
        to: whom it greets.
        tone: in which language and how formally.
        employer: whose team is greeted where nobody's name is known.
        told: what the mails tell of them.
        thread: what was written before.
    """
    if tone.language == "de":
        if not to.full:
            return "Guten Tag," if tone.formal else "Hallo,"
        return german_greeting(to, told, thread, formal=tone.formal)
    if tone.language == "fr":
        return french_greeting.french_greeting(to, told, thread, formal=tone.formal)
    if not to.full:
        return f"Dear {employer} team," if employer else "Hello,"
    if not tone.formal:
        return f"Hi {to.first},"
    return f"Dear {to.formal}," if to.title else f"Dear {to.first},"


def sign_off(situation: Situation, tone: Tone) -> str:
    """Return the last words, the name and the lines below it, as far as they are known."""
    style = situation.style
    how = f"{tone.language}-{'formal' if tone.formal else 'informal'}"
    words = style.sign_off.get(tone.language) or style.sign_off.get(how) or _last_words(situation, tone)
    name = style.name if tone.formal or not style.name else style.name.split()[0]
    below = style.signature if tone.formal else ""
    lines = [words, name, *(line for line in below.splitlines() if line.strip() != style.name)]
    return "\n".join(line for line in lines if line)


def _last_words(situation: Situation, tone: Tone) -> str:
    if tone.language == "fr":
        return french_greeting.last_words(situation.thread.text, formal=tone.formal)
    return _SIGN_OFF[tone.language, tone.formal]


# How a thing that is told in words is called besides, word by word: "expected-salary", "gehaltsvorstellung".
_TOLD_BY = (
    (
        "salary",
        re.compile(
            r"(?:salary|salaries|pay|wage|remuneration|compensation|gehalt\w*|salaire|rémunération|prétentions)"
        ),
    ),
    ("notice-period", re.compile(r"(?:notice|kündigungsfrist|préavis)")),
    ("availability", re.compile(r"(?:availabilit(?:y|ies)|verfügbarkeit\w*|disponibilités?)")),
    ("start-date", re.compile(r"(?:startdatum|starttermin|eintrittsdatum|eintrittstermin)")),
)
# What names a paper: a slip, a certificate or a history of pay is one.
_A_PAPER = re.compile(
    r"(?:\w*slips?|\w*stubs?|certificates?|statements?|history|proof|letter|form|survey|copy|\w*bescheinigung|\w*nachweis\w*"
    r"|\w*abrechnung\w*|bulletins?|fiches?|attestation|certificat|formular|formulaire)"
)


def item_key(item: str) -> str:
    """Return the name by which a thing that is handed in is known.

    >>> item_key("Salary expectation"), item_key("salary-slip"), item_key("work_permit")
    ('salary', 'salary-slip', 'work-permit')
    """
    key = item.casefold().replace(" ", "-").replace("_", "-")
    words = key.split("-")
    if any(_A_PAPER.fullmatch(word) for word in words):
        return key
    found = (name for name, called in _TOLD_BY if any(called.fullmatch(word) for word in words))
    return next(found, "start-date" if {"start", "date"} <= set(words) else key)


def item_words(item: str, language: str) -> str:
    """Return what is handed in, in words."""
    key = item_key(item)
    plain = key.replace("-", " ")
    return ITEMS[language].get(key, f"the {plain}" if language == "en" else plain)


def is_told(item: str) -> bool:
    """Whether what is asked for is said, and no file."""
    return item_key(item) in TOLD


def are_many(item: str) -> bool:
    """Whether what is handed in is several things."""
    return item.endswith("s") and not item.endswith(("ss", "us", "is"))
