"""Why a value is the best one, in one sentence that names the accounts."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.fusion.gaps import Gap
from sayso.fusion.readings import Draft
from sayso.fusion.statuses import Stand
from sayso.fusion.weigh import Weighed
from sayso.fusion.wording import counted, listed, names, say, verb
from sayso.model import Modality


def one_reading(draft: Draft, stand: Stand) -> str:
    """Why a value without a rival is taken."""
    scene, documents = stand.scene, draft.documents
    asserted = {claim.document for claim in draft.asserted()}
    coarse = {document for other in stand.drafts if other.fits for document in other.documents} - set(documents)
    told = f" {names(coarse, scene)} {verb(sorted(coarse), 'leaves', 'leave')} room for it." if coarse else ""
    if not asserted:
        said = verb(documents, "reports", "report")
        return f"{names(documents, scene)} {said} it; no account holds it in its own voice.{told}".strip()
    origins = stand.origins(draft)
    if len(documents) == 1:
        return f"Only {names(documents, scene)} says so.{told}"
    if origins == 1 and len(asserted) > 1:
        return f"{counted(len(documents), 'account').capitalize()} say so, but they go back to one origin.{told}"
    if len(asserted) == 1:
        return f"Only {names(asserted, scene)} asserts it; {names(set(documents) - asserted, scene)} only {_passes(set(documents) - asserted)} it on.{told}"
    return (
        f"{counted(len(asserted), 'account').capitalize()} assert it, from at most {counted(origins, 'origin')}.{told}"
    )


def _passes(documents: set[str]) -> str:
    return verb(sorted(documents), "passes", "pass")


def decided(ranked: Sequence[Weighed], stand: Stand) -> str:
    """Why the heaviest of several readings is taken."""
    first, others = ranked[0], ranked[1:]
    if not stand.has(Gap.CONTESTED):
        also = listed(
            f"{say(one.draft.value, stand.scene)} ({names(one.draft.documents, stand.scene)})" for one in others[:3]
        )
        return f"{one_reading(first.draft, stand)} Also told, without contradiction: {also}."
    next_best = dict(others[0].contributions)
    leads = sorted(
        ((name, amount - next_best.get(name, 0.0)) for name, amount in first.contributions), key=lambda one: -one[1]
    )
    strongest = [_FOR[name] for name, lead in leads if lead > 0 and name in _FOR][:2]
    beside = listed(
        f"{say(one.draft.value, stand.scene)} ({names(one.draft.documents, stand.scene)})" for one in others[:3]
    )
    basis = listed(strongest) or "how it is told"
    return f"{say(first.draft.value, stand.scene)} weighs most by {basis}; beside it stands {beside}."


def nothing_decides(ranked: Sequence[Weighed], stand: Stand) -> str:
    """Why no value is taken."""
    sides = listed(
        f"{say(one.draft.value, stand.scene)} ({names(one.draft.documents, stand.scene)})" for one in ranked[:4]
    )
    return f"Nothing in the accounts decides between {sides}."


def updated_why(draft: Draft, stand: Stand) -> str:
    """Why the latest of several figures is taken."""
    return f"The latest figure, of {names(draft.documents, stand.scene)}; the others held at their own moments."


def listed_why(stand: Stand) -> str:
    """Why a list has no best value."""
    return f"{counted(len(stand.competing), 'value').capitalize()} that can hold together."


def open_why(stand: Stand) -> str:
    """Why nothing can be said."""
    kinds = sorted({_UNUSABLE.get(claim.modality, "negated or set aside") for claim in stand.claims})
    return f"What the accounts say is {listed(kinds)}: no value to state." if kinds else "No account says."


_UNUSABLE = {
    Modality.PLANNED: "only planned",
    Modality.HYPOTHETICAL: "only supposed",
    Modality.DENIED: "denied",
}
_FOR = {
    "origins": "the number of its origins",
    "exact": "being exact",
    "narrow": "being told narrowly",
    "asserted": "being asserted",
    "coarse_support": "the coarser accounts that fit it",
    "witness": "one who was there",
    "official": "official word",
    "near": "nearness in time",
}
