"""The notation: what can be written can be read, what can't be read says where and why, and nothing is taken."""

from __future__ import annotations

import typing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from types import UnionType
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.core.histories import CHANGES, PLACES, event, instants

from sincerely.core.events import (
    Debriefed,
    Event,
    Heard,
    Interviewed,
    Offered,
    Prefers,
    Promised,
    Requested,
    Scheduled,
    field_names,
)
from sincerely.core.header import Header
from sincerely.core.rulings import Dismissed, Exit, Snoozed
from sincerely.core.timeline import Expectation, TimelineError, format_event, format_timeline, parse
from sincerely.core.verbs import KINDS

AT = datetime(2026, 3, 2, 14, tzinfo=UTC)
HEAD = 'process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US\n'
EXAMPLE = (
    'process acme-analyst employer="Acme Corp" role="Data analyst" zone=America/New_York country=US via=direct   # via=agency\n'
    '2026-03-02 09:00 scheduled    dana@acme.example, lee@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"   # moved\n'
    "2026-03-04 15:00 interviewed  dana@acme.example, lee@acme.example\n"
    '2026-03-04 15:20 debriefed    dana@acme.example liked="the migration story" fit="ran two such migrations"\n'
    '2026-03-04 15:00 promised     by=2026-03-13 quote="by the end of next week"   # a decision by the end of that day\n'
    "2026-03-05 10:00 requested    writing-sample by=2026-03-09      # or: requested references\n"
    "\n"
    "   # only a comment\n"
    "2026-03-17 09:30 wrote        dana@acme.example purpose=check-in channel=email\n"
    "2026-03-18 09:00 heard        dana@acme.example asks=yes\n"
    "2026-03-20 09:00 rejected     # after=interview is known from the events\n"
    "2026-03-04 15:00 ! THX001 dana@acme.example\n"
)


def only(text: str) -> Event:
    ((one,),) = [timeline.events for timeline in parse(HEAD + text, "case")]
    return one


def test_the_design_s_example_is_read() -> None:
    (timeline,) = parse(EXAMPLE, "acme.timeline")
    assert timeline.header == Header(
        id="acme-analyst", employer="Acme Corp", role="Data analyst", zone="America/New_York", country="US"
    )
    scheduled, interviewed, debriefed, promised, requested, wrote, heard, rejected = timeline.events
    assert scheduled == Scheduled(
        at=datetime(2026, 3, 2, 14, tzinfo=UTC),
        who=("dana@acme.example", "lee@acme.example"),
        source="acme.timeline:2",
        start=datetime(2026, 3, 4, 19, tzinfo=UTC),
        end=datetime(2026, 3, 4, 20, tzinfo=UTC),
    )
    assert interviewed.who == ("dana@acme.example", "lee@acme.example")
    assert isinstance(debriefed, Debriefed)
    assert (debriefed.liked, debriefed.fit) == ("the migration story", "ran two such migrations")
    assert isinstance(promised, Promised)
    assert (promised.by, promised.quote, promised.who) == (date(2026, 3, 13), "by the end of next week", ())
    assert isinstance(requested, Requested)
    assert (requested.first, requested.by) == ("writing-sample", date(2026, 3, 9))
    assert wrote.at == datetime(2026, 3, 17, 13, 30, tzinfo=UTC)  # the clocks have changed
    assert isinstance(heard, Heard)
    assert heard.asks
    assert rejected.first == "-"
    expected = Expectation(datetime(2026, 3, 4, 20, tzinfo=UTC), "THX001", "dana@acme.example", 12)
    assert timeline.expected == (expected,)


def test_written_and_read_again_it_is_the_same() -> None:
    (timeline,) = parse(EXAMPLE, "acme.timeline")
    text = format_timeline(timeline.header, timeline.events, timeline.expected)
    (again,) = parse(text, "elsewhere")
    assert (again.header, again.events) == (timeline.header, timeline.events)
    assert [(e.at, e.code, e.who) for e in again.expected] == [(e.at, e.code, e.who) for e in timeline.expected]
    assert format_timeline(again.header, again.events, again.expected) == text


def test_several_processes_stand_in_one_file() -> None:
    text = (
        "process a zone=Europe/Berlin country=DE-BY\n2026-03-02 09:00 applied\nprocess b zone=Asia/Dubai country=AE\n"
    )
    first, second = parse(text)
    assert (first.header.country, len(first.events)) == ("DE-BY", 1)
    assert (second.header.id, second.events, second.header.via) == ("b", (), "direct")


def test_a_byte_order_mark_and_other_line_ends_do_no_harm() -> None:
    (timeline,) = parse("\ufeff" + HEAD.replace("\n", "\r\n") + "2026-03-02 09:00 applied\r\n")
    assert len(timeline.events) == 1


def test_nothing_is_an_empty_file() -> None:
    assert parse("\n  # nothing yet\n") == []


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ('2026-03-02 09:00 heard "Lee Park", Dana@Acme.example', Heard(at=AT, who=("Lee Park", "dana@acme.example"))),
        ("2026-03-02 09:00 heard -", Heard(at=AT)),
        ("2026-03-02 09:00 heard lee, lee", Heard(at=AT, who=("lee",))),
        ("2026-03-02 09:00 heard asks=no", Heard(at=AT)),
        ('2026-03-02 09:00 heard quote="say \\"no\\" # not a comment, \\\\ and \\n"', Heard(at=AT, quote='say "no" # not a comment, \\ and \n')),
        ("2026-03-02 09:00 heard source=mail#7 confidence=0.5", Heard(at=AT, source="mail#7", confidence=0.5)),
        ("2026-03-02 09:00 interviewed", Interviewed(at=AT)),
        ("2026-03-02 09:00 requested references count=3", Requested(at=AT, who=("references",), count=3)),
        ("2026-03-02 09:00 requested id how=bring", Requested(at=AT, who=("id",), how="bring")),
        ('2026-03-02 09:00 offered by="2026-03-09 12:00"', Offered(at=AT, by=datetime(2026, 3, 9, 16, tzinfo=UTC))),
        ("2026-03-02 09:00 prefers calls=no contact=Pat@Acme.example", Prefers(at=AT, calls=False, contact="pat@acme.example")),
        ("2026-03-02 09:00 dismissed THX001 Dana@acme.example", Dismissed(at=AT, code="THX001", who=("dana@acme.example",))),
        ("2026-03-02 09:00 dismissed THX003 -", Dismissed(at=AT, code="THX003")),
        ("2026-03-02 09:00 dismissed THX003", Dismissed(at=AT, code="THX003")),
        ("2026-03-02 09:00 snoozed WAIT003 - until=2026-03-09", Snoozed(at=AT, code="WAIT003", until=date(2026, 3, 9))),
    ],
)  # fmt: skip
def test_a_line_is_read(line: str, meant: Event) -> None:
    read = only(line)
    assert type(read) is type(meant)
    for name in field_names(type(meant)):
        if name != "source" or meant.source:
            assert getattr(read, name) == getattr(meant, name)


def test_a_line_without_source_names_itself() -> None:
    assert only("2026-03-02 09:00 applied").source == "case:2"


@pytest.mark.parametrize(
    ("time", "instant"),
    [
        ("2026-03-02 09:00", datetime(2026, 3, 2, 14, tzinfo=UTC)),
        ("2026-03-02T09:00", datetime(2026, 3, 2, 14, tzinfo=UTC)),
        ("2026-03-02 09:00:30.25", datetime(2026, 3, 2, 14, 0, 30, 250000, tzinfo=UTC)),
        ("2026-03-02 09:00Z", datetime(2026, 3, 2, 9, tzinfo=UTC)),
        ("2026-03-02 09:00+01:00", datetime(2026, 3, 2, 8, tzinfo=UTC)),
        ("2026-11-01 01:30", datetime(2026, 11, 1, 5, 30, tzinfo=UTC)),
        ("2026-11-01 01:30-05:00", datetime(2026, 11, 1, 6, 30, tzinfo=UTC)),
    ],
)
def test_times_are_wall_time_of_the_process(time: str, instant: datetime) -> None:
    assert only(f"{time} applied").at == instant


ERRORS = [
    ("2026-03-02 09:00 celebrated", 2, 'a verb, found "celebrated"'),
    ("2026-03-02 09:00", 2, "a verb after the time"),
    ("2026-03-02 09:00 asks=yes", 2, "a verb after the time"),
    ("2026-03-02 09:00 , heard", 2, "a verb after the time"),
    ("2026-13-02 09:00 applied", 2, "a time that exists"),
    ("2026-02-30 09:00 applied", 2, "a time that exists"),
    ("2026-03-02 25:00 applied", 2, "a time that exists"),
    ("2026-03-02 9:00 applied", 2, "a time such as 2026-03-02 09:00"),
    ("yesterday applied", 2, "a time such as 2026-03-02 09:00"),
    ("0001-01-01 00:00+14:00 applied", 2, "a time that exists"),
    ("2026-03-02 applied", 2, "a time of day"),
    ('2026-03-02 09:00 heard dana quote="no end', 2, "a closing double quote"),
    ('2026-03-02 09:00 heard da"na', 2, "a closing double quote"),
    ("2026-03-02 09:00 heard dana lee", 2, "a comma"),
    ("2026-03-02 09:00 heard dana,", 2, "somebody after the comma"),
    ("2026-03-02 09:00 heard dana, asks=yes", 2, "somebody after the comma"),
    ("2026-03-02 09:00 heard , dana", 2, "somebody before the comma"),
    ("2026-03-02 09:00 heard dana asks=perhaps", 2, "asks=yes or asks=no"),
    ("2026-03-02 09:00 heard dana asks=yes asks=no", 2, "asks= stands there twice"),
    ("2026-03-02 09:00 heard dana colour=red", 2, 'found "colour"'),
    ("2026-03-02 09:00 heard dana asks=yes lee", 2, '"heard" knows'),
    ("2026-03-02 09:00 heard dana confidence=sure", 2, "a number in confidence="),
    ("2026-03-02 09:00 heard dana confidence=1.5", 2, "between 0 and 1"),
    ("2026-03-02 09:00 heard dana confidence=nan", 2, "between 0 and 1"),
    ("2026-03-02 09:00 wrote dana purpose=gossip", 2, "check-in"),
    ("2026-03-02 09:00 requested", 2, "what was requested"),
    ("2026-03-02 09:00 requested references count=2.5", 2, "a number in count="),
    ("2026-03-02 09:00 requested references count=-1", 2, "between 0 and 1000"),
    ("2026-03-02 09:00 requested references by=friday", 2, "a time such as"),
    ("2026-03-02 09:00 scheduled dana", 2, 'start="2026-03-04 14:00"'),
    ("2026-03-02 09:00 scheduled dana start=2026-03-04", 2, "a time of day in start="),
    ("2026-03-02 09:00 dismissed", 2, "a code and perhaps who"),
    ("2026-03-02 09:00 dismissed THX001 dana lee", 2, "a code and perhaps who"),
    ("2026-03-02 09:00 !", 2, "TIME ! CODE who"),
    ("2026-03-02 09:00 ! THX001 dana lee", 2, "TIME ! CODE who"),
    ("2026-03-02 09:00 ! THX001 who=dana", 2, "TIME ! CODE who"),
    ('2026-03-02 09:00 heard "dana"#lee', 2, 'white space before "#lee"'),
    ("process", 2, 'a name after "process"'),
    ("process zone=Europe/Berlin country=DE", 2, 'a name after "process"'),
    ("process b country=DE", 2, "expected zone="),
    ("process b zone=Europe/Berlin", 2, "expected country="),
    ("process b zone=Europe/Berlin country=", 2, "expected country="),
    ("process b zone=../etc country=DE", 2, "a time zone such as Europe/Berlin"),
    ("process b zone=Europe/Berlin country=DE via=pigeon", 2, "via=direct or via=agency"),
    ("process b zone=Europe/Berlin country=DE salary=1", 2, 'found "salary"'),
    ("process b Berlin zone=Europe/Berlin country=DE", 2, 'found "Berlin"'),
    ("process acme zone=Europe/Berlin country=DE", None, 'process "acme" stands there twice'),
]


@pytest.mark.parametrize(("line", "number", "expected"), ERRORS, ids=[line for line, _, _ in ERRORS])
def test_an_error_names_file_line_and_what_was_expected(line: str, number: int | None, expected: str) -> None:
    with pytest.raises(TimelineError) as caught:
        parse(f"{HEAD}{line}\n2026-03-02 09:00 applied\n", "search.timeline")
    message = str(caught.value)
    assert message.startswith("search.timeline:" if number is None else f"search.timeline:{number}: ")
    assert expected in message
    assert "\n" not in message


def test_a_zone_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(TimelineError, match=r"^a:1: expected a time zone such as Europe/Berlin"):
        parse("process b zone=Middle/Earth country=DE", "a")


def test_a_line_before_any_process_is_an_error() -> None:
    with pytest.raises(TimelineError, match=r'^a:1: expected a line that begins with "process" first$'):
        parse("2026-03-02 09:00 applied", "a")


def test_a_country_that_nobody_knows_is_kept() -> None:
    (timeline,) = parse("process a zone=UTC country=ZZ")
    assert timeline.header.country == "ZZ"


# What makes trouble in a line: quotes, escapes, comments, commas, keys, every kind of line end, odd white space.
_HOSTILE = st.text(st.one_of(st.sampled_from('"\\#,= \t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\ufeff!-a'), st.characters(exclude_categories=["Cs"])), min_size=1, max_size=8)  # fmt: skip
_TEXTS = st.one_of(
    st.sampled_from(["-x", "!", "process", "a=b", "#", '"', "\\", "\\n", ",", " ", "2026-03-02", "Ünï cödé"]), _HOSTILE
)
_PEOPLE = _TEXTS.map(lambda who: who.lower() if "@" in who else who).filter(lambda who: who != "-")


# Between 1900 and 2100, many of them in hours that the clock shows twice.
_NEAR = st.tuples(st.sampled_from(CHANGES), st.integers(-48 * 60, 48 * 60))
_INSTANTS = st.one_of(_NEAR.map(lambda near: near[0] + timedelta(minutes=near[1])), instants(1900, 2100))


def _any_value(hint: object, name: str) -> st.SearchStrategy[Any]:
    options = typing.get_args(hint) if typing.get_origin(hint) in {UnionType, typing.Union} else (hint,)
    if date in options:
        return st.one_of(_INSTANTS, st.dates(date(1900, 1, 1), date(2100, 12, 31)))
    if datetime in options:
        return _INSTANTS
    if bool in options:
        return st.booleans()
    if int in options:
        return st.integers(0, 1000)
    if float in options:
        return st.floats(0, 1)
    if typing.get_origin(hint) is typing.Literal:
        return st.sampled_from(typing.get_args(hint))
    return _PEOPLE if name == "contact" else _TEXTS


@dataclass(frozen=True)
class _Sort:
    """How events of one verb are drawn; made once, as hypothesis looks long at a strategy that it sees first."""

    kind: type[Event]
    who: st.SearchStrategy[list[str]]
    needed: dict[str, st.SearchStrategy[Any]]
    spare: dict[str, st.SearchStrategy[Any]]
    which: st.SearchStrategy[int]


def _sort(kind: type[Event]) -> _Sort:
    hints = typing.get_type_hints(kind)
    values = {name: _any_value(hints[name], name) for name in field_names(kind) if name not in {"at", "who", "source"}}
    needed: dict[str, st.SearchStrategy[Any]] = {
        name: values.pop(name)
        for name in ("code", "start")
        if name in values and (name == "code" or issubclass(kind, Scheduled))
    }
    people = st.lists(
        _PEOPLE, min_size=1 if kind.takes == "item" else 0, max_size=1 if issubclass(kind, Exit) else 3, unique=True
    )
    return _Sort(kind, people, needed, values, st.integers(0, 2 ** len(values) - 1))


_SORTS = st.sampled_from([_sort(kind) for kind in KINDS])


@st.composite
def _any_event(draw: st.DrawFn) -> Event:
    sort = draw(_SORTS)
    which = draw(sort.which)
    drawn = {**sort.needed, **{name: value for n, (name, value) in enumerate(sort.spare.items()) if which >> n & 1}}
    values = {name: draw(value) for name, value in drawn.items()}
    return sort.kind(at=draw(_INSTANTS), who=tuple(draw(sort.who)), source=draw(_TEXTS), **values)


_ANYWHERE = st.sampled_from((*PLACES, ("Africa/Monrovia", "LR"), ("Europe/Amsterdam", "NL")))
_PERHAPS_TEXT, _VIA = st.one_of(st.just(""), _TEXTS), st.sampled_from(["direct", "agency"])
_HEADERS = st.builds(
    lambda place, name, employer, role, via, consultant: Header(
        id=name, employer=employer, role=role, zone=place[0], country=place[1], via=via, consultant=consultant
    ),
    _ANYWHERE, _TEXTS, _PERHAPS_TEXT, _PERHAPS_TEXT, _VIA, _PERHAPS_TEXT,
)  # fmt: skip
_EXPECTED = st.builds(Expectation, _INSTANTS, st.sampled_from(["THX001", "X9"]), _PEOPLE, st.just(0))


def _any_timeline() -> st.SearchStrategy[tuple[Header, tuple[Event, ...], tuple[Expectation, ...]]]:
    return st.tuples(
        _HEADERS, st.lists(_any_event(), max_size=3).map(tuple), st.lists(_EXPECTED, max_size=1).map(tuple)
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.verb)
def test_every_verb_is_written_and_read(kind: type[Event]) -> None:
    header = Header(id="p", zone="Europe/Berlin", country="DE")
    found = tuple(event(seed, datetime(2026, 3, 29, tzinfo=UTC), [kind]) for seed in range(20))
    (again,) = parse(format_timeline(header, found))
    assert again.events == found


@pytest.mark.parametrize("count", [100, pytest.param(2000, marks=pytest.mark.slow)])
def test_reading_undoes_writing(count: int) -> None:
    @settings(
        max_examples=count, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
    )
    @given(_any_timeline())
    def holds(drawn: tuple[Header, tuple[Event, ...], tuple[Expectation, ...]]) -> None:
        header, found, expected = drawn
        text = format_timeline(header, found, expected)
        assert text.count("\n") == 1 + len(found) + len(expected)
        (again,) = parse(text)
        assert again.header == header
        assert again.events == found
        assert [one.id for one in again.events] == [one.id for one in found]
        assert [(e.at, e.code, e.who) for e in again.expected] == [(e.at, e.code, e.who) for e in expected]

    holds()


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.text(max_size=20))
def test_whatever_is_read_it_is_read_or_refused(first: str, second: str) -> None:
    """No text, however broken, raises anything but the one error that names its place."""
    for text in (
        first,
        HEAD + first,
        f"{HEAD}2026-03-02 09:00 {first} {second}",
        f"{HEAD}2026-03-02 09:00 heard {first}",
    ):
        try:
            timelines = parse(text, "x")
        except TimelineError as error:
            timelines = []
            refusal = str(error)
            assert refusal.startswith("x:")
        for timeline in timelines:
            (again,) = parse(format_timeline(timeline.header, timeline.events, timeline.expected))
            assert again.events == timeline.events


def test_an_event_is_written_as_people_would() -> None:
    zone = ZoneInfo("America/New_York")
    heard = Heard(
        at=datetime(2026, 3, 18, 13, tzinfo=UTC), who=("dana@acme.example", "Lee Park"), asks=True, source="m1"
    )
    assert format_event(heard, zone) == '2026-03-18 09:00 heard       dana@acme.example, "Lee Park" asks=yes source=m1'


def test_an_instant_that_the_zone_cannot_show_is_written_in_utc() -> None:
    heard = Heard(at=datetime.max.replace(tzinfo=UTC), source="m1")
    line = format_event(heard, ZoneInfo("Europe/Berlin"))
    assert line.startswith("9999-12-31 23:59:59.999999+00:00 heard")
    ((again,),) = [timeline.events for timeline in parse(f"process p zone=Europe/Berlin country=DE\n{line}")]
    assert again == heard


def test_the_hour_that_the_clock_shows_twice_keeps_its_offset() -> None:
    zone = ZoneInfo("America/New_York")
    lines = [format_event(Heard(at=datetime(2026, 11, 1, hour, 30, tzinfo=UTC)), zone) for hour in (5, 6, 7)]
    assert [line.split(" heard")[0] for line in lines] == [
        "2026-11-01 01:30",
        "2026-11-01 01:30-05:00",
        "2026-11-01 02:30",
    ]
