"""Who those are that a bare number counts: by what they "were" ("nine were children"), or by their age ("under 12")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extraction.words.groups import ADULT, Groups
from sayso.extraction.words.people import is_human

if TYPE_CHECKING:
    from spacy.tokens import Token

_YOUNG = re.compile(
    r"(?: of (?:the |these |those |them)?(?:[\w,]+ ){0,2}?(?:dead|killed|injured|wounded|missing|victims|them|these|those)?)?,?"
    r" (?:were|are|was|is) (?:aged )?(?:under|below|younger than)(?: the age of)? (\d+)\b",
    re.IGNORECASE,
)


def group_said(token: Token, after: str, groups: Groups) -> str | None:
    """The group that a predicate gives a number; `after` are the words behind it; None where it gives none."""
    young = _YOUNG.match(after)
    if young is not None:
        return "children" if int(young.group(1)) <= ADULT else None
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    noun = next((c for c in verb.children if c.dep_ == "attr" and c.pos_ in ("NOUN", "PROPN", "ADJ")), None)
    return groups.of(noun) if noun is not None and is_human(noun, groups) else None
