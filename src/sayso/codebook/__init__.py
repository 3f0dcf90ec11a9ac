"""Floor 2d: codebooks; `load(name_or_path)` reads and checks one."""

from __future__ import annotations

from sayso.codebook.loading import load
from sayso.codebook.shape import (
    Check,
    Codebook,
    EventType,
    Extraction,
    Fusion,
    GroupForm,
    Rule,
    SlotForm,
    SlotWords,
    Triggers,
)

__all__ = [
    "Check",
    "Codebook",
    "EventType",
    "Extraction",
    "Fusion",
    "GroupForm",
    "Rule",
    "SlotForm",
    "SlotWords",
    "Triggers",
    "load",
]
