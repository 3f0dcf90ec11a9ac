"""Floor 2b: ways to map one function over many tasks; they know no word of the domain."""

from __future__ import annotations

from sayso.engines.engine import Engine, engine_of
from sayso.engines.serial import Serial

__all__ = ["Engine", "Serial", "engine_of"]
