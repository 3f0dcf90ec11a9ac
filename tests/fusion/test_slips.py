"""Years that only a slip explains."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fusion.factory import CODEBOOK, EVENTS, MAIN, OTHER, about, document, figure, said, told, when

from sayso.fusion import fuse
from sayso.model import Linked, Relation, Status


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
    "text",
    [
        "A sum of 2980 crowns.",
        "Box 2980",
        "It cost $2,980.",
        "In 1980 it ended.",
        "in 2980 cases",
        "in 2980 block of Main",
    ],
)
def test_a_number_that_is_no_year_is_no_slip(text: str) -> None:
    assert told(said("a", "date_end", when("1980-05-05")), documents=[document("b", text=text)]).kinds() == []


def counted(odd: object, *others: object, slot: str = "present") -> list[str]:
    claims = [said(by, slot, value) for by, value in zip("abcdef", (odd, *others), strict=False)]  # type: ignore[arg-type]
    return told(*claims).kinds()


N = figure


@pytest.mark.parametrize(
    "figures",
    [
        (N(720), N(72), N(72), N(72)),
        (N(72), N(720), N(720), N(720)),
        (N(162), N(126), N(126), N(126)),
        (N(162), N(126), N(126)),
        (N(720), N(72), N(72)),
        (N(722), N(72), N(72)),
        (N(200), N(20), N(20), N(20)),
    ],
)
def test_digits_swapped_doubled_or_a_nought_off_are_a_slip_against_origins_that_agree(
    figures: tuple[object, ...],
) -> None:
    kinds = counted(*figures)
    assert "typo" in kinds
    assert not {"contradiction", "outlier"} & set(kinds)


@pytest.mark.parametrize(
    "figures",
    [
        (N(720), N(72)),
        (N(200), N(20), N(20)),
        (N(752), N(72), N(72)),
        (N(162), N(126)),
        (N(53), N(35), N(35)),
        (N(50), N(5), N(5), N(5)),
        (N(128), N(126), N(126), N(126)),
        (N(601), N(610), N(610), N(610)),
        (N(720), N(720), N(72), N(72), N(72)),
        (N(720), N(72), N(72), N(72), N(80)),
        (about(720), N(72), N(72), N(72)),
    ],
)
def test_a_figure_that_may_be_meant_stays_a_contradiction(figures: tuple[object, ...]) -> None:
    kinds = counted(*figures)
    assert "typo" not in kinds
    assert {"contradiction", "outlier"} & set(kinds)


def test_a_figure_of_others_is_no_slip() -> None:
    own = [said(by, "present", figure(72)) for by in "abc"]
    case = told(*own, said("d", "present", figure(720), scope=Relation.OTHER))
    assert "typo" not in case.kinds()


def test_a_slip_in_a_figure_makes_no_reading_and_says_what_was_meant() -> None:
    case = told(*(said(by, "present", figure(72)) for by in "abc"), said("d", "present", figure(720)))
    assert case.estimate("present").status is Status.AGREED
    assert (
        case.message("typo")
        == "“The d” says 720; 72 was likely meant (a nought too many). The account is left as it stands."
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("It began on April 31, 1980.", "April 31, 1980; April 30 was likely meant"),
        ("On 30 February 1980 it ended.", "30 February 1980; there is no such day"),
        ("On Feb. 29, 1981, it ended.", "Feb. 29, 1981; there is no such day"),
        ("On 31 April the troops came.", "31 April; April 30 was likely meant"),
        ("The siege ended on June 31.", "June 31; there is no such day"),
    ],
)
def test_a_day_that_no_calendar_has_is_a_slip(text: str, says: str) -> None:
    case = told(said("a", "date_start", when("1980-04-30")), documents=[document("b", text=text)])
    assert case.message("typo") == f"“The b” says {says}. The account is left as it stands."


@pytest.mark.parametrize(
    "text",
    ["On Feb. 29, 1980, it began.", "In June 31 people were held.", "In June 31,500 people fled.", "May 30 was hot.", "April 30 to May 31",
     "Box 31 April Street", "In September 38 men were freed.", "31 March 1980", "Vol. 33 May issue"],
)  # fmt: skip
def test_a_day_or_a_count_that_may_be_is_none(text: str) -> None:
    assert "typo" not in told(said("a", "date_start", when("1980-04-30")), documents=[document("b", text=text)]).kinds()


def swapped(year: str, *, kind: str = "hostage_taking", others: tuple[str, ...] = (), text: str = "") -> list[str]:
    """An account of the event of 1980 that tells of another of `year`; `others` tell of their own years."""
    said_of = [said("a", "date_start", when(f"{year}-05-02"), event=OTHER, start=3)]
    said_of += [
        said(by, "date_start", when(f"{one}-05-02"), event=OTHER, start=3)
        for by, one in zip("bc", others, strict=False)
    ]
    events = tuple(
        replace(one, documents=("a", "b"), type=kind if one.id == OTHER else one.type)
        for one in EVENTS
        if one.id in (MAIN, OTHER)
    )
    documents = [document(name, text=text or f"In May {year} it was otherwise.") for name in "abc"]
    return [one.kind for one in fuse(Linked(tuple(said_of), events, (), (), ()), documents, CODEBOOK).findings]


def test_a_year_with_its_digits_swapped_in_the_same_season_is_a_typo() -> None:
    assert swapped("1908") == ["typo"]


@pytest.mark.parametrize(
    "given",
    [
        {"year": "1981"},
        {"year": "1908", "kind": "fire"},
        {"year": "1908", "others": ("1908",)},
        {"year": "1908", "text": "In May 1908 it was otherwise. In 1908 peace was made."},
    ],
)
def test_another_event_of_the_same_season_is_no_typo(given: dict[str, str]) -> None:
    assert swapped(**given) == []  # type: ignore[arg-type]


def within(year: str, *others: tuple[str, str | None]) -> list[str]:
    """An account that gives the event itself `year`, and what others of their publication give."""
    given = [("a", year, None), *((by, one, public) for by, (one, public) in zip("bcd", others, strict=False))]
    claims = [said(by, "date_start", when(f"{one}-05-02"), start=3) for by, one, _ in given]
    documents = [document(by, public, f"In May {one} it began.") for by, one, public in given]
    events = tuple(replace(one, documents=tuple(by for by, _, _ in given)) for one in EVENTS)
    return [one.kind for one in fuse(Linked(tuple(claims), events, (), (), ()), documents, CODEBOOK).findings]


@pytest.mark.parametrize("others", [[("1908", None), ("1908", None)], [("1908", "1909-01-01")]])
def test_a_swapped_year_of_the_event_itself_is_a_typo_where_others_show_it(
    others: list[tuple[str, str | None]],
) -> None:
    assert within("1980", *others) == ["typo"]


@pytest.mark.parametrize(
    "others",
    [[("1908", None)], [("1908", "1999-01-01")], [("1908", None), ("1981", None)], [("1970", "1971-01-01")]],
)
def test_a_year_of_the_event_itself_that_may_be_meant_is_no_typo(others: list[tuple[str, str | None]]) -> None:
    assert "typo" not in within("1980", *others)


def test_a_year_ahead_is_a_slip_also_where_the_other_end_is_open() -> None:
    until = replace(when("2980-05-05"), earliest=None, edtf="../2980-05-05")
    case = told(said("a", "date_end", when("1980-05-05")), said("b", "date_end", until))
    assert case.message("typo").startswith("“The b” says 2980; 1980 was likely meant.")
    assert [reading.documents for reading in case.estimate("date_end").readings] == [("a",)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("On Monday, the 5th of May 1908, it ended.", ["typo"]),
        ("On May 5, 1908, it ended.", ["typo"]),
        ("On May 6, 1908, it ended.", []),
        ("On May 5, 1908, another ended, and the year 1908 was hard.", []),
        ("On May 5, 1970, another ended.", []),
    ],
)
def test_a_day_that_others_tell_with_two_digits_of_its_year_the_other_way_round_is_a_slip(
    text: str, kinds: list[str]
) -> None:
    claims = [said(by, "date_end", when("1980-05-05"), start=number) for number, by in enumerate("ac", 1)]
    assert told(*claims, documents=[document("b", text=text)]).kinds() == kinds


def worded(text: str) -> list[str]:
    """An account that says a year in words that no claim took, beside two that date the event to 2 May 1980."""
    claims = [said(by, "date_start", when("1980-05-02"), start=3) for by in "bc"]
    events = tuple(replace(one, documents=("a", "b", "c")) for one in EVENTS)
    documents = [document("a", text=text), *(document(by, text="In May 1980 it began.") for by in "bc")]
    return [one.message for one in fuse(Linked(tuple(claims), events, (), (), ()), documents, CODEBOOK).findings]


@pytest.mark.parametrize(
    "text",
    ["Overleaf: the victims of the second of May 1908.", "She was nine in May 1908, when what she tells here took place.", "It was on May 2, 1908."],
)  # fmt: skip
def test_a_swapped_year_in_words_is_a_typo(text: str) -> None:
    assert any("1980 was likely meant" in message for message in worded(text))


@pytest.mark.parametrize("text", ["The third of May 1908 was wet.", "In May 1908 it rained.", "The second of May 1981"])
def test_another_day_or_a_bare_month_is_none(text: str) -> None:
    assert not any("likely meant" in message for message in worded(text))
