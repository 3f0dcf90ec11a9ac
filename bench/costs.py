"""What a document costs, part by part: read, tokens, parse, names, claims, keep, link, weigh, write; processor time.

    python bench/costs.py [--documents 400]

News of generated incidents (incidents.py) is built in one process, and the parts are timed where they happen. Below stands
what a million documents a day would take at that rate, in cores and disk.
"""

from __future__ import annotations

import os

# Before numpy is loaded: one thread is what is told.
for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[threads] = "1"

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from incidents import make
from scale import built

from sayso.extraction import Extractor
from sayso.extraction.parsing import nlp, recogniser
from sayso.store import Store

_A_DAY = 1_000_000


def main() -> None:
    """Print a line a part."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--documents", type=int, default=400)
    count = asked.parse_args().documents
    spent: Counter[str] = Counter()
    nlp.pipeline().make_doc("warm")
    _timed(nlp, "_with_sentences", "tokens", spent)
    _timed(recogniser, "recognise", "names", spent)
    _timed(nlp, "_analysed", "analysed", spent)
    _timed(Extractor, "extract", "extracted", spent)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        make(folder, count, 1)
        words = sum(len(json.loads(line)["text"].split()) for path in (folder / "in").iterdir() for line in path.open())
        steps = built(folder / "in", folder / "x.sayso", 1)
        size = (folder / "x.sayso").stat().st_size
        with Store.open(folder / "x.sayso", read_only=True) as store:
            claims = store.view().count("claims")
    parts = {
        "read": steps["reading"],
        "tokens": spent["tokens"],
        "parse": spent["analysed"] - spent["tokens"] - spent["names"],
        "names": spent["names"],
        "claims": spent["extracted"] - spent["analysed"],
        "keep": steps["extracting"] - spent["extracted"],
        "link": steps["linking"],
        "weigh": steps["weighing"],
        "write": steps["writing"],
        "keys and gathering": steps["rest"],
    }
    whole = sum(parts.values())
    print(f"{count:,} documents, {words / count:.0f} words and {claims / count:.1f} claims each, in one process")
    for name, seconds in parts.items():
        print(f"{name:<20}{1000 * seconds / count:>8.2f} ms a document {100 * seconds / whole:>6.1f} %")
    print(f"{'whole':<20}{1000 * whole / count:>8.2f} ms a document; {size / count / 1024:.0f} kB of case")
    cores = whole / count * _A_DAY / 86_400
    print(
        f"a million documents a day: {cores:.1f} cores busy round the clock, {size / count * _A_DAY / 2**30:.0f} GiB of disk a day"
    )


def _timed(where: Any, name: str, part: str, spent: Counter[str]) -> None:
    """Time a function where it stands."""
    function: Callable[..., Any] = getattr(where, name)

    def timed(*given: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return function(*given, **named)
        finally:
            spent[part] += time.process_time() - start

    setattr(where, name, timed)


if __name__ == "__main__":
    main()
