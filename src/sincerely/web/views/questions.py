"""What a question shows: the sentence, what it may mean, and of which process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sincerely.app.processes.questions import Question
from sincerely.app.today.wording import moment


@dataclass(frozen=True)
class Asked:
    """One question.

    Attributes:
        id: the event's.
        process: the name of its process.
        name: the employer's, for people.
        when: day and time on the employer's clock.
        words: the question.
        quote: the sentence that it is about.
    """

    id: str
    process: str
    name: str
    when: str
    words: str
    quote: str


def question_rows(found: Sequence[Question]) -> list[Asked]:
    """Return questions as rows."""
    return [
        Asked(
            q.event.id,
            q.header.id,
            q.header.employer or q.header.id,
            moment(q.event.at, q.header.tz),
            q.words,
            q.event.quote,
        )
        for q in found
    ]
