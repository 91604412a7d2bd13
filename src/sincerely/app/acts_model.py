"""Load the acts model: `sincerely acts` needs no other."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files

from sincerely.reading.acts_model import ActsModel, read_acts


@lru_cache(maxsize=1)
def load_acts() -> ActsModel:
    """Return the acts model; read from the package's data once a process."""
    return read_acts(json.loads((files("sincerely.data") / "models" / "acts.json").read_text("utf-8")))
