"""The whole way, from files to a case: find, read, gather, extract, link, fuse, store; the only caller of the stages.

What was read or extracted before is found by the hash of all it depends on; what comes after claims is made anew whenever
anything under it changed, and not at all where nothing did. Only this process writes the case.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from sayso import steps
from sayso.codebook import Codebook, load
from sayso.engines import Engine, Serial
from sayso.errors import InputError, SaysoError, UnknownNameError
from sayso.model import Fused, Judgement, JudgementKind, Linked, Unread
from sayso.steps import Plan, Progress
from sayso.store import Store, View
from sayso.weaving import Matter

if TYPE_CHECKING:
    from sayso.reading import Read, Remark


# How long a decision waits for another process to weigh its own, in seconds.
_PATIENCE = 60.0
# Decisions that change which claims stand together, and not only what they come to.
_LINKING = frozenset(
    {
        JudgementKind.MOVE,
        JudgementKind.SAME_EVENT,
        JudgementKind.APART_EVENT,
        JudgementKind.SAME_ENTITY,
        JudgementKind.APART_ENTITY,
    }
)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Args:
        read: files read anew; extracted: documents extracted anew; documents: all that the case now holds.
        came: ids of documents that are new to the case; left: of those it held before and no longer holds.
        unread: files left out, and why; remarks: what a user should know of files that were read.
        failed: documents whose extraction failed, kept without claims; the next build tries them again.
        is_unchanged: nothing had changed, and nothing was made anew.
        was_recovered: an earlier build had been cut off; what it had done was taken in.
    """

    documents: int
    read: int
    extracted: int
    came: tuple[str, ...]
    left: tuple[str, ...]
    unread: tuple[Unread, ...]
    remarks: tuple[Remark, ...]
    failed: tuple[Unread, ...]
    is_unchanged: bool
    was_recovered: bool


def plan(
    codebook: str | Path | Codebook = "incident",
    *,
    rule: str | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> Plan:
    """Check how a case is to be built.

    Raises:
        CodebookError: the codebook does not hold together.
        UnknownNameError: it has no such house rule.
    """
    book = codebook if isinstance(codebook, Codebook) else load(codebook)
    chosen = rule or book.fusion.default_rule
    if rule is not None and rule not in book.fusion.rules:
        raise UnknownNameError("house rule", rule, tuple(sorted(book.fusion.rules)))
    return Plan(book, book.yaml, chosen, engine or Serial(), progress or _silent)


def build(paths: Sequence[str | Path], case: Path | Store | None, how: Plan | None = None) -> BuildReport:
    """Build a case from files, folders, globs and addresses; a case that stands is brought up to date.

    The case then holds the documents of these paths, those that were added one by one, and no others. Where there is nothing to read, it stays as it was.

    Raises:
        InputError: the paths hold no readable text.
        CaseError: the case file cannot be used, or another process is building it.
    """
    how = how or plan()
    if isinstance(case, Store):
        return _built(case, paths, how)
    is_new = case is not None and not case.exists()
    try:
        with Store.open(case) as store:
            return _built(store, paths, how)
    except InputError:
        if is_new and case is not None:
            case.unlink(missing_ok=True)
        raise


def refresh(store: Store, how: Plan | None = None) -> None:
    """Link and fuse what a judgement or another house rule changes, from what the case holds; no file is read.

    Another process that is at it is waited for: it may not have seen what was decided since.

    Args:
        store: the case.
        how: under which codebook and rule; by default those of the case.

    Raises:
        BusyCaseError: another process builds the case for longer than a minute.
    """
    with store.building(patience=_PATIENCE):
        view = store.view()
        how = how or replan(view, view.header.rule)
        # The keys of the build itself: the extractor may have changed since, and nothing is extracted here.
        keys, contents = (json.loads(view.meta(name) or "{}") for name in ("accounts", "contents"))
        heads = [replace(document, text="", blocks=()) for document in view.each("documents")]
        contents = {head.id: contents.get(head.id, head.text_sha256) for head in heads}
        matter = Matter(heads, view.sources(), view.unread(), keys, contents, lambda head: view.document(head.id))
        cloth = steps.woven(store, matter, how)
        with store.write() as writer:
            steps.written(writer, store, cloth, how)
            writer.set_meta("stamp", "")


def add(store: Store, reads: Mapping[str, Read], how: Plan | None = None) -> BuildReport:
    """Add documents that are read already to those that a case holds; later builds keep them beside what they read.

    Args:
        store: the case.
        reads: what was read, by a key of its bytes and name.
        how: under which codebook and rule; by default those of the case.

    Raises:
        BusyCaseError: another process is building the case.
    """
    view = store.view()
    how = how or replan(view, view.header.rule)
    with store.building():
        with store.write() as writer:
            for key, read in reads.items():
                writer.keep_read(key, read)
            writer.set_meta("added", json.dumps(sorted({*_added(store).values(), *reads})))
        keys = {Path(key): key for key in view.read_keys()}
        return _gathered(store, keys, len(reads), how, "what was added")


def replan(view: View, rule: str) -> Plan:
    """How a case was built, under another house rule."""
    return Plan(view.codebook, view.meta("codebook") or "", rule, Serial(), _silent)


def foreseen(store: Store, judgement: Judgement, events: Collection[str]) -> Fused:
    """What a decision would make of some events, without keeping it.

    A decision on values weighs those events' claims alone; one that ties or parts events and names links the whole case.
    """
    from sayso.fusion import fuse  # noqa: PLC0415 - the stages are imported when they are needed

    view = store.view()
    told = (*view.judgements(), judgement)
    documents = view.documents()
    if judgement.kind in _LINKING:
        from sayso.linking import link  # noqa: PLC0415 - as above

        keys = json.loads(view.meta("accounts") or "{}")
        linked = link(documents, steps.accounts_of(store, documents, keys), view.codebook, told)
    else:
        claims = tuple(claim for event in sorted(events) for claim in view.claims(event=event))
        family = tuple(event for event in view.events() if event.id in events)
        linked = Linked(claims, family, view.entities(), view.lineage(), view.labels())
    return fuse(linked, documents, view.codebook, rule=view.header.rule, judgements=told, sources=view.sources())


def example_paths() -> tuple[Path, ...]:
    """The files of the packaged example case, by name.

    Raises:
        SaysoError: the package was installed without them.
    """
    folder = Path(str(resources.files("sayso.resources") / "examples"))
    found = tuple(sorted(path for path in folder.rglob("*") if path.suffix in {".txt", ".md", ".html"}))
    if not found:
        raise SaysoError(f"the example case is not where it should be ({folder}); install sayso again")
    return found


def _built(store: Store, paths: Sequence[str | Path], how: Plan) -> BuildReport:
    """The way itself, once the case is open: first from files to what is read."""
    from sayso import reading  # noqa: PLC0415 - the stages are imported when they are needed

    with reading.brought(paths) as here:
        files = [path for path in reading.find_files(here) if not _is_case(path, store.path)]
        if not files:
            raise InputError(
                f"nothing to read in {_shown(paths)}: no files there; `sayso doctor` lists what can be read"
            )
        with store.building():
            keys = steps.read_keys(files)
            fresh = steps.read_files(store, keys, how)
            return _gathered(store, {**_added(store), **keys}, fresh, how, _shown(paths))


def _added(store: Store) -> dict[Path, str]:
    """Keys of the readings that were added one by one, and are in no folder."""
    view = store.view()
    return {Path(key): key for key in json.loads(view.meta("added") or "[]") if view.has_read(key)}


def _gathered(store: Store, keys: Mapping[Path, str], fresh: int, how: Plan, where: str) -> BuildReport:
    """From what was read to the case."""
    before = frozenset(store.view().document_ids())
    with steps.uncollected():
        gathered, contents = steps.gathered(store, keys.values())
        if not gathered.documents:
            raise InputError(f"no readable text in {where}: {_reasons(gathered.unread)}")
        account_keys = steps.account_keys(gathered.documents, contents, how)
    stamp = steps.stamp(store, keys, account_keys, how)
    ready = store.view().account_keys()
    missing = [one for one in gathered.documents if account_keys[one.id] not in ready]
    is_unchanged = stamp == store.view().meta("stamp")
    heads, sources = gathered.documents, gathered.sources
    matter = Matter(heads, sources, gathered.unread, account_keys, contents, store.view().text_of)
    failed = () if is_unchanged else steps.extracted(store, missing, matter, how)
    if not is_unchanged:
        cloth = steps.woven(store, matter, how)
        # One transaction: a stamp never stands beside what another build derived.
        with store.write() as writer:
            steps.written(writer, store, cloth, how)
            writer.forget_all_but(keys.values(), account_keys.values(), account_keys)
            writer.set_meta("accounts", json.dumps(account_keys))
            writer.set_meta("contents", json.dumps(contents))
            writer.set_meta("stamp", "" if failed else stamp)
    now = {document.id for document in gathered.documents}
    return BuildReport(
        documents=len(now),
        read=fresh,
        extracted=len(missing) - len(failed),
        came=tuple(sorted(now - before)),
        left=tuple(sorted(before - now)),
        unread=gathered.unread,
        remarks=gathered.remarks,
        failed=failed,
        is_unchanged=is_unchanged,
        was_recovered=store.was_cut_off,
    )


def _is_case(path: Path, case: Path | None) -> bool:
    """Whether a file is a case or its log, which are never read as documents."""
    name = path.name.removesuffix("-wal").removesuffix("-shm").removesuffix("-journal")
    return name.endswith(".sayso") or (
        case is not None and os.path.realpath(path.parent / name) == os.path.realpath(case)
    )


def _shown(paths: Sequence[str | Path]) -> str:
    return ", ".join(str(path) for path in paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")


def _reasons(unread: Sequence[Unread]) -> str:
    told = "; ".join(f"{one.name}: {one.reason}" for one in unread[:5])
    return told + (f"; and {len(unread) - 5} more" if len(unread) > 5 else "")


def _silent(step: str, done: int, total: int) -> None:
    """Progress for nobody."""
