"""What must hold of any case."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fusion.factory import (
    CODEBOOK,
    DOZENS,
    EVENTS,
    HUNDREDS,
    MAIN,
    RAID,
    Told,
    about,
    document,
    figure,
    nearly,
    said,
    told,
)

from sayso.fusion import fuse
from sayso.model import Anchor, Claim, Figure, Judgement, JudgementKind, Lineage, Linked, Modality, Status

VALUES = st.one_of(
    st.integers(0, 700).map(figure),
    st.integers(20, 700).map(about),
    st.integers(20, 700).map(nearly),
    st.sampled_from([HUNDREDS, DOZENS, figure(401, None, text="more than 400")]),
)
CLAIMS = st.lists(
    st.builds(
        said,
        st.sampled_from("abcde"),
        st.sampled_from(["killed", "hostages_held", "rescued"]),
        VALUES,
        st.sampled_from(["hostages", "attackers"]),
        event=st.sampled_from([MAIN, RAID]),
        modality=st.sampled_from([Modality.ASSERTED, Modality.ASSERTED, Modality.REPORTED, Modality.ALLEGED]),
        start=st.integers(1, 900),
    ),
    min_size=1,
    max_size=9,
    unique_by=lambda claim: claim.id,
)
QUICK = settings(max_examples=60, deadline=None)


@QUICK
@given(CLAIMS, st.integers(0, 99))
def test_the_order_of_claims_and_documents_changes_nothing(claims: list[Claim], seed: int) -> None:
    case = told(*claims)
    shuffled = list(claims)
    Random(seed).shuffle(shuffled)  # noqa: S311 - an order, no secret
    documents = [document(name) for name in sorted({claim.document for claim in claims}, reverse=True)]
    again = fuse(Linked(tuple(shuffled), EVENTS, (), (), ()), documents, CODEBOOK)
    assert again == case.fused()


@QUICK
@given(CLAIMS)
def test_a_copied_account_changes_no_estimate(claims: list[Claim]) -> None:
    plain = told(*claims)
    twin = [
        replace(claim, document="copy", id="x" + claim.id) for claim in claims if claim.document == claims[0].document
    ]
    copied = told(*claims, *twin, lineage=[Lineage("l1", "copies", "copy", claims[0].document, None, (), 1.0)])
    before = [(one.id, one.status, one.best, one.low, one.high) for one in plain.fused().estimates]
    assert [(one.id, one.status, one.best, one.low, one.high) for one in copied.fused().estimates] == before


@QUICK
@given(st.integers(200, 999), st.integers(1, 3))
def test_a_coarser_account_that_fits_contests_and_widens_nothing(count: int, accounts: int) -> None:
    sharp = [said(by, "present", figure(count)) for by in "abc"[:accounts]]
    before, after = told(*sharp).estimate("present"), told(*sharp, said("z", "present", HUNDREDS)).estimate("present")
    assert (after.best, after.low, after.high) == (before.best, before.low, before.high)
    assert after.status is not Status.CONTESTED


@QUICK
@given(CLAIMS)
def test_what_is_only_alleged_never_makes_agreement(claims: list[Claim]) -> None:
    alleged = [replace(claim, modality=Modality.ALLEGED) for claim in claims]
    for estimate in told(*alleged).fused().estimates:
        assert Status.AGREED not in (estimate.status, *estimate.also)


@QUICK
@given(CLAIMS)
def test_every_reading_rests_on_claims_and_every_fit_on_a_sharper_reading(claims: list[Claim]) -> None:
    known = {claim.id for claim in claims}
    for estimate in told(*claims).fused().estimates:
        for number, reading in enumerate(estimate.readings):
            assert reading.claims
            assert set(reading.claims) <= known
            assert all(fit < number and not estimate.readings[fit].fits for fit in reading.fits)


def test_a_copy_makes_no_reading_seem_held_by_more() -> None:
    two = [
        said("a", "killed", value, "attackers", start=start) for start, value in enumerate((figure(1), about(20)), 1)
    ]
    told_on = [replace(claim, document="b", id=f"b{claim.id}", modality=Modality.REPORTED) for claim in two]
    copied = [replace(claim, document="copy", id=f"x{claim.id}") for claim in two]
    lineage = [Lineage("l1", "copies", "copy", "a", None, (), 1.0)]
    before = told(*two, *told_on).estimate("killed", "attackers")
    after = told(*two, *told_on, *copied, lineage=lineage).estimate("killed", "attackers")
    assert (after.best, after.low, after.high) == (before.best, before.low, before.high)


@QUICK
@given(CLAIMS, st.sampled_from(list(JudgementKind)), st.integers(0, 99), st.sampled_from([None, figure(7)]))
def test_undoing_a_decision_gives_the_state_before(
    claims: list[Claim], kind: JudgementKind, seed: int, value: Figure | None
) -> None:
    chosen = Random(seed).sample(claims, min(2, len(claims)))  # noqa: S311 - a choice, no secret
    anchors = tuple(
        Anchor(one.id, f"text-{one.document}", one.start, one.end, "", "", "", one.slot, one.group, one.value)
        for one in chosen
    )
    made = Judgement("j1", kind, "a coder", "2001-01-01T00:00:00Z", "", None, anchors, value)
    undone = Judgement("j2", JudgementKind.NOTE, "a coder", "2001-01-02T00:00:00Z", "", "j1", (), None)
    before, after = Told(tuple(claims)), Told(tuple(claims), judgements=(made, undone))
    assert after.fused() == before.fused()
