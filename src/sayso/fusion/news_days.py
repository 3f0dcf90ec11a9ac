"""The day of what news tells without a date: that of an hour within it, else that of the first publication or the day before.

No account states it, and the estimate says so: it stays open. It is made only for what happens on one day; by publication only
where nothing speaks of a court, an anniversary or an earlier date: who looks back dates by other things.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.fusion.estimates import Answer
from sayso.fusion.scene import Scene, event_of
from sayso.fusion.untold import untold
from sayso.fusion.wording import day
from sayso.model import Claim, Estimate, Event, Role, Value, Verdict, When

_SLOT = "date_start"
#: What is over on the day it happens.
SUDDEN = frozenset({"attack", "bombing", "shooting", "killing", "clash", "accident", "fire"})
_HARM = frozenset({"killed", "injured", "casualties"})
#: Words of those who look back.
_BACK = re.compile(
    r"\b(?:sentenc\w+|convict\w+|trial|verdict|plead\w*|pled|appeals?|guilty|anniversar\w+|lawsuits?|years? (?:ago|later)|months? (?:ago|later)"
    r"|weeks? (?:ago|later)|last (?:year|month)|memorial|inquest|indict\w+|hearing)\b",
    re.IGNORECASE,
)
#: Older days than this are of something else, or of what is looked back on. In news of shootings with an official record the first
#: report is of the same day in 48 cases of 100, of the next in 33.
_FRESH = timedelta(days=10)


def news_days(answers: Sequence[Answer], claims: Iterable[Claim], rule: str, scene: Scene) -> Iterator[Estimate]:
    """Two days for each main event that is news and that no account dates."""
    dated = {one.question.event for one in answers if one.question.slot == _SLOT and one.stand.drafts}
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    dates: defaultdict[str, list[When]] = defaultdict(list)
    for claim in claims:
        told[event_of(claim)].append(claim)
        if isinstance(claim.value, When):
            dates[claim.document].append(claim.value)
    for event in scene.events.values():
        is_news = event.role is Role.MAIN and event.type in SUDDEN and event.when is None and event.id not in dated
        if not is_news or not any(claim.slot in _HARM for claim in told[event.id]):
            continue
        hours = {claim.value for claim in told[event.id] if claim.slot == "time" and _is_day(claim.value)}
        if len({hour.edtf for hour in hours if isinstance(hour, When)}) == 1:
            best = min((hour for hour in hours if isinstance(hour, When)), key=lambda hour: hour.text)
            why = f"No account dates the whole; an hour of it is told: {best.text}. Ours."
            yield _estimate(event, replace(best, time=None), why, (rule, scene))
            continue
        first = _first_published(event, told[event.id], dates, scene)
        if first is not None:
            yield _by_publication(event, first, rule, scene)


def _is_day(value: Value) -> bool:
    return isinstance(value, When) and value.earliest is not None and value.earliest == value.latest


def _by_publication(event: Event, published: date, rule: str, scene: Scene) -> Estimate:
    first = published - timedelta(days=1)
    edtf = f"{first.isoformat()}/{published.isoformat()}"
    best = When(edtf, first, published, None, "the day of the report or the day before")
    why = f"No account tells the day. The first was published on {day(published)}: that day or the day before, as news goes; ours."
    return _estimate(event, best, why, (rule, scene))


def _first_published(
    event: Event, told: Sequence[Claim], dates: Mapping[str, Sequence[When]], scene: Scene
) -> date | None:
    """The day of the first account, where all are known and none looks back."""
    days: list[date] = []
    for document in sorted({*event.documents, *(claim.document for claim in told)}):
        known = scene.documents.get(document)
        published = known.published if known is not None else None
        if known is None or published is None or published.earliest is None or published.earliest != published.latest:
            return None
        if _BACK.search(known.text) or any(_is_old(when, published.earliest) for when in dates[document]):
            return None
        days.append(published.earliest)
    return min(days, default=None)


def _is_old(when: When, published: date) -> bool:
    return when.latest is not None and when.latest < published - _FRESH


def _estimate(event: Event, best: When, why: str, under: tuple[str, Scene]) -> Estimate:
    own = Verdict(best, best.earliest, best.latest, why, not_covered=False)
    return untold(event, _SLOT, own, "No account tells the day.", under)
