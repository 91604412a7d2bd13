"""What the candidate sent: it closes debts."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sincerely.core import events
from sincerely.core.people import is_person
from sincerely.reading.items.briefings import is_briefing
from sincerely.reading.letters.addressed import addressed
from sincerely.reading.letters.sentences import sentences
from sincerely.reading.linking import relays
from sincerely.reading.received import Verdict
from sincerely.reading.scoring.words import plain
from sincerely.reading.statements import not_mine, saying_no, saying_yes, thanking
from sincerely.reading.statements.no_to_a_time import is_no_to_a_time
from sincerely.reading.statements.other_offer import tells_of_offer
from sincerely.reading.statements.own_answer import day_of_answer
from sincerely.reading.statements.scene import Found, Scene
from sincerely.reading.statements.telling import NOTICED, Teller
from sincerely.reading.statements.time_granted import begins_with_yes, says_yes_or_no

from .handing_in import HandingIn
from .writer import QUOTED, SURE, Writer

_ABOUT = 0.1
_ASKED = 0.45
# A mail that does nothing else says at least something; beside other news a plain word must be plain.
_BARE = 0.25
_ENDING = 0.5
# From here on a mail that says no yes, or no farewell, in words sounds enough like one to be asked about.
_SOUNDS = 0.8
_BESIDES = 0.6
# From here on what is no plain no may be one, and settles an offer.
_PERHAPS = 0.2
# Whoever says when they will be there has hardly left.
_COMES = re.compile(
    r"\b(?:see you (?:then|there|soon|tomorrow|later|on|at|(?:next |this )?(?:mon|tues|wednes|thurs|fri)day)\b|(?:am|I['’]m|we['’]re|are) looking forward to (?:meeting|seeing) you|on my way\b"
    # The other house is turned down, or this one is wanted more.
    r"|(?:turned|turn|turning) down (?:an|the|two|three|several)?\s?(?:other|another)|declined (?:an|the)?\s?other|(?:rather|prefer to) (?:work|be|join|come)(?: \w+){0,2} (?:with |to )?you|first choice"
    r"|lieber (?:zu|bei|für) (?:ihnen|euch|dir)|erste wahl|(?:refusé|décliné) une? autre|préf(?:ère|érerais) (?:\w+ ){0,2}(?:chez|vous|avec) ?vous|pour vous rejoindre|premier choix"
    r"|bis (?:dann|gleich|morgen|montag|dienstag|mittwoch|donnerstag|freitag)\b\s*[.!]?\s*$|à (?:demain|tout à l['’]heure|bientôt|lundi|mardi|mercredi|jeudi|vendredi)\b\s*[.!]?\s*$)",
    re.IGNORECASE,
)
_DECIDE = (events.Accepted, events.Withdrew)
_TO_REFEREES = {
    "asked": events.Asked,
    "told": events.Told,
    "briefed": events.Briefed,
    "reminded": events.Reminded,
    "thanked-reference": events.ThankedReference,
}
# Who is asked whether they may be named is not prepared for a call yet.
_ASKS = frozenset({"asked", "reminded"})
_ANSWERS: Mapping[str, tuple[type[events.Slot], str]] = {
    "cancelled": (events.Cancelled, "cancelled"),
    "accepted": (events.Scheduled, "scheduled"),
}
# Begins what was quoted by the mail that is quoted.
_OLDER = re.compile(r"^(?:>|(?:From|Von|De|Expéditeur) ?:|.{0,200}\b(?:wrote|schrieb|a écrit) ?:\s*$)", re.MULTILINE)
_PURPOSES = ("check-in", "reply", "reschedule", "other")


def read(scene: Scene) -> Verdict:
    """Return what a sent mail does."""
    writer = Writer(scene, Teller(scene))
    sender = _Sender(writer)
    if not writer.to_referee and _is_for_another(scene):
        return Verdict("other", SURE)
    answers = tuple(sender.answers())
    if not answers and (not writer.to or (scene.hiring < _ABOUT and not writer.to_referee)):
        return Verdict("other", max(0.5, 1 - scene.hiring))
    return Verdict("other", SURE, (*answers, *(sender.referee() or sender.employer())))


def _is_for_another(scene: Scene) -> bool:
    """Whether the candidate speaks for somebody else's application."""
    said = [" ".join(statement.words) for statement in scene.said]
    # Only what was answered, and not what that had answered: there the candidate may have asked.
    answered = _OLDER.split(scene.quoted[:QUOTED], maxsplit=1)[0]
    quoted = [plain(one.text) for one in sentences(answered)]
    return not_mine.is_of_referee(plain(scene.letter.subject), said, quoted)


@dataclass(frozen=True)
class _Sender:
    """What one sent mail does."""

    writer: Writer

    def thanked(self) -> tuple[str, ...]:
        """Return whom it thanks: to whom it went, and those of the employer's in copy to whom it speaks as well."""
        letter, index = self.writer.scene.letter, self.writer.teller.where("thanked")
        houses = {domain for who in self.writer.to if (domain := relays.own_domain(who))}
        copied = [mailbox for mailbox in letter.cc if self._is_theirs(mailbox.address.lower(), houses)]
        if not copied:
            return self.writer.to
        sentence = self.writer.scene.said[index].sentence if 0 <= index < len(self.writer.scene.said) else None
        thanks = self.writer.scene.reply[sentence.begin : sentence.stop] if sentence else ""
        return tuple(dict.fromkeys((*self.writer.to, *addressed(self.writer.scene.reply, thanks, copied, letter.to))))

    def _is_theirs(self, who: str, houses: Container[str]) -> bool:
        """Whether somebody in copy is one of the employer's people: at its own domain, no desk, not the candidate."""
        domain = relays.own_domain(who)
        known = domain in houses or who in self.writer.scene.employers
        return bool(domain) and known and is_person(who) and who not in self.writer.scene.me

    def answers(self) -> Iterator[Found]:
        """Yield the interviews that a calendar's answer declines, or accepts after all, to be asked about.

        Whoever declines wants another time, has answered an old version, or comes after all; and what is accepted may
        have been off by then.
        """
        for invitation in self.writer.scene.invitations:
            kind, what = _ANSWERS.get(invitation.state, (None, ""))
            if kind is not None and invitation.sure:
                start = invitation.slot.start
                event = kind(at=self.writer.scene.at, who=invitation.people, start=start, uid=invitation.uid)
                yield replace(self.writer.found(event, what, _ASKED), certain=False)

    def referee(self) -> list[Found]:
        """Return what it tells a referee; nothing for mail to others, and nobody at an employer's is a referee."""
        if not self.writer.to_referee and not self.writer.scene.employers.isdisjoint(self.writer.to):
            return []
        likely = {what: self.writer.teller.likely(what) for what in _TO_REFEREES}
        what = max(likely, key=likely.__getitem__)
        if self.writer.to_referee and what not in _ASKS and is_briefing(self.writer.scene.said):
            # However it sounds: they know for what they may be called, and of what to speak.
            what, likely["briefed"] = "briefed", max(likely["briefed"], NOTICED)
        if likely[what] < NOTICED and not (self.writer.to_referee and likely[what] >= 0.2):
            return []
        return [self.writer.found(_TO_REFEREES[what](at=self.writer.scene.at, who=self.writer.to), what)]

    def employer(self) -> Iterator[Found]:
        """Yield what it does towards an employer."""
        at, to, says = self.writer.scene.at, self.writer.to, self.writer.teller.says
        told: list[Found] = []
        # These end a process, and with an acceptance every other one: they must be plain.
        told += self._withdrew()
        if not any(one.certain for one in told):
            told += self._accepted()
        if says("asked-why"):
            told.append(self.writer.found(events.AskedWhy(at=at, who=to), "asked-why"))
        if says("applied"):
            told.append(self.writer.found(events.Applied(at=at), "applied"))
        # Whoever answers a no or an offer thanks for that.
        words = [statement.words for statement in self.writer.scene.said]
        others = thanking.passed_on(words)
        if says("thanked") and not told and others is None and (self.writer.scene.met or not thanking.is_bare(words)):
            told.append(self.writer.found(events.Thanked(at=at, who=self.thanked()), "thanked"))
        told += HandingIn(self.writer).found()
        told += [self._leaving_offer(one, told) for one in self._word(bare=not told)]
        if others is not None:
            # Who is to thank others for the candidate is written to with more than that.
            named = thanking.named_in(self.writer.scene.said[others].sentence.text, self.writer.scene.met_people)
            thanks = events.Thanked(at=at, who=tuple(dict.fromkeys((*to, *named))))
            told.append(
                self.writer.teller.news("other", thanks, others, max(SURE, self.writer.teller.likely("thanked"))).found
            )
        yield from told

    def _withdrew(self) -> Iterator[Found]:
        """Yield that it ends a process: sure where words say it, else asked about."""
        said, likely = self.writer.scene.said, self.writer.teller.likely("withdrew")
        if is_no_to_a_time(said, self.writer.teller.where("withdrew")):
            return
        words = saying_no.says_no([statement.words for statement in self.writer.scene.said])
        # Where an offer is held, words that turn it down are weighed less: they are asked about.
        least = _PERHAPS if self.writer.scene.offered else NOTICED
        if likely < (least if words else _SOUNDS):
            return
        comes = any(_COMES.search(statement.text) for statement in said)
        if comes and not words:
            return
        found = self.writer.found(events.Withdrew(at=self.writer.scene.at), "withdrew")
        sure = words and likely >= _ENDING and not comes
        yield found if sure else replace(found, certain=False)

    def _accepted(self) -> Iterator[Found]:
        """Yield the yes to an offer: sure where words say it, asked about where it only sounds like one."""
        likely, said = self.writer.teller.likely("accepted"), [statement.words for statement in self.writer.scene.said]
        yes, later = saying_yes.says_yes(said), self.writer.puts_off()
        # Whoever accepts in so many words may well leave something else for later.
        plainly = saying_yes.says_yes_plainly(said)
        theirs = any(who in self.writer.scene.employers for who in self.writer.to)
        enough = 0.0 if plainly and theirs and self.writer.is_about_offer() else NOTICED if yes else _SOUNDS
        if self.writer.scene.offered and begins_with_yes(self.writer.scene.said):
            enough = min(enough, NOTICED)
        if likely < enough or (later and not yes):
            return
        found = self.writer.found(events.Accepted(at=self.writer.scene.at), "accepted")
        said_so = plainly or (yes and not later)
        yield found if said_so and likely >= _ENDING else replace(found, certain=False)

    def _leaving_offer(self, found: Found, told: Sequence[Found]) -> Found:
        """Return a word to who holds out an offer: where it neither takes nor leaves it, it answers something else."""
        word = found.event
        if not self.writer.scene.offered or not isinstance(word, events.Wrote) or word.purpose != "reply":
            return found
        if any(isinstance(one.event, _DECIDE) for one in told) or says_yes_or_no(self.writer.scene.said):
            return found
        if self.writer.teller.likely("withdrew") >= _PERHAPS:
            return found
        return replace(found, event=replace(word, purpose="other"))

    def _word(self, *, bare: bool) -> Iterator[Found]:
        """Yield a plain word with its purpose; where the mail does nothing else, the likeliest one."""
        likely = {purpose: self.writer.teller.likely(f"wrote:{purpose}") for purpose in _PURPOSES}
        purpose = max(_PURPOSES, key=likely.__getitem__)
        if purpose == "check-in" and tells_of_offer(self.writer.scene.said) is not None:
            # Whoever must answer elsewhere asks for no news: it is a courtesy that names its date.
            likely["other"], purpose = likely[purpose], "other"
        by = None
        if bare and self.writer.puts_off_offer():
            # The offer is thanked for, and its answer still owed: a reply would settle it.
            likely["other"], purpose, by = 1.0, "other", day_of_answer(self.writer.scene.said)
        enough = likely[purpose] >= (_BARE if bare else _BESIDES)
        if (
            not enough
            and bare
            and any(who in self.writer.scene.employers and relays.own_domain(who) for who in self.writer.to)
        ):
            # To somebody who is in a process already: it is a word to the employer at least, and answers what it follows.
            letter = self.writer.scene.letter
            purpose = "reply" if letter.in_reply_to or letter.references or self.writer.scene.quoted else "other"
            enough = True
        if enough:
            event = events.Wrote(at=self.writer.scene.at, who=self.writer.to, purpose=purpose, by=by)  # type: ignore[arg-type]
            yield self.writer.found(event, f"wrote:{purpose}")
