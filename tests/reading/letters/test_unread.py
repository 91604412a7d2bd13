"""What a mail says of its own address: that nobody reads there, or only how to answer."""

from __future__ import annotations

import pytest

from sincerely.reading.letters.unread import says_unread


@pytest.mark.parametrize(
    "text",
    [
        "Please do not reply to this email.",
        "This is an automated message; please do not respond directly to this\nmessage.",
        "Replies to this address are not monitored.",
        "Emails sent to this address will not be read.",
        "This mailbox is not monitored.",
        "This message was sent from an unmonitored mailbox.",
        "You cannot reply to this message.",
        "Diese E-Mail wurde automatisch erzeugt. Bitte antworten Sie nicht auf diese Nachricht.",
        "Bitte antworten Sie nicht auf diese automatisch erzeugte E-Mail.",
        "Antworten an diese Adresse werden nicht gelesen.",
        "Dieses Postfach wird nicht überwacht.",
        "Merci de ne pas répondre à ce message.",
        "Veuillez ne pas répondre directement à ce courriel.",
        "Cette boîte n'est pas consultée.",
    ],
)
def test_nobody_reads_there(text: str) -> None:
    assert says_unread(f"Dear Robin,\n\nthank you for your application.\n\n{text}\n\nThe team")


@pytest.mark.parametrize(
    "text",
    [
        "If you do not reply to this email by Friday, we will close your file.",
        "Please reply to this email by Friday.",
        "Do not reply to all, please; just to me.",
        "Sorry that I did not reply to your message earlier.",
        "Wenn Sie nicht bis Freitag antworten, vergeben wir den Termin.",
        "Bitte antworten Sie auf diese E-Mail.",
        "Auf diese Nachricht habe ich nicht geantwortet, weil ich im Urlaub war.",
        "Our mailbox is monitored around the clock.",
        "Merci de répondre à ce message avant vendredi.",
        "Je n'ai pas pu répondre à ce message plus tôt.",
        "Please do not reply to this email unless you want to withdraw.",
    ],
)
def test_somebody_does(text: str) -> None:
    assert not says_unread(f"Dear Robin,\n\nthank you for your application.\n\n{text}\n\nThe team")


def test_it_is_linear() -> None:
    assert not says_unread("please do not " * 20000)
    assert not says_unread("auf diese " * 20000 + " " * 20000)
