"""The policy that a person chose: profiles, own values, single processes, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sincerely.app.outgoing.approving import Wish
from sincerely.app.processes import exits
from sincerely.app.processes.transfer import take
from sincerely.app.today import policies
from sincerely.app.today.reporting import report_process
from sincerely.app.wiring import opened
from sincerely.core.policy import PolicyError
from sincerely.store.base import Store

NOW = datetime(2026, 3, 5, 21, tzinfo=UTC)
STORY = """
process acme employer="Acme" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 promised by=2026-03-13
2026-03-04 17:30 thanked dana@acme.example
process globex employer="Globex" zone=America/New_York country=US
2026-03-02 09:00 scheduled petra@globex.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 promised by=2026-03-13
2026-03-04 17:30 thanked petra@globex.example
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "story.timeline").write_text(STORY, "utf-8")
    with opened(tmp_path) as found:
        take(found, tmp_path / "story.timeline", NOW)
        yield found


def check_in_of(store: Store, name: str) -> str:
    process = store.process(name)
    assert process is not None
    report = report_process(process, NOW, policies.policy_of(store))
    [found] = [f for f in report.ahead if f.code == "WAIT003"]
    return f"{found.opens:%d %B}"


def wakes(store: Store) -> list[datetime | None]:
    return [row.wake_at for row in store.summaries()]


def test_nothing_chosen_is_the_default(store: Store) -> None:
    assert policies.policy_of(store) is policies.load_policy("default")
    assert check_in_of(store, "acme") == "17 March"


def test_a_profile_counts_for_all_and_can_be_taken_back(store: Store) -> None:
    before = wakes(store)
    policies.choose_profile(store, "strict", NOW)
    assert policies.policy_of(store).name == "strict"
    assert check_in_of(store, "acme") == "20 March"
    exits.undo(store, NOW)
    assert check_in_of(store, "acme") == "17 March"
    assert wakes(store) == before
    exits.redo(store, NOW)
    assert check_in_of(store, "acme") == "20 March"


def test_an_own_value_goes_before_the_profile_and_one_of_a_process_before_both(store: Store) -> None:
    policies.set_value(store, "WAIT003.after_promise", "4bd", NOW)
    policies.set_value(store, "WAIT003.after_promise", "1bd", NOW, "globex")
    assert check_in_of(store, "acme") == "19 March"
    assert check_in_of(store, "globex") == "16 March"
    policies.choose_profile(store, "strict", NOW)
    assert check_in_of(store, "acme") == "19 March"
    policies.reset_value(store, "WAIT003.after_promise", NOW)
    assert check_in_of(store, "acme") == "20 March"
    policies.reset_value(store, "WAIT003.after_promise", NOW, "globex")
    assert check_in_of(store, "globex") == "20 March"


def test_every_process_is_judged_again(store: Store) -> None:
    before = wakes(store)
    policies.set_value(store, "THX003.due", "3h", NOW)
    policies.set_value(store, "THX003.late", "30h", NOW)
    assert wakes(store) != before


def test_a_policy_is_made_again_from_its_name(store: Store) -> None:
    policies.set_value(store, "WAIT003.at_most", "1", NOW)
    policies.set_value(store, "OUT003.verdict", "stop", NOW, "acme")
    found = policies.policy_of(store)
    again = policies.load_policy(found.name)
    assert again is found
    assert again.tables["WAIT003"]["at_most"] == 1
    assert again.for_process("acme").tables["OUT003"]["verdict"] == "stop"
    assert again.tables["OUT003"]["verdict"] == "advise"
    assert policies.profile_of(found.name) == "default"
    assert Wish().profile == ""


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        (
            "WAIT003.after_promise",
            "soon",
            'expected a length of time such as 24h, 30d or 5bd (business days), found "soon"',
        ),
        ("WAIT003.after_promise", "-1bd", "expected a length of time"),
        ("WAIT003.after_promise", "99999bd", "expected a length of time"),
        ("WAIT003.at_most", "two", "expected a number from 0 to 1000"),
        ("WAIT003.at_most", "10000", "expected a number"),
        ("FIT001.threshold", "7", "expected a share from 0 to 1"),
        ("FIT001.threshold", "nan", "expected a share"),
        ("OUT003.verdict", "never", "expected advise or hold or stop"),
        ("THX001.due", "60h", '"due" (60h) would come after "late" (48h)'),
        ("WAIT003.nothing", "1", "no rule has this value"),
        ("XXX.due", "1h", "no rule has this value"),
        ("", "", "no rule has this value"),
    ],
)
def test_what_can_be_no_value_says_what_is_expected(store: Store, name: str, text: str, says: str) -> None:
    with pytest.raises(PolicyError) as error:
        policies.set_value(store, name, text, NOW)
    assert says in str(error.value)
    assert policies.policy_of(store) is policies.load_policy("default")


def test_what_is_the_profiles_already_cannot_be_reset(store: Store) -> None:
    with pytest.raises(PolicyError, match="as the profile has it"):
        policies.reset_value(store, "WAIT003.at_most", NOW)
    with pytest.raises(PolicyError, match="no profile is called"):
        policies.choose_profile(store, "lenient", NOW)


def test_all_values_can_be_reset_at_once(store: Store) -> None:
    policies.set_value(store, "WAIT003.at_most", "1", NOW)
    policies.set_value(store, "THX001.due", "10h", NOW)
    policies.reset_value(store, "", NOW)
    assert policies.policy_of(store) is policies.load_policy("default")
