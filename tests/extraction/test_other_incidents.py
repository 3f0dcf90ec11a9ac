"""Incidents of other kinds than sieges: the words in which accidents, disasters and unrest tell their counts."""

import pytest
from tests.extraction.telling import said, tell

COUNTS = [
    ("The ferry capsized. Fourteen passengers jumped to their deaths.", "killed", 14),
    ("The number of dead in the cyclone is now 21.", "killed", 21),
    ("After the crush the number of dead was revised to 64.", "killed", 64),
    ("The Red Cross put the number of injured in the blast at 63.", "injured", 63),
    ("Nine firefighters suffered smoke inhalation in the fire.", "injured", 9),
    ("Nine bandits were taken prisoner after the clash.", "arrested", 9),
    ("Two soldiers are missing in action after the clash.", "missing", 2),
    ("After the flood 300 people took shelter in a school.", "displaced", 300),
    ("The cyclone forced 500 villagers to flee their homes.", "displaced", 500),
    ("After the crash 214 people were on board.", "present", 214),
    ("After the earthquake eleven pupils were dug out alive.", "rescued", 11),
    ("Killed in the quake, as of noon. Missing: 96", "missing", 96),
]


@pytest.mark.parametrize(("text", "slot", "number"), COUNTS)
def test_a_count_is_told_in_the_words_of_its_kind(text, slot, number):
    assert number in [claim.value.low for claim in said(text, slot)]


def test_a_relative_clause_of_place_tells_nothing_of_the_place():
    text = "The flood reached the island of Char Kabira, where 75 people drowned."
    assert [claim.quote for claim in said(text, "killed")] == ["75 people"]


def test_march_is_no_protest_and_fire_opened_no_fire():
    types = {e.type for e in tell("On March 4 a train crashed and three people died.").episodes}
    assert types == {"accident"}
    assert "fire" not in {e.type for e in tell("Police opened fire and killed three miners.").episodes}


def test_the_record_that_another_disaster_set_is_no_figure_of_this_one():
    text = (
        "A ferry sank off the coast on 12 September 1998 and 41 people died. It was the worst sinking since 1987, when "
        "more than 4,000 people died."
    )
    own = [c.value.low for c in said(text, "killed") if c.episode == 0]
    assert own == [41]


def test_a_village_that_no_gazetteer_has_is_a_place_of_the_story_s_country():
    text = "DELHI, India, March 4, 2011 (AP) -- A train crashed near the village of Burhanpetkola on Friday, killing two people."
    place = next(claim.value for claim in said(text, "place"))
    assert (place.name, place.country, place.precision) == ("Burhanpetkola", "IN", 6)


def test_harm_done_at_the_opening_dates_the_story():
    text = (
        "Sixty fans were crushed to death in Ibadan, Nigeria, on Saturday 2 January 1988. The stampede began at a gate."
    )
    assert [claim.value.edtf for claim in said(text, "date_start")] == ["1988-01-02"]


def test_a_strike_that_is_called_for_and_an_arrest_date_no_fire():
    text = "A fire broke out on 18 August 1965 and killed two people. The owner was arrested on 20 August."
    assert [claim.value.edtf for claim in said(text, "date_start")] == ["1965-08-18"]
    text = "Police attacked a protest on 18 August 1965 and killed five miners. A strike was called for 24 August."
    assert [claim.value.edtf for claim in said(text, "date_start")] == ["1965-08-18"]


def test_those_rescued_from_a_flood_are_the_flood_s():
    account = tell("The flood killed nine people in Ashby. The army rescued 340 villagers from rooftops.")
    assert [episode.part for episode in account.episodes] == [None]


def test_days_in_captivity_are_the_length():
    durations = said("Gunmen kidnapped two nurses on Monday. They were freed after 47 days in captivity.", "duration")
    assert [(claim.value.low, claim.value.unit) for claim in durations] == [(47, "day")]


def test_who_rescues_or_is_abducted_did_no_deed():
    assert said("Aid workers abducted", "perpetrator_people") == []
    assert said("The flood killed nine people. The army rescued 340 villagers.", "perpetrator_people") == []


def test_whoever_is_taken_is_a_hostage():
    taken = said("Gunmen kidnapped two nurses on Monday and demanded a ransom.", "hostages_taken")
    assert [(claim.group, claim.value.low) for claim in taken] == [("hostages", 2)]


def test_a_toll_may_be_revised_downwards():
    text = "In the crush 66 people died. On Monday the number of dead was revised downwards to 64."
    assert [claim.value.low for claim in said(text, "killed")] == [66, 64]
