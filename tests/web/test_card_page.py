"""The card as a page, and as a page to print."""

from __future__ import annotations

from starlette.testclient import TestClient


def test_a_process_with_an_interview_leads_to_its_card(browser: TestClient) -> None:
    assert 'href="/card/acme-analyst"' in browser.get("/p/acme-analyst").text
    page = browser.get("/card/acme-analyst").text
    assert "Wednesday 4 March" in page
    assert "14:00–15:00" in page
    assert "New York time" in page
    assert "We&#39;d love to meet you on Wednesday at 2pm." in page
    assert "Nobody has said where yet" in page
    assert page.index("When may I expect to hear from you?") < page.index("Whom may I write to")
    assert "Acme <Corp>" not in page
    assert 'href="/print/acme-analyst"' in page


def test_the_card_prints_as_a_pdf(browser: TestClient) -> None:
    answer = browser.get("/print/acme-analyst")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")


def test_without_an_interview_there_is_no_card(browser: TestClient) -> None:
    for path in ("/card/nobody", "/print/nobody"):
        assert browser.get(path).status_code == 404
