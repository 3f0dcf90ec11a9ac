"""What was read of a file, cut in two: its heads, small and asked for by every build, and its texts, each by itself."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from sayso.store.keys import as_json


def cut(key: str, row: dict[str, Any]) -> tuple[str, list[tuple[str, str]]]:
    """A reading's row without texts, and the row of each text under its own key.

    In the place of a text stands the key it is kept under; `contents` holds a hash of each text and its blocks.

    Args:
        key: of the reading.
        row: the reading as a row.
    """
    heads, texts, contents = [], [], []
    for number, document in enumerate(row.get("documents", ())):
        own = f"{key}/{number}"
        held = as_json([document["text"], document["blocks"]])
        texts.append((own, held))
        contents.append(hashlib.sha256(held.encode("utf-8", "surrogatepass")).hexdigest()[:32])
        heads.append({**document, "text": own, "blocks": []})
    head = {**row, "documents": heads, "contents": contents}
    return as_json(head), texts


def joined(head: dict[str, Any], text: str) -> dict[str, Any]:
    """A document's row from its head and its text's row."""
    words, blocks = json.loads(text)
    return {**head, "text": words, "blocks": blocks}
