"""Load what reading is handed: coefficients that the package ships."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from typing import Any

from sincerely.gate.tone import Tone, hear
from sincerely.reading.insight import Calibration
from sincerely.reading.linear import read_linear
from sincerely.reading.models import Models

from .acts_model import load_acts
from .encoder import load_encoder, load_pieces
from .hearing import EncodersEar


@lru_cache(maxsize=1)
def load_models() -> Models:
    """Return the models; read from the package's data once a process."""
    told = _trained("reader")
    one, two, constant = told["said"]
    calibration = Calibration((one, two, constant), told["kind"], told.get("shifts", {}))
    glance, topic = (read_linear(_trained(name)) for name in ("glance", "topic"))
    lines = (files("sincerely.data") / "items.txt").read_text("utf-8").splitlines()
    items = dict(line.split(" = ", 1) for line in lines if " = " in line)
    return Models(glance, topic, load_pieces(), load_encoder(), calibration, load_acts(), items)


def _trained(name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((files("sincerely.data") / "models" / f"{name}.json").read_text("utf-8"))
    return told


@lru_cache(maxsize=1)
def load_tone() -> Callable[[str], Tone]:
    """Return the ear for tone: what says how a text would land."""
    one, two, constant = _trained("reader")["tone"]
    ear = EncodersEar(load_encoder(), load_pieces(), (one, two, constant))
    return lambda text: hear(text, ear)
