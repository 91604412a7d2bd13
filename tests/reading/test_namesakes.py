"""A work that is also a name: "Herr Koch" may be a cook, or look for one."""

from __future__ import annotations

import pytest

from sincerely.reading.staging import _is_somebody


@pytest.mark.parametrize(
    ("role", "text", "somebody"),
    [
        ("Brandau", "Vorstellung Brandau\nHerr Brandau freut sich auf Sie.", True),
        ("Koch", "Herr Koch erwartet Sie am Donnerstag.", True),
        ("Koch", "Danke für Ihre Bewerbung als Koch. Herr Koch erwartet Sie am Donnerstag.", False),
        ("Koch", "Herr Koch sprach mit Ihnen über die Stelle als Koch.", False),
        ("Brandau", "Bei Brandau sucht man Sie.", False),
        ("", "Herr Koch freut sich.", False),
    ],
)
def test_whose_name_it_is(role: str, text: str, *, somebody: bool) -> None:
    assert _is_somebody(role, text) is somebody
