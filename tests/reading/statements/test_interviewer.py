"""Whoever interviews others is no candidate there."""

from __future__ import annotations

import pytest

from sincerely.reading.statements.interviewer import interviews_others

MINE = {"robin", "vale"}


@pytest.mark.parametrize(
    "said",
    [
        ["You are scheduled to interview Ida Holm for Site Engineer on Friday.", "Please review the resume."],
        ["You'll be interviewing Ida Holm tomorrow at 10.", "The debrief is on Monday."],
        ["Your scorecard for Ida Holm is missing."],
        ["Interview: candidate Ida Holm", "Please complete the interviewer feedback."],
        ["Thank you for interviewing Ida Holm.", "Submit your feedback within 24 hours."],
        ["Interview: candidate Ida Holm", "Please complete your scorecard by Friday."],
        ["Gespräch mit der Bewerberin Ida Holm am Freitag.", "Bitte schick mir deinen Bewertungsbogen."],
        ["Vous recevrez la candidate Ida Holm vendredi.", "Merci de remplir la grille d'évaluation."],
    ],
)
def test_one_who_interviews_others(said: list[str]) -> None:
    assert interviews_others(said, MINE)


@pytest.mark.parametrize(
    "said",
    [
        ["You are scheduled to interview with Ida Holm on Friday.", "The hiring committee meets on Monday."],
        ["You are invited to interview Friday at 10.", "The candidate should bring a passport."],
        ["You will interview Thursday at our office.", "Please bring the CV."],
        ["You'll interview Ida Holm, our CTO, on Friday."],  # said loosely, of who interviews
        ["You are scheduled to interview Ida Holm.", "Thank you for your application.", "The panel has the resume."],
        ["Interview: candidate Robin Vale", "Ida Holm will complete the scorecard."],
        ["We score each answer; the scorecard is explained in the candidate guide."],
        ["We would like to interview you.", "Please send the CV."],
        ["Please complete the candidate assessment by Friday.", "Instructions for the candidate are attached."],
        ["Please complete the candidate feedback form.", "How each candidate feels matters to us."],
        ["You will interview On-site.", "Bring the application form."],
        ["You're interviewing Larch next week!", "Read the interview guide."],
        ["You'll interview Ida Holm's team first.", "The hiring committee meets on Friday."],
        ["You will interview Ida Holm, who plays a customer.", "The hiring panel watches, then there is a debrief."],
        ["In a mock exercise you interview Ida Holm.", "The debrief follows at once."],
        [
            "Your interview for the Hiring Manager role is confirmed.",
            "There you review the CV and fill in a scorecard.",
        ],
        [
            "Ihr Vorstellungsgespräch ist am Freitag.",
            "Im Fall füllen Sie den Bewertungsbogen aus, den Bewertungsbogen bringen wir mit.",
        ],
        ["Bitte füllen Sie den Beurteilungsbogen nach dem Schnuppertag gemeinsam aus."],
        ["In the case study you complete a scorecard."],
        ["You did well: your scorecard is attached.", "Each candidate gets one."],
        ["Kim will interview you, Ida Holm sits in.", "Bring the portfolio."],
    ],
)
def test_one_who_is_interviewed(said: list[str]) -> None:
    assert not interviews_others(said, MINE)


def test_a_mailbox_that_spells_no_name_is_not_held_against_the_candidate() -> None:
    said = ["Candidate: Robin Vale", "Please complete the candidate evaluation by Friday."]
    assert not interviews_others(said, {"rv"})
    assert interviews_others(["Candidate: Ida Holm", said[1]], MINE)
