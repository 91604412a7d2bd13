"""Notices on Today speak of pages, and of a command only where there is nothing else."""

from __future__ import annotations

import pytest

from sincerely.app.connections.not_let_in import Refusal
from sincerely.web.views.notices import led

REFUSED = {"robin@mail.example": Refusal("the server did not take the password", "give it anew")}


@pytest.mark.parametrize(
    ("notice", "text", "to", "words"),
    [
        (
            (
                "o3 to dana@acme.example, “Thank you”: nobody knows whether it went out. "
                '"sincerely outgoing look o3" looks for its copy.'
            ),
            "To dana@acme.example, “Thank you”: nobody knows whether it went out.",
            "/outgoing/o3",
            "See where it stands",
        ),
        (
            (
                "o4 to lee@acme.example, “My references”: it did not go out. They wrote since. "
                'Read it again, then "sincerely approve d2".'
            ),
            "To lee@acme.example, “My references”: it did not go out. They wrote since.",
            "/drafts/d2",
            "Read it again",
        ),
        (
            'o5 to lee@acme.example, “Hello”: it did not go out. Read it again, then "sincerely approve FILE".',
            "To lee@acme.example, “Hello”: it did not go out.",
            "/outgoing/o5",
            "See where it stands",
        ),
        (
            "o6 to lee@acme.example, “Hello”: The server is not reachable. It is tried again from Friday on.",
            "To lee@acme.example, “Hello”: The server is not reachable. It is tried again from Friday on.",
            "/outgoing/o6",
            "See where it stands",
        ),
        (
            (
                "imap:robin@mail.example: the server did not take the password; make a password for this program alone, "
                'and give it with "sincerely account set ADDRESS --password"'
            ),
            "imap:robin@mail.example: the server did not take the password; make a password for this program alone.",
            "/settings/accounts/again?address=robin%40mail.example",
            "Mend it",
        ),
        (
            'dana@mail.example: is not found; "sincerely account set dana@mail.example --folder" names others',
            "dana@mail.example: is not found.",
            "/settings/accounts",
            "Mailboxes",
        ),
        (
            'dav.example: no password is known; give it with "sincerely calendar push --password"',
            "dav.example: no password is known.",
            "/settings/calendar",
            "Calendar",
        ),
        ("Old silent ones were closed.", "Old silent ones were closed.", "", ""),
        ('Too old; "sincerely eval" shows it.', 'Too old; "sincerely eval" shows it.', "", ""),
    ],
)
def test_a_notice_leads_to_the_page_that_sees_to_it(notice: str, text: str, to: str, words: str) -> None:
    assert led([notice], REFUSED, locked=False) == [{"text": text, "to": to, "words": words}]


def test_what_is_sealed_is_unlocked_before_all_else() -> None:
    [shown] = led(["robin@mail.example: no passphrase is known"], REFUSED, locked=True)
    assert (shown["to"], shown["words"]) == ("/settings/unlock?then=/", "Unlock")
