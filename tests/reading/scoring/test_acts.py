"""What sentences do: one at a time and many at once say the same, and the shipped form is the trained one."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.app.models.acts_model import load_acts
from sincerely.reading.scoring.acts import acts
from sincerely.reading.scoring.acts_model import ACTS, from_rows, pack, read_acts, stored, unpack
from sincerely.reading.scoring.acts_table import ActsTable

MODEL = load_acts()
TABLE = ActsTable(MODEL)
SENTENCES = (
    "Could you send us your references by Friday?",
    "You will hear from us by the end of next week.",
    "Shall we meet for lunch on Tuesday, or do you prefer a call?",
    "PLEASE reply: can't you?",
    "He did n't say – not to worry, no later than 5 p.m.!",
    "Wir melden uns, naïve <link> 3.500 €",
    "x" * 3000,
    "word " * 300,
    "...",
    "",
)


def test_a_request_a_promise_and_a_meeting_are_told_apart() -> None:
    request, promise, meeting = (acts(sentence, MODEL) for sentence in SENTENCES[:3])
    assert max(ACTS, key=request.__getitem__) == "request"
    assert max(ACTS, key=promise.__getitem__) == "promise"
    assert meeting["meeting"] > 0.5 > max(request["meeting"], promise["meeting"])


def test_where_nothing_is_said_nothing_is_done() -> None:
    assert acts("...", MODEL) == dict.fromkeys(ACTS, 0.0)


@pytest.mark.parametrize("together", [1, 3, len(SENTENCES)])
def test_many_at_once_are_told_as_one_at_a_time(together: int) -> None:
    batches = [SENTENCES[begin : begin + together] for begin in range(0, len(SENTENCES), together)]
    assert [said for batch in batches for said in TABLE.acts(batch)] == [near(sentence) for sentence in SENTENCES]
    assert TABLE.acts([]) == []


@pytest.mark.slow
@given(
    st.lists(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(sorted(MODEL.words)), max_size=30).map(" ".join)))
)
def test_whatever_stands_beside_a_sentence_changes_nothing(sentences: list[str]) -> None:
    assert TABLE.acts(sentences) == [near(sentence) for sentence in sentences]


def near(sentence: str) -> object:
    return pytest.approx(acts(sentence, MODEL), abs=1e-12)


def test_packed_weights_add_up_in_each_field() -> None:
    weights = [(0.5, -1.25, 3.0), (-2.0, 1.25, -0.125), (1.5, 0.0, 0.0)]
    assert unpack(sum(map(pack, weights))) == (0.0, 0.0, 2.875)


def test_the_shipped_form_is_read_back_as_it_was_trained() -> None:
    rows = {
        "send": [1.0, 0.0, 0.5],
        "send it": [0.25, -0.5, 0.0],
        "/ V it $end": [0.0, 0.0, -1.0],
        "/ ^ you V it": [2.0, 0.0, 0.0],
    }
    trained = from_rows([0.1, 0.2, 0.3], rows, {"?": [1.0, 2.0, 3.0]})
    assert read_acts(json.loads(json.dumps(stored(trained)))) == trained
