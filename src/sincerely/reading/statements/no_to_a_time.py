"""A no to an hour or a day, which is none to the job: "I'm sorry, I can't make 1pm"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .statement import Statement

_CANNOT = re.compile(
    r"\b(?:(?:can(?:not|['’]?t| not)|(?:won['’]t|will not) be able to|unable to|could(?:n['’]t| not)) (?:\w+ )?(?:make|do|come|attend|manage|join|be there)|(?:does(?:n['’]t| not)|won['’]t|will not) (?:work|suit|fit)|not (?:be )?(?:possible|available|free|around)"
    r"|(?:passt|klappt|geht|ginge)\b[^.;!?]{0,25}\bnicht|(?:kann|schaffe|könnte)\b[^.;!?]{0,40}\bnicht|nicht (?:möglich|frei|verfügbar)|keine zeit|verhindert"
    r"|(?:ne |n['’])(?:suis|serai|peux|pourrai|convient|va|ira)\b[^.;!?]{0,20}\bpas|pas (?:possible|disponible|libre)|empêchée?)",
    re.IGNORECASE,
)
# Who leaves says what; of these one is enough.
_LEAVES = re.compile(
    r"\b(?:withdr\w+|no longer|any ?more|pursu\w+|proceed\w*|continu\w*|going forward|go ahead|decided|decision|declin\w+|(?:other|another|different) (?:offer|job|position|role|company|opportunity)|offers?|accepted|position|role|job|process|application|candidacy|interested|interest"
    r"|zurückzieh\w*|zurückziehen|ziehe\b[^.;!?]{0,40}\bzurück|absag\w*|abzusagen|sage\b[^.;!?]{0,40}\bab|anderweitig|angebot\w*|zusage|zugesagt|entschieden|entscheidung|stelle|bewerbung|verfahren|interesse"
    r"|retir\w+|désist\w+|renonc\w+|poste|candidature|offre|accepté|décid\w+|processus|intéress\w+)\b",
    re.IGNORECASE,
)
# Who wants another time comes then; "absagen" and "décliner" are said of an appointment as well.
_MOVES = re.compile(
    r"\b(?:reschedul\w+|postpon\w+|rearrang\w+|(?:another|(?:any )?other|different) (?:day|date|time|slot)s?|(?:move|push|shift|put) (?:it|this|that|us|our (?:call|meeting|interview|chat|talk))\b(?! down| in| out)"
    r"|verschieb\w*|verschoben|verleg(?:en|t)|nachhol\w*|(?:ander|neu|ersatz|ausweich)\w* ?(?:termin|tag|zeitpunkt)\w*"
    r"|report(?:er|ons|ée?)|décal(?:er|ons|ée?)|repouss(?:er|ée?)|autre (?:date|jour|créneau|moment|horaire))\b",
    re.IGNORECASE,
)
_OF_JOB = re.compile(
    r"\b(?:withdr\w+|no longer interested|application|candidacy|role|position|job|offers?|accepted|decided|decision|zurückzieh\w*|zurückgezogen|ziehe|stelle|bewerbung|angebot\w*|zusage|zugesagt|entschieden|entscheidung|interesse"
    r"|retir\w+|désist\w+|renonc\w+|candidature|poste|offre|accepté|décidé)\b",
    re.IGNORECASE,
)


def is_no_to_a_time(said: Sequence[Statement], index: int) -> bool:
    """Whether a sentence says that its writer cannot come at a time, in a mail that has no word for leaving.

    Or calls an appointment off to have another one.

    Args:
        said: what the mail says.
        index: the sentence that sounds like leaving.
    """
    if not 0 <= index < len(said):
        return False
    told = [one.text for one in said]
    if any(map(_MOVES.search, told)) and not any(map(_OF_JOB.search, told)):
        return True
    times = any(one.start is not None for one in said[index].times)
    return times and _CANNOT.search(told[index]) is not None and not any(map(_LEAVES.search, told))
