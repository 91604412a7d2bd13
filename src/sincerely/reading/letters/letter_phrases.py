"""Greetings and closing formulas, in the languages that Sincerely reads."""

from __future__ import annotations

import re

_GREETINGS = (
    "hi", "hello", "hey", "dear", "good morning", "good afternoon", "good evening", "good day", "greetings", "to whom",
    "hallo", "liebe", "lieber", "liebes", "guten tag", "guten morgen", "guten abend", "sehr geehrte", "sehr geehrter",
    "moin", "servus", "grüezi", "bonjour", "bonsoir", "salut", "cher", "chère", "chers", "hola", "buenos días",
    "buenos dias", "buenas tardes", "buenas noches", "estimado", "estimada", "estimados", "querido", "querida",
    "buongiorno", "buonasera", "ciao", "gentile", "egregio", "egregia", "spett.le", "caro", "cara", "beste", "geachte",
    "goedemorgen", "goedemiddag", "dag", "olá", "ola", "oi", "bom dia", "boa tarde", "boa noite", "prezado", "prezada",
    "prezados",
)  # fmt: skip
_CLOSINGS = (
    "all the best", "all my best", "best", "best regards", "best wishes", "cheers", "cordially", "kind regards",
    "kindest regards", "kindly", "many thanks", "many thanks and best regards", "regards", "respectfully", "rgds",
    "respectfully yours", "sincerely", "sincerely yours", "take care", "thank you", "thank you again", "br",
    "thank you and best regards", "thank you so much", "thank you very much", "thank you in advance", "thanks",
    "thanks again", "thanks a lot", "thanks and regards", "thanks & regards", "thanks in advance", "thanks so much",
    "talk soon", "speak soon", "thx", "very best", "very truly yours", "warm regards", "warmest regards", "warmly",
    "with best regards", "with kind regards", "with warm regards", "with best wishes", "with thanks",
    "yours", "yours faithfully", "yours sincerely", "yours truly",
    "beste grüße", "beste grüsse", "besten dank", "besten gruß", "freundliche grüße", "freundliche grüsse",
    "freundlichen gruß", "grüße", "gruß", "herzliche grüße", "herzlichen gruß", "herzlichst", "hochachtungsvoll", "lg",
    "liebe grüße", "lieben gruß", "mfg", "mit besten grüßen", "mit bestem gruß", "mit freundlichen grüßen",
    "mit freundlichen grüssen", "mit freundlichem gruß", "mit herzlichen grüßen", "schöne grüße", "vg", "viele grüße",
    "viele liebe grüße", "vielen dank", "vielen dank und viele grüße",
    "amicalement", "bien à vous", "bien à toi", "bien cordialement", "bonne journée", "cordialement", "merci",
    "sincères salutations", "très cordialement", "salutations distinguées", "meilleures salutations", "cdlt",
    "atentamente", "atte", "cordialmente", "gracias", "muchas gracias", "saludos", "saludos cordiales",
    "un cordial saludo", "un saludo", "un abrazo", "reciba un cordial saludo",
    "a presto", "cari saluti", "cordiali saluti", "distinti saluti", "grazie", "grazie mille", "saluti", "un saluto",
    "un caro saluto", "cordialità",
    "bedankt", "dank je wel", "dank u wel", "groet", "groeten", "groetjes", "hartelijke groet", "hartelijke groeten",
    "met vriendelijke groet", "met vriendelijke groeten", "met hartelijke groet", "mvg", "vriendelijke groet",
    "vriendelijke groeten", "hoogachtend",
    "abraço", "abraços", "atenciosamente", "att", "cumprimentos", "com os melhores cumprimentos",
    "melhores cumprimentos", "obrigada", "obrigado", "muito obrigado", "muito obrigada",
)  # fmt: skip


def _any_of(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", " ") for phrase in sorted(phrases, key=len, reverse=True))


_TITLE = r"\b(?:dr|prof|mr|mrs|ms|mx|dott|dipl|ing|sig|sr|sra|srta|mme|mlle|m|st|jr|[a-z])\."
_GREETING = re.compile(rf"(?:{_any_of(_GREETINGS)})\b(?:{_TITLE}|[^.?!:\n]){{0,50}}[,:!.–-]?\s*$", re.IGNORECASE)
_CLOSING = re.compile(rf"[*_]{{0,2}}(?:{_any_of(_CLOSINGS)})\s*[,.!:;-]{{0,2}}[*_]{{0,2}}\s*$", re.IGNORECASE)
_LONGEST = 80
# Most lines begin with none of these words, and are done with at once.
GREETING_WORDS = frozenset(phrase.split()[0] for phrase in _GREETINGS)
_CLOSING_WORDS = frozenset(phrase.split()[0] for phrase in _CLOSINGS)


def is_greeting(line: str) -> bool:
    """Whether a line only greets: "Dear Ms Smith,"."""
    return len(line) < _LONGEST and _first_word(line) in GREETING_WORDS and _GREETING.match(line) is not None


def begins_greeting(line: str) -> bool:
    """Whether a line begins with a word that greets, whatever follows on it."""
    return _first_word(line) in GREETING_WORDS


def is_closing(line: str) -> bool:
    """Whether a line is only a closing formula: "Kind regards,"."""
    return len(line) < _LONGEST and _first_word(line) in _CLOSING_WORDS and _CLOSING.match(line) is not None


def _first_word(line: str) -> str:
    return line.lstrip("*_").split(" ", 1)[0].rstrip(",.!:;-–*_").lower()
