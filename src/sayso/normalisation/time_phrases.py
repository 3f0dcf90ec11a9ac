"""The upper levels of the time grammar: what is said relative to a base, times of day, sets, ranges and bounds."""

from __future__ import annotations

from dataclasses import replace

from sayso.normalisation.time_cascade import Parts, Rule, level
from sayso.normalisation.time_meaning import (
    NARRATIVE,
    SPEECH,
    Bounded,
    Calendar,
    Every,
    Length,
    Meaning,
    Moment,
    Offset,
    Range,
    Recent,
    Shaded,
    Shift,
    Vague,
    Years,
)

# Words of step that are read against the account's own time, with or without "the".
_NARRATIVE_WORDS = frozenset({"previous", "preceding", "prior", "following", "ensuing", "subsequent"})
# Units that stand alone behind "the": "the quarter" is one, "the day" is a way of speaking.
_TELLING_UNITS = frozenset({"quarter", "weekend", "week", "month", "year"})


_CLOCK_UNITS = frozenset({"hour", "minute", "second"})
_NOON = 12


def _base(parts: Parts) -> str:
    word = parts.get("LAST", "NEXT")
    is_told = word in _NARRATIVE_WORDS or (word == "next" and parts.has("THE"))
    return NARRATIVE if is_told else SPEECH


def _shift(parts: Parts) -> Shift:
    step = -1 if parts.has("LAST") else 1 if parts.has("NEXT") else 0
    is_told = parts.has("THAT", "SAME") or (parts.has("THIS") and parts.get("UNIT") == "day")
    return Shift(parts.get("UNIT"), step, NARRATIVE if is_told else _base(parts))


def _today(parts: Parts) -> Meaning:
    said = parts.get("TODAY")
    if said == "tonight":
        return Moment(Shift("day", 0), part="NI")
    if said == "overnight":
        return Moment(Shift("day", -1), part="NI")
    return Shift("day", said)


def _named(parts: Parts) -> Meaning | None:
    """Last October, this summer, next Friday: a name of the calendar with a step."""
    found = parts.get("DATE")
    if found is None:
        found = Calendar(weekday=parts.get("WEEKDAY"), season=parts.get("SEASON"))
    if not isinstance(found, Calendar) or found.year is not None or found.step is not None:
        return None
    step = -1 if parts.has("LAST") else 1 if parts.has("NEXT") else 0
    base = NARRATIVE if parts.has("THAT") else _base(parts)
    return replace(found, step=step, base=base)


def _recent(parts: Parts) -> Meaning | None:
    length = parts.get("LENGTH")
    if isinstance(length, Length) and length.words != "old":
        return Recent(length, -1 if parts.has("LAST") else 1, _base(parts))
    return None


def _this_past(parts: Parts) -> Meaning | None:
    """This past weekend, this past Sunday: the one just over."""
    if parts.has("WEEKDAY"):
        return Calendar(weekday=parts.get("WEEKDAY"), step=-1)
    return Shift("weekend", -1) if parts.get("UNIT") == "weekend" else _past_unit(parts)


def _past_unit(parts: Parts) -> Recent | None:
    """The past year is the year up to now; the last year is the one before."""
    return Recent(Length(1, 1, parts.get("UNIT")), -1) if parts.get("LAST") == "past" else None


def _the_length(parts: Parts) -> Length | None:
    found: Length = parts.get("LENGTH")
    return found if found.words != "old" else None


def _recent_units(parts: Parts) -> Meaning:
    direction = -1 if parts.has("LAST", "RECENT") else 1
    return Recent(Length(None, None, parts.get("UNITS")), direction)


def _offset(parts: Parts) -> Meaning | None:
    length = parts.get("LENGTH") or Length(1, 1, parts.get("UNIT"))
    if length.unit in _CLOCK_UNITS or length.words == "old":
        return None
    length = replace(length, words=parts.get("ABOUT", "MORE", "OVER") or length.words)
    direction = 1 if parts.has("LATER", "AFTER") else -1
    return Offset(length, direction, SPEECH if parts.has("AGO") else NARRATIVE)


def _year_before(parts: Parts) -> Meaning | None:
    """The year-earlier quarter is a quarter, the year-earlier period a year."""
    units = parts.all("UNIT")
    return Shift("quarter", -4, NARRATIVE) if units[0] == "year" and units[-1] == "quarter" else _offset(parts)


def _day_in_year(parts: Parts) -> Meaning | None:
    """On this day in 1997: a day of that year, and which one the words do not say."""
    found = parts.get("DATE")
    is_year = isinstance(found, Calendar) and found == Calendar(year=found.year)
    return found if is_year and parts.get("UNIT") == "day" else None


def _day_beside(parts: Parts) -> Shift | None:
    """The day before yesterday, the day after tomorrow."""
    said, step = parts.get("TODAY"), 1 if parts.has("AFTER") else -1
    return Shift("day", said + step) if isinstance(said, int) and parts.get("UNIT") == "day" else None


def _vague(parts: Parts) -> Vague:
    return Vague(parts.get("REF", "ADVERB") or "past")


def _past(parts: Parts) -> Vague | None:
    return Vague("past") if parts.get("LAST") == "past" else None


SHIFTS = level(
    Rule("THE? UNIT (BEFORE|AFTER) TODAY", "DATE", _day_beside),
    Rule("THE? UNIT BEFORE LAST", "DATE", lambda p: Shift(p.get("UNIT"), -2)),
    Rule("THE? UNIT AFTER NEXT", "DATE", lambda p: Shift(p.get("UNIT"), 2)),
    Rule("(ABOUT|MORE|OVER)? LENGTH HYPHEN? (AGO|EARLIER|LATER)", "DATE", _offset),
    Rule("THE UNIT (BEFORE|AFTER) (?=COMMA|DOT)", "DATE", _offset),
    Rule("THE UNIT HYPHEN (AGO|EARLIER) (UNIT|PERIOD)", "DATE", _year_before),
    Rule("UNIT HYPHEN (AGO|EARLIER)", "DATE", _offset),
    Rule("THE? (LAST|NEXT) LENGTH (OR SO)? (?!OF)", "LENGTH", _recent),
    Rule("THE? (LAST|NEXT|RECENT) UNITS", "DATE", _recent_units),
    Rule("THIS LAST (UNIT|WEEKDAY)", "DATE", _this_past),
    Rule("THE? LAST UNIT (?!OF)", "LENGTH", _past_unit),
    Rule("THE ORD? LENGTH", "LENGTH", _the_length),
    Rule("THE? (LAST|NEXT|CURRENT) FISCAL? UNIT (?!OF)", "DATE", _shift),
    Rule("TO THIS UNIT", "DATE", lambda p: Vague("present") if p.get("UNIT") == "day" else None),
    Rule("THIS UNIT IN DATE", "DATE", _day_in_year),
    Rule("(THIS|THAT) SAME? FISCAL? UNIT", "DATE", _shift),
    Rule("THE SAME UNIT", "DATE", _shift),
    Rule("THE? (LAST|NEXT|THIS|THAT) (DATE|WEEKDAY|SEASON) (?!OF)", "DATE", _named),
    Rule("TODAY", "DATE", _today),
    Rule("THE ADVERB", "DATE", _vague),
    Rule("THE LAST (?!DATE|LENGTH|UNIT|NUM|ORD|DAYPART|AND|OF)", "DATE", _past),
    Rule("REF", "DATE", _vague),
    Rule("CURRENT", "DATE", lambda _: Vague("present")),
)


def _within_year(parts: Parts) -> Meaning | None:
    """The spring of 1996, this year's third quarter, November 4 of that year, 1988's second quarter."""
    found = parts.all("DATE") + [Calendar(season=season) for season in parts.all("SEASON")]
    years = [year for one in found if (year := _as_year(one)) is not None]
    named = [one for one in found if isinstance(one, Calendar) and one.year is None and one.step is None]
    if len(years) != 1 or len(named) != 1:
        return None
    return replace(named[0], year=years[0])


def _as_year(meaning: Meaning) -> int | Shift | None:
    if isinstance(meaning, Shift) and meaning.unit == "year":
        return meaning
    if isinstance(meaning, Offset) and meaning.length.unit == "year" and meaning.length.low == meaning.length.high:
        return Shift("year", meaning.direction * int(meaning.length.low or 0), meaning.base)
    if isinstance(meaning, Calendar) and replace(meaning, year=None, is_fiscal=False) == Calendar():
        return meaning.year
    return None


def _season(parts: Parts) -> Calendar:
    return Calendar(season=parts.get("SEASON"))


def _weekday(parts: Parts) -> Calendar:
    return Calendar(weekday=parts.get("WEEKDAY"))


JOINS = level(
    Rule("(DATE|THE? SEASON) OF DATE", "DATE", _within_year),
    Rule("DATE POSS (DATE|SEASON)", "DATE", _within_year),
    Rule("THE? DATE (DATE|SEASON)", "DATE", _within_year),
    Rule("THE DATE PERIOD", "DATE", lambda p: p.get("DATE")),
    Rule("WEEKDAY", "DATE", _weekday),
)


def _clock(parts: Parts) -> Moment | None:
    """3:30 pm, 9 a.m. EST, 1530 GMT, six o'clock."""
    written = parts.get("CLOCK", "DECIMAL", "YEAR", "NUM")
    digits = str(written if isinstance(written, str) else int(written)).replace(".", ":")
    if ":" not in digits and len(digits) == 4:
        digits = f"{digits[:2]}:{digits[2:]}"
    hour, minute = (int(piece) for piece in (digits + ":00").split(":")[:2])
    half = parts.get("AMPM")
    if parts.get("UNITS") not in (None, "hour"):
        return None
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return Moment(clock=f"{hour:02}:{minute:02}")


def _clock_by_part(parts: Parts) -> Moment | None:
    """12:15 in the afternoon, nine at night."""
    said, found = parts.get("DAYPART"), _clock(parts)
    if found is None or found.clock is None or said not in ("MO", "AF", "EV", "NI"):
        return None
    return replace(found, clock=_in_half(found.clock, said))


def _in_half(clock: str, part: str | None) -> str:
    """The clock of an hour in a part of the day: nine in the evening is 21:00, twelve at night is midnight."""
    hour = int(clock[:2])
    if part == "NI" and hour == _NOON:
        return "00" + clock[2:]
    is_late = part in ("AF", "EV") or (part == "NI" and 5 < hour < _NOON)
    return f"{hour + _NOON:02}{clock[2:]}" if is_late and hour < _NOON else clock


def _daypart(parts: Parts) -> Moment:
    said = parts.get("DAYPART")
    return Moment(clock=said) if ":" in said else Moment(part=said)


def _daypart_of_unit(parts: Parts) -> Moment:
    """This morning, last night, that evening, the next morning."""
    said = _daypart(parts)
    step = -1 if parts.has("LAST") else 1 if parts.has("NEXT") else 0
    base = NARRATIVE if parts.has("THAT", "SAME") else _base(parts)
    return replace(said, day=Shift("day", step, base))


def _moment(parts: Parts) -> Moment | None:
    day = parts.get("DATE")
    time = parts.get("TIME") or _daypart(parts)
    if not isinstance(time, Moment) or time.day is not None or not has_day(day):
        return None
    if parts.has("TIME") and time.clock is not None and parts.has("DAYPART"):
        time = replace(time, clock=_in_half(time.clock, parts.get("DAYPART")))
    return replace(time, day=day)


def has_day(meaning: Meaning | None) -> bool:
    """Whether a meaning names one day."""
    if isinstance(meaning, Calendar):
        return meaning.day is not None or meaning.weekday is not None or meaning.holiday is not None
    if isinstance(meaning, Offset):
        return meaning.length.unit == "day"
    return isinstance(meaning, Shift) and meaning.unit == "day"


def _lone_daypart(parts: Parts) -> Moment | None:
    said = _daypart(parts)
    return said if said.clock or parts.has("THE") or parts.has("SHADE") or said.part == "DN" else None


TIMES = level(
    Rule("ABOUT? (CLOCK|DECIMAL|NUM) AMPM ZONE?", "TIME", _clock),
    Rule("ABOUT? (CLOCK|NUM) OCLOCK? (IN THE|AT) DAYPART", "TIME", _clock_by_part),
    Rule("ABOUT? CLOCK ZONE?", "TIME", _clock),
    Rule("(YEAR|NUM|DECIMAL) ZONE", "TIME", _clock),
    Rule("(YEAR|DECIMAL) UNITS", "TIME", _clock),
    Rule("ABOUT? NUM OCLOCK", "TIME", _clock),
    Rule("(THIS|THAT SAME?|THE SAME|THE? LAST|THE? NEXT) SHADE? DAYPART", "TIME", _daypart_of_unit),
    Rule("THE? DAYPART BEFORE LAST", "TIME", lambda p: replace(_daypart(p), day=Shift("day", -2))),
    Rule("(THE|A) SHADE? DAYPART (?=OF DATE)", "TIME", _daypart),
    Rule("SHADE? HYPHEN? DAYPART (?=COMMA? (OF|ON)? DATE)", "TIME", _daypart),
    Rule("(THE|A)? SHADE? HYPHEN? DAYPART", "TIME", _lone_daypart),
)


def _clock_in_part(parts: Parts) -> Moment | None:
    """At 0945 this morning."""
    one, other = parts.all("TIME")
    if not (isinstance(one, Moment) and isinstance(other, Moment)):
        return None
    if one.clock is None or one.day is not None or other.day is None or other.clock is not None:
        return None
    return replace(other, clock=_in_half(one.clock, other.part))


MOMENTS = level(
    Rule("TIME (ON|COMMA)? TIME", "TIME", _clock_in_part),
    Rule("TIME (COMMA|OF|ON)? DATE DAYPART?", "TIME", _moment),
    Rule("SHADE? DATE COMMA? AT? TIME", "TIME", _moment),
    Rule("SHADE? DATE DAYPART", "TIME", _moment),
)


def _shaded(parts: Parts) -> Meaning | None:
    found = parts.get("DATE", "TIME")
    if isinstance(found, Vague | Every | Moment) or (has_day(found) and not parts.has("SHADE", "ENDS")):
        return None
    shade = parts.get("SHADE", "ENDS")
    if shade is None:
        shade = "earlier" if parts.has("EARLIER") else "later" if parts.has("LATER") else "about"
    return Shaded(found, shade)


def _shaded_unit(parts: Parts) -> Meaning:
    shade = "earlier" if parts.has("EARLIER") else "later" if parts.has("LATER") else "end"
    return Shaded(Shift(parts.get("UNIT"), 0, NARRATIVE), parts.get("ENDS", "SHADE") or shade)


def _shaded_season(parts: Parts) -> Meaning:
    return Shaded(_season(parts), parts.get("SHADE"))


SHADES = level(
    Rule("(THE? SHADE HYPHEN?|THE? ENDS OF|ABOUT|EARLIER (IN|ON)?|LATER (IN|ON)?) (DATE)", "DATE", _shaded),
    Rule("THE? SHADE HYPHEN? TO HYPHEN? SHADE HYPHEN? DATE", "DATE", _shaded),
    Rule("THE? (ENDS|SHADE) OF THE UNIT", "DATE", _shaded_unit),
    Rule("(EARLIER|LATER) IN THE UNIT", "DATE", _shaded_unit),
    Rule("UNIT (POSS|HYPHEN) ENDS", "DATE", _shaded_unit),
    Rule("(THE? SHADE HYPHEN?) SEASON", "DATE", _shaded_season),
)


def _repeated(parts: Parts) -> Every | None:
    if parts.has("LENGTH"):
        return Every(parts.get("LENGTH"))
    if parts.has("UNIT"):
        return Every(Length(1, 1, parts.get("UNIT")))
    if parts.has("DAYPART"):
        return Every(Moment(part=parts.get("DAYPART")))
    if parts.has("SEASON"):
        return Every(Calendar(season=parts.get("SEASON")))
    found = parts.get("DATE")
    return Every(found) if isinstance(found, Calendar) and found.year is None else None


def _hedged(parts: Parts) -> Length | None:
    """More than four hours; "over the past month" is no hedge."""
    found = parts.get("LENGTH")
    return found if isinstance(found, Length) else None


SETS = level(
    Rule("EVERY (LENGTH|UNIT|DATE|SEASON|DAYPART)", "SET", _repeated),
    Rule("DAYS", "SET", lambda p: Every(Calendar(weekday=p.get("DAYS")))),
    Rule("SETWORD", "SET", lambda p: Every(Length(1, 1, p.get("SETWORD")))),
    Rule("PER UNIT", "SET", _repeated),
    Rule("(MORE|OVER) LENGTH (OR SO)?", "LENGTH", _hedged),
    Rule("LENGTH OR SO", "LENGTH", lambda p: p.get("LENGTH")),
)


def _range(parts: Parts) -> Range | None:
    first, last = parts.all("DATE", "TIME")
    is_dated = isinstance(first, Calendar | Years | Shaded) and isinstance(last, Calendar | Years | Shaded | Vague)
    if not is_dated and not (isinstance(first, Moment) and isinstance(last, Moment)):
        return None
    if isinstance(first, Calendar) and isinstance(last, Calendar) and first.year is None and first.step is None:
        first = replace(first, year=last.year)
    return Range(first, last)


def _bounded(parts: Parts) -> Bounded | None:
    found = parts.get("DATE", "TIME")
    if isinstance(found, Vague | Range):
        return None
    bounds = (("SINCE", "since"), ("UNTIL", "until"), ("BEFORE", "before"), ("AFTER", "after"), ("BY", "by"))
    return Bounded(found, next(bound for kind, bound in bounds if parts.has(kind)))


def _the_unit(parts: Parts) -> Shift | None:
    unit = parts.get("UNIT")
    return Shift(unit, 0, NARRATIVE) if unit in _TELLING_UNITS else None


SPANS = level(
    Rule("BETWEEN DATE AND DATE", "SPAN", _range, keeps_inner=True),
    Rule("FROM (DATE|TIME) (TO|UNTIL) (DATE|TIME)", "SPAN", _range, keeps_inner=True),
    Rule("DATE (TO|HYPHEN) DATE", "SPAN", _range, keeps_inner=True),
    Rule("BETWEEN TIME AND TIME", "SPAN", _range, keeps_inner=True),
    Rule("(SINCE|UNTIL|BEFORE|AFTER|BY) (DATE|TIME) (?!POSS)", "SPAN", _bounded, keeps_inner=True),
    Rule("THE UNIT", "DATE", _the_unit),
    Rule("THE FISCAL UNIT", "DATE", _the_unit),
    Rule("(THE|(?<=IN)) SEASON (?!OF)", "DATE", _season),  # "the fall of ground" is none
)
