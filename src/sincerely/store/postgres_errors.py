"""PostgreSQL's errors in words that say what to do."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

from .base import StoreError
from .postgres_rights import COMMAND

# By SQLSTATE: first the code itself, then its class.
_REMEDIES = {
    "23": "what should be stored does not fit what is there",
    "42501": f"this role lacks a right that it needs; run the migration for it as the tables' owner: {COMMAND}",
    "42P01": f"the tables are missing; run the migration as the tables' owner: {COMMAND}",
    "40": "another writer was at the same rows; try again",
    "53100": "the server's disk is full; nothing was changed; free some space, then try again",
    "53300": "the server has no connection left; try again later",
    "55P03": "another writer has kept the rows for too long; try again",
    "25006": "the database only takes readers just now; try again later",
    "57": "the server is going down or gave the work up; try again later",
    "08": "the connection to the server broke; nothing was changed; try again",
}


def explain(error: DBAPIError, place: str) -> StoreError:
    """Return what to tell the person: place, what is wrong, and the remedy."""
    state = getattr(error.orig, "sqlstate", None)
    reason = " ".join(str(error.orig).split())
    if state is None:
        # Before there is a connection, only the reason's words tell one case from another.
        return StoreError(
            f"{place}: the server can't be reached or lets nobody in; check that it runs, its address, the role, "
            f"its password and the database's name ({reason})"
        )
    words = _REMEDIES.get(state) or _REMEDIES.get(state[:2])
    return StoreError(f"{place}: {words} ({reason})" if words else f"{place}: {reason}; please report this")
