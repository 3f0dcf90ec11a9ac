"""One voice is one origin, however many pass it on; many voices are many."""

from __future__ import annotations

import pytest
from tests.fusion.factory import Told, figure, said, told

from sayso.model import Status


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
