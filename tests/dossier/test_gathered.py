"""One main event, its parts and whoever tells of them: the biggest of a case, or the one named."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from harbour import MadeCase, harbour
from telling import words

from sayso.dossier import gather, mains_of, write
from sayso.errors import InputError
from sayso.model import Role


@pytest.fixture
def two() -> MadeCase:
    """The invented case with a second main event, told by one account."""
    case = harbour()
    base = case.held["events"][0]
    fire = replace(base, id="fire", title="Fire at the Granary", documents=("b-herald",), claims=())
    case.add("events", fire, replace(fire, id="rescue", role=Role.PART, part="rescue", part_of="fire"))
    return case


def test_the_biggest_is_told_unless_one_is_named(two: MadeCase) -> None:
    assert [one.id for one in mains_of(two)] == ["main", "fire"]  # type: ignore[arg-type]  # it has the face of a View
    assert gather(two).main.id == "main"
    assert [one.id for one in gather(two).others] == ["fire"]


@pytest.mark.parametrize("asked", ["fire", "rescue"])
def test_a_named_event_or_a_part_of_it_is_told_with_its_own_accounts(two: MadeCase, asked: str) -> None:
    gathered = gather(two, asked)
    assert gathered.main.id == "fire"
    assert [one.id for one in gathered.parts] == ["rescue"]
    assert [one.id for one in gathered.documents] == ["b-herald"]
    assert [one.id for one in gathered.others] == ["main"]


def test_its_page_carries_its_own_title(two: MadeCase) -> None:
    out = io.StringIO()
    write(two, out, event="fire")
    assert "Fire at the Granary" in words(out.getvalue(), "<title", "</title")
    assert "Fire at the Granary" in words(out.getvalue(), "<h1", "</h1")


@pytest.mark.parametrize("asked", ["ferry", "nothing"])
def test_what_is_no_main_event_is_refused_with_those_there_are(two: MadeCase, asked: str) -> None:
    with pytest.raises(InputError, match=r"no main event '\w+'; its main events are: main \(Seizure"):
        gather(two, asked)
