"""Names that stand where a sentence says whom one will meet: "an interview with Ida", "me and Kim", "Dr. Roth freut sich, Sie kennenzulernen".

The encoder knows most names of two words; a lone first name it often holds for nobody's. Grammar says the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sincerely.reading.letters import people

_PART = r"[A-ZÀ-ÖØ-ÞŁŚŻČŠŽ][a-zà-öø-ÿßąćęłńśźżčďěňřšťůž'’]{1,30}(?:-[A-ZÀ-Þ][a-zà-ÿ]{1,30})?(?![\w'’-])"
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Herrn?|Frau|Mme|Madame|Monsieur|M)\.?\s+)"
_WHOLE = rf"{_TITLE}{{0,2}}{_PART}(?:\s(?:(?:van|von|de|da|di|der|den)\s){{0,2}}{_PART}){{0,2}}"
_SELF = r"(?:me|myself|I|mir|mich|ich|moi)"
_AND = r"\s*(?:,|&|\b(?:and|und|et|sowie)\b)\s*"
_MEETING = (
    r"(?:interview|conversation|chat|call|meeting|appointment|session|trial(?: shift| day)?|shift|speak(?:ing)?|talk(?:ing)?|meet(?:ing)?"
    r"|(?:vorstellungs|kennenlern|bewerbungs)?gespräch|termin|treffen|probetag|probearbeiten|unterhalt\w+|sprech\w+|entretien|rendez-vous|échange\w*|rencontre\w*)"
)


# Words that begin a German sentence, and pronouns of politeness.
_NO_NAMES = frozenset(
    "Bitte Ihnen Ihr Ihre Ihrem Ihren Sie Dir Dich Mit Dabei Diesmal Auch Bei Wir Ich Es Das Der Die Am Um Nous Vous Je Mr Mrs Ms Miss Dr Prof Herr Herrn Frau Mme M".split()
)


class Met(NamedTuple):
    """A name where somebody is met.

    Attributes:
        name: with its title.
        begin: where it begins in the sentence.
        titled: whether a title stands before it: then it surely is somebody's.
    """

    name: str
    begin: int
    titled: bool


def _rows(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


_ONE, _TWO = rf"(?P<one>{_WHOLE})", rf"(?P<two>{_WHOLE})"
# What somebody is, before the name: "our structures lead, Yuki", "unsere Teamleiterin Frau Berg", "notre DRH, Mme Petit".
_NO_ROLE = r"(?!(?i:and|und|et|the|der|die|das|in|im|at|on|bis|by|from|aus|von|vom|for|für|zum|zur|to|mit|with|team|office|teams|büro|bureau|house|site)\b)"
_POST = (
    r"(?:(?i:our|the|my|unser\w{0,2}|der|die|dem|den|mein\w{0,2}|notre|nos|mon|ma|le|la)\s"
    rf"(?:(?!{_TITLE}){_NO_ROLE}[\w'’&/-]{{2,30}}\s){{0,3}}?(?!{_TITLE}){_NO_ROLE}(?:[a-zà-ÿ][\w'’&/-]{{1,29}}|[A-Z]{{2,5}}|[A-ZÄÖÜ][a-zäöüß-]{{4,30}}(?=,?\s{_TITLE}|,|\s{_PART}\s{_PART}|\s{_PART}(?:\.|,(?!\s{_TITLE})))),?\s)?"
)
# "Herr Roth selbst", "Dr Roth himself".
_OWN_SELF = r"(?:\s(?i:selbst|selber|persönlich|himself|herself|lui-même|elle-même|en personne)\b)?"
_LIST = rf"(?:{_SELF}{_AND})?{_POST}{_ONE}{_OWN_SELF}(?:\s\([^()\n]{{1,40}}\))?(?:{_AND}(?:{_SELF}\b|{_POST}{_TWO}))?"
_DOES_SO = r"(?:also|auch|dann|dort|dabei|then|there|zunächst|d['’]abord|alors|ensuite|aussi|both|beide)\s"
# "Tom says the room is fine" is of no time.
_WHEN = (
    r"(?=[^;:!?\n]{0,40}?(?:\d|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|then|noon|midday|morning|afternoon|evening|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|morgen|\w*mittags?|abends?|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|demain|matin|après-midi|midi|soir)\b))"
)
# Ihre Gesprächspartner sind Herr Roth und Frau Berg; your interviewers will be Ida Holm and Paul Blanc.
_PARTNERS = re.compile(
    r"(?i:\b(?:(?:ihre?|deine?) (?:gesprächs|interview)partner(?:in|innen)? (?:sind|ist|werden|wird)(?: dann)?(?: sein)?|your (?:interviewers?|panel)(?: members)?(?: will be| are| is|:)"
    rf"|(?:vos interlocuteurs|vos interlocutrices|votre interlocuteur|votre interlocutrice) (?:seront|sera|sont|est)))\s{_LIST}"
)
_PATTERNS = (
    _PARTNERS,
    *_rows(
        # An interview with Ida and Kim; you will meet Ida; booked for Friday 2-4pm with Ben.
        rf"(?i:\b{_MEETING}\b(?:[^.;:!?\n]|[.:](?=\d|m\.)|(?<=\.m)\.){{0,90}}?\b(?:with|mit|avec))\s+{_LIST}",
        rf"(?i:\b(?:you(?:['’]ll| will)(?: be)? (?:meet(?:ing)?|see(?:ing)?)|interviewed by|to meet))\s+{_LIST}",
        # Sie treffen unsere Teamleiterin Frau Berg; vous rencontrerez notre DRH, Mme Petit.
        rf"(?i:\b(?:(?:sie|du) (?:treffen|triffst|sprechen mit|sprichst mit|lernen|werden)|(?:treffen|sprechen|lernen) sie(?: mit)?|vous (?:rencontrerez|verrez|échangerez avec|serez re[çc]u(?:e|\(e\))? par|serez accueillie? par|rencontrez)))\s(?:{_DOES_SO})?{_LIST}",
        # Am Gespräch nehmen Frau Berg und Herr Kolb teil.
        rf"(?i:\bnehmen|nimmt)\s(?i:{_DOES_SO})?{_LIST}(?=[^.;:!?\n]{{0,40}}?\steil\b)",
        # Our structures lead Yuki will join us; Ida and Paul from our team will ask you about your projects.
        rf"(?i:(?:^|[.;,!]\s|\band\s))\W{{0,3}}{_POST}{_LIST}(?:,?\s(?:from|of|aus|von|de)\s[^,.;:!?\n]{{1,30}}?)?\s(?i:(?:will|['’]ll|would like to)\s(?:also\s)?(?:join us|be joining|meet you|see you|be there|interview you|ask you (?:about|some|a few)|talk to you|speak (?:to|with) you|(?:lead|run|conduct|host) (?:the|your) (?:interview|session|call|conversation)))",
        # Me and Kim; Kim and I.
        rf"\b(?:me|mir|moi){_AND}{_ONE}",
        rf"{_ONE}(?:\s(?:from|aus|vom|von|du|de)\s[^,.;:!?\n]{{1,30}}?)?\s(?:and|und|et)\s(?:I|ich|moi)\b(?=[^.;!?\n]{{0,60}}?(?i:meet|see you|interview|talk|speak|forward|treffen|sprech|freuen|empfang|kennen|rece[vw]|rencontr|sitzen|erwarten|(?:zeit|bereit|da) für (?:sie|dich)|für (?:sie|dich) (?:zeit|bereit|da)\b|attend))",
        # Tom (art director) is there too; Dr. Roth looks forward to meeting you.
        rf"{_ONE}(?:\s\([^()\n]{{1,40}}\)|,[^,.;\n]{{1,40}},)?\s(?i:(?:(?:is|will|wird|ist|sera|est|['’]ll)\s)?(?:(?:also|too|auch|ebenfalls|aussi)\s)?"
        r"(?:be there|be joining|join(?:s|ing)? us|dabei\b|mit dabei|présente?\b|(?:will )?(?:interview|meet|see) you\b|looks? forward to (?:meeting|seeing)"
        r"|freut sich(?: schon)?(?: darauf| auf|, (?:sie|dich))|erwartet (?:sie|dich)|empfängt|vous (?:recevra|reçoit)))",
        # Herr Roth and his daughter Jana expect you; Dr Roth and Ida would like to interview you.
        rf"{_ONE}\s(?:and|und|et)\s(?:(?i:his|her|our|seine?|ihre?|unsere?|son|sa|notre)\s[^\W\d_]{{2,20}}\s)?{_TWO}\s(?i:erwarten (?:sie|dich)|empfangen (?:sie|dich)|freuen sich|(?:will|would like to|want to) (?:see|meet|interview) you\b"
        r"|vous (?:recevront|attendent|attendront|accueilleront))",
        # Dr Roth would like to interview you; Frau Roth nimmt sich Zeit für Sie; M. Roth vous attend.
        rf"{_ONE},?\s(?i:(?:would like to|would love to|wants to|is keen to) (?:see|meet|interview) you\b|(?:würde|möchte|will) (?:sie|dich) (?:(?:gerne?|sehr|mal|einmal|persönlich|selbst) ){{0,3}}(?:kennenlernen|kennen lernen|treffen|sprechen|sehen)\b|(?:aimerait|souhaite(?:rait)?|voudrait) (?:vous|te) (?:rencontrer|voir)\b|nimmt sich\b[^.;!?]{{0,30}}\bzeit\b|hat\b[^.;!?]{{0,20}}\bzeit für (?:sie|dich)|vous (?:attend(?:ra)?|accueille(?:ra)?|rencontrera)\b|y sera\b)",
        # Whose free hour it is: Ida says Friday at eight works; Sue wonders if you could come at six; Herr Roth bittet darum, dass wir uns um zehn treffen.
        rf"{_ONE}\s(?i:says?|said|sagt|meint|dit)\s(?i:{_WHEN}(?:[^.;!?\n]|[.](?=\d|m\b)|(?<=\.m)\.){{3,50}}?\b(?:works|would work|suits|would suit|is (?:fine|good|ok(?:ay)?)|passt|(?:geht|ginge) (?:gut|auch)|(?:lui )?convient)\b)",
        rf"{_ONE}\s(?i:(?:wonders|asks|is asking) (?:if|whether) you (?:could|can|might) (?:come|make)|(?:bittet|fragt)\b[^.;!?]{{0,20}}, (?:ob|dass) (?:sie|du|wir uns)\b[^.;!?]{{0,60}}\b(?:kommen|treffen)|vous propose de (?:venir|décaler|avancer|reporter))",
        # Herr Roth brings Lina Vogel along.
        rf"{_ONE}\s(?i:bringt|brings|is bringing|amène(?:ra)?)\s{_TWO}(?i:\s(?:mit|along|with (?:him|her|them))\b|(?=[,.]))",
        # Also there: our partners Herr Roth and Frau Ostrova.
        rf"(?i:\b(?:mit dabei|dabei|present|anwesend|présents?)(?: sein)?(?: sind| ist| are| is| sera| seront| werden| wird)?)\s*:?\s*(?i:(?:unsere?|our|notre|nos)\s[^\s.;]{{1,30}}\s)?{_LIST}",
    ),
)
# "Thank you for meeting with Ida", "when you met Kim last week": that is over.
_OVER = re.compile(
    r"\b(?:thanks?|thanked|enjoyed|was|were|had|went|met|spoke|talked|last|yesterday|dank|danke|gestern|letzte[nrs]?|war|hatten|merci|hier|dernière?|avez|avons|not|nicht|kein\w*)\b",
    re.IGNORECASE,
)


def partners(text: str) -> list[str]:
    """Return those whom a sentence calls the reader's partners in a talk that is fixed elsewhere, each with their title."""
    match = _PARTNERS.search(text)
    found = [match[group] for group in ("one", "two") if match and match[group]]
    return [
        name for name in found if people.is_name(bare := people.untitled(name)) and bare.split()[0] not in _NO_NAMES
    ]


def met(text: str) -> Iterator[Met]:
    """Yield the names of those whom a sentence says that one will meet; none of one that tells of the past."""
    if _OVER.search(text):
        return
    seen: set[int] = set()
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            for group in ("one", "two"):
                if group not in pattern.groupindex or match[group] is None or match.start(group) in seen:
                    continue
                seen.add(match.start(group))
                bare = people.untitled(match[group])
                if people.is_name(bare) and bare.split()[0] not in _NO_NAMES:
                    yield Met(match[group], match.start(group), people.is_titled(match[group]))
