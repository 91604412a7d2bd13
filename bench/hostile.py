"""Text built to make a pattern explode: what twice as much of it costs, as a ratio. About two is linear.

Run: python bench/hostile.py
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from sincerely.app.outgoing.message import outgoing_mail
from sincerely.app.outgoing.reviewing import review_with
from sincerely.app.today.policies import load_policy
from sincerely.reading.linking.likeness import role_likeness
from sincerely.times import find

AT = datetime(2026, 6, 10, 10, tzinfo=UTC)
HEAD = "From: Nell Farrow <nell@mail.example>\nTo: matron@hospital.example\nSubject: Friday\n\n"
RUNS = 3
POLICY = load_policy()


def _review(body: str) -> None:
    review_with(outgoing_mail((HEAD + body).encode()), (), AT, policy=POLICY)


HOSTILE: Mapping[str, tuple[Callable[[int], None], int]] = {
    "a review: quotes in quotes, and names": (
        lambda size: _review(f"Dear Ms Albers,\n\nYes.\n{'> ' * size}\n> {'Aa ' * size}\n"),
        10_000,
    ),
    "a review: a greeting without an end": (lambda size: _review(f"Hi Sabine {'Ann Bo ' * size}"), 10_000),
    "a review: bewerbung and zurück": (
        lambda size: _review(f"Hallo,\n\nich möchte meine bewerbung {'x ' * size}"),
        10_000,
    ),
    "titles of many words": (
        lambda size: (role_likeness("RN ab " * size, "registered nurse " * size), None)[1],
        1_000,
    ),
    "a review: beginnings of hard turns": (
        lambda size: _review("Hallo,\n\n" + "sie haben mir vous m'avez ihr nicht einmal " * size),
        500,
    ),
    "times": (lambda size: (find("half of say half " * size, AT), None)[1], 2_000),
}


def main() -> None:
    """Print the ratio of each, the least of a few runs."""
    for name, (run, size) in HOSTILE.items():
        once, twice = (min(_took(run, many) for _ in range(RUNS)) for many in (size, 2 * size))
        print(f"{name}: {once:.3f} s, twice as much {twice:.3f} s: {twice / max(once, 1e-6):.1f} times")


def _took(run: Callable[[int], None], size: int) -> float:
    begun = time.process_time()
    run(size)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
