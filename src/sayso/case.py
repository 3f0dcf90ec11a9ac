"""The face of a case in Python: build or open one, ask what it holds, write it out.

>>> import sayso
>>> case = sayso.build(sayso.example_paths())
>>> [event.role.value for event in case.events][:1]
['main']
>>> case.close()
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from sayso import pipeline, registry
from sayso.codebook import Codebook
from sayso.engines import engine_of
from sayso.errors import InputError, UnknownNameError
from sayso.model import Claim, Document, Entity, Estimate, Event, Finding, Judgement, JudgementKind, Role, Value
from sayso.steps import Progress
from sayso.store import Store, View

if TYPE_CHECKING:
    from sayso.export.showing import Slot

Paths = str | Path | Iterable[str | Path]


class Case:
    """A case that is open: what the accounts say, and what can be stated. Use it in a `with` block, or close it.

    Args:
        store: the open case file, or one in memory.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._view = store.view()

    @classmethod
    def open(cls, path: str | Path) -> Case:
        """Open a case file for reading.

        Raises:
            CaseError: there is no such file, or it is no case.
        """
        return cls(Store.open(Path(path), read_only=True))

    @property
    def view(self) -> View:
        """All that the case holds; the properties here are its usual parts."""
        return self._view

    @property
    def title(self) -> str:
        """What the case is called: its main event."""
        return self._view.header.title

    @property
    def codebook(self) -> Codebook:
        """The codebook it was built under."""
        return self._view.codebook

    @property
    def documents(self) -> tuple[Document, ...]:
        """The accounts, by id."""
        return self._view.documents()

    @property
    def events(self) -> tuple[Event, ...]:
        """Main events with their parts by date, then those only mentioned."""
        return self._view.events()

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Persons, organisations, places and groups, by name."""
        return self._view.entities()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What each document says of each slot, with its exact words; by document and place."""
        return tuple(self._view.claims())

    @property
    def estimates(self) -> tuple[Estimate, ...]:
        """What can be stated, slot by slot."""
        return self._view.estimates()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a reader must know: contradictions, copies, slips, sums that do not add up."""
        return self._view.findings()

    def estimate(self, slot: str, *, group: str | None = None, event: str | None = None) -> Estimate | None:
        """What can be stated of one slot; None where no account says anything of it.

        Args:
            slot: a slot of the codebook (`killed`, `date_start`).
            group: whom a count is about (`hostages`); where it is None, the total, or the only group told of.
            event: an event's id; where it is None, the main event that the most accounts tell of.

        Raises:
            InputError: the codebook has no such slot, or several groups are told of and none is named.
        """
        self._check_slot(slot)
        of = event or self._main()
        told = [one for one in self._view.estimates(of) if one.slot == slot and one.about is None] if of else []
        asked = [one for one in told if one.group == group] if group is not None else _total(told)
        if len(asked) > 1:
            groups = ", ".join(sorted({str(one.group) for one in asked}))
            raise InputError(f"{slot} is told of several groups ({groups}); name one with group=")
        return asked[0] if asked else None

    def slot(self, name: str, *, group: str | None = None, event: str | None = None) -> Slot:
        """A slot with its readings and the words of each account, of the event and its parts; a notebook shows it as a table.

        Args:
            name: a slot of the codebook (`killed`, `date_start`).
            group: whom a count is about (`hostages`); None takes all.
            event: an event's id; None takes the main events and their parts.

        Raises:
            InputError: the codebook has no such slot, or the case no such event.
        """
        from sayso.export import showing  # noqa: PLC0415 - wanted here alone

        self._check_slot(name)
        if event is not None:
            self._view.event(event)
        return showing.slot(self._view, name, group=group, event=event)

    def frame(self, table: str = "claims") -> Any:
        """One table of the case as a Polars frame; needs the extra `frames`.

        Args:
            table: `claims`, `estimates`, `events`, `documents` or `persons`.

        Raises:
            UnknownNameError: there is no such table.
            MissingPartError: Polars is not installed.
        """
        from sayso.export import parquet  # noqa: PLC0415 - wanted here alone

        return parquet.frame(self._view, table)

    def export(
        self, to: str = "json", out: str | Path | None = None, *, table: str | None = None
    ) -> str | bytes | None:
        """Write the case in another form, into a file or, where none is named, into a text; a form of bytes into bytes.

        Args:
            to: the form (`json`, `csv`, `ucdp`, `docx` ...).
            out: the file; it appears once it is whole.
            table: which table, of a form that has tables (`claims`, `estimates` ...).

        Raises:
            UnknownNameError: there is no such form or table.
            MissingPartError: the form needs an extra that is not installed.
            InputError: a table is named and the form has none, or the file cannot be written.
        """
        from sayso.export import files  # noqa: PLC0415 - the forms are wanted here alone
        from sayso.export.writing import is_binary, written  # noqa: PLC0415 - as above

        writer = registry.find("sayso.exporters", to)
        made: io.BytesIO | io.StringIO
        if out is None:
            made = io.BytesIO() if is_binary(writer) else io.StringIO()
            written(writer, self._view, made, table)
            return made.getvalue()
        with files.byte_file(Path(out)) if is_binary(writer) else files.text_file(Path(out)) as file:
            written(writer, self._view, file, table)
        return None

    def report(self, path: str | Path) -> Path:
        """Write the dossier, one self-contained HTML page; its path.

        Raises:
            InputError: the file cannot be written.
        """
        from sayso import dossier  # noqa: PLC0415 - its templates are wanted here alone
        from sayso.export import files  # noqa: PLC0415 - as above

        page = Path(path)
        with files.text_file(page) as out:
            dossier.write(self._view, out)
        return page

    def judge(
        self, kind: str, claims: str | Iterable[str], *, by: str, why: str = "", value: str | Value | None = None
    ) -> Judgement:
        """Keep a decision on claims; the case is then as if built with it.

        Args:
            kind: `accept`, `reject`, `correct`, `move`, `same_event`, `apart_event`, `same_entity`, `apart_entity`, `settle`,
                `same_origin`, `dismiss` or `note`.
            claims: ids of the claims; `settle` takes any claim of the question.
            by: who decides.
            why: the reason.
            value: for `correct` and `settle`, as typed ("about 500") or ready.

        Raises:
            JudgementError: the decision names nothing in the case, or lacks what its kind needs.
            UnknownNameError: there is no such kind.
            BusyCaseError: another process is building the case.
        """
        from sayso import judging  # noqa: PLC0415 - wanted here alone

        known = tuple(one.value for one in JudgementKind)
        if kind not in known:
            raise UnknownNameError("judgement", kind, known)
        named = (claims,) if isinstance(claims, str) else tuple(claims)
        with self._writing() as store:
            if kind == JudgementKind.SETTLE:
                named = judging.whole_question(store.view(), named)
            made = judging.decide(store, judging.Decision(JudgementKind(kind), named, by, why, value))
        self._view = self._store.view()
        return made

    def undo(self, judgement: str, *, by: str, why: str = "") -> Judgement:
        """Take a decision back; the case is then as it was without it.

        Raises:
            JudgementError: there is no such decision, or it is taken back already.
        """
        from sayso import judging  # noqa: PLC0415 - wanted here alone

        with self._writing() as store:
            made = judging.undo(store, judgement, by=by, why=why)
        self._view = self._store.view()
        return made

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """What was decided, oldest first."""
        return self._view.judgements()

    @contextmanager
    def _writing(self) -> Iterator[Store]:
        """The case open for writing: this one where it is in memory, else its file for a moment."""
        if not self._store.read_only:
            yield self._store
            return
        with Store.open(self._store.path) as store:
            yield store

    def close(self) -> None:
        """Close the case file; what was read of it stays good."""
        self._store.close()

    def _main(self) -> str | None:
        mains = [event for event in self.events if event.role is Role.MAIN]
        heaviest = max(mains, key=lambda one: (len(one.documents), len(one.claims), one.id), default=None)
        return heaviest.id if heaviest is not None else None

    def _check_slot(self, slot: str) -> None:
        known = self.codebook.fusion.slots.keys() | self.codebook.extraction.slots.keys()
        if slot not in known:
            raise InputError(f"no slot is called {slot!r}; the codebook has: {', '.join(sorted(known))}")

    def __iter__(self) -> Iterator[Estimate]:
        return iter(self.estimates)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        where = self._store.path or "in memory"
        return f"<Case {where}: {self._view.count('documents')} documents, {self._view.count('claims')} claims>"

    def _repr_html_(self) -> str:
        from sayso.export import showing  # noqa: PLC0415 - a notebook alone asks for it

        return showing.record(self._view)


def build(  # noqa: PLR0913 - options are keywords, each with a default
    paths: Paths,
    case: str | Path | None = None,
    *,
    codebook: str | Path | Codebook = "incident",
    rule: str | None = None,
    jobs: int | None = 1,
    engine: str | None = None,
    scheduler: str | None = None,
    progress: Progress | None = None,
) -> Case:
    """Build a case from files and folders, and open it.

    Args:
        paths: one or more files, folders, globs and addresses that fsspec knows.
        case: the case file, which is brought up to date where it stands; None builds in memory.
        codebook: a packaged codebook by name, the path of one's own, or one that is loaded.
        rule: the house rule; None takes the codebook's.
        jobs: processes that extract side by side; None takes one for each core. A script that asks for more than one
            must start under `if __name__ == "__main__":`.
        engine: what spreads the work: `serial`, `processes`, `dask`, or another package's; None takes what `jobs` and
            `scheduler` ask for.
        scheduler: the address of a Dask scheduler.
        progress: called with a step's name, how much of it is done, and how much there is.

    Raises:
        InputError: the paths hold no readable text.
        CodebookError: the codebook does not hold together.
        CaseError: the case file cannot be used.
        EngineError: the workers cannot be used.
    """
    found = [paths] if isinstance(paths, str | Path) else list(paths)
    chosen = engine_of(engine, jobs=jobs, scheduler=scheduler)
    how = pipeline.plan(codebook, rule=rule, engine=chosen, progress=progress)
    if case is not None:
        pipeline.build(found, Path(case), how)
        return Case.open(case)
    store = Store.open(None)
    try:
        pipeline.build(found, store, how)
    except BaseException:
        store.close()
        raise
    return Case(store)


def _total(told: list[Estimate]) -> list[Estimate]:
    """The estimate that counts all, where there is one; else all of them."""
    whole = [one for one in told if one.group in (None, "total")]
    return whole[:1] or told
