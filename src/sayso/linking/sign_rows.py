"""Signs as rows that JSON can hold, short and quick to read: a case reads those of all its documents whenever one comes."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import date
from sys import intern
from typing import Any

import numpy as np

from sayso.linking.citations import Credits
from sayso.linking.intervals import Reach
from sayso.linking.prints import Numbers, Prints
from sayso.linking.signs import Sign, Told
from sayso.linking.tellings import Telling
from sayso.model import Extent, Mention, Place, Stage, from_row, to_row


def row_of(sign: Sign) -> dict[str, Any]:
    """A sign as a row; its document's id is not in it."""
    own = next((one for one in sign.tellings if not one.is_passing), None)
    prints = sign.prints
    return {
        "text": sign.text_sha256,
        "shape": sign.shape,
        "words": dict(own.words) if own is not None else {},
        "capitals": sorted(own.capitals) if own is not None else [],
        "tellings": [_telling_row(one) for one in sign.tellings],
        "mentions": [[one.start, one.end, one.quote, one.kind, one.name] for one in sign.mentions],
        "public": [day.isoformat() for day in prints.public],
        "prints": [
            prints.source,
            prints.length,
            prints.is_blank,
            _packed(prints.standing),
            prints.ends,
            _packed(prints.runs),
        ],
        "credits": [sign.credits.called, sign.credits.names],
        "abouts": [[slot, extent.start, extent.end] for slot, extent in sign.abouts],
        # As words within the row: it is a third of it, and read where something is decided.
        "claims": json.dumps(
            [
                [one.id, one.start, one.end, one.slot, one.quote, to_row(one.about_span), one.whole]
                for one in sign.claims
            ],
            ensure_ascii=False,
            separators=(",", ":"),
        ),
    }


def sign_from(document: str, row: Mapping[str, Any], *, is_judged: bool = True) -> Sign:
    """The sign of a document from its row; where nothing is decided, nobody asks for its claims."""
    words = {intern(word): count for word, count in row["words"].items()}
    capitals = frozenset(map(intern, row["capitals"]))
    latest, earliest = (date.fromisoformat(day) for day in row["public"])
    source, length, is_blank, standing, ends, runs = row["prints"]
    called, names = row["credits"]
    text = row["text"]
    return Sign(
        document,
        text,
        row["shape"],
        tuple(_telling(document, text, one, words, capitals) for one in row["tellings"]),
        tuple(
            Mention(document, start, end, intern(quote), intern(kind), intern(name))
            for start, end, quote, kind, name in row["mentions"]
        ),
        Prints(
            document,
            text,
            source,
            (latest, earliest),
            length,
            is_blank,
            _numbers(standing),
            tuple((start, end) for start, end in ends),
            _numbers(runs),
        ),
        Credits(document, (latest, earliest), tuple(called), tuple((start, end, name) for start, end, name in names)),
        tuple((slot, Extent(start, end)) for slot, start, end in row["abouts"]),
        tuple(
            Told(name, document, start, end, slot, quote, from_row(Extent, about) if about else None, whole)
            for name, start, end, slot, quote, about, whole in (json.loads(row["claims"]) if is_judged else ())
        ),
    )


def _telling_row(one: Telling) -> list[Any]:
    return [
        one.key[1],
        one.type,
        one.stage.value,
        one.is_passing,
        one.weight,
        to_row(one.published),
        None if one.reach is None else [one.reach.start.isoformat(), one.reach.end.isoformat()],
        one.lasted,
        None if one.place is None else [getattr(one.place, name) for name in Place.__slots__],
        sorted(one.figures),
        sorted(one.names),
        sorted(one.places),
        sorted(one.title),
        one.claims,
    ]


def _telling(document: str, text: str, row: list[Any], words: Mapping[str, int], capitals: frozenset[str]) -> Telling:
    number, kind, stage, is_passing, weight, published, reach, lasted, place, figures, names, places, title, claims = (
        row
    )
    day = None if published is None else date.fromisoformat(published)
    return Telling(
        key=(document, number),
        order=(day or date.max, text, number),
        type=intern(kind),
        stage=Stage(stage),
        is_passing=is_passing,
        weight=weight,
        published=day,
        reach=None if reach is None else Reach(*map(date.fromisoformat, reach)),
        lasted=lasted,
        place=None if place is None else _place(*place),
        figures=frozenset((slot, group, value) for slot, group, value in figures),
        names=frozenset(map(intern, names)),
        places=frozenset(map(intern, places)),
        title=frozenset(map(intern, title)),
        words={} if is_passing else words,
        capitals=frozenset() if is_passing else capitals,
        claims=claims,
    )


def _place(name: str, inside: list[str], *rest: Any) -> Place:
    return Place(intern(name), tuple(map(intern, inside)), *rest)


def _packed(numbers: Numbers) -> str:
    return b64encode(numbers.astype("<u8").tobytes()).decode()


def _numbers(packed: str) -> Numbers:
    return np.frombuffer(b64decode(packed), "<u8").astype(np.uint64)
