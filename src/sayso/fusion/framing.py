"""Framing: by which words each account calls an actor or the act, in its own voice and in others', and how far it stands apart.

Own words and quoted ones are never counted together: an account that quotes "murderers" has not said so itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Label

_OWN = "own"


@dataclass(frozen=True, slots=True)
class Wording:
    """One word of one account in one voice: `own`, or the speaker it is quoted from; `spans` are where it stands."""

    document: str
    term: str
    voice: str
    spans: tuple[tuple[int, int], ...]

    @property
    def is_own(self) -> bool:
        """Whether the account says so itself."""
        return self.voice == _OWN

    @property
    def count(self) -> int:
        """How often it stands there."""
        return len(self.spans)


@dataclass(frozen=True, slots=True)
class Framing:
    """All words for one actor, group or act.

    Args:
        entity, group: whom the words are for; one of them is None.
        wordings: by document, its own words first, the most frequent first.
        apart: for each account with words of its own, how far it stands from the others' wording: the share of its own
            words that no other account says itself, 0 to 1; empty where one account alone has words of its own.
    """

    entity: str | None
    group: str | None
    wordings: tuple[Wording, ...]
    apart: Mapping[str, float]


def framings(labels: Iterable[Label]) -> tuple[Framing, ...]:
    """Gather labels by whom they are for; the order of labels changes nothing."""
    told: defaultdict[tuple[str, str], list[Label]] = defaultdict(list)
    for label in labels:
        told[label.entity or "", label.group or ""].append(label)
    return tuple(_framing(entity or None, group or None, told[entity, group]) for entity, group in sorted(told))


def _framing(entity: str | None, group: str | None, labels: Sequence[Label]) -> Framing:
    spans: defaultdict[tuple[str, str, str], list[tuple[int, int]]] = defaultdict(list)
    for label in labels:
        spans[label.document, label.term, label.voice].append((label.start, label.end))
    wordings = [Wording(*key, tuple(sorted(places))) for key, places in spans.items()]
    ordered = sorted(wordings, key=lambda one: (one.document, not one.is_own, -one.count, one.term, one.voice))
    return Framing(entity, group, tuple(ordered), _apart([one for one in ordered if one.is_own]))


def _apart(own: Sequence[Wording]) -> dict[str, float]:
    """For each account the share of its words whose noun no other account uses; "rebel leader" and "leader" share theirs."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in own:
        counts[one.document][_noun(one.term)] += one.count
    if len(counts) < 2:
        return {}
    users = Counter(noun for nouns in counts.values() for noun in nouns)
    return {
        document: round(sum(count for noun, count in nouns.items() if users[noun] == 1) / nouns.total(), 4)
        for document, nouns in sorted(counts.items())
    }


def _noun(term: str) -> str:
    """The word that names; those before it colour it.

    >>> _noun("marxist terrorist")
    'terrorist'
    """
    return term.rsplit(" ", 1)[-1]
