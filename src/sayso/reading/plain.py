"""Plain text: what each stretch is must be judged from its words."""

from __future__ import annotations

from sayso.reading import making, places, segmentation
from sayso.reading.encoding import bounded, decode
from sayso.reading.normal_form import normalise
from sayso.reading.shape import Draft, Parsed, Remark

READER = "plain/1"


def read(raw: bytes, name: str) -> Parsed:
    """Read a text file."""
    decoded = decode(raw)
    made = places.lines(draft(decoded.text), decoded.text)
    return Parsed((made,), remarks=tuple(Remark(name, note) for note in decoded.notes))


def draft(text: str) -> Draft:
    """The draft of a text of which nothing else is known."""
    text = normalise(bounded(text))
    judged = segmentation.parts(text)
    return Draft(text, segmentation.blocks(text, judged), making.making(text, judged), "txt", READER)
