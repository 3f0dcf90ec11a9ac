"""Who is first told by his whole name and then by a part of it is one: "Neri" is the "Carla Neri" of the lines before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.extraction.drafts import Draft
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.calling import without_ending
from sayso.model import Actor

_OF_PEOPLE = frozenset({"victim", "perpetrator_people", "leader", "negotiator"})


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
    name = fuller.get(value.name.casefold())
    return replace(draft, value=replace(value, name=name)) if name is not None else draft


def _fuller(told: Iterable[Scene]) -> Mapping[str, str]:
    """A part of a name -> the one whole name of which it is a part; none where two people share it."""
    wholes: dict[str, str] = {}
    for scene in told:
        base = scene.sent.start_char
        for entity in scene.sent.ents:
            if entity.label_ == "PERSON":
                tokens = without_ending(entity)
                words = scene.words[tokens[0].idx - base : tokens[-1].idx + len(tokens[-1]) - base]
                name = " ".join(words.split())
                wholes.setdefault(name.casefold(), name)
    found: dict[str, str] = {}
    for short in wholes:
        longer = [whole for whole in wholes if len(whole) > len(short) and _is_part(short, whole)]
        longest = max(longer, key=len, default=None)
        if longest is not None and all(_is_part(one, longest) or one == longest for one in longer):
            found[short] = wholes[longest]
    return found


def _is_part(short: str, whole: str) -> bool:
    """Do the words of a name stand together in a longer one, past its first?"""
    return f" {whole} ".find(f" {short} ") > 0
