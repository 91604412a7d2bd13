"""Training cases for the encoder: mails in numbers, beside what their truth says of sentences, times and words."""

from __future__ import annotations

import hashlib
import random
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any

import numpy as np

from sincerely.app.evaluating.sample_truth import truth as truth_of_sample
from sincerely.core.events import Event
from sincerely.core.timeline import parse
from sincerely.gate.text import sentences as draft_sentences
from sincerely.reading.encoding_mail import encode
from sincerely.reading.letters import mime, reply
from sincerely.reading.letters.language import language_of
from sincerely.reading.letters.letter import Letter
from sincerely.reading.linking import relays
from sincerely.reading.linking.house_names import pack
from sincerely.reading.scoring import labels
from sincerely.reading.scoring.encoding import Encoded, encode_draft
from sincerely.reading.scoring.wordpiece import Pieces
from sincerely.reading.statements.deadlines import day_of
from sincerely.reading.statements.statement import Clock, Statement, statements
from sincerely.sample.sending import raw
from sincerely.sample.templates import SENT
from sincerely.sample.write import composed

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests" / "corpus" / "bundles"))

sys.path.append(str(ROOT / "bench"))

import check  # noqa: E402 - stands beside the bundles
import own_drafts  # noqa: E402 - beside this file
import tone_texts  # noqa: E402 - likewise

SAID = {name: index for index, name in enumerate(labels.SAID)}
_FIRST = re.compile(r'# kind=(?P<kind>\w+) company="(?P<company>[^"]*)" role="(?P<role>[^"]*)" me=(?P<me>\S+)')
_HEADER = "process x zone=UTC country=US\n"
_EPOCH = datetime(2026, 3, 2, 9, tzinfo=UTC)
_SLOTS = ("scheduled", "moved", "cancelled")
UNKNOWN = -100
_NOTHING, _START, _DUE, _PROMISED, _ANSWER_BY = range(5)
# Two texts say the same where so many of the quote's words stand in a sentence.
_ALIKE = 0.5


@dataclass
class Case:
    """A mail and its targets.

    Attributes:
        name: of the mail.
        encoded: the mail in numbers.
        kind: its place in `labels.KINDS`; `UNKNOWN` for a text that is no mail.
        said: what the whole mail says, one figure for each of `labels.SAID`.
        told: for each of these whether the truth tells.
        quoted: whether the truth tells which sentences say it.
        sentences: what each sentence says; all zero where that is not known.
        times: for each time its place in `labels.TIMES`.
        words: for each word whether it belongs to the employer's name, the role, a person to meet.
        known: for each of these whether the truth tells.
        mail: for each of `labels.MAIL` 1 or 0; -1 where the truth does not tell.
    """

    name: str
    encoded: Encoded
    kind: int
    said: Any
    told: Any
    quoted: bool
    sentences: Any
    times: Any
    words: Any
    known: tuple[bool, bool, bool]
    mail: tuple[int, ...]


@dataclass(frozen=True)
class Truth:
    """What a mail's truth says."""

    kind: str
    company: str
    role: str
    me: str
    events: Sequence[Event]


def load(pieces: Pieces) -> list[Case]:
    """Return every training mail of the repository."""
    cases = []
    for path in sorted((ROOT / "tests/corpus/train").glob("*.eml")):
        text = path.with_suffix(".events").read_text("utf-8")
        head = _FIRST.match(text)
        assert head is not None, path
        [timeline] = parse(_HEADER + text, path.name)
        cases.append(
            case_of(f"t-{path.stem}", path.read_bytes(), Truth(**head.groupdict(), events=timeline.events), pieces)
        )
    for path in sorted((ROOT / "tests/corpus/bundles").glob("*.mails")):
        cases += bundled(path.read_text("utf-8"), pieces)
    return cases


def bundled(text: str, pieces: Pieces) -> list[Case]:
    """Return the mails of a bundle."""
    cases = []
    for mail in check.mails(text):
        [timeline] = parse(_HEADER + "\n".join(mail.events) + "\n", mail.name)
        truth = Truth(mail.kind, mail.company, mail.role, mail.me, timeline.events)
        cases.append(case_of(mail.name, check.as_bytes(mail.mail), truth, pieces))
    return cases


def ham(pieces: Pieces, most: int) -> list[Case]:
    """Return mails about anything else, where they are there."""
    paths = sorted(path for path in (ROOT.parent / "shared/data/mail/ham").rglob("*") if path.is_file())
    random.Random(5).shuffle(paths)
    truth = Truth("other", "", "", "me@mail.example", ())
    cases = [case_of(f"x-{path.stem}", path.read_bytes(), truth, pieces) for path in paths[:most]]
    for case in cases:
        case.known = (False, False, True)
    return cases


def sample(pieces: Pieces) -> list[Case]:
    """Return the mails of the bundled sample, opened on a Wednesday, with what its writer says of them."""
    now = datetime.fromisoformat("2026-03-11T12:00-04:00")
    told, composer = truth_of_sample(ROOT / "tests" / "sample", now), composed(now)
    me = composer.cast.person(SENT).address
    cases = []
    for letter in composer.letters():
        name = letter.template.name
        row = told.expected[name]
        events = [_walled(event, letter.written.tzinfo) for event in told.events(name, letter.written)]
        truth = Truth(row["kind"], "", "", me, events)
        case = case_of(f"s-{name}", raw(letter, composer.invitation(letter)), truth, pieces)
        case.known = (False, False, True)
        cases.append(case)
    return cases


def _walled(event: Event, zone: tzinfo | None) -> Event:
    """Return an interview with its start on the mail's own clock, as the other truths have it."""
    start = getattr(event, "start", None)
    return replace(event, start=start.astimezone(zone).replace(tzinfo=UTC)) if start else event  # type: ignore[call-arg]


def drafts(pieces: Pieces) -> list[Case]:
    """Return texts of candidates with how they land; not the part of them that is kept for measuring."""
    found = [
        draft_of(f"tone-{text.group}-{number}", text, pieces)
        for number, text in enumerate(
            [
                *tone_texts.of_set(ROOT / "tests/gate/tone/texts.jsonl", "train"),
                *tone_texts.of_corpus(ROOT / "bench/corpus"),
            ]
        )
    ]
    for name, body in own_drafts.texts():
        text = tone_texts.Text(body, negative=False, culprits=[], kinds=[], group=name, ours=True)
        found.append(draft_of(name, text, pieces))
    return [case for case in found if case is not None]


def draft_of(name: str, text: tone_texts.Text, pieces: Pieces) -> Case | None:
    """Return one text with its targets; None for one that is too long for a row."""
    said = list(draft_sentences(text.text))
    rows = encode_draft([s.text for s in said], pieces)
    if len(rows) != 1:
        return None
    [encoded] = rows
    column, told, whole = SAID["lands-badly"], np.zeros(len(SAID), np.float32), np.zeros(len(SAID), np.float32)
    told[column], whole[column] = 1, text.negative
    sentences = np.zeros((len(encoded.sentences), len(SAID)), np.float32)
    for at, sentence in enumerate(said[: len(sentences) - 1]):
        sentences[at + 1, column] = any(
            begin < sentence.stop and sentence.begin < stop for begin, stop in text.culprits
        )
    if text.negative and text.kinds:
        tones = [int(tone in text.kinds) for tone in labels.TONES]
    else:
        tones = [-1 if text.negative else 0] * len(labels.TONES)
    words = np.zeros((len(encoded.words), len(labels.WORDS)), np.float32)
    return Case(
        name, encoded, UNKNOWN, whole, told, bool(text.culprits) or not text.negative, sentences,
        np.zeros(0, np.int64), words, (False, False, False), (-1, -1, *tones),
    )  # fmt: skip


def held_out(cases: Sequence[Case], every: int, among: str = "") -> tuple[list[Case], list[Case]]:
    """Return the cases that train, and one in so many that is held out; none for 0.

    Chosen by its name alone, so that further mails change nothing; ``among`` only those whose name begins like one of these.
    """

    def held(case: Case) -> bool:
        number = int(hashlib.sha256(case.name.encode()).hexdigest()[:8], 16)
        return bool(every) and case.name.startswith(tuple(among.split(","))) and number % every == 0

    return [case for case in cases if not held(case)], [case for case in cases if held(case)]


def case_of(name: str, data: bytes, truth: Truth, pieces: Pieces) -> Case:
    """Return one mail with its targets."""
    letter = mime.parse(data)
    own = letter.from_.address.lower() == truth.me.lower()
    parts = reply.of(letter)
    clock = Clock(at=letter.date or _EPOCH, language=language_of(f"{letter.subject}\n{parts.reply}"))
    said = statements(parts.reply, clock)
    encoded = encode(letter, said, parts.signature, "\n".join(q.text for q in parts.quoted), pieces, own=own)
    whole = np.zeros(len(SAID), np.float32)
    for event in truth.events:
        whole[[SAID[what] for what in what_it_says(event, truth.kind)]] = 1
    if truth.kind == "outreach":
        whole[SAID["outreach"]] = 1
    sentences, quoted = _sentences(letter, said, encoded, truth)
    words, known = _words(letter, encoded, truth)
    return Case(
        name,
        encoded,
        labels.KINDS.index(truth.kind),
        whole,
        _all_but_tone(),
        quoted,
        sentences,
        _times(said, encoded, truth),
        words,
        known,
        (_meets(letter, truth), _for_another(letter, parts.signature, truth), *[-1] * len(labels.TONES)),
    )


def _all_but_tone() -> Any:
    """Return that a mail's truth tells everything but how it would land."""
    told = np.ones(len(SAID), np.float32)
    told[SAID["lands-badly"]] = 0
    return told


def what_it_says(event: Event, kind: str) -> list[str]:
    """Return an event as things that a mail can say."""
    values: Any = event
    match event.verb:
        case "requested" | "submitted":
            return [f"{event.verb}:{item}" for item in event.who if f"{event.verb}:{item}" in SAID]
        case "wrote":
            return [f"wrote:{values.purpose}"]
        case "prefers":
            return [
                f"prefers:{name}" for name in ("calls", "silence", "contact") if getattr(values, name) not in (None, "")
            ]
        case "heard":
            asks = ["asks", *(["invited"] if kind == "interview_invite" else [])] if values.asks else []
            return ["heard", *asks, *(["reference-call"] if kind == "reference_check" else [])]
        case "rejected" if values.reason:
            return ["rejected", "reason"]
    return [event.verb] if event.verb in SAID else []


def _squeezed(text: str) -> str:
    return " ".join(re.sub(r"^[>|\s]+", "", text, flags=re.MULTILINE).split()).casefold()


def _sentences(letter: Letter, said: Sequence[Statement], encoded: Encoded, truth: Truth) -> tuple[Any, bool]:
    """Return what each sentence says, and whether the truth's quotes tell it of all events."""
    texts = [_squeezed(letter.subject), *(_squeezed(s.sentence.text) for s in said)][: len(encoded.sentences)]
    rows = np.zeros((len(texts), len(SAID)), np.float32)
    quoted = truth.kind != "outreach"
    for event in truth.events:
        hits = _quoting(_squeezed(event.quote), texts) if event.quote else []
        quoted = quoted and bool(hits)
        for hit in hits:
            rows[hit, [SAID[what] for what in what_it_says(event, truth.kind)]] = 1
    return rows, quoted


def _quoting(quote: str, texts: Sequence[str]) -> list[int]:
    """Return the sentences that a quote stands in, or that stand in it; else the one most like it."""
    hits = [i for i, text in enumerate(texts) if text and (quote in text or (len(text) > 8 and text in quote))]
    if hits:
        return hits
    words = set(quote.split())
    alike = [len(words & set(text.split())) / max(4, len(words)) for text in texts]
    return [int(np.argmax(alike))] if max(alike) > _ALIKE else []


def _day(when: date | None) -> date | None:
    return when.date() if isinstance(when, datetime) else when


def _times(said: Sequence[Statement], encoded: Encoded, truth: Truth) -> Any:
    """Return what each time is, by its value."""
    values: Sequence[Any] = truth.events
    starts = [event.start for event in values if event.verb in _SLOTS and event.start]
    days = {
        place: {_day(event.by) for event in values if event.verb == verb and event.by}
        for verb, place in (("promised", _PROMISED), ("offered", _ANSWER_BY), ("requested", _DUE))
    }
    found = np.zeros(len(encoded.mentions), np.int64)
    for row, (statement, which, _) in enumerate(encoded.mentions):
        mention = said[statement].times[which]
        if mention.start is not None and _begins(
            mention.start.replace(tzinfo=UTC, second=0, microsecond=0), mention.grain, starts
        ):
            found[row] = _START
            continue
        day = day_of(mention)
        found[row] = next((place for place, those in days.items() if day is not None and day in those), _NOTHING)
    return found


def _begins(start: datetime, grain: str, starts: Sequence[datetime]) -> bool:
    """Whether a time is an interview's start, or its day or its hour told apart."""
    if grain == "day":
        return any(start.date() == one.date() for one in starts)
    return grain in ("hour", "minute") and (start in starts or (len(starts) == 1 and start.time() == starts[0].time()))


def _words(letter: Letter, encoded: Encoded, truth: Truth) -> tuple[Any, tuple[bool, bool, bool]]:
    """Return for each word what it belongs to, and of which names the truth tells where they stand."""
    rows = np.zeros((len(encoded.words), len(labels.WORDS)), np.float32)
    for column, names in enumerate(([truth.company], [truth.role], _people(letter, truth))):
        for name in names:
            _mark(encoded, rows, column, name)
    known = [not name or bool(rows[:, column].any()) for column, name in enumerate((truth.company, truth.role))]
    return rows, (known[0], known[1], True)


def _people(letter: Letter, truth: Truth) -> list[str]:
    """Return the names of those to meet; of an address the name that the headers give it."""
    book = {a.address.lower(): a.name for a in (*letter.to, *letter.cc, letter.from_, *letter.reply_to) if a.name}
    told = [who for event in truth.events if event.verb in _SLOTS for who in event.who]
    return [book.get(who.lower(), "") if "@" in who else who for who in told]


def _meets(letter: Letter, truth: Truth) -> int:
    slots = [event for event in truth.events if event.verb in _SLOTS]
    sender = letter.from_.address.lower()
    return max((int(sender in [who.lower() for who in event.who]) for event in slots), default=-1)


def _for_another(letter: Letter, signature: str, truth: Truth) -> int:
    """Whether the opening is another house's than the writer's: its name is neither in the address nor signed with."""
    house = relays.own_domain(letter.from_.address).partition(".")[0]
    if not house or not truth.company or letter.from_.address.lower() == truth.me.lower():
        return -1
    name = pack(truth.company)
    initials = "".join(word[0] for word in re.findall(r"[^\W_]+", truth.company.casefold()))
    spelled = any(pack(word) in pack(house) for word in truth.company.split() if len(word) > 3)
    own = pack(house) in name or spelled or (len(initials) > 1 and initials in house)
    return int(not own and name not in pack(f"{signature} {letter.from_.name}"))


def _mark(encoded: Encoded, rows: Any, column: int, name: str) -> None:
    """Mark every place at which a name stands, words and what is between them."""
    want = re.findall(r"[^\W_]+", name.casefold())
    by_source: dict[int, list[tuple[int, str]]] = {}
    for index, word in enumerate(encoded.words):
        text = encoded.texts[word.source][word.begin : word.stop].casefold()
        if re.match(r"[^\W_]", text):
            by_source.setdefault(word.source, []).append((index, text))
    for told in by_source.values() if want else ():
        for at in range(len(told) - len(want) + 1):
            if [text for _, text in told[at : at + len(want)]] == want:
                rows[told[at][0] : told[at + len(want) - 1][0] + 1, column] = 1
