"""A room that is served, and a browser that notes every request and fault."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

import sayso
from sayso.web import Guard, Room, make_app

# Three accounts that part on two figures, for a queue of more than one entry.
ACCOUNTS = {
    "gazette.txt": (
        "Gunmen seize embassy\n\n12 March 2001\n\nGunmen seized an embassy on 10 March 2001 and took 40 hostages. "
        "Two guards were killed in the attack.\n"
    ),
    "herald.txt": (
        "Siege ends\n\n20 March 2001\n\nGunmen stormed the embassy on 10 March 2001 and took 70 hostages. "
        "Seven guards were killed in the attack. Police freed the hostages on 19 March 2001.\n"
    ),
    "voice.md": (
        "# The embassy siege\n\nMore than 30 hostages were taken when gunmen stormed the embassy on March 10, 2001.\n"
    ),
}


@pytest.fixture(scope="session")
def siege(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the accounts, for reading only."""
    folder = tmp_path_factory.mktemp("accounts") / "siege"
    folder.mkdir()
    for name, text in ACCOUNTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def built(siege: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of three accounts, for copying."""
    case = tmp_path_factory.mktemp("room") / "siege.sayso"
    sayso.build(siege, case).close()
    return case


@pytest.fixture
def case(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(built, tmp_path / "siege.sayso"))


class Served:
    """A room in a thread of this process."""

    def __init__(self, room: Room, guard: Guard | None = None) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        settings = uvicorn.Config(make_app(room, guard), port=self.port, log_level="error")
        self._server = uvicorn.Server(settings)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.02)

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)


@pytest.fixture
def serve() -> Iterator[Callable[..., Served]]:
    """Serve rooms until the test ends."""
    rooms: list[Served] = []

    def start(case: Path, guard: Guard | None = None) -> Served:
        rooms.append(Served(Room(case, "Coder A"), guard))
        return rooms[-1]

    yield start
    for one in rooms:
        one.stop()


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open a page as a new visitor; what it asked for and what failed are noted on it."""
    contexts = []

    def open_page(address: str, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": 1400, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.faults = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("console", lambda told: page.faults.append(told.text) if told.type == "error" else None)
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
