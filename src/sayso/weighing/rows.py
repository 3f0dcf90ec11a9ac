"""The rows of a claim table: a CSV file turned into numbers for names, with every fault of it told at once."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import numpy as np
from numpy.typing import NDArray

from sayso.errors import InputError

Codes = NDArray[np.int64]
COLUMNS = ("object", "attribute", "source", "value")
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows as they stand, nothing compared yet: names and values once, and a code each for every row.

    Args:
        objects, attributes, sources: the names, in the order in which they come.
        values: attribute code and spelling of every different value.
        object_of, attribute_of, source_of, value_of: the codes of each row.
        numbers: each row's number in the file.
    """

    objects: tuple[str, ...]
    attributes: tuple[str, ...]
    sources: tuple[str, ...]
    values: tuple[tuple[int, str], ...]
    object_of: Codes
    attribute_of: Codes
    source_of: Codes
    value_of: Codes
    numbers: Codes


def read_rows(path: Path) -> Rows:
    """Read a CSV file, plain or gzipped, that has the columns object, attribute, source and value.

    Raises:
        InputError: not such a table, or rows without a name.
    """
    with _opened(path) as handle:
        reader = csv.reader(handle, strict=True)
        try:
            return _gathered(path, reader, _places(path, next(reader, [])))
        except csv.Error as error:
            raise InputError(f"{path}: line {reader.line_num}: not CSV ({error}); mend the quotes there") from error
        except UnicodeDecodeError as error:
            raise InputError(f"{path}: not UTF-8 text after line {reader.line_num}; save the table as UTF-8") from error
        except EOFError as error:
            raise InputError(f"{path}: the packed file ends early; fetch it anew") from error
        except (gzip.BadGzipFile, zlib.error) as error:
            raise InputError(f"{path}: cannot be unpacked ({error}); fetch it anew") from error


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    """Open a table as text, unpacked if it is gzipped."""
    with path.open("rb") as raw:
        is_packed = raw.read(2) == b"\x1f\x8b"
        raw.seek(0)
        packed = gzip.GzipFile(fileobj=raw) if is_packed else raw
        with io.TextIOWrapper(packed, encoding="utf-8-sig", newline="") as handle:
            yield handle


def _places(path: Path, header: Sequence[str]) -> tuple[int, ...]:
    """Where the four columns stand."""
    names = [name.strip().casefold() for name in header]
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        found = ", ".join(header) or "nothing"
        raise InputError(
            f"{path}: line 1: column{'s' if len(missing) > 1 else ''} {', '.join(missing)} missing; found {found}; "
            "a claim table has the columns object, attribute, source, value"
        )
    return tuple(names.index(name) for name in COLUMNS)


def _gathered(path: Path, reader: Iterable[list[str]], places: tuple[int, ...]) -> Rows:
    """Code every row; rows without a name are faults, told together."""
    objects: dict[str, int] = {}
    attributes: dict[str, int] = {}
    sources: dict[str, int] = {}
    values: dict[tuple[int, str], int] = {}
    codes = tuple(array("q") for _ in range(5))
    faults: list[int] = []
    for number, row in enumerate(reader, start=2):
        named = _named(row, places)
        if named is None:
            faults += [number] if row else []
            continue
        thing, attribute, source, value = named
        at = attributes.setdefault(attribute, len(attributes))
        codes[0].append(objects.setdefault(thing, len(objects)))
        codes[1].append(at)
        codes[2].append(sources.setdefault(source, len(sources)))
        codes[3].append(values.setdefault((at, value), len(values)))
        codes[4].append(number)
    if faults:
        raise InputError(_fault(path, faults))
    columns = [np.frombuffer(one, dtype=np.int64) if one else np.empty(0, np.int64) for one in codes]
    return Rows(tuple(objects), tuple(attributes), tuple(sources), tuple(values), *columns)


def _named(row: list[str], places: tuple[int, ...]) -> tuple[str, str, str, str] | None:
    """Object, attribute, source and value of a row; None where one of the names is missing."""
    try:
        thing, attribute, source, value = (row[place].strip() for place in places)
    except IndexError:
        return None
    return (thing, attribute, source, value) if thing and attribute and source else None


def _fault(path: Path, faults: list[int]) -> str:
    shown = ", ".join(map(str, faults[:_SHOWN])) + (" ..." if len(faults) > _SHOWN else "")
    many = "s" if len(faults) > 1 else ""
    return (
        f"{path}: {len(faults)} row{many} cut short or without object, attribute or source (row{many} {shown}, the header "
        "being row 1); give every row its three names, and a value, which may be empty"
    )
