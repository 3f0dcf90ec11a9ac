"""The one door to spaCy: a process-wide pipeline, and the parse of a document's blocks.

Blocks go in one by one with their sentences set beforehand; parses never leave the process.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.errors import MissingPartError
from sayso.extraction.parsing import recogniser
from sayso.extraction.parsing.attributes import COMPONENT as RULES
from sayso.extraction.parsing.attributes import LEMMAS, attributes
from sayso.extraction.parsing.casing import Casing, casing_of, is_capitals
from sayso.extraction.parsing.model_version import DEFAULT_MODEL
from sayso.extraction.parsing.offices import with_officeholders
from sayso.extraction.parsing.partitives import with_subjects
from sayso.extraction.parsing.people_named import with_people
from sayso.extraction.parsing.sentences import split
from sayso.extraction.parsing.vectors import quicken
from sayso.extraction.parsing.wording import readable

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

#: A longer stretch is no sentence; it is parsed in pieces of this many characters so that memory stays bounded.
LONGEST_SENTENCE = 3000


@dataclass(frozen=True, slots=True)
class Parse:
    """One parsed block: `base` is where it starts in the document, so a token stands at `base + token.idx`.

    `text` is what was parsed, character for character as long as the block: quotation marks straight, capitals set right.
    """

    block: int
    base: int
    doc: Doc
    sentences: tuple[SpacySpan, ...]
    text: str


@cache
def pipeline(model: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy pipeline once a process.

    Raises:
        MissingPartError: the model is not installed.
    """
    try:
        module = importlib.import_module(model)
    except ImportError as error:
        raise MissingPartError("core", f"the spaCy pipeline {model!r}") from error
    nlp: Language = module.load()
    quicken(nlp)
    return nlp


def parse(blocks: Iterable[tuple[int, int, str]], model: str = DEFAULT_MODEL) -> Iterator[Parse]:
    """Parse blocks given as number, start in the document, and text."""
    nlp = pipeline(model)
    held = list(blocks)
    capitals = [text for _, _, text in held if is_capitals(text)]
    casing = casing_of(capitals, ordinary(model)) if capitals else None
    texts = [readable(text, casing) for _, _, text in held]
    docs = _analysed(
        nlp, (_with_sentences(nlp, *pair) for pair in zip(texts, (text for _, _, text in held), strict=True))
    )
    for doc in docs:
        with_subjects(doc)
    recogniser.with_whole_names(docs, partial(_is_ordinary, model))
    with_people(docs, partial(_is_ordinary, model))
    with_officeholders(docs)
    for (number, base, _), doc, text in zip(held, docs, texts, strict=True):
        yield Parse(number, base, doc, tuple(doc.sents), text)


def _analysed(nlp: Language, texts: Iterable[Doc]) -> list[Doc]:
    """Run the pipeline, its rules by what they have answered before, its recogniser where a name can be."""
    rules = attributes(nlp)
    rest = nlp.pipe_names[nlp.pipe_names.index(RULES) :] if rules is not None else [recogniser.COMPONENT]
    docs = list(nlp.pipe(texts, batch_size=32, disable=rest))
    if rules is not None:
        for doc in docs:
            rules.set(doc)
        done = {recogniser.COMPONENT} if rules.lemmas is None else {recogniser.COMPONENT, LEMMAS}
        for name in rest[1:]:
            if name not in done:
                component: Any = nlp.get_pipe(name)
                docs = list(component.pipe(docs))
    recogniser.recognise(nlp, docs)
    return docs


@cache
def ordinary(model: str = DEFAULT_MODEL) -> Callable[[str], bool]:
    """Whether the pipeline's own word lists know a word: those of its lemmatizer, and its commonest words."""
    nlp = pipeline(model)
    known = set(nlp.Defaults.stop_words)
    lemmatizer = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    lookups = getattr(lemmatizer, "lookups", None)
    for name in ("lemma_index", "lemma_exc"):
        if lookups is not None and lookups.has_table(name):
            for forms in lookups.get_table(name).values():
                known.update(forms)
    return frozenset(known).__contains__ if len(known) > len(nlp.Defaults.stop_words) else Casing().is_ordinary


def _is_ordinary(model: str, word: str) -> bool:
    """Does the pipeline know the word? Its lists are read when the first one is asked for."""
    return ordinary(model)(word)


def _with_sentences(nlp: Language, text: str, told: str) -> Doc:
    """Tokens with every sentence start set, so that the parser keeps to them; `told` is the text as it came."""
    doc = nlp.make_doc(text)
    starts = [place for start, end in split(told) for place in range(start, end, LONGEST_SENTENCE)]
    told_of: Any = doc.to_array(["IDX", "LENGTH", "IS_SPACE"]).astype("int64")
    # The first word that ends behind where a sentence starts, and is no white space.
    words = np.flatnonzero(told_of[:, 2] == 0)
    first = np.searchsorted(words, np.searchsorted(told_of[:, 0] + told_of[:, 1], starts, side="right"))
    opens: Any = np.full(len(doc), -1, "int64")
    opens[words[first[first < len(words)]]] = 1
    opens = opens.astype("uint64")
    doc.from_array(["SENT_START"], opens)
    return doc
