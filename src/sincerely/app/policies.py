"""Policy profiles from their files."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

from sincerely.core.policy import Policy, PolicyError

PROFILES = ("default", "strict", "campus", "agency")


@lru_cache(maxsize=8)
def load_policy(profile: str = "default") -> Policy:
    """Return a profile: the default one, with the profile's own values in their places.

    Raises:
        PolicyError: there is no such profile, or it can't be read.
    """
    if profile not in PROFILES:
        raise PolicyError(f'no profile is called "{profile}"; there are {", ".join(PROFILES)}')
    base = Policy("default", _values(_table("default")))
    return base if profile == "default" else base.with_overrides(_values(_table(profile)), profile)


def load_sources(profile: str = "default") -> dict[str, dict[str, str]]:
    """Return why each value of a profile is what it is, by rule and value."""
    return {code: dict(table.get("source", {})) for code, table in _table(profile).items()}


def _table(profile: str) -> dict[str, dict[str, Any]]:
    text = resources.files("sincerely").joinpath(f"data/policy/{profile}.toml").read_text("utf-8")
    return tomllib.loads(text)


def _values(tables: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {code: {key: value for key, value in table.items() if key != "source"} for code, table in tables.items()}
