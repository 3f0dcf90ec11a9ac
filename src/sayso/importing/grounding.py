"""The place of a quote in its document, and what an imported claim takes over from where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.errors import GroundingError
from sayso.export.told import Told
from sayso.model import Claim, Document, Extent, Modality
from sayso.model import Words as Text

# Where a sentence ends, for quotes that stand in no sentence the extractor knew.
_END = re.compile(r"[.!?][”’\"')\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Words:
    """A quote at its place, and the number of the block around it."""

    start: int
    end: int
    quote: str
    block: int


def ground(document: Document, quote: str, start: str = "") -> Words:
    """Find the one place of a quote.

    Args:
        document: where it is said to stand.
        quote: the exact words.
        start: its first code point, as coded; needed only where the words stand there more than once.

    Raises:
        GroundingError: the words are not in the document, not at that place, or in several places.
    """
    if not quote:
        raise GroundingError(f"{document.id}: no quote is given; give the exact words that carry the value")
    shown = quote if len(quote) <= 80 else f"{quote[:77]}..."
    places = [match.start() for match in re.finditer(f"(?={re.escape(quote)})", document.text)]
    if not places:
        raise GroundingError(
            f"{document.id}: the words {shown!r} do not stand there; copy them exactly as the text has them"
        )
    if start:
        if not start.isdecimal() or int(start) not in places:
            told = ", ".join(map(str, places[:6]))
            raise GroundingError(f"{document.id}: {shown!r} does not stand at {start}; it stands at {told}")
        places = [int(start)]
    if len(places) > 1:
        told = ", ".join(map(str, places[:6]))
        raise GroundingError(
            f"{document.id}: {shown!r} stands there {len(places)} times; give `start` ({told}), or a longer quote"
        )
    at = places[0]
    block = next((number for number, one in enumerate(document.blocks) if one.start <= at < one.end), 0)
    return Words(at, at + len(quote), quote, block)


def surroundings(case: Told, document: Document, words: Words, known: Sequence[Claim], part: str = "") -> Claim:
    """A claim that holds all but what is coded: sentence, block, and the event of the document it tells of.

    The event is that of the nearest claim known in the document; of the named part, where the document tells of it.
    """
    near = sorted(known, key=lambda one: (abs(one.start - words.start), one.start, one.id))
    parts = [one for one in near if part and part == _part(case, one)]
    like = next(iter(parts or near), None)
    around = next((one for one in near if _holds(one.sentence, words)), None)
    return Claim(
        id="",
        document=document.id,
        start=words.start,
        end=words.end,
        quote=words.quote,
        spans=(),
        sentence=around.sentence if around is not None else _sentence(document, words),
        block=words.block,
        slot="",
        group=None,
        value=Text(""),
        modality=Modality.ASSERTED,
        polarity=True,
        attribution=(),
        scope=None,
        as_of=None,
        known_by=document.published,
        put_forward_by=None,
        extractor="",
        confidence=None,
        episode=like.episode if like is not None else 0,
        about_span=None,
    )


def _part(case: Told, claim: Claim) -> str | None:
    event = case.events.get(claim.event or "")
    return event.part if event is not None else None


def _holds(sentence: Extent, words: Words) -> bool:
    return sentence.start <= words.start and words.end <= sentence.end


def _sentence(document: Document, words: Words) -> Extent:
    """The stretch between the ends of sentences around a quote, within its block."""
    block = document.blocks[words.block] if document.blocks else Extent(0, len(document.text))
    ends = [match.end() for match in _END.finditer(document.text, block.start, block.end)]
    start = max((end for end in ends if end <= words.start), default=block.start)
    end = min((end for end in ends if end >= words.end), default=block.end)
    return Extent(start, len(document.text[:end].rstrip()))
