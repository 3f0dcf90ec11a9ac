"""What a reader must know, each in a sentence that names the accounts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sayso.fusion.estimates import Answer
from sayso.fusion.gaps import Gap
from sayso.fusion.ids import finding_id
from sayso.fusion.readings import Draft
from sayso.fusion.scene import Scene
from sayso.fusion.slips import Slip
from sayso.fusion.statuses import Stand, denials, of_the_question, outliers
from sayso.fusion.stretch import is_exact
from sayso.fusion.voices import shared_voice
from sayso.fusion.wording import asked_in, counted, day, names, say, verb
from sayso.model import Claim, Finding, Lineage, Modality, Status, When


def finding(
    kind: str, event: str | None, message: str, claims: Sequence[Claim], documents: Sequence[str] = ()
) -> Finding:
    """A finding over some claims; its documents are theirs and those named."""
    ids = tuple(claim.id for claim in sorted(set(claims), key=lambda claim: (claim.document, claim.start, claim.id)))
    told = tuple(sorted({*documents, *(claim.document for claim in claims)}))
    return Finding(finding_id(kind, event, ids, message), kind, event, message, ids, told)


def of_answer(answer: Answer) -> Iterator[Finding]:
    """The findings that one estimate shows by itself."""
    for status, find in _BY_STATUS:
        if status is answer.estimate.status:
            yield from find(answer)
    if answer.estimate.status is not Status.SETTLED:
        yield from _modality(answer)
        yield from _single_origin(answer)


def of_slips(slips: Sequence[Slip], by_id: dict[str, Claim], scene: Scene) -> Iterator[Finding]:
    """One finding a slip: what was said, and what was likely meant."""
    for slip in slips:
        how = f" ({slip.how})" if slip.how else ""
        meant = f"{slip.meant} was likely meant{how}" if slip.meant else "there is no such day"
        message = f"{scene.name(slip.document)} says {slip.said}; {meant}. The account is left as it stands."
        yield finding("typo", slip.event, message, [by_id[one] for one in slip.claims], (slip.document,))


def of_lineage(lineage: Sequence[Lineage], scene: Scene) -> Iterator[Finding]:
    """One finding a copy."""
    for one in lineage:
        if one.kind != "copies":
            continue
        outer = scene.name(one.from_document) if one.from_document else one.from_source or "another source"
        share = f"{one.share:.0%} of its text" if one.share >= 0.005 else "a passage"
        documents = [one.document, *([one.from_document] if one.from_document else [])]
        message = f"{scene.name(one.document)} takes over {share} from {outer}: on that they count as one origin."
        if one.from_document and not _is_later(one.document, one.from_document, scene):
            message = (
                f"{scene.name(one.document)} shares {share} with {outer}: on that they count as one origin. "
                "No date tells who took it from whom."
            )
        yield finding("copy", None, message, (), documents)


def _is_later(document: str, other: str, scene: Scene) -> bool:
    """Whether dates tell that a document was public after another."""
    after = scene.documents[document].published if document in scene.documents else None
    before = scene.published(other)
    return after is not None and after.earliest is not None and before is not None and before < after.earliest


def of_dates(claims: Sequence[Claim], slips: frozenset[str], scene: Scene) -> Iterator[Finding]:
    """What an account tells as past that had not happened when it was published."""
    for claim in claims:
        published, value = scene.published(claim.document), claim.value
        if published is None or not isinstance(value, When) or value.earliest is None or claim.id in slips:
            continue
        if (
            claim.slot not in ("date_start", "date_end")
            or claim.modality is not Modality.ASSERTED
            or not claim.polarity
        ):
            continue
        if value.earliest > published:
            message = f"{scene.name(claim.document)}, public by {day(published)}, tells of {say(value, scene)}: it could not have known."
            yield finding("anachronism", claim.event, message, [claim])


def _contradiction(answer: Answer) -> Iterator[Finding]:
    """The readings that leave each other no room, each with its accounts."""
    stand, asked = answer.stand, answer.question
    apart = sorted({number for pair, kind in stand.gaps.items() if kind is Gap.CONTESTED for number in pair})
    parted = [stand.drafts[number] for number in apart]
    sides = "; ".join(_side(draft, stand) for draft in parted)
    name = asked_in(asked, stand.scene)
    yield finding("contradiction", asked.event, f"{name}: {sides}.", [_shown(draft) for draft in parted])


def _outlier(answer: Answer) -> Iterator[Finding]:
    stand, asked = answer.stand, answer.question
    weak = outliers(stand)[0]
    strong = max(stand.competing, key=stand.origins)
    name = asked_in(asked, stand.scene)
    message = f"{name}: {_side(weak, stand)}, against {say(strong.value, stand.scene)} from {counted(stand.origins(strong), 'origin')}."
    yield finding("outlier", asked.event, message, [_shown(weak), _shown(strong)])


def _denied(answer: Answer) -> Iterator[Finding]:
    stand, asked = answer.stand, answer.question
    denial, against = denials(stand)[0]
    speaker = denial.attribution[0].speaker if denial.attribution else scene_name(denial, stand.scene)
    where = f" (in {scene_name(denial, stand.scene)})" if denial.attribution else ""
    name = asked_in(asked, stand.scene)
    said = say(against.value, stand.scene)
    message = f"{name}: {scene_name(against, stand.scene)} asserts {said}; {speaker}{where} denies it."
    yield finding("contradiction", asked.event, message, [against, denial])


def _modality(answer: Answer) -> Iterator[Finding]:
    """One account asserts what others only pass on as said."""
    stand, asked = answer.stand, answer.question
    claims = of_the_question(stand)
    held = {claim.document for claim in claims if claim.modality is Modality.ASSERTED}
    said = {claim.document for claim in claims if claim.modality in (Modality.ALLEGED, Modality.POSSIBLE)} - held
    if not held or not said or stand.most > 1 or stand.form.many:
        return
    name = asked_in(asked, stand.scene)
    message = (
        f"{name}: {names(held, stand.scene)} {verb(sorted(held), 'asserts', 'assert')} it; "
        f"{names(said, stand.scene)} only {verb(sorted(said), 'reports', 'report')} that it is said."
    )
    shown = [next(claim for claim in claims if claim.document == document) for document in sorted(held | said)]
    yield finding("modality", asked.event, message, shown)


def _single_origin(answer: Answer) -> Iterator[Finding]:
    """Several accounts that go back to one."""
    stand, asked = answer.stand, answer.question
    for draft in () if stand.form.many else stand.competing:
        claims = draft.asserted()
        documents = sorted({claim.document for claim in claims})
        if len(documents) > 1 and stand.origins(draft) == 1:
            name = asked_in(asked, stand.scene)
            told = shared_voice([claim for claim in claims if claim.attribution])
            by = f"all have it from {told[:1].lower() + told[1:] if told.startswith('The ') else told}" if told else ""
            why = stand.scene.witnesses.shared(documents) or by or "they go back to one origin"
            message = f"{name}: {names(documents, stand.scene)} all give {say(draft.value, stand.scene)}, but {why}."
            yield finding("single_origin", asked.event, message, [_first(claims, one) for one in documents])


def scene_name(claim: Claim, scene: Scene) -> str:
    """The name of the account that a claim is of."""
    return scene.name(claim.document)


def _side(draft: Draft, stand: Stand) -> str:
    """The accounts of a reading, each with its own words for it."""
    worded: dict[str, list[str]] = {}
    for document in draft.documents:
        told = say(_first(draft.claims, document).value, stand.scene)
        worded.setdefault(say(draft.value, stand.scene) if is_exact(draft.value) else told, []).append(document)
    return " and ".join(
        f"{names(documents, stand.scene)} {verb(documents, 'says', 'say')} {told}" for told, documents in worded.items()
    )


def _shown(draft: Draft) -> Claim:
    """The one claim that shows a reading best: asserted before passed on, then the first."""
    return min(
        draft.claims, key=lambda claim: (claim.modality is not Modality.ASSERTED, claim.document, claim.start, claim.id)
    )


def _first(claims: Sequence[Claim], document: str) -> Claim:
    return next(claim for claim in claims if claim.document == document)


_BY_STATUS: tuple[tuple[Status, Callable[[Answer], Iterator[Finding]]], ...] = (
    (Status.CONTESTED, _contradiction),
    (Status.OUTLIER, _outlier),
    (Status.DENIED, _denied),
)
