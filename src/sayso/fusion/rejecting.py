"""Does a denial reject what somebody asserts? Values that leave each other room, one body of men by another word, one deed in fewer words.

"It denied that troops had taken part" rejects "soldiers did it"; "he denied having given the order to fire" rejects "he gave the
order".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sayso.fusion.compare import Room, room, same_words
from sayso.model import Actor, Entity, Value, Words

# One body of men, by the words for it.
_BODIES = (
    r"soldiers?|troops?|army|military|servicemen|(?:armed|government|security|organi[sz]ed|state) forces|infantry|regiments?|battalions?",
    r"police(?:m[ae]n|women)?|constables?|gendarmes?|gendarmerie|police officers?",
    r"guerr?illas?|rebels?|insurgents?|partisans?|separatists?",
    r"militias?|militiam[ae]n|paramilitar(?:y|ies)|vigilantes?",
)
_BODY = re.compile("|".join(rf"(?P<b{number}>\b(?:{words})\b)" for number, words in enumerate(_BODIES)), re.IGNORECASE)
# What a denial and an assertion of one deed are put into: who, that, whether at all.
_FRAME = re.compile(
    r"\b(?:he|she|it|they|who(?:ever)?|that|this|there|any(?:one|body|thing)?|ever|never|no(?:t|body)?|had|has|have|having|was|were|is|are|be"
    r"|been|being|did|done|do|gave|given|giving|give|his|her|their|its)\b",
    re.IGNORECASE,
)


def rejects(denied: Value, asserted: Value, entities: Mapping[str, Entity]) -> bool:
    """Whether who denies the first value denies the second.

    Args:
        denied: what is rejected.
        asserted: what is asserted.
        entities: by id, for actors.
    """
    if room(denied, asserted, entities) is Room.FITS:
        return True
    if isinstance(denied, Actor) and isinstance(asserted, Actor):
        body = _body(denied.name)
        return body is not None and body == _body(asserted.name)
    if isinstance(denied, Words) and isinstance(asserted, Words):
        first, second = _FRAME.sub(" ", denied.text), _FRAME.sub(" ", asserted.text)
        return bool(first.strip() and second.strip()) and same_words(first, second)
    return False


def _body(name: str) -> str | None:
    """The body of men that a name tells of; None where it tells of none, or of a named one."""
    found = _BODY.search(name) if not any(word[0].isupper() for word in name.split()[1:]) else None
    return found.lastgroup if found is not None else None
