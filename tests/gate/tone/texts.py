"""The texts for tone, read from their file, and what makes a set of them fit to measure by."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "texts.jsonl"
GENRES = ("mail", "post", "review")
PARTS = ("train", "test")
KINDS = (
    "disparagement",
    "bitterness",
    "sarcasm",
    "threat",
    "entitlement",
    "begging",
    "over-familiarity",
    "pressure",
)
RUN = 6  # as many words in a row shared by two texts look like a template
_ID = re.compile(r"[a-z]+(?:-[a-z]+)+-[1-9]\d*")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STOP = re.compile(r"(?<=[.!?…])\s+|(?<=[.!?…][\"'’”)])\s+|\n+")
_TITLE = re.compile(r"\b(Mr|Mrs|Ms|Dr|Prof|St|No|vs|e\.g|i\.e)\.(?=\s)")
_ADDRESS = re.compile(r"https?:|www\.|@\w")
INSULTS = frozenset(
    "idiot idiots clown clowns moron morons stupid pathetic joke incompetent liar liars crook crooks cowboys "
    "disgusting garbage trash rubbish dump scum useless bully bullies coward cowards fool fools pigs rats "
    "disgrace worst hate ugly lazy hypocrites parasites snake snakes amateurs vultures thieves".split()
)
HARSH = INSULTS | frozenset(
    "kill killer killed killing insanely insane brutal brutally brutality savage criminal illegal murder murderously "
    "destroyed dead death died awful terrible horrible dreadful disaster catastrophe crime miserable filthy sick "
    "monsters monster disappointed disappointing sad sorry gutted wrong mistake fraud stolen lies angry furious fail "
    "failed failure worse bad damn hell bloody nasty cruel ruthless hopeless wasted waste hurt cry cried unpaid never "
    "refused threatened threats pain painful frustrating embarrassing ridiculous crazy worried afraid no".split()
)
KINDLY = frozenset(
    "thank thanks grateful please kind kindly lovely wonderful happy glad good great best nice love pleasure "
    "congratulations appreciate beautiful generous luck wish hope warm dear welcome delighted brilliant".split()
)


@dataclass(frozen=True)
class Text:
    """One text and how it would land; README.md says what each field means."""

    id: str
    part: str
    genre: str
    text: str
    employer: str
    negative: bool
    subtle: bool
    kinds: list[str]
    culprits: list[str]
    why: str
    report: bool

    @property
    def persona(self) -> str:
        return self.id.rpartition("-")[0]


def load(lines: Iterable[str]) -> list[Text]:
    """Read JSON lines, with exactly the fields of `Text` in each."""
    return [Text(**json.loads(line)) for line in lines]


@cache
def words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))


def sentences(text: str) -> list[str]:
    """Sentences and lines of their own, without what holds no word."""
    spared = _TITLE.sub(r"\1", text)
    return [s for s in (piece.strip() for piece in _STOP.split(spared)) if words(s)]


def faults(texts: Sequence[Text]) -> Iterator[str]:
    """Whatever is wrong with the set, a line each; nothing when it is sound."""
    if mistyped := [f"{text.id}: {fault}" for text in texts for fault in _types(text)]:
        yield from mistyped
        return  # nothing else can be asked of these
    for text in texts:
        yield from (f"{text.id}: {fault}" for fault in (*_form(text), *_label(text), *_culprits(text)))
    yield from _repeated(texts)
    yield from _voices(texts)
    yield from _counts(texts)
    yield from _hints(texts)


def _types(text: Text) -> Iterator[str]:
    for field in fields(text):
        value = getattr(text, field.name)
        wanted = {"negative": bool, "subtle": bool, "report": bool, "kinds": list, "culprits": list}.get(
            field.name, str
        )
        if type(value) is not wanted:
            yield f"{field.name} is no {wanted.__name__}"


def _form(text: Text) -> Iterator[str]:
    if not _ID.fullmatch(text.id):
        yield "the id is not persona-number"
    if text.genre not in GENRES or text.part not in PARTS:
        yield "unknown genre or part"
    if not 1 <= len(sentences(text.text)) <= 8:
        yield f"{len(sentences(text.text))} sentences"
    if text.employer not in text.text:
        yield "the employer is not named in the text"
    if not 1 <= len(words(text.why)) <= 12:
        yield "why is not a short line"
    if _ADDRESS.search(text.text):
        yield "an address that may be somebody's"


def _label(text: Text) -> Iterator[str]:
    if text.negative != bool(text.kinds) or text.negative != bool(text.culprits):
        yield "negative, kinds and culprits disagree"
    if text.subtle and not text.negative:
        yield "subtle without being negative"
    if text.report and text.negative:
        yield "a report counted as negative"
    if unknown := set(text.kinds) - set(KINDS):
        yield f"unknown kinds {sorted(unknown)}"
    if len(set(text.kinds)) < len(text.kinds):
        yield "a kind twice"
    if text.subtle and (insults := INSULTS.intersection(words(text.text))):
        yield f"subtle with {sorted(insults)}"


def _culprits(text: Text) -> Iterator[str]:
    spans = []
    for culprit in text.culprits:
        if not culprit or culprit != culprit.strip():
            yield "a culprit that is empty or has blanks around it"
        elif text.text.count(culprit) != 1:
            yield f"culprit found {text.text.count(culprit)} times: {culprit}"
        else:
            begin = text.text.index(culprit)
            spans.append((begin, begin + len(culprit)))
    if any(a[1] > b[0] for a, b in zip(sorted(spans), sorted(spans)[1:], strict=False)):
        yield "culprits overlap"


def _repeated(texts: Sequence[Text]) -> Iterator[str]:
    ids = Counter(text.id for text in texts)
    yield from (f"{name}: this id {n} times" for name, n in ids.items() if n > 1)
    said = Counter(" ".join(words(s)) for text in texts for s in sentences(text.text))
    yield from (f"a sentence {n} times: {s}" for s, n in said.items() if n > 1)
    holders: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for text in texts:
        row = words(text.text)
        for at in range(len(row) - RUN + 1):
            holders[row[at : at + RUN]].add(text.id)
    yield from (f"{RUN} words in {sorted(ids)}: {' '.join(run)}" for run, ids in holders.items() if len(ids) > 1)


def _voices(texts: Sequence[Text]) -> Iterator[str]:
    by_persona: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        by_persona[text.persona].append(text)
    for persona, own in by_persona.items():
        if len({text.part for text in own}) > 1:
            yield f"{persona} is in both parts"
        if len({text.negative for text in own}) < 2:
            yield f"{persona} has one tone only: the voice would give the answer away"
    firsts = Counter(persona.split("-")[0] for persona in by_persona)
    yield from (f"two personas are called {name}" for name, n in firsts.items() if n > 1)


def _counts(texts: Sequence[Text]) -> Iterator[str]:
    if len(texts) < 360:
        yield f"only {len(texts)} texts"
    if sum(text.report for text in texts) < 25:
        yield "fewer than 25 reports"
    yield from _share("in the test part", [text.part == "test" for text in texts], 0.30, 0.37)
    for part in PARTS:
        own = [text for text in texts if text.part == part]
        negative = [text for text in own if text.negative]
        yield from _share(f"negative in {part}", [text.negative for text in own], 0.47, 0.53)
        yield from _share(f"subtle among the negative in {part}", [text.subtle for text in negative], 0.30, 0.40)
        yield from _share(f"reports in {part}", [text.report for text in own], 0.06, 0.15)
        for genre in GENRES:
            yield from _share(f"{genre} in {part}", [text.genre == genre for text in own], 0.15, 0.65)
        for kind in KINDS:
            if (n := sum(kind in text.kinds for text in negative)) < 8:
                yield f"{kind} only {n} times in {part}"


def _share(what: str, flags: Sequence[bool], low: float, high: float) -> Iterator[str]:
    share = sum(flags) / len(flags) if flags else 0.0
    if not low <= share <= high:
        yield f"{what}: {share:.0%}, wanted {low:.0%} to {high:.0%}"


def _hints(texts: Sequence[Text]) -> Iterator[str]:
    """What would let a reader guess the label without reading: length, genre, a name, friendly or harsh words."""
    sides = {flag: [text for text in texts if text.negative is flag] for flag in (True, False)}
    for genre in GENRES:
        yield from _share(f"negative among {genre}s", [t.negative for t in texts if t.genre == genre], 0.40, 0.60)
    named = [text.negative for text in texts if text.employer]
    yield from _share("negative among those that name the employer", named, 0.40, 0.60)
    harsh = [bool(HARSH.intersection(words(text.text))) for text in sides[False]]
    yield from _share("harsh words among what passes", harsh, 0.40, 1.0)
    kindly = [bool(KINDLY.intersection(words(text.text))) for text in sides[True]]
    yield from _share("kind words among the negative", kindly, 0.30, 1.0)
    yield from _lengths(texts)


def _lengths(texts: Sequence[Text]) -> Iterator[str]:
    """How often the longer of a pair is the negative one: half the time, where length tells nothing."""
    for part in PARTS:
        own = [(len(words(text.text)), text.negative) for text in texts if text.part == part]
        pairs = [(bad, good) for bad, negative in own if negative for good, other in own if not other]
        wins = sum(1.0 if bad > good else 0.5 if bad == good else 0.0 for bad, good in pairs)
        if pairs and not 0.42 <= wins / len(pairs) <= 0.58:
            yield f"lengths give it away in {part}: the negative is longer in {wins / len(pairs):.0%} of the pairs"
