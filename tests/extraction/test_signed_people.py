"""Whom a count is of and what befell them, where words stand near that are not theirs."""

import pytest
from tests.extraction.telling import bounds, counted, said

CHILDREN = [
    "A 3-year-old girl was killed in the shooting on Monday.",
    "A girl, 5, was shot dead on Monday.",
    "Gunmen killed his daughter, aged 9, on Monday.",
    "A three-year-old girl was killed by the blast.",
    "His infant daughter was killed by the blast.",
    "A girl of four was killed by the blast.",
]
WOMEN = [
    "A 23-year-old girl was killed in the shooting on Monday.",
    "His daughter, 31, was shot dead on Monday.",
    "Gunmen killed a woman on Monday.",
]
NOT_ARRESTED = [
    "After the shooting the gunman was coaxed to surrender by a telephone operator.",
    "After the attack three rebels were persuaded to lay down their arms by a priest.",
]
NOT_HIT = [
    "The officer said that the rebels have been hard hit since the attack.",
    "A witness said that two boys have been shot by the gunmen.",
]
NO_AGES = [
    "Joblessness among people between the ages of 17 and 20 led to the riot that killed nine.",
    "Nobody over the age of 60 was hurt in the riot that killed nine.",
    "The riot was the work of youths aged 16 to 24 and killed nine.",
]
AGES = [
    ("He shot the two boys, ages 14 and 16, on Monday.", 14),
    ("She was killed by a bomb at the age of 30.", 30),
    ("A boy aged 4 was killed by a bomb.", 4),
]


@pytest.mark.parametrize("text", CHILDREN)
def test_a_girl_of_few_years_is_a_child(text):
    assert [claim.group for claim in said(text, "killed")] == ["children"]


@pytest.mark.parametrize("text", WOMEN)
def test_a_grown_girl_is_a_woman(text):
    assert [claim.group for claim in said(text, "killed")] == ["women"]


@pytest.mark.parametrize("text", NOT_ARRESTED)
def test_who_urges_another_to_surrender_does_not(text):
    assert said(text, "arrested") == []


@pytest.mark.parametrize("text", NOT_HIT)
def test_who_tells_of_it_is_not_who_was_hit(text):
    assert not {claim.quote.split()[-1] for claim in said(text, "casualties")} & {"officer", "witness"}


@pytest.mark.parametrize("text", NO_AGES)
def test_a_bracket_of_ages_is_nobodys_age(text):
    assert bounds(text, "age") == []


@pytest.mark.parametrize(("text", "years"), AGES)
def test_an_age_of_one_is_told(text, years):
    assert (years, years) in bounds(text, "age")


@pytest.mark.parametrize("text", ["Two men shot, one fatally", "Two men stabbed, one fatally"])
def test_the_one_who_died_is_one(text):
    assert counted(text) == {("casualties", (2, 2)), ("killed", (1, 1))}
    assert said(text, "perpetrator_people") == []


def test_those_wounded_are_of_the_kind_before_them():
    told = said("Two smugglers were killed and four were injured by the bomb.", "injured")
    assert [claim.group for claim in told] == ["smuggler"]


def test_what_somebody_sets_out_to_do_is_planned():
    told = said("The gunmen set out to kill all members of the council; they bombed the hall.", "killed")
    assert {claim.modality for claim in told} == {"planned"}


def test_the_town_over_a_telegram_speaks_for_nobody():
    told = said("KARVINA, Ruritania (AP) _ A police chief said Monday that gunmen killed six miners.", "killed")
    assert [source.speaker for claim in told for source in claim.attribution] == ["A police chief"]


SOMEWHERE_ELSE = [
    "Reyes, who is from Gastonia, North Carolina, is charged with the murder.",
    "Reyes moved to Harlow from Dallas before the shooting.",
    "One of the men shot is recovering in Jacksonville.",
    "Reyes was arrested in Atlanta after the shooting.",
    "The summit that is scheduled to begin in Cartagena will not hear of the shooting.",
]
THERE = [
    ("The men were shot in Houston, Texas.", "Houston"),
    ("The gunman drove to Houston, where he shot two men.", "Houston"),
    ("Police made an arrest in the murder of a nurse in Denver.", "Denver"),
]
NO_DOERS = [
    "Five men shot at party, gunman still on the loose",
    "Prosecutors: Man shot dead on Genesee Street",
    "Three teens stabbed in Harlow park",
]
DOERS = [
    "The rebels shot at the bus, killing two.",
    "A man shot and wounded two women on Monday in Harlow.",
    "Two soldiers shot three students on Monday.",
]
CHARGES = [
    "He was charged with possession of a firearm after the killing of two men.",
    "He faces a felony firearm charge after the killing of two men.",
    "She was booked on aggravated battery with a firearm after the killing of two men.",
]


@pytest.mark.parametrize("text", SOMEWHERE_ELSE)
def test_where_somebody_is_from_brought_or_caught_is_not_where_it_happened(text):
    places = said("AUSTIN, Texas (NNA) - Two men were shot in Austin on Monday.\n\n" + text, "place")
    assert {claim.value.name for claim in places if claim.episode == 0} == {"Austin"}


@pytest.mark.parametrize(("text", "name"), THERE)
def test_where_it_happened_is_told(text, name):
    assert name in {claim.value.name for claim in said(text + " Two men died.", "place")}


@pytest.mark.parametrize("text", NO_DOERS)
def test_who_was_shot_in_a_headline_did_not_shoot(text):
    assert not {c.quote for c in said(text, "perpetrator_people")} & {"Five men", "Three teens", "Prosecutors"}


@pytest.mark.parametrize("text", DOERS)
def test_who_shot_at_somebody_did(text):
    assert said(text, "perpetrator_people")


@pytest.mark.parametrize("text", CHARGES)
def test_a_charge_names_no_weapon(text):
    assert said(text, "weapon") == []


def test_who_does_not_live_somewhere_is_not_dead():
    assert said("Police said the child did not live at the home where two men were shot.", "killed") == []


NOBODYS_DEED = [
    "A farmer, Peter Kaisen, shot himself after two men were killed.",
    "Veterans were killing themselves in 2014; two men were shot on Monday.",
    "An Avianca Boeing with 107 people on board exploded near Bogota, killing nine.",
]


@pytest.mark.parametrize("text", NOBODYS_DEED)
def test_what_is_done_to_oneself_or_goes_off_has_no_perpetrator(text):
    assert said(text, "perpetrator") == []
    assert not {c.quote.split()[-1] for c in said(text, "perpetrator_people")} & {"Kaisen", "Veterans"}


def test_who_speaks_of_bombs_that_claimed_lives_lives():
    text = "Secretary Ann Albright headed on Tuesday to Dorn after the bombings that targeted two banks, but mostly claimed lives."
    assert said(text, "killed") == []


def test_an_age_is_of_the_one_it_describes():
    (age,) = said("Photo: Sarah Ravani. The shooting left a 1-year-old baby wounded in the leg.", "age")
    assert age.about_span is None
    (age,) = said("Randall Smith, a 26-year-old sailor, was shot on Monday.", "age")
    assert age.about_span is not None


def test_what_may_happen_any_time_has_not():
    text = "Two men were shot on Monday. Anytime one of our students is hurt it has a huge impact, she said."
    assert {claim.modality for claim in said(text, "injured")} == {"possible"}


NO_COUNTS = [
    ("A gunman shot two men. The other, 25, is in critical condition at a hospital.", "injured"),
    ("A girl was shot. One video was captured by a police dashboard camera.", "arrested"),
    ("A gunman killed two men in the mall. His wife slipped and fell.", "women"),
    ("Two men were shot, posted ronjones (@ronjones) on Friday.", "victim"),
]


@pytest.mark.parametrize(("text", "slot"), NO_COUNTS)
def test_ages_cameras_falls_and_addresses_count_nobody(text, slot):
    assert [c for c in said(text, slot) if c.slot == slot] == []
    assert "women" not in {c.group for c in said(text, "killed")}


def test_more_of_another_kind_are_others():
    assert bounds("3 police officers died and more were wounded in a shooting near a store.", "injured") in (
        [],
        [(2, None)],
    )


def test_to_tell_about_the_five_is_no_guess():
    text = "The coroner will release more information about the five people killed in the shooting."
    assert bounds(text, "killed") == [(5, 5)]


def test_a_police_dog_is_no_officer():
    assert said("A man was convicted of killing a police K-9 in the shooting on Monday.", "killed") == []


def test_an_age_in_a_list_of_the_dead_is_of_the_name_behind_it():
    ages = said("Along with 19-year-old Matthew Fisher and 18-year-old Ann Canela, she was shot dead.", "age")
    assert len({age.about_span for age in ages if age.about_span is not None}) == len([a for a in ages if a.about_span])


@pytest.mark.parametrize("credit", ["Metro Video", "Harlow News", "Ulm Gazette"])
def test_who_took_the_picture_did_not_die(credit):
    text = f"({credit}) A 4-year girl has died after she was wounded in a shooting that left a man dead."
    assert credit not in {claim.quote for claim in said(text, "killed") + said(text, "victim")}


def test_one_of_those_who_were_hurt_is_not_the_one_who_was():
    assert bounds("According to one of the two women who were slightly injured, a bomb went off.", "injured") != [
        (1, 1)
    ]
    assert bounds("One of the two women who were on the bus was injured by the bomb.", "injured") == [(1, 1)]


def test_a_list_in_a_headline_shares_the_word_behind_it():
    told = counted("A woman, 18, was killed, and three women and a man injured; man killed in another incident")
    assert ("killed", (4, 4)) not in told
    assert ("killed", (3, 3)) not in told


def test_a_strike_of_workers_is_done_to_nobody():
    text = "A union source said that a 15-day strike by 3,500 workers has caused losses. Police shot two men at the protest."
    assert "3,500 workers" not in {claim.quote for claim in said(text, "perpetrator_people")}


def test_what_is_avoided_has_not_happened():
    assert said("The team avoided taking her to the hospital after the crash that killed nobody.", "injured") == []


def test_whom_somebody_was_identified_as_has_his_age_in_the_event():
    text = "The fire killed a man. He was identified as 32-year-old Sam Reed, who began as the 20-year-old clerk of a mill."
    at_once, later = said(text, "age")
    assert (at_once.value.low, later.value.low) == (32, 20)
    assert at_once.episode != later.episode
    assert at_once.episode == said(text, "killed")[0].episode


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The fire hurt six. The worst hurt was a male, age 16, who was taken to Ben Taub for treatment.", "a male"),
        ("The fire killed a boy, 12, and his mother, aged 40, both patients of Dr. Martin Hale.", "his mother"),
    ],
)
def test_an_age_between_commas_is_of_the_noun_before_it(text, whose):
    about = said(text, "age")[-1].about_span
    assert text[about.start : about.end] == whose
