"""The bar of a build on the standard error: what is done, how fast, what is left, what failed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Task
    from rich.text import Text

    from sayso.steps import Progress

_STEPS = {
    "reading": "Reading files",
    "extracting": "Taking out claims",
    "linking": "Lining up accounts",
    "weighing": "Weighing what they say",
    "pages": "Writing pages",
}
# Steps that count documents, and so have a speed.
_COUNTED = ("reading", "extracting")


@contextmanager
def shown(*, quiet: bool) -> Iterator[Progress | None]:
    """A bar where a person looks at it; nobody where none does."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415 - the help must open fast
    from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415 - as above
    from rich.progress import Progress as Bar  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    class Speed(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(speed(task.speed, task.fields))

    columns = (TextColumn("{task.description:<24}"), BarColumn(), MofNCompleteColumn(), Speed(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=30) as bar:
        tasks = {
            step: bar.add_task(words, total=None, visible=False, counted=step in _COUNTED, failed=0)
            for step, words in _STEPS.items()
        }

        def progress(step: str, done: int, total: int) -> None:
            if step == "failed":
                bar.update(tasks["extracting"], failed=done)
            else:
                bar.update(tasks[step], completed=done, total=total or None, visible=total > 0)

        yield progress


def speed(documents: float | None, fields: dict[str, object]) -> str:
    """How many documents a second, and how many failed.

    >>> speed(12.34, {"counted": True, "failed": 2})
    '12.3 documents/s, 2 failed'
    """
    told = f"{documents:,.1f} documents/s" if documents and fields["counted"] else ""
    failed = f"{fields['failed']} failed" if fields["failed"] else ""
    return ", ".join(part for part in (told, failed) if part)
