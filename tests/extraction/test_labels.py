"""By which words an account calls actors and the act; words that count, point or say the contrary call nobody anything."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell


def _labels(text: str) -> set[tuple[str | None, str]]:
    return {(label.group, label.term) for label in tell(text).labels}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Rioting broke out in Lisbon on Monday and six died. The hooligans burned shops.", ("attackers", "hooligan")),
        ("A bomb killed six in Turin on Monday. The mayor spoke of the outrage.", ("act", "outrage")),
        ("Six inmates were killed in a riot at the prison in Turin on Monday.", ("prisoners", "inmate")),
        ("Soldiers shot six people dead in Turin on Monday. The crowd fled.", ("crowd", "crowd")),
        ("Gunmen killed six people in Turin on Monday. Such attacks are rare.", ("act", "attack")),
    ],
)
def test_words_chosen_for_actors_and_the_act_are_labels(text: str, label: tuple[str, str]) -> None:
    assert label in _labels(text)


def test_words_that_count_or_point_colour_nothing() -> None:
    told = _labels("Several attacks on Monday killed six in Turin. The last massacre was worse.")
    assert ("act", "several attack") not in told
    assert ("act", "massacre") in told


def test_who_is_against_terrorists_is_called_none() -> None:
    told = _labels("A bomb killed six in Turin on Monday. Anti-terrorist police came.")
    assert not {term for group, term in told if group == "attackers"}
