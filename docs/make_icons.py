"""Draw the icons of the installed app from our own drawings: phones take pictures of a size, not drawings.

The same drawing gives the same bytes, so a test can say that nobody forgot to draw them anew.
"""

from __future__ import annotations

from pathlib import Path

import typst

STATIC = Path(__file__).parents[1] / "src" / "sincerely" / "web" / "static"
# The sizes that browsers ask for: 192 and 512 for Chromium, 180 for the home screen of iOS, which fills no corner.
ICONS = {
    "icon-192.png": ("icon.svg", 192),
    "icon-512.png": ("icon.svg", 512),
    "icon-maskable-512.png": ("icon-maskable.svg", 512),
    "icon-180.png": ("icon-maskable.svg", 180),
}
_PAGE = """#set page(width: {size}pt, height: {size}pt, margin: 0pt, fill: none)
#image(bytes("{drawing}"), format: "svg", width: 100%)"""


def draw(drawing: str, size: int) -> bytes:
    """Return a drawing as a PNG of so many pixels."""
    text = (STATIC / drawing).read_text("utf-8").replace("\\", "\\\\").replace('"', '\\"')
    made = typst.compile(_PAGE.format(size=size, drawing=text).encode(), format="png", ppi=72.0)
    assert isinstance(made, bytes)
    return made


def main() -> None:
    """Write all of them."""
    for name, (drawing, size) in ICONS.items():
        (STATIC / name).write_bytes(draw(drawing, size))


if __name__ == "__main__":
    main()
