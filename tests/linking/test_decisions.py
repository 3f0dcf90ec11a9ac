"""People's decisions on events: claims tied, parted, moved, and decisions taken back."""

from __future__ import annotations

import dataclasses

import pytest
from tests.linking.factory import CODEBOOK, CUSCO, OSLO, account, document, episode

from sayso.linking import link
from sayso.model import Account, Anchor, Document, Event, Judgement, JudgementKind

Case = tuple[list[Document], list[Account]]


def case(*, same: bool) -> Case:
    """Two accounts, of one incident or of two in different countries."""
    told = [document("a", "One text."), document("b", "Two texts.")]
    places = (CUSCO, CUSCO) if same else (CUSCO, OSLO)
    return told, [account(one, episode(0, where=place)) for one, place in zip(told, places, strict=True)]


def judged(kind: JudgementKind, accounts: list[Account], **given: object) -> Judgement:
    claims = [one.claims[0] for one in accounts]
    anchors = tuple(
        Anchor(claim.id, "", claim.start, claim.end, claim.quote, "", "", claim.slot, claim.group, claim.value)
        for claim in claims
    )
    made = Judgement("j1", kind, "a coder", "2001-01-01T00:00:00Z", "", None, anchors, None)
    return dataclasses.replace(made, **given)  # type: ignore[arg-type]


def events(told: Case, *judgements: Judgement) -> tuple[Event, ...]:
    return link(*told, CODEBOOK, judgements).events


def test_claims_judged_one_event_are_one() -> None:
    told = case(same=False)
    (event,) = events(told, judged(JudgementKind.SAME_EVENT, told[1]))
    assert (event.documents, event.why) == (("a", "b"), ("same because: a person said so",))


def test_claims_judged_apart_are_apart() -> None:
    told = case(same=True)
    assert len(events(told)) == 1
    assert len(events(told, judged(JudgementKind.APART_EVENT, told[1]))) == 2


def test_a_moved_claim_goes_to_the_event_of_the_other() -> None:
    told = case(same=False)
    found = events(told, judged(JudgementKind.MOVE, told[1]))
    assert sorted(len(event.claims) for event in found) == [0, 2]


@pytest.mark.parametrize("kind", [JudgementKind.SAME_EVENT, JudgementKind.APART_EVENT, JudgementKind.MOVE])
def test_what_is_taken_back_leaves_no_trace(kind: JudgementKind) -> None:
    told = case(same=kind is JudgementKind.APART_EVENT)
    made = judged(kind, told[1])
    undone = dataclasses.replace(made, id="j2", kind=JudgementKind.NOTE, undoes="j1")
    assert events(told, made, undone) == events(told)


def test_a_decision_whose_claims_are_gone_does_nothing() -> None:
    told = case(same=False)
    gone = judged(JudgementKind.SAME_EVENT, told[1])
    lost = dataclasses.replace(
        gone, targets=tuple(dataclasses.replace(one, claim="c0", start=99) for one in gone.targets)
    )
    assert events(told, lost) == events(told)


def test_a_decision_is_tied_again_by_place_and_slot() -> None:
    told = case(same=False)
    made = judged(JudgementKind.SAME_EVENT, told[1])
    texts = [one.text_sha256 for one in told[0]]
    moved = tuple(
        dataclasses.replace(one, claim="c0", text_sha256=text) for one, text in zip(made.targets, texts, strict=True)
    )
    assert len(events(told, dataclasses.replace(made, targets=moved))) == 1
