"""The one way between domain types and plain rows (dicts that JSON can hold).

`from_row(type, to_row(thing)) == thing` for every type of the model. A value's row carries its `kind`.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union

T = TypeVar("T")


# What JSON holds as it is: looked up by its very type, for there are a million of them to a few thousand documents.
_PLAIN = frozenset({type(None), bool, int, float, str})


def to_row(thing: Any) -> Any:
    """Turn a domain object into plain dicts, lists, strings and numbers.

    >>> from sayso.model.document import Extent
    >>> to_row(Extent(3, 5))
    {'start': 3, 'end': 5}
    """
    shape: Any = type(thing)
    return thing if shape in _PLAIN else _writer(shape)(thing)


@cache
def _writer(shape: Any) -> Callable[[Any], Any]:
    """The function that turns a `shape` into a row, worked out once a type."""
    if issubclass(shape, Enum):
        return lambda thing: thing.value
    if issubclass(shape, (str, int, float)):
        return lambda thing: thing
    if issubclass(shape, date):
        return lambda thing: thing.isoformat()
    if issubclass(shape, Mapping):
        return lambda thing: {key: to_row(part) for key, part in thing.items()}
    if issubclass(shape, (tuple, list)):
        return lambda thing: [part if type(part) in _PLAIN else to_row(part) for part in thing]
    names, kind = _names(shape), _own_kind(shape)
    tag = {} if kind is None else {"kind": kind}

    def write(thing: Any) -> Any:
        row = dict(tag)
        for name in names:
            part = getattr(thing, name)
            row[name] = part if type(part) in _PLAIN else to_row(part)
        return row

    return write


def from_row(shape: type[T], row: Any) -> T:
    """Build a domain object of type `shape` from its row; unknown keys are passed over.

    >>> from sayso.model.document import Extent
    >>> from_row(Extent, {"start": 3, "end": 5, "more": None})
    Extent(start=3, end=5)
    """
    wanted: Any = shape
    built: T = _builder(wanted)(row)
    return built


@cache
def _names(shape: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(shape))


@cache
def _own_kind(shape: type) -> str | None:
    """The tag of a value type; types that hold `kind` as a field have none."""
    kind = getattr(shape, "kind", None)
    if not dataclasses.is_dataclass(shape):
        return None
    return kind if isinstance(kind, str) and "kind" not in _names(shape) else None


@cache
def _builder(shape: Any) -> Callable[[Any], Any]:  # noqa: PLR0911 - one line a kind of type
    """The function that turns a row into `shape`, worked out once a type."""
    origin, inner = typing.get_origin(shape), typing.get_args(shape)
    if origin in (Union, types.UnionType):
        return _union(inner)
    if origin is tuple:
        part = _builder(inner[0])
        return lambda row: tuple(part(one) for one in row)
    if origin is not None and issubclass(origin, Mapping):
        part = _builder(inner[1])
        return lambda row: {key: part(one) for key, one in row.items()}
    if isinstance(shape, type) and issubclass(shape, Enum):
        return shape
    if shape is date:
        return date.fromisoformat
    if dataclasses.is_dataclass(shape):
        return _dataclass(shape)
    return _same


def _same(row: Any) -> Any:
    return row


def _union(shapes: tuple[Any, ...]) -> Callable[[Any], Any]:
    """A value by its `kind`; a date by its dashes; else the only real type there is."""
    solid = [shape for shape in shapes if shape is not type(None)]
    tagged = {tag: shape for shape in solid if isinstance(shape, type) and (tag := _own_kind(shape)) is not None}

    def build(row: Any) -> Any:
        if row is None:
            return None
        if isinstance(row, dict) and row.get("kind") in tagged:
            return _builder(tagged[row["kind"]])(row)
        if date in solid and isinstance(row, str):
            return date.fromisoformat(row)
        if date in solid:
            return row
        return _builder(solid[0])(row)

    return build


def _dataclass(shape: Any) -> Callable[[Any], Any]:
    """Every field from its own row; a missing key takes the field's default."""
    hints = typing.get_type_hints(shape)
    parts: list[tuple[str, Callable[[Any], Any]]] | None = None

    def build(row: Any) -> Any:
        nonlocal parts
        if parts is None:
            parts = [(name, _builder(hints[name])) for name in _names(shape)]
        return shape(**{name: row[name] if part is _same else part(row[name]) for name, part in parts if name in row})

    return build
