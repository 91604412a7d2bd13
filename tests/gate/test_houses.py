"""Whose house is named: another employer of the candidate's is wrong in what is wished of the reader, and may be told of."""

from __future__ import annotations

import pytest
from tests.gate.case_files import Written
from tests.support import POLICY

from sincerely.app.outgoing.reviewing import Beside, elsewhere, review_beside
from sincerely.core.around import project
from sincerely.core.fold import fold
from sincerely.gate.case import Elsewhere

PROCESSES = """process halden employer="Halgrave Systems" role="Senior Software Engineer" zone=America/New_York country=US
2026-11-05 15:00 interviewed claire@halgrave.example, jun@halgrave.example
process brightsole employer="Brightsole" role="Staff Engineer" zone=America/New_York country=US
2026-11-03 15:00 interviewed devon@brightsole.example
process mast employer="Mastholm Energie GmbH" role="Engineer" zone=Europe/Berlin country=DE
2026-11-03 15:00 interviewed kai@mastholm.example
"""
MAILS = "You would be on the Storage Platform team. We moved to Mastholm last year."
WISHED = [
    "I'd love to join you at Brightsole.",
    "I could bring a lot to your team at Brightsole.",
    "After the migration I think I could be useful to Brightsole from the start.",
    "I'd love to help you build the platform at Brightsole.",
    "I look forward to working with Brightsole.",
    "I would be delighted to work with you all at Mastholm.",
    "I have worked on queues for years and would love to do that with you at Brightsole.",
    "I have accepted your offer and look forward to joining Brightsole.",
    "Ich würde sehr gern bei Brightsole anfangen.",
    "Ich würde sehr gern bei der Kern Anlagen GmbH arbeiten.",
    "Bei Brightsole würde ich sehr gern mitarbeiten.",
    "Ich freue mich darauf, Sie und Ihr Team bei Mastholm zu unterstützen.",
    "J'aimerais beaucoup rejoindre Brightsole.",
    "Je serais ravie de rejoindre votre équipe chez Brightsole.",
    "Je pourrais apporter cette expérience à Brightsole.",
]
TOLD = [
    "I have an offer from Brightsole and must answer by Tuesday.",
    "I accepted an offer and will be joining Brightsole in January.",
    "I've decided to go with Brightsole.",
    "I worked for five years at Brightsole, and would love to do the same for you.",
    "I'd love to tell you about the work we did with Brightsole as a client.",
    "I'd be happy to bring what I learned at Brightsole to your team.",
    "Ich habe früher bei Brightsole gearbeitet und möchte das gern einbringen.",
    "Gern erzähle ich Ihnen mehr von meiner Zeit bei Brightsole.",
    "Die Ausbildung bei der Kern Anlagen GmbH hat mir geholfen, hier gut mitzuarbeiten.",
    "Neben der Tätigkeit für die Kern Anlagen GmbH kann ich zwei Tage in der Woche arbeiten.",
    "Ich habe ein Angebot von Brightsole und würde mich über eine Antwort freuen.",
    "J'ai travaillé chez Brightsole et j'aimerais vous rejoindre.",
    "J'ai reçu une offre de Brightsole.",
]


def _wrong(line: str, *, ended: bool, mails: str = "") -> list[tuple[str, str]]:
    head = "From: Pia <pia@mail.example>\nTo: Claire <claire@halgrave.example>\nSubject: Thank you\n\n"
    written = Written("x", False, "2026-11-06T10:00", "", "", "", PROCESSES, f"{head}Hi Claire,\n\n{line}\n\nBest,\nPia\n")  # noqa: FBT003  # fmt: skip
    known = [(timeline.header, timeline.events) for timeline in written.timelines]
    process = fold(*known[0], project(known[0][0], known))
    others = [Elsewhere(header, ended=True) if ended else elsewhere(header, events) for header, events in known[1:]]
    beside = Beside(tuple(others), mails=lambda: mails)
    found = review_beside(written.message, process, written.instant(written.at), beside, policy=POLICY).verdict.findings
    return [(finding.quote, str(finding.weight)) for finding in found if finding.code == "OUT005"]


@pytest.mark.parametrize("ended", [True, False])
@pytest.mark.parametrize("line", WISHED)
def test_another_employer_is_wrong_in_what_is_wished_of_the_reader(line: str, ended: bool) -> None:  # noqa: FBT001
    assert [weight for _, weight in _wrong(line, ended=ended)] == ["stop"]


@pytest.mark.parametrize("ended", [True, False])
@pytest.mark.parametrize("line", TOLD)
def test_another_employer_may_be_told_of(line: str, ended: bool) -> None:  # noqa: FBT001
    assert not _wrong(line, ended=ended)


@pytest.mark.parametrize(
    "line",
    [
        "I'd be glad to bring that to Storage Platform.",
        "I'd love to join the Storage Platform team.",
        "I'm excited about the Platform role.",
        "I'd love to work with you at Mastholm.",
    ],
)
def test_what_their_own_mails_name_is_theirs(line: str) -> None:
    assert not _wrong(line, ended=True, mails=MAILS)


def test_a_name_that_nobody_told_of_is_wrong_and_a_teams_is_asked() -> None:
    assert _wrong("I'd be glad to bring that to Cargo Drive.", ended=True, mails=MAILS) == [("Cargo Drive", "stop")]
    assert _wrong("I'd love to join the Cargo Drive team.", ended=True, mails=MAILS) == [("Cargo Drive", "advise")]
