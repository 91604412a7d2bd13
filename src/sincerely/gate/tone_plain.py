"""Sentences that say nothing but what they say, English above all: thanks, a request for one's papers, a leave given.

So do an answer that the writer owes, and an interest that lasts.

The encoder has learnt hard sentences beside courteous ones, and of the shortest and plainest it knows neither. Each of
these is matched as a whole: a word beside them, an exclamation mark or haste leaves the sentence to the encoder.
"""

from __future__ import annotations

import re

from .tone_words import SORT

_THANKS = re.compile(
    r"(?:and )?(?:(?:many|my) thanks|thanks|thank you)(?: (?:again|once more|once again|so much|very much|both|all)){0,2}"
    r"(?: for (?:everything|letting me know|telling me|writing|calling|asking|(?:your|all your|the|this|that) (?:kind |quick |friendly |lovely |good |warm )?"
    r"(?:time|help|kindness|trust|support|advice|message|mail|reply|answer|talk|conversation|visit|tour|invitation|care|welcome|coffee|morning|afternoon|day|hour|call|offer)))?\."
)
_MINE = (
    r"(?:(?:me |us )?(?:my|the|this|both) (?:[\w-]+ ){0,2}(?:files?|data|details|documents?|papers?|address(?:es)?|number|name|date|form|link|certificates?|application|cv|résumé"
    r"|references?|sample|copy|copies|entry|account|photo|contract|mail|invitation))"
)
_REQUEST = re.compile(
    r"(?:(?:yes|no|all right|of course),? )?(?:please|(?:could|would|can) you(?: please| kindly)?)"
    r" (?:delete|remove|erase|keep|send|return|forward|update|correct|change|confirm|note|use|find|add|replace|resend|take)"
    rf" (?:me|{_MINE})(?: (?:below|above|attached|enclosed|once more|on file|off the list|for (?:your|the) (?:files?|records|list)|(?:from|in|to|into) (?:your|the) (?:\w+ )?(?:system|files?|records|list|database|form|calendar)|from now on)){{0,2}}[.?]"
)
_LEAVE = re.compile(
    r"(?:(?:yes|of course),? )?(?:you|your \w+|she|he|they) (?:may|can|(?:is|are) (?:welcome|free) to)(?: (?:of course|gladly|also|certainly|happily))?"
    r" (?:call|ring|contact|reach|ask|write to|speak (?:to|with)|talk to) (?:me|my (?:[\w-]+ ){0,2}\w+|(?:dr|prof|mr|mrs|ms)\.? \w+)"
    r"(?: (?:at any time|any time|any day|on \w+|at \w+|in the (?:morning|afternoon|evening)))?\."
)
# A debt of one's own is owned up to; theirs is none of the writer's to name.
_OWED = re.compile(
    r"i (?:had |have |still )?(?:promised|owe|owed) (?:you (?:all )?)?(?:an?|my|the) (?:final |clear |quick |written |short )?(?:answer|reply|response|decision|word|note|list|confirmation)"
    r"(?: (?:by|before|for|until|on|this|within) (?:[\w-]+ ){0,2}[\w-]+)?\."
    r"|i (?:had |have )?(?:promised|said i(?:'d| would)|told you i(?:'d| would)) (?:to )?(?:let you know|answer|reply|write|decide|get back to you)(?: (?:by|before|on|this|within) (?:[\w-]+ ){0,2}[\w-]+)?\."
    r"|ich (?:hatte|habe) (?:ihnen|dir|euch) (?:eine|meine) (?:antwort|entscheidung|rückmeldung) (?:bis|für|zu) (?:[\w-]+ ){0,2}[\w-]+ (?:versprochen|zugesagt)\."
    r"|je vous (?:avais|ai) promis (?:une|ma) (?:réponse|décision) (?:pour|avant|d'ici) (?:[\w'-]+ ){0,2}[\w'-]+\."
)
_STILL = re.compile(
    r"(?:(?:i(?:'m| am)|and i am|and) )?still (?:very |really |just as |quite |as |most )?(?:much )?(?:interested|keen|excited|enthusiastic)"
    r"(?: (?:in|about|on) (?:it|(?:the|this|your) (?:[\w-]+ ){0,3}(?:role|position|job|post|opening|team|opportunity|place)))?\."
    r"|no (?:stress|rush|hurry|pressure)(?: at all)?(?: if (?:things are|you(?:'re| are)|it(?:'s| is)) (?:\w+ )?busy)?[.!]"
    r"|(?:ich bin )?(?:weiterhin|nach wie vor|immer noch|noch immer) (?:sehr |wirklich )?interessiert\.|(?:je suis )?toujours (?:très |vraiment )?intéressée?\."
)
_HOW = re.compile(
    r"(?:(?:hi|hey|hello|dear) [\w-]+,? )?how(?:'s| is| are) (?:it|things|everything|that) (?:looking|going|coming along)"
    r"(?: (?:on your (?:side|end)|over there|after (?:talking|speaking) (?:to|with) (?:your|the) [\w-]+|after (?:your|the) (?:talk|meeting|call|holidays?)(?: with (?:your|the) [\w-]+)?))?\?"
)
# Who may be asked is no threat; a lawyer, a union and the press are none of those.
_SECONDS = re.compile(
    r"\b(?:lawyer|solicitor|attorney|barrister|union|press|friends?|followers?|husband|father|brother"
    rf"|{'|'.join(word for word, sort in SORT.items() if sort == 'insult')})\b"
)


def is_plain(sentence: str) -> bool:
    """Whether a sentence thanks, asks for one's own papers or gives leave, and does nothing besides.

    >>> is_plain("Thank you again for everything."), is_plain("Thank you for nothing.")
    (True, False)
    """
    low = sentence.lower().replace("’", "'").strip()
    whole = _THANKS.fullmatch(low) or _REQUEST.fullmatch(low) or _LEAVE.fullmatch(low)
    whole = whole or _OWED.fullmatch(low) or _STILL.fullmatch(low) or _HOW.fullmatch(low)
    return whole is not None and _SECONDS.search(low) is None
