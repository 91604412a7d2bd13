"""German and French sentences that only tell are calm; those that strike, demand, mock or beg are left to the encoder."""

from __future__ import annotations

import pytest

from sincerely.gate.tone import Heard, hear
from sincerely.gate.tone_foreign import is_calm


@pytest.mark.parametrize(
    "sentence",
    [
        "Wir haben die Ausfallzeiten um ein Drittel gesenkt.",
        "Der Dienstplan ist leider gekürzt worden.",
        "Ich habe bei meinem letzten Arbeitgeber eine Abteilung geleitet.",
        "Bitte entschuldigen Sie die späte Antwort.",
        "Falls Sie Rückfragen haben, erreichen Sie mich unter der bekannten Nummer.",
        "Ich muss Ihr Angebot leider ablehnen, da ich mich anders entschieden habe.",
        "Ohne Ihre Hilfe hätte ich den Ansprechpartner nicht gefunden.",
        "Ich suche eine Aufgabe, die mich fordert.",
        "Nous avons réduit les pannes d'un tiers.",
        "Veuillez excuser ma réponse tardive.",
        "Je souhaite une mission exigeante.",
        "Sans votre aide, je n’aurais pas trouvé le bon interlocuteur.",
        "Bonjour Madame Morin, je suis bloquée derrière un accident, j'aurai un quart d'heure de retard.",
        "Guten Morgen Frau Kroll, mein Zug steht, ich bin um zwanzig nach zehn da.",
        "Sie erreichen mich ab vier unter der bekannten Nummer.",
        "Vous pouvez me rappeler au numéro ci-dessous.",
        "Entschuldigen Sie die Verspätung, aber ich stand im Stau.",
        "Ich habe in einer Firma gelernt, und dort habe ich auch ausgebildet.",
        "Ich verdiene derzeit 3200 Euro im Monat.",
    ],
)
def test_what_only_tells(sentence: str) -> None:
    assert is_calm(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Danke für nichts.",
        "Ihr Verlust.",
        "Das war reine Zeitverschwendung.",
        "Der Interviewer starrte nur auf sein Handy.",
        "Bei meinem alten Arbeitgeber wird man wie Dreck behandelt.",
        "Ich verlange bis morgen eine Begründung.",
        "Ich werde dafür sorgen, dass jeder davon erfährt.",
        "Wie schön, dass Sie sich nach sechs Wochen auch mal melden.",
        "Könnten Sie endlich antworten?",
        "Meine Geduld ist am Ende.",
        "Merci pour rien.",
        "Mon ancien patron était un incapable.",
        "Je ferai en sorte que tout le monde le sache.",
        "Vous appelez ça du professionnalisme ?",
        "Die Küche ist gut, der Inhaber ein Protz.",
        "Ich gehe davon aus, dass die Zahl ein Versehen ist.",
        "»Wir leben Vielfalt« heißt dort graue Anzüge.",
        "Ich habe ja Zeit.",
        "Ich rate allen von dieser Praxis ab.",
        "Ich hatte mir von einem Amt mehr Anstand erhofft.",
        "Ich sehe jetzt, weshalb dort alle kündigen.",
        "Ich habe zwei Stunden gewartet, die Kommission hatte die Mappe nicht gelesen.",
        "Ich bin besser als der Rest.",
        "Entschuldigung, aber dafür steht bei Ihnen keiner auf.",
        "Es tut mir leid um Ihre Schüler.",
        "Je déconseille ce cabinet.",
        "Je pensais avoir affaire à une maison sérieuse.",
        "Excusez-moi, mais votre proposition est basse.",
        # Spanish is no French.
        "La jefa no sabe lo que se hace y la culpa es del que la puso.",
        # English is the encoder's own.
        "We cut the outages by a third.",
        "I was in die casting for a year, and the war on costs was hard.",
    ],
)
def test_what_may_land_badly(sentence: str) -> None:
    assert not is_calm(sentence)


def _heard(*scores: float) -> Heard:
    return Heard(max(scores), scores, {})


def test_what_the_encoder_hears_in_calm_sentences_counts_little() -> None:
    calm = "Wir haben die Ausfallzeiten um ein Drittel gesenkt."
    rude = "Ihre Kollegin war schlecht vorbereitet."
    assert hear(calm, lambda _: _heard(0.9)).negative < 0.5
    tone = hear(f"{calm} {rude}", lambda _: _heard(0.9, 0.8))
    assert tone.negative == 0.9
    assert [culprit.said.text for culprit in tone.culprits] == [rude]
    assert hear(" ".join([calm] * 4), lambda _: _heard(0.9, 0.1, 0.1, 0.1)).negative == 0.9
    assert hear("We cut the outages by a third.", lambda _: _heard(0.9)).negative == 0.9


@pytest.mark.parametrize(
    ("sentence", "calm"),
    [
        ("Hiermit ziehe ich meine Bewerbung bei Ihnen zurück.", True),
        ("Ich möchte Ihnen mitteilen, dass ich meine Bewerbung auf Ihre Stelle zurückziehe.", True),
        ("Hiermit ziehe ich meine Bewerbung zurück und danke Ihnen für Ihre Zeit.", True),
        ("Je retire ma candidature et vous remercie de votre accueil.", True),
        ("Je vous informe que je retire ma candidature auprès de vous.", True),
        ("Ich ziehe meine Bewerbung zurück, bevor Sie mir noch mehr Lebenszeit stehlen.", False),
        ("Ich ziehe meine Bewerbung zurück, Ihre Kollegin weiß schon, weshalb.", False),
        ("Je retire ma candidature, vous n'êtes pas capables de répondre à un courrier.", False),
    ],
)
def test_a_withdrawal_is_calm_where_it_only_tells(sentence: str, calm: bool) -> None:  # noqa: FBT001
    assert is_calm(sentence) is calm
