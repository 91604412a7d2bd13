"""Questions for news that are put together from parts: who decides, and what they should have done by now.

Each asks whatever words stand around it, so none needs a verb of asking beside it. What somebody else decides, reviews or
was to send is none of them.
"""

from __future__ import annotations

import re

_THEY = (
    r"(?:you|they|(?:the|your) (?:[\w-]+ ){0,2}(?:team|panel|committee|board|managers?|directors?|department|company|client|colleagues?|people|firm|school|trust)"
    r"|anyone|anybody|somebody|hr)"
)
_MY = r"my (?:\w+ )?(?:application|candidacy|cv|c\.v\.|résumé|resume|profile|interview|case|file|documents)"
_SEARCH = r"(?:search|selection|hiring|recruit(?:ment|ing)|decision|interview)(?: process)?|process"
_NEWS = re.compile(
    # They have come to a conclusion, have met, have read what was sent.
    rf"\b(?:have|has|had|did) {_THEY} (?:\w+ ){{0,2}}(?:come to|reach(?:ed)?|arrived? at) (?:an?|any|some|the) (?:\w+ )?(?:conclusions?|decisions?|verdict|choice|view|agreement)\b"
    r"|\b(?:has|have|did) (?:the|your) (?:[\w-]+ ){0,2}(?:panel|committee|board) (?:\w+ )?(?:meet|met|convened?|sit|sat)\b(?! (?:the|an?|my|him|her|us|in|at|up)\b)"
    rf"|\b{_THEY}(?:'ve|'d)? (?:\w+ ){{0,2}}(?:had|have|found|find|get|got) (?:an?|the|any|some|enough) (?:\w+ )?(?:moment|minute|chance|time|opportunity) to (?:\w+ ){{1,3}}{_MY}\b"
    # When they will.
    rf"|\b(?:when|by when|how soon) {_THEY} (?:\w+ ){{0,4}}(?:decid(?:e|ing)(?! (?:on an? |on the |to\b))|choos(?:e|ing)|mak(?:e|ing) (?:a|the|your|up)|let (?:us|candidates|everybody|everyone) know)\b"
    r"|\b(?:give|send|drop|provide) (?:me|us) (?:with )?(?:an?|some|any) (?:(?:quick|short|brief|small|little) )?(?:update|(?:idea|sense|indication) (?:of|as to|about) (?:when (?:you|they|i (?:can|might|may|could|will)|we|(?:the|a|any|your) (?:\w+ )?(?:decision|answer|outcome|result|choice|panel|team|committee))|the (?:\w+ )?(?:timing|timeline|decision|outcome)))\b(?! (?:to|of) (?:my|your|the (?!(?:\w+ )?(?:process|search|status|application|decision|hiring|selection)\b)\w+)\b)"
    # How it goes.
    rf"|\bhow (?:the|your|this|that) (?:\w+ )?(?:{_SEARCH}) (?:(?:is|was|has been) )?(?:going|coming along|progressing|proceeding|went|goes)\b"
    rf"|\bhow (?:is|are) (?:the|your) (?:\w+ )?(?:{_SEARCH}|interviews) (?:going|coming|progressing|proceeding|looking)\b"
    r"|\b(?:have|are) (?:the|all|all the|your) (?:other |remaining )?(?:interviews|candidates|conversations) (?:\w+ ){0,2}(?:finished|done|over|concluded|seen|interviewed|complete\w*)\b[^.?!]{0,20}\?"
    r"|^any (?:thoughts|word|feedback|reactions?|verdict)\b(?! (?:on|about|as to) (?:what|how|which|where|whether|if|when) (?:i|we|to)\b)[^?.!]{0,60}\?|(?<!asking )(?<!asked )\bhow i (?:did|came across|performed)\b(?! (?:it|this|that|so|with|in the (?:test|exercise|exam)))"
    r"|\b(?:an?|any|the|another|some)(?:one|body| (?:\w+ )?(?:candidate|applicant|person)) (?:has|have) (?:\w+ )?been (?:selected|chosen|found|picked|hired|appointed)\b"
    r"|\b(?:think|expect|suppose|whether|if|will|when) (?:that )?i(?:'ll| will| would| shall| can| could| might)? (?:know|hear|learn) (?:any |something |a little )?(?:more|something)\b(?! (?:about|of|on|from (?!you\b))\b)"
    r"|\bis there (?:anything|something) (?:yet|already)\b(?! (?:(?:that |which )?(?:i|we)|to (?!(?:tell|say|report|share)\b)\w+)\b)|\bare there (?:still |any )?(?:other|more|further) (?:candidates|applicants|interviews(?! (?:on|in|that|which|before|for me)\b))\b"
    rf"|\bwhen (?:are|will|do|would) {_THEY} (?:\w+ ){{0,3}}(?:tell|inform|notify|contact) (?:the |all |all the |your |us )?(?:candidates|applicants|us|everyone|everybody)\b(?! (?:candidates |applicants )?(?:how|where|which|what|to|about)\b)"
    r"|\bno news is good news\b|\b(?:advise|inform|enlighten|update) (?:me )?(?:on|about|of|as to|regarding) (?:the|my|any) (?:\w+ )?(?:status|outcome|decision|result|progress|standing)\b"
    # Whether one is chosen, and who is.
    r"|\b(?:am i|if i am|if i'm|whether i am|whether i'm) (?:\w+ )?in the (?:race|running|frame|pool|mix)\b|\bhave i been (?:\w+ )?(?:successful|selected|chosen|shortlisted|picked|turned down|rejected)\b"
    r"|\b(?:are|is|were|be) (?:you|they|the \w+|your \w+)? ?(?:\w+ )?(?:any )?closer to (?:an? (?:decision|choice|answer)|choosing|deciding|(?:making|picking|selecting) (?:an?|the|your|some))\b"
    r"|\b(?:know|decided|settled|chosen|tell me|say) (?:(?:yet|already|now) )?(?:on )?(?:who|whom) (?:you|they)(?:'re| are|'ll| will| would)? (?:(?:going|want|wish|like|plan|intend) to )?(?:take|hire|choose|pick|appoint|select|offer)\b"
    r"|\bhabe ich die stelle(?: (?:bekommen|erhalten|schon|nun|jetzt))*\?"
    r"|\b(?:can|could|are) (?:you|they) (?:able to )?(?:tell|say to|give) (?:me |us )?(?:anything|something) (?:yet|already)\b(?! (?:about|on|of)\b)"
    # What should have come by now.
    r"|\bi(?:'ve|'d| have| had| did)?(?: not|n't)(?: \w+)? (?:received?|had|have|got(?:ten)?|seen) (?:an?|any|your|the) (?:\w+ )?(?:response|reply|answer|news|word|feedback|decision)\b(?! (?:from (?!you\b)|of|for|about the|in|to (?!my\b))\b)"
    r"|\bis the (?:[\w-]+ )?(?:role|position|job|post|vacancy) (?:\w+ )?(?:filled|gone|taken)\b|\b(?:count|reckon) on (?:hearing|an answer|a reply|a decision|your (?:answer|decision|reply))\b"
    r"|\b(?:would|should|'d|to) have (?:\w+ )?(?:(?:heard|been told|been contacted)(?= (?:from you|back|by|already|before|something|anything|sooner|at)\b| ?[.,;!?]|$)|had (?:an answer|a reply|news|word)\b(?! (?:of|about|for|from (?!you\b))\b))"
    r"|\b(?:call|mail|e-mail|message|word|answer|reply|news|hear|decision)\b[^.?!]{0,40}\b(?:but|yet|and) (?:none|nothing) (?:has |ever )?(?:came|come|arrived|reached me|followed)\b|\bnobody (?:has |ever )?(?:called|written|wrote|rung|been in touch|got back)(?= (?:me|back|yet|since|so far|to)\b| ?[.,;!?]|$)"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:has|had)(?: now)? (?:come and gone|passed)\b(?= ?[.,;:!?]| (?:and|but|without|now|already)\b|$)|\bthe (?:date|day|deadline)(?: that| which)? you (?:named|gave|mentioned|set)\b[^.?!]{0,20}\b(?:passed|gone|behind)\b"
    r"|\b(?:whether|if) you (?:\w+ )?(?:received|got|saw|seen) (?:my|any of my) (?:[\w-]+ ){0,2}(?:e-?mails?|messages?|notes?|letters?|application)\b(?! (?:about|with|containing|of)\b)"
    r"|\b(?:wollten|sollten) sie sich (?:(?!wegen (?!meiner|der (?:stelle|entscheidung))|zu[mr]? )[\w.]+ ){0,5}melden\b[^.!?]{0,20}\?"
    r"|\bwor(?:an|auf) (?:es (?:noch )?(?:hängt|hakt|wartet)|(?:hängt|hakt) es)\b"
    r"|\bhaben sie (?:\w+ ){0,2}(?:einen|eine|ihren) (?:\w+ )?(?:favorit\w*|wunschkandidat\w*)\b|\bhat(?:ten|te) (?:sie|ihr|du|das team) (?:\w+ ){0,3}(?:gelegenheit|zeit|möglichkeit),? (?:sich )?(?:mit )?(?:über )?mein(?:e[nmr]?)? (?:\w+ )?(?:unterlagen|bewerbung|arbeitsprobe|mappe|lebenslauf)\b"
    r"|\bwie (?:läuft|geht|kommt) (?:denn )?(?:das|ihr|die|der) (?:\w+ )?(?:auswahl\w*|bewerbungs\w*|verfahren|besetzung\w*|suche)\b(?! mit de[rnm] (?!stelle|besetzung|auswahl|bewerb))|\bist (?:meine|die) (?:\w+ )?(?:(?:e-?)?mail|nachricht)\b(?! (?:mit|zu[rm]?|wegen)\b)[^.!?]{0,30}\b(?:angekommen|eingegangen|untergegangen)\b[^.!]{0,10}\?"
    r"|\b(?:können|könnten|dürfen) sie (?:mir )?(?:denn )?(?:schon|bereits|inzwischen) (?:\w+ )?(?:etwas|was|mehr|näheres) sagen\b(?!,? (?:was|wo|wohin|wie|womit|worauf|wann) ich\b)|\bhatte (?:ich )?(?:\w+ )?(?:gehofft|erwartet|damit gerechnet)\b(?:(?!\bvo[nm] (?!ihnen|ihrem|ihrer|euch|dir\b))[^.!?]){0,60}\b(?:hören|bescheid|antwort|rückmeldung)\b",
)
_SOFT = re.compile(
    r"\bit(?:'s| has|'s now| is now)? (?:\w+ )?been (?:\w+ ){0,3}(?:days?|weeks?|months?|fortnight|while|time) since (?:we|you|i|our|my|the) (?:\w+ ){0,2}(?:spoke|talked|met|interview\w*|conversation|meeting|applied|application|heard)\b"
    r"|\b(?:am|'m|remain) still (?:very |really |so |just as )?excited\b(?= ?[.!;]|$| to\b| about (?:the|this|your|it|joining|working)(?: (?:\w+ )?(?:role|position|opportunity|job|post|prospect|chance|opening))?(?: ?[.!;,]|$| and (?:look|hope|would)))|\b(?:sorry|hate|mean|want|like) (?:\w+ )?to (?:chase|nag|pester|badger)\b|\b(?:let me know|tell me|hear|know|answer) (?:\w+ )?(?:either way|one way or (?:the other|another))\b"
)


def asks(line: str) -> bool:
    """Whether a line in lower case asks for news.

    >>> asks("has the team come to any conclusions?"), asks("the team came to the station.")
    (True, False)
    """
    return _NEWS.search(line) is not None


def hints(line: str) -> bool:
    """Whether a line in lower case asks for news if nothing else is said beside it."""
    return _SOFT.search(line) is not None
