"""What messages are for, most of them German and French: check-ins beside near misses that must be none."""

from __future__ import annotations

from pathlib import Path

import pytest

from sincerely.gate.message import Mailbox, Outgoing
from sincerely.gate.purpose import Purpose, Reading, read

_FOLDER = Path(__file__).parent
_FILES = ("foreign_purposes.tsv", "news_asked.tsv")
_ROWS = [line.split("\t") for name in _FILES for line in (_FOLDER / name).read_text("utf-8").splitlines()]
_AROUND = {
    "de": "Guten Tag Frau Ito,\n\n{}\n\nMit freundlichen Grüßen\nRobin Vale\n",
    "en": "Dear Dana,\n\n{}\n\nBest,\nRobin Vale\n",
    "fr": "Bonjour Madame Ito,\n\n{}\n\nCordialement,\nRobin Vale\n",
}


def _read(language: str, text: str, *, rejected: bool = False) -> Reading:
    to = Mailbox("Dana Ito", "dana@acme.example")
    message = Outgoing(text=_AROUND[language].format(text), sender=Mailbox("", "robin@mail.example"), to=(to,))
    return read(message, rejected=rejected, answers=False)


@pytest.mark.parametrize(("language", "truth", "text"), _ROWS)
def test_what_it_is_for(language: str, truth: str, text: str) -> None:
    found = _read(language, text, rejected=truth == "ask-why")
    if truth.startswith("not-"):
        assert Purpose(truth.removeprefix("not-")) not in {found.main, *found.found}
        assert not found.nudges
    elif truth == "answer":
        assert found.main in {Purpose.ANSWER, Purpose.OTHER, Purpose.HAND_IN}
    else:
        assert found.main == {"late": Purpose.RESCHEDULE}.get(truth, truth)


def test_why_is_asked_only_of_a_no() -> None:
    assert _read("de", "Warum haben Sie sich damals für Kotlin entschieden?").main is not Purpose.ASK_WHY
    assert _read("fr", "En raison de la grève, je prendrai le bus.", rejected=True).main is not Purpose.ASK_WHY


@pytest.mark.parametrize(
    ("language", "text", "asks"),
    [
        ("de", "Danke, dass Sie mir die Gründe so offen genannt haben.", False),
        ("de", "Danke, dass Sie mir die Gründe genannt haben, daran möchte ich gern arbeiten.", False),
        ("fr", "Merci de m'avoir expliqué les raisons de votre choix.", False),
        ("fr", "Merci de m'avoir expliqué les raisons de votre choix, mais je n'en suis pas moins triste.", False),
        ("de", "Danke, dass Sie mir die Gründe grob genannt haben, ich wüsste gern, warum ich abgelehnt wurde.", True),
        ("de", "Danke, dass Sie mir die Gründe genannt haben, aber warum wurde es jemand anderes?", True),
        ("de", "Danke, dass Sie mir Gründe genannt haben, ich möchte sie aber besser verstehen.", True),
        ("fr", "Merci de m'avoir donné quelques raisons, mais j'aimerais savoir pourquoi j'ai été refusé.", True),
        ("en", "Thank you for explaining, but I still wonder why I was not chosen.", True),
        ("de", "Auf Grund der Verspätung kam ich spät nach Hause.", False),
        ("de", "Aus gutem Grund nehmen Sie jemanden mit mehr Jahren.", False),
        ("de", "Aus welchem Grund wurde ich nicht genommen?", True),
        ("fr", "Pour des raisons de santé je n'ai pas pu vous répondre hier.", False),
        ("fr", "Pourriez-vous me donner les raisons de votre choix ?", True),
    ],
)
def test_who_thanks_for_a_reason_may_ask_for_another(language: str, text: str, asks: bool) -> None:  # noqa: FBT001
    assert (Purpose.ASK_WHY in _read(language, text, rejected=True).found) is asks


@pytest.mark.parametrize(
    ("text", "thanks"),
    [
        ("Vielen Dank für die Einladung und das offene Gespräch gestern.", True),
        ("Danke für die Einladung, die Führung und Ihre Zeit.", True),
        ("Vielen Dank für die Einladung zum Gespräch.", False),
        ("Vielen Dank für die Einladung und die schnelle Rückmeldung.", False),
    ],
)
def test_thanks_for_an_invitation_alone_are_no_note(text: str, thanks: bool) -> None:  # noqa: FBT001
    assert (Purpose.THANKS in _read("de", text).found) is thanks


@pytest.mark.parametrize(
    ("text", "thanks"),
    [
        ("Merci pour votre message du jeudi 5 mars.", False),
        ("Merci beaucoup pour ta réponse du 3.", False),
        ("Merci pour votre accueil du jeudi 5 mars.", True),
        ("Je vous remercie vivement pour le temps que vous m'avez accordé.", True),
        ("Merci à vous deux pour cet échange.", True),
    ],
)
def test_french_thanks_for_a_message_of_a_day_are_no_note(text: str, thanks: bool) -> None:  # noqa: FBT001
    assert (Purpose.THANKS in _read("fr", text).found) is thanks


@pytest.mark.parametrize(
    ("text", "hands_in"),
    [
        ("Voici mes références pour le poste.", True),
        ("Voici, comme promis, mon CV.", True),
        ("Voici le formulaire complété.", True),
        ("Voici ce que je peux apporter à votre équipe.", False),
        ("Voici un point qui m'a beaucoup plu.", False),
    ],
)
def test_voici_hands_in_papers_and_no_thoughts(text: str, hands_in: bool) -> None:  # noqa: FBT001
    assert (Purpose.HAND_IN in _read("fr", text).found) is hands_in
