"""How each event stands to the case: the main one, one of many, or only mentioned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.linking.gathering import Cluster
from sayso.linking.intervals import Reach, gap
from sayso.linking.parts import chief_type
from sayso.linking.types import Types
from sayso.model import Role

#: Documents, or claims, of which an event is no stray; and names that are enough to tell that none is shared.
_SEVERAL, _NAMED, _MONTH = 2, 3, 31


def roles(found: Sequence[Cluster], types: Types) -> tuple[Role, ...]:
    """The role of each whole.

    Where one event is told by at least half of the documents, the folder is about it and all else is mentioned, but for
    what two other documents tell, or one that shares no name with it. Otherwise the case holds many incidents: each that
    some document tells as its own is main.
    """
    sizes = [_size(cluster, types) for cluster in found]
    own = [size for size in sizes if not size.is_passing] or sizes
    if not own:
        return ()
    first = max(own, key=lambda size: size.rank)
    told = {document for size in own for document in size.documents}
    alone = 2 * len(first.documents) >= len(told)
    main = {id(size) for size in own if not alone or size is first or _is_rival(size, first)}
    return tuple(Role.MAIN if id(size) in main else Role.MENTIONED for size in sizes)


@dataclass(frozen=True, slots=True)
class _Size:
    """How much is told of an event; who tells of one of its parts alone does not count as a teller of the whole.

    `own` are the documents that are about it, and do not tell it in passing.
    """

    documents: frozenset[str]
    own: frozenset[str]
    is_passing: bool
    rank: tuple[int, float, int, str]
    capitals: frozenset[str]
    days: tuple[Reach, ...]


def _size(cluster: Cluster, types: Types) -> _Size:
    main = chief_type(cluster.members)
    whole = [one for one in cluster.members if one.type == main or not types.is_part(one.type, main)]
    documents = frozenset(one.key[0] for one in whole)
    claims = sum(one.claims for one in cluster.members)
    rank = len(documents), sum(one.weight for one in whole), claims, whole[0].order[1]
    capitals = frozenset(word for one in whole for word in one.capitals)
    days = tuple(one.reach for one in whole if one.reach is not None and one.reach.days <= _MONTH)
    about = frozenset(one.key[0] for one in whole if not one.is_passing)
    return _Size(documents, about, all(one.is_passing for one in whole), rank, capitals, days)


def _is_rival(size: _Size, first: _Size) -> bool:
    """Is it told by as many documents that are not about the first, by two, or by one that shares no name and no month with it?"""
    if size.is_passing or not size.own.isdisjoint(first.own):
        return False
    if len(size.documents) >= min(_SEVERAL, len(first.documents)):
        return True
    if size.rank[2] < _SEVERAL or not size.capitals.isdisjoint(first.capitals):
        return False
    is_apart = bool(size.days and first.days) and all(gap(a, b) > _MONTH for a in size.days for b in first.days)
    return min(len(size.capitals), len(first.capitals)) >= (1 if is_apart else _NAMED)
