"""How two readings stand to each other: moment and scope are settled before values are compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeAlias

from sayso.codebook import SlotForm
from sayso.fusion.compare import Room, room
from sayso.fusion.moments import differ, is_update
from sayso.fusion.readings import Draft
from sayso.fusion.scene import Scene, event_of
from sayso.fusion.scopes import is_one_of, is_rest
from sayso.fusion.sites import are_disputed
from sayso.fusion.stretch import is_exact, stretch
from sayso.fusion.voices import are_rivals
from sayso.model import BlockKind, Claim, Figure, Place, Relation, When

# A handful are often killed or held in two places; of more the same number is seldom chance.
_NO_CHANCE = 5
# A miscount is seldom so great.
_FAR_APART = 2.5


class Gap(StrEnum):
    """How two readings stand to each other."""

    NONE = "none"
    BESIDE = "beside"
    SCOPED = "scoped"
    UPDATED = "updated"
    CONTESTED = "contested"


Gaps: TypeAlias = Mapping[tuple[int, int], Gap]


def gaps(found: Sequence[Draft], form: SlotForm, scene: Scene) -> Gaps:
    """The gap of every two competing readings, by their indexes; none where several values can hold together."""
    if form.many:
        return {}
    numbers = [number for number, draft in enumerate(found) if draft.is_competing]
    return {(a, b): gap(found[a], found[b], form, scene) for a in numbers for b in numbers if a < b}


def gap(one: Draft, other: Draft, form: SlotForm, scene: Scene) -> Gap:
    """The gap of two competing readings.

    Args:
        one: a reading.
        other: another.
        form: how their slot is weighed.
        scene: the case.
    """
    if _count_apart(one, other):
        return Gap.BESIDE if isinstance(one.value, (When, Place)) else Gap.SCOPED
    apart = room(one.value, other.value, scene.entities, one_only=form.one)
    if apart is Room.FITS:
        moved = differ(one.moment, other.moment) and stretch(one.value) != stretch(other.value)
        return Gap.UPDATED if moved else Gap.NONE
    if apart is Room.BESIDE or (isinstance(one.value, Place) and not are_disputed(one, other, scene)):
        return Gap.BESIDE
    both = set(one.documents) & set(other.documents)
    first, second = _faces(one.claims, both, scene), _faces(other.claims, both, scene)
    found = {_between(x, y, form, scene) for x in first for y in second}
    if any(_count_others(x, y, scene) for x in one.claims for y in other.claims):
        return Gap.UPDATED if found == {Gap.UPDATED} else Gap.SCOPED
    if both and _are_disputed(one, other, both):
        return Gap.CONTESTED
    is_of_others = any(_tells_of_both(document, one, other, scene) for document in both)
    ranked = () if is_of_others else (Gap.CONTESTED, Gap.UPDATED, Gap.SCOPED)
    return next((kind for kind in ranked if kind in found), Gap.BESIDE)


def _count_apart(one: Draft, other: Draft) -> bool:
    """Whether two readings are of different things: other scopes, or some and some of people whom nothing else tells apart."""
    if one.scope != other.scope or (one.scope and isinstance(one.value, (When, Place))):
        return True
    return one.scope == Relation.ADDITIONAL or (one.scope == Relation.PART and _are_unnamed(one, other))


def _are_unnamed(one: Draft, other: Draft) -> bool:
    """Whether two parts are of people in all: "five were never found" and "14 on Saturday alone" count different ones."""
    return all(claim.group in (None, "total") for claim in (*one.claims, *other.claims))


def _tells_of_both(document: str, one: Draft, other: Draft, scene: Scene) -> bool:
    """Whether an account tells both figures in its own voice, one after the other: then they count different people.

    "Three were let go on Tuesday. The remaining six were freed in the assault": 3 and 6 are no rivals for anybody.
    """
    first, second = ([claim for claim in draft.claims if claim.document == document] for draft in (one, other))
    if any(claim.attribution or not is_exact(claim.value) for claim in (*first, *second)):
        return False
    body = scene.documents[document].blocks if document in scene.documents else ()
    heads = [(block.start, block.end) for block in body if block.kind in (BlockKind.TITLE, BlockKind.HEADING)]
    told = [claim for claim in (*first, *second) if not any(start <= claim.start < end for start, end in heads)]
    return {id(claim) for claim in told} >= {id(first[0]), id(second[0])} and all(
        x.sentence != y.sentence for x in first for y in second
    )


def _are_disputed(one: Draft, other: Draft, both: set[str]) -> bool:
    """Whether an account that tells both readings gives them to rivals: "the rebels say 27, the army says three"."""
    pairs = ((x, y) for x in one.claims for y in other.claims if x.document == y.document and x.document in both)
    return any(are_rivals(x, y) for x, y in pairs)


def _faces(claims: Iterable[Claim], both: set[str], scene: Scene) -> list[Claim]:
    """One claim of each kind that can make a difference, of the accounts that tell only one of the two readings."""
    kinds: dict[object, Claim] = {}
    for claim in claims:
        if claim.document not in both:
            told = (
                stretch(claim.value),
                claim.as_of,
                claim.event,
                scene.published(claim.document),
                is_rest(claim),
                is_one_of(claim),
            )
            kinds.setdefault(told, claim)
    return list(kinds.values())


def _between(one: Claim, other: Claim, form: SlotForm, scene: Scene) -> Gap:
    if is_update(one, other, form, scene):
        return Gap.UPDATED
    if form.scattered and _are_far_apart(one, other):
        return Gap.SCOPED
    if is_rest(one) or is_rest(other) or _tells_of_one(one, other) or _tells_of_one(other, one):
        return Gap.SCOPED
    return Gap.CONTESTED


def _are_far_apart(one: Claim, other: Claim) -> bool:
    """Whether one count is a fraction of the other: "12 were rescued" after days, 73 on the first evening."""
    first, second = stretch(one.value), stretch(other.value)
    ends = [told.low for told in (first, second) if told is not None and told.low]
    return len(ends) > 1 and max(ends) >= _FAR_APART * min(ends)


def _count_others(one: Claim, other: Claim, scene: Scene) -> bool:
    """Whether each account gives the other's figure, too, of people it calls otherwise.

    "63 people and 9 members" and "63 rioters and 9 people" agree, whoever is called people. A figure too large for chance that
    one account alone gives of others ("63 people and 9 members", "nine were held") may be of these, too.
    """
    if one.document == other.document or not isinstance(one.value, Figure) or not isinstance(other.value, Figure):
        return False
    crossed = ((one, other.value.low or 0), (other, one.value.low or 0))
    given = [number for claim, number in crossed if _calls_otherwise(claim, number, scene)]
    return len(given) > 1 or any(number >= _NO_CHANCE for number in given)


def _calls_otherwise(claim: Claim, number: float, scene: Scene) -> bool:
    """Whether the account of a claim gives a number of people under another name."""
    told = scene.figures.get((event_of(claim), claim.slot, claim.document), frozenset())
    return any(figure == number and group != claim.group for group, figure in told)


def _tells_of_one(one: Claim, other: Claim) -> bool:
    """Whether one account tells of a person where the other counts several."""
    told = stretch(other.value)
    return is_one_of(one) and told is not None and (told.low or 0) > 1
