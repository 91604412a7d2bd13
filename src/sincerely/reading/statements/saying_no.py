"""Whether the candidate withdraws, or turns an offer down, in so many words.

A withdrawal ends a process, so what only sounds like one ("running late, so sorry") is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_THING = (
    r"(?:it|this|that|(?:the|your|this) (?:\w+ ){0,2}?(?:offer|job|role|position|post|place|invitation|opportunity))"
)
_ENGLISH = re.compile(
    r"\bwithdraw(?:ing|n|al)?\b|\b(?:bow|step|pull|drop)(?:ing)? (?:out|aside|back|away)\b|\b(?:out of|from) the running\b"
    rf"|\bturn(?:ing)? (?:down )?{_THING}(?: down)?\b|\bturn(?:ing)? down\b|\bdeclin(?:e|ing)\b|\b(?:say|saying) no\b|\b(?:is|be) a (?:\w+ )?no (?:from|on) (?:me|my)\b|\bpass on {_THING}\b"
    r"|\b(?:accepted|taken|take|chosen|choose|signed|going with|go with|said yes to|gone with|start(?:ed|ing)?) (?:\w+ ){0,3}?(?:another|other|different|elsewhere|somewhere (?:else|new))\b"
    r"|\bdecided (?:not to (?!(?:drive|bring|cycle|fly|walk|wait|wear|print|send|attach|include|mention|email|phone|ring|call|worry|bother|ask|rush|book|stay|let)\b)|against (?!(?:driving|bringing|cycling|flying|walking|waiting|wearing|sending)\b)|not(?! to)|to (?:stay|remain))\b|\bno longer (?:\w+ ){0,2}?(?:available\b(?! (?:on|at|in|before|after|until|from|between|for (?:the|a|our) (?:call|slot|meeting|interview|time))\b)|able to (?:proceed|continue|pursue|take (?:it|up|the|this|on)|accept|join|go (?:ahead|forward|on)|move|commit|be considered)\b|(?:interested|looking|wish|want|pursu\w+|consider\w*)\b)"
    r"|\bnot (?:be |going to |able to |wish to |want to |currently |actively |in a position to ){0,3}(?:looking|in the market|interested|(?:taking|accepting|accept|take)(?! (?:(?:an?|any|my|two|three|some|long|more|the|this) )?(?:holidays?|vacation|leave|days?|calls?|notes?|part|breaks?|train|bus|car|test|lunch|long|tests?|exam|course|place in)\b)|proceed\w*|continu\w+|going ahead|go ahead|moving forward|move forward|pursu\w+)\b"
    r"|\b(?:stay|staying|remain|remaining) (?:where i am|put|in my|with my)\b|\b(?:remove|take) (?:me|my (?:name|application|details))\b"
    r"|\b(?:consider|regard|treat) (?:\w+ ){0,4}?(?:closed|withdrawn)\b|\bnot (?:quite )?(?:the right|right for me|for me)\b|\bcannot (?:take|accept|leave)\b"
)
_GERMAN = re.compile(
    r"\b(?:zurück(?:zu)?zieh\w*|zurückgezogen|absag\w*|abzusagen|abgesagt|absagen)\b|\bzieh\w*\b.{0,80}\bzurück\b|\bsag\w*\b.{0,60}\bab\b"
    r"|\b(?:nicht|nicht mehr|nicht länger) (?:mehr )?(?:zur verfügung|annehmen|übernehmen|antreten|weiterverfolgen|wahrnehmen|kommen kann)\b|\bnicht mehr zur verfügung\b"
    r"|\b(?:anders|dagegen|anderweitig|gegen|andere\w*|bleiben?)\b.{0,60}\b(?:entschieden|entschlossen|zu bleiben)\b|\bandere\w* (?:stelle|angebot|zusage|job)\b.{0,60}\b(?:angenommen|annehm\w*|entschieden|zugesagt|gewählt|antret\w*|unterschrieben|gefunden|vorzieh\w*|vorgezogen)\b|\b(?:für|nehme|annehme|wähle|trete)\b.{0,30}\bandere\w* (?:stelle|angebot|job)\b|\bkein interesse mehr\b"
    r"|\bstelle\b.{0,40}\bnicht (?:annehmen|antreten|nehmen|machen)\b|\bdoch nicht\b|\beine?n? (?:\w+ )?(?:absage|nein|korb)\b|\bnein sagen\b"
)
_FRENCH = re.compile(
    r"\bretir\w*\b.{0,40}\bcandidature\b|\bcandidature\b.{0,40}\bretir\w*\b|\bme (?:retir\w*|désist\w*)\b|\b(?:renonc\w+|déclin\w+|refuser)\b"
    r"|\b(?:accepté|choisi|retenu|signé|trouvé)\b.{0,40}\b(?:autre|emploi|ailleurs)\b|\b(?:pas|plus) (?:donner suite|poursuivre|disponible|à l['’] ?écoute|intéressée?)\b"
)


def says_no(said: Sequence[Sequence[str]]) -> bool:
    """Whether a sentence withdraws or declines.

    Args:
        said: the words of each sentence, in lower case, contractions written out.
    """
    texts = [" ".join(words) for words in said]
    return any(pattern.search(text) for text in texts for pattern in (_ENGLISH, _GERMAN, _FRENCH))
