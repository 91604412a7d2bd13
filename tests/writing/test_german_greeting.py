"""How German mails greet: by Frau and Herr where the mails say so, by the whole name where nobody knows."""

from __future__ import annotations

import pytest

from sincerely.app.drafts.drafting import Plain
from sincerely.writing.facts.grounds import Draft, Ground
from sincerely.writing.facts.situation import Style
from sincerely.writing.german.greeting import german_greeting, title_told
from sincerely.writing.words.names import Person, person_of
from tests.writing.drafting import HELD, made

CLAUDIA = person_of("claudia@acme.example", "Claudia Baumgart")
MARTIN = person_of("martin@acme.example", "Martin Roth")
KIM = person_of("kim@acme.example", "Kim Baumgart")


def _greeted(to: Person, *mails: str, thread: str = "", formal: bool = True, others: tuple[Person, ...] = ()) -> str:
    told = title_told(to, [Ground("mail", text) for text in mails], others)
    return german_greeting(to, told, thread or "\n".join(mails), formal=formal)


@pytest.mark.parametrize(
    ("to", "mail", "greeting"),
    [
        (CLAUDIA, "Am Dienstag wird Frau Baumgart Sie empfangen.", "Sehr geehrte Frau Baumgart,"),
        (CLAUDIA, "Sehr geehrte Frau Dr. Baumgart,\n\nvielen Dank.", "Sehr geehrte Frau Dr. Baumgart,"),
        (CLAUDIA, "Guten Tag Robin Vale,\n\nFrau Claudia Baumgart freut sich auf Sie.", "Guten Tag Frau Baumgart,"),
        (CLAUDIA, "Mit freundlichen Grüßen\nClaudia Baumgart (sie/ihr)", "Sehr geehrte Frau Baumgart,"),
        (CLAUDIA, "Mme Baumgart vous recevra mardi.", "Sehr geehrte Frau Baumgart,"),
        (MARTIN, "Grüße von Herrn Roth", "Sehr geehrter Herr Roth,"),
        (MARTIN, "Sehr geehrter Martin Roth,", "Sehr geehrter Herr Roth,"),
        (MARTIN, "Hallo Herr Vale,\nMonsieur Roth ist am Montag da.", "Guten Tag Herr Roth,"),
        # Nobody tells, or both are told.
        (CLAUDIA, "Mit freundlichen Grüßen\nClaudia Baumgart", "Guten Tag Claudia Baumgart,"),
        (CLAUDIA, "Herr Baumgart und Frau Stein sind dabei, Frau Baumgart kommt dazu.", "Guten Tag Claudia Baumgart,"),
        (CLAUDIA, "Sehr geehrte Damen und Herren, an Herrn oder Frau Baumgart", "Guten Tag Claudia Baumgart,"),
        (CLAUDIA, "Frau Baumgartner und Frau Baum-Baumgart sind dabei.", "Guten Tag Claudia Baumgart,"),
        (MARTIN, "Es grüßt M. Roth", "Guten Tag Martin Roth,"),
        (MARTIN, "Liebe Martin und Claudia,", "Guten Tag Martin Roth,"),
    ],
)
def test_by_what_the_mails_say(to: Person, mail: str, greeting: str) -> None:
    assert _greeted(to, mail) == greeting


def test_of_two_of_one_name_the_whole_name_tells() -> None:
    both = (CLAUDIA, KIM)
    assert _greeted(CLAUDIA, "Herr Baumgart ist dabei.", others=both) == "Guten Tag Claudia Baumgart,"
    assert _greeted(CLAUDIA, "Frau Claudia Baumgart ist dabei.", others=both) == "Sehr geehrte Frau Baumgart,"


def test_who_says_du() -> None:
    assert _greeted(CLAUDIA, "Frau Baumgart ist da.", formal=False) == "Liebe Claudia,"
    assert _greeted(MARTIN, "Lieber Martin, bis dann", formal=False) == "Lieber Martin,"
    assert _greeted(CLAUDIA, "Frau Baumgart", thread="Hallo Robin,\n\nbis dann", formal=False) == "Hallo Claudia,"
    assert _greeted(CLAUDIA, "bis dann", formal=False) == "Hallo Claudia,"


def test_the_greeting_stands_on_the_mail_that_tells() -> None:
    mail = Ground("mail", "Guten Tag,\n\nam Mittwoch wird Frau Whitlock Sie empfangen.", "<1@acme.example>")
    names = {"dana@acme.example": "Dana Whitlock"}
    plain = Plain(style=Style(name="Robin Ashdown"), names=names, mail=(mail,))
    note = '2026-03-04 15:20 debriefed dana@acme.example liked="die ruhige Art"'
    [found] = made(f"{HELD}{note}", "THX001", "dana@acme.example", language="de", background=plain)
    assert isinstance(found, Draft)
    greeting = found.sentences[0]
    assert greeting.text == "Sehr geehrte Frau Whitlock,"
    assert ("mail", "am Mittwoch wird Frau Whitlock Sie empfangen.", "<1@acme.example>") in [
        (ground.kind, ground.text, ground.source) for ground in greeting.stands_on
    ]


def test_the_words_that_tell_are_shown_whole() -> None:
    mail = "Wir laden Sie herzlich zum Gespräch am Montag um zehn Uhr ein, Frau Baumgart wird Sie im Foyer des Hauptgebäudes abholen."
    [ground] = title_told(CLAUDIA, [Ground("mail", mail)]).grounds
    assert ground.text in mail
    assert all(word in mail.split() for word in ground.text.split())


def test_who_bears_the_writers_name_is_not_greeted_as_the_writer_is() -> None:
    mail = Ground("mail", "Sehr geehrte Frau Whitlock,\n\nam Mittwoch empfange ich Sie gern.", "<1@acme.example>")
    names = {"dana@acme.example": "Dana Whitlock"}
    note = '2026-03-04 15:20 debriefed dana@acme.example liked="die ruhige Art"'
    for name, greeting in (
        ("Robin Whitlock", "Guten Tag Dana Whitlock,"),
        ("Robin Ashdown", "Sehr geehrte Frau Whitlock,"),
    ):
        plain = Plain(style=Style(name=name), names=names, mail=(mail,))
        [found] = made(f"{HELD}{note}", "THX001", "dana@acme.example", language="de", background=plain)
        assert isinstance(found, Draft)
        assert found.sentences[0].text == greeting
