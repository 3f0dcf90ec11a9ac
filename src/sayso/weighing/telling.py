"""What was chosen and what was learned, as CSV."""

from __future__ import annotations

import csv
from typing import TextIO

from sayso.weighing.choosing import Weighed

CHOSEN_COLUMNS = ("object", "attribute", "value", "score", "sources")
SOURCE_COLUMNS = ("source", "attribute", "claims", "accuracy", "depends_on")
_BETWEEN = "; "
# A tie that is more likely than not is told.
_TOLD = 0.5


def write(weighed: Weighed, out: TextIO) -> None:
    """Write a row a question: object, attribute, value, score, sources."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CHOSEN_COLUMNS)
    for one in weighed.chosen():
        writer.writerow((one.thing, one.attribute, one.value, f"{one.score:.4f}", _BETWEEN.join(one.sources)))


def write_sources(weighed: Weighed, out: TextIO) -> None:
    """Write a row a source and attribute: claims, accuracy, and the sources it copies or is copied by.

    The accuracy is empty where none was learned.
    """
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(SOURCE_COLUMNS)
    table, held = weighed.table, weighed.standing
    kin = _kin(weighed)
    for source, attribute, claims, accuracy in zip(
        held.source.tolist(), held.attribute.tolist(), held.claims.tolist(), weighed.accuracy.tolist(), strict=True
    ):
        learned = "" if weighed.why_not_learned else f"{accuracy:.4f}"
        ties = _BETWEEN.join(table.sources[other] for other in kin.get(source, ()))
        writer.writerow((table.sources[source], table.attributes[attribute], int(claims), learned, ties))


def _kin(weighed: Weighed) -> dict[int, list[int]]:
    """The sources that each source is tied to."""
    found: dict[int, list[int]] = {}
    ties = weighed.ties
    for key, strength in zip(ties.keys.tolist(), ties.strength.tolist(), strict=True):
        if strength > _TOLD:
            one, other = divmod(key, ties.size)
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
    return {source: sorted(others) for source, others in found.items()}
