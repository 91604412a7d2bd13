"""The plan of a push, as a truth table, and what must always hold."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.planning.entries import CalendarEntry
from sincerely.planning.pushing import WRITES, Do, There, Written, after, changed_since, href_of, plan


def entry(name: str, summary: str = "as it is") -> CalendarEntry:
    return CalendarEntry(
        uid=f"{name}@sincerely",
        start=date(2026, 3, 17),
        end=date(2026, 3, 18),
        summary=summary,
        description="",
        category="Due",
        alarm=timedelta(hours=9),
    )


NEW, OLD = entry("a"), entry("a", "as it was")
HREF = href_of(NEW.uid)


@pytest.mark.parametrize(
    ("wanted", "written", "there", "do"),
    [
        # wanted?  written as  lies there                            → so
        (True, None, None, Do.CREATE),
        (True, None, There("1", NEW.face), Do.ADOPT),
        (True, None, There("1", "other"), Do.YOURS),
        (True, Written(HREF, NEW.face, "1"), There("1"), Do.KEEP),
        (True, Written(HREF, OLD.face, "1"), There("1"), Do.CHANGE),
        (True, Written(HREF, NEW.face, "1"), There("2", NEW.face), Do.ADOPT),
        (True, Written(HREF, OLD.face, "1"), There("2", OLD.face), Do.CHANGE),
        (True, Written(HREF, NEW.face, "1"), There("2", "edited"), Do.YOURS),
        (True, Written(HREF, NEW.face, "1"), None, Do.GONE),
        (True, Written(HREF, OLD.face, ""), None, Do.CREATE),
        (False, Written(HREF, NEW.face, "1"), There("1"), Do.WITHDRAW),
        (False, Written(HREF, NEW.face, "1"), There("2", NEW.face), Do.WITHDRAW),
        (False, Written(HREF, NEW.face, "1"), There("2", "edited"), Do.YOURS),
        (False, Written(HREF, NEW.face, "1"), None, Do.FORGET),
    ],
)
def test_what_becomes_of_an_entry(*, wanted: bool, written: Written | None, there: There | None, do: Do) -> None:
    known = {NEW.uid: written} if written else {}
    found = {HREF: there} if there else {}
    [step] = plan([NEW] if wanted else [], known, found)
    assert step.do is do
    assert (step.entry is not None) is (do in {Do.CREATE, Do.CHANGE})
    assert step.etag == (there.etag if there and do is not Do.CREATE else "")


def test_others_entries_are_nobodys_business() -> None:
    assert plan([], {}, {"mum.ics": There("1", "birthday")}) == ()
    assert changed_since({}, {"mum.ics": There("1")}, [NEW]) == []


def test_only_what_changed_is_looked_into() -> None:
    written = {NEW.uid: Written(HREF, NEW.face, "1")}
    assert changed_since(written, {HREF: There("1"), "mum.ics": There("7")}, [NEW]) == []
    assert changed_since(written, {HREF: There("2")}, []) == [HREF]
    assert changed_since({}, {HREF: There("2")}, [NEW]) == [HREF]


NAMES = st.sets(st.sampled_from("abcde"))


@pytest.mark.slow
@given(st.lists(st.tuples(NAMES, st.sampled_from(["one", "two"])), min_size=1, max_size=5))
def test_a_second_push_writes_nothing(rounds: list[tuple[set[str], str]]) -> None:
    written: dict[str, Written] = {}
    there: dict[str, There] = {"mum.ics": There("7", "birthday")}
    for number, (names, summary) in enumerate(rounds):
        wanted = [entry(name, summary) for name in sorted(names)]
        for again in (False, True):
            steps = plan(wanted, written, there)
            assert not (again and any(step.do in WRITES for step in steps))
            for step in steps:
                if step.do is Do.WITHDRAW:
                    del there[step.href]
                elif step.entry is not None:
                    there[step.href] = There(str(number))
                etag = there[step.href].etag if step.href in there else ""
                known = after(step, etag, written.pop(step.uid, None))
                written |= {step.uid: known} if known else {}
        assert set(there) == {"mum.ics", *(href_of(one.uid) for one in wanted)}
