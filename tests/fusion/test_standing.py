"""Whom a count stands for: all under another word, a part of a greater count beside it, or things of one kind and deed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fusion.factory import CODEBOOK, EVENTS, MAIN, document, figure, said, when

from sayso.fusion import fuse
from sayso.model import Claim, Document, Estimate, Extent, Figure, Linked, Qualifier, Relation, Status


def fused(*claims: Claim, kind: str = "accident", documents: tuple[Document, ...] = ()) -> tuple[Estimate, ...]:
    """The estimates of one event of a kind."""
    events = tuple(replace(one, type=kind) if one.id == MAIN else one for one in EVENTS if one.id == MAIN)
    told = documents or tuple(document(name) for name in sorted({claim.document for claim in claims}))
    return fuse(Linked(claims, events, (), (), ()), told, CODEBOOK).estimates


def status(*claims: Claim, group: str | None = "total", kind: str = "accident") -> Status | None:
    found = [one for one in fused(*claims, kind=kind) if one.group == group]
    return found[0].status if found else None


def test_miners_and_workers_trapped_in_one_accident_are_all_of_them() -> None:
    told = (said("a", "survived", figure(31), "miners"), said("b", "survived", figure(36), "workers"))
    assert status(*told) is Status.CONTESTED


@pytest.mark.parametrize(
    ("claims", "kind"),
    [
        ((said("a", "killed", figure(2), "security_forces"), said("b", "killed", figure(5), "total")), "accident"),
        ((said("a", "killed", figure(2), "children"), said("b", "killed", figure(5), "total")), "accident"),
        ((said("a", "killed", figure(2), "civilians"), said("b", "killed", figure(5), "total")), "attack"),
        (
            (
                said("a", "killed", figure(2), "workers"),
                said("a", "killed", figure(3), "responders"),
                said("b", "killed", figure(5), "total"),
            ),
            "accident",
        ),
    ],
)
def test_a_group_of_its_own_is_never_all(claims: tuple[Claim, ...], kind: str) -> None:
    assert status(*claims, kind=kind) is Status.SINGLE


def test_a_figure_far_below_another_of_its_account_is_a_part() -> None:
    told = (said("a", "killed", figure(28)), said("a", "killed", figure(7), start=9), said("b", "killed", figure(28)))
    (estimate,) = fused(*told)
    assert estimate.status is Status.SCOPED
    assert (estimate.low, estimate.high) == (28, 28)


def test_no_deaths_somewhere_take_nothing_from_a_toll() -> None:
    toll = said("a", "killed", figure(61), as_of=when("1980-05-01"))
    told = (toll, said("a", "killed", figure(0), start=9), said("b", "killed", figure(0)))
    readings = {reading.value.low: reading.documents for one in fused(*told[:2]) for reading in one.readings}
    assert {one.best.low for one in fused(*told[:2]) if isinstance(one.best, Figure)} == {61}
    assert set(readings) == {0, 61}


@pytest.mark.parametrize("second", [7, 24])
def test_what_others_give_or_what_lies_near_is_no_part(second: int) -> None:
    told = [
        said("a", "killed", figure(28)),
        said("a", "killed", figure(second), start=9),
        said("b", "killed", figure(7)),
    ]
    (estimate,) = fused(*told)
    assert Status.SCOPED not in (estimate.status, *estimate.also)


def test_two_accounts_that_each_give_both_figures_under_other_words_agree() -> None:
    told = (
        said("a", "arrested", figure(63), "total"),
        said("a", "arrested", figure(9), "members", start=9),
        said("b", "arrested", figure(9), "total"),
        said("b", "arrested", figure(63), "demonstrators", start=9),
    )
    assert status(*told) is Status.SCOPED
    assert status(told[0], told[2]) is Status.CONTESTED
    assert status(*told[:3]) is Status.SCOPED


def test_a_handful_told_of_others_may_be_chance() -> None:
    told = (
        said("a", "arrested", figure(9), "total"),
        said("a", "arrested", figure(3), "members", start=9),
        said("b", "arrested", figure(3), "total"),
    )
    assert status(*told) is Status.CONTESTED


def test_a_group_as_large_as_its_account_s_total_is_all() -> None:
    told = (
        said("a", "killed", figure(1), "total"),
        said("a", "killed", figure(1), "workers", start=9),
        said("b", "killed", figure(2), "workers", scope=Relation.PART),
    )
    assert status(*told, group="workers") is not Status.CONTESTED


TEXTS = (
    "{} shops were looted.",
    "The crowd looted {} shops.",
    "{} shops and 9 mills were burnt.",
    "{} shops were opened.",
)


def things(one: str, other: str) -> set[Status]:
    """The statuses of two counts of shops, each in its sentence."""
    claims, documents = [], []
    for name, text, number in (("a", one, 96), ("b", other, 340)):
        words = text.format(number)
        at = words.index(str(number))
        value = Figure(number, number, "shop", Qualifier.EXACT, f"{number} shops")
        claim = said(name, "quantity", value)
        claims.append(replace(claim, start=at, end=at + len(value.text), sentence=Extent(0, len(words))))
        documents.append(document(name, text=words))
    return {estimate.status for estimate in fused(*claims, documents=tuple(documents))}


def test_counts_of_one_thing_and_one_deed_are_compared() -> None:
    assert things(TEXTS[0], TEXTS[1]) == {Status.CONTESTED}


@pytest.mark.parametrize("other", TEXTS[2:])
def test_counts_of_another_deed_or_of_none_are_listed(other: str) -> None:
    assert things(TEXTS[0], other) == {Status.LISTED}


def money(one: str, other: str) -> set[Status]:
    """The statuses of two sums in crowns, each in its sentence."""
    claims, documents = [], []
    for name, text, number in (("a", one, 3), ("b", other, 14)):
        value = Figure(number, number, "CZK", Qualifier.EXACT, f"{number} crowns")
        claim = said(name, "money", value)
        claims.append(replace(claim, sentence=Extent(0, len(text))))
        documents.append(document(name, text=text))
    return {estimate.status for estimate in fused(*claims, documents=tuple(documents))}


def test_sums_of_damage_in_one_currency_are_compared_and_no_other_sums() -> None:
    assert money("The damage is put at 3 crowns.", "Losses are 14 crowns.") == {Status.CONTESTED}
    assert money("The damage is put at 3 crowns.", "Aid of 14 crowns was pledged for the damage.") == {Status.LISTED}
    assert money("The damage is put at 3 crowns.", "Damage to the bridge: 14 crowns.") == {Status.LISTED}
