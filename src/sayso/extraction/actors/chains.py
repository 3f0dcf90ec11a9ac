"""Deeds told over sentences: "The militia came back. They took the men to the school. Then they shot fourteen of them".

The pronoun that does the deed stands for whoever did what was told before, sentence after sentence, in one paragraph; where
those were the ones who suffered, or somebody else came between, it stands for nobody. The claim has the pronoun's place,
and the words of those it stands for as a piece.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.actors.doings import answers_for, doings, is_violent
from sayso.extraction.actors.parties import may_do, party
from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.verbs import is_passive
from sayso.model import BlockKind, Extent

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_THEY = "they"
#: Sentences back in which those whom a pronoun stands for are looked for.
_FARTHEST = 5
#: What those do who suffer a deed, stand by, or tell of it.
_BYSTANDING = frozenset(
    "die fall flee run escape hide survive lose suffer drown perish wait sleep pray weep cry scream beg surrender watch hear see say tell report add"
    " state recall remember announce believe think know fear mourn bury arrest question work live belong own study teach".split()
)
#: Groups that a deed is done to, as a rule.
_SUFFERING = frozenset({"hostages", "children", "journalists", "responders", "passengers", "patients"})


def chained(told: Sequence[Scene], setting: Setting, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A doer for each chain of sentences whose deed is told of "they" alone."""
    held = [draft for draft in drafts if draft.slot in ("perpetrator", "perpetrator_people")]
    known = {(draft.start, draft.end) for draft in held}
    for scene in told:
        if scene.kind is BlockKind.TITLE or not setting.is_own(scene) or not is_violent(scene):
            continue
        if " they " not in f" {scene.words.lower()} ":
            continue
        for head, doer in doings(scene, setting):
            if doer.lower_ != _THEY:
                continue
            meant = _meant(doer)
            if meant is None or not _may_be(meant, head, setting):
                continue
            draft = party(scene, setting, "perpetrator_people", meant, head)
            at = (draft.start, draft.end)
            if any(start < at[1] and at[0] < end for start, end in known):
                continue
            known.add(at)
            base = scene.parse.base + doer.idx
            yield _told(draft, base, base + len(doer))


def _may_be(meant: Token, head: Token, setting: Setting) -> bool:
    return may_do(meant, setting) and answers_for(meant, head, setting) and setting.groups.of(meant) not in _SUFFERING


def _told(draft: Draft, start: int, end: int) -> Draft:
    pieces = (Extent(draft.start, draft.end),)
    return replace(draft, start=start, end=end, about=None, pieces=pieces, maker="chains")


def _meant(pronoun: Token) -> Token | None:
    """Whom "they" stands for: the doers of the sentence before, through further "they"s; None where that is open."""
    doc, first = pronoun.doc, pronoun.sent.start
    for _ in range(_FARTHEST):
        if first == 0:
            return None
        before = doc[first - 1].sent
        subject = _acting(before)
        if subject is None:
            return None
        if subject.lower_ != _THEY:
            return subject if subject.tag_ == "NNS" or subject.pos_ == "NOUN" else None
        first = before.start
    return None


def _acting(sent: SpacySpan) -> Token | None:
    """Who does what a sentence tells; None where it tells what was done to them, or of those who stand by."""
    root = sent.root
    if root.lemma_ == "be":
        return _who_did_it(root)
    if root.pos_ != "VERB" or is_passive(root) or root.lemma_.lower() in _BYSTANDING:
        return None
    return next((c for c in root.children if c.dep_ == "nsubj" and (c.pos_ == "NOUN" or c.lower_ == _THEY)), None)


def _who_did_it(verb: Token) -> Token | None:
    """ "It was our neighbours who did it"."""
    it = any(c.dep_ == "nsubj" and c.lower_ == "it" for c in verb.children)
    said = next((c for c in verb.children if c.dep_ == "attr" and c.tag_ == "NNS"), None)
    if not it or said is None:
        return None
    does = any(c.dep_ == "relcl" and not is_passive(c) for c in said.children)
    return said if does else None
