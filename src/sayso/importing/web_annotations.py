"""Coded claims from W3C Web Annotations, as they were exported and corrected, or from Hypothesis.

The tags are slot and group, the describing text (Hypothesis: the comment) is the value. A body of the purpose `assessing`
accepts or rejects a claim; one of `commenting` is the reason; the annotation's creator is who decides.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sayso.errors import InputError
from sayso.importing.coded import Coded
from sayso.store import View

_CLAIM = "urn:sayso:claim:"
_DOCUMENT = "urn:sayso:document:"


def read(path: Path, view: View) -> list[Coded]:
    """Read the annotations of a file: a page, a collection's list, or a single one.

    Raises:
        InputError: it is no JSON, or holds no annotations.
    """
    try:
        page = json.loads(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise InputError(f"{path}: not JSON in UTF-8 ({error}); expected a page of Web Annotations") from error
    items = _items(page)
    if not items:
        raise InputError(
            f"{path}: holds no annotations; expected an AnnotationPage with `items`, or a list of annotations"
        )
    addresses = {one.url: one.id for one in view.documents() if one.url}
    return [Coded(number, _cells(item, addresses)) for number, item in enumerate(items, start=1)]


def _items(page: Any) -> list[Any]:
    if isinstance(page, list):
        return [item for item in page if isinstance(item, Mapping)]
    if not isinstance(page, Mapping):
        return []
    listed = page.get("items") or page.get("rows") or ([page] if "target" in page else [])
    return [item for item in listed if isinstance(item, Mapping)] if isinstance(listed, list) else []


def _cells(item: Mapping[str, Any], addresses: Mapping[str, str]) -> dict[str, str]:
    """An annotation as the cells of a row."""
    target = next(iter(_listed(item.get("target"))), {})
    source = str(target.get("source") or item.get("uri") or "")
    tags, words = _bodies(item)
    cells = {
        "id": str(item.get("id", "")).removeprefix(_CLAIM),
        "document": str(target.get("sayso:document") or addresses.get(source) or source.removeprefix(_DOCUMENT)),
        "slot": tags[0] if tags else "",
        "group": tags[1] if len(tags) > 1 else "",
        "value": words,
        "assessed": _body(item, "assessing"),
        "why": _body(item, "commenting"),
        "by": _creator(item.get("creator") or item.get("user")),
        **_place(target),
    }
    return {name: cell for name, cell in cells.items() if cell or name == "group"}


def _bodies(item: Mapping[str, Any]) -> tuple[list[str], str]:
    """The tags, and the describing text."""
    bodies = list(_listed(item.get("body")))
    tags = [str(body.get("value", "")) for body in bodies if body.get("purpose") == "tagging"]
    words = [str(body.get("value", "")) for body in bodies if body.get("purpose") == "describing"]
    own = [str(tag) for tag in item.get("tags", ()) if isinstance(tag, str)]
    return tags or own, next(iter(words), str(item.get("text") or ""))


def _body(item: Mapping[str, Any], purpose: str) -> str:
    """The text of the first body of a purpose."""
    bodies = _listed(item.get("body"))
    return next((str(body.get("value", "")).strip() for body in bodies if body.get("purpose") == purpose), "")


def _creator(said: Any) -> str:
    """The name of who annotated: a person's, or an account's without its address."""
    if isinstance(said, list):
        said = said[0] if said else None
    name = said.get("name") or said.get("nickname") or said.get("id") if isinstance(said, Mapping) else said
    return str(name or "").removeprefix("acct:").split("@")[0]


def _place(target: Mapping[str, Any]) -> dict[str, str]:
    """The quote, and where it starts: as counted on the case's own text alone, since others count otherwise."""
    cells: dict[str, str] = {}
    for selector in _listed(target.get("selector")):
        if selector.get("type") == "TextQuoteSelector":
            cells["quote"] = str(selector.get("exact", ""))
        if selector.get("type") == "TextPositionSelector" and "sayso:textSha256" in target:
            cells["start"] = str(selector.get("start", ""))
    return cells


def _listed(part: Any) -> Iterator[Mapping[str, Any]]:
    """One or several objects, as the standard allows."""
    for one in part if isinstance(part, list) else [part]:
        if isinstance(one, Mapping):
            yield one
