"""What makes two tellings one event: a table of named features, each with its weight and its words.

A feature gives a strength, from -1 (speaks against) over 0 (silent) to 1 (speaks for); its contribution is strength
times weight. Contributions are kept, so that every merge can say why.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.linking.distances import SILENT, Strength, compare_places
from sayso.linking.intervals import gap, is_slipped
from sayso.linking.news import BRIEF, are_two_days, are_two_kinds, days_between, is_news
from sayso.linking.scale import FOLDER, Scale
from sayso.linking.shared_names import share_somebody, shared_names
from sayso.linking.tellings import Key, Telling
from sayso.linking.words import fold

# How strongly days that overlap speak, by how many the wider of the two covers, and days apart, by how many lie between;
# the last of either holds beyond.
OVERLAP, OVERLAP_WIDE = ((4, 1.0), (40, 0.6), (200, 0.45)), 0.15
BESIDE, APART, FAR_APART = (2, 0.3), ((7, -0.3), (31, -0.6)), -0.8
# So many days between two publications make them near, an eighth less so with each, and so many far.
NEAR, FADING, FAR = 4, 8, 60
# The worth of names, words of titles and figures that says all there is to say; a title's says nothing up to one.
NAMES, TITLES, FIGURES, LEAST_TITLE = 10, 12, 2, 1
# So alike are any two documents, and those that tell of one event.
UNLIKE, ALIKE = 0.1, 0.4
# Nobody and one stand in every other text.
_TELLING = 2
# Deeds of a kind that is not mistaken for another: in a large case a bombing and a kidnapping of one day and town are two.
_KINDS = {
    "bombing": "bombing",
    "fire": "fire",
    "kidnapping": "taking",
    "hostage_taking": "taking",
    "hijacking": "taking",
}
_OTHER_KIND = -0.8
# The type of what no other type names.
_REST = "other"
# Two accounts of one incident share three proper words or more in 95 pairs of 100, two of different ones in 8, while one
# says little, unless more than half of a folder has it, or both have it as a name: that is what the folder is about. With so
# many more than one all is said, and twice as many outweigh a day that one of them misread. Texts with so many of their own
# that share none are hardly of one incident.
_MANY, _UNNAMED, _ALONE, _FEW, _PROVED = 4, 0.5, 0.1, 4, 1.5


# In a case of many, towns far apart are outweighed by so much more: a day, a figure and the words of a desk come again elsewhere.
# A place told by its country alone parts nothing and joins nothing.
_FAR, _OUTWEIGHED, _COUNTRY = -0.9, 1.5, 6


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one feature adds for one pair; `says` are the words shown to a reader."""

    feature: str
    weight: float
    says: str


@dataclass(frozen=True, slots=True)
class Edge:
    """Two tellings and how strongly they are one event: the sum of the contributions."""

    one: Key
    other: Key
    score: float
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class Feature:
    """A row of the table; `common` is how much of what speaks for it is left in a large case, where many incidents share it.

    `most` is the greatest strength it has; `is_of_few` says that it speaks in folders of few alone, and is silent in a large case.
    """

    name: str
    weight: float
    doc: str
    strength: Callable[[Telling, Telling, Scale], Strength]
    common: float = 1.0
    most: float = 1.0
    is_of_few: bool = False

    def adds(self, one: Telling, other: Telling, scale: Scale) -> Strength:
        """What it adds for two tellings, and the words for it; nothing where it is silent."""
        strength, says = self.strength(one, other, scale)
        if strength > 0:
            strength *= self._left(scale.smallness)
        return round(strength * self.weight, 4), says

    def most_added(self, smallness: float) -> float:
        """The most it adds for any two tellings of a case of some size."""
        return self.weight * self.most * (smallness if self.is_of_few else self._left(smallness))

    def _left(self, smallness: float) -> float:
        return 1.0 - (1.0 - self.common) * (1.0 - smallness)


def type_of(one: Telling, other: Telling, scale: Scale) -> Strength:
    """Same type, types that may name one event, or one a part of the other; the rest type says next to nothing."""

    def says(words: str) -> Callable[[], str]:
        return lambda: f"{words} ({' and '.join(sorted({_words(one.type), _words(other.type)}))})"

    if one.type == other.type:
        return (0.25 if one.type == _REST else 1.0), says("same type")
    if scale.types.are_alike(one.type, other.type):
        is_other = _KINDS.get(one.type) != _KINDS.get(other.type)
        strength = 0.5 * scale.smallness + _OTHER_KIND * (1 - scale.smallness) if is_other else 0.5
        return strength, says("types that may name one event" if strength > 0 else "another kind of deed")
    if scale.types.is_part(one.type, other.type) or scale.types.is_part(other.type, one.type):
        return 0.3, says("one may be a part of the other")
    if _REST in (one.type, other.type):
        return (-0.5 if one.is_passing or other.is_passing else 0.0), says("other type")
    return 0.3 * scale.smallness - 0.8, says("other type")


def stage_of(one: Telling, other: Telling, _: Scale) -> Strength:
    """What happened and what was only planned or tried are told apart."""
    return SILENT if one.stage is other.stage else (-1.0, lambda: f"{one.stage} / {other.stage}")


def time_of(one: Telling, other: Telling, scale: Scale) -> Strength:
    """The days overlap, and how narrow they are; or how far they lie apart beyond what either says it lasted.

    In a folder of few a year with two digits swapped is likelier a slip than another event of the same season.
    """
    if one.reach is None or other.reach is None or _may_have_slipped(one, other, scale):
        return SILENT
    apart = gap(one.reach, other.reach)
    if scale.smallness and are_two_kinds(one, other, scale.types):
        return -1.0, lambda: f"deeds of two kinds, each with its own dead ({_words(one.type)} / {_words(other.type)})"
    narrow = max(one.reach.days, other.reach.days)
    if apart == 0:
        strength = _step(OVERLAP, narrow, OVERLAP_WIDE)
        return strength, lambda: f"days overlap ({_days(one)} / {_days(other)})"
    if scale.smallness and are_two_days(one, other):
        return -1.0, lambda: f"each is news of its own day and its own dead ({_days(one)} / {_days(other)})"
    strength = BESIDE[1] if _beyond(one, other) <= BESIDE[0] else _step(APART, apart, FAR_APART)
    return strength, lambda: f"{apart} day{'s' * (apart > 1)} apart ({_days(one)} / {_days(other)})"


def place_of(one: Telling, other: Telling, _: Scale) -> Strength:
    """The same place, one inside the other, or places that exclude each other, less so where both are named by one."""
    if one.place is None and other.place is None:
        return SILENT
    if one.place is None or other.place is None:
        told = one.place or other.place
        if told is None or not _names_place(one, other):
            return SILENT
        name = told.name
        return 0.3, lambda: f"both name {name}"
    strength, says = compare_places(one.place, other.place)
    if strength < 0 and _names_place(one, other):
        return -0.3, lambda: f"{says()}, though one names both"
    return strength, says


def _names_place(one: Telling, other: Telling) -> bool:
    """One document names the place that the other gives its event, or what that lies in below a country."""
    return any(
        told.place is not None and {fold(told.place.name), *map(fold, told.place.inside[:-1])} & by.places
        for told, by in ((one, other), (other, one))
    )


def figures_of(one: Telling, other: Telling, _: Scale) -> Strength:
    """Exact figures told by both; larger ones tell more (one killed stands in every other text)."""
    shared = sorted(figure for figure in one.figures & other.figures if figure[2] >= _TELLING)
    if not shared:
        return SILENT
    worth = sum(map(figure_worth, shared))
    said = shared[:3]
    return min(
        1.0, worth / FIGURES
    ), lambda: f"same figures ({', '.join(f'{_words(a)} {value:g}' for a, _, value in said)})"


def figure_worth(figure: tuple[str, str, float]) -> float:
    """How telling an exact figure is, 0 to 1."""
    return min(1.0, math.log10(1 + figure[2]) / 1.5) if figure[2] >= _TELLING else 0.0


def names_of(one: Telling, other: Telling, scale: Scale) -> Strength:
    """Names told by both, rare ones more."""
    ranked = shared_names(one, other, scale)
    worth = sum(max(0.0, -weight) for weight, _ in ranked[:5])
    if not worth:
        return SILENT
    return min(1.0, worth / NAMES), lambda: f"same names ({', '.join(name for _, name in ranked[:3])})"


def proper_of(one: Telling, other: Telling, scale: Scale) -> Strength:
    """In a folder of few, the proper words that both texts use, however their names were read; none at all parts them."""
    if not one.words or not other.words or not scale.smallness:
        return SILENT
    shared = sorted(scale.proper & one.words.keys() & other.words.keys())
    if not shared:
        told = min(len(one.capitals), len(other.capitals))
        return -_UNNAMED * scale.smallness * min(1.0, told / _MANY), lambda: "no proper word in common"
    here = (one.places | one.names) & (other.places | other.names)
    theme = any(2 * scale.words[word] > max(scale.documents, _FEW) or word in here for word in shared)
    strength = (len(shared) + theme - 1) / _MANY if len(shared) + theme > 1 else -_ALONE
    return scale.smallness * min(_PROVED, strength), lambda: f"proper words of both ({', '.join(shared[:4])})"


def title_of(one: Telling, other: Telling, scale: Scale) -> Strength:
    """Words shared by the two titles, rare ones more."""
    shared = one.title & other.title
    if not shared:
        return SILENT
    ranked = sorted((-scale.word_weight(word), word) for word in shared)
    worth = sum(max(0.0, -weight) for weight, _ in ranked)
    if worth <= LEAST_TITLE:
        return SILENT
    return min(1.0, worth / TITLES), lambda: f"titles share {', '.join(word for _, word in ranked[:4])}"


def wording_of(one: Telling, other: Telling, scale: Scale) -> Strength:
    """How alike the two documents are in their words: nothing under a tenth, all from a half."""
    likeness = scale.likeness(one, other)
    strength = min(1.0, max(0.0, (likeness - UNLIKE) / ALIKE))
    return strength, lambda: f"documents alike in their words ({likeness:.2f})"


def published_of(one: Telling, other: Telling, scale: Scale) -> Strength:
    """Published within days of each other, or far apart, which in a folder of retellings says nothing."""
    if one.published is None or other.published is None or one.is_passing or other.is_passing:
        return SILENT
    apart = abs((one.published - other.published).days)
    if apart <= NEAR:
        return 1.0 - apart / FADING, lambda: f"published {apart} day{'s' * (apart != 1)} apart"
    if apart <= FAR or scale.smallness == 1.0 or (one.reach is not None and other.reach is not None):
        return SILENT
    if share_somebody(one, other, scale):
        return SILENT  # a court's news of the same accused
    return scale.smallness - 1.0, lambda: "published over two months apart"


def news_of(one: Telling, other: Telling, scale: Scale) -> Strength:
    """News of one day each, out within two weeks of it, and the days over a month apart, or of two kinds and over a day apart."""
    if one.reach is None or other.reach is None or one.is_passing or other.is_passing or scale.smallness == 1.0:
        return SILENT
    apart = gap(one.reach, other.reach)
    if apart <= days_between(one, other, scale.types) or not (is_news(one) and is_news(other)):
        return SILENT
    if share_somebody(one, other, scale):
        return SILENT
    return scale.smallness - 1.0, lambda: f"each is news of its own day, {apart} days apart"


def folder_of(one: Telling, other: Telling, scale: Scale) -> Strength:
    """A folder of few documents was most likely gathered about one event, unless their days say otherwise."""
    if one.is_passing or other.is_passing or not scale.smallness or _beyond(one, other) > 7:
        return SILENT
    if are_two_days(one, other) or are_two_kinds(one, other, scale.types):
        return SILENT
    return scale.smallness, lambda: "a folder of few documents"


FEATURES = (
    Feature("type", 2.0, "same or compatible event type", type_of, common=0.0),
    Feature("stage", 1.5, "accomplished, attempted, threatened or planned", stage_of, most=0.0),
    Feature("time", 4.5, "overlap of the days covered", time_of, common=0.35),
    Feature("place", 3.0, "same place, inside, or excluded by country or distance", place_of, common=0.3),
    Feature("figures", 3.0, "exact figures told by both", figures_of),
    Feature("names", 3.5, "people, organisations and groups named by both", names_of),
    Feature(
        "proper",
        5.0,
        "words that both write with a capital, in a folder of few documents",
        proper_of,
        most=_PROVED,
        is_of_few=True,
    ),
    Feature("title", 2.5, "words of the titles", title_of),
    Feature("wording", 7.0, "words of the two documents", wording_of),
    Feature("published", 2.0, "nearness of publication", published_of, common=0.75),
    Feature("news", 4.0, "news of two days, each fresh when it came out", news_of, most=0.0),
    Feature("folder", 2.5, "few documents, gathered by hand", folder_of, is_of_few=True),
)
TOGETHER, _IN_MANY = 5.0, 0.9
"""Score from which two tellings are one event: in a folder of few documents, and in a large case, where less speaks for it."""
_SHARP = 4
"""So many days at the most are told by an account that says when it was."""
_LEEWAY = 2.0
"""How far below it the mean of two clusters may stay, and in a folder of few a pair whose time or place is misread."""
_RARER = 0.9
"""What is added to it with each e-fold of documents, since a pair taken at random is ever less likely one event."""
TOGETHER_IN_PASSING = 3.0
"""The same for two tellings in passing: they are short, so that wording, titles and publication are silent."""


def together(scale: Scale) -> float:
    """The score from which two tellings are one event in a case of this size."""
    base = _IN_MANY + (TOGETHER - _IN_MANY) * scale.smallness
    return base + _RARER * math.log(max(1.0, scale.documents / FOLDER))


def score(one: Telling, other: Telling, scale: Scale) -> float:
    """How strongly two tellings are one event, without the words for it."""
    first, second = _in_order(one, other)
    return round(sum(feature.adds(first, second, scale)[0] for feature in FEATURES), 4)


def weigh(one: Telling, other: Telling, scale: Scale) -> Edge:
    """Compare two tellings by every row of the table."""
    first, second = _in_order(one, other)
    told = ((feature.name, *feature.adds(first, second, scale)) for feature in FEATURES)
    found = tuple(Contribution(name, weight, says()) for name, weight, says in told if weight)
    return Edge(first.key, second.key, round(sum(one.weight for one in found), 4), found)


def _in_order(one: Telling, other: Telling) -> tuple[Telling, Telling]:
    return (one, other) if one.order <= other.order else (other, one)


def clashes(members: Sequence[Telling], others: Sequence[Telling], scale: Scale) -> bool:
    """Whether time, or place, parts more pairs of the two clusters than not, or their pairs are unlike in the mean.

    One pair alone never chains two crowds together. A pair whose other features outweigh the contradiction is not parted: one of the two was misread. In a folder of few,
    where a misread day or country is likelier than a second event, they need not outweigh it quite.
    """
    pairs = [(one, other) for one in members for other in others]
    scores = [score(*pair, scale) for pair in pairs]
    own = [known for known, (a, b) in zip(scores, pairs, strict=True) if not a.is_passing and not b.is_passing]
    if len(own) > 1 and sum(own) / len(own) < together(scale) - _LEEWAY:
        return True
    least = together(scale) - _LEEWAY * scale.smallness
    told = list(zip(scores, pairs, strict=True))
    if _are_parted_by_days(told, least, scale):
        return True
    far = least + _OUTWEIGHED * (1.0 - scale.smallness)
    parted = [
        known < far
        and (apart := compare_places(a.place, b.place)[0]) < 0
        and not _names_place(a, b)
        and (known < least or apart <= _FAR)
        for known, (a, b) in told
        if a.place is not None
        and b.place is not None
        and max(a.place.precision or 6, b.place.precision or 6) < _COUNTRY
    ]
    return 2 * sum(parted) > len(parted)


def _are_parted_by_days(told: Sequence[tuple[float, tuple[Telling, Telling]]], least: float, scale: Scale) -> bool:
    """Whether the days part most pairs.

    Of what is over in a day or two, an account whose days reach over both has no vote: it tells of two such events.
    """
    dated = [
        (
            known < least and _beyond(a, b) > 2,
            max(a.reach.days, b.reach.days) <= _SHARP and {a.type, b.type} <= BRIEF and scale.smallness > 0,
        )
        for known, (a, b) in told
        if a.reach is not None and b.reach is not None and not _may_have_slipped(a, b, scale)
    ]
    sharp = [is_apart for is_apart, is_sharp in dated if is_sharp]
    votes = sharp or [is_apart for is_apart, _ in dated]
    return 2 * sum(votes) > len(votes)


def _may_have_slipped(one: Telling, other: Telling, scale: Scale) -> bool:
    if one.reach is None or other.reach is None or scale.smallness < 1.0 or one.is_passing or other.is_passing:
        return False
    return is_slipped(one.reach, other.reach)


def _beyond(one: Telling, other: Telling) -> int:
    """Days between two tellings beyond the longer that either says it lasted."""
    if one.reach is None or other.reach is None:
        return 0
    return max(0, gap(one.reach, other.reach) - max(one.lasted, other.lasted))


def _step(steps: Sequence[tuple[int, float]], days: int, beyond: float) -> float:
    return next((strength for most, strength in steps if days <= most), beyond)


def _words(name: str) -> str:
    return name.replace("_", " ")


def _days(telling: Telling) -> str:
    if telling.reach is None:
        return "undated"
    start, end = telling.reach.start.isoformat(), telling.reach.end.isoformat()
    return start if start == end else f"{start} to {end}"
