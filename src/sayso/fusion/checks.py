"""Do the figures add up? (thin)"""
from __future__ import annotations
from collections.abc import Iterator, Sequence
from sayso.fusion.estimates import Answer
from sayso.fusion.scene import Scene
from sayso.model import Finding
def of_checks(answers: Sequence[Answer], scene: Scene) -> Iterator[Finding]:
    """Find clashes."""
    yield from ()
