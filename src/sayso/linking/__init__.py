"""Floor 3: which accounts speak of one event, of one person, and which copies or cites which."""

from __future__ import annotations

from sayso.linking.linking import link

__all__ = ["link"]
