"""Parts of the dead by number, burials, and bare figures whose owner or moment alone says what they are."""

import pytest
from tests.extraction.telling import counted, said, tell

DEAD = [
    ("The dyke broke on 3 June. In the lower town, 31 of the 44 deaths occurred in cellars.", {31, 44}),
    ("A bomb went off in the arcade on Friday and 12 people died. Nine of the twelve were found in the lift.", {9, 12}),
    ("The boiler house blew up on Monday, killing 10. Six of the ten died of burns.", {6, 10}),
    ("Our committee counted 50 dead after the shelling. Nineteen of our 50 are not on the official list.", {19, 50}),
    ("Soldiers fired on the march and 33 were killed. Fourteen of these were shot in the back.", {14, 33}),
    ("A fever swept the hulks in 1801 and 20 prisoners died of it. Eight had not reached the age of sixteen.", {8, 20}),
    ("The crush at the shrine killed 41 people. Doctors say thirty of the 41 would have lived.", {30, 41}),
]
FIGURES = [
    ("The official count of those killed in the riot is 40. The union's is 52.", {40, 52}),
    ("During the famine 31 died, the nuns wrote. The mayor's 44 includes the villages.", {31, 44}),
    (
        "The plant blew up on 5 July. The toll was given as twelve that evening, 19 the next morning and 27 by the weekend.",
        {12, 19, 27},
    ),
    ("The inquiry into the sinking of the barge settled on 88 dead.", {88}),
    ("The guidebook speaks of 47 victims of the stampede.", {47}),
]
BURIED = [
    ("The raiders came at dawn. We have buried sixty-one.", 61),
    ("The cholera came in June. I buried eighteen in one week, the sexton told us.", 18),
    ("The quake struck on Friday. The town cremated twelve on Sunday.", 12),
    ("The garrison attacked the camp. In the action 31 rebels were put out of action.", 31),
]
NOTHING = [
    ("A landslide hit the hamlet on Sunday and seven people were killed. Five of the seven roads are closed.", 5),
    ("The dyke broke on 3 June and 44 people died. Of the 44 pumps, twenty-seven were out of order.", 27),
    ("The tunnel collapsed on Monday and 33 workers died. The thermometer says twenty-nine.", 29),
    ("The raiders came at dawn. We have buried sixty-one boxes of seed.", 61),
    ("A landslide buried twelve houses and eight people; all eight were dug out alive.", 8),
]


@pytest.mark.parametrize(("text", "numbers"), [*DEAD, *FIGURES])
def test_a_part_and_its_whole_are_both_of_the_dead(text, numbers):
    assert {claim.value.low for claim in said(text, "killed")} == numbers


@pytest.mark.parametrize(("text", "number"), BURIED)
def test_whom_mourners_bury_is_dead(text, number):
    assert [claim.value.low for claim in said(text, "killed")] == [number]


@pytest.mark.parametrize(("text", "number"), NOTHING)
def test_a_part_of_something_else_is_no_death(text, number):
    assert number not in [claim.value.low for claim in said(text, "killed")]


def test_those_whom_the_earth_buried_are_trapped():
    assert [claim.value.low for claim in said("A landslide buried eight people.", "trapped")] == [8]


def test_a_figure_that_the_text_rejects_is_not_held():
    text = 'The fire in the tannery killed 25. A figure of "over sixty", still found in guidebooks, is wrong.'
    told = {(claim.value.low, claim.polarity) for claim in tell(text).claims if claim.slot == "killed"}
    assert told == {(25, True), (61, False)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Of the 40 workers twelve were killed.", {("killed", (12, 12))}),
        ("Of the 120 on board 31 were rescued.", {("present", (120, 120)), ("rescued", (31, 31))}),
        ("Of the 61 on board, 24 were picked up by a tug.", {("present", (61, 61)), ("rescued", (24, 24))}),
        ("There were two survivors among the 44 passengers.", {("survived", (2, 2))}),
        ("There were no survivors among the 44 passengers and five crew.", {("survived", (0, 0))}),
    ],
)
def test_what_is_told_of_some_is_not_told_of_all(text: str, told: set[tuple[str, tuple[int, int]]]) -> None:
    assert counted("The ferry sank off Korba on Monday. " + text) == told


def test_who_is_carried_out_dead_is_not_rescued() -> None:
    assert counted("A gas leak filled the school at Korba. The teacher was carried out dead.") == {("killed", (1, 1))}
