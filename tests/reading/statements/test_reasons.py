"""Why it was a no."""

from __future__ import annotations

import pytest

from sincerely.reading.statements.reasons import says_why


@pytest.mark.parametrize(
    "text",
    [
        "We cannot consider you, because you do not hold the licence that we require.",
        "We have gone with someone with a bit more experience.",
        "We cannot go on, because we need somebody who drives.",
        "As your application shows no teaching licence, we cannot consider you.",
        "Je tiens à vous informer que, suite à une restructuration, nous ne donnerons pas suite.",
        "Ich muss Ihnen mitteilen, dass wir Sie nicht einladen können, weil der Führerschein fehlt.",
        "They chose another candidate who has more residential experience.",
        "Your qualifications do not meet the requirements of this post.",
        "Your score did not reach our benchmark.",
        "Your background is not the right fit for this role.",
        "Leider können wir Sie nicht einladen, weil der geforderte Abschluss fehlt.",
        "Da Sie nicht alle Prüfungen bestanden haben, können wir Sie nicht aufnehmen.",
        "Ihr Profil passt leider nicht ganz zu unseren Anforderungen.",
        "Leider haben wir momentan keine freie Stelle.",
        "Faute d'une maîtrise suffisante du néerlandais, votre candidature ne peut être retenue.",
        "Nous ne donnons pas suite, car le poste exige une expérience en néonatologie.",
        "Votre candidature ne répond pas aux exigences du poste.",
    ],
)
def test_a_sentence_says_why(text: str) -> None:
    assert says_why(text)


@pytest.mark.parametrize(
    "text",
    [
        "We have decided to move forward with other candidates.",
        "We have chosen candidates whose experience more closely matches our needs.",
        "The position has been filled.",
        "Because of the number of applications we cannot give feedback.",
        "Due to the high volume we are unable to consider you.",
        "I am sorry, as I know that you hoped for another answer.",
        "We have had no news since Monday.",
        "We regret that you were not selected, and wish you more luck.",
        "Wir haben uns für eine andere Bewerberin entschieden.",
        "Die Stelle wurde besetzt.",
        "Wegen der Vielzahl der Bewerbungen fiel die Wahl schwer.",
        "Nous ne donnerons pas suite à votre candidature.",
        "Thank you for your interest, because of which we met you.",
        "I am writing because we have decided not to proceed with your application.",
        "Since your application, we have reviewed all candidates and will not proceed.",
        "As you know, we will not be moving forward.",
        "As you may have guessed, we will not be moving forward.",
        "As the role has now been offered to somebody else, we will not proceed.",
        "Da wir Ihnen eine Absage erteilen müssen, wünschen wir Ihnen alles Gute.",
        "Please do not be discouraged because you were not selected.",
    ],
)
def test_a_no_needs_no_reason(text: str) -> None:
    assert not says_why(text)
