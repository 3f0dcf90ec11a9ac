"""Sums that a sentence makes by listing: "killing four women and a man", "he and three others were shot".

The list is the words that carry the number. Sides of a fight are never summed: whom a soldier's and a rebel's death count
with is for fusion to say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extraction.drafts import Draft, Setting
from sayso.model import Extent, Figure, Qualifier, Relation

_JOINED = re.compile(r"\s*(?:,\s*(?:and\s+)?|and\s+|&\s*|along with\s+)(?:then\s+|also\s+)?", re.IGNORECASE)
_ONE_MORE = re.compile(r"\b(?:he|she|himself|herself)\s+and\s+$", re.IGNORECASE)
_KIN = re.compile(r"\s*(?:,|and)\s+(?:his|her|their)\s+\w", re.IGNORECASE)
_AMONG = re.compile(
    r"\b(?:among (?:them|those|whom|(?:the )?(?:dead|victims|killed|injured|wounded))|include[sd]?|including|of (?:them|whom))"
    r"\W+(?:were\W+)?(?:at least )?$",
    re.IGNORECASE,
)
_HARM = ("killed", "injured", "casualties")
_SIDES = frozenset("hostages attackers security_forces responders prisoners demonstrators".split())


def with_sums(drafts: Sequence[Draft], setting: Setting) -> Iterator[Draft]:
    """The drafts of a scene, members of a list marked as parts of it, and the sum of each list."""
    lists = [chain for members in _by_head(drafts).values() for chain in _chains(members, setting.document.text)]
    members = {id(draft) for chain in lists for draft in chain}
    added = [chain for chain in lists if not _is_split(chain, setting.document.text)]
    members -= {id(chain[0]) for chain in lists if chain not in added}
    for draft in drafts:
        is_part = id(draft) in members and draft.group == "total"
        yield replace(draft, scope=Relation.PART) if is_part else draft
    for chain in added:
        if _AMONG.search(setting.document.text, chain[0].scene.start, chain[0].start):
            continue  # "43 civilians, among them 7 women and 12 children": the whole is told already
        whole = _sum(chain, setting.document.text)
        if not any(draft.slot == whole.slot and _count(draft) >= _count(whole) for draft in drafts):
            yield whole  # "nine died, six of one village and three of another" tells the sum itself
    if not lists:
        yield from _with_others(drafts, setting.document.text)


def _with_others(drafts: Sequence[Draft], text: str) -> Iterator[Draft]:
    """ "Two men were in critical condition, and three others suffered burns": five, where both are hurt."""
    for slot in _HARM:
        told = [
            draft for draft in drafts if draft.slot == slot and draft.about is None and draft.holds and not draft.part
        ]
        if len(told) != 2 or not all(_count(draft) and draft.group == "total" for draft in told):
            continue
        some, others = sorted(told, key=lambda draft: draft.start)
        days = {text[time.start : time.end].lower() for time in some.scene.times}
        if len(days) < 2 and some.scope is None and others.scope is Relation.OTHER and some.head.i != others.head.i:
            yield _sum((some, others), text)


def _is_split(chain: Sequence[Draft], text: str) -> bool:
    """ "Two other teens, one girl and one boy": a number, and behind a comma those who make it up."""
    if len(chain) < 2 or text[chain[0].end : chain[1].start].strip() != ",":
        return False
    return len(chain) > 2 and _count(chain[0]) == sum(_count(draft) for draft in chain[1:])


def _by_head(drafts: Sequence[Draft]) -> dict[tuple[str, int], list[Draft]]:
    """Exact counts of people harmed, by what harmed them."""
    found: defaultdict[tuple[str, int], list[Draft]] = defaultdict(list)
    for draft in sorted(drafts, key=lambda draft: (draft.start, draft.end)):
        if draft.slot in _HARM and draft.about is None and draft.holds and _count(draft) and not draft.part:
            found[draft.slot, draft.head.i].append(draft)
    return found


def _count(draft: Draft) -> int:
    value = draft.value
    exact = isinstance(value, Figure) and value.qualifier is Qualifier.EXACT and value.low == value.high
    free = (draft.scope in (None, Relation.OTHER) or _is_both(value)) and (draft.group not in _SIDES or _has_kin(draft))
    return int(value.low or 0) if exact and free and isinstance(value, Figure) else 0


def _is_both(value: object) -> bool:
    """ "A tailor and both apprentices": so many, whatever they are all of."""
    return isinstance(value, Figure) and value.text.lower().startswith("both ")


def _has_kin(draft: Draft) -> bool:
    """ "A guard, his wife and two children": with his own a guard is one of those who suffered, and no side."""
    return _KIN.match(draft.scene.parse.text, draft.end - draft.scene.parse.base) is not None


def _chains(members: Sequence[Draft], text: str) -> Iterator[list[Draft]]:
    """Runs of members with nothing but commas and "and" between them; one alone where "he and" opens it."""
    chain: list[Draft] = []
    for draft in members:
        if chain and _JOINED.fullmatch(text, chain[-1].end, draft.start) is None:
            if _is_list(chain, text):
                yield chain
            chain = []
        chain.append(draft)
    if chain and _is_list(chain, text):
        yield chain


def _is_list(chain: Sequence[Draft], text: str) -> bool:
    return len(chain) > 1 or _before(chain[0], text) is not None


def _before(draft: Draft, text: str) -> int | None:
    """Where "he and" before a list begins."""
    told = _ONE_MORE.search(text, draft.scene.start, draft.start)
    return told.start() if told is not None else None


def _sum(chain: Sequence[Draft], text: str) -> Draft:
    first = chain[0]
    start = _before(first, text)
    count = sum(_count(draft) for draft in chain) + (start is not None)
    begin = first.start if start is None else start
    words = " ".join(text[begin : chain[-1].end].split())
    figure = Figure(count, count, "people", Qualifier.EXACT, words)
    pieces = tuple(Extent(draft.start, draft.end) for draft in chain)
    return replace(first, start=begin, end=chain[-1].end, group="total", value=figure, scope=None, pieces=pieces)
