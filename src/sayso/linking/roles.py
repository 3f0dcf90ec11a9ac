"""How each event stands to the case: the main one, one of many, or only mentioned."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.linking.parts import Draft
from sayso.model import Role


def roles(found: Sequence[Draft]) -> tuple[Role, ...]:
    """The role of each whole.

    Where one event is told by at least half of the documents, and by more than any event of the other documents, the
    folder is about it and all else is mentioned. Otherwise the case holds many incidents: each that some document tells
    as its own is main.
    """
    own = [draft for draft in found if not is_passing(draft)] or list(found)
    if not own:
        return ()
    ranked = sorted(own, key=_size, reverse=True)
    told = frozenset(document for draft in own for document in draft.documents)
    first = ranked[0]
    rival = any(
        len(draft.documents) == len(first.documents) and not draft.documents & first.documents for draft in ranked[1:]
    )
    alone = 2 * len(first.documents) >= len(told) and not rival
    main = {id(first)} if alone else {id(draft) for draft in own}
    return tuple(Role.MAIN if id(draft) in main else Role.MENTIONED for draft in found)


def is_passing(draft: Draft) -> bool:
    """Told by no document as its own event."""
    return all(teller.telling.is_passing for teller in draft.tellers)


def _size(draft: Draft) -> tuple[int, float, int, str]:
    claims = sum(len(teller.claims) for one in (draft, *draft.parts) for teller in one.tellers)
    weight = sum(teller.telling.weight for teller in draft.tellers)
    return len(draft.documents), weight, claims, draft.tellers[0].telling.order[1]
