"""Sources, cues and contents as spans."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extraction.speech.quotations import quotations
from sayso.extraction.speech.speech_annotation import annotate


def spans(text: str) -> list[tuple[str, str, str]]:
    def words(pieces: list[list[int]]) -> str:
        return " / ".join(text[start:end] for start, end in pieces)

    return [(words(row["source"]), words(row["cue"]), words(row["content"])) for row in annotate(text, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Soto, a miner, said that the pit was shut.", ("Ana Soto, a miner", "said", "that the pit was shut")),
        ('"The pit is shut," said Ana Soto.', ("Ana Soto", "said", '"The pit is shut,"')),
        ("The pit is shut for good, Ana Soto said.", ("Ana Soto", "said", "The pit is shut for good")),
        ("According to the union, the pit is shut.", ("the union", "According to", "the pit is shut")),
        ("The union has vowed to fight the plan.", ("The union", "has vowed", "to fight the plan")),
        ("The mayor has not criticized the plan.", ("The mayor", "has not criticized", "the plan")),
        ("She called for an inquiry.", ("She", "called for", "an inquiry")),
        ("''We will go,'' he said.", ("he", "said", "''We will go,''")),
    ],
)
def test_a_statement_has_source_cue_and_content(text: str, expected: tuple[str, str, str]):
    assert spans(text) == [expected]


def test_the_author_of_a_statement_speaks():
    assert spans("The company released a statement saying the pit was shut.")[0][0] == "The company"


def test_a_cue_within_a_quotation_is_part_of_it():
    assert len(spans('"My brother said that the pit was shut," she recalled.')) == 1


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“One two,” he said. “Three.”", ["“One two,”", "“Three.”"]),
        ("``One two,'' he said.", ["``One two,''"]),
        ('He is 5\'10" tall and said "one two".', ['"one two"']),
        ("“One two three", ["“One two three"]),
    ],
)
def test_quotations_are_found_whatever_their_marks(text: str, quoted: list[str]):
    assert [text[q.start : q.end] for q in quotations(text)] == quoted


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["“", "”", '"', "''", "said", "she", ",", ".", "that", "\n\n", "Ana Soto", ":"]), max_size=25
    )
)
def test_every_span_lies_in_the_text(words: list[str]):
    text = " ".join(words)
    for row in annotate(text, None):
        for start, end in (*row["source"], *row["cue"], *row["content"]):
            assert 0 <= start < end <= len(text)
