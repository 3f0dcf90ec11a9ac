"""What is told within a story of disaster: days and hours of its stages, lengths, ages, sums, strengths."""

import pytest
from tests.extraction.telling import bounds, said, tell

STORY = "HARLOW, March 20, 2011 (NNA) - The ferry sank off Harlow on 8 March and 40 people died.\n\n"
HOURS = [
    ("The ship went down at ten past five on Tuesday morning.", "05:10"),
    ("The tower collapsed at a quarter to three in the afternoon.", "14:45"),
    ("The quake struck at half past two in the morning.", "02:30"),
    ("The mine exploded at twenty to ten on Friday night.", "21:40"),
    ("The dam burst at 10.15 on the Saturday evening.", "22:15"),
    ("The train derailed shortly before 4 a.m. on Sunday.", "04:00"),
]
LENGTHS = [
    ("Divers worked in the ferry for five hours.", (5, 5)),
    ("Survivors of the ferry spent nine hours in the water.", (9, 9)),
    ("The alarm on the ferry was raised 50 minutes late.", (50, 50)),
]
NO_LENGTHS = [
    "The ferry was built 40 years ago.",
    "The ferry runs 24 hours a day.",
    "The ferry sails every two days.",
    "The ferry was doing nearly forty kilometres an hour.",
    "The pumps of the ferry threw out 300 gallons a minute.",
    "A 40-year-old passenger of the ferry drowned.",
]
AGES = [
    ("The owner of the ferry, Petr Halas (58), was absent.", 58),
    ("A diver of 44, Tom Reyes, searched the ferry.", 44),
    ("Ana Cruz, 46 now, was on the ferry.", 46),
    ("The captain of the ferry died in hospital in June, at 71.", 71),
]
SUMS = [
    ("The owner of the ferry will pay R50,000 to each family.", 50000, "ZAR"),
    ("The damage was put at 12 million kwacha.", 12000000, "ZMW"),
    ("The state paid KSh2,000 for each of the ferry's dead.", 2000, "KES"),
]


@pytest.mark.parametrize(("text", "clock"), HOURS)
def test_an_hour_in_words_is_an_hour(text, clock):
    assert clock in [claim.value.time for claim in said(text + " Two people died.", "time")]


@pytest.mark.parametrize(("text", "length"), LENGTHS)
def test_what_lasted_within_the_story_is_no_length_of_the_story(text, length):
    assert bounds(STORY + text, "duration_within") == [length]
    assert bounds(STORY + text, "duration") == []


@pytest.mark.parametrize("text", NO_LENGTHS)
def test_ages_rates_and_the_past_last_nowhere(text):
    assert bounds(STORY + text, "duration_within") == []


@pytest.mark.parametrize(("text", "age"), AGES)
def test_an_age_needs_no_unit(text, age):
    assert [claim.value.low for claim in said(STORY + text, "age")] == [age]


@pytest.mark.parametrize(("text", "amount", "currency"), SUMS)
def test_sums_of_any_country_are_money(text, amount, currency):
    (claim,) = said(STORY + text, "money")
    assert (claim.value.low, claim.value.unit) == (amount, currency)


def test_a_day_that_no_word_of_the_story_governs_is_a_day_within_it():
    text = STORY + "The owner of the ferry was arrested on 14 March."
    assert "2011-03-14" in [claim.value.edtf for claim in said(text, "date")]


@pytest.mark.parametrize("text", ["A quake of magnitude 6.1 struck.", "The quake measured 6.1 on the Richter scale."])
def test_the_strength_of_a_quake_is_a_quantity(text):
    assert [(c.value.low, c.value.unit) for c in said(text + " Two people died.", "quantity")] == [(6.1, "magnitude")]


def test_tents_and_doors_are_no_people():
    text = STORY + "The army brought 6,400 tents and broke open 12 doors."
    assert [claim.value.unit for claim in said(text, "quantity")] == ["tent", "door"]


@pytest.mark.parametrize(
    ("told", "clock"),
    [
        ("The bomb went off at a quarter past midnight.", "00:15"),
        ("The blast came soon after three o'clock on the Friday afternoon.", "15:00"),
        ("The tower collapsed at half-past eleven at night.", "23:30"),
        ("Troops were on the spot by 18.15.", "18:15"),
        ("Shops were shut from six in the evening.", "18:00"),
    ],
)
def test_an_hour_needs_its_half_of_the_day_once(told: str, clock: str) -> None:
    text = "A bomb killed two people in Lyon on Monday. " + told
    assert clock in [c.value.time for c in tell(text).claims if c.slot == "time"]  # type: ignore[union-attr]
