"""Load what reading is handed: cues and coefficients that the package ships."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files

from sincerely.gate.tone import Tone, hear, read_tone
from sincerely.reading.acts import ActsModel, read_acts
from sincerely.reading.models import Models, build

_CUES = ("lexicon", "outcome", "interview", "process", "german", "french", "requests", "sent")
_TRAINED = ("glance", "topic")


@lru_cache(maxsize=1)
def load_models() -> Models:
    """Return the models; read from the package's data once a process."""
    data = files("sincerely.data")
    return build(
        {name: (data / "cues" / f"{name}.txt").read_text("utf-8") for name in _CUES},
        {name: json.loads((data / "models" / f"{name}.json").read_text("utf-8")) for name in _TRAINED},
    )


@lru_cache(maxsize=1)
def load_acts() -> ActsModel:
    """Return the acts model alone: `sincerely acts` needs no other."""
    return read_acts(json.loads((files("sincerely.data") / "models" / "acts.json").read_text("utf-8")))


@lru_cache(maxsize=1)
def load_tone() -> Callable[[str], Tone]:
    """Return the ear for tone: what says how a text would land."""
    model = read_tone(json.loads((files("sincerely.data") / "models" / "tone.json").read_text("utf-8")))
    return lambda text: hear(text, model)
