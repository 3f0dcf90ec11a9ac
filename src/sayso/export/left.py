"""What a format cannot hold, and why: a writer returns it, so that nothing is left out in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Of what was left out for one reason, this many are named.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Left:
    """Something that has no row in a format: `what` it is, and `why`, in words for the user."""

    what: str
    why: str


def told(left: Sequence[Left]) -> Iterator[str]:
    """One line a reason: how many were left out for it, and the first of them.

    >>> list(told([Left("Takeover", "no death is told"), Left("Releases", "no death is told")]))
    ['2 left out: no death is told (Takeover; Releases)']
    """
    for why, amount in Counter(one.why for one in left).items():
        names = list(dict.fromkeys(one.what for one in left if one.why == why))
        more = f"; {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        yield f"{amount} left out: {why} ({'; '.join(names[:_NAMED])}{more})"
