"""A question for news after the process has ended: no day will come on which it is welcome.

After an outcome much is still said, and more of it by way of what was decided: thanks, regret, the question why, what
may come later. So it takes more than the words of a check-in to see one here: a sentence has to ask, and to ask for the
decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sincerely.core.events import Accepted, AskedWhy, Closed, Rejected, ToldWhy
from sincerely.core.facts import say_day, say_time
from sincerely.core.policy import Span
from sincerely.core.process import Outcome, Process
from sincerely.core.working_time import WorkingCalendar

from .case import Case
from .purpose import Purpose, asks_for_decision
from .text import Said
from .umlauts import heard_as
from .verdict import Mark, Weight

_NEWS = re.compile(
    r"\bwhere (?:things|matters|we|you|it|this|i|my (?:application|candidacy)) (?:now |currently |all )?(?:stands?|are at|is at)\b"
    r"|\bwhere (?:are (?:we|you|things)|do (?:i|things|we) stand)\b|\bhow (?:things|matters) (?:stand|are (?:going|looking|progressing))\b"
    r"|\b(?:any|some|an) (?:\w+ )?(?:news|updates?|word|decision|progress)\b(?! (?:of|from)\b)"
    r"|\bupdates? (?:on|about|regarding|as to)\b|\bstatus (?:of|on|update)\b"
    r"|\b(?:still|am i) (?:\w+ )?(?:in the running|being considered|under consideration|in consideration|a candidate)\b"
    r"|\b(?:come to|reach(?:ed)?|ma[dk]e|taken) (?:a|any|your|the) (?:\w+ )?(?:decision|choice)\b"
    r"|\bdecision (?:has )?(?:\w+ )?(?:been (?:made|taken|reached)|yet)\b"
    r"|\b(?:have|has) (?:you|they|the (?:team|panel|committee|board)|anyone|anybody) (?:\w+ )?(?:decided|chosen)\b"
    r"|\bwhen (?:i|we|(?:can|may|might|could|will|should|do) i) (?:\w+ ){0,2}(?:expect|hear|know)\b"
    r"|\bheard (?:back|anything|nothing)\b|\b(?:still|been) waiting (?:for|to hear)\b"
    r"|\bfollow(?:ing)? up (?:on|about|regarding) (?:my|our|the) (?:\w+ )?(?:application|candidacy|interview|conversation|position|role)\b"
    r"|\b(?:etwas neues|neuigkeiten|neues zu|stand der dinge|aktuelle[rn]? stand|zwischenstand|schon entschieden|wie (?:es|der stand) .{0,30}(?:aussieht|steht|ist))\b"
    r"|\bwann .{0,40}\b(?:entscheidung|rückmeldung|hören)\b|\b(?:eine|schon eine) entscheidung (?:gefallen|getroffen|gibt)\b"
    r"|\b(?:des nouvelles|du nouveau|où (?:en est|vous en êtes)|pris (?:une|votre) décision)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?|\b(?:may i ask|wonder\w*|curious|like to (?:know|hear|ask)|love to (?:know|hear)|let me know|tell me|allows? you to tell"
    r"|please|could you|can you|would be (?:grateful|glad|good|great)|i'd be (?:grateful|glad)|ask(?:ing)?|check(?:ing)?|following up|waiting|heard (?:nothing|back)"
    r"|nachfragen|nachhören|fragen|wissen|erfahren|könnten|können sie|gibt es|je voulais|savoir|pourriez)\b",
    re.IGNORECASE,
)
# How they came to decide is the question why in other words; thanks speak of what was said; and what is new elsewhere
# is another matter.
_ELSE = re.compile(
    r"\b(?:how|what|why|which|reasons?)\b.{0,40}\b(?:decision|decide[sd]?|choice|chosen?|chose)\b|\bbased on\b|\bfeedback\b"
    r"|\b(?:decided|tipped|settled) it\b"
    r"|\b(?:expenses?|reimburs\w*|refund\w*|travel costs?|invoice|portfolio|laptop|my data|delet\w+|fahrtkosten|reisekosten|spesen|erstatt\w+|daten|frais|rembours\w+)\b"
    r"|\b(?:other|another|future|further|new|next|different) (?:\w+ )?(?:openings?|opportunit\w+|roles?|vacanc\w+|positions?|posts?)\b"
    r"|\b(?:andere[rns]?|weitere[rn]?|neue[rn]?|künftige[rn]?) (?:\w+ )?(?:stellen?|positionen|ausschreibung\w*)\b",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"\b(?:letting me know|for (?:your|the) (?:\w+ )?(?:answer|reply|message|mail|email|note|letter|call|news|update|decision|feedback)"
    r"|für (?:ihre|die|deine|eure) (?:\w+ )?(?:antwort|nachricht|rückmeldung|mail|e-mail|absage|entscheidung)|(?:de|pour) votre (?:\w+ )?(?:réponse|message|retour|mail)"
    r"|(?:your|the|ihre|die|votre) (?:decision|entscheidung|décision) (?:to|against|not|gegen|de ne)\b)",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\b(?:thanks?|thank you|danke|dank|merci)\b", re.IGNORECASE)
# After a yes there is much to wait for that is no decision.
_AFTER_YES = re.compile(
    r"\b(?:contracts?|paperwork|papers|documents?|start(?:ing|s)?|begin\w*|first day|onboarding|visa|permit|relocation|move|next steps?"
    r"|sign(?:ed|ature|ing)?|check|clearance|equipment|laptop|payroll|salary|vertrag\w*|arbeitsvertrag\w*|unterlagen|beginn\w*|anfang\w*"
    r"|visum|umzug|unterschr\w+|ersten tag|contrat|démarrage|embauche|commenc\w+)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:reconsider\w*|changed my mind|change of heart|considered again|back (?:in|into) (?:the )?(?:running|process)"
    r"|reopen\w*|come back to|umentschieden|anders überlegt|changé d'avis)\b",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\b(?:call|calls) (?:may|might|will|could|should) (?:soon )?(?:come|reach you)\b|\b(?:may|might|will|could|gonna|going to) (?:soon )?(?:call|phone|ring|contact) you\b"
    r"|\b(?:anruf (?:könnte|kann|wird)|(?:könnte|könnten|wird|werden) (?:sie|dich|sich bei (?:dir|ihnen)) .{0,30}(?:anrufen|melden))\b"
    r"|\b(?:pourrait|pourraient|vont|va) (?:bientôt )?vous (?:appeler|joindre|contacter)\b",
    re.IGNORECASE,
)
# The one who writes knows of the end.
_ENDED = re.compile(
    r"\b(?:said no|a no\b|rejected|rejection|turned me down|decided against|chose|chosen|went with|withdr[ae]w\w*|another candidate|someone else|somebody else"
    r"|didn't get|did not get|not get|no longer|absage|abgesagt|zurückgezogen|refus\w*|retiré)",
    re.IGNORECASE,
)
_EXCUSES = (Purpose.ASK_WHY, Purpose.IN_TOUCH, Purpose.ACCEPTANCE, Purpose.WITHDRAWAL, Purpose.RESCHEDULE)


def after_the_end(case: Case, outcome: Outcome) -> Mark | None:
    """Return what is to be said of a message that asks for news of what has ended; None where it doesn't."""
    calendar = case.desk.calendar
    if calendar is None or case.process is None or case.message.public or case.to_referees:
        return None
    said = _asked(case, outcome)
    if said is None:
        return None
    message, proposal = _words(case, case.process, outcome, calendar)
    return Mark(message=message, said=said, where=case.read_in, proposal=proposal, weight=Weight.STOP)


def no_call_comes(case: Case) -> Iterator[Mark]:
    """Find a call that a referee is told of, and that the end of the process has made idle."""
    process, calendar = case.process, case.desk.calendar
    if process is None or calendar is None or not case.to_referees:
        return
    outcome = process.outcome
    if outcome is None or isinstance(outcome, Accepted):
        return
    lines = [(said, said.text.replace("’", "'")) for said in case.message.sentences]
    if any(_ENDED.search(line) for _, line in lines):
        return
    for said, line in lines:
        if _CALL.search(line):
            how = {Rejected: "they said no", Closed: "it was closed"}.get(type(outcome), "you withdrew")
            yield Mark(
                message=f"“{said.text}”: {how} on {say_day(outcome.at, calendar)}, and no call will come from there.",
                said=said,
                proposal="Tell them how it ended, and thank them.",
            )
            return


def _asked(case: Case, outcome: Outcome) -> Said | None:
    """Return the sentence that asks for a decision which no longer comes."""
    reading, message = case.reading, case.message
    if reading.has(*_EXCUSES) or reading.main in {Purpose.ANSWER, Purpose.HAND_IN}:
        return None
    lines = message.sentences or (Said(message.subject, 0, len(message.subject)),)
    told = " ".join(said.text for said in lines)
    if isinstance(outcome, Accepted) and _AFTER_YES.search(told):
        return None
    if isinstance(outcome, Closed) and reading.has(Purpose.DEADLINE):
        return None  # nobody said no: what they need to know, they may still be told
    if _BACK.search(told):
        return None
    spelt = heard_as(message.text)
    heard = [(said, spelt(said.text).replace("’", "'")) for said in lines]
    # Whoever knows of the end asks for something else by the same words; else it is the ear of a check-in that counts.
    knows = any(_ENDED.search(line) or _ANSWERED.search(line) for _, line in heard)
    return next((said for said, line in heard if _asks_for_news(line, strictly=knows)), None)


def _asks_for_news(line: str, *, strictly: bool) -> bool:
    asks = _NEWS.search(line) or (not strictly and asks_for_decision(line))
    if not asks or not _ASKS.search(line) or _ELSE.search(line):
        return False
    return "?" in line or not _THANKS.search(line)


def _words(case: Case, process: Process, outcome: Outcome, calendar: WorkingCalendar) -> tuple[str, str]:
    day = say_day(outcome.at, calendar)
    match outcome:
        case Rejected():
            message = f"They said no on {day}: there is no decision left to ask for."
            return message, _after_a_no(case, process, outcome, calendar)
        case Accepted():
            message = f"You accepted on {day}: there is no decision left to ask for."
            return message, "If you wait for the contract or the first day, name it; that may be asked at any time."
        case Closed():
            how = "closed as silent" if outcome.silent else "closed"
            message = f"This one was {how} on {day}: a question for news has no day on which it would be welcome."
            return (
                message,
                "Let it rest, kindly. If they write, it goes on; a line about another opening may always go.",
            )
        case _:
            message = f"You withdrew on {day}: there is no decision left to ask for."
            return message, "If you would like to come back to it, say so in plain words; else let it rest."


def _after_a_no(case: Case, process: Process, outcome: Rejected, calendar: WorkingCalendar) -> str:
    kind = "Thanks are always welcome, and a line to stay in touch."
    told = outcome.reason or process.last(ToldWhy) is not None
    held = any(interview.end <= outcome.at for interview in process.interviews)
    if told or not held or process.last(AskedWhy) is not None:
        return f"Let it rest, kindly. {kind}"
    after: Span = case.span("OUT011", "after")
    may = after.after(outcome.at, calendar)
    when = "once" if case.now >= may else f"once, from {say_time(may, calendar)} on,"
    return f"You may ask {when} whether there was a specific reason. {kind}"
