"""The further cases, each five or six accounts of one event of another kind: built, scored, shown in one table.

    python evaluation/cases.py                     the table: a measure a line, a case a column
    python evaluation/cases.py mine --show missed  one case, and what was missed (or wrong, leaks, conflicts)

All were written and keyed without sight of the rules. Fifteen have since been read, and rules made after them: they are for
development. The others (`quake`, `arsenal`, `crossing`) are unseen; theirs are
the figures to report. The scorer lies where the gate's does.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

import gate
from gate import SHARED, Tree

import sayso

CASES = Path(__file__).resolve().parent / "cases"
ACCOUNTS = (".txt", ".md", ".html")
# Read, and tuned on; whoever tunes on another moves its name up here.
DEVELOPMENT = (
    *("airliner", "cellblock", "colliery", "dam", "ferry", "flood", "hamlet", "market", "mine"),
    *("piazza", "pogrom", "quarter", "raid", "siding", "terrace"),
)

MEASURES: dict[str, Callable[[Tree], float | None]] = {
    "closed families: recall %": lambda score: score["closed"]["recall"],
    "closed families: precision %": lambda score: score["closed"]["precision"],
    "all claims: recall %": lambda score: score["claims"]["recall"]["all"]["recall"],
    "strict recall %": lambda score: score["claims"]["strict"],
    "strict precision %": lambda score: score["precision"]["strict"],
    "group %": lambda score: _share(score, "group"),
    "modality %": lambda score: _share(score, "modality"),
    "attribution %": lambda score: _share(score, "attribution"),
    "qualifier %": lambda score: _share(score, "qualifier"),
    "conflict recall %": lambda score: score["conflicts"]["recall"],
    "conflict pairs %": lambda score: score["conflicts"]["pair_recall"],
    "agreement recall %": lambda score: score["agreements"]["recall"],
    "other events kept apart %": lambda score: score["others"]["kept_apart"],
    "copies: recall %": lambda score: score["copies"]["recall"],
    "copies: precision %": lambda score: score["copies"]["precision"],
    "slips found %": lambda score: score["typos"]["recall"],
    "span validity %": lambda score: score["spans"]["valid"],
    "leaks into the main event": lambda score: score["others"]["leaked"],
    "false conflicts on agreements": lambda score: score["conflicts"]["false_on_agreements"],
    "false conflicts, unlisted slots": lambda score: score["conflicts"]["false_unlisted"],
    "false slips": lambda score: score["typos"]["false"],
}


def _share(score: Tree, name: str) -> float | None:
    return score["claims"]["attributes"].get(name, {}).get("accuracy")


def names() -> tuple[str, ...]:
    """The cases that have a key, those for development first."""
    found = (key.parent.name for key in CASES.glob("*/key.json"))
    return tuple(sorted(found, key=lambda name: (is_unseen(name), name)))


def is_unseen(name: str) -> bool:
    """Was no rule made with sight of this case?"""
    return name not in DEVELOPMENT


def build(name: str) -> Tree:
    """Build the accounts of one case, in the JSON form."""
    files = sorted(path for path in (CASES / name).iterdir() if path.suffix in ACCOUNTS)
    with sayso.build(files) as case:
        return json.loads(case.export("json") or "")


def score(name: str, case: Tree) -> Tree:
    """Score a built case against its key."""
    return gate.score(case, CASES / name / "key.json")


def table(scores: dict[str, Tree]) -> str:
    """The table a person reads: a measure a line, a case a column; under its name, whether rules were made with sight of it."""
    told = [
        f"{'measure':<36}" + "".join(f"{name:>9}" for name in scores),
        f"{'':<36}" + "".join(f"{'unseen' if is_unseen(name) else 'seen':>9}" for name in scores),
    ]
    for measure, value in MEASURES.items():
        now = (value(score) for score in scores.values())
        told.append(f"{measure:<36}" + "".join(f"{'-' if one is None else format(one, 'g'):>9}" for one in now))
    return "\n".join(told)


def errors(kind: str, case: Tree, scored: Tree) -> list[str]:
    """What went wrong in one case: claims beside their text, conflicts with how they were shown."""
    if kind != "conflicts":
        return gate.errors(kind, case, scored)
    rows = [
        f"{row['slot']}: pairs {row['pairs']}, {', '.join(row['ways']) or 'not shown'}"
        for row in scored["conflicts"]["rows"]
    ]
    return [*rows, *(f"false: {label}" for label in scored["conflicts"]["false"])]


def main() -> int:
    """Print the table of the cases named (all, if none), and the errors asked for."""
    parser = argparse.ArgumentParser(description="Quality on the further cases.")
    parser.add_argument("case", nargs="*", choices=[*names(), []], help="the cases to score (default: all)")
    parser.add_argument(
        "--show", choices=["missed", "wrong", "leaks", "conflicts"], help="print the errors of one kind"
    )
    asked = parser.parse_args()
    if not SHARED.is_dir():
        print(f"No scorer: {SHARED} is not there. Name its folder: SAYSO_SHARED=... python evaluation/cases.py")
        return 1
    scores = {}
    for name in asked.case or names():
        case = build(name)
        scores[name] = score(name, case)
        for told in errors(asked.show, case, scores[name]) if asked.show else []:
            print(f"{name}: {told}")
    print(table(scores))
    return 0


if __name__ == "__main__":
    sys.exit(main())
