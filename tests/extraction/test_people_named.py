from __future__ import annotations

import pytest
from tests.extraction.telling import document, said, tell

UNKNOWN = [
    ("After the blast Halvik was kidnapped from his shop.", "hostages_taken"),
    ("Slobin was murdered by a sniper on Monday.", "killed"),
    ("Trayven Mills, who was fatally shot by a neighbor, had a son.", "killed"),
    ("Gunmen kidnapped Oltrek and burned his lorry.", "hostages_taken"),
    ("A bomb went off. Haldur died of his wounds.", "killed"),
]
NOBODY = [
    "The raid went on until Mosul was freed.",
    "A bomb went off at noon. The Senate was killed by boredom, he joked.",
    "After the shooting the CIA was wounded in its pride.",
]
ANIMATE = [
    ("They were tried for the assassination of six Jesuits.", "killed", "jesuit"),
    ("Two luthiers and three fullers were killed in the blaze.", "killed", "fuller"),
    ("A gamekeeper was shot dead.", "killed", "gamekeeper"),
    ("The blaze killed two grandchildren.", "killed", "grandchild"),
]
NO_PEOPLE = [
    "Nine oxen died in the fire.",
    "Two projects were killed after the riot.",
    "Four checklists were lost in the fire.",
]


@pytest.mark.parametrize(("text", "slot"), UNKNOWN)
def test_who_suffers_what_only_people_suffer_is_a_person(text: str, slot: str) -> None:
    assert [claim.about_span is not None for claim in said(text, slot)] == [True]


@pytest.mark.parametrize("text", NOBODY)
def test_towns_and_bodies_suffer_no_deaths(text: str) -> None:
    assert not [c for c in tell(text).claims if c.about_span is not None and c.slot in ("killed", "injured", "rescued")]


@pytest.mark.parametrize(("text", "slot", "group"), ANIMATE)
def test_a_trade_that_no_list_holds_is_of_people(text: str, slot: str, group: str) -> None:
    assert group in [claim.group for claim in said(text, slot)]


@pytest.mark.parametrize("text", NO_PEOPLE)
def test_beasts_and_things_are_none(text: str) -> None:
    assert not said(text, "killed")


def test_a_surname_is_the_person_of_whom_the_whole_name_is_told() -> None:
    text = "Carla Obrecht was shot on Monday.\n\nA neighbour heard it. Obrecht was pronounced dead at the scene."
    assert [claim.value.low for claim in said(text, "killed")] == [1]  # type: ignore[union-attr]


def test_a_listener_gives_no_role_to_the_one_he_was_told_of() -> None:
    told = said("Neighbours told police Timea Batts was shot in her home.", "casualties")
    assert [claim.group for claim in told] == [None]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Judge William Bennett requested the release of Norris Greene Jr., 23.", "Norris Greene Jr."),
        ("Police said Maria Lopez shot Norris Greene, 23, in Korba.", "Norris Greene"),
        ("Gunmen killed Ana Cruz and her son, 23, in Korba.", "her son"),
    ],
)
def test_an_age_between_commas_is_of_whom_it_stands_behind(text: str, person: str) -> None:
    account = tell("A man was shot dead in Korba. " + text)
    age = next(claim for claim in account.claims if claim.slot == "age")
    assert age.about_span is not None
    assert document("A man was shot dead in Korba. " + text).text[age.about_span.start : age.about_span.end] == person


def test_who_says_that_one_died_is_not_the_one() -> None:
    told = said(
        "A ferry blew up off Korba. Divers found three bodies and a crewman died on the table, Slobin said.", "killed"
    )
    assert all("Slobin" not in claim.quote for claim in told)
