"""How fast: extraction beside a bare pass of the same language pipeline, memory, a rebuild, the help.

    python bench/speed.py [--documents 60] [--rounds 5]

The ratio is time of sayso's extraction over time of the bare spaCy pipeline, as it is installed, on the same stored text:
one process, one thread, loading left out, both passes in turn several times in one run, and the median of the rounds'
ratios told. What else the machine does falls on both. A second ratio is that to the same pipeline with sayso's own word
vectors and products (see extraction/parsing/vectors.py): what the rest of sayso saves and costs.
"""

from __future__ import annotations

import os

# Before numpy is loaded: one thread is what is compared.
for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[threads] = "1"

import argparse
import gc
import importlib
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import documents

from sayso.codebook import load
from sayso.extraction import Extractor
from sayso.extraction.parsing.model_version import DEFAULT_MODEL
from sayso.extraction.parsing.nlp import pipeline
from sayso.model import Document

if TYPE_CHECKING:
    from spacy.language import Language

SAYSO = [sys.executable, "-c", "from sayso.cli import main; main()"]
NO_SPACY = """
import sys
from sayso.cli import main
sys.argv = ["sayso", "--help"]
try:
    main()
finally:
    print("spacy" in sys.modules, file=sys.stderr)
"""


def main() -> None:
    """Print all figures of one run."""
    parser = argparse.ArgumentParser(description="How fast.")
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    what, texts = documents(options.documents)
    words = sum(len(document.text.split()) for document in texts)
    print(f"machine    {_machine()}")
    print(
        f"versions   Python {platform.python_version()}, spaCy {metadata.version('spacy')}, sayso {metadata.version('sayso')}"
    )
    print(f"text       {what}; {len(texts)} documents, {words:,} words; {options.rounds} rounds, median")
    _speed(texts, words, options.rounds)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory     {peak:,.0f} MB at the peak of this process, language pipeline and both passes within")
    _rebuild(texts[:10])
    _help()


def _speed(texts: Sequence[Document], words: int, rounds: int) -> None:
    installed, extractor = importlib.import_module(DEFAULT_MODEL).load(), Extractor(load("incident"))

    def bare(nlp: Language = installed) -> int:
        return sum(len(doc) for doc in nlp.pipe(document.text for document in texts))

    def same() -> int:
        return bare(pipeline())

    def ours() -> int:
        return sum(len(extractor.extract(document).claims) for document in texts)

    bare(), same(), ours()  # warm: caches, lazily loaded tables
    rows = [(_timed(bare), _timed(same), _timed(ours)) for _ in range(rounds)]
    slow, _, quick = (statistics.median(column) for column in zip(*rows, strict=True))
    ratios, beside = (sorted(row[2] / row[column] for row in rows) for column in (0, 1))
    print(f"bare       {words / slow:>9,.0f} words a second: the spaCy pipeline alone")
    print(f"sayso      {words / quick:>9,.0f} words a second: extraction, {ours():,} claims")
    print(f"ratio      {statistics.median(ratios):>9.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f}; at most 1.0)")
    print(f"same       {statistics.median(beside):>9.2f} to the same pipeline with sayso's word vectors and products")


def _rebuild(texts: Sequence[Document]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for document in texts:
            (Path(folder) / f"{document.id}.txt").write_text(document.text, encoding="utf-8")
        call = [*SAYSO, "build", folder, "-o", f"{folder}/bench.sayso", "--quiet"]
        first = _timed(lambda: _run(call), time.perf_counter)
        again = statistics.median(_timed(lambda: _run(call), time.perf_counter) for _ in range(3))
    print(f"build      {first:>9.2f} s for {len(texts)} documents, from the command line")
    print(f"rebuild    {again:>9.2f} s for the same without change (under 1)")


def _help() -> None:
    took = statistics.median(_timed(lambda: _run([*SAYSO, "--help"]), time.perf_counter) for _ in range(5))
    loads = _run([sys.executable, "-c", NO_SPACY]).stderr.strip().endswith("True")
    print(f"help       {took:>9.2f} s (under 0.5); spaCy imported: {'yes' if loads else 'no'}")


def _timed(call: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """Processor time: others on the machine take the clock's, not this."""
    gc.collect()
    start = clock()
    call()
    return clock() - start


def _run(call: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(call, capture_output=True, text=True, check=True)  # noqa: S603 - our own command


def _machine() -> str:
    """Processor, cores and memory, as far as the system tells."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.is_file() else []
    named = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{named[0] if named else platform.processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}"
    )


if __name__ == "__main__":
    main()
