"""The status of a slot: the first that holds of a closed list; the others that hold, too, go beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.codebook import SlotForm
from sayso.fusion.gaps import Gap, Gaps
from sayso.fusion.readings import Draft, asserting
from sayso.fusion.rejecting import rejects
from sayso.fusion.scene import Scene
from sayso.fusion.stretch import Sharpness
from sayso.model import Actor, Claim, Modality, Place, Status, When, Words

# Four origins against one: the contract's count.
_MANY = 4
# The modalities of what is said without being held; "reported" joins them where a slot is grave.
_ALLEGED = frozenset({Modality.ALLEGED, Modality.POSSIBLE})


@dataclass(frozen=True)
class Stand:
    """One question with all that its status depends on; without slots, so that what is worked out is kept."""

    claims: tuple[Claim, ...]
    drafts: tuple[Draft, ...]
    gaps: Gaps
    form: SlotForm
    scene: Scene
    is_settled: bool

    @cached_property
    def competing(self) -> tuple[Draft, ...]:
        """The readings that stand for themselves."""
        return tuple(draft for draft in self.drafts if draft.is_competing)

    def has(self, kind: Gap) -> bool:
        """Whether two readings stand so to each other."""
        return kind in self.gaps.values()

    def origins(self, draft: Draft) -> int:
        """How many origins assert a reading."""
        return len(asserting(draft, self.scene))

    @cached_property
    def most(self) -> int:
        """The greatest number of origins that assert one competing reading: of the whole, if any tells of it."""
        whole = [draft for draft in self.competing if not draft.scope] or self.competing
        return max((self.origins(draft) for draft in whole), default=0)


def statuses(stand: Stand) -> tuple[Status, tuple[Status, ...]]:
    """The status and what also holds."""
    held = [status for status, holds in _PRECEDENCE if holds(stand)]
    return (held[0], tuple(held[1:])) if held else (Status.SINGLE, ())


def denials(stand: Stand) -> tuple[tuple[Claim, Claim], ...]:
    """The claims that reject what another account, or the account itself against its speaker, asserts: each with what it rejects.

    What another account asserts stands first.
    """
    asserted = _asserted(stand)
    met = [
        (denial, one) for denial in stand.claims if _rejects(denial) for one in asserted if _meets(denial, one, stand)
    ]
    return tuple(sorted(met, key=lambda pair: pair[0].document == pair[1].document))


def outliers(stand: Stand) -> tuple[Draft, ...]:
    """The one reading that stands against four or more origins, all of them exact or narrow; else none."""
    sharp = [draft for draft in stand.competing if draft.sharpness < Sharpness.COARSE and not draft.scope]
    strong = [draft for draft in sharp if stand.origins(draft) >= _MANY]
    apart = {number for pair, kind in stand.gaps.items() if kind is Gap.CONTESTED for number in pair}
    parted = [stand.drafts[number] for number in sorted(apart)]
    weak = [draft for draft in parted if draft not in strong]
    if (
        len(strong) == 1
        and len(weak) == 1
        and weak[0] in sharp
        and len(stand.scene.witnesses.origins(weak[0].claims)) == 1
    ):
        return tuple(weak)
    return ()


def _rejects(claim: Claim) -> bool:
    return claim.modality is Modality.DENIED or (not claim.polarity and claim.modality is Modality.ASSERTED)


def _asserted(stand: Stand) -> Sequence[Claim]:
    return [claim for draft in stand.drafts for claim in draft.asserted()]


def _meets(denial: Claim, claim: Claim, stand: Stand) -> bool:
    """Whether a denial rejects a claim: of another account, or by a speaker whom the account does not follow."""
    other = denial.document != claim.document or (bool(denial.attribution) and not claim.attribution)
    return other and rejects(denial.value, claim.value, stand.scene.entities)


def of_the_question(stand: Stand) -> list[Claim]:
    """The claims that answer the question: not those of a part of it, where others tell of the whole.

    What is laid on somebody is laid on him for some as for all: of a grave question they stay.
    """
    whole = stand.drafts if stand.form.grave else [d for d in stand.drafts if not d.is_part] or stand.drafts
    return [claim for draft in whole for claim in draft.claims]


def _is_alleged(stand: Stand) -> bool:
    claims = of_the_question(stand)
    if not claims or stand.most > 1:
        return False
    if stand.form.many or not any(claim.modality is Modality.ASSERTED for claim in claims):
        return all(claim.modality is not Modality.ASSERTED for claim in claims)
    if not stand.form.grave and any(isinstance(claim.value, (Words, Actor, Place, When)) for claim in claims):
        return False
    said = _ALLEGED | {Modality.REPORTED} if stand.form.grave else _ALLEGED
    return any(claim.modality in said for claim in claims)


def _is_listed(stand: Stand) -> bool:
    if len(stand.competing) < 2:
        return False
    return stand.form.many or (
        stand.has(Gap.BESIDE) and all(isinstance(draft.value, Words) for draft in stand.competing)
    )


def _is_contested(stand: Stand) -> bool:
    return stand.has(Gap.CONTESTED) and not outliers(stand)


def _is_agreed(stand: Stand) -> bool:
    return stand.most > 1 and not stand.has(Gap.CONTESTED)


def _is_coarser(stand: Stand) -> bool:
    return any(draft.fits for draft in stand.drafts) and stand.most < 2 and not stand.has(Gap.CONTESTED)


def _is_single(stand: Stand) -> bool:
    asserted = _asserted(stand)
    return bool(asserted) and len(stand.scene.witnesses.origins(asserted)) == 1


_PRECEDENCE: tuple[tuple[Status, Callable[[Stand], bool]], ...] = (
    (Status.SETTLED, lambda stand: stand.is_settled),
    (Status.DENIED, lambda stand: bool(denials(stand))),
    (Status.ALLEGED, _is_alleged),
    (Status.LISTED, _is_listed),
    (Status.CONTESTED, _is_contested),
    (Status.OUTLIER, lambda stand: bool(outliers(stand))),
    (Status.UPDATED, lambda stand: stand.has(Gap.UPDATED)),
    (Status.SCOPED, lambda stand: stand.has(Gap.SCOPED)),
    (Status.AGREED, _is_agreed),
    (Status.COARSER, _is_coarser),
    (Status.SINGLE, _is_single),
    (Status.OPEN, lambda stand: not stand.drafts),
)
