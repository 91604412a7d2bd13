"""Every kind of mail in French: what it says, to whom, on what, and how the gate reads it."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sincerely.app.drafts.drafting import Plain, Wish, drafts
from sincerely.app.outgoing.reviewing import Beside, review_beside
from sincerely.app.processes.papers import Lines
from sincerely.app.today.policies import load_policy
from sincerely.core.process import Process
from sincerely.gate.message import Mailbox, Outgoing
from sincerely.gate.purpose import Purpose, read
from sincerely.writing.facts.grammar import Plan
from sincerely.writing.facts.grounds import Draft, Ground
from sincerely.writing.facts.situation import Style
from sincerely.writing.french import drafts as french
from sincerely.writing.provenance import invented

from .drafting import process

HEAD = 'process delorme employer="Delorme" role="Analyste de données (H/F)" zone=Europe/Paris country=FR'
AGENCY = f"{HEAD} via=agency consultant=sophie.martin@cabinet.example"
POLITE, CLOSE = "Nous vous confirmons votre entretien.", "Je te confirme ton entretien."
MET = """
2026-03-02 09:00 scheduled camille.roy@delorme.example, jean.petit@delorme.example start="2026-03-04 14:00" end="2026-03-04 15:00" quote="{quote}"
2026-03-04 15:00 interviewed camille.roy@delorme.example, jean.petit@delorme.example
"""
CAMILLE = (
    '2026-03-04 15:20 debriefed camille.roy@delorme.example liked="comment elle anime les rétros" '
    'topic="on a parlé du planning d\'astreinte" fit="mené deux migrations" send="le lien vers mon portfolio"\n'
)
JEAN = (
    '2026-03-04 15:25 debriefed jean.petit@delorme.example liked="sa franchise" topic="l\'équipe va doubler" '
    "fit=\"ils cherchent quelqu'un de patient ↔ j'ai formé douze collègues à SQL\"\n"
)
NOTES = CAMILLE + JEAN
REFEREE = "2026-03-05 11:00 asked kim.odell@uni.example\n"
AGREED = REFEREE + "2026-03-05 15:00 agreed kim.odell@uni.example\n"
NAMED = AGREED + "2026-03-06 09:05 named kim.odell@uni.example\n"
NO = "2026-03-20 09:00 rejected camille.roy@delorme.example\n"
OTHER = 'process other employer="Globex" role="Analyst" zone=Europe/London country=GB\n2026-03-20 09:00 offered by=2026-03-27\n'
CHECKED = "2026-03-17 09:30 wrote camille.roy@delorme.example purpose=check-in\n"
POSTING = Ground("posting", "Vous avez une bonne maîtrise de SQL et le sens du service.", "posting:2")
CV = Ground("cv", "- Formation de douze collègues à SQL, dont trois à distance", "cv:3")
KIND = {
    "thank-you": ("THX001", "", ""),
    "thank-you, promised": ("THX001", "", "2026-03-04 15:00 promised by=2026-03-13\n"),
    "check-in": ("WAIT003", "", ""),
    "check-in, promised": ("WAIT003", "", "2026-03-04 15:00 promised by=2026-03-13\n"),
    "check-in, second": ("WAIT003", "", CHECKED),
    "accept-silence": ("WAIT005", "", CHECKED),
    "hand-in": ("ASK001", "cv", "2026-03-05 10:00 requested cv by=2026-03-09\n"),
    "hand-in, told": ("ASK001", "salary", "2026-03-05 10:00 requested salary\n"),
    "hand-in, references": ("ASK001", "references", "2026-03-05 10:00 requested references\n" + AGREED),
    "answer": ("WAIT004", "", "2026-03-05 10:00 heard camille.roy@delorme.example asks=yes\n"),
    "reference-request": ("REF001", "kim.odell@uni.example", "2026-03-05 10:00 requested references by=2026-03-12\n"),
    "reference-reminder": ("REF004", "", REFEREE),
    "heads-up": ("heads-up", "kim.odell@uni.example", AGREED),
    "briefing": ("briefing", "kim.odell@uni.example", NAMED),
    "reference-outcome, no": ("REF006", "", NAMED + NO),
    "reference-outcome, yes": ("REF006", "", NAMED + "2026-03-20 09:00 offered\n2026-03-22 09:00 accepted\n"),
    "ask-why": ("BYE001", "", NO),
    "reply to a reason": ("BYE001", "", NO.replace("example\n", 'example reason="plus d\'expérience"\n')),
    "stay-in-touch": ("BYE003", "", NO),
    "withdrawal": ("OFF003", "", f"{OTHER}2026-03-23 09:00 accepted\n"),
    "offer-thanks": ("OFF001", "", "2026-03-20 09:00 offered camille.roy@delorme.example\n"),
    "offer-thanks, dated": ("OFF001", "", "2026-03-20 09:00 offered camille.roy@delorme.example by=2026-03-27\n"),
    "tell-others": ("OFF002", "", OTHER),
    "ask-address": ("ask-address", "", '2026-03-04 15:00 interviewed "Anne Morel"\n'),
    "withdraw-reference": ("withdraw-reference", "", NAMED + "2026-03-07 10:00 declined kim.odell@uni.example\n"),
}  # fmt: skip
# Words of English, and none of French.
_ENGLISH = frozenset(
    """the and to of you your we for is that with have will be are our it this at please from thank us would by was has my
    how they i about role position job interview team thanks dear regards best wishes kind offer week on""".split()
) - {"on", "offer", "job", "interview"}
# What would go with who writes, or who reads: the one is a man as often as a woman.
_SEXED = re.compile(
    r"\b(?:ravie?|heureu(?:x|se)|intéressée?|désolée?|reconnaissante?|contente?|motivée?|candidate?|enchantée?|disponible|certaine?"
    r"|m'avoir reçue?|retenue?|prête?|touchée?|impressionnée?|convaincue?)\b",
    re.IGNORECASE,
)


def said(code: str, who: str, more: str, *, head: str = HEAD, tu: bool = False) -> list[Draft]:
    of = story(more, head=head, tu=tu)
    background = Plain(style=Style(name="Robin Vale"), cv=(CV,), posting=(POSTING,))
    words = "" if code == "OFF001" else "Mardi à 10 h me convient très bien."
    found = drafts(of, code, background, Wish(who, words, "fr"))
    made = [each for each in found if isinstance(each, Draft)]
    assert made, found
    return made


def story(more: str, *, head: str = HEAD, tu: bool = False) -> Process:
    return process(head + MET.format(quote=CLOSE if tu else POLITE) + NOTES + more, "delorme")


def mail_of(found: Draft) -> Outgoing:
    return Outgoing(
        text=found.body, own=((0, len(found.body)),), sender=Mailbox("Robin Vale", "robin@mail.example"),
        to=(Mailbox("", found.to),), subject=found.subject, attachments=tuple(f"{name}.pdf" for name in found.attach),
    )  # fmt: skip


every = pytest.mark.parametrize("kind", KIND)
both = pytest.mark.parametrize("tu", [False, True], ids=["vous", "tu"])


@every
@both
@pytest.mark.parametrize("head", [HEAD, AGENCY], ids=["direct", "agency"])
def test_every_sentence_is_french_and_stands_on_something(kind: str, head: str, *, tu: bool) -> None:
    for found in said(*KIND[kind], head=head, tu=tu):
        assert found.language == "fr"
        assert found.formal is not tu
        assert all(sentence.stands_on for sentence in found.sentences)
        assert all(sentence.text in found.body for sentence in found.sentences)
        told = f"{found.subject} {found.body}"
        assert not {word.casefold() for word in re.findall(r"[^\W\d_]+", told)} & _ENGLISH, told
        assert not re.search(r"[{}<>\[\]]", told), told
        assert not _SEXED.search(told.replace("retirer", "")), told
        assert not re.search(r" [?!:;»]|« |\s,|\bde le\b|\bà le\b|\bque (?:il|on|elle)|\b[dlj]e [aeiouéèêâ]", told), (
            told
        )


@every
@both
def test_nothing_is_said_that_no_ground_has(kind: str, *, tu: bool) -> None:
    of = story(KIND[kind][2], tu=tu)
    days = [event.at.date() for event in of.events]
    days += [by for event in of.events if (by := getattr(event, "by", None)) is not None]
    for found in said(*KIND[kind], tu=tu):
        grounds = [ground.text for sentence in found.sentences for ground in sentence.stands_on]
        assert not invented(
            found.body, [*grounds, "Robin Vale"], [*days, datetime(2026, 3, 27, tzinfo=UTC).date()], "fr"
        )


PASSES = {
    "thank-you": ("2026-03-05 10:00", Purpose.THANKS),
    "thank-you, promised": ("2026-03-05 10:00", Purpose.THANKS),
    "check-in": ("2026-03-16 11:00", Purpose.NUDGE),
    "check-in, promised": ("2026-03-18 11:00", Purpose.NUDGE),
    "check-in, second": ("2026-03-26 11:00", Purpose.NUDGE),
    "accept-silence": ("2026-05-26 11:00", None),
    "hand-in": ("2026-03-05 12:00", Purpose.HAND_IN),
    "hand-in, told": ("2026-03-05 12:00", None),
    "answer": ("2026-03-05 12:00", None),
    "reference-request": ("2026-03-05 12:00", None),
    "reference-reminder": ("2026-03-12 12:00", None),
    "ask-why": ("2026-03-23 11:00", Purpose.ASK_WHY),
    "reply to a reason": ("2026-03-23 11:00", None),
    "stay-in-touch": ("2026-06-23 11:00", Purpose.IN_TOUCH),
    "withdrawal": ("2026-03-23 12:00", Purpose.WITHDRAWAL),
    "offer-thanks": ("2026-03-20 12:00", None),
    "offer-thanks, dated": ("2026-03-20 12:00", None),
    "tell-others": ("2026-03-20 12:00", Purpose.DEADLINE),
}


@pytest.mark.parametrize("kind", PASSES)
@both
@pytest.mark.parametrize("head", [HEAD, AGENCY], ids=["direct", "agency"])
def test_the_gate_passes_it_for_what_it_is(kind: str, head: str, *, tu: bool) -> None:
    code, who, more = KIND[kind]
    at, purpose = PASSES[kind]
    of = story(more, head=head, tu=tu)
    for found in said(code, who, more, head=head, tu=tu):
        mail = mail_of(found)
        now = datetime.fromisoformat(at).replace(tzinfo=UTC)
        verdict = review_beside(mail, of, now, Beside((), Lines()), policy=load_policy()).verdict
        assert [finding.code for finding in verdict.findings] == [], found.body
        reading = read(mail, rejected="rejected" in more, answers=False)
        assert reading.main is purpose or purpose is None, found.body
        assert reading.nudges is (purpose is Purpose.NUDGE), found.body


@every
@both
@pytest.mark.parametrize("head", [HEAD, AGENCY], ids=["direct", "agency"])
def test_no_draft_has_a_wrong_name_a_gap_a_missing_file_or_is_thin(kind: str, head: str, *, tu: bool) -> None:
    code, who, more = KIND[kind]
    of = story(more, head=head, tu=tu)
    now = datetime.fromisoformat(PASSES.get(kind, ("2026-03-24 12:00", None))[0]).replace(tzinfo=UTC)
    for found in said(code, who, more, head=head, tu=tu):
        verdict = review_beside(mail_of(found), of, now, Beside((), Lines()), policy=load_policy()).verdict
        assert not {f.code for f in verdict.findings} & {"OUT004", "OUT005", "OUT006", "OUT007", "OUT009", "OUT015"}, (
            found.body
        )


def test_thank_yous_share_no_sentence_and_swapped_notes_change_every_one_of_substance() -> None:
    camille, jean = said("THX001", "", "")
    assert (camille.to, jean.to) == ("camille.roy@delorme.example", "jean.petit@delorme.example")
    ours = {s.text for s in camille.sentences if s.part != "greeting"}
    assert not ours & {s.text for s in jean.sentences}
    assert "comment vous animez les rétros" in camille.body
    assert "votre franchise" in jean.body
    swapped = {"camille.roy": "jean.petit", "jean.petit": "camille.roy"}
    notes = re.sub(r"camille\.roy|jean\.petit", lambda m: swapped[m[0]], NOTES)
    of = process(HEAD + MET.format(quote=POLITE) + notes, "delorme")
    for one, other in zip((camille, jean), drafts(of, "THX001", Plain(style=Style(name="Robin Vale")), Wish(language="fr")), strict=True):  # fmt: skip
        assert isinstance(other, Draft)
        kept = {s.text for s in one.sentences} & {s.text for s in other.sentences}
        assert {s.part for s in one.sentences if s.text in kept} <= {"greeting", "thanks", "close", "padding"}
        assert any(s.part == "body" for s in one.sentences)


@both
def test_a_thank_you_has_sixty_to_a_hundred_and_fifty_words(*, tu: bool) -> None:
    for note in ('liked="la franchise"', 'fit="mené deux migrations"', 'topic="le budget"'):
        of = process(HEAD + MET.format(quote=CLOSE if tu else POLITE) + f"2026-03-04 15:20 debriefed jean.petit@delorme.example {note}\n", "delorme")  # fmt: skip
        [found] = drafts(of, "THX001", Plain(style=Style(name="Robin Vale")), Wish("jean.petit@delorme.example"))
        assert isinstance(found, Draft)
        assert 60 <= mail_of(found).word_count <= 150, found.body
    for found in said("THX001", "", "", tu=tu):
        assert 60 <= mail_of(found).word_count <= 150


@both
def test_a_check_in_is_short_and_the_second_the_last(*, tu: bool) -> None:
    for kind in ("check-in", "check-in, promised", "check-in, second"):
        [found] = said(*KIND[kind], tu=tu)
        assert mail_of(found).word_count <= 90
        assert ("la dernière fois" in found.body) is (kind == "check-in, second")
    assert "d'ici au vendredi 13 mars" in said(*KIND["check-in, promised"], tu=tu)[0].body


def test_a_thread_in_french_is_gone_on_with_in_french() -> None:
    of = story("")
    [found, _] = drafts(of, "THX001", Plain(style=Style(name="Robin Vale")))
    assert isinstance(found, Draft)
    assert (found.language, found.formal) == ("fr", True)
    [found, _] = drafts(story("", tu=True), "THX001", Plain(style=Style(name="Robin Vale")))
    assert isinstance(found, Draft)
    assert (found.language, found.formal) == ("fr", False)
    assert found.body.startswith("Bonjour Camille,")
    assert found.body.endswith("Bien à toi,\nRobin")


def test_to_a_referee_who_says_tu_no_vous_is_said() -> None:
    for kind in ("reference-request", "reference-reminder", "heads-up", "briefing", "reference-outcome, no"):
        [found] = said(*KIND[kind], tu=True)
        words = re.findall(r"\w+", re.sub(r"^- .*$", "", found.body, flags=re.MULTILINE).casefold())
        assert not {"vous", "votre", "vos"} & set(words) or found.formal, found.body


def test_the_question_when_goes_to_one_person_and_only_where_no_date_is_known() -> None:
    assert [each.body.count("pour quelle date") for each in said("THX001", "", "")] == [1, 0]
    promised = [each.body for each in said(*KIND["thank-you, promised"])]
    assert not any("pour quelle date" in body for body in promised)
    assert ["vendredi 13 mars" in body for body in promised] == [True, False]


def test_why_is_asked_once_and_not_where_the_reason_is_known() -> None:
    assert said(*KIND["ask-why"])[0].body.count("?") == 1
    known = said(*KIND["reply to a reason"])[0].body
    assert "?" not in known
    assert "la raison de ce choix" in known


def test_an_offers_date_is_asked_only_where_unknown_and_another_offer_names_nobody() -> None:
    assert "pour quand" in said(*KIND["offer-thanks"])[0].body
    assert "vendredi 27 mars" in said(*KIND["offer-thanks, dated"])[0].body
    assert "?" not in said(*KIND["offer-thanks, dated"])[0].body
    assert "Globex" not in said(*KIND["tell-others"])[0].body


def test_a_briefing_has_the_postings_words_the_fit_and_the_cv() -> None:
    [found] = said(*KIND["briefing"])
    for words in (POSTING.text, "J'ai mené deux migrations", "Formation de douze collègues à SQL"):
        assert f"- {words}" in found.body


def test_no_mail_through_a_consultant_speaks_to_the_interviewer() -> None:
    camille, jean = said("THX001", "", "", head=AGENCY)
    assert "comment elle anime les rétros" in camille.body
    assert "sa franchise" in jean.body
    assert camille.to == jean.to == "sophie.martin@cabinet.example"


def test_what_is_handed_in_is_named_and_attached() -> None:
    [found] = said(*KIND["hand-in"])
    assert found.attach == ("CV",)
    assert "en pièce jointe mon CV" in found.body


def test_a_fit_that_no_sentence_can_take_is_said_to_the_person() -> None:
    note = '2026-03-04 15:20 debriefed camille.roy@delorme.example liked="la franchise" fit="leur équipe est petite"\n'
    of = process(HEAD + MET.format(quote=POLITE) + note, "delorme")
    [found] = drafts(of, "THX001", Plain(), Wish("camille.roy@delorme.example"))
    assert isinstance(found, Draft)
    assert found.unsaid == ("leur équipe est petite",)


@pytest.mark.parametrize("plan", french.PLANS.values(), ids=french.PLANS)
def test_templates_say_nothing_of_anybodys_sex(plan: Plan) -> None:
    for template in (t for each in plan.moves for tier in each.tiers for t in tier):
        assert not _SEXED.search(template), template


WORDS = st.lists(
    st.sampled_from(
        "le la l'équipe les elle ils on a ont mené géré comment que qu'elle sa ses leur mon accueil et avec pour du SQL très je ↔ ; ,".split()
    ),
    max_size=70,
).map(" ".join)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(liked=WORDS, fit=WORDS, topic=WORDS, send=WORDS)
def test_of_any_notes_it_has_sixty_to_a_hundred_and_fifty_words_and_nothing_invented(
    liked: str, fit: str, topic: str, send: str
) -> None:
    note = f'debriefed jean.petit@delorme.example liked="{liked}" fit="{fit}" topic="{topic}" send="{send}"'
    of = process(HEAD + MET.format(quote=POLITE) + f"2026-03-04 15:20 {note}\n", "delorme")
    [found] = drafts(of, "THX001", Plain(style=Style(name="Robin Vale")), Wish("jean.petit@delorme.example"))
    if isinstance(found, Draft):
        assert 60 <= found.words <= 150, found.body
        grounds = [ground.text for sentence in found.sentences for ground in sentence.stands_on]
        days = [interview.end.date() for interview in of.interviews]
        assert not invented(found.body, [*grounds, "Robin Vale"], days, "fr"), found.body
