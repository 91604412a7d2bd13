"""Take the guide's pictures: the bundled sample, opened on a fixed day, in a real Chromium. `make docs` runs it.

Labels such as ``editor`` take those alone.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import Browser, ViewportSize
from tests.web.live import chromium, served

from sincerely.app.demo import prepare
from sincerely.app.drafts import composing
from sincerely.app.drafts.drafting import Wish
from sincerely.app.drafts.editing import save
from sincerely.app.drafts.starting import start
from sincerely.app.interviews.debriefing import Answers, debrief
from sincerely.app.mail_in import bringing
from sincerely.app.outgoing.approving import Wish as Approval
from sincerely.app.outgoing.approving import approve_draft
from sincerely.app.processes.giving import give
from sincerely.app.today.policies import load_policy
from sincerely.app.wiring import opened
from sincerely.reading.letters.document import text_document
from sincerely.web.app import Site

IMAGES = Path(__file__).parent / "images"
NOW = datetime(2026, 3, 11, 12, tzinfo=ZoneInfo("America/New_York"))
DESK: ViewportSize = {"width": 1100, "height": 900}
WIDE: ViewportSize = {"width": 1440, "height": 980}
PHONE: ViewportSize = {"width": 390, "height": 844}


# Something for the card to stand on.
CV = """Robin Ashdown
• Built the demand forecast for social housing in Python and SQL, used by four departments
• Led the move of forty dashboards from Tableau to Looker
• Trained twelve colleagues in dbt and in writing tests for data
"""
POSTING = """What you bring
- Strong SQL and Python, and experience with forecasting
- Experience with dbt or a similar tool
- A feeling for dashboards, best in Looker
"""


# Whose interview was yesterday, and a letter to somebody there.
MET, WHOM = "larkspur-health-senior-data-analyst-population", "dana.whitlock@larkspurhealth.example"
NOTES = {
    "topic": "how the triage dashboard is used on the wards",
    "liked": "that every number has an owner",
    "fit": "somebody who can move dashboards to Looker ↔ I moved forty of them",
}


def letters(site: Site) -> None:
    """Begin letters, so that the editor and what is on its way have something to show."""
    with site.opened() as store:
        process = store.process(MET)
        assert process is not None
        debrief(store, process, Answers(who=(WHOM,), notes=NOTES), NOW)
        [thanks] = start(store, MET, "THX001", Wish(WHOM), NOW).drafts
        text = composing.text_of(
            {**composing.fields_of(thanks.text), "body": thanks.text.body.replace("\n\nBest,", LATE)}, thanks.text
        )
        save(store, thanks, text, NOW)
        # By their employers: how a role is read may change, and which mail was the first.
        every = {row.header.employer: row.header.id for row in store.summaries()}
        for employer, code in (("Juniper Freight", "OFF001"), ("Fenwick & Dole", "WAIT003")):
            name = every[employer]
            for draft in start(store, name, code, Wish(), NOW).drafts:
                approve_draft(store, draft.name, Approval(), NOW.astimezone)


LATE = "\n\nI can start on [day], and I have led 40 people at Globex.\n\nBest,"


def main() -> None:
    """Write docs/images/*.png."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        prepare(folder, NOW, lambda _label, _done, _total: None)
        site = Site(lambda: opened(folder), load_policy(), lambda: NOW, (), folder=folder)
        with opened(folder) as store:
            first = next(row.header.id for row in store.summaries() if row.state == "interviewed")
            process = store.process(first)
            assert process is not None
            for label, text, header in (("cv.txt", CV, None), ("posting.txt", POSTING, process.header)):
                give(store, text.encode(), text_document(text.encode()), label, NOW - timedelta(days=2), header)
        with served(site) as address:
            for label, path in (
                ("today", "/"),
                ("process", f"/p/{first}"),
                ("processes", "/processes"),
                ("rule", "/explain/WAIT003"),
                ("card", f"/card/{first}"),
                ("policy", "/settings/policy?change=WAIT003.after_promise#WAIT003.after_promise"),
                ("you", "/settings/you"),
            ):
                take(browser, address, label, path)
            letters(site)
            for label, path in (
                ("debrief", f"/debrief/{MET}"),
                ("editor", "/drafts/d1?check=1"),
                ("outgoing", "/outgoing"),
            ):
                take(browser, address, label, path)
            if wanted("offline"):
                offline(browser, address)
        begin(browser, folder / "new")


def wanted(label: str) -> bool:
    """Whether a page's pictures are to be taken: all are, unless others were asked for."""
    return not sys.argv[1:] or label in sys.argv[1:]


def take(browser: Browser, address: str, label: str, path: str) -> None:
    """Take a page's pictures."""
    if not wanted(label):
        return
    for size, view in (("desk", WIDE if label == "editor" else DESK), ("phone", PHONE)):
        for scheme in ("light", "dark") if label in {"today", "process"} else ("light",):
            context = browser.new_context(base_url=address, viewport=view, color_scheme=scheme, device_scale_factor=1)
            page = context.new_page()
            page.goto(path)
            page.screenshot(path=IMAGES / f"{label}-{size}-{scheme}.png", full_page=label == "card")
            context.close()


# The worker keeps the time of the very minute; a picture is to be the same every time.
AT_NOON = "time => { time.textContent = '12:00'; }"


def offline(browser: Browser, address: str) -> None:
    """Take the pictures of a phone without a connection: the debrief being typed, and Today as it was."""
    context = browser.new_context(
        base_url=address, viewport=PHONE, is_mobile=True, has_touch=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto("/settings/phone")
    page.get_by_role("button", name="Keep pages on this device").click()
    for path in ("/", f"/debrief/{MET}"):
        page.goto(path)
        # In the page: Playwright would evaluate the text of a condition again, which the policy forbids.
        page.evaluate(
            """async path => {
                while (!(await caches.match(path))) await new Promise(requestAnimationFrame);
            }""",
            path,
        )
    context.set_offline(True)
    page.goto(f"/debrief/{MET}")
    page.locator("#note").fill("The lift was out of order; they laughed about it.")
    page.locator("#note").scroll_into_view_if_needed()
    page.get_by_text("will be sent when you are back").wait_for()
    page.screenshot(path=IMAGES / "offline-debrief-phone-light.png")
    page.goto("/")
    page.locator("#copy time").evaluate(AT_NOON)
    page.screenshot(path=IMAGES / "offline-today-phone-light.png")
    context.close()


def begin(browser: Browser, folder: Path) -> None:
    """Take the first run's pictures, of a store in which nothing is yet."""
    if not wanted("start"):
        return
    bringing.room = lambda _home: 40_000_000_000  # the same on every machine
    site = Site(lambda: opened(folder), load_policy(), lambda: NOW, (), folder=folder)
    with served(site) as address:
        for size, view in (("desk", DESK), ("phone", PHONE)):
            context = browser.new_context(base_url=address, viewport=view, device_scale_factor=1)
            page = context.new_page()
            page.goto("/start")
            page.screenshot(path=IMAGES / f"start-{size}-light.png")
            context.close()


if __name__ == "__main__":
    main()
