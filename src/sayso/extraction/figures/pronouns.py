"""What befell "he", "she" and "I": of the one who is meant, where only one can be; and of nobody else, where nobody else is told of.

Where it stays open whom the pronoun means, that one person died, or was hurt, does not: it counts where the account tells of
nobody else killed or hurt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.antecedents import Meant, meant_by
from sayso.extraction.figures.counts import Told, told
from sayso.extraction.figures.drafted import drafted
from sayso.extraction.words.befallen import dies_of_it
from sayso.extraction.words.phrases import Phrase
from sayso.model import BlockKind, Figure, Qualifier, Relation

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset("he she him her".split())
_FIRST = frozenset("i me".split())
_PLACES = ("nsubj", "nsubjpass", "dobj")
#: A slot, and those that make a pronoun's word of it needless.
_SILENCED = {
    "killed": ("killed", "executed"),
    "injured": ("killed", "executed", "injured", "casualties"),
    "casualties": ("killed", "executed", "injured", "casualties"),
}
#: What is told of one who is meant; of oneself one tells no death.
_OF_ONE = frozenset("killed executed injured missing rescued released hostages_taken survived escaped arrested".split())
_OF_ME = _OF_ONE - {"killed", "executed", "missing"}
_DEAD = frozenset({"killed", "executed"})
_NOT_YET = frozenset("until till unless if whether lest once".split())


def pronouns(scenes: Sequence[Scene], setting: Setting, found: Sequence[Draft]) -> Iterator[Draft]:
    """Those who are meant; else the first of each slot, in the story's own sentences, deaths first."""
    known = [draft for draft in found if isinstance(draft.value, Figure)]
    for draft in _meant(scenes, setting, known):
        known.append(draft)
        yield draft
    slots = {draft.slot for draft in known if setting.is_own(draft.scene)}
    wanted = [slot for slot, others in _SILENCED.items() if not slots & set(others)]
    if not wanted:
        return
    drafts = [draft for scene in scenes if setting.is_own(scene) for draft in _of(scene, setting)]
    for slot in wanted:
        first = next((draft for draft in drafts if draft.slot == slot), None)
        if first is not None:
            yield first
            return


def _meant(scenes: Sequence[Scene], setting: Setting, known: Sequence[Draft]) -> Iterator[Draft]:
    """What befell whoever is meant, unless it is told of him already."""
    mine: set[str] = set()
    places = (
        (scene, token) for scene in scenes if setting.is_own(scene) for token in _told_of(scene, _PRONOUNS | _FIRST)
    )
    found = ((scene, token, one) for scene, token in places for one in _slots(token, setting))
    for scene, token, one in found:
        if token.lower_ in _FIRST:
            if one.slot in _OF_ME - mine:
                mine.add(one.slot)
                yield _draft(scene, token, one, None, setting)
            continue
        whom = meant_by(token, scenes, scene.number, setting) if one.slot in _OF_ONE else None
        if whom is not None and not _is_known(whom, one, known) and not _outlives_not(one, token, scene):
            yield _draft(scene, token, one, whom, setting)


def _outlives_not(one: Told, token: Token, scene: Scene) -> bool:
    """ "He was taken to hospital, where he died"."""
    return one.slot == "injured" and dies_of_it(scene.words[token.idx - scene.sent.start_char :])


def _is_known(whom: Meant, one: Told, known: Sequence[Draft]) -> bool:
    """Is it told of the same one already, by his words or by his name; or that he died, of whom it is told that he was hurt?"""
    at = token_extent(whom.scene, list(whom.tokens))
    slots = {one.slot} | (_DEAD if one.slot in ("killed", "executed", "injured") else frozenset())
    slots |= {"casualties"} if one.slot == "injured" else frozenset()
    last = whom.noun.text
    for draft in known:
        if draft.slot not in slots:
            continue
        if draft.start < at.end and at.start < draft.end:
            return True
        is_same = isinstance(draft.value, Figure) and draft.value.text.split()[-1:] == [last]
        if whom.is_named and draft.about is not None and is_same:
            return True
    return False


def _draft(scene: Scene, token: Token, one: Told, whom: Meant | None, setting: Setting) -> Draft:
    """The claim that the pronoun makes, about whoever is named."""
    at = token_extent(scene, [token])
    if whom is not None and whom.is_named:
        name = token_extent(whom.scene, list(whom.tokens))
        figure = Figure(1, 1, "people", Qualifier.EXACT, setting.document.text[name.start : name.end])
        assert one.frame is not None
        return Draft(scene, at.start, at.end, one.slot, None, figure, one.frame.head, about=name)
    group = setting.groups.of(whom.noun) if whom is not None else "total"
    figure = Figure(1, 1, "people", Qualifier.EXACT, token.text)
    made = drafted(scene, one, (at.start, at.end), figure, (Phrase(token, token, token, token, Relation.PART), setting))
    return Draft(
        scene,
        at.start,
        at.end,
        one.slot,
        group,
        figure,
        made.head,
        scope=Relation.PART,
        part=one.part,
        holds=made.holds,
    )


def _of(scene: Scene, setting: Setting) -> Iterator[Draft]:
    for token in _told_of(scene, _PRONOUNS):
        at = token_extent(scene, [token])
        figure = Figure(1, 1, "people", Qualifier.EXACT, token.text)
        for one in _slots(token, setting):
            if one.slot in _SILENCED and one.frame is not None:
                yield Draft(scene, at.start, at.end, one.slot, "total", figure, one.frame.head, part=one.part)


def _told_of(scene: Scene, words: frozenset[str]) -> Iterator[Token]:
    """The pronouns of a scene that a verb tells of."""
    if scene.kind is not BlockKind.QUOTE:
        yield from (t for t in scene.sent if t.lower_ in words and t.dep_ in _PLACES)


def _slots(token: Token, setting: Setting) -> Iterator[Told]:
    """What a verb tells of a pronoun."""
    found = Phrase(token, token, token, token, None)
    for one in told(found, setting.words.slots, setting.groups):
        if one.frame is not None and one.frame.relation in ("object", "subject") and not _is_open(one, token):
            yield one


def _is_open(one: Told, token: Token) -> bool:
    """ "Until he is arrested", "it hurts me", "before I got off the plane": nothing of the kind is told as done."""
    verb = token.head
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    if marks & _NOT_YET or one.name.startswith(("get off", "be get off")):
        return True
    return token.lower_ in _FIRST and verb.tag_ in ("VBZ", "VBP") and verb.pos_ == "VERB"
