"""An answer that was kept is never another one than would be given anew: after every kind of POST, and by the clock."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.support import POLICY

from sincerely.app.connections.held import HeldStore
from sincerely.app.processes.transfer import take
from sincerely.app.today.known import Known
from sincerely.app.today.listing import today_of
from sincerely.app.wiring import opened
from sincerely.web.app import Site, create_app
from sincerely.web.kept_answers import KeptAnswers
from sincerely.web.views.findings import line_id

from .conftest import HOST, NOW, STORY
from .forms import ORIGIN, fields, send

pytestmark = pytest.mark.slow

MORE = """
process hooli-dev employer="Hooli" role="Developer" zone=America/New_York country=US
2026-03-01 09:00 applied
2026-03-03 10:00 interviewed gavin@hooli.example
2026-03-03 10:30 debriefed gavin@hooli.example topic="the box" liked="that it is signed" fit="somebody for the box ↔ I built three"
2026-03-04 10:00 offered by=2026-03-11 confidence=0.4 quote="We are about to make you an offer" source=mail2
process initech-clerk employer="Initech" role="Clerk" zone=America/New_York country=US
2025-12-01 09:00 interviewed bill@initech.example
"""
PAGES = (
    "/", "/?all=due", "/processes", "/processes?view=board", "/processes?stage=ended", "/p/acme-analyst",
    "/p/globex-lead", "/p/hooli-dev", "/p/initech-clerk", "/questions", "/insights", "/search", "/search?q=acme",
    "/explain/WAIT003",
)  # fmt: skip
# Its figures may be an hour old by themselves.
BY_THE_CLOCK = tuple(page for page in PAGES if page != "/insights")


@dataclass
class World:
    """A site that keeps answers, beside one that knows nothing from before; and the browser that looks at both."""

    folder: Path
    now: datetime = NOW
    held: HeldStore = field(init=False)

    def __post_init__(self) -> None:
        self.held = HeldStore(self.folder)
        self.site = Site(self.held.opened, POLICY, lambda: self.now, (HOST,), folder=self.folder, mark=self.held.mark)
        self.anew = Site(lambda: opened(self.folder), POLICY, lambda: self.now, (HOST,), folder=self.folder)
        app, other = create_app(self.site), create_app(self.anew)
        other.state.pages.tokens = app.state.pages.tokens
        self.browser = TestClient(app, base_url=f"http://{HOST}")
        self.fresh = TestClient(other, base_url=f"http://{HOST}")
        self.browser.get("/")
        self.fresh.cookies = self.browser.cookies
        part: Any = app.middleware_stack
        while not isinstance(part, KeptAnswers):
            part = part.app
        self.kept = part

    def look(self, pages: tuple[str, ...] = PAGES) -> dict[str, str]:
        """Return the pages, each the same as anew."""
        found = {page: self.browser.get(page).text for page in pages}
        for page, text in found.items():
            self.anew.known = Known()
            assert text == self.fresh.get(page).text, page
        return found

    def post(self, page: str, action: str, change: dict[str, Any] | None = None) -> Any:
        """Send a form of a page; its toast is looked at, so that it is gone."""
        answer = send(self.browser, self.browser.get(page).text, action, change)
        assert answer.status_code == 200, answer.text
        return answer

    def plain(self, action: str, **told: str) -> Any:
        """Send a form that a page fills with a script."""
        token = fields(self.browser.get("/").text, "/undo")["token"]
        answer = self.browser.post(action, data={"token": token, **told}, headers=ORIGIN)
        assert answer.status_code == 200, answer.text
        return answer

    def line(self, code: str) -> str:
        """Return the name of a finding on Today."""
        with opened(self.folder) as store:
            found = today_of(store, self.now, POLICY).all
        return next(line_id(line) for line in found if line.finding.code == code)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    (tmp_path / "story.timeline").write_text(STORY + MORE, "utf-8")
    with opened(tmp_path) as store:
        take(store, tmp_path / "story.timeline", NOW)
        store.set_setting("me", ["robin@mail.example"])
    found = World(tmp_path)
    with found.browser, found.fresh:
        yield found
    found.held.close()


def add(w: World) -> None:
    w.plain("/add/acme-analyst", verb="heard", at="2026-03-05T15:00", who="dana@acme.example")


def done(w: World) -> None:
    w.plain("/exit", line=w.line("ASK001"), how="done")


def snoozed(w: World) -> None:
    w.plain("/exit", line=w.line("THX001"), how="snoozed", until="2026-03-07")


def dismissed(w: World) -> None:
    w.plain("/exit", line=w.line("BYE001"), how="dismissed")


def undone(w: World) -> None:
    w.plain("/undo")


def answered(w: World) -> None:
    found = re.search(r'name="yes" value="(\w+)"', w.browser.get("/questions").text)
    assert found
    w.plain("/answer", yes=found[1])


def closed(w: World) -> None:
    w.plain("/close", process="initech-clerk")


def wrong(w: World) -> None:
    found = re.search(r'href="/e/acme-analyst/(\w+)"', w.browser.get("/p/acme-analyst").text)
    assert found
    w.plain("/wrong", process="acme-analyst", event=found[1])


def merged(w: World) -> None:
    w.post("/merge/globex-lead", "/merge/globex-lead", {"into": "acme-analyst"})


def renamed(w: World) -> None:
    form = {"employer": "Globex", "role": "Head of it all", "zone": "Europe/Berlin", "country": "DE"}
    w.post("/about/globex-lead", "/about/globex-lead", form)


def profile(w: World) -> None:
    w.plain("/settings/policy/profile", profile="strict")


def debriefed(w: World) -> None:
    w.post("/debrief/hooli-dev", "/debrief/hooli-dev", {"topic:gavin@hooli.example": "the desk", "do": "done"})


def begun(w: World) -> None:
    w.browser.get("/draft/THX001?process=hooli-dev&who=gavin@hooli.example")


def typed(w: World) -> None:
    w.post("/drafts/d1", "/drafts/d1", {"body": "Dear Gavin,\n\nthank you for your time.", "do": "save"})


def approved(w: World) -> None:
    page = send(w.browser, w.browser.get("/drafts/d1").text, "/drafts/d1", {"do": "next"}).text
    checks = {name: "on" for name in fields(page, "/drafts/d1/send") if name.startswith("over")}
    send(w.browser, page, "/drafts/d1/send", {"do": "hand", "why": "it is what I mean", **checks})


def erased(w: World) -> None:
    w.plain("/settings/data/erase-process", process="hooli-dev", said="hooli-dev")


def elsewhere(w: World) -> None:
    """Add something from another program."""
    program = (
        "import sys; from pathlib import Path; from datetime import datetime; from sincerely.app.processes.transfer import take;"
        "from sincerely.app.wiring import opened; at = Path(sys.argv[1]); store = opened(at);"
        "take(store.__enter__(), at / 'new.timeline', datetime.fromisoformat(sys.argv[2]))"
    )
    story = 'process soylent employer="Soylent" zone=Europe/Berlin country=DE\n2026-03-05 15:00 applied\n'
    (w.folder / "new.timeline").write_text(story, "utf-8")
    subprocess.run([sys.executable, "-c", program, str(w.folder), NOW.isoformat()], check=True)


def commanded(w: World) -> None:
    """Change a setting over another connection of this program, as its background does."""
    with opened(w.folder) as store:
        store.set_setting("background_problems", ["dana@mail.example: not reachable."])


ACTS: tuple[Callable[[World], None], ...] = (
    add, undone, done, snoozed, dismissed, undone, answered, closed, wrong, merged, undone, renamed, undone, profile, debriefed,
    begun, typed, approved, elsewhere, commanded, erased,
)  # fmt: skip


def test_the_next_look_is_new_after_everything_that_can_be_done(world: World) -> None:
    before = world.look()
    for act in ACTS:
        assert world.look() == before
        act(world)
        after = world.look()
        # What is typed into a draft is on none of these pages.
        assert after != before or act in {begun, typed, approved}, act.__name__
        before = after


def test_what_is_the_same_is_not_made_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.look()
    before = world.look()

    async def nobody(*_: Any) -> None:
        pytest.fail("was made again")

    monkeypatch.setattr(world.kept, "app", nobody)
    assert {page: world.browser.get(page).text for page in PAGES} == before


@pytest.mark.parametrize("seed", range(3))
def test_the_clock_changes_what_is_shown_when_it_does_anew(world: World, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(12):
        with opened(world.folder) as store:
            wakes = [row.wake_at for row in store.summaries() if row.wake_at and row.wake_at > world.now]
        step = chance.choice(("minute", "hours", "wake", "back", "zone"))
        if step == "wake" and wakes:
            # Just before and exactly then, within one minute: the page is another one though the minute is not.
            world.now = min(wakes).astimezone(world.now.tzinfo) - timedelta(seconds=1)
            world.look(BY_THE_CLOCK)
            world.now += timedelta(seconds=1)
        elif step == "zone":
            world.now = world.now.astimezone(timezone(timedelta(hours=chance.randint(-9, 9))))
        else:
            world.now += {"hours": timedelta(hours=chance.randint(1, 60)), "back": timedelta(hours=-3)}.get(
                step, timedelta(minutes=1)
            )
        world.look(BY_THE_CLOCK)


def test_a_finding_opens_within_a_minute_that_was_looked_at(world: World) -> None:
    """Half a minute past is nothing that the minute tells."""
    at = datetime(2026, 3, 6, 15, 0, 30, tzinfo=UTC)
    header = 'process late employer="Late" zone=Europe/Berlin country=DE\n'
    story = f'{header}2026-03-05 09:00 scheduled eve@late.example start="2026-03-06 15:00" end="2026-03-06 16:00:30"\n'
    (world.folder / "late.timeline").write_text(story, "utf-8")
    with opened(world.folder) as store:
        take(store, world.folder / "late.timeline", NOW)
    world.now = at - timedelta(seconds=10)
    before = world.look(("/", "/p/late"))
    world.now = at
    after = world.look(("/", "/p/late"))
    assert "Thank" not in before["/p/late"].partition("</section>")[0]
    assert before["/"] != after["/"]
    assert before["/p/late"] != after["/p/late"]


def test_each_browser_has_its_own_token(world: World) -> None:
    mine = world.look(("/questions",))["/questions"]
    other = TestClient(world.browser.app, base_url=f"http://{HOST}")
    other.get("/")
    token = fields(mine, "/undo")["token"]
    for _ in range(2):
        assert fields(other.get("/questions").text, "/undo")["token"] != token


def test_a_name_that_no_browser_was_given_is_kept_for_nobody(world: World) -> None:
    answers = [
        TestClient(world.browser.app, base_url=f"http://{HOST}", cookies={"sincerely": "short"}).get("/questions")
        for _ in range(2)
    ]
    assert answers[0].cookies["sincerely"] != answers[1].cookies["sincerely"]


def test_a_toast_is_shown_once(world: World) -> None:
    world.look(("/p/acme-analyst",))
    answer = world.plain("/add/acme-analyst", verb="heard", at="2026-03-05T15:00", who="dana@acme.example")
    assert 'class="toast"' in answer.text
    for _ in range(2):
        assert 'class="toast"' not in world.browser.get(str(answer.url.path)).text


def test_what_is_sealed_is_asked_each_time(world: World) -> None:
    with opened(world.folder) as store:
        store.set_setting("background_problems", ["dana@mail.example: no passphrase is known."])
    world.look(("/",))
    assert not any(isinstance(key, tuple) and key[0] == "/" for key in world.kept._answers)


def test_nothing_is_kept_where_the_store_can_not_tell(world: World) -> None:
    world.site.mark = lambda: None
    world.look()
    world.look()
    assert not world.kept._answers


def test_another_store_in_its_place_is_seen(world: World, tmp_path: Path) -> None:
    """A file that was moved there, and one that was restored into it."""
    from sincerely.app.wiring import replace_store

    before = world.look()
    replace_store(world.folder, None)
    empty = world.look(("/", "/processes"))
    assert empty["/"] != before["/"]
    with opened(tmp_path / "other") as store:
        take(store, tmp_path / "story.timeline", NOW)
        store.backup(tmp_path / "moved.db")
    for left in world.folder.glob("sincerely.db*"):
        left.unlink()
    (tmp_path / "moved.db").rename(world.folder / "sincerely.db")
    assert world.look(("/processes",))["/processes"] == before["/processes"]
