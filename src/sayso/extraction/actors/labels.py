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
_NAMED = ("attackers", "security_forces", "demonstrators", "prisoners")
#: The label of what happened.
ACT = "act"
# What the act is called by choice of word, beside the words that name its kind.
_ACTS = frozenset(
    "incident occurrence tragedy outrage massacre atrocity bloodbath carnage slaughter butchery crime terrorism violence disorder unrest"
    " disturbance outbreak outburst rising uprising rebellion mutiny revolt lawlessness piracy ordeal standoff stand-off".split()
)
# Whom the act is laid on by choice of word, and people whom no group counts; nobody is counted by them.
_CALLED = dict.fromkeys(
    "bandit thug hooligan ruffian culprit delinquent outlaw pirate gangster marauder fanatic extremist criminal hireling".split(),
    "attackers",
) | dict.fromkeys("crowd masses rabble horde".split(), "crowd")
# Who is a comrade depends on whose.
_OF_ANY_SIDE = frozenset(["comrade"])
# Words before a name that tell which or how many, and colour nothing.
_PLAIN = frozenset(
    "such several first second third last next same other further recent previous former current nearby local many few various whole"
    " entire more fellow minute hour day week month year early late subsequent latest".split()
)
# "Anti-terrorist police" calls nobody a terrorist.
_AGAINST = frozenset("anti counter non ex".split())


def labels(scenes: Sequence[Scene], setting: Setting, sayings: Mapping[int, Sequence[Saying]]) -> Iterator[Label]:
    """Every label of the story's scenes, in order of place."""
    text = setting.document.text
    for scene in scenes:
        if not setting.is_own(scene):
            continue
        is_told = setting.story.type is not None
        acts = {t.token.i for t in scene.triggers if t.token.pos_ == "NOUN" and is_told}
        for token in scene.sent:
            is_act = token.i in acts or (is_told and token.lemma_ in _ACTS and token.pos_ == "NOUN")
            group = _group(token, setting) or (ACT if is_act else None)
            if group is None or _is_against(token):
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
    called = _CALLED.get(token.lemma_) if token.pos_ == "NOUN" and setting.story.type is not None else None
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") or not candidates(token, setting.groups.words):
        return called
    group = setting.groups.of(token)
    return group if group in _NAMED and token.lemma_ not in _OF_ANY_SIDE else called


def _first(token: Token) -> Token:
    """The first word of the label: an adjective or a name that colours it ("Marxist terrorists", "security forces")."""
    first = token
    while not first.is_sent_start and token.i - first.i < 2:
        left = first.nbor(-1)
        if left.dep_ not in ("compound", "amod", "nmod") or left.pos_ not in ("NOUN", "ADJ", "PROPN"):
            break
        if left.lower_ in _PLAIN:
            break
        first = left
    return first


def _is_against(token: Token) -> bool:
    """Is the word the second half of one that says the contrary?"""
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ in _AGAINST


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Is the label held at arm's length in quotation marks?"""
    return text[max(0, start - 1) : start] in ("“", '"', "‘") or (
        text[end : end + 1] in ("”", '"', "’") and text[end : end + 2] != "’s"
    )
