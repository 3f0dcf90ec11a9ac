"""Who is called what, by which account, how often: lines for the terminal, of many a page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice
from operator import attrgetter

from sayso.cli.paging import page
from sayso.cli.wording import Names, heading, named, wrapped
from sayso.fusion.framing import Framing, Wording, framings
from sayso.store import View

# From so many words of an account's own a share of them says something.
_TELLING = 3


def calling_lines(view: View, at: int = 1) -> Iterator[str]:
    """By which words each account calls each actor and the act, and how far it stands from the others' wording.

    Of whom many accounts have words, one page is shown, and the words for others are not read.

    Raises:
        InputError: there is no such page.
    """
    called = view.called()
    many = page(sum(accounts for *_, accounts in called), at, "line")
    if not called:
        yield "no account has a word for an actor or the act"
    shown: dict[tuple[str, str], tuple[int, int]] = {}
    start = 0
    for entity, group, accounts in called:
        first, last = max(0, many.first - start), min(accounts, many.last - start)
        if first < last:
            shown[entity, group] = first, last
        start += accounts
    names = named(view)
    yield from many.opening
    for one in framings(view.calling(shown)):
        yield from _framing(one, names, *shown[one.entity or "", one.group or ""])
    yield from many.closing


def _framing(one: Framing, names: Names, first: int, last: int) -> Iterator[str]:
    """The words for one actor or the act, a line for each of some accounts."""
    group = names.codebook.fusion.groups.get(one.group or "")
    plain = (one.group or "").replace("_", " ")
    whom = names.entity(one.entity, group.display if group is not None else plain)
    yield heading(whom[:1].upper() + whom[1:])
    for document, wordings in islice(groupby(one.wordings, key=attrgetter("document")), first, last):
        told = list(wordings)
        said = ", ".join(_wording(wording) for wording in told)
        is_telling = sum(wording.count for wording in told if wording.is_own) >= _TELLING
        far = f"; {one.apart[document]:.0%} of its own words are no other account's" if is_telling and one.apart else ""
        yield wrapped(f"  {document}: {said}{far}", indent=4)


def _wording(one: Wording) -> str:
    """A word with its count, in quotation marks where it is not the account's own."""
    term = one.term if one.is_own else f"“{one.term}” ({one.voice})"
    return f"{term} ×{one.count}" if one.count > 1 else term
