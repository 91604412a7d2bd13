"""Why it was a no, where a sentence says so in plain words: "because you hold no licence", "someone with more experience"."""

from __future__ import annotations

import re

# "As you know", "since your application, we have seen others"; "because we have decided so".
_KNOWN = r" (?:\w+,|(?:may|might|can|will)(?: \w+)? (?:know|see|recall|imagine|appreciate|remember|guess(?:ed)?|understand|gathered|seen|heard)\b|(?:know|see|requested|asked|recall|remember|were told|have (?:seen|heard|requested|asked))\b)"
_DECIDED = r"['’]?(?:ve)?(?: have| had)?(?: now)? (?:decided|chosen|to (?:choose|decide|say|tell|inform)|regret|wish|want(?:ed)? (?:you|to let)|must (?:say|tell|inform))\b"
# "Weil ein Führerschein fehlt", "faute d'expérience", "as you have not yet qualified".
_BECAUSE = re.compile(
    rf"\b(?:because|since|as) (?:you|your|the (?:role|position|post|job))\b(?!{_KNOWN})|\bbecause (?:(?:we|i|they)\b(?!{_DECIDED})|the (?:client|team)\b)|\bfor want of\b|\bfor lack of\b|"
    r"\bweil\b|\bda (?:sie|du|wir|die|der|das|ihr|ihre|ihnen|uns|uns(?:er|ere)?)\b(?![^,;]{0,60}\b(?:absage|mitteilen|informieren|anvertraut)\b)|\bmangels\b|\baufgrund (?:fehlend|mangelnd|nicht)\w*|\bdenn (?:sie|wir|uns|die|der)\b|"
    r"\bfaute d|\bétant donné\b|\bcar (?:nous|vous|le|la|les|l['’]|il)|\bparce qu|\bpuisque\b|\bn['’]ayant\b|\bdans la mesure où\b|\bsuite à une? (?:réorganisation|restructuration)\b",
    re.IGNORECASE,
)
_BETTER = re.compile(
    r"\b(?:someone|somebody|candidates?|applicants?|others?|person|people|one)\b[^.;,]{0,30}\b(?:with|has|have|had|having|brings?)\b[^.;,]{0,30}\bmore\b[^.;,]{0,40}\bexperience\b|"
    r"\b(?:jemanden?|bewerber\w*|kandidat\w*|person)\b[^.;]{0,40}\bmehr (?:\w+ )?(?:erfahrung|praxis)|"
    r"\b(?:personne|candidat\w*|quelqu['’]un)\b[^.;]{0,40}\bplus d['’]expérience",
    re.IGNORECASE,
)
_UNMET = re.compile(
    r"\b(?:do|does|did)(?: not|n['’]t) (?:quite |fully )?(?:meet|satisfy|reach|match) (?:our|the|all|any)\b[^.;]{0,40}\b(?:requirements?|criteria|benchmark|threshold|standard|mark|score|qualifications?)\b|"
    r"\bnot (?:quite )?the right fit for (?:this|the|our) (?:position|role|post|job)\b|"
    r"\b(?:passt|passen|entspricht|entsprechen|erfüllt|erfüllen)\b[^.;]{0,40}\bnicht\b[^.;]{0,50}\b(?:anforderungen|voraussetzungen|anforderungsprofil)|"
    r"\b(?:anforderungen|voraussetzungen)\b[^.;]{0,40}\bnicht (?:erfüllt|erfüllen|entspricht|entsprechen)\b|"
    r"\bne (?:répond|correspond|satisfait|remplit)\w* pas\b[^.;]{0,40}\b(?:exigences|critères|conditions)\b",
    re.IGNORECASE,
)
_NO_VACANCY = re.compile(
    r"\b(?:have|are|is)(?: currently| presently| at present)? no (?:current |open |suitable )?(?:vacanc(?:y|ies)|openings?)\b|"
    r"\b(?:haben|ist|sind) (?:\w+ ){0,3}keine (?:freie|freien|offene|offenen) stellen?\b|\baucun poste\b[^.;]{0,40}\b(?:vacant|à pourvoir|disponible|ouvert)\b",
    re.IGNORECASE,
)
# Why nobody gives reasons is none: "because of the number of applications". That the place is filled says only that it is a no.
_NONE = re.compile(
    r"\bfeedback\b|\bvolume\b|\bnumbers?\b|\b(?:many|large|high) \w* ?applica|\bfilled\b|\bviele\b|\bvielzahl\b|\banzahl\b|\bbesetzt\b|\bvergeben\b|"
    r"\bnombre\b|\bnombreu\w+|\boffered to (?:an|some|others?)|\b(?:discourag|disheart|entmutig|décourag)\w+|\bpourvu\b|\bcomblé\b|\battribué\w*",
    re.IGNORECASE,
)


def says_why(text: str) -> bool:
    """Whether a sentence that brings a no says why."""
    if _BECAUSE.search(text):
        return not _NONE.search(text)
    return any(pattern.search(text) for pattern in (_BETTER, _UNMET, _NO_VACANCY))
