"""One reader for each way that a number can begin: digits, words, vague words, "all", "no one".

A reader takes the match of `SCAN` and gives the number, or None, with the offset from which to look on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from sayso.model import Qualifier
from sayso.normalisation import number_patterns as patterns
from sayso.normalisation import numerals, uncounted, units, vagueness
from sayso.normalisation.number_value import Kind, Number, plain
from sayso.normalisation.number_value import uncounted as uncounted_number

_Read = tuple[Number | None, int]


def _digits(text: str, lowered: str, match: re.Match[str]) -> _Read:
    start = match.start()
    shape = uncounted.shape(text, start)
    if shape is not None and shape.reason == "fraction":
        return _slash(lowered, start, shape.end), shape.end
    if shape is not None:
        return uncounted_number(start, shape.end, shape.reason), shape.end
    score = patterns.SCORE.match(lowered, start)
    if score is not None and int(score[1]) >= int(score[2]):
        return uncounted_number(start, score.end(), "score"), score.end()
    numeral = numerals.read(lowered, start)
    if numeral is None:
        return None, patterns.DIGIT_RUN.match(lowered, start).end()  # type: ignore[union-attr]
    suffix = patterns.SUFFIX.match(lowered, numeral.end)
    if suffix is not None:
        reason = "age" if patterns.BIRTHDAY.match(lowered, suffix.end()) else "ordinal"
        return replace(uncounted_number(start, suffix.end(), reason, numeral.value), kind="ordinal"), suffix.end()
    return _cardinal(text, lowered, numeral)


def _numeral(text: str, lowered: str, match: re.Match[str]) -> _Read:
    numeral = numerals.read(lowered, match.start())
    if numeral is None:
        return None, match.end()
    if lowered[numeral.start : numeral.end] == "one" and _is_pronoun(lowered, numeral.start, numeral.end):
        return uncounted_number(numeral.start, numeral.end, "pronoun", numeral.value), numeral.end
    return _cardinal(text, lowered, numeral)


def _cardinal(text: str, lowered: str, numeral: numerals.Numeral) -> _Read:
    """Read on from a numeral: a range, the unit, a whole that it is part of, the hedges."""
    low, high, end, start = _until(lowered, numeral) or (numeral.value, numeral.value, numeral.end, numeral.start)
    is_range = end > numeral.end
    carried = units.around(lowered, numeral.start, end)
    not_because = _reason(text, carried, (numeral.start, end), float(high))
    if not_because is None and not is_range and patterns.GLUED.match(lowered, end):
        return None, end
    said = (plain(low), plain(high))
    qualifier = Qualifier.BETWEEN if is_range else Qualifier.EXACT
    kind: Kind = "cardinal" if high else "zero"
    core = Number(start, end, numeral.start, end, *said, qualifier, kind, said=said, not_because=not_because)
    if core.is_count and not is_range:
        core = _parted(lowered, core)
    return _hedged(lowered, core, carried), max(core.end, end if carried is None else carried.end)


def _parted(lowered: str, core: Number) -> Number:
    """Take in the whole that a number is part of: "71 of 72", "one of them"."""
    part = patterns.PART.match(lowered, core.end)
    if part is None:
        return core
    whole = numerals.read(lowered, part.end())
    if whole is None:
        return replace(core, kind="part")
    if whole.value < (core.high or 0):
        return core
    return replace(core, kind="part", end=whole.end, of=plain(whole.value))


def _until(lowered: str, numeral: numerals.Numeral) -> tuple[Decimal, Decimal, int, int] | None:
    """Read the second number of a range: low, high, where it ends, where the expression begins."""
    between = patterns.BETWEEN.search(lowered, max(0, numeral.start - 14), numeral.start)
    join = (patterns.AND if between is not None else patterns.TO).match(lowered, numeral.end)
    if join is None:
        return None
    other = numerals.read(lowered, join.end())
    if other is None or (join[0][:1].isspace() and _rises(lowered, numeral.start)):
        return None
    low = numeral.value
    if other.value >= 1000 > low and other.value % 100 == 0 and lowered[other.end - 1].isalpha():
        low = _share_scale(lowered, other, low)
    if not low < other.value or patterns.SUFFIX.match(lowered, other.end) or (numeral.digits and 1900 < low < 2036):
        return None
    return low, other.value, other.end, between.start() if between is not None else numeral.start


def _rises(lowered: str, start: int) -> bool:
    """Tell "rose from 5 to 10", two numbers, from "ranging from 5 to 10", one."""
    floor = max(0, start - 24)
    return bool(patterns.FROM.search(lowered, floor, start)) and not patterns.RANGING.search(lowered, floor, start)


def _share_scale(lowered: str, other: numerals.Numeral, low: Decimal) -> Decimal:
    """Read "2 to 3 million": the round word of the second number belongs to the first as well."""
    last = re.split(r"[\s-]+", lowered[other.start : other.end])[-1]
    return low * numerals.SCALES.get(last, 1)


@dataclass(frozen=True, slots=True)
class HedgeWords:
    """A hedge as it stands right before a number."""

    start: int
    words: str


#: What may open the words quoted: a figure of "over sixty".
_QUOTES = "\"'\u201c\u2018\u00ab("


def hedge_before(lowered: str, start: int) -> HedgeWords | None:
    """Find the hedge whose words end where a number begins: in "handed over 12 captives" the verb owns the word."""
    words = lowered[max(0, start - 44) : start].rsplit(maxsplit=2)
    last = words[-1].lstrip(_QUOTES) if words else ""
    if not last or not (last in patterns.HEDGE_ENDS or (last in patterns.ARTICLE_WORDS and words[-2:-1])):
        return None
    match = patterns.HEDGE_BEFORE.search(lowered, max(0, start - 44), start)
    if match is not None and patterns.OF_THE_VERB.search(lowered, max(0, start - 44), start):
        return None
    return None if match is None else HedgeWords(match.start(), match[1] or match[2])


def _hedged(lowered: str, core: Number, carried: units.Carried | None = None) -> Number:
    """Take in the hedge before or after the number and its unit, and widen the number."""
    start, end = (core.start, core.end) if carried is None else (min(core.start, carried.start), carried.end)
    before = hedge_before(lowered, start)
    after = patterns.HEDGE_AFTER.match(lowered, core.end) or patterns.HEDGE_AFTER.match(lowered, end)
    words = before.words if before is not None else (after[1] or after[2]) if after is not None else ""
    row = vagueness.hedge(words)
    if row is None:
        return core
    whole = core.is_count and all(bound is None or bound == int(bound) for bound in core.said)
    low, high = vagueness.widen(*core.said, row, whole=whole)
    return replace(
        core,
        start=before.start if before is not None else core.start,
        end=after.end() if after is not None and before is None else core.end,
        low=low,
        high=high,
        qualifier=row.qualifier,
        hedge=" ".join(words.split()),
    )


def _reason(text: str, carried: units.Carried | None, core: tuple[int, int], value: float) -> str | None:
    return uncounted.reason(text, *core, value) if carried is None else carried.unit.kind


def _slash(lowered: str, start: int, end: int) -> Number:
    """Read "1/2" and its like, without a hedge."""
    above, below = lowered[start:end].split("/")
    share = int(above) / int(below)
    return replace(
        uncounted_number(start, end, "fraction"), low=share, high=share, said=(share, share), kind="fraction"
    )


def _fraction(_text: str, lowered: str, match: re.Match[str]) -> _Read:
    words = re.split(r"[\s\u2010\u2011-]+", match["share"])
    above = {"a": 1, "half": 1}.get(words[0]) or int(numerals.read(words[0], 0).value)  # type: ignore[union-attr]
    share = float(Decimal(above) / patterns.FRACTIONS[words[-1].rstrip("s").replace("halve", "half")])
    core = Number(
        match.start(), match.end(), match.start(), match.end(), share, share, Qualifier.EXACT, "fraction",
        said=(share, share), not_because="fraction",
    )  # fmt: skip
    return _hedged(lowered, core), match.end()


def _times(_text: str, lowered: str, match: re.Match[str]) -> _Read:
    """Read "several hundred": the vague word times the round one."""
    row = vagueness.VAGUE[" ".join(match["few"].split())]
    factor = int(numerals.SCALES.get(match["round"]) or {"hundred": 100, "dozen": 12}[match["round"]])
    return _vaguely(lowered, match, row.of(factor))


def _vague(_text: str, lowered: str, match: re.Match[str]) -> _Read:
    if patterns.IDIOM.match(lowered, match.start()) or patterns.ASKED.search(
        lowered, max(0, match.start() - 8), match.start()
    ):
        return None, match.end()
    row = vagueness.VAGUE[" ".join(match[0].split())]
    return _vaguely(lowered, match, (row.low, row.high))


def _vaguely(lowered: str, match: re.Match[str], said: vagueness.Bounds) -> _Read:
    core = Number(match.start(), match.end(), match.start(), match.end(), *said, Qualifier.VAGUE, "vague", said=said)
    carried = units.around(lowered, core.start, core.end)
    if carried is not None:
        core = replace(core, not_because=carried.unit.kind)
    return _hedged(lowered, core, carried), match.end() if carried is None else carried.end


def _zero(_text: str, lowered: str, match: re.Match[str]) -> _Read:
    other = patterns.ELSE.match(lowered, match.end())
    end = match.end() if other is None else other.end()
    return Number(match.start(), end, match.start(), match.end(), 0, 0, Qualifier.EXACT, "zero", said=(0, 0)), end


def _all(text: str, lowered: str, match: re.Match[str]) -> _Read:
    """Read "all 14", "all but one", "both", "the rest": how many they are stands elsewhere unless a number follows."""
    start, end = match.span()
    but = patterns.ALL_BUT.match(lowered, end)
    if but is not None:
        return _all_but(lowered, start, but.end())
    if patterns.ALL_IDIOM.match(lowered, start) or patterns.ALL_AFTER.search(lowered, max(0, start - 16), start):
        return None, end
    counted = patterns.ALL_COUNTED.match(lowered, end)
    numeral = numerals.read(lowered, counted.end()) if counted is not None else None
    if numeral is not None and match[0] in ("all", "the rest") and not patterns.GLUED.match(lowered, numeral.end):
        said = (plain(numeral.value), plain(numeral.value))
        core = Number(start, numeral.end, numeral.start, numeral.end, *said, Qualifier.EXACT, "all", said=said)
        carried = units.around(lowered, numeral.start, numeral.end)
        core = replace(core, not_because=_reason(text, carried, (numeral.start, numeral.end), float(numeral.value)))
        return core, numeral.end if carried is None else carried.end
    if match[0] == "every" and numeral is not None:
        return None, end
    if match[0] == "both":
        return Number(start, end, start, end, *vagueness.BOTH, Qualifier.EXACT, "all", said=vagueness.BOTH), end
    return Number(start, end, start, end, *vagueness.WHOLE, Qualifier.VAGUE, "all", said=vagueness.WHOLE), end


def _all_but(lowered: str, start: int, position: int) -> _Read:
    """Read "all but one of the 72" as 71 of 72; without the whole it is as open as "all"."""
    missing = numerals.read(lowered, position)
    if missing is None:
        return None, position
    part = patterns.PART.match(lowered, missing.end)
    whole = numerals.read(lowered, part.end()) if part is not None else None
    if whole is None or whole.value < missing.value:
        return Number(
            start, missing.end, start, missing.end, *vagueness.WHOLE, Qualifier.VAGUE, "all", said=vagueness.WHOLE
        ), missing.end
    left, of = plain(whole.value - missing.value), plain(whole.value)
    return Number(start, whole.end, start, whole.end, left, left, Qualifier.EXACT, "part", of, (left, left)), whole.end


def _ordinal(_text: str, _lowered: str, match: re.Match[str]) -> _Read:
    number = uncounted_number(match.start(), match.end(), "ordinal", Decimal(numerals.ORDINALS[match[0]]))
    return replace(number, kind="ordinal"), match.end()


def _is_pronoun(lowered: str, start: int, end: int) -> bool:
    """Tell the pronoun: "one wonders", "this one", "the one who", "one another"."""
    floor = max(0, start - 12)
    if patterns.THE_ONE.search(lowered, floor, start) and patterns.ONE_ALONE.match(lowered, end):
        return True
    return bool(patterns.ONE_BEFORE.search(lowered, floor, start) or patterns.ONE_AFTER.match(lowered, end))


READERS = {
    "digits": _digits,
    "words": _numeral,
    "article": _numeral,
    "fraction": _fraction,
    "times": _times,
    "vague": _vague,
    "zero": _zero,
    "all": _all,
    "ordinal": _ordinal,
}
