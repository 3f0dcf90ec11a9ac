"""How it ended for them, whatever the verb; and what one verb means by who does it."""

import pytest
from tests.extraction.telling import counted

ENDS = [
    ("The wall fell on Monday, and three masons were brought out dead.", ("killed", (3, 3))),
    ("The wall fell on Monday, and three masons were taken up lifeless.", ("killed", (3, 3))),
    ("The wall fell on Monday, and three masons crawled out unhurt.", ("escaped", (3, 3))),
    ("We were aboard when the ship struck. We lost eleven that night.", ("killed", (11, 11))),
    ("Fishermen picked up nine people from the wreck on Sunday.", ("rescued", (9, 9))),
    ("The brig was wrecked on Monday, and fourteen souls perished.", ("killed", (14, 14))),
    ("The brig was wrecked on Monday, and upwards of forty were drowned.", ("killed", (41, None))),
    ("The storm on Monday left 400 without shelter.", ("displaced", (400, 400))),
    ("Seven miners have not come back since the blast on Monday.", ("missing", (7, 7))),
    ("The fire on Monday killed 30 that night.", ("killed", (30, 30))),
    ("The crash on Monday left seven dead and 30 hurt.", ("injured", (30, 30))),
    ("Four climbers were lost in the avalanche on Monday.", ("killed", (4, 4))),
    ("My aunt lost four sons in the explosion.", ("killed", (4, 4))),
    ("Seventeen never came home after the trawler sank.", ("killed", (17, 17))),
    ("Of her crew of 88, only 30 lived when the ship was wrecked.", ("survived", (30, 30))),
]
NOT_THESE = [
    ("The cars stopped dead after the crash, and three men got out.", "killed"),
    ("The union lost eleven members after the strike on Monday.", "killed"),
    ("Police picked up nine men after the riot on Monday.", "rescued"),
    ("Her husband was at work after the blast, and she picked up two children from school.", "rescued"),
    ("The flood on Monday drowned 300 sheep and killed 40 cows.", "killed"),
    ("Four climbers were lost in the fog after the avalanche, and came down later.", "killed"),
    ("She lost her father years before the crash.", "killed"),
    ("Three bills died in the senate after the riot on Monday.", "killed"),
]


@pytest.mark.parametrize(("text", "told"), ENDS)
def test_the_end_of_a_clause_says_what_befell_them(text, told):
    assert told in counted(text)


@pytest.mark.parametrize(("text", "slot"), NOT_THESE)
def test_look_alikes_tell_no_such_end(text, slot):
    assert slot not in {one for one, _ in counted(text)}


def test_what_the_dead_were_is_a_part_of_them():
    told = counted("Of the 61 dead of the school fire, 38 were children.")
    assert ("killed", (61, 61)) in told
