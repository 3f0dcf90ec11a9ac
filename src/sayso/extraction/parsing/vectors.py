"""The pipeline's word vectors, worked out once for each kind of word, and its matrices, multiplied by numpy's own library.

Before its context is looked at, the vector of a word follows from a handful of the word's features (norm, prefix, suffix,
shape): it is the same each time, and kept. It is asked for in batches of one size, so that it never hangs, not by its last
bit, on the words it was asked with. The products take a third of the time on processors that the pipeline's own library
does not know, and differ from its in the last digits (of 21,142 words of news none got another tag, head or name by it);
they are left to it where numpy's would take several threads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.extraction.parsing.threads import is_one

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Words asked for at a time.
_BATCH = 64
#: Kinds of words kept for each set of vectors: about 10 MB; a year's news of one kind has some 30,000.
_MOST = 20_000
#: The layers of vectors that follow from the features of words alone.
_FEATURES, _LAYERS = "extract_features", 5


@dataclass(frozen=True, slots=True)
class Vectors:
    """The vectors of words before their context.

    Args:
        columns: the features that a vector follows from.
        width: the length of a vector.
        asked: the vectors that the pipeline gives to rows of features.
        kept: those asked for so far: features -> vector.
    """

    columns: Sequence[int]
    width: int
    asked: Callable[[Any], Any]
    kept: dict[bytes, bytes] = field(default_factory=dict)

    def of(self, docs: Sequence[Doc]) -> list[Any]:
        """A row for each word of each text."""
        return [self._rows(doc.to_array([*self.columns])) for doc in docs]

    def _rows(self, features: Any) -> Any:
        step, told = features.shape[1] * features.itemsize, features.tobytes()
        keys = [told[at : at + step] for at in range(0, len(told), step)]
        vectors = [self.kept.get(key) for key in keys]
        if None in vectors:
            fresh = self._fresh(list(dict.fromkeys(key for key, one in zip(keys, vectors, strict=True) if one is None)))
            vectors = [fresh[key] if one is None else one for key, one in zip(keys, vectors, strict=True)]
        return np.frombuffer(b"".join(one for one in vectors if one is not None), "float32").reshape(
            len(keys), self.width
        )

    def _fresh(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The vectors of words that were not asked for before, and are kept now."""
        found: dict[bytes, bytes] = {}
        for at in range(0, len(keys), _BATCH):
            some = keys[at : at + _BATCH]
            rows = np.zeros((_BATCH, len(self.columns)), "uint64")
            rows[: len(some)] = np.frombuffer(b"".join(some), "uint64").reshape(len(some), -1)
            found |= zip(some, (row.tobytes() for row in self.asked(rows)), strict=False)
        if len(self.kept) + len(found) > _MOST:
            self.kept.clear()
        self.kept.update(found)
        return found


def quicken(nlp: Language) -> None:
    """Let a pipeline that was just loaded keep its word vectors, and multiply by numpy's own library where that takes one thread."""
    from thinc.api import NumpyOps  # noqa: PLC0415 - loaded with the pipeline, not with this module

    products = NumpyOps(use_blis=False) if is_one() else None
    for node in [node for _, component in nlp.pipeline for node in _nodes(component)]:
        if products is not None and type(node.ops) is NumpyOps:
            node.ops = products
        if len(node.layers) == _LAYERS and node.layers[0].name == _FEATURES:
            _keep(node)


def _nodes(component: Any) -> Iterable[Any]:
    """Every layer of a component; none of one that has no model, or whose model is a word that says so."""
    model: Any = getattr(component, "model", None)
    return list(model.walk()) if hasattr(model, "walk") else ()


def _keep(embedding: Any) -> None:
    """Let one set of word vectors be kept; where it is trained, it is asked as ever."""
    plain = embedding._func  # noqa: SLF001 - called by nothing else, and put back by nobody
    columns = embedding.layers[0].attrs["columns"]
    hashed, mixed = (embedding.layers[number].layers[0] for number in (2, 3))
    vectors = Vectors(columns, embedding.get_dim("nO"), lambda rows: mixed.predict(hashed.predict(rows)))

    def forward(model: Any, docs: Sequence[Doc], is_train: bool) -> Any:
        return plain(model, docs, is_train) if is_train else (vectors.of(docs), None)

    embedding.replace_callbacks(forward, init=embedding.init)
