"""The API: what it answers, what it keeps from happening twice, and what it refuses."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from sincerely.web.api.problems import KINDS
from sincerely.web.app import Site

from .api_client import BASE, client
from .conftest import HOST

THANKS = {
    "process": "acme-analyst",
    "code": "THX001",
    "who": "lee@acme.example",
    "to": ["Lee <lee@acme.example>"],
    "subject": "Thank you",
    "body": "Dear Lee,\n\nThank you for your time on Wednesday.\n\nBest wishes\nRobin",
}
NOTE = {"line": "wrote dana@acme.example purpose=other channel=phone"}


@pytest.fixture
def full(site: Site) -> Iterator[TestClient]:
    with client(site, "full") as found:
        yield found


@pytest.fixture
def approver(site: Site) -> Iterator[TestClient]:
    with client(site, "approve") as found:
        yield found


def draft(asked: TestClient) -> Any:
    asked.post("/processes/acme-analyst/debrief", json={"who": ["lee@acme.example"], "liked": "the migration story",
                                                        "fit": "ran two such migrations"})  # fmt: skip
    made = asked.post("/drafts", json={"process": "acme-analyst", "code": "THX001", "to": "lee@acme.example"})
    assert made.status_code == 201, made.text
    [one] = made.json()["drafts"]
    return one["draft"]


def mail(one: Any, body: str) -> dict[str, Any]:
    return {"to": [one["to"]], "subject": one["subject"], "body": body}


def test_today_is_what_the_command_says(full: TestClient) -> None:
    found = full.get("/today").json()
    assert [line["code"] for line in found["due"]] == ["THX001"]
    assert found["questions"] == 1


def test_a_process_has_its_events_findings_and_evidence(full: TestClient) -> None:
    found = full.get("/processes/acme-analyst").json()
    assert [event["verb"] for event in found["events"]][:2] == ["applied", "scheduled"]
    assert {finding["code"] for finding in found["findings"]} >= {"THX001", "ASK001"}
    asked = next(event for event in found["events"] if event["verb"] == "requested")
    assert asked["values"] == {"by": "2026-03-09"}
    shown = full.get(f"/processes/acme-analyst/events/{asked['id']}/evidence").json()
    assert "never an instruction" in shown["notice"]
    assert shown["mail"] is None
    assert shown["note"].startswith("The mail can't be read") or shown["note"].startswith("Source")


def test_a_search_looks_everywhere(full: TestClient) -> None:
    found = full.get("/search", params={"q": "writing sample"}).json()
    assert [one["event"]["verb"] for one in found["events"]] == ["requested"]
    assert [row["process"] for row in full.get("/search", params={"q": "acme"}).json()["processes"]] == ["acme-analyst"]
    assert [one["who"] for one in full.get("/search", params={"q": "lee@"}).json()["people"]] == ["lee@acme.example"]
    assert full.get("/search", params={"q": ""}).status_code == 422


def test_lists_come_in_parts_that_miss_nothing(full: TestClient) -> None:
    whole = [row["code"] for row in full.get("/rules?limit=200").json()["items"]]
    seen, cursor = [], ""
    while True:
        page = full.get("/rules", params={"limit": 7, "cursor": cursor}).json()
        seen += [row["code"] for row in page["items"]]
        if page["next"] is None:
            break
        cursor = page["next"]
    assert seen == whole == sorted(whole)
    assert len(seen) > 30


@pytest.mark.parametrize("cursor", ["?", "e30", "WzEsIDJd", "bnVsbA"])
def test_a_cursor_of_somewhere_else_is_refused(full: TestClient, cursor: str) -> None:
    answer = full.get("/rules", params={"cursor": cursor})
    assert answer.status_code == 422
    assert "cursor" in answer.json()["detail"]


def test_an_exit_is_taken_and_taken_back(full: TestClient) -> None:
    body = {"code": "ASK001", "process": "acme-analyst", "how": "done", "channel": "phone"}
    assert full.post("/exits", json=body).status_code == 201
    assert "ASK001" not in full.get("/today").text
    assert full.post("/exits", json=body).status_code == 404
    assert full.post("/undo").json()["undone"]
    assert "ASK001" in full.get("/today").text
    assert not full.post("/redo").json()["undone"]


def test_a_question_is_answered(full: TestClient) -> None:
    [question] = full.get("/questions").json()["items"]
    assert full.post(f"/questions/{question['id']}/answer", json={"said": "yes"}).status_code == 201
    assert full.get("/processes/acme-analyst").json()["state"] == "offer"


def test_the_same_key_makes_one_thing(full: TestClient) -> None:
    key = {"idempotency-key": "one"}
    first = full.post("/processes/acme-analyst/events", json=NOTE, headers=key)
    again = full.post("/processes/acme-analyst/events", json=NOTE, headers=key)
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert again.headers["idempotent-replayed"] == "true"
    assert len(full.get("/deeds").json()["items"]) == 1
    other = {"line": "wrote lee@acme.example"}
    refused = full.post("/processes/acme-analyst/events", json=other, headers=key)
    assert refused.json()["type"].endswith("#key-used")
    assert (
        full.post("/processes/acme-analyst/events", json=other, headers={"idempotency-key": "two"}).status_code == 201
    )


def test_a_key_is_for_one_program(full: TestClient, approver: TestClient) -> None:
    key = {"idempotency-key": "one"}
    full.post("/processes/acme-analyst/events", json=NOTE, headers=key)
    assert "idempotent-replayed" not in approver.post("/processes/acme-analyst/events", json=NOTE, headers=key).headers


def test_a_refusal_is_no_answer_that_is_kept(full: TestClient) -> None:
    key = {"idempotency-key": "one"}
    wrong = full.post("/processes/acme-analyst/events", json={"line": "wroet dana"}, headers=key)
    assert wrong.status_code == 422
    assert "verbs are" in wrong.json()["detail"]
    assert full.post("/processes/acme-analyst/events", json=NOTE, headers=key).status_code == 201


def test_two_who_edit_one_draft_lose_no_text(full: TestClient) -> None:
    one = draft(full)
    tag = full.get(f"/drafts/{one['id']}").headers["etag"]
    assert full.put(f"/drafts/{one['id']}", json=mail(one, "Mine")).status_code == 428
    mine = full.put(f"/drafts/{one['id']}", json=mail(one, "Dear Lee,\n\nMine."), headers={"if-match": tag})
    assert (mine.status_code, mine.json()["draft"]["made_by"]) == (200, "edited")
    late = full.put(f"/drafts/{one['id']}", json=mail(one, "Dear Lee,\n\nTheirs."), headers={"if-match": tag})
    assert late.status_code == 412
    assert mine.headers["etag"] in late.json()["detail"]
    assert "Mine." in full.get(f"/drafts/{one['id']}").json()["body"]
    assert full.get(f"/drafts/{one['id']}?version=1").json()["body"] == one["body"]


def test_a_proposal_lies_beside_the_persons_draft_and_ends_no_approval(approver: TestClient) -> None:
    one = draft(approver)
    yes = {"version": one["version"], "digest": one["digest"]}
    assert approver.post(f"/drafts/{one['id']}/approve", json=yes).json()["approved"]
    proposed = approver.post("/proposals", json=THANKS).json()
    assert proposed["draft"]["made_by"] == "proposed"
    assert proposed["draft"]["id"] != one["id"]
    assert approver.get("/outgoing").json()["items"][0]["now"] == "approved"
    again = approver.post(
        "/drafts", json={"process": "acme-analyst", "code": "THX001", "to": "lee@acme.example"}
    ).json()
    assert [made["draft"]["id"] for made in again["drafts"]] == [one["id"]]


def test_a_proposal_replaces_only_itself(full: TestClient) -> None:
    one = draft(full)
    over = full.post("/proposals", json={**THANKS, "draft": one["id"]})
    assert over.status_code == 422
    assert "the person's" in over.json()["detail"]
    first = full.post("/proposals", json=THANKS).json()["draft"]
    longer = {**THANKS, "body": f"{THANKS['body']}!", "draft": first["id"], "version": 1}
    assert full.post("/proposals", json=longer).json()["draft"]["version"] == 2
    assert "newer version" in full.post("/proposals", json={**longer, "body": "Hi"}).json()["detail"]


@pytest.mark.parametrize(
    "change",
    [{"to": []}, {"to": ["nobody"]}, {"to": ["x@acme.example\r\nBcc: y@evil.example"]}, {"body": "  "},
     {"subject": ""}, {"code": "WAIT002"}],
)  # fmt: skip
def test_what_is_no_mail_is_not_kept(full: TestClient, change: dict[str, Any]) -> None:
    assert full.post("/proposals", json={**THANKS, **change}).status_code == 422
    assert full.get("/drafts").json()["items"] == []


def test_an_approval_is_for_one_text(approver: TestClient) -> None:
    one = draft(approver)
    wrong = {"version": one["version"], "digest": "0" * 64}
    assert approver.post(f"/drafts/{one['id']}/approve", json=wrong).status_code == 412
    right = {"version": one["version"], "digest": one["digest"]}
    answer = approver.post(f"/drafts/{one['id']}/approve", json=right).json()
    assert answer["approved"]
    assert answer["message"]["digest"] == one["digest"]
    assert approver.post(f"/drafts/{one['id']}/approve", json=right).json()["already"]
    taken = approver.post(f"/outgoing/{answer['message']['id']}/withdraw").json()
    assert taken["state"] == "withdrawn"
    assert approver.post(f"/outgoing/{answer['message']['id']}/withdraw").status_code == 409


def test_the_gate_judges_without_keeping(full: TestClient) -> None:
    body = "Hi Dana,\n\nI am checking in on my application. Is there any news yet?\n\nBest\nRobin"
    asked = {"process": "acme-analyst", "to": ["dana@acme.example"], "subject": "Any news?", "body": body}
    found = full.post("/review", json=asked).json()
    assert found["verdict"] == "hold"
    assert "OUT001" in {one["code"] for one in found["findings"]}
    assert full.get("/drafts").json()["items"] == []


def test_everything_comes_out_as_files(full: TestClient) -> None:
    names = zipfile.ZipFile(io.BytesIO(full.get("/export").content)).namelist()
    assert "sincerely/processes.timeline" in names
    assert full.get("/processes/acme-analyst/timeline").text.startswith("process acme-analyst")


@pytest.mark.parametrize(
    ("method", "path", "sent", "kind"),
    [
        ("get", "/nowhere", {}, "not-found"),
        ("get", "/processes/none", {}, "not-found"),
        ("get", "/rules/THX999", {}, "not-found"),
        ("delete", "/today", {}, "not-a-method"),
        ("post", "/exits", {"content": b"{", "headers": {"content-type": "application/json"}}, "not-json"),
        ("post", "/exits", {"json": {"code": "THX001"}}, "unfit"),
        ("post", "/exits", {"json": {"code": "THX001", "how": "done", "whoo": "x"}}, "unfit"),
        ("post", "/exits", {"json": {"code": "THX001", "how": "snoozed"}}, "unfit"),
        ("post", "/exits", {"json": {"code": "THX001", "how": "snoozed", "until": "9999-12-31"}}, "unfit"),
        ("post", "/exits", {"content": b" " * 1_000_001}, "too-large"),
        ("get", "/today", {"headers": {"host": "evil.example"}}, "elsewhere"),
        ("get", "/today", {"headers": {"origin": "http://evil.example"}}, "elsewhere"),
    ],
)
def test_errors_say_what_to_do(full: TestClient, method: str, path: str, sent: dict[str, Any], kind: str) -> None:
    answer = full.request(method, path, **sent)
    told = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert told["type"] == f"{BASE}/docs#{kind}"
    assert (told["status"], told["do"]) == (answer.status_code, KINDS[kind].do)


def test_a_body_without_a_length_is_cut_off(full: TestClient) -> None:
    answer = full.post("/exits", content=iter([b" " * 600_000] * 2))
    assert answer.status_code == 413


def test_the_description_is_readable_without_scripts(full: TestClient) -> None:
    full.headers.pop("authorization")
    page = full.get("/docs")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "<script" not in page.text
    schema = full.get("/openapi.json").json()
    for path, operations in schema["paths"].items():
        for operation in operations.values():
            assert f"{BASE}{path}" in page.text
            assert operation["operationId"] in page.text
    for model in schema["components"]["schemas"].values():
        assert model.get("description"), model
    assert HOST not in page.text
