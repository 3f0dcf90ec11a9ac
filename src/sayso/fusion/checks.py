"""Do the figures add up? Each check of the codebook over the readings: first within one account, then across.

A clash is `impossible` only if no choice of readings satisfies the check, `loose` if one does with each figure read as
"about". It is shown with the smallest set of terms that clash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from sayso.codebook import Check
from sayso.fusion.estimates import Answer
from sayso.fusion.findings import finding
from sayso.fusion.scene import Scene
from sayso.fusion.stretch import Stretch
from sayso.fusion.terms import Option, Table, Term, table, term, wholes
from sayso.fusion.wording import listed, names, question, say
from sayso.model import Claim, Event, Finding

# "about n" is a tenth either way, and one person more or less is how a count slips.
_LOOSE_SHARE = 0.1
_LOOSE_ONE = 1.0
# A length of another order is of something else: a forty-minute raid within a siege of months.
_ORDER = 8.0
_SUM = re.compile(
    r"\b(?:total|in all|all told|altogether|overall|toll|number of (?:the )?(?:dead|deaths|victims)|the dead|sum)\b",
    re.IGNORECASE,
)
# Choices of readings that are tried before a check is passed over: eight readings each of five terms.
_CHOICES = 40_000


@dataclass(frozen=True, slots=True)
class System:
    """One check with its terms: `whole` is None for an order."""

    check: Check
    event: Event
    parts: tuple[Term, ...]
    whole: Term | None

    @property
    def terms(self) -> tuple[Term, ...]:
        """All that is told."""
        return self.parts if self.whole is None else (*self.parts, self.whole)


def of_checks(answers: Sequence[Answer], scene: Scene) -> Iterator[Finding]:
    """Find what cannot add up, and what adds up only loosely."""
    told = table(answers)
    for event, parts in wholes(scene):
        for check in scene.fusion.checks:
            if check.kind == "all":
                continue
            system = _system(check, event, parts, told)
            if check.types and event.type not in check.types and not (system and _is_in_one_breath(system)):
                continue
            system = system if system is None else _without_others(system, scene)
            if system is not None:
                yield from _clashes(system, scene)


def _system(check: Check, event: Event, parts: dict[str, Event], answers: Table) -> System | None:
    """A check with what is told of its terms; None where too little is."""
    part = parts.get(check.part or "")
    found = [term(written, event, part, answers) for written in check.parts]
    whole = term(check.whole, event, None, answers) if check.whole is not None else None
    told = tuple(one for one in found if one is not None)
    needed = 1 if check.kind == "part" else len(check.parts)
    if len(told) < needed or (check.whole is not None and whole is None):
        return None
    return System(check, event, told, whole)


def _clashes(system: System, scene: Scene) -> Iterator[Finding]:
    """Within each account that tells enough; else across all."""
    within: dict[tuple[str, str], list[System]] = {}
    for document in sorted({document for one in system.terms for document in one.documents}):
        own = _of(system, document)
        kind = _kind(own) if own is not None else None
        if own is not None and kind is not None:
            smallest = _smallest(own)
            within.setdefault((kind, _sides(smallest, scene)), []).append(smallest)
    if not within:
        kind = _kind(system)
        if kind is not None and not _is_excused(system, scene):
            yield _told(kind, _smallest(system), "Across the accounts", scene)
        return
    for (kind, _), same in within.items():
        accounts = sorted({document for one in same for t in one.terms for document in t.documents})
        merged = System(same[0].check, same[0].event, _merged([one.parts for one in same]), _merged_whole(same))
        yield _told(kind, merged, f"Within {names(accounts, scene)}", scene)


def _of(system: System, document: str) -> System | None:
    parts = tuple(one for part in system.parts if (one := part.of(document)).options)
    whole = system.whole.of(document) if system.whole is not None else None
    if (whole is not None and not whole.options) or not parts:
        return None
    if system.check.kind != "part" and len(parts) < len(system.parts):
        return None
    return System(system.check, system.event, parts, whole)


def _is_in_one_breath(system: System) -> bool:
    """Whether one sentence of one account tells every term: then they are of the same people, whatever happened.

    "Of the 12 people in the station, four were killed and nine survived."
    """
    claims = [claim for one in system.terms for option in one.options for claim in option.claims]
    return len({(claim.document, claim.sentence) for claim in claims}) == 1


def _without_others(system: System, scene: Scene) -> System | None:
    """A check without the totals that count others than the parts; None where no total is left."""
    whole = system.whole
    if whole is None or system.check.kind != "part":
        return system
    gone = {
        document
        for document in whole.documents
        if (parts := tuple(one for part in system.parts if (one := part.of(document)).options))
        and _counts_others(parts, whole.of(document), scene)
    }
    kept = tuple(one for one in whole.options if any(claim.document not in gone for claim in one.claims))
    return replace(system, whole=replace(whole, options=kept)) if kept else None


def _counts_others(parts: Sequence[Term], whole: Term, scene: Scene) -> bool:
    """Whether an account's one total counts others than its parts: told after them, and by no word for a sum.

    "Twelve soldiers died on Wednesday. In January five had been killed there" has five others, and not twelve of five.
    """
    told = [claim for option in whole.options for claim in option.claims]
    before = [claim for part in parts for option in part.options for claim in option.claims]
    if whole.question.group != "total" or any(part.question.slot != whole.question.slot for part in parts):
        return False
    return all(
        claim.sentence.start > min(one.sentence.start for one in before) and not _SUM.search(_sentence(claim, scene))
        for claim in told
    )


def _sentence(claim: Claim, scene: Scene) -> str:
    document = scene.documents.get(claim.document)
    return "" if document is None else document.text[claim.sentence.start : claim.sentence.end]


def _merged(told: Sequence[tuple[Term, ...]]) -> tuple[Term, ...]:
    """The same terms of several accounts, with the claims of all."""
    return tuple(
        Term(same[0].question, tuple(option for one in same for option in one.options))
        for same in zip(*told, strict=True)
    )


def _merged_whole(same: Sequence[System]) -> Term | None:
    found = [one.whole for one in same if one.whole is not None]
    return Term(found[0].question, tuple(option for one in found for option in one.options)) if found else None


def _kind(system: System) -> str | None:
    """`impossible`, `loose`, or None where some choice of readings satisfies the check."""
    choices = list(islice(product(*(one.options for one in system.terms)), _CHOICES + 1))
    if len(choices) > _CHOICES or any(_holds(system, choice, loosely=False) for choice in choices):
        return None
    return "loose" if any(_holds(system, choice, loosely=True) for choice in choices) else "impossible"


def _smallest(system: System) -> System:
    """Leave out each part that the clash does not need."""
    if system.check.kind != "part":
        return system
    kind, parts = _kind(system), list(system.parts)
    for part in system.parts:
        fewer = System(system.check, system.event, tuple(one for one in parts if one is not part), system.whole)
        if len(parts) > 1 and _kind(fewer) == kind:
            parts.remove(part)
    return System(system.check, system.event, tuple(parts), system.whole)


def _holds(system: System, choice: Sequence[Option], *, loosely: bool) -> bool:
    told = [_loosened(option.extent) if loosely else option.extent for option in choice]
    kind = system.check.kind
    if kind == "order":
        return _not_after(told[0], told[1])
    whole, parts = told[-1], told[:-1]
    if kind == "duration":
        return _lasts(whole, parts[0], parts[1])
    low = sum(part.low or 0.0 for part in parts)
    if kind == "part":
        return whole.high is None or whole.high == 0 or low <= whole.high
    highs = [part.high for part in parts]
    high = None if None in highs else sum(one for one in highs if one is not None)
    return Stretch(whole.scale, low, high).meets(whole)


def _not_after(one: Stretch, other: Stretch) -> bool:
    return one.low is None or other.high is None or one.low <= other.high


def _lasts(length: Stretch, start: Stretch, end: Stretch) -> bool:
    """Whether the days from start to end, the last one counted or not, can be the length."""
    low = None if end.low is None or start.high is None else max(0.0, end.low - start.high)
    high = None if end.high is None or start.low is None else end.high - start.low + 1
    if (
        high is not None
        and length.high is not None
        and (length.high * _ORDER < high or (length.low or 0.0) > high * _ORDER)
    ):
        return True
    return Stretch("days", low, high).meets(length)


def _loosened(told: Stretch) -> Stretch:
    """A figure read as "about"; days are not."""
    if told.scale in ("dates", "minutes"):
        return told
    low = None if told.low is None else told.low - max(_LOOSE_ONE, _LOOSE_SHARE * told.low)
    high = None if told.high is None else told.high + max(_LOOSE_ONE, _LOOSE_SHARE * told.high)
    return Stretch(told.scale, low, high)


def _is_excused(system: System, scene: Scene) -> bool:
    """Whether a part was counted in later news than the whole, which may have grown since."""
    if system.check.kind != "part" or system.whole is None or not scene.form(system.whole.question.slot).grows:
        return False
    last = [day for document in system.whole.documents if (day := scene.published(document)) is not None]
    later = [
        day for part in system.parts for document in part.documents if (day := scene.published(document)) is not None
    ]
    return bool(last and later) and max(later) > max(last)


def _told(kind: str, system: System, where: str, scene: Scene) -> Finding:
    end = (
        "It adds up only if a figure is read loosely."
        if kind == "loose"
        else "No choice among what is told makes it add up."
    )
    message = f"{where}: {_sides(system, scene)}. {system.check.says} {end}"
    shown = [_first(option.claims, document) for one in system.terms for option, document in _each(one)]
    return finding(kind, system.event.id, message, shown)


def _each(one: Term) -> Iterator[tuple[Option, str]]:
    """Each reading with each account that tells it."""
    for option in one.options:
        for document in dict.fromkeys(claim.document for claim in option.claims):
            yield option, document


def _sides(system: System, scene: Scene) -> str:
    """What is told of each term, in words."""
    return ", ".join(
        f"{question(one.question.slot, one.question.group, one.question.about, scene)} "
        f"{listed(dict.fromkeys(say(option.value, scene) for option in one.options))}"
        for one in system.terms
    )


def _first(claims: Sequence[Claim], document: str) -> Claim:
    return next(claim for claim in claims if claim.document == document)
