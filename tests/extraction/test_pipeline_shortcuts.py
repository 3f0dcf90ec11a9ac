"""What is asked less often of the language pipeline is answered as it would."""

from __future__ import annotations

import importlib

import pytest

from sayso import example_paths
from sayso.extraction.parsing.attributes import attributes
from sayso.extraction.parsing.decisions import decisions
from sayso.extraction.parsing.model_version import DEFAULT_MODEL
from sayso.extraction.parsing.nlp import parse, pipeline
from sayso.reading import read

TEXTS = [
    "There's a man who didn't know; there was no one else. Let's go, y'all: I'm gonna do what I have got to do.",
    "The rebels had taken it.\n\n  But it was not theirs, whether you like it or not; they ain't leaving.",
    "nothin' but trouble, because he himself hasn't seen which of these were hers.",
    "",
    " \n ",
]


def _texts() -> list[str]:
    found = [document for path in example_paths() for document in read(path).documents]
    return [*TEXTS, *(document.text for document in found)]


@pytest.mark.parametrize("text", _texts())
def test_kept_answers_are_those_of_the_pipeline_itself(text: str) -> None:
    nlp = pipeline()
    rules = attributes(nlp)
    assert rules is not None
    first, again, asked = (next(nlp.pipe([text], disable=["attribute_ruler", "lemmatizer", "ner"])) for _ in range(3))
    rules.set(first)
    rules.set(again)
    nlp.get_pipe("lemmatizer")(nlp.get_pipe("attribute_ruler")(asked))
    columns = ["POS", "MORPH", "LEMMA", "TAG", "DEP"]
    assert first.to_array(columns).tolist() == again.to_array(columns).tolist() == asked.to_array(columns).tolist()


@pytest.mark.parametrize("text", [*_texts(), "The U.S. Navy in the Gulf of Aden\n\n said at 10 p.m. Monday\n"])
def test_names_decided_for_all_words_at_once_are_those_of_the_pipeline_itself(text: str) -> None:
    nlp = pipeline()
    asked = decisions(nlp, "ner")
    assert asked is not None
    texts = ["Quito", text, ""]
    docs = list(nlp.pipe(texts, disable=["ner"]))
    own = [
        [(e.start, e.end, e.label_) for e in nlp.get_pipe("ner")(doc).ents] for doc in nlp.pipe(texts, disable=["ner"])
    ]
    assert list(asked.names(docs)) == own


def test_a_recogniser_that_looks_along_a_beam_is_asked_itself() -> None:
    nlp = importlib.import_module(DEFAULT_MODEL).load()
    nlp.get_pipe("ner").cfg["beam_width"] = 4
    assert decisions(nlp, "ner") is None


def test_a_long_stretch_is_parsed_in_pieces_that_begin_at_words() -> None:
    text = "word " * 1300
    starts = [sent.start_char for sent in next(parse([(0, 0, f" \n{text}")])).sentences]
    assert starts == [0, 2, 3002, 6002]


def test_names_stand_where_they_stand_in_the_text_when_sentences_without_a_capital_are_left_out() -> None:
    text = "It was late. Then Maria Torres came to Quito. They slept. Then the Red Cross came."
    doc = next(parse([(0, 0, text)])).doc
    names = [(text[e.start_char : e.end_char], e.label_) for e in doc.ents]
    assert ("Maria Torres", "PERSON") in names
    assert ("Quito", "GPE") in names
    assert any(name.endswith("Red Cross") and label == "ORG" for name, label in names)


def test_a_text_without_capitals_is_parsed_without_names() -> None:
    doc = next(parse([(0, 0, "Some men were hurt. They left.")])).doc
    assert not doc.ents
    assert len(list(doc.sents)) == 2
