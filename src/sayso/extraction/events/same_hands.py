"""Another deed of the same hands: "they are the same ones who killed X" tells of X's death, which is none of the story's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What is told of those who did something.
_SUFFERED = frozenset("killed executed injured casualties victim hostages_taken missing".split())


def is_of_the_same_hands(slot: str, head: Token) -> bool:
    """Does a clause tell what "the same ones", "the same men" did elsewhere?"""
    if slot not in _SUFFERED:
        return False
    clause, steps = head, 0
    while clause.dep_ not in ("relcl", "acl") and steps < 3 and clause.head.i != clause.i:
        clause, steps = clause.head, steps + 1
    return clause.dep_ in ("relcl", "acl") and any(c.lower_ == "same" for c in clause.head.lefts)
