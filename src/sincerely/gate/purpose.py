"""What a message is for, read from its text: a check-in, thanks, an answer, a hand-in, the question why.

A message may serve several ends; what it does besides never makes a nudge of it. Cues are rows of words over the
body in lower case; each names the sentence that it stands in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from . import purpose_foreign, purpose_news
from .message import Outgoing
from .text import Said, words
from .umlauts import heard_as


class Purpose(StrEnum):
    """What a message is for."""

    NUDGE = "check-in"
    THANKS = "thanks"
    ANSWER = "answer"
    HAND_IN = "hand-in"
    ASK_WHY = "ask-why"
    WITHDRAWAL = "withdrawal"
    ACCEPTANCE = "acceptance"
    RESCHEDULE = "reschedule"
    DEADLINE = "another offer's deadline"
    IN_TOUCH = "stay-in-touch"
    OTHER = "other"


_CUES: dict[Purpose, str] = {
    Purpose.ACCEPTANCE: r"""
        \b(?:accept|take up|say yes to)\b (?:\w+ ){0,3}(?:offer|position|job|role|post)\b
        |\b(?:happily|gladly|delighted to|happy to|pleased to|like to|formally) accept\b
    """,
    Purpose.WITHDRAWAL: r"""
        \bwithdraw(?:ing|n|al)?\b|\b(?:no longer|not) (?:wish|want|like|able) to (?:be considered|continue|pursue|go on|proceed)
        |\bno longer (?:available|be considered|looking|in the running)\b|\btake (?:my name|me) (?:out|off)\b
        |\b(?:remove|pull) (?:my name|me|my application)\b|\bstep(?:ping)? (?:back|aside) from\b
        |\b(?:have|i) accepted (?:an|another|a different|a)\b.{0,30}(?:offer|position|job|role|post)
        |\bdecided (?:not to (?:go on|continue|pursue|proceed)|to (?:accept|take) (?:an|another|a))
        |(?:\bnot|n't)\b.{0,40}\bright (?:place|fit|role|job|post|move|step|position) for me\b
        |\b(?:decline|turn down)\b.{0,30}\b(?:offer|invitation|interview|position|post|role|job|place)\b
        |\bbow(?:ing)? out\b|\b(?:going to|have to|must|gratefully|'ll) (?:decline|turn (?:it|this|the \w+) down|say no)\b(?! (?:one|more|other|word))|\bapplication (?:as )?(?:closed|withdrawn)\b
        |\bcandidature (?:comme )?retirée\b
    """,
    Purpose.RESCHEDULE: r"""
        \bresched\w+|\b(?:move|shift|postpone|push back|bring forward|change)\b.{0,40}
            \b(?:interview|meeting|call|appointment|slot|conversation|termin|talk|it to)\b
        |\b(?:running|be|am|arrive|arriving)\b (?:\w+ ){0,4}(?:late|behind|delayed)\b|\bdelay(?:ed)?\b.{0,40}(?:train|flight|traffic|tram|bus)
        |\b(?:train|flight|tram|bus|traffic|motorway|car)\b.{0,50}(?:delay|late|stuck|stands|stopped|cancelled|broke)
        |\b(?:cannot|can't|can not|unable to|won't be able to|not be able to) (?:make|come|attend|join|be there|keep)\b
        |\b(?:another|different|other|new|later|earlier) (?:time|day|slot|date)\b.{0,30}(?:interview|meeting|call|talk|possible|suit|work)
        |\b(?:am|i'm|'m) not able to (?:make|come|attend|join|be there|keep)\b|\b(?:could|can|might|may|chance) we\b.{0,60}(?:\binstead\b|\banother (?:day|time)\b)
        |\b(?:could|can|might|may|chance) we (?:\w+ )?(?:slide|push|move|shift) (?:it|this|that|our|the)\b|\b(?:avancer|repousser|déplacer) (?:l'heure|l'entretien|le rendez-vous|notre)\b
    """,
    Purpose.DEADLINE: r"""
        \b(?:another|a second|an|other|competing|firm|written|received an|received a|have an|holding an|holding a) (?:\w+ ){0,2}offer\b(?! of help)
        |\b(?:been|was|were) offered (?:\w+ ){0,2}(?:job|post|position|role|place|contract)\b|\b(?:has|have) offered me (?:a|the|another)\b
        |\boffer (?:from|by|with) (?:another|a different|elsewhere)|\boffer elsewhere\b|\bi (?:have|hold|received) .{0,20}\boffer\b
        |\b(?:ein|anderes|weiteres) (?:\w+ )?angebot\b|\b(?:autre|une) offre\b
    """,
    Purpose.ASK_WHY: r"""
        \b(?:specific|particular|main|one|any|single|certain) (?:\w+ )?reasons?\b|\breasons? (?:for|behind|why|that)\b|\b(?:was|were|is|know|learn) (?:\w+ ){0,3}(?:the|your|their|a) (?:\w+ )?reasons?\b|\b(?:only|real|true) reason\b
        |\b(?:any|some|your|brief|short|honest|further|little|much|grateful for|appreciate|with|give me|share|ask for|for) (?:\w+ ){0,2}feedback\b|\bfeedback\b.{0,60}\?
        |(?<!understand )(?<!see )(?<!know )(?<!clear )\bwhy (?:i|you|my|it|the|they|she|he|another|someone|was|did|not|have|has)\b|\bwas it (?:my|the|because|that|something|for)\b|\bwhat (?:\w+ ){0,4}(?:lack(?:ed|ing)?|missing|missed|decided|tipped|spoke against|held me back|fell short|let me down)\b
        |\b(?:like|love|want|wish|hope|try|trying|helpful|help me|glad|grateful|able) (?:\w+ )?(?:to )?(?:better |really |fully )?(?:understand|follow) (?:your|the|this) (?:\w+ )?(?:decision|choice|rejection)\b
        |\bask\w* (?:\w+ ){0,4}(?:for|about) (?:the|your|any|a) (?:\w+ )?reasons?\b|\bquestions? (?:about|for|regarding|as to) (?:the|your) (?:\w+ )?reasons?\b|\bgrounds? (?:for|of|behind) (?:your|the|this) (?:\w+ )?(?:decision|choice|rejection|refusal)\b|\bwhat (?:\w+ ){1,3}against me\b|\bwhat i (?:did|do|have done|had done|'ve done) wrong\b
        |\b(?:explain|tell me|know|understand|learn|share|hear|see) (?:\w+ )?how (?:you|they|the \w+) (?:\w+ )?(?:reached|came to|arrived at|made|took) (?:this|that|the|your|their) (?:\w+ )?(?:decision|choice|conclusion)\b
        |\bwhere (?:\w+ ){0,3}(?:fell short|fell behind|could (?:improve|do better)|went wrong)\b
        |\bwhat (?:i|would|could|should) (?:\w+ ){0,3}(?:improve|better|differently|strengthen|stronger|work on)\b
        |\b(?:learn|improve|work on)\b.{0,40}\bnext time\b|\bmotivo\b
        |\bwhy(?= ?\?)|\b(?:know|tell me|say|explain|share|understand) (?:\w+ )?why(?= ?[.?!]|$)|\b(?:what|anything|something|one thing|how|where)\b.{0,50}\b(?:could|might|should|can) (?:have )?(?:do|done) (?:better|differently|otherwise)\b|\bthat (?:tipped|settled) it\b|\b(?:any|some|few) (?:\w+ )?(?:pointers?|advice|tips?)\b.{0,40}\b(?:better|improve|next time|on how)\b
        |\b(?:which|what) (?:\w+ ){1,6}let me down\b|\bce qui (?:\w+ |m'a |vous a ){0,4}(?:pencher|manqué|pesé|défaut|décidé|déplu)\b
        |\bwhat (?:did|do|does|had|has)\b.{0,40}\b(?:have|had|has) that i\b|\bwhat (?:\w+ )?went wrong\b|\bwhat made you (?:go|pick|prefer|take)\b
        |\b(?:scores?|comments|assessment|marks) .{0,60}\bwhy\b|\b(?:so that i (?:can|could|may|might)|let me|help me) see why\b|\bso i (?:can|could|may|might) see why i\b|\bwhat (?:\w+ ){0,3}(?:made the difference|made you (?:choose|decide)|was (?:it )?(?:missing|lacking))
    """,
    Purpose.HAND_IN: r"""
        \b(?:attached|enclosed|enclosing|attaching)\b|\bplease find\b|\bhere(?:'s| is| are| comes?| come)\b (?:\w+ ){0,2}(?:the|my|a|three|two|both|all|your|our|you)\b
        |\b(?:i am|i'm) (?:sending|submitting|handing in|forwarding)\b|\bas (?:you )?(?:requested|asked|promised|discussed|agreed)\b
        |\b(?:you|that you|which you) (?:had )?(?:asked (?:me )?for|requested|wanted)\b|\bmy (?:referees?|references?) (?:is|are)\b
    """,
    Purpose.THANKS: r"""
        \b(?:thank you|thanks|thankful|grateful|many thanks)\b(?: (?:so|very) much| again| a lot| a million| a bunch| both| all| kindly| indeed| most warmly)?,?(?: \w+,?)? (?:for|that you)\b
            (?! (?:letting me know|thinking of me|shortlisting|offering|your (?:kind |friendly |lovely |nice |good )?(?:invitation|message|mail|email|e-mail|reply|note|answer|letter|update|response|quick|prompt|patience|news|question|help)
            |(?:asking|sending|forwarding|writing|replying|answering|confirming|checking|passing|arranging|organi[sz]ing|preparing|setting|booking|putting|getting back|reaching out|coming back|following)
            |(?:the|that|this) (?:\w+ )?(?:form|news|offer|hint|tip|link|reminder|map|directions|mail|email|message|note|reply|update|details|attachment|invitation|heads-up)))
        |\b(?:it was|was) (?:\w+ ){0,3}(?:pleasure|joy|delight|great|good|lovely|nice|wonderful|honou?r) (?:to|meeting|talking|speaking|seeing|hearing)\b
        |\b(?:enjoyed|appreciated|appreciate) (?:\w+ ){0,3}(?:talk|talking|meeting|conversation|interview|speaking|time|visit|tour|day|afternoon|morning|hour)\b
        |\bgracias por\b|\bgrazie per\b
    """,
    Purpose.IN_TOUCH: r"""
        \b(?:keep|stay|remain|be) in touch\b|\bkeep (?:me|my (?:name|details|résumé|resume|cv|application)) (?:in mind|on file|in view)\b|\bthink of me\b
        |\b(?:future|later|other|another|further|new) (?:openings?|opportunit\w+|roles?|vacanc\w+|positions?|posts?)\b
        |\b(?:if|when|should) .{0,40}\b(?:opens? up|comes? up|becomes? (?:free|available|vacant))\b
        |\b(?:saw|seen|noticed|read) (?:that )?(?:you|your|the).{0,40}\b(?:new|opening|hiring|advertis\w+|opened|launched|won|article|posting)\b
    """,
}
_STATUS = r"""
    \b(?:any|some|more|further|the latest|there) (?:\w+ )?(?:news|updates?|word|developments?|decisions?|progress|movement)\b|\ban (?:\w+ )?(?:update|answer|decision)\b(?!.{0,40}\b(?:from me|from my)\b| (?:to|of) (?:my|the (?!(?:\w+ )?(?:process|search|status|application|decision|hiring|selection|position|role)\b)\w+)\b)
    |\b(?:come to|reached?|made|make|taken|take|making|been|reach) (?:a|any|your|the) (?:\w+ )?(?:decision|choice)\b
    |\b(?:decision|choice) (?:\w+ ){0,3}(?:been made|made|taken|reached|yet|fallen|expected|is due|is near|has fallen)\b|\b(?:have|has|had) (?:you|the \w+|your \w+|they|anyone|anybody|somebody) (?:\w+ ){0,3}(?:decided|chosen|settled|picked|made up)\b
    |\bwhere (?:things|we|i|my (?:application|candidacy)|matters|it|the \w+|you|everything) (?:now |currently )?stands?\b
    |(?:^|\b(?:me|know|wonder\w*|asks?|asking|hear|see|sense of|idea|on|about) )where (?:things|we|my (?:application|candidacy)|matters|you|everything) (?:now |currently )?(?:stands?|are|is)\b
    |\bwhere are (?:we|things|you)\b|\bwhat(?:'s| is| has been) (?:\w+ ){0,2}(?:happening|happened|going on) (?:with|to|about|on)\b|\bhow (?:things|matters) (?:stand|are|look|go)\b
    |\bstatus\b|\b(?:state|stage) of (?:my|(?:the|your) (?:\w+ )?(?:search|process|hiring|recruit\w+|applications?|selection|decision|vacancy|position)|play|things)\b|\bheard (?:back|anything|nothing|from you)\b
    |(?:\bnot|n't|\bnever|\bnothing|\byet to) (?:\w+ )?(?:hear|heard)(?= (?:from|back|anything|any|a thing|yet|since|more|for)\b| ?[.,;:!?]|$)
    |\bstill (?:(?:waiting|wait)(?! (?:for|on) (?:her|his|my|our)\b)|no (?:word|news|answer|reply))\b
    |\bwhen (?:(?:can|may|might|could|will|should|do|would) (?:i|we|candidates)|(?:i|we|candidates) (?:can|may|might|could|will|should|would)) (?:\w+ ){0,3}(?:expect|hear|know|learn|receive|get)\b|\bhow (?:soon|much longer|long)\b(?!(?: \w+){0,3} (?:test|exercise|task|assignment|exam|assessment|interview|call|visit|meeting|tour|trip|journey|drive)\b).{0,50}\b(?:decision|decide|hear|wait|know|answer|(?<!should )(?<!i )take)\b
    |\b(?:are (?:you|they)|(?:you|they) are|you're) still (?:hiring|recruiting|searching|interviewing|looking for)\b|\bwhich way (?:\w+ ){0,3}(?:going|leaning|leans)\b|\bupdate me\b|\bupdates?\?|\bupdate (?:on|about|regarding|as to)\b|\bkeep me (?:posted|updated|informed)\b|\bwhether (?:\w+ ){1,4}has (?:\w+ )?(?:reached|made|come|taken|decided)\b|\blet me know (?:\w+ ){0,3}(?:decision|decided|outcome|result|(?:where|how|whether)(?! (?:to|i (?:should|need|may|must|ought|could|can (?!expect|hear))|we (?:should|can|need|could|shall)|you(?:'d| would| need| want| prefer| require)|(?:it|that|this|the \w+) (?:is|are) (?:enough|all right|ok|okay|needed)|there\b|\w+day\b|you have (?:any|further|more|other|enough|everything|all|received|questions)\b|\w+ (?:suits?|works?))\b))
    |\blet me know (?:\w+ ){0,3}(?:if|whether) (?:there(?:'s| is| are| has| have)|you(?: have|'ve)) (?:(?:got|still|already|now|yet|been) ){0,2}(?:(?:any|some|a|an|the|more|further|other|real|first) ){0,2}
        (?:news|updates?|word|decisions?|developments?|progress|movement|chance|hope|idea|indication|information|timeline|timetable|time frame|outcome|results?|verdict|feedback|answer|next steps?|changes?(?! (?:to|in|of|with)\b)
        |(?:anything|something) (?:new|happening|moving|i should (?:\w+ )?know|(?:you can |you could |you are able to )?(?:to )?(?:tell|share|say|report)))\b(?! (?:that |which )?(?:i (?:can|could|should|may|might)|you(?:'d| would| need| may need| might need| require| want))\b)
    |\b(?:do|did|if|whether) (?:you|they) (?:already |now |yet )?(?:know|knew) (?:anything |something |any |a (?:little|bit) )?more(?=(?: about (?:it|this|that))? (?:by now|yet|now|already|today|this week|since)\b| ?[?.!]?$)
    |\b(?:still|am i|i am|i'm) (?:\w+ )?(?:in the running|being considered|under consideration|in consideration|a candidate)\b|\bstill (?:open|vacant|available|considering|on the table|deciding)\b
    |\b(?:timeline|time line|timetable|time frame|next steps?)\b.{0,60}\?|\bwhat (?:\w+ ){0,3}(?:timeline|next steps?)\b|\b(?:made it|got|get) (?:to|through to) the next round\b
    |\b(?:decision|outcome|result|verdict|answer)\b[^.]{0,40}\?
    |\b(?:eager|anxious|curious|keen|impatient) (?:\w+ )?(?:to (?:know|hear|learn)|about) (?:(?:more )?about )?
        (?:whether|if|when|where (?:things|we|you|i|my|it)|what (?:(?:you|they) (?:(?:have|will) )?decide|(?:comes?|happens?) next)|how (?:it|things|the (?:panel|committee|interview|talk|board))|any(?:thing)?|(?:(?:the|your|any|my) (?:\w+ )?)?(?:decision|outcome|results?|verdict|choice|answer|news|next (?:steps?|round|stage)))\b
    |\b(?:spoken|talked|got round|had a chance|had time)\b.{0,40}\b(?:decide|application|candidacy|discuss)\b
    |(?<!\bi )\bdecid(?:e|ed|ing)\b[^.]{0,40}\?|\b(?:you|they|somebody|anyone|anybody) (?:have |has )?(?:\w+ ){0,2}(?:decided(?! to (?!hire|go|move|make|offer|take|proceed|fill|continue|invite|see))|chosen|made up)\b
    |\bhas (?:that|this|it|anything) (?:\w+ )?(?:happened|changed|been decided)\b|\b(?:formed|reached|come to) (?:a|any) (?:view|conclusion|verdict)\b
    |\b(?:has|been|was|already|is) (?:now |already |yet |still )?(?:been )?filled\b|\b(?:got|get|landed|won) (?:the|this) (?:[\w-]+ ){0,3}(?:job|position|role|post|place)\b
    |\bhow (?:the|my|our|it) (?:\w+ )?(?:interview |talk )?went\b|\bhow many others\b|\b(?:know|learn|hear|hearing|await|awaiting) (?:\w+ ){0,4}(?:decision|outcome|result|verdict)\b
    |\bwhere (?:\w+ ){1,6}stands?\b|\banything (?:is )?(?:new|holding)\b
    |\b(?:anything|something) (?:that )?you (?:can|could) (?:already )?(?:tell|say|share)\b[^.?!]{0,20}\b(?:yet|already|about (?:how it|how things|where things|the (?:decision|outcome)))\b
    |\bwhat did (?:(?:the|your) )?(?:panel|committee|board|boss|team|director|others?|they|head) (?:say|decide|think)\b|\bis it (?:a )?(?:yes|no)\b|\bheard from (?:the|your) (?:director|panel|committee|board|boss|manager|head|client)\b[^.]{0,20}\?
    |\bwhen (?:you|they)(?:'ll| will| might| may) be in touch\b|\bhow far (?:along|on) (?:you|they|things|the)\b
    |\bin with a (?:\w+ )?chance\b|\bmy chances\b|\b(?:chance|time|opportunity) to (?:talk|discuss|decide|confer|make up)\b(?! (?:to|with) me\b)[^.]{0,40}\?
    |\bshould i (?:be )?expect(?:ing)? (?:a|an|to hear|your|any|some)\b(?! (?:\w+ )?from (?!you))|\b(?:hop|expect)(?:ing|ed) to (?:have )?hear(?:d)?\b.{0,30}\b(?:by now|already|before now|sooner|this week|last week|by today|by yesterday)\b
    |\b(?:if|whether) i(?:'ve| have| had)? (?:got (?:it|in|through|the (?:job|post|role|position|place))|been (?:chosen|selected|successful|picked|shortlisted)|(?:was|am) (?:chosen|selected|successful|picked|shortlisted|through))\b
    |\b(?:was|am) i (?:successful|chosen|selected|picked|shortlisted|through)\b|\bdid i get (?:it\?|the (?:job|post|role|position|place)\b)|\bhas (?:the|your) (?:panel|committee|board|hiring \w+|selection \w+) (?:\w+ )?(?:met|decided|sat|convened)\b
    |\bis the (?:job|post|role|position|vacancy) (?:\w+ )?(?:gone|taken)\b|\bhow (?:it|things|everything)(?:'s| is| are)? (?:all )?(?:going|coming along|progressing)\b.{0,15}\b(?:your end|so far|your side|the (?:search|hiring|recruitment|process))\b
"""
_SOFT = r"""
    \b(?:check|checking|checked) (?:back )?(?:in|up)\b|\bfollow(?:ing|ed)?[ -]?(?:up|through)\b|\b(?:circl|loop)(?:e|ing) back\b
    |\btouch(?:ing)? base\b|\bgentle (?:reminder|nudge|ping)\b|\bjust a (?:quick |short )?(?:nudge|reminder|ping|line)\b|\bping(?:ing)?\b|\bnudge\b|\binquir\w+|\benquir\w+
    |\b(?:still|remain|remains|continue to be) (?:very |most |really |deeply |highly |just as |as )?(?:interested|keen|enthusiastic|eager)\b|\breminder\b
    |\b(?:eager|anxious|curious|impatient) (?:\w+ )?to (?:hear|know)\b
"""
# Asks for news in whatever form it is said: pushes an earlier mail up, or asks whether it came.
_PUSH = r"""
    ^any (?:joy|luck)(?: yet| so far)? ?\?|\b(?:push|bump)(?:ing|ed)? (?:this|my|it)\b|\bto the top of your\b
    |\bdid you (?:ever )?(?:get|receive|see) (?:my|any of my|either of my|the) (?:\w+ ){0,3}(?:e-?mails?|messages?)\b(?! (?:with|containing|and the)\b)
    |\b(?:did|have|has) (?:\w+ ){1,3}(?:said|say|told you|tell you|heard|hear) anything\b.{0,20}(?:\byet\b|\bso far\b|\balready\b|\bback\b|\?)
    |\bany idea (?:yet )?(?:of )?when\b.{0,30}\b(?:know|hear|decide|expect|decision)\b|\b(?:chance|time|able) to make up your minds?\b
    |\b(?:revenir|reviens|relancer|recontacter)\b.{0,30}\b(?:au sujet|concernant|à propos|pour savoir|suite à|n'ayant)\b.{0,40}\b(?:candidature|poste|décision|choix|nouvelles|réponse)\b
    |\bsans (?:nouvelles?|réponse|retour) (?:de (?:vous|votre)|depuis|à ce jour|au sujet|concernant)\b|\bpas (?:encore )?(?:eu|reçu) de (?:nouvelles?|réponse|retour)\b|\bquand (?:une|la|votre) décision\b|\boù vous en êtes\b
    |\bdid (?:my|any of my|either of my) (?:\w+ ){0,3}(?:e-?mails?|messages?) (?:\w+ ){0,4}(?:reach|arrive|come through|get through|get to)\b
"""
# Said in thanks or an answer, these only look ahead.
_LOOKS_AHEAD = re.compile(
    r"\b(?:look(?:ing)? forward|freue mich (?:auf|darauf)|bin (?:schon |sehr |ganz ){0,2}gespannt|wenn (?:sie|ihr|du)\b.{0,30}\bfür\b.{0,20}\bentscheidung)\b(?!.{0,300}(?:\?|\b(?:as soon as|soonest|asap|by return|today|tomorrow)\b))|\bin good time\b",
    re.IGNORECASE,
)
_FLAGS = re.IGNORECASE | re.VERBOSE


def _compiled(pattern: str) -> re.Pattern[str]:
    lines = (line.strip().replace(" ", r"\ ") for line in pattern.strip().splitlines())
    return re.compile("".join(lines), _FLAGS)


_READ = {
    purpose: _compiled(f"{pattern}|{purpose_foreign.CUES[purpose]}" if purpose in purpose_foreign.CUES else pattern)
    for purpose, pattern in _CUES.items()
}
_ASKS_STATUS = _compiled(_STATUS)
_ASKS_ABROAD = _compiled(purpose_foreign.STATUS)
_ASKING_ABROAD = _compiled(purpose_foreign.ASKING)
_SOFTLY = _compiled(f"{_SOFT}|{purpose_foreign.SOFT}")
_PUSHES = _compiled(_PUSH)
# Speaks of the reason without asking for it: it was given, or need not be.
_NOT_ASKED = re.compile(
    r"\b(?:thank\w*|grateful|appreciate\w*|danke\w*|merci)\b.{0,40}\b(?:explaining|telling|sharing|saying|letting me know|erklär\w+"
    r"|(?:your|the|this|for) (?:\w+ )?(?:feedback|explanation|reasons?|answer|honesty|frankness|rückmeldung|offenheit))\b"
    r"|\bdanke\w*(?: (?:ihnen|dir|euch))?,? dass (?:sie|du|ihr)\b[^.!?]{0,60}\b(?:gr[uü]nde?|warum|weshalb)\b[^.!?]{0,60}\b(?:genannt|erklärt|gesagt|mitgeteilt|erläutert|geschrieben) ha(?:ben|st|bt)\b"
    r"|\bmerci\b[^.!?]{0,20} de m'avoir (?:\w+ ){0,2}(?:expliqué|dit|donné|indiqué|précisé|fait part)\b[^.!?]{0,30}\b(?:raisons?|motifs?|pourquoi|choix)\b"
    # Who sees why asks no more.
    r"|\b(?:verstehe|begreife|sehe|weiß)(?: ich)?(?: (?!nicht\b|kaum\b|nie\b)\w+){0,2},? (?:warum|weshalb|wieso)\b|\bkann (?:ich )?(?:(?!nicht\b|kaum\b|nie\b)\w+ ){0,3}(?:verstehen|nachvollziehen),? (?:warum|weshalb|wieso)\b"
    r"|\bje (?:comprends|vois)(?: (?!pas\b|mal\b)\w+)? pourquoi\b"
    # Why one writes, which nobody is asked for.
    r"|\b(?:reason|grund|raison) (?:for my (?:\w+ )?(?:mail|e-mail|email|message|letter|note|call|question|request|visit)|(?:that |why )?i(?:'m|'ve| am| have| was)? (?:now |still |just )?(?:writ\w+|wrote|ask\w*|call\w*|contact\w*|appl(?:y|ied|ying)|came|mail\w*|getting in touch)"
    r"|(?:für|meiner) (?:meine )?(?:mail|e-mail|nachricht|anfrage|frage|bitte)|de mon (?:mail|message|courriel|appel))\b"
    r"|\b(?:no need|need not|needn't|don't (?:need|have) to|do not (?:need|have) to|not asking|don't worry|do not worry)\b",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"\?|\b(?:(?:could|can|may|might) (?:you|i)|please|would (?:you|be|help|appreciate|like|love)|if (?:you|there)|any|some|(?:not|n't) (?:\w+ )?understand|könn\w+|würde\w*"
    r"|wüsste|wüßte|(?:but|aber|mais|doch) (?:[\w'-]+ ){0,4}(?:why|warum|weshalb|wieso|pourquoi)|pourr(?:iez|ais|ait)|serait-il"
    r"|(?:möchte|aimerais|voudrais|souhaiterais|frage|want|wonder\w*|demande)\b[^.?!]{0,40}\b(?:wissen|verstehen|erfahren|hören|savoir|comprendre|connaître|know|understand|why|warum|weshalb|woran|pourquoi|si))\b",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\?|\b(?:decision|venture)\b|\b(?:wonder|know|ask|hear|grateful|appreciate|hope|curious|whether|tell|could|would|glad|update|see if|see whether|find out|hoping|expected)\w*",
    re.IGNORECASE,
)
# What a message does besides asking for news: the first that it has is what it is for.
_ORDER = (
    Purpose.ACCEPTANCE,
    Purpose.WITHDRAWAL,
    Purpose.RESCHEDULE,
    Purpose.DEADLINE,
    Purpose.HAND_IN,
)


@dataclass(frozen=True)
class Reading:
    """What a message is for.

    Attributes:
        main: its first purpose.
        found: for each purpose the sentence that shows it.
        status: the sentence that asks for news, whatever the message is for.
    """

    main: Purpose
    found: dict[Purpose, Said]
    status: Said | None

    @property
    def nudges(self) -> bool:
        """Whether it is a nudge: it asks for news, and nothing else excuses it."""
        return self.main is Purpose.NUDGE

    def has(self, *purposes: Purpose) -> bool:
        """Whether it serves one of these ends, first or besides."""
        return self.main in purposes or any(purpose in self.found for purpose in purposes)


def read(message: Outgoing, *, rejected: bool, answers: bool) -> Reading:
    """Return what a message is for.

    Args:
        message: the message.
        rejected: the process ended with a no, so that a question for the reason has its ground.
        answers: the employer asked something, and this goes to them.
    """
    found: dict[Purpose, Said] = {}
    status = soft = None
    spelt = heard_as(message.text)
    # With nothing below it the subject is the message.
    for said in message.sentences or (Said(message.subject, 0, len(message.subject)),):
        line = spelt(said.text).replace("’", "'")
        for purpose, pattern in _READ.items():
            if purpose not in found and pattern.search(line) and not (purpose is Purpose.ASK_WHY and _is_told(line)):
                found[purpose] = said
        if status is None and _asks_for_news(line):
            status = said
        if soft is None and _hints(line) and not _YES.match(line):
            soft = said
    if Purpose.ASK_WHY in found and not (rejected or _tells_of_a_no(message)):
        del found[Purpose.ASK_WHY]
    if answers and status is not None and _says_little_else(message, status, soft):
        answers = False  # they asked something, and this only asks back for news
    return Reading(_main(found, status, soft, rejected=rejected, answers=answers), found, status or soft)


# "Yes, I am still interested" answers.
_YES = re.compile(r"(?:yes|ja|oui|yep|absolutely|gern)\b", re.IGNORECASE)
# One's own decision, what others have not sent yet, a decision in other matters, and news that one thanks for.
_NOT_THEIRS = re.compile(
    r"\b(?:my|our|meine|unsere|ma|notre) (?:own |final |endgültige )?(?:decision|choice|answer|entscheidung|antwort|décision|réponse)\b(?! (?:is|ist|est)\b)"
    r"|\bhear(?:d)? (?:\w+ )?(?:back )?from (?:my (?!interview|contact|recruit)\w+|[^.?!]{0,40}? about (?:the|my) (?:\w+ )?(?:certificate|transcript|degree"
    r"|diploma|visa|permit|passport|licen[cs]e|check|papers|registration)\b)"
    r"|\bdecision to (?!hire|fill|make|employ|recruit)\w+(?=[^?]{0,200}$)"
    r"|\bthank(?:s| you)(?: so much| very much| again| a lot| both)? for (?:the|your|this|that) (?:\w+ )?(?:updates?|news|word)\b(?! (?:you|in advance))"
    r"|\bthank(?:s| you)(?: so much| very much| again| a lot| both)? for (?:letting|telling) (?:me|us)(?: know)?\b(?! (?:when|as soon|if|whether|where|how))[^?,;]{0,100}"
    r"|\b(?:was|were) (?:\w+ ){1,2}to (?:hear|learn)\b[^?]{0,120}"
    r"|\bi(?: have|'ve| had)? (?:now |just |already |finally )?heard (?:back )?from (?!you\b|any)"
    r"|\bi(?: have|'ve)? followed up with (?!you\b)|\blet me know how (?:the|your) (?!decision|search|process|interview|application|panel|recruit|hiring)\w+"
    r"|\bmeine? \w+ (?:hat|ist|sind|haben)\b[^,.?!]{0,60}"
    # What they said of their decision, or what one offers until it falls, asks for none.
    r"|\b(?:i (?:(?:do|of course|fully|quite|well) )?(?:know|understand|realise|realize|appreciate)|(?:you|she|he|they) (?:\w+ )?(?:said|mentioned|told me|explained)|as (?:you|we|i) (?:(?:all|already) )?(?:know|said|agreed|discussed|understand),?) (?:that )?"
    r"(?:(?! (?:and|but|so|yet|which) )[^.?!,;:]){0,120}(?=[^?]{0,200}$)"
    r"|\b(?:before|until|while|helps?|help(?:s|ful)? (?:to|with|in|for)) (?:you|they|the \w+|your \w+) (?:to )?(?:come to|reach|make|take|making|taking) (?:a|any|your|the) (?:\w+ )?(?:decision|choice)\b(?=[^?]{0,200}$)",
    re.IGNORECASE,
)


def _hints(line: str) -> bool:
    line = _NOT_THEIRS.sub(" ", line)
    return _SOFTLY.search(line) is not None or purpose_news.hints(line.lower())


def _asks_for_news(line: str) -> bool:
    """Whether a sentence asks for news, or pushes up an earlier mail that did."""
    line = _NOT_THEIRS.sub(" ", line)
    return _PUSHES.search(line) is not None or purpose_news.asks(line.lower()) or asks_for_decision(line)


def asks_for_decision(line: str) -> bool:
    """Whether a sentence asks how far they are."""
    line = _NOT_THEIRS.sub(" ", line)
    asks = _ASKS_STATUS.search(line) and _ASKING.search(line)
    abroad = _ASKS_ABROAD.search(line) and _ASKING_ABROAD.search(line)
    return bool(asks or abroad) and not _LOOKS_AHEAD.search(line)


_WOULD = re.compile(r"\b(?:would|should|'d)(?: \w+){0,3} ?$", re.IGNORECASE)


def _is_told(line: str) -> bool:
    """Whether a sentence speaks of a reason that was given or is not asked for."""
    told = _NOT_ASKED.search(line)
    if told is not None and told[0][:6].lower() in {"gratef", "apprec"} and _WOULD.search(line[: told.start()]):
        return False  # "I would be grateful for your feedback"
    return told is not None and not _WISHES.search(line[told.end() :]) and "?" not in line


# From this many words beside the question for news on, something else is said.
_SOMETHING = 8


def _says_little_else(message: Outgoing, status: Said, soft: Said | None) -> bool:
    others = (said for said in message.sentences if said not in {status, soft})
    return sum(len(words(said.text)) for said in others) < _SOMETHING


_NO = re.compile(
    r"\b(?:reject\w+|not (?:been )?(?:chosen|selected|successful)|unsuccessful|turned (?:me )?down|another candidate"
    r"|someone else|somebody else|chose another|went with|not to (?:move|go|proceed|offer)|decided against|your decision"
    r"|absage|abgesagt|disappoint\w+|refus\w+|sorry (?:to hear|not)|gegen mich entschieden|anders entschieden"
    r"|nicht (?:geklappt|berücksichtigt|in die engere wahl)|pas (?:été )?retenue?|votre (?:choix|décision))\b"
)


def _tells_of_a_no(message: Outgoing) -> bool:
    return bool(_NO.search(message.plain))


def _main(
    found: dict[Purpose, Said], status: Said | None, soft: Said | None, *, rejected: bool, answers: bool
) -> Purpose:
    asks = status is not None and not (Purpose.THANKS in found and _only_when(status))
    ranked = (
        (Purpose.ASK_WHY, Purpose.ASK_WHY in found and rejected),
        *((purpose, purpose in found) for purpose in _ORDER),
        (Purpose.ANSWER, answers),
        (Purpose.NUDGE, asks),
        (Purpose.THANKS, Purpose.THANKS in found),
        (Purpose.ASK_WHY, Purpose.ASK_WHY in found),
        (Purpose.IN_TOUCH, rejected and Purpose.IN_TOUCH in found),
        (Purpose.NUDGE, soft is not None),
        (Purpose.IN_TOUCH, Purpose.IN_TOUCH in found),
    )
    return next((purpose for purpose, holds in ranked if holds), Purpose.OTHER)


_WHEN = re.compile(
    r"\b(?:when|by when|roughly when|what (?:the )?(?:timeline|next steps?)|nächste[nr]? schritte?|prochaines étapes|wann|quand|how (?:soon|long))\b",
    re.IGNORECASE,
)

_DECIDED = re.compile(
    r"\b(?:decision|decided|chosen|reached|entschieden|getroffen|gefallen|décidé|pris)\b", re.IGNORECASE
)


def _only_when(status: Said) -> bool:
    """Whether somebody asks when they may expect to hear, as one may in a thank-you."""
    return bool(_WHEN.search(status.text)) and not _DECIDED.search(status.text)
