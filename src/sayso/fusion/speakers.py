"""An account against the speaker it quotes, and words that fit another figure only if they are read loosely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.fusion.compare import Room, room
from sayso.fusion.estimates import Answer
from sayso.fusion.findings import finding
from sayso.fusion.moments import differ
from sayso.fusion.readings import Draft, is_usable
from sayso.fusion.scene import Scene
from sayso.fusion.stretch import Stretch, is_exact, stretch
from sayso.fusion.terms import table, term, wholes
from sayso.fusion.wording import asked_in, names, say, verb
from sayso.model import Claim, Duration, Finding, Modality, Qualifier, Relation

# "Nearly" reaches a tenth below the number said; the half unit that a month may be off is read loosely.
_NEARLY = 0.9


def of_speakers(answers: Sequence[Answer], scene: Scene) -> Iterator[Finding]:
    """Find accounts that their own quoted speakers contradict, and loose words."""
    for answer in answers:
        yield from _quoted_against_own(answer)
        yield from _loose_words(answer)
    yield from _all_against_some(answers, scene)


def _quoted_against_own(answer: Answer) -> Iterator[Finding]:
    """One question, one account: what it says itself and what it lets a speaker say leave each other no room."""
    stand, asked = answer.stand, answer.question
    if stand.form.many or stand.form.moment or stand.form.family != "count":
        return
    told = [
        claim
        for claim in stand.claims
        if is_usable(claim, stand.scene) and is_exact(claim.value) and claim.scope is None
    ]
    for quoted in (claim for claim in told if claim.attribution):
        own = [claim for claim in told if claim.document == quoted.document and _is_own(claim)]
        apart = [claim for claim in own if _parts(claim, quoted, stand.scene)]
        if apart and len(apart) == len(own):
            name = asked_in(asked, stand.scene)
            message = (
                f"{stand.scene.name(quoted.document)} says {say(apart[0].value, stand.scene)} itself and quotes "
                f"{_speaker(quoted)} with {say(quoted.value, stand.scene)}. ({name})"
            )
            yield finding("self_contradiction", asked.event, message, [apart[0], quoted])


def _all_against_some(answers: Sequence[Answer], scene: Scene) -> Iterator[Finding]:
    """A speaker says it of all, where the account that quotes him counts those of whom it was not so."""
    told = table(answers)
    by_event: defaultdict[str, list[Claim]] = defaultdict(list)
    for answer in answers:
        by_event[answer.question.event].extend(claim for claim in answer.stand.claims if _is_of_all(claim))
    for event, parts in wholes(scene):
        for check in scene.fusion.checks:
            if check.kind != "all" or check.whole is None:
                continue
            against = term(check.whole, event, None, told)
            events = (event.id, *sorted(part.id for part in parts.values()))
            quoted = [
                claim for one in events for claim in by_event[one] if f"{claim.slot}[{claim.group}]" in check.parts
            ]
            if against is not None:
                yield from _of_all(
                    quoted, [claim for option in against.options for claim in option.claims], check.says, scene
                )


def _of_all(quoted: Sequence[Claim], against: Sequence[Claim], says: str, scene: Scene) -> Iterator[Finding]:
    for claim in {one.id: one for one in quoted}.values():
        own = [one for one in against if one.document == claim.document and _is_own(one) and _counts(one)]
        if own:
            message = (
                f"{scene.name(claim.document)} quotes {_speaker(claim)}: {say(claim.value, scene)}; "
                f"but it counts {say(own[0].value, scene)} itself. {says}"
            )
            yield finding("self_contradiction", claim.event, message, [claim, own[0]])


def _loose_words(answer: Answer) -> Iterator[Finding]:
    """A length told as "nearly n" that a sharper one meets only in the half unit it may be off."""
    stand, asked = answer.stand, answer.question
    for draft in stand.drafts:
        sharper = [stand.drafts[number] for number in draft.fits]
        if sharper and not any(_meets_strictly(draft, one) for one in sharper):
            name = asked_in(asked, stand.scene)
            documents = sorted({document for one in sharper for document in one.documents})
            message = (
                f"{name}: {names(draft.documents, stand.scene)} {verb(draft.documents, 'says', 'say')} {say(draft.value, stand.scene)}, "
                f"which fits {say(sharper[0].value, stand.scene)} ({names(documents, stand.scene)}) only if it is read loosely."
            )
            yield finding(
                "loose", asked.event, message, [*_each(draft), *(claim for one in sharper for claim in _each(one))]
            )


def _meets_strictly(draft: Draft, other: Draft) -> bool:
    value, told = draft.value, stretch(other.value)
    extent = stretch(value)
    if (
        not isinstance(value, Duration)
        or value.qualifier is not Qualifier.NEARLY
        or extent is None
        or extent.high is None
    ):
        return True
    return told is None or Stretch(extent.scale, _NEARLY * extent.high, extent.high).meets(told)


def _each(draft: Draft) -> list[Claim]:
    """One claim of each account."""
    return [next(claim for claim in draft.claims if claim.document == document) for document in draft.documents]


def _is_own(claim: Claim) -> bool:
    return not claim.attribution and claim.modality is Modality.ASSERTED


def _is_of_all(claim: Claim) -> bool:
    return (
        bool(claim.attribution) and claim.scope is not None and claim.scope.relation is Relation.ALL and claim.polarity
    )


def _counts(claim: Claim) -> bool:
    told = stretch(claim.value)
    return told is not None and (told.low or 0) > 0


def _parts(one: Claim, other: Claim, scene: Scene) -> bool:
    return room(one.value, other.value, scene.entities) is Room.APART and not differ(one.as_of, other.as_of)


def _speaker(claim: Claim) -> str:
    return claim.attribution[0].speaker or "a speaker"
