"""Words: who is called what, by whom; an account's own voice against words it gives to others."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.gathered import Gathered
from sayso.dossier.naming import group_name

#: Up to this many accounts have a column each; more are listed by term.
_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class Term:
    """A word for someone: `clashes` where another account means someone else by it."""

    term: str
    accounts: tuple[int, ...]
    voice: str
    clashes: bool

    @property
    def is_own(self) -> bool:
        """True where it is the account's own word."""
        return self.voice == "own"


@dataclass(frozen=True, slots=True)
class Called:
    """All terms for one group or actor; `cells` by account, empty where the case has many accounts."""

    name: str
    terms: tuple[Term, ...]
    cells: tuple[tuple[Term, ...], ...]


def build_words(gathered: Gathered) -> tuple[tuple[int, ...], tuple[Called, ...]]:
    """The accounts that have a column, and the rows."""
    meant: dict[str, set[str]] = {}
    grouped: dict[str, dict[tuple[str, str], set[int]]] = {}
    for label in gathered.labels:
        name = _whom(gathered, label.entity, label.group)
        if not name:
            continue
        meant.setdefault(label.term.casefold(), set()).add(name)
        accounts = grouped.setdefault(name, {}).setdefault((label.term, label.voice), set())
        accounts.add(gathered.number[label.document])
    few = len(gathered.documents) <= _COLUMNS
    columns = tuple(range(1, len(gathered.documents) + 1)) if few else ()
    return columns, tuple(_called(name, terms, meant, columns) for name, terms in sorted(grouped.items()))


def _called(
    name: str, terms: dict[tuple[str, str], set[int]], meant: dict[str, set[str]], columns: tuple[int, ...]
) -> Called:
    made = tuple(
        Term(term, tuple(sorted(accounts)), voice, len(meant[term.casefold()]) > 1)
        for (term, voice), accounts in sorted(terms.items(), key=lambda one: (-len(one[1]), one[0][1] != "own", one[0]))
    )
    cells = tuple(tuple(term for term in made if column in term.accounts) for column in columns)
    return Called(name, made, cells)


def _whom(gathered: Gathered, entity: str | None, group: str | None) -> str:
    if group is not None:
        return group_name(gathered, group)
    known = gathered.entities.get(entity or "")
    return "" if known is None else known.name
