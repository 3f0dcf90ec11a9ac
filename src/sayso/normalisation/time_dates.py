"""The first levels of the time grammar: lengths of time, and dates as the calendar writes them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from sayso.normalisation.time_cascade import Parts, Rule, level
from sayso.normalisation.time_meaning import Calendar, Either, Length, Meaning, Moment, Range, Years

_FORTNIGHT = "fortnight"
# A bare number of four digits is a year only in this reach; elsewhere a word must say so ("in 1690", "in 2997").
_BARE_YEARS = range(1800, 2100)


def _year_in_words(parts: Parts) -> int | None:
    """A year in words ("nineteen ninety-seven"); figures side by side are none."""
    hundreds, rest = parts.all("NUM")
    spelt = isinstance(hundreds, float) and isinstance(rest, float)
    return int(hundreds * 100 + rest) if spelt and 17 <= hundreds <= 20 and 10 <= rest <= 99 else None


def _length(parts: Parts) -> Length | None:
    numbers = parts.all("NUM", "DECIMAL", "YEAR")
    low, high = float(numbers[0]), float(numbers[-1])
    is_fraction = parts.get("UNITS") == "quarter" and parts.has("HYPHEN")
    is_row = parts.get("UNIT") == "weekend" and low != 1
    if high < low or is_fraction or is_row:
        return None
    return length_of(low, high, parts.get("UNIT", "UNITS"))


def length_of(low: float | None, high: float | None, unit: str, words: str = "") -> Length:
    """A length in a unit of the calendar; two weeks for a fortnight."""
    if unit != _FORTNIGHT:
        return Length(low, high, unit, words)
    return Length(None if low is None else 2 * low, None if high is None else 2 * high, "week", words)


def _one(parts: Parts) -> Length | None:
    """A week; "a quarter" is a share of something, more often than three months."""
    unit = parts.get("UNIT")
    return length_of(1, 1, unit) if unit != "quarter" else None


def _and_half(parts: Parts) -> Length:
    amount = (parts.get("NUM") or 1) + 0.5
    return length_of(amount, amount, parts.get("UNIT", "UNITS"))


def _few(parts: Parts) -> Length:
    word = parts.get("FEW")
    exact = 2.0 if word == "couple" else None
    return length_of(exact, exact, parts.get("UNITS", "UNIT"), word)


def _old(parts: Parts) -> Length:
    found: Length = parts.get("LENGTH")
    return Length(found.low, found.high, found.unit, "old" if found.unit == "year" else found.words)


NUMBERS = level(
    Rule("NUM HYPHEN? NUM", "YEAR", _year_in_words),
)

LENGTHS = level(
    Rule("(NUM|DECIMAL) (TO|OR|HYPHEN|AND) (NUM|DECIMAL) HYPHEN? (UNIT|UNITS)", "LENGTH", _length),
    Rule("NUM (UNIT|UNITS) AND A HALF", "LENGTH", _and_half),
    Rule("A UNIT AND A HALF", "LENGTH", _and_half),
    Rule("HALF HYPHEN? A? UNIT", "LENGTH", lambda parts: length_of(0.5, 0.5, parts.get("UNIT"))),
    Rule("(NUM|DECIMAL) HYPHEN? (UNIT|UNITS)", "LENGTH", _length),
    Rule("A? FEW OF? UNITS", "LENGTH", _few),
    Rule("A UNIT", "LENGTH", _one),
)
AGES = level(
    Rule("LENGTH HYPHEN? OLD", "LENGTH", _old),
    Rule("LENGTH HYPHEN LONG", "LENGTH", lambda p: p.get("LENGTH")),
    Rule("UNIT HYPHEN LONG", "LENGTH", _one),
    Rule("(?<=FOR) UNITS", "LENGTH", lambda p: length_of(None, None, p.get("UNITS"))),
)


def _is_day(number: object) -> bool:
    return isinstance(number, int | float) and 1 <= number <= 31 and number == int(number)


def short_year(number: float) -> int:
    """The year that two digits mean: 1930 to 2029.

    >>> short_year(89), short_year(7)
    (1989, 2007)
    """
    return int(number) + (1900 if number >= 30 else 2000) if number < 100 else int(number)


def _month_day(parts: Parts) -> Calendar | None:
    day = parts.get("NUM", "ORD")
    year = parts.get("YEAR")
    if not _is_day(day):
        return None
    return Calendar(
        year=None if year is None else short_year(year),
        month=parts.get("MONTH"),
        day=int(day),
        weekday=parts.get("WEEKDAY"),
    )


def _telegraphic(parts: Parts) -> Calendar | None:
    """17 DEC 89: the dateline of agency copy."""
    day, year = parts.all("NUM", "ORD")
    node = parts.nodes[-1]
    if not _is_day(day) or node.end - node.start != 2 or not isinstance(year, int):
        return None
    return Calendar(year=short_year(year), month=parts.get("MONTH"), day=int(day))


def _month_days(parts: Parts) -> Meaning | None:
    first, last = parts.all("NUM", "ORD")
    year = parts.get("YEAR")
    if not (_is_day(first) and _is_day(last) and first < last):
        return None
    month = parts.get("MONTH")
    return Range(Calendar(year=year, month=month, day=int(first)), Calendar(year=year, month=month, day=int(last)))


def _months(parts: Parts) -> Range | None:
    first, last = parts.all("MONTH")
    years = parts.all("YEAR")
    opens = years[0] if len(years) == 2 or (years and first <= last) else years[0] - 1 if years else None
    return Range(Calendar(year=opens, month=first), Calendar(year=years[-1] if years else None, month=last))


def _two_dates(parts: Parts) -> Meaning | None:
    months, days = parts.all("MONTH"), parts.all("NUM", "ORD")
    if not all(map(_is_day, days)):
        return None
    last_year = parts.get("YEAR")
    first_year = last_year - 1 if last_year and months[0] > months[1] else last_year
    one = Calendar(year=first_year, month=months[0], day=int(days[0]))
    return Range(one, Calendar(year=last_year, month=months[1], day=int(days[1])))


def _years(parts: Parts) -> Range | None:
    numbers = parts.all("YEAR", "NUM")
    if len(numbers) != 2:
        return None
    first, last = numbers
    node = parts.nodes[-1]
    if node.kind == "NUM":
        if node.end - node.start != 2:
            return None
        last += first // 100 * 100
    if not (isinstance(first, int) and isinstance(last, int) and first < last and last - first < 400):
        return None
    return Range(Calendar(year=first), Calendar(year=last))


def _digits(written: str) -> list[int]:
    return [int(piece) for piece in written.replace("/", "-").replace(".", "-").split("-")]


def _numeric(parts: Parts) -> Meaning | None:
    """17/12/1996 is clear, 3/4/1996 is one of two days."""
    numbers = _digits(parts.get("DATENUM"))
    if numbers[0] > 999:
        return Calendar(year=numbers[0], month=numbers[1], day=numbers[2])
    one, other, year = numbers[0], numbers[1], short_year(numbers[2])
    day_first = Calendar(year=year, month=other, day=one)
    month_first = Calendar(year=year, month=one, day=other)
    if other > 12 or one == other:
        return month_first if one <= 12 else None
    if one > 12:
        return day_first
    return Either(month_first, day_first)


def _quarter(parts: Parts) -> Calendar | None:
    which, unit = parts.get("ORD"), parts.get("UNIT")
    if isinstance(which, int) and unit == "quarter" and which <= 4:
        return Calendar(quarter=which, is_fiscal=parts.has("FISCAL"))
    return None


def _half_year(parts: Parts) -> Calendar | None:
    which = parts.get("ORD")
    return Calendar(half=which) if which in (1, 2) else None


def _century(parts: Parts) -> Years | None:
    which, unit = parts.get("ORD"), parts.get("UNIT", "UNITS")
    if unit != "century" or not isinstance(which, int) or not 1 <= which <= 30:
        return None
    return Years(100 * (which - 1), 100)


def _bare_day(parts: Parts) -> Calendar | None:
    """The 17th, in figures: "the first" is seldom a day."""
    node = parts.nodes[-1]
    is_figure = node.end - node.start <= 4
    return Calendar(day=node.value) if is_figure and _is_day(node.value) else None


def _military(parts: Parts) -> Moment | None:
    """At 1625: a clock without its colon."""
    digits = str(parts.get("YEAR", "DECIMAL"))
    if not digits.isdigit() or len(digits) != 4 or int(digits) > 2400 or int(digits[2:]) > 59:
        return None
    return Moment(clock=f"{digits[:2]}:{digits[2:]}")


def _year_named(parts: Parts) -> Calendar | None:
    """The year 1690, the year two thousand."""
    year = parts.get("YEAR", "NUM")
    return (
        Calendar(year=int(year)) if parts.get("UNIT") == "year" and 1000 <= year <= 9999 else None
    )  # "last year 171 died"


def _bare_year(parts: Parts) -> Calendar | None:
    year = parts.get("YEAR")
    return Calendar(year=short_year(year)) if year in _BARE_YEARS else None


def _day_of_month(parts: Parts) -> Calendar | None:
    """The 9th day of June 1791, the 3rd of the month of July."""
    unit, year = parts.get("UNIT"), parts.get("YEAR")
    if unit not in ("day", "month") or not _is_day(parts.get("ORD")):
        return None
    return Calendar(None if year is None else short_year(year), parts.get("MONTH"), int(parts.get("ORD")))


def _weekday_of_month(parts: Parts) -> Calendar | None:
    """The second Sunday of November 1991, the last Friday in May 2004."""
    which, weekday, month, year = parts.get("ORD"), parts.get("WEEKDAY"), parts.get("MONTH"), parts.get("YEAR")
    if which is None and parts.get("LAST") != "last":
        return None
    days = monthrange(year, month)[1]
    fitting = [day for day in range(1, days + 1) if date(year, month, day).weekday() == weekday]
    if which is not None and not 1 <= which <= len(fitting):
        return None
    return Calendar(year, month, fitting[which - 1 if which is not None else -1], weekday)


DATES = level(
    Rule("(THE|THIS)? ORD (UNIT|OF THE UNIT) OF MONTH DOT? COMMA? YEAR?", "DATE", _day_of_month),
    Rule("THE? (ORD|LAST) WEEKDAY (OF|IN) MONTH DOT? COMMA? YEAR", "DATE", _weekday_of_month),
    Rule("MONTH DOT? (NUM|ORD) (HYPHEN|TO|AND) (NUM|ORD) COMMA? YEAR", "DATE", _month_days),
    Rule("MONTH DOT? (NUM|ORD) (HYPHEN|TO) (NUM|ORD)", "DATE", _month_days),
    Rule("(NUM|ORD) (HYPHEN|TO|AND) (NUM|ORD) OF? MONTH DOT? COMMA? YEAR?", "DATE", _month_days),
    Rule("MONTH DOT? (NUM|ORD) (HYPHEN|TO) MONTH DOT? (NUM|ORD) COMMA? YEAR?", "DATE", _two_dates),
    Rule("(NUM|ORD) MONTH (HYPHEN|TO) (NUM|ORD) MONTH COMMA? YEAR?", "DATE", _two_dates),
    Rule("(WEEKDAY COMMA?)? (THE? ORD OF|NUM) HYPHEN? MONTH DOT? COMMA? HYPHEN? YEAR", "DATE", _month_day),
    Rule("(NUM|ORD) HYPHEN? MONTH DOT? HYPHEN? NUM", "DATE", _telegraphic),
    Rule("(WEEKDAY COMMA?)? (THE? ORD OF|NUM|ORD) HYPHEN? MONTH", "DATE", _month_day),
    Rule("(WEEKDAY COMMA?)? MONTH DOT? (NUM|ORD) COMMA? YEAR", "DATE", _month_day),
    Rule("(WEEKDAY COMMA?)? MONTH DOT? THE? (NUM|ORD)", "DATE", _month_day),
    Rule("YEAR MONTH DOT? NUM", "DATE", _month_day),
    Rule("MONTH YEAR? (HYPHEN|TO) MONTH YEAR", "DATE", _months),
    Rule(
        "MONTH DOT? (COMMA|OF)? YEAR", "DATE", lambda p: Calendar(year=short_year(p.get("YEAR")), month=p.get("MONTH"))
    ),
    Rule("MONTH HYPHEN MONTH", "DATE", _months),
    Rule("MONTH", "DATE", lambda p: Calendar(month=p.get("MONTH"))),
    Rule("DATENUM", "DATE", _numeric),
    Rule("THE? YEAR (HYPHEN|SLASH) (YEAR|NUM)", "DATE", _years),
    Rule("THE? DECADE AND THE? DECADE", "DATE", lambda p: Range(*[Years(first, 10) for first in p.all("DECADE")])),
    Rule("THE? DECADE", "DATE", lambda p: Years(p.get("DECADE"), 10)),
    Rule("THE? ORD HYPHEN? (UNIT|UNITS)", "DATE", _century),
    Rule("THE? FISCAL? HYPHEN? ORD HYPHEN? UNIT", "DATE", _quarter),
    Rule("THE? ORD HALF", "DATE", _half_year),
    Rule("SEASON OF? YEAR", "DATE", lambda p: Calendar(year=p.get("YEAR"), season=p.get("SEASON"))),
    Rule("HOLIDAY COMMA? YEAR?", "DATE", lambda p: Calendar(year=p.get("YEAR"), holiday=p.get("HOLIDAY"))),
    Rule("THE? UNIT (YEAR|NUM)", "DATE", _year_named),
    Rule("(?<=[ON BY SINCE UNTIL OF]) THE ORD (?=COMMA|DOT|AT|AND|TO)", "DATE", _bare_day),
    Rule("(?<=AT) (YEAR|DECIMAL) ZONE?", "TIME", _military),
    Rule("FISCAL YEAR", "DATE", lambda p: Calendar(year=p.get("YEAR"), is_fiscal=True)),
)
YEARS = level(
    Rule("(?<=[IN ON SINCE BY OF FROM]) YEAR", "DATE", lambda p: Calendar(year=short_year(p.get("YEAR")))),
    Rule("YEAR", "DATE", _bare_year),
)
