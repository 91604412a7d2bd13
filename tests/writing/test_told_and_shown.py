"""Drafts say what the mails show, to whom it goes, in the way the two write to each other; nothing is made up."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from sincerely.app.drafts.drafting import Plain, Unwritten
from sincerely.app.drafts.too_early import told_early
from sincerely.app.processes.people_named import names_in
from sincerely.app.today.policies import load_policy
from sincerely.core.facts import interviewers
from sincerely.reading.habits import signer
from sincerely.reading.letters.mime import parse
from sincerely.writing.english.notes import object_of, thing_alone, topic_of
from sincerely.writing.english.persons import turner
from sincerely.writing.facts.grounds import Draft
from sincerely.writing.facts.situation import Style, Thread
from sincerely.writing.german.notes import as_subject, deed_of, need_of
from sincerely.writing.words.clipping import tidy
from sincerely.writing.words.names import is_named

from .drafting import HELD, draft, made, process, unwritten

KIM = "kim@uni.example"
ASKED = f"{HELD}2026-03-05 11:00 asked {KIM} source=<a1@mail.example>\n"
WANTED = "2026-03-06 09:00 requested references by=2026-03-12\n"
AGENCY = (
    'process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US via=agency'
    " consultant=jo@talent.example\n"
)


@dataclass(frozen=True)
class Mailed(Plain):
    """A background whose one thread is given."""

    theirs: str = ""
    mine: str = ""
    asking: str = ""

    def thread(self, who: str, source: str) -> Thread:
        return Thread("Re: hello", "<a2@mail.example>", (), self.theirs, self.mine)

    def said(self, source: str, /) -> str:
        return self.asking if source == "<a1@mail.example>" else ""


def mailed(theirs: str = "", mine: str = "", asking: str = "") -> Mailed:
    return Mailed(style=Style(name="Robin Ashdown"), names={KIM: "Kim Ito"}, theirs=theirs, mine=mine, asking=asking)


@pytest.mark.parametrize(
    ("asking", "named"),
    [
        ("reference?\nOK if I list you as a reference? Happy to send details.", False),
        ("Reference\nAcme Corp may call. May I name you?", True),
        ("Data Analyst\nMay I name you as a reference?", True),
        ("Acmeville\nMay I name you as a reference?", False),
        ("", False),
    ],
)
def test_a_reminder_says_what_the_asking_mail_said(asking: str, *, named: bool) -> None:
    body = draft(ASKED + WANTED, "REF004", background=mailed(asking=asking)).body
    first = body.split("\n\n")[1].split(". ")[0]
    assert ("Acme" in first) is named
    assert (
        "for the Data analyst role at Acme Corp" in body or "candidate for the Data analyst role at Acme Corp" in body
    )
    assert "by Thursday, March 12" in body
    [german] = made(ASKED + WANTED, "REF004", language="de", background=mailed(asking=asking))
    assert isinstance(german, Draft)
    assert ("Es geht jetzt um die Stelle" in german.body) is not named


def test_a_referee_is_told_how_it_ended_and_nothing_that_nobody_knows() -> None:
    agreed = f"2026-03-05 15:00 agreed {KIM}\n2026-03-06 09:05 named {KIM}\n2026-03-20 09:00 accepted\n"
    body = draft(ASKED + agreed, "REF006").body
    assert "support" not in body
    assert "Thank you for letting me name you" in body
    body = draft(ASKED + agreed.partition("\n")[2], "REF006").body
    assert "I gave them your name on Friday, March 6, before I had your answer" in body
    assert "letting me" not in body


@pytest.mark.parametrize(
    ("theirs", "mine", "begins"),
    [
        ("Klaro, mach ich gern! Sag mir nur vorher Bescheid. K.", "Liebe Kim, darf ich dich nennen?", "Hallo Kim,"),
        ("Klaro, mach ich gern!", "Liebe Kim, darf ich dich nennen?", "Hallo Kim,"),
        ("Klaro, mach ich gern! Sag mir nur vorher Bescheid.", "", "Hallo Kim,"),
        (
            "Das mache ich gern.",
            "Liebe Frau Ito, darf ich Sie als Referenz nennen? Ich danke Ihnen.",
            "Guten Tag Kim Ito,",
        ),
        ("Gern. Sagen Sie mir vorher Bescheid, wenn Sie es wissen.", "Hallo Kim", "Guten Tag Kim Ito,"),
    ],
)
def test_a_friend_is_a_friend_in_every_process(theirs: str, mine: str, begins: str) -> None:
    story = f"{ASKED}2026-03-05 15:00 agreed {KIM}\n"
    [found] = made(story, "heads-up", KIM, language="de", background=mailed(theirs, mine))
    assert isinstance(found, Draft)
    assert found.body.startswith(begins)


@pytest.mark.parametrize(
    ("theirs", "mine", "begins"),
    [
        ("Of course!!! Put me down.", "Kim! Hope all is well. Could I put you down?", "Hi Kim,"),
        ("Of course.", "Hey Kim, may I name you?", "Hi Kim,"),
        ("Dear Robin,\n\nOf course.", "Hey Kim, may I name you?", "Dear Kim,"),
        ("Of course.", "Dear Professor Ito,\n\nMay I name you?", "Dear Kim,"),
    ],
)
def test_how_the_person_wrote_counts_where_the_other_does_not_tell(theirs: str, mine: str, begins: str) -> None:
    story = f"{ASKED}2026-03-05 15:00 agreed {KIM}\n"
    assert draft(story, "heads-up", KIM, background=mailed(theirs, mine)).body.startswith(begins)


GUS = """
2026-03-02 09:00 scheduled   gus@acme.example, ana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 interviewed "Ana Li", "Gus Petrov", gus@acme.example, ana@acme.example
2026-03-04 15:20 debriefed   "Gus Petrov" liked="the calm"
"""


def test_who_is_named_beside_an_address_is_greeted_by_the_name() -> None:
    known = process(GUS)
    assert names_in(known) == {"gus@acme.example": "Gus Petrov", "ana@acme.example": "Ana Li"}
    assert interviewers(known, known.interviews[0]) == ("gus@acme.example", "ana@acme.example")
    found = draft(GUS, "THX001", "gus")
    assert found.to == "gus@acme.example"
    assert found.body.startswith("Dear Gus,")
    assert "the calm" in found.body
    two = GUS.replace('"Gus Petrov", gus', '"Gus Petrov", "Gus Roe", gus')
    assert "gus@acme.example" not in names_in(process(two))


def test_one_person_is_named_once_in_a_briefing() -> None:
    asked = f"2026-03-05 11:00 asked {KIM}\n2026-03-05 15:00 agreed {KIM}\n2026-03-06 09:05 named {KIM}\n"
    body = draft(f'{GUS}{asked}2026-03-04 15:21 debriefed fit="ran the till"\n', "REF002").body
    assert "I spoke with Ana Li and Gus Petrov on" in body


def test_whoever_is_known_by_name_is_asked_for_by_name() -> None:
    body = draft('2026-03-04 15:00 interviewed "Lee Park"\n2026-03-05 09:00 heard jo@acme.example', "THX002").body
    assert "I would like to thank Lee Park; could you tell me how, or would you pass on my thanks?" in body
    assert "their names" not in body
    body = draft('2026-03-04 15:00 interviewed "Lee Park", dana@acme.example', "THX002").body
    assert "Thank you for our conversation" in body
    assert "thank Lee Park as well" in body
    body = draft(f'{AGENCY}2026-03-04 15:00 interviewed "Lee Park"', "THX002").body
    assert "I would like to thank Lee Park; would you please pass on my thanks?" in body
    assert "how" not in body
    [german] = made(
        '2026-03-04 15:00 interviewed "Lee Park"\n2026-03-05 09:00 heard jo@acme.example', "THX002", language="de"
    )
    assert isinstance(german, Draft)
    assert "wer dabei war" not in german.body
    assert "auch Lee Park danken" in german.body


def test_who_was_there_alone_is_not_asked_who_was_there() -> None:
    alone = '2026-03-04 15:00 interviewed "Ingo Matthes"\n2026-03-04 15:00 interviewed matthes@acme.example\n'
    assert "Nobody is owed" in unwritten(alone, "THX002").missing[0].ask
    asked = draft("2026-03-04 15:00 interviewed recruiting@acme.example\n", "THX002")
    assert "could you tell me their names" in asked.body


MOVED = """
2026-03-01 10:00 scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-02 18:00 wrote     dana@acme.example purpose=reschedule
"""


def test_an_interview_that_was_asked_to_be_another_day_is_not_thanked_for() -> None:
    noted = '2026-03-04 16:00 debriefed dana@acme.example liked="the calm"\n'
    desk = MOVED.replace("dana@", "recruiting@")
    for story, code in ((MOVED + noted, "THX001"), (desk, "THX002")):
        assert "another time than Wednesday 4 March" in unwritten(story, code).missing[0].ask
    held = MOVED + noted + "2026-03-04 15:00 interviewed dana@acme.example\n"
    assert "Wednesday, March 4" in draft(held, "THX001").body
    again = MOVED + noted + '2026-03-02 19:00 moved dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"\n'
    assert "Wednesday, March 4" in draft(again, "THX001").body


def test_a_question_for_news_that_is_too_early_says_so() -> None:
    story = HELD + "2026-03-04 15:00 promised by=2026-03-13\n"
    known, policy = process(story), load_policy()
    zone = known.header.tz
    [found] = made(known, "WAIT003")
    assert isinstance(found, Draft)
    early = known.interviews[0].end.astimezone(zone).replace(day=6, hour=10)
    told = told_early(found, known, early, policy)
    assert "too soon" in told.too_early
    assert "Tuesday 17 March" in told.too_early
    assert told.as_json()["too_early"] == told.too_early
    assert told_early(found, known, early.replace(day=18), policy).too_early == ""
    [thanks] = made(HELD + '2026-03-04 15:20 debriefed liked="the calm"\n', "THX001", "dana")
    assert isinstance(thanks, Draft)
    assert told_early(thanks, known, early.replace(hour=23), policy) == thanks


@pytest.mark.parametrize(
    ("said", "thanks", "closes"),
    [
        ("Thanks Sam, Wednesday at 2 works, see you then.", False, False),
        ("Many thanks, the day suits me.", False, True),
        ("Wednesday at 2 works.", True, True),
        ("Hi Dana, Wednesday works.", True, True),
        ("I told them thanks but no. Wednesday works.", True, True),
    ],
)
def test_an_answer_thanks_once(said: str, *, thanks: bool, closes: bool) -> None:
    body = draft(HELD + "2026-03-18 09:00 heard dana@acme.example asks=yes\n", "WAIT004", said=said).body
    assert ("Thank you for your message" in body) is thanks
    assert ("If anything else is open" in body) is closes
    assert body.count("Dana") == 1


TURN = turner(single=True, called="Gus")


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("ticket deflection, they've 40% repeat questions", "ticket deflection"),
        ("the roadmap, it's shipping in May", "the roadmap"),
        ("kanban (they've just switched)", "kanban"),
        ("hiring plans because they've lost two people", "hiring plans"),
        ("the launch, which they've moved to May", "the launch, which they've moved to May"),
        ("how they pair and they rotate", "how they pair and they rotate"),
        ("the people who they hire", "the people who they hire"),
        ("the week there", "the week there"),
        ("travel, once a month", "travel, once a month"),
        ("they've got a library, it's quiet", "they've got a library, it's quiet"),
    ],
)
def test_a_clause_that_is_scribbled_behind_a_thing_is_left_out(note: str, words: str) -> None:
    assert thing_alone(note) == words


def test_theirs_is_yours_at_the_beginning_only() -> None:
    assert topic_of("the launch, which they've moved to May", TURN, frozenset())[1].endswith("they've moved to May")
    assert object_of("they've got a great library", TURN, frozenset()) == ("object", "that you've got a great library")


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("9 years of conferences, ha", "9 years of conferences"),
        ("ran two migrations lol", "ran two migrations"),
        ("a farm of 40 ha", "a farm of 40 ha"),
        ("the aha moments", "the aha moments"),
    ],
)
def test_a_laugh_is_no_word_of_a_letter(note: str, words: str) -> None:
    assert tidy(note) == words


@pytest.mark.parametrize(
    ("note", "deed"),
    [
        ("hab ich mit den Fahrtenbüchern schon gemacht", ("verb", "habe das mit den Fahrtenbüchern schon gemacht")),
        ("hab ich bei den Stadtwerken 4 Jahre gemacht", ("verb", "habe das bei den Stadtwerken 4 Jahre gemacht")),
        ("habe ich das Team geleitet", ("verb", "habe das Team geleitet")),
        ("habe ich zwei Teams geleitet", ("verb", "habe zwei Teams geleitet")),
        ("hab ich im Verein gearbeitet", ("verb", "habe im Verein gearbeitet")),
        ("hab schon zwei Umzüge organisiert", ("verb", "habe schon zwei Umzüge organisiert")),
        ("sowas hab ich schon mal gebaut", ("verb", "habe so etwas schon mal gebaut")),
        ("mach ich seit 3 Jahren", ("verb", "mache das seit 3 Jahren")),
        ("liegt mir", ("", "")),
        ("hatten wir in Köln auch", ("", "")),
        ("wurde von mir eingeführt", ("", "")),
        (
            "Erfahrung mit Software, die ich geschrieben habe",
            ("object", "Erfahrung mit Software, die ich geschrieben habe"),
        ),
    ],
)
def test_what_is_no_thing_is_a_clause_or_is_left_out(note: str, deed: tuple[str, str]) -> None:
    assert deed_of(note) == deed


def test_what_no_sentence_could_be_made_of_is_asked_for() -> None:
    note = f'{HELD}2026-03-04 15:20 debriefed dana@acme.example liked="die Ruhe" fit="liegt mir"\n'
    [found] = made(note, "THX001", "dana@acme.example", language="de")
    assert isinstance(found, Draft)
    assert "liegt mir" not in found.body
    assert found.unsaid == ("liegt mir",)
    assert found.as_json()["unsaid"] == ["liegt mir"]
    [found] = made(note.replace("liegt mir", "hab ich schon gemacht"), "THX001", "dana@acme.example", language="de")
    assert isinstance(found, Draft)
    assert found.unsaid == ()


@pytest.mark.parametrize(
    ("topic", "subject"),
    [
        ("Schichtübergabe", "Thema Schichtübergabe"),
        ("Digitalisierung der Laufzettel", "Thema Digitalisierung der Laufzettel"),
        ("die Schichtübergabe", ""),
        ("Herr Roth geht in Rente", ""),
        ("Leute duzen sich alle", ""),
        ("Teamgröße, Budget", ""),
        ("viel über Qualität", ""),
    ],
)
def test_a_bare_thing_is_a_topic(topic: str, subject: str) -> None:
    assert as_subject(topic) == subject
    note = f'{HELD}2026-03-04 15:20 debriefed dana@acme.example topic="{topic}"\n'
    [found] = made(note, "THX001", "dana@acme.example", language="de")
    if subject and isinstance(found, Draft):
        assert f"zum {subject}" in found.body


def test_whom_they_need_has_a_comma() -> None:
    assert need_of("jemand der Kunden abholt") == "jemand, der Kunden abholt"
    assert need_of("jemand für den Einkauf") == "jemand für den Einkauf"


DESK = "From: Stiftung Polar - Personal <personal@polar.example>\nTo: robin@mail.example\nSubject: Termin\n\n"


@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("Mit freundlichen Grüßen\nBirgit Hansen\nStiftung Polar", "Birgit Hansen"),
        ("Mit freundlichen Grüßen\n\ni. A. Sandra Pohl\nPersonalreferentin", "Sandra Pohl"),
        ("Mit freundlichen Grüßen\nIhr Personalteam", ""),
        ("Bis dahin!\n\nB. Hansen", ""),
    ],
)
def test_a_desk_is_whoever_signs(end: str, name: str) -> None:
    found = signer(parse(f"{DESK}Guten Tag,\n\nder Termin steht.\n\n{end}\n".encode()))
    assert (found if is_named(found) else "") == name


def test_a_house_is_nobody() -> None:
    assert is_named("Birgit Hansen")
    assert is_named("Hansen, Birgit")
    assert not is_named("Stiftung Polar - Personal")
    assert not is_named("Acme Recruiting")


def test_where_nobody_is_known_the_person_is_asked_whom_to_write_to() -> None:
    [found] = made('2026-03-04 15:00 interviewed "Lee Park"\n', "THX002")
    assert isinstance(found, Unwritten)
