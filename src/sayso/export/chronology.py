"""The case as a chronology in sentences: each from a template and one estimate, each value with a note of who says so, where.

Nothing is told that no account tells; hedges, speakers and disagreement stay. What a reader sees of a value are its own words
or the number with its hedge, never a number in the place of a vague word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from sayso.dossier.phrases import and_list, capital, counted, small, value_words
from sayso.export import hedges
from sayso.export.told import Told
from sayso.model import (
    Claim,
    Duration,
    Estimate,
    Event,
    Figure,
    Modality,
    Qualifier,
    Reading,
    Role,
    Status,
    Value,
    When,
)

# Accounts cited for one reading; the others are counted.
_CITED = 6
# Slots that a sentence cannot carry, or whose number says nothing without its words.
_UNTOLD = frozenset({"quantity", "money", "date"})
# What opens a chapter; all else stands in the order of the codebook.
_FIRST = ("date_start", "date_end", "time", "duration", "place", "perpetrator", "claimed_by", "leader")
# How readings that do not compete are set side by side.
_BESIDE = {
    Status.LISTED: "and",
    Status.SCOPED: "and, in another count,",
    Status.UPDATED: "and, at another moment,",
}
# Words that open a name that is none; they lose their capital within a sentence.
_OPENERS = frozenset({"A", "An", "The", "Some", "Several", "Many", "Two", "One", "His", "Her", "Their", "Other"})
# An amount that takes the plural.
_MANY = 2.0
# Words for many that take an "of".
_HEAPS = frozenset({"dozens", "scores", "tens", "hundreds", "thousands", "millions"})
# Groups named as a body: one counts members of it.
_BODIES = ("forces", "police", "staff", "military", "army", "crew")


@dataclass(frozen=True, slots=True)
class Note:
    """Where a value stands: the account's number in the list, who publishes it, page and paragraph, and the claim itself."""

    account: int
    publisher: str
    page: int | None
    paragraph: int | None
    claim: Claim

    @property
    def short(self) -> str:
        """The note as it stands in the sentence: `2, p. 4, para. 8`."""
        return f"{self.account}{self._place}"

    @property
    def long(self) -> str:
        """The note as it stands below: publisher, page and paragraph, the words, their speaker and their hedge."""
        claim = self.claim
        speaker = claim.attribution[0].speaker if claim.attribution else ""
        hedge = "" if claim.modality is Modality.ASSERTED else f" ({claim.modality.value})"
        said = f", said by {_plain_name(speaker)}" if speaker else ""
        return f"{self.publisher}{self._place}: “{' '.join(claim.quote.split())}”{said}{hedge}"

    @property
    def _place(self) -> str:
        page = f", p. {self.page}" if self.page is not None else ""
        return page + (f", para. {self.paragraph}" if self.paragraph is not None else "")


Piece: TypeAlias = str | Note
Sentence: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One event or part: its title, its sentences, and what does not fit together in it."""

    title: str
    level: int
    sentences: tuple[Sentence, ...]
    findings: tuple[str, ...]


# Before and after the value; a slot that is not here is told by its name in the codebook. `{was}` agrees with the number.
_TEMPLATES: Mapping[str, tuple[str, str]] = {
    "killed": ("", " {was} killed"),
    "injured": ("", " {was} injured"),
    "casualties": ("", " {was} shot or hit"),
    "executed": ("", " {was} killed after capture or surrender"),
    "survived": ("", " survived"),
    "hostages_taken": ("", " {was} taken hostage"),
    "hostages_held": ("", " {was} held"),
    "released": ("", " {was} released"),
    "rescued": ("", " {was} rescued"),
    "escaped": ("", " escaped"),
    "arrested": ("", " {was} arrested"),
    "convicted": ("", " {was} convicted"),
    "tried": ("", " {was} tried"),
    "acquitted": ("", " {was} acquitted"),
    "charged": ("", " {was} charged"),
    "missing": ("", " {was} missing"),
    "displaced": ("", " {was} displaced"),
    "present": ("", " {was} present"),
    "attackers": ("", " took part"),
    "responders": ("", " came to end it"),
    "demanded": ("The release of ", " was demanded"),
    "freed": ("", " {was} freed"),
    "date_start": ("It began ", ""),
    "date_end": ("It ended ", ""),
    "duration": ("It lasted ", ""),
    "place": ("The place is told as ", ""),
    "perpetrator": ("", " is held responsible"),
    "leader": ("", " is named as leader"),
    "negotiator": ("", " is named as negotiator"),
    "claimed_by": ("", " is said to have claimed it"),
    "operation": ("It is called ", ""),
}
# The words by which a group goes where the slot says already who they are.
_PEOPLE = {("hostages_taken", "hostages"): "people", ("attackers", "attackers"): "attackers"}


def chapters(case: Told) -> Iterator[Chapter]:
    """Main events with their parts, in the order of the case; those only mentioned have no chapter."""
    for event in case.events.values():
        if event.role is Role.MENTIONED:
            continue
        told = tuple(sentence for one in _estimates(case, event) if (sentence := _sentence(case, one)))
        findings = tuple(one.message for one in case.view.findings(event.id))
        title = "The event as a whole" if event.title == case.view.header.title else event.title
        yield Chapter(title, 2 if event.role is Role.MAIN else 3, told, findings)


def plain(sentence: Sentence) -> str:
    """A sentence without its notes.

    >>> plain(("Two", " guards were killed", "."))
    'Two guards were killed.'
    """
    return "".join(piece for piece in sentence if isinstance(piece, str))


def told_of(case: Told, event: Event) -> str:
    """What is told of one event, in plain sentences."""
    return " ".join(plain(sentence) for one in _estimates(case, event) if (sentence := _sentence(case, one)))


def accounts(case: Told) -> Iterator[tuple[int, str]]:
    """The accounts by number: who publishes, title, authors, date, address, file."""
    for name, number in case.numbers.items():
        known = case.documents[name]
        day = value_words(known.published) if known.published else None
        authors = and_list(known.authors) or None
        told = (authors, known.title, case.publishers.get(known.source or ""), day, known.url, f"({known.id})")
        yield number, ", ".join(dict.fromkeys(part for part in told if part))


def _estimates(case: Told, event: Event) -> list[Estimate]:
    """What is told of an event itself, in the order of the codebook; what its parts tell stands with them."""
    names = list(dict.fromkeys((*_FIRST, *case.codebook.fusion.slots)))
    order = {name: number for number, name in enumerate(names)}
    has_parts = bool(case.parts(event))
    own = [one for one in case.estimates.get(event.id, ()) if one.slot not in _UNTOLD]
    told = [one for one in own if not (has_parts and one.rolls_up and _is_of_parts(case, event, one))]
    return sorted(told, key=lambda one: (order.get(one.slot, len(order)), one.group or "", one.about or ""))


def _is_of_parts(case: Told, event: Event, estimate: Estimate) -> bool:
    """Whether a part tells the same of the same."""
    key = (estimate.slot, estimate.group, estimate.about)
    parts = [one for part in case.parts(event) for one in case.estimates.get(part.id, ())]
    return any((one.slot, one.group, one.about) == key for one in parts)


def _sentence(case: Told, estimate: Estimate) -> Sentence:
    """An estimate as a sentence; empty where nothing usable is told."""
    if estimate.status is Status.OPEN or not (estimate.readings or estimate.best is not None):
        return ()
    before, after = _template(case, estimate)
    if estimate.status is Status.ALLEGED:
        before = _alleged(before)
    pieces: list[Piece] = [before, *_values(case, estimate), after]
    if estimate.derived_from and not estimate.readings:
        pieces.append(", a sum that no account states")
    if estimate.status is Status.DENIED:
        pieces.append("; this is denied")
    return _closed(pieces)


def _alleged(before: str) -> str:
    """The opening of what is not to be stated as fact."""
    if before.endswith(": "):
        return f"{before.removesuffix(': ')}, alleged and not established: "
    return f"It is alleged, and not established, that {small(before)}"


def _template(case: Told, estimate: Estimate) -> tuple[str, str]:
    """The words before and after the value."""
    form = case.codebook.fusion.slots.get(estimate.slot)
    name = form.display if form is not None else capital(estimate.slot.replace("_", " "))
    about = case.entity_name(estimate.about)
    is_actor = form is not None and form.family == "who"
    if estimate.slot not in _TEMPLATES or (about and not is_actor and not _is_one_person(estimate)):
        of = f" ({about})" if about else ""
        whom = f", {_whom(case, estimate, _MANY)}" if estimate.group else ""
        return f"{name}{whom}{of}: ", ""
    before, after = _TEMPLATES[estimate.slot]
    return before, after.replace("{was}", "was" if _is_singular(estimate) else "were")


def _values(case: Told, estimate: Estimate) -> Iterator[Piece]:
    """The readings with their notes: rivals parted by `or`, whom they count after the last, coarser ones in brackets."""
    if not estimate.readings and estimate.best is not None:
        yield _said(case, estimate, estimate.best) + _whom_after(case, estimate, estimate.best)
    sharp = _merged(case, estimate, hedges.apart(case, hedges.sharp(estimate)))
    coarse = [one for one in estimate.readings if one.fits] if any(not one.fits for one in estimate.readings) else []
    word = _BESIDE.get(estimate.status, "or")
    for number, (words, readings) in enumerate(sharp.items()):
        is_last = number == len(sharp) - 1
        yield ("" if number == 0 else f" {word} " if is_last else ", ") + words
        whom = _whom_after(case, estimate, readings[-1].value) if is_last else ""
        yield from _noted(case, readings, whom)
    for number, reading in enumerate(hedges.apart(case, coarse)):
        yield (" (less exactly: " if number == 0 else "; ") + _coarse_words(reading.value)
        yield from _noted(case, [reading], "")
    yield ")" if coarse else ""


def _coarse_words(value: Value) -> str:
    """A value within brackets."""
    words = value_words(value)
    return small(words) if isinstance(value, Figure | Duration) else words


def _merged(case: Told, estimate: Estimate, readings: list[Reading]) -> dict[str, list[Reading]]:
    """Readings by the words that a reader sees of them: those of different scope may look the same."""
    merged: dict[str, list[Reading]] = {}
    for reading in readings:
        merged.setdefault(_said(case, estimate, reading.value), []).append(reading)
    return merged


def _said(case: Told, estimate: Estimate, value: Value) -> str:
    """A value as the sentence wants it."""
    about = case.entity_name(estimate.about)
    if about and (_is_one_person(estimate) or not isinstance(value, Figure | When | Duration)):
        return about
    if isinstance(value, When):
        return _dated(value) if estimate.slot in ("date_start", "date_end") else value_words(value)
    if isinstance(value, Figure) and _counts(estimate):
        return _number(value)
    return value_words(value)


def _number(value: Figure) -> str:
    """A number of people in a sentence: nobody in the words of the account, a vague one with a small letter."""
    if value.high == 0:
        return small(value.text) if value.text and not value.text.isdigit() else "no"
    words = value_words(value).removesuffix(" people")
    return small(words) if value.qualifier is Qualifier.VAGUE else words


def _dated(value: When) -> str:
    """A date with its preposition."""
    words = value_words(value)
    if words.startswith(("from ", "until ")) or value.earliest is None or value.latest is None:
        return words
    return f"on {words}" if value.earliest == value.latest else f"in {words}" if " to " not in words else words


def _counts(estimate: Estimate) -> bool:
    """Whether the sentence counts people of a group."""
    return estimate.slot in _TEMPLATES and estimate.group is not None and estimate.about is None


def _whom_after(case: Told, estimate: Estimate, value: Value) -> str:
    """Whom the last number counts, where its words do not say so themselves ("no one else", "many people")."""
    if not _counts(estimate) or not isinstance(value, Figure):
        return ""
    words = _number(value)
    if value.high == 0 and words != "no":
        return ""
    whom = _whom(case, estimate, _amount(value))
    if words.endswith(whom):
        return ""
    return f" of {whom}" if words.split()[-1] in _HEAPS else f" {whom}"


def _whom(case: Told, estimate: Estimate, amount: float) -> str:
    """Whom a number counts: `hostages`, `of the hostages` after one, `members of the security forces`."""
    if estimate.group is None:
        return ""
    known = case.codebook.fusion.groups.get(estimate.group)
    plural = _PEOPLE.get((estimate.slot, estimate.group)) or ("people" if estimate.group == "total" else None)
    plural = plural or (small(known.display) if known is not None else f"{estimate.group.removesuffix('s')}s")
    if plural.endswith(_BODIES):
        return f"{'member' if amount == 1 else 'members'} of the {plural}"
    if amount != 1:
        return plural
    if plural == "people":
        return "person"
    return f"of the {plural}" if known is not None else estimate.group


def _amount(value: Value) -> float:
    """The number, where it is one."""
    is_one = isinstance(value, Figure) and value.low == value.high and value.low is not None
    return value.low if is_one and isinstance(value, Figure) and value.low is not None else _MANY


def _is_singular(estimate: Estimate) -> bool:
    """Whether the verb is: after one, and after words like "no one"."""
    values = [reading.value for reading in hedges.sharp(estimate)]
    values = values or ([] if estimate.best is None else [estimate.best])
    last = values[-1] if values else None
    if not isinstance(last, Figure) or last.low != last.high:
        return False
    return last.low == 1 or (last.low == 0 and _number(last) != "no")


def _is_one_person(estimate: Estimate) -> bool:
    """Whether a count is of a named person alone."""
    return estimate.about is not None and estimate.slot in _TEMPLATES and _is_singular(estimate)


def _noted(case: Told, readings: list[Reading], whom: str) -> Iterator[Piece]:
    """The notes of a value, an account each; whom it counts; the speakers where every account quotes one."""
    documents = {name for reading in readings for name in reading.documents}
    cited = _cited(case, readings)
    for claim in cited:
        blocks = case.documents[claim.document].blocks
        block = blocks[claim.block] if claim.block < len(blocks) else None
        page, paragraph = (block.page, block.paragraph) if block is not None else (None, None)
        yield Note(case.numbers[claim.document], case.publisher(claim.document), page, paragraph, claim)
    if len(documents) > len(cited):
        yield f" and {counted(len(documents) - len(cited), 'more account')}"
    yield whom
    speakers = [claim.attribution[0].speaker for claim in cited if claim.attribution and claim.attribution[0].speaker]
    if cited and len(speakers) == len(cited):
        yield f", according to {and_list([_plain_name(one) for one in dict.fromkeys(speakers)])},"


def _cited(case: Told, readings: list[Reading]) -> list[Claim]:
    """The first claim of each account, of a few accounts."""
    claims: dict[str, Claim] = {}
    for name in (name for reading in readings for name in reading.claims):
        claim = case.view.claim(name)
        claims.setdefault(claim.document, claim)
        if len(claims) == _CITED:
            break
    return list(claims.values())


def _plain_name(speaker: str) -> str:
    """A speaker within a sentence.

    >>> _plain_name("A man"), _plain_name("Ana Ruiz")
    ('a man', 'Ana Ruiz')
    """
    first = speaker.split(" ", 1)[0]
    return small(speaker) if first in _OPENERS else speaker


def _closed(pieces: list[Piece]) -> Sentence:
    """A sentence with its first letter large, no idle piece and one full stop; a comma before a mark goes."""
    told = [piece for piece in pieces if piece != ""]
    for number, (piece, after) in enumerate(pairwise(told)):
        if isinstance(piece, str) and piece.endswith(",") and isinstance(after, str) and after[:1] in ",);":
            told[number] = piece.removesuffix(",")
    if isinstance(told[0], str):
        told[0] = capital(told[0])
    last = told[-1]
    if isinstance(last, str):
        told[-1] = last.removesuffix(",")
    return tuple(told) if isinstance(last, str) and last.endswith((".", ".”", '."')) else (*told, ".")
