"""What one file holds: itself, or the files in an archive, the messages of a mail folder, what is attached to a message.

The walk is lazy and always the same, so that reading can go on behind a part on which a reader failed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import BinaryIO
from zipfile import ZipFile

from sayso.errors import UnreadableError
from sayso.model import Unread
from sayso.reading import archive, formats, sidecars
from sayso.reading.naming import shown
from sayso.reading.shape import Remark
from sayso.reading.sidecars import Neighbours

# An archive in an archive in a mail: deeper ones are bombs, or mistakes.
_DEEPEST = 4
# All that one archive, mail folder or mail may unpack to.
_MOST_BYTES = 4 * 2**30
# "C:", by which a path of Windows begins that belongs to one machine.
_DRIVE = re.compile(r"^[A-Za-z]:/?")
_DEEP = f"it lies {_DEEPEST} archives deep"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to read.

    Args:
        name: its file's name, with the way to it inside an archive or mail.
        open: its bytes, as a file.
        neighbours: the bytes of the files beside it, by name.
        folders: the names of the folders in which it lies, the outermost first.
        number: counts the messages of a mail folder.
    """

    name: str
    ending: str
    open: Callable[[], BinaryIO]
    neighbours: Neighbours
    folders: tuple[str, ...] = ()
    depth: int = 0
    number: int | None = None

    @property
    def own_name(self) -> str:
        """The name without the way to it and without its number."""
        return PurePosixPath(self.name.rpartition(", message ")[0] if self.number else self.name).name

    @property
    def stem(self) -> str:
        """The own name without its ending."""
        return PurePosixPath(self.own_name).stem or self.own_name


@dataclass(slots=True)
class _Budget:
    """What may still be unpacked of one file."""

    left: int = field(default=_MOST_BYTES)

    def take(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise UnreadableError(
                f"all before it unpacked to {_MOST_BYTES / 2**30:.0f} GB, and no more is unpacked",
                "Unpack the archive, and give its folder in parts",
            )


def parts(path: Path) -> Iterator[Part | Unread | Remark]:
    """What a file holds that can be read, in order; what cannot, and what a user should know."""
    beside, above = sidecars.beside(path.parent), sidecars.above(path.parent)
    whole = Part(shown(path.name), path.suffix.lower() or ".txt", lambda: path.open("rb"), beside, above)
    yield from _of(whole, _Budget())


def _of(part: Part, budget: _Budget) -> Iterator[Part | Unread | Remark]:
    """A part, or the parts of which it consists; a fault in it ends it, not the walk."""
    inside = {".zip": _zipped, ".mbox": _messages, ".eml": _message}.get(part.ending)
    if inside is None:
        yield part
        return
    if part.depth >= _DEEPEST:
        yield Unread(part.name, _DEEP, "Unpack it, and give what is in it")
        return
    try:
        yield from inside(part, budget)
    except UnreadableError as error:
        yield Unread(part.name, error.reason, error.remedy)


def _zipped(part: Part, budget: _Budget) -> Iterator[Part | Unread | Remark]:
    """The files of an archive by name, those left out that a walk of folders leaves out."""
    with part.open() as file, archive.opened(file, "zip archive") as zipped:
        held = {one.filename: one for one in zipped.infolist() if not one.is_dir()}
        if not held:
            raise UnreadableError("the archive is empty", "Leave it out, or pack it again")
        for name in sorted(held):
            inner = PurePosixPath(_DRIVE.sub("/", name.replace("\\", "/")))
            if sidecars.is_left_out(inner.name, partial(_holds, held, inner.parent)):
                continue
            told = f"{part.name}/{shown('/'.join(step for step in inner.parts if step.strip('/') not in ('', '..')))}"
            if ".." in inner.parts or inner.is_absolute():
                yield Remark(told, "its name in the archive climbs out of the archive; read under the name shown here")
            yield from _packed(replace(part, name=told, ending=inner.suffix.lower() or ".txt"), zipped, name, budget)


def _holds(held: Mapping[str, object], folder: PurePosixPath, name: str) -> bool:
    return str(folder / name) in held


def _packed(part: Part, zipped: ZipFile, name: str, budget: _Budget) -> Iterator[Part | Unread | Remark]:
    """One member of an archive."""
    if part.ending in formats.MEDIA:
        told = formats.unknown(part.ending)
        yield Unread(part.name, told.reason, told.remedy)
        return
    try:
        budget.take(zipped.getinfo(name).file_size)
        raw = archive.member(zipped, name)
    except UnreadableError as error:
        yield Unread(part.name, error.reason, error.remedy)
        return
    folder = PurePosixPath(name).parent
    beside = partial(_member, zipped, folder)
    deeper = part.depth + 1
    # At its root, an archive stands for the folder that was packed.
    folders = (PurePosixPath(zipped.filename or part.stem).stem, *folder.parts)
    held = replace(part, open=partial(io.BytesIO, raw), depth=deeper, neighbours=beside, folders=folders)
    yield from _of(held, budget)


def _member(zipped: ZipFile, folder: PurePosixPath, name: str) -> bytes | None:
    """A small member beside another one."""
    try:
        return archive.member(zipped, normpath(folder / name), sidecars.LARGEST)
    except UnreadableError:
        return None


def _messages(part: Part, budget: _Budget) -> Iterator[Part | Unread | Remark]:
    """Each message of a mail folder with what is attached to it."""
    from sayso.reading import mail  # noqa: PLC0415 - brings parsers that most builds do without

    with part.open() as file:
        for number, raw in enumerate(mail.messages(file), start=1):
            told = f"{part.name}, message {number}"
            one = replace(part, name=told, ending=".eml", open=partial(io.BytesIO, raw), number=number)
            yield from _message(one, budget)


def _message(part: Part, budget: _Budget) -> Iterator[Part | Unread | Remark]:
    """A message, then what is attached to it."""
    from sayso.reading import mail  # noqa: PLC0415 - as above

    yield part
    with part.open() as file:
        attached = mail.attachments(file.read())
    left = 0
    for name, raw in attached:
        ending = PurePosixPath(name).suffix.lower() or ".txt"
        if ending in formats.MEDIA:
            left += 1
            continue
        budget.take(len(raw))
        told = f"{part.name}/{shown(name.replace('/', '_'))}"
        inner = Part(told, ending, partial(io.BytesIO, raw), _none, depth=part.depth + 1)
        yield from _of(inner, budget)
    if left:
        told = "1 attached picture or the like" if left == 1 else f"{left} attached pictures or the like"
        yield Remark(part.name, f"{told} left out: no text is read from them")


def _none(name: str) -> bytes | None:
    """No file stands beside what is attached to a mail."""
    del name
    return None
