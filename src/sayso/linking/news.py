"""Fresh news: what came out within days of what it tells of, and how far two pieces of it may lie apart and be of one incident."""

from __future__ import annotations

from sayso.linking.intervals import gap
from sayso.linking.tellings import Telling
from sayso.linking.types import Types

# The type of what no other type names.
_REST = "other"
# News tells of a few days that are two weeks gone at the most; two such days over a month apart are hardly of one incident,
# whatever their words share: a town, a street and the phrases of its desk come again with its next fire.
_FEW_DAYS, _FRESH, _OTHER_NEWS = 4, 14, 31
# More than a day between them is enough where one tells of a bombing and the other of a fire, more than a week (a weekday may
# be misread) where of a bombing and an attack: of 20,000 pieces of news of known incidents, most of those that were put with
# another were of the same town within weeks, by another kind of incident.
_IF_ALIKE, _IF_OTHER = 7, 1
# What is over within a day or two.
BRIEF = frozenset({"bombing", "shooting", "attack", "killing", "accident", "clash"})
# What befalls people where nobody does it, and what is not taken for it, as a bomb is for an accident.
_BEFALLING, _SHOT = (
    frozenset({"accident", "industrial_disaster", "natural_disaster", "fire"}),
    frozenset({"shooting", "clash"}),
)
# Deeds of a moment, two days or more apart, each told within two days.
_OF_A_MOMENT, _TWO_DAYS, _AT_ONCE = BRIEF - {"clash"}, 2, 2


def days_between(one: Telling, other: Telling, types: Types) -> int:
    """The days that two pieces of news of one event may lie apart, by how their types stand to each other."""
    if one.type == other.type or _REST in (one.type, other.type):
        return _OTHER_NEWS
    parts = types.is_part(one.type, other.type) or types.is_part(other.type, one.type)
    return _OTHER_NEWS if parts else _IF_ALIKE if types.are_alike(one.type, other.type) else _IF_OTHER


def are_two_days(one: Telling, other: Telling) -> bool:
    """Whether two pieces of news, each of the day or two before it came out, tell of two deeds of a moment with tolls of their own.

    What came out so soon hardly misreads its day; a later report of the same bomb gives the same day, and most often a figure of
    the first.
    """
    if one.reach is None or other.reach is None or not {one.type, other.type} <= _OF_A_MOMENT:
        return False
    if (
        gap(one.reach, other.reach) < _TWO_DAYS
        or one.lasted
        or other.lasted
        or not (_is_at_once(one) and _is_at_once(other))
    ):
        return False
    first, second = _tolls(one), _tolls(other)
    return bool(first and second) and first.isdisjoint(second)


def are_two_kinds(one: Telling, other: Telling, types: Types) -> bool:
    """Whether two texts of a day or two tell of deeds that are not mistaken for each other, each with a toll of its own.

    A bar is shot up on Friday and a bus overturns on Saturday: the town, the weekend and the desk are the same.
    """
    if one.reach is None or other.reach is None or types.are_alike(one.type, other.type):
        return False
    shot, befell = sorted((one.type, other.type), key=lambda kind: kind in _BEFALLING)
    if shot not in _SHOT or befell not in _BEFALLING:
        return False
    if max(one.reach.days, other.reach.days) > _TWO_DAYS or one.lasted or other.lasted:
        return False
    first, second = _tolls(one), _tolls(other)
    return bool(first and second) and first.isdisjoint(second) and _hurt(one).isdisjoint(_hurt(other))


def _hurt(telling: Telling) -> frozenset[float]:
    return frozenset(value for slot, _, value in telling.figures if slot == "injured" and value > 1)


def _is_at_once(telling: Telling) -> bool:
    if telling.published is None or telling.reach is None or telling.is_passing or telling.reach.days >= _TWO_DAYS:
        return False
    return 0 <= (telling.published - telling.reach.end).days <= _AT_ONCE


def _tolls(telling: Telling) -> frozenset[float]:
    return frozenset(value for slot, _, value in telling.figures if slot == "killed")


def is_news(telling: Telling) -> bool:
    """Whether a document came out within two weeks of the few days that it tells of."""
    if telling.published is None or telling.reach is None or telling.reach.days > _FEW_DAYS:
        return False
    return 0 <= (telling.published - telling.reach.end).days <= _FRESH
