"""What a count is of, by the words about it: those of a side who fell are all of its dead, and "nobody after dawn" is no nought.

"Sixty of the rebels were killed" counts all rebels killed, though it is a part of the rebels; "nine of the dead were women" a
part of the dead. "No one was rescued after the first night" denies nobody who was rescued before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.fusion.of_whom import NUMBER, is_joining, is_of_fewer
from sayso.fusion.scene import Scene
from sayso.model import Claim, Figure, Modality, Relation, Scope
from sayso.normalisation.numerals import TWO_TO_TWELVE

# Of whom: a side or a crowd, not the dead, the hurt or the lost themselves, nor those of the teller alone.
_OF_A_SIDE = re.compile(
    r"\s*of (?:them|the (?!(?:\w+ )?(?:dead|killed|victims?|fallen|slain|deceased|wounded|injured|hurt|missing|bodies|"
    rf"casualties|survivors|\d+|{TWO_TO_TWELVE}|dozen|hundred|first|second)\b)\w+)\b",
    re.IGNORECASE,
)
_OF_THE_MOST = re.compile(
    r"\s*of (?:the|our|their|its) (?:(?!rest\b|west\b|north|forest\b|protest\b)\w{2,}est|most \w+|least \w+)\b",
    re.IGNORECASE,
)
# "One of them remains in hospital" tells of one of the hurt, and not how many were.
_HOW_THEY_ARE = re.compile(
    r"\s*of them (?:still )?(?:remain(?:s|ed)?|(?:is|are|was|were|has been|have been) (?:still |since )?(?:in|at|on|listed|expected|treated"
    r"|released|discharged|reported|critical|stable|fighting|recovering))\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:after|afterwards|since|again|any ?more|any longer|further|later|from then on|else)\b", re.IGNORECASE
)


def as_counted(claims: Sequence[Claim], scene: Scene) -> tuple[Claim, ...]:
    """The claims of one question, each with the scope that its words give it.

    Args:
        claims: of one event, slot and group.
        scene: the case.
    """
    return tuple(_scoped(claims, scene))


def _scoped(claims: Sequence[Claim], scene: Scene) -> Iterator[Claim]:
    for claim in claims:
        if claim.scope is None and is_of_fewer(claim, claims, scene):
            yield replace(claim, scope=Scope(Relation.PART, None))
            continue
        if claim.scope is None and is_joining(claim, scene):
            yield replace(claim, scope=Scope(Relation.ADDITIONAL, None))
            continue
        is_later = _is_nought(claim) and _SINCE.search(_rest(claim, scene)) is not None
        if claim.scope is None and (is_later or _is_of_the_most(claim, scene)):
            yield replace(claim, scope=Scope(Relation.PART, None))
        elif _is_of_a_side(claim, scene) and not _has_more(claim, claims):
            yield replace(claim, scope=None)
        else:
            yield claim


def _is_of_the_most(claim: Claim, scene: Scene) -> bool:
    """ "Four of the youngest": some of those told of, whoever they are."""
    told = claim.quote + _rest(claim, scene)
    at = NUMBER.match(told)
    return at is not None and _OF_THE_MOST.match(told, at.end()) is not None


def _is_nought(claim: Claim) -> bool:
    return isinstance(claim.value, Figure) and claim.value.high == 0


def _is_of_a_side(claim: Claim, scene: Scene) -> bool:
    """Whether a count is of some of a side, of which the sentence tells nothing but what befell them."""
    if claim.scope is None or claim.scope.relation is not Relation.PART or claim.modality is not Modality.ASSERTED:
        return False
    told = claim.quote + _rest(claim, scene)
    at = NUMBER.match(told)
    if at is None or (claim.slot == "injured" and _HOW_THEY_ARE.match(told, at.end())):
        return False
    return _OF_A_SIDE.match(told, at.end()) is not None


def _has_more(claim: Claim, claims: Iterable[Claim]) -> bool:
    """Whether its account counts more in answer to the same question, of which it may be a part."""
    own = claim.value.low if isinstance(claim.value, Figure) else None
    return any(
        other.document == claim.document
        and isinstance(other.value, Figure)
        and (other.value.high is None or own is None or other.value.high > own)
        for other in claims
    )


def _rest(claim: Claim, scene: Scene) -> str:
    """What follows a claim in its sentence."""
    document = scene.documents.get(claim.document)
    return "" if document is None else document.text[claim.end : max(claim.end, claim.sentence.end)]
