"""How strong a side was: the attackers by their number, a gang of five, firemen and a force of soldiers; and who says another figure."""

import pytest
from tests.extraction.telling import said

TOLD = [
    ("Two guards were killed in the raid on Monday. The attackers, whom the army put at 40, fled.", "attackers", 40),
    ("The guard was killed in the robbery on Monday. A gang of five held up the train.", "attackers", 5),
    ("Nine people were killed on Monday. Witnesses spoke of six gunmen.", "attackers", 6),
    ("The rebels, between 80 and 100 strong, attacked the barracks on Monday and killed two.", "attackers", 80),
    ("Nine people were killed on Monday. Witnesses spoke of six gunmen; the police say eight.", "attackers", 8),
    ("The ferry sank on Monday. Divers, eleven in all, went down to the wreck.", "responders", 11),
    ("The warehouse burned in a fire on Monday. Some 90 firemen fought it.", "responders", 81),
    ("Three people died in the riot on Monday, to which 120 policemen were called.", "responders", 120),
]
NOTHING = [
    ("Two guards were killed in the raid on Monday. The gunmen, 24 and 31, were tried.", "attackers"),
    ("The ferry sank on Monday. Two policemen told of the search.", "responders"),
    ("Nine died in the prison riot on Monday. The letter, posted by 12 soldiers, was read out.", "responders"),
    ("Three inmates were stabbed to death by others in the riot on Monday.", "attackers"),
    ("The bank was robbed on Monday. Two of the surviving robbers fled.", "attackers"),
]


@pytest.mark.parametrize(("text", "slot", "number"), TOLD)
def test_the_strength_of_a_side_is_told(text, slot, number):
    assert number in [claim.value.low for claim in said(text, slot)]


@pytest.mark.parametrize(("text", "slot"), NOTHING)
def test_ages_and_few_policemen_are_no_strength(text, slot):
    assert said(text, slot) == []
