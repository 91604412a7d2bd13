"""Notes as people type them on the way home, and the sentences that they become."""

from __future__ import annotations

import pytest

from sincerely.writing.facts.grounds import Draft
from sincerely.writing.words.clipping import is_private, says_nothing
from sincerely.writing.words.spelling import spelled

from .drafting import HELD, draft, made, unwritten

DANA = "dana@acme.example"


def noted(field: str, note: str, who: str = DANA) -> str:
    """Return the sentences of a thank-you that stand on one note."""
    told = note.replace('"', '\\"')
    found = draft(f'{HELD}2026-03-04 15:20 debriefed {who} {field}="{told}"\n', "THX001", who)
    return " ".join(s.text for s in found.sentences if any(g.kind == "debrief" for g in s.stands_on))


FITS = [
    ("python", "my knowledge of Python"),
    ("SQL, Python, Tableau", "my knowledge of SQL, Python and Tableau"),
    ("german and english", "my German and English"),
    ("good with people", "I am good with people"),
    ("very organised", "I am very organised"),
    ("I'm good with people", "I am good with people"),
    ("organised", "I am organised"),
    ("organised two conferences", "I organised two conferences"),
    ("trained twelve colleagues", "I trained twelve colleagues"),
    ("quick learner", "I am a quick learner"),
    ("early riser", "I am an early riser"),
    ("team lead at a bakery", "I have been a team lead at a bakery"),
    ("responsible for stock", "I have been responsible for stock"),
    ("in charge of the till", "I have been in charge of the till"),
    ("since 2019 in logistics", "I have been in logistics since 2019"),
    ("learn fast", "I learn fast"),
    ("use Looker daily", "I use Looker daily"),
    ("led team of 5", "I led a team of 5"),
    ("manged the move", "I managed the move"),
    ("native german", "I am a native speaker of German"),
    ("driving licence", "my driving licence"),
    ("10 yrs logistics", "10 years of logistics"),
    ("PhD in biology", "my PhD in biology"),
    ("CRM experience", "my CRM experience"),
    ("lots of experience with CRM", "is lots of experience with CRM"),
    ("same stack as my last job", "the same stack as my last job"),
    ("no experience with SAP but learn fast", "I learn fast"),
    ("new CRM ↔ did a migration", "a new CRM"),
    ("someone who speaks German ↔ German native", "I am a native speaker of German"),
    ("he said my project fits", "I was glad to hear you say that my project fits"),
    ("they liked the migration", "I was glad that you liked the migration"),
    ("bakery", ": bakery."),
    ("customer service", ": customer service."),
    ("exactly what I did at Kestrel", ": exactly what I did at Kestrel."),
]


@pytest.mark.parametrize(("note", "words"), FITS)
def test_where_somebody_fits(note: str, words: str) -> None:
    assert words in noted("fit", note)


LIKED = [
    ("they liked the migration", "I was glad that you liked the migration"),
    ("honest about the hard parts", "how honest you were about the hard parts"),
    ("friendly and open", "how friendly and open you were"),
    ("no politics", "that there are no politics"),
    ("no dress code", "that there is no dress code"),
    ("liked how she explained the roadmap", " how you explained the roadmap"),
    ("loved the garden", " the garden"),
    ("felt welcome", "I felt welcome"),
    ("asked good questions", "that you asked good questions"),
    ("it's a small team", "that it's a small team"),
    ("the way Dana runs the team", " the way you run the team"),
    ("interesting questions about SQL", "the interesting questions about SQL"),
    ("4-day week", "the 4-day week"),
    ("the coffee :)", " the coffee"),
    ("Team of 4, moving to new CRM", ": team of 4, moving to a new CRM"),
    ("my time at the bakery", "that my time at the bakery came up"),
    ("moving to a new CRM", ": moving to a new CRM"),
    ("Tom", " Tom"),
    ("open source", " open source"),
    ("she has been there for 12 years and still likes it", "that you have been there for 12 years and still like it"),
]


@pytest.mark.parametrize(("note", "words"), LIKED)
def test_what_was_liked(note: str, words: str) -> None:
    said = noted("liked", note)
    assert words in said
    assert "the the" not in said


TOPICS = [
    ("my time at the bakery", "about my time at the bakery"),
    ("about the migration", "about the migration"),
    ("asked about my project", "about my project"),
    ("start date", "about the start date"),
    ("team structure, budget, next steps", "about the team structure, the budget and the next steps"),
    ("new CRM", "about the new CRM"),
    ("travel 20%", ": travel 20%"),
    ("they use excel for everything", "that you use Excel for everything"),
]


@pytest.mark.parametrize(("note", "words"), TOPICS)
def test_what_was_talked_about(note: str, words: str) -> None:
    said = noted("topic", note)
    assert words in said
    assert "about about" not in said


@pytest.mark.parametrize("note", ["my time at the bakery", "whether I can travel"])
def test_what_the_person_told_is_not_what_they_were_told(note: str) -> None:
    for who in (DANA, "lee@acme.example"):
        said = noted("topic", note, who)
        assert "you told me" not in said
        assert "hear" not in said


def test_a_colleagues_name_keeps_its_capital() -> None:
    assert "Dana's path" in noted("topic", "dana's path into the firm", "lee@acme.example")


@pytest.mark.parametrize(
    "note", ["n/a", "?", "-", "none", "not much", "nothing really", "not sure", "keine Ahnung", "small talk"]
)
def test_a_note_that_says_nothing_is_no_ground(note: str) -> None:
    assert says_nothing(note)
    for field in ("liked", "topic", "fit"):
        assert unwritten(f'{HELD}2026-03-04 15:20 debriefed {DANA} {field}="{note}"\n', "THX001", DANA).missing


@pytest.mark.parametrize(
    "note", ["salary", "salary 55k", "30 days holiday", "gaps in my CV", "my weaknesses", "why I left", "Gehalt"]
)
def test_pay_and_gaps_are_no_matter_for_thanks(note: str) -> None:
    assert is_private(note)
    body = draft(f'{HELD}2026-03-04 15:20 debriefed {DANA} topic="{note}" liked="the calm"\n', "THX001", DANA).body
    assert note not in body


@pytest.mark.parametrize(
    "note", ["how salary runs are checked", "the holiday season in the shops", "how they pay attention to detail"]
)
def test_the_work_itself_is(note: str) -> None:
    assert not is_private(note)


def test_notes_in_another_language_are_no_part_of_a_mail() -> None:
    quoted = HELD.replace('end="2026-03-04 15:00"', 'end="2026-03-04 15:00" quote="We look forward to seeing you."')
    both = f'2026-03-04 15:20 debriefed {DANA} liked="the calm" fit="habe zwei Migrationen geleitet"\n'
    found = draft(quoted + both, "THX001", DANA)
    assert (found.language, "Migrationen" in found.body) == ("en", False)
    only = f'2026-03-04 15:20 debriefed {DANA} fit="ich habe zwei Migrationen geleitet"\n'
    [asked] = unwritten(quoted + only, "THX001", DANA).missing
    assert "The mail is in English" in asked.ask
    assert "--language de" in asked.how


def test_no_two_colleagues_read_that_something_was_mentioned_in_the_same_words() -> None:
    notes = "".join(
        f'2026-03-04 15:2{n} debriefed {who} topic="{topic}"\n'
        for n, (who, topic) in enumerate([(DANA, "the budget is tight"), ("lee@acme.example", "the team will double")])
    )
    dana, lee = (each.body for each in made(HELD + notes, "THX001") if isinstance(each, Draft))
    assert "You mentioned that" not in dana or "You mentioned that" not in lee


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("python and sap since friday", "Python and SAP since Friday"),
        ("recieved teh crm", "received the CRM"),
        ("moving to new CRM", "moving to a new CRM"),
        ("their new CRM", "their new CRM"),
        ("people who excel at sums", "people who excel at sums"),
        ("sheets in excel", "sheets in Excel"),
        ("i use r, see github.com/x", "I use r, see github.com/x"),
        ("German-speaking, german-speaking", "German-speaking, German-speaking"),
        ("we may march", "we may march"),
    ],
)
def test_only_what_can_mean_nothing_else_is_written_anew(text: str, right: str) -> None:
    assert spelled(text, "en") == right


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("led 5 people, trained nine", "I led 5 people and trained nine"),
        ("ran the till; good with people", "I ran the till and am good with people"),
        ("calm, patient, punctual", "I am calm, patient and punctual"),
        ("python, 3 years at a bakery", "my knowledge of Python and 3 years at a bakery"),
        ("German, English, some Polish", "my German, my English and some Polish"),
        ("3 yrs at a bakery; good with people", ": 3 years at a bakery; good with people"),
        ("ran stock control, cutting waste by a fifth", "I ran stock control, cutting waste by a fifth"),
        ("managed rota w/ 12 ppl", "I managed a rota with 12 people"),
        ("trained apprentices & ran the till", "I trained apprentices and ran the till"),
        ("sb who can do rotas -> did the rota", "somebody who can do rotas"),
    ],
)
def test_several_notes_in_one(note: str, words: str) -> None:
    assert words in noted("fit", note)


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("early starts, waste", "about early starts and waste"),
        ("moving to new till system", "moving to a new till system"),
    ],
)
def test_several_topics_in_one(note: str, words: str) -> None:
    assert words in noted("topic", note)


@pytest.mark.parametrize(
    ("field", "note", "words"),
    [
        ("liked", "down to earth", "how down-to-earth you were"),
        ("liked", "v welcoming", "how welcoming you were"),
        ("liked", "super friendly", "how friendly you were"),
        ("liked", "clear about what they want", "how clear you were about what you want"),
        ("liked", "knows her stuff", "that you know your stuff"),
        ("liked", "feels like a family", "that it feels like a family"),
        ("liked", "apprentices get time off to study", "that apprentices get time off to study"),
        ("liked", "remote-first", ": remote-first."),
        ("liked", "like a family", ": like a family."),
        ("liked", "van provided", ": van provided."),
        ("liked", "liked: the garden", " the garden"),
        ("topic", "team of 6 - 2 juniors", ": team of 6 - 2 juniors"),
        ("topic", "KPI's", "about KPIs"),
        ("fit", "registered nurse since 2012", "I have been a registered nurse since 2012"),
        ("fit", "can do nights", "I can do nights"),
        ("fit", "happy to do nights", "I am happy to do nights"),
        ("fit", "available immediately", "I am available immediately"),
        ("fit", "never late", "I am never late"),
        ("fit", "don't mind weekends", "I don't mind weekends"),
        ("fit", "A level maths", "my A level maths"),
        ("fit", "always worked in retail", "I have always worked in retail"),
        ("fit", "18th edition", ": 18th edition"),
        ("fit", "she thinks I'd be good at it", "I was glad to hear that you think that I'd be good at it"),
        ("fit", "need: someone organised; me: ran the timetable", "someone organised"),
    ],
)
def test_what_people_of_every_trade_write(field: str, note: str, words: str) -> None:
    assert words in noted(field, note)


def test_a_question_that_is_still_open_is_no_topic() -> None:
    story = f'{HELD}2026-03-04 15:20 debriefed {DANA} topic="is the role new?" liked="the calm"\n'
    assert "is the role new" not in draft(story, "THX001", DANA).body


@pytest.mark.parametrize(
    ("note", "words"), [("Peru", "about Peru"), ("Ofsted", "about Ofsted"), ("Onboarding", "about onboarding")]
)
def test_the_capital_of_a_notes_beginning_goes_and_that_of_a_name_stays(note: str, words: str) -> None:
    assert words in noted("topic", note)


def test_what_was_noted_of_one_of_a_panel_is_not_written_to_another() -> None:
    story = HELD + '2026-03-04 15:20 debriefed liked="how she explained the roadmap" topic="the on-call rota"\n'
    found = made(story, "THX001")
    assert all("how she explained" not in each.body for each in found if isinstance(each, Draft))
    own = HELD + f'2026-03-04 15:20 debriefed {DANA} liked="how she explained the roadmap"\n'
    assert "how you explained the roadmap" in draft(own, "THX001", DANA).body


@pytest.mark.parametrize(
    ("field", "first", "second", "words"),
    [
        ("fit", "ran the till", "good with people", "I ran the till and am good with people"),
        ("fit", "3 years at a bakery", "good with people", ": 3 years at a bakery; good with people"),
        ("liked", "the calm", "the garden", "the calm and the garden"),
        ("liked", "felt welcome", "the garden", "I felt welcome."),
    ],
)
def test_two_notes_of_one_person_are_joined_only_where_and_may_stand(
    field: str, first: str, second: str, words: str
) -> None:
    story = "".join(f'2026-03-04 15:2{n} debriefed {DANA} {field}="{note}"\n' for n, note in enumerate((first, second)))
    assert words in draft(HELD + story, "THX001", DANA).body


@pytest.mark.parametrize(
    ("field", "note", "words"),
    [
        ("fit", "my time at the bakery. good w/ people", ": my time at the bakery; good with people"),
        ("liked", "how she runs the shift; team of 4", "how you run the shift"),
        ("topic", "Early starts. my commute?", "about early starts"),
        ("fit", "they need calm person <-> answered calls", " a calm person"),
    ],
)
def test_notes_that_begin_small_are_notes_of_their_own(field: str, note: str, words: str) -> None:
    assert words in noted(field, note)
