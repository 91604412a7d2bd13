"""Load the acts model: `sincerely acts` needs no other."""

from __future__ import annotations

from functools import lru_cache

from sincerely.app.models.trained import trained
from sincerely.reading.scoring.acts_model import ActsModel, read_acts


@lru_cache(maxsize=1)
def load_acts() -> ActsModel:
    """Return the acts model; read from the package's data once a process."""
    return read_acts(trained("acts"))
