"""Which thanks are a thank-you note."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.reading.items.test_asked import ME

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Scheduled, Thanked
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.reader import Reading, read
from sincerely.reading.scoring.words import plain
from sincerely.reading.statements.thanking import is_bare, named_in, passed_on

AGREED = ["Perfect, thank you!", "Super, danke, bis Montag!", "Cheers", "Great, thanks so much. See you then. Robin", "Parfait, merci !"]  # fmt: skip
NOTES = [
    "Thank you for your time.",
    "Thanks, I really enjoyed meeting you both.",
    "Danke, hat mich sehr gefreut!",
    "Merci de m'avoir reçu.",
    "Thank you so much. The new depot is just the place where I would like to run the night desk and its four vans.",
]


@pytest.mark.parametrize("text", AGREED)
def test_who_agrees_thanks_for_nothing_in_particular(text: str) -> None:
    assert is_bare([plain(text).split()])


@pytest.mark.parametrize("text", NOTES)
def test_a_note_thanks_for_something(text: str) -> None:
    assert not is_bare([plain(text).split()])


def answer(text: str, *, start: datetime | None, who: str = "dana@acme.example") -> Reading:
    """Read what the candidate answers on 3 March, where an interview began at a time."""
    links = Links([Header(id="acme", employer="Acme", role="Data Analyst", zone="America/New_York", country="US")])
    slots = (Scheduled(at=datetime(2026, 2, 25, tzinfo=UTC), who=(who,), start=start),) if start else ()
    links.learn(
        "acme", Clues(people=frozenset({"dana@acme.example"}), slots=slots, at=datetime(2026, 2, 25, tzinfo=UTC))
    )
    head = (
        "From: robin@mail.example\nTo: Dana Lee <dana@acme.example>\nSubject: Re: Interview, Data Analyst\n"
        "Date: Tue, 03 Mar 2026 10:00:00 -0500\nIn-Reply-To: <a@acme.example>\n\n"
    )
    return read(f"{head}{text}\n".encode(), me=ME, at=None, models=load_models(), links=links)


def thanked(found: Reading) -> bool:
    return any(isinstance(one.event, Thanked) for one in (*found.events, *found.questions))


HELD, AHEAD = datetime(2026, 3, 2, 15, tzinfo=UTC), datetime(2026, 3, 9, 15, tzinfo=UTC)


@pytest.mark.parametrize("start", [None, AHEAD])
def test_thanks_that_confirm_a_time_are_an_answer(start: datetime | None) -> None:
    found = answer("Thanks so much, really appreciated!", start=start)
    assert not thanked(found)
    assert [one.event.verb for one in found.events] == ["wrote"]


def test_after_an_interview_any_thanks_to_the_interviewer_count() -> None:
    assert thanked(answer("Thanks so much, really appreciated!", start=HELD))
    assert not thanked(answer("Thanks so much, really appreciated!", start=HELD, who="lee@acme.example"))
    assert thanked(answer("Thank you for meeting me yesterday, I enjoyed it.", start=None))


@pytest.mark.parametrize(
    "text",
    [
        "Please pass on my thanks to both.",
        "Please give them my warmest thanks.",
        "Could you thank them both for me?",
        "Richte doch beiden meinen Dank aus!",
        "Bitte richten Sie Frau Quandt meinen herzlichen Dank aus.",
        "Könnten Sie meinen Dank weitergeben?",
        "Pourriez-vous leur transmettre mes remerciements ?",
        "Remerciez-les de ma part.",
    ],
)
def test_thanks_are_passed_on(text: str) -> None:
    assert passed_on([["hello"], plain(text).split()]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Please pass on my CV to both, thanks.",
        "Thank you for passing on my thoughts.",
        "I will thank them myself.",
        "Bitte richten Sie sich nach mir, vielen Dank.",
        "Vielen Dank, ich richte es aus.",
        "Pouvez-vous transmettre mon dossier ? Merci.",
    ],
)
def test_nobody_is_to_thank_for_the_candidate(text: str) -> None:
    assert passed_on([plain(text).split()]) is None


def test_who_passes_thanks_on_is_answered_and_told_to_thank() -> None:
    found = answer("It went well, I think. Please pass on my thanks to both.", start=None)
    assert {one.event.verb for one in found.events} == {"wrote", "thanked"}


MET = frozenset(
    {"neil.copper@thornvalves.example", "paula.dunn@thornvalves.example", "Kim Itoh", "kim.holm@acme.example"}
)
NEIL, PAULA = "neil.copper@thornvalves.example", "paula.dunn@thornvalves.example"


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Please pass on my thanks to Neil and Paula, I liked how straight Neil was about the merger.", [NEIL, PAULA]),
        ("Please pass on my thanks to Neil, Paula and the others.", [NEIL, PAULA]),
        ("Please pass on my thanks to Neil, and ask Paula for the forms.", [NEIL]),
        ("Richten Sie Herrn Copper bitte meinen besten Dank aus.", [NEIL]),
        ("Merci de transmettre mes remerciements à Paula.", [PAULA]),
        ("Please pass on my thanks to Kim.", []),  # either may be meant
        ("Please pass on my thanks to the team.", []),
    ],
)
def test_who_is_named_is_thanked_by_who_passes_it_on(sentence: str, who: list[str]) -> None:
    assert named_in(sentence, MET) == who


def test_thanks_that_are_passed_on_are_theirs_who_are_named() -> None:
    links = Links([Header(id="acme", employer="Acme", role="Clerk", zone="Europe/London", country="GB")])
    at = datetime(2026, 10, 13, 9, tzinfo=UTC)
    slot = Scheduled(at=at, who=(NEIL, PAULA), start=datetime(2026, 10, 16, 9, tzinfo=UTC))
    people = frozenset({"kirsty@finch.example"})
    links.learn("acme", Clues(message_id="1@finch.example", people=people, slots=(slot,), at=at))
    data = (
        "From: Robin <robin@mail.example>\nTo: Kirsty <kirsty@finch.example>\nSubject: Re: Thorn\n"
        "Date: Sat, 17 Oct 2026 10:31:00 +0100\nIn-Reply-To: <1@finch.example>\n"
        "Content-Type: text/plain; charset=utf-8\n\nWent well. Please pass on my thanks to Neil and Paula.\n\nRobin\n"
    )
    found = read(data.encode(), me=ME, at=None, models=load_models(), links=links)
    assert [one.event.who for one in found.events if isinstance(one.event, Thanked)] == [
        ("kirsty@finch.example", NEIL, PAULA)
    ]
