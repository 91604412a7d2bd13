"""Whatever an event, a text or an instant holds, its row gives it back."""

from __future__ import annotations

import json
import typing
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from types import UnionType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sincerely.core.around import bears_outside
from sincerely.core.events import Event, Heard, Wrote
from sincerely.core.rulings import Exit
from sincerely.core.verbs import KINDS, VERBS
from sincerely.rules import RULES
from sincerely.store.base import NewerStore
from sincerely.store.judging import BEARING
from sincerely.store.rows import EVENT_COLUMNS, event_of, event_values, from_micros, plain, to_micros, told

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=20)  # NUL and half surrogate pairs too
UTC_INSTANTS = st.datetimes(timezones=st.just(UTC))
# An event's id is made of its UTF-8, so its facts hold no half surrogate pairs; where it was seen may.
FACT = st.text(max_size=20)


def _values(wanted: object) -> st.SearchStrategy[object]:
    if typing.get_origin(wanted) in {UnionType, typing.Union}:
        return st.one_of(*(_values(option) for option in typing.get_args(wanted)))
    if typing.get_origin(wanted) is typing.Literal:
        return st.sampled_from(typing.get_args(wanted))
    if typing.get_origin(wanted) is tuple:
        return st.lists(FACT, max_size=4).map(tuple)
    simple: dict[object, st.SearchStrategy[object]] = {
        datetime: UTC_INSTANTS,
        date: st.dates(),
        bool: st.booleans(),
        int: st.integers(-(2**40), 2**40),
        float: st.floats(allow_nan=False),
        str: FACT,
        type(None): st.none(),
    }
    return simple[wanted]


def events_of(kind: type[Event]) -> st.SearchStrategy[Event]:
    """Events of one verb with every field it has."""
    hints = typing.get_type_hints(kind)
    values = {field.name: _values(hints[field.name]) for field in fields(kind)}
    return st.builds(kind, **{**values, "source": ANY_TEXT, "quote": ANY_TEXT})


def _row(event: Event) -> list[object]:
    values = {"process": "p", **event_values(event)}
    return [values[name] for name in EVENT_COLUMNS]


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.verb)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_every_verb_comes_back(kind: type[Event], data: st.DataObject) -> None:
    event = data.draw(events_of(kind))
    back = event_of(_row(event))
    assert back == event
    assert type(back) is kind
    assert (back.id, back.facts) == (event.id, event.facts)
    assert (replace(back).id, replace(back).facts) == (event.id, event.facts)  # worked out anew
    assert back.at.tzinfo is UTC
    for field in fields(kind):
        assert type(getattr(back, field.name)) is type(getattr(event, field.name))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.verb)
@settings(max_examples=10, deadline=None)
@given(data=st.data(), code=st.sampled_from([rule.CODE for rule in RULES]))
def test_what_bears_on_others_is_found_by_its_verb(kind: type[Event], data: st.DataObject, code: str) -> None:
    event = data.draw(events_of(kind))
    if isinstance(event, Exit):
        event = replace(event, code=code)
    if bears_outside(event):
        assert event.verb in BEARING


def test_no_verb_is_left_out() -> None:
    assert set(VERBS.values()) == set(KINDS)


def test_a_body_holds_the_facts_and_nothing_else() -> None:
    event = Wrote(at=datetime(2026, 3, 4, tzinfo=UTC), who=("dana@acme.example",), source="mail 7", quote="Hello")
    assert json.loads(event_values(event)["body"]) == {
        "who": ["dana@acme.example"],
        "purpose": "other",
        "channel": "email",
    }


@given(ANY_TEXT)
def test_any_text_comes_back_and_no_database_refuses_it(text: str) -> None:
    written = plain(text)
    assert told(written) == text
    assert "\x00" not in written
    written.encode()


@given(ANY_TEXT, ANY_TEXT)
def test_different_texts_stay_different(one: str, other: str) -> None:
    assert (plain(one) == plain(other)) is (one == other)


@pytest.mark.slow
@given(st.datetimes(timezones=st.timezones() | st.just(UTC)))
def test_any_instant_comes_back(at: datetime) -> None:
    back = from_micros(to_micros(at))
    assert back.tzinfo is UTC
    try:
        assert back == at.astimezone(UTC)
    except OverflowError:
        assert back in {datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)}


@given(UTC_INSTANTS, UTC_INSTANTS)
def test_instants_keep_their_order(one: datetime, other: datetime) -> None:
    assert (to_micros(one) < to_micros(other)) is (one < other)


def test_dates_that_utc_does_not_have() -> None:
    """Mail may be dated to the last evening of 9999 in New York."""
    west, east = timezone(timedelta(hours=-5)), timezone(timedelta(hours=5))
    assert from_micros(to_micros(datetime(9999, 12, 31, 23, tzinfo=west))) == datetime.max.replace(tzinfo=UTC)
    assert from_micros(to_micros(datetime(1, 1, 1, 1, tzinfo=east))) == datetime.min.replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "change", [{"verb": "teleported"}, {"body": '{"mood":"good"}'}], ids=["unknown verb", "unknown field"]
)
def test_an_event_of_a_newer_version_is_refused(change: dict[str, str]) -> None:
    values = {"process": "p", **event_values(Heard(at=datetime(2026, 3, 4, tzinfo=UTC))), **change}
    with pytest.raises(NewerStore, match="newer version of Sincerely; update"):
        event_of([values[name] for name in EVENT_COLUMNS])
