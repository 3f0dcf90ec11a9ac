"""Names that two tellings share, and how telling they are: a person's more than a town's, its hospital's or its police's.

In a case of many incidents the desk of one town names the same hospital, court and police in every text.
"""

from __future__ import annotations

from functools import lru_cache

from sayso.linking.scale import Scale
from sayso.linking.tellings import Telling
from sayso.linking.words import fold

# Words that make a name that of a public house or service, which has to do with every incident of its town.
_PUBLIC = frozenset(
    "hospital medical clinic center centre infirmary trauma health police sheriff constabulary department dept office fire rescue "
    "ambulance court courthouse jail prison detention correctional prosecutor attorney coroner examiner ministry school university "
    "college district county municipality news press".split()
)
# What is left of such a name's weight in a large case, and what is added to that of a whole name in at most so many of its
# documents: swept over six hundred incidents of local news, of which the sheriff and the trauma centre joined two in a hundred.
_LEFT, _ADDED, _FEW = 0.3, 0.4, 4
# Whoever is named in so few documents of a case is hardly known for anything else.
_RARE = 12


def shared_names(one: Telling, other: Telling, scale: Scale) -> list[tuple[float, str]]:
    """The names of both with their weights, the most telling first; in a large case without those of where it was."""
    shared = one.names & other.names
    if not shared:
        return []
    if scale.smallness < 1.0:
        shared = frozenset(name for name in shared if not _is_where(name, one, other))
    return sorted((-name_worth(name, scale), name) for name in shared)


def name_worth(name: str, scale: Scale) -> float:
    """How telling a name is that stands in two tellings, and is that of no place of either."""
    return scale.name_weight(name) * _kept(name, scale)


def elsewhere(telling: Telling) -> frozenset[str]:
    """The names of a telling that are none of its places'."""
    place = telling.place
    return (
        telling.names - telling.places - (frozenset(map(fold, (place.name, *place.inside))) if place else frozenset())
    )


def share_somebody(one: Telling, other: Telling, scale: Scale) -> bool:
    """Whether both name somebody whom few documents of the case name, and who is no place or public house."""
    shared = one.names & other.names
    return any(is_somebody(name, scale) and not _is_where(name, one, other) for name in shared)


def is_somebody(name: str, scale: Scale) -> bool:
    """Whether few documents of the case have a name, and it is none of a public house."""
    return scale.names.get(name, 1) <= _RARE and not _is_public(name)


def _kept(name: str, scale: Scale) -> float:
    is_large = 1.0 - scale.smallness
    if _is_public(name):
        return scale.smallness + _LEFT * is_large
    return 1.0 + _ADDED * is_large * (" " in name and scale.names.get(name, 1) <= _FEW)


@lru_cache(maxsize=1 << 14)
def _is_public(name: str) -> bool:
    return not _PUBLIC.isdisjoint(name.split())


def _is_where(name: str, one: Telling, other: Telling) -> bool:
    """Whether a name is that of a place of either, which is taken for a body's now and then."""
    if name in one.places or name in other.places:
        return True
    return any(
        place is not None and name in map(fold, (place.name, *place.inside)) for place in (one.place, other.place)
    )
