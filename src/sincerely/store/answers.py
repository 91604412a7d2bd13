"""The store's part that remembers what programs were answered."""

from __future__ import annotations

from datetime import timedelta

from .base import Answered
from .owned import Owned
from .rows import from_micros, plain, to_micros, told

# So long a program may ask again: its connection broke, its machine slept.
KEPT_FOR = timedelta(days=1)


class Answers(Owned):
    """Answers to one candidate's programs."""

    def answered(self, key: str) -> Answered | None:
        with self._reading():
            rows = self._rows("answered_one", key=plain(key))
        return (
            None
            if not rows
            else Answered(rows[0][0], rows[0][1], rows[0][2], told(rows[0][3]), from_micros(rows[0][4]))
        )

    def keep_answered(self, answered: Answered) -> None:
        with self._writing():
            self._run("answered_forget", [{"before": to_micros(answered.at - KEPT_FOR)}])
            self._run(
                "answered_add",
                [
                    {
                        "key": plain(answered.key),
                        "request": plain(answered.request),
                        "status": answered.status,
                        "body": plain(answered.body),
                        "at": to_micros(answered.at),
                    }
                ],
            )
