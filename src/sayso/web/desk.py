"""What is shown of one event, what waits for a decision, and the pages that were made of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.store import View
from sayso.web.held import Held
from sayso.web.queue import Queue, build_queue
from sayso.web.shown import Shown, make_shown

# Pages kept of one state: some tens of MB at the most.
_PAGES = 128


@dataclass(frozen=True, slots=True)
class Desk:
    """One event of a case in one state; made once and read by every request."""

    shown: Shown
    queue: Queue
    pages: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, view: View, held: Held, event: str = "") -> Desk:
        """The desk of an event, or of the biggest."""
        shown = make_shown(view, held, event)
        return cls(shown, build_queue(shown))

    def judged(self, held: Held) -> Desk:
        """The same with what was decided since."""
        shown = self.shown.judged(held)
        return Desk(shown, build_queue(shown))

    def keep(self, address: str, text: str) -> None:
        """Keep a page for the next who asks; at most so many, the oldest goes first."""
        while len(self.pages) >= _PAGES:
            self.pages.pop(next(iter(self.pages)), None)
        self.pages[address] = text
