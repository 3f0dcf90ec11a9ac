"""Names of places that are words or people's names as often: never a place without something that speaks for it."""

from __future__ import annotations

from functools import cache
from importlib import resources

from sayso.normalisation.names_forms import fold

#: Sides of any town, and somewhere a region's name.
COMPASS = frozenset(
    "north south east west northeast northwest southeast southwest northern southern eastern western central".split()
)


@cache
def _risky() -> frozenset[str]:
    text = (resources.files("sayso.resources") / "gazetteer" / "risky.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line and not line.startswith("#"))


def is_risky(name: str) -> bool:
    """Whether a name is a common word, given name or surname, too ("Mobile", "Reading", "Of", "Lincoln").

    >>> is_risky("Mobile"), is_risky("Yokohama"), is_risky("Southwest")
    (True, False, True)
    """
    key = fold(name)
    return len(key) < 3 or key in COMPASS or key in _risky()
