"""From drafts to claims: modality, polarity, speaker, what "all" refers to, and the id. What cannot stand is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.extraction.drafts import STORY, Draft, Setting
from sayso.extraction.parsing.oddities import is_in_markup, is_in_note
from sayso.extraction.patterns import confidence, extractor
from sayso.extraction.speech.speech import Saying, hedge
from sayso.extraction.times.calendar_days import NO_DAY
from sayso.extraction.times.dates import TELLING
from sayso.extraction.words.furniture import is_furniture
from sayso.model import (
    Actor,
    Attribution,
    Claim,
    Extent,
    Figure,
    Modality,
    Qualifier,
    Refusal,
    Relation,
    Scope,
    Span,
    Value,
    When,
    claim_id,
)

#: From the plainest to the weakest: a claim takes the weakest that holds.
_ORDER = (
    Modality.ASSERTED,
    Modality.REPORTED,
    Modality.ALLEGED,
    Modality.POSSIBLE,
    Modality.PLANNED,
    Modality.HYPOTHETICAL,
    Modality.DENIED,
)
#: Slots that answer for the story by their own nature; a hedge around them does not make them planned.
_TIMELESS = ("founded", "age", "place", "perpetrator", "leader", "negotiator", "demand", "operation", "duration")
#: "All two" and "all three" are too common to tell a group by.
_FEW = 3
#: Slots that only name: standing in somebody's words makes no allegation of them.
_NAMING = ("founded", "age", "place", "operation")
#: "Accused them of carrying out the attack of 31 October": who did it is in question, and not when and where, nor that
#: those who are charged were arrested.
_TAKEN_AS_READ = ("date_start", "date_end", "date", "time", "arrested", "charged", "convicted", "acquitted", "released")
#: "Later this year" is still to come on the day of the account itself.
_LATER = re.compile(r"later (?:this|today|in)\b|next\b|(?:this )?coming\b", re.IGNORECASE)
_DECADE = 3650
_CHARGING = ("accus", "blam", "charg", "suspect")


@dataclass(frozen=True, slots=True)
class Ground:
    """What turns drafts into claims: the setting, the sayings of each block, and the number of each scene's episode."""

    setting: Setting
    sayings: Mapping[int, tuple[Saying, ...]]
    episodes: tuple[int, ...]
    parts: Mapping[str | None, int]


def claims(drafts: Iterable[Draft], ground: Ground) -> tuple[tuple[Claim, ...], tuple[Refusal, ...]]:
    """Settle every draft; the claims are in the order of the case form, each once."""
    settled = _resolved(list(drafts))
    made: dict[str, Claim] = {}
    refusals: list[Refusal] = []
    for draft in settled:
        reason = _refused(draft, ground.setting.document.text)
        if reason is not None:
            span = ground.setting.document.span(draft.start, draft.end)
            refusals.append(Refusal(ground.setting.document.id, span.start, span.end, span.quote, draft.slot, reason))
            continue
        claim = _claim(draft, ground)
        made.setdefault(claim.id, claim)
    ordered = sorted(made.values(), key=lambda c: (c.start, c.end, c.slot, c.group or "", c.id))
    return tuple(ordered), tuple(refusals)


def _refused(draft: Draft, text: str) -> str | None:
    """Why a draft cannot stand as a claim; None where it can."""
    value = draft.value
    if (place := _is_no_text(draft, text)) is not None:
        return place
    if isinstance(value, When) and value.edtf == NO_DAY:
        return "no calendar has this day"
    if (
        isinstance(value, When)
        and value.earliest is not None
        and value.latest is not None
        and value.latest < value.earliest
    ):
        return "the time ends before it begins"
    if isinstance(value, Figure) and value.low is None and value.high is None:
        return "the number could not be read"
    return None


def _is_no_text(draft: Draft, text: str) -> str | None:
    """Why the words of a draft are none of the telling; None where they are."""
    if ("{{" in text or "<" in text) and is_in_markup(text, draft.start):
        return "it stands in markup, and in no sentence"
    if "[" in text and is_in_note(text, draft.start):
        return "it stands in an editor's note on the telling"
    if is_furniture(text, draft.start, draft.end, slot=draft.slot, sentence=draft.scene.words):
        return "it is a button or a label of the page"
    return None


def _resolved(drafts: Sequence[Draft]) -> list[Draft]:
    """ "All of them" takes the number that the account gives for the group; unknown, it is one or more."""
    known: dict[str, Figure] = {}
    by_count: dict[float, str] = {}
    for draft in drafts:
        value = draft.value
        if not isinstance(value, Figure) or not draft.group or not _is_headcount(draft, value):
            continue
        known.setdefault(draft.group, value)
        if value.low is not None and value.low > _FEW:
            by_count.setdefault(value.low, draft.group)
    drafts = [_named(draft, by_count) for draft in drafts]
    return [_all(draft, known) if _is_bare_all(draft) else draft for draft in drafts]


def _is_headcount(draft: Draft, value: Figure) -> bool:
    """Does a draft say exactly how many attackers or hostages there were?"""
    exact = value.qualifier is Qualifier.EXACT and value.low == value.high
    return exact and draft.slot in ("attackers", "hostages_taken") and not _is_bare_all(draft)


def _named(draft: Draft, by_count: Mapping[float, str]) -> Draft:
    """ "All fourteen": the number says whom, where the account has one group of fourteen."""
    value = draft.value
    if (
        draft.group != "total"
        or draft.scope is not Relation.ALL
        or not isinstance(value, Figure)
        or value.low != value.high
    ):
        return draft
    return replace(draft, group=by_count.get(value.low or 0, draft.group))


def _is_bare_all(draft: Draft) -> bool:
    """ "all the gunmen", "both", "the rest": no number of its own."""
    value = draft.value
    if not isinstance(value, Figure) or draft.scope not in (Relation.ALL, Relation.REMAINING):
        return False
    return value.high is None and not any(c.isdigit() for c in value.text)


def _all(draft: Draft, known: Mapping[str, Figure]) -> Draft:
    value = draft.value
    figure = known.get(draft.group or "")
    if not isinstance(value, Figure) or figure is None or draft.scope is not Relation.ALL:
        return draft
    return replace(draft, value=replace(value, low=figure.low, high=figure.high, qualifier=Qualifier.EXACT))


def _claim(draft: Draft, ground: Ground) -> Claim:
    document = ground.setting.document
    scene = draft.scene
    sayings = _speakers(draft, ground)
    modality = _modality(draft, sayings, ground)
    denied = modality is Modality.DENIED
    span = document.span(draft.start, draft.end)
    return Claim(
        id=claim_id(document.sha256, span.start, span.end, draft.slot, draft.group, draft.value, modality),
        document=document.id,
        start=span.start,
        end=span.end,
        quote=span.quote,
        spans=tuple(document.span(piece.start, piece.end) for piece in draft.pieces),
        sentence=Extent(scene.start, scene.end),
        block=scene.parse.block,
        slot=draft.slot,
        group=draft.group,
        value=draft.value,
        modality=modality,
        polarity=draft.holds,
        attribution=tuple(s.attribution() for s in sayings if s.speaker) or _own(draft, span),
        scope=Scope(draft.scope, None) if draft.scope is not None else None,
        as_of=draft.as_of,
        known_by=document.published,
        put_forward_by=next((s.put_forward_by for s in sayings if s.put_forward_by), None) if denied else None,
        extractor=extractor(draft.maker),
        confidence=confidence(draft.maker, draft.slot),
        episode=_episode(draft, ground),
        about_span=draft.about,
    )


def _own(draft: Draft, span: Span) -> tuple[Attribution, ...]:
    """Who takes a deed upon himself says so."""
    value = draft.value
    if draft.slot != "claimed_by" or not isinstance(value, Actor):
        return ()
    at = draft.scene.parse.base + draft.head.idx
    return (
        Attribution(
            speaker=value.name,
            entity=None,
            cue=draft.head.lower_,
            kind="indirect",
            basis="party",
            speaker_start=span.start,
            speaker_end=span.end,
            cue_start=at,
            cue_end=at + len(draft.head),
            content_start=draft.scene.start,
            content_end=draft.scene.end,
        ),
    )


def _episode(draft: Draft, ground: Ground) -> int:
    """The scene's own episode, or the part of the story that the draft names."""
    own = ground.episodes[draft.scene.number]
    if draft.part == STORY:
        return ground.parts.get(None, own)
    if ground.setting.passing[draft.scene.number] or draft.part is None:
        return own
    return ground.parts.get(draft.part or None, ground.parts.get(None, own))


def _speakers(draft: Draft, ground: Ground) -> tuple[Saying, ...]:
    """Those whose words the draft stands in, the nearest first."""
    base = draft.scene.parse.base
    at = base + draft.head.idx
    found = [s for s in ground.sayings.get(draft.scene.parse.block, ()) if s.covers(draft.start, draft.end)]
    is_elsewhere = not draft.scene.start <= at < draft.scene.end  # the deed stands in another sentence
    free = is_elsewhere or draft.slot in _TIMELESS
    found = [s for s in found if free or s.is_figure or s.cue_at.start == at or s.covers(at, at + len(draft.head))]
    found = [s for s in found if not (s.cue_at.start <= draft.start < s.cue_at.end)]
    found = [s for s in found if s.speaker_at is None or not (s.speaker_at.start <= draft.start < s.speaker_at.end)]
    found = [s for s in found if not _is_of_the_telling(draft, s)]
    found += _accusers(draft, ground) if draft.modality in (Modality.ALLEGED, Modality.DENIED) else []
    ordered = sorted(found, key=lambda s: (s.content.end - s.content.start, s.cue_at.start))
    distinct: list[Saying] = []
    for saying in ordered:
        if not any(_is_same(saying.speaker, other.speaker) for other in distinct):
            distinct.append(saying)
    return tuple(distinct)


def _is_of_the_telling(draft: Draft, saying: Saying) -> bool:
    """ "The agency reported on Friday that, according to officials, ...": the day is of the report, and not in what they say."""
    if draft.slot != "date":
        return False
    verb = next((t for t in draft.head.ancestors if t.pos_ == "VERB"), None)
    return verb is not None and verb.lemma_.lower() in TELLING and saying.cue_at.start > draft.end


def _is_same(one: str, other: str) -> bool:
    """One name, or its last part ("Michael Teague" and "Teague")."""
    return one == other or (one.split()[-1:] == other.split()[-1:] and 1 in (len(one.split()), len(other.split())))


def _accusers(draft: Draft, ground: Ground) -> list[Saying]:
    """Who accuses or denies: the accused stands outside of what is said of him."""
    at = draft.scene.parse.base + draft.head.idx
    here = ground.sayings.get(draft.scene.parse.block, ())
    return [s for s in here if s.speaker and s.cue_at.start == at]


def _is_to_come(day: Value, published: When | None) -> bool:
    """ "Faces a second trial later this year": a day after the account came out; decades after, it is a slip of the pen."""
    if not isinstance(day, When) or day.earliest is None or published is None or published.latest is None:
        return False
    ahead = (day.earliest - published.latest).days
    return 1 < ahead < _DECADE or (0 <= ahead <= 1 and _LATER.match(day.text) is not None)


def _modality(draft: Draft, sayings: Sequence[Saying], ground: Ground) -> Modality:
    """The weakest of what the speakers' cues and the hedges around the predicate make of it."""
    if draft.modality is not None:
        return draft.modality
    if draft.slot in _NAMING:
        return Modality.ASSERTED
    found = [s.modality for s in sayings if not (draft.slot in _TAKEN_AS_READ and s.cue.lower().startswith(_CHARGING))]
    if draft.slot == "demand":  # it is made, whatever is to come of it
        found = [modality for modality in found if modality is not Modality.PLANNED]
    form = ground.setting.words.slots.forms.get(draft.slot)
    if sayings and form is not None and form.accuses and Modality.DENIED not in found:
        found.append(Modality.ALLEGED)
    if draft.slot not in _TIMELESS:
        hedged = hedge(draft.head)
        if hedged is not None:
            found.append(hedged)
    if draft.slot == "date" and _is_to_come(draft.value, ground.setting.document.published):
        found.append(Modality.PLANNED)
    return max(found, key=_ORDER.index, default=Modality.ASSERTED)
