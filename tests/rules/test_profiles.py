"""The policy profiles: complete, explained, and only where they say so different from the default."""

from __future__ import annotations

import pytest

from sincerely.app.today.policies import PROFILES, load_policy, load_sources
from sincerely.core.policy import PolicyError
from sincerely.rules import RULES

each_profile = pytest.mark.parametrize("profile", PROFILES)


@each_profile
def test_every_rule_gets_its_options(profile: str) -> None:
    for rule in RULES:
        assert load_policy(profile).of(rule.CODE, rule.Options)


@each_profile
def test_every_value_names_its_source(profile: str) -> None:
    sources = load_sources(profile)
    default = load_policy("default").tables
    for code, table in load_policy(profile).tables.items():
        changed = {k for k, v in table.items() if profile == "default" or v != default[code][k]}
        assert changed <= set(sources.get(code, {}))
        assert all(text.endswith(".") for text in sources.get(code, {}).values())


def test_profiles_differ() -> None:
    tables = [load_policy(profile).tables for profile in PROFILES]
    assert all(one != other for i, one in enumerate(tables) for other in tables[i + 1 :])


def test_an_unknown_profile_names_those_there_are() -> None:
    with pytest.raises(PolicyError, match="default, strict, campus, agency"):
        load_policy("lenient")
