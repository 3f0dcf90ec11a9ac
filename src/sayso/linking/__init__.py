"""Floor 3: which accounts speak of one event, of one person, and which copies or cites which."""

from __future__ import annotations

from sayso.linking.alignment import Aligner, Alignment, Pair
from sayso.linking.linking import link, weave
from sayso.linking.memory import Memory
from sayso.linking.sign_rows import row_of, sign_from
from sayso.linking.signs import Sign, sign_of
from sayso.linking.survey import Neighbourhood, Survey, survey

__all__ = [
    "Aligner",
    "Alignment",
    "Memory",
    "Neighbourhood",
    "Pair",
    "Sign",
    "Survey",
    "link",
    "row_of",
    "sign_from",
    "sign_of",
    "survey",
    "weave",
]
