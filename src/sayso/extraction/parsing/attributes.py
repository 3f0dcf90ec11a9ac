"""The pipeline's own rules from tag to part of speech and lemma, asked once for each kind of token instead of once a token.

What the rules give to a token follows from its tag, its relation and, for a few words, the word; its lemma follows from the
word and what the rules gave: it is the same each time, and kept. Rules over several tokens ("gonna", "there is") are left to
the pipeline: a text in which one holds goes to it whole. The answers are the pipeline's to the letter (a test holds both side
by side); asked word by word they are a sixth of the pipeline's time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc

#: The pipeline's own name for the rules.
COMPONENT = "attribute_ruler"
#: What the rules set, and what they may read.
_SETS, _READS = ("POS", "MORPH", "LEMMA", "TAG", "DEP"), frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})
_LEMMA = _SETS.index("LEMMA")
#: The pipeline's own name for what finds lemmas, and its ways that look at nothing but the word and what the rules gave.
LEMMAS = "lemmatizer"
_WAYS = ("rule", "lookup")
#: Kinds of words kept, as word, tag and relation; some 20 MB.
_MOST = 60_000


@dataclass(frozen=True, slots=True)
class Attributes:
    """The rules of a pipeline, and what they have answered so far.

    Args:
        rules: the pipeline's component.
        several: finds the places of rules over several tokens.
        special: fits the words that a rule names; of all others, tag and relation decide.
        lemmas: the pipeline's component that finds lemmas; None where it has none, or one that looks at more.
        kinds: word, tag and relation -> what is set, both as rows of numbers.
        answers: a word that a rule names (or ""), tag and relation -> what the rules set.
    """

    rules: Any
    several: Matcher
    special: re.Pattern[str]
    lemmas: Any = None
    kinds: dict[bytes, bytes] = field(default_factory=dict)
    answers: dict[tuple[str, str, str], bytes] = field(default_factory=dict)

    def set(self, doc: Doc) -> None:
        """Set part of speech, features and, where `lemmas` are found here, the lemma of every token, as the pipeline would."""
        if not len(doc) or self.several(doc):
            self.rules(doc)
            if self.lemmas is not None:
                self.lemmas(doc)
            return
        features: Any = doc.to_array(["ORTH", "TAG", "DEP"])
        step, told = features.shape[1] * features.itemsize, features.tobytes()
        keys = [told[at : at + step] for at in range(0, len(told), step)]
        rows = [self.kinds.get(key) or self._row(doc, place) for place, key in enumerate(keys)]
        values: Any = np.frombuffer(b"".join(rows), "uint64").reshape(len(rows), len(_SETS))
        doc.from_array(list(_SETS), values)
        fresh = {key: place for place, key in enumerate(keys) if key not in self.kinds}
        if fresh:
            self._learn(doc, fresh, values)

    def _learn(self, doc: Doc, places: Mapping[bytes, int], values: Any) -> None:
        """Keep what is set to new kinds of words, their lemmas found."""
        if self.lemmas is not None:
            self.lemmas(doc)
        if len(self.kinds) > _MOST:
            self.kinds.clear()
        for key, place in places.items():
            row = values[place].copy()
            row[_LEMMA] = doc[place].lemma
            self.kinds[key] = row.tobytes()

    def _row(self, doc: Doc, place: int) -> bytes:
        """What the rules set, as they set it before where the kind is known to them."""
        token = doc[place]
        word = token.lower_
        named = " " if token.is_space else word if self.special.fullmatch(word) else ""
        key = (named, token.tag_, token.dep_)
        if key not in self.answers:
            self.answers[key] = self._asked(doc, key)
        return self.answers[key]

    def _asked(self, doc: Doc, key: tuple[str, str, str]) -> bytes:
        """What the pipeline gives to a token of a kind that stands alone."""
        word, tag, relation = key
        alone = type(doc)(doc.vocab, words=[word or "-"], tags=[tag], deps=[relation], heads=[0])
        self.rules(alone)
        token: Any = alone[0]
        return np.array([token.pos, token.morph.key, token.lemma, token.tag, token.dep], "uint64").tobytes()


@cache
def attributes(nlp: Language) -> Attributes | None:
    """The rules of a pipeline; None where it has none, or some that read or set something else."""
    if not nlp.has_pipe(COMPONENT):
        return None
    from spacy.matcher import Matcher  # noqa: PLC0415 - loaded with the pipeline, not with this module

    rules: Any = nlp.get_pipe(COMPONENT)
    several = Matcher(nlp.vocab)
    named: list[str] = []
    for number, rule in enumerate(rules.patterns):
        for pattern in rule["patterns"]:
            if len(pattern) > 1:
                several.add(str(number), [pattern])
            elif not pattern[0].keys() <= _READS:
                return None
            else:
                named += _named(pattern[0].get("LOWER"))
    return Attributes(rules, several, re.compile("|".join(named)), _lemmas(nlp))


def _lemmas(nlp: Language) -> Any:
    """What finds lemmas, if it comes next and finds the same for the same word and part of speech each time."""
    turn = nlp.pipe_names.index(COMPONENT) + 1
    if nlp.pipe_names[turn : turn + 1] != [LEMMAS]:
        return None
    component: Any = nlp.get_pipe(LEMMAS)
    return component if component.mode in _WAYS and not component.overwrite else None


def _named(word: str | Mapping[str, Any] | None) -> Iterator[str]:
    """The words that a rule names, as regular expressions."""
    if isinstance(word, str):
        yield re.escape(word)
    elif word is not None:
        for how, value in word.items():
            yield from (re.escape(each) for each in value) if how == "IN" else (value if how == "REGEX" else ".*",)
