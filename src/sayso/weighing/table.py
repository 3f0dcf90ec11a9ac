"""A claim table as columns of codes: small numbers in arrays, every name and value held once.

Memory grows with the claims, some 100 bytes each, and with the different names and values. Codes follow the alphabet, so
that the order of the rows changes nothing; only where a source says two things of one question its last row stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sayso.errors import InputError
from sayso.weighing.forms import form, has_clock
from sayso.weighing.rows import Codes, Rows, read_rows

# A column counts as numbers where nine values of ten are; a tenth that is not deserves a word.
_MOSTLY = 0.9
# Where equal times of one question carry different days this often, sources write days of their own (of the page, of the
# zone they stand in); true dates and times meet by chance in 1 of 1440.
_DAYS_AGREE = 0.95


@dataclass(frozen=True, slots=True)
class ClaimTable:
    """Claims as parallel columns of codes, ordered by question, value and source.

    Args:
        source, question, value: the codes of each claim.
        sources: names by source code.
        questions: object and attribute by question code.
        spellings: a value's most frequent spelling, by value code.
        question_of: question code by value code.
        attribute_of: attribute code by question code.
        attributes: names by attribute code.
        unread: what was left out or looks odd, in sentences.
    """

    source: Codes
    question: Codes
    value: Codes
    sources: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]
    spellings: tuple[str, ...]
    question_of: Codes
    attribute_of: Codes
    attributes: tuple[str, ...]
    unread: tuple[str, ...] = ()


def read(path: Path) -> ClaimTable:
    """Read a claim table from a CSV file, plain or gzipped.

    Raises:
        InputError: columns missing, rows without a name, one source alone, or no value at all.
    """
    return _table(path, read_rows(path))


def _table(path: Path, rows: Rows) -> ClaimTable:
    forms = _forms(rows)
    has_value = np.fromiter((one is not None for one in forms), bool, len(forms))
    kept = np.flatnonzero(has_value[rows.value_of])
    _refuse_empty(path, [rows.sources[code] for code in np.unique(rows.source_of[kept])])
    unread = (*_left_out(len(rows.value_of) - len(kept)), *_odd(rows, forms))
    things, attributes = _rank(rows.objects)[rows.object_of[kept]], _rank(rows.attributes)[rows.attribute_of[kept]]
    sources, said = _rank(rows.sources)[rows.source_of[kept]], rows.value_of[kept]
    asked = things * len(rows.attributes) + attributes
    last = _last_words(asked * len(rows.sources) + sources)
    questions, question = np.unique(asked[last], return_inverse=True)
    return _coded(rows, forms, (sources[last], question, said[last]), questions, unread)


def _coded(
    rows: Rows, forms: list[str | None], claims: tuple[Codes, Codes, Codes], questions: Codes, unread: tuple[str, ...]
) -> ClaimTable:
    """Number the values within their questions, and order the claims."""
    source, question, said = claims
    width = len(forms) + 1
    pairs, value = np.unique(question * width + _rank_of_each([one or "" for one in forms])[said], return_inverse=True)
    order = np.lexsort((source, value))
    object_of, attribute_of = np.divmod(questions, len(rows.attributes))
    objects, attributes = sorted(rows.objects), sorted(rows.attributes)
    return ClaimTable(
        source=source[order],
        question=question[order],
        value=value[order],
        sources=tuple(sorted(rows.sources)),
        questions=tuple(
            (objects[one], attributes[other])
            for one, other in zip(object_of.tolist(), attribute_of.tolist(), strict=True)
        ),
        spellings=_spellings(value, said, [text for _, text in rows.values], len(pairs)),
        question_of=pairs // width,
        attribute_of=attribute_of,
        attributes=tuple(attributes),
        unread=unread,
    )


def _forms(rows: Rows) -> list[str | None]:
    """Each value's form; the day beside a time counts only where the sources of the attribute agree on days."""
    names = rows.attributes
    forms = [form(names[attribute], text) for attribute, text in rows.values]
    clocks = {attribute for (attribute, _), one in zip(rows.values, forms, strict=True) if one and has_clock(one)}
    loose = {attribute for attribute in clocks if not _has_days(rows, attribute, forms)}
    for place, (attribute, text) in enumerate(rows.values):
        if attribute in loose:
            forms[place] = form(names[attribute], text, is_dated=False)
    return forms


def _has_days(rows: Rows, attribute: int, forms: list[str | None]) -> bool:
    """Whether equal times of one object carry equal days, in an attribute whose times all have one."""
    days: dict[tuple[int, str], str] = {}
    equal = unequal = 0
    places = np.flatnonzero(rows.attribute_of == attribute)
    for thing, value in zip(rows.object_of[places].tolist(), rows.value_of[places].tolist(), strict=True):
        one = forms[value]
        if one is None or not has_clock(one):
            continue
        clock, _, day = one.partition(" ")
        is_equal = bool(day) and days.setdefault((thing, clock), day) == day
        equal, unequal = equal + is_equal, unequal + (not is_equal)
    return equal >= _DAYS_AGREE * (equal + unequal)


def _rank(names: Sequence[str]) -> Codes:
    """The place of each name in the alphabet."""
    ranks = np.empty(len(names), np.int64)
    ranks[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
    return ranks


def _rank_of_each(forms: list[str]) -> Codes:
    """The place of each form among the different ones: equal forms, equal places."""
    places = {one: place for place, one in enumerate(sorted(set(forms)))}
    return np.fromiter((places[one] for one in forms), np.int64, len(forms))


def _last_words(keys: Codes) -> Codes:
    """The last row of every source's word on every question."""
    _, first = np.unique(keys[::-1], return_index=True)
    return len(keys) - 1 - first


def _spellings(value: Codes, said: Codes, texts: list[str], size: int) -> tuple[str, ...]:
    """Each value's most frequent spelling; of several the first in the alphabet."""
    pairs, counts = np.unique(value * len(texts) + _rank(texts)[said], return_counts=True)
    best = np.full(size, -1, np.int64)
    by_count = np.lexsort((-pairs, counts))
    best[pairs[by_count] // len(texts)] = pairs[by_count] % len(texts)
    in_order = sorted(texts)
    return tuple(in_order[place] for place in best.tolist())


def _refuse_empty(path: Path, sources: list[str]) -> None:
    if not sources:
        raise InputError(f"{path}: no row has a value; a claim table needs rows of object, attribute, source, value")
    if len(sources) == 1:
        raise InputError(
            f"{path}: every claim comes from one source, {sources[0]!r}; there is nothing to weigh it against: "
            "add the claims of a second source"
        )


def _left_out(count: int) -> Iterator[str]:
    if count:
        yield f"{count} row{'s' if count > 1 else ''} left out: no value"


def _odd(rows: Rows, forms: list[str | None]) -> Iterator[str]:
    """Values that are no numbers in an attribute of numbers: kept, and said."""
    size = len(rows.attributes)
    attribute = np.fromiter((one for one, _ in rows.values), np.int64, len(forms))
    is_number = np.fromiter((one is not None and one.startswith("#") for one in forms), bool, len(forms))
    is_other = np.fromiter((one is not None and not one.startswith("#") for one in forms), bool, len(forms))
    said = np.bincount(rows.value_of, minlength=len(forms))
    numbers = np.bincount(attribute, weights=said * is_number, minlength=size)
    others = np.bincount(attribute, weights=said * is_other, minlength=size)
    for code in np.flatnonzero((others > 0) & (numbers >= _MOSTLY * (numbers + others))).tolist():
        first = int(np.flatnonzero(is_other & (attribute == code))[0])
        row, count = int(rows.numbers[np.flatnonzero(rows.value_of == first)[0]]), int(others[code])
        yield (
            f"{count} value{'s' if count > 1 else ''} of {rows.attributes[code]!r} cannot be read as a number "
            f"(row {row}: {rows.values[first][1]!r}); compared as text"
        )
