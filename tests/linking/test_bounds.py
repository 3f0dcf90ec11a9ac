"""Pairs that are left out before they are compared are none that comparing would join."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.linking.factory import AREQUIPA, CODEBOOK, CUSCO, OSLO, PERU, account, document, episode, mention, when

from sayso.linking.bounds import likely
from sayso.linking.columns import holdings, likeness, wordings
from sayso.linking.events import compare
from sayso.linking.intervals import Reach
from sayso.linking.scale import Scale, scale_of
from sayso.linking.tellings import Telling, tellings
from sayso.linking.types import types_of
from sayso.model import Stage

START = date(1996, 12, 17)
TEXTS = (
    "Gunmen took forty guests at a reception.",
    "Forty guests were held by gunmen at a reception of the embassy.",
    "A ferry sank off the quay.",
    " ".join(f"word{number}" for number in range(150)),
)
told = st.fixed_dictionaries(
    {
        "place": st.sampled_from([AREQUIPA, CUSCO, PERU, OSLO, None]),
        "type": st.sampled_from(["hostage_taking", "attack", "shooting", "bombing", "other"]),
        "text": st.sampled_from(TEXTS),
        "names": st.lists(st.sampled_from(["Ana Ruiz", "Luis Prado", "Oslo", "Cusco"]), max_size=3, unique=True),
        "start": st.one_of(st.none(), st.integers(0, 90)),
        "days": st.sampled_from([0, 1, 5, 60, 400]),
        "lasted": st.sampled_from([0, 3, 30]),
        "published": st.one_of(st.none(), st.integers(0, 120)),
        "stage": st.sampled_from(list(Stage)),
        "passing": st.sampled_from([False, False, True]),
        "figures": st.sets(st.tuples(st.just("killed"), st.just("total"), st.sampled_from([1.0, 2.0, 40.0]))),
        "title": st.sets(st.sampled_from(["gunmen", "ferry", "forty", "reception"])),
    }
)


def _telling(number: int, row: dict) -> Telling:
    made = document(f"d{number}", f"{row['text']} {' and '.join(row['names'])} spoke.", published="1996-12-20")
    named = tuple(mention(made, name) for name in row["names"])
    plain = tellings(made, account(made, episode(0, row["type"], where=PERU, when=when("1996")), mentions=named))[0]
    first = None if row["start"] is None else START + timedelta(days=row["start"])
    return replace(
        plain,
        reach=None if first is None else Reach(first, first + timedelta(days=row["days"])),
        published=None if row["published"] is None else START + timedelta(days=row["published"]),
        place=row["place"],
        lasted=row["lasted"],
        stage=row["stage"],
        is_passing=row["passing"],
        figures=frozenset(row["figures"]),
        title=frozenset(row["title"]),
    )


def _scale(held: list[Telling], documents: int = 200) -> Scale:
    return replace(scale_of(held, types_of(CODEBOOK)), smallness=0.0, documents=documents)


@given(st.lists(told, min_size=2, max_size=6), st.sampled_from([130, 200, 20_000]))
def test_no_pair_is_left_out_that_comparing_would_join(rows: list[dict], documents: int) -> None:
    held = [_telling(number, row) for number, row in enumerate(rows)]
    scale = _scale(held, documents)
    first, second = np.triu_indices(len(held), 1)
    joined = [compare(held[one], held[other], scale) for one, other in zip(first, second, strict=True)]
    assert all(likely(held, first, second, scale)[np.array(joined, np.bool_)])


def test_pairs_of_nothing_in_common_are_left_out() -> None:
    row = {"place": OSLO, "type": "attack", "names": [], "days": 0, "lasted": 0, "stage": Stage.ACCOMPLISHED}
    row |= {"passing": False, "figures": set(), "title": set()}
    one = _telling(0, {**row, "text": TEXTS[0], "start": 0, "published": 1})
    other = _telling(1, {**row, "text": TEXTS[2], "start": 60, "published": 61})
    assert not likely([one, other], np.array([0]), np.array([1]), _scale([one, other]))[0]


def test_in_a_small_case_every_pair_is_asked() -> None:
    held = [_telling(number, _PLAIN) for number in range(3)]
    scale = replace(_scale(held), smallness=0.5)
    assert likely(held, np.array([0, 0]), np.array([1, 2]), scale).all()


@given(st.lists(st.sampled_from(TEXTS), min_size=2, max_size=4))
def test_likeness_of_columns_is_that_of_the_scale(texts: list[str]) -> None:
    held = [_telling(number, {**_PLAIN, "text": text}) for number, text in enumerate(texts)]
    scale = _scale(held)
    first, second = np.triu_indices(len(held), 1)
    pairs = zip(first, second, strict=True)
    found = likeness(wordings(held, scale), first, second)
    assert np.allclose(found, [scale.likeness(held[one], held[other]) for one, other in pairs])


@given(st.lists(st.sets(st.integers(0, 9)), min_size=2, max_size=5))
def test_what_rows_share_is_worth_its_sum(rows: list[set[int]]) -> None:
    first, second = np.triu_indices(len(rows), 1)
    found = holdings(rows, float).shared(first, second)
    assert found.tolist() == [sum(rows[one] & rows[other]) for one, other in zip(first, second, strict=True)]


_PLAIN = {
    "place": None,
    "type": "attack",
    "text": TEXTS[0],
    "names": [],
    "start": None,
    "days": 0,
    "lasted": 0,
    "published": None,
    "stage": Stage.ACCOMPLISHED,
    "passing": False,
    "figures": set(),
    "title": set(),
}


def test_a_telling_in_passing_of_the_same_day_and_dead_is_compared_whatever_its_type() -> None:
    row = {"place": AREQUIPA, "text": TEXTS[0], "names": [], "days": 0, "lasted": 0, "published": None}
    row |= {"start": 0, "stage": Stage.ACCOMPLISHED, "figures": {("killed", "total", 40.0)}, "title": set()}
    rows = [{**row, "type": "attack", "passing": False}, {**row, "type": "shooting", "passing": True}]
    held = [_telling(number, one) for number, one in enumerate(rows)]
    scale = _scale(held, 130)
    assert compare(held[0], held[1], scale)
    assert likely(held, np.array([0]), np.array([1]), scale).all()
