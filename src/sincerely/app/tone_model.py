"""Load the ear for tone: `sincerely tone` needs no other model, and nothing that reads mail."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from sincerely.gate.tone import Tone, hear

from .encoder import load_encoder, load_pieces
from .hearing import EncodersEar
from .trained import trained


@lru_cache(maxsize=1)
def load_tone() -> Callable[[str], Tone]:
    """Return the ear for tone: what says how a text would land."""
    one, two, constant = trained("reader")["tone"]
    ear = EncodersEar(load_encoder(), load_pieces(), (one, two, constant))
    return lambda text: hear(text, ear)
