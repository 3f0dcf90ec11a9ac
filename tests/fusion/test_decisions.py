"""What people decided holds, and undoing it gives the state before."""

from __future__ import annotations

import pytest
from tests.fusion.factory import Told, figure, said

from sayso.model import Anchor, Claim, Judgement, JudgementKind, Status, Value

ONE, OTHER = said("a", "present", figure(500)), said("b", "present", figure(610))


def judged(kind: JudgementKind, *claims: Claim, value: Value | None = None, moved: int = 0) -> Judgement:
    anchors = tuple(
        Anchor(
            claim.id if not moved else "gone",
            f"text-{claim.document}",
            claim.start,
            claim.end,
            "",
            "",
            "",
            claim.slot,
            None,
            claim.value,
        )
        for claim in claims
    )
    return Judgement("j1", kind, "a coder", "2001-01-01T00:00:00Z", "the roll was checked", None, anchors, value)


def case(*judgements: Judgement) -> Told:
    return Told((ONE, OTHER), judgements=judgements)


@pytest.mark.parametrize("moved", [0, 1])
def test_a_rejected_claim_makes_no_reading(moved: int) -> None:
    estimate = case(judged(JudgementKind.REJECT, ONE, moved=moved)).estimate("present")
    assert (estimate.status, estimate.best) == (Status.SINGLE, figure(610))


def test_a_corrected_claim_says_what_it_was_corrected_to() -> None:
    assert case(judged(JudgementKind.CORRECT, ONE, value=figure(610))).estimate("present").status is Status.AGREED


def test_a_settled_question_has_the_decided_value_and_keeps_what_also_holds() -> None:
    estimate = case(judged(JudgementKind.SETTLE, ONE, value=figure(505))).estimate("present")
    assert (estimate.status, estimate.best, estimate.low) == (Status.SETTLED, figure(505), 505)
    assert Status.CONTESTED in estimate.also
    assert estimate.why == "Settled by a coder: the roll was checked"


def test_two_accounts_called_one_origin_agree_no_more() -> None:
    twins = (said("a", "present", figure(500)), said("b", "present", figure(500)))
    assert Told(twins).estimate("present").status is Status.AGREED
    assert (
        Told(twins, judgements=(judged(JudgementKind.SAME_ORIGIN, *twins),)).estimate("present").status is Status.SINGLE
    )


def test_a_dismissed_finding_is_not_shown() -> None:
    assert case().kinds() == ["contradiction"]
    assert case(judged(JudgementKind.DISMISS, ONE, OTHER)).kinds() == []


def test_undoing_gives_the_state_before() -> None:
    first = judged(JudgementKind.REJECT, ONE)
    undo = Judgement("j2", JudgementKind.NOTE, "a coder", "2001-01-02T00:00:00Z", "", "j1", (), None)
    assert case(first, undo).fused() == case().fused()


def test_a_judgement_whose_claim_is_gone_changes_nothing() -> None:
    gone = judged(JudgementKind.REJECT, said("z", "present", figure(1)))
    assert case(gone).fused() == case().fused()
