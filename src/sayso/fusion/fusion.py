"""The way from claims to what can be stated: questions, readings, estimates under a house rule, and findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.codebook import Codebook
from sayso.fusion import other_days
from sayso.fusion.checks import of_checks
from sayso.fusion.decisions import settled
from sayso.fusion.estimates import Answer, answer, check_rule
from sayso.fusion.fallen import fallen
from sayso.fusion.findings import of_answer, of_dates, of_lineage, of_slips
from sayso.fusion.news_days import news_days
from sayso.fusion.outlet_homes import outlet_homes
from sayso.fusion.questions import Asked, Question, ask
from sayso.fusion.rolling import roll_up
from sayso.fusion.scene import Scene, scene
from sayso.fusion.slips import Slip, slips
from sayso.fusion.slips_days import day_slips
from sayso.fusion.slips_figures import figure_slips
from sayso.fusion.slips_swaps import swap_slips
from sayso.fusion.slips_words import word_slips
from sayso.fusion.speakers import of_speakers
from sayso.fusion.sums import derived
from sayso.model import FINDING_KINDS, Claim, Document, Finding, Fused, Judgement, Linked, Source


def fuse(  # noqa: PLR0913 - the seam of the stages, and who publishes so that messages can name them
    linked: Linked,
    documents: Sequence[Document],
    codebook: Codebook,
    *,
    rule: str | None = None,
    judgements: Sequence[Judgement] = (),
    sources: Iterable[Source] = (),
    names: Mapping[str, str] | None = None,
) -> Fused:
    """Say of every question what the accounts make of it, and what a reader must know.

    The order of documents, claims and events changes nothing but the order of the events themselves.

    Args:
        linked: the claims, joined to events and entities, and who copies whom.
        documents: all documents that the claims are of.
        codebook: its fusion part says how slots are weighed.
        rule: the house rule in force; None takes the codebook's own.
        judgements: decisions of people, oldest first.
        sources: who publishes, so that messages can name them.
        names: what a reader calls each account, where these are not all of the case (`account_names`).

    Raises:
        UnknownNameError: the codebook has no such rule.
    """
    known = scene(linked, documents, codebook.fusion, judgements, sources)
    known = known if names is None else replace(known, names=names)
    chosen = rule or codebook.fusion.default_rule
    check_rule(chosen, known)
    asked = ask(linked.claims, known)
    told = list(known.documents.values())
    found = (
        *slips(linked.claims, told, known),
        *figure_slips(asked, known),
        *day_slips(linked.claims, told, known),
        *swap_slips(linked.claims, told, known),
    )
    found = (*found, *word_slips(linked.claims, told, found, known))
    slipped = frozenset(claim for slip in found for claim in slip.claims)
    lost = fallen(linked.claims, known)
    rolled = roll_up(asked, known)
    known = _settled(known, rolled.asked)
    answers = [
        _marked(_answer(question, claims, (slipped, lost), chosen, known), rolls_up=question in rolled.rolled)
        for question, claims in sorted(rolled.asked.items(), key=lambda one: one[0].key)
    ]
    sums = derived(answers, rolled.sums, chosen, known, lost)
    ours = (*sums, *news_days(answers, linked.claims, chosen, known), *outlet_homes(answers, chosen, known))
    replaced = {estimate.id for estimate in ours}
    estimates = [*(one.estimate for one in answers if one.estimate.id not in replaced), *ours]
    findings = _findings(linked, found, answers, known)
    order = known.order()
    return Fused(
        tuple(
            sorted(
                estimates,
                key=lambda one: (order.get(one.event, len(order)), one.slot, one.group or "", one.about or ""),
            )
        ),
        _sorted(findings, order, known),
    )


def _answer(
    question: Question,
    claims: Sequence[Claim],
    left_out: tuple[frozenset[str], frozenset[str]],
    rule: str,
    known: Scene,
) -> Answer:
    """One answer; whoever was hurt and died is no longer among the injured. `left_out` are slips, and claims of the lost."""
    slipped, lost = left_out
    if question.slot in (*other_days.SLOTS, other_days.PLACED):
        claims = other_days.with_other_days(claims, known)
    if question.slot != "injured":
        return answer(question, claims, slipped, rule, known)
    one = answer(question, claims, slipped | lost, rule, known)
    if one.stand.drafts or one.stand.is_settled or all(claim.id not in lost for claim in claims):
        return one
    why = "Whoever is told of as hurt is told of as dead, too: none is left to count."
    return replace(one, estimate=replace(one.estimate, why=why))


def _settled(known: Scene, asked: Asked) -> Scene:
    """The scene with what people decided of its questions."""
    found = settled(known.judged.settlements, asked)
    return replace(known, settled={question.key: judgement for question, judgement in found.items()})


def _marked(one: Answer, *, rolls_up: bool) -> Answer:
    return replace(one, estimate=replace(one.estimate, rolls_up=rolls_up)) if rolls_up else one


def _findings(linked: Linked, found: Sequence[Slip], answers: Sequence[Answer], known: Scene) -> Iterator[Finding]:
    by_id = {claim.id: claim for claim in linked.claims}
    slipped = frozenset(claim for slip in found for claim in slip.claims)
    for one in answers:
        yield from of_answer(one)
    yield from of_checks(answers, known)
    yield from of_speakers(answers, known)
    yield from of_slips(found, by_id, known)
    yield from of_lineage(linked.lineage, known)
    yield from of_dates(linked.claims, slipped, known)


def _sorted(findings: Iterable[Finding], order: dict[str, int], known: Scene) -> tuple[Finding, ...]:
    """By event, then kind as the contract lists them, once each; dismissed ones are left out."""
    found = list(findings)
    wholes = {
        (one.kind, one.claims)
        for one in found
        if one.event in known.events and not known.events[one.event or ""].part_of
    }
    kept = {
        one.id: one
        for one in found
        if not (one.claims and frozenset(one.claims) in known.judged.dismissed) and not _is_repeated(one, wholes, known)
    }
    rank = {kind: number for number, kind in enumerate(FINDING_KINDS)}
    return tuple(
        sorted(
            kept.values(), key=lambda one: (order.get(one.event or "", len(order)), rank[one.kind], one.message, one.id)
        )
    )


def _is_repeated(one: Finding, wholes: set[tuple[str, tuple[str, ...]]], known: Scene) -> bool:
    """Whether a part's finding is its whole's, shown by the same claims."""
    event = known.events.get(one.event or "")
    return event is not None and event.part_of is not None and bool(one.claims) and (one.kind, one.claims) in wholes
