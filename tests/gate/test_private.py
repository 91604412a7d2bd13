"""Friends may be close: a private message to somebody who has no part in the process is no matter of tone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.gate.case_files import Written
from tests.support import POLICY

from sincerely.app.outgoing.reviewing import review_with
from sincerely.core.fold import fold
from sincerely.gate.case import Case, Desk
from sincerely.gate.private import is_private
from sincerely.gate.tone import Tone

PROCESS = """process brim-buyer employer="Brimfield Foods" role="Assistant buyer" zone=Europe/London country=GB-ENG via=direct
2026-05-14 15:00 interviewed tessa.lowe@brimfield.example source="<1@brimfield.example>"
2026-05-15 09:00 asked kim.adeyemi@uni.example
"""
FRIEND = "lena.fox@brimfield.example"


def _is_private(to: str, text: str, *, subject: str = "Saturday", more: str = "") -> bool:
    mail = f"From: jo@mail.example\nTo: {to}\nSubject: {subject}\n{more}\n{text}\n"
    case = Written("x", False, "2026-05-18T10:00", "", "", "", PROCESS, mail)  # noqa: FBT003
    [timeline] = case.timelines
    desk = Desk(POLICY, lambda _: Tone())
    return is_private(Case(case.message, fold(timeline.header, timeline.events), case.instant(case.at), desk))


CHAT = "Hey Lena,\n\nyou two are practically family by now. Bring the fizzy one on Saturday!\n\nHugs, Jo"


def test_a_chat_with_a_friend_is_private() -> None:
    assert _is_private(FRIEND, CHAT)
    assert _is_private(FRIEND, "Hey Lena,\n\nkommst du am Samstag? Bring den Kleinen mit.\n\nBussi, Jo")


@pytest.mark.parametrize(
    ("to", "text"),
    [
        ("tessa.lowe@brimfield.example", CHAT),  # the interviewer
        ("tessa@brimfield.example", CHAT),  # may be the interviewer
        ("kim.adeyemi@uni.example", CHAT),  # a referee
        ("jobs@brimfield.example", CHAT),  # a desk
        (f"{FRIEND}, tessa.lowe@brimfield.example", CHAT),
        (FRIEND, CHAT + "\nPut in a word with your boss."),
        (FRIEND, CHAT + "\nSay hello to Tessa."),
        (FRIEND, CHAT + "\nSing my praises upstairs, will you?"),
        (FRIEND, CHAT + "\nWhat did they say about me?"),
        (FRIEND, CHAT + "\nLeg bitte ein gutes Wort für mich ein."),
        (FRIEND, CHAT + "\nTu leur diras un petit mot pour moi ?"),
        (FRIEND, CHAT + "\nHow is life at Brimfield?"),
        (FRIEND, CHAT + "\nI saw you on Thursday, you don't know me."),
        (FRIEND, "Dear Ms Fox,\n\nyou two are practically family by now.\n\nJo"),
        (FRIEND, "Hallo Lena,\n\nkommen Sie am Samstag?\n\nJo"),
        (FRIEND, "Bonjour Lena,\n\nvous venez samedi ?\n\nJo"),
        (FRIEND, ""),
    ],
)
def test_what_may_touch_the_process_is_not(to: str, text: str) -> None:
    assert not _is_private(to, text)


def test_an_answer_in_the_process_thread_is_not() -> None:
    assert not _is_private(FRIEND, CHAT, more="In-Reply-To: <1@brimfield.example>\n")
    assert not _is_private(FRIEND, CHAT, subject="The interview")


def test_without_a_process_nobody_knows_who_takes_part() -> None:
    case = Written("x", False, "2026-05-18T10:00", "", "", "", "", f"From: jo@mail.example\nTo: {FRIEND}\n\n{CHAT}\n")  # noqa: FBT003
    desk = Desk(POLICY, lambda _: Tone())
    assert not is_private(Case(case.message, None, case.instant(case.at), desk))
    assert not is_private(Case(replace(case.message, public=True), None, case.instant(case.at), desk))


def test_blunt_words_are_shown_to_friends_too() -> None:
    text = "Hey Lena,\n\nI keep dreaming of your lovely smile.\n\nJo"
    mail = f"From: jo@mail.example\nTo: {FRIEND}\n\n{text}\n"
    case = Written("x", True, "2026-05-18T10:00", "", "", "", PROCESS, mail)  # noqa: FBT003
    found = review_with(case.message, case.timelines, case.instant(case.at), policy=POLICY)
    assert {finding.code for finding in found.verdict.findings} == {"OUT004"}
