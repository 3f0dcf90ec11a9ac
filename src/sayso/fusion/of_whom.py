"""Of whom a count is one, by the words about it: "two of the five" counts nobody else, and those who joined are not all who came.

A count out of fewer than another account has, or out of one man's own people, is of some of them, whatever the others say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.fusion.scene import Scene
from sayso.model import Claim, Figure
from sayso.normalisation import numbers
from sayso.normalisation.numerals import TWO_TO_TWELVE

# "Two of the five", "seven of the other 31 guests"; "Of the 31 other people there, seven ...".
_OUT_OF = re.compile(r"\s*of (?:the|those|these)(?: other| remaining)? (?P<out>[\w-]+)", re.IGNORECASE)
_BEFORE = re.compile(r"\bof (?:the|those|these)(?: other| remaining)? (?P<out>[\w-]+)[^.;:]*$", re.IGNORECASE)
# Somebody's own people, told of beside him.
_OF_HIS = re.compile(
    r"\s*of (?:his|her|their|my|our) (?:own )?(?:\w+ )?(?:comrades|colleagues|companions|friends|fellows|mates|men|people|relatives"
    r"|neighbou?rs|guards|bodyguards|family|brothers|sisters|children|sons|daughters|cousins)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(rf"[\w,-]+(?:[ -](?:hundred|thousand|and|\d+|[a-z]+teen|[a-z]+ty|one|{TWO_TO_TWELVE}))*")
# Bodies of men come together; of each only its own strength is told.
_BODIES = frozenset({"responders", "present", "attackers"})
_JOINED = re.compile(
    r"\b(?:(?:joined|accompanied|assisted|aided|helped|backed|supported|reinforced|followed) by|together with|along with|in company with"
    r"|besides|in addition to)(?: \w+){0,2} ?$",
    re.IGNORECASE,
)


def is_of_fewer(claim: Claim, claims: Iterable[Claim], scene: Scene) -> bool:
    """Whether a count is out of fewer than another account counts.

    Args:
        claim: a count.
        claims: all that answer the same question.
        scene: the case.
    """
    out_of = _out_of(claim, scene)
    return out_of is not None and any(
        other.document != claim.document and (_least(other) or 0) > out_of for other in claims
    )


def is_joining(claim: Claim, scene: Scene) -> bool:
    """Whether a count is of those who joined others."""
    document = scene.documents.get(claim.document)
    if claim.slot not in _BODIES or document is None:
        return False
    return _JOINED.search(document.text[claim.sentence.start : claim.start]) is not None


def _out_of(claim: Claim, scene: Scene) -> float | None:
    """How many those are of whom a claim counts some; for somebody's own people as many as it counts."""
    document = scene.documents.get(claim.document)
    if document is None or not isinstance(claim.value, Figure) or claim.about is not None:
        return None
    told = document.text[claim.start : max(claim.end, claim.sentence.end)]
    at = NUMBER.match(told)
    if at is not None and _OF_HIS.match(told, at.end()) is not None:
        return claim.value.high
    after = _OUT_OF.match(told, at.end()) if at is not None else None
    found = after or _BEFORE.search(document.text[claim.sentence.start : claim.start])
    return _number(found["out"]) if found is not None else None


def _number(word: str) -> float | None:
    found = numbers.find(word)
    return found[0].high if found and (found[0].start, found[0].end) == (0, len(word)) else None


def _least(claim: Claim) -> float | None:
    return claim.value.low if isinstance(claim.value, Figure) and claim.scope is None else None
