"""A score that is asked for only as far as need be gives the answer of the whole table."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.linking.factory import AREQUIPA, CODEBOOK, CUSCO, OSLO, PERU, account, document, episode, mention, when

from sayso.linking.events import keys
from sayso.linking.features import FEATURES, score
from sayso.linking.reaching import reached
from sayso.linking.scale import Scale, scale_of
from sayso.linking.tellings import Telling, tellings
from sayso.linking.types import types_of

DAYS = ["1996-12-17", "1996-12-18", "1996-12", "1997-04-22", "1997"]
TEXTS = ["Gunmen took forty guests at a reception.", "Forty guests were held by gunmen.", "A ferry sank off the quay."]
told = st.tuples(
    st.sampled_from(DAYS),
    st.sampled_from([AREQUIPA, CUSCO, PERU, OSLO]),
    st.sampled_from(["hostage_taking", "attack", "shooting"]),
    st.sampled_from(TEXTS),
    st.sampled_from(["", "Ana Ruiz", "Luis Prado"]),
)


def _telling(number: int, row: tuple[str, ...]) -> Telling:
    day, where, kind, text, name = row
    made = document(f"d{number}", f"{text} {name} spoke of it.", published=f"1996-12-{20 + number % 9}")
    named = (mention(made, name),) if name else ()
    return tellings(made, account(made, episode(0, kind, where=where, when=when(day)), mentions=named))[0]


def _scale(held: list[Telling], smallness: float) -> Scale:
    return replace(scale_of(held, types_of(CODEBOOK)), smallness=smallness, documents=200 if smallness < 1 else 5)


@given(st.lists(told, min_size=2, max_size=4), st.sampled_from([0.0, 0.4, 1.0]), st.floats(-10, 15))
def test_what_reaches_is_what_the_whole_table_says(rows: list[tuple[str, ...]], smallness: float, least: float) -> None:
    held = [_telling(number, row) for number, row in enumerate(rows)]
    scale = _scale(held, smallness)
    for one in held:
        for other in held:
            known = score(one, other, scale)
            assert (reached(one, other, scale, least) is not None) == (known >= least)
            assert reached(one, other, scale, known) is not None


@given(st.lists(told, min_size=2, max_size=2), st.sampled_from([0.0, 0.4, 1.0]))
def test_no_feature_adds_more_than_its_most(rows: list[tuple[str, ...]], smallness: float) -> None:
    one, other = (_telling(number, row) for number, row in enumerate(rows))
    scale = _scale([one, other], smallness)
    assert all(row.adds(one, other, scale)[0] <= row.most_added(smallness) + 1e-4 for row in FEATURES)


@given(st.dates().filter(lambda day: 1000 < day.year < 9000), st.integers(0, 90))
def test_months_of_a_block_are_those_its_days_touch(day, length: int) -> None:
    end = day + timedelta(days=length)
    one = _telling(0, ("1996-12-17", OSLO, "attack", TEXTS[0], ""))
    assert one.reach is not None
    wide = replace(one, reach=replace(one.reach, start=day, end=end))
    first, last = day - timedelta(days=2), end + timedelta(days=2)
    touched = {f"{first + timedelta(days=step):%Y-%m}" for step in range((last - first).days + 1)}
    found = {key.split()[2] for key in keys(wide, _scale([wide], 0.0)) if key.startswith("when ")}
    assert found == touched
