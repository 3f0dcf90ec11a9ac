"""How much of the passages is found: each marked figure of people beside what the extractor claims of the same words.

A figure is found where a claim of its slot, or of one that stands close to it (`KIN`), carries words of the mark and a number that
agrees. A claimed figure is wrong where its words are marked and no mark of them bears it out: another slot, `none`, or another number.
One whose words nobody marked is not judged,
nor is one that says the marked thing in wider words (`NEAR`).
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from passages import PEOPLE, SPLITS, Mark, Passage

from sayso.codebook import load
from sayso.extraction import Extractor
from sayso.model.claim import Claim
from sayso.model.values import Figure
from sayso.reading import read

# A claim of the right side bears out a mark of the left: the codebook draws the line between them elsewhere, or not at all.
KIN = {
    "freed": {"rescued", "released"},
    "released": {"freed"},
    "executed": {"killed"},
    "hostages_held": {"hostages_taken"},
    "exposed": {"affected"},
    "hostages_taken": {"hostages_held"},
}
NUMBER = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|hundreds?|thousands?|dozens?|"
    r"score|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)y|million|half|third|both|twins|triplets|couple)\b",
    re.IGNORECASE,
)
# Nor is such a claim wrong: it says in wider words, or by a neighbouring role, what is marked. It is told apart and not counted.
NEAR = {
    "killed": {"casualties"},
    "injured": {"casualties", "affected"},
    "executed": {"casualties", "convicted"},
    "charged": {"convicted"},
    "acquitted": {"convicted"},
    "affected": {"injured"},
    "responders": {"present"},
    "attackers": {"present"},
    "displaced": {"present"},
    "hostages_held": {"trapped"},
    "hostages_taken": {"trapped"},
    "released": {"discharged", "hostages_held", "hostages_taken"},
    "freed": {"hostages_held", "hostages_taken", "survived", "escaped"},
    "rescued": {"survived"},
    "survived": {"rescued", "escaped"},
    "escaped": {"survived", "displaced"},
}
AROUND = 70  # characters of text either side of a missed mark: a terminal's line in all


@dataclass(frozen=True, slots=True)
class Found:
    """One passage beside its claims: marks found, marks missed, and the verdict on each claimed figure of people.

    `shift` leads from the passage's offsets to the document's.
    """

    passage: Passage
    hits: tuple[tuple[Mark, Claim], ...]
    missed: tuple[Mark, ...]
    verdicts: tuple[tuple[str, Claim], ...]
    shift: int


def report(passages: Iterable[Passage], *, with_errors: bool = False) -> str:
    """The tables a person reads, and on demand the errors in the train split."""
    found = tuple(look(passages))
    tables = [*(_table(found, by) for by in BY), _told(found)]
    return "\n\n".join([*tables, "\n".join(_errors(found))] if with_errors else tables)


def look(passages: Iterable[Passage]) -> Iterator[Found]:
    """Extract from each passage as a document of its own, and lay its claims beside its marks."""
    extractor = Extractor(load("incident"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "passage.txt"
        for passage in passages:
            path.write_text(passage.text, encoding="utf-8")
            document = read(path).documents[0]
            shift = document.text.index(passage.text.strip()) - passage.text.index(passage.text.strip())
            claims = [
                one
                for one in extractor.extract(document).claims
                if one.slot in PEOPLE and isinstance(one.value, Figure)
            ]
            yield _beside(passage, claims, shift)


def _beside(passage: Passage, claims: list[Claim], shift: int) -> Found:
    marks = [mark for mark in passage.marks if mark.is_people]
    told = [mark for mark in marks if mark.slot != "none"]
    pairs = {mark: next((one for one in claims if _bears(mark, one, shift)), None) for mark in told}
    hits = tuple((mark, one) for mark, one in pairs.items() if one is not None)
    verdicts = tuple((_verdict(one, marks, shift), one) for one in claims)
    return Found(passage, hits, tuple(mark for mark, one in pairs.items() if one is None), verdicts, shift)


def _verdict(claim: Claim, marks: list[Mark], shift: int) -> str:
    """What the marks over a claim's words say of it."""
    over = [mark for mark in marks if _overlaps(mark, claim, shift)]
    if any(_bears(mark, claim, shift) for mark in over):
        return "right"
    if not over:
        return "unmarked"
    if any(claim.slot in NEAR.get(mark.slot, ()) or _is_of(mark, claim, shift) for mark in over):
        return "near"
    if any(_is_slot(mark, claim.slot) for mark in over):
        return "number"
    return "none" if all(mark.slot == "none" for mark in over) else "slot"


def _is_of(mark: Mark, claim: Claim, shift: int) -> bool:
    """Is the claim one of those that the mark counts together ("a woman" of "a woman and a boy"), or several marks in one?"""
    if not _is_slot(mark, claim.slot):
        return False
    is_inside = mark.start + shift <= claim.start and claim.end <= mark.end + shift
    is_around = claim.start <= mark.start + shift and mark.end + shift <= claim.end
    return (is_inside or is_around) and claim.end - claim.start != mark.end - mark.start


def _bears(mark: Mark, claim: Claim, shift: int) -> bool:
    return _is_slot(mark, claim.slot) and _overlaps(mark, claim, shift) and _agrees(mark, claim.value)


def _is_slot(mark: Mark, slot: str) -> bool:
    return slot == mark.slot or slot in KIN.get(mark.slot, ())


def _overlaps(mark: Mark, claim: Claim, shift: int) -> bool:
    return claim.start < mark.end + shift and mark.start + shift < claim.end


def _agrees(mark: Mark, value: object) -> bool:
    """Do the two numbers share one? A vague word agrees with any."""
    if not isinstance(value, Figure) or mark.value == "some":
        return isinstance(value, Figure)
    low = 0 if value.low is None else value.low
    is_below = mark.high is not None and low > mark.high
    is_above = mark.low is not None and value.high is not None and value.high < mark.low
    return not is_below and not is_above


def _table(found: tuple[Found, ...], by: str) -> str:
    """Recall by slot, genre or form, with how many marks there are, in each split."""
    hits, whole = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for one in found:
        for counts, marks in ((hits, [mark for mark, _ in one.hits]), (whole, one.missed)):
            counts.update((one.passage.split, name) for mark in marks for name in (BY[by](one.passage, mark), "all"))
    whole.update(hits)
    names = sorted({name for _, name in whole}, key=lambda name: (name == "all", -whole["train", name], name))
    lines = [f"{'recall % by ' + by:<40}" + "".join(f"{split:>8}{'of':>6}" for split in SPLITS)]
    for name in names:
        cells = ((hits[split, name], whole[split, name]) for split in SPLITS)
        lines.append(f"{name[:39]:<40}" + "".join(f"{_share(part, of):>8}{of:>6}" for part, of in cells))
    return "\n".join(lines)


def _form(mark: Mark) -> str:
    """How the words of a mark say how many."""
    if mark.value in {"0", "some"}:
        return {"0": "nobody", "some": "vague"}[mark.value]
    if re.search(r"\d", mark.quote):
        return "digits"
    if NUMBER.search(mark.quote):
        return "number words"
    return "one person" if mark.value == "1" else "several without a number"


BY: dict[str, Callable[[Passage, Mark], str]] = {
    "slot": lambda _, mark: mark.slot,
    "form": lambda _, mark: _form(mark),
    "genre": lambda passage, _: passage.family,
}


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"


def _told(found: tuple[Found, ...]) -> str:
    """Precision, with why claims are wrong, and how often group and modality of what is found are right."""
    lines = [f"{'claimed figures':<40}" + "".join(f"{split:>8}" for split in SPLITS)]
    counts = {split: Counter(_of(found, split)) for split in SPLITS}
    judged = {split: sum(counts[split][key] for key in ("right", "slot", "none", "number")) for split in SPLITS}
    lines.append(
        f"{'precision %':<40}" + "".join(f"{_share(counts[split]['right'], judged[split]):>8}" for split in SPLITS)
    )
    lines += [
        f"{'  ' + key:<40}" + "".join(f"{counts[split][key]:>8}" for split in SPLITS)
        for key in ("right", "near", "slot", "none", "number", "unmarked")
    ]
    for name in ("group", "modality"):
        shares = [_kept(found, split, name) for split in SPLITS]
        lines.append(f"{name + ' right %, of found':<40}" + "".join(f"{share:>8}" for share in shares))
    return "\n".join(lines)


def _of(found: tuple[Found, ...], split: str) -> Iterator[str]:
    for one in found:
        yield from (verdict for verdict, _ in one.verdicts if one.passage.split == split)


def _kept(found: tuple[Found, ...], split: str, name: str) -> str:
    """How often the found claims have the group, or the modality, of their mark; a mark without a group says nothing of it."""
    pairs = [pair for one in found if one.passage.split == split for pair in one.hits]
    if name == "group":
        told = [(mark.group, claim.group) for mark, claim in pairs if mark.group]
    else:
        told = [(mark.modality or "asserted", _plain(claim.modality.value)) for mark, claim in pairs]
    return _share(sum(one == other for one, other in told), len(told))


def _plain(modality: str) -> str:
    """A reported figure is a stated one with a speaker, which the marks tell apart by `by=`."""
    return "asserted" if modality == "reported" else modality


def _errors(found: tuple[Found, ...]) -> Iterator[str]:
    """What the train split misses, then what is claimed there and wrong, each beside its text."""
    for one in (one for one in found if one.passage.split == "train"):
        for mark in one.missed:
            yield f"missed: {mark.slot} {mark.value} {_beside_text(one.passage, mark.start, mark.end)}"
    for one in (one for one in found if one.passage.split == "train"):
        for verdict, claim in one.verdicts:
            if verdict in {"slot", "none", "number"}:
                told = _beside_text(one.passage, claim.start - one.shift, claim.end - one.shift)
                yield f"wrong {verdict}: {claim.slot} {claim.group} {told}"


def _beside_text(passage: Passage, start: int, end: int) -> str:
    before, after = passage.text[max(0, start - AROUND) : start], passage.text[end : end + AROUND]
    return f"[{passage.family}] {before}>>{passage.text[start:end]}<<{after}".replace("\n", " ")
