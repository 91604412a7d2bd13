"""Whether a mail prepares a referee for a call: it tells of the opening, and asks them to speak of something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sincerely.reading.statements.statement import Statement

_SPEAK = r"(?:talk|speak|tell them|say something|mention|stress|emphasi[sz]e|highlight|focus|bring up|touch) ?(?:about|of|on|upon|to)?"
# What the referee is to dwell on: "if you could stress", "what would help most is", "si tu peux parler de".
_STRESS = re.compile(
    rf"\b(?:if you (?:can|could|would|were able to|get (?:a|the) chance to|might)|(?:could|can|would|might) you|it would (?:be \w+|help)(?: a lot| me)? (?:if you|to)"
    rf"|please|i['’]d (?:be grateful if you|love (?:it if you|you to)))\b[^.!;?]{{0,40}}\b{_SPEAK}\b"
    r"|\bwhat (?:would|might|will|could) help(?: me)?(?: the)? (?:most|a lot)?\b|\bworth (?:mentioning|stressing|emphasi[sz]ing)\b"
    r"|\bit would (?:help|be (?:great|good|lovely|kind))(?: a lot| me)? if you (?:said|told|mentioned|explained|described|stressed)\b"
    r"|\b(?:wenn du|wenn sie|könnte?st du|könnten sie|vielleicht kann?st du|es wäre (?:\w+ ){1,3}wenn)\b[^.!;?]{0,80}"
    r"\b(?:erzähl\w*|erwähn\w*|betonst?|betonen|hervorheb\w*|eingeh\w*|sagen|sagst|sprechen|sprichst|zur sprache)\b"
    r"|\b(?:wichtig (?:ist|wäre) (?:ihnen|denen)|am meisten (?:hilft|helfen|würde))\b"
    r"|\b(?:si (?:tu|vous)|(?:peux|pourrais)[ -]tu|(?:pouvez|pourriez)[ -]vous|n['’]hésitez? pas à)\b[^.!;?]{0,40}"
    r"\b(?:parle[rz]?|insist\w+|évoque[rz]?|mentionne[rz]?|mett\w+ en avant|souligne[rz]?|raconte[rz]?)\b"
    r"|\bce qui (?:m['’]aiderait|aiderait|compte)\b",
    re.IGNORECASE,
)
# What those who ask will want to hear of, before they have.
_MOST = r"(?:most|mostly|especially|mainly|particularly|above all|really|also|surely)"
_HEARD = re.compile(
    rf"\bthey(?:['’]d| would|['’]ll| will| may| might)?(?: {_MOST})? (?:like|love|want|be keen|be interested|be curious) to (?:hear|learn)\b[^.!;?]{{0,20}}\b(?:about|of|how|whether|what|why)\b"
    rf"|\bthey(?:['’]ll| will| may| might)(?: {_MOST})? ask (?:you )?(?:about|how|whether|what|why)\b|\bthey care {_MOST} about\b"
    r"|\b(?:sie|die) (?:wollen|möchten|werden)\b[^.!;?]{0,40}\b(?:vor allem|besonders)\b[^.!;?]{0,40}\b(?:wissen|hören|erfahren|fragen)\b|\b(?:sie|die) (?:werden|wollen) dich\b[^.!;?]{0,20}\bnach\b"
    r"|\b(?:ils|elles) (?:voudront|voudraient|aimeraient|vont te demander|te demanderont|vous demanderont)\b[^.!;?]{0,30}\b(?:savoir|entendre|parler|comment|ce que)\b",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"\b(?:thanks?|thank you|thankful)\b[^.!;?]{0,20}\bfor (?:talking|speaking|taking|having)\b|\bdanke?\b[^.!;?]{0,30}\bgesp(?:rochen|räch)\b|\bmerci d['’]avoir\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\b(?:job|role|position|post|opening|manager|analyst|engineer|call you|ring you|phone you|be in touch with you|contact you"
    r"|stelle|rufen|ruft|anrufen|melden sich|meldet sich|poste|postes|appell\w+|contactera|t['’]appeler|vous appeler)\b",
    re.IGNORECASE,
)
_LONGEST = 600
# Two lines tell that a call may come; what prepares one for it is longer.
_FEWEST = 25


def is_briefing(said: Sequence[Statement]) -> bool:
    """Whether a mail to a referee says for what they may be called, and what they had best speak of."""
    texts = [statement.sentence.text[:_LONGEST] for statement in said]
    if sum(len(text.split()) for text in texts) < _FEWEST:
        return False
    to_come = any(map(_HEARD.search, texts)) and not any(map(_AFTERWARDS.search, texts))
    return (to_come or any(map(_STRESS.search, texts))) and any(map(_OPENING.search, texts))
