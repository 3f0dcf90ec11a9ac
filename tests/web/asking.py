"""Asks a room without a browser, with the token that its forms carry."""

from __future__ import annotations

import re
import time
from typing import Any

from starlette.testclient import TestClient

from sayso.web import Guard, Room, make_app


def client(case: Any, guard: Guard | None = None, host: str = "127.0.0.1") -> TestClient:
    """A visitor of a room."""
    app = make_app(Room(case, "Coder A"), guard)
    return TestClient(app, base_url=f"http://{host}", raise_server_exceptions=False, follow_redirects=False)


def form(visitor: TestClient, path: str = "/queue") -> dict[str, str]:
    """The hidden fields of the judgement form of a page."""
    page = visitor.get(path).text
    inside = page[page.index('<form class="judge"') :]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', inside[: inside.index("<fieldset")]))


def token(visitor: TestClient) -> str:
    return re.findall(r'data-token="(\w+)"', visitor.get("/history").text)[0]


def worked_in(visitor: TestClient) -> None:
    """Wait until all that was decided is worked in."""
    for _ in range(600):
        told = visitor.get("/api/standing").json()
        if not told["notice"]:
            return
        time.sleep(0.05)
    raise AssertionError(told)
