"""Floor 5: the command line; it parses, calls and prints, and imports spaCy only where a text is read."""

from __future__ import annotations

from sayso.cli.app import main

__all__ = ["main"]
