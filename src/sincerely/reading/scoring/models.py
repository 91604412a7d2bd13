"""What reading knows beyond its code: trained coefficients, loaded once by `app`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .acts_model import ActsModel
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
        acts: whether a sentence asks for something.
        items: the words for things that can be handed in, by item, with ``|`` between them.
    """

    glance: Linear
    topic: Linear
    pieces: Pieces
    encoder: Encoder
    calibration: Calibration
    acts: ActsModel
    items: Mapping[str, str]
