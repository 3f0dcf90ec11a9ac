from __future__ import annotations

import pytest
from tests.extraction.telling import bounds, said, tell

ONE = [
    ("A 16-year-old is in hospital after the shooting.", "injured"),
    ("The 44-year-old was pronounced dead after the shooting.", "killed"),
    ("A nurse was listed in critical condition after the shooting.", "injured"),
    ("After the shooting a student was taken to Northfield Medical Center.", "injured"),
    ("A teacher is dead after a shooting in a shop.", "killed"),
    ("A driver was fatally shot near the bridge.", "killed"),
    ("He was arrested for the fatal shooting of a waiter.", "killed"),
    ("A soldier accidentally shot himself in the woods.", "casualties"),
]
NOT_DEAD = [
    "The blast nearly killed a guard.",
    "He was charged with the attempted murder of a guard.",
]


@pytest.mark.parametrize(("text", "slot"), ONE)
def test_what_befell_one_person_counts_one(text: str, slot: str) -> None:
    assert bounds(text, slot) == [(1, 1)]


@pytest.mark.parametrize("text", NOT_DEAD)
def test_a_death_that_was_only_near_counts_nobody(text: str) -> None:
    assert not said(text, "killed")


def test_an_age_below_eighteen_is_a_child() -> None:
    claims = said("A guard was wounded in the shooting. A 9-year-old was wounded, too.", "injured")
    assert [claim.group for claim in claims] == ["security_forces", "children"]


ANOTHER = [
    "A man was killed and another injured early this morning in a shooting.",
    "One man is dead and another was wounded in the shooting.",
]
LISTS = [
    ("The shooting killed four women and a man.", "killed", 5),
    ("After the shooting he and three others were wounded.", "injured", 4),
    ("A man, a woman and a boy were shot.", "casualties", 3),
]
TITLES = [
    ("4 shot, including child, at street fair", "casualties", 4),
    ("1 hospitalized after shooting", "injured", 1),
    ("Cook fatally shot outside bar, 2 injured", "injured", 2),
]


@pytest.mark.parametrize("text", ANOTHER)
def test_another_alone_is_one_more(text: str) -> None:
    assert [claim.quote for claim in said(text, "injured")] == ["another"]


@pytest.mark.parametrize(("text", "slot", "count"), LISTS)
def test_a_list_of_people_makes_a_sum(text: str, slot: str, count: int) -> None:
    whole = [claim for claim in said(text, slot) if claim.group == "total" and claim.scope is None]
    assert [claim.value.low for claim in whole] == [count]  # type: ignore[union-attr]


def test_the_sides_of_a_fight_are_not_summed() -> None:
    claims = said("One hostage, two soldiers and three gunmen were killed.", "killed")
    assert not [claim for claim in claims if claim.group == "total"]


@pytest.mark.parametrize(("title", "slot", "count"), TITLES)
def test_a_headline_counts_without_a_verb(title: str, slot: str, count: int) -> None:
    account = tell(f"# {title}\n\nPolice are looking into a shooting in the town.", "a.md")
    told = [claim.value for claim in account.claims if claim.slot == slot]
    assert [value.low for value in told] == [count]  # type: ignore[union-attr]


def test_he_alone_counts_where_nobody_else_is_told_dead() -> None:
    assert bounds("Anton Berg pulled a gun. He was shot and died at the scene.", "killed") == [(1, 1)]
    assert bounds("Two guards were killed in the shooting. He died later, too.", "killed") == [(2, 2)]


def test_a_death_of_another_year_is_none_of_the_story() -> None:
    text = "On 3 May 2011 four people were wounded in a shooting at a vigil for a man killed in a fight in 1999."
    account = tell(text)
    own = {claim.episode for claim in account.claims if claim.slot == "injured"}
    assert not [claim for claim in account.claims if claim.slot == "killed" and claim.episode in own]


MINE = [
    ("The fire spread to the loft. My brother died on the stairs.", "killed"),
    ("The fire spread to the loft. Our foreman drowned in the tank.", "killed"),
    ("After the shooting the miller's boy was found dead.", "killed"),
    ("She lost her husband in the explosion.", "killed"),
    ("The collapse cost the life of a signalman.", "killed"),
    ("The ferry sank. The captain went down with her.", "killed"),
    ("The ferry sank. The purser was past help when they reached him.", "killed"),
    ("Two soldiers were shot in the clash. A third was captured, and the fourth was wounded.", "injured"),
    ("The mine flooded on Monday. Nobody has seen the cook since.", "missing"),
]
NOT_MINE = [
    ("She lost her son to another family after the crash.", "killed"),
    ("He did not make it to the hearing on the crash.", "killed"),
    ("The raid failed. The landlord was never seen alive again.", "survived"),
    ("Two hundred were in the hall. A third were hurt in the crush.", "missing"),
]


@pytest.mark.parametrize(("text", "slot"), MINE)
def test_whoever_tells_of_his_own_counts_one(text: str, slot: str) -> None:
    assert (1, 1) in bounds(text, slot)


@pytest.mark.parametrize(("text", "slot"), NOT_MINE)
def test_what_only_sounds_like_a_loss_counts_nobody(text: str, slot: str) -> None:
    assert not said(text, slot)


def test_those_missing_are_no_captives_and_no_victims_yet() -> None:
    text = "Gunmen took nine hostages in the bank on Monday. Six persons remain missing. Two of the victims were women."
    assert not [claim for claim in said(text, "hostages_held") if claim.quote == "Six persons"]
    assert [claim.quote for claim in said(text, "missing")] == ["Six persons"]


def test_who_stands_beside_the_dead_is_not_of_them() -> None:
    assert not said(
        "The mill burned down. Present were relatives of the deceased, two brothers and a sister.", "killed"
    )
    assert not said("The ferry sank. Divers brought up three bodies and a crewman died in hospital.", "rescued")


def test_a_brother_of_three_years_is_a_child() -> None:
    claims = said("A boy shot and killed his 3-year-old brother in the shooting.", "killed")
    assert [claim.group for claim in claims] == ["children"]
