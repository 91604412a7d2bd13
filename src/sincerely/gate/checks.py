"""The checks in code order, listed by hand: a check that is not here does not run."""

from __future__ import annotations

from types import ModuleType

from . import (
    out001_too_soon,
    out002_over_the_limit,
    out003_not_your_channel,
    out004_negative_talk,
    out005_wrong_name,
    out006_placeholder,
    out007_attachment_missing,
    out008_length,
    out009_unsupported,
    out010_reference_unready,
    out011_cooling_off,
    out012_quiet_hours,
    out013_same_text,
    out014_asked_before,
    out015_thin,
    out016_recipients,
)

CHECKS: tuple[ModuleType, ...] = (
    out001_too_soon,
    out002_over_the_limit,
    out003_not_your_channel,
    out004_negative_talk,
    out005_wrong_name,
    out006_placeholder,
    out007_attachment_missing,
    out008_length,
    out009_unsupported,
    out010_reference_unready,
    out011_cooling_off,
    out012_quiet_hours,
    out013_same_text,
    out014_asked_before,
    out015_thin,
    out016_recipients,
)
