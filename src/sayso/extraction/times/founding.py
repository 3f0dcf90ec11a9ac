"""When a body was founded: "was founded in 1984", "a movement formed in 1983", "which emerged in the mid-1980s"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extraction.drafts import STORY, Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene, Time
from sayso.extraction.words.verbs import verb_names
from sayso.model import Extent

if TYPE_CHECKING:
    from spacy.tokens import Token


def founded(scene: Scene, time: Time, token: Token, setting: Setting) -> Draft | None:
    """ "was founded in 1984", "a movement formed in 1983", "which emerged in the mid-1980s"."""
    form = setting.words.slots.forms.get("founded")
    verb = next((t for t in (token, *list(token.ancestors)[:3]) if t.pos_ == "VERB"), None)
    if form is None or time.when is None or verb is None:
        return None
    names = set(verb_names(verb))
    if not (verb.tag_ == "VBN" and names & set(form.object_of)) and not names & set(form.subject_of):
        return None
    about = _founded_one(verb)
    if about is None:
        return None
    part = STORY if about.lower_ in setting.groups.attackers else ""
    at = _name_extent(scene, about)
    return Draft(scene, time.start, time.end, "founded", None, time.when, verb, about=at, part=part)


def _founded_one(verb: Token) -> Token | None:
    """Who was founded: the subject, or the noun that the clause hangs on (and what that noun is said to be)."""
    subject: Token | None = next(
        (c for c in verb.children if c.dep_ in ("nsubjpass", "nsubj") and c.tag_ not in ("WP", "WDT")), None
    )
    if subject is None and verb.dep_ in ("acl", "relcl"):
        subject = verb.head
        if subject.dep_ == "attr":
            subject = next((c for c in subject.head.children if c.dep_ == "nsubj"), subject)
    if subject is None:
        return None
    if subject.dep_ == "appos" and subject.head.pos_ == "PROPN":
        subject = subject.head  # "The X, a band founded in ..."
    named = (
        subject.ent_type_ in ("ORG", "NORP", "PERSON", "GPE", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART")
        or subject.pos_ == "PROPN"
    )
    return subject if named else None


def _name_extent(scene: Scene, token: Token) -> Extent:
    """The whole name that a token stands in."""
    for entity in scene.sent.ents:
        if entity.start <= token.i < entity.end:
            return token_extent(scene, entity)
    return token_extent(scene, [t for t in token.subtree if t.i <= token.i and t.pos_ == "PROPN"] or [token])
