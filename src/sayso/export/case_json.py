"""The case as JSON, form `sayso-case/1`: sorted keys, lists in the form's order, no build times and no paths.

The same documents and judgements give the same bytes, whatever the order of the files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from io import StringIO
from typing import Any, TextIO

from sayso.export.joining import Names
from sayso.model import Claim, to_row
from sayso.store import View

FORMAT = "sayso-case/1"


def write(view: View, out: TextIO) -> None:
    """Write a case as one JSON object; claims and documents go out one by one: a large case needs no large memory."""
    separator = "{\n"
    for key, part in sorted(_parts(view).items()):
        out.write(f"{separator}{_json(key)}: ")
        if isinstance(part, str | dict):
            out.write(_json(part))
        else:
            _write_list(part, out)
        separator = ",\n"
    out.write("\n}\n")


def _parts(view: View) -> dict[str, Any]:
    """The keys of the form: a plain part, or the rows of a list."""
    names = Names(view.each("entities"))
    return {
        "format": FORMAT,
        "case": to_row(view.header),
        "claims": (_claim(claim, names) for claim in view.claims()),
        "documents": map(to_row, view.each("documents")),
        "entities": map(to_row, view.each("entities")),
        "estimates": (names.joined(to_row(estimate)) for estimate in view.each("estimates")),
        "events": map(to_row, view.each("events")),
        "findings": map(to_row, view.each("findings")),
        "judgements": map(to_row, view.judgements()),
        "labels": map(to_row, view.each("labels")),
        "lineage": map(to_row, view.each("lineage")),
        "refusals": map(to_row, view.each("refusals")),
        "sources": map(to_row, view.each("sources")),
        "unread": map(to_row, view.each("unread")),
    }


def tree(view: View) -> Any:
    """The case as plain dicts and lists, in the same form."""
    return json.loads(text(view))


def text(view: View) -> str:
    """The case as one JSON text."""
    out = StringIO()
    write(view, out)
    return out.getvalue()


def _write_list(rows: Iterable[Any], out: TextIO) -> None:
    """One row a line: a change shows as a changed line."""
    separator = "["
    for row in rows:
        out.write(f"{separator}\n{_json(row)}")
        separator = ","
    out.write("[]" if separator == "[" else "\n]")


def _json(row: object) -> str:
    return json.dumps(row, sort_keys=True, ensure_ascii=False)


def _claim(claim: Claim, names: Names) -> dict[str, Any]:
    """A claim's row, with the entities of its actor and its speakers joined: by place first, then by name."""
    row: dict[str, Any] = to_row(claim)
    value = row["value"]
    if value["kind"] == "actor" and value["entity"] is None:
        value["entity"] = names.called(value["name"]) or names.at(claim.document, claim.start, claim.end)
    for one in row["attribution"]:
        if one["entity"] is None:
            at = names.at(claim.document, one["speaker_start"], one["speaker_end"])
            one["entity"] = names.called(one["speaker"]) or at
    return row
