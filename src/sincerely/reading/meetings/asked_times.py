"""Whether a time is only asked about, or proposed: "Can we say 1pm instead?" moves nothing until somebody agrees.

What tells is the mood of the sentence that names the time, and of the one that asks whether it suits. A courteous question
behind a change that was made, "it will now be at 1pm, can you still make it?", leaves the change made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sincerely.reading.statements.slots import Slot
from sincerely.reading.statements.statement import CLOCK_GRAINS, Statement

from .other_appointments import speaks_of_change, tells_change

_MOVED = (
    r"(?:moved|rescheduled|postponed|pushed|shifted|changed|put (?:off|back)|brought forward|booked|scheduled|confirmed|arranged"
    r"|verschoben|verlegt|vorverlegt|geändert|reportée?s?|décalée?s?|déplacée?s?|repoussée?s?|avancée?s?)"
)
_SOON = r"(?:(?:now|just|already|been|had to be|to be|therefore|sadly|unfortunately|jetzt|nun|leider|daher|malheureusement|donc|dû être|été) ){0,3}"
_TALK = r"(?:interview|call|chat|meeting|appointment|session|\w*gespräch|termin|entretien|rendez-vous|échange)"
# What was done, what must be, and what will be; what somebody has agreed to.
_STATES = re.compile(
    r"^\W*(?:(?:small |quick |slight )?change of plans?|(?:the )?new (?:time|date|slot)|neuer termin|neue (?:uhr)?zeit|(?:nouvelle date|nouvel horaire|nouveau créneau))\s?[:–—-]"
    rf"|(?:\b(?:has|have|had|is|are|was|were|been|got|wurde|wird|ist|sind|est|a été|sera)|['’](?:ve|s|re)) {_SOON}{_MOVED}\b"
    r"|\b(?:have|has|had|need|needs|are going|going) to (?:move|reschedule|postpone|push|shift|change|bring)\b|\b(?:must|['’]?ll have to) (?:move|reschedule|postpone|push|shift|change)\b"
    r"|(?:\bwill|['’]ll)(?: now)? (?:be|take place|start|meet|see)\b|\bnow (?:be|at|on|for|take)\b|\bis now\b"
    r"|\b(?:müssen|mussten?|haben|hat|habe)\b[^?]{0,90}\b(?:verschieben|verlegen|vorverlegen|verschoben|verlegt|vorverlegt)\b|\bfindet\b"
    r"|\b(?:devons|avons dû|avons|ai dû|dois)\b[^?]{0,40}\b(?:report\w+|décal\w+|déplac\w+|repouss\w+|avanc\w+)|\baura lieu\b|\best (?:désormais|maintenant)\b"
    rf"|\b{_TALK}\b[^.;!?]{{0,40}}\b(?:is|are|takes place|ist|est|confirmed|booked|scheduled|set)\b"
    r"|\b(?:works|suits|is (?:fine|good|great|perfect))\b(?! (?:for )?you)|\blet['’]?s (?:do|say|go|make)\b|(?<!\bto )\bsee you\b|\blook(?:ing)? forward\b|\bbis (?:dann|\w+day)\b",
    re.IGNORECASE,
)
# "Would you mind if we moved it" is no past.
_DID = re.compile(
    r"\b(?:we|i|they|he|she) (?:(?:have|had|just|already) ){0,2}(?:moved|rescheduled|pushed|shifted|changed)\b",
    re.IGNORECASE,
)
# It stands in the house's book already: "I've put it in the diary", "unless I hear from you".
_ENTERED = re.compile(
    r"(?:['’]ve|\b(?:have|had|already)) (?:\w+ ){0,2}?(?:put|booked|pencill?ed|entered|noted|changed|updated|moved) (?:it|that|this|you)\b|\bunless (?:I|we) hear\b"
    r"|\b(?:so|bereits|schon) (?:eingetragen|vermerkt|notiert|gebucht)\b|\bsauf (?:avis|réponse) contraire\b",
    re.IGNORECASE,
)
# A verb before its subject asks, at a clause's beginning; so do some words for wishing.
_HEAD = r"(?:^\W*|[,;:.!?)–—-]\s+|\b(?:so|and|but|or|please|sorry|then|also|und|aber|oder|also|bitte|sonst|daher|deshalb|et|ou|mais|alors|donc|du coup) )(?:(?:please|perhaps|maybe|vielleicht|bitte|peut-être),? )?"
_OPENS = re.compile(
    r"\b(?:could|can|shall|may|might) (?:we|you|i|it)\b(?! be (?:said|done)\b)"
    rf"|{_HEAD}(?:would|will|is|are|do|does) (?:we|you|i|it|that|this|there|the|your|our|they|\w+day)\b"
    r"|\bwould (?:it|that|this|you) (?:be|work|suit|mind)\b|\b(?:how|what) about\b|\bany chance\b|\b(?:wonder\w*|ask\w*|fragen|demander) (?:if|whether|ob|si)\b|\bok(?:ay)? if\b"
    rf"|{_HEAD}(?:ginge|passte?|könnten wir|könntest du|könnten sie|wäre es)\b"
    r"|\b(?:pourr(?:ions|iez|ait|ais|ons|ez)|peut|peux|pouvons|pouvez|serait|est|seriez|auriez|avez|êtes)-(?:t-)?(?:nous|vous|on|tu|je|il|ce)\b|\best-ce (?:que|qu['’]|possible)|\bon pourrait\b|\bsi (?:on|nous) (?:disait|disions|décalait|décalions|faisait)\b",
    re.IGNORECASE,
)
# These begin a sentence of other kinds too: only with its mark they ask.
_OPENS_MARKED = re.compile(
    rf"{_HEAD}(?:geht|klappt|können|könnten|kannst|schaffen|schaffst|hätten|hättest|haben|hast|würden|würdest|dürfte\w*|sollen|wollen|magst|wären?|ist|sind|on peut|ça|cela)\b"
    r"|\b(?:könnten|hätten|hätte|wäre|würden)\b",
    re.IGNORECASE,
)
_PROPOSES = re.compile(
    r"\b(?:proposer?\w{0,4}|proposing|suggest\w*|schlagen?\b[^.;!?]{0,80}\bvor|vorschlagen|(?:mein|unser) vorschlag|hoping (?:to|we|you)|(?:they|he|she|\w+) (?:has |have |['’]ve )?asked (?:to|if|whether))\b",
    re.IGNORECASE,
)
# "Could you please bring the form on Friday at 10?" asks for something else than the time.
_OF_ELSE = re.compile(
    r"\b(?:could|can|would|will|may|könnten?|können|kannst|würden|pourr\w+|peux|pouvez)(?:[ -](?:you|i|we|sie|du|ich|vous|tu))?(?: (?:please|kindly|also|mir|uns|bitte|auch|s['’]il vous plaît|m['’]|nous))*[ ’']{1,2}"
    r"(?:let (?:me|us) know (?!(?:if|whether) (?:that|this|it|you|\w+day|\d))|confirm (?!(?:if|whether)\b)|send|bring|tell|prepare|sign|fill|complete|check (?:that|the)|note|ensure|reply|ask|envoyer|apporter|confirmer (?!si\b)|préparer|remplir|signer|transmettre)"
    r"|\b(?:schicken|senden|mitbringen|ausfüllen|unterschreiben|vorbereiten|zusenden|bestätigen)\b",
    re.IGNORECASE,
)
_SUITS = re.compile(
    r"\b(?:does|do|would|will|is|are|can|could)(?:n['’]t)? (?:that|this|it|you|the (?:new |other )?(?:time|date|slot)|these|either)\b[^.?!]{0,40}?\b(?:work|suit|ok|okay|alright|all right|fine|good|possible|convenient|feasible|manage|make|do|free|available|mind)\b[^?]{0,40}\?"
    r"|\b(?:ok|okay|alright|all right|possible|any good|einverstanden|in ordnung|recht|machbar)(?: (?:for|with|by|für|pour) (?:you|sie|dich|vous|toi))?\s?\?|\bhow does (?:that|this|it) sound\b|\bwhat do you think\?"
    r"|\b(?:passt|ginge|geht|klappt|wäre|ist|hätten|haben|könnten) (?:das|es|ihnen|dir|euch|dies|der termin|sie|du)\b[^?]{0,50}\?"
    r"|\b(?:cela|ça|ce créneau|cette (?:date|heure|proposition)|ce)\b[^?.!]{0,40}\b(?:convien\w+|va|irait|possible|ok)\b[^?]{0,30}\?|\b(?:seriez|êtes|es|serais)-(?:vous|tu) (?:disponible|libre)|\bsi (?:cela|ça|cette \w+(?: \w+)?|ce \w+) vous (?:convien\w+|va)\b[^?]{0,30}\?",
    re.IGNORECASE,
)
# What is asked to hold still is fixed: "can you still make it?".
_STILL = re.compile(r"\b(?:still|noch|weiterhin|nach wie vor|toujours)\b", re.IGNORECASE)
_LET_KNOW = re.compile(
    r"\b(?:let (?:me|us) know|tell (?:me|us)|confirm|sagen sie (?:mir|uns)|(?:geben|teilen) sie (?:mir|uns)\b.{0,20}|(?:dites|faites)(?:-(?:moi|nous|le))*(?: savoir)?) (?:please )?(?:if|whether|ob|si) (?:that|this|it|the|these|das|dies\w*|es|ihnen|cela|ça|ce)\b",
    re.IGNORECASE,
)
# "Let me know if Friday at 10 works": what may not work is not yet so.
_LETS_ANSWER = re.compile(
    r"\b(?:let (?:me|us) know|tell (?:me|us)|sagen sie (?:mir|uns)|(?:geben|teilen) sie (?:mir|uns)\b[^.;!?]{0,20}|(?:dites|faites)(?:-(?:moi|nous|le))*(?: savoir)?),? (?:please |bitte )?(?:if|whether|ob|si)\b[^.;!?]{0,25}$",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"(?:\b(?:would|could|might)|['’]d) (?:like|prefer|love|rather|be|need)\b|\b(?:würden?|möchten?|könnten?)\b|\b(?:aimer\w+|souhait\w+|préfér\w+|voudr\w+)\b",
    re.IGNORECASE,
)
# "We may have to move it to Friday": what may be is not yet so.
_PERHAPS = re.compile(
    r"\b(?:may|might|could) (?:\w+ )?(?:have to|need to|be) (?:move|reschedule|postpone|push|shift|change)\w*\b|\b(?:müssen|muss|werden) (?:\w+ ){0,6}?(?:vielleicht|eventuell|möglicherweise)\b"
    r"|\b(?:vielleicht|eventuell|möglicherweise) (?:müssen|muss)\b|\b(?:pourrions|devrons peut-être|pourrait) (?:\w+ )?(?:devoir |être )?(?:report|décal|déplac|amen)\w*",
    re.IGNORECASE,
)
# Who agrees to the day and says the hour has settled it: "Thursday is fine. Say half one?".
_SETTLES = re.compile(
    r"\b(?:works|suits|passt|(?:is|are|ist|wäre|est) (?:fine|good|great|perfect|ok|okay|gut|super|prima|parfait|bon))\b|\bconvient\b",
    re.IGNORECASE,
)
_ASKED_WITHIN = 2


def is_asked(slot: Slot, said: Sequence[Statement]) -> bool:
    """Whether a mail only asks whether a time would do, or proposes it."""
    if any(_ENTERED.search(one.text) for one in said[slot.statement : slot.statement + 1 + _ASKED_WITHIN]):
        return False
    return all(_asks(said, index, begin, stop) for index, (begin, stop) in _naming(slot, said))


_YOURS = re.compile(
    rf"\b(?:your|our|the|this|ihr\w*|dein\w*|unser\w*|das|den|der|votre|ton|notre|l['’]) ?(?:\w+ ){{0,2}}?\w*{_TALK}\b|\b(?:it|es|le|you)\b",
    re.IGNORECASE,
)
_DOUBTS = re.compile(
    r"\b(?:may|might|could|can|would|not|never|if|whether|unless|perhaps|maybe|hope\w*|könnten?|vielleicht|eventuell|nicht|wenn|falls|ob|pas|peut-être|pourr\w+|si|other|another|ander\w+|autre)\b|n['’]t\b",
    re.IGNORECASE,
)


def is_moved_to(slot: Slot, said: Sequence[Statement]) -> bool:
    """Whether the sentence of a time says in so many words that the interview was moved, or must be: of what may be, and what is asked, it is not said."""
    statement = said[slot.statement]
    before = statement.text[: slot.begin]
    states = _STATES.search(statement.text) or _DID.search(statement.text)
    told = (
        states is not None and speaks_of_change(statement) and tells_change(statement) and _YOURS.search(statement.text)
    )
    return bool(told) and _DOUBTS.search(before) is None and not is_asked(slot, said)


def is_asking(statement: Statement) -> bool:
    """Whether a sentence asks for something to be done, and does not tell that it was: "could we move to another day?"."""
    text = statement.text
    asks = _OPENS.search(text) is not None or text.rstrip().endswith("?")
    return asks and not (_STATES.search(text) or _DID.search(text)) and _OF_ELSE.search(text) is None


def _naming(slot: Slot, said: Sequence[Statement]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield where a time is named: what is asked in one sentence may be stated in another."""
    yield slot.statement, (slot.begin, slot.stop)
    for index, statement in enumerate(said):
        if index == slot.statement or not (_STATES.search(statement.text) or _DID.search(statement.text)):
            continue
        for one in statement.times:
            told = one.grain in CLOCK_GRAINS and one.start is not None
            if told and one.start is not None and one.start.timetz() == slot.start.timetz():
                yield index, (one.begin, one.stop)


def is_asked_after(slot: Slot, said: Sequence[Statement]) -> bool:
    """Whether only what follows asks about a time: "we invite you on Thursday at 2pm. Does that suit you?"."""
    return not _asks(said[: slot.statement + 1], slot.statement, slot.begin, slot.stop)


def _asks(said: Sequence[Statement], index: int, begin: int, stop: int) -> bool:
    """Whether a sentence asks about its time."""
    text = said[index].text
    before, behind = text[:begin], text[stop:]
    if _OF_ELSE.search(before):
        return False
    if _PERHAPS.search(text) or _LETS_ANSWER.search(before):
        return True
    # "Fri 10? Zoom" asks as well.
    asks = text.rstrip().endswith("?") or behind.lstrip().startswith("?")
    opened = [found.end() for opens in (_OPENS, _OPENS_MARKED)[: 1 + asks] for found in opens.finditer(before)]
    if opened and _STATES.search(before, max(opened)) is None:
        return True
    if _PROPOSES.search(text):
        return True
    if _STATES.search(text) or _DID.search(text):
        return False
    if (
        asks
        and not _SETTLES.search(said[index - 1].text if index else "")
        and (_SUITS.search(behind) or _OPENS.search(behind) is None)
    ):
        return True
    after = said[index + 1 : index + 1 + _ASKED_WITHIN]
    if any(_SUITS.search(one.text) and not _STILL.search(one.text) for one in after):
        return True
    # What invites says so out of courtesy: "we would like to invite you on Friday at 10, let us know if that is convenient".
    return bool(_WISHES.search(before) and speaks_of_change(said[index])) and any(
        _LET_KNOW.search(one.text) for one in (said[index], *after)
    )
