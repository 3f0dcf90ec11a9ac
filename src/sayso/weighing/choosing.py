"""The value that each question gets: votes weighed by learned accuracy, copies discounted, turn by turn.

First each source has one accuracy, and only those that agree nearly everywhere share a vote; that settles who is good. Then
shared errors tell who copies, and the attributes of each source are looked at: begun at once, a majority that errs alike
would make the honest look like copiers.

Below `_FEW_SOURCES` sources or `_FEW_QUESTIONS` contested questions nothing is learned: every source has one vote.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sayso.weighing.accuracy import START, Floats, Standing, accuracies, standing
from sayso.weighing.copying import Ties, own_share, ties, twins
from sayso.weighing.rows import Codes
from sayso.weighing.table import ClaimTable

# How many wrong answers a question has that a source might give; a source that is right less often than one of these
# would be by chance has next to no vote. 2.5 and 3 choose best on the weather (70 of 100; 4: 65, 10: 61).
_WRONG = 3.0
# The least vote, so that a question that only bad sources answer is answered still.
_LEAST_VOTE = 0.05
# Turns of each kind; more change a tenth of a point.
_FIRST_TURNS, _SECOND_TURNS = 5, 5
_FEW_SOURCES = 3
_FEW_QUESTIONS = 20


@dataclass(frozen=True, slots=True)
class Chosen:
    """The value of one question.

    Args:
        thing: the object asked about.
        attribute: what is asked of it.
        value: in the spelling that most of its sources use.
        score: how likely it is, between 0 and 1, in hundredths of a hundredth.
        sources: who says so, in alphabetical order.
    """

    thing: str
    attribute: str
    value: str
    score: float
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A table with every value's score, and what was learned of its sources.

    Args:
        table: the claims.
        score: by value code.
        standing: sources by attribute.
        accuracy: of each such pair.
        ties: which sources depend on each other.
        why_not_learned: the reason in a sentence where every source has one vote; else empty.
    """

    table: ClaimTable
    score: Floats
    standing: Standing
    accuracy: Floats
    ties: Ties
    why_not_learned: str = ""

    def chosen(self) -> tuple[Chosen, ...]:
        """The best value of each question, by object and attribute."""
        table = self.table
        holders = np.bincount(table.value)
        # Of equals the one with more sources, then the first in the order of forms.
        order = np.lexsort((-np.arange(len(self.score)), holders, np.round(self.score, 9), table.question_of))
        last = order[np.flatnonzero(np.diff(table.question_of[order], append=-1))]
        starts = np.searchsorted(table.value, last)
        return tuple(
            Chosen(
                *table.questions[question],
                table.spellings[value],
                round(score, 4),
                tuple(table.sources[source] for source in table.source[start : start + count].tolist()),
            )
            for question, (value, score, start, count) in enumerate(
                zip(last.tolist(), self.score[last].tolist(), starts.tolist(), holders[last].tolist(), strict=True)
            )
        )


def weigh(table: ClaimTable) -> Weighed:
    """Learn how far each source is to be trusted, and how likely each value is."""
    held = standing(table)
    accuracy = np.full(len(held.claims), START)
    why_not = _too_few(table)
    tied = twins(table) if not why_not else Ties(np.empty(0, np.int64), np.empty(0), len(table.sources))
    own = own_share(table, tied, np.full(len(table.sources), START))
    score = _scores(table, accuracy[held.pair], own)
    if why_not:
        return Weighed(table, score, held, accuracy, tied, why_not)
    for turn in range(_FIRST_TURNS + _SECOND_TURNS):
        is_second = turn >= _FIRST_TURNS
        accuracy = accuracies(held, score[table.value], is_split=is_second)
        if is_second:
            tied = ties(table, score[table.value], accuracy[held.pair])
            own = own_share(table, tied, _overall(held, accuracy, len(table.sources)))
        score = _scores(table, accuracy[held.pair], own)
    return Weighed(table, score, held, accuracy, tied)


def _scores(table: ClaimTable, accuracy: Floats, own: Floats) -> Floats:
    """How likely each value is: its votes against those of its rivals, said or unsaid."""
    vote = np.maximum(np.log(_WRONG * accuracy / (1 - accuracy)), _LEAST_VOTE) * own
    votes = np.bincount(table.value, weights=vote)
    starts = np.flatnonzero(np.diff(table.question_of, prepend=-1))
    most = np.maximum.reduceat(votes, starts)
    weight = np.exp(votes - most[table.question_of])
    rivals = np.diff(starts, append=len(votes))
    unsaid = np.maximum(0.0, _WRONG + 1 - rivals) * np.exp(-most)
    scores: Floats = weight / (np.add.reduceat(weight, starts) + unsaid)[table.question_of]
    return scores


def _overall(held: Standing, accuracy: Floats, size: int) -> Floats:
    """Each source's accuracy over its claims."""
    right = np.bincount(held.source, weights=accuracy * held.claims, minlength=size)
    overall: Floats = right / np.maximum(1.0, np.bincount(held.source, weights=held.claims, minlength=size))
    return overall


def _too_few(table: ClaimTable) -> str:
    """Why no accuracy can be learned; empty where it can."""
    sources = len(np.unique(table.source))
    if sources < _FEW_SOURCES:
        return f"{sources} sources are too few to learn how far each is right; every source has one vote"
    values: Codes = np.bincount(table.question_of)
    contested = int((values > 1).sum())
    if contested < _FEW_QUESTIONS:
        answers = "question has" if contested == 1 else "questions have"
        return f"{contested} {answers} two answers, too few to learn how far each source is right; every source has one vote"
    return ""
