"""Load what reading is handed: coefficients that the package ships."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from sincerely.app.models.acts_model import load_acts
from sincerely.app.models.encoder import load_encoder, load_pieces
from sincerely.app.models.trained import trained
from sincerely.reading.scoring.insight import Calibration
from sincerely.reading.scoring.linear import read_linear
from sincerely.reading.scoring.models import Models


@lru_cache(maxsize=1)
def load_models() -> Models:
    """Return the models; read from the package's data once a process."""
    told = trained("reader")
    one, two, constant = told["said"]
    calibration = Calibration((one, two, constant), told["kind"], told.get("shifts", {}))
    glance, topic = (read_linear(trained(name)) for name in ("glance", "topic"))
    lines = (files("sincerely.data") / "items.txt").read_text("utf-8").splitlines()
    items = dict(line.split(" = ", 1) for line in lines if " = " in line)
    return Models(glance, topic, load_pieces(), load_encoder(), calibration, load_acts(), items)
