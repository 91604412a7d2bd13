"""That the reader's answer is awaited: with an offer held that is the offer's day; else somebody asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from sincerely.core import events
from sincerely.reading.linking import relays
from sincerely.times import TimeMention

from .answers import clause_awaiting, is_awaited, is_of_theirs
from .deadlines import day_of, is_deadline
from .scene import Found, Scene
from .statement import CLOCK_GRAINS, Statement
from .telling import CERTAIN, News, Teller

# How sure it is that an offer stands until the day by which its answer is awaited, and that words that ask do ask.
_HELD = 0.95
_ASKS = 0.7
_DECIDES = re.compile(
    r"\b(?:answer|decision|decide|(?:I|we) (?:[\w'’]+ ){0,4}to know|das\s+wissen|es\s+wissen|savoir|reply|response|acceptance|accept|hear(?:ing)? (?:back )?from you|make up your mind|sign|think|consider"
    r"|antwort|entscheidung|entscheide\w*|zusage|rückmeldung|bescheid|entschluss|bedenkzeit|überlegen"
    r"|réponse|répond\w*|décision|décide\w*|retour|accord|accepter|réfléchir|signer)\b",
    re.IGNORECASE,
)
# "Your answer about the Saturday visit" is another one than that to the offer.
_OTHER = re.compile(
    r"\b(?:about|regarding|concerning|whether|if you|what|when|which|with your|to (?:my|our|the) (?:question|email|mail|message)|zu[mr]?|bezüglich|hinsichtlich|ob|wann|welche\w*|mit ihrer|sur|concernant|quant|si vous|à propos)\b",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\b(?:offers?|contract|position|role|job|accept\w*|join\w*|sign\w*|angebots?|vertrags?|stelle|annehm\w*|anzunehmen|zusag\w*|unterschr\w*|proposition|offre|contrat|poste|signe\w*|rejoin\w*)\b",
    re.IGNORECASE,
)
# By when an offer that is held stands, whoever is to answer it.
_STANDS = re.compile(
    r"(?:\b(?:offer|position|job|place|it) (?:stands|holds|is (?:open|valid|good)|remains open|expires|lapses)|\b(?:hold|keep) (?:the|this|your) (?:offer|position|job|place)\b"
    r"|\b(?:halten|halte) (?:wir |ich )?(?:ihnen|dir) (?:die|diese) stelle\b|\bangebot (?:gilt|steht|ist gültig|läuft)|\b(?:offre|proposition) (?:est valable|tient|reste (?:valable|ouverte)|court)"
    r"|\b(?:extend\w*|push(?:ed)?|moved?)\b[^.,;:!?]{0,20}?\b(?:deadline|offer)\b|\b(?:deadline|offer)\b[^.,;:!?]{0,15}?\b(?:extended|pushed|moved)\b|\b(?:give|allow|grant) you ?$"
    r"|\bverlänger\w*\b[^.,;:!?]{0,25}?\b(?:frist|angebots?|bedenkzeit)\b|\b(?:frist|angebot|bedenkzeit)\b[^.,;:!?]{0,15}?\bverlängert\b|\bprolong\w+\b[^.,;:!?]{0,25}?\b(?:délai|offre|proposition)\b|\b(?:délai|offre)\b[^.,;:!?]{0,15}?\bprolongée?\b)",
    re.IGNORECASE,
)
# A question, and not a form of words: "any questions?", "how are you?", "wasn't that something?", "..., right?".
_FORM = re.compile(
    r"^\W*(?:any|(?:do )?you have any|have you any|other|more|further|noch|haben sie(?: noch)?|gibt es(?: noch)?|des|une?|avez vous(?: des)?|as tu des) ?(?:questions?|fragen|concerns)\b"
    r"|^\W*(?:questions|fragen|and now|la suite|ça va|how (?:(?:are|is) (?:you|things|it going|life)|(?:am|did|are) (?:i|we))|comment (?:ça va|vas tu|allez vous)|wie geht['’ ]?e?s|alles gut|all (?:good|well)|(?:is|are|was|were|does|do|did|has|have|would|could)n['’]t\b|n['’]est|ist das nicht|war das nicht)"
    r"|^\W*(?:(?:can|could|would) you (?:believe|imagine|guess) (?:it|how|what|that|who)\b|(?:can|could) you (?:please |kindly )?(?:bear with|be patient|wait|hang on|hold on|give (?:me|us) (?:until|till|a|some|more))|shall i (?:go on|say more)|(?:do you )?(?:need|want) (?:anything|something|more)|anything else|who (?:knew|knows)|(?:kannst|können|könnten) (?:du|sie) (?:dir|sich) (?:das |so etwas )?vorstellen,? (?:wie|was|dass)\b|(?:können|könnten) sie (?:sich )?(?:bitte |noch )?(?:\w+ ){0,3}(?:gedulden|geduld haben)|(?:sonst|noch|sonst noch) (?:etwas|was)\b|(?:pouvez|pourriez|peux|pourrais)[- ](?:vous|tu) (?:patienter\b|imaginer (?:comme|combien|que)\b|croire (?:que|combien)\b))"
    r"|\b(?:get home|got home|home (?:safe|ok|all)|gut (?:heim|nach hause)|bien rentrée?|(?:nice|good|your) (?:weekend|trip|holiday)|schönes wochenende|ears (?:burning|ringing)|ohren)\b"
    r"|, ?(?:ok|okay|right|yes|no|eh|oder|gell|ne|nicht wahr|non|hein|d['’]accord|isn['’]t it|don['’]t you think|deal|fair enough)\W*\?$",
    re.IGNORECASE,
)
# "What does the role involve?" heads what is told next; "how did it go?" is asked.
_HEADING = re.compile(
    r"^\W*(?:(?:so|and|but|also|und|also|et|alors),? )?(?:what|who|when|where|why|how|which|was|wer|wann|wo|warum|wieso|wie|welche\w*|que|qu['’]|qui|quand|où|pourquoi|comment|quel\w*)\b",
    re.IGNORECASE,
)
_OF_READER = re.compile(
    r"\b(?:you|your|yours|sie|ihnen|ihre?[mnrs]?|du|dir|dich|dein\w*|euch|vous|votre|vos|tu|te|toi|ton|ta|tes|did (?:it|things|that) go|was it|war es|war['’]s|lief|ça s['’]est passé|s['’]est passée?)\b",
    re.IGNORECASE,
)


def with_answer(teller: Teller, told: Sequence[News]) -> list[News]:
    """Return what a mail says, and that an answer is awaited of the reader where nothing of it tells that.

    Args:
        teller: of the mail.
        told: what it says, the weightiest first.
    """
    scene = teller.scene
    again = _offered_again(teller) if scene.offered and not scene.machine else None
    if again is not None and not any(_decides(news.found) for news in told):
        # Who waits for an answer has not refused.
        return [
            again,
            *(news for news in told if not _is_outcome(news.found) and not _is_said_by(news.found, again.found)),
        ]
    told = [news for news in told if not (scene.offered and _is_of_else(news.found, scene))]
    # That an offer is held is known: there is nothing to ask.
    told = [news for news in told if not (scene.offered and _is_offer(news.found) and not news.found.certain)]
    # Once it is accepted, its contract comes: that is no second offer.
    told = [news for news in told if not (scene.accepted and _is_offer(news.found))]
    if any(isinstance(news.found.event, _TELLS) and news.found.certain for news in told):
        return told
    index = _asking(teller)
    if index < 0:
        return told
    if teller.says("asks") and not is_no_promise(teller) and not any(news.found.certain for news in told):
        return told  # what else there is to it is told where nothing else is
    event = events.Heard(at=scene.at, who=scene.who(), asks=True)
    return [*told, teller.news("other", event, index, max(_ASKS, teller.likely("asks")))]


def _is_offer(found: Found) -> bool:
    return isinstance(found.event, events.Offered)


def _is_outcome(found: Found) -> bool:
    return isinstance(found.event, events.Offered | events.Rejected)


def _is_said_by(found: Found, offer: Found) -> bool:
    """Whether what sounds like their own promise is the sentence that gives the reader time."""
    return isinstance(found.event, events.Promised) and found.begin == offer.begin


def _is_of_else(found: Found, scene: Scene) -> bool:
    """Whether the day of what seems an offer is that of something else: of a visit that is asked about, of a leave."""
    if not isinstance(found.event, events.Offered) or found.event.by is None:
        return False
    naming = [one for one in scene.said if any(day_of(mention) == _day(found.event.by) for mention in one.times)]
    return bool(naming) and all(
        _OFFER.search(one.text) is None and (_OTHER.search(one.text) or _LEAVE.search(one.text)) for one in naming
    )


def _day(by: date) -> date:
    return by.date() if isinstance(by, datetime) else by


_LEAVE = re.compile(
    r"\b(?:on (?:annual |parental )?(?:leave|holiday|vacation)|out of (?:the )?office|(?:I|we) (?:am|are|will be) away|i['’]?m away|im urlaub|abwesend|nicht im (?:büro|haus)|en (?:congés?|vacances)|absente?)\b",
    re.IGNORECASE,
)


def _decides(found: Found) -> bool:
    return _is_outcome(found) and found.certain


# These say what is to be done, or bring news that is not answered with a line.
_TELLS: tuple[type[events.Event], ...] = (
    events.Heard, events.Requested, events.Slot, events.Offered, events.Rejected, events.ToldWhy,
)  # fmt: skip


def awaiting(said: Sequence[Statement]) -> set[int]:
    """Return the statements that tell by when the reader's own answer is awaited, and nothing that the house will do."""
    return {index for index, statement in enumerate(said) if _awaits(statement)}


def _awaits(statement: Statement) -> bool:
    awaited = [is_awaited(statement, mention) for mention in statement.times]
    return any(awaited) and (all(awaited) or not is_of_theirs(statement.text))


def offer_left(found: Sequence[Found]) -> bool | None:
    """Return whether an offer is held after a mail, where it says anything of that."""
    told = [_is_offer(one) for one in found if isinstance(one.event, _OF_OFFERS)]
    return any(told) if told else None


_OF_OFFERS = events.Offered | events.Accepted | events.Withdrew | events.Rejected


def is_no_promise(teller: Teller) -> bool:
    """Whether what sounds most like a promise of theirs is what the reader is to answer."""
    return teller.says("promised") and teller.where("promised") in awaiting(teller.scene.said)


def _asking(teller: Teller) -> int:
    """Return the statement that asks the reader for a line or a decision; -1 where none does.

    Of strangers it must say by when, and be what seemed a promise: they ask for many things.
    """
    scene = teller.scene
    if scene.machine or (teller.insight.kind == "outreach" and scene.sender not in scene.employers):
        return -1
    if is_no_promise(teller):
        return teller.where("promised")
    # Who writes from free mail may have been in copy as a friend.
    if not scene.human or scene.sender not in scene.employers or not relays.own_domain(scene.sender):
        return -1
    if teller.says("asks"):
        return teller.where("asks")
    asks = (index for index, one in _above_name(scene) if _asks_by(one) or _is_question(one.sentence.text))
    return next(asks, -1)


def _above_name(scene: Scene) -> Iterator[tuple[int, Statement]]:
    """Yield the statements above the writer's name: below it stand mottoes, "How am I doing? Refer a friend"."""
    name = scene.letter.from_.name.lower()
    ends = {name, name.partition(" ")[0]} - {""}
    for index, statement in enumerate(scene.said):
        lines = [line.strip(" ,.!-–—").lower() for line in statement.sentence.text.splitlines()]
        if index and ends.intersection(lines):
            return
        yield index, statement


def _asks_by(statement: Statement) -> bool:
    """Whether a statement asks for an answer or for something by a day, wishes something of the reader, or misses it."""
    if any(is_awaited(statement, mention) for mention in statement.times):
        return True
    return _OUTRIGHT.search(statement.text) is not None or bool(statement.times and _SENDING.search(statement.text))


_OUTRIGHT = re.compile(
    r"\byou (?:never|still have(?:n['’]t| not)|have(?:n['’]t| not)(?: yet)?|did(?:n['’]t| not)) (?:told|tell|said|say|answer(?:ed)?|repl(?:y|ied) (?:to|about)|(?:let|got back to)) (?:(?:me|us) )?(?:yet )?(?:know )?(?:if|whether|what|when|how|which|my|our)\b"
    r"|\b(?:sie haben|du hast)\b[^,;.!?]{0,30}?\b(?:nie|noch nicht|nicht) (?:gesagt|geantwortet|mitgeteilt|verraten)\b"
    r"|\b(?:vous ne (?:m['’]|nous )avez|tu ne (?:m['’]|nous )as|tu (?:m['’]|nous )as) (?:jamais|pas|toujours pas|pas encore|toujours rien) (?:dit|répondu|confirmé|précisé)\b"
    r"|\b(?:aimerai[st]|aimerions|voudrai[st]|voudrions) (?:bien |beaucoup |vraiment )?que (?:tu|vous)\b|\bhätten? (?:wir |ich )?gerne? (?:noch )?von (?:dir|ihnen|euch)\b",
    re.IGNORECASE,
)


# "If you can send it Sunday evening rather than Monday": whatever it is that is to be sent.
_SENDING = re.compile(
    r"\b(?:please|kindly|if you (?:can|could)|(?:can|could) you)\b[^.;:!?]{0,40}?\b(?:send|submit|return|upload|hand)\b"
    r"|\bbitte\b[^.;:!?]{0,60}?\b(?:schicken|schick|senden|sende|reichen|zusenden|zuschicken|einreichen)\b|\b(?:wenn|falls) (?:sie|du)\b[^.;:!?]{0,80}?\b(?:schicken|senden|abgeben|einreichen) (?:könnten|könntest|können|kannst)\b"
    r"|\b(?:si (?:tu peux|vous pouvez|tu pouvais|vous pouviez)|merci de|veuillez)\b[^.;:!?]{0,40}?\b(?:envoyer|transmettre|rendre|remettre|renvoyer|retourner|déposer)\b",
    re.IGNORECASE,
)


def _is_question(text: str) -> bool:
    text = text.strip().rpartition("\n")[2].rstrip(" \"'”’»)")
    if not text.endswith("?") or _FORM.search(text):
        return False
    return _HEADING.match(text) is None or _OF_READER.search(text) is not None


def _offered_again(teller: Teller) -> News | None:
    """Return the offer that is held with the day by which its answer is awaited now."""
    best: tuple[bool, int, TimeMention] | None = None
    for index, statement in enumerate(teller.scene.said):
        for mention in statement.times:
            clause = clause_awaiting(statement, mention)
            day = day_of(mention) if _stands_until(statement, mention) or (clause and _is_of_offer(clause)) else None
            if day is None or day < statement.clock.at.date():
                continue
            rank = (not is_deadline(mention), index, mention)
            best = min(best, rank, key=lambda one: one[:2]) if best is not None else rank
    if best is None:
        return None
    event = events.Offered(at=teller.scene.at, who=teller.scene.who(), by=_until(best[2]))
    return teller.news("offer", event, best[1], max(_HELD, CERTAIN))


def _stands_until(statement: Statement, mention: TimeMention) -> bool:
    """Whether a time is until when an offer stands."""
    match = _STANDS.search(statement.text, 0, mention.begin)
    if match is None or _MARK.search(statement.text, match.end(), mention.begin):
        return False
    if _DENIED.search(statement.text[: match.start()]):
        return False
    text = statement.text
    ends = _ENDS.search(text, match.start(), mention.begin) or _UNTIL.search(text, match.start(), mention.begin)
    return is_deadline(mention) or ends is not None


_MARK = re.compile(r"[,;:.!?–—]|\b(?:and|but|und|aber|et|mais)\b", re.IGNORECASE)
# "We cannot extend the deadline", and not "you need not decide today: we extend it".
_DENIED = re.compile(
    r"(?:\b(?:cannot|unable|not (?:be )?(?:able|possible)|impossible)\b|(?:ca|wo|could)n['’]t\b|\b(?:can|could|will) not\b|\bnicht\b|\bne (?:pouvons|pourrons|peux|peut)\b|\bn['’]est pas\b)[^,;:.!?]{0,40}$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(?:expires|lapses|ends|läuft)\b", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:(?:extend|push|mov)\w*\b[^.;:!?]{0,60}\b(?:to|on)|verlänger\w*\b[^.;:!?]{0,60}\bauf(?: den)?|prolong\w*\b[^.;:!?]{0,60}\bau|jusqu['’]aux?)(?: le)? $",
    re.IGNORECASE,
)


def _is_of_offer(clause: str) -> bool:
    other = _OTHER.search(clause)
    return _DECIDES.search(clause) is not None and (other is None or _OFFER.search(clause) is not None)


def _until(mention: TimeMention) -> date | None:
    """Return the instant that a time names, "Monday noon", else its day."""
    instant = mention.end if is_deadline(mention) else mention.start
    if mention.grain in CLOCK_GRAINS and isinstance(instant, datetime) and _CLOCK.search(mention.quote):
        return instant
    return day_of(mention)


_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|\d ?[ap]\.?m\b|\bnoon\b|\bmidday\b", re.IGNORECASE)
