"""The seam of one method: answers come in the order of the tasks, whatever the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar, cast, runtime_checkable

from sayso import registry

Task = TypeVar("Task")
Answer = TypeVar("Answer")


@runtime_checkable
class Engine(Protocol):
    """Maps a function over tasks."""

    def map(self, function: Callable[[Task], Answer], tasks: Iterable[Task]) -> Iterator[Answer]:
        """The function's answer to each task, in order, as soon as it is known.

        Tasks are taken as they are needed, so that many of them need no large memory.
        """
        ...


def engine_of(name: str = "serial", *, jobs: int | None = None) -> Engine:
    """The engine of a name; more than one job asks for processes where no other engine is named.

    Raises:
        UnknownNameError: there is no such engine.
    """
    if name == "serial" and jobs is not None and jobs > 1:
        name = "processes"
    factory = registry.find("sayso.engines", name)
    return cast("Engine", factory(jobs=jobs))
