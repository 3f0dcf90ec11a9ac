"""Framing: own words and quoted ones apart, with places and counts, and how far an account stands from the others."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.fusion.framing import Framing, framings
from sayso.model import Label


def label(document: str, term: str, start: int = 0, *, voice: str = "own", group: str = "attackers") -> Label:
    return Label(None, group, document, term, voice, start, start + len(term))


def told(*labels: Label) -> Framing:
    (one,) = framings(labels)
    return one


def test_own_words_and_quoted_ones_are_counted_apart_with_their_places() -> None:
    found = told(label("a", "rebel", 40), label("a", "rebel", 9), label("a", "terrorist", 70, voice="the minister"))
    assert [(one.term, one.voice, one.count) for one in found.wordings] == [
        ("rebel", "own", 2),
        ("terrorist", "the minister", 1),
    ]
    assert found.wordings[0].spans == ((9, 14), (40, 45))


def test_an_account_stands_apart_by_the_share_of_words_that_no_other_says_itself() -> None:
    found = told(
        label("a", "armed rebel"), label("a", "rebel", 30), label("b", "terrorist"), label("b", "rebel", 50),
        label("c", "terrorist", voice="a colonel"), label("c", "leftist rebel", 5),
    )  # fmt: skip
    assert found.apart == {"a": 0.0, "b": 0.5, "c": 0.0}


def test_one_account_alone_stands_apart_from_nobody() -> None:
    assert told(label("a", "rebel"), label("b", "rebel", voice="a colonel")).apart == {}


def test_actors_and_acts_have_words_of_their_own() -> None:
    found = framings([label("a", "raid", group="act"), label("a", "rebel")])
    assert [one.group for one in found] == ["act", "attackers"]


@settings(max_examples=30, deadline=None)
@given(
    st.permutations([label("a", "rebel"), label("b", "terrorist", 3), label("b", "rebel", 9), label("a", "bandit", 20)])
)
def test_the_order_of_labels_changes_nothing(labels: list[Label]) -> None:
    assert framings(labels) == framings(sorted(labels, key=lambda one: (one.document, one.start)))
