"""Time expressions in text, resolved to calendar intervals. Pure."""

from __future__ import annotations

from .find import TimeMention, find

__all__ = ["TimeMention", "find"]
