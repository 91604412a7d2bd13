"""What the candidate sent: it closes debts."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sincerely.core import events
from sincerely.core.items import REFERENCES, is_made_work
from sincerely.core.people import is_person, is_unread

from .items import files as items_files
from .items import given as items_given
from .items import named as items_named
from .items import promised as items_promised
from .items import referees_named
from .items import told as items_told
from .items.briefings import is_briefing
from .items.referee_numbers import tells_number
from .letters.addressed import addressed
from .letters.sentences import sentences
from .linking import relays
from .received import Verdict
from .scoring import labels
from .scoring.words import plain
from .statements import not_mine, saying_yes, thanking
from .statements.more_time import says_yes_or_no
from .statements.other_offer import tells_of_offer
from .statements.scene import Found, Scene
from .statements.telling import CERTAIN, NOTICED, Teller

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_ABOUT = 0.1
_SURE = 0.9
_ASKED = 0.45
# A mail that does nothing else says at least something; beside other news a plain word must be plain.
_BARE = 0.25
_ENDING = 0.5
# From here on a mail that says no yes in words sounds enough like one to be asked about.
_SOUNDS = 0.8
_BESIDES = 0.6
# From here on what is no plain no may be one, and settles an offer.
_PERHAPS = 0.2
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
# How sure an item is that a sentence names and calls attached.
_NAMED = 0.6
# What comes as a file: the rest may stand in the text, as "I can start in May".
_PAPERS = frozenset({"writing-sample", "transcript", "form", "resume", "cover-letter", "certificate", "id"})
# How likely something must be handed in at all for that.
_HARDLY = 0.1
# So much of what a mail answers tells what it is about.
_QUOTED = 2000
# Begins what was quoted by the mail that is quoted.
_OLDER = re.compile(r"^(?:>|(?:From|Von|De|Expéditeur) ?:|.{0,200}\b(?:wrote|schrieb|a écrit) ?:\s*$)", re.MULTILINE)
_PURPOSES = ("check-in", "reply", "reschedule", "other")


def read(scene: Scene) -> Verdict:
    """Return what a sent mail does."""
    writer = _Writer(scene, Teller(scene))
    if not writer.to_referee and _is_for_another(scene):
        return Verdict("other", _SURE)
    answers = tuple(writer.answers())
    if not answers and (not writer.to or (scene.hiring < _ABOUT and not writer.to_referee)):
        return Verdict("other", max(0.5, 1 - scene.hiring))
    return Verdict("other", _SURE, (*answers, *(writer.referee() or writer.employer())))


def _is_for_another(scene: Scene) -> bool:
    """Whether the candidate speaks for somebody else's application."""
    said = [" ".join(statement.words) for statement in scene.said]
    # Only what was answered, and not what that had answered: there the candidate may have asked.
    answered = _OLDER.split(scene.quoted[:_QUOTED], maxsplit=1)[0]
    quoted = [plain(one.text) for one in sentences(answered)]
    return not_mine.is_of_referee(plain(scene.letter.subject), said, quoted)


# What work that was asked for may be called by who hands it in: "attached are the STEP file and the slides".
_CALLED = frozenset({"presentation", "case-study", "take-home", "test", "writing-sample", "portfolio"})


def as_asked(verdict: Verdict, wanted: Collection[str], elsewhere: Container[str]) -> Verdict:
    """Return what a mail does, with the work that it hands in under the name under which its thread asked for it.

    Args:
        verdict: what it does.
        wanted: what its thread asks for and has not got.
        elsewhere: what else the process waits for: nothing of that name is taken for another thing.
    """
    work = [item for item in wanted if is_made_work(item)]
    # Whoever asks in which form to send it has not sent it.
    sent = [one for one in verdict.found if isinstance(one.event, events.Submitted) and "?" not in one.event.quote]
    given = {item for one in sent for item in one.event.who}
    called = [item for item in given if item in _CALLED and item not in elsewhere]
    if len(wanted) != 1 or not work or len(called) != 1 or work[0] in given:
        return verdict
    found = tuple(
        replace(one, event=replace(one.event, who=(work[0],))) if one in sent and called[0] in one.event.who else one
        for one in verdict.found
    )
    return replace(verdict, found=found)


def with_number(scene: Scene, verdict: Verdict, wanted: Container[str]) -> Verdict:
    """Return what a mail does; who tells how to reach a referee, in a thread that asks for one, hands the references in."""
    told = any(
        isinstance(one.event, events.Named | events.Submitted)
        and (one.event.verb == "named" or REFERENCES in one.event.who)
        for one in verdict.found
    )
    index = tells_number(scene.said) if REFERENCES in wanted and not told else None
    if index is None:
        return verdict
    event = events.Submitted(at=scene.at, who=(REFERENCES,))
    given = Teller(scene).news("other", event, index, _NAMED).found
    return Verdict(verdict.kind, verdict.confidence, (*verdict.found, given))


def with_length(scene: Scene, verdict: Verdict, wanted: Container[str]) -> Verdict:
    """Return what a mail does; a bare length tells the notice period in a thread that asks for it."""
    what = items_told.TOLD[0]
    told = any(isinstance(one.event, events.Submitted) and what in one.event.who for one in verdict.found)
    index = items_told.bare_length(scene.said) if what in wanted and not told else None
    if index is None:
        return verdict
    given = Teller(scene).news("other", events.Submitted(at=scene.at, who=(what,)), index, _NAMED).found
    return Verdict(verdict.kind, verdict.confidence, (*verdict.found, given))


@dataclass(frozen=True)
class _Writer:
    """One sent mail."""

    scene: Scene
    teller: Teller

    @property
    def to(self) -> tuple[str, ...]:
        """Return to whom it went, the candidate and programs apart."""
        addresses = (mailbox.address.lower() for mailbox in self.scene.letter.to)
        return tuple(dict.fromkeys(a for a in addresses if a and a not in self.scene.me and not is_unread(a)))

    @property
    def to_referee(self) -> bool:
        """Whether it went to somebody who is a referee already."""
        return bool(self.scene.referees.intersection(self.to))

    def thanked(self) -> tuple[str, ...]:
        """Return whom it thanks: to whom it went, and those of the employer's in copy to whom it speaks as well."""
        letter, index = self.scene.letter, self.teller.where("thanked")
        houses = {domain for who in self.to if (domain := relays.own_domain(who))}
        copied = [mailbox for mailbox in letter.cc if self._is_theirs(mailbox.address.lower(), houses)]
        if not copied:
            return self.to
        sentence = self.scene.said[index].sentence if 0 <= index < len(self.scene.said) else None
        thanks = self.scene.reply[sentence.begin : sentence.stop] if sentence else ""
        return tuple(dict.fromkeys((*self.to, *addressed(self.scene.reply, thanks, copied, letter.to))))

    def _is_theirs(self, who: str, houses: Container[str]) -> bool:
        """Whether somebody in copy is one of the employer's people: at its own domain, no desk, not the candidate."""
        domain = relays.own_domain(who)
        known = domain in houses or who in self.scene.employers
        return bool(domain) and known and is_person(who) and who not in self.scene.me

    def found(self, event: events.Event, what: str, likely: float | None = None) -> Found:
        """Attach the sentence that shows an event."""
        sure = self.teller.likely(what) if likely is None else likely
        return self.teller.news("other", event, self.teller.where(what), max(sure, 0.8)).found

    def answers(self) -> Iterator[Found]:
        """Yield the interviews that a calendar's answer declines, or accepts after all, to be asked about.

        Whoever declines wants another time, has answered an old version, or comes after all; and what is accepted may
        have been off by then.
        """
        for invitation in self.scene.invitations:
            kind, what = _ANSWERS.get(invitation.state, (None, ""))
            if kind is not None and invitation.sure:
                start = invitation.slot.start
                event = kind(at=self.scene.at, who=invitation.people, start=start, uid=invitation.uid)
                yield replace(self.found(event, what, _ASKED), certain=False)

    def referee(self) -> list[Found]:
        """Return what it tells a referee; nothing for mail to others, and nobody at an employer's is a referee."""
        if not self.to_referee and not self.scene.employers.isdisjoint(self.to):
            return []
        likely = {what: self.teller.likely(what) for what in _TO_REFEREES}
        what = max(likely, key=likely.__getitem__)
        if self.to_referee and what not in _ASKS and is_briefing(self.scene.said):
            # However it sounds: they know for what they may be called, and of what to speak.
            what, likely["briefed"] = "briefed", max(likely["briefed"], NOTICED)
        if likely[what] < NOTICED and not (self.to_referee and likely[what] >= 0.2):
            return []
        return [self.found(_TO_REFEREES[what](at=self.scene.at, who=self.to), what)]

    def employer(self) -> Iterator[Found]:
        """Yield what it does towards an employer."""
        at, to, says = self.scene.at, self.to, self.teller.says
        told: list[Found] = []
        # These end a process, and with an acceptance every other one: they must be plain.
        if self.teller.likely("withdrew") >= _ENDING:
            told.append(self.found(events.Withdrew(at=at), "withdrew"))
        else:
            told += self._accepted()
        if says("asked-why"):
            told.append(self.found(events.AskedWhy(at=at, who=to), "asked-why"))
        if says("applied"):
            told.append(self.found(events.Applied(at=at), "applied"))
        # Whoever answers a no or an offer thanks for that.
        words = [statement.words for statement in self.scene.said]
        others = thanking.passed_on(words)
        if says("thanked") and not told and others is None and (self.scene.met or not thanking.is_bare(words)):
            told.append(self.found(events.Thanked(at=at, who=self.thanked()), "thanked"))
        told += self._handed_in()
        told += [self._leaving_offer(one, told) for one in self._word(bare=not told)]
        if others is not None:
            # Who is to thank others for the candidate is written to with more than that.
            named = thanking.named_in(self.scene.said[others].sentence.text, self.scene.met_people)
            thanks = events.Thanked(at=at, who=tuple(dict.fromkeys((*to, *named))))
            told.append(self.teller.news("other", thanks, others, max(_SURE, self.teller.likely("thanked"))).found)
        yield from told

    def _accepted(self) -> Iterator[Found]:
        """Yield the yes to an offer: sure where words say it, asked about where it only sounds like one."""
        likely, said = self.teller.likely("accepted"), [statement.words for statement in self.scene.said]
        yes, later = saying_yes.says_yes(said), saying_yes.puts_off(said)
        # Whoever accepts in so many words may well leave something else for later.
        plainly = saying_yes.says_yes_plainly(said)
        theirs = any(who in self.scene.employers for who in self.to)
        enough = 0.0 if plainly and theirs and self._is_about_offer() else NOTICED if yes else _SOUNDS
        if likely < enough or (later and not yes):
            return
        found = self.found(events.Accepted(at=self.scene.at), "accepted")
        said_so = plainly or (yes and not later)
        yield found if said_so and likely >= _ENDING else replace(found, certain=False)

    def _puts_off_offer(self) -> bool:
        """Whether it says that its answer to an offer will come."""
        words = [statement.words for statement in self.scene.said]
        offered = self.teller.likely("accepted") >= NOTICED or self._is_about_offer()
        return offered and saying_yes.puts_off(words)

    def _leaving_offer(self, found: Found, told: Sequence[Found]) -> Found:
        """Return a word to who holds out an offer: where it neither takes nor leaves it, it answers something else."""
        word = found.event
        if not self.scene.offered or not isinstance(word, events.Wrote) or word.purpose != "reply":
            return found
        if any(isinstance(one.event, _DECIDE) for one in told) or says_yes_or_no(self.scene.said):
            return found
        if self.teller.likely("withdrew") >= _PERHAPS:
            return found
        return replace(found, event=replace(word, purpose="other"))

    def _is_about_offer(self) -> bool:
        about = f"{self.scene.letter.subject}\n{self.scene.reply}\n{self.scene.quoted[:_QUOTED]}"
        return saying_yes.is_about_offer(plain(about))

    def _handed_in(self) -> Iterator[Found]:
        at = self.scene.at
        yield from self._named()
        seen = [item for item in labels.ITEMS if self.teller.says(f"submitted:{item}")]
        for item in seen:
            if self._is_promised(item):
                continue
            found = self.found(events.Submitted(at=at, who=(item,)), f"submitted:{item}")
            yield replace(found, certain=False) if self._is_doubted(item) else found
        told = self._told(seen)
        for item, index in told.items():
            yield self.teller.news("other", events.Submitted(at=at, who=(item,)), index, _NAMED).found
        by_name = self._handed_in_by_name([*seen, *told])
        # What is called attached and is not there was perhaps forgotten; and one file is seldom three things.
        there = items_given.documents(self.scene.letter.attachments) >= len(_PAPERS.intersection(seen)) + len(by_name)
        for item, index in by_name.items():
            found = self.teller.news("other", events.Submitted(at=at, who=(item,)), index, _NAMED).found
            yield replace(found, certain=there)
        for item in self._handed_in_as_files({*seen, *by_name}):
            found = self.teller.news("other", events.Submitted(at=at, who=(item,)), -1, _NAMED).found
            # Whoever asks something may send a thing only to show it: "is this the right form?"
            yield replace(found, certain="?" not in self.scene.reply)

    def _told(self, seen: Container[str]) -> dict[str, int]:
        """Return what is told in words to who asked for it, with the statements that do: "my notice is four weeks"."""
        if not (self._hands_in or self.scene.known):
            return {}
        told = [(item, index) for index, each in enumerate(self.scene.said) for item in items_told.told(each)]
        return {item: index for item, index in reversed(told) if item not in seen}

    def _is_promised(self, item: str) -> bool:
        """Whether all words that name a thing say that it will come; with a file, in so many words, and of nothing called so."""
        said, items = self.scene.said, self.scene.items
        named = [(each, one) for each in said for one in items_named.named(each.words, items) if one.item == item]
        if item in items_told.TOLD and named and all(items_told.puts_off(each) for each, _ in named):
            return True
        if any(items_given.is_handed_in(each.words, one) for each, one in named) or item in self._files:
            return False
        if items_given.documents(self.scene.letter.attachments):
            return bool(named) and all(items_promised.is_promised(each.words, one) for each, one in named)
        return bool(named) and all(
            (item in _PAPERS and items_given.is_promised(each.words, one))
            or items_promised.comes_by_a_day(each, one)
            or items_promised.is_promised(each.words, one)
            or items_promised.is_on_its_way(each.words, one)
            for each, one in named
        )

    @property
    def _files(self) -> tuple[str, ...]:
        """Return what the attached files are called after."""
        return items_files.items_of(self.scene.letter.attachments, self.scene.items)

    def _handed_in_as_files(self, seen: Container[str]) -> Iterator[str]:
        """Yield what hangs on a mail by its name, and no sentence hands in: "Here you go!"."""
        if self.teller.says("applied") or not (self._hands_in or self.scene.known):
            return
        for item in self._files:
            if item not in seen:
                yield item

    @property
    def _hands_in(self) -> bool:
        """Whether a mail may hand anything in: the encoder sees it, or what it answers names such a thing."""
        if any(self.teller.likely(f"submitted:{item}") >= _HARDLY for item in labels.ITEMS):
            return True
        quoted = plain(self.scene.quoted[:_QUOTED]).split()
        return bool(items_named.named(quoted, self.scene.items))

    def _is_doubted(self, item: str) -> bool:
        """Whether the encoder is not sure of an item, and the words that name it do not hand it in."""
        if item not in _PAPERS or item in self._files or self.teller.likely(f"submitted:{item}") >= CERTAIN:
            return False
        words = [statement.words for statement in self.scene.said]
        named = [(each, one) for each in words for one in items_named.named(each, self.scene.items) if one.item == item]
        given = any(items_given.is_handed_in(each, one) for each, one in named)
        return bool(named) and not given

    def _handed_in_by_name(self, seen: Sequence[str]) -> dict[str, int]:
        """Return the items that a sentence names beside those that the encoder sees, or calls attached."""
        found: dict[str, int] = {}
        if not self._hands_in or self.teller.says("applied"):
            return found  # mail about a garden hands in nothing, and nobody asked for what an application holds
        for index, statement in enumerate(self.scene.said):
            for one in items_named.named(statement.words, self.scene.items):
                if one.item not in seen and items_given.is_handed_in(statement.words, one):
                    found.setdefault(one.item, index)
        return found

    def _named(self) -> Iterator[Found]:
        """Yield whom it names as referees: by their addresses, or by name those who are known to be."""
        given = self.teller.says(f"submitted:{REFERENCES}") or self.teller.says("named")
        known = self.scene.referees | self.scene.awaited
        theirs = given or not self.scene.employers.isdisjoint(self.to)
        by_name = referees_named.named_by_name(self.scene.said, known, given=given) if theirs else {}
        if self.teller.says("named") and (written := self._referees_named()):
            who = tuple(dict.fromkeys((*written, *by_name)))
            yield self.found(events.Named(at=self.scene.at, who=who), "named")
        elif by_name:
            event = events.Named(at=self.scene.at, who=tuple(by_name))
            yield self.teller.news("other", event, min(by_name.values()), _NAMED).found

    def _referees_named(self) -> tuple[str, ...]:
        """Return the addresses in the text: neither the candidate's nor the recipients'."""
        known = {*self.scene.me, *self.to}
        found = (match[0].lower().rstrip(".") for match in _ADDRESS.finditer(self.scene.reply))
        return tuple(dict.fromkeys(address for address in found if address not in known))

    def _word(self, *, bare: bool) -> Iterator[Found]:
        """Yield a plain word with its purpose; where the mail does nothing else, the likeliest one."""
        likely = {purpose: self.teller.likely(f"wrote:{purpose}") for purpose in _PURPOSES}
        purpose = max(_PURPOSES, key=likely.__getitem__)
        if purpose == "check-in" and tells_of_offer(self.scene.said) is not None:
            # Whoever must answer elsewhere asks for no news: it is a courtesy that names its date.
            likely["other"], purpose = likely[purpose], "other"
        if bare and self._puts_off_offer():
            # The offer is thanked for, and its answer still owed: a reply would settle it.
            likely["other"], purpose = 1.0, "other"
        enough = likely[purpose] >= (_BARE if bare else _BESIDES)
        if not enough and bare and any(who in self.scene.employers and relays.own_domain(who) for who in self.to):
            # To somebody who is in a process already: it is a word to the employer at least, and answers what it follows.
            letter = self.scene.letter
            purpose = "reply" if letter.in_reply_to or letter.references or self.scene.quoted else "other"
            enough = True
        if enough:
            event = events.Wrote(at=self.scene.at, who=self.to, purpose=purpose)  # type: ignore[arg-type]
            yield self.found(event, f"wrote:{purpose}")
