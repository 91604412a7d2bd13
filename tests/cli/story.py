"""A process in which it is noon, whenever a test runs: the commands know this instant only, and nobody sleeps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path


def noon_story(folder: Path) -> Path:
    """Write a timeline with an interview that ended two hours ago, where the employer is."""
    now = datetime.now(UTC)
    ahead = 12 - now.hour
    zone = f"Etc/GMT{-ahead:+d}"
    day = f"{now + timedelta(hours=ahead):%Y-%m-%d}"
    file = folder / "acme.timeline"
    file.write_text(
        f'process acme employer="Acme Corp" role="Data analyst" zone={zone} country=US\n'
        f'{day} 09:00 scheduled dana@acme.example start="{day} 09:30" end="{day} 10:00"\n'
        f'{day} 10:20 debriefed dana@acme.example liked="the migration story" fit="ran two such migrations"\n',
        "utf-8",
    )
    return file
