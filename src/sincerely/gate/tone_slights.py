"""Turns that call what they did insulting, doubt that anybody read or listened, or say that all was settled before.

"I find it insulting to my patients" judges somebody else; what is denied or was doubted of a mail that went astray is none.
"""

from __future__ import annotations

_ADJECTIVES = r"(?:insulting|an insult|disrespectful|degrading|demeaning|humiliating|offensive|unprofessional|contemptuous|dismissive|disgraceful|pathetic|shabby)"
_NOT_TO_OTHERS = (
    r"(?! (?:to|for|towards|if|that people)\b(?! (?:be (?:told|rejected|turned|sent|treated|informed|answered|fobbed|left|ignored)|me\b|receive|get|learn|hear|read that))"
    r"| when\b(?! (?:you|your)\b))"
)
_ADVERBS = r"(?:(?:really|quite|frankly|honestly|rather|simply|deeply|very|so|just|all|a bit|to be|downright) ){0,3}"
_DEED = r"(?:process|procedure|letter|mail|e-?mail|message|reply|answer|treatment|handling|rejection|panel|interview|behaviou?r|attitude|way (?:you|i was)(?: \w+){1,5})"
_PAPERS = (
    r"(?:application|cv|résumé|resume|letter|papers|documents|portfolio|answers|work|sample|references|file|case study)"
)
_READERS = r"(?:you|they|the (?:\w+ )?(?:panel|board|committee|team|manager|recruiters?|interviewers?|jury)|your (?:\w+ ){1,2}|any(?:one|body)|some(?:one|body)|a (?:human|person|single person))"
_CAME = r"(?:even |ever )?(?:came|walked|sat|opened|arrived|entered|spoke|started|began|set foot|said)\b"

INSULTED = (
    rf"\bi (?:do )?{_ADVERBS}(?:find|found|consider|considered|call|think) (?:it|this|that|your \w+|the {_DEED}|how you|the way you) (?:(?:\w+ ){{0,3}}(?:is|was) )?{_ADVERBS}{_ADJECTIVES}\b{_NOT_TO_OTHERS}"
    rf"|\b(?:your (?:\w+ )?{_DEED}|the way you (?:\w+ ){{1,5}}) ?(?:is|was|were|feels|felt|seems|seemed) {_ADVERBS}{_ADJECTIVES}\b{_NOT_TO_OTHERS}"
    r"|\b(?:finde|fand) (?:ich )?(?:es |das |dies |ihr(?:e|en)? \w+ |euren? \w+ |die art,? wie (?:sie|ihr) (?:\w+ ){1,4}){1,2}(?:(?:ehrlich gesagt|ehrlich|ziemlich|wirklich|einfach|sehr|schlicht) ){0,3}"
    r"(?:beleidigend|respektlos|herabwürdigend|demütigend|entwürdigend|unprofessionell|eine (?:beleidigung|frechheit|zumutung))\b(?!,? (?:gegenüber|für (?:die|den|alle)|zu\b|wenn (?:man|jemand)))"
    r"|\bje trouve (?:cela |ça |votre \w+ |vos \w+ |le procédé |la (?:façon|manière) dont vous (?:\w+ ){1,4})(?:(?:franchement|vraiment|très|assez|plutôt|tout simplement) ){0,2}"
    r"(?:insultante?s?|irrespectueu(?:x|se|ses)|méprisante?s?|humiliante?s?|dégradante?s?)\b(?! (?:pour (?:les|nos|mes|des)|envers (?:les|nos|mes)|de (?!recevoir|me|m')))"
)
UNREAD = (
    rf"\bi (?:\w+ )?doubt (?:that |whether |if )?{_READERS} ?(?:has |have |had )?(?:even |ever |really |actually |so much as )?(?:read|looked at|opened|considered|glanced at) (?:a (?:word|line|page) of )?my {_PAPERS}\b(?! (?:yet|before|of yesterday|again))"
    r"|\b(?:you|they|the (?:\w+ )?(?:panel|board|committee|jury)|your (?:\w+ )?(?:panel|board|committee|team|manager)) (?:had|have|has|'d)? ?(?:(?:clearly|already|obviously|long|evidently) ){0,2}"
    rf"(?:made up (?:its|their|your) minds?|decided against me|chosen (?:somebody|someone)(?: else)?) (?:long |well |even )?before (?:i|my interview|we) {_CAME}"
    r"|\b(?:be)?zweifle,? dass (?:sie|ihr|jemand|irgendjemand|die \w+|das \w+|der \w+) meine (?:\w+ )?(?:bewerbung|unterlagen|mappe|zeugnisse|antworten) (?:\w+ ){0,2}(?:gelesen|angesehen|angeschaut|geöffnet)\b"
    r"|\bglaube (?:kaum|nicht),? dass (?:sie|ihr|jemand|irgendjemand|die \w+|das \w+|der \w+) meine (?:\w+ )?(?:bewerbung|unterlagen|mappe|zeugnisse|antworten) (?:überhaupt|je|jemals|auch nur|wirklich) (?:\w+ )?(?:gelesen|angesehen|angeschaut|geöffnet)\b"
    r"|\bje doute (?:fort )?(?:que|qu')(?: )?(?:vous|le jury|la commission|quiconque|quelqu'un|votre \w+) (?:ait|ayez|aient) (?:même |seulement |vraiment |jamais |ne serait-ce que )?(?:lu|ouvert|regardé|parcouru) m(?:on|a|es) (?:\w+ )?(?:candidature|dossier|cv|lettre|réponses)\b"
)
