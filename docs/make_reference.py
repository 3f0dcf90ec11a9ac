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
import tempfile
from importlib import resources
from pathlib import Path
from typing import Any

import sayso
from sayso.cli.wording import Names
from sayso.codebook import load, shape
from sayso.dossier.phrases import bounds, value_words
from sayso.export.showing import Slot
from sayso.model import Duration, Estimate, Figure, Role
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
# Five invented accounts of one day that part on two figures.
MARKET = {
    "agency": "Gunmen at a market\n\nPORTVILLE, 14 March 2001 (Meridian) - On 11 March 2001 gunmen attacked a market in Portville and "
    "killed 26 people. 40 people were injured.\n",
    "courier": "A Sunday in Portville\n\nThe Port Courier, 14 March 2001\n\nOn 11 March 2001 gunmen attacked the market in Portville. "
    "They killed 31 people. More than 50 people were injured.\n",
    "gazette": "After the shots\n\nThe Gazette, 14 March 2001\n\nOn 11 March 2001 gunmen stormed the market of Portville. 31 people "
    "died and 45 were injured.\n",
    "herald": "The market\n\nThe Daily Herald, 14 March 2001\n\nOn 11 March 2001 gunmen attacked a market in Portville. Dozens of people "
    "were killed and dozens were injured.\n",
    "union": "What was counted\n\nTraders' Union of Portville, 14 March 2001\n\nOn 11 March 2001 gunmen attacked our market in "
    "Portville. They killed 41 people and injured 60.\n",
}
COMPARED = """The claims are the same in every column; only what is made of them differs. Each cell holds the best value, then low and \
high where they are others. A dash: the rule does not speak of it.

## A market, five accounts

{told}

{market}

`sayso` weighs who tells a figure, how exactly and from how many origins, and names no best value where nothing decides. `ucdp` gives
the figure told best between the lowest and the highest that can be held. `acled` takes the most conservative figure. `gtd` takes the
most recent one that can be relied on, else that of most accounts, else the lowest. `ibc` gives the range of independent accounts
and never a best figure. "Dozens" makes no reading here, since sharper figures fit it; were it all that is told, `acled` would make it
12, and `gtd` would leave the cell blank.

## The packaged example, a siege

{siege}

Where all accounts agree, all rules do. A house rule matters where they part, and there it is a choice that a reader should see:
`sayso build FOLDER --rule NAME`.
"""


def pages() -> dict[str, str]:
    """File name -> text of every page."""
    return {
        "commands.md": commands(),
        "codebook.md": codebook(),
        "json.md": json_form(),
        "python.md": face(),
        "../explanation/rules-compared.md": rules_compared(),
        "../explanation/floors.md": floors(),
    }


def rules_compared() -> str:
    """One small case, and the packaged example, under every house rule."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in MARKET.items():
            (Path(folder) / f"{name}.txt").write_text(text, encoding="utf-8")
        with sayso.build(folder) as case:
            market = _by_rule(case)
    with sayso.build(sayso.example_paths()) as case:
        siege = _by_rule(case)
    told = "\n".join(f"- *{name}*: {text.strip().rsplit(chr(10), 1)[-1]}" for name, text in MARKET.items())
    return f"# One case under every house rule\n\n{MADE}\n\n" + COMPARED.format(told=told, market=market, siege=siege)


def _by_rule(case: sayso.Case) -> str:
    """A table: what more than one account tells of, and what each rule makes of it."""
    rules = list(case.codebook.fusion.rules)
    told = Names(case.codebook, {one.id: one.name for one in case.entities}, {one.id: one for one in case.events})
    main = next(event for event in case.events if event.role is Role.MAIN)
    asked = [one for one in case.view.estimates(main.id) if _is_compared(one)]
    rows = [f"| {told.slot(one)} | " + " | ".join(_verdict(one, rule) for rule in rules) + " |" for one in asked]
    head = "| | " + " | ".join(f"`{rule}`" for rule in rules) + " |\n|---|" + "---|" * len(rules)
    return f"{head}\n" + "\n".join(rows)


def _is_compared(estimate: Estimate) -> bool:
    """Counts and lengths that more than one account tells of; elsewhere rules have nothing to choose."""
    documents = {name for reading in estimate.readings for name in reading.documents}
    kinds = {type(reading.value) for reading in estimate.readings}
    return len(documents) > 1 and bool(kinds & {Figure, Duration}) and estimate.about is None


def _verdict(estimate: Estimate, rule: str) -> str:
    verdict = estimate.by_rule.get(rule)
    if verdict is None or verdict.not_covered:
        return "-"
    best = value_words(verdict.best) if verdict.best is not None else "no best value"
    span = "" if isinstance(verdict.best, Duration) else bounds(verdict.low, verdict.high)
    return best if not span or span in best else f"{best} ({span})"


def floors() -> str:
    """The floors of quality that the tests hold."""
    text = (FOLDER.parents[1] / "evaluation" / "floors.json").read_text(encoding="utf-8")
    rows = [
        f"| {name.removesuffix(' %')} | {floor}{' %' if name.endswith('%') else ''} |"
        for name, floor in json.loads(text)["accounts"].items()
    ]
    return (
        f"# Floors of quality\n\n{MADE}\n\nFive real accounts of one event with a key of what a careful reader finds. `make eval` "
        "prints today's figures beside these floors, and fails where one is not held. A percentage is held from its floor up, a count "
        "of faults from its floor down. What the figures mean, and how it does on other texts: [how well it extracts](quality.md)."
        "\n\n| measure | floor |\n|---|---|\n" + "\n".join(rows) + "\n"
    )


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
