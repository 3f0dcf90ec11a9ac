"""`kill -9` at random moments of building and judging: the case opens every time, nothing that was confirmed is lost.

    python bench/kills.py [--kills 200] [--seed 1] [--together 300]

Each time, a process forked from this one builds a fresh case (or decides again and again) and is killed. Then the case is
opened; every decision that the killed process had confirmed must be there; and a further build must give the same export as
one that was not disturbed. At the end, two processes decide at once.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import sayso
from sayso import judging, pipeline
from sayso.errors import SaysoError
from sayso.model import JudgementKind
from sayso.store import Store

ACCOUNTS = {
    "gazette.txt": "Gunmen seize embassy\n\n12 March 2001\n\nGunmen seized an embassy on 10 March 2001 and took 40 hostages. Two guards were killed.\n",
    "herald.md": "# Siege ends\n\n20 March 2001\n\nThe gunmen who stormed the embassy on 10 March 2001 took 45 people hostage. Police freed them on 19 March 2001.\n",
    "voice.html": "<html><body><h1>The siege</h1><p>More than 30 hostages were taken when gunmen stormed the embassy on March 10, 2001.</p></body></html>",
}


@dataclass
class Tally:
    """What was seen."""

    kills: int = 0
    during: int = 0
    unopened: int = 0
    lost: int = 0
    confirmed: int = 0
    differing: int = 0
    recovered: int = 0
    notes: list[str] = field(default_factory=list)


def main() -> None:
    """Kill, look, and say what was seen; the status is 1 where anything was lost."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--kills", type=int, default=200)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--together", type=int, default=300)
    options = asked.parse_args()
    chance = random.Random(options.seed)  # noqa: S311 - moments, not secrets
    with tempfile.TemporaryDirectory() as place:
        folder = _folder(Path(place))
        builds = _builds(folder, options.kills // 2, chance)
        judged = _judged(folder, options.kills - options.kills // 2, chance)
        kept, doubled = together(folder, options.together)
    for what, tally in (("build", builds), ("judging", judged)):
        print(
            f"{what}: {tally.kills} kills, {tally.during} of them in the middle; {tally.unopened} cases did not open, "
            f"{tally.recovered} were recovered; {tally.lost} of {tally.confirmed} confirmed decisions lost; "
            f"{tally.differing} further builds differ"
        )
        print(*tally.notes[:10], sep="\n", end="\n" if tally.notes else "")
    print(f"two processes deciding {options.together} times each: {kept} decisions kept, {doubled} doubled")
    is_well = not any(one.unopened or one.lost or one.differing for one in (builds, judged))
    sys.exit(0 if is_well and (kept, doubled) == (2 * options.together, 0) else 1)


def _folder(place: Path) -> Path:
    folder = place / "accounts"
    folder.mkdir()
    for name, text in ACCOUNTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _builds(folder: Path, kills: int, chance: random.Random) -> Tally:
    """Kill builds of fresh cases."""
    whole = folder.parent / "whole.sayso"
    pipeline.build([folder], whole)
    undisturbed = exported(whole)
    whole.unlink()
    started = time.monotonic()
    pipeline.build([folder], whole)
    length = time.monotonic() - started
    tally = Tally()
    for number in range(kills):
        case = folder.parent / f"b{number}.sayso"
        tally.kills += 1
        tally.during += _killed(lambda case=case: pipeline.build([folder], case), chance.uniform(0, 1.2 * length))
        _look(case, folder, undisturbed, tally)
        _remove(case)
    return tally


def _judged(folder: Path, kills: int, chance: random.Random) -> Tally:
    """Kill processes that decide; those of one case build on each other."""
    tally = Tally()
    case = folder.parent / "judged.sayso"
    pipeline.build([folder], case)
    told = folder.parent / "confirmed"
    told.touch()
    for number in range(kills):
        tally.kills += 1
        tally.during += _killed(
            lambda number=number: _decide(case, told, f"{number}", 10**6), chance.uniform(0.02, 1.0)
        )
        try:
            with Store.open(case) as store:
                tally.recovered += store.was_recovered
                kept = [one.id for one in store.view().judgements()]
        except SaysoError as error:
            tally.unopened += 1
            tally.notes.append(str(error))
            continue
        confirmed = told.read_text().split()
        tally.confirmed = len(confirmed)
        tally.lost += len(set(confirmed) - set(kept)) + (len(kept) - len(set(kept)))
    # As if built with the same decisions in a case that was never disturbed.
    with Store.open(case) as store:
        pipeline.refresh(store)
        judgements = store.view().judgements()
    calm = folder.parent / "calm.sayso"
    pipeline.build([folder], calm)
    with Store.open(calm) as store:
        with store.write() as writer:
            for judgement in judgements:
                writer.judge(judgement)
        pipeline.refresh(store)
    tally.differing += exported(case) != exported(calm)
    return tally


def _decide(case: Path, told: Path, who: str, times: int) -> None:
    """Decide on one claim after the other; each decision that is confirmed is written down at once."""
    with Store.open(case) as store, told.open("a", buffering=1) as out:
        claims = [claim.id for claim in store.view().claims()]
        kinds = (JudgementKind.ACCEPT, JudgementKind.NOTE, JudgementKind.REJECT)
        for number in range(times):
            decision = judging.Decision(kinds[number % 3], (claims[number % len(claims)],), "Coder", f"{who} {number}")
            print(judging.decide(store, decision).id, file=out, flush=True)


def together(folder: Path, times: int) -> tuple[int, int]:
    """How many decisions are kept, and how many twice, where two processes decide at once."""
    case = folder.parent / "together.sayso"
    pipeline.build([folder], case)
    told = [folder.parent / f"told{who}" for who in range(2)]
    children = [_forked(lambda one=one: _decide(case, one, one.name, times)) for one in told]
    for child in children:
        os.waitpid(child, 0)
    with sayso.Case.open(case) as opened:
        kept = [one.id for one in opened.view.judgements()]
    confirmed = {name for one in told for name in one.read_text().split()}
    return len(confirmed & set(kept)), len(kept) - len(set(kept))


def _killed(work: Callable[[], object], seconds: float) -> bool:
    """Whether work in another process was still going on when it was killed."""
    child = _forked(work)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _forked(work: Callable[[], object]) -> int:
    child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - a fork must not go on as its parent
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        os._exit(1)
    os._exit(0)


def _look(case: Path, folder: Path, undisturbed: str, tally: Tally) -> None:
    """Open a case, build it on, and compare."""
    try:
        if case.exists():
            with Store.open(case) as store:
                tally.recovered += store.was_recovered
        pipeline.build([folder], case)
        tally.differing += exported(case) != undisturbed
    except SaysoError as error:
        tally.unopened += 1
        tally.notes.append(f"{case.name}: {error}")


def exported(case: Path) -> str:
    """All that a case says, as it is exported."""
    with sayso.Case.open(case) as opened:
        return opened.export() or ""


def _remove(case: Path) -> None:
    for path in case.parent.glob(f"{case.name}*"):
        path.unlink()


if __name__ == "__main__":
    main()
