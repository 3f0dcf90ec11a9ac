"""When a figure held is not when something happened."""

from __future__ import annotations

from tests.extraction.telling import said, tell

from sayso.normalisation import numbers

REPORT = """Kandar earthquake: situation report no. 3

9 February 2018

As of 8 February, the authorities report 187 deaths and 1,030 injured after the earthquake. 14 people are missing.
"""


def test_as_of_dates_the_figures_and_not_the_event() -> None:
    assert said(REPORT, "date_start") == []
    (killed,) = said(REPORT, "killed")
    assert killed.as_of is not None
    assert killed.as_of.edtf == "2018-02-08"
    assert [episode.is_passing for episode in tell(REPORT).episodes].count(False) == 1


def test_what_stands_before_a_semicolon_is_told_by_its_own_speaker() -> None:
    text = "203 people died in the earthquake of 4 February 2018, the government says; the villagers believe there were many more."
    (claim,) = said(text, "killed")
    assert [one.speaker for one in claim.attribution] == ["the government"]
    assert claim.modality.value == "asserted"


def test_a_number_of_those_told_before_is_no_age() -> None:
    text = "The earthquake struck on Sunday. Of the 61 dead of Sar Ab, 38 were children."
    assert said(text, "age") == []
    assert [number.not_because for number in numbers.find("Ana Ruiz, 38, was killed in the earthquake.")] == ["age"]


def test_the_clock_of_reports_is_a_time_of_day() -> None:
    for words, clock in (("0952 hours", "09:52"), ("17.30 hrs", "17:30"), ("2325 hours", "23:25")):
        (claim,) = said(f"The ferry capsized at {words} on 14 March 2019, killing three.", "time")
        assert claim.value.time == clock


def test_lakh_and_crore_are_round_numbers() -> None:
    text = "The flood on Monday killed three and caused damage of Rs 4 lakh; relief of Rs 1.44 crore was paid."
    assert sorted(claim.value.low for claim in said(text, "money")) == [400_000, 14_400_000]


def test_a_historians_visit_to_the_archive_moves_no_day_of_the_story():
    text = (
        "On 9 May 1907 a detachment opened fire on strikers in Arlow and killed nine. How many died? The register of burials, which I saw "
        "in 1979, lists two of 10 May. Nor did the strike begin on 2 May, as the judges wrote. The League's book records the vote on the "
        "evening of 30 April."
    )
    days = [claim.value.edtf for claim in said(text, "date_start")]
    assert "1907-05-09" in days
    assert all(day.startswith("1907") for day in days)
