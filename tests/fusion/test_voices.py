"""One voice is one origin, however many pass it on; many voices are many."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fusion.factory import Told, document, figure, said, told

from sayso.model import Qualifier, Status


def case(*speakers: str, basis: str = "official") -> Told:
    return told(
        *(
            said(by, "killed", figure(45), "attackers", speaker=who, basis=basis)
            for by, who in zip("abc", speakers, strict=False)
        )
    )


@pytest.mark.parametrize("speakers", [("the army", "army spokesman Colonel Haro"), ("Police", "the police", "police")])
def test_a_figure_of_one_body_is_told_once_however_many_pass_it_on(speakers: tuple[str, ...]) -> None:
    assert case(*speakers).estimate("killed", "attackers").status is Status.SINGLE


def test_the_reader_is_told_whose_word_it_is() -> None:
    told_by = case("The army", "an army spokesman")
    assert told_by.message("single_origin").endswith("all give 45, but all have it from the army.")


@pytest.mark.parametrize("speakers", [("residents", "residents"), ("the army", "the police"), ("the army", "")])
def test_many_voices_are_many_origins(speakers: tuple[str, ...]) -> None:
    assert case(*speakers).estimate("killed", "attackers").status is Status.AGREED


def test_a_soldier_who_was_there_speaks_for_himself() -> None:
    assert (
        case("an army medic", "an army cook", basis="present").estimate("killed", "attackers").status is Status.AGREED
    )


def test_what_two_sides_say_of_one_loss_is_a_dispute_also_where_one_account_tells_both() -> None:
    rebels = said("a", "killed", figure(27), "security_forces", speaker="a group", basis="party", start=1)
    army = said("a", "killed", figure(3), "security_forces", speaker="the army", basis="official", start=9)
    case_of_both = told(rebels, army, documents=[document("a", "1980-05-07")])
    assert case_of_both.estimate("killed", "security_forces").status is Status.CONTESTED


def test_a_party_s_later_figure_carries_on_nobody_else_s() -> None:
    army = said("a", "killed", figure(3), "security_forces", speaker="the army", basis="official")
    rebels = said("b", "killed", figure(27), "security_forces", speaker="a group", basis="party")
    days = [document("a", "1980-05-06"), document("b", "1980-05-08")]
    assert told(army, rebels, documents=days).estimate("killed", "security_forces").status is Status.CONTESTED
    hospital = said("b", "killed", figure(5), "security_forces", speaker="a hospital", basis="official")
    assert told(army, hospital, documents=days).estimate("killed", "security_forces").status is Status.UPDATED


def test_what_a_ministry_publishes_and_what_others_quote_of_the_government_is_one_voice() -> None:
    own = document("a", "1980-05-07")
    own = replace(own, title="Ministry of the Interior: Statement on the events")
    claims = (
        said("a", "killed", figure(1), "total"),
        said("b", "killed", figure(1), "total", speaker="The government"),
    )
    assert told(*claims, documents=[own]).estimate("killed", "total").status is Status.SINGLE
    assert told(*claims).estimate("killed", "total").status is Status.AGREED


def test_at_least_five_that_contradicts_three_reaches_to_five() -> None:
    at_least = figure(5, None, Qualifier.AT_LEAST, "at least 5")
    estimate = told(said("a", "killed", figure(3), "total"), said("b", "killed", at_least, "total")).estimate(
        "killed", "total"
    )
    assert (estimate.low, estimate.high) == (3, 5)


def test_what_lies_below_an_account_s_own_at_least_is_a_part() -> None:
    at_least = figure(5, None, Qualifier.AT_LEAST, "at least 5")
    case_of_one = told(
        said("a", "killed", at_least, "total", start=1), said("a", "killed", figure(4), "total", start=9)
    )
    assert "contradiction" not in case_of_one.kinds()
