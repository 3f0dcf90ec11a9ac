"""By which words a document calls the actors and the act, in its own voice or in a speaker's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.speech.speech import Saying
from sayso.extraction.words.groups import candidates
from sayso.model import Label

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Groups whose names are a matter of choice; "hostage" and "woman" are not.
_NAMED = ("attackers", "security_forces")
#: The label of what happened.
ACT = "act"


def labels(scenes: Sequence[Scene], setting: Setting, sayings: Mapping[int, Sequence[Saying]]) -> Iterator[Label]:
    """Every label of the story's scenes, in order of place."""
    text = setting.document.text
    for scene in scenes:
        if not setting.is_own(scene):
            continue
        acts = {t.token.i for t in scene.triggers if t.token.pos_ == "NOUN" and setting.story.type is not None}
        for token in scene.sent:
            group = _group(token, setting) or (ACT if token.i in acts else None)
            if group is None:
                continue
            first = _first(token)
            at = token_extent(scene, [first, token])
            term = " ".join(t.lemma_.lower() if t.i == token.i else t.lower_ for t in token.doc[first.i : token.i + 1])
            speaker = next(
                (s.speaker for s in sayings.get(scene.parse.block, ()) if s.speaker and s.covers(at.start, at.end)), ""
            )
            voice = speaker or ("quoted" if _is_quoted(text, at.start, at.end) else "own")
            yield Label(None, group, setting.document.id, term, voice, at.start, at.end)


def _group(token: Token, setting: Setting) -> str | None:
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") or not candidates(token, setting.groups.words):
        return None
    group = setting.groups.of(token)
    return group if group in _NAMED else None


def _first(token: Token) -> Token:
    """The first word of the label: an adjective or a name that colours it ("Marxist terrorists", "security forces")."""
    first = token
    while not first.is_sent_start and token.i - first.i < 2:
        left = first.nbor(-1)
        if left.dep_ not in ("compound", "amod", "nmod") or left.pos_ not in ("NOUN", "ADJ", "PROPN"):
            break
        first = left
    return first


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Is the label held at arm's length in quotation marks?"""
    return text[max(0, start - 1) : start] in ("“", '"', "‘") or (
        text[end : end + 1] in ("”", '"', "’") and text[end : end + 2] != "’s"
    )
