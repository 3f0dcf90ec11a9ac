"""Document in, account out: the one path through extraction. Nothing of one document reaches another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from sayso.codebook import Codebook
from sayso.extraction.actors import labels as naming
from sayso.extraction.actors.accusations import accusations
from sayso.extraction.actors.actors import actors, mentions
from sayso.extraction.actors.chains import chained
from sayso.extraction.actors.counted_doers import counted_doers
from sayso.extraction.actors.denied_again import denied_again
from sayso.extraction.actors.forces import with_attackers
from sayso.extraction.actors.full_names import as_people, with_full_names
from sayso.extraction.actors.leaders import leaders
from sayso.extraction.actors.own_names import own_names
from sayso.extraction.actors.parties import also_victims, parties
from sayso.extraction.actors.repeats import without_repeats
from sayso.extraction.causes.causes import causes
from sayso.extraction.causes.devices import devices
from sayso.extraction.causes.faults import faults
from sayso.extraction.causes.hazards import hazards
from sayso.extraction.causes.inquiries import inquiries
from sayso.extraction.causes.manners import manners
from sayso.extraction.causes.mishaps import mishaps
from sayso.extraction.causes.motives import motives
from sayso.extraction.causes.orders import orders
from sayso.extraction.causes.provocations import provocations
from sayso.extraction.claims import Ground, claims
from sayso.extraction.drafts import PASSING, STORY, Draft, Setting, Words, words_of
from sayso.extraction.events.asides import aside_blocks
from sayso.extraction.events.briefings import without_briefings
from sayso.extraction.events.elsewhen import other_sections
from sayso.extraction.events.episodes import Asides, Belonging, assign
from sayso.extraction.events.faint import is_faint, without_faint
from sayso.extraction.events.foils import foils
from sayso.extraction.events.gathering import gather, inner
from sayso.extraction.events.same_hands import is_of_the_same_hands
from sayso.extraction.events.scenes import Scene, scenes
from sayso.extraction.events.story import BEFALLING, story
from sayso.extraction.events.telling import asides_together, telling, without_bare_parts
from sayso.extraction.events.verdicts import verdicts_aside
from sayso.extraction.figures.aboard import aboard, of_the_body
from sayso.extraction.figures.adding_up import adding_up
from sayso.extraction.figures.denials import denials
from sayso.extraction.figures.follow import following, is_taken_up, resumed
from sayso.extraction.figures.gapped import gapped
from sayso.extraction.figures.headcounts import headcounts
from sayso.extraction.figures.headline_lists import headline_lists
from sayso.extraction.figures.headlines import headlines
from sayso.extraction.figures.limbs import limbs
from sayso.extraction.figures.listed import listed
from sayso.extraction.figures.nobody import nobody
from sayso.extraction.figures.on_hand import on_hand
from sayso.extraction.figures.out_of import out_of, settled_fates
from sayso.extraction.figures.own_hand import own_hand
from sayso.extraction.figures.predicated import predicated
from sayso.extraction.figures.pronouns import pronouns
from sayso.extraction.figures.remainders import counted_out
from sayso.extraction.figures.same_people import same_people
from sayso.extraction.figures.sides import sides
from sayso.extraction.figures.sums import with_sums
from sayso.extraction.figures.tolls import tolls
from sayso.extraction.figures.unharmed import unharmed
from sayso.extraction.figures.wholes import with_parts
from sayso.extraction.gate import is_worth_parsing
from sayso.extraction.parsing.model_version import DEFAULT_MODEL
from sayso.extraction.parsing.nlp import Parse, parse
from sayso.extraction.parsing.oddities import oddities
from sayso.extraction.parsing.proper_names import is_credit, proper_names
from sayso.extraction.places.hometowns import hometown, in_county, settled, told_of
from sayso.extraction.places.overlay import with_sites
from sayso.extraction.places.retold import IS_FIELD, entries, own_sites, retold, without_strays
from sayso.extraction.places.settlements import settlements, without_landmarks, without_zones
from sayso.extraction.places.sites import of_the_story, sites
from sayso.extraction.places.sole import sole
from sayso.extraction.places.toponyms import named_places
from sayso.extraction.places.whereabouts import commonest, context, country_place, opening, whereabouts
from sayso.extraction.roles.casting import cast
from sayso.extraction.speech.speech import voices
from sayso.extraction.things.things import things
from sayso.extraction.times.clock import timed
from sayso.extraction.times.dates import dates
from sayso.extraction.times.further_days import further_days
from sayso.extraction.times.halves import with_halves
from sayso.extraction.times.lengths import lengths
from sayso.extraction.times.opening_days import opening_days
from sayso.extraction.times.own_days import with_own_day
from sayso.extraction.times.told_hours import further_hours
from sayso.extraction.words.groups import decide
from sayso.model import Account, BlockKind, Claim, Document, Episode, Extent, Mention, Place, When

#: The makers that need nothing but a scene and its setting; a claim carries the name of the one that found it.
_MAKERS = (
    dates,
    lengths,
    actors,
    leaders,
    own_names,
    accusations,
    parties,
    things,
    causes,
    faults,
    hazards,
    mishaps,
    inquiries,
    orders,
    motives,
    provocations,
    manners,
    denials,
    nobody,
    limbs,
    own_hand,
    predicated,
    unharmed,
)


@dataclass(frozen=True, slots=True)
class Extractor:
    """Extraction under one codebook; `extract` may be called in any process."""

    codebook: Codebook
    model: str = DEFAULT_MODEL
    _words: Words = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_words", words_of(self.codebook))

    def extract(self, document: Document) -> Account:
        """All that a document tells under the codebook, in the blocks that are in the codebook's language."""
        parses = tuple(parse(self._blocks(document), self.model))
        groups = decide(parses, self._words.groups)
        told = scenes(document, parses, self._words.triggers, groups)
        odd = tuple(oddities(document, parses))
        if not told:
            return Account(document.id, (), (), (), (), odd)
        types = self.codebook.extraction.event_types
        about = story(document, timed(told, document), groups, types)
        told = timed(told, document, about.holds, about.began)
        belongings = assign(told, about, types, Asides(aside_blocks(document), other_sections(document, told, about)))
        episodes, numbers = gather(document, told, belongings, about)
        setting = Setting(
            document,
            about,
            groups,
            self._words,
            tuple(b.part for b in belongings),
            tuple(b.passing is not None for b in belongings),
            tuple(b.is_turned for b in belongings),
            tuple(b.passing is not None and b.is_guess for b in belongings),
        )
        account = self._account(setting, told, parses, _Told(episodes, numbers, belongings))
        happened = bool(account.claims) or _is_told(told, setting)
        return replace(account, episodes=account.episodes if happened else (), refusals=(*account.refusals, *odd))

    def _blocks(self, document: Document) -> Iterator[tuple[int, int, str]]:
        """The blocks that may yield claims, and in which a claim can be."""
        for number, block in enumerate(document.blocks):
            language = block.language or document.language
            if block.kind not in self.codebook.extraction.blocks or language not in (self.codebook.language, "und"):
                continue
            text = document.text[block.start : block.end]
            is_head = block.kind in (BlockKind.DATELINE, BlockKind.TITLE)
            if is_head or IS_FIELD.match(text) is not None or is_worth_parsing(text, self._words):
                yield number, block.start, text

    def _account(self, setting: Setting, told: Sequence[Scene], parses: Sequence[Parse], found: _Told) -> Account:
        document = setting.document
        drafts = [_within(draft, setting) for draft in _drafts(told, setting)]
        drafts = with_halves(drafts, told, setting)
        drafts = with_full_names(without_repeats(drafts, setting), told)
        drafts += _made("pronouns", pronouns(told, setting, drafts))
        drafts += _made("chains", chained(told, setting, drafts))
        drafts += _made("counted_doers", counted_doers(told, setting, drafts))
        drafts += _made("devices", devices(told, setting))
        drafts += _made("denied_again", denied_again(told, setting, drafts))
        drafts = _set_apart(cast(drafts, told, setting), foils(told, setting.story))
        known = context(told, document)
        home = hometown(told, setting, known)
        unlisted = list(_made("settlements", settlements(told, setting, known, drafts)))
        drafts = [*without_landmarks(drafts, unlisted, document.text), *unlisted]
        names = named_places(told, setting, known)
        placed = (*_made("sites", sites(told, names, drafts)), *_made("entries", entries(told, names)))
        drafts = with_sites(drafts, without_landmarks(placed, unlisted, document.text), names)
        own = own_sites(told, names, drafts)
        drafts = settled(without_strays(drafts, own), home)
        drafts += _made("whereabouts", opening(told, setting, known, of_the_story(drafts, setting)))
        drafts = settled([*drafts, *_made("hometowns", told_of(home, of_the_story(drafts, setting)))], home)
        drafts += _made("hometowns", in_county(told, setting, home, of_the_story(drafts, setting)))
        drafts += list(_made("retold", retold(told, names, drafts, own)))
        drafts += list(_made("sole", sole(told, names, drafts)))
        drafts += _made("parties", with_full_names(list(also_victims(drafts)), told))
        drafts += _made("opening_days", opening_days(told, setting, drafts))
        drafts += _made("further_days", further_days(told, setting, drafts))
        drafts += _made("further_hours", further_hours(told, setting, drafts))
        drafts = with_attackers(without_zones(without_briefings(drafts)), setting)
        found = replace(found, episodes=(*found.episodes, *inner(document, found.episodes, (d.part for d in drafts))))
        parts = {e.part: e.number for e in found.episodes if not e.is_passing or e.part == PASSING}
        ground = Ground(setting, voices(parses, document.text), found.numbers, parts)
        made, refusals = claims(drafts, ground)
        if is_faint(told, setting):
            made = without_faint(made, frozenset(e.number for e in found.episodes if not e.is_passing))
        made = telling(document, without_bare_parts(made, found.episodes), found.episodes)
        made = with_parts(made)
        named = tuple(_mentions(told, document, made))
        land = country_place(setting.story.country)
        episodes = tuple(_settled(replace(e, part=None) if e.part == PASSING else e, made) for e in found.episodes)
        turned = {number for number, place in zip(found.numbers, found.belongings, strict=True) if place.is_turned}
        here = [replace(e, where=e.where or land) if e.number in turned or not e.is_passing else e for e in episodes]
        episodes = tuple(_dated(e, setting) if not e.is_passing else e for e in here)
        made, episodes = verdicts_aside(*asides_together(made, episodes))
        made, episodes = with_own_day(document, made, episodes)
        labels = tuple(naming.labels(told, setting, ground.sayings))
        return Account(document.id, made, episodes, named, labels, refusals)


@dataclass(frozen=True, slots=True)
class _Told:
    """The episodes of a document, the number of each scene's, and where each scene belongs."""

    episodes: tuple[Episode, ...]
    numbers: tuple[int, ...]
    belongings: tuple[Belonging, ...]


def _is_told(told: Sequence[Scene], setting: Setting) -> bool:
    """Is the event told by a verb, though nothing is claimed of it ("soldiers overthrew the government")?"""
    own = (t.token for scene in told if setting.is_own(scene) for t in scene.triggers if setting.story.owns(t))
    return any(token.pos_ == "VERB" for token in own)


def _drafts(told: Sequence[Scene], setting: Setting) -> Iterator[Draft]:
    """Every maker over every scene."""
    known = context(told, setting.document)
    past: list[Draft] = []
    for scene in told:
        counted = tuple(with_sums(tuple(headcounts(scene, setting)), setting))
        bodies = tuple(aboard(scene, setting, counted))
        counted = (*of_the_body(counted, bodies), *bodies)
        counted = (*counted, *tolls(scene, setting, counted))
        counted = (*counted, *gapped(scene, counted))
        counted = tuple(resumed(draft, [*past, *counted]) for draft in counted)
        counted = same_people(counted, past, setting)
        counted = settled_fates(counted, past)
        counted = counted_out(counted, past[-8:], told[max(scene.number - 1, 0) : scene.number], setting)
        counted += tuple(on_hand(scene, setting, counted))
        counted += tuple(sides(scene, setting, counted))
        counted += tuple(following(scene, setting, counted, past))
        counted += tuple(out_of(scene, setting, counted, past))
        counted += tuple(adding_up(scene, setting, counted))
        yield from _made("headcounts", counted)
        before = tuple(past[-8:])
        past += [draft for draft in counted if is_taken_up(draft)]
        yield from _made("headlines", headlines(scene, setting, counted))
        yield from _made("headlines", headline_lists(scene, setting, counted))
        yield from _made("listed", listed(scene, setting, counted, before))
        yield from _made("whereabouts", whereabouts(scene, setting, known))
        for maker in _MAKERS:
            yield from _made(maker.__name__, maker(scene, setting))


def _made(maker: str, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Drafts with the name of the rules that found them, where they do not carry one."""
    return (replace(draft, maker=draft.maker or maker) for draft in drafts)


def _set_apart(drafts: list[Draft], foils: Sequence[Extent]) -> list[Draft]:
    """Drafts, with those told of another deed off the story."""
    return [
        replace(draft, part=PASSING)
        if draft.part != STORY and any(at.start <= draft.start < at.end for at in foils)
        else draft
        for draft in drafts
    ]


def _within(draft: Draft, setting: Setting) -> Draft:
    """What befalls people has no raid and no releases: those rescued from a flood are the flood's."""
    if is_of_the_same_hands(draft.slot, draft.head):
        return replace(draft, part=PASSING)
    befell = setting.story.type in BEFALLING or setting.story.type == "fire"
    return replace(draft, part=None) if befell and draft.part in ("raid", "releases") else draft


def _mentions(told: Sequence[Scene], document: Document, made: Sequence[Claim]) -> Iterator[Mention]:
    """Every name, in order of place; one that only a claim's rules found is a name, too."""
    named = (mention for scene in told for mention in mentions(scene, document.id, document.text))
    found = as_people(proper_names(named, document), made)
    taken = {(mention.start, mention.end) for mention in found}
    for claim in made:
        at = claim.about_span
        if at is None or any(start < at.end and at.start < end for start, end in taken):
            continue
        taken.add((at.start, at.end))
        kind = "organisation" if claim.slot in ("founded", "perpetrator", "claimed_by") else "person"
        words = document.text[at.start : at.end]
        if is_credit(words):
            continue
        found.append(Mention(document.id, at.start, at.end, words, kind, " ".join(words.split())))
    yield from sorted(found, key=lambda mention: (mention.start, mention.end))


def _dated(episode: Episode, setting: Setting) -> Episode:
    """The document's own event with the time that its opening tells, where no claim dates it."""
    is_open = episode.part is None and episode.when is None
    return replace(episode, when=setting.story.told) if is_open else episode


def _settled(episode: Episode, made: Sequence[Claim]) -> Episode:
    """The episode with the time and place that its own claims give it."""
    own = [claim for claim in made if claim.episode == episode.number]
    starts = [
        c.value for c in own if c.slot == "date_start" and isinstance(c.value, When) and c.value.earliest is not None
    ]
    places = [c.value for c in own if c.slot == "place" and isinstance(c.value, Place)]
    return replace(episode, when=_sharpest(starts) or episode.when, where=commonest(places) or episode.where)


def _sharpest(whens: Sequence[When]) -> When | None:
    """The time told with most precision; the first in the text where several are equal."""

    def width(when: When) -> int:
        if when.earliest is None or when.latest is None:
            return 10**6
        return (when.latest - when.earliest).days

    return min(whens, key=width, default=None)
