"""What the candidate hands in: files, figures told in words, referees."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from sincerely.core import events
from sincerely.core.items import REFERENCES
from sincerely.reading.items import files as items_files
from sincerely.reading.items import given as items_given
from sincerely.reading.items import named as items_named
from sincerely.reading.items import promised as items_promised
from sincerely.reading.items import referees_named, trouble
from sincerely.reading.items import told as items_told
from sincerely.reading.scoring import labels
from sincerely.reading.scoring.words import plain
from sincerely.reading.statements.scene import Found
from sincerely.reading.statements.telling import CERTAIN

from .writer import NAMED, QUOTED, Writer

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
# What comes as a file: the rest may stand in the text, as "I can start in May".
_PAPERS = frozenset({"writing-sample", "transcript", "form", "resume", "cover-letter", "certificate", "id"})
# How likely something must be handed in at all for that.
_HARDLY = 0.1


# What is wanted of others is not sent to them.
_ASKS_FOR = re.compile(
    r"\b(?:could|can|would|will) (?:you|somebody|someone|he|she|they)\b[^.;!?]{0,40}\b(?:send|share|forward|give|email|pass)(?: \w+){0,2}? (?:me|us)\b[^.;!]{0,80}\?"
    r"|\b(?:könnten|können|würden) sie\b[^.;!?]{0,40}\bmir\b[^.;!?]{0,60}\b(?:schicken|senden|geben|mailen|weiterleiten)\b[^.;!]{0,10}\?|\b(?:könntest|kannst|würdest) du\b[^.;!?]{0,40}\bmir\b[^.;!?]{0,60}\b(?:schicken|senden|geben|mailen|weiterleiten)\b[^.;!]{0,10}\?"
    r"|\b(?:pourriez|pouvez|pourrais|peux)[ -](?:vous|tu)\b[^.;!?]{0,40}\bm['’](?:envoyer|adresser|transmettre)\b[^.;!]{0,80}\?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class HandingIn:
    """What one sent mail hands in."""

    writer: Writer

    def found(self) -> Iterator[Found]:
        """Yield what it hands in, and whom it names."""
        at = self.writer.scene.at
        yield from self._named()
        seen = [item for item in labels.ITEMS if self.writer.teller.says(f"submitted:{item}")]
        for item in seen:
            if self._is_promised(item) or self._is_kept_from(item) or self._only_asks(item):
                continue
            found = self.writer.found(events.Submitted(at=at, who=(item,)), f"submitted:{item}")
            yield replace(found, certain=False) if self._is_doubted(item) else found
        told = self._told(seen)
        for item, index in told.items():
            yield self.writer.teller.news("other", events.Submitted(at=at, who=(item,)), index, NAMED).found
        by_name = self._handed_in_by_name([*seen, *told])
        # What is called attached and is not there was perhaps forgotten; and one file is seldom three things.
        there = items_given.documents(self.writer.scene.letter.attachments) >= len(_PAPERS.intersection(seen)) + len(
            by_name
        )
        for item, index in by_name.items():
            found = self.writer.teller.news("other", events.Submitted(at=at, who=(item,)), index, NAMED).found
            yield replace(found, certain=there)
        for item in self._handed_in_as_files({*seen, *by_name}):
            found = self.writer.teller.news("other", events.Submitted(at=at, who=(item,)), -1, NAMED).found
            # Whoever asks something may send a thing only to show it: "is this the right form?"
            yield replace(found, certain="?" not in self.writer.scene.reply)

    def _told(self, seen: Container[str]) -> dict[str, int]:
        """Return what is told in words to who asked for it, with the statements that do: "my notice is four weeks"."""
        if not (self._hands_in or self.writer.scene.known):
            return {}
        told = [(item, index) for index, each in enumerate(self.writer.scene.said) for item in items_told.told(each)]
        return {item: index for item, index in reversed(told) if item not in seen}

    def _is_promised(self, item: str) -> bool:
        """Whether all words that name a thing say that it will come; with a file, in so many words, and of nothing called so."""
        said, items = self.writer.scene.said, self.writer.scene.items
        named = [(each, one) for each in said for one in items_named.named(each.words, items) if one.item == item]
        if item in items_told.TOLD and named and all(items_told.puts_off(each) for each, _ in named):
            return True
        if any(items_given.is_handed_in(each.words, one) for each, one in named) or item in self._files:
            return False
        if items_given.documents(self.writer.scene.letter.attachments):
            return bool(named) and all(items_promised.is_promised(each.words, one) for each, one in named)
        return bool(named) and all(
            (item in _PAPERS and items_given.is_promised(each.words, one))
            or items_promised.comes_by_a_day(each, one)
            or items_promised.is_promised(each.words, one)
            or items_promised.is_on_its_way(each.words, one)
            for each, one in named
        )

    def _is_kept_from(self, item: str) -> bool:
        """Whether what sounds like handing a thing in tells what is in the way."""
        index, said = self.writer.teller.where(f"submitted:{item}"), self.writer.scene.said
        in_the_way = 0 <= index < len(said) and trouble.is_kept_from(said[index].words)
        return in_the_way and not items_given.documents(self.writer.scene.letter.attachments)

    def _only_asks(self, item: str) -> bool:
        """Whether what sounds like handing a thing in asks for it, or about it: "could you send me the slides?"."""
        index, said = self.writer.teller.where(f"submitted:{item}"), self.writer.scene.said
        if 0 <= index < len(said) and _ASKS_FOR.search(said[index].sentence.text):
            return not items_given.documents(self.writer.scene.letter.attachments)
        if item not in items_told.TOLD or not 0 <= index < len(said):
            return False
        text = said[index].sentence.text.rstrip()
        return text.endswith("?") and not said[index].times and not any(letter.isdigit() for letter in text)

    @property
    def _files(self) -> tuple[str, ...]:
        """Return what the attached files are called after."""
        return items_files.items_of(self.writer.scene.letter.attachments, self.writer.scene.items)

    def _handed_in_as_files(self, seen: Container[str]) -> Iterator[str]:
        """Yield what hangs on a mail by its name, and no sentence hands in: "Here you go!"."""
        if self.writer.teller.says("applied") or not (self._hands_in or self.writer.scene.known):
            return
        for item in self._files:
            if item not in seen:
                yield item

    @property
    def _hands_in(self) -> bool:
        """Whether a mail may hand anything in: the encoder sees it, or what it answers names such a thing."""
        if any(self.writer.teller.likely(f"submitted:{item}") >= _HARDLY for item in labels.ITEMS):
            return True
        quoted = plain(self.writer.scene.quoted[:QUOTED]).split()
        return bool(items_named.named(quoted, self.writer.scene.items))

    def _is_doubted(self, item: str) -> bool:
        """Whether the encoder is not sure of an item, and the words that name it do not hand it in."""
        if item not in _PAPERS or item in self._files or self.writer.teller.likely(f"submitted:{item}") >= CERTAIN:
            return False
        words = [statement.words for statement in self.writer.scene.said]
        named = [
            (each, one)
            for each in words
            for one in items_named.named(each, self.writer.scene.items)
            if one.item == item
        ]
        given = any(items_given.is_handed_in(each, one) for each, one in named)
        return bool(named) and not given

    def _handed_in_by_name(self, seen: Sequence[str]) -> dict[str, int]:
        """Return the items that a sentence names beside those that the encoder sees, or calls attached."""
        found: dict[str, int] = {}
        if not self._hands_in or self.writer.teller.says("applied"):
            return found  # mail about a garden hands in nothing, and nobody asked for what an application holds
        for index, statement in enumerate(self.writer.scene.said):
            for one in items_named.named(statement.words, self.writer.scene.items):
                if one.item not in seen and items_given.is_handed_in(statement.words, one):
                    found.setdefault(one.item, index)
        return found

    def _named(self) -> Iterator[Found]:
        """Yield whom it names as referees: by their addresses, or by name those who are known to be."""
        given = self.writer.teller.says(f"submitted:{REFERENCES}") or self.writer.teller.says("named")
        known = self.writer.scene.referees | self.writer.scene.awaited
        theirs = given or not self.writer.scene.employers.isdisjoint(self.writer.to)
        by_name = referees_named.named_by_name(self.writer.scene.said, known, given=given) if theirs else {}
        if self.writer.teller.says("named") and (written := self._referees_named()):
            who = tuple(dict.fromkeys((*written, *by_name)))
            yield self.writer.found(events.Named(at=self.writer.scene.at, who=who), "named")
        elif by_name:
            event = events.Named(at=self.writer.scene.at, who=tuple(by_name))
            yield self.writer.teller.news("other", event, min(by_name.values()), NAMED).found

    def _referees_named(self) -> tuple[str, ...]:
        """Return the addresses in the text: neither the candidate's nor the recipients'."""
        known = {*self.writer.scene.me, *self.writer.to}
        found = (match[0].lower().rstrip(".") for match in _ADDRESS.finditer(self.writer.scene.reply))
        return tuple(dict.fromkeys(address for address in found if address not in known))
