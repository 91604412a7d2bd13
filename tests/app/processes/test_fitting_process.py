"""Which stored process an outgoing message belongs to: by thread, by who gets it, by the employer's mail domain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sincerely.app.outgoing.message import outgoing_mail
from sincerely.app.processes.fitting_process import fitting
from sincerely.app.processes.transfer import take
from sincerely.app.wiring import opened
from sincerely.store.base import Message, Store

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
STORY = """
process acme-analyst employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-02 09:00 scheduled "Sam Ortiz" start="2026-03-04 14:00" source=<a1@acme.example>
2026-03-05 09:00 heard dana@acme.example source=<a2@acme.example>
2026-03-06 09:00 named kim@uni.example
process acme-engineer employer="Acme Corp" role="Engineer" zone=America/New_York country=US
2026-03-07 09:00 heard dana@acme.example source=<a3@acme.example>
process globex-clerk employer="Globex" role="Clerk" zone=Europe/London country=GB via=agency consultant=priya@stroud.example
2026-03-08 09:00 heard priya@stroud.example
process initech-clerk employer="Initech" role="Clerk" zone=Europe/London country=GB via=agency consultant=priya@stroud.example
2026-03-09 09:00 heard priya@stroud.example
process umbra employer="Umbra Works" role="Baker" zone=Europe/London country=GB
2026-03-10 09:00 applied
process hooli-2025 employer="Hooli" role="Clerk" zone=Europe/London country=GB
2025-06-02 09:00 interviewed gavin@hooli.example source=<h1@hooli.example>
2025-06-09 09:00 rejected gavin@hooli.example
2025-06-10 12:00 asked-why gavin@hooli.example
process hooli-2026 employer="Hooli" role="Teller" zone=Europe/London country=GB
2026-03-02 09:00 interviewed gavin@hooli.example
2026-03-09 09:00 rejected gavin@hooli.example
process hooli-cook employer="Hooli" role="Cook" zone=Europe/London country=GB
2026-03-03 09:00 applied
2026-03-04 09:00 withdrew gavin@hooli.example
process bark employer="Bark" role="Groomer" zone=Europe/London country=GB
2026-03-11 09:00 heard jo.bark@gmail.com
process talent employer="Talent House" role="Fitter" zone=Europe/London country=GB via=agency consultant=ann@talent.example
2026-03-12 09:00 heard ann@talent.example quote="Mr Corvane would like to meet you, and the climate there is good."
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("fitting")
    (folder / "story.timeline").write_text(STORY, "utf-8")
    with opened(folder) as found:
        take(found, folder / "story.timeline", NOW)
        plain = Message(
            source="mail", key="1", digest="1", message_id="a4@acme.example", sender="hr@acme.example", process="umbra"
        )
        found.add_messages([plain])
        yield found


def fits(store: Store, to: str, *, answers: str = "", subject: str = "Hello", text: str = "Hello.") -> list[str]:
    head = f"From: robin@mail.example\nTo: {to}\nSubject: {subject}\n"
    head += f"In-Reply-To: <{answers}>\n" if answers else ""
    return [process.header.id for process in fitting(outgoing_mail(f"{head}\n{text}\n".encode()), store)]


@pytest.mark.parametrize(
    ("to", "found"),
    [
        ("dana@acme.example", ["acme-engineer", "acme-analyst"]),
        ("Dana Ito <DANA@acme.example>", ["acme-engineer", "acme-analyst"]),
        ("kim@uni.example", ["acme-analyst"]),  # a referee
        ("new@acme.example", ["acme-engineer", "acme-analyst"]),  # the employer's domain
        ("hr@acme.example", ["umbra"]),  # wrote in it, whatever the house
        ("head@umbraworks.example", ["umbra"]),  # the employer's name
        ("jo.bark@gmail.com", ["bark"]),
        ("somebody@gmail.com", []),  # anybody's domain
        ("somebody@acme-cars.example", []),
        ("lee@uni.example", []),  # a referee's house is no employer
        ("other@stroud.example", []),  # nor is an agency's
    ],
)
def test_by_who_gets_it(store: Store, to: str, found: list[str]) -> None:
    assert fits(store, to) == found


def test_by_the_mail_that_it_answers(store: Store) -> None:
    assert fits(store, "dana@acme.example", answers="a2@acme.example") == ["acme-analyst"]
    assert fits(store, "somebody@else.example", answers="a3@acme.example") == ["acme-engineer"]
    assert fits(store, "somebody@else.example", answers="a4@acme.example") == ["umbra"]
    assert fits(store, "somebody@else.example", answers="a5@acme.example") == []


def test_the_thread_of_one_and_a_person_of_another_leave_both(store: Store) -> None:
    assert fits(store, "jo.bark@gmail.com", answers="a3@acme.example") == ["bark", "acme-engineer"]


def test_what_it_names_tells_several_apart(store: Store) -> None:
    assert fits(store, "dana@acme.example", subject="Engineer, Acme Corp") == ["acme-engineer"]
    assert fits(store, "priya@stroud.example", text="Is there any news from Globex?") == ["globex-clerk"]
    assert fits(store, "priya@stroud.example", text="Any news of the clerk position at Initech?") == ["initech-clerk"]
    assert fits(store, "priya@stroud.example", text="Any news?") == ["initech-clerk", "globex-clerk"]
    # Words that merely contain a name do not name it.
    assert fits(store, "priya@stroud.example", text="The Globexian clerks") == ["initech-clerk", "globex-clerk"]


def test_a_referee_is_one_for_the_whole_search(store: Store) -> None:
    assert fits(store, "kim@uni.example", text="They may call you.") == ["acme-analyst"]
    assert fits(store, "kim@uni.example", text="Initech may call you.") == ["initech-clerk"]
    assert fits(store, "kim@uni.example", text="Initech may call you.", answers="a1@acme.example") == ["initech-clerk"]
    assert fits(store, "dana@acme.example", text="Initech has made me an offer.") == ["acme-engineer", "acme-analyst"]


def test_what_was_over_before_another_began_is_history(store: Store) -> None:
    """Who was asked why a year ago may be asked why of this year's no."""
    assert fits(store, "gavin@hooli.example", text="Was there a reason?") == ["hooli-2026", "hooli-cook"]
    assert fits(store, "gavin@hooli.example", text="Once more, of the clerk's position.") == ["hooli-2025"]
    assert fits(store, "gavin@hooli.example", answers="h1@hooli.example") == ["hooli-2025"]


def test_a_client_whom_the_agencys_mail_names_is_of_that_process(store: Store) -> None:
    assert fits(store, "office@corvane-packaging.example") == ["talent"]
    assert fits(store, "office@climate-house.example") == []  # a word as any other
    assert fits(store, "office@packaging.example") == []
