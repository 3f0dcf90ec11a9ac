"""Who is first told by his whole name and then by a part of it is one: "Neri" is the "Carla Neri" of the lines before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.extraction.drafts import Draft
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.calling import without_ending
from sayso.model import Actor, Claim, Figure, Mention
from sayso.normalisation.names import strip_titles

_OF_PEOPLE = frozenset({"victim", "perpetrator_people", "leader", "negotiator"})
#: What befalls one by name befalls a person, whatever the name was taken for.
_BEFALLS = frozenset({"killed", "injured", "executed"})
#: A whole name may go on behind a shorter one ("Juan Carlos Neri", "Juan Carlos Neri Duarte"); one given name is not enough.
_FORE = 2


def with_full_names(drafts: Sequence[Draft], told: Iterable[Scene]) -> list[Draft]:
    """The drafts with the people they name called by the fullest name that the document gives them."""
    if not any(draft.slot in _OF_PEOPLE and draft.about is not None for draft in drafts):
        return list(drafts)
    fuller = _fuller(told)
    return [_renamed(draft, fuller) for draft in drafts]


def _renamed(draft: Draft, fuller: Mapping[str, str]) -> Draft:
    value = draft.value
    if draft.slot not in _OF_PEOPLE or draft.about is None or not isinstance(value, Actor):
        return draft
    short = strip_titles(value.name)
    name = fuller.get(short.casefold())
    return draft if name is None else replace(draft, value=replace(value, name=name))


def _fuller(told: Iterable[Scene]) -> Mapping[str, str]:
    """A part of a name -> the one whole name of which it is a part; none where two people share it."""
    wholes: dict[str, str] = {}
    for scene in told:
        base = scene.sent.start_char
        for entity in scene.sent.ents:
            if entity.label_ == "PERSON":
                tokens = without_ending(entity)
                words = scene.words[tokens[0].idx - base : tokens[-1].idx + len(tokens[-1]) - base]
                name = strip_titles(words)
                wholes.setdefault(name.casefold(), name)
    found: dict[str, str] = {}
    for short in wholes:
        longer = [whole for whole in wholes if len(whole) > len(short) and _is_part(short, whole)]
        longest = max(longer, key=len, default=None)
        if longest is not None and all(_is_part(one, longest) or one == longest for one in longer):
            found[short] = wholes[longest]
    return found


def _is_part(short: str, whole: str) -> bool:
    """Do the words of a name stand together in a longer one, past its first, or two and more of them at its head?"""
    at = f" {whole} ".find(f" {short} ")
    return at > 0 or (at == 0 and len(short.split()) >= _FORE)


def as_people(found: Iterable[Mention], made: Iterable[Claim]) -> list[Mention]:
    """The mentions with those whose name was counted among the dead or injured told as people."""
    held = list(found)
    ones = (c for c in made if c.slot in _BEFALLS and isinstance(c.value, Figure) and c.value.low == c.value.high == 1)
    spans = {(c.about_span.start, c.about_span.end) for c in ones if c.about_span is not None}
    names = {one.name.casefold() for one in held if (one.start, one.end) in spans}
    return [
        replace(one, kind="person") if one.kind == "organisation" and one.name.casefold() in names else one
        for one in held
    ]
