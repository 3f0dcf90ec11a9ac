"""Ids of what fusion makes: hashes of what it is about, never of an order."""

from __future__ import annotations

import hashlib
import json


def estimate_id(event: str, slot: str, group: str | None, about: str | None) -> str:
    """The id of an estimate: of its question alone, so that it outlives new accounts of the same event."""
    return "s" + _hash([event, slot, group, about])


def finding_id(kind: str, event: str | None, claims: tuple[str, ...], key: str = "") -> str:
    """The id of a finding: of its kind and the claims that show it; `key` parts those without claims."""
    return "f" + _hash([kind, event, sorted(claims), key])


def _hash(told: list[object]) -> str:
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:19]
