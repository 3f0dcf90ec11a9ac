"""Doers far from their deed: in a "by" at the end, in the sentence before, as bodies of people."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell


def _doers(text: str) -> list[str]:
    return [getattr(one.value, "name", "") for one in tell(text).claims if one.slot == "perpetrator_people"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The militia came back to Tarn in the morning. They took the men to the mill. Then they shot nine of them.", "The militia"),
        ("It was our neighbours who did it. They murdered my uncle and his two sons.", "neighbours"),
        ("The riders of the valley had a list. They killed eleven people.", "The riders"),
    ],
)  # fmt: skip
def test_they_are_those_who_acted_before(text: str, name: str) -> None:
    assert name in _doers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Eleven miners were arrested. They killed two guards.",
        "The villagers fled. They shot nine of them.",
        "Troops entered the town. They clashed with rebels near the river, and six died.",
    ],
)
def test_they_are_not_those_who_suffered_or_fought(text: str) -> None:
    assert not {"miners", "villagers", "Troops"} & set(_doers(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The editor was shot outside his house on Friday, as he walked his dog, by two men who fled.", "men"),
        ("The judge was killed on his way to court, a day after he had signed the order, by unknown gunmen.", "gunmen"),
        ("Forty inhabitants, most of them old people, were shot or burned in their houses by soldiers.", "soldiers"),
    ],
)
def test_a_doer_may_stand_far_from_the_deed(text: str, name: str) -> None:
    assert any(name in told for told in _doers(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The 46 prisoners were shot by their own guards on the last day of the siege.", "guards"),
        ("A party of settlers rode into the camp before dawn and killed 31 people.", "settlers"),
        ("A mob of some 300 broke into the jail and killed the three men.", "mob"),
        ("The killing of the four fishermen was the work of an army patrol.", "patrol"),
        ("The massacre began at noon. A column of volunteers put 40 people to death.", "volunteers"),
    ],
)
def test_bodies_of_people_do_deeds(text: str, name: str) -> None:
    assert any(name in told for told in _doers(text))


def test_machines_are_no_people() -> None:
    assert not _doers("Army helicopters fired rockets on the suburb this morning and killed nine people.")
