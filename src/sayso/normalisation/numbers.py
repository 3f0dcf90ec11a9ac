"""Numbers in running text: counts as intervals with their hedges, and what looks like a count and is none.

Every number found stands at `text[start:end]`; numbers are ordered and never overlap. Bounds are those of `vagueness.yaml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from sayso.model import Figure, Qualifier
from sayso.normalisation import numerals, uncounted, units, vagueness
from sayso.normalisation.numerals import DASH, HYPHEN, SPACE

Kind = Literal["cardinal", "vague", "zero", "all", "fraction", "part", "ordinal", "article"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text.

    Args:
        start: first character of the whole expression, its hedge included.
        end: one past its last character.
        core_start: where the numeral itself begins.
        core_end: where it ends.
        low: least whole number meant; None is open.
        high: greatest; None is open.
        qualifier: how it was said.
        kind: `part` is "71 of 72" and "one of them"; `all` is "both", "all 14", "the rest".
        of: the whole of a part, where it is given.
        said: the bounds of the numeral without its hedge.
        hedge: the words of the hedge, in lower case; "" for none.
        not_because: why it is no count (`year`, `age`, `money` ...); None where nothing speaks against it.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    low: float | None
    high: float | None
    qualifier: Qualifier
    kind: Kind
    of: float | None = None
    said: vagueness.Bounds = (None, None)
    hedge: str = ""
    not_because: str | None = None

    @property
    def is_count(self) -> bool:
        """Nothing speaks against its being a count of people or things."""
        return self.not_because is None


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
    >>> [n.not_because for n in find("On Dec. 17, 1996, Cerpa, 43, paid $500.")]
    ['date', 'year', 'age', 'money']
    """
    lowered = numerals.lower(text)
    numbers: list[Number] = []
    position = 0
    while (match := _SCAN.search(lowered, position)) is not None:
        number, position = _READERS[str(match.lastgroup)](text, lowered, match)
        if number is None:
            continue
        while numbers and numbers[-1].end > number.start:
            numbers.pop()
        numbers.append(number)
    if articles:
        numbers = _with_articles(lowered, numbers)
    return tuple(numbers)


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
        for m in _ARTICLES.finditer(lowered)
        if m.start() not in taken
    ]
    return sorted([*numbers, *ones], key=lambda number: number.start)


_Read = tuple[Number | None, int]


def _digits(text: str, lowered: str, match: re.Match[str]) -> _Read:
    start = match.start()
    shape = uncounted.shape(text, start)
    if shape is not None:
        return _bare(start, shape.end, shape.reason), shape.end
    numeral = numerals.read(lowered, start)
    if numeral is None:
        return None, _DIGIT_RUN.match(lowered, start).end()  # type: ignore[union-attr]
    suffix = _SUFFIX.match(lowered, numeral.end)
    if suffix is not None:
        reason = "age" if _BIRTHDAY.match(lowered, suffix.end()) else "ordinal"
        return replace(_bare(start, suffix.end(), reason, numeral.value), kind="ordinal"), suffix.end()
    return _cardinal(text, lowered, numeral)


def _numeral(text: str, lowered: str, match: re.Match[str]) -> _Read:
    numeral = numerals.read(lowered, match.start())
    if numeral is None:
        return None, match.end()
    if lowered[numeral.start : numeral.end] == "one" and _is_pronoun(lowered, numeral.start, numeral.end):
        return _bare(numeral.start, numeral.end, "pronoun", numeral.value), numeral.end
    return _cardinal(text, lowered, numeral)


def _cardinal(text: str, lowered: str, numeral: numerals.Numeral) -> _Read:
    """Read on from a numeral: a range, a whole that it is part of, the hedges, the unit."""
    low, high, end, kind, of = numeral.value, numeral.value, numeral.end, "cardinal", None
    start = numeral.start
    until = _until(lowered, numeral)
    if until is not None:
        low, high, end, start = until
    part = _PART.match(lowered, end) if until is None else None
    whole = numerals.read(lowered, part.end()) if part is not None else None
    if part is not None:
        kind = "part"
    said = (_number(low), _number(high))
    core = Number(
        start, end, numeral.start, end, *said, Qualifier.EXACT if until is None else Qualifier.BETWEEN, kind, said=said
    )  # type: ignore[arg-type]
    core = replace(core, not_because=_reason(text, lowered, core))
    if whole is not None and whole.value >= high and core.is_count:
        core = replace(core, end=whole.end, of=_number(whole.value))
    elif whole is not None:
        core = replace(core, kind="cardinal")
    if core.is_count and until is None and _GLUED.match(lowered, end):
        return None, end
    return _hedged(lowered, core), max(core.end, _past_unit(lowered, core))


def _until(lowered: str, numeral: numerals.Numeral) -> tuple[Decimal, Decimal, int, int] | None:
    """Read the second number of a range: low, high, where it ends, where the expression begins."""
    between = _BETWEEN.search(lowered, max(0, numeral.start - 14), numeral.start)
    join = (_AND if between is not None else _TO).match(lowered, numeral.end)
    if join is None:
        return None
    other = numerals.read(lowered, join.end())
    if other is None or _FROM.search(lowered, max(0, numeral.start - 10), numeral.start):
        return None
    low = numeral.value
    if other.value >= 1000 > low and other.value % 100 == 0 and lowered[other.end - 1].isalpha():
        low = _share_scale(lowered, other, low)
    if not low < other.value or _SUFFIX.match(lowered, other.end) or (numeral.digits and 1900 < low < 2036):
        return None
    return low, other.value, other.end, between.start() if between is not None else numeral.start


def _share_scale(lowered: str, other: numerals.Numeral, low: Decimal) -> Decimal:
    """ "2 to 3 million": the round word of the second number belongs to the first as well."""
    last = re.split(r"[\s-]+", lowered[other.start : other.end])[-1]
    return low * numerals.SCALES.get(last, 1)


@dataclass(frozen=True, slots=True)
class HedgeWords:
    """A hedge as it stands right before a number."""

    start: int
    words: str


def hedge_before(lowered: str, start: int) -> HedgeWords | None:
    """Find the hedge whose words end where a number begins."""
    match = _HEDGE_BEFORE.search(lowered, max(0, start - 44), start)
    return None if match is None else HedgeWords(match.start(), match[1] or match[2])


def _hedged(lowered: str, core: Number) -> Number:
    """Take in the hedge before or after the number, and widen it."""
    carried = units.around(lowered, core.core_start, core.core_end)
    before = hedge_before(lowered, core.start if carried is None else min(core.start, carried.start))
    after = _HEDGE_AFTER.match(lowered, core.end)
    words = before.words if before is not None else (after[1] or after[2]) if after is not None else ""
    row = vagueness.hedge(words)
    if row is None:
        return core
    whole = all(bound is None or bound == int(bound) for bound in core.said)
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


def _reason(text: str, lowered: str, core: Number) -> str | None:
    carried = units.around(lowered, core.core_start, core.core_end)
    if carried is not None:
        return carried.unit.kind
    value = core.said[1]
    return uncounted.reason(text, core.core_start, core.core_end, 0 if value is None else value)


def _past_unit(lowered: str, core: Number) -> int:
    carried = units.around(lowered, core.core_start, core.core_end)
    return core.end if carried is None else carried.end


def _bare(start: int, end: int, reason: str, value: Decimal | None = None) -> Number:
    bound = None if value is None else _number(value)
    return Number(start, end, start, end, bound, bound, Qualifier.EXACT, "cardinal", said=(bound, bound), not_because=reason)


def _fraction(text: str, lowered: str, match: re.Match[str]) -> _Read:
    words = re.split(rf"{HYPHEN}|\s+", match["share"])
    above = {"a": 1, "half": 1}.get(words[0]) or int(numerals.read(words[0], 0).value)  # type: ignore[union-attr]
    share = float(Decimal(above) / _FRACTIONS[words[-1].rstrip("s").replace("halve", "half")])
    core = Number(
        match.start(), match.end(), match.start(), match.end(), share, share, Qualifier.EXACT, "fraction",
        said=(share, share), not_because="fraction",
    )  # fmt: skip
    return _hedged(lowered, core), match.end()


def _times(text: str, lowered: str, match: re.Match[str]) -> _Read:
    """ "several hundred": the vague word times the round one."""
    row = vagueness.VAGUE[" ".join(match["few"].split())]
    factor = int(numerals.SCALES.get(match["round"]) or {"hundred": 100, "dozen": 12}[match["round"]])
    high = None if row.high is None else (row.high + 1) * factor - 1
    return _vaguely(text, lowered, match, (row.low * factor, high))


def _vague(text: str, lowered: str, match: re.Match[str]) -> _Read:
    if _IDIOM.match(lowered, match.start()):
        return None, match.end()
    row = vagueness.VAGUE[" ".join(match[0].split())]
    return _vaguely(text, lowered, match, (row.low, row.high))


def _vaguely(text: str, lowered: str, match: re.Match[str], said: vagueness.Bounds) -> _Read:
    core = Number(match.start(), match.end(), match.start(), match.end(), *said, Qualifier.VAGUE, "vague", said=said)
    carried = units.around(lowered, core.start, core.end)
    if carried is not None:
        core = replace(core, not_because=carried.unit.kind)
    return _hedged(lowered, core), match.end() if carried is None else carried.end


def _zero(text: str, lowered: str, match: re.Match[str]) -> _Read:
    other = _ELSE.match(lowered, match.end())
    end = match.end() if other is None else other.end()
    return Number(match.start(), end, match.start(), match.end(), 0, 0, Qualifier.EXACT, "zero", said=(0, 0)), end


def _all(text: str, lowered: str, match: re.Match[str]) -> _Read:
    """ "all 14", "all but one", "both", "the rest": how many they are stands elsewhere unless a number follows."""
    start, end = match.span()
    but = _ALL_BUT.match(lowered, end)
    if but is not None:
        return _all_but(lowered, start, but.end())
    if _ALL_IDIOM.match(lowered, start) or _ALL_AFTER.search(lowered, max(0, start - 12), start):
        return None, end
    counted = _ALL_COUNTED.match(lowered, end)
    numeral = numerals.read(lowered, counted.end()) if counted is not None else None
    if numeral is not None and match[0] in ("all", "the rest") and not _GLUED.match(lowered, numeral.end):
        said = (_number(numeral.value), _number(numeral.value))
        core = Number(start, numeral.end, numeral.start, numeral.end, *said, Qualifier.EXACT, "all", said=said)
        return replace(core, not_because=_reason(text, lowered, core)), _past_unit(lowered, core)
    if match[0] == "every" and numeral is not None:
        return None, end
    if match[0] == "both":
        return Number(start, end, start, end, *vagueness.BOTH, Qualifier.EXACT, "all", said=vagueness.BOTH), end
    return Number(start, end, start, end, *vagueness.WHOLE, Qualifier.VAGUE, "all", said=vagueness.WHOLE), end


def _all_but(lowered: str, start: int, position: int) -> _Read:
    """ "all but one of the 72" are 71 of 72; without the whole they are as unknown as "all"."""
    missing = numerals.read(lowered, position)
    if missing is None:
        return None, position
    part = _PART.match(lowered, missing.end)
    whole = numerals.read(lowered, part.end()) if part is not None else None
    if whole is None or whole.value < missing.value:
        return Number(start, missing.end, start, missing.end, *vagueness.WHOLE, Qualifier.VAGUE, "all", said=vagueness.WHOLE), missing.end
    left, of = _number(whole.value - missing.value), _number(whole.value)
    return Number(start, whole.end, start, whole.end, left, left, Qualifier.EXACT, "part", of, (left, left)), whole.end


def _ordinal(text: str, lowered: str, match: re.Match[str]) -> _Read:
    number = _bare(match.start(), match.end(), "ordinal", Decimal(numerals.ORDINALS[match[0]]))
    return replace(number, kind="ordinal"), match.end()


def _is_pronoun(lowered: str, start: int, end: int) -> bool:
    """ "one wonders", "this one", "the one who", "one another"."""
    floor = max(0, start - 12)
    if _THE_ONE.search(lowered, floor, start) and _ONE_ALONE.match(lowered, end):
        return True
    return bool(_ONE_BEFORE.search(lowered, floor, start) or _ONE_AFTER.match(lowered, end))


def _number(value: Decimal) -> float:
    return int(value) if value == value.to_integral_value() else float(value)


def _words(words: tuple[str, ...] | list[str]) -> str:
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", SPACE) for word in longest)


_ROUND = r"(?:dozen|hundred|thousand|million|billion)"
_VAGUE_TIMES = _words([word for word, row in vagueness.VAGUE.items() if row.times])
_NOBODY = r"casualties|deaths|fatalities|injuries|victims|survivors|hostages|prisoners|arrests|wounded|people|persons"
_ZERO = (
    rf"no{SPACE}one|no-one|nobody|none|not{SPACE}(?:a{SPACE}single|one)"
    rf"|no(?={SPACE}(?:(?:further|more|other|immediate{SPACE}reports{SPACE}of){SPACE})?(?:{_NOBODY})\b)"
)
_FRACTIONS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_SHARES = "(?:halves|(?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?)"
_SHARE = rf"(?:one|two|three|four|five|six|seven|eight|nine|a)(?:{HYPHEN}|{SPACE}){_SHARES}|half"
_SCAN = re.compile(
    r"(?<!\w)(?=[0-9abcdefghlmnopqrstuvz])(?:"
    r"(?P<digits>(?<!\.)[0-9])"
    rf"|(?P<fraction>(?P<share>{_SHARE})(?={SPACE}(?:of|the|his|her|its|their|these|those)\b))"
    rf"|(?P<words>(?:{'|'.join(numerals.STARTERS)})(?!\w))"
    rf"|(?P<article>(?:half{SPACE})?an?{SPACE}(?:full{SPACE}|good{SPACE})?{_ROUND}(?!\w))"
    rf"|(?P<times>(?P<few>{_VAGUE_TIMES}){SPACE}(?P<round>{_ROUND})(?!\w))"
    rf"|(?P<vague>(?:{_words(list(vagueness.VAGUE))})(?!\w))"
    rf"|(?P<zero>(?:{_ZERO})(?!\w))"
    rf"|(?P<all>(?:all|both|every|the{SPACE}rest)(?!\w))"
    rf"|(?P<ordinal>(?:{'|'.join(numerals.ORDINALS)})(?!\w))"
    ")"
)
_READERS = {
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
_ARTICLES = re.compile(rf"(?<!\w)an?(?={SPACE}\w)")
_DIGIT_RUN = re.compile(r"[0-9][0-9,. ]*")
_BIRTHDAY = re.compile(rf"{SPACE}birthday")
_SUFFIX = re.compile(r"(?:st|nd|rd|th)(?!\w)")
_GLUED = re.compile(r"[^\W\d_]")
_PART = re.compile(
    rf"{SPACE}(?:out{SPACE})?of{SPACE}(?:(?:the|his|her|its|their|our|these|those|an{SPACE}estimated|some|about){SPACE}(?:original{SPACE})?"
    rf"|(?=[0-9])|(?=(?:{'|'.join(numerals.STARTERS)})(?!\w))|(?=(?:them|us|whom|which)\b))"
)
_BETWEEN = re.compile(rf"(?<!\w)between{SPACE}\Z")
_FROM = re.compile(rf"(?<!ranging )(?<!\w)from{SPACE}\Z")
_REPEATED = rf"(?:{SPACE}?(?:%|percent|per{SPACE}cent|minutes|hours|days|weeks|months|years|dollars))?"
_AND = re.compile(rf"{_REPEATED}{SPACE}(?:and|to){SPACE}(?=[0-9a-z])")
_TO = re.compile(rf"(?:{SPACE}(?:to|or){SPACE}|{SPACE}?[\u2013\u2014-]{SPACE}?(?=[0-9])|-to-|-or-)(?=[0-9a-z])")
_HEDGE_BEFORE = re.compile(
    rf"(?<!\w)({_words([w for w in vagueness.BEFORE if w != '~'])})(?:{SPACE}(?:(?:the|a|an|another){SPACE})?)\Z|(~){SPACE}?\Z"
)
_HEDGE_AFTER = re.compile(
    rf"(?:{SPACE}({_words([w for w in vagueness.AFTER if w[0].isalpha() and w != 'odd'])})(?!\w)|(?<=\w)([+](?!\w)|-odd(?!\w)|-plus(?!\w)))"
)
_ELSE = re.compile(rf"{SPACE}else(?!\w)")
_IDIOM = re.compile(
    rf"some{SPACE}(?:time|times|day|kind|sort|sorts|way|ways|extent|degree|point|form|more|other|things?|cases|of{SPACE}the{SPACE}(?:most|best|worst))(?!\w)"
    rf"|many{SPACE}(?:times|ways|more(?!{SPACE}[a-z]+s\b)|of{SPACE}the{SPACE}most)(?!\w)|multiple{SPACE}times|a{SPACE}lot{SPACE}of{SPACE}(?:time|money|attention)"
    rf"|a{SPACE}series{SPACE}of|various{SPACE}(?:times|ways)"
)
_ALL_IDIOM = re.compile(
    rf"all{SPACE}(?:over|right|night|day|along|but(?!{SPACE}(?:one|two|three|[0-9]))|too|time|about|around|week|year|this|that|kinds|sorts|day|"
    rf"at{SPACE}once|the{SPACE}(?:more|same|time|way|while|better))(?!\w)|all-"
    rf"|both{SPACE}(?:in|at|on|by|from|to|for|as|during|before|within|inside)(?!\w)|both(?:{SPACE}\w+){{1,5}}?{SPACE}and(?!\w)"
    rf"|every{SPACE}(?:day|night|week|month|year|time|morning|hour|minute|one|other|effort|few|sunday|monday|tuesday|wednesday|thursday|friday|saturday)(?!\w)"
)
_ALL_BUT = re.compile(rf"{SPACE}but{SPACE}(?=[0-9]|(?:{'|'.join(numerals.STARTERS)})(?!\w))")
_ALL_AFTER = re.compile(rf"(?<!\w)(?:at|after|above|of|once and for|it|in){SPACE}\Z")
_ALL_COUNTED = re.compile(rf"{SPACE}(?:(?:of|the|these|those|his|their){SPACE}){{0,2}}(?=[0-9a-z])")
_ONE_BEFORE = re.compile(
    rf"(?<!\w)(?:any|some|every|this|that|which|each|another|a|same|good|bad|right|wrong|last|next|big|old|new|other|latest|number|first){SPACE}\Z"
)
_THE_ONE = re.compile(rf"(?<!\w)the{SPACE}\Z")
_ONE_ALONE = re.compile(rf"{SPACE}(?:who|that|which|whose|in|on|at|with|from|to)(?!\w)|[^\w\s-]|\Z")
_ONE_AFTER = re.compile(
    rf"['’]s\b|{SPACE}(?:wonders|must|can|cannot|could|might|should|would|may|needs|thinks|sees|knows|hopes|imagines|expects|asks"
    rf"|another|by{SPACE}one|day|thing|way|hopes|finds|feels|looks|might|can't|never)(?!\w)"
)
