"""Words: who is called what, by whom and how often; an account's own voice against words it gives to others.

Beside its words stands how far an account is from the others' wording: the share of its own words that no other uses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.dossier.gathered import Gathered
from sayso.dossier.naming import group_name
from sayso.fusion.framing import framings
from sayso.model import BlockKind, Document, Label

#: Up to this many accounts have a column each; more are listed by term.
_COLUMNS = 6
#: From so many words of an account's own a share of them says something; where accounts have no column, so many are named.
_TELLING, _NAMED = 3, 5
# What may stand between the end of a sentence and the next, and what ends one.
_OPENING, _ENDS = " \"'“‘(", ".!?:;\n"


@dataclass(frozen=True, slots=True)
class Term:
    """A word for someone and how often it stands there: `clashes` where another account means someone else by it."""

    term: str
    accounts: tuple[int, ...]
    voice: str
    clashes: bool
    count: int

    @property
    def is_own(self) -> bool:
        """True where it is the account's own word."""
        return self.voice == "own"


@dataclass(frozen=True, slots=True)
class Apart:
    """How far an account stands from the others' wording: the share of its own words that no other account uses."""

    account: int
    share: float
    own: int

    @property
    def percent(self) -> str:
        """The share as it is shown."""
        return f"{self.share:.0%}"


@dataclass(frozen=True, slots=True)
class Cell:
    """One account's words for someone, and how far it stands apart in them where it has words enough to tell."""

    terms: tuple[Term, ...]
    apart: Apart | None


@dataclass(frozen=True, slots=True)
class Called:
    """All terms for one group or actor.

    `cells` are by account, empty where the case has many; then `furthest` are the accounts that stand furthest apart.
    """

    name: str
    terms: tuple[Term, ...]
    cells: tuple[Cell, ...]
    furthest: tuple[Apart, ...]


def build_words(gathered: Gathered) -> tuple[tuple[int, ...], tuple[Called, ...]]:
    """The accounts that have a column, and the rows."""
    meant: dict[str, set[str]] = {}
    grouped: dict[str, list[Label]] = {}
    written = _written(gathered)
    for label in gathered.labels:
        name = _whom(gathered, label.entity, label.group)
        if name:
            meant.setdefault(label.term.casefold(), set()).add(name)
            shown = written.get(label.term, label.term)
            grouped.setdefault(name, []).append(replace(label, term=shown, entity=name, group=None))
    few = len(gathered.documents) <= _COLUMNS
    columns = tuple(range(1, len(gathered.documents) + 1)) if few else ()
    return columns, tuple(_called(gathered, labels, meant, columns) for _, labels in sorted(grouped.items()))


def _written(gathered: Gathered) -> dict[str, str]:
    """Each term with the words before its noun as its accounts write them ("ACME guerrilla", "Marxist rebel"), where all do alike.

    A sentence's first word and a headline's tell nothing of how a word is written.
    """
    texts = {document.id: document for document in gathered.documents}
    told: dict[str, set[tuple[str, ...]]] = {}
    for label in gathered.labels:
        document = texts.get(label.document)
        if document is None or document.text[label.start : label.end].isupper() or _opens(document, label.start):
            continue
        words = document.text[label.start : label.end].split()
        if len(words) == len(label.term.split()) > 1:
            told.setdefault(label.term, set()).add(tuple(words[:-1]))
    return {
        term: " ".join((*next(iter(before)), term.split()[-1])) for term, before in told.items() if len(before) == 1
    }


def _opens(document: Document, start: int) -> bool:
    """Whether a place begins a sentence, or stands in a headline."""
    before = document.text[:start].rstrip(_OPENING)
    heads = (BlockKind.TITLE, BlockKind.HEADING)
    is_head = any(block.start <= start < block.end and block.kind in heads for block in document.blocks)
    return is_head or not before or before[-1] in _ENDS


def _called(gathered: Gathered, labels: Sequence[Label], meant: dict[str, set[str]], columns: Sequence[int]) -> Called:
    (framing,) = framings(labels)
    own: dict[int, int] = {}
    found: dict[tuple[str, str], dict[int, int]] = {}
    for wording in framing.wordings:
        number = gathered.number[wording.document]
        found.setdefault((wording.term, wording.voice), {})[number] = wording.count
        own[number] = own.get(number, 0) + (wording.count if wording.is_own else 0)
    apart = {
        number: Apart(number, share, own[number])
        for document, share in framing.apart.items()
        if own[number := gathered.number[document]] >= _TELLING
    }
    ranked = sorted(found.items(), key=lambda one: (-len(one[1]), one[0][1] != "own", -sum(one[1].values()), one[0]))
    clashing = {term: len(meant[term.casefold()]) > 1 for term, _ in found}
    terms = tuple(
        Term(term, tuple(sorted(counts)), voice, clashing[term], sum(counts.values()))
        for (term, voice), counts in ranked
    )
    cells = tuple(Cell(_of_account(terms, found, column), apart.get(column)) for column in columns)
    furthest = sorted((one for one in apart.values() if one.share > 0), key=lambda one: (-one.share, one.account))
    return Called(framing.entity or "", terms, cells, tuple(furthest[:_NAMED]))


def _of_account(terms: Sequence[Term], found: dict[tuple[str, str], dict[int, int]], account: int) -> tuple[Term, ...]:
    """The words of one account, its own and most frequent first."""
    own = [replace(term, count=found[term.term, term.voice][account]) for term in terms if account in term.accounts]
    return tuple(sorted(own, key=lambda term: (not term.is_own, -term.count, term.term, term.voice)))


def _whom(gathered: Gathered, entity: str | None, group: str | None) -> str:
    if group is not None:
        return group_name(gathered, group)
    known = gathered.entities.get(entity or "")
    return "" if known is None else known.name
