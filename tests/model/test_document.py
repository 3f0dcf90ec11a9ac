"""Documents: spans are born from the text, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import GroundingError
from sayso.model import Document


def document(text: str) -> Document:
    rest = ((), None, None, None, None, "en", "txt", "plain/1", ())
    return Document("a", ("a.txt",), "sha", "text-sha", text, "A", None, *rest)


@given(st.text(min_size=1), st.data())
def test_a_span_holds_the_words_at_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert document(text).span(start, end).quote == text[start:end]


@pytest.mark.parametrize(("start", "end"), [(2, 2), (3, 1), (-1, 2), (0, 9)])
def test_no_span_is_empty_or_leaves_the_text(start: int, end: int) -> None:
    with pytest.raises(GroundingError, match="a: no words stand at"):
        document("eight ch").span(start, end)


def test_offsets_are_code_points_beyond_the_first_plane() -> None:
    assert document("🔥🔥 14 died").span(3, 5).quote == "14"
