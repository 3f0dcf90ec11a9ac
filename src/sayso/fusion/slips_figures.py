"""Slips in figures: digits swapped, one doubled, a nought too many or too few, against a figure that several origins give.

One account against one is a contradiction, not a slip, for nobody can say which of them slipped. Where the figure may have
grown between the accounts, where it stands in two of them, or where others differ as well, nothing is taken for a slip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.fusion.moments import is_update
from sayso.fusion.questions import Asked, Question
from sayso.fusion.readings import is_usable
from sayso.fusion.scene import Scene
from sayso.fusion.scopes import scope_of
from sayso.fusion.slips import Slip, is_swapped
from sayso.fusion.stretch import is_exact
from sayso.model import Claim, Figure, Modality

# Two origins that give one round figure may both be wrong, and another count be ten times as many; with three the odd one out
# has slipped. Of figures of three digits or more one in hundreds is another with two digits swapped, and a figure with two
# digits of its own that is another but for a nought or a doubled digit is as rare: there two origins are enough.
_ORIGINS, _RARE, _DIGITS = 3, 2, 3
# Below it a nought or a swap is as likely another count: 5 and 50 wounded, 12 and 21.
_LEAST = 20
# Swapped digits that change a figure by less than a fifth (601, 610) may be two counts.
_APART = 1.2


def figure_slips(asked: Asked, scene: Scene) -> Iterator[Slip]:
    """Find the figures that only a slip explains, each with the figure that was likely meant."""
    for question, claims in sorted(asked.items(), key=lambda one: one[0].key):
        told = [claim for claim in claims if _is_plain(claim, scene)]
        by_number: defaultdict[int, list[Claim]] = defaultdict(list)
        for claim in told:
            if isinstance(claim.value, Figure) and claim.value.low is not None:
                by_number[int(claim.value.low)].append(claim)
        if len(by_number) == 2:  # the slip and what was meant
            yield from _odd_one(question, by_number, scene)


def slip_of(said: int, meant: int) -> str:
    """How one number may be a slip for another; empty where it is none.

    >>> slip_of(162, 126), slip_of(720, 72), slip_of(72, 720), slip_of(722, 72)
    ('two digits swapped', 'a nought too many', 'a nought too few', 'a digit doubled')
    >>> slip_of(128, 126), slip_of(601, 610), slip_of(50, 5)
    ('', '', '')
    """
    low, high = sorted((said, meant))
    if low < _LEAST:
        return ""
    if high == 10 * low:
        return "a nought too many" if said == high else "a nought too few"
    if high >= _APART * low and is_swapped(str(said), str(meant)):
        return "two digits swapped"
    return "a digit doubled" if _is_doubled(str(said), str(meant)) else ""


def _is_doubled(said: str, meant: str) -> bool:
    """Whether a number is another with one of its digits written twice."""
    return any(said == meant[: n + 1] + meant[n:] for n in range(len(meant)))


def _is_plain(claim: Claim, scene: Scene) -> bool:
    """Whether a claim gives one number of the whole in the account's own voice."""
    own = claim.modality is Modality.ASSERTED and is_usable(claim, scene) and not scope_of(claim)
    return own and isinstance(claim.value, Figure) and is_exact(claim.value) and claim.id not in scene.judged.accepted


def _odd_one(question: Question, by_number: dict[int, list[Claim]], scene: Scene) -> Iterator[Slip]:
    """The one account whose figure is a slip of what the others give."""
    for said, claims in by_number.items():
        meant, others = next((number, rest) for number, rest in by_number.items() if number != said)
        alone = {claim.document for claim in claims}
        if len(alone) != 1 or alone & {claim.document for claim in others} or not slip_of(said, meant):
            continue
        if len(scene.witnesses.origins(others)) >= _needed(said, meant) and not _may_have_grown(
            question, claims, others, scene
        ):
            ids = tuple(sorted(claim.id for claim in claims))
            how = slip_of(said, meant)
            yield Slip(claims[0].document, question.event or None, ids, f"{said:,}", f"{meant:,}", how)


def _needed(said: int, meant: int) -> int:
    """How many origins must give the figure that was meant."""
    if is_swapped(str(said), str(meant)):
        return _RARE if len(str(said)) >= _DIGITS else _ORIGINS
    return _RARE if len(str(min(said, meant)).rstrip("0")) > 1 else _ORIGINS


def _may_have_grown(question: Question, claims: Sequence[Claim], others: Sequence[Claim], scene: Scene) -> bool:
    form = scene.form(question.slot)
    return any(is_update(one, other, form, scene) for one in claims for other in others)
