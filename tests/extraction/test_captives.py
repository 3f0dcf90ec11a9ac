"""Who is taken, by whom, and let go: lists before "captive", captors who arrest nobody, headlines of two kinds of dead."""

import pytest
from tests.extraction.telling import bounds, counted, said

TAKEN = [
    ("Inmates overpowered the watch on Tuesday, took 17 guards and two cooks captive and seized the keys.", {17, 2}),
    ("Gunmen took nine teachers and a priest hostage on Tuesday.", {9}),
    ("In the riot on Tuesday nineteen employees of the state were seized by the prisoners.", {19}),
    ("Rebels raided the mission on Tuesday and led six nuns and four boys captive into the hills.", {6, 4}),
]


@pytest.mark.parametrize(("text", "numbers"), TAKEN)
def test_those_of_a_list_are_taken(text, numbers):
    assert numbers <= {low for low, _ in bounds(text, "hostages_taken")}
    assert not said(text, "arrested")


def test_whom_police_seize_is_arrested():
    assert bounds("After the raid on Tuesday nineteen men were seized by the police.", "arrested") == [(19, 19)]


def test_whom_they_let_go_did_nothing():
    text = "Gunmen took nine teachers and a priest hostage on Tuesday. They let the priest go on Thursday."
    assert {claim.quote for claim in said(text, "perpetrator_people")} == {"Gunmen"}


def test_those_handed_out_are_released():
    text = "Gunmen took nine teachers hostage on Tuesday. Three sick teachers were handed out on Wednesday."
    assert bounds(text, "released") == [(3, 3)]


def test_a_headline_tells_of_all_that_it_lists():
    assert counted("Two soldiers, 14 rebels killed in ambush.") >= {("killed", (2, 2)), ("killed", (14, 14))}


def test_lives_that_something_cost_were_lost():
    text = "Police ended the uprising on Tuesday at the cost of at least 21 lives, three of them hostages."
    assert (21, None) in bounds(text, "killed")
    assert not said(text, "quantity")


def test_some_of_their_own_number_are_people():
    assert bounds("In the riot on Tuesday the inmates murdered five of their own number.", "killed") == [(5, 5)]


def test_who_falls_upon_others_does_not_fall():
    text = "On Tuesday a band of 40 militants fell upon the officers at the gate and burned the hall."
    assert not said(text, "killed")


def test_a_seizure_of_people_by_inmates_is_told_without_the_word_hostage():
    text = "Inmates seized nine guards on Thursday. About 302 men were engaged in the assault."
    assert bounds(text, "hostages_taken") == [(9, 9)]


def test_not_one_hostage_says_nothing_of_how_many_were_taken():
    assert not said("Inmates seized the hall on Thursday. Not one hostage had his throat cut.", "hostages_taken")


def test_a_number_before_another_counts_nothing_of_it():
    text = "The total of the dead in the riot was thus 32, 26 inmates and six employees."
    assert (32, 32) not in [(c.value.low, c.value.high) for c in said(text, "killed") if c.group == "prisoners"]
