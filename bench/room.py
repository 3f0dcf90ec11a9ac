"""How fast the reading room answers on a large case: each page alone, a save, and fifty visitors at once.

    python bench/room.py [--documents 200] [--seconds 60] [--at-once 50] [--case FILE]

The case is made of invented accounts (bench/large.py) and kept beside the others of its kind, so that a second run starts
at once. The room runs in a process of its own, as `sayso serve` does.
"""

from __future__ import annotations

import argparse
import http.client
import itertools
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlencode

import large

from sayso.store import Store

PAGES = ("/queue", "/overview", "/record", "/part", "/sums", "/time", "/matrix", "/words", "/lineage", "/people", "/mentioned",
         "/method", "/accounts", "/accounts/1", "/compare?a=1&b=2", "/search?q=hostages", "/search?q=quay", "/history",
         "/documents", "/api/standing")  # fmt: skip


class Visitor:
    """One browser: a connection that is kept, and a cookie."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._cookie = ""

    def ask(self, path: str, form: dict[str, str] | None = None) -> tuple[float, int, str]:
        """Seconds, status and text of an answer."""
        headers = {"Cookie": self._cookie, "Content-Type": "application/x-www-form-urlencoded"}
        started = time.perf_counter()
        self._connection.request("POST" if form else "GET", path, urlencode(form) if form else None, headers)
        answer = self._connection.getresponse()
        text = answer.read().decode()
        seconds = time.perf_counter() - started
        self._cookie = (answer.getheader("set-cookie") or self._cookie).partition(";")[0]
        return seconds, answer.status, text


def main() -> None:
    """Serve a copy of the case and ask."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--documents", type=int, default=200)
    asked.add_argument("--seconds", type=float, default=60)
    asked.add_argument("--at-once", type=int, default=50)
    asked.add_argument("--case", type=Path)
    how = asked.parse_args()
    made = how.case or Path(tempfile.gettempdir()) / f"sayso-bench-{how.documents}.sayso"
    if not made.exists():
        print(f"building {made} of {how.documents} accounts; minutes, once", flush=True)
    large.case(made, how.documents)
    with tempfile.TemporaryDirectory() as folder:
        case = Path(shutil.copy(made, folder))
        with Store.open(case, read_only=True) as store:
            view = store.view()
            print(f"{view.count('documents')} documents, {view.count('claims')} claims, {view.count('events')} events")
        room, port = served(case)
        try:
            alone(Visitor(port))
            saving(Visitor(port))
            together(port, how.at_once, how.seconds)
        finally:
            room.terminate()


def served(case: Path) -> tuple[subprocess.Popen[bytes], int]:
    """A room in a process of its own, once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    started = time.perf_counter()
    command = [sys.executable, "-m", "sayso", "serve", str(case), "--port", str(port), "--by", "Bench"]
    room = subprocess.Popen(command)  # noqa: S603 - our own command
    while True:
        try:
            Visitor(port).ask("/queue")
        except OSError:
            if room.poll() is not None:
                raise SystemExit("the room did not open") from None
            time.sleep(0.1)
        else:
            print(f"open after {time.perf_counter() - started:.1f} s")
            return room, port


def alone(visitor: Visitor) -> None:
    """Each page twice: made, and made already."""
    print(f"{'page':24} {'first':>8} {'again':>8} {'KB':>6}")
    for path in PAGES:
        first, status, text = visitor.ask(path)
        again, _, _ = visitor.ask(path)
        print(f"{path:24} {first * 1000:6.0f} ms {again * 1000:5.0f} ms {len(text.encode()) / 1024:6.0f}  {status}")


def saving(visitor: Visitor) -> None:
    """A decision: what it would change, its save, pages while it is worked in, and until it is."""
    _, _, text = visitor.ask("/queue")
    inside = text[text.index('<form class="judge"') :]
    form = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', inside[: inside.index("<fieldset")]))
    form |= {"choice": "settle-0", "why": "the bench says so"}
    seconds, status, _ = visitor.ask("/api/effect", form)
    print(f"effect asked: {seconds * 1000:.0f} ms ({status})")
    seconds, status, _ = visitor.ask("/judgements", form)
    print(f"saved: {seconds * 1000:.0f} ms ({status})")
    started, slowest = time.perf_counter(), 0.0
    for path in itertools.cycle(("/queue", "/record", "/accounts/2", "/api/standing")):
        seconds, _, text = visitor.ask(path)
        slowest = max(slowest, seconds)
        if path == "/api/standing" and '"notice":""' in text:
            break
        time.sleep(0.05)
    print(f"worked in after {time.perf_counter() - started:.1f} s; the slowest page meanwhile {slowest * 1000:.0f} ms")


def together(port: int, many: int, seconds: float) -> None:
    """Many visitors, each asking as fast as it is answered."""
    took: list[float] = []
    faults: list[str] = []
    until = time.perf_counter() + seconds

    def visit(offset: int) -> None:
        visitor = Visitor(port)
        for path in itertools.islice(itertools.cycle(PAGES), offset % len(PAGES), None):
            if time.perf_counter() >= until:
                return
            try:
                spent, status, _ = visitor.ask(path)
            except OSError as error:
                faults.append(f"{path}: {error}")
                return
            took.append(spent)
            if status != 200:
                faults.append(f"{path}: {status}")

    visitors = [threading.Thread(target=visit, args=(number,)) for number in range(many)]
    for one in visitors:
        one.start()
    for one in visitors:
        one.join()
    quantiles = statistics.quantiles(took, n=100)
    print(f"{many} at once for {seconds:.0f} s: {len(took)} answers, {len(faults)} faults {faults[:3]}")
    print(
        f"median {statistics.median(took) * 1000:.0f} ms, 95 % {quantiles[94] * 1000:.0f} ms, most {max(took) * 1000:.0f} ms"
    )


if __name__ == "__main__":
    main()
