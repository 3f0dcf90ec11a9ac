"""The quality gate: five real accounts of one event, built, scored against a key, and set beside pinned floors.

    python evaluation/gate.py                    the table: measure, now, floor; status 1 where a floor is not held
    python evaluation/gate.py --show missed      also what was missed (or wrong, or leaks), each beside its text

Accounts, key and scorer are not part of the repository: they lie in a folder `shared` beside it, or where SAYSO_SHARED
says. A percentage is held from its floor up, a count of faults from its floor down. Floors are raised with the figures,
never lowered without a line in the changelog.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sayso

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("SAYSO_SHARED") or HERE.parents[1] / "shared")
AROUND = 110  # characters of text shown either side of an error: about a line of a terminal each

Tree = dict[str, Any]

# What is pinned, and where it stands in the scorer's answer and in the case.
MEASURES: dict[str, Callable[[Tree, Tree], float]] = {
    "span validity %": lambda score, _: score["spans"]["valid"],
    "closed families: recall %": lambda score, _: score["closed"]["recall"],
    "closed families: precision %": lambda score, _: score["closed"]["precision"],
    "all claims: recall %": lambda score, _: score["claims"]["recall"]["all"]["recall"],
    "strict recall %": lambda score, _: score["claims"]["strict"],
    "strict precision %": lambda score, _: score["precision"]["strict"],
    "group %": lambda score, _: score["claims"]["attributes"]["group"]["accuracy"],
    "modality %": lambda score, _: score["claims"]["attributes"]["modality"]["accuracy"],
    "attribution %": lambda score, _: score["claims"]["attributes"]["attribution"]["accuracy"],
    "qualifier %": lambda score, _: score["claims"]["attributes"]["qualifier"]["accuracy"],
    "conflict recall %": lambda score, _: score["conflicts"]["recall"],
    "agreement recall %": lambda score, _: score["agreements"]["recall"],
    "other events kept apart %": lambda score, _: score["others"]["kept_apart"],
    "slips found %": lambda score, _: score["typos"]["recall"],
    "framing terms found %": lambda score, _: score["framing"]["recall"],
    "leaks into the main event": lambda score, _: score["others"]["leaked"],
    "false conflicts on agreements": lambda score, _: score["conflicts"]["false_on_agreements"],
    "false conflicts, unlisted slots": lambda score, _: score["conflicts"]["false_unlisted"],
    "false slips": lambda score, _: score["typos"]["false"],
    "copies said of unrelated accounts": lambda score, _: score["copies"]["said"],
    "executions said to be agreed": lambda _, case: executions_agreed(case),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One measure beside its floor; a measure without a floor is told and not held."""

    measure: str
    now: float
    floor: float | None

    @property
    def is_held(self) -> bool:
        """A share is held from its floor up, a count of faults from its floor down."""
        if self.floor is None:
            return True
        return self.now >= self.floor if self.measure.endswith("%") else self.now <= self.floor


def executions_agreed(case: Tree) -> int:
    """Count the estimates that state as agreed what the accounts only allege."""
    return sum(one["slot"] == "executed" and one["status"] == "agreed" for one in case["estimates"])


def build() -> Tree:
    """Build the accounts into a case, in the JSON form."""
    with sayso.build(sorted((SHARED / "lima").glob("*.txt"))) as case:
        return json.loads(case.export("json") or "")


def score(case: Tree, key: Path = SHARED / "lima" / "gold.json") -> Tree:
    """Run the scorer over a case."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.json"
        path.write_text(json.dumps(case), encoding="utf-8")
        call = [sys.executable, str(SHARED / "score" / "accounts.py"), str(path), str(key)]
        done = subprocess.run([*call, "--json"], capture_output=True, text=True, check=False)  # noqa: S603 - our own
    if done.returncode:
        raise SystemExit(f"the scorer failed: {done.stderr.strip()}")
    return json.loads(done.stdout)


def lines(case: Tree, scored: Tree) -> tuple[Line, ...]:
    """All measures, each beside its floor."""
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))["accounts"]
    unknown = floors.keys() - MEASURES.keys()
    if unknown:
        raise SystemExit(f"floors.json pins what is not measured: {', '.join(sorted(unknown))}")
    return tuple(Line(name, measure(scored, case), floors.get(name)) for name, measure in MEASURES.items())


def table(rows: tuple[Line, ...]) -> str:
    """The table a person reads: measure, now, floor."""
    told = [f"{'measure':<36}{'now':>7}{'floor':>8}"]
    for row in rows:
        floor = "-" if row.floor is None else f"{row.floor:g}"
        told.append(f"{row.measure:<36}{row.now:>7g}{floor:>8}{'' if row.is_held else '   NOT HELD'}")
    return "\n".join(told)


def errors(kind: str, case: Tree, scored: Tree) -> list[str]:
    """The errors of one kind, each followed by the text it stands in."""
    told = {"missed": scored["missed"], "wrong": scored["precision"]["wrong"], "leaks": scored["others"]["leaks"]}
    texts = {document["id"]: document["text"] for document in case["documents"]}
    return [f"{line}\n    {_beside(line, texts)}" for line in told[kind]]


def _beside(line: str, texts: dict[str, str]) -> str:
    """The text around the words that a line of the scorer ends with."""
    document = line.split(" ", 1)[0]
    quoted = re.search(r"""(?: in |\()('.*'|".*")\)?$""", line)
    words = str(ast.literal_eval(quoted[1])) if quoted else ""
    text = re.sub(r"\s+", " ", texts.get(document, ""))
    at = text.find(re.sub(r"\s+", " ", words)) if words else -1
    if at < 0:
        return f"(not found in {document}: {words!r})"
    before, after = text[max(0, at - AROUND) : at], text[at + len(words) : at + len(words) + AROUND]
    return f"... {before}[{words}]{after} ..."


def main() -> int:
    """Print the table, and the errors asked for; 1 where a floor is not held."""
    parser = argparse.ArgumentParser(description="Quality beside its floors.")
    parser.add_argument("--show", choices=["missed", "wrong", "leaks"], help="print the errors beside their text")
    show = parser.parse_args().show
    if not SHARED.is_dir():
        print(f"No accounts to score: {SHARED} is not there. Name their folder: SAYSO_SHARED=... make eval")
        return 1
    case = build()
    scored = score(case)
    rows = lines(case, scored)
    for told in errors(show, case, scored) if show else []:
        print(told)
    print(table(rows))
    return 0 if all(row.is_held for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
