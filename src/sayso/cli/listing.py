"""The events of a case in lines for the terminal, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sayso.cli.paging import page
from sayso.dossier.listing import Listed, Wanted, listed
from sayso.dossier.phrases import counted
from sayso.errors import InputError
from sayso.store import View


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
    many = page(len(found), asked.page, "event")
    shown = found[many.first : many.last]
    yield from many.opening or (counted(len(found), "event"),)
    for one in shown:
        yield _line(one)
    yield from many.closing
    if shown:
        yield f"a dossier of one: sayso report CASE --event {shown[0].id}"


def _line(one: Listed) -> str:
    """Id, title, and what the title does not say."""
    title = one.title or one.kind
    places = one.where.split(", ")
    beside = [words for words in (one.when, *places) if words and words.casefold() not in title.casefold()]
    told = [counted(one.accounts, "account")]
    told += [f"{words} {what}" for words, what in ((one.killed, "killed"), (one.injured, "injured")) if words]
    told += [f"{one.disputed} disputed"] if one.disputed else []
    return f"{one.id}  {' · '.join([title, *beside])}  ({', '.join(told)})"


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
