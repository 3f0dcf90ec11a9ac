"""Years that only a slip explains."""

from __future__ import annotations

import pytest
from tests.fusion.factory import document, said, told, when

from sayso.model import Status


def dated(*years: str) -> list[str]:
    claims = [
        said(by, "date_end", when(f"{year}-05-05"), start=number + 1)
        for number, (by, year) in enumerate(zip("abcd", years, strict=False))
    ]
    return told(*claims).kinds()


@pytest.mark.parametrize("years", [("1980", "2980"), ("1960", "1960", "1690")])
def test_a_year_one_slip_off_and_a_century_away_is_a_typo(years: tuple[str, ...]) -> None:
    assert "typo" in dated(*years)
    assert "contradiction" not in dated(*years)


@pytest.mark.parametrize("years", [("1980", "1981"), ("1980", "1990"), ("1980", "1880", "1885"), ("1980", "1776")])
def test_a_year_that_may_be_meant_is_no_typo(years: tuple[str, ...]) -> None:
    assert "typo" not in dated(*years)


def test_a_slip_makes_no_reading_and_names_what_was_meant() -> None:
    case = told(said("a", "date_end", when("1980-05-05")), said("b", "date_end", when("2980-05-05")))
    assert case.estimate("date_end").status is Status.SINGLE
    assert case.message("typo") == "“The b” says 2980; 1980 was likely meant. The account is left as it stands."


def test_a_slip_that_no_claim_took_is_found_in_the_words() -> None:
    case = told(
        said("a", "date_end", when("1980-05-05")),
        documents=[document("b", text="On this day in 2980 the siege ended.")],
    )
    assert case.kinds() == ["typo"]


@pytest.mark.parametrize(
    "text", ["A sum of 2980 crowns.", "Box 2980", "It cost $2,980.", "In 1980 it ended.", "in 2980 cases"]
)
def test_a_number_that_is_no_year_is_no_slip(text: str) -> None:
    assert told(said("a", "date_end", when("1980-05-05")), documents=[document("b", text=text)]).kinds() == []
