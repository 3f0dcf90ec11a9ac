"""Floor 2b: ways to map one function over many tasks; they know no word of the domain."""

from __future__ import annotations

from sayso.engines.engine import Engine, Lost, Versioned, engine_of
from sayso.engines.processes import Processes
from sayso.engines.serial import Serial

__all__ = ["Engine", "Lost", "Processes", "Serial", "Versioned", "engine_of"]
