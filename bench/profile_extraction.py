"""Where extraction spends its time: own time by module, and the functions that take most.

python bench/profile_extraction.py [--documents 30]
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
from collections import Counter
from pathlib import Path

from corpus import documents

from sayso.codebook import load
from sayso.extraction import Extractor

SHOWN = 15


def main() -> None:
    """Profile one pass, and print two tables."""
    parser = argparse.ArgumentParser(description="Where extraction spends its time.")
    parser.add_argument("--documents", type=int, default=30)
    what, texts = documents(parser.parse_args().documents)
    extractor = Extractor(load("incident"))
    extractor.extract(texts[0])  # load and warm
    profile = cProfile.Profile()
    profile.enable()
    for document in texts:
        extractor.extract(document)
    profile.disable()
    stats = pstats.Stats(profile)
    print(f"{what}; {len(texts)} documents; seconds of own time, slowed by the profiler\n")
    _by_module(stats)
    print()
    _by_function(stats)


def _by_module(stats: pstats.Stats) -> None:
    spent: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, _) in stats.stats.items():  # type: ignore[attr-defined]
        spent[_place(file)] += own
    total = sum(spent.values())
    for place, seconds in spent.most_common(SHOWN):
        print(f"{seconds:>8.2f} {100 * seconds / total:>5.1f} %  {place}")


def _by_function(stats: pstats.Stats) -> None:
    rows = [
        (whole, own, file, name) for (file, _, name), (_, _, own, whole, _) in stats.stats.items() if "sayso" in file
    ]  # type: ignore[attr-defined]
    print("   whole     own  function of sayso")
    for whole, own, file, name in sorted(rows, reverse=True)[:SHOWN]:
        print(f"{whole:>8.2f}{own:>8.2f}  {_place(file)}:{name}")


def _place(file: str) -> str:
    """`sayso/extraction/figures` of sayso's own modules, the package alone of others."""
    parts = Path(file).with_suffix("").parts
    if "sayso" in parts:
        return "/".join(parts[len(parts) - parts[::-1].index("sayso") - 1 :])
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1]
    return "Python itself"


if __name__ == "__main__":
    main()
