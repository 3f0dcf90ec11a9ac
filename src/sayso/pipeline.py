"""The whole way, from files to a case: find, read, gather, extract, link, fuse, store; the only caller of the stages.

What was read or extracted before is found by the hash of all it depends on; what comes after claims is made anew whenever
anything under it changed, and not at all where nothing did. Only this process writes the case.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sayso import registry
from sayso.codebook import Codebook
from sayso.codebook.loading import parse, source
from sayso.engines import Engine, Serial
from sayso.errors import InputError, SaysoError, UnknownNameError
from sayso.model import Account, CaseHeader, Document, Event, Role, Unread, from_row
from sayso.store import Derived, Store, account_key, code_sha256, digest, renamed

if TYPE_CHECKING:
    from sayso.reading import Read, Remark

T = TypeVar("T")
Progress = Callable[[str, int, int], None]

# Accounts are kept this many at a time, so that an interrupted build loses little.
_BATCH = 16
_PURE = ("sayso.model", "sayso.normalisation", "sayso.resources.lexicons", "sayso.resources.gazetteer")
_READING = ("sayso.reading", *_PURE)
_READING_PARTS = ("trafilatura", "pypdfium2", "python-docx", "charset-normalizer", "py3langid")
_FUSING = ("sayso.linking", "sayso.fusion", "sayso.store", *_PURE)
_FUSING_PARTS = ("rapidfuzz", "rensa", "Babel")


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Args:
        read: files read anew; extracted: documents extracted anew; documents: all that the case now holds.
        came: ids of documents that are new to the case; left: of those it held before and no longer holds.
        unread: files left out, and why; remarks: what a user should know of files that were read.
        failed: documents whose extraction failed, kept without claims; the next build tries them again.
        is_unchanged: nothing had changed, and nothing was made anew.
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


@dataclass(frozen=True, slots=True)
class Plan:
    """How a case is to be built: under which codebook (parsed, and as YAML) and house rule, by which engine."""

    codebook: Codebook
    yaml: str
    rule: str
    engine: Engine
    progress: Progress


def plan(
    codebook: str | Path = "incident",
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
    raw, where = source(codebook)
    book = parse(raw, where)
    chosen = rule or book.fusion.default_rule
    if rule is not None and rule not in book.fusion.rules:
        raise UnknownNameError("house rule", rule, tuple(sorted(book.fusion.rules)))
    return Plan(book, raw.decode("utf-8"), chosen, engine or Serial(), progress or _silent)


def build(paths: Sequence[Path], case: Path | Store | None, how: Plan | None = None) -> BuildReport:
    """Build a case from files and folders; a case that stands is brought up to date.

    The case then holds the documents of these paths and no others. Where there is nothing to read, it stays as it was.

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
    """Link and fuse a case again from what it holds, after a judgement or under another house rule; no file is read."""
    from sayso.reading import Read  # noqa: PLC0415 - the stages are imported when they are needed

    view = store.view()
    header = view.header
    book = view.codebook
    how = how or Plan(book, view.meta("codebook") or "", header.rule, Serial(), _silent)
    documents = view.documents()
    # The keys of the build itself: the extractor may have changed since, and nothing is extracted here.
    accounts = _accounts(store, documents, json.loads(view.meta("accounts") or "{}"))
    with store.building():
        new, derived = _woven(store, Read(documents, view.sources(), view.unread()), accounts, how)
        with store.write() as writer:
            writer.describe(new, how.yaml)
            writer.replace(derived)
            writer.set_meta("stamp", "")


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


def _built(store: Store, paths: Sequence[Path], how: Plan) -> BuildReport:
    """The way itself, once the case is open."""
    from sayso import reading  # noqa: PLC0415 - the stages are imported when they are needed

    files = [path for path in reading.find_files(paths) if not _is_case(path, store.path)]
    if not files:
        raise InputError(f"nothing to read in {_shown(paths)}: no files there; expected text, web pages or JSON lines")
    with store.building():
        keys = _read_keys(files)
        before = {document.id: document.sha256 for document in store.view().documents()}
        fresh = _read(store, keys, how)
        gathered = reading.gather(from_row(reading.Read, store.view().cached_read(key)) for key in keys.values())
        if not gathered.documents:
            raise InputError(f"no readable text in {_shown(paths)}: {_reasons(gathered.unread)}")
        account_keys = _account_keys(gathered.documents, how)
        stamp = _stamp(store, keys, account_keys, how)
        missing = [one for one in gathered.documents if not store.view().has_account(account_keys[one.id])]
        is_unchanged = stamp == store.view().meta("stamp")
        failed = () if is_unchanged else _extracted(store, missing, account_keys, how)
        if not is_unchanged:
            accounts = _accounts(store, gathered.documents, account_keys, failed)
            header, derived = _woven(store, gathered, accounts, how)
            with store.write() as writer:
                writer.describe(header, how.yaml)
                writer.replace(derived)
                writer.forget_all_but(keys.values(), account_keys.values())
                writer.set_meta("accounts", json.dumps(account_keys))
                writer.set_meta("stamp", "" if failed else stamp)
    return _report(gathered, before, fresh, (len(missing), failed, is_unchanged))


def _read_keys(files: Sequence[Path]) -> dict[Path, str]:
    """The key of each file's reading: its bytes, its name and the readers' own code; one that cannot be opened has its name."""
    code = code_sha256(_READING, _READING_PARTS)
    plugs = registry.versions("sayso.readers")
    return {path: digest(path.name, _bytes_sha256(path), code, plugs) for path in files}


def _bytes_sha256(path: Path) -> str:
    """The hash of a file's bytes, taken piece by piece; of the reason where it cannot be opened."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"unreadable: {error.strerror}"


def _read(store: Store, keys: Mapping[Path, str], how: Plan) -> int:
    """Read each file that is not cached, and cache it; how many were read."""
    from sayso.reading import read  # noqa: PLC0415 - as above

    view = store.view()
    fresh = [path for path, key in keys.items() if view.cached_read(key) is None]
    told = zip(fresh, how.engine.map(read, fresh), strict=True)
    done = 0
    how.progress("reading", 0, len(fresh))
    for batch in _batches(told):
        with store.write() as writer:
            for path, one in batch:
                writer.keep_read(keys[path], one)
        done += len(batch)
        how.progress("reading", done, len(fresh))
    return len(fresh)


def _account_keys(documents: Sequence[Document], how: Plan) -> dict[str, str]:
    from sayso import extraction  # noqa: PLC0415 - as above

    fingerprint = extraction.fingerprint()
    return {one.id: account_key(one, fingerprint, how.codebook.extraction_sha256) for one in documents}


def _stamp(store: Store, reads: Mapping[Path, str], accounts: Mapping[str, str], how: Plan) -> str:
    """The key of all that is derived: nothing is made anew where it is the same."""
    judged = [judgement.id for judgement in store.view().judgements()]
    code = code_sha256(_FUSING, _FUSING_PARTS)
    return digest(sorted(reads.values()), sorted(accounts.values()), how.codebook.sha256, how.rule, judged, code)


@dataclass(frozen=True, slots=True)
class _Extract:
    """One document in, its account out, inside the worker; a fault is told, not raised: it never stops a build."""

    codebook: Codebook

    def __call__(self, document: Document) -> Account | Unread:
        from sayso.extraction import Extractor  # noqa: PLC0415 - brings spaCy, wanted in the worker alone

        try:
            return Extractor(self.codebook).extract(document)
        except Exception as error:  # one document's fault must not cost the others
            logging.getLogger(__name__).debug("%s: extraction failed", document.id, exc_info=True)
            told = f"its claims could not be extracted ({type(error).__name__}: {error})"
            return Unread(document.id, told, "run with --debug to see where, and report it with the text if you may")


def _extracted(store: Store, missing: Sequence[Document], keys: Mapping[str, str], how: Plan) -> tuple[Unread, ...]:
    """Extract what is not cached and cache it in batches; the documents that failed. What is done stays done."""
    failed: list[Unread] = []
    if not missing:
        return ()
    how.progress("extracting", 0, len(missing))
    pending: list[Account] = []
    try:
        for done, told in enumerate(how.engine.map(_Extract(how.codebook), missing), start=1):
            if isinstance(told, Unread):
                failed.append(told)
            else:
                pending.append(told)
            how.progress("extracting", done, len(missing))
            if len(pending) >= _BATCH:
                _keep(store, pending, keys)
    finally:
        _keep(store, pending, keys)
    return tuple(failed)


def _keep(store: Store, pending: list[Account], keys: Mapping[str, str]) -> None:
    """Cache accounts and empty the list."""
    with store.write() as writer:
        for account in pending:
            writer.keep_account(keys[account.document], account)
    pending.clear()


def _accounts(
    store: Store, documents: Sequence[Document], keys: Mapping[str, str], failed: Sequence[Unread] = ()
) -> tuple[Account, ...]:
    """The account of each document; an empty one where extraction failed."""
    view = store.view()
    empty = {one.name for one in failed}
    accounts = []
    for document in documents:
        account = None if document.id in empty else view.cached_account(keys.get(document.id, ""))
        accounts.append(renamed(account or Account(document.id, (), (), (), (), ()), document.id))
    return tuple(accounts)


def _woven(store: Store, gathered: Read, accounts: Sequence[Account], how: Plan) -> tuple[CaseHeader, Derived]:
    """Link and fuse: all that is made anew from claims, judgements and codebook."""
    from sayso.fusion import fuse  # noqa: PLC0415 - as above
    from sayso.linking import link  # noqa: PLC0415 - as above

    documents, judgements = gathered.documents, store.view().judgements()
    how.progress("linking", 0, 2)
    linked = link(documents, accounts, how.codebook, judgements)
    how.progress("weighing", 1, 2)
    fused = fuse(linked, documents, how.codebook, rule=how.rule, judgements=judgements)
    refusals = [refusal for account in accounts for refusal in account.refusals]
    how.progress("weighing", 2, 2)
    derived = Derived(documents, gathered.sources, gathered.unread, linked, fused, refusals)
    return _header(documents, linked.events, how), derived


def _header(documents: Sequence[Document], events: Sequence[Event], how: Plan) -> CaseHeader:
    """What the case says of itself; its title is that of its main event, never that of a file."""
    from sayso import extraction  # noqa: PLC0415 - as above

    mains = [event for event in events if event.role is Role.MAIN]
    heaviest = max(mains, key=lambda one: (len(one.documents), len(one.claims), one.id), default=None)
    readers = sorted({document.reader for document in documents})
    versions = {f"reader {name}": version for name, _, version in (reader.partition("/") for reader in readers)}
    title = heaviest.title if heaviest is not None and heaviest.title else how.codebook.title
    book = how.codebook
    return CaseHeader(title, book.name, book.sha256, how.rule, {**versions, **extraction.versions()})


def _report(
    gathered: Read, before: Mapping[str, str], fresh: int, extraction: tuple[int, tuple[Unread, ...], bool]
) -> BuildReport:
    now = {document.id for document in gathered.documents}
    extracted, failed, is_unchanged = extraction
    return BuildReport(
        documents=len(now),
        read=fresh,
        extracted=extracted - len(failed),
        came=tuple(sorted(now - before.keys())),
        left=tuple(sorted(before.keys() - now)),
        unread=gathered.unread,
        remarks=gathered.remarks,
        failed=failed,
        is_unchanged=is_unchanged,
    )


def _is_case(path: Path, case: Path | None) -> bool:
    """Whether a file is a case or its log, which are never read as documents."""
    name = path.name.removesuffix("-wal").removesuffix("-shm").removesuffix("-journal")
    return name.endswith(".sayso") or (case is not None and path.parent / name == case)


def _batches(things: Iterable[T]) -> Iterator[list[T]]:
    waiting = iter(things)
    while batch := list(islice(waiting, _BATCH)):
        yield batch


def _shown(paths: Sequence[Path]) -> str:
    return ", ".join(str(path) for path in paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")


def _reasons(unread: Sequence[Unread]) -> str:
    told = "; ".join(f"{one.name}: {one.reason}" for one in unread[:5])
    return told + (f"; and {len(unread) - 5} more" if len(unread) > 5 else "")


def _silent(step: str, done: int, total: int) -> None:
    """Progress for nobody."""
