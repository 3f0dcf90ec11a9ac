"""Deeds that a sentence of the story names beside it keep their day and their dead; the story keeps its own."""

import pytest
from tests.extraction.telling import bounds, said, tell

LEAD = "ARLOW, 3 May 1994 - A bomb wrecked the union hall on Tuesday, killing nine people. "

FOILS = [
    "The attack is the second in 24 hours, following a rebel attack on the barracks on 30 April, which injured 15 people.",
    "Rebels said it was carried out in response to the 30 April attack on the barracks, which injured 15 people.",
    "Police said the bombing was in retaliation for a raid last week in which 15 people were injured.",
    "The bombing came two days after a raid on a police post that injured 15 people.",
    "The gunmen wanted to avenge an earlier shooting in which 15 people were injured.",
    "The method was similar to that of a blast on the coast in which 15 people were injured.",
]

OWN = [
    "Troops burned houses in revenge for the attack, which also injured 15 people.",
    "Fifteen people were injured when the roof fell following the blast.",
    "After the bombing 15 people were injured in the panic.",
    "The blast came after a warning call and injured 15 people.",
]


def of_the_story(text, slot):
    episodes = {e.number for e in tell(text).episodes if not e.is_passing}
    return [claim.value for claim in said(text, slot) if claim.episode in episodes]


@pytest.mark.parametrize("foil", FOILS)
def test_figures_of_a_deed_named_beside_are_not_the_storys(foil):
    assert of_the_story(LEAD + foil, "injured") == []
    assert [value.low for value in of_the_story(LEAD + foil, "killed")] == [9]
    assert {value.edtf for value in of_the_story(LEAD + foil, "date_start")} == {"1994-05-03"}


@pytest.mark.parametrize("own", OWN)
def test_what_the_story_itself_answers_or_follows_stays_its_own(own):
    assert [value.low for value in of_the_story(LEAD + own, "injured")] == [15]


def test_an_editors_note_gives_no_claims():
    text = (
        LEAD
        + "The leaders of [2-second break in reception] nine [9] unions met. [Reference to the 1966 graduates of the academy]"
    )
    assert not said(text, "duration_within")
    assert "1966" not in {claim.value.edtf for claim in said(text, "date_start")}


def test_the_accounts_own_we_is_nobody_whom_it_names():
    text = (
        "ARLOW, 3 May 1994 - A bomb wrecked the hall on Tuesday, killing union leader Mara Hollin. When we say that the explosion "
        "was caused by a car bomb, we mean that a pickup truck blew up."
    )
    assert all(one.speaker != "Mara Hollin" for claim in tell(text).claims for one in claim.attribution)


def test_the_dead_are_not_the_hurt_of_one_clause():
    text = "A bomb at the union hall, which left 7 other people dead and 30 injured, went off on Tuesday."
    assert bounds(text, "injured") == [(30, 30)]


def test_counted_people_in_capitals_are_no_name():
    text = "ON 31 OCTOBER 1989, TERRORISTS ATTACKED THE UNION BUILDING, KILLING SEVERAL UNION LEADERS."
    assert not said(text, "victim")
    assert bounds(text, "killed") == [(3, 9)]


def test_an_hour_of_what_is_still_to_come_is_not_the_storys():
    text = LEAD + "A union leader asked workers to stage a strike on 5 May beginning at 0600 throughout the country."
    assert not said(text, "time")


def test_an_hour_told_again_by_another_clock_is_told_once():
    text = "ARLOW, 3 May 1994 - A bomb wrecked the union hall on Tuesday at 1545 (2145 GMT), killing nine people."
    assert [claim.value.time for claim in said(text, "time")] == ["15:45"]


def test_a_demand_whose_verb_the_parser_missed_is_one_demand():
    text = "Gunmen seized 30 hostages. They demanded that the OAS, the United Nations, and the Church offer guarantees to the opposition."
    assert len(said(text, "demand")) == 1


def test_a_body_charged_by_another_is_alleged_to_have_done_it():
    text = LEAD + "Rebels said the government and the armed forces are responsible for the attack."
    told = [c for c in tell(text).claims if c.slot.startswith("perpetrator")]
    assert {c.quote for c in told} == {"government", "armed forces"}
    assert {c.modality.value for c in told} == {"alleged"}


@pytest.mark.parametrize(
    "deed", ["Rebels seized the embassy", "Gunmen overran a police post", "The palace was stormed by rebels"]
)
def test_a_place_taken_by_force_is_attacked_though_nobody_is_held(deed):
    text = f"ARLOW, 3 May 1994 - {deed} on Tuesday."
    assert {claim.value.edtf for claim in said(text, "date_start")} == {"1994-05-03"}
    assert said(text, "physical_target")


def test_what_police_seize_is_no_event():
    assert not tell("ARLOW, 3 May 1994 - Police seized the car on Tuesday.").claims


def test_the_leader_of_a_movement_is_no_leader_of_the_attack():
    assert not said(LEAD + "Jan Martel, leader of the Social Christian People's Movement, was sad.", "leader")


def test_a_body_called_dawn_tells_no_hour():
    assert not said("ARLOW, 3 May 1994 - Guerrillas of the Red Dawn stormed a police station on Tuesday.", "time")


def test_what_the_account_says_in_its_own_we_is_its_own_and_what_it_believes_is_possible():
    text = LEAD + "We can report that seven people were injured. I believe that two children were injured."
    seven, two = said(text, "injured")
    assert (seven.attribution, seven.modality.value) == ((), "asserted")
    assert two.modality.value == "possible"


def test_squads_accused_of_the_attack_are_alleged_to_have_done_it_on_a_day_not_in_question():
    text = "ARLOW, 3 May 1994 - A communique accuses the death squads of perpetrating the 30 April attack in which a bomb killed nine people."
    told = {c.slot: c.modality.value for c in tell(text).claims}
    assert told["date_start"] == "asserted"
    assert told["perpetrator_people"] == "alleged"


@pytest.mark.parametrize(
    "aside",
    [
        "On Monday, in an apparently unrelated attack, a lorry bomb in Turin injured 15 people.",
        "The town had been spared since 1988, when a car bomb outside its court injured 15 people.",
        "It was the eleventh attack on a hall since January. The previous ten had injured 15 people.",
        "The monitor recorded 23 violent incidents in the province in the week. They left 81 dead and 15 injured. Of the dead, 58 were civilians.",
    ],
)
def test_other_attacks_and_totals_of_many_are_not_the_storys(aside):
    assert of_the_story(LEAD + aside, "injured") == []
    assert [value.low for value in of_the_story(LEAD + aside, "killed")] == [9]


def test_the_day_on_which_a_video_was_released_is_not_the_storys():
    text = "ARLOW, 3 May 1994 - Nine people died in a shooting on Sunday. Police released video on Tuesday of the shooting."
    assert {claim.value.edtf for claim in said(text, "date_start")} == {"1994-05-01"}


def test_separate_incidents_are_counted_together_in_a_compound_too():
    text = LEAD + "One man was killed and 15 people were injured in five separate shooting incidents across the city."
    assert of_the_story(text, "injured") == []
