"""From accounts to a case: a survey of all signs, then each neighbourhood that has changed joined and weighed anew.

What a neighbourhood comes to depends on its key alone. Those whose key is the one that the case holds are neither read nor
written; the others are done by the engine, and only this process writes.
"""

from __future__ import annotations

import hashlib
import pickle
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from operator import attrgetter
from typing import IO, Any

from sayso.codebook import Codebook
from sayso.engines import Engine, Lost
from sayso.importing.layers import Layer, layers
from sayso.linking import Neighbourhood, Sign, Survey, sign_from, survey
from sayso.model import Document, Entity, Judgement, Source, Unread, in_force, standing, to_row
from sayso.remembering import Remembered, recalled, remember
from sayso.store import Store, View, Writer, digest
from sayso.store.shelves import SHELVES
from sayso.units import JOINED, OF_UNITS, WEIGHED, Batch, Signing, Telling, Unit, Weaving, Woven, code, unit_key

Progress = Callable[[str, int, int], None]

# So many documents of a batch are worth sending elsewhere together; fewer than `_FEW` in all are done here at once.
_BATCH, _FEW = 64, 256
# Signs are kept so many at a time.
_SIGNS = 256


@dataclass(frozen=True, slots=True)
class Matter:
    """What a case is made of.

    Args:
        heads: its documents without their texts, in order.
        sources: who publishes them; unread: what could not be read.
        accounts: the key of each document's account.
        contents: the hash of each document's text and blocks.
        whole: gives a document its text.
    """

    heads: Sequence[Document]
    sources: Sequence[Source]
    unread: Sequence[Unread]
    accounts: Mapping[str, str]
    contents: Mapping[str, str]
    whole: Callable[[Document], Document]


@dataclass(frozen=True, slots=True)
class Way:
    """How it is woven: under which codebook and rule, by which engine, told to whom."""

    codebook: Codebook
    rule: str
    engine: Engine
    progress: Progress


def marks_of(matter: Matter, ready: frozenset[str], coded: Mapping[str, Layer]) -> dict[str, str]:
    """For each document the hash of all that is known of it: its head, its account, what was imported for it."""
    under = code()
    found = {}
    for head in matter.heads:
        account = matter.accounts.get(head.id, "")
        layer = digest(to_row(coded[head.text_sha256])) if head.text_sha256 in coded else ""
        told = (*_head(head), matter.contents.get(head.id, ""), account if account in ready else "", layer, under)
        found[head.id] = hashlib.sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()
    return found


_HEAD = tuple(name for name in Document.__slots__ if name not in ("text", "blocks"))
# All of a document but its text; where that is kept changes nothing.
_head = attrgetter(*_HEAD)


class Loom:
    """Weaves a case; what it makes lies in a temporary file until it is written in one go.

    Args:
        store: the case.
        matter: what it is made of.
        way: how it is woven.
    """

    def __init__(self, store: Store, matter: Matter, way: Way) -> None:
        self._view: View = store.view()
        self._store, self._matter, self._way = store, matter, way
        self._by_id = {head.id: head for head in matter.heads}
        self._coded = layers(self._view)
        self._ready = self._view.account_keys()
        self._marks = marks_of(matter, self._ready, self._coded)
        self._judgements = self._view.judgements()
        self._under = digest(code(), way.codebook.sha256)

    def weave(self) -> Cloth:
        """Survey the case and do what has changed."""
        self._sign()
        self._way.progress("linking", 0, 1)
        is_judged = bool(self._judgements)
        signs = [sign_from(name, row, is_judged=is_judged) for name, row in self._view.signs() if name in self._by_id]
        memory = recalled(self._view, self._under)
        remembered = Remembered(memory, self._matter.contents, self._document)
        found = survey(
            signs,
            self._way.codebook,
            self._in_force(signs),
            remembered.aligned,
            signed=self._marks,
            memory=memory,
        )
        del signs
        found = replace(found, memory=remembered.kept(found.memory))
        keys, fresh = self._changed(found)
        spool = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the cloth
        self._way.progress("linking", 1, 1)
        self._spin(_batches(self._unit(one, found) for one in fresh), fresh, spool)
        return Cloth(self._matter, found, self._marks, keys, [one.id for one in fresh], self._under, spool)

    def _document(self, name: str) -> Document:
        return self._matter.whole(self._by_id[name])

    def _telling(self, name: str) -> Telling:
        head = self._by_id[name]
        key = self._matter.accounts.get(name, "")
        account = self._view.account_row(key) if key in self._ready else None
        return Telling(self._matter.whole(head), account, self._coded.get(head.text_sha256))

    def _sign(self) -> None:
        """Make the signs that are not kept, or that another account or code made."""
        kept = self._view.sign_keys()
        missing = [name for name, mark in self._marks.items() if kept.get(name) != mark]
        engine = self._way.engine if len(missing) >= _FEW else None
        tasks = (self._telling(name) for name in missing)
        told = zip(missing, _mapped(engine, Signing(), tasks), strict=True)
        while some := list(islice(told, _SIGNS)):
            with self._store.write() as writer:
                for name, row in some:
                    writer.keep_sign(name, self._marks[name], row)

    def _in_force(self, signs: Sequence[Sign]) -> tuple[Judgement, ...]:
        """The decisions that stand, tied to the claims as they are now; only what may be meant is looked at whole."""
        held = standing(self._judgements)
        targets = [target for judgement in held for target in judgement.targets]
        ids = {target.claim for target in targets}
        places = {(target.text_sha256, target.start, target.end, target.slot) for target in targets}
        words = {(target.slot, target.quote) for target in targets}
        near = [
            sign.document
            for sign in signs
            if any(
                one.id in ids
                or (one.slot, one.quote) in words
                or (sign.text_sha256, one.start, one.end, one.slot) in places
                for one in sign.claims
            )
        ]
        told = [self._telling(name) for name in near]
        claims = [claim for one in told for claim in one.told().claims]
        return in_force(self._judgements, claims, [one.document for one in told])

    def _changed(self, found: Survey) -> tuple[dict[str, str], list[Neighbourhood]]:
        """The key of each neighbourhood, and those whose key the case does not hold."""
        from sayso.fusion import account_names  # noqa: PLC0415 - the stages are imported when they are needed

        self._names = account_names(self._matter.heads, self._matter.sources)
        self._sources = {one.id: replace(one, documents=()) for one in self._matter.sources}
        held, keys, fresh = self._view.units(), {}, []
        for one in found.neighbourhoods:
            names, sources = self._called(one), self._publishers(one)
            marks = [*(self._marks[name] for name in one.documents), self._under]
            entities = found.entities_in(one.documents)
            keys[one.id] = unit_key(one, entities, marks, names, to_row(sources), self._way.rule)
            if held.get(one.id) != keys[one.id]:
                fresh.append(one)
        return keys, fresh

    def _called(self, held: Neighbourhood) -> dict[str, str]:
        outer = (one.from_document for one in held.lineage if one.from_document is not None)
        return {name: self._names[name] for name in sorted({*held.documents, *outer})}

    def _publishers(self, held: Neighbourhood) -> tuple[Source, ...]:
        wanted = {self._by_id[name].source for name in held.documents}
        return tuple(self._sources[name] for name in sorted(one for one in wanted if one in self._sources))

    def _unit(self, held: Neighbourhood, found: Survey) -> Unit:
        tellings = tuple(self._telling(name) for name in held.documents)
        entities = found.entities_in(held.documents)
        return Unit(held, tellings, entities, self._called(held), self._publishers(held))

    def _spin(self, batches: Iterator[Batch], fresh: Sequence[Neighbourhood], spool: IO[bytes]) -> None:
        """Do what has changed; the rows go to the spool as they come."""
        self._way.progress("weighing", 0, len(fresh))
        engine = self._way.engine if sum(len(one.documents) for one in fresh) >= _FEW else None
        done = 0
        weaving = Weaving(self._way.codebook, self._way.rule)
        for woven in _mapped(engine, weaving, batches):
            for one in woven:
                pickle.dump(one, spool)
            done += len(woven)
            self._way.progress("weighing", done, len(fresh))
        if not fresh:
            self._way.progress("weighing", 1, 1)


@dataclass(frozen=True, slots=True)
class Cloth:
    """What was woven, ready to be written.

    Args:
        matter: what the case is made of; found: how it was seen.
        marks: of its documents; keys: of its neighbourhoods; fresh: those that were made anew.
        under: the code and codebook; spool: the rows of what is fresh.
    """

    matter: Matter
    found: Survey
    marks: Mapping[str, str]
    keys: Mapping[str, str]
    fresh: Sequence[str]
    under: str
    spool: IO[bytes]

    def write(self, writer: Writer, view: View) -> None:
        """Put in what is new and take out what it replaces, within the writer's transaction."""
        self._documents(writer, view)
        entities = {_entity_mark(one): one for one in self.found.entities}
        _brought(writer, view, "entities", entities)
        _brought(writer, view, "lineage", {digest(one.id, one.share): one for one in self.found.lineage})
        for name, things in (("sources", self.matter.sources), ("unread", self.matter.unread)):
            writer.clear(name)
            writer.put(name, SHELVES[name].rows(things), "")
        held = view.units()
        gone = held.keys() - self.keys.keys()
        # A decision on values, or another rule, leaves what is joined as it stands.
        still = {name for name in self.fresh if _joined(held.get(name, "")) == _joined(self.keys[name])}
        for name in OF_UNITS:
            kept = still if name in JOINED else ()
            writer.take_out(name, ["", *sorted(gone), *(one for one in self.fresh if one not in kept)])
        self.spool.seek(0)
        for _ in self.fresh:
            woven: Woven = pickle.load(self.spool)  # noqa: S301 - this process wrote it
            for name in WEIGHED if woven.id in still else OF_UNITS:
                writer.put(name, woven.rows[name], woven.id)
        self.spool.close()
        writer.keep_units({name: self.keys[name] for name in self.fresh}, sorted(gone))
        remember(writer, self.found.memory, self.under)

    def _documents(self, writer: Writer, view: View) -> None:
        held = view.marks("documents")
        gone = {name for name, mark in held.items() if self.marks.get(name) != mark}
        writer.index((), gone)
        writer.drop("documents", sorted(gone - self.marks.keys()))
        for head in self.matter.heads:
            if held.get(head.id) != self.marks[head.id]:
                # Asked for first: it may stand nowhere but in the row that it replaces.
                document = self.matter.whole(head)
                writer.drop("documents", [head.id])
                writer.put("documents", SHELVES["documents"].rows([document]), self.marks[head.id])
                writer.index([document], ())


def _joined(key: str) -> str:
    """What the joined rows of a neighbourhood depend on; nothing where it has none."""
    return key.partition(":")[0]


def _brought(writer: Writer, view: View, name: str, wanted: Mapping[str, Any]) -> None:
    """Let a shelf hold what is wanted, by marks, and no more."""
    held = set(view.marks(name).values())
    writer.take_out(name, sorted(held - wanted.keys()))
    for mark in sorted(wanted.keys() - held):
        writer.put(name, SHELVES[name].rows([wanted[mark]]), mark)


def _entity_mark(entity: Entity) -> str:
    told = hashlib.sha256("\x1f".join((entity.id, entity.kind, entity.name, *entity.aliases, "", *entity.why)).encode())
    for one in entity.mentions:
        told.update(
            f"\x1e{one.document}\x1f{one.start}\x1f{one.end}\x1f{one.quote}\x1f{one.kind}\x1f{one.name}".encode()
        )
    return told.hexdigest()[:32]


def _batches(units: Iterable[Unit]) -> Iterator[Batch]:
    """Units together until they hold enough documents to be worth the way."""
    held: list[Unit] = []
    for unit in units:
        held.append(unit)
        if sum(len(one.tellings) for one in held) >= _BATCH:
            yield Batch(held[0].held.id, tuple(held))
            held = []
    if held:
        yield Batch(held[0].held.id, tuple(held))


def _mapped(engine: Engine | None, function: Callable[[Any], Any], tasks: Iterable[Any]) -> Iterator[Any]:
    """Answers in order; a task over which a worker ended is done here, and without an engine all are."""
    if engine is None:
        yield from map(function, tasks)
        return
    under_way: deque[Any] = deque()

    def noted() -> Iterator[Any]:
        for task in tasks:
            under_way.append(task)
            yield task

    for answer in engine.map(function, noted()):
        task = under_way.popleft()
        yield function(task) if isinstance(answer, Lost) else answer
