"""Numbers in running text: counts as intervals with their hedges, and what looks like a count and is none.

Every number found stands at `text[start:end]`; numbers are ordered and never overlap. Bounds are those of `vagueness.yaml`.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.model import Figure, Qualifier
from sayso.normalisation import number_patterns as patterns
from sayso.normalisation import numerals
from sayso.normalisation.number_readers import READERS, HedgeWords, hedge_before
from sayso.normalisation.number_value import Kind, Number

__all__ = ["HedgeWords", "Kind", "Number", "figure", "find", "hedge_before"]


def find(text: str, *, articles: bool = False) -> tuple[Number, ...]:
    """Find every number in a text.

    Args:
        text: any text.
        articles: also give "a" and "an" as one, kind `article`.

    Returns:
        Numbers in the order of the text, none overlapping another.

    >>> [(text[n.start:n.end], n.low, n.high) for text in ("nearly 500 hostages",) for n in find(text)]
    [('nearly 500', 450, 499)]
    >>> [(n.kind, n.low, n.of) for n in find("71 of 72 hostages; no one else died")]
    [('part', 71, 72), ('zero', 0, None)]
    >>> [n.not_because for n in find("On Dec. 17, 1996, Ruiz, 43, paid $500.")]
    ['date', 'year', 'age', 'money']
    """
    lowered = numerals.lower(text)
    numbers: list[Number] = []
    position = 0
    while (match := patterns.SCAN.search(lowered, position)) is not None:
        number, position = READERS[str(match.lastgroup)](text, lowered, match)
        if number is None or _follows(lowered, number, numbers):
            continue
        again = patterns.AGAIN.match(lowered, number.end)  # "seventeen (17) fatalities"
        if again is not None and number.low == number.high == int(again[1].replace(",", "")):
            number, position = replace(number, end=again.end()), again.end()
        while numbers and numbers[-1].end > number.start:
            numbers.pop()
        numbers.append(number)
    if articles:
        numbers = _with_articles(lowered, numbers)
    return tuple(numbers)


def _follows(lowered: str, number: Number, numbers: list[Number]) -> bool:
    """Tell "others" after a number from a number of its own."""
    if not numbers or lowered[number.start : number.end] != "others":
        return False
    return lowered[numbers[-1].end : number.start].isspace()


def figure(number: Number, unit: str = "people", *, text: str) -> Figure:
    """Give a number as the value of a claim.

    Args:
        number: what `find` found in the text.
        unit: what is counted.
        text: the text that it was found in, or the words to show.

    >>> figure(find("about 80 agents")[0], text="about 80 agents")
    Figure(low=72, high=88, unit='people', qualifier=<Qualifier.ABOUT: 'about'>, text='about 80')
    """
    return Figure(number.low, number.high, unit, number.qualifier, text[number.start : number.end])


def _with_articles(lowered: str, numbers: list[Number]) -> list[Number]:
    taken = {place for number in numbers for place in range(number.start, number.end)}
    ones = [
        Number(m.start(), m.end(), m.start(), m.end(), 1, 1, Qualifier.EXACT, "article", said=(1, 1))
        for m in patterns.ARTICLES.finditer(lowered)
        if m.start() not in taken
    ]
    return sorted([*numbers, *ones], key=lambda number: number.start)
