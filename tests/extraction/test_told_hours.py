"""Hours that leave out their half of the day, hours of four figures, ranges, the light of the day, and hours told aside."""

from __future__ import annotations

import pytest
from tests.extraction.telling import said

from sayso.model import When


def _times(text: str) -> list[str | None]:
    return [claim.value.time for claim in said(text, "time") if isinstance(claim.value, When)]


@pytest.mark.parametrize(
    ("text", "clocks"),
    [
        ("The crowd came on Monday evening. At ten past eight it stormed the gaol and killed two warders.", ["20:10"]),
        ("It was a hot afternoon. The boiler burst at three and killed five stokers.", ["15:00"]),
        ("They rose before dawn. By six the soldiers had surrounded the hamlet, and they shot eleven men.", ["06:00"]),
        (
            "The match began at 7 p.m. The stand collapsed at twenty to nine, and 14 people were killed.",
            ["19:00", "20:40"],
        ),
        ("The guard was changed at noon. At two the prisoners rose and took five warders hostage.", ["12:00", "14:00"]),
        (
            "My watch said ten to twelve. It was a black night and the ship was sinking; 60 passengers drowned.",
            ["23:50"],
        ),
    ],
)
def test_a_bare_hour_is_in_the_half_of_the_day_that_is_told_beside_it(text: str, clocks: list[str]) -> None:
    assert [clock for clock in _times(text) if clock is not None] == clocks


@pytest.mark.parametrize(
    "text",
    [
        "The boiler burst at three and killed five stokers.",
        "In the evening shots killed two at nine places, five to six people a street, reduced by two.",
        "That night a five-year-old was shot dead by 4-year-old twins at one of the four houses.",
        "At the evening match the stand fell: it was 5 to 3, and 14 people were killed.",
    ],
)
def test_no_hour_is_told_where_none_is_or_nothing_says_its_half(text: str) -> None:
    assert [clock for clock in _times(text) if clock is not None] == []


@pytest.mark.parametrize(
    ("text", "clocks"),
    [
        ("At 0430 troops entered the square and fired on the students, killing 20.", ["04:30"]),
        ("THE EMBASSY WAS ATTACKED AT 2215 LOCAL. TWO GUARDS WERE KILLED.", ["22:15"]),
        ("At 0610 hours the shelling began. The depot blew up at 1025 and killed six soldiers.", ["06:10", "10:25"]),
        ("The raid was carried out between three and four in the morning; six rebels died.", ["03:00", "04:00"]),
        (
            "Between about 5 a.m. and 11 a.m. on 10 March 2019 armed men attacked the village and killed nine people.",
            ["05:00", "11:00"],
        ),
        ("At 9 o'clock on Sunday evening the guards opened fire and killed three prisoners.", ["21:00"]),
        ("She was shot dead at a quarter of nine in the evening, and two men were killed.", ["20:45"]),
    ],
)
def test_an_hour_is_read_as_it_is_written(text: str, clocks: list[str]) -> None:
    assert _times(text) == clocks


@pytest.mark.parametrize(
    "text",
    [
        "The camp, built by 1930, was shelled at 0610 hours on 3 May 1941, killing six soldiers.",
        "At 0610 hours the fort at 1410 Maple Street, at 1600 metres, was shelled and six soldiers died.",
    ],
)
def test_a_year_a_house_and_a_height_are_no_hours(text: str) -> None:
    assert _times(text) == ["06:10"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("At first light the divers brought up nine bodies from the ferry that sank on 3 May 1954.", "At first light"),
        ("The train was wrecked in the small hours of Tuesday; nine passengers were killed.", "in the small hours"),
        ("Towards dusk the mob attacked the mill, killing its owner and two clerks.", "Towards dusk"),
    ],
)
def test_the_light_of_the_day_tells_when_it_was(text: str, words: str) -> None:
    assert words in [claim.quote for claim in said(text, "time")]


def test_an_hour_of_what_came_after_is_told_aside() -> None:
    text = (
        "Gunmen attacked the bank on 3 May 1988 and killed two guards. A suspect was arrested at 9:30 p.m. in the port."
    )
    assert _times(text) == ["21:30"]
