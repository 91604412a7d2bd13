"""Notes typed on a phone, and mails that are worthy of being sent."""

from __future__ import annotations

import pytest

from sincerely.writing.facts.grounds import Draft
from sincerely.writing.saying.readable import unreadable
from sincerely.writing.words.clipping import sentences
from sincerely.writing.words.phone import written_out, written_out_german

from .drafting import HELD, draft, made, unwritten
from .test_terse_notes import DANA, noted


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("u can tell", "you can tell"),
        ("she doesnt rush", "she doesn't rush"),
        ("when shes away", "when she's away"),
        ("good w nervous people", "good with nervous people"),
        ("the rota + the till", "the rota and the till"),
        ("honest re staffing", "honest about staffing"),
        ("3wks paid", "3 weeks paid"),
        ("every tues", "every Tuesday"),
        ("4x a year", "4 times a year"),
        ("2m users", "2 million users"),
        ("6 yrs on 28 bed ward", "6 years on 28-bed ward"),
        ("good team lol", "good team"),
        ("tbh the calm", "the calm"),
        ("calm... honest", "calm. honest"),
        # Near misses: what means something else stays.
        ("the U of Toronto", "the U of Toronto"),
        ("2 + 3", "2 + 3"),
        ("2m high wall", "2m high wall"),
        ("he sat in the sun", "he sat in the sun"),
        ("20x faster", "20x faster"),
        ("its own garden", "its own garden"),
        ("were they calm", "were they calm"),
        ("the team works well", "the team works well"),
        ("re-entry", "re-entry"),
        ("3 day week", "3 day week"),
        ("at 28 bed and breakfasts", "at 28 bed and breakfasts"),
    ],
)
def test_what_thumbs_shorten_is_written_out(typed: str, written: str) -> None:
    assert written_out(typed) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("nettes team + ne küche", "nettes team und eine küche"),
        ("vllt ab mai", "vielleicht ab mai"),
        ("Team u Kunden", "Team und Kunden"),
        ("die neue Halle", "die neue Halle"),
        ("2 + 3", "2 + 3"),
    ],
)
def test_so_it_is_in_german(typed: str, written: str) -> None:
    assert written_out_german(typed) == written


@pytest.mark.parametrize(
    ("note", "parts"),
    [
        ("ran it (last year). speak Swedish", ["ran it (last year)", "speak Swedish"]),
        ("at my last job. sql", ["at my last job", "sql"]),
        ("they never rush me. good training", ["they never rush me", "good training"]),
        ("max. three a day", ["max. three a day"]),
        ("e.g. rotas", ["e.g. rotas"]),
    ],
)
def test_a_note_ends_where_the_next_begins_small(note: str, parts: list[str]) -> None:
    assert sentences(note) == parts


@pytest.mark.parametrize(
    ("field", "note", "words"),
    [
        (
            "fit",
            "6 yrs on a 28 bed ward, did the e-obs rollout",
            "I have 6 years on a 28-bed ward and did the e-obs rollout",
        ),
        ("fit", "ran catchup 2 terms, 9 of 12 got there", "I ran catchup for 2 terms, and 9 of 12 got there"),
        ("fit", "cut 120 reports. sql, python", "I cut 120 reports and bring my knowledge of SQL and Python"),
        ("fit", "ran the pass for 2 yrs. good at ordering", "I ran the pass for 2 years and am good at ordering"),
        ("fit", "ran two flights of travel, never missed a train", "and have never missed a train"),
        ("fit", "ILS trained", "I am ILS trained"),
        ("fit", "taught 4 students last yr", "I taught 4 students last year"),
        ("fit", "led a team for 2 years", "I led a team for 2 years"),
        ("liked", "team seems chill", "that the team seems chill"),
        ("liked", "training is paid", "that training is paid"),
        ("liked", "lab meets weekly, very open", "that the lab meets weekly"),
        ("liked", "tasting menu changes every 3wks", "that the tasting menu changes every 3 weeks"),
        ("liked", "warm, funny", "how warm and funny you were"),
        ("liked", "how calm she was, v honest re staffing", "how calm you were and how honest you were about staffing"),
        ("liked", "didnt rush me. good training", "that you didn't rush me"),
        ("liked", "u can tell she cares abt clients", "that you care about clients"),
        ("liked", "the kids. and that every class has a garden", "the kids and that every class has a garden"),
        ("topic", "docket is growing, esp. energy disputes", "that the docket is growing, especially energy disputes"),
        ("topic", "group meets every tues, journal club", "that the group meets every Tuesday, and"),
        ("topic", "phones ring nonstop on mondays", "that phones ring nonstop on Mondays"),
        ("topic", "mostly rewires + EV chargers, vans supplied", "about rewires and EV chargers"),
        ("topic", "weekly team meetings", "about weekly team meetings"),
        ("topic", "move to Relativity, 2 trials a yr", "about the move to Relativity and 2 trials a year"),
    ],
)
def test_fragments_become_sentences(field: str, note: str, words: str) -> None:
    said = noted(field, note)
    if field == "topic" and words.endswith(", and"):
        assert words.removesuffix(", and") in said
        assert "journal club" not in said
    else:
        assert words in said


@pytest.mark.parametrize(
    ("field", "note"),
    [
        ("liked", "decent lad"),
        ("liked", "sound man, no messing"),
        ("liked", "super"),
        ("topic", "shifts 4 on 2 off, split shifts"),
        ("topic", "start 7.30, lime mortar"),
        ("fit", "drove vans 11 yrs clean licence"),
        ("fit", "ur team needs me"),
        ("fit", "9yrs domestic, 18th ed. done 40 installs"),
    ],
)
def test_what_can_not_be_sent_is_asked_for(field: str, note: str) -> None:
    asked = unwritten(f'{HELD}2026-03-04 15:20 debriefed {DANA} {field}="{note}"\n', "THX001", DANA)
    assert "No sentence could be made of what you noted" in asked.missing[0].ask
    assert f"--with {DANA}" in asked.missing[0].how


def test_notes_in_another_language_are_asked_for_in_the_mails() -> None:
    note = "he trabajado con los clientes y las ventas"
    asked = unwritten(f'{HELD}2026-03-04 15:20 debriefed {DANA} fit="{note}"\n', "THX001", DANA)
    assert "Note them in English" in asked.missing[0].ask


@pytest.mark.parametrize(
    ("field", "note"),
    [
        ("liked", "the way she runs the ward"),
        ("liked", "good training"),
        ("liked", "a calm woman's way with the kids"),
        ("topic", "Year 4 phonics"),
        ("topic", "start of the season"),
        ("fit", "worked 6 years in care"),
        ("fit", "de facto team lead"),
        ("fit", "cooked à la carte"),
        ("fit", "approx. 30 clients a week"),
    ],
)
def test_what_reads_well_is_no_matter_for_asking(field: str, note: str) -> None:
    assert not unreadable(note, field, "en")


def test_what_is_left_out_beside_other_notes_is_shown() -> None:
    found = draft(
        f'{HELD}2026-03-04 15:20 debriefed {DANA} liked="decent lad" fit="ran two migrations"\n', "THX001", DANA
    )
    assert "decent lad" not in found.body
    assert "I ran two migrations" in found.body
    assert found.unsaid == ("decent lad",)


def test_a_part_that_fits_nowhere_is_shown_and_the_others_are_said() -> None:
    found = draft(f'{HELD}2026-03-04 15:20 debriefed {DANA} fit="drafted pleadings. notary"\n', "THX001", DANA)
    assert "I drafted pleadings" in found.body
    assert found.unsaid == ("notary",)


def test_every_sentence_of_a_phone_note_stands_on_it() -> None:
    [found] = made(f'{HELD}2026-03-04 15:20 debriefed {DANA} fit="6 yrs on a ward, did the rollout"\n', "THX001", DANA)
    assert isinstance(found, Draft)
    assert all(sentence.stands_on for sentence in found.sentences)


@pytest.mark.parametrize(
    ("field", "note", "words"),
    [
        ("liked", "kids so polite", "how polite the kids were"),
        ("liked", "mostly the people", "was the people"),
        ("liked", "looks well run", "that it looks well run"),
        ("liked", "looks after her team", "that you look after your team"),
        ("liked", "he's been there 20 yrs", "that you've been there 20 years"),
        ("liked", "he's relaxed", "that you're relaxed"),
        ("liked", "boss is an ex driver himself", "that the boss is an ex driver himself"),
        ("liked", "her drive, ambitious targets", "your drive and the ambitious targets"),
        ("topic", "ofsted due in may", "about Ofsted due in May"),
        ("topic", "van, phone + laptop", "about van, phone and laptop"),
        ("topic", "new menu in spring, veggie focus", "about the new menu in spring and veggie focus"),
        ("topic", "who id report to", "about who I'd report to"),
        ("fit", "i cut 120 reports lol. sql, python", "I cut 120 reports and bring my knowledge of SQL and Python"),
        ("fit", "my mum worked there", "My mum worked there."),
        ("fit", "split shifts ok for me", "Split shifts are fine for me."),
        ("fit", "forest school trained", "I am trained in forest school"),
        ("fit", "fully trained", "fully trained"),
        ("fit", "used same software", "I used the same software"),
        ("fit", "have own tools", "I have my own tools"),
        ("fit", "i code in r + python", "I code in R and Python"),
        ("fit", "grill, fry, garde manger", "garde manger"),
    ],
)
def test_other_shapes_of_hurried_notes(field: str, note: str, words: str) -> None:
    assert words in noted(field, note)


@pytest.mark.parametrize("note", ["me and her both trained there", "very pro", "lovely head"])
def test_what_nobody_can_turn_is_asked_for(note: str) -> None:
    assert note in unwritten(f'{HELD}2026-03-04 15:20 debriefed {DANA} liked="{note}"\n', "THX001", DANA).missing[0].ask


def test_two_things_that_were_liked_are_not_thought_of_as_one() -> None:
    body = draft(
        f'{HELD}2026-03-04 15:20 debriefed {DANA} liked="the kids. and that every class has a garden"\n'
        "2026-03-20 09:00 rejected\n",
        "BYE003",
    ).body
    assert "still think of" not in body
    assert "still remember" not in body


def test_a_note_in_another_language_beside_others_is_shown() -> None:
    story = f'{HELD}2026-03-04 15:20 debriefed {DANA} liked="sehr nett und offen" fit="ran two migrations"\n'
    [found] = made(story, "THX001", DANA, language="en")
    assert isinstance(found, Draft)
    assert "nett" not in found.body
    assert found.unsaid == ("sehr nett und offen",)


@pytest.mark.parametrize("typed", ["talk on sun exposure", "the last sat nav", "he sat by mon repos"])
def test_a_short_day_is_one_only_where_a_day_stands(typed: str) -> None:
    assert not any(day in written_out(typed) for day in ("Sunday", "Saturday", "Monday"))


def test_an_adjective_is_not_left_alone_by_its_scrap() -> None:
    assert "the clean, and it" not in noted("liked", "clean, well kept")


def test_of_what_runs_on_the_rest_of_the_list_is_said() -> None:
    story = f'{HELD}2026-03-04 15:20 debriefed {DANA} fit="drove vans 11 yrs clean licence, good w/ kids"\n'
    found = draft(story, "THX001", DANA)
    assert "I am good with kids" in found.body
    assert found.unsaid == ("drove vans 11 years clean licence",)
