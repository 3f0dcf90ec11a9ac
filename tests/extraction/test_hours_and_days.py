"""Days that are counted within their month, hours told in words, and hours that leave out their half of the day."""

from __future__ import annotations

import pytest
from tests.extraction.telling import said

from sayso.model import When


def _times(text: str) -> list[str | None]:
    return [claim.value.time for claim in said(text, "time") if isinstance(claim.value, When)]


def _starts(text: str) -> list[str]:
    return [claim.value.edtf for claim in said(text, "date_start") if isinstance(claim.value, When)]


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("On the 9th day of June 1791", "1791-06-09"),
        ("On this 14th day of March, 1887,", "1887-03-14"),
        ("On the second Sunday of November 1991", "1991-11-10"),
        ("On the last Friday of May 2004", "2004-05-28"),
        ("On the first Monday in August 1969", "1969-08-04"),
    ],
)
def test_a_day_is_counted_within_its_month(when: str, day: str) -> None:
    assert _starts(f"{when} the train left the rails and 30 people died.") == [day]


@pytest.mark.parametrize(
    ("when", "clock"),
    [
        ("A quarter of an hour after midnight", "00:15"),
        ("At ten minutes past four in the morning", "04:10"),
        ("At half an hour before noon", "11:30"),
        ("Twenty minutes before midnight", "23:40"),
        ("At half past one o'clock in the morning", "01:30"),
        ("At 2140H", "21:40"),
        ("At 10 o'clock at night", "22:00"),
        ("At midnight", "00:00"),
    ],
)
def test_an_hour_is_told_in_words(when: str, clock: str) -> None:
    text = f"{when} the train left the rails and 30 people died."
    assert _times(text) == [clock]
    assert said(text, "duration_within") == []


@pytest.mark.parametrize(
    ("told", "clocks"),
    [
        ("Rain began at 9:24 p.m. The stand collapsed at 9:42.", ["21:24", "21:42"]),
        ("Rain began at 11:50 p.m. The stand collapsed at 12:10.", ["23:50", "00:10"]),
        ("Rain began at 4pm; at about 4.20 the stand collapsed.", ["16:00", "16:20"]),
        ("Rain began at 14:05. At 3:30 the stand collapsed.", ["14:05", "03:30"]),
        ("Rain began at 9 p.m. On the next day at 10:15 the stand collapsed.", ["21:00", "10:15"]),
    ],
)
def test_a_bare_hour_is_in_the_half_of_the_day_that_was_told_before(told: str, clocks: list[str]) -> None:
    assert _times(f"A stand collapsed on 3 May 2004 and nine died. {told}") == clocks


def test_when_a_paper_was_made_out_is_no_hour_of_the_story() -> None:
    assert _times("PRESS RELEASE\n25 August 2003, 1700H\n\nA stand collapsed on 23 August 2003 and nine died.") == []


def test_a_day_that_lies_ahead_is_none_that_was() -> None:
    text = "LYON, June 24, 2003 - A stand collapsed on Saturday, killing nine. A miner will be buried on Friday."
    assert [c.value.edtf for c in said(text, "date") if isinstance(c.value, When)] == ["2003-06-27"]
