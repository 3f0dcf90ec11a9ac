"""Neighbourhoods as tasks: everything that one needs to be joined and weighed goes in, finished rows come out.

A task is made where the case lies and done where there is room: in this process, in others, on other machines. Its key is
the hash of all that it depends on, so that one that has not changed is never done again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from typing import Any

from sayso.codebook import Codebook
from sayso.importing.layers import Layer, overlaid
from sayso.linking import Neighbourhood, row_of, sign_of, weave
from sayso.model import Account, Document, Entity, Refusal, Source, from_row, to_row
from sayso.store import code_sha256, digest, renamed
from sayso.store.shelves import SHELVES, Row

_PURE = ("sayso.model", "sayso.normalisation", "sayso.resources.lexicons", "sayso.resources.gazetteer")
_CODE = ("sayso.linking", "sayso.fusion", "sayso.store", "sayso.units", *_PURE)
_PARTS = ("rapidfuzz", "Babel", "numpy")
# What the derived tables hold of one neighbourhood: what is joined, and what is weighed.
JOINED, WEIGHED = ("claims", "labels", "refusals", "events"), ("estimates", "findings")
OF_UNITS = (*JOINED, *WEIGHED)


@cache
def code() -> str:
    """The hash of all code that stands between accounts and the case."""
    return code_sha256(_CODE, _PARTS)


@dataclass(frozen=True, slots=True)
class Telling:
    """A document with what is kept of its account, as JSON, and what was imported for it; no account where none was made."""

    document: Document
    account: str | None
    layer: Layer | None

    def told(self) -> Account:
        """Its account under its present id, with what was imported laid over it."""
        name = self.document.id
        kept = from_row(Account, json.loads(self.account)) if self.account else Account(name, (), (), (), (), ())
        layers = {} if self.layer is None else {self.layer.text_sha256: self.layer}
        return overlaid(renamed(kept, name), self.document, layers)


@dataclass(frozen=True, slots=True)
class Unit:
    """One neighbourhood with all that it needs.

    Args:
        held: the neighbourhood.
        tellings: its documents and their accounts.
        entities: whom they name, with their mentions there.
        names: what a reader calls its documents, and those that they lean on.
        sources: who publishes them.
    """

    held: Neighbourhood
    tellings: tuple[Telling, ...]
    entities: tuple[Entity, ...]
    names: Mapping[str, str]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Woven:
    """The rows of one neighbourhood, by shelf."""

    id: str
    rows: Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Batch:
    """A few units that are done together; the first names it."""

    id: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Weaving:
    """Joins and weighs neighbourhoods, inside the worker."""

    codebook: Codebook
    rule: str

    def __call__(self, batch: Batch) -> tuple[Woven, ...]:
        """The rows of each unit, in order."""
        return tuple(self._woven(unit) for unit in batch.units)

    def versions(self) -> Mapping[str, str]:
        """What the rows depend on, as it is installed here."""
        return {"sayso": metadata.version("sayso"), "code of linking": code()}

    def _woven(self, unit: Unit) -> Woven:
        from sayso.fusion import fuse  # noqa: PLC0415 - wanted in the worker alone

        documents = [one.document for one in unit.tellings]
        accounts = [one.told() for one in unit.tellings]
        linked = weave(unit.held, documents, accounts, unit.entities, self.codebook)
        fused = fuse(
            linked,
            documents,
            self.codebook,
            rule=self.rule,
            judgements=unit.held.judgements,
            sources=unit.sources,
            names=unit.names,
        )
        refusals: list[Refusal] = [refusal for account in accounts for refusal in account.refusals]
        told: Mapping[str, Iterable[Any]] = {
            "claims": linked.claims,
            "labels": linked.labels,
            "refusals": refusals,
            "events": linked.events,
            "estimates": fused.estimates,
            "findings": fused.findings,
        }
        return Woven(unit.held.id, {name: SHELVES[name].rows(told[name]) for name in OF_UNITS})


@dataclass(frozen=True, slots=True)
class Signing:
    """Makes the sign of a document, inside the worker."""

    def __call__(self, telling: Telling) -> dict[str, Any]:
        """The sign as a row."""
        return row_of(sign_of(telling.document, telling.told()))

    def versions(self) -> Mapping[str, str]:
        """What signs depend on, as it is installed here."""
        return {"sayso": metadata.version("sayso"), "code of linking": code()}


def unit_key(unit: Neighbourhood, entities: Iterable[Entity], marks: Sequence[str], *rest: object) -> str:
    """The key of a neighbourhood: first what its joined rows depend on, then, after a colon, all else.

    Args:
        unit: the neighbourhood.
        entities: whom its documents name, with their mentions there.
        marks: the hashes of its documents, of the code and of the codebook.
        rest: what else the weighing depends on: names, sources, the rule.
    """
    named = [(one.id, one.kind, one.name, [(at.document, at.start, at.end) for at in one.mentions]) for one in entities]
    gists = [(gist.members, gist.why, gist.role.value) for gist in unit.gists]
    leaning = [(one.id, one.share, one.from_source) for one in unit.lineage]
    judged = [to_row(judgement) for judgement in unit.judgements]
    joined = digest(gists, sorted(unit.spokesmen.items()), unit.moved, named, marks)
    return f"{joined}:{digest(leaning, judged, *rest)}"
