"""Which language a text is in, and that no mail is half of one and half of another."""

from __future__ import annotations

import pytest

from sincerely.writing.facts.grounds import Draft
from sincerely.writing.facts.languages import foreign, guess, language_of, languages_in

from .drafting import HELD, draft, made, unwritten

SPANISH = HELD.replace(
    'end="2026-03-04 15:00"',
    'end="2026-03-04 15:00" quote="Estimado Robin, nos gustaría hablar con usted el martes en nuestra oficina."',
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kannst du kommen?", "de"),
        ("Hast du Zeit?", "de"),
        ("Leiter des Teams", "de"),
        ("Vielen Dank für Ihre Nachricht", "de"),
        ("Thanks for your note on the role", "en"),
        ("We are on a call with the team", "en"),
        ("Nous vous remercions de votre candidature", "fr"),
        ("on a parlé du budget", "fr"),
        ("l'ambiance calme", "fr"),
        ("Merci pour ton message, je te rappelle", "fr"),
        ("Estimado Robin, gracias por su interés en el puesto.", "es"),
        ("Beste Robin, bedankt voor je sollicitatie. We willen je graag uitnodigen voor een gesprek.", "nl"),
        ("Gentile Robin, la ringraziamo per il suo interesse e la invitiamo a un colloquio.", "it"),
        ("Olá Robin, obrigado pela sua candidatura. Gostaríamos de falar com você.", "pt"),
        ("SQL", ""),
        ("12 rue de la Paix", ""),
        ("Le Meridien", ""),
        ("Interview: L'Oréal", ""),
        ("Zoom call, Los Angeles", ""),
        ("Merci, à mardi !", "fr"),
        ("", ""),
    ],
)
def test_a_text_is_told_by_its_small_words(text: str, language: str) -> None:
    assert language_of(text) == language
    assert guess(text) == (language if language in {"en", "de", "fr"} else "")


@pytest.mark.parametrize(
    ("note", "language", "is_foreign"),
    [
        ("la migration du CRM", "en", True),
        ("la migration du CRM", "de", True),
        ("la migration du CRM", "fr", False),
        ("the migration story", "fr", True),
        ("die Ruhe im Team", "fr", True),
        ("planning d'astreinte", "fr", False),
        ("récit du projet", "fr", False),
        ("Python", "fr", False),
        ("Leiter des Teams", "de", False),
        ("Was da los war", "de", False),
        ("pour-over coffee bar", "en", False),
        ("a ton of data", "en", False),
        ("the office at La Défense", "en", False),
        ("L'Oréal account", "en", False),
        ("Le Monde: Abos im Vertrieb", "de", False),
        ("el equipo es muy amable", "en", True),
        ("de sfeer in het team", "en", True),
    ],
)
def test_a_note_in_another_language_is_known(note: str, language: str, *, is_foreign: bool) -> None:
    assert foreign(note, language) is is_foreign


def test_where_no_drafts_are_written_the_whole_mail_is_english_and_says_so() -> None:
    for code, more in (
        ("WAIT003", ""),
        ("BYE001", "2026-03-20 09:00 rejected dana@acme.example\n"),
        ("OFF001", "2026-03-20 09:00 offered dana@acme.example\n"),
    ):
        found = draft(SPANISH + more, code)
        assert (found.language, found.their_language) == ("en", "Spanish")
        assert found.as_json()["their_language"] == "Spanish"
        assert found.body.startswith("Dear Dana,")


def test_english_and_what_is_chosen_say_nothing_of_another_language() -> None:
    assert draft(HELD, "WAIT003").their_language == ""
    assert "their_language" not in draft(HELD, "WAIT003").as_json()
    [chosen] = made(SPANISH, "WAIT003", language="fr")
    assert isinstance(chosen, Draft)
    assert (chosen.language, chosen.their_language) == ("fr", "")


def test_notes_in_their_language_are_asked_for_in_english_and_not_mixed_in() -> None:
    note = '2026-03-04 15:20 debriefed dana@acme.example liked="el equipo es muy amable" fit="dos años de SQL en el banco"\n'
    [asked] = unwritten(SPANISH + note, "THX001", "dana@acme.example").missing
    assert asked.what == "your notes in English"
    assert "They write in Spanish, in which no drafts are written" in asked.ask
    assert asked.how.startswith("sincerely debrief acme")
    both = note.replace('fit="dos', 'topic="the on-call rota" fit="dos')
    found = draft(SPANISH + both, "THX001", "dana@acme.example")
    assert "on-call rota" in found.body
    assert "equipo" not in found.body
    assert "años" not in found.body


def test_french_notes_for_an_english_mail_are_asked_for_in_english_or_the_mail_in_french() -> None:
    note = '2026-03-04 15:20 debriefed dana@acme.example liked="la franchise de votre équipe" fit="deux ans de SQL"\n'
    told = HELD.replace('end="2026-03-04 15:00"', 'end="2026-03-04 15:00" quote="We look forward to meeting you."')
    [asked] = unwritten(told + note, "THX001", "dana@acme.example").missing
    assert asked.what == "your notes in English"
    assert asked.how.endswith("--language fr")


def test_a_mail_in_two_languages_is_answered_in_the_persons_own() -> None:
    text = (
        "Guten Tag Frau Aubry\nBesten Dank für Ihre Bewerbung. Wir melden uns bis Freitag bei Ihnen.\n\n"
        "Bonjour Madame,\nNous vous remercions de votre candidature et revenons vers vous."
    )
    assert languages_in(text) == {"de", "fr"}
    assert languages_in("Bonjour,\n\nVoici les next steps du process pour votre candidature.\n\nCordialement") == {"fr"}
    assert languages_in("") == frozenset()
