"""Mail that waits for its process: one list, whatever came first, kept only where something changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from tests.app.mail_in.test_passed_over import (
    NOW,
    OLIVE,
    REACHES,
    RIEKE,
    TALK,
    YES,
    asked,
    box,
    employers,
    receive,
    store,
)

from sincerely.app.mail_in.lying import mark
from sincerely.app.mail_in.waiting_mail import WAITING, Waiting, WaitingMail, waiting
from sincerely.store.base import Message, Store

__all__ = ["box", "store"]  # fixtures
# The first look takes this for private.
LAKE = (
    "Re: the place\nThey really did love the place on Saturday, but I found no new list this Sunday again. Here is the url: "
    "http://www.world.example/list - it is free, and most of the messages on the mailing list were spam. How was the big one, "
    "and why did they use another server? Just try it again, some users were using linux."
)
PRIVATE = ("b", "a", f"to {OLIVE}", LAKE)

KIM = ("d", "zz", "to Kim <kim@else.example>", LAKE)


def named(store: Store, name: str) -> Message | None:
    return store.message_named(f"<{name}@x.example>")


@pytest.mark.parametrize("order", list(permutations((REACHES, PRIVATE))), ids=lambda order: order[0][0])
@pytest.mark.parametrize("apart", [False, True])
def test_an_answer_that_looks_private_is_one_whenever_it_is_read(
    store: Store, box: Path, order: tuple[tuple[str, str, str, str], ...], *, apart: bool
) -> None:
    for some in [(mail,) for mail in order] if apart else [order]:
        receive(store, box, *some)
    assert employers(store) == ["Penrose Insights"]
    found = [named(store, name) for name in "ab"]
    assert [one and (one.process is not None, one.sent) for one in found] == [(True, False), (True, True)]
    assert not waiting(store)


@pytest.mark.parametrize("order", list(permutations((TALK, (*YES[:3], LAKE)))), ids=lambda o: o[0][0])
def test_what_looks_private_is_no_answer_to_what_is_asked(
    store: Store, box: Path, order: tuple[tuple[str, str, str, str], ...]
) -> None:
    for mail in order:
        receive(store, box, mail)
    assert (employers(store), len(asked(store))) == ([], 1)


def test_private_mail_of_a_known_thread_is_known_as_such(store: Store, box: Path) -> None:
    receive(store, box, REACHES, PRIVATE)
    receive(store, box, ("c", "b", OLIVE, LAKE), ("d", "b", f"to {OLIVE}", LAKE))
    home = named(store, "a")
    assert home is not None
    found = [named(store, name) for name in "cd"]
    assert [one and (one.process, one.sent) for one in found] == [(home.process, False), (home.process, True)]


def test_each_mail_waits_once_and_was_read(store: Store, box: Path) -> None:
    assert receive(store, box, TALK, YES, KIM).read == 3
    assert len(waiting(store)) == 3
    assert len({one.lies for one in waiting(store)}) == len(waiting(store))
    known = {one.source: store.known_keys(one.source) for one in waiting(store)}
    assert all(known[one.source](one.key) for one in waiting(store))


def test_what_waits_is_written_where_it_changed(store: Store, box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    receive(store, box, TALK)
    written: list[str] = []
    save = type(store).set_setting

    def noted(self: Store, name: str, value: object) -> None:
        written.append(name)
        save(self, name, value)

    monkeypatch.setattr(type(store), "set_setting", noted)
    receive(store, box)
    receive(store, box, ("c", "", "Kim <kim@else.example>", "dinner\nHi Mira, dinner on Friday? Kim"))
    assert WAITING not in written
    receive(store, box, KIM)
    assert WAITING in written


def one(number: int, **fields: Any) -> Waiting:
    at = (NOW - timedelta(days=1, minutes=-number)).isoformat()
    return replace(Waiting("box", str(number), "", at, sent=True, answers=(mark("x"),)), **fields)


def test_private_answers_do_not_push_out_what_looks_like_hiring(store: Store) -> None:
    letter = one(0, own=mark("y"), sent=False, likely=0.9)
    old = one(2000, at=datetime(2025, 4, 20, tzinfo=NOW.tzinfo).isoformat())
    found = WaitingMail(NOW, {each.lies: each for each in (letter, *(one(n) for n in range(1, 1003)), old)})
    found.keep(store)
    kept = waiting(store)
    assert len(kept) == 1001
    assert kept[0] == letter
    assert kept[1].key == "3"
    assert [each.key for each in found.answering(["x"])] == [each.key for each in kept[1:]]


def test_what_an_older_version_let_wait_goes_on_waiting(store: Store) -> None:
    at = (NOW - timedelta(days=3)).isoformat()
    lies = {"source": "box", "where": "w"}
    passed = {
        **lies, "key": "1", "place": "box/1", "digest": "ab", "at": at, "sent": False, "likely": 0.9,
        "own": mark("a@x.example"), "answers": [], "people": [mark(RIEKE)], "asked": "", "of_job": True,
    }  # fmt: skip
    answer = {**lies, "key": "2", "at": at, "sent": True, "marks": [mark("b@x.example")]}
    both = {**passed, "key": "3", "sent": True, "likely": 0.0, "answers": [mark("a@x.example")]}
    store.set_setting("passed_over", [passed, both])
    store.set_setting("sent_waiting", [answer, {**answer, "key": "3"}])
    found = WaitingMail.of(store, NOW)
    assert [each.key for each in found.answering(["b@x.example"])] == ["2"]
    assert [each.key for each in found.answered()] == ["1"]
    assert [(each.key, each.own != "") for each in waiting(store)] == [("1", True), ("2", False), ("3", True)]
    assert store.setting("passed_over") is store.setting("sent_waiting") is None
    known = store.known_keys("box")
    assert known("1")  # else it would be read as new
    message = store.message("box", "1")
    assert message is not None
    assert (message.digest, message.place, message.where, message.process) == ("ab", "box/1", "w", None)
