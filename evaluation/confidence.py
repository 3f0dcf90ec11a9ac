"""How sure each pattern of claims is: counted on the development cases, written to the package's resources.

    python evaluation/confidence.py              counts, and writes src/sayso/resources/confidence.json
    python evaluation/confidence.py --show       prints the table and writes nothing

A claim is counted where a key covers its slot completely and it is on the case's main event; it is right where the key has
a claim of the same account with that slot, group and value. Cases, keys and the scorer's rules are those of the gate and of
`evaluation/cases.py`. The share is that of these cases: on other text it may be lower.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cases
import gate
from gate import SHARED, Tree

from sayso.extraction.patterns import FILE, LEAST, pattern

TABLE = Path(__file__).resolve().parents[1] / "src" / "sayso" / "resources" / FILE
Counts = dict[str, Counter[str]]


def counted() -> Counts:
    """Of each pattern, the claims seen and the right ones, over all development cases."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for case, key in _cases():
        for claim, is_right in judged(case, key):
            found[pattern(claim["extractor"], claim["slot"])].update(seen=1, right=int(is_right))
    return dict(sorted(found.items()))


def _cases() -> Iterator[tuple[Tree, Path]]:
    """Every development case, built, with its key."""
    yield gate.build(), SHARED / "lima" / "gold.json"
    for name in cases.DEVELOPMENT:
        yield cases.build(name), cases.CASES / name / "key.json"


def judged(case: Tree, key_path: Path) -> Iterator[tuple[Tree, bool]]:
    """Each claim that the key can judge, and whether the key bears it out."""
    scorer = _scorer()
    bound = scorer["Case"](case)
    key = scorer["bind"](json.loads(key_path.read_text(encoding="utf-8")), bound)
    known = set(key.documents.values())
    accounts = scorer["accounts"]
    for claim in bound.claims:
        name = scorer["family"](claim["slot"])
        if name not in scorer["CLOSED"] or claim["event"] not in bound.main or claim["document"] not in known:
            continue
        rows = (gold for gold in key.claims if gold.document == claim["document"] and not gold.elsewhere)
        near = (gold for gold in rows if accounts.close(gold.family, name) and accounts.in_reach(gold, claim))
        yield claim, any(accounts.says(g, claim, bound, key) and accounts.is_strict(g, claim) for g in near)


def _scorer() -> dict[str, Any]:
    """The scorer's own rules of what bears a claim out; it is no part of the repository."""
    folder = str(SHARED / "score")
    if folder not in sys.path:
        sys.path.append(folder)
    import accounts  # noqa: PLC0415
    import gold_key  # noqa: PLC0415
    import vocabulary  # noqa: PLC0415

    return {"accounts": accounts, "Case": gold_key.Case, "bind": gold_key.bind, "family": vocabulary.family, "CLOSED": vocabulary.CLOSED}  # fmt: skip


def told(counts: Counts) -> str:
    """The table as a person reads it: pattern, right, seen, share where enough were seen."""
    rows = [f"{'pattern':<34}{'right':>6}{'seen':>6}{'share':>7}"]
    for name, one in counts.items():
        share = f"{one['right'] / one['seen']:.2f}" if one["seen"] >= LEAST else "-"
        rows.append(f"{name:<34}{one['right']:>6}{one['seen']:>6}{share:>7}")
    return "\n".join(rows)


def written(counts: Counts) -> str:
    """The table as the package keeps it."""
    patterns = {name: {"right": one["right"], "seen": one["seen"]} for name, one in counts.items()}
    return json.dumps({"format": "sayso-confidence/1", "patterns": patterns}, indent=1, sort_keys=True) + "\n"


def main() -> int:
    """Count, print, and write unless only asked to show."""
    parser = argparse.ArgumentParser(description="How often each pattern of claims is right.")
    parser.add_argument("--show", action="store_true", help="print the table, write nothing")
    asked = parser.parse_args()
    if not SHARED.is_dir():
        print(f"No cases to count: {SHARED} is not there. Name their folder: SAYSO_SHARED=...")
        return 1
    counts = counted()
    print(told(counts))
    if not asked.show:
        TABLE.write_text(written(counts), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
