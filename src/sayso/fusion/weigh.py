"""What speaks for a reading: a table of named features, each a plain number times its weight in the codebook.

| feature | what it counts | why |
|---|---|---|
| `origins` | origins that assert it | more roots of testimony, as an upper bound |
| `exact`, `narrow` | 1 where it is told so | who counted tells a number |
| `asserted` | share of its origins that hold it themselves | hearsay is passed on unchecked |
| `coarse_support` | coarse readings that fit it and not every rival | "mid-decade" fits one of two years |
| `witness` | share of its origins that have it from one who was there | nearest to what happened |
| `official` | share by an official | counts by duty, if not without interest |
| `interested` | share by a party to the event, quoted or publishing itself | gains by the figure |
| `unnamed` | share by a voice without a name | cannot be asked |
| `often` | how often, up to five times, the account that tells it most does so | a text comes back to what it is about |
| `near` | 1 where some account is of within a year of the event | memory and retelling drift |

`margin` is the lead that a reading needs over the next: below it nothing decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from sayso.fusion.parties import is_partys
from sayso.fusion.readings import Draft, asserting
from sayso.fusion.scene import Scene
from sayso.fusion.stretch import Sharpness
from sayso.model import Claim, Modality

_YEAR = timedelta(days=366)
#: Told more often than this, it is told no better; a tie is broken, and nothing that differs otherwise is turned.
_OFTEN = 5
# The weights are judgement, not measurement: an origin outweighs any single other feature, and the margin is half of one.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"origins": 1.0, "exact": 0.5, "narrow": 0.25, "asserted": 0.5, "coarse_support": 0.2, "witness": 0.3, "official": 0.15,
     "interested": -0.3, "unnamed": -0.15, "near": 0.2, "often": 0.1, "margin": 0.5}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weighed:
    """A reading with what each feature contributes."""

    draft: Draft
    contributions: tuple[tuple[str, float], ...]

    @property
    def total(self) -> float:
        """The sum of what speaks for it."""
        return round(sum(amount for _, amount in self.contributions), 6)


def weigh(
    candidates: Sequence[Draft], drafts: Sequence[Draft], weights: Mapping[str, float], scene: Scene
) -> tuple[Weighed, ...]:
    """Weigh readings against each other, the heaviest first; ties keep their order.

    Args:
        candidates: the readings that compete.
        drafts: all readings, in which the `fits` of coarser ones are indexes.
        weights: how much each feature counts; a feature that is missing counts as in `WEIGHTS`.
        scene: the case.
    """
    table = {**WEIGHTS, **weights}
    weighed = [
        Weighed(
            draft,
            tuple(
                (name, table[name] * amount) for name, feature in _FEATURES if (amount := feature(draft, drafts, scene))
            ),
        )
        for draft in candidates
    ]
    return tuple(sorted(weighed, key=lambda one: -one.total))


_Feature = Callable[[Draft, Sequence[Draft], Scene], float]


def _share(draft: Draft, holds: Callable[[Claim], bool], scene: Scene) -> float:
    """The share of its origins of which some claim is so: a copy, whose claims are told twice, changes nothing."""
    origins = scene.witnesses.origins(draft.claims)
    holding = {claim.document for claim in draft.claims if holds(claim)}
    return sum(not holding.isdisjoint(origin.documents) for origin in origins) / len(origins)


def _basis(name: str) -> _Feature:
    return lambda draft, _drafts, scene: _share(
        draft, lambda claim: bool(claim.attribution) and claim.attribution[0].basis == name, scene
    )


def _partys(draft: Draft, _drafts: Sequence[Draft], scene: Scene) -> float:
    return _share(draft, lambda claim: is_partys(claim, scene), scene)


def _is(wanted: Sharpness) -> _Feature:
    return lambda draft, _drafts, _scene: float(draft.sharpness is wanted)


def _coarse(draft: Draft, drafts: Sequence[Draft], _scene: Scene) -> float:
    number = next((number for number, other in enumerate(drafts) if other is draft), -1)
    rivals = sum(other.is_competing for other in drafts)
    return float(sum(number in other.fits and len(other.fits) < rivals for other in drafts))


def _often(draft: Draft, _drafts: Sequence[Draft], _scene: Scene) -> float:
    told = Counter(claim.document for claim in draft.claims)
    return float(min(max(told.values(), default=0), _OFTEN))


def _near(draft: Draft, _drafts: Sequence[Draft], scene: Scene) -> float:
    for claim in draft.claims:
        published, event = scene.published(claim.document), scene.events.get(claim.event or "")
        happened = event.when.latest if event is not None and event.when is not None else None
        if published is not None and happened is not None and published <= happened + _YEAR:
            return 1.0
    return 0.0


_FEATURES: tuple[tuple[str, _Feature], ...] = (
    ("origins", lambda draft, _drafts, scene: float(len(asserting(draft, scene)))),
    ("exact", _is(Sharpness.EXACT)),
    ("narrow", _is(Sharpness.NARROW)),
    ("asserted", lambda draft, _drafts, scene: _share(draft, lambda claim: claim.modality is Modality.ASSERTED, scene)),
    ("coarse_support", _coarse),
    ("witness", _basis("present")),
    ("official", _basis("official")),
    ("interested", _partys),
    ("unnamed", _basis("unnamed")),
    ("often", _often),
    ("near", _near),
)
FEATURES = tuple(name for name, _ in _FEATURES)
