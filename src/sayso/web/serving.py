"""Serves a room: on the loopback address unless told otherwise, and then only with a token."""

from __future__ import annotations

import gc
import socket
import sys
from contextlib import closing
from pathlib import Path

import uvicorn

from sayso.errors import InputError, SaysoError
from sayso.web.app import make_app
from sayso.web.guard import LOOPBACK, Guard
from sayso.web.room import Room

# A token that can be guessed is none.
_SHORTEST = 16
# Seconds; Python's own is 0.005.
_GIVES_WAY = 0.001


def serve(case: Path, *, host: str, port: int, token: str, by: str) -> None:
    """Serve a case until interrupted.

    Raises:
        InputError: an address other than the loopback without a token, or a token that is too short.
        CaseError: there is no such case.
        SaysoError: the port is taken.
    """
    guard = guard_of(host, token)
    room = Room(case, by)
    with room.read() as view:
        view.header  # noqa: B018 - a case that no build has ended is refused before the door opens
    _check_port(host, port)
    # The first page is laid out before the door opens: nobody waits for it.
    room.desk()
    gc.freeze()
    # What works in the background gives way five times as often as by default: a page waits for it at each row it reads.
    sys.setswitchinterval(_GIVES_WAY)
    try:
        uvicorn.run(make_app(room, guard), host=host, port=port, log_level="warning", server_header=False)
    finally:
        room.settle()


def guard_of(host: str, token: str) -> Guard:
    """What is let in at an address.

    Raises:
        InputError: the address is not the loopback, and the token is missing or short.
    """
    if host in LOOPBACK and not token:
        return Guard()
    if len(token) < _SHORTEST:
        raise InputError(
            f"{host} can be reached by others, and the accounts may be confidential: "
            f"give --token with at least {_SHORTEST} characters, or leave out --host"
        )
    return Guard(hosts=LOOPBACK if host in LOOPBACK else (), token=token)


def _check_port(host: str, port: int) -> None:
    """Say that a port is taken before the server does so in its own words."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family, socket.SOCK_STREAM)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise SaysoError(
                f"{host}:{port} cannot be served ({error.strerror}); name another port with --port, or 0 for any free one"
            ) from error
