"""The hurt who died: an account that finds a boy wounded and then tells of his death has one victim, not two.

Whoever died is no longer counted as injured, unless the words tell two persons apart: "another", another age, another sex.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.fusion.scene import Scene, event_of
from sayso.model import Claim, Figure, Modality, Relation

_HURT = frozenset({"injured", "casualties"})
_TOLD = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.ALLEGED, Modality.POSSIBLE})
_OTHERS = frozenset({Relation.OTHER, Relation.ADDITIONAL})
_DEFINITE = re.compile(r"(?:the|this|that)\b|(?:he|she|him)$", re.IGNORECASE)
_OTHER_ONE = re.compile(r"\b(?:an?other|second|third|fourth|fifth|2nd|3rd|4th|other|additional)\b", re.IGNORECASE)
_AMONG_HURT = re.compile(
    r"\bof (?:the|those|his|her|its|our|their|whom) (?:\w+ )?(?:wounded|injured|hurt)\b", re.IGNORECASE
)
_AGE = re.compile(r"\b(\d{1,3})-year-old\b", re.IGNORECASE)
_AGE_BEHIND = re.compile(r", (?:age |aged )?(\d{1,3})(?=[,.;)]| of | years? old)")
_MALE = frozenset(
    "man boy son father husband brother grandson grandfather uncle nephew stepson stepfather boyfriend male guy he him widower".split()
)
_FEMALE = frozenset(
    "woman girl daughter mother wife sister granddaughter grandmother aunt niece stepdaughter stepmother girlfriend female she her "
    "widow".split()
)


@dataclass(frozen=True, slots=True)
class _Person:
    """One person that a claim tells of, by what its words tell of him or her."""

    claim: Claim
    words: tuple[str, ...]
    age: int | None
    is_of_side: bool

    @property
    def sex(self) -> str | None:
        """Told by the noun or the pronoun."""
        return next(("m" if word in _MALE else "f" for word in reversed(self.words) if word in _MALE | _FEMALE), None)

    @property
    def is_definite(self) -> bool:
        """Somebody told of before."""
        return _DEFINITE.match(self.claim.quote) is not None

    @property
    def is_other(self) -> bool:
        """Somebody beside those told of before."""
        scope = self.claim.scope
        return (scope is not None and scope.relation in _OTHERS) or _OTHER_ONE.search(self.claim.quote) is not None

    def may_be(self, other: _Person) -> bool:
        """Whether nothing tells the two apart: name, age, sex, or side."""
        if self.claim.about is not None and other.claim.about is not None:
            return self.claim.about == other.claim.about
        if self.claim.group != other.claim.group and (self.is_of_side or other.is_of_side):
            return False
        return not _differ(self.age, other.age) and not _differ(self.sex, other.sex)


def fallen(claims: Iterable[Claim], scene: Scene) -> frozenset[str]:
    """The claims of people hurt or hit that are of those who died of it.

    Args:
        claims: all claims of the case.
        scene: the case.
    """
    told: defaultdict[str, defaultdict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if claim.slot == "killed" or claim.slot in _HURT:
            told[event_of(claim)][claim.document].append(claim)
    found: set[str] = set()
    for event, accounts in told.items():
        if event:
            found |= _of_event([_told(account) for account in accounts.values()], scene)
    return frozenset(found)


def _told(claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.polarity and claim.modality in _TOLD]


def _of_event(accounts: Sequence[Sequence[Claim]], scene: Scene) -> set[str]:
    found: set[str] = set()
    alone: list[list[_Person]] = []
    is_beside = False
    everyone = [claim for claims in accounts for claim in claims if claim.slot == "killed"]
    for claims in accounts:
        found |= _of_the_hurt(claims, scene)
        dead = [claim for claim in claims if claim.slot == "killed"]
        hurt = _persons((claim for claim in claims if claim.slot in _HURT), scene)
        if dead and hurt:
            found |= _of_account(dead, hurt, scene)
        elif everyone and len(hurt) == len(claims):
            alone.append(hurt)
        is_beside |= bool(dead) and any(c.slot in _HURT and c.id not in found and not _is_nought(c) for c in claims)
    for hurt in alone:
        found |= _of_others(everyone, hurt, scene, is_beside=is_beside)
    return found


def _is_nought(claim: Claim) -> bool:
    return isinstance(claim.value, Figure) and claim.value.high == 0


def _of_the_hurt(claims: Sequence[Claim], scene: Scene) -> set[str]:
    """ "Two of the wounded died": the words count dead, and none who is left."""
    dead = {(claim.start, claim.value) for claim in claims if claim.slot == "killed"}
    return {
        claim.id
        for claim in claims
        if claim.slot in _HURT and (claim.start, claim.value) in dead and _is_of_the_hurt(claim, scene)
    }


def _is_of_the_hurt(claim: Claim, scene: Scene) -> bool:
    document = scene.documents.get(claim.document)
    return document is not None and _AMONG_HURT.search(document.text, claim.start, claim.end + 40) is not None


def _of_others(dead: Sequence[Claim], hurt: Sequence[_Person], scene: Scene, *, is_beside: bool) -> set[str]:
    """Who is the one hurt in an account that tells of no death, where the others tell of one: he died since.

    Where no account tells of somebody hurt beside the dead, none was, if the account came out before any tells of the death.
    """
    lost = _persons(dead, scene)
    if len(lost) < len(dead) or not _are_one([*lost, *hurt]):
        return set()
    alike = {word for person in lost for word in person.words[-1:]} | {person.age for person in lost} - {None}
    is_told = any(person.age in alike or alike & set(person.words[-1:]) for person in hurt)
    is_told |= not is_beside and bool(hurt) and _is_before(hurt[0].claim, dead, scene)
    return {person.claim.id for person in hurt} if is_told else set()


def _is_before(claim: Claim, dead: Iterable[Claim], scene: Scene) -> bool:
    """Whether the account of a claim was public before, or on the day that, the first of others was."""
    first, others = scene.published(claim.document), [scene.published(one.document) for one in dead]
    return first is not None and all(other is not None and first <= other for other in others)


def _of_account(dead: Sequence[Claim], hurt: Sequence[_Person], scene: Scene) -> set[str]:
    """Who is hurt in one account and dead in it."""
    lost = _persons(dead, scene)
    is_one = len(lost) == len(dead) and _are_one(lost)
    return {
        person.claim.id
        for person in hurt
        if any(_overlap(person.claim, claim) for claim in dead)
        or any(_is(person, other, is_one=is_one) for other in lost)
    }


def _is(hurt: _Person, dead: _Person, *, is_one: bool) -> bool:
    """Whether one who is hurt is one who died: the same name, or the one victim told of by another word."""
    if not hurt.may_be(dead) or hurt.is_other or dead.is_other:
        return False
    if hurt.claim.about is not None:
        is_hit = hurt.claim.slot == "casualties" and is_one
        return dead.claim.about is not None or (is_hit and hurt.claim.sentence != dead.claim.sentence)
    is_same = hurt.words[-1:] == dead.words[-1:] or (hurt.age is not None and hurt.age == dead.age)
    if not is_one:
        return is_same and hurt.is_definite
    is_told_on = hurt.claim.start < dead.claim.start and hurt.claim.sentence != dead.claim.sentence
    is_named = dead.claim.about is not None and hurt.claim.slot == "casualties"
    return is_same or hurt.is_definite or (is_told_on and (dead.is_definite or is_named))


def _persons(claims: Iterable[Claim], scene: Scene) -> list[_Person]:
    """Those of the claims that tell of one person."""
    return [_person(claim, scene) for claim in claims if _is_of_one(claim)]


def _is_of_one(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Figure) and value.low == value.high == 1


def _person(claim: Claim, scene: Scene) -> _Person:
    document = scene.documents.get(claim.document)
    behind = document.text[claim.end : claim.end + 16] if document is not None else ""
    age = _AGE.search(claim.quote) or _AGE_BEHIND.match(behind)
    words = tuple(re.findall(r"[^\W\d_]+", claim.quote.lower()))
    is_of_side = claim.group is not None and bool(scene.group(claim.group).apart)
    return _Person(claim, words, int(age[1]) if age is not None else None, is_of_side)


def _are_one(lost: Sequence[_Person]) -> bool:
    """Whether all the dead of an account may be one person."""
    return not any(one.is_other for one in lost) and all(
        one.may_be(other) for at, one in enumerate(lost) for other in lost[at + 1 :]
    )


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _overlap(one: Claim, other: Claim) -> bool:
    return one.start < other.end and other.start < one.end and _is_of_one(other)
