"""From claims to the values that compete: sharp ones make readings, coarser ones fit those they leave room for.

A coarser claim makes a competing reading only where it fits none; it widens nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from sayso.codebook import SlotForm
from sayso.fusion.compare import Room, folded, room
from sayso.fusion.moments import differ
from sayso.fusion.scene import Scene
from sayso.fusion.scopes import is_one_of, scope_of
from sayso.fusion.stretch import Sharpness, sharpness, stretch
from sayso.model import Actor, Claim, Modality, Origin, Place, Reading, Relation, Value, When

# "nearly 500" (450 to 499) and "about 500" (450 to 550) say the same, twice as wide; "1984" and "mid-1980s" do not.
_WIDER = 2.5
_WIDER_SHARE = 0.4
# "four months" and "nearly five months" share less than half of either: each says its own.
_NARROWER_SHARE = 0.5
# "At least 18" leaves room for "at least 43", and does not say it.
_LOWER_SHARE = 0.8
# An hour alone tells no day, whatever day it was reckoned from.
_DATES = frozenset({"date_start", "date_end", "date"})
_CLOCK = re.compile(r"\W*\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?\s?m\.?|hours|hrs|o.clock)?\W*", re.IGNORECASE)
_USABLE = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.ALLEGED, Modality.POSSIBLE})


@dataclass(frozen=True, slots=True)
class Draft:
    """A reading in the making; `fits` are indexes of sharper ones, empty for one that competes; `values` once each."""

    value: Value
    claims: tuple[Claim, ...]
    scope: str
    moment: When | None
    fits: tuple[int, ...] = ()
    values: tuple[Value, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """The accounts that tell it."""
        return tuple(sorted({claim.document for claim in self.claims}))

    @property
    def sharpness(self) -> Sharpness:
        """How sharply it is told."""
        return sharpness(self.value)

    @property
    def is_competing(self) -> bool:
        """Whether it stands for itself, rather than leaving room for a sharper one."""
        return not self.fits

    @property
    def is_of_one(self) -> bool:
        """Whether it only tells of one person, without counting."""
        return all(is_one_of(claim) for claim in self.claims)

    @property
    def is_part(self) -> bool:
        """Whether it tells of some of those only, and says nothing of them all."""
        return self.scope == Relation.PART

    def asserted(self) -> tuple[Claim, ...]:
        """The claims that the accounts hold themselves."""
        return tuple(claim for claim in self.claims if claim.modality is Modality.ASSERTED)


def is_usable(claim: Claim, scene: Scene) -> bool:
    """Whether a claim can make a reading: not denied, negated, planned, hypothetical or rejected, and with some value."""
    if claim.modality not in _USABLE or not claim.polarity or claim.id in scene.judged.rejected:
        return False
    if not isinstance(claim.value, When):
        return True
    return stretch(claim.value) is not None and not (claim.slot in _DATES and _CLOCK.fullmatch(claim.value.text))


def drafts(claims: Iterable[Claim], form: SlotForm, scene: Scene) -> tuple[Draft, ...]:
    """Gather usable claims to readings, the sharpest first.

    Args:
        claims: the usable claims of one question.
        form: how its slot is weighed.
        scene: the case.
    """
    found: list[Draft] = []
    # What says the same of the same scope and moment goes where the first of them went: hundreds of accounts repeat a few values.
    gone: dict[tuple[Value, str, When | None], int] = {}
    for claim in sorted(claims, key=_order):
        said = (claim.value, scope_of(claim), claim.as_of)
        if said in gone:
            draft = found[gone[said]]
            found[gone[said]] = replace(draft, claims=(*draft.claims, claim))
        else:
            gone[said] = _place(claim, found, form, scene)
    return tuple(found)


def reading(draft: Draft, scene: Scene) -> Reading:
    """The reading as the case holds it."""
    claims = sorted(draft.claims, key=lambda claim: (claim.document, claim.start, claim.id))
    ids = tuple(claim.id for claim in claims)
    return Reading(draft.value, ids, draft.documents, scene.witnesses.origins(draft.claims), draft.fits)


def asserting(draft: Draft, scene: Scene) -> tuple[Origin, ...]:
    """The origins that assert a reading in their own voice."""
    return scene.witnesses.origins(draft.asserted())


_Order: TypeAlias = tuple[int, float, float, bool, bool, str, str, int, str]


def _order(claim: Claim) -> _Order:
    """Sharpest first, then by what is said, never by the order of documents alone."""
    told = stretch(claim.value)
    width = told.width if told is not None else -float(len(_words(claim.value)))
    low = told.low if told is not None and told.low is not None else 0.0
    if told is not None and told.high is None:
        low = -low  # "more than 400" leaves less open than "some"
    words = folded(_words(claim.value))
    spelt = told is not None and not any(c.isdigit() for c in words)
    return sharpness(claim.value), width, low, is_one_of(claim), spelt, words, claim.document, claim.start, claim.id


def _words(value: Value) -> str:
    return value.name if isinstance(value, (Actor, Place)) else value.text


def _place(claim: Claim, found: list[Draft], form: SlotForm, scene: Scene) -> int:
    """Put a claim into the reading it makes or fits, or into a new one; the number of that reading."""
    near = [number for number, draft in enumerate(found) if _leaves_room(claim, draft, form, scene)]
    fits = tuple(
        number for number in near if found[number].is_competing and _is_coarser(claim.value, found[number].value)
    )
    same = next(
        (number for number in near if found[number].fits == fits and _is_alike(claim.value, found[number].value)), None
    )
    if same is None:
        found.append(Draft(claim.value, (claim,), scope_of(claim), claim.as_of, fits, (claim.value,)))
        return len(found) - 1
    draft = found[same]
    told = stretch(claim.value)
    is_new = told is not None and all(stretch(value) != told for value in draft.values)
    values = (*draft.values, claim.value) if is_new else draft.values
    found[same] = replace(draft, claims=(*draft.claims, claim), moment=draft.moment or claim.as_of, values=values)
    return same


def _is_coarser(value: Value, other: Value) -> bool:
    """Whether a value is told so much more widely than another that it can only leave room for it."""
    if sharpness(value) > sharpness(other):
        return True
    first, second = stretch(value), stretch(other)
    if first is None or second is None:
        return False
    if first.high is None and second.high is None:
        return (first.low or 0) < _LOWER_SHARE * (second.low or 0)
    return second.width > 0 and first.width > _WIDER * second.width


def _is_alike(value: Value, other: Value) -> bool:
    """Whether two values that leave each other room say the same: both as sharp, and mostly over each other."""
    first, second = stretch(value), stretch(other)
    if sharpness(value) is not sharpness(other):
        return False
    if first is None or second is None or first == second:
        return True
    shared, narrow, wide = first.common(second).width, *sorted((first.width, second.width))
    if wide == float("inf"):
        lows = sorted((first.low or 0, second.low or 0))
        return narrow == wide and lows[0] >= _LOWER_SHARE * lows[1]
    return shared >= _NARROWER_SHARE * narrow and shared >= _WIDER_SHARE * wide


def _leaves_room(claim: Claim, draft: Draft, form: SlotForm, scene: Scene) -> bool:
    """Whether a claim can be of one reading with every claim of a draft that is as sharp, or fits a sharper one."""
    if scope_of(claim) != draft.scope:
        return False
    first, second = stretch(claim.value), stretch(draft.value)
    if first is not None and second is not None and first == second:
        return True
    if differ(claim.as_of, draft.moment):
        return False
    others = draft.values if first is not None else draft.values[:1]
    return all(room(claim.value, one, scene.entities, one_only=form.one) is Room.FITS for one in others)
