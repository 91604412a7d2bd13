"""What reading knows beyond its code: trained coefficients, loaded once by `app`."""

from __future__ import annotations

from dataclasses import dataclass

from .insight import Calibration, Encoder
from .linear import Linear
from .wordpiece import Pieces


@dataclass(frozen=True)
class Models:
    """Everything that reading is handed.

    Attributes:
        glance: whether a mail may be about hiring, by its words alone; above zero it is read.
        topic: whether a mail is about hiring.
        pieces: how the encoder cuts words.
        encoder: what each sentence, time and word of a hiring mail is.
        calibration: how sure it may be.
    """

    glance: Linear
    topic: Linear
    pieces: Pieces
    encoder: Encoder
    calibration: Calibration
