"""Nothing shows that this is so.

What
    The message claims something about you, or about what was said, that no note of the debrief, no line of your CV, no
    mail and not the opening backs: years, figures, certificates, languages, what you led or built, what they are said to
    have told you. What the posting asks for is no ground for having it. Wishes, thanks and opinions need no ground.
    Nor can a day be meant that does not exist: a date with another weekday beside it, a day by which something is still
    to be done and which has passed, a meeting on another day than the interview that is known. A referee is told of no
    call from those who have said no, or whom you have left.

Why it matters
    An interviewer who was there knows what was said. One sentence that isn't so costs all the others their worth.

Options
    None.

Fix
    Take it out, or say "this is true": that adds a line to the debrief, and settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.process import Process

from . import grounds
from .case import Case
from .days import doubtful
from .ended import no_call_comes
from .text import Said
from .verdict import Mark, Weight

CODE = "OUT009"
NAME = "unsupported"
WEIGHT = Weight.ADVISE


@dataclass(frozen=True)
class Options:
    """None."""


PASS = """
at 2026-03-05 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
2026-03-04 15:20 debriefed   dana@acme.example liked="the migration story" fit="ran two such migrations"
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Thank you

Dear Dana,

Thank you for the interview about the data analyst position. I have run two such migrations myself.

Best,
Robin
"""
FAIL = """
at 2026-03-05 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
2026-03-04 15:20 debriefed   dana@acme.example liked="the migration story" fit="ran two such migrations"
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Thank you

Dear Dana,

Thank you for the interview about the data analyst position. I have led teams of forty people.

Best,
Robin
"""
_DEEDS = (
    "led|managed|built|ran|run|wrote|written|designed|developed|taught|trained|sold|launched|founded|won|earned|hold|held"
    "|spoke|completed|passed|graduated|studied|worked|served|shipped|delivered|created|cut|raised|reduced|saved|doubled"
    "|tripled|increased|grew|published|organi[sz]ed|headed|directed|supervised|coached|oversaw|introduced|brought|kept"
    "|drove|repaired|fixed|nursed|planned|edited|translated|negotiated|spent|mastered|received|drafted|opened|handled"
    "|restored|installed|cooked|audited|programmed|migrated|tested|drew|carried|invented|hired|advised|produced|maintain"
    "|curated|brewed|sewed|painted|baked|grown|rebuilt|prepared|flew|sailed|landed|lead|manage|speak|was (?:awarded|named|head|chief|promoted)"
)
_NUMBER = (
    r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
    r"|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|zwanzig)"
)
# What can be looked up: years, papers, languages, prizes, offers. These need a ground also where no debrief is known.
_HARD = re.compile(
    rf"\b{_NUMBER} (?:\w+ )?years?(?:'? (?:of )?(?:\w+ )?experience|\b(?=.*\b(?:as|in|with|at|lang)\b))|\b{_NUMBER} jahre\b"
    rf"|\bi(?:'ve| have) been an? (?!(?:\w+ )?(?:fan|customer|client|reader|admirer|member|visitor|patient|user|neighbour|neighbor|subscriber|listener)\b)(?:[\w-]+ ){{1,3}}for (?:over |more than |about |nearly |almost )?{_NUMBER} years\b"
    r"|\bi (?:also )?speak (?!to\b|with\b|for\b|about\b|as\b|on\b|up\b|at\b|in\b|of\b)(?:\w+ )?[a-z]\w+|\bfluent\b"
    r"|\b(?:i am|i'm|as) (?:an? )?(?:\w+ )?(?:certified|licen[cs]ed|qualified|chartered|trained|registered|award-winning|gelernter?)\b"
    r"|\b(?:finished|completed|hold|have|earned|received|got|with|passed) (?:\w+ ){0,3}(?:master's|bachelor's|degree|diploma|doctorate|phd|certificat\w+|licen[cs]e)\b"
    r"|\b(?!(?:end|rest|start|beginning|middle|half|time|part|turn|course|month|quarter|days?|most|all|out|first|last)\b)\w+ of the year\b|\b(?:won|awarded|received) (?:\w+ ){0,3}(?:prize|award|medal)\b|\bthe (?:only|best|fastest|first) (?:candidate|applicant)\b|\b(?:i (?:know|read|saw|gather)|as i read) (?:\w+ ){0,2}(?:from|in|on) your (?:\w+ ){0,2}(?:report|page|website|site|blog)\b",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\b(?:has|have|had) (?:just |also |now )?(?:offered me|made me an offer)\b|\banother offer\b|\boffer from another\b",
    re.IGNORECASE,
)
# That an offer elsewhere is taken, as who withdraws says it; what may come, or is denied, is none.
_TAKEN = re.compile(
    r"\b(?:i have|i've|i|have|had) (?:just |now |already |since |happily |gladly )?(?:accepted|taken|signed) (?:another|a different|an?) (?:\w+ ){0,2}(?:offer|position|job|role|post|contract)\b"
    r"|\bich (?:habe|hab) (?:(?!nicht\b|noch\b|kein)[\w-]+ ){0,3}(?:andere[sn]?|weitere[sn]?) (?:\w+ )?(?:angebot|stelle|position)(?: (?!nicht\b|noch\b)[\w-]+){0,2} angenommen\b"
    r"|\bj['’]ai (?:\w+ )?accepté (?:une|l['’]) ?autre (?:offre|proposition)\b|\bj['’]ai (?:\w+ )?accepté un autre (?:poste|emploi)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:if|unless|until|once i|before|when|as soon as|whether|not|wenn|falls|sobald|bevor|hätte|si|avant|quand|aurais|years? ago|last year|at the time)\b|\?",
    re.IGNORECASE,
)
_READY = re.compile(
    r"\b(?P<many>all (?:of )?(?:my )?(?:\w+ )?|both|two|three|four|five)\b.{0,30}\brefer\w+.{0,30}\b(?:agreed|ready|said yes)\b",
    re.IGNORECASE,
)
_CLAIM = re.compile(
    rf"\bI(?:'ve| have| had)?(?: \w+ly| also| myself| once| already| even| alone)? (?:{_DEEDS})\b"
    r"|\b[Mm]y (?:\w+ ){0,2}(?:certificat\w+|degree|diploma|licen[cs]e|award|patent|master's|doctorate|team of|fluency)\b"
    r"|\b[Mm]y (?:\w+ )?(?:team|department|branch|unit|shop|staff) (?:grew|doubled|tripled|won|went from|reached)\b|\bI(?:'ve| have)? (?:was|been) (?:\w+ )?(?:responsible for|in charge of|accountable for)\b"
    r"|\b(?:I(?:'ve| have| bring| offer)(?: also| already| gained| built)?|[Mm]y) (?:extensive|broad|deep|long|solid|considerable|proven|in-depth|hands-on|ample|wide) (?:\w+ )?(?:experience|knowledge|expertise) (?:of|in|with|as)\b"
    r"|\b(?:years|decades?) (?:of experience|in|as|with)\b|\b[Ii]ch habe\b.{0,60}\b(?:geleitet|geführt|gebaut|betreut|entwickelt)\b"
    r"|\b[Ii]ch bin (?:\w+ )?(?:zertifiziert|geprüft|gelernt|ausgebildet|examiniert|vereidigt|promoviert|diplomiert)\w*\b|\b[Ii]ch verfüge über\b|\b(?:lang|mehr)jährige[nr]? (?:\w+ )?(?:Erfahrung|Praxis)\b"
    r"|\b[Ii]ch habe (?:einen|ein) (?:\w+ )?(?:Master|Bachelor|Diplom|Doktortitel|Abschluss|Meisterbrief|Zertifikat)\b"
    r"|\b[Ii]ch (?:leite|führe|betreue)\b|\b[Ii]ch spreche (?:\w+ ){0,2}\w+(?:isch|tsch)\b"
    r"|\b[Jj]['’]ai (?:\w+ ){0,4}(?:dirigé|encadré|géré|conçu|développé)\b|\bje (?:dirige|encadre|gère)\b"
)
_THEY_SAID = re.compile(
    r"\b(?:you|your \w+|we) (?:\w+ )?(?:said|mentioned|told me|promised|agreed|assured|offered|discussed|pointed out|confirmed)\b"
    r"|\bas (?:you said|discussed|agreed|mentioned|promised)\b|\byour (?:offer|promise) (?:of|to|that)\b",
    re.IGNORECASE,
)
_NO_CLAIM = re.compile(
    r"\b(?:would|could|hope|hoping|wish|look forward|if|should|want|thought|think|enjoyed|liked|loved|was (?:glad|happy|pleased)"
    r"|appreciated|will|like to|felt|feel|remember|noticed|kept thinking|keep thinking|never|most)\b|\?",
    re.IGNORECASE,
)
# Figures that nobody forgets are looked up wherever they stand in a sentence about oneself.
_FIGURE = re.compile(r"\b(?:per ?cent|millions?|thousands?|billions?)\b|\d ?%", re.IGNORECASE)
_OF_ONESELF = re.compile(r"\b(?:I|I've|my)\b")
# What one does about a process itself: the link is opened, the form completed, the afternoon kept.
_ERRAND = (
    r"(?:(?:received|opened|completed|kept|held|passed|brought|prepared|drafted|tested|fixed|wrote|written|translated|worked (?:on|through))"
    r" (?:your|the|that|this|a short|a brief) (?:\w+ )?(?:form|link|contract|task|exercise|assignment|questionnaire|address|dates?|receipts?|letter|message|mail|e-mail|list|invitation|draft|papers|paperwork|parcel|package|laptop|keys?|badge|agenda|directions|brochure|details"
    r"|documents?|files?|text|plan|slides|offer|questions?|answer|reply|summary|note|appointment|slot|time|day|week|weekend|morning|afternoon|evening)"
    r"|(?:received|tested|fixed) (?:the|that|this) (?:\w+ )?(?:test|typo|mistake)|(?:kept|held) (?:(?:all )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|it)"
    r"|wrote down|ran (?:into|late|out)|planned to)"
)
# Letters and talks between the two, and the work that was done for them: they know these without a ground.
_BETWEEN = re.compile(
    r"\bI(?:'ve| have| had)? (?:\w+ )?(?:wrote|written|spoke|spoken|worked) (?:to|with) (?:you|him|her|them|your|the (?:panel|team|committee|two of you|three of you)|[A-Z]\w+(?: (?:and )?[A-Z]\w+){0,4} (?:by|on|last|yesterday|twice|again|and|about|at|in))\b"
    r"|\bI(?:'ve| have| had)? (?:\w+ )?(?:wrote|written) (?:twice|again|before|already|once|yesterday|(?:on|last|this|earlier this) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:on )?(?:last|this|earlier this) (?:week|month|morning|afternoon)|on (?:the )?\d)\b"
    r"|\bI(?:'ve| have| had)? (?:\w+ )?spent\b.{0,40}\b(?:(?:on|with|at) your|(?:on|with) (?:the|this|that) (?:task|test|exercise|assignment|questions|form))\b"
    rf"|\bI(?:'ve| have| had)? (?:\w+ )?{_ERRAND}\b(?! (?:of|for) (?:the|a|all) [A-Z])"
)
# "Enclosed is a scan of my certificate": what is handed over shows itself.
_HANDED = re.compile(
    r"\b(?:enclosed|attached|find|scans?|copy|copies|send\w*|sent|forward\w*|here (?:is|are)|here's)\b[^.;]{0,40}?"
    r"\bmy (?:\w+ ){0,2}(?:certificat\w+|degree|diploma|licen[cs]e|patent)\b",
    re.IGNORECASE,
)
# "As promised, here is my sample" keeps one's own word.
_OWN_WORD = re.compile(
    r"(?:as|like) (?:promised|agreed|discussed|mentioned|announced),? (?:here|i|i'm|i've|i'll|my|please|attached|enclosed)\b"
    r"|(?:here|attached|enclosed|please find|i(?: am|'m) sending)\b[^.;]{0,80}\bas (?:promised|agreed|discussed|mentioned)\b",
    re.IGNORECASE,
)
# "What you told me about yours" says that they spoke of it, not what they said.
_VAGUELY = re.compile(
    r"\b(?:what|everything|all(?: that)?|how much) (?:that )?(?:you|your \w+|we) (?:\w+ )?(?:said|mentioned|told me|discussed)\b",
    re.IGNORECASE,
)
_PLAIN = frozenset(
    """interview conversat talk meet yesterda today thank chanc position role team offic tour hour visit question
    news answer mail date send sent writ look forward hear soon decision next week monda tuesda wednesda thursda frida
    join glad happ pleas opening opportunit intere excit lead experienc person use""".split()
)
# That something was said is no part of what was said.
_SAYING = frozenset(
    map(grounds.stem, "say said tell told mention mentioned promise promised realise realize understand".split())
)
_COVERED = 0.5


def check(case: Case) -> Iterator[Mark]:
    """Find claims without a ground."""
    process = case.process
    if process is None or case.message.public:
        return
    yield from doubtful(case)
    yield from no_call_comes(case)
    own = f"{grounds.of_process(process)}\n{case.desk.grounds}"
    mine, told = _Known(own), _Known(f"{own}\n{case.desk.posting}")
    noted = grounds.notes(process)
    for said in case.message.sentences:
        for claim, kind in _claims(said):
            looked_up = kind == "hard" or noted or (kind == "own" and bool(case.desk.grounds))
            if looked_up and not (told if kind == "theirs" else mine).backs(claim.text):
                yield _mark(claim)
                break
        else:
            if (open_offer := _not_accepted(said.text, process)) is not None:
                yield Mark(
                    message=f"“{said.text}”: nothing says that you accepted; as far as is known, {open_offer} still waits.",
                    said=said,
                    proposal="Take it out; or, if you did accept, say so in that process first.",
                )
            elif _untrue(said.text, process):
                yield _mark(said)


def _mark(claim: Said) -> Mark:
    return Mark(
        message=f"“{claim.text}”: no note, no mail and not the opening says so.",
        said=claim,
        proposal="Take it out; or, if it is true, say so, and it becomes a line of your debrief.",
    )


def _not_accepted(line: str, process: Process) -> str | None:
    """Return whose offer is still open though the line says that one elsewhere was accepted; None where none is.

    Of offers that nobody told of nothing is known, nor whether they were accepted.
    """
    if not _TAKEN.search(line) or _SUPPOSED.search(line):
        return None
    offers = process.offers_elsewhere
    if any(offer.accepted is not None for offer in offers):
        return None
    return next((f"the offer of {offer.employer}" for offer in offers if offer.ended is None), None)


def _untrue(line: str, process: Process) -> bool:
    """Whether an offer or agreements are spoken of that are not known."""
    if _OFFER.search(line) and not process.offers_elsewhere:
        return True
    ready = _READY.search(line)
    if ready is None:
        return False
    wanted = [int(n) for n in grounds.figures(line)] or [2 if "both" in line.lower() else 3]
    return len(process.agreed) < max(wanted)


def _claims(said: Said) -> Iterator[tuple[Said, str]]:
    """Yield the clauses of a sentence that claim something.

    With each comes its kind: ``hard`` where it can be looked up, else ``own`` of the person or ``theirs``, what they are
    said to have said.
    """
    at = 0
    for piece in re.split(
        r"(?<=[,;:–—])\s+|\s+(?=(?:and|but|so|because|which|while|und) (?:I|my|you|we|ich)\b)", said.text
    ):
        begin = said.text.find(piece, at)
        at = begin + len(piece)
        line = piece.replace("’", "'")
        hard = bool(_HARD.search(line)) and not re.search(
            r"\b(?:ago|would|should like|i'd|will|you could)\b", line, re.IGNORECASE
        )
        figure = _FIGURE.search(line) and _OF_ONESELF.search(said.text) and not re.search(r"\byour?\b", line)
        hard = hard or bool(figure and not _NO_CLAIM.search(line))
        own = bool(_CLAIM.search(_HANDED.sub(" ", line))) and not _NO_CLAIM.search(line) and not _BETWEEN.search(line)
        theirs = _THEY_SAID.search(line) and not _VAGUELY.search(line) and not _OWN_WORD.match(said.text)
        if hard or own or theirs:
            bare = piece.strip(",;: ")
            start = said.begin + begin + piece.find(bare)
            yield Said(bare, start, start + len(bare)), "hard" if hard else "own" if own else "theirs"


class _Known:
    """What is known, as words and figures."""

    def __init__(self, ground: str) -> None:
        self.words, self.numbers = grounds.content(ground), grounds.figures(ground)

    def backs(self, claim: str) -> bool:
        """Whether a claim's figures are all known, and half of its telling words."""
        if not grounds.figures(claim) <= self.numbers | {"1"}:
            return False
        told = {word for word in grounds.content(claim) if word not in _PLAIN}
        told = told - _SAYING or told
        return not told or len(told & self.words) / len(told) >= _COVERED
