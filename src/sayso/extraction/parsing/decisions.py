"""The recogniser's decisions, asked for all words at once instead of word by word.

The pipeline's recogniser goes from word to word and weighs 74 moves at each. What it makes of a word outside a name hangs on
that word alone, so all such words are weighed in one product; only within a name, which is open from its first word on, is
there a walk. The rules are those of the pipeline's own moves (spaCy, `ner.pyx`: no name crosses a sentence or starts with
white space), and the answers too (a test holds both side by side); its own walk takes two thirds of the recogniser's time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: A word, the first of the open name, and the word before: what the model looks at.
_LOOKS_AT = 3
_OUT = "O"


@dataclass(frozen=True, slots=True)
class Decisions:
    """The model of a recogniser and its moves.

    Args:
        model: the recogniser's.
        free: the numbers of the moves outside a name, as an array, and which of them begin one, or are one of one word.
        labels: what each of the free moves names; "" of the move that names nothing.
        within: name -> the numbers of its moves that go on and that end it.
    """

    model: Any
    free: Any
    begins: Any
    alone: Any
    labels: tuple[str, ...]
    within: dict[str, tuple[int, int]]

    def names(self, docs: Sequence[Doc]) -> Iterator[list[tuple[int, int, str]]]:
        """The names of each text: first word, word behind, label."""
        places = [doc.to_array(["SENT_START", "IS_SPACE"]) for doc in docs]
        if not any(len(one) for one in places):
            yield from ([] for _ in docs)
            return
        told = np.concatenate(places)
        is_last = np.append(told[1:, 0] == 1, True)
        is_last[np.cumsum([len(one) for one in places if len(one)]) - 1] = True
        looks = self.model.get_ref("lower").predict(self.model.get_ref("tok2vec").predict(docs))
        best = self._outside(looks, is_last, told[:, 1] == 1)
        found = self._walked(looks, best, is_last)
        first, entity = 0, next(found, None)
        for one in places:
            held: list[tuple[int, int, str]] = []
            while entity is not None and entity[0] < first + len(one):
                held.append((entity[0] - first, entity[1] - first, entity[2]))
                entity = next(found, None)
            first += len(one)
            yield held

    def _outside(self, looks: Any, is_last: Any, is_space: Any) -> Any:
        """The best move at each word, were no name open."""
        padding = looks[0]
        upper = self.model.get_ref("upper")
        hidden = self._hidden(looks[1:, 0] + padding[1] + padding[2])
        scores = hidden @ upper.get_param("W")[self.free].T
        scores += upper.get_param("b")[self.free]
        scores[np.ix_(is_last | is_space, self.begins)] = -np.inf
        scores[np.ix_(is_space, self.alone)] = -np.inf
        return scores.argmax(axis=1)

    def _hidden(self, sums: Any) -> Any:
        sums += self.model.get_ref("lower").get_param("b")
        return reduce(np.maximum, (sums[..., piece] for piece in range(sums.shape[-1])))

    def _walked(self, looks: Any, best: Any, is_last: Any) -> Iterator[tuple[int, int, str]]:
        """Names in order; a word within an open name is no other's beginning."""
        out, begins, free_from = self.labels.index(""), frozenset(self.begins.tolist()), 0
        for place in np.flatnonzero(best != out).tolist():
            if place < free_from:
                continue
            move = int(best[place])
            free_from = self._end(looks, place, self.labels[move], is_last) if move in begins else place + 1
            yield place, free_from, self.labels[move]

    def _end(self, looks: Any, first: int, label: str, is_last: Any) -> int:
        """The word behind a name of several words."""
        going, ending = self.within[label]
        upper, place = self.model.get_ref("upper"), first + 1
        weights, bias = upper.get_param("W"), upper.get_param("b")
        while not is_last[place]:
            hidden = self._hidden(looks[place + 1, 0] + looks[first + 1, 1] + looks[place, 2])
            goes, ends = weights[going] @ hidden + bias[going], weights[ending] @ hidden + bias[ending]
            if ends > goes or (ends == goes and ending < going):
                break
            place += 1
        return place + 1


@cache
def decisions(nlp: Language, component: str) -> Decisions | None:
    """The decisions of a pipeline's recogniser; None where it is of another make, and is to be asked itself."""
    recogniser: Any = nlp.get_pipe(component)
    model: Any = recogniser.model
    if recogniser.cfg.get("beam_width") != 1 or not model.attrs.get("has_upper") or model.attrs.get("unseen_classes"):
        return None
    moves = [_move(recogniser.moves.get_class_name(number)) for number in range(recogniser.moves.n_moves)]
    if model.get_ref("lower").get_dim("nF") != _LOOKS_AT or moves.count((_OUT, "")) != 1:
        return None
    numbers = {move: number for number, move in enumerate(moves)}
    free = [
        (number, *move) for number, move in enumerate(moves) if move[0] == _OUT or (move[0] in {"B", "U"} and move[1])
    ]
    return Decisions(
        model,
        np.array([number for number, _, _ in free]),
        np.array([turn for turn, (_, what, _) in enumerate(free) if what == "B"]),
        np.array([turn for turn, (_, what, _) in enumerate(free) if what == "U"]),
        tuple(label for _, _, label in free),
        {label: (numbers["I", label], numbers["L", label]) for what, label in moves if what == "B"},
    )


def _move(name: str) -> tuple[str, str]:
    what, _, label = name.partition("-")
    return what, label
