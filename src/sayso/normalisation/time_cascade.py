"""A cascade of finite-state rules over kinds of words.

Each word that may belong to a time expression becomes a node with a kind; a level of rules rewrites runs of nodes into
one node, and the next level reads what the former made (as in FASTUS, Hobbs and others 1997). A pattern is a regular
expression over kinds, so a table of rules can be read aloud: `MONTH DOT? NUM COMMA? YEAR`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

_KINDS = [
    "NUM",
    "ORD",
    "YEAR",
    "DECIMAL",
    "MONTH",
    "WEEKDAY",
    "UNIT",
    "UNITS",
    "DATENUM",
    "CLOCK",
    "AMPM",
    "ZONE",
    "DAYPART",
    "TODAY",
    "SEASON",
    "HOLIDAY",
    "DECADE",
    "LAST",
    "PAST",
    "NEXT",
    "FOLLOWING",
    "THIS",
    "CURRENT",
    "THAT",
    "SAME",
    "THE",
    "A",
    "EVERY",
    "PER",
    "SHADE",
    "ENDS",
    "OCLOCK",
    "AGO",
    "EARLIER",
    "LATER",
    "BEFORE",
    "AFTER",
    "ABOUT",
    "SINCE",
    "UNTIL",
    "BY",
    "FROM",
    "TO",
    "BETWEEN",
    "AND",
    "OF",
    "IN",
    "ON",
    "AT",
    "FEW",
    "HALF",
    "HYPHEN",
    "COMMA",
    "DOT",
    "POSS",
    "OLD",
    "LONG",
    "FISCAL",
    "ADVERB",
    "REF",
    "RECENT",
    "PERIOD",
    "FOR",
    "OVER",
    "MORE",
    "DAYS",
    "SETWORD",
    "OR",
    "SO",
    "SLASH",
    "DATE",
    "LENGTH",
    "TIME",
    "SPAN",
    "SET",
]
CODES = {kind: chr(0xE000 + number) for number, kind in enumerate(_KINDS)}
KINDS = {code: kind for kind, code in CODES.items()}


@dataclass(frozen=True, slots=True)
class Node:
    """A word or phrase with its kind; `inner` are the phrases a range or bound was made of."""

    kind: str
    start: int
    end: int
    value: Any = None
    inner: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """The nodes a rule has matched, asked for by kind."""

    nodes: tuple[Node, ...]

    def get(self, *kinds: str) -> Any:
        """The value of the first node of one of the kinds, or None."""
        return next((node.value for node in self.nodes if node.kind in kinds), None)

    def all(self, *kinds: str) -> list[Any]:
        """The values of all nodes of the kinds, in order."""
        return [node.value for node in self.nodes if node.kind in kinds]

    def has(self, *kinds: str) -> bool:
        """Whether a node of one of the kinds is there."""
        return any(node.kind in kinds for node in self.nodes)

    def phrases(self) -> tuple[Node, ...]:
        """The nodes that are times of their own."""
        return tuple(node for node in self.nodes if node.kind in ("DATE", "TIME", "LENGTH"))


Build = Callable[[Parts], Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """Rewrites what `pattern` matches into a node of kind `makes`; `build` gives its value, or None to refuse."""

    pattern: str
    makes: str
    build: Build
    keeps_inner: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """Rules tried in order at each place, from left to right; where one refuses, the later ones are asked."""

    rules: tuple[Rule, ...]
    regex: re.Pattern[str]
    each: tuple[re.Pattern[str], ...]

    def rewrite(self, nodes: Sequence[Node]) -> list[Node]:
        """The nodes after the rules of this level."""
        codes = "".join([CODES[node.kind] for node in nodes])
        rewritten: list[Node] = []
        place = 0
        while found := self.regex.search(codes, place):
            rewritten.extend(nodes[place : found.start()])
            node, end = self._build(codes, found, nodes)
            rewritten.append(node)
            place = end
        rewritten.extend(nodes[place:])
        return rewritten

    def _build(self, codes: str, found: re.Match[str], nodes: Sequence[Node]) -> tuple[Node, int]:
        start = found.start()
        for number in range(int((found.lastgroup or "r0")[1:]), len(self.rules)):
            match = self.each[number].match(codes, start)
            if match is None:
                continue
            rule, parts = self.rules[number], Parts(tuple(nodes[start : match.end()]))
            value = rule.build(parts)
            if value is not None:
                inner = parts.phrases() if rule.keeps_inner else ()
                return Node(rule.makes, parts.nodes[0].start, parts.nodes[-1].end, value, inner), match.end()
        return nodes[start], start + 1


def level(*rules: Rule) -> Level:
    """A level of rules, compiled."""
    patterns = [_compiled(rule.pattern) for rule in rules]
    alternatives = "|".join(f"(?P<r{number}>{pattern})" for number, pattern in enumerate(patterns))
    return Level(rules, re.compile(alternatives), tuple(re.compile(pattern) for pattern in patterns))


def _compiled(pattern: str) -> str:
    coded = re.sub(r"[A-Z]+", lambda word: CODES[word.group()], pattern)
    return re.sub(r"\((?!\?)", "(?:", coded).replace(" ", "")


def run(levels: Sequence[Level], islands: Iterator[list[Node]]) -> list[Node]:
    """All nodes after all levels, island by island."""
    return list(chain.from_iterable(_cascade(levels, island) for island in islands))


def _cascade(levels: Sequence[Level], nodes: list[Node]) -> list[Node]:
    for each in levels:
        nodes = each.rewrite(nodes)
    return nodes
