"""How often a pattern was right: the share of its claims that a key bears out, as counted on the development cases.

A pattern is a family of rules and the slot it fills ("headcounts killed"). `python evaluation/confidence.py` counts; where
fewer than `LEAST` claims were seen, or no key covers the slot completely, nothing is measured, and that is what is told.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources

from sayso.extraction.parsing.model_version import NAME

#: Fewer claims than this measure nothing: with ten right of ten the true share may still be 0.72 (95 %, Wilson).
LEAST = 10
#: The table, in the package's resources.
FILE = "confidence.json"


def extractor(maker: str) -> str:
    """The name and version of a family of rules, as its claims carry it.

    >>> extractor("headcounts")
    'rules.headcounts/1'
    """
    name, version = NAME.split("/")
    return f"{name}.{maker}/{version}" if maker else NAME


def pattern(extractor: str, slot: str) -> str:
    """The pattern of a claim, by what found it and its slot.

    >>> pattern("rules.headcounts/1", "killed")
    'headcounts killed'
    """
    return f"{extractor.split('/', maxsplit=1)[0].removeprefix('rules.')} {slot}"


def confidence(maker: str, slot: str) -> float | None:
    """The share of right claims of the pattern on the development cases; None where it is not measured."""
    return _shares().get(f"{maker} {slot}")


@cache
def _shares() -> Mapping[str, float]:
    table = json.loads(resources.files("sayso").joinpath("resources", FILE).read_text(encoding="utf-8"))
    counted = table["patterns"].items()
    return {name: round(one["right"] / one["seen"], 2) for name, one in counted if one["seen"] >= LEAST}
