"""Whether a text reports a wrong that was done, and runs nobody down by it.

A wrong is told: pay withheld, somebody harassed or hurt, something forged or ordered that is against the law. Beside it stands
whom it was told, or another word of such matters; who tells an authority of such matters need not name the wrong. A payroll clerk's wages book and a lawyer's discrimination cases are work.
"""

from __future__ import annotations

import re

from .tone_words import SORT, tokens

# What is somebody's field of work, and no tale: "fraud prevention", "accident insurance claims".
_A_FIELD = (
    r"(?![ -](?:cases?|claims?|law|laws|polic\w+|training|prevention|detection|matters?|team|unit|risks?|analy\w+|work|department|statistics"
    r"|reporting|management|research|experience|clinic)\b)"
)
_WRONG = re.compile(
    rf"\b(?:unpaid|discriminat\w+|harass\w+|fraud|defraud\w+|illegal\w*|unlawful\w*|injur(?:y|ed|ies)|accidents?|unsafe|danger\w*|bullied|groped)\b{_A_FIELD}"
    r"|\b(?:not|never|n't)\b[^.!?;]{0,25}\b(?:paid|pay|on the payslip)\b|\b(?:without|no|kept (?:back )?(?:my|our|the)|withheld (?:my|our|the)) (?:pay|wages?|salary|passports?)\b"
    r"|\bagainst the law\b|\b(?:forged|falsified|backdated|switched off|bridged)\b|\bbroke (?:his|her|my|their) (?!word\b|record)\w+"
    r"|\b(?:told|instructed|ordered|asked|urged) (?:me |us |them )?(?:not )?to (?:\w+ ){0,2}(?:bill|sign|write|hide|lie|change|delete|alter|backdate|say|report|log|falsify)\b"
    r"|\b(?:keep|kept|holds?|held) (?:\w+ ){0,3}(?:wages?|pay|month|deposit|passports?)\b[^.!?]{0,60}[.!?][^.!?]{0,60}\b(?:back|return\w*)\b"
    r"|\b(?:diskriminier\w+|belästig\w+|unterschlagen|gefälscht\w*|unbezahlt\w*|schwarzarbeit|verletzt(?: worden| wurde)|nicht (?:aus)?(?:ge|be)zahlt|lebensgefährlich\w*)\b"
    r"|\b(?:discriminée?s?|harcelée?s?|harcèlement|falsifiée?s?|impayée?s?|(?:pas|jamais) (?:été )?payée?s?|illéga\w+|blessée?s?)\b",
    re.IGNORECASE,
)
_AUTHORITY = (
    r"(?:inspect(?:ors?|orate|ion)|authority|authorities|unions?|police|regulators?|tribunal|ombudsman|ombudswoman|equality body|works council|safety (?:people|executive|office)"
    r"|\w*aufsicht\w*|\w*behörde|gewerkschaft|polizei|betriebsrat|arbeitsinspekt\w+|arbeitsgericht|syndicat|inspection du travail|prud['’]hommes|défenseur des droits)"
)
_TOLD = re.compile(
    rf"\b(?:reported|report|informed|inform|told|wrote|written|called|rang|rung|raised|sent|gave|given|handed|filed|complained|complaint|took|taken|went|gone|go"
    rf"|gemeldet|angezeigt|informiert|gewandt|signalé\w*|alerté\w*|saisi\w*|prévenu\w*|porté)\b[^.!?;]{{0,50}}\b{_AUTHORITY}\b"
    rf"|\b{_AUTHORITY}\b[^.!?;]{{0,30}}\b(?:has|have|had|got|took|taken|checked|says|said|acted|knows?|gemeldet|informiert|eingeschaltet|angezeigt)\b",
    re.IGNORECASE,
)
_FEWEST = 2


def reports_wrong(text: str) -> bool:
    """Whether a text reports discrimination, harassment, fraud, danger or unpaid work.

    >>> reports_wrong("I was not paid for two weeks. I reported it to the labour inspection.")
    True
    >>> reports_wrong("I liked that wages book. I've taken a job with a law firm.")
    False
    """
    named = {word for word in tokens(text) if SORT.get(word) == "report"}
    signs = (_WRONG.search(text) is not None, _TOLD.search(text) is not None, len(named) >= _FEWEST)
    return (signs[0] or signs[1]) and sum(signs) >= _FEWEST
