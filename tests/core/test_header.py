"""What a process is about, and how little of its name is enough."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sincerely.core.header import short_names


def test_a_short_name_is_the_beginning_that_no_other_shares() -> None:
    names = ["acme-data-analyst", "acme-data-engineer", "acme", "birch-analyst", "birchwood-analyst"]
    assert short_names(names) == {
        "acme": "acme",
        "acme-data-analyst": "acme-data-analyst",
        "acme-data-engineer": "acme-data-engineer",
        "birch-analyst": "birch-analyst",
        "birchwood-analyst": "birchwood",
    }


@given(st.lists(st.text("ab-", min_size=1, max_size=8), unique=True))
def test_short_names_mean_one_process_each(names: list[str]) -> None:
    for name, short in short_names(names).items():
        assert [n for n in names if n == short] or [n for n in names if n.startswith(short)] == [name]
