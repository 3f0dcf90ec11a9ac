"""Ids of what fusion makes: hashes of what it is about, never of an order."""

from __future__ import annotations

import hashlib
import json


def estimate_id(event: str, slot: str, group: str | None, about: str | None) -> str:
    """The id of an estimate: of its question alone, so that it outlives new accounts of the same event."""
    return "s" + _hash([event, slot, group, about])


def finding_id(kind: str, event: str | None, claims: tuple[str, ...], message: str) -> str:
    """The id of a finding: of its kind and the claims that show it; of its message where no claim does."""
    return "f" + _hash([kind, event, sorted(claims), "" if claims else message])


def _hash(told: list[object]) -> str:
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:19]
