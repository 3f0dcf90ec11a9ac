"""The steps of a build, each with what it caches: read, extract, then link and fuse. `pipeline.py` puts them in order."""

from __future__ import annotations

import gc
import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import metadata
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sayso import registry
from sayso.codebook import Codebook
from sayso.engines import Engine, Lost, Processes, Serial
from sayso.importing.layers import Layer, layers, overlaid
from sayso.model import Account, CaseHeader, Document, Event, Unread, from_row
from sayso.store import Store, Writer, account_key, code_sha256, digest, renamed
from sayso.units import code
from sayso.weaving import Cloth, Loom, Matter, Way, marks_of

if TYPE_CHECKING:
    from sayso.reading import Read

T = TypeVar("T")
Progress = Callable[[str, int, int], None]

# Accounts are kept this many at a time, so that an interrupted build loses little.
_BATCH = 16
# Files from which on reading is worth spreading; most are read in a few milliseconds.
_MANY = 64
_MORE_MEMORY = (
    "run the same command again with fewer processes (--jobs 1) or more memory: it goes on from there; "
    "or cut the document into parts"
)
_PURE = ("sayso.model", "sayso.normalisation", "sayso.resources.lexicons", "sayso.resources.gazetteer")
_READING = ("sayso.reading", *_PURE)
_READING_PARTS = ("trafilatura", "lxml", "pypdfium2", "openpyxl", "striprtf", "charset-normalizer", "py3langid")


@dataclass(frozen=True, slots=True)
class Plan:
    """How a case is to be built: under which codebook (parsed, and as YAML) and house rule, by which engine."""

    codebook: Codebook
    yaml: str
    rule: str
    engine: Engine
    progress: Progress


def read_keys(files: Sequence[Path]) -> dict[Path, str]:
    """The key of each file's reading: its bytes, its name, what other files say of it, and the readers' own code."""
    from sayso.reading import sidecars  # noqa: PLC0415 - as above

    code = code_sha256(_READING, _READING_PARTS)
    plugs = registry.versions("sayso.readers")
    return {path: digest(path.name, _bytes_sha256(path), sidecars.key(path), code, plugs) for path in files}


def _bytes_sha256(path: Path) -> str:
    """The hash of a file's bytes, taken piece by piece; of the reason where it cannot be opened."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"unreadable: {error.strerror}"


def read_files(store: Store, keys: Mapping[Path, str], how: Plan) -> int:
    """Read each file that is not cached, and cache it; how many were read."""
    from sayso.reading import read  # noqa: PLC0415 - as above

    view = store.view()
    fresh = [path for path, key in keys.items() if not view.has_read(key)]
    told = zip(fresh, _reading_engine(how, len(fresh)).map(read, fresh), strict=True)
    done = 0
    how.progress("reading", 0, len(fresh))
    for batch in _batches(told):
        with store.write() as writer:
            for path, one in batch:
                writer.keep_read(keys[path], _unread(path, one.why) if isinstance(one, Lost) else one)
        done += len(batch)
        how.progress("reading", done, len(fresh))
    return len(fresh)


def _reading_engine(how: Plan, files: int) -> Engine:
    """Files are read where they lie; a few are read before other processes have started."""
    if files < _MANY:
        return Serial()
    return Processes() if getattr(how.engine, "is_elsewhere", False) else how.engine


def _unread(path: Path, why: str) -> Read:
    from sayso.reading import Read  # noqa: PLC0415 - as above

    return Read(unread=(Unread(path.name, why, "leave it out, or save it in another format or in parts"),))


def gathered(store: Store, keys: Iterable[str]) -> tuple[Read, dict[str, str]]:
    """All that was read, without its texts, and the hash of each document's text and blocks, by id."""
    from sayso import reading  # noqa: PLC0415 - as above

    view = store.view()
    contents: dict[str, str] = {}

    def heads() -> Iterator[Read]:
        for key in keys:
            row = view.cached_head(key)
            read = from_row(reading.Read, row)
            contents.update(zip((one.text for one in read.documents), row["contents"], strict=True))
            yield read

    whole = reading.gather(heads())
    return whole, {head.id: contents[head.text] for head in whole.documents}


def account_keys(heads: Sequence[Document], contents: Mapping[str, str], how: Plan) -> dict[str, str]:
    """The key of each document's account, by its id."""
    from sayso import extraction  # noqa: PLC0415 - as above

    fingerprint, codebook = extraction.fingerprint(), how.codebook.extraction_sha256
    return {one.id: account_key(one, fingerprint, codebook, contents[one.id]) for one in heads}


def stamp(store: Store, reads: Mapping[Path, str], accounts: Mapping[str, str], how: Plan) -> str:
    """The key of all that is derived: nothing is made anew where it is the same."""
    judged = [judgement.id for judgement in store.view().judgements()]
    coded = store.view().meta("imported")
    return digest(
        sorted(reads.values()), sorted(accounts.values()), how.codebook.sha256, how.rule, judged, coded, code()
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What one document tells, and what linking compares of it, as a row."""

    account: Account
    sign: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Extract:
    """One document in, its account and sign out, inside the worker; a fault is told, not raised: it never stops a build."""

    codebook: Codebook
    coded: Mapping[str, Layer]

    def __call__(self, document: Document) -> _Told | Unread:
        from sayso.extraction import Extractor  # noqa: PLC0415 - brings spaCy, wanted in the worker alone
        from sayso.linking import row_of, sign_of  # noqa: PLC0415 - as above

        try:
            account = Extractor(self.codebook).extract(document)
            return _Told(account, row_of(sign_of(document, overlaid(account, document, self.coded))))
        except MemoryError:
            return Unread(document.id, "its claims could not be extracted: memory ran out over it", _MORE_MEMORY)
        except Exception as error:  # one document's fault must not cost the others
            logging.getLogger(__name__).debug("%s: extraction failed", document.id, exc_info=True)
            told = f"its claims could not be extracted ({type(error).__name__}: {error})"
            return Unread(document.id, told, "run with --debug to see where, and report it with the text if you may")

    def versions(self) -> Mapping[str, str]:
        """What claims depend on, as it is installed here."""
        from sayso import extraction  # noqa: PLC0415 - as above

        own = {
            "sayso": metadata.version("sayso"),
            "code of extraction": extraction.fingerprint(),
            "code of linking": code(),
        }
        return {**own, **extraction.versions()}


def extracted(store: Store, missing: Sequence[Document], matter: Matter, how: Plan) -> tuple[Unread, ...]:
    """Extract what is not cached and cache it in batches; the documents that failed. What is done stays done.

    Args:
        store: the case.
        missing: heads of what is not cached; texts are fetched as they are needed.
        matter: what the case is made of.
        how: under which codebook, by which engine.
    """
    failed: list[Unread] = []
    if not missing:
        return ()
    how.progress("extracting", 0, len(missing))
    coded = layers(store.view())
    marks = marks_of(replace(matter, heads=missing), frozenset(matter.accounts.values()), coded)
    pending: list[_Told] = []
    try:
        answers = how.engine.map(_Extract(how.codebook, coded), map(matter.whole, missing))
        for done, told in enumerate(answers, start=1):
            if isinstance(told, _Told):
                pending.append(told)
            else:
                failed.append(told if isinstance(told, Unread) else _lost(missing[done - 1], told))
                how.progress("failed", len(failed), len(missing))
            how.progress("extracting", done, len(missing))
            if len(pending) >= _BATCH:
                _keep(store, pending, matter.accounts, marks)
    finally:
        _keep(store, pending, matter.accounts, marks)
    return tuple(failed)


def _lost(document: Document, lost: Lost) -> Unread:
    """A document over which workers ended; it is set aside, and tried again by the next build."""
    return Unread(document.id, f"its claims could not be extracted: {lost.why}", _MORE_MEMORY)


def _keep(store: Store, pending: list[_Told], keys: Mapping[str, str], marks: Mapping[str, str]) -> None:
    """Cache accounts and signs, and empty the list."""
    with store.write() as writer:
        for told in pending:
            name = told.account.document
            writer.keep_account(keys[name], told.account)
            writer.keep_sign(name, marks[name], told.sign)
    pending.clear()


def accounts_of(
    store: Store, documents: Sequence[Document], keys: Mapping[str, str], failed: Sequence[Unread] = ()
) -> tuple[Account, ...]:
    """The account of each document, under what was imported for it; an empty one where extraction failed."""
    view = store.view()
    coded = layers(view)
    empty = {one.name for one in failed}
    accounts = []
    for document in documents:
        account = None if document.id in empty else view.cached_account(keys.get(document.id, ""))
        account = renamed(account or Account(document.id, (), (), (), (), ()), document.id)
        accounts.append(overlaid(account, document, coded))
    return tuple(accounts)


def woven(store: Store, matter: Matter, how: Plan) -> Cloth:
    """Link and fuse what has changed: all that follows from claims, judgements and codebook."""
    with uncollected():
        return Loom(store, matter, Way(how.codebook, how.rule, how.engine, how.progress)).weave()


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the cycle collector off: gathering, linking and weighing make many small things and no cycles.

    On 1,000 pieces of news its walks over them were a quarter of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def written(writer: Writer, store: Store, cloth: Cloth, how: Plan) -> None:
    """Put what was woven into the case, and what the case says of itself."""
    cloth.write(writer, store.view())
    writer.describe(_header(cloth.matter.heads, next(iter(store.view().biggest(1)), None), how), how.yaml)
    writer.took_in(len(store.view().judgements()))


def _header(documents: Sequence[Document], heaviest: Event | None, how: Plan) -> CaseHeader:
    """What the case says of itself; its title is that of its main event, never that of a file."""
    from sayso import extraction  # noqa: PLC0415 - as above

    readers = sorted({document.reader for document in documents})
    versions = {f"reader {name}": version for name, _, version in (reader.partition("/") for reader in readers)}
    title = heaviest.title if heaviest is not None and heaviest.title else how.codebook.title
    book = how.codebook
    return CaseHeader(title, book.name, book.sha256, how.rule, {**versions, **extraction.versions()})


def _batches(things: Iterable[T]) -> Iterator[list[T]]:
    waiting = iter(things)
    while batch := list(islice(waiting, _BATCH)):
        yield batch
