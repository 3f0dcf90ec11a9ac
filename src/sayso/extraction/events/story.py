"""Which event a document is about: its main type, the stretch of time it spans, and its country.

Titles and openings weigh more; a broad word ("attack") gives way to a sharper one ("hostage taking").
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.codebook import EventType
from sayso.extraction.events.imprints import is_of_inquiry
from sayso.extraction.events.leads import first_told, is_filed_without_year, is_of_a_year, is_sharp, says_when_it_was
from sayso.extraction.events.scenes import Scene, Time, is_of_people, named_country
from sayso.extraction.events.takings import takings
from sayso.extraction.events.triggers import Trigger, is_general
from sayso.extraction.times.side_times import is_of_finding, is_of_the_record, is_remembered, tells_late_deaths
from sayso.extraction.words.groups import Groups, candidates
from sayso.model import BlockKind, Document, Extent, Place, When
from sayso.normalisation import places
from sayso.normalisation.places_entries import country_of_towns
from sayso.normalisation.places_outlets import home_of

#: What a trigger weighs by where it stands: the title says what a text is about, its opening nearly so.
_TITLE, _OPENING, _BODY = 4.0, 2.0, 1.0
_OPENING_SCENES = 8
#: A word that only titles use may be a figure of speech ("Rebels Crash a Party").
_TITLE_ALONE = 0.25
#: A broad type is taken only where no sharper one has this share of its weight.
_SHARP_SHARE = 1.0
#: What befalls people without a doer: told by few words of its own and many of death, it is still what the text is about.
BEFALLING, _BEFALLING_SHARE = frozenset({"accident", "industrial_disaster", "natural_disaster"}), 0.4
_YEAR = re.compile(r"\b\d{4}\b")
_FILED_FROM = re.compile(r"\s*([A-Z][^\W\d_a-z]*[A-Za-z .'-]*(?:,\s*[A-Z][A-Za-z .'-]+)?)")
#: A dateline weighs as much as three names in the text.
_FILED = 4
#: What a time weighs where a scene has no word of the story: with its people or harm done, in the opening;
#: and how much more where it is news.
_ITS_HARM, _ITS_OPENING, _FRESH = 0.5, 0.25, 1.5
#: What befell people where no word says what it was; how many days it lasts.
UNNAMED, _LASTS = "other", 40
#: What a sentence of the past says of the kind of event; a day or two.
_PAST, _A_DAY = 0.3, 3.0
_NEWS, _NARROW, _LONGEST_STRETCH = timedelta(days=14), timedelta(days=31), timedelta(days=60)
#: A later year is a slip of the pen: it says nothing of which event is meant.
LAST_YEAR = 2100


@dataclass(frozen=True, slots=True)
class Story:
    """The document's own event. `first` and `last` bound the days it may speak of; None where nothing tells them.

    `began` is the first day that its own words are tied to, `told` the sharpest time that a sentence of it tells.
    `is_yearless`: news that was filed on a day without its year; what is told with a year far below is something else.
    """

    type: str | None
    first: date | None
    last: date | None
    country: str | None
    kinds: frozenset[str] = frozenset()
    began: date | None = None
    told: When | None = None
    is_yearless: bool = False

    def owns(self, trigger: Trigger) -> bool:
        """Does a trigger name the story's type, one that may stand for it, or a part of it?"""
        return bool(self.kinds & set(trigger.types)) or any(whole in self.kinds for whole, _ in trigger.parts)

    def part(self, trigger: Trigger) -> str | None:
        """The part of the story that a trigger names."""
        named = {whole: part for whole, part in reversed(trigger.parts) if whole in self.kinds}
        return named.get(self.type or "") or next(iter(named.values()), None)

    def names(self, trigger: Trigger) -> bool:
        """Does a trigger name the whole story, by its own type or one that may stand for it?"""
        return bool(self.kinds & set(trigger.types))

    def holds(self, when: When) -> bool | None:
        """Does a time fall within the story? None where that cannot be told."""
        if self.first is None or self.last is None or when.earliest is None or when.latest is None or is_slip(when):
            return None
        return when.earliest <= self.last and when.latest >= self.first


def is_slip(when: When) -> bool:
    """Is the year one that nobody can tell of yet? What it was written for is the story's own, as a rule."""
    told = when.earliest or when.latest
    return told is not None and told.year > LAST_YEAR


def weigh(scenes: Sequence[Scene], groups: Groups, types: Mapping[str, EventType]) -> Mapping[str, float]:
    """How much of a document tells of each type of event."""
    weights: defaultdict[str, float] = defaultdict(float)
    body: Counter[str] = Counter()
    wholes: Counter[str] = Counter()
    said: set[str] = set()
    for scene in scenes:
        words = scene.words.strip().lower()
        weight = _weight(scene) if words not in said else _BODY / 2
        said.add(words)
        captives = sum(
            1 for t in scene.sent if t.pos_ in ("NOUN", "PROPN") and "hostages" in candidates(t, groups.words)
        )
        weight *= _PAST if _is_background(scene) else 1.0
        found = [
            (kind, 0.5 if is_general(t.token) or (t.token.pos_ == "VERB" and types[kind].broad) else 1.0)
            for t in scene.triggers
            for kind in t.types
        ]
        found += [("hostage_taking", 0.75)] * min(captives, 2)
        found += [(kind, 0.5) for kind in takings(scene, groups)]
        for kind, share in found:
            weights[kind] += weight * share
            body[kind] += weight != _TITLE
        wholes.update(kind for t in scene.triggers for kind, _ in t.parts)
    for kind in tuple(weights):
        if not body[kind]:
            weights[kind] *= _TITLE_ALONE
        weights[kind] += 0.5 * wholes[kind]
    return weights


def main_type(weights: Mapping[str, float], types: Mapping[str, EventType]) -> str | None:
    """The type a document is about; None where it tells of no event."""
    if not weights:
        return None
    ranked = sorted(weights, key=lambda kind: (-weights[kind], kind))
    sharp = [kind for kind in ranked if kind in types and not types[kind].broad]
    if sharp and weights[sharp[0]] >= _SHARP_SHARE * weights[ranked[0]]:
        return sharp[0]
    if sharp and sharp[0] in BEFALLING and weights[sharp[0]] >= _BEFALLING_SHARE * weights[ranked[0]]:
        return sharp[0]
    return ranked[0]


def story(document: Document, scenes: Sequence[Scene], groups: Groups, types: Mapping[str, EventType]) -> Story:
    """Settle what a document is about, from all of its scenes."""
    kind = main_type(weigh(scenes, groups, types), types) or (UNNAMED if _is_of_harm(scenes) else None)
    if kind is None:
        return Story(None, None, None, None)
    lasts = timedelta(days=types[kind].lasts if kind in types else _LASTS)
    kinds = frozenset({kind, *(types[kind].kin if kind in types else ())})
    known = Story(kind, None, None, None, kinds)
    known = Story(kind, None, None, _country(scenes, known, _dateline(document), _at_home(document)), kinds)
    anchor, told = _anchor(scenes, known, document, lasts)
    if anchor is not None and anchor.earliest is not None and anchor.latest is not None:
        first, last = _shifted(anchor.earliest, -lasts), _shifted(anchor.latest, lasts)
    elif document.published is not None and document.published.latest is not None:
        first, last = _shifted(document.published.latest, -lasts), document.published.latest
    else:
        first, last = None, None
    began = anchor.earliest if anchor is not None else None
    is_yearless = anchor is None and is_filed_without_year(document)
    return Story(kind, first, last, known.country, kinds, began, told, is_yearless)


def _is_of_harm(scenes: Sequence[Scene]) -> bool:
    """ "Seven died that Monday, the second of April 1990": harm counted, and a day told, without a word for what happened."""
    harmed = [scene for scene in scenes if scene.tells_harm]
    return bool(harmed) and any(_sharpness(t) >= _A_DAY for scene in scenes for t in scene.times if not t.is_beside)


def _is_background(scene: Scene) -> bool:
    """Something remembered, or dated by a year alone once the text is under way."""
    if scene.number and is_remembered(scene):
        return True
    whens = [time.when for time in scene.times if time.when is not None]
    return scene.number >= _FIRST_TOLD and bool(whens) and all(_is_year(when) for when in whens)


def _is_year(when: When) -> bool:
    return len(when.edtf) == len("YYYY")


def _shifted(day: date, by: timedelta) -> date:
    """A day moved, held within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + by.days, 1), date.max.toordinal()))


def _weight(scene: Scene) -> float:
    if scene.kind in (BlockKind.TITLE, BlockKind.HEADING):
        return _TITLE if scene.number < _OPENING_SCENES else _OPENING
    return _OPENING if scene.number < _OPENING_SCENES else _BODY


def _names(scene: Scene, known: Story) -> bool:
    """Does a scene name the story's type, or a part of it?"""
    return any(known.owns(trigger) for trigger in scene.triggers)


#: Words before an event that make it another one; and how early a text may say "a" of its own event.
_ANOTHER, _FIRST_TOLD = frozenset("another similar previous earlier past former".split()), 3


def tells_of_another(scene: Scene, known: Story) -> bool:
    """ "In 1979, 444 died in another siege", "A cyclone in 1991 killed ...": one of the kind beside the story."""
    if not scene.number or not scene.triggers or not scene.times:
        return False
    if any(t.lower_ in _ANOTHER and t.dep_ in ("det", "amod") and t.head.pos_ in ("NOUN", "PROPN") for t in scene.sent):
        return True
    dated = any(t.when is not None and _is_year(t.when) for t in scene.times)
    named = (t.token for t in scene.triggers if known.names(t) and t.token.pos_ == "NOUN")
    return (
        dated and scene.number >= _FIRST_TOLD and any(c.lower_ in ("a", "an") for token in named for c in token.lefts)
    )


def _anchor(
    scenes: Sequence[Scene], known: Story, document: Document, lasts: timedelta
) -> tuple[When | None, When | None]:
    """The time that the story's own words are tied to most, and the weightiest near it that a sentence tells.

    Of the stretch of days told most, the earliest of the weightiest.
    """
    told = list(_candidates(scenes, known, document))
    if any(not one.is_of_record and is_sharp(one.when) for one in told):
        told = [one for one in told if not one.is_of_record]
    if not told:
        return None, None
    weights = [sum(other.weight * _borne(one.when, other.when, lasts) for other in told) for one in told]
    best = max(range(len(told)), key=lambda n: (round(weights[n], 3), -_first(told[n].when).toordinal()))
    near = [one for one in told if _borne(told[best].when, one.when, lasts) == 1.0]
    said = max((one for one in near if one.is_told), key=_heaviness, default=None)
    return max(near, key=_heaviness).when, said.when if said is not None else None


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A time that may be the story's, and how much speaks for it; `is_told`: a clause tells of it, and not of a report.

    `is_of_record`: it is when an old story was taken down or printed.
    """

    weight: float
    when: When
    is_told: bool
    is_of_record: bool = False


def _heaviness(one: _Candidate) -> float:
    return one.weight


def _candidates(scenes: Sequence[Scene], known: Story, document: Document) -> Iterator[_Candidate]:
    """The narrow times that scenes of the story tell, and how much each speaks for the story."""
    lead = first_told(scenes, lambda scene: _names(scene, known), _OPENING_SCENES)
    is_yearless = is_filed_without_year(document)
    is_dated = any(_is_whole(t.when) for s in scenes[:_OPENING_SCENES] if _names(s, known) for t in s.times)
    for scene in scenes:
        is_named = _names(scene, known) or scene.number == lead
        own = is_named or scene.has_story_people or (scene.tells_harm and scene.number < _OPENING_SCENES)
        if not own and scene.number >= _OPENING_SCENES:
            continue
        if (scene.countries and known.country not in scene.countries) or tells_of_another(scene, known):
            continue
        if is_of_inquiry(scene) or (scene.number and is_remembered(scene)):
            continue
        share = 1.0 if is_named else _ITS_HARM if own else _ITS_OPENING
        is_clause = (is_named or scene.tells_harm or known.type == UNNAMED) and scene.sent.root.pos_ in ("VERB", "AUX")
        for time in scene.times:
            if is_yearless and is_of_a_year(scene, time):
                continue
            if time.is_narrow and not time.is_beside and time.when is not None and time.when.earliest is not None:
                is_found = is_of_finding(scene, time) and not (own and _YEAR.search(time.when.text))
                is_found = is_found or (bool(scene.number) and tells_late_deaths(scene))
                weight = (
                    (_weight(scene) if own else _OPENING)
                    * _sharpness(time)
                    * share
                    * _stress(scene, time.when, document, is_found)
                    * (_SAID if _YEAR.search(time.when.text) and says_when_it_was(scene) else 1.0)
                    * (_BORROWED if is_dated and not _YEAR.search(time.when.text) else 1.0)
                )
                yield _Candidate(weight, time.when, is_clause and not is_found, is_of_the_record(scene, time))


#: What a day without its year speaks for, in a text that opens with a day and its year: it may be of any year told since.
_BORROWED = 0.5
#: What a day speaks for in a sentence that is there to tell it.
_SAID = 3.0


def _is_whole(when: When | None) -> bool:
    """Is it a day told with its year?"""
    return (
        when is not None
        and when.earliest is not None
        and when.earliest == when.latest
        and bool(_YEAR.search(when.text))
    )


def _stress(scene: Scene, when: When, document: Document, is_found: bool) -> float:
    """More for news of the opening, less for a year told late, and for the day on which somebody spoke."""
    if is_found:
        return _PAST
    is_news = scene.number < _OPENING_SCENES and _is_fresh(when, document)
    return _FRESH if is_news else _PAST if scene.number >= _FIRST_TOLD and _is_year(when) else 1.0


def _first(when: When) -> date:
    return when.earliest or date.max


def _borne(when: When, other: When, lasts: timedelta) -> float:
    """How much another time speaks for one: wholly within the days that the event may last, a little where it is a year or month that holds it."""
    if when.earliest is None or when.latest is None or other.earliest is None or other.latest is None:
        return 0.0
    if other.latest - other.earliest > when.latest - when.earliest + _NARROW:
        return 0.5 if other.earliest <= when.earliest and when.latest <= other.latest else 0.0
    apart = max(other.earliest - when.latest, when.earliest - other.latest)
    return 1.0 if apart <= min(lasts, _LONGEST_STRETCH) else 0.0


def _is_fresh(when: When, document: Document) -> bool:
    """Was it in the two weeks before the text came out?"""
    published = document.published
    if published is None or published.earliest is None or published.latest is None or when.earliest is None:
        return False
    return published.earliest - _NEWS <= when.earliest <= published.latest


def _named_countries(scene: Scene, *, is_sure: bool = True) -> Iterator[str]:
    """Countries by their own names; a people's name says little ("the Japanese ambassador").

    A town speaks for its country, surely where all or nearly all who live in a town of that name live there.
    """
    for entity in scene.sent.ents:
        if entity.label_ != "GPE" or entity.root.dep_ in ("compound", "amod", "nmod") or is_of_people(entity.root):
            continue
        code = named_country(entity)
        if code is None and not places.is_risky(entity.text):
            found = places.lookup(entity.text) if not is_sure else ()
            code = found[0].country if found else country_of_towns(entity.text)
        if code is not None:
            yield code


def filed_from(document: Document, known: places.PlaceContext = places.NO_CONTEXT) -> tuple[Place, Extent] | None:
    """The place of the dateline and where it stands."""
    for block in document.blocks:
        if block.kind is BlockKind.DATELINE:
            words = _FILED_FROM.match(document.text, block.start, block.end)
            if words is None:
                continue
            names = tuple(name.strip(" .-").title() for name in words.group(1).split(","))
            names = (names[0], *(_abbreviation(name) for name in names[1:]))
            place = places.resolve(names, known)
            if place is not None and place.country is not None:
                return place, Extent(words.start(1), words.start(1) + len(words.group(1).rstrip(" -")))
    return None


def _abbreviation(name: str) -> str:
    """ "Sc" is "SC" in a dateline; "Tenn" keeps its dot."""
    return name.upper() if len(name) == 2 else f"{name}." if len(name) < 5 else name


def _dateline(document: Document) -> str | None:
    """The country of the dateline: where the text was filed speaks for where the story is."""
    filed = filed_from(document)
    return filed[0].country if filed is not None else None


def _at_home(document: Document) -> str | None:
    """The country that the outlet is at home in."""
    home = home_of(document.source) if document.source is not None else None
    return home.country if home is not None else None


def _sharpness(time: Time) -> float:
    """A day weighs more than a month, a month more than a year."""
    when = time.when
    if when is None or when.earliest is None or when.latest is None:
        return 0.0
    days = (when.latest - when.earliest).days
    return 3.0 if days <= 2 else 2.0 if days <= 31 else 1.0


def _country(scenes: Sequence[Scene], known: Story, filed: str | None, home: str | None) -> str | None:
    """The country most scenes of the story stand in; a local outlet's home speaks for its own as a dateline does."""
    counts: Counter[str] = Counter()
    for code in (filed, home):
        counts.update({code: _FILED} if code is not None else {})
    for scene in scenes:
        own = _names(scene, known) or scene.has_story_people
        for code in dict.fromkeys(scene.countries):
            counts[code] += (2 if scene.number < _OPENING_SCENES else 1) * (2 if own else 1)
        for code in dict.fromkeys(_named_countries(scene)):
            counts[code] += 2 if scene.number < _OPENING_SCENES else 1
    counts = counts or Counter(code for scene in scenes for code in _named_countries(scene, is_sure=False))
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None
