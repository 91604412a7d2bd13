"""Who asks in plain words whom they may call about the reader asks for referees: "who could I ring about you?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CALL = r"(?:ring|call|phone|speak (?:to|with)|talk (?:to|with)|contact|ask|write to|get in touch with|email)"
_ASKS = re.compile(
    rf"\bwho(?:m)? (?:would|wd|could|cd|can|should|shall|may|might|do|could|is best to) (?:(?:i|we) )?(?:best |also |perhaps )?{_CALL}\b[^;!]{{0,20}}\babout (?:you|your (?:work|time))\b"
    rf"|\b(?:anyone|anybody|someone|somebody|people|folk|two|a couple of people)\b[^;!?]{{0,40}}\b(?:i|we) (?:could|can|may|might) {_CALL}\b[^;!]{{0,20}}\babout (?:you|your (?:work|time))\b"
    r"|\b(?:wen|bei wem|mit wem) (?:könnte|könnten|kann|können|darf|dürfen|dürfte|soll|sollen) (?:ich|wir)\b[^;!]{0,40}\b(?:über|zu) (?:sie|dich|ihnen|dir|ihrer person)\b[^;!]{0,40}\b(?:anrufen|sprechen|fragen|nachfragen|erkundigen|kontaktieren)\b"
    r"|\bqui (?:puis je|pourrais je|peut on|pouvons nous|pourrions nous|est ce que je peux)[^;!]{0,20}\b(?:appeler|contacter|joindre)\b[^;!]{0,30}\b(?:à (?:votre|ton) sujet|sur vous|de vous|de toi)"
)


def asks_whom_to_call(words: Sequence[str]) -> bool:
    """Whether a sentence asks whom its writer may call about the reader."""
    return _ASKS.search(" ".join(words)) is not None


__all__ = ["asks_whom_to_call"]
