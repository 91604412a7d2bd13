"""A mail's stages before anything is told from it: parts, sentences, times, what the encoder sees, employer and role."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from sincerely.core.people import is_machine

from .encoding_mail import encode
from .letters import reply
from .letters.language import language_of
from .letters.letter import Letter
from .letters.people import is_persons, spellings
from .letters.reply_parts import Parts
from .linking import places, relays
from .linking.agencies import is_agency
from .linking.bookings import house_booked
from .linking.clients import client_told, is_in_passing
from .linking.employer import company_of
from .linking.house_names import Rank, whole_house
from .linking.links import Links
from .linking.no_house import is_spelled_by
from .linking.role import is_title, own_title, role_of, role_seen, without_house, without_marks
from .linking.role_part import is_bearers, lists_several, signed_with, with_part
from .linking.role_told import role_told
from .linking.somebody import called
from .linking.whole_names import begins_with_head
from .linking.writers_house import house_of
from .meetings.invitations import invitations
from .scoring.encoding import ANSWERED, WRITER
from .scoring.insight import NOTHING, Insight, Stretch
from .scoring.models import Models
from .scoring.role_words import with_head
from .scoring.words import plain
from .statements.scene import Scene
from .statements.statement import Clock, Statement, statements
from .topic import features, hiring

# A mail in a known process is about it.
_KNOWN = 0.95
# Below this nothing is read out of a mail, so the costly parts are left out.
_WORTH = 0.01
# Likelier than not, an agency writes.
_FOR_ANOTHER = 0.5
# How likely a word is of a title: where it is taken for one, and where it may be one.
_TITLES = (0.5, 0.2)


def staged(  # noqa: PLR0913 - what a mail is read with, each by its name
    letter: Letter,
    me: frozenset[str],
    models: Models,
    clock: Clock,
    *,
    own: bool,
    known: bool,
    links: Links | None = None,
) -> Scene:
    """Return what is known of a mail before its news are read.

    Args:
        letter: the mail.
        me: the candidate's addresses.
        models: what reading knows.
        clock: when it was sent, and the employer's calendar.
        own: whether the candidate wrote it.
        known: whether it belongs to a process that is known already.
        links: the processes that are known, for what an invitation may belong to.
    """
    parts = reply.of(letter)
    person = not relays.is_relay(letter.from_.address) and not is_machine(letter.from_.address)
    clock = replace(
        clock,
        language=language_of(f"{letter.subject}\n{parts.reply}"),
        country=places.writes_as(clock.country, clock.at, parts.signature, person=person),
    )
    said = statements(parts.reply, clock)
    quoted = "\n".join(quote.text for quote in parts.quoted)
    pattern = role_of(letter.subject, parts.reply)
    likely = hiring(models.topic, features(letter, said, plain(letter.subject), plain(quoted), pattern))
    likely = max(likely, _KNOWN) if known else likely
    worth = likely >= _WORTH or bool(letter.calendars)
    encoded = encode(letter, said, parts.signature, quoted, models.pieces, own=own)
    scene = Scene(
        letter=letter,
        reply=parts.reply,
        signature=parts.signature,
        quoted=quoted,
        me=me,
        at=clock.at,
        said=said,
        hiring=likely,
        known=known,
        insight=Insight(encoded, models.encoder(encoded) if worth else NOTHING, models.calibration),
        acts=models.acts,
        items=models.items,
        invitations=invitations(letter, me, clock, links, known=known, text=parts.reply) if worth else (),
    )
    if worth:
        return _named(scene, parts, pattern, models.pieces.place, own=own)
    return scene if own else replace(scene, house=house_of(letter, parts.reply))


def _named(scene: Scene, parts: Parts, pattern: str, rank: Rank, *, own: bool) -> Scene:
    """Give a scene its employer and role, and say whether an agency writes."""
    letter, insight = scene.letter, scene.insight
    text = f"{letter.subject}\n{parts.reply}\n{parts.signature}"
    agency = not own and (insight.for_another >= _FOR_ANOTHER or is_agency(letter.from_.address, text))
    begin, stop = own_title(parts.reply, letter.from_.name if is_persons(letter.from_) else "")
    mine = called(letter, scene.me)
    signed = _signed(scene)
    titles = [
        [
            one
            for one in _headed(insight, least)
            if _place(scene, one) != begin and not _is_met(insight, one, mine) and not _is_in(one, signed)
        ]
        for least in _TITLES
    ]
    several = agency and lists_several([(_line(scene, one), one.text) for one in titles[0]])
    role = "" if several else role_seen(*titles)
    told = "" if several else pattern
    role = role or (told and role_of(letter.subject, f"{parts.reply[:begin]}\n{parts.reply[stop:]}"))
    persons = [one.text for one in insight.stretches("person")]
    if relays.is_relay(scene.sender):
        persons += spellings(
            next(box for box in (letter.from_, *letter.reply_to) if box.address.lower() == scene.sender)
        )
    role = "" if is_bearers(role, persons) else role
    role = role or role_told(
        letter.subject,
        f"{parts.reply[:begin]}\n{parts.reply[stop:]}\n{parts.signature}",
        [*([letter.from_.name] if is_persons(letter.from_) else []), *persons, *mine],
    )
    seen = _houses(insight)

    def named(*, agency: bool | None) -> str:
        return company_of(
            letter,
            parts.reply,
            parts.signature,
            role,
            scene.me,
            seen,
            agency=agency,
            quoted=scene.quoted,
            persons=persons,
            rank=rank,
        )

    booked = "" if own else house_booked(letter, parts.reply, scene.me, rank)
    company = booked or named(agency=None if own else agency)
    if agency and (not company or is_spelled_by(relays.own_domain(scene.sender).partition(".")[0], company)):
        company = client_told(parts.reply) or company
    if agency and is_in_passing(company, letter.subject, parts.reply):
        company = ""
    house = "" if company or own else named(agency=False) if agency else house_of(letter, parts.reply)
    # Where the employer is known, what else looks like a house is its part: "Rail Bridges".
    houses = [company] if company else [one.text for one in seen]
    people = [*persons, letter.from_.name, *(box.name for box in letter.to)]
    role = "" if _is_somebody(role, f"{parts.reply}\n{scene.quoted}") else role
    role = with_part(without_house(role, company), without_marks(letter.subject), parts.reply, [*houses, *people])
    return replace(
        scene, company=company, house=house, role=role, via="agency" if agency and scene.sender else "direct"
    )


def _is_somebody(role: str, text: str) -> bool:
    """Whether what may be a title is the name of somebody of whom the mail speaks: "Vorstellung Brandau" with "Herr Brandau"."""
    if not role or is_title(role):
        return False
    saluted = rf"\b(?:Herrn?|Frau|Mrs?|Ms|Mx|Mme|Madame|Monsieur)\.? {re.escape(role)}(?!\w)"
    # Herr Koch is cook as well, or has one apply to him.
    sought = rf"\b(?:[Aa]ls|[Aa]s an?|[Cc]omme|[Pp]oste de|[Ss]telle(?: als)?|[Pp]osition(?: als| of)?) {re.escape(role)}(?!\w)"
    return re.search(saluted, text) is not None and re.search(sought, text) is None


def _headed(insight: Insight, least: float) -> list[Stretch]:
    """Return what the encoder takes for titles, each with what heads it."""
    seen = insight.stretches("role", least)
    whole = (with_head(insight.encoded.texts[one.source], one.begin, one.begin + len(one.text)) for one in seen)
    return [one._replace(text=text, begin=begin) for one, (text, begin) in zip(seen, whole, strict=True)]


def _signed(scene: Scene) -> list[tuple[int, int]]:
    """Return where in what a mail answers its writer signs with what he or she is."""
    letter = scene.letter
    text = scene.insight.encoded.texts.get(ANSWERED, "")
    return list(signed_with(text, [box.name for box in (*letter.to, *letter.cc, letter.from_) if is_persons(box)]))


def _is_in(one: Stretch, signed: Sequence[tuple[int, int]]) -> bool:
    return one.source == ANSWERED and any(begin <= one.begin < stop for begin, stop in signed)


def _place(scene: Scene, one: Stretch) -> int:
    """Return where in the reply words begin; -1 for what stands elsewhere."""
    return scene.said[one.source].sentence.begin + one.begin if one.source >= 0 else -1


def _line(scene: Scene, one: Stretch) -> str:
    """Return the line of the reply in which words stand, up to them; empty for what stands elsewhere."""
    at = _place(scene, one)
    return scene.reply[scene.reply.rfind("\n", 0, at) + 1 : at] if at >= 0 else ""


# Whom one is to meet is told by what they are: "our Head of Data, Anna Berg", "the Director of Nursing will join us".
_MET = re.compile(
    r"\b(?:meet|interviewers?|interviewed by|treffen|rencontrer\w*)\b(?![^.!?]*\b(?:for|as|als|pour|comme|role|position)\b)[^.!?]{0,80}$"
)
_MET_BEHIND = re.compile(r"[^.!?,]{0,20}\b(?:join|joins|interviews?|will meet|will interview) (?:us|you|in)\b")
# "teacher -> content", "nurse turned analyst": what somebody was, and is no more.
_WAS = re.compile(r"\s?(?:-{1,2}>|={1,2}>|→|➔|⇒)|[\s-]turned\b")
# How sure the encoder must be of a title where somebody bears it, and where the words say that one meets who bears it.
_SURELY, _SURELY_MET = 0.75, 0.95
_BESIDE = re.compile(r"\s*,?\s*")


def _is_met(insight: Insight, one: Stretch, mine: Collection[str]) -> bool:
    """Whether what may be a title is rather said of somebody whom one is to meet, or of what somebody was; beside the candidate's name it is not.

    Args:
        insight: what the encoder sees.
        one: what may be a title.
        mine: the words of the candidate's name.
    """
    text, stop = insight.encoded.texts[one.source], one.begin + len(one.text)
    # A stretch may end within the arrow.
    if _WAS.match(text, one.begin + len(one.text.rstrip(" -="))):
        return True
    met = _MET.search(text[max(0, one.begin - 200) : one.begin]) or _MET_BEHIND.match(text, stop)
    if met or one.score >= _SURELY:
        return met is not None and one.score < _SURELY_MET
    return any(
        _BESIDE.fullmatch(text, stop, other.begin) or _BESIDE.fullmatch(text, other.begin + len(other.text), one.begin)
        for other in insight.stretches("person")
        if other.source == one.source and not any(word in mine for word in other.text.casefold().split())
    )


def _houses(insight: Insight) -> list[Stretch]:
    """Return what the encoder takes for employers' names, each whole; an address is none, though it spells one."""
    writer = insight.encoded.texts.get(WRITER, "")
    address = writer.rfind(" ", 0, writer.rfind("@")) + 1 if "@" in writer else len(writer)
    return [
        one._replace(
            text=one.text[: address - one.begin]
            if one.source == WRITER
            else _whole(insight.encoded.texts[one.source], one.begin, one.begin + len(one.text))
        )
        for one in insight.stretches("company")
        if one.source != WRITER or one.begin < address
    ]


def _whole(text: str, begin: int, stop: int) -> str:
    return whole_house(text, begins_with_head(text, begin), stop)


def topic_features(letter: Letter, said: Sequence[Statement], text: str, quoted: str) -> list[str]:
    """Return what the topic model sees of a mail."""
    return features(letter, said, plain(letter.subject), plain(quoted), role_of(letter.subject, text))
