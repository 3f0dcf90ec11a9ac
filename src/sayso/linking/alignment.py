"""Two documents laid side by side: the passages they share, with all that is needed to say who took from whom.

What comes out depends on the two texts and on the paragraphs that are passed over, and on nothing else in the case, so
that it can be made by any worker and kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from sayso.linking.passages import Copyable, Shared, copyable, shared
from sayso.linking.prints import number
from sayso.model import Document, Passage

# Documents whose words are kept.
_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents that may share a passage, the earlier published first, and which paragraphs are passed over in each.

    `is_ordered`: the dates tell which was first; without them either may have left out or put in words of the other.
    """

    earlier: str
    later: str
    skipped: tuple[int, ...] = ()
    later_skipped: tuple[int, ...] = ()
    is_ordered: bool = True


@dataclass(frozen=True, slots=True)
class Stretch:
    """A shared passage, in the later document and from the earlier.

    Args:
        worth: what its shared words prove; runs: those it is made of.
        words: how many words it covers in the later document; from_words: in the earlier.
    """

    passage: Passage
    worth: float
    runs: tuple[int, ...]
    words: int
    from_words: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two documents share; `least` is how many content words the poorer of them has, `words` and `from_words` all words."""

    stretches: tuple[Stretch, ...] = ()
    least: int = 0
    words: int = 0
    from_words: int = 0


NOTHING = Alignment()


class Aligner:
    """Lays pairs of documents side by side; the words of the last few are kept, since pairs of one follow each other.

    Args:
        document: gives a document by its id.
    """

    def __init__(self, document: Callable[[str], Document]) -> None:
        self._document = document
        self._known: dict[tuple[str, tuple[int, ...]], tuple[Document, Copyable]] = {}

    def align(self, pair: Pair) -> Alignment:
        """Lay the later document of a pair against the earlier."""
        (earlier, first), (later, second) = (
            self._copyable(pair.earlier, pair.skipped),
            self._copyable(pair.later, pair.later_skipped),
        )
        found = shared(second, first)
        if not found and not pair.is_ordered:
            found = tuple(sorted(map(_turned, shared(first, second)), key=lambda one: one.passage.start))
        if not found:
            return NOTHING
        stretches = tuple(
            Stretch(
                one.passage,
                one.worth,
                tuple(number(seed) for seed in one.seeds),
                _words(later.text[one.passage.start : one.passage.end]),
                _words(earlier.text[one.passage.from_start : one.passage.from_end]),
            )
            for one in found
        )
        least = min(sum(text.is_content) for text in (first, second))
        return Alignment(stretches, least, _words(later.text), _words(earlier.text))

    def _copyable(self, name: str, skipped: tuple[int, ...]) -> tuple[Document, Copyable]:
        key = name, skipped
        if key not in self._known:
            if len(self._known) >= _KEPT:
                self._known.pop(next(iter(self._known)))
            document = self._document(name)
            is_skipped = (lambda form: number(form) in skipped) if skipped else None
            self._known[key] = document, copyable(document, is_skipped)
        return self._known[key]


def _turned(one: Shared) -> Shared:
    """A passage seen from the other document."""
    told = one.passage
    return replace(one, passage=Passage(told.from_start, told.from_end, told.start, told.end))


def _words(text: str) -> int:
    return len(text.split())
