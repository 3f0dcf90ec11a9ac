"""Checks that a codebook holds together; all faults of one file come in one message, each with its line and key."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache
from typing import Any

import yaml

from sayso.codebook import shape
from sayso.codebook.shape import Check, Codebook
from sayso.errors import CodebookError
from sayso.model import BlockKind

# Faults shown at once; a file with more of them has one cause.
_SHOWN = 12

# How many terms a kind of check needs, where one is not enough.
_PARTS = {"order": 2, "duration": 2}
_TERM = re.compile(r"(\w+)(?:\[(\w+)\])?")

_Key = tuple[str | int, ...]
_Fault = tuple[_Key, str]


def checked(raw: bytes, where: str) -> tuple[Codebook, dict[str, Any]]:
    """The codebook of a YAML file, and its plain tree.

    Raises:
        CodebookError: it does not hold together.
    """
    node, tree = _read(raw, where)
    codebook, faults = _shaped(tree)
    if codebook is not None:
        faults = list(_loose_ends(codebook))
    if codebook is None or faults:
        raise CodebookError(f"{where} is not a codebook that holds together:" + _told(node, faults))
    return codebook, tree


def weak_points(raw: bytes, where: str) -> str:
    """What a codebook that holds together still lacks, a line each; empty where nothing is wanting.

    Raises:
        CodebookError: it does not hold together.
    """
    codebook, _ = checked(raw, where)
    return _told(_read(raw, where)[0], list(_gaps(codebook)))


def plain(raw: bytes, where: str) -> Any:
    """The plain tree of a YAML file.

    Raises:
        CodebookError: it is no YAML.
    """
    return _read(raw, where)[1]


def _read(raw: bytes, where: str) -> tuple[yaml.Node | None, Any]:
    """The tree with its lines (None for an empty file), and the plain tree."""
    try:
        return yaml.compose(raw, Loader=_loader()), yaml.load(raw, Loader=_loader())  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark is not None else 1
        raise CodebookError(f"{where}, line {line}: not YAML ({error.problem}); mend the line") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CodebookError(f"{where}: not YAML in UTF-8 ({error}); expected a codebook") from error


def _loader() -> Any:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def _adapter() -> Any:
    """The shape as pydantic checks it; an unknown key is a fault, since it may be a slip of the pen."""
    from pydantic import ConfigDict, TypeAdapter  # noqa: PLC0415 - slow to import

    for part in vars(shape).values():
        if isinstance(part, type) and is_dataclass(part):
            setattr(part, "__pydantic_config__", ConfigDict(extra="forbid"))  # noqa: B010 - the shape knows no pydantic
    return TypeAdapter(Codebook)


def _shaped(tree: Any) -> tuple[Codebook | None, list[_Fault]]:
    """The codebook, or what its shape lacks."""
    from pydantic import ValidationError  # noqa: PLC0415 - slow to import

    if not isinstance(tree, dict):
        return None, [((), f"expected keys such as name, title, extraction and fusion, found {type(tree).__name__}")]
    try:
        codebook: Codebook = _adapter().validate_python(tree)
    except ValidationError as error:
        return None, [(tuple(fault["loc"]), _in_words(fault["msg"], fault["input"])) for fault in error.errors()]
    return codebook, []


def _in_words(message: str, given: Any) -> str:
    """A fault of the shape for people; YAML's bare `no` and `yes` are the usual cause of a stray truth value."""
    if message == "Field required":
        return "is missing"
    if "keyword argument" in message:
        return "is no key of a codebook; check its spelling and its indentation"
    hint = "; put quotes around a bare yes or no" if isinstance(given, bool) else ""
    return f"{message[0].lower()}{message[1:]}, found {given!r:.60}{hint}"


def _loose_ends(codebook: Codebook) -> Iterator[_Fault]:
    """Names that are used and not given anywhere."""
    extraction, fusion = codebook.extraction, codebook.fusion
    slots = {*fusion.slots, *extraction.slots}
    parts = {*fusion.parts, *(part for one in extraction.event_types.values() for part in one.parts)}
    groups = {*fusion.groups, *extraction.groups, "total"}
    yield from _unknown(("extraction", "blocks"), extraction.blocks, set(BlockKind), "is no kind of block")
    for name, form in fusion.groups.items():
        yield from _unknown(("fusion", "groups", name, "within"), form.within, groups, "is no group of this codebook")
        yield from _unknown(("fusion", "groups", name, "apart"), form.apart, groups, "is no group of this codebook")
    yield from _circles(("fusion", "groups"), {name: form.within for name, form in fusion.groups.items()}, "within")
    types = {name: tuple(one.parts) for name, one in extraction.event_types.items()}
    yield from _circles(("extraction", "event_types"), types, "with the part")
    for name, words in extraction.slots.items():
        wanted = [words.group] if words.group is not None else []
        yield from _unknown(("extraction", "slots", name, "group"), wanted, groups, "is no group of this codebook")
        told_of = [words.part] if words.part is not None else []
        known = {*parts, "whole"}
        yield from _unknown(("extraction", "slots", name, "part"), told_of, known, "is no part of any event type")
    yield from _rules(codebook)
    known_types = {*fusion.event_types, *extraction.event_types}
    for number, check in enumerate(fusion.checks):
        here: _Key = ("fusion", "checks", number)
        yield from _check(here, check, slots, groups)
        wanted = [check.part] if check.part is not None else []
        yield from _unknown((*here, "part"), wanted, parts, "is no part of any event type")
        yield from _unknown((*here, "types"), check.types, known_types, "is no event type of this codebook")


def _gaps(codebook: Codebook) -> Iterator[_Fault]:
    """What is claimed and has no form to be shown in; it shows under its bare key, so a build goes on."""
    extraction, fusion = codebook.extraction, codebook.fusion
    for name, type_ in extraction.event_types.items():
        here: _Key = ("extraction", "event_types", name)
        yield from _unknown(here, [name], fusion.event_types, "has no name under fusion.event_types")
        yield from _unknown(here, type_.parts, fusion.parts, "is a part without a name under fusion.parts")
    for name in extraction.slots:
        yield from _unknown(("extraction", "slots", name), [name], fusion.slots, "has no form under fusion.slots")
    for name in extraction.groups:
        yield from _unknown(("extraction", "groups", name), [name], fusion.groups, "has no form under fusion.groups")


def _rules(codebook: Codebook) -> Iterator[_Fault]:
    fusion = codebook.fusion
    if fusion.default_rule not in fusion.rules:
        known = ", ".join(sorted(fusion.rules)) or "there are none; give at least one under fusion.rules"
        yield ("fusion", "default_rule"), f"{fusion.default_rule!r} is none of the rules: {known}"
    for name, rule in fusion.rules.items():
        here: _Key = ("fusion", "rules", name)
        yield from _unknown(
            (*here, "covers"),
            rule.covers,
            {"*", *fusion.slots, *codebook.extraction.slots},
            "is no slot of this codebook",
        )
        yield from _unknown(
            (*here, "groups"),
            rule.groups,
            {*fusion.groups, *codebook.extraction.groups, "total"},
            "is no group of this codebook",
        )
        known = f"is nothing to weigh by; expected {', '.join(shape.WEIGHED_BY)}"
        yield from _unknown((*here, "weights"), rule.weights, shape.WEIGHED_BY, known)


def _check(here: _Key, check: Check, slots: set[str], groups: set[str]) -> Iterator[_Fault]:
    """The terms of a check, `slot` or `slot[group]`, and its whole."""
    if check.whole is None and check.kind != "order":
        yield here, f"a check of kind {check.kind} needs a `whole`"
    if len(check.parts) < (least := _PARTS.get(check.kind, 1)):
        yield here, f"a check of kind {check.kind} needs {least} or more `parts`, found {len(check.parts)}"
    terms = [*check.parts, *([check.whole] if check.whole is not None else [])]
    for term in terms:
        match = _TERM.fullmatch(term)
        if match is None:
            yield here, f"{term!r} is no term; expected slot or slot[group]"
            continue
        yield from _unknown(here, [match[1]], slots, "is no slot of this codebook")
        yield from _unknown(here, [match[2]] if match[2] else [], groups, "is no group of this codebook")


def _circles(here: _Key, above: Mapping[str, Iterable[str]], says: str) -> Iterator[_Fault]:
    """A fault for each circle of names that lead to each other, told once, from its first name."""
    for name in sorted(above):
        way = _way_back(name, above)
        if way and name == min(way):
            told = f" {says} ".join(repr(one) for one in (*way, name))
            yield (*here, name), f"is a circle: {told}; take one of them out"


def _way_back(start: str, above: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The shortest way from a name back to itself, without its end; empty where there is none."""
    ways: deque[tuple[str, ...]] = deque([(start,)])
    seen = {start}
    while ways:
        way = ways.popleft()
        for name in above.get(way[-1], ()):
            if name == start:
                return way
            if name not in seen:
                seen.add(name)
                ways.append((*way, name))
    return ()


def _unknown(here: _Key, names: Iterable[str], known: Container[str], says: str) -> Iterator[_Fault]:
    """A fault for each name that is not known."""
    return ((here, f"{name!r} {says}") for name in names if name not in known)


def _told(node: yaml.Node | None, faults: Iterable[_Fault]) -> str:
    """All faults by line, a line each."""
    lines = sorted({(_line(node, key), ".".join(map(str, key)) or "the file", says) for key, says in faults})
    shown = [f"\n  line {line}: {key}: {says}" for line, key, says in lines[:_SHOWN]]
    more = f"\n  and {len(lines) - _SHOWN} more" if len(lines) > _SHOWN else ""
    return "".join(shown) + more


def _line(node: yaml.Node | None, key: _Key) -> int:
    """The line of the deepest part of a key that stands in the file."""
    line = 1
    for step in key:
        found = _child(node, step)
        if found is None:
            break
        line, node = found
    return line


def _child(node: yaml.Node | None, step: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == str(step):
                return name.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        value = node.value[step]
        return value.start_mark.line + 1, value
    return None
