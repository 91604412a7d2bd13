"""Load the ear for tone: `sincerely tone` needs no other model, and nothing that reads mail."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from sincerely.app.models.encoder import load_encoder, load_pieces
from sincerely.app.models.hearing import EncodersEar
from sincerely.app.models.trained import trained
from sincerely.gate.tone import Tone, hear

# Texts whose tone is kept.
_REMEMBERED = 128


@lru_cache(maxsize=1)
def load_tone() -> Callable[[str], Tone]:
    """Return the ear for tone: what says how a text would land."""
    one, two, constant = trained("reader")["tone"]
    ear = EncodersEar(load_encoder(), load_pieces(), (one, two, constant))
    # The same text is judged when it is shown, approved and claimed, and the network is what takes long.
    return lru_cache(maxsize=_REMEMBERED)(lambda text: hear(text, ear))
