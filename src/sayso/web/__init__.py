"""Floor 4: the reading room: the dossier live, and a desk at which people decide."""

from __future__ import annotations

from sayso.web.app import make_app
from sayso.web.guard import Guard
from sayso.web.room import Room
from sayso.web.serving import serve

__all__ = ["Guard", "Room", "make_app", "serve"]
