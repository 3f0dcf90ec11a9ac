"""Whether what was found tells of an event at all: a number of things, a wish or a weapon alone is no incident."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sayso.extraction.actors.doings import DEEDS
from sayso.extraction.events.episodes import OTHER
from sayso.extraction.patterns import extractor
from sayso.extraction.times.further_lengths import MAKER
from sayso.model import BlockKind, Claim, Document, Episode

#: People who suffered something, without a number or a name.
_UNNAMED = "victim without a name"
#: Slots that say something of an event only beside others.
_BESIDE = frozenset(
    "quantity money age demand duration weapon time operation founded cause leader negotiator date perpetrator_people".split()
) | {_UNNAMED}

#: What also dates and places a text that tells of no event.
_ANYWHERE = frozenset("date_start date_end place".split())
_DAYS = frozenset({"date_start", "date_end"})
_TIMES = _DAYS | {"date", "time"}
#: What stands before a text's own words, and how long its opening is: a sentence of news.
_BEFORE, _FIRST_WORDS = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.DATELINE, BlockKind.BYLINE), 120
#: Who is named beside a deed, and may be named where none is told.
_NAMED = frozenset({"perpetrator", "claimed_by"})
#: How many were about, who lived there, what it touched: told of politics and of war at large as well.
_ABOUT = frozenset({"affected", "population", "responders"})
#: What makes an event only together: a day and a place, a weapon and where or when it was used. On a sample of the
#: development news, events that tell less than this are backgrounds and figures of speech five times in six.
_SUFFERED = (frozenset({_UNNAMED}), _ANYWHERE)
_TOGETHER = ((frozenset({"date_start"}), frozenset({"place"})), (frozenset({"weapon"}), _ANYWHERE), _SUFFERED)


#: What makes no raid and no release of it: troops that were about, a sum, a number of things, a weapon.
_BARE = frozenset({"responders", "quantity", "money", "weapon"})


def without_bare_parts(made: Sequence[Claim], episodes: Sequence[Episode]) -> tuple[Claim, ...]:
    """The claims with those of a part of which a text tells no more than troops or a sum given to its whole."""
    wholes = {e.number: e.part_of for e in episodes if e.part_of is not None}
    slots: defaultdict[int | None, set[str]] = defaultdict(set)
    for claim in made:
        slots[claim.episode].add(claim.slot)
    bare = {number for number in wholes if slots[number] <= _BARE}
    return tuple(replace(c, episode=wholes[c.episode]) if c.episode in bare else c for c in made)


def telling(document: Document, made: Sequence[Claim], episodes: Sequence[Episode]) -> tuple[Claim, ...]:
    """The claims of those events of which something is told that makes an event: a victim, a target, a day and a place.

    Where a text was filed makes none. Of an event told in passing a day alone may be told.
    """
    made = tuple(claim for claim in made if claim.slot not in _TIMES or not _is_filed(document, claim))
    wholes = {episode.number: _whole(episode) for episode in episodes}
    slots: defaultdict[int, set[str]] = defaultdict(set)
    for claim in made:
        if not _is_filed(document, claim):
            slots[_of(claim, wholes)].add(_kind(claim))
    others = {episode.number for episode in episodes if episode.type == OTHER}
    if all(_kind(c) in _BESIDE or (c.slot in _ANYWHERE and c.episode in others) for c in made):
        return ()
    passing = {episode.number: episode.type for episode in episodes if episode.is_passing}
    told = {number for number, kind in passing.items() if kind == OTHER}
    deeds = {episode.number for episode in episodes if episode.type in DEEDS}
    told |= {
        n
        for n, said in slots.items()
        if (said - _BESIDE or "date" in said if n in passing else _makes_an_event(said, n in deeds))
    }
    fires = {episode.number for episode in episodes if episode.type == "fire" and not episode.is_passing}
    told |= {n for n, said in slots.items() if n in fires and said & _ABOUT}  # those who fought it tell of it
    told |= {n for n, said in slots.items() if said & _DAYS and n in _opening(document, episodes)}
    if not told - set(passing):  # politics and markets: nothing is told but beside the point
        told = {n for n in told if slots[n] - _BESIDE - _ANYWHERE}
    return tuple(claim for claim in made if _of(claim, wholes) in told)


def _kind(claim: Claim) -> str:
    """The slot of a claim; "attacked workers", of no number and no name, is told of any place and time, a term of prison of any trial."""
    if claim.slot == "duration_within" and claim.extractor == extractor(MAKER):
        return "duration"
    return _UNNAMED if claim.slot == "victim" and claim.about_span is None else claim.slot


def _is_filed(document: Document, claim: Claim) -> bool:
    """Does a claim stand in the dateline, which says where and when the text was filed?"""
    return document.blocks[claim.block].kind is BlockKind.DATELINE


def asides_together(
    made: Sequence[Claim], episodes: Sequence[Episode]
) -> tuple[tuple[Claim, ...], tuple[Episode, ...]]:
    """The claims and episodes with what was told in passing and is no event gathered into one.

    A day, a sum or an age that no deed stands beside names nothing that happened: "the trial opened in May", "he retired in 1911".
    """
    slots: defaultdict[int, set[str]] = defaultdict(set)
    for claim in made:
        slots[claim.episode if claim.episode is not None else -1].add(claim.slot)
    bare = [
        episode.number
        for episode in episodes
        if episode.is_passing and episode.type in (OTHER, *DEEDS) and slots[episode.number] <= _BESIDE | _ANYWHERE
    ]
    if not bare:
        return tuple(made), tuple(episodes)
    first, gone = bare[0], frozenset(bare[1:])
    claims = tuple(replace(claim, episode=first) if claim.episode in gone else claim for claim in made)
    kept = (episode for episode in episodes if episode.number not in gone)
    return claims, tuple(
        replace(e, type=OTHER, when=None, where=None, title="", triggers=()) if e.number == first else e for e in kept
    )


def _opening(document: Document, episodes: Sequence[Episode]) -> set[int]:
    """The events that the title or the first sentences name: what a text opens with, it tells of."""
    body = next((b.start for b in document.blocks if b.kind not in _BEFORE), 0)
    opened = [e for e in episodes if not e.is_passing and e.triggers and e.triggers[0].start < body + _FIRST_WORDS]
    return {_whole(episode) for episode in opened}


def _makes_an_event(slots: set[str], is_deed: bool) -> bool:
    """What came of it, or enough beside it to say when and where; of a deed, somebody or something it was done to.

    A text that names a deed below its opening, its day and a place, and nobody whom it befell, tells of politics as a rule:
    none of 25 such texts of the development news was about an attack.
    """
    if slots - _BESIDE - _ANYWHERE - _NAMED - (_ABOUT if is_deed else frozenset()):
        return True
    return any(slots & one and slots & other for one, other in ((_SUFFERED,) if is_deed else _TOGETHER))


def _whole(episode: Episode) -> int:
    """A story and its parts stand and fall together."""
    return episode.part_of if episode.part_of is not None else episode.number


def _of(claim: Claim, wholes: dict[int, int]) -> int:
    return wholes.get(claim.episode, claim.episode) if claim.episode is not None else -1
