"""What a sentence names like a thing to hand in, and does not ask for: a file's number, what pleases, what nobody wants."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .named import Named, is_had, named
from .stated import is_stated, is_ticked_off

# "With reference to your application", "for reference", "quote the reference above": nobody vouches for anybody.
_NO_REFEREE = re.compile(r"\b(?:with|in|by|for|of|quote|quoting|cite)(?: (?:the|this|our|your))?(?: job| file)?$")
_OF_A_FILE = re.compile(r"(?:(?:number|no|nr|code|above|below|to)\b|[:,(]|\d)")
# "Two forms of ID", "a valid form of identification" are papers of that kind.
_KIND_OF = re.compile(
    r"of (?:\w+ ){0,4}?(?:id|identification|identity|ids|payment|address|proof|transport|communication)\b"
)


def is_other(words: Sequence[str], one: Named) -> bool:
    """Whether words only look like an item: "with reference to your letter", "two forms of ID"."""
    said = words[one.begin : one.stop]
    following = " ".join(words[one.stop : one.stop + _AHEAD])
    if list(said) == ["reference"]:
        before = " ".join(words[max(0, one.begin - _NEAR) : one.begin])
        return _NO_REFEREE.search(before) is not None and (not following or _OF_A_FILE.match(following) is not None)
    return len(said) == 1 and said[0] in _FORMS and _KIND_OF.match(following) is not None


_FORMS = frozenset("form forms".split())
_NEAR, _AHEAD = 5, 6


# What nobody wants: "please do not send references", "we do not accept CVs", "no references needed".
_SENDS = r"(?:send|sending|bring|attach|include|submit|email|mail|provide|upload|enclose|forward|accept|consider|need|require|want|ask for)"
_UNWANTED = re.compile(
    rf"(?:\b(?:do|does|should|must|will|can|need|please) not (?:be able to )?(?:(?:need|have|want) (?:you )?to )?(?:please )?{_SENDS}"
    rf"|\bnever {_SENDS}"
    r"|\b(?:unable|not able) to accept|\bno longer accept|\bno need (?:to \w+|for)|\bwithout the need (?:for|of))"
    r"(?: (?:us|me|your|any|a|an|the|id|copies of|copy of|of|further|more|other|or|and|us|in advance|by email|\w+s?)){0,5}$"
)
_NO_ITEM = re.compile(r"(?:^|\b(?:that|but|and|so|,|there (?:is|are)) )(?:no|keine?|aucun)$")
_NEEDED = re.compile(r"(?:is |are |sind |ist )?(?:needed|required|necessary|nötig|erforderlich|nécessaire)\b")
_UNWANTED_DE = re.compile(
    r"\b(?:bitte|müssen|brauchen|benötigen|sollen|verlangen|erwarten)(?: (?:senden|schicken|reichen|bringen))?(?: (?:sie|wir|uns|dazu|hierfür|mir)){0,2} keine?n?$"
)
_UNWANTED_FR = re.compile(
    r"\b(?:pas besoin|n'envoyez pas|n'est pas nécessaire|inutile de joindre)(?: d\w*| votre| un| le| de)*$"
)
# "If you do not send your CV", "did you not send", "for those who need not bring": it may be wanted all the same.
_IF = re.compile(r"\b(?:if|unless|should you|in case|falls|wenn|sofern|si|those who|why)\b")
_STOP = re.compile("[;!?]")
_BREAK = re.compile(r"(?:;|:|!|\?|\bbut\b|\bhowever\b|\baber\b|\bsondern\b|\bmais\b|,)")


def is_unwanted(words: Sequence[str], one: Named) -> bool:
    """Whether a sentence says that an item is not to be handed in."""
    before = " ".join(words[: one.begin])
    # A condition holds as far as its own sentence goes: "Should you have questions, call me; never send your CV".
    if _IF.search(_STOP.split(before)[-1]):
        return False
    clause = _BREAK.split(before)[-1].strip()
    if _UNWANTED.search(clause) or _UNWANTED_DE.search(clause) or _UNWANTED_FR.search(clause):
        return True
    return (
        _NO_ITEM.search(clause) is not None and _NEEDED.match(" ".join(words[one.stop : one.stop + _AHEAD])) is not None
    )


_PLEASED = re.compile(
    r"\b(?:impressed|enthusiastic|delighted|intrigued|interested|beeindruckt|angetan|séduits?|intéressés?) (?:by|with|about|in|von|par|de)(?: \w+){0,3}$"
    r"|\b(?:came|come|stumbled) across(?: \w+){0,2}$|\b(?:i|we|my client|they)(?: have| just)? (?:found|noticed|spotted|saw|seen)(?: \w+){0,2}$"
)
_PLEASES = re.compile(
    r"(?:really |sehr |nous |m'|beaucoup |has |have |hat |haben |a |ont |uns |mich |auf |vraiment ){0,3}"
    r"(?:interests?|interested|impressed|caught|stood out|stands out|m'intéresse|m'a|nous a|intéress\w+|retenu|plaît|plu|überzeugt|gefällt|gefallen|beeindruckt)\b"
    r"|(?:has|have) been (?:shortlisted|selected|forwarded|passed|received|reviewed)\b"
)
_WANTED = re.compile(
    r"\b(?:send|bring|attach|upload|provide|submit|share|forward|email|need|require|bitte|senden|schicken|envoyer|transmettre|could you|can you|would you)\b"
)


def is_liked(words: Sequence[str], one: Named) -> bool:
    """Whether a sentence says that an item, which therefore is there, pleases: "we were impressed with your CV"."""
    before, behind = " ".join(words[: one.begin]), " ".join(words[one.stop :])
    if _WANTED.search(_BREAK.split(before)[-1]) or _WANTED.search(behind):
        return False
    return _PLEASED.search(before) is not None or _PLEASES.match(behind) is not None


# "I'll get your CV over to Neil", "ich leite Ihren Lebenslauf weiter", "je transmets votre CV au client".
_I = r"\b(?:i|we)(?: will| have| shall| am going to| are going to| would| can| am| are)?(?: then| also| now| just| already){0,2}"
_PASSES = r"(?:get|getting|send|sending|sent|forward(?:ing|ed)?|pass(?:ing|ed)?|put(?:ting)?|share|sharing|shared|submit|submitting|submitted|present(?:ing|ed)?|circulat\w+|pop|ping|fire|shoot|take|show|give|run|walk)"
_PASSED_ON = re.compile(
    rf"{_I} {_PASSES}(?: on| over| across| forward| round| them| him| her| the client){{0,2}} your(?: \w+){{0,2}}$"
    r"|\b(?:ich|wir) (?:habe|haben|werde|werden|leite|leiten|schicke|schicken|sende|senden|gebe|geben|reiche|reichen|stelle|stellen)\b(?! sie\b)(?: \w+){0,4}? (?:ihren?|deinen?)$"
    r"|\b(?:leite|schicke|sende|gebe|reiche|leiten|schicken|senden|geben|reichen) (?:ich|wir)\b(?: \w+){0,4}? (?:ihren?|deinen?)$"
    r"|(?:\bje (?:vais |l'ai |ai )?|\bj'ai |\bnous (?:allons|avons|l'avons) )(?:(?:lui|leur|déjà|bien) ){0,2}(?:transmet\w*|transmis|envoi\w*|envoyée?|envoyer|transférer?|transfère|proposer?|proposé|présent\w+|adress\w+|fais suivre) (?:\w+ ){0,2}?(?:votre|ton)$"
    r"|\bnous (?:transmettons|envoyons|transférons|proposons|présentons|adressons) (?:\w+ ){0,2}?(?:votre|ton)$"
)
# What must come first is asked for all the same.
_ONCE = re.compile(
    r"\b(?:if|once|when|after|as soon as|unless|provided|need|please|sobald|wenn|nachdem|bitte|brauche\w*|dès que|quand|lorsque|si|besoin|merci de)\b"
)


def is_passed_on(words: Sequence[str], one: Named) -> bool:
    """Whether a sentence says that its writer hands an item on to somebody else, who therefore has it."""
    if _ONCE.search(" ".join(words)):
        return False
    return _PASSED_ON.search(" ".join(words[: one.begin])) is not None


def is_unasked(words: Sequence[str], item: str, items: Mapping[str, str]) -> bool:
    """Whether a sentence names an item, and each time as one that nobody is to hand in.

    Args:
        words: of the sentence, plain.
        item: one of `labels.ITEMS`.
        items: for each item its words, divided by bars.
    """
    own = [one for one in named(words, items) if one.item == item]
    return bool(own) and all(_is_surely_at_rest(words, one) for one in own)


_THANKED = re.compile(
    r"\b(?:thanks|thank you)(?: so| very| much| again){0,3} for (?:\w+ing )?(?:(?!please\b)[\w']+ ){0,8}$"
)


# "We have received your share code and your passport", "nous avons bien reçu votre RIB".
_RECEIVED = re.compile(
    r"\b(?:(?:we|i) have (?:(?:now|already|safely|also) ){0,2}(?:received|got)|(?:nous avons|j'ai) (?:bien |déjà )?reçu) "
    r"(?:(?!please\b|not\b|pas\b)[\w']+ ){0,8}$"
)


def _is_surely_at_rest(words: Sequence[str], one: Named) -> bool:
    before = " ".join((*words[: one.begin], ""))
    came = _THANKED.search(before) is not None or _RECEIVED.search(before) is not None
    return (came and is_had(words, one)) or any(
        test(words, one) for test in (is_other, is_unwanted, is_liked, is_ticked_off, is_passed_on)
    )


def is_at_rest(words: Sequence[str], one: Named) -> bool:
    """Whether nobody is to hand in what is named: it is something else, unwanted, or there."""
    return any(test(words, one) for test in (is_other, is_unwanted, is_liked, is_had, is_stated, is_passed_on))
