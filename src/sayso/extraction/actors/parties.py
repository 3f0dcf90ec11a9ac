"""Who did it and who suffered it, by name or in the text's own words: "heavily armed men", "the former minister X"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.actors.doings import FORCES, doings, is_violent, suffering
from sayso.extraction.actors.doings import deeds as named_deeds
from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.together import is_counted_with
from sayso.extraction.words.calling import called, name_of, without_ending
from sayso.extraction.words.clauses import frames
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.people import is_human
from sayso.extraction.words.suffered import is_suffered
from sayso.extraction.words.verbs import is_negated
from sayso.model import Actor, Figure

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: Slots whose people suffered something.
_SUFFERED = frozenset("killed executed injured casualties hostages_taken missing released".split())
#: Prepositions after a deed as a noun ("the attack on", "the murder of").
_SUFFERING = frozenset("of on against upon".split())
_LONGEST = 9
_DOERS = "perpetrator_people"
_MODIFIERS = ("compound", "amod", "nmod", "poss", "advmod", "npadvmod", "quantmod", "nummod")
_NOBODY = frozenset("people one body victim total".split())
#: Words for several who act as one, and what marks them as attackers.
_BANDS = frozenset(
    "group band gang unit command commando squad cell column number dozen element couple party troop posse crowd mob patrol company detachment"
    " contingent platoon horde pack handful body throng bunch".split()
)
_FIGHTERS = frozenset({"attackers", "security_forces"})
#: Those who act as one, and are told by nothing else.
_ARMED_BODIES = FORCES | frozenset("militia police army military rabble soldiery vigilante".split())
_ARMED = frozenset("armed unidentified unknown masked hooded heavily".split())


def parties(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """Victims by name, and those who are said to have done it where the scene tells of the story."""
    if not is_violent(scene):
        return
    seen: set[tuple[str, int]] = set()
    doers = _doers(scene, setting) if setting.is_incident(scene) else ()
    for slot, noun, head in (*doers, *_victims(scene, setting)):
        if (slot, noun.i) not in seen:
            seen.add((slot, noun.i))
            yield party(scene, setting, slot, noun, head)
            body = _body_of(noun) if slot == _DOERS else []
            if body:
                yield called(scene, setting, "perpetrator", body, head)


def also_victims(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Whoever is counted by name among those who suffered is a victim, also where no deed governs the name."""
    held = list(drafts)
    known = {(one.about.start, one.about.end) for one in held if one.slot == "victim" and one.about is not None}
    for one in held:
        if one.slot not in _SUFFERED or one.about is None or not isinstance(one.value, Figure) or one.value.low != 1:
            continue
        at = (one.about.start, one.about.end)
        if at not in known and at == (one.start, one.end) and one.group is None:
            known.add(at)
            name = Actor(one.value.text, None, one.value.text)
            yield replace(one, slot="victim", value=name, scope=None, as_of=None, part=None)


def _doers(scene: Scene, setting: Setting) -> Iterator[tuple[str, Token, Token]]:
    """People who did what the scene tells of."""
    for head, doer in doings(scene, setting):
        if may_do(doer, setting):
            yield _DOERS, doer, head


def may_do(noun: Token, setting: Setting) -> bool:
    """People, told by what they are; an organisation has a slot of its own. "Prosecutors: man shot dead" names who says so."""
    if noun.i + 1 < len(noun.doc) and noun.nbor(1).text == ":":
        return False
    if noun.pos_ == "NOUN" and (lemma_of(noun) in _ARMED_BODIES or _fights(noun, setting)):
        return True
    if noun.pos_ == "NOUN" and lemma_of(noun) in _BANDS:
        return _is_of_people(noun, setting)
    if noun.pos_ == "NOUN":
        is_told = any(c.lower_ in _ARMED or (c.dep_ == "nummod" and _is_agent(noun)) for c in noun.lefts)
        is_anybody = lemma_of(noun) in _NOBODY and not is_told
        return is_human(noun, setting.groups) and not is_anybody
    return noun.pos_ == "PROPN" and noun.ent_type_ == "PERSON"


def _is_agent(noun: Token) -> bool:
    """ "By two people": those who did it, and none of the people it was done to."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "by"


def _fights(noun: Token, setting: Setting) -> bool:
    """ "Rebel forces", "the mob": several who fight as one; not "army helicopters"."""
    if setting.groups.of(noun) not in _FIGHTERS:
        return False
    return lemma_of(noun) in ("force", "mob") or is_human(noun, setting.groups)


def _is_of_people(band: Token, setting: Setting) -> bool:
    """ "A group of armed men", "a guerrilla unit", "FMLN commandos"; not "the rights group"."""
    of = (o for c in band.rights if c.lower_ == "of" for o in c.children if o.dep_ == "pobj")
    beside = [c for c in band.lefts if c.dep_ in ("compound", "amod", "nmod")]
    if any(is_human(one, setting.groups) for one in of) or not beside:
        return True
    return any(c.lower_ in _ARMED or setting.groups.of(c) == "attackers" or _is_body(c) for c in beside)


def _is_body(token: Token) -> bool:
    """A name beside people that is no place's and no people's: "FMLN sappers" are the FMLN's."""
    if token.pos_ != "PROPN" or token.ent_type_ in ("GPE", "LOC", "NORP", "PERSON", "DATE", "TIME", "FAC"):
        return False
    named = token.ent_type_ == "ORG" or (token.text.isupper() and token.is_alpha and len(token) > 1)
    return named or any(c.pos_ == "PROPN" and c.dep_ == "compound" for c in token.lefts)


def _body_of(noun: Token) -> list[Token]:
    """The body whose people somebody is: "FMLN sappers", "members of the National Front"; none where no name says it."""
    if noun.pos_ != "NOUN":
        return []
    lefts = (c for c in noun.lefts if not any(t.is_punct and t.text != "-" for t in noun.doc[c.i : noun.i]))
    beside = next((c for c in lefts if c.dep_ in ("compound", "nmod") and _is_body(c)), None)
    if beside is not None:
        return name_of(beside)
    if lemma_of(noun) not in ("member", *_BANDS):
        return []
    of = (o for c in noun.rights if c.lower_ == "of" for o in c.children if o.dep_ == "pobj")
    inner = next((o for o in of if _is_body(o)), None)
    return name_of(inner) if inner is not None else []


def _victims(scene: Scene, setting: Setting) -> Iterator[tuple[str, Token, Token]]:
    """Named people to whom a deed was done, also where it is a noun ("the murder of X")."""
    deeds = {t.token.i for t in named_deeds(scene)}
    for entity in scene.sent.ents:
        if entity.label_ != "PERSON":
            continue
        head = _deed_to(entity.root, deeds, setting) or _named_later(entity, deeds, setting)
        if head is not None:
            yield "victim", entity.root, head
    for trigger in named_deeds(scene):
        yield from (("victim", noun, trigger.token) for noun in _set_upon(trigger.token, setting))


def _named_later(entity: SpacySpan, deeds: set[int], setting: Setting) -> Token | None:
    """ "A vendor, identified as X, was killed", "the murder of six teachers, including X": the word for what was done to X."""
    prep = entity.root.head
    if entity.root.dep_ != "pobj" or prep.lower_ not in ("as", "including"):
        return None
    if prep.lower_ == "as" and prep.head.lemma_.lower() not in ("identify", "name"):
        return None
    told = prep.head.head if prep.lower_ == "as" and prep.head.dep_ in ("acl", "relcl", "advcl") else prep.head
    return _deed_to(told, deeds, setting) if told.pos_ in ("NOUN", "PROPN") else None


def _set_upon(deed: Token, setting: Setting) -> Iterator[Token]:
    """People without a number to whom a deed was done: "attacked union workers"; not those whom somebody may attack."""
    if deed.tag_ not in ("VBD", "VBN") or is_suffered(deed):
        return
    for noun in (one for first in suffering(deed) for one in (first, *first.conjuncts)):
        is_several = (
            noun.pos_ == "NOUN"
            and noun.tag_ == "NNS"
            and not any(c.dep_ == "nummod" or c.lower_ == "no" for c in noun.lefts)
            and not is_counted_with(noun)
        )
        is_meant = is_several and is_human(noun, setting.groups) and lemma_of(noun) not in _NOBODY
        is_none = any(c.lower_ in ("no", "few", "neither") for c in noun.lefts) or is_negated(deed)
        if is_meant and not is_none and setting.groups.of(noun) != "attackers":
            yield noun


def _deed_to(root: Token, deeds: set[int], setting: Setting) -> Token | None:
    """The word for what was done to a person; None where nothing was."""
    table = setting.words.slots.table
    for frame in frames(root):
        if frame.relation not in ("object", "subject", "noun"):
            continue
        slots = {slot for name in frame.names for slot in table.get((frame.relation, name), ())}
        if frame.relation == "noun" and not _is_done_to(root, frame.head):
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


def party(scene: Scene, setting: Setting, slot: str, noun: Token, head: Token) -> Draft:
    """The actor with the words that tell of him."""
    text = setting.document.text
    entity = next((e for e in scene.sent.ents if e.start <= noun.i < e.end and e.label_ == "PERSON"), None)
    phrase = _phrase(noun)
    told = without_ending(entity) if entity is not None else _with_article(_people_of(noun, phrase))
    name = token_extent(scene, told)
    words = " ".join(text[name.start : name.end].split())
    whole = token_extent(scene, [*(_before(told[0]) or _apposed(entity)), *told] if entity is not None else phrase)
    said = " ".join(text[whole.start : whole.end].split())
    about = name if entity is not None else None
    return Draft(scene, name.start, name.end, slot, None, Actor(words, None, said), head, about=about)


def _with_article(told: list[Token]) -> list[Token]:
    """People told by one common word keep its article: "the rebels", and not somebody called Rebels."""
    before = told[0].nbor(-1) if len(told) == 1 and told[0].i > told[0].sent.start else None
    is_article = before is not None and before.lower_ == "the" and told[0].pos_ == "NOUN"
    return [before, *told] if before is not None and is_article else told


def _apposed(name: SpacySpan) -> list[Token]:
    """What somebody is said to be behind his name ("X, president of the court,"), where it is short."""
    behind = next((c for c in name.root.rights if c.dep_ == "appos" and c.pos_ == "NOUN" and c.i >= name.end), None)
    if behind is None or any(t.is_alpha for t in name.doc[name.end : behind.left_edge.i]):
        return []
    end = behind
    for child in behind.rights:
        if child.lower_ in ("of", "for", "in", "at", "to") and child.i == end.i + 1:
            owner = next((o for o in child.children if o.dep_ == "pobj"), None)
            end = owner if owner is not None else end
    found = list(name.doc[name.end : end.i + 1])
    return found if len(found) <= _LONGEST else []


def _phrase(noun: Token) -> list[Token]:
    """A noun with the words before it that say what it is, and the body whose members it names."""
    first = noun
    for left in reversed(list(noun.lefts)):
        if left.dep_ not in _MODIFIERS or left.tag_ in ("PRP$", "DT") or left.ent_type_ in ("DATE", "TIME"):
            break
        first = left.left_edge if left.left_edge.dep_ != "det" else left
    end = noun
    for child in noun.rights:
        if child.lower_ == "of" and lemma_of(noun) in ("member", *_BANDS):
            end = next((o for o in child.children if o.dep_ == "pobj"), end)
    tokens = list(noun.doc[first.i : end.i + 1])
    return tokens if len(tokens) <= _LONGEST else [noun]


def _people_of(noun: Token, phrase: list[Token]) -> list[Token]:
    """What people are called without the body they are of: "sappers", of a band its people ("a group of armed men")."""
    if noun.pos_ != "NOUN":
        return phrase
    of = (o for c in noun.rights if c.lower_ == "of" for o in c.children if o.dep_ == "pobj")
    inner = next((o for o in of if o in phrase), None)
    if inner is not None and lemma_of(noun) in _BANDS and inner.pos_ == "NOUN":
        return _phrase(inner)
    body = {t.i for t in _body_of(noun)}
    if lemma_of(noun) in _BANDS and noun.tag_ == "NN":
        return phrase  # "a KLF cell" is a piece of the body, and no people of it
    kept = [t for t in phrase if t.i > max((i for i in body if i < noun.i), default=-1)]
    if inner is not None and inner.i in body:
        kept = [t for t in kept if t.i <= noun.i]
    return kept if noun in kept else phrase


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
