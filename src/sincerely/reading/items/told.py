"""What the candidate tells in a sentence, and hands in by that: when they could start, what pay they expect."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sincerely.reading.statements.statement import CLOCK_GRAINS, Statement

_START, _SALARY = "start-date", "salary"
TOLD = (_START, _SALARY)
"""What a sentence hands in by its figure, length or day."""
_COUNT = (
    r"(?:\d{1,2}|an?|one|two|three|four|five|six|eight|twelve|ein(?:en?|em|er)?|zwei|drei|vier|fünf|sechs|acht|zwölf"
    r"|une?|deux|trois|quatre|six|huit)"
)
_LENGTH = (
    rf"{_COUNT}[ -](?:full |calendar |volle[nr]? )?"
    r"(?:weeks?|months?|days?|wochen?|monate?n?|tagen?|semaines?|mois|jours?)"
)
_FEW = r"(?: [^\s,;:.!?]+){0,5}"
# "Meine Kündigungsfrist beträgt 3 Monate", "my notice is four weeks", "I have a one-month notice period".
# What one must be told before a meeting, or before one moves out, is no notice of a contract's.
_OF_WORK = (
    r"(?! (?:left )?(?:on (?:my|the) (?:lease|flat|apartment|rent)|before\b|to (?!give|serve|work|my\b)|for (?:the|an?|any|that) "
    r"(?:\w+ ){0,2}(?:interview|call|meeting|trip|visit|journey|test)))"
)
_NOTICE = re.compile(
    r"\b(?:my|meine[rm]?|mon|ma|die) (?:\w+ )?"
    rf"(?:notice period|notice|period of notice|kündigungsfrist|préavis|délai de congé)\b:?{_FEW} {_LENGTH}\b"
    r"|\b(?:i have|i['’]ve|i['’]d have|i am on|i['’]m on|i would need|i need|i must|i have to give|ich habe|habe ich|j['’]ai)\b"
    rf"{_FEW} {_LENGTH}['’]?s? (?:of )?(?:notice|kündigungsfrist|de préavis)\b{_OF_WORK}",
    re.IGNORECASE,
)
# Who could start something, or with something, tells no such day.
_NO_THING = r"\b(?! (?:with|by)\b| (?:the|my|your|a|an|this|that)\b)"
_STARTS = re.compile(
    rf"\bi (?:could|can|would be able to|would|am able to|am available to|am free to) (?:\w+ly )?(?:start|begin){_NO_THING}"
    rf"|\bi['’](?:d|m) (?:be )?(?:able|available|free) to (?:start|begin){_NO_THING}"
    r"|\b(?:ich (?:könnte|kann)|(?:könnte|kann) ich)\b(?:[^,;:.!?]|(?<=\d)\.){1,40}"
    r"(?<! mit)(?<! damit) (?:anfangen|beginnen|starten|antreten|eintreten)\b"
    r"|\bje (?:peux|pourrais) commencer\b(?! par\b| (?:le|la|les|mon|ma|ce|cette) [^\d\W])",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"\b(?:immediately|straight ?away|right away|at once|any ?time|sofort|jederzeit|immédiatement|tout de suite)\b",
    re.IGNORECASE,
)
_FIGURE = (
    r"(?:\d{1,3}(?:[ .,'’]\d{3})+|\d{4,7}|\d{2,3} ?k\b"
    r"|\d{2,3}(?:[.,]\d{2})? ?(?:€|eur|chf|£|\$|euros?|an hour|per hour|pro stunde|/ ?h))"
)
# "About 2000 visitors": of pay one says in which money, or for how long.
_NO_CROWD = (
    r"(?![\d.,'’]*\d)(?! (?!(?:a|an|per|p\.?a|gross|brutto|net|base|basic|plus|and|or|as|in|to|for|euros?|eur|pounds?|dollars?|francs?"
    r"|chf|gbp|usd|annually|yearly|before|with|depending|k)\b)[a-z])"
)
_PAY = re.compile(
    r"\b(?:my|meine|mein|die|mes|mon)\b(?: \w+){0,3}? (?:\w{0,30}(?:vorstellung(?:en)?|erwartung(?:en)?|wunsch)"
    rf"|expectations?|prétentions|salary|rate|pay)\b[^;?!]{{0,60}}?{_FIGURE}"
    r"|\bi(?:['’]m|['’]d be| am| would be)? (?:looking for|hoping for|expect|expecting) (?:an? )?(?:\w+ ){0,3}?"
    rf"(?:salary|pay|rate|around|about|£|€|\$|eur|chf)\b[^;?!]{{0,40}}?{_FIGURE}{_NO_CROWD}",
    re.IGNORECASE,
)
# Whoever is still to find out tells nothing; what others say, or what was before, is not the candidate's.
_UNSURE = re.compile(
    r"\b(?:not|no|never|yet|unless|unsure|depends?|check|ask|last|previous|former|old|was|were|your|their|his|her"
    r"|you (?:said|wrote|named|offered|mentioned)|nicht|kein\w*|noch|klär\w*|frag\w*|letzte\w*|früher\w*|war|ihr\w*|ihnen"
    r"|pas|encore|votre|vos)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"[,;](?!\d)|\b(?:and|but|und|aber|et|mais)\b")
# Whoever is to find out, or to come back to it.
_LATER = re.compile(
    r"\b(?:will|i['’]ll|let me|need to|have to|want to|first|klär\w*|noch|dann|später|melde\w*|nach|vérifie\w*|reviens|reviendrai"
    r"|indiquerai|communiquerai|renseigne\w*|encore)\b",
    re.IGNORECASE,
)
_TELLS_SOMETHING = re.compile(rf"\d|\b{_LENGTH}\b", re.IGNORECASE)
# So much of a sentence is read.
_LONGEST = 600


def told(statement: Statement) -> tuple[str, ...]:
    """Return which of these a statement of the candidate's tells, by the figure, length or day that stands in it."""
    text = statement.text[:_LONGEST]
    if text.rstrip().endswith("?"):
        return ()
    found = []
    for clause in _CLAUSES.split(text):
        if _UNSURE.search(clause):
            continue
        if _NOTICE.search(clause) or _names_a_start(statement, clause):
            found.append(_START)
        if _PAY.search(clause):
            found.append(_SALARY)
    return tuple(dict.fromkeys(found))


# "Sorry, forgot that one: three weeks.": behind a mark, or as all that is said.
_BARE_LENGTH = re.compile(
    r"(?:^|[:,;–—] ?|- )(?:(?:yes|sure|hi|hello|so) )?"
    r"(?:(?:it['’]s|it is|it would be|that['’]s|that is|that would be|das sind|es sind|das wären|es wären|c['’]est|ce serait"
    r"|i need|i have|i['’]d need|i have to give|ich brauche|ich habe|j['’]ai) )?"
    r"(?:(?:roughly|about|around|currently|still|only|circa|ca\.|etwa|ungefähr|rund|derzeit|nur|environ|encore) )?"
    rf"{_LENGTH}['’]?(?: (?:notice|notice period|zum monatsende|zum quartalsende|de préavis))?(?: ?,? (?:roughly|or so|environ))? ?[.!]*$",
    re.IGNORECASE,
)


def bare_length(said: Sequence[Statement]) -> int | None:
    """Return which statement is a length and little else, as the answer to who asked for it; None where none is.

    Args:
        said: what the candidate says to somebody who waits for the notice period.
    """
    for index, statement in enumerate(said):
        if _BARE_LENGTH.search(" ".join(statement.sentence.text[:_LONGEST].split())):
            return index
    return None


def _names_a_start(statement: Statement, clause: str) -> bool:
    """Whether a clause says from when the candidate could start; an hour is that of something else."""
    if _STARTS.search(clause) is None:
        return False
    days = (mention.quote for mention in statement.times if mention.grain not in CLOCK_GRAINS)
    return _AT_ONCE.search(clause) is not None or any(quote in clause for quote in days)


def puts_off(statement: Statement) -> bool:
    """Whether a statement that names one of these tells nothing yet: "I'll check my notice period and come back to you"."""
    text = statement.text[:_LONGEST]
    return _LATER.search(text) is not None and not statement.times and _TELLS_SOMETHING.search(text) is None
