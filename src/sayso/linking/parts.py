"""From clusters to drafts of events: each cluster a whole, and one part for every part name its members tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.linking.tellings import Telling, whole_of
from sayso.linking.types import Types
from sayso.model import Account, Claim, Episode


@dataclass(frozen=True, slots=True)
class Teller:
    """One document's share in an event: its episode, its claims, and the telling that was compared."""

    document: str
    telling: Telling
    episode: Episode
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before it has a role and a name. `tellers` are in order of publication; `listed` holds duplicates, too."""

    part: str | None
    tellers: tuple[Teller, ...]
    listed: tuple[Teller, ...]
    why: tuple[str, ...]
    parts: tuple[Draft, ...]

    @property
    def documents(self) -> frozenset[str]:
        """The documents that tell of it, duplicates once."""
        return frozenset(teller.document for teller in self.tellers)


def drafts(
    clusters: Iterable[tuple[tuple[Telling, ...], tuple[str, ...]]],
    accounts: Sequence[Account],
    spokesman: Mapping[str, str],
    types: Types,
) -> tuple[Draft, ...]:
    """Draft a whole and its parts for every cluster.

    Args:
        clusters: tellings that are one event, with the words for what holds them together.
        accounts: all accounts, duplicates too.
        spokesman: document -> the document that speaks for it (itself, unless it is a duplicate).
        types: says which types are parts of others.
    """
    twins: defaultdict[str, list[Account]] = defaultdict(list)
    for account in sorted(accounts, key=lambda account: account.document):
        twins[spokesman[account.document]].append(account)
    return tuple(_draft(members, why, twins, types) for members, why in clusters)


def _draft(
    members: tuple[Telling, ...], why: tuple[str, ...], twins: Mapping[str, list[Account]], types: Types
) -> Draft:
    main_type = chief_type(members)
    by_part: defaultdict[str | None, list[Teller]] = defaultdict(list)
    for telling in members:
        for account in twins[telling.key[0]]:
            for teller in _tellers(telling, account):
                by_part[_part(teller, main_type, types)].append(teller)
    originals = {telling.key[0] for telling in members}
    whole, parts = by_part.pop(None), sorted(by_part.items(), key=lambda named: named[0] or "")
    return Draft(
        part=None,
        tellers=_only(whole, originals),
        listed=tuple(whole),
        why=why,
        parts=tuple(Draft(name, _only(told, originals), tuple(told), (), ()) for name, told in parts),
    )


def chief_type(members: Iterable[Telling]) -> str:
    """The type that most of what is told gives the whole."""
    weights = _weights(members)
    return min(weights, key=lambda name: (-round(weights[name], 6), name))


def agreed_type(members: Iterable[Telling], kin: Mapping[str, Collection[str]]) -> str:
    """The type that half of what is told gives the whole; where none does, the one that most of it may be called by.

    One text of a bombing, one of a clash and one of a killing tell of a killing: that is what the two others may be, too.

    Args:
        members: all that tell of the whole.
        kin: type -> those that an event of it may be called by.
    """
    weights = _weights(members)
    most = max(weights.values())
    if 2 * most >= sum(weights.values()):
        return min(weights, key=lambda name: (-round(weights[name], 6), name))
    fits = {name: sum(w for one, w in weights.items() if one == name or name in kin.get(one, ())) for name in weights}
    return min(weights, key=lambda name: (-round(fits[name], 6), -round(weights[name], 6), name))


def _weights(members: Iterable[Telling]) -> Mapping[str, float]:
    weights: defaultdict[str, float] = defaultdict(float)
    for telling in members:
        weights[telling.type] += max(telling.weight, 0.01)
    return weights


def _part(teller: Teller, main_type: str, types: Types) -> str | None:
    """The part that a document tells: a text about the raid alone tells a part of the siege as its whole."""
    if teller.episode.number != teller.telling.key[1]:
        return teller.episode.part
    own = teller.episode.type
    return own if own != main_type and types.is_part(own, main_type) else None


def _tellers(telling: Telling, account: Account) -> Iterable[Teller]:
    wholes = whole_of(account.episodes)
    for episode in account.episodes:
        if wholes[episode.number] == telling.key[1]:
            claims = tuple(claim for claim in account.claims if claim.episode == episode.number)
            yield Teller(account.document, telling, episode, claims)


def _only(told: Iterable[Teller], documents: set[str]) -> tuple[Teller, ...]:
    return tuple(teller for teller in told if teller.document in documents)
