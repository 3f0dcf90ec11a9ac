"""To pass it on: names struck in every spelling and place, full texts left out."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from harbour import MadeCase, harbour

from sayso.dossier import write

LONG = "María del Carmen Echeverría-Goikoetxea de los Ángeles"


def passed_on(case: MadeCase, *names: str, quotes_only: bool = False) -> str:
    """The dossier with these names struck."""
    out = io.StringIO()
    write(case, out, quotes_only=quotes_only, redacted=names)  # type: ignore[arg-type]  # it has the face of a View
    return out.getvalue()


def test_a_name_is_struck_with_all_its_spellings() -> None:
    told = passed_on(harbour(), LONG)
    assert "Goikoetxea" not in told
    assert "\u2588" * len(LONG) in told


@pytest.mark.parametrize("asked", ["7 june column", "the Column"])
def test_an_alias_strikes_the_name(asked: str) -> None:
    assert "June Column" not in passed_on(harbour(), asked)


def test_accents_and_file_names_do_not_hide_a_name() -> None:
    case = harbour()
    first = case.held["documents"][0]
    case.held["documents"][0] = replace(first, names=("maria_del_carmen.txt",), authors=("MARIA DEL CARMEN",))
    told = passed_on(case, "María del Carmen")
    assert "maria_del_carmen" not in told
    assert "CARMEN" not in told
    assert "María del Carmen" not in told


def test_spans_still_stand_where_they_stood() -> None:
    assert ">240 people</a>" in passed_on(harbour(), LONG)


def test_quotes_only_leaves_out_what_no_claim_rests_on() -> None:
    told = passed_on(harbour(), quotes_only=True)
    assert "window.pwned" not in told
    assert ">240 people</a>" in told
    assert "nine gunmen" in told


def test_nothing_asked_changes_nothing(told: str) -> None:
    assert passed_on(harbour(), "", " ") == told


def test_a_name_that_stands_nowhere_is_told() -> None:
    asked = ("Echeverria-Goikoetxea de los Angeles", "Nobody Atall")
    assert write(harbour(), io.StringIO(), redacted=asked) == ("Nobody Atall",)  # type: ignore[arg-type]  # as above
