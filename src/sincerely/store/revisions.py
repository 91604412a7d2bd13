"""Every migration, oldest first. By hand: opening a store must not load Alembic to learn the last one."""

from __future__ import annotations

from .base import NewerStore

REVISIONS = (
    "0001",
    "0002_drafts",
    "0003_ground",
    "0004_reminders",
    "0005_account",
    "0006_handed",
    "0007_answered",
    "0008_words",
)
HEAD = REVISIONS[-1]


def check_known(revision: str | None, place: str) -> None:
    """See that this version can read a revision.

    Raises:
        NewerStore: it can't.
    """
    if revision is not None and revision not in REVISIONS:
        raise NewerStore(
            f"{place}: the store was written by a newer version of Sincerely (its tables are of revision {revision}, "
            f"this version knows {HEAD}); update Sincerely, or open a backup made before"
        )
