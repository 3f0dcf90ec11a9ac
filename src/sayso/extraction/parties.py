"""Who did it and who suffered it, by name or in the text's own words: "heavily armed men", "the former minister X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.clauses import agent, frames
from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.groups import lemma_of
from sayso.extraction.people import is_human
from sayso.extraction.scenes import Scene
from sayso.extraction.triggers import Trigger
from sayso.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: Types of event that somebody does to somebody.
_DEEDS = frozenset("attack killing shooting bombing clash raid hostage_taking kidnapping hijacking fire".split())
#: Slots whose people suffered something.
_SUFFERED = frozenset("killed executed injured casualties hostages_taken missing released".split())
#: Prepositions after a deed as a noun ("the attack on", "the murder of").
_SUFFERING = frozenset("of on against upon".split())
#: Who saves did not do the deed; what is always done to somebody.
_SAVING = frozenset("rescue save free evacuate".split())
_DONE_TO_SOMEBODY = frozenset("abduct kidnap kill murder assassinate wound slay massacre".split())
_LONGEST = 9
_MODIFIERS = ("compound", "amod", "nmod", "poss", "advmod", "npadvmod", "quantmod", "nummod")
_NOBODY = frozenset("people person man woman one body victim total".split())


def parties(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """Victims by name, and those who are said to have done it where the scene tells of the story."""
    if not scene.triggers and not scene.tells_harm:
        return
    seen: set[tuple[str, int]] = set()
    doers = _doers(scene, setting) if setting.is_own(scene) else ()
    for slot, noun, head in (*doers, *_victims(scene, setting)):
        if (slot, noun.i) not in seen:
            seen.add((slot, noun.i))
            yield _draft(scene, setting, slot, noun, head)


def _deeds(scene: Scene) -> Iterator[Trigger]:
    yield from (t for t in scene.triggers if _DEEDS & set(t.types) or any(whole in _DEEDS for whole, _ in t.parts))


def _doers(scene: Scene, setting: Setting) -> Iterator[tuple[str, Token, Token]]:
    """Subjects of deeds, and those after "by"."""
    for trigger in _deeds(scene):
        token = trigger.token
        found: list[Token] = []
        if token.lemma_.lower() in _SAVING or _is_suffered(token):
            continue
        if token.pos_ == "VERB":
            doer = agent(token)
            found += [doer] if doer is not None else []
        else:
            found += [o for c in token.children if c.lower_ == "by" for o in c.children if o.dep_ == "pobj"]
        for one in (one for noun in found for one in (noun, *noun.conjuncts)):
            if _may_do(one, setting):
                yield "perpetrator_people", one, token


def _is_suffered(verb: Token) -> bool:
    """ "Aid workers abducted": a headline's participle, whose subject suffered it."""
    if verb.tag_ not in ("VBD", "VBN") or verb.lemma_.lower() not in _DONE_TO_SOMEBODY:
        return False
    return not any(c.dep_ in ("dobj", "agent", "aux", "auxpass", "dative", "ccomp") for c in verb.children)


def _may_do(noun: Token, setting: Setting) -> bool:
    """People, told by what they are; an organisation has a slot of its own."""
    if noun.pos_ == "NOUN":
        return is_human(noun, setting.groups) and lemma_of(noun) not in _NOBODY - {"man", "woman", "person"}
    return noun.pos_ == "PROPN" and noun.ent_type_ == "PERSON"


def _victims(scene: Scene, setting: Setting) -> Iterator[tuple[str, Token, Token]]:
    """Named people to whom a deed was done, also where it is a noun ("the murder of X")."""
    deeds = {t.token.i for t in _deeds(scene)}
    for entity in scene.sent.ents:
        if entity.label_ != "PERSON":
            continue
        head = _deed_to(entity, deeds, setting)
        if head is not None:
            yield "victim", entity.root, head


def _deed_to(entity: SpacySpan, deeds: set[int], setting: Setting) -> Token | None:
    """The word for what was done to a person; None where nothing was."""
    table = setting.words.slots.table
    for frame in frames(entity.root):
        if frame.relation not in ("object", "subject", "noun"):
            continue
        slots = {slot for name in frame.names for slot in table.get((frame.relation, name), ())}
        if frame.relation == "noun" and not _is_done_to(entity.root, frame.head):
            continue
        if slots & _SUFFERED and not (frame.relation == "subject" and frame.head.i in deeds and not slots):
            return frame.head
        if frame.head.i in deeds and frame.relation in ("object", "noun"):
            return frame.head
    return None


def _is_done_to(root: Token, deed: Token) -> bool:
    """ "The murder of X", "the attack on X", "X's murder"; not "the killing in X's house"."""
    if root.dep_ == "poss":
        return root.head.i == deed.i
    head, steps = root, 0
    while steps < 4 and head.dep_ in ("conj", "appos"):
        head, steps = head.head, steps + 1
    return head.dep_ == "pobj" and head.head.lower_ in _SUFFERING and head.head.head.i == deed.i


def _draft(scene: Scene, setting: Setting, slot: str, noun: Token, head: Token) -> Draft:
    """The actor with the words that tell of him."""
    text = setting.document.text
    entity = next((e for e in scene.sent.ents if e.start <= noun.i < e.end and e.label_ == "PERSON"), None)
    told = list(entity) if entity is not None else _phrase(noun)
    name = token_extent(scene, told)
    words = " ".join(text[name.start : name.end].split())
    whole = token_extent(scene, [*_before(told[0]), *told]) if entity is not None else name
    said = " ".join(text[whole.start : whole.end].split())
    about = name if entity is not None else None
    return Draft(scene, name.start, name.end, slot, None, Actor(words, None, said), head, about=about)


def _phrase(noun: Token) -> list[Token]:
    """A noun with the words before it that say what it is, and the body whose members it names."""
    first = noun
    for left in reversed(list(noun.lefts)):
        if left.dep_ not in _MODIFIERS or left.tag_ in ("PRP$", "DT"):
            break
        first = left.left_edge if left.left_edge.dep_ != "det" else left
    end = noun
    for child in noun.rights:
        if child.lower_ == "of" and lemma_of(noun) in ("member", "group", "unit", "gang"):
            end = next((o for o in child.children if o.dep_ == "pobj"), end)
    tokens = list(noun.doc[first.i : end.i + 1])
    return tokens if len(tokens) <= _LONGEST else [noun]


def _before(first: Token) -> list[Token]:
    """The title before a name ("former defense minister", "Senator")."""
    found: list[Token] = []
    token = first
    while token.i > token.sent.start:
        token = token.nbor(-1)
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.ent_type_ == "PERSON" or len(found) > 5:
            break
        found.append(token)
    return found if found and found[0].pos_ in ("NOUN", "PROPN") else []
