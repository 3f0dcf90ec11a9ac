"""Writes docs/reference from what the code says of itself: the commands' help, the codebook's keys, the schema, the face.

    python docs/make_reference.py            writes the pages
    python docs/make_reference.py --check    names those that are behind; status 1 where there are any

Keys and names are documented where they are defined; these pages cannot say anything else.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
import os
import re
import subprocess
import sys
from importlib import resources
from pathlib import Path
from typing import Any

import sayso
from sayso.codebook import load, shape
from sayso.export.showing import Slot
from sayso.store import View

FOLDER = Path(__file__).resolve().parent / "reference"
MADE = "<!-- Made by docs/make_reference.py (make docs). -->"
COMMANDS = (
    "", "demo", "build", "watch", "show", "report", "export", "codebook", "codebook show", "codebook check", "codebook new",
    "annotate", "doctor", "diff", "import", "fuse", "judge", "serve",
)  # fmt: skip
SHAPES = (
    "Codebook",
    "Extraction",
    "EventType",
    "Triggers",
    "SlotWords",
    "Fusion",
    "SlotForm",
    "GroupForm",
    "Check",
    "Rule",
)
WIDTH = "100"


def pages() -> dict[str, str]:
    """File name -> text of every page."""
    return {"commands.md": commands(), "codebook.md": codebook(), "json.md": json_form(), "python.md": face()}


def commands() -> str:
    """Each command's own help."""
    told = [
        f"# Commands\n\n{MADE}\n\nExit status: 0 well, 1 something could not be done (and what), 2 the call was wrong."
    ]
    told += [f"## sayso {command}".rstrip() + f"\n\n```text\n{_help(command)}\n```" for command in COMMANDS]
    return "\n\n".join(told) + "\n"


def _help(command: str) -> str:
    call = [sys.executable, "-c", "from sayso.cli import main; main()", *command.split(), "--help"]
    environment = {**os.environ, "COLUMNS": WIDTH, "TERM": "dumb", "NO_COLOR": "1"}
    done = subprocess.run(call, capture_output=True, text=True, check=True, env=environment)  # noqa: S603 - our own
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


def codebook() -> str:
    """The keys of a codebook, and what the packaged one holds."""
    packaged = load("incident")
    told = [
        (
            f"# The codebook\n\n{MADE}\n\nA codebook is a YAML file; its keys are the fields named here. `sayso codebook check` names "
            "each fault with its line."
        )
    ]
    told += [_shape(getattr(shape, name)) for name in SHAPES]
    slots = [
        f"| `{name}` | {slot.kind} | {_form(packaged, name)} |" for name, slot in packaged.extraction.slots.items()
    ]
    told.append("## The slots of `incident`\n\n| slot | kind | question |\n|---|---|---|\n" + "\n".join(slots))
    groups = [f"| `{name}` | {', '.join(nouns[:6])} |" for name, nouns in packaged.extraction.groups.items()]
    told.append("## The groups of `incident`\n\n| group | nouns, the first |\n|---|---|\n" + "\n".join(groups))
    rules = [
        f"| `{name}` | {rule.title} | {rule.follows} | {rule.says} |" for name, rule in packaged.fusion.rules.items()
    ]
    told.append(
        "## The house rules of `incident`\n\n| rule | whose | follows | |\n|---|---|---|---|\n" + "\n".join(rules)
    )
    return "\n\n".join(told) + "\n"


def _form(packaged: Any, slot: str) -> str:
    form = packaged.fusion.slots.get(slot)
    return form.question if form is not None else ""


def _shape(of: Any) -> str:
    """A dataclass: what it is, and a table of its fields."""
    said = inspect.cleandoc(of.__doc__ or "")
    summary, _, about = said.partition("Args:")
    rows = [
        f"| `{field.name}` | `{str(field.type).replace('|', chr(92) + '|')}` | {_default(field)} |"
        for field in dataclasses.fields(of)
    ]
    table = "| key | type | default |\n|---|---|---|\n" + "\n".join(rows)
    notes = f"\n\n```text\n{inspect.cleandoc(about)}\n```" if about else ""
    return f"## {of.__name__}\n\n{summary.strip()}\n\n{table}{notes}"


def _default(field: dataclasses.Field[Any]) -> str:
    if field.default is not dataclasses.MISSING:
        return f"`{field.default!r}`"
    return "required" if field.default_factory is dataclasses.MISSING else "empty"


def json_form() -> str:
    """The keys of the JSON form, from its schema."""
    text = resources.files("sayso").joinpath("resources/schema/case.schema.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    told = [
        (
            f"# The JSON form\n\n{MADE}\n\n`sayso export CASE --to json` prints one UTF-8 JSON object. Offsets are Unicode code points, "
            "half-open, over the document's stored text: `text[start:end] == quote`, always. The JSON Schema is packaged as "
            "`sayso/resources/schema/case.schema.json`."
        ),
        "## The case\n\n" + _keys(schema),
    ]
    told += [f"## {name}\n\n{_keys(one)}" for name, one in schema["$defs"].items() if "properties" in one]
    return "\n\n".join(told) + "\n"


def _keys(schema: dict[str, Any]) -> str:
    needed = set(schema.get("required", ()))
    rows = [
        f"| `{key}` | {_type(one)} | {'' if key in needed else 'may be absent'} |"
        for key, one in schema["properties"].items()
    ]
    return "| key | type | |\n|---|---|---|\n" + "\n".join(rows)


def _type(schema: dict[str, Any]) -> str:
    """A type in a few words."""
    if "$ref" in schema:
        return schema["$ref"].rsplit("/", 1)[-1]
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return ", ".join(f"`{one}`" for one in schema["enum"])
    for either in ("anyOf", "oneOf"):
        if either in schema:
            return " or ".join(_type(one) for one in schema[either])
    kind = schema.get("type", "any")
    named = " or ".join(kind) if isinstance(kind, list) else kind
    return f"list of {_type(schema['items'])}" if named == "array" and "items" in schema else named


def face() -> str:
    """The names of the Python face, with their docstrings."""
    told = [f"# Python\n\n{MADE}\n\n{inspect.cleandoc(sayso.__doc__ or '').split(chr(10))[0]}"]
    for name in sayso.__all__:
        of = getattr(sayso, name)
        told.append(f"## {name}\n\n{_told(of)}")
        if name in ("Case", "Codebook"):
            told += _methods(of)
        if name == "Case":
            told += [f"## Slot\n\nWhat `Case.slot` gives. {_told(Slot)}", *_methods(Slot)]
    views = [
        f"- `{one}`: {_first(part)}" for one, part in vars(View).items() if not one.startswith("_") and part.__doc__
    ]
    told.append("## The view\n\n`Case.view` reads all that a case holds:\n\n" + "\n".join(views))
    return "\n\n".join(told) + "\n"


def _methods(of: type) -> list[str]:
    """What a class of the face can be asked, in the order of its source; fields stand in its docstring."""
    known = {name: part for name, part in vars(of).items() if not name.startswith("_")}
    asked = {name: part for name, part in known.items() if inspect.isroutine(part) or isinstance(part, property)}
    return [f"### {of.__name__}.{name}\n\n{_told(part)}" for name, part in asked.items()]


def _told(of: Any) -> str:
    of = of.__func__ if isinstance(of, classmethod | staticmethod) else of
    said = inspect.cleandoc(of.__doc__ or "")
    if inspect.isclass(of) and said.startswith(f"{of.__name__}("):
        said = ""
    head = f"```text\n{_signature(of)}\n```\n\n" if inspect.isfunction(of) else ""
    summary, _, rest = said.partition("\n\n")
    return head + summary + (f"\n\n```text\n{rest}\n```" if rest else "")


def _signature(of: Any) -> str:
    # Type names as they are written in the source, the same on every machine.
    return f"{of.__name__}{re.sub(chr(39), '', str(inspect.signature(of)))}"


def _first(of: Any) -> str:
    return inspect.cleandoc(of.__doc__ or "").split("\n")[0]


def main() -> int:
    """Write the pages, or name those that are behind."""
    behind = []
    for name, text in pages().items():
        path = FOLDER / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        behind.append(name)
        if "--check" not in sys.argv:
            FOLDER.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    print("behind:" if "--check" in sys.argv else "written:", ", ".join(behind) or "none")
    return 1 if behind and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
