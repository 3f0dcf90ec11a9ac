from __future__ import annotations

import pytest
from tests.extraction.telling import bounds, later, said

from sayso.model import Qualifier, Relation

WIDTHS = [
    ("Nearly 500 guests were taken hostage.", "hostages_taken", 450, 499),
    ("About 60 people were injured in the attack.", "injured", 54, 66),
    ("Some 60 people were injured in the attack.", "injured", 54, 66),
    ("More than 400 people were killed in the attack.", "killed", 401, None),
    ("At least six soldiers died when the bomb went off.", "killed", 6, None),
    ("Fewer than 20 people were hurt in the fire.", "injured", 0, 19),
    ("Up to 30 people were hurt in the fire.", "injured", 0, 30),
    ("Between 45 and 60 miners were killed in the explosion.", "killed", 45, 60),
    ("Two or three guards were wounded in the attack.", "injured", 2, 3),
    ("Dozens of villagers were injured in the clash.", "injured", 24, 99),
    ("Hundreds of villagers were injured in the clash.", "injured", 200, 999),
    ("A dozen students were arrested after the protest.", "arrested", 12, 12),
    ("Several people were killed in the attack.", "killed", 3, 9),
    ("A couple of guards were wounded in the attack.", "injured", 2, 3),
    ("Hundreds of thousands of people were displaced by the earthquake.", "displaced", 200_000, 999_999),
    ("In the attack 1,500 people were killed.", "killed", 1500, 1500),
    ("In the attack 1 500 people were killed.", "killed", 1500, 1500),
    ("TEN POLICEMEN WERE KILLED IN AN AMBUSH NEAR THE CAPITAL.", "killed", 10, 10),
    ("Twenty-six bodies were found after the massacre.", "killed", 26, 26),
    ("A woman was killed in the bombing.", "killed", 1, 1),
    ("Both pilots were killed in the hijacking.", "killed", 2, 2),
    ("The bombers struck at noon. No one was hurt in the attack.", "injured", 0, 0),
    ("There were no deaths in the fire.", "killed", 0, 0),
    later("a fraction of a number", "Three-quarters of the 80 hostages were released.", "released", 60, 60),
    ("Seventy-one of the 72 hostages were rescued.", "rescued", 71, 71),
    later("neither of", "Neither of the two guards was injured in the attack.", "injured", 0, 0),
]

FRAMES = [
    ("The death toll in the earthquake rose to 14.", "killed", 14),
    ("The death toll rose to 14 after the earthquake.", "killed", 14),
    ("After the landslide the death toll stands at 14.", "killed", 14),
    later("a speaker puts the number", "The mayor put the number of dead in the fire at 14.", "killed", 14),
    ("In the raid 14 villagers are said to have been killed.", "killed", 14),
    ("In the raid 14 villagers are believed to have died.", "killed", 14),
    ("The shooting claimed the lives of nine people.", "killed", 9),
    ("The bombing cost nine lives.", "killed", 9),
    ("The explosion left 31 dead.", "killed", 31),
    ("Nine people lost their lives in the fire.", "killed", 9),
    ("Police shot dead three demonstrators.", "killed", 3),
    ("The killing of 15 peasants by soldiers was reported on Monday.", "killed", 15),
    ("Four of the crew did not survive the crash.", "killed", 4),
    ("In the attack, the deaths of 14 soldiers shocked the town.", "killed", 14),
    ("The fire put 12 people in hospital.", "injured", 12),
    ("After the blast six cooks were taken to hospital with burns.", "injured", 6),
    ("After the crash eight passengers received hospital treatment.", "injured", 8),
    ("After the riot, 55 persons have been detained by the police.", "arrested", 55),
    ("The number of missing after the landslide stands at 45.", "missing", 45),
    ("Nine sailors remain unaccounted for after the storm.", "missing", 9),
    ("Six climbers are still missing after the avalanche.", "missing", 6),
    ("The volcano drove 7,000 people from their homes.", "displaced", 7000),
    ("In the wildfire 7,000 people lost their homes.", "displaced", 7000),
    ("The flood left 5,000 people homeless.", "displaced", 5000),
    ("After the eruption, 3,100 villagers have been evacuated.", "displaced", 3100),
    ("Helicopters rescued 90 people from the roof during the fire.", "rescued", 90),
    ("Elena Markova, editor of a daily, was killed in the attack.", "killed", 1),
    ("Divers found the body of Elena Markova after the shipwreck.", "killed", 1),
]

SEVERAL = [
    ("The rebels killed 12 and wounded 30 people.", {"killed": [12], "injured": [30]}),
    ("The explosion left 31 dead and 70 injured.", {"killed": [31], "injured": [70]}),
    ("The attack killed three people and injured nine others.", {"killed": [3], "injured": [9]}),
    ("Four rebels died in the raid, as did two soldiers.", {"killed": [4, 2]}),
    ("One hostage, two police officers and three gunmen were killed.", {"killed": [1, 2, 3]}),
    later("his wife", "The bomb killed a guard, his wife and two children.", {"killed": [1, 1, 2]}),
    ("The gunmen released 5 hostages and held the remaining 72.", {"released": [5], "hostages_held": [72]}),
    ("In the riot nine people were killed, namely six Hindus and three Muslims.", {"killed": [9, 6, 3]}),
    ("The bombing killed 30 passengers, among them four children.", {"killed": [30, 4]}),
    ("The bombing killed 30 passengers, four of them children.", {"killed": [30, 4]}),
    ("Two dead, 16 trapped after the collapse of a tunnel.", {"killed": [2]}),
    ("Toll of the crash. Killed: 12. Injured: 30.", {"killed": [12], "injured": [30]}),
]

GROUPS = [
    ("Gunmen seized a bank. Three hostages were killed.", "killed", "hostages"),
    ("Three gunmen were killed in the attack.", "killed", "attackers"),
    ("Three policemen were killed in the attack.", "killed", "security_forces"),
    ("Three miners were killed in the explosion.", "killed", "miners"),
    ("Three children were killed in the fire.", "killed", "children"),
    ("Three people were killed in the fire.", "killed", "total"),
    ("Three journalists were arrested during the protest.", "arrested", "journalists"),
]


TOLD = [
    pytest.param(
        "At least 43 villagers, among them 7 women and 12 children, were shot dead or burned alive on Friday.",
        {"killed": [43, 7, 12], "injured": [], "survived": []},
        id="burned alive is dead, and no one is left; the list is among the 43",
    ),
    pytest.param("Nine people were found alive after the blast.", {"survived": [9], "killed": []}, id="alive is alive"),
    pytest.param(
        "The rebels attacked the base, killed 27 soldiers and captured two tanks.",
        {"killed": [27], "executed": []},
        id="tanks are captured",
    ),
    pytest.param("The rebels captured six soldiers and shot them.", {"killed": []}, id="no number of its own"),
    pytest.param("Three prisoners were shot after being captured.", {"executed": [3]}, id="prisoners are captured"),
    pytest.param("The army killed 45 rebels and lost three soldiers.", {"killed": [45, 3]}, id="soldiers lost"),
    pytest.param("The rebels lost two men in the attack.", {"killed": [2]}, id="a side loses men"),
    pytest.param("The attack came late. The team lost two players.", {"killed": []}, id="a team loses players"),
]


CROWDS = [
    ("Police fired on a march, killing three. Organisers put the crowd at 20,000.", [(20000, "Organisers")]),
    ("Police broke up the protest. About 4,000 people took part in the march.", [(3600, None)]),
    ("The rally drew some 5,000 people. A crowd of 3,000 gathered.", [(4500, None), (3000, None)]),
    ("An unauthorised gathering of 4,000 persons turned violent; police killed two.", [(4000, None)]),
    (
        "Police killed a student at a march. Organisers put the crowd at 20,000; police said 4,000 took part.",
        [(20000, "Organisers"), (4000, "police")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CROWDS)
def test_how_many_came_to_a_march_is_told_with_who_says_so(text, wanted):
    told = [(c.value.low, c.attribution[0].speaker if c.attribution else None) for c in said(text, "present")]
    assert told == wanted


def test_police_who_put_a_toll_at_a_number_say_so():
    (claim,) = said("Police put the death toll at 20 after the blast.", "killed")
    assert (claim.value.low, claim.attribution[0].speaker) == (20, "Police")


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_what_was_done_counts_once_and_for_what_it_was(text, wanted):
    for slot, numbers in wanted.items():
        assert sorted(low for low, _ in bounds(text, slot)) == sorted(numbers), slot


@pytest.mark.parametrize(("text", "slot", "low", "high"), WIDTHS)
def test_a_word_is_as_wide_as_the_table_says(text, slot, low, high):
    assert bounds(text, slot) == [(low, high)]


@pytest.mark.parametrize(("text", "slot", "number"), FRAMES)
def test_a_count_is_found_in_many_frames(text, slot, number):
    assert bounds(text, slot) == [(number, number)]


@pytest.mark.parametrize(("text", "wanted"), SEVERAL)
def test_one_sentence_may_count_several_times(text, wanted):
    for slot, numbers in wanted.items():
        assert sorted(low for low, _ in bounds(text, slot)) == sorted(numbers)


@pytest.mark.parametrize(("text", "slot", "group"), GROUPS)
def test_a_count_knows_whom_it_counts(text, slot, group):
    assert [claim.group for claim in said(text, slot)] == [group]


def test_as_did_inherits_the_verb_and_not_the_group():
    told = said("Four rebels died in the raid, as did two soldiers.", "killed")
    assert [claim.group for claim in told] == ["attackers", "security_forces"]


def test_all_of_a_known_number_is_that_number():
    assert bounds("Gunmen seized the bank with 14 hostages. All 14 were released on Friday.", "released") == [(14, 14)]


def test_all_of_an_unknown_number_is_open():
    assert bounds("All the gunmen were killed in the raid.", "killed") == [(1, None)]


@pytest.mark.parametrize(
    ("text", "slot", "relation"),
    [
        ("The gunmen released 5 hostages and held the remaining 72.", "hostages_held", Relation.REMAINING),
        ("The attack killed three people and injured nine others.", "injured", Relation.OTHER),
        ("Nine hostages were held in the bank; three of them were killed.", "killed", Relation.PART),
        ("Two men were arrested, but no one else was hurt in the fire.", "injured", Relation.OTHER),
    ],
)
def test_a_part_or_a_rest_says_so(text, slot, relation):
    assert [claim.scope.relation if claim.scope else None for claim in said(text, slot)] == [relation]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Nearly 500 guests were taken hostage.", Qualifier.NEARLY),
        ("About 500 guests were taken hostage.", Qualifier.ABOUT),
        ("More than 500 guests were taken hostage.", Qualifier.MORE_THAN),
        ("Hundreds of guests were taken hostage.", Qualifier.VAGUE),
        ("Exactly 500 guests were taken hostage.", Qualifier.EXACT),
    ],
)
def test_the_qualifier_is_kept(text, qualifier):
    assert [claim.value.qualifier for claim in said(text, "hostages_taken")] == [qualifier]


@pytest.mark.parametrize("hedge", ["Nearly", "About", "More than", "At least", "Some"])
def test_the_quote_holds_the_hedge(hedge):
    told = said(f"{hedge} 500 guests were taken hostage.", "hostages_taken")
    assert [claim.quote.startswith(hedge) for claim in told] == [True]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("They had taken hundreds of guests hostage in December and kept the ones they liked.", "hundreds of guests"),
        ("The gunmen took some 40 diplomats hostage.", "some 40 diplomats"),
        ("About 500 of the powerful were taken hostage that night.", "About 500"),
    ],
)
def test_those_taken_hostage_are_counted_without_the_word_for_what_they_were_taken(text, quote):
    taken = [claim.quote for claim in said(text, "hostages_taken")]
    assert taken == [quote]
