"""Words by which the shape of an English note is told: who it speaks of, and which part of a sentence it can be."""

from __future__ import annotations

import re

WH = frozenset("how why what where when that whether who".split())
DETERMINERS = frozenset(
    """the a an this these those my your his her their our its no some any every each all both several many much such
    one two three four five six seven eight nine ten twelve twenty more most almost nearly over about half lots plenty
    enough another""".split()
)
SUBJECTS = frozenset("they she he it we you there everyone everybody nobody".split())
SHORT_SUBJECTS = re.compile(
    r"^(?:it|that|there|they|she|he|we|you|everyone|everybody)['’](?:s|re|ve|ll|d)$", re.IGNORECASE
)
# What several do, where a note names them first: "apprentices get time off".
PLURAL_VERBS = frozenset(
    "get give let pay share make do go know seem feel keep take build ship treat support help ring count meet".split()
)
PRONOUNS = frozenset("they she he it we you i".split())
AUXILIARIES = frozenset(
    "is are was were has have had can could will would does do did should must may might isn't aren't".split()
)
# What tells a clause such as "the team ships weekly"; nouns of the same form are rare.
THIRD = frozenset(
    """ships runs works makes writes builds pays gives lets helps takes keeps knows cares learns decides owns talks thinks
    teaches trusts listens meets asks wants loves goes comes gets publishes deploys reads thinks seems feels""".split()
)
PAST = frozenset(
    """ran built led made wrote did had was were brought taught grew set cut kept held took gave went saw sold won began
    drove chose spoke found spent left met put got oversaw rebuilt rewrote dealt came knew understood stood sent spun
    read shrank shut fought caught paid became undertook withdrew lost hit used felt learnt heard""".split()
)
# These are no participles: "the team ran late" is a sentence, "the project run by Lee" is not.
PRETERITES = frozenset(
    "seemed looked went came wrote gave took knew spoke saw began chose drove grew ran became laughed smiled did".split()
)
NOT_PAST = frozenset(
    "experienced advanced detailed skilled seasoned based related limited mixed unified distributed".split()
)
PREDICATES = frozenset(
    """certified qualified trained fluent familiar comfortable able available proficient used experienced skilled
    versed good great strong patient organised organized reliable calm flexible curious motivated punctual friendly
    honest open careful thorough precise quick creative resilient hard-working hardworking detail-oriented keen
    interested adaptable helpful methodical structured sociable outgoing communicative bilingual numerate happy willing
    ready""".split()
)
DEGREES = frozenset(
    "very really quite rather extremely highly pretty so always super incredibly totally newly recently fully".split()
)
PRESENT = frozenset(
    """know have speak can could will would love understand bring enjoy teach hold manage maintain like run learn adapt
    handle listen care cook bake drive sell train live don't dont am""".split()
)
# These are nouns as often as verbs; what follows them tells.
EITHER = frozenset(
    "work design lead use build write own support plan cook bake train drive care handle manage hold".split()
)
VERB_FOLLOWS = DETERMINERS | frozenset(
    "with on in at as for from daily well it them fast quickly hard carefully best under closely independently".split()
)
NO_GERUND = frozenset(
    """nothing something anything everything thing morning evening spring king ring string interesting exciting inspiring
    welcoming amazing outstanding challenging engaging refreshing charming growing surprising convincing touching""".split()
)
# A gerund after "I liked" is what the person did themselves, or a thing: of any other nobody knows whose it was.
LIKED_GERUNDS = frozenset(
    """being learning hearing seeing meeting talking getting discussing mentoring teaching pairing working onboarding
    watching visiting trying having walking sitting reading joining chatting speaking listening""".split()
)
# What ends "an X licence", "X experience": a thing that is one's own.
OWN_NOUNS = frozenset(
    """background experience degree training interest eye knowledge familiarity command skill skills passion licence license
    certificate certification diploma qualification qualifications apprenticeship record time work project projects
    thesis career years patience curiosity attention love sense feel talent habit contacts network""".split()
)
DEGREES_HELD = frozenset(
    "gcse gcses btec nvq qts a-level phd mba msc bsc ba ma master's masters bachelor's bachelors doctorate diploma degree a-levels".split()
)
LANGUAGES = frozenset(
    """arabic bengali cantonese chinese czech danish dutch english finnish french german greek hebrew hindi hungarian
    italian japanese korean mandarin norwegian polish portuguese punjabi romanian russian spanish swedish turkish
    ukrainian urdu vietnamese""".split()
)
# Who somebody is, and what they have been.
TRAITS = re.compile(
    r"(?:learner|person|player|riser|aider|changer|returner|thinker|listener|worker|speaker|communicator|organiser|organizer)$"
)
JOBS = re.compile(
    r"(?:lead|leader|manager|nurse|teacher|waiter|waitress|assistant|analyst|engineer|developer|baker|cook|chef|driver|clerk"
    r"|cashier|receptionist|accountant|bookkeeper|consultant|intern|trainee|apprentice|supervisor|coordinator"
    r"|administrator|secretary|electrician|carpenter|officer|volunteer|tutor|trainer|coach|editor|writer|designer"
    r"|translator|librarian|technician|mechanic|scientist|researcher|carer|porter|paramedic|barista|bartender|salesman"
    r"|saleswoman|salesperson|agent|planner|controller|architect|programmer|foreman|headteacher)$"
)
PREPOSITION = re.compile(
    r"\s(?:of|in|at|for|with|on|from|to|about|between|under|since|by|into|across|near|during|as)\s"
)
# How somebody was: "how calm you were" says it of whoever is read to.
MANNERS = frozenset(
    """honest open friendly calm clear kind warm relaxed professional transparent interested structured organised organized
    prepared supportive helpful welcoming flexible informal direct fair patient curious polite attentive thorough frank
    approachable enthusiastic knowledgeable humble precise respectful down-to-earth funny witty generous thoughtful gentle
    genuine lively energetic cheerful considerate encouraging sincere engaged easygoing straightforward modest chatty
    cordial unhurried quick firm prompt brisk focused curt tough""".split()
)
# What they did, and what the person did, where a note leaves out who.
THEY_DID = frozenset(
    """asked explained showed gave listened answered took shared described remembered read knew let offered said told smiled""".split()
)
I_DID = frozenset("felt learned learnt laughed received heard got saw met".split())
# One of a kind, so that it needs an article: "the start date".
ONE_OF = re.compile(
    r"(?:team|CRM|ERP|migration|rollout|path|role|date|plan|structure|process|budget|product|roadmap|project|office|merger"
    r"|archive|stack|round|step|steps|system|tool|software|strategy|culture|rota|schedule|shop|store|ward|warehouse|building"
    r"|department|launch|website|app|database|platform|model|policy|programme|program|contract|client|customer|competition"
    r"|industry|market|history|future|vision|mission|move|switch|transition|canteen|kitchen|machine|oven|till|dashboard|report|pipeline|forecast|survey|study|service|unit|clinic|story"
    r"|inspection|strike|visit|tour|case|audit|campaign|handover|brand|website|workshop|course|ward|budget|backlog|shift|target|load|caseload|workload|exercise|task|test|talk|presentation|call|interview|limiter|queue|ledger"
    r"|scheduler|loader|parser|scanner|compiler|router|sensor|monitor|planner|editor|builder|tracker|counter|calculator|adapter|handler|printer)$"
)
FIRST_OF = frozenset("new next first second third final current old last upcoming planned".split())
MINE = re.compile(r"\b(?:my|I|me|mine|I'm|I’m)\b")
OWN_PAPERS = re.compile(
    r"^(?:cvs?|resume|résumé|portfolio|references?|certificates?|transcripts?|writing samples?|work samples?|code samples?"
    r"|thesis|dissertation|diploma|licen[cs]e|degree|documents|payslips?)\b",
    re.IGNORECASE,
)
# What says more of the thing before it, and is no second one: "an interview, with the CEO", "travel, once a month".
NO_THING = re.compile(
    r"(?:with|in|at|on|for|from|to|by|of|about|after|before|until|since|during|without|including|incl|once|twice|every|each"
    r"|maybe|perhaps|possibly|probably|likely|roughly|usually|mostly|mainly|especially|particularly|esp|only|also|then|but|or"
    r"|\d[\d.,]*|not|too|very|so|if|starting|depending|\w+ed (?:by|with|in|at|on))\b",
    re.IGNORECASE,
)
# What neither an article nor a verb makes a sentence of.
FRAGMENT = re.compile(
    r"\b(?:ok|okay|possible|allowed|provided|included)$|^growing (?:fast|quickly|steadily)\b"
    r"|^(?:not|less|so|too|like|well|on|at|in|thought|wanted|came|always|often|never|\w+n['’]t) "
    r"|^\w+[- ](?:first|driven|led)$|\s[–—-]\s"
)
# When and for how much, and nothing that one talks about.
SHIFTS = re.compile(
    r"(?:hybrid|remote|onsite|on-site|home|office|in office|wfh|part[- ]time|full[- ]time|holidays?|leave|notice|probation|pension|salary|pay) \d[\w.,%-]*(?: [\w/]+){0,3}",
    re.IGNORECASE,
)
# "Ten minute talk" is one, and "ten minute breaks" are several.
LASTING = re.compile(
    r"(?P<long>\d+|two|three|four|five|six|eight|ten|fifteen|twenty|thirty)[ -](?P<unit>minute|hour|day|week|month|page)[ -]"
    r"(?P<what>(?:[a-z-]+ )?[a-z-]{3,}(?<!s))"
)
# "Two boxes run everything", "most teams own their stack": a number of them, and what all do with what.
ALL_DO = re.compile(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|most|all|many|few|several|some|both) (?:[a-z-]{2,}s|people|men|women) (?!of\b|in\b|to\b|and\b|for\b|with\b|on\b|at\b|by\b|from\b|or\b|per\b|as\b|over\b|before\b|after\b|under\b|behind\b|across\b|without\b)"
    r"[a-z]{2,}(?<!ing)(?<!ed)(?<!s) (?:everything|nothing|the|an?|all|one|it|them|their|its|most|both|every|each|two|three)\b"
)
