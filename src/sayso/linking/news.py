"""Fresh news: what came out within days of what it tells of, and how far two pieces of it may lie apart and be of one incident."""

from __future__ import annotations

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


def days_between(one: Telling, other: Telling, types: Types) -> int:
    """The days that two pieces of news of one event may lie apart, by how their types stand to each other."""
    if one.type == other.type or _REST in (one.type, other.type):
        return _OTHER_NEWS
    parts = types.is_part(one.type, other.type) or types.is_part(other.type, one.type)
    return _OTHER_NEWS if parts else _IF_ALIKE if types.are_alike(one.type, other.type) else _IF_OTHER


def is_news(telling: Telling) -> bool:
    """Whether a document came out within two weeks of the few days that it tells of."""
    if telling.published is None or telling.reach is None or telling.reach.days > _FEW_DAYS:
        return False
    return 0 <= (telling.published - telling.reach.end).days <= _FRESH
