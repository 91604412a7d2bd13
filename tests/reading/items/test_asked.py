"""What is asked for, by when, and what is handed in: several things in one breath, in lists, and things nobody asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests.reading.asked_cases import days

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Requested, Submitted
from sincerely.reading.items.given import is_handed_in
from sincerely.reading.items.named import is_had, is_joined, named
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import Reading, read
from sincerely.reading.scoring.words import plain

ME = frozenset({"robin@mail.example"})
HEAD = """From: {sender}
To: {to}
Subject: {subject}
Date: {date}
Message-ID: <one@acme.example>
Content-Type: text/plain; charset=utf-8

"""
ITEMS = load_models().items


def reading(text: str, *, own: bool = False, sent: str = "Tue, 03 Mar 2026 10:00:00 -0500") -> Reading:
    dana, robin = "Dana Lee <dana@acme.example>", "Robin Ashdown <robin@mail.example>"
    sender, to = (robin, dana) if own else (dana, robin)
    head = HEAD.format(sender=sender, to=to, subject="Your application as Data Analyst", date=sent)
    return read((head + text).encode(), me=ME, at=datetime(2026, 3, 3, tzinfo=UTC), models=load_models(), links=Links())


def asked(text: str, sent: str = "Tue, 03 Mar 2026 10:00:00 -0500") -> dict[str, date | None]:
    events = (found.event for found in reading(text, sent=sent).events)
    return {
        one.who[0]: one.by.date() if isinstance(one.by, datetime) else one.by
        for one in events
        if isinstance(one, Requested)
    }


def day(number: int) -> date:
    return date(2026, 3, number)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "Dear Robin,\n\nto go on we still need:\n- your transcript by March 10\n- references by March 12\n- the consent form by March 20\n\nDana",
            {"transcript": day(10), "references": day(12), "form": day(20)},
        ),
        (
            "Dear Robin,\n\nour system still lacks two writing samples and the transcript of your degree. The two reference letters may come until 19 March.\n\nDana",
            {"writing-sample": None, "transcript": None, "references": day(19)},
        ),
        (
            "Dear Robin,\n\nCould you please send the application form by March 10? References are due by March 13.\n\nDana",
            {"form": day(10), "references": day(13)},
        ),
        (
            "Dear Robin,\n\nPlease send us your transcript by March 10 and the direct deposit form by March 20.\n\nDana",
            {"transcript": day(10), "bank-details": day(20)},
        ),
    ],
)
def test_several_things_are_asked_for_each_with_its_day(text: str, items: dict[str, date | None]) -> None:
    told = asked(text)
    assert told.keys() == items.keys()
    assert {item: by for item, by in told.items() if items[item]} == {item: by for item, by in items.items() if by}


@pytest.mark.parametrize(
    "text",
    [
        "Dear Robin,\n\nMaya read your cover letter and portfolio, and would love to talk to you on Thursday, March 12 at 2 PM. Please confirm.\n\nDana",
        "Hi Robin,\n\ncan you talk to Maya tomorrow at four? She will call you at the number on your resume.\n\nDana",
        "Dear Robin,\n\nwe have chosen somebody else. I would like to keep your portfolio on file, please stay in touch.\n\nDana",
        "Dear Robin,\n\nthank you for sending your transcript. Please let me know if you have questions.\n\nDana",
    ],
)
def test_what_they_have_already_is_not_asked_for(text: str) -> None:
    assert asked(text) == {}


@pytest.mark.parametrize(
    ("sentence", "item", "had"),
    [
        ("She'll ring the number on your CV.", "resume", True),
        ("We've reviewed your portfolio with great pleasure.", "portfolio", True),
        ("Thanks for your transcript.", "transcript", True),
        ("Wir haben Ihr Zeugnis erhalten und Ihren Lebenslauf gelesen.", "resume", True),
        ("We read your CV and need your transcript.", "transcript", False),
        ("We're still waiting on your references.", "references", False),
        ("Send a link to your portfolio.", "portfolio", False),
    ],
)
def test_how_a_sentence_speaks_of_a_thing(sentence: str, item: str, *, had: bool) -> None:
    words = plain(sentence).split()
    [one] = [one for one in named(words, ITEMS) if one.item == item]
    assert is_had(words, one) is had


@pytest.mark.parametrize(
    ("sentence", "joined"),
    [
        ("a copy of your diploma and the names of two references", True),
        ("une copie de vos diplômes ainsi que les coordonnées de deux références", True),
        ("your diploma, because she has read the references", False),
        ("your passport or your diploma", False),
    ],
)
def test_two_things_are_named_in_one_breath(sentence: str, *, joined: bool) -> None:
    words = plain(sentence).split()
    one, other = named(words, ITEMS)
    assert is_joined(words, one, other) is joined


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ("den Impfnachweis vom Hausarzt", "certificate"),
        ("Ihr Halbjahreszeugnis", "transcript"),
        ("Ihr Schweisserzeugnis", "certificate"),
        ("ein Leistungsnachweis", "transcript"),
        ("un extrait de casier judiciaire", "certificate"),
        ("Ihre IBAN", "bank-details"),
        ("einen Ausweis", "id"),
    ],
)
def test_things_are_known_in_german_and_french_and_by_how_they_end(sentence: str, item: str) -> None:
    assert [one.item for one in named(plain(sentence).split(), ITEMS)] == [item]


def test_a_word_that_an_ending_is_part_of_is_another() -> None:
    assert named(plain("Unsere Erzeugnisse, un brevet.").split(), ITEMS) == []
    assert named(plain("Sie haben bezeugt, was nachweisbar war, und die Urkundenstelle schließt.").split(), ITEMS) == []


def test_of_words_within_others_the_longer_count() -> None:
    words = plain("the direct deposit form and the application form").split()
    assert [one.item for one in named(words, ITEMS)] == ["bank-details", "form"]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Please upload your portfolio by March 10, 11:59 PM PT.", day(10)),
        ("Please upload your portfolio by March 10, 5 PM.", day(10)),
        ("Please send your portfolio at least two days before your interview on Thursday, March 12 at 2 PM.", day(10)),
        (
            "Your interview is on Thursday, March 12 at 2 PM with Maya Roth. Please bring your portfolio. Please confirm by Friday.",
            day(12),
        ),
    ],
)
def test_a_thing_is_due_on_the_day_that_is_written_for_it(text: str, by: date) -> None:
    assert asked(f"Hi Robin,\n\n{text}\n\nDana")["portfolio"] == by


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Send your portfolio two days before the interview; I will confirm receipt on Monday 9 March.", day(17)),
        (
            "Please send your portfolio two days before the interview, and join our first call on Monday 9 March.",
            day(17),
        ),
        ("Send your portfolio two days ahead, by March 12.", day(12)),
        ("Send your portfolio two days ahead, no later than March 12.", day(12)),
        ("Please send your portfolio two days before your interview.", day(17)),
    ],
)
def test_a_day_is_counted_back_from_the_meeting_and_from_nothing_else(text: str, by: date) -> None:
    text = f"Hi Robin,\n\n{text} Your interview is on Thursday, March 19 at 10:00.\n\nDana"
    assert asked(text)["portfolio"] == by


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Bitte schicken Sie mir Ihre Mappe bis am Vorabend.", day(18)),
        ("Bitte schicken Sie mir Ihre Mappe bis zum Vorabend des Gesprächs.", day(18)),
        ("Bitte schicken Sie mir Ihre Mappe am Abend davor.", day(18)),
        ("Bitte schicken Sie mir Ihre Mappe am Tag vor dem Gespräch.", day(18)),
        ("Bitte schicken Sie mir Ihre Mappe bis zum Vorabend der Messe.", None),
        ("Bitte schicken Sie mir Ihre Mappe am Vorabend des 13. März.", None),
    ],
)
def test_the_evening_before_the_meeting_is_its_eve(text: str, by: date | None) -> None:
    text = f"Guten Tag Robin,\n\nIhr Gespräch ist am Donnerstag, 19. März, um 10 Uhr mit Maya Roth. {text}\n\nDana"
    told = asked(text)
    assert (told["portfolio"] == by) if by else (told.get("portfolio") != day(18))


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Please send me your portfolio the evening before.", day(18)),
        ("Please send me your portfolio the night before the interview.", day(18)),
        ("Please send me your portfolio on the eve of the interview.", day(18)),
        # What happens on an evening before has nothing to do with what is asked for.
        ("I was ill the night before, hence this late note. Please send me your portfolio.", None),
        ("The evening before, the team goes out for dinner. Please send me your portfolio.", None),
    ],
)
def test_the_evening_before_is_the_eve_of_the_meeting_where_something_is_asked_for_then(
    text: str, by: date | None
) -> None:
    meeting = "your interview with Maya Roth is on Thursday, 19 March, at 10:00."
    assert asked(f"Dear Robin,\n\n{meeting} {text}\n\nDana")["portfolio"] == by


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Merci de m'envoyer votre portfolio la veille.", day(18)),
        ("Merci de m'envoyer votre portfolio la veille de l'entretien.", day(18)),
        ("Merci de m'envoyer votre portfolio la veille au soir.", day(18)),
        ("Merci de m'envoyer votre portfolio la veille de la fête.", None),
    ],
)
def test_la_veille_is_the_eve_of_the_meeting(text: str, by: date | None) -> None:
    meeting = "votre entretien avec Maya Roth aura lieu le jeudi 19 mars à 10 h."
    told = asked(f"Bonjour Robin,\n\n{meeting} {text}\n\nDana")
    assert told["portfolio"] == by if by else told.get("portfolio") != day(18)


@pytest.mark.parametrize("when", ["10 March 2026, 11:59 PM PDT", "11:59 PM EST on Tuesday 10 March"])
def test_midnight_far_west_is_that_day_to_whoever_writes_from_greenwich(when: str) -> None:
    text = f"Dear Robin,\n\nPlease upload your portfolio by {when}.\n\nDana"
    assert asked(text, "Tue, 03 Mar 2026 10:00:00 +0000")["portfolio"] == day(10)


def submitted(text: str) -> tuple[set[str], set[str]]:
    told = reading(text, own=True)
    sure = {one.event.who[0] for one in told.events if isinstance(one.event, Submitted)}
    return sure, {one.event.who[0] for one in told.questions if isinstance(one.event, Submitted)}


def test_what_is_called_attached_and_is_not_there_is_asked_about() -> None:
    text = "Dear Dana,\n\nattached are the signed form, my transcripts and a copy of my license. References will follow on Monday.\n\nRobin"
    sure, unsure = submitted(text)
    assert (sure | unsure) - {"id"} == {"form", "transcript", "certificate"}  # a license can be either
    assert "certificate" in unsure


@pytest.mark.parametrize(
    ("sentence", "given"),
    [
        ("Attached are my transcripts.", True),
        ("Here is my transcript.", True),
        ("Anbei mein Notenspiegel.", True),
        ("My transcript will follow.", False),
        ("The form is attached, my transcript will follow tomorrow.", False),
        ("I could not attach my transcript.", False),
        ("Do you need my transcript?", False),
    ],
)
def test_what_a_sentence_hands_in(sentence: str, *, given: bool) -> None:
    words = plain(sentence).split()
    one = next(one for one in named(words, ITEMS) if one.item == "transcript")
    assert is_handed_in(words, one) is given


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "Bitte senden Sie uns noch eine Kopie Ihres Führerscheins und Ihres Zwischenzeugnisses.",
            {"id", "certificate"},
        ),
        ("What to bring: a valid passport.", {"id"}),
        ("Please bring with you:\n* Photographic ID\n* Original qualification certificates", {"id", "certificate"}),
        ("We will bring:\n* Photographic ID\n* the certificates", set()),
        ("What not to bring:\n* your passport\n* your certificates", set()),
    ],
)
def test_what_is_to_be_brought_is_asked_for_in_any_case(text: str, items: set[str]) -> None:
    assert set(days(text)) == items


def test_who_can_identify_himself_names_no_paper() -> None:
    words = plain("Können Sie sich ausweisen? Das müssen wir nachweisen.").split()
    assert named(words, load_models().items) == []
