"""The components that `sayso annotate` runs by themselves: a text and its day of publication in, plain rows out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

Component: TypeAlias = Callable[[str, date | None], list[dict[str, Any]]]


def times(text: str, published: date | None) -> list[dict[str, Any]]:
    """Dates, times of day, durations and sets, as TIMEX3."""
    from sayso.normalisation.timex import annotate  # noqa: PLC0415 - a component is loaded when it is asked for

    return annotate(text, published)


def figures(text: str, published: date | None) -> list[dict[str, Any]]:
    """Numbers with their bounds and qualifier; `not_because` says why one is no count.

    >>> figures("nearly 500 hostages", None)[0]["high"]
    499
    """
    from sayso.normalisation import numbers  # noqa: PLC0415 - as above

    del published
    return [
        {
            "start": number.start,
            "end": number.end,
            "text": text[number.start : number.end],
            "low": number.low,
            "high": number.high,
            "qualifier": number.qualifier.value,
            "kind": number.kind,
            "not_because": number.not_because,
        }
        for number in numbers.find(text)
    ]


def speech(text: str, published: date | None) -> list[dict[str, Any]]:
    """Who says what: the spans of source, cue and content."""
    from sayso.extraction.speech.speech_annotation import annotate  # noqa: PLC0415 - as above

    return annotate(text, published)


# Each component by its option, with the key its rows stand under in the lines that come out.
COMPONENTS: dict[str, tuple[str, Component]] = {
    "times": ("timex", times),
    "figures": ("figures", figures),
    "speech": ("attributions", speech),
}
