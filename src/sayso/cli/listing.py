"""The events of a case in lines for the terminal, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sayso.dossier.listing import Listed, Wanted, listed
from sayso.dossier.phrases import counted
from sayso.errors import InputError
from sayso.store import View

# Events a page; as many as a person looks through.
_PAGE = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """What the call asks for, as typed."""

    kind: str | None
    place: str | None
    since: str | None
    until: str | None
    accounts: int
    killed: int
    is_disputed: bool
    words: str
    page: int


def event_list(view: View, asked: Asked) -> Iterator[str]:
    """A line an event, by date.

    Raises:
        InputError: a day that is none, or a type that the codebook does not have.
    """
    found = list(listed(view, _wanted(view, asked)))
    pages = max(1, -(-len(found) // _PAGE))
    if asked.page > pages:
        raise InputError(f"there is no page {asked.page}; {counted(len(found), 'event')} fill {counted(pages, 'page')}")
    shown = found[(asked.page - 1) * _PAGE : asked.page * _PAGE]
    yield f"{counted(len(found), 'event')}" + (f", page {asked.page} of {pages}" if pages > 1 else "")
    for one in shown:
        yield _line(one)
    if asked.page < pages:
        yield f"more: --page {asked.page + 1}"
    if shown:
        yield f"a dossier of one: sayso report CASE --event {shown[0].event.id}"


def _line(one: Listed) -> str:
    """Id, title, and what the title does not say."""
    title = one.event.title or one.kind
    places = one.where.split(", ")
    beside = [words for words in (one.when, *places) if words and words.casefold() not in title.casefold()]
    told = [counted(one.accounts, "account")]
    told += [f"{words} {what}" for words, what in ((one.killed, "killed"), (one.injured, "injured")) if words]
    told += [f"{one.disputed} disputed"] if one.disputed else []
    return f"{one.event.id}  {' · '.join([title, *beside])}  ({', '.join(told)})"


def _wanted(view: View, asked: Asked) -> Wanted:
    types = view.codebook.fusion.event_types
    known = {*types, *view.codebook.extraction.event_types, *(one.casefold() for one in types.values())}
    if asked.kind is not None and asked.kind.casefold() not in known:
        names = ", ".join(sorted(view.codebook.extraction.event_types))
        raise InputError(f"no type of event is called {asked.kind!r}; the codebook has: {names}")
    return Wanted(
        asked.kind,
        asked.place,
        _day(asked.since),
        _day(asked.until),
        asked.accounts,
        asked.killed,
        asked.is_disputed,
        asked.words,
    )


def _day(told: str | None) -> date | None:
    if told is None:
        return None
    try:
        return date.fromisoformat(told)
    except ValueError as error:
        raise InputError(f"{told!r} is no day; expected one such as 2019-03-01") from error
