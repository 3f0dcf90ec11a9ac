"""Floor 3: from claims to readings, estimates under house rules, and findings."""

from __future__ import annotations

from sayso.fusion.fusion import fuse
from sayso.fusion.scene import account_names

__all__ = ["account_names", "fuse"]
