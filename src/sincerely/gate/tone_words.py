"""The hand-made part of the ear for tone: which words belong to which sort, and turns of phrase that carry a reason.

How a sentence lands is learnt (bench/reader/train.py); what a turn of phrase means, and why, stands here.
"""

from __future__ import annotations

import re

_SORTS = {
    "insult": """idiot idiots clown clowns moron morons stupid pathetic joke jokers incompetent incompetence liar
        liars crook crooks disgusting garbage trash rubbish dump scum useless bully bullies coward cowards
        fool fools pigs rats disgrace amateurs amateur vultures thieves snakes snake hypocrites parasites
        ugly lazy sheep arrogant rude vain ignorant smug spineless shameful laughable worthless toxic circus
        sweatshop eejits muppets nasty petty shady dishonest slimy jerks jerk vermin tyrant tyrants cheats
        frauds fraudsters cowboys chaos clueless hopeless mediocre nobodies puppets""",
    "report": """inspector inspectorate inspection authority union police reported report complaint regulator
        tribunal ombudsman safety discrimination discriminated harassment harassed unpaid wages payslip
        payslips contract insurance fraud invoices passport passports accident injured illegal law witness
        union's evidence logged filed""",
}
SORT: dict[str, str] = {word: name for name, listed in _SORTS.items() for word in listed.split()}

# What a turn of phrase says of its writer, in lower case. The first that matches names the reason.
_TURNS = {
    "threat": (
        r"\b(?:you(?:'ll| will) (?:regret|hear from my|be sorry|see (?:what|who))|(?:my|a) (?:lawyer|advocate|solicitor)\b.{0,40}\b(?:will|would|is)"
        r"|i know where\b|or (?:else|i (?:will|start|go|tell))|unless (?:i|you|we|my)\b|accidents happen|sleep well|i(?:'ll| will) (?:make sure|see to it|see to that)"
        r"|(?:would be|it'd be) a (?:pity|shame) if|(?:everyone|everybody|they) will (?:hear|know|learn)|otherwise (?:the|i|my))"
    ),
    "begging": (
        r"\b(?:beg(?:ging)? you|on my knees|last (?:hope|chance)|(?:i'd|i would|i'll|i will) do anything|anything at all|please,? please|pls pls|have mercy"
        r"|nobody else to turn|mouths to feed|can(?:not|'t) do this to me|whatever it takes)\b"
    ),
    "over-familiarity": (
        r"\b(?:sweetheart|gorgeous|my (?:lovely|darling|love)|honey|sweetie|your (?:smile|eyes|legs|perfume|bikini|divorce)|are you single"
        r"|dreamt of you|dinner and|over wine|like (?:sisters|family|a mother)|practically family|found your (?:private|holiday)|private profile)\b"
    ),
    "pressure": (
        r"\b(?:(?:call|ring|mail|write|keep calling|keep ringing)\w* (?:\w+ ){0,3}until|answer me|(?:by|until) (?:noon|midnight|five|tonight|tomorrow)\b(?=.{0,40}(?:\.|!|$))"
        r"|i need (?:an? |your )?(?:answer|decision)|(?:clock|time) is ticking|my patience|(?:third|fourth|fifth|sixth) (?:mail|email|message|call)|won't ask again|how hard can it be)\b"
    ),
    "entitlement": (
        r"\b(?:you owe me|i deserve|i (?:have|got) a right|i demand|i insist|(?:is|was|belongs to) (?:rightfully )?mine\b|not acceptable|i (?:will|do) not accept|people of my|with my record|by any fair)\b"
    ),
    "bitterness": (
        r"\b(?:thank you for nothing|your loss|you people|people like (?:me|you)|(?:shame|pity) on you|wasted my|i (?:should|might) have (?:known|expected)|as expected|after all (?:that )?i|won't forget|proud of yourselves)\b"
    ),
    "sarcasm": (
        r"\b(?:how (?:nice|kind|brave|considerate|thoughtful|very good|lovely|good) (?:of|that|to)|i(?:'m| am) sure (?:that )?(?:the|your|he|she|they)|it must be|nothing says|masterclass|what a (?:treat|joy)|so-called)\b"
    ),
}
TURNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple((name, re.compile(pattern)) for name, pattern in _TURNS.items())
WHY = {
    "threat": "it threatens", "begging": "it begs", "over-familiarity": "it is closer than was offered",
    "pressure": "it presses", "entitlement": "it claims the job, or an answer, as a right", "bitterness": "it nurses a grudge",
    "sarcasm": "it says the opposite of what it means", "disparagement": "it runs them down",
}  # fmt: skip
_SLUR = (
    "joke|clowns?|idiots?|morons?|fools?|liars?|crooks?|cowards?|amateurs|incompetent|pathetic|disgrace|disgusting|scum"
    "|useless|hypocrites?|thieves|parasites|bull(?:y|ies)|circus|jokers|rude|arrogant|shameful|worthless|stupid|a mess"
)
# Said to somebody's face or behind their back: this needs no model.
BLUNT = re.compile(
    rf"\b(?:you|they|he|she|these people|you people|you lot|your (?:\w+ ){{1,2}}|my (?:\w+ ){{1,3}}|the (?:boss|owner|manager|management|panel|recruiters?|interviewers?|company|firm))"
    rf"(?: all| lot)? ?(?:are|were|is|was|'re) (?:\w+ ){{0,4}}(?:{_SLUR})\b"
    rf"|(?<!we are a )\b(?:bunch|pack|run by|full of|such) (?:of )?(?:\w+ )?(?:{_SLUR})\b|\b(?:liars|clowns|idiots|crooks) (?:and|,)"
    r"|\byou (?:people|lot) (?:\w+ )?(?:are|have|don't|do|should|never|can't|cannot|couldn't|know)\b|\b(?:wast(?:e|ed|ing) (?:of )?my (?:\w+ )?(?:time|day|life|money))\b"
    r"|\b(?:this|that|it|which) (?:is|was) (?:\w+ ){0,2}(?:disgrace|farce|insult)\b"
    r"|\b(?:those|these|such) (?:idiots|morons|clowns|crooks|liars|fools)\b|\b(?:sweetheart|sweetie|gorgeous)\b"
    r"|\byour (?:cute |little |lovely |beautiful ){0,3}(?:smile|eyes|legs|perfume)\b"
    r"|\bthank(?:s| you) for nothing\b|\bshame on (?:you|them)\b|\b(?:you(?:'ll| will) (?:regret|be sorry)|you(?:'ll| will) hear from my)\b"
    r"|\bi (?:demand|need|want|expect) (?:an? |your )?(?:answer|decision|reply|contract|apology|yes)\b(?:.{0,20}\b(?:now|today|tomorrow|immediately|at once|by|within)\b)"
    r"|\b(?:answer|decide|sign|choose|call(?: me)?|reply|respond|say yes)\b.{0,30}\bor (?:forget (?:about )?(?:me|it)|(?:i'm|i am|we're) (?:gone|out|done)|it's off|else)\b"
    r"|(?<!\bi )\b(?:should|ought to) be ashamed\b|\bschämen sie sich\b|\bsollten (?:sie )?sich schämen\b|\bmeine zeit verschwendet\b"
    r"|\b(?:ist|war|sind) (?:doch |einfach |wirklich )?(?:ein |eine |der |die )?(?:schlechter |reinste |reine )?(?:witz|frechheit|unverschämtheit|lachnummer)\b"
    r"|\bi (?:beg|am begging|'m begging) you\b|\byou owe me\b|\bi (?:have|'ve got|got) a right (?:to|on)\b"
)
POLITE = re.compile(
    r"\b(?:thank you|thanks|grateful|please|kindly|appreciat\w+|glad|pleased|pleasure|happy|kind|wish you|best|warm|sorry"
    r"|would you|could you|may i|might i|if (?:it|that) suits|no hurry|understand|respect|dear|regards|sincerely|look forward"
    r"|danke|vielen dank|bitte|freundlich\w*|merci|cordialement|gracias)\b",
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def tokens(sentence: str) -> list[str]:
    """Return the words of a sentence in lower case."""
    return _TOKEN.findall(sentence.lower().replace("’", "'"))
