"""How each event stands to the case: the main one, one of many, or only mentioned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.linking.gathering import Cluster
from sayso.linking.parts import chief_type
from sayso.linking.types import Types
from sayso.model import Role


def roles(found: Sequence[Cluster], types: Types) -> tuple[Role, ...]:
    """The role of each whole.

    Where one event is told by at least half of the documents, and by more than any event of the other documents, the
    folder is about it and all else is mentioned. Otherwise the case holds many incidents: each that some document tells
    as its own is main.
    """
    sizes = [_size(cluster, types) for cluster in found]
    own = [size for size in sizes if not size.is_passing] or sizes
    if not own:
        return ()
    first = max(own, key=lambda size: size.rank)
    told = {document for size in own for document in size.documents}
    rival = any(
        size is not first and len(size.documents) == len(first.documents) and size.documents.isdisjoint(first.documents)
        for size in own
    )
    alone = 2 * len(first.documents) >= len(told) and not rival
    main = {id(first)} if alone else {id(size) for size in own}
    return tuple(Role.MAIN if id(size) in main else Role.MENTIONED for size in sizes)


@dataclass(frozen=True, slots=True)
class _Size:
    """How much is told of an event; who tells of one of its parts alone does not count as a teller of the whole."""

    documents: frozenset[str]
    is_passing: bool
    rank: tuple[int, float, int, str]


def _size(cluster: Cluster, types: Types) -> _Size:
    main = chief_type(cluster.members)
    whole = [one for one in cluster.members if one.type == main or not types.is_part(one.type, main)]
    documents = frozenset(one.key[0] for one in whole)
    claims = sum(one.claims for one in cluster.members)
    rank = len(documents), sum(one.weight for one in whole), claims, whole[0].order[1]
    return _Size(documents, all(one.is_passing for one in whole), rank)
