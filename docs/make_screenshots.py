"""Take the guide's pictures: the bundled sample, opened on a fixed day, in a real Chromium. `make docs` runs it."""

from __future__ import annotations

import sys
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.web.live import chromium, served

from sincerely.app.demo import prepare
from sincerely.app.policies import load_policy
from sincerely.app.wiring import opened
from sincerely.web.app import Site

IMAGES = Path(__file__).parent / "images"
NOW = datetime(2026, 3, 11, 12, tzinfo=ZoneInfo("America/New_York"))
DESK = {"width": 1100, "height": 900}
PHONE = {"width": 390, "height": 844}


def main() -> None:
    """Write docs/images/*.png."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        prepare(folder, NOW, lambda _label, _done, _total: None)
        site = Site(lambda: opened(folder), load_policy(), lambda: NOW, ())
        with opened(folder) as store:
            first = next(row.header.id for row in store.summaries() if row.state == "interviewed")
        with served(site) as address:
            for label, path in (
                ("today", "/"),
                ("process", f"/p/{first}"),
                ("processes", "/processes"),
                ("rule", "/explain/WAIT003"),
            ):
                for size, view in (("desk", DESK), ("phone", PHONE)):
                    for scheme in ("light", "dark") if label in {"today", "process"} else ("light",):
                        context = browser.new_context(
                            base_url=address, viewport=view, color_scheme=scheme, device_scale_factor=1
                        )
                        page = context.new_page()
                        page.goto(path)
                        page.screenshot(path=IMAGES / f"{label}-{size}-{scheme}.png")
                        context.close()


if __name__ == "__main__":
    main()
