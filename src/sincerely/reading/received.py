"""What a mail from an employer says: its kind, and the events it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sincerely.core import events

from .items import referees, wants
from .linking import relays
from .linking.somebody import called
from .meetings import ahead, heard_of_it, interview_news, trials
from .scoring.labels import KINDS
from .scoring.words import plain
from .statements import answer_wanted, not_mine, outcomes
from .statements.interviewer import interviews_others
from .statements.scene import Found, Scene
from .statements.spoken import spoken_in
from .statements.telling import ABOUT, CERTAIN, NOTICED, News, Teller, is_worth_telling

# What the first look takes for no hiring mail the encoder must hardly take for one either: of 2,900 mails by hands that
# the first look had not been made with, it would by itself have left out 24, "your offer is ready" among them.
_NOTHING = 0.2
# A mail that shows nothing and may be about anything is no hiring mail.
SURELY_ABOUT = 0.8
# How sure it is that mail about somebody else's application, or about work that the candidate has, is no hiring mail.
_NOT_MINE = 0.9
# How sure what looks like a reason is one, once it was asked for.
_ANSWER = 0.7
# Whether it asks something: as good as unknown, so the person is asked.
_UNREAD_ASKS = 0.4


@dataclass(frozen=True)
class Verdict:
    """What a mail comes to.

    Attributes:
        kind: the weightiest of the thirteen.
        confidence: how sure that is.
        found: the events, in the order of their weight.
    """

    kind: str
    confidence: float
    found: tuple[Found, ...] = ()


def read(scene: Scene) -> Verdict:
    """Return what a received mail says."""
    teller = Teller(scene)
    nothing = not teller.insight.looked or teller.insight.kinds["other"] >= _NOTHING
    if scene.hiring < ABOUT and nothing and not scene.invitations:
        return Verdict("other", 1 - scene.hiring)
    answer = referees.answer(teller)
    if answer:
        return Verdict("other", answer.event.confidence, (answer,))
    if _is_not_mine(scene) or _is_anothers_offer(teller):
        return Verdict("other", _NOT_MINE)
    told = [news for news in _told(teller) if is_worth_telling(news)]
    kind, likely = _kind(teller, told)
    return Verdict(kind, round(min(likely, 0.99), 3), tuple(news.found for news in told))


def unread(scene: Scene) -> Found:
    """Return that somebody may have asked something in a language that is not read."""
    first = scene.said[0].sentence if scene.said else None
    quote = scene.reply[first.begin : first.stop] if first else ""
    event = events.Heard(at=scene.at, who=scene.who(), asks=True, confidence=_UNREAD_ASKS, quote=quote)
    return Found(event, first.begin if first else -1, first.stop if first else -1, certain=False)


def _is_anothers_offer(teller: Teller) -> bool:
    """Whether what sounds like an offer is somebody else's, of whom the candidate is told as one of those who choose."""
    scene = teller.scene
    if teller.likely("offered") < NOTICED or teller.likely("rejected") >= NOTICED:
        return False  # that another one is made an offer may be a no
    texts = [statement.sentence.text for statement in scene.said]
    return not_mine.is_offer_to_another(texts, called(scene.letter, scene.me))


def _is_not_mine(scene: Scene) -> bool:
    """Whether a mail is about no opening of the candidate's, though it has the words for one."""
    said = [" ".join(statement.words) for statement in scene.said]
    if not_mine.is_to_referee(said):
        return True
    said.append(plain(scene.letter.subject))
    texts = [scene.letter.subject, *(statement.sentence.text for statement in scene.said)]
    if interviews_others(texts, called(scene.letter, scene.me)):
        return True
    name, address = scene.letter.from_
    if not_mine.is_of_employment_office(f"{name} {address}".lower(), said):
        return True
    # Whoever is in a process already, and the house that takes the candidate on, speak of work to come.
    going_on = scene.known or scene.sender in scene.employers or scene.invitations
    return not going_on and not_mine.is_of_present_work(said, to_house=_is_to_house(scene))


def _is_to_house(scene: Scene) -> bool:
    """Whether a mail went to others of its writer's house as well; a desk in copy files applications."""
    house = relays.own_domain(scene.sender)
    others = (box.address.lower() for box in scene.letter.to)
    return bool(house) and any(relays.own_domain(one) == house and one not in scene.me for one in others)


# What a mail may seem to be that only proposes a day of work on trial, and what would make it that.
_WITH_TRIAL = frozenset({"interview_set", "interview_changed", "promise", "offer"})
_TOLD = (events.Slot, events.Promised, events.Offered)


def _kind(teller: Teller, told: list[News]) -> tuple[str, float]:
    """Return the kind: as the calendar part says, else as the encoder sees the whole, held to the events."""
    kinds = teller.insight.kinds
    seen = heard_of_it.kind_without(teller)
    shown = {news.kind: news.found.event.confidence for news in told if news.found.certain}
    if teller.scene.asked_why and any(news.found.event.verb == "told-why" for news in told):
        return "other", max(kinds["other"], CERTAIN)
    if any(invitation.sure and invitation.state != "declined" for invitation in teller.scene.invitations):
        shown_first = min(shown or {"interview_set": 0.9}, key=KINDS.index)
        return shown_first, shown.get(shown_first, CERTAIN)
    if seen in _WITH_TRIAL and trials.proposed(teller) and not any(isinstance(one.found.event, _TOLD) for one in told):
        seen = "interview_invite"
    if outcomes.is_none(teller, seen):
        seen = "other"
    promised = any(isinstance(news.found.event, events.Promised) for news in told)
    awaited = seen == "promise" and bool(told) and not promised and answer_wanted.is_no_promise(teller)
    seen = "other" if awaited else seen
    if not told and seen != "outreach" and teller.scene.hiring < SURELY_ABOUT:
        return "other", 1 - teller.scene.hiring
    first = min((kind for kind in shown if kind != "other"), key=KINDS.index, default="")
    if seen == "other" and first:
        # Two kinds that share the mail leave neither likely enough; what is sure in it says which.
        return first, shown[first]
    if awaited:
        return "request", CERTAIN  # whoever awaits an answer goes on with something, known or not
    return seen, kinds[seen] if seen == teller.insight.kind else max(kinds[seen], CERTAIN)


def _told(teller: Teller) -> Iterator[News]:
    """Yield everything that a mail says, the weightiest first."""
    why = list(_told_why(teller))
    told = [
        # Who was asked why tells of the no once more: that is no second one.
        *(() if why and teller.scene.asked_why else _outcome(teller)),
        *interview_news.interview(teller),
        *wants.assessment(teller),
        *wants.requests(teller),
        *wants.reference_call(teller),
        *ahead.promises(teller),
        *ahead.receipt(teller),
        *why,
    ]
    told = answer_wanted.with_answer(teller, told)
    yield from told
    yield from ahead.wishes(teller)
    yield from _rest(teller, [news.found for news in told if is_worth_telling(news)])


def _outcome(teller: Teller) -> Iterator[News]:
    """Yield the yes or no of a mail; where it proposes a day of work on trial, what may be an offer is that."""
    trial = bool(trials.proposed(teller))
    for news in outcomes.outcome(teller):
        if not (trial and isinstance(news.found.event, events.Offered) and not news.found.certain):
            yield news


def _told_why(teller: Teller) -> Iterator[News]:
    """Yield the reason that was asked for after a no."""
    likely = teller.likely("told-why")
    what = "told-why"
    if teller.scene.asked_why:
        what = max(("told-why", "rejected", "reason"), key=teller.insight.says)
        likely = max(likely, teller.insight.says(what))
        # Asked, and with something of a reason: that is the answer.
        likely = max(likely, _ANSWER) if likely >= NOTICED else likely
    index = teller.where(what)
    if likely >= NOTICED and 0 <= index < len(teller.scene.said):
        reason = teller.scene.said[index].sentence.text
        event = events.ToldWhy(at=teller.scene.at, who=teller.scene.who(), reason=reason)
        yield teller.news("other", event, index, likely)


def _is_receipt(found: Found) -> bool:
    """Whether what is surely told settles what came, or is more than a promise beside it."""
    return found.certain and not isinstance(found.event, events.Promised)


def _talk(teller: Teller, told: Sequence[Found]) -> int | None:
    """Return where somebody who only promises something, and asks nothing, says that they talked with their reader.

    What their thread asked was spoken of then: beside the promise that is a word which wants no answer.
    """
    if not told or not all(isinstance(found.event, events.Promised) for found in told) or not teller.scene.answers:
        return None
    said = teller.scene.said
    if teller.says("asks") or any(one.text.rstrip().endswith("?") for one in said):
        return None
    return spoken_in([one.words for one in said])


def _rest(teller: Teller, told: Sequence[Found]) -> Iterator[News]:
    """Yield that the employer wrote, where nothing else surely says so.

    Args:
        teller: of the mail.
        told: what else is told of it. What is a question only leaves it to this where that is likelier: that somebody
            wrote, and waits for an answer, holds whatever comes of the question.
    """
    scene, likely = teller.scene, teller.likely("heard")
    came = ahead.work_received(teller)
    if came is not None and not any(_is_receipt(found) for found in told):
        # A word of the employer's, if only of its program's: it settles what was asked for.
        yield teller.news("other", events.Heard(at=scene.at, who=scene.who()), came, max(CERTAIN, likely))
        return
    # Somebody of the house, who is in a process already, wrote: that is a word of the employer's, whatever it says. Who
    # writes from free mail may have been in copy as a friend.
    house = bool(relays.own_domain(scene.sender))
    of_theirs = scene.human and scene.sender in scene.employers and house
    talk = _talk(teller, told) if of_theirs else None
    if talk is not None:
        yield teller.news("other", events.Heard(at=scene.at, who=scene.who()), talk, max(CERTAIN, likely))
        return
    if any(found.certain or isinstance(found.event, events.Heard) for found in told):
        return
    if told and not (house and CERTAIN <= likely > max(found.event.confidence for found in told)):
        return
    if not of_theirs and (likely < CERTAIN or teller.insight.kind == "outreach"):
        return  # who proposes something unasked is no employer who answers
    if not scene.sender and scene.hiring < SURELY_ABOUT:
        return
    asks = teller.says("asks")
    event = events.Heard(at=scene.at, who=scene.who(), asks=asks)
    # An invitation that is none is grave: of strangers it is asked.
    invites = asks and not of_theirs and teller.insight.kind == "interview_invite"
    kind = "interview_invite" if invites else "other"
    yield teller.news(kind, event, teller.where("asks" if asks else "heard"), max(CERTAIN, likely))
