"""Broken files of every format, at length, through the child process as a build reads them.

    python bench/fuzz.py [--inputs 2000] [--seed 1] [--only .pdf]

Says for each format how many inputs were read, refused and read in part, the slowest one, and what went wrong; the status is
1 where anything did. An input that went wrong is kept in the folder `fuzz`.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.reading.making import faults, remade, seeds

from sayso.reading import warden


def main() -> None:
    """Try them, and say what was seen."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--inputs", type=int, default=2000, help="a format")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--only", default="")
    options = asked.parse_args()
    good = {ending: raw for ending, raw in seeds().items() if options.only in ("", ending)}
    wrong = 0
    with tempfile.TemporaryDirectory() as place:
        for ending, raw in good.items():
            wrong += _tried(ending, raw, Path(place), options)
    print(f"{options.inputs * len(good):,} inputs tried, {wrong} went wrong")
    sys.exit(1 if wrong else 0)


def _tried(ending: str, raw: bytes, place: Path, options: argparse.Namespace) -> int:
    """Try one format; how many inputs went wrong."""
    chance = random.Random(f"{options.seed}{ending}")  # noqa: S311 - faults, not secrets
    seen: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    slowest = 0.0
    started = time.monotonic()
    for number in range(options.inputs):
        path = place / f"a{ending}"
        path.write_bytes(remade(raw, chance))
        before = time.monotonic()
        read = warden.read(path)
        slowest = max(slowest, time.monotonic() - before)
        seen["read" if not read.unread else "in part" if read.documents else "refused"] += 1
        for fault in faults(read):
            wrong[fault] += 1
            _keep(path, f"{options.seed}-{number}{ending}")
    rate = options.inputs / (time.monotonic() - started)
    told = ", ".join(f"{seen[what]} {what}" for what in ("read", "in part", "refused"))
    print(f"{ending:<10}{told}; {rate:.0f} a second, slowest {slowest:.2f} s; {sum(wrong.values())} wrong", flush=True)
    for fault, count in wrong.most_common(5):
        print(f"          {count} x {fault[:200]}")
    return sum(wrong.values())


def _keep(path: Path, name: str) -> None:
    folder = Path("fuzz")
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(path.read_bytes())


if __name__ == "__main__":
    main()
