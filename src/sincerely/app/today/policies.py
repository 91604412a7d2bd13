"""Policy: the profiles from their files, and what the person says otherwise, for all processes or for one.

A policy is named by what it is made again from: ``strict``, or with values of the person's own
``{"profile": "strict", "own": {"WAIT003": {"at_most": 1}}}``. So an approval keeps under which it was given.
"""

from __future__ import annotations

import dataclasses
import json
import tomllib
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from typing import Any

from sincerely.app.processes.exits import Deed, set_by_hand
from sincerely.core.policy import Policy, PolicyError, Span
from sincerely.store.base import Store

PROFILES = ("default", "strict", "campus", "agency")
SETTING = "policy"
Tables = dict[str, dict[str, Any]]
_LARGEST = 100_000
_VERDICTS = ("advise", "hold", "stop")
# What must not come before the other, where a rule has both.
_ORDER = ("opens", "due", "late", "closes")
_HOURS = {"h": 1, "d": 24, "bd": 24}


@dataclass(frozen=True)
class Chosen:
    """What the person chose.

    Attributes:
        profile: one of `PROFILES`.
        own: their values, by rule and name.
        processes: their values for single processes.
    """

    profile: str = "default"
    own: Tables = field(default_factory=dict)
    processes: dict[str, Tables] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What `load_policy` makes the policy again from."""
        told = {name: value for name, value in dataclasses.asdict(self).items() if value}
        return self.profile if list(told) == ["profile"] else json.dumps(told, sort_keys=True)


@lru_cache(maxsize=32)
def load_policy(name: str = "default") -> Policy:
    """Return a policy by its name: a profile's, or one with values of the person's own.

    Raises:
        PolicyError: there is no such profile or value, or it can't be read.
    """
    if name.startswith("{"):
        chosen = Chosen(**json.loads(name))
        made = load_policy(chosen.profile).with_overrides(chosen.own)
        return Policy(name, made.tables, chosen.processes)
    if name not in PROFILES:
        raise PolicyError(f'no profile is called "{name}"; there are {", ".join(PROFILES)}')
    base = Policy("default", _values(_table("default")))
    return base if name == "default" else base.with_overrides(_values(_table(name)), name)


def load_sources(profile: str = "default") -> dict[str, dict[str, str]]:
    """Return why each value of a profile is what it is, by rule and value."""
    return {code: dict(table.get("source", {})) for code, table in _table(profile).items()}


def profile_of(name: str) -> str:
    """Return the profile that a policy of that name is made from."""
    return str(json.loads(name)["profile"]) if name.startswith("{") else name


def _table(profile: str) -> Tables:
    text = resources.files("sincerely").joinpath(f"data/policy/{profile}.toml").read_text("utf-8")
    return tomllib.loads(text)


def _values(tables: Tables) -> Tables:
    return {code: {key: value for key, value in table.items() if key != "source"} for code, table in tables.items()}


def chosen(store: Store) -> Chosen:
    """Return what the person chose."""
    told: dict[str, Any] = store.setting(SETTING) or {}
    return Chosen(**told)


def policy_of(store: Store, profile: str = "") -> Policy:
    """Return the policy that holds: what the person chose, or for once another profile with their own values.

    Raises:
        PolicyError: there is no such profile.
    """
    if profile.startswith("{"):
        return load_policy(profile)
    found = chosen(store)
    return load_policy((replace(found, profile=profile) if profile else found).name)


def choose_profile(store: Store, profile: str, now: datetime) -> Deed:
    """Take a profile; values of the person's own stay.

    Raises:
        PolicyError: there is no such profile.
    """
    load_policy(profile)
    return _choose(store, replace(chosen(store), profile=profile), f"Policy: {profile}", now)


def set_value(store: Store, name: str, text: str, now: datetime, process: str = "") -> Deed:
    """Set one value, for all processes or for one.

    Args:
        store: the candidate's store.
        name: rule and value, such as ``WAIT003.at_most``.
        text: what it is to be, such as ``2bd``, ``3`` or ``stop``.
        now: the instant.
        process: the one that it is for; "" for all.

    Raises:
        PolicyError: there is no such value, or it can't be that.
    """
    code, _, key = name.partition(".")
    before = chosen(store)
    base = load_policy(before.profile).tables
    if key not in base.get(code, {}):
        raise PolicyError(f'{name}: no rule has this value; "sincerely policy show" lists them')
    value = _like(base[code][key], text.strip(), name)
    tables = before.processes.get(process, {}) if process else before.own
    changed = {**tables, code: {**tables.get(code, {}), key: value}}
    effective = {**base[code], **before.own.get(code, {}), **changed[code]}
    _check_order(code, effective)
    return _choose(store, _with(before, changed, process), _label(name, str(value), process), now)


def reset_value(store: Store, name: str, now: datetime, process: str = "") -> Deed:
    """Let the profile's value count again; without a name all of them.

    Raises:
        PolicyError: it is the profile's already.
    """
    code, _, key = name.partition(".")
    before = chosen(store)
    tables = before.processes.get(process, {}) if process else before.own
    if not tables if not name else key not in tables.get(code, {}):
        raise PolicyError(f"{name or 'policy'}: is as the profile has it")
    left = {c: {k: v for k, v in t.items() if (c, k) != (code, key)} for c, t in tables.items()} if name else {}
    changed = {c: t for c, t in left.items() if t}
    return _choose(store, _with(before, changed, process), _label(name or "all values", "as the profile", process), now)


def _label(name: str, value: str, process: str) -> str:
    return f"Policy: {name} is {value}" + (f" for {process}" if process else "")


def _with(before: Chosen, tables: Tables, process: str) -> Chosen:
    if not process:
        return replace(before, own=tables)
    processes = {name: own for name, own in {**before.processes, process: tables}.items() if own}
    return replace(before, processes=processes)


def _choose(store: Store, new: Chosen, label: str, now: datetime) -> Deed:
    if len(new.name) > _LARGEST:
        raise PolicyError("policy: has too many values of your own; reset some first")
    load_policy(new.name)
    return set_by_hand(store, {SETTING: dataclasses.asdict(new)}, label, now)


def _like(old: Any, text: str, name: str) -> Any:
    """Read a value of the same kind as another."""
    expected = _expected(old)
    try:
        if isinstance(old, int):
            value: Any = int(text)
        elif isinstance(old, float):
            value = float(text)
        elif old in _VERDICTS:
            value = text if text in _VERDICTS else None
        else:
            value = str(Span.parse(text))
    except ValueError:
        value = None
    if value is None or (isinstance(old, int | float) and not 0 <= value <= (1 if isinstance(old, float) else 1000)):
        raise PolicyError(f'{name}: expected {expected}, found "{text}"')
    return value


def _expected(old: Any) -> str:
    if isinstance(old, int):
        return "a number from 0 to 1000"
    if isinstance(old, float):
        return "a share from 0 to 1"
    if old in _VERDICTS:
        return " or ".join(_VERDICTS)
    return "a length of time such as 24h, 30d or 5bd (business days)"


def _check_order(code: str, table: dict[str, Any]) -> None:
    spans = [(key, Span.parse(table[key])) for key in _ORDER if isinstance(table.get(key), str)]
    for (one, first), (two, second) in pairwise(spans):
        if first.count * _HOURS[first.unit] > second.count * _HOURS[second.unit]:
            raise PolicyError(f'{code}: "{one}" ({first}) would come after "{two}" ({second}); change that one first')
