"""The whole of the API against its own description: whatever is sent, no 5xx, and every answer is as described."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient
from tests.support import POLICY

from sincerely.app.processes.transfer import take
from sincerely.app.wiring import opened
from sincerely.web.app import Site

from .api_client import BASE, client
from .conftest import HOST, NOW, STORY

pytestmark = pytest.mark.slow
_CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


_NAMES = {
    "process": st.sampled_from(["acme-analyst", "globex-lead"]),
    "event": st.sampled_from(["5e95a1447db4", "c08d36d9d0d4", "000000000000"]),
    "question": st.just("c08d36d9d0d4"),
    "draft": st.sampled_from(["d1", "d2", "d99"]),
    "message": st.sampled_from(["o1", "o99"]),
    "code": st.sampled_from(["THX001", "THX003", "ASK001", "BYE001", "WAIT003", "check-in", "OUT001"]),
    "who": st.sampled_from(["", "lee@acme.example", "writing-sample", "-"]),
    "to": st.sampled_from([["Lee <lee@acme.example>"], ["lee@acme.example", "dana@acme.example"], []]),
    "line": st.sampled_from(
        [
            "wrote dana@acme.example purpose=check-in channel=phone",
            "0001-01-01 00:00 promised by=9999-12-31",
            'scheduled lee@acme.example start="9999-12-31 23:00" end="9999-12-31 23:59"',
            "snoozed THX001 lee@acme.example until=0001-01-01",
            "corrected 5e95a1447db4",
        ]
    ),
    "version": st.sampled_from([1, 2]),
}
_REAL: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.just({}), st.fixed_dictionaries(_NAMES), st.fixed_dictionaries(_NAMES)
)
_SEEN: Counter[int] = Counter()
_EXAMPLES = settings(
    max_examples=20,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def asked() -> Iterator[TestClient]:
    """The API over one store, which every example changes, with a token that may do everything."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "story.timeline").write_text(STORY, "utf-8")
        with opened(folder) as store:
            take(store, folder / "story.timeline", NOW)
        site = Site(lambda: opened(folder), POLICY, lambda: NOW, (HOST,))
        with client(site, "approve", raise_server_exceptions=False) as found:
            yield found


def test_whatever_is_sent(asked: TestClient) -> None:
    schema = schemathesis.openapi.from_dict(asked.get("/openapi.json").json())
    schema.config.update(base_url=f"http://{HOST}{BASE}")
    operations: list[Any] = [each.ok() for each in schema.get_all_operations() if isinstance(each, Ok)]
    assert len(operations) >= 28
    failures = [f"{each.label}: {failure}" for each in operations if (failure := _failure(each, asked))]
    assert failures == []
    # Otherwise only refusals were tried.
    assert _SEEN[200] + _SEEN[201] > _SEEN.total() / 4, _SEEN


def _failure(operation: Any, asked: TestClient) -> str:
    @_EXAMPLES
    @given(case=operation.as_strategy(), real=_REAL)
    def ask(case: schemathesis.Case[Any], real: dict[str, Any]) -> None:
        # Names that nobody has are found soon to be unknown: most examples name what there is.
        if real:
            case.path_parameters.update({name: real[name] for name in case.path_parameters})
            if isinstance(case.body, dict):
                fitting = {name for name in real if name in case.body and isinstance(real[name], type(case.body[name]))}
                case.body.update({name: real[name] for name in fitting})
        told = case.as_transport_kwargs()
        told["headers"] = {name: value for name, value in told["headers"].items() if name.lower() != "authorization"}
        asked.cookies.clear()
        wanted = {name: value for name, value in told.items() if name != "cookies"}
        answer = asked.request(**wanted)
        _SEEN[answer.status_code] += 1
        case.validate_response(answer, checks=_CHECKS)

    try:
        ask()
    except Exception as error:  # noqa: BLE001  (every operation is tried, and all that failed are told)
        return str(error)
    return ""
