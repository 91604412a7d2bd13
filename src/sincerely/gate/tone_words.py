"""The hand-made part of the ear for tone: which words belong to which sort, and turns of phrase that carry a reason.

How a sentence lands is learnt (bench/reader/train.py); what a turn of phrase means, and why, stands here.
"""

from __future__ import annotations

import re

from . import tone_turns

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

# "Am I still in the running or what?" – where alternatives stand before it, "or what" ends a row of them.
_OR_WHAT = (
    r"\b(?:am i|are (?:you|we|they)|is (?:it|this|that|there|anyone|anybody)|do (?:you|i)|did (?:i|you|they)|have (?:i|you|they)|has (?:it|anyone)"
    r"|will you|can you|was (?:it|i))\b(?:(?! or )[^.?!,;:]){3,70},? or what ?(?:\?|$)"
)
# They led one on, or had chosen before; no word of it is a slur.
_GRUDGE = (
    r"(?<!not )(?<!never )(?<!n't )(?<!without )\b(?:string|strung|stringing) (?:me|us|(?:so )?many (?:of us|people|candidates)|candidates|applicants|people) along\b"
    r"|\b(?:the|your|their|that) (?:decision|choice) (?:was|had been|has been) (?:already |clearly |obviously )?(?:made|taken) (?:long |even )?before i (?:even |ever )?(?:walked|came|stepped|sat|arrived|opened|said|got (?:there|in))\b"
    r"|\bvon (?:anfang|vornherein) an klar,? dass (?:sie|ihr|man) (?:\w+ ){0,3}(?:intern|längst|schon|bereits|sowieso|ohnehin|eh) (?:\w+ ){0,2}"
    r"(?:jemand(?:en)? (?:haben|hattet|hatten|habt|hat)|jemand anderen|entschieden (?:haben|hattet|hatten|habt|hat)|besetzt)\b"
    r"|\b(?:sie haben|ihr habt|du hast|man hat) (?:mich|uns) (?:\w+ ){0,4}(?:hingehalten|verarscht|veräppelt|verschaukelt)\b"
)
# "Find ich ziemlich daneben": said of what they did; what is one's own, or stands next door, is none.
_OUT_OF_LINE = (
    r"\b(?:find(?:e)?|fand) (?:ich |das |es |ihr \w+ |dein \w+ ){1,3}(?:(?:ehrlich gesagt|ehrlich|ziemlich|echt|wirklich|total|völlig|schon|einfach|sehr|ganz schön|nur) ){0,3}"
    r"(?:daneben|unverschämt|unmöglich|frech|respektlos|armselig|schäbig|unterirdisch|zum kotzen)\b"
    r"|\b(?:das|sowas|so etwas|ihr \w+|ihre \w+|euer \w+|eure \w+|dein \w+|deine \w+) (?:ist|war) (?:(?:ehrlich gesagt|ehrlich|ziemlich|echt|wirklich|total|völlig|schon|einfach|sehr|ganz schön) ){1,3}"
    r"(?:daneben|unverschämt|frech|respektlos|armselig|schäbig|unterirdisch)\b"
)

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
        _OR_WHAT
        + r"|\b(?:(?:call|ring|mail|write|keep calling|keep ringing)\w* (?:\w+ ){0,3}until|answer me|(?:by|until) (?:noon|midnight|five|tonight|tomorrow)\b(?=.{0,40}(?:\.|!|$))"
        r"|i need (?:an? |your )?(?:answer|decision)|(?:clock|time) is ticking|my patience|(?:third|fourth|fifth|sixth) (?:mail|email|message|call)|won't ask again|how hard can it be)\b"
    ),
    "entitlement": (
        r"\b(?:you owe me|i deserve|i (?:have|got) a right|i demand|i insist|(?:is|was|belongs to) (?:rightfully )?mine\b|not acceptable|i (?:will|do) not accept|people of my|with my record|by any fair)\b"
    ),
    "bitterness": (
        _GRUDGE
        + r"|\b(?:thank you for nothing|your loss|you people|people like (?:me|you)|(?:shame|pity) on you|wasted my|i (?:should|might) have (?:known|expected)|as expected|after all (?:that )?i|won't forget|proud of yourselves)\b"
    ),
    "sarcasm": (
        r"\b(?:how (?:nice|kind|brave|considerate|thoughtful|very good|lovely|good) (?:of|that|to)|i(?:'m| am) sure (?:that )?(?:the|your|he|she|they)|it must be|nothing says|masterclass|what a (?:treat|joy)|so-called)\b"
    ),
}
_TURNS["disparagement"] = _OUT_OF_LINE
TURNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile("|".join(filter(None, (pattern, tone_turns.BY_KIND.get(name))))))
    for name, pattern in _TURNS.items()
)
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
# What counts as blunt besides: what is said so is heard by whoever reads it, kind words around it or not.
_PLAINLY = re.compile(f"{_OR_WHAT}|{_GRUDGE}|{_OUT_OF_LINE}")
# A question whether there is room for more pay, and nothing behind it.
PAY = re.compile(
    r"\b(?:salary|base|pay|compensation|offer|package|lohn|gehalt|vergütung|salaire|rémunération)\b"
    r"[^.?!]{0,50}\b(?:room|flexib\w+|negotia\w+|noch (?:et)?was|noch luft|spielraum|verhandel\w+|verhandlung\w*|möglich|marge|négocia\w+)\b[^.,!]{0,25}\?"
    r"|\bi(?:'d| would| had| have|'m| am)? (?:hope|hoped|hoping|thought|thinking|look|looking|aim|aiming) (?:for|of|at) (?:an? )?(?:\w+ )?(?:figure|salary|pay|wage|sum)\b(?![^.?!]{0,80}\b(?:that|which|insult|worth)\b)"
    r"|\b(?:room|flexib\w+|spielraum|luft|marge)\b[^.?!]{0,40}\b(?:salary|base|pay|compensation|package|lohn|gehalt|vergütung|salaire|rémunération)\b[^.,!]{0,25}\?"
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


def is_blunt(line: str) -> bool:
    """Whether a line in lower case says something bluntly."""
    return BLUNT.search(line) is not None or _PLAINLY.search(line) is not None or tone_turns.is_hard(line)
