"""A claim in the making: what a sentence tells, before modality, speaker and id are settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.codebook import Codebook
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.story import Story
from sayso.extraction.events.triggers import TriggerWords, trigger_words
from sayso.extraction.figures.counts import Slots, slots_of
from sayso.extraction.words.groups import Groups, GroupWords, group_words
from sayso.model import Document, Extent, Modality, Relation, Value, When

if TYPE_CHECKING:
    from spacy.tokens import Token


#: The part of a draft that tells of something else than its sentence does.
PASSING = "?passing"
#: The part of a draft that tells of the story whatever its sentence tells of (when the attackers' organisation was founded).
STORY = "!story"


@dataclass(frozen=True, slots=True)
class Draft:
    """One slot told by one scene.

    Args:
        scene: the sentence.
        start: first character of the words that carry the value, in the document.
        end: one past the last.
        slot: what is told; group: whom it counts.
        value: what is said.
        head: the token whose clause settles modality and polarity.
        scope: how a count stands to another.
        as_of: the moment it held for.
        about: the words that name whom it is about.
        part: the part of the story it tells of; "" for the story itself, None for the scene's own.
        modality: set where the frame itself settles it.
        holds: False where the text itself says it is not so.
        maker: the family of rules that found it; set where the makers are called.
        pieces: where else in the text the value is told: the members of a sum, the noun that two numbers share.
    """

    scene: Scene
    start: int
    end: int
    slot: str
    group: str | None
    value: Value
    head: Token
    scope: Relation | None = None
    as_of: When | None = None
    about: Extent | None = None
    part: str | None = None
    modality: Modality | None = None
    holds: bool = True
    maker: str = ""
    pieces: tuple[Extent, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """The codebook's words turned round, worked out once a codebook."""

    codebook: Codebook
    slots: Slots
    triggers: TriggerWords
    groups: GroupWords


@dataclass(frozen=True, slots=True)
class Setting:
    """All that the makers of drafts may look at: the document, its story, its groups and the codebook's words."""

    document: Document
    story: Story
    groups: Groups
    words: Words
    parts: tuple[str | None, ...]
    passing: tuple[bool, ...]
    turned: tuple[bool, ...] = ()
    guessed: tuple[bool, ...] = ()

    def is_own(self, scene: Scene) -> bool:
        """Does the scene tell of the document's own event?"""
        return not self.passing[scene.number]

    def is_incident(self, scene: Scene) -> bool:
        """Does the scene tell of the document's own event, or of another incident that the text turns to?"""
        return self.is_own(scene) or (bool(self.turned) and self.turned[scene.number])

    def is_near(self, scene: Scene) -> bool:
        """Does it tell of the document's own event, or does nothing show that it tells of another?"""
        return self.is_own(scene) or (bool(self.guessed) and self.guessed[scene.number])

    def part(self, scene: Scene) -> str | None:
        """The part of the story that a scene tells of."""
        return self.parts[scene.number]


def words_of(codebook: Codebook) -> Words:
    """Turn a codebook's extraction part round."""
    part = codebook.extraction
    return Words(codebook, slots_of(part.slots), trigger_words(part), group_words(part.groups))


def token_extent(scene: Scene, tokens: Iterable[Token]) -> Extent:
    """The stretch of the document that tokens of a scene cover."""
    held = list(tokens)
    return Extent(scene.parse.base + min(t.idx for t in held), scene.parse.base + max(t.idx + len(t) for t in held))
