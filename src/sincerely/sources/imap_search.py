"""What is asked of an IMAP server: which messages there are, and which of them look like hiring."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

# Words of subjects and senders of hiring mail, in the languages that are read. Only an order of reading depends on
# them: what they miss is read later. A server compares parts of words, without regard to case.
_SUBJECTS = (
    "interview", "applica", "applied", "candida", "position", "role", "offer", "recruit", "hiring", "career",
    "resume", "your cv", "next step", "assessment", "reference", "opportunity", "job", "thank you",
    "bewerb", "vorstellung", "stelle", "entretien", "entrevista", "sollicit", "vaca", "colloquio",
)  # fmt: skip
_SENDERS = (
    "recruit", "talent", "career", "jobs", "hiring", "hr@", "people@", "greenhouse", "lever", "workday", "ashby",
    "icims", "smartrecruiters", "taleo", "jobvite", "teamtailor", "personio", "workable", "calendly",
)  # fmt: skip
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# What is being written was never sent, and what is marked as deleted was thrown away.
_READ = "UNDELETED UNDRAFT"


def within(since: date | None, *more: str) -> str:
    """Return the search for all that is to be read, not older than a day."""
    bound = () if since is None else (f"SINCE {since.day}-{_MONTHS[since.month - 1]}-{since.year}",)
    return " ".join((_READ, *bound, *more))


def like_hiring(since: date) -> str:
    """Return the search for what looks like hiring, not older than a day."""
    keys = [f'SUBJECT "{word}"' for word in _SUBJECTS] + [f'FROM "{word}"' for word in _SENDERS]
    return within(since, f"{'OR ' * (len(keys) - 1)}{' '.join(keys)}")


def from_uid(first: int) -> str:
    """Return the search key for new messages; "*" is the last message, so that one comes in any case."""
    return f"UID {first}:*"


def newest_first(uids: Iterable[int]) -> list[int]:
    """Return UIDs, the last added first."""
    return sorted(set(uids), reverse=True)
