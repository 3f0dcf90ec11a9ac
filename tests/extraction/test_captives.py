"""What befalls captives: let go, still inside, counted two kinds together; and the same words where nobody is held."""

from __future__ import annotations

import pytest
from tests.extraction.telling import bounds, counted, said, tell

_SEIZED = "Rebels seized a bus near Tarnow on Monday and took 40 hostages. "


@pytest.mark.parametrize(
    ("told", "slot", "low"),
    [
        ("Nine passengers were allowed to leave after dark.", "released", 9),
        ("Six women were set at liberty the next day.", "released", 6),
        ("Five passengers were permitted to disembark.", "released", 5),
        ("Thirty-one people were believed to be still inside the bus.", "hostages_held", 31),
        ("Sixteen pupils were still in the building on Friday.", "hostages_held", 16),
    ],
)
def test_captives_are_let_go_or_still_inside(told: str, slot: str, low: int) -> None:
    assert low in [claim.value.low for claim in said(_SEIZED + told, slot)]  # type: ignore[union-attr]


def test_residents_allowed_to_leave_after_a_fire_are_not_released() -> None:
    assert (
        said("A fire burnt a mill on Monday and killed two men. Nine residents were allowed to leave.", "released")
        == []
    )


@pytest.mark.parametrize(
    ("told", "slot", "low"),
    [
        ("The shelling of the village on Monday killed 14 women and children.", "killed", 14),
        ("The blast at the college on Monday wounded 11 students and teachers.", "injured", 11),
        ("The bodies of 19 passengers and crew were found after the ferry sank on Monday.", "killed", 19),
    ],
)
def test_two_kinds_under_one_number_are_people_in_all(told: str, slot: str, low: int) -> None:
    assert [(claim.group, claim.value.low) for claim in said(told, slot)] == [("total", low)]  # type: ignore[union-attr]


def test_kinds_with_numbers_of_their_own_stay_apart() -> None:
    told = said("The shelling on Monday killed 14 women and three children.", "killed")
    assert {(claim.group, claim.value.low) for claim in told} >= {("women", 14), ("children", 3)}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("told", "slot", "low"),
    [
        ("A lorry overturned near Puno on Tuesday. It carried nine labourers, all of whom died.", "killed", 9),
        ("A dinghy sank on Tuesday with six students on board, all of whom were rescued.", "rescued", 6),
    ],
)
def test_all_of_whom_has_the_number_before_it(told: str, slot: str, low: int) -> None:
    assert (slot, (low, low)) in counted(told)


@pytest.mark.parametrize(
    ("told", "low"),
    [
        ("Five men armed with pistols seized a ferry off Cork and shot a sailor on Monday.", 5),
        ("The plane was hijacked on Monday by three youths.", 3),
        ("Seven men with shotguns held up a train near Crewe on Tuesday and killed a guard.", 7),
    ],
)
def test_armed_men_and_those_who_hijack_are_attackers(told: str, low: int) -> None:
    assert (low, low) in bounds(told, "attackers")


def test_surviving_attackers_are_some_of_them() -> None:
    assert (
        said("Gunmen seized a plane on 3 May 1979. The two surviving gunmen were sentenced to death.", "attackers")
        == []
    )


def test_a_president_who_falls_is_not_dead_and_a_soldier_is() -> None:
    assert said("Police shot six men on Monday, a week after President Nordin fell.", "victim") == []
    assert bounds("A soldier, Corporal Jan Hus, fell in the assault on the bank on Monday.", "killed")


_HELD = "Inmates took six guards hostage in a prison in Galt on 3 May 1979. "


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (
            "Talks were conducted by Colonel Osman Adan and the Danish ambassador Lars Holm.",
            {"Osman Adan", "Lars Holm"},
        ),
        ("Ruth Lamm, a nun, acted as go-between.", {"Ruth Lamm"}),
        ("Inspector Ian Brook spoke by telephone with the leader of the inmates every hour.", {"Ian Brook"}),
        ("Through the good offices of Mr. Pietro Bassi two were freed.", {"Pietro Bassi"}),
        ("A baker, Ian Brook, spoke with reporters.", set()),
    ],
)
def test_who_holds_the_talks_negotiates(told: str, names: set[str]) -> None:
    assert {claim.value.name for claim in said(_HELD + told, "negotiator")} == names  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("told", "slot", "name"),
    [
        ("Gunmen who call themselves the Sons of the River attacked a barracks in Goma on Monday and killed two men.",
         "perpetrator", "Sons of the River"),
        ("Two clerks were killed on Monday in Turin by men belonging to the White Hand.", "perpetrator", "White Hand"),
        ("The raiders, led by a man known as Ali Noor, killed two guards on Monday.", "leader", "Ali Noor"),
        ("A detachment under the command of Colonel Igor Vasin stormed the school on Monday.", "leader", "Igor Vasin"),
    ],
)  # fmt: skip
def test_doers_and_leaders_by_the_names_they_go_by(told: str, slot: str, name: str) -> None:
    assert name in [claim.value.name for claim in said(told, slot)]  # type: ignore[union-attr]


@pytest.mark.parametrize("told", ["Gunmen seized a liner with 80 people aboard off Bari on 3 May 1979.", _HELD])
def test_a_seizure_by_armed_men_is_a_taking_of_hostages(told: str) -> None:
    assert "hostage_taking" in {episode.type for episode in tell(told).episodes}
