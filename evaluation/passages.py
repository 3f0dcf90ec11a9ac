"""The passages: short texts of many genres in which every figure of people is marked, read and checked.

    python evaluation/passages.py                    how many passages and marks there are, by split and slot; faults, if any
    python evaluation/passages.py --score            recall by slot and by genre, and precision, of what is extracted
    python evaluation/passages.py --score --errors   also what of the train split is missed, or claimed and wrong, beside its text

All were written without sight of what is extracted from them; `passages/README.md` tells the form. Rules and models may be made
after the split `train`; the split `check` says whether they carry over.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import InputError

FOLDER = Path(__file__).resolve().parent / "passages"
SPLITS = ("train", "check")

# What a figure of people may be about. `none` is a figure of people to whom nothing of the kind happened.
PEOPLE = frozenset(
    "killed executed injured casualties survived missing rescued released freed escaped hostages_taken hostages_held arrested charged "
    "convicted acquitted trapped displaced affected exposed orphaned discharged present attackers responders population none".split()
)
WHENS = frozenset({"date", "date_start", "date_end"})
WORDS = frozenset({"place", "perpetrator", "cause", "demand", "weapon", "time", "duration"})
SCOPES = frozenset({"total", "part", "of-them", "remaining", "additional"})
MODALITIES = frozenset({"denied", "alleged", "possible", "planned", "hypothetical"})
GROUPS = frozenset(
    "hostages attackers security_forces responders demonstrators civilians men women children prisoners journalists staff crew "
    "workers miners passengers students patients".split()
)

MARK = re.compile(r"<([^<>/](?:[^<>]|[<>](?==?\d))*)>([^<>]*)</>")
HEADER = re.compile(r"# genre: ([^;]+); kind: ([^;]+); split: (\w+)")
NUMBER = re.compile(r"(?P<sign>[<>]=?|~)?(?P<low>\d+)(?:-(?P<high>\d+))?|some")
SHAPES = {
    "date": re.compile(r"[\dX]{4}(-[\dX]{2}){0,2}|(mon|tues|wednes|thurs|fri|satur|sun)day"),
    "time": re.compile(r"\d\d:\d\d"),
    "duration": re.compile(r"\d+(?:\.\d+)?(min|h|d|w|mo|y)"),
}


class PassageError(InputError):
    """A file of passages that does not hold together; the message names each place."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What the words from `start` up to `end` of a passage say.

    `low` and `high` are the bounds of a figure of people; None is an open or unknown end. `scope`, `group`, `modality` and
    `speaker` are empty where nothing is said of them.
    """

    start: int
    end: int
    quote: str
    slot: str
    value: str
    low: int | None = None
    high: int | None = None
    scope: str = ""
    group: str = ""
    modality: str = ""
    speaker: str = ""
    is_elsewhere: bool = False

    @property
    def is_people(self) -> bool:
        """Does it count people, be it in no role?"""
        return self.slot in PEOPLE


@dataclass(frozen=True, slots=True)
class Passage:
    """One text without its marks, and the marks; `genre` is a family of texts and, after a colon, what it is in particular."""

    genre: str
    kind: str
    split: str
    text: str
    marks: tuple[Mark, ...]

    @property
    def family(self) -> str:
        """The family of texts that its genre belongs to."""
        return self.genre.partition(":")[0]


def files() -> tuple[Path, ...]:
    """The files of passages, in order."""
    return tuple(sorted(FOLDER.glob("*.txt")))


def read(path: Path) -> tuple[Passage, ...]:
    """The passages of one file.

    Raises:
        PassageError: a header, a mark or a value that does not hold; all of the file are named.
    """
    passages: list[Passage] = []
    faults: list[str] = []
    for number, chunk in enumerate(_chunks(path.read_text(encoding="utf-8")), start=1):
        try:
            passages.append(parse(chunk))
        except PassageError as fault:
            faults.append(f"passage {number} ({chunk[:50]!r}): {fault}")
    if faults:
        raise PassageError(f"{path.name}: " + "; ".join(faults))
    return tuple(passages)


def parse(chunk: str) -> Passage:
    r"""One passage with its header.

    Raises:
        PassageError: what does not hold, with what was expected.

    >>> parse("# genre: agency: wire lead; kind: fire; split: train\nThe fire took <killed 3 total>three lives</>.").marks[0].quote
    'three lives'
    """
    first, _, body = chunk.strip().partition("\n")
    header = HEADER.fullmatch(first.strip())
    if header is None or header[3] not in SPLITS:
        raise PassageError(f"the header is {first!r}; expected '# genre: G; kind: K; split: train' or check")
    text, marks, end = "", [], 0
    for found in MARK.finditer(body):
        text += body[end : found.start()]
        marks += [_mark(said, len(text), found[2]) for said in found[1].split(";")]
        text, end = text + found[2], found.end()
    text += body[end:]
    if stray := re.search(r"[<>].{0,20}", text):
        raise PassageError(f"a mark is not closed or not opened at {stray[0]!r}; expected <slot value words>quote</>")
    return Passage(header[1].strip(), header[2].strip(), header[3], text, tuple(marks))


def _chunks(text: str) -> Iterator[str]:
    """The passages as written: from a header up to the next."""
    yield from (f"# genre:{chunk}" for chunk in re.split(r"^# genre:", text, flags=re.MULTILINE)[1:])


def _mark(said: str, start: int, quote: str) -> Mark:
    """One reading of a quote; the words of a mark are taken off from its end, what is left is the value."""
    slot, *rest = said.split()
    words: dict[str, str] = {}
    while rest and (word := _word(rest[-1])):
        words[word[0]] = word[1]
        rest.pop()
    value = " ".join(rest)
    if not value or not quote.strip() or quote != quote.strip():
        raise PassageError(
            f"the mark {said!r} of {quote!r} lacks a value, or its quote a word, or begins or ends in a space"
        )
    low, high = _bounds(slot, value)
    return Mark(
        *(start, start + len(quote), quote, slot, value, low, high),
        scope=words.get("scope", ""),
        group=words.get("group", ""),
        modality=words.get("modality", ""),
        speaker=words.get("by", "").replace("_", " "),
        is_elsewhere="elsewhere" in words,
    )


def _word(word: str) -> tuple[str, str] | None:
    """What a word of a mark says, and of what; None for a part of the value."""
    name, sign, value = word.partition("=")
    if sign and name in {"group", "by"}:
        if name == "group" and value not in GROUPS:
            raise PassageError(f"no group is called {value!r}; there are: {', '.join(sorted(GROUPS))}")
        return name, value
    kinds = {"scope": SCOPES, "modality": MODALITIES, "elsewhere": {"elsewhere"}}
    return next(((kind, word) for kind, known in kinds.items() if word in known), None)


def _bounds(slot: str, value: str) -> tuple[int | None, int | None]:
    """The least and the most people, for a slot of people.

    Raises:
        PassageError: a slot that is not known, or a value that is not of its shape.

    >>> _bounds("killed", ">30"), _bounds("killed", "9-12"), _bounds("injured", "some")
    ((31, None), (9, 12), (None, None))
    """
    if slot in PEOPLE:
        number = NUMBER.fullmatch(value)
        if number is None:
            raise PassageError(f"{slot} {value!r} is no number; expected 12, 9-12, >=20, >20, <=20, <20, ~20 or some")
        if number["low"] is None:
            return None, None
        low = int(number["low"])
        ends = {">=": (low, None), ">": (low + 1, None), "<=": (None, low), "<": (None, low - 1)}
        return ends.get(number["sign"] or "", (low, int(number["high"] or low)))
    shape = SHAPES.get("date" if slot in WHENS else slot)
    if slot not in WHENS | WORDS or (shape and not shape.fullmatch(value)):
        raise PassageError(
            f"{slot} {value!r}: no such slot, or a value that is not of its shape (README.md tells both)"
        )
    return None, None


def told(passages: tuple[Passage, ...]) -> str:
    """The table of what there is: marks of people by slot, in each split."""
    counts = {
        split: Counter(mark.slot for one in passages if one.split == split for mark in one.marks) for split in SPLITS
    }
    texts = Counter(one.split for one in passages)
    lines = [f"{'passages':<16}" + "".join(f"{texts[split]:>8}" for split in SPLITS)]
    slots = sorted({slot for count in counts.values() for slot in count}, key=lambda slot: (slot not in PEOPLE, slot))
    lines += [f"{slot:<16}" + "".join(f"{counts[split][slot]:>8}" for split in SPLITS) for slot in slots]
    return "\n".join([f"{'':<16}" + "".join(f"{split:>8}" for split in SPLITS), *lines])


def main() -> int:
    """Print what there is, or how much of it is found."""
    parser = argparse.ArgumentParser(description="Passages with every figure of people marked.")
    parser.add_argument("--score", action="store_true", help="run the extractor and print recall and precision")
    parser.add_argument(
        "--errors", action="store_true", help="with --score: what is missed or wrong in the train split"
    )
    asked = parser.parse_args()
    try:
        passages = tuple(one for path in files() for one in read(path))
    except PassageError as fault:
        print(fault)
        return 1
    if not asked.score:
        print(told(passages))
        return 0
    import passage_scores  # noqa: PLC0415 - the language pipeline is loaded only where it is used

    print(passage_scores.report(passages, with_errors=asked.errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
