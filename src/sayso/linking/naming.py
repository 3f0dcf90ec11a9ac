"""An event in neutral words: its type, place and days, as most of its tellers have them, and an id that lasts."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from sayso.linking.distances import compare_places
from sayso.linking.intervals import Reach, are_years, gap, is_calendar, is_month, is_year, reach_of
from sayso.linking.parts import Draft, Teller
from sayso.linking.words import fold
from sayso.model import Document, Place, Stage, When, claim_id
from sayso.normalisation.places_distance import lies_in

#: Characters of an event's own words that its title keeps.
_WORDS = 72
_LONGEST_HULL = timedelta(days=1200)


def event_id(draft: Draft, documents: Mapping[str, Document], whole: str = "") -> str:
    """`e` and nineteen hexadecimal digits of the hash of the event's earliest claim.

    The earliest is the first of the document published first. It is hashed as its own id is, with the text in place of
    the file's bytes, so that a second file with the same text changes nothing, and with the day of publication: the same
    words of another Wednesday are of another event. An event without claims takes its first trigger, a part without claims
    its whole's id.
    """
    told = sorted(draft.tellers, key=lambda teller: teller.telling.order)
    for teller in told:
        if teller.claims:
            text = documents[teller.document].text_sha256
            ids = (
                claim_id(text, claim.start, claim.end, claim.slot, claim.group, claim.value, claim.modality)
                for claim in teller.claims
                if claim.start == teller.claims[0].start
            )
            return _hashed(*sorted(ids), draft.part or "", teller.telling.order[0].isoformat())
    first = told[0]
    text = documents[first.document].text_sha256
    day = first.telling.order[0].isoformat()
    return _hashed(text, str(first.episode.number), first.episode.type, draft.part or "", whole, day)


def stage_of(draft: Draft) -> Stage:
    """The stage that most of its tellers give it; accomplished where they are even."""
    weights = _weights((teller.episode.stage.value, teller) for teller in draft.tellers)
    return Stage(max(sorted(weights.items()), key=_second)[0])


def days_of(draft: Draft) -> Reach | None:
    """The days it covers: those that more than half of the dated tellers give, else all that others do not contradict."""
    found = _before_any_account(
        [reach for one in draft.tellers if (reach := _reach(one, draft.part)) is not None], draft
    )
    if not found:
        return None
    common, count = min(Counter(found).items(), key=lambda counted: (-counted[1], counted[0]))
    if 2 * count > len(found) or len(set(found)) == 1:
        return common
    borne = [one for one in found if 2 * sum(gap(one, other) <= 2 for other in found) >= len(found)] or [common]
    narrow = [reach for reach in borne if not _is_coarser(reach, borne)]
    hull = Reach(min(reach.start for reach in narrow), max(reach.end for reach in narrow))
    began, ended = _told_day(draft, "date_start"), _told_day(draft, "date_end")
    if began is not None and hull.start <= began <= hull.end:
        hull = Reach(began, hull.end)
    if ended is not None and hull.start <= ended and (ended.year, ended.month) == (hull.end.year, hull.end.month):
        hull = Reach(hull.start, ended)  # "in April 1997" makes nothing last to the end of the month
    return hull if hull.end - hull.start <= _LONGEST_HULL else common


def _before_any_account(found: list[Reach], draft: Draft) -> list[Reach]:
    """Without those that begin after an account of it was public: what was told by then had begun; all, if none is left."""
    own = (teller.telling for teller in draft.tellers if not teller.telling.is_passing)
    public = min((telling.published for telling in own if telling.published is not None), default=None)
    if public is None or stage_of(draft) is not Stage.ACCOMPLISHED:
        return found
    return [reach for reach in found if reach.start <= public] or found


def _told_day(draft: Draft, slot: str) -> date | None:
    """The day that most claims of its beginning, or of its end, give; a month or a guess at one settles nothing."""
    days = Counter(
        claim.value.earliest
        for teller in draft.tellers
        for claim in teller.claims
        if claim.slot == slot and isinstance(claim.value, When) and claim.value.earliest == claim.value.latest
    )
    told = sorted((day for day in days if day is not None), key=lambda day: (-days[day], day))
    return told[0] if told else None


def place_of(draft: Draft) -> Place | None:
    """The place that most tellers agree with, and no county around it; of equals the sharpest."""
    found = [teller.telling.place if draft.part is None else teller.episode.where for teller in draft.tellers]
    places = [place for place in found if place is not None]
    if not places:
        return None
    borne = [sum(_agreeing(place, other) for other in places) for place in places]
    borne = [
        0.0 if any(_is_around(one, other) for other in places) else weight
        for one, weight in zip(places, borne, strict=True)
    ]
    best = min(range(len(places)), key=lambda index: (-round(borne[index], 3), places[index].precision or 9, index))
    return places[best]


def _agreeing(place: Place, other: Place) -> float:
    """How far one telling of the place bears another out: a village of no list, by its name in one land, as well as a town."""
    is_village = bool(place.inside and other.inside) and place.latitude is None and other.latitude is None
    if is_village and place.country == other.country and fold(place.name) == fold(other.name):
        return 1.0
    return max(0.0, compare_places(place, other)[0])


def _is_around(county: Place, town: Place) -> bool:
    return county.name not in town.inside and lies_in(town, county)


def when_of(reach: Reach | None) -> When | None:
    """The days as a When with its EDTF."""
    if reach is None:
        return None
    return When(_edtf(reach), reach.start, reach.end, None, in_words(reach))


def title_of(display: str, place: Place | None, reach: Reach | None) -> str:
    """Type, place and days in neutral words: `Hostage taking, Quito, March to April 1995`."""
    days = _months(reach) if reach is not None and reach.days > 31 else in_words(reach) if reach is not None else ""
    display = display[:1].upper() + display[1:]
    return ", ".join(part for part in (display, place.name if place is not None else "", days) if part)


def mentioned_title(title: str, words: str) -> str:
    """An event only mentioned is told by its own words, too: its type and year alone say little."""
    kept = words if len(words) <= _WORDS else words[: _WORDS - 2].rsplit(" ", 1)[0] + " …"
    return f"{title}: “{kept}”" if kept else title


def in_words(reach: Reach) -> str:
    """Days as one would say them.

    >>> in_words(Reach(date(1996, 12, 1), date(1996, 12, 31)))
    'December 1996'
    >>> in_words(Reach(date(1996, 12, 17), date(1997, 4, 22)))
    '17 December 1996 to 22 April 1997'
    """
    if is_year(reach):
        return f"{reach.start:%Y}"
    if is_month(reach):
        return f"{reach.start:%B %Y}"
    if are_years(reach):
        return f"{reach.start.year} to {reach.end.year}"
    if reach.start == reach.end:
        return _day(reach.start)
    return f"{_day(reach.start)} to {_day(reach.end)}"


def _months(reach: Reach) -> str:
    if is_year(reach):
        return f"{reach.start:%Y}"
    if are_years(reach):
        return f"{reach.start.year} to {reach.end.year}"
    start, end = f"{reach.start:%B %Y}", f"{reach.end:%B %Y}"
    return f"{start} to {end}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _edtf(reach: Reach) -> str:
    if is_year(reach):
        return f"{reach.start:%Y}"
    if is_month(reach):
        return f"{reach.start:%Y-%m}"
    return reach.start.isoformat() if reach.start == reach.end else f"{reach.start.isoformat()}/{reach.end.isoformat()}"


def _reach(teller: Teller, part: str | None) -> Reach | None:
    if part is None:
        return teller.telling.reach
    return reach_of((teller.episode,), teller.claims, teller.telling.published)


def _is_coarser(reach: Reach, others: Sequence[Reach]) -> bool:
    """It is a month or years that only hold a narrower one, such as a year its day."""
    return is_calendar(reach) and any(
        reach.start <= other.start and other.end <= reach.end and other != reach for other in others
    )


def _weights(named: Iterable[tuple[str, Teller]]) -> dict[str, float]:
    weights: defaultdict[str, float] = defaultdict(float)
    for name, teller in named:
        weights[name] += max(teller.episode.weight, 0.01)
    return {name: round(weight, 6) for name, weight in weights.items()}


def _second(pair: tuple[str, float]) -> float:
    return pair[1]


def _hashed(*parts: str) -> str:
    return "e" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:19]
