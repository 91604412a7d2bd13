"""Coefficients that the package ships."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def trained(name: str) -> dict[str, Any]:
    """Return the coefficients of one model, as they stand in its JSON file."""
    told: dict[str, Any] = json.loads((files("sincerely.data") / "models" / f"{name}.json").read_text("utf-8"))
    return told
