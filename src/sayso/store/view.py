"""Reads a case: the one API under dossier, exports, reading room and command line; every list in the contract's order."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from sayso.codebook import Codebook
from sayso.codebook.loading import parse
from sayso.errors import CaseError, InputError
from sayso.model import (
    Account,
    Block,
    CaseHeader,
    Claim,
    Document,
    Entity,
    Estimate,
    Event,
    Finding,
    Judgement,
    JudgementKind,
    Label,
    Lineage,
    Refusal,
    Role,
    Source,
    Status,
    Unread,
    from_row,
)
from sayso.store.opening import told
from sayso.store.passing import Brief, Passage, Place, Toll
from sayso.store.shelves import SHELVES, which

T = TypeVar("T")

# So many rows at the most are fetched at a time; accounts with their texts one by one.
_AT_ONCE = 64
# Whom a word is for, as columns.
_CALLED = "coalesce(json_extract(row, '$.entity'), ''), coalesce(json_extract(row, '$.group'), '')"


class View:
    """What a case holds. Lists come whole, claims one by one; a filter is a WHERE, not a loop."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self._connection = connection
        self._path = path

    @property
    def generation(self) -> int:
        """How often the derived tables were replaced; 0 where no build has ended yet."""
        return int(self.meta("generation") or "0")

    @property
    def header(self) -> CaseHeader:
        """What the case says of itself.

        Raises:
            CaseError: no build of it has ended yet.
        """
        return from_row(CaseHeader, json.loads(self._noted("header")))

    @cached_property
    def codebook(self) -> Codebook:
        """The codebook the case was built under."""
        return parse(self._noted("codebook").encode(), self.header.codebook)

    def meta(self, key: str) -> str | None:
        """What the case notes under a key, or None."""
        found = self._rows("SELECT value FROM meta WHERE key = ?", key)
        return next((str(row[0]) for row in found), None)

    def each(self, shelf: str, **wanted: str | None) -> Iterator[Any]:
        """The rows of a derived table in order, one after the other, those whose columns hold what is wanted."""
        return self._some(SHELVES[shelf].name, SHELVES[shelf].shape, **wanted)

    def ids(self, shelf: str) -> Iterator[str]:
        """The ids of a derived table, in its order."""
        return (str(row[0]) for row in self._rows(f"SELECT id FROM {SHELVES[shelf].name} ORDER BY position"))  # noqa: S608 - a shelf's own name

    def known(self, shelf: str, name: str) -> Any | None:
        """The row of an id in a derived table, or None."""
        return next(self._some(SHELVES[shelf].name, SHELVES[shelf].shape, id=name), None)

    def has(self, shelf: str, name: str) -> bool:
        """Whether a derived table has a row of an id."""
        statement = f"SELECT 1 FROM {SHELVES[shelf].name} WHERE id = ?"  # noqa: S608 - a shelf's own name
        return next(self._rows(statement, name), None) is not None

    def sources(self) -> tuple[Source, ...]:
        """Who publishes, by id."""
        return self._all("sources", Source)

    def documents(self) -> tuple[Document, ...]:
        """The accounts, by id."""
        return self._all("documents", Document)

    def document_ids(self) -> tuple[str, ...]:
        """The ids of the accounts, in order, without their texts."""
        return tuple(self.ids("documents"))

    def entities(self) -> tuple[Entity, ...]:
        """What mentions share, by name."""
        return self._all("entities", Entity)

    def entity(self, name: str) -> Entity:
        """The entity of an id.

        Raises:
            InputError: the case has none of that id.
        """
        return self._one("entities", Entity, name)

    def events(self) -> tuple[Event, ...]:
        """Main events with their parts by date, then those only mentioned by date."""
        return self._all("events", Event)

    def briefs(self) -> Iterator[Brief]:
        """The main events in short, by date, as they stand in the index: no row is read."""
        statement = (
            "SELECT id, type, title, day, place, accounts FROM events INDEXED BY events_listed "
            "WHERE role = 'main' ORDER BY position"
        )
        return (Brief(*row) for row in self._rows(statement))

    def biggest(self, most: int) -> tuple[Event, ...]:
        """So many main events, those of the most accounts first, then of the most claims."""
        statement = "SELECT row FROM events WHERE role = 'main' ORDER BY accounts DESC, told DESC, id LIMIT ?"
        return tuple(from_row(Event, json.loads(row[0])) for row in self._rows(statement, most))

    def wholes(self) -> dict[str, str]:
        """The id of each part of an event with that of its whole."""
        rows = self._rows("SELECT id, part_of FROM events WHERE role = 'part' AND part_of IS NOT NULL")
        return {str(row[0]): str(row[1]) for row in rows}

    def roles(self) -> Counter[Role]:
        """How many events have which role."""
        rows = self._rows("SELECT role, count(*) FROM events GROUP BY role")
        return Counter({Role(row[0]): int(row[1]) for row in rows})

    def naming(self, shelf: str, documents: Collection[str]) -> tuple[Any, ...]:
        """The entities or the passing events, the lineage, or the findings of no event, that name any of these documents, in order."""
        statement = (
            f"SELECT row FROM {SHELVES[shelf].name} WHERE id IN (SELECT id FROM naming WHERE shelf = ? "  # noqa: S608 - a shelf's own name
            "AND document IN (SELECT value FROM json_each(?))) ORDER BY position"
        )
        rows = self._rows(statement, shelf, json.dumps(sorted(documents)))
        return tuple(from_row(SHELVES[shelf].shape, json.loads(row[0])) for row in rows)

    def parts(self, event: str) -> tuple[Event, ...]:
        """The parts of an event, by date."""
        return tuple(self._some("events", Event, part_of=event))

    def estimates(self, event: str | None = None, slot: str | None = None) -> tuple[Estimate, ...]:
        """What can be stated, by event, slot, group and about; of one event or slot where they are named."""
        return tuple(self._some("estimates", Estimate, event=event, slot=slot))

    def slots(self) -> tuple[str, ...]:
        """The slots that something can be stated of, by name."""
        return tuple(str(row[0]) for row in self._rows("SELECT DISTINCT slot FROM estimates ORDER BY slot"))

    def statuses(self) -> Counter[Status]:
        """How many estimates have which status."""
        rows = self._rows("SELECT status, count(*) FROM estimates GROUP BY status")
        return Counter({Status(row[0]): int(row[1]) for row in rows})

    def foreign(self, language: str) -> tuple[str, ...]:
        """The ids of the accounts that are in another language than this one, as far as theirs is known."""
        statement = "SELECT id FROM documents WHERE language NOT IN (?, 'und') ORDER BY position"
        return tuple(str(row[0]) for row in self._rows(statement, language))

    def disputed(self, statuses: Collection[Status]) -> Counter[str]:
        """How many estimates of each event have one of these statuses."""
        asked = json.dumps([status.value for status in statuses])
        statement = (
            "SELECT event, count(*) FROM estimates WHERE status IN (SELECT value FROM json_each(?)) GROUP BY event"
        )
        return Counter({str(row[0]): int(row[1]) for row in self._rows(statement, asked)})

    def tolls(self) -> Iterator[Toll]:
        """The best values of killed and injured people, event by event, group by group, as they stand in the index."""
        statement = (
            "SELECT slot, event, grp, best FROM estimates INDEXED BY estimates_toll "
            "WHERE slot IN ('killed', 'injured') AND about IS NULL AND best IS NOT NULL ORDER BY slot, event, grp"
        )
        return (Toll(str(row[0]), str(row[1]), row[2], str(row[3])) for row in self._rows(statement))

    def findings(self, event: str | None = None, kind: str | None = None) -> tuple[Finding, ...]:
        """What a reader must know, by kind; of one kind where it is named, of one event too, of none where that is empty."""
        if event == "":
            rows = self._rows("SELECT row FROM findings WHERE event IS NULL ORDER BY position")
            return tuple(from_row(Finding, json.loads(row[0])) for row in rows)
        return tuple(self._some("findings", Finding, event=event, kind=kind))

    def lineage(self) -> tuple[Lineage, ...]:
        """Who copies or cites whom, by document."""
        return self._all("lineage", Lineage)

    def labels(self, document: str | None = None) -> tuple[Label, ...]:
        """How the accounts call actors and acts, by document and place; in one document where it is named."""
        return tuple(self._some("labels", Label, document=document))

    def called(self) -> tuple[tuple[str, str, int], ...]:
        """Whom accounts have words for: an entity's id, a group's name, either of them empty, and how many accounts have some."""
        statement = f"SELECT {_CALLED}, count(DISTINCT document) FROM labels GROUP BY 1, 2 ORDER BY 1, 2"  # noqa: S608 - fixed
        return tuple((str(row[0]), str(row[1]), int(row[2])) for row in self._rows(statement))

    def calling(self, called: Collection[tuple[str, str]]) -> Iterator[Label]:
        """The words for some of those that are called something, by document and place."""
        statement = (
            f"SELECT row FROM labels WHERE ({_CALLED}) IN (SELECT json_extract(value, '$[0]'), "  # noqa: S608 - fixed
            "json_extract(value, '$[1]') FROM json_each(?)) ORDER BY position"
        )
        rows = self._rows(statement, json.dumps(sorted(called)))
        return (from_row(Label, json.loads(row[0])) for row in rows)

    def unread(self) -> tuple[Unread, ...]:
        """What could not be read, and why, by name."""
        return self._all("unread", Unread)

    def refusals(self, document: str | None = None) -> tuple[Refusal, ...]:
        """Words that look like a claim and were not taken, by document and place; in one document where it is named."""
        return tuple(self._some("refusals", Refusal, document=document))

    def judgements(self) -> tuple[Judgement, ...]:
        """What was decided, oldest first."""
        return self._all("judgements", Judgement)

    def waiting(self) -> tuple[Judgement, ...]:
        """Decisions that are kept, while the derived tables do not rest on them yet; a note asks nothing of them."""
        newer = self.judgements()[int(self.meta("judged") or "0") :]
        return tuple(one for one in newer if one.kind is not JudgementKind.NOTE or one.undoes is not None)

    def claims(self, event: str | None = None, document: str | None = None, slot: str | None = None) -> Iterator[Claim]:
        """Claims by document, start, end, slot and group; of one event, document or slot where they are named."""
        return self._some("claims", Claim, event=event, document=document, slot=slot)

    def said(self, slot: str, quote: str) -> tuple[Claim, ...]:
        """The claims of a slot that stand on these very words."""
        statement = "SELECT row FROM claims WHERE slot = ? AND json_extract(row, '$.quote') = ? ORDER BY position"
        return tuple(from_row(Claim, json.loads(row[0])) for row in self._rows(statement, slot, quote))

    def document(self, name: str) -> Document:
        """The document of an id.

        Raises:
            InputError: the case has none of that id.
        """
        return self._one("documents", Document, name)

    def claim(self, name: str) -> Claim:
        """The claim of an id.

        Raises:
            InputError: the case has none of that id.
        """
        return self._one("claims", Claim, name)

    def event(self, name: str) -> Event:
        """The event of an id.

        Raises:
            InputError: the case has none of that id.
        """
        return self._one("events", Event, name)

    def count(self, name: str, **wanted: str) -> int:
        """How many rows a derived table has, those whose columns hold what is wanted."""
        rows = self._rows(f"SELECT count(*) FROM {SHELVES[name].name} WHERE {which(wanted)}", *wanted.values())  # noqa: S608 - a shelf's own name
        return int(next(rows)[0])

    def find(self, words: str) -> tuple[Passage, ...]:
        """Blocks that hold all of these words, best first."""
        return self.passages(words, self.places(words))

    def places(self, words: str) -> tuple[Place, ...]:
        """Where blocks hold all of these words, best first."""
        rows = self._matching("SELECT rowid, document FROM passages", words, "ORDER BY rank, document, start")
        return tuple(Place(int(row[0]), str(row[1])) for row in rows)

    def passages(self, words: str, places: Sequence[Place]) -> tuple[Passage, ...]:
        """The blocks at these places, in their order, with the words in their context."""
        at = {place.row: number for number, place in enumerate(places)}
        wanted = f"AND rowid IN ({', '.join(map(str, at))})"
        shown = "SELECT rowid, document, start, snippet(passages, 3, '[', ']', ' … ', 24) FROM passages"
        rows = sorted(self._matching(shown, words, wanted), key=lambda row: at[int(row[0])]) if at else []
        return tuple(Passage(str(row[1]), int(row[2]), str(row[3])) for row in rows)

    def _matching(self, select: str, words: str, rest: str) -> Iterator[Any]:
        """Rows of the index that hold all of these words; signs of its own language are words like any other."""
        terms = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        return self._rows(f"{select} WHERE passages MATCH ? {rest}", terms) if terms else iter(())

    def cached_head(self, key: str) -> Any:
        """What a reader made of a file, as a row without its texts: in their place stand the keys they are kept under."""
        found = self._rows("SELECT row FROM reads WHERE key = ?", key)
        return next((json.loads(row[0]) for row in found), None)

    def text_of(self, head: Document) -> Document:
        """A document whole, from its head: in the place of its text stands the key that this is kept under."""
        row = next(self._rows("SELECT row FROM texts WHERE key = ?", head.text))
        text, blocks = json.loads(row[0])
        return replace(head, text=text, blocks=tuple(from_row(Block, block) for block in blocks))

    def read_keys(self) -> tuple[str, ...]:
        """Keys of all that is cached of files, in order."""
        return tuple(str(row[0]) for row in self._rows("SELECT key FROM reads ORDER BY key"))

    def has_read(self, key: str) -> bool:
        """Whether a file was read before."""
        return next(self._rows("SELECT 1 FROM reads WHERE key = ?", key), None) is not None

    def cached_account(self, key: str) -> Account | None:
        """What a document tells, as it was extracted before, or None."""
        found = self._rows("SELECT row FROM accounts WHERE key = ?", key)
        return next((from_row(Account, json.loads(row[0])) for row in found), None)

    def account_keys(self) -> frozenset[str]:
        """Keys of all accounts that are cached."""
        return frozenset(str(row[0]) for row in self._rows("SELECT key FROM accounts"))

    def account_row(self, key: str) -> str | None:
        """What a document tells, as it is kept, or None."""
        return next((str(row[0]) for row in self._rows("SELECT row FROM accounts WHERE key = ?", key)), None)

    def sign_keys(self) -> dict[str, str]:
        """The key of each sign that is cached, by document."""
        return {str(row[0]): str(row[1]) for row in self._rows("SELECT document, key FROM signs")}

    def signs(self) -> Iterator[tuple[str, Any]]:
        """What linking compares of each document, as a row, one after the other."""
        return ((str(row[0]), json.loads(row[1])) for row in self._rows("SELECT document, row FROM signs"))

    def units(self) -> dict[str, str]:
        """The key of each neighbourhood that the derived tables hold."""
        return {str(row[0]): str(row[1]) for row in self._rows("SELECT id, key FROM units")}

    def marks(self, name: str) -> dict[str, str]:
        """The mark of each row of a shelf, by id."""
        rows = self._rows(f"SELECT id, mark FROM {SHELVES[name].name}")  # noqa: S608 - a shelf's own name
        return {str(row[0]): str(row[1]) for row in rows}

    def remembered(self, name: str) -> bytes:
        """What linking found out before; nothing where it is new."""
        found = self._rows("SELECT value FROM memory WHERE name = ?", name)
        return next((bytes(row[0]) for row in found), b"")

    def _noted(self, key: str) -> str:
        value = self.meta(key)
        if value is None:
            raise CaseError(
                f"{self._path}: no build of this case has ended yet; run `sayso build` on the same paths again, "
                "what was extracted is kept"
            )
        return value

    def _all(self, table: str, shape: type[T]) -> tuple[T, ...]:
        return tuple(self._some(table, shape))

    def _some(self, table: str, shape: type[T], **wanted: str | None) -> Iterator[T]:
        """Rows of a table in their order, those whose columns hold what is wanted."""
        asked = {column: value for column, value in wanted.items() if value is not None}
        statement = f"SELECT row FROM {table} WHERE {which(asked)} ORDER BY position"  # noqa: S608 - names are ours
        most = 1 if shape is Document else _AT_ONCE
        return (from_row(shape, json.loads(row[0])) for row in self._rows(statement, *asked.values(), at_once=most))

    def _one(self, table: str, shape: type[T], name: str) -> T:
        found = next(self._some(table, shape, id=name), None)
        if found is not None:
            return found
        known = [str(row[0]) for row in self._rows(f"SELECT id FROM {table} ORDER BY position LIMIT 12")]  # noqa: S608
        kind = "entity" if table == "entities" else table.removesuffix("s")
        raise InputError(f"the case has no {kind} {name!r}; its {table} are: {', '.join(known) or 'none'}")

    def _rows(self, statement: str, *values: str | int, at_once: int = _AT_ONCE) -> Iterator[Any]:
        """Rows one after the other; they are fetched by ever more at a time, so that one alone costs one."""
        with told(self._path):
            rows = self._connection.execute(statement, values)
        most = 1
        while True:
            with told(self._path):
                some = rows.fetchmany(most)
            if not some:
                return
            yield from some
            most = min(2 * most, at_once)
