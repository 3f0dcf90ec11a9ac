"""What slots, groups and amounts are called."""

from __future__ import annotations

from dataclasses import replace

import pytest
from harbour import estimate, harbour, people

from sayso.dossier.gathered import gather
from sayso.dossier.naming import in_numbers, row_name, statement
from sayso.model import Figure, Qualifier, Status

GATHERED = gather(harbour())  # type: ignore[arg-type]  # it has the face of a View


@pytest.mark.parametrize(
    ("slot", "group", "value", "said"),
    [
        ("killed", "attackers", people(9, 9, "nine"), "9 captors killed"),
        ("killed", "hostages", people(1, 1, "one"), "1 hostage killed"),
        ("killed", "hostages", people(0, 0, "none"), "no hostages killed"),
        ("killed", "security_forces", people(2, 2, "two"), "2 of the soldiers and police killed"),
        ("killed", "total", people(12, 12, "12"), "12 killed in all"),
        ("killed", "total", people(0, 0, "no one"), "nobody killed"),
        ("killed", "judge", people(3, 3, "three"), "3 judges killed"),
        ("hostages_taken", "hostages", people(240, 240, "240"), "240 hostages taken"),
        ("injured", "hostages", people(24, 99, "dozens", Qualifier.VAGUE), "dozens of hostages injured"),
        ("attackers", "attackers", people(9, 9, "nine"), "9 attackers"),
    ],
)
def test_a_count_reads_as_a_sentence(slot: str, group: str, value: Figure, said: str) -> None:
    assert "".join(statement(GATHERED, estimate(slot, Status.AGREED, [], group=group, best=value), value)) == said


@pytest.mark.parametrize(
    ("slot", "group", "name"),
    [
        ("killed", "attackers", "Captors killed"),
        ("killed", "total", "Killed in all"),
        ("hostages_taken", "hostages", "Hostages taken"),
    ],
)
def test_a_row_is_named_in_neutral_words(slot: str, group: str, name: str) -> None:
    assert row_name(GATHERED, estimate(slot, Status.OPEN, [], group=group)) == name


def test_a_slot_the_codebook_does_not_know_is_told_by_its_own_name() -> None:
    assert row_name(GATHERED, estimate("boats_sunk", Status.SINGLE, [])) == "Boats sunk"


def test_accounts_are_named_by_their_numbers() -> None:
    said = "North Quarterly says 9; \u201cNine days in the Harbour Hall\u201d says 8."
    assert in_numbers(GATHERED, said) == "[1] says 9; [2] says 8."


def test_an_outlet_that_could_be_a_word_stays() -> None:
    gathered = replace(GATHERED, outlets={**GATHERED.outlets, "a-north": "Time"})
    assert in_numbers(gathered, "Time of day: 15:30") == "Time of day: 15:30"
