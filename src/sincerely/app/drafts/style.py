"""How the person writes: learnt from what they sent, and what they said themselves, which always goes first."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from types import MappingProxyType
from typing import Any

from sincerely.app.mail_in.letters import letters_of
from sincerely.reading.habits import Habit, Habits, called, habits
from sincerely.store.base import Store
from sincerely.writing.facts.languages import WRITTEN, guess
from sincerely.writing.facts.situation import Style

KEYS = ("name", "sign-off", "signature", "formality", "languages")
# What is chosen, and what was learnt with what it was learnt from.
_EDITED, LEARNT, CALLED = "style", "style.learnt", "style.called"
# Habits change: the latest mails count, and reading them again takes about a third of a second.
_LOOKED_AT = 40
# What tells of which language last words are; they have hardly any small ones.
_ENDS = {
    "de": re.compile(r"\b(?:gr(?:u|ü|ue)(?:ß|ss)\w*|mfg|lg|vg|hochachtungsvoll|danke|dank)\b", re.IGNORECASE),
    "fr": re.compile(
        r"\b(?:cordialement|sincèrement|respectueusement|amicalement|salutations|bien à (?:vous|toi)|à bientôt|merci"
        r"|bonne (?:journée|soirée)|belle journée)\b",
        re.IGNORECASE,
    ),
}
_LONGEST = {"name": 80, "sign-off": 60, "signature": 400}


class BadStyle(ValueError):
    """A key or value that is none; the message says what is expected."""


@dataclass(frozen=True)
class Line:
    """One thing about how the person writes.

    Attributes:
        key: one of `KEYS`; of a sign-off with its language, such as ``sign-off (English)``.
        value: empty where nothing is known.
        edited: whether the person said so.
        habit: what it was learnt from, where it was.
        mails: the mails that it was learnt from, in words.
    """

    key: str
    value: str
    edited: bool = False
    habit: Habit | None = None
    mails: str = "sent mails"

    def as_json(self) -> dict[str, Any]:
        """Return it as the command prints it."""
        learnt = asdict(self.habit) if self.habit is not None else None
        return {"key": self.key, "value": self.value, "edited": self.edited, "learnt": learnt}


@dataclass(frozen=True)
class Kept:
    """What the person said, what was learnt, and how others call them where their own mail does not tell."""

    edited: Mapping[str, Any]
    learnt: Habits
    called: Habit | None = None

    def as_style(self, signed: str = "") -> Style:
        """Return what drafts use; a learnt formality gives way to the thread's, a chosen one does not."""
        learnt = self.learnt
        chosen: Mapping[str, str] = self.edited.get("sign-off", {})
        habits_of = {how: _ended(habit.value, how[:2]) for how, habit in learnt.sign_off.items()}
        return Style(
            name=signed or self.edited.get("name") or _value(learnt.name or self.called),
            sign_off=MappingProxyType({**habits_of, **chosen}),
            signature=self.edited.get("signature", _value(learnt.signature)),
            formality=self.edited.get("formality", ""),
            usual=_value(learnt.formality),
            languages=tuple(self.edited.get("languages") or (habit.value for habit in learnt.languages)),
        )

    def lines(self) -> list[Line]:
        """Return it for people, every key at least once: what was said hides what was learnt."""
        learnt = self.learnt
        languages = ", ".join(habit.value for habit in learnt.languages)
        return [
            self._line("name", learnt.name) if learnt.name or not self.called else self._called(self.called),
            *self._sign_offs(),
            self._line("signature", learnt.signature),
            self._line("formality", learnt.formality),
            self._line("languages", learnt.languages[0] if learnt.languages else None, languages),
        ]

    def _line(self, key: str, habit: Habit | None, shown: str = "") -> Line:
        if key in self.edited:
            value = self.edited[key]
            return Line(key, ", ".join(value) if isinstance(value, list) else value, edited=True)
        return Line(key, shown or _value(habit), habit=habit)

    def _called(self, habit: Habit) -> Line:
        return replace(self._line("name", habit), mails="mails to you")

    def _sign_offs(self) -> list[Line]:
        chosen: Mapping[str, str] = self.edited.get("sign-off", {})
        found = [Line(f"sign-off ({WRITTEN[name]})", words, edited=True) for name, words in chosen.items()]
        for how, habit in self.learnt.sign_off.items():
            language, _, formality = how.partition("-")
            if language not in chosen:
                key = f"sign-off ({WRITTEN[language]}, {formality})"
                found.append(Line(key, _ended(habit.value, language), habit=habit))
        return found or [Line("sign-off", "")]


def _value(habit: Habit | None) -> str:
    return habit.value if habit is not None else ""


def _ended(words: str, language: str) -> str:
    """Return last words as they end in a language: English and French have a comma, German has none."""
    bare = words.rstrip(" ,.")
    return bare if language == "de" or not bare[-1:].isalnum() else f"{bare},"


def style_of(store: Store) -> Kept:
    """Return how the person writes; what was learnt is kept until they have sent something new."""
    sent = store.sent_messages(_LOOKED_AT)
    names = "\n".join(f"{message.source}\t{message.key}" for message in sent)
    mark = blake2b(names.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    kept = store.setting(LEARNT) or {}
    if kept.get("of") == mark:
        learnt = _from_json(kept["habits"])
    else:
        letters = [letter for _, letter in letters_of(store, sent)]
        learnt = habits(letters)
        if len(letters) == len(sent):  # what can't be read now may be read later
            store.set_setting(LEARNT, {"of": mark, "habits": asdict(learnt)})
    edited = store.setting(_EDITED) or {}
    return Kept(edited, learnt, None if learnt.name or "name" in edited else _called(store))


def _called(store: Store) -> Habit | None:
    """Return how others call the person; looked for until it is found, since it hardly changes."""
    own = sorted(store.setting("me") or ())
    kept = store.setting(CALLED) or {}
    if kept.get("of") == own:
        return _habit(kept["name"])
    theirs = [message for message in store.search_messages(("@",), _LOOKED_AT) if not message.sent]
    found = called([letter for _, letter in letters_of(store, theirs)], own)
    if found is not None:
        store.set_setting(CALLED, {"of": own, "name": asdict(found)})
    return found


def _habit(value: Any) -> Habit | None:
    return None if value is None else Habit(value["value"], value["count"], value["of"], tuple(value["seen"]))


def _from_json(told: Mapping[str, Any]) -> Habits:
    def sure(values: Any) -> list[Habit]:
        return [found for value in values if (found := _habit(value)) is not None]

    return Habits(
        name=_habit(told["name"]),
        sign_off=dict(zip(told["sign_off"], sure(told["sign_off"].values()), strict=True)),
        signature=_habit(told["signature"]),
        formality=_habit(told["formality"]),
        languages=tuple(sure(told["languages"])),
        letters=told["letters"],
    )


def shown_by(store: Store, habit: Habit) -> str:
    """Return the latest mail that shows a habit, by its day and subject; empty where it is not known any more."""
    for name in habit.seen:
        message = store.message_named(f"<{name}>")
        if message is not None and message.date is not None:
            return f"{message.date.astimezone():%Y-%m-%d} “{message.subject}”"
    return ""


def set_style(store: Store, key: str, value: str, language: str = "") -> str:
    """Keep what the person says, and return it in words.

    Args:
        store: the candidate's.
        key: one of `KEYS`.
        value: what they want.
        language: of a sign-off; empty where its words tell.

    Raises:
        BadStyle: there is no such key, or the value is none for it.
    """
    made = _CHECKS.get(key, _unknown)(value.strip(), key)
    with store.transaction():
        edited = dict(store.setting(_EDITED) or {})
        if key == "sign-off":
            name = language or next((name for name, ends in _ENDS.items() if ends.search(value)), guess(value) or "en")
            made = _ended(made, name)
            edited[key] = {**edited.get(key, {}), name: made}
            told = f'{key} ({WRITTEN[name]}) is now "{made}"'
        else:
            edited[key] = made
            shown = ", ".join(made) if isinstance(made, list) else made.replace("\n", " / ")
            told = f'{key} is now "{shown}"'
        store.set_setting(_EDITED, edited)
    return told


def reset_style(store: Store, key: str) -> bool:
    """Forget what the person said of one key, so that what was learnt counts again; whether there was anything.

    Raises:
        BadStyle: there is no such key.
    """
    if key not in KEYS:
        _unknown("", key)
    with store.transaction():
        edited = dict(store.setting(_EDITED) or {})
        there = edited.pop(key, None) is not None
        store.set_setting(_EDITED, edited)
    return there


def _unknown(_: str, key: str) -> Any:
    raise BadStyle(f'there is no "{key}"; there are {", ".join(KEYS)}')


def _words(value: str, key: str) -> str:
    text = "\n".join(" ".join(line.split()) for line in value.replace("\\n", "\n").splitlines()).strip()
    if key != "signature" and ("\n" in text or not text):
        raise BadStyle(f"{key}: expected one line, such as {'Robin Ashdown' if key == 'name' else 'Best wishes'}")
    if len(text) > _LONGEST[key]:
        raise BadStyle(f"{key}: expected at most {_LONGEST[key]} characters, found {len(text)}")
    if not all(c.isprintable() or c == "\n" for c in text):
        raise BadStyle(f"{key}: has characters that nobody can read; type it again")
    return text


def _formality(value: str, key: str) -> str:
    if value not in {"formal", "informal"}:
        raise BadStyle(
            f'{key}: expected formal or informal, found "{value}"; "sincerely style reset {key}" follows the thread'
        )
    return value


def _languages(value: str, key: str) -> list[str]:
    found = [part for part in value.replace(",", " ").casefold().split() if part]
    if not found or not set(found) <= set(WRITTEN):
        raise BadStyle(f'{key}: expected one or more of {", ".join(WRITTEN)}, the favourite first, found "{value}"')
    return list(dict.fromkeys(found))


_CHECKS: Mapping[str, Callable[[str, str], Any]] = {
    "name": _words,
    "sign-off": _words,
    "signature": _words,
    "formality": _formality,
    "languages": _languages,
}
