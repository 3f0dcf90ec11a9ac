"""What is told of the last of a list and holds of the first: "two soldiers, 14 rebels killed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def told_of_all(noun: Token) -> Token | None:
    """ "Two soldiers, 14 rebels killed": what a headline tells of the last is told of the first."""
    if noun.dep_ != "ROOT" or not any(c.dep_ == "nummod" for c in noun.children):
        return None
    others = (c for c in noun.children if c.dep_ in ("appos", "conj") and any(g.dep_ == "nummod" for g in c.children))
    return next((one for one in others if any(c.dep_ == "acl" and c.tag_ == "VBN" for c in one.children)), None)
