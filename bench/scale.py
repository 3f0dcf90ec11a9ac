"""Large cases: how cost grows as documents double, what a rebuild and ten more documents cost, and whether it comes out right.

    python bench/scale.py [--sizes 500,1000,2000] [--seed 1] [--jobs 1] [--keep FOLDER] [--short]

News of known incidents (see incidents.py) is built into a case, size by size, each in a fresh process: processor time by
step (with --jobs 1 that is all of it), the peak of memory, an unchanged rebuild, ten documents more. Then the case is
checked against the key: B-cubed F of the documents' groups, and how many incidents have killed and injured exactly right.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from incidents import documents, incidents, make

from sayso import pipeline
from sayso.engines import engine_of
from sayso.model import Figure, Role
from sayso.store import Store, View

_STEPS = ("reading", "extracting", "linking", "weighing", "writing", "rest")


def main() -> None:
    """Print a line a size."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--sizes", default="500,1000,2000")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--jobs", type=int, default=1)
    asked.add_argument("--keep", type=Path)
    asked.add_argument("--short", action="store_true", help="telegrams of three sentences, for very many documents")
    asked.add_argument("--one", nargs=2, metavar=("IN", "CASE"), help="build one case and print what it cost, as JSON")
    options = asked.parse_args()
    if options.one:
        print(json.dumps(built(Path(options.one[0]), Path(options.one[1]), options.jobs)))
        return
    with tempfile.TemporaryDirectory() as place:
        for size in map(int, options.sizes.split(",")):
            _size(options.keep or Path(place), size, options)


def _size(place: Path, size: int, options: argparse.Namespace) -> None:
    folder, case = place / f"n{size}", place / f"n{size}.sayso"
    make(folder, size, options.seed, short=options.short)
    whole = _in_a_process(folder / "in", case, options.jobs)
    again = _in_a_process(folder / "in", case, options.jobs)
    right = checked(case, folder / "key.jsonl")
    _ten_more(folder, options.seed, short=options.short)
    ten = _in_a_process(folder / "in", case, options.jobs)
    print(f"documents  {size:,}; the case has {case.stat().st_size / 2**20:,.0f} MB")
    _tell("build", whole)
    if options.jobs == 1:
        print(
            f"           linking and weighing are {(whole['linking'] + whole['weighing']) / whole['seconds']:.1%} of it (aim: under 10 %)"
        )
    _tell("unchanged", again)
    _tell("ten more", ten)
    print(
        f"found      B-cubed F {right['b_cubed_f']:.3f}; killed exact {right['killed']:.3f}, injured {right['injured']:.3f} "
        f"of {right['incidents']} incidents\n",
        flush=True,
    )


def _tell(what: str, cost: Mapping[str, float]) -> None:
    steps = ", ".join(f"{step} {cost[step]:.1f}" for step in _STEPS if cost.get(step, 0) >= 0.05)
    print(
        f"{what:<10} {cost['seconds']:>8.1f} s of processor ({steps}); {cost['wall']:.1f} s by the clock; peak {cost['peak']:,.0f} MB"
    )


def _in_a_process(folder: Path, case: Path, jobs: int) -> dict[str, float]:
    call = [sys.executable, __file__, "--one", str(folder), str(case), "--jobs", str(jobs)]
    done = subprocess.run(call, capture_output=True, text=True, check=True)  # noqa: S603 - this script
    found: dict[str, float] = json.loads(done.stdout)
    return found


def built(folder: Path, case: Path, jobs: int) -> dict[str, float]:
    """What a build costs: processor time by step, time by the clock, peak of memory in MB."""
    spent: dict[str, float] = defaultdict(float)
    last, step = time.process_time(), "rest"
    wall = time.perf_counter()

    def progress(name: str, done: int, total: int) -> None:
        nonlocal last, step
        now = time.process_time()
        spent[step] += now - last
        last, step = now, name if done < total else "rest"
        if name == "weighing" and done == total:
            step = "writing"

    pipeline.build([folder], case, pipeline.plan(engine=engine_of(jobs=jobs), progress=progress))
    spent[step] += time.process_time() - last
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    return {**spent, "seconds": sum(spent.values()), "wall": time.perf_counter() - wall, "peak": peak}


def _ten_more(folder: Path, seed: int, *, short: bool) -> None:
    """One file of ten documents: of an incident that the case knows, and of others."""
    rows = [json.loads(line) for line in (folder / "key.jsonl").read_text(encoding="utf-8").splitlines()]
    found: list[dict[str, str]] = []
    for incident in incidents(seed):
        if incident.number == 0 or incident.number > len(rows):
            found += [{**one, "id": f"more-{one['id']}"} for one in documents(incident, seed + 1, short=short)]
        if len(found) >= 10:
            break
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in found[:10])
    (folder / "in" / "ten-more.jsonl").write_text(lines, encoding="utf-8")


def checked(case: Path, key: Path) -> dict[str, float]:
    """What came out beside what went in."""
    rows = [json.loads(line) for line in key.read_text(encoding="utf-8").splitlines()]
    with Store.open(case, read_only=True) as store:
        groups = grouped(store.view())
        tolls = _tolls(store.view())
    precision = recall = count = 0.0
    sizes = Counter(groups.values())
    right = Counter[str]()
    for row in rows:
        shared = Counter(groups.get(one, one) for one in row["documents"])
        for group, held in shared.items():
            precision += held * held / sizes.get(group, 1)
            recall += held * held / len(row["documents"])
        count += len(row["documents"])
        event = max(shared, key=lambda one: (shared[one], -sizes.get(one, 1), one))
        for slot in ("killed", "injured"):
            right[slot] += tolls.get((event, slot), 0) == row[slot]
    p, r = precision / count, recall / count
    return {"b_cubed_f": 2 * p * r / (p + r), "incidents": len(rows)} | {
        slot: right[slot] / len(rows) for slot in ("killed", "injured")
    }


def grouped(view: View) -> dict[str, str]:
    """Each document with the main event that most of its claims are of."""
    root = {event.id: event.part_of or event.id for event in view.events() if event.role is not Role.MENTIONED}
    weight: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for claim in view.claims():
        if claim.event in root:
            weight[claim.document][root[claim.event]] += 1
    return {document: max(counts, key=lambda one: (counts[one], one)) for document, counts in weight.items()}


def _tolls(view: View) -> dict[tuple[str, str], float]:
    """The best figure of all people killed and injured, else the sum over groups; what is missing is told as none."""
    found: defaultdict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for estimate in view.estimates():
        best = estimate.best
        if estimate.slot in ("killed", "injured") and estimate.about is None and isinstance(best, Figure):
            found[estimate.event, estimate.slot][estimate.group or "total"] = best.low if best.low == best.high else -1
    return {key: groups["total"] if "total" in groups else sum(groups.values()) for key, groups in found.items()}


if __name__ == "__main__":
    main()
