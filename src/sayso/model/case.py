"""The whole: what a case says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CaseHeader:
    """What was built, under which codebook and house rule, by which versions.

    `extractors` maps a name (`reader`, `language model`, `rules`) to its version.
    """

    title: str
    codebook: str
    codebook_sha256: str
    rule: str
    extractors: Mapping[str, str]
