"""The seam of one method: answers come in the order of the tasks, whatever the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar, cast, runtime_checkable

from sayso import registry
from sayso.errors import EngineError

Task = TypeVar("Task")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Lost:
    """Stands where an answer would: the task's worker ended each time before it answered, and why as far as is known."""

    why: str


@runtime_checkable
class Engine(Protocol):
    """Maps a function over tasks.

    An engine whose workers may stand on other machines has `is_elsewhere = True`: they see none of the files here.
    """

    def map(self, function: Callable[[Task], Answer], tasks: Iterable[Task]) -> Iterator[Answer | Lost]:
        """The function's answer to each task, in order, as soon as it is known; `Lost` where its worker ended over it.

        Tasks are taken as they are needed, so that many of them need no large memory.
        """
        ...


@runtime_checkable
class Versioned(Protocol):
    """A function whose answers depend on what is installed: an engine elsewhere refuses workers that differ."""

    def versions(self) -> Mapping[str, str]:
        """What the answers depend on, by name, as it is installed where this is called."""
        ...


def engine_of(name: str | None = None, *, jobs: int | None = None, scheduler: str | None = None) -> Engine:
    """The engine of a name; without one, that which the other two ask for.

    Args:
        name: `serial`, `processes`, `dask`, or that of another package.
        jobs: workers on this machine; None takes one for each core. One alone asks for no other process.
        scheduler: address of a Dask scheduler; None starts one for the call.

    Raises:
        UnknownNameError: there is no such engine.
        EngineError: the engine has no scheduler.
        MissingPartError: its extra is not installed.
    """
    if name is None:
        name = "dask" if scheduler is not None else "serial" if jobs == 1 else "processes"
    factory = registry.find("sayso.engines", name)
    if scheduler is None:
        return cast("Engine", factory(jobs=jobs))
    try:
        return cast("Engine", factory(jobs=jobs, scheduler=scheduler))
    except TypeError as error:
        raise EngineError(
            f"the engine {name!r} has no scheduler; leave --scheduler out, or take --engine dask"
        ) from error
