"""What speaks for or against somebody's part in an event: named signs of a noun, its phrase, its clause and its sentence.

A sign names common words only, never a name: what is learned of it holds for other countries and other years.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.people import is_human

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Names of these kinds are no doers, victims, targets or weapons.
_NO_PART = frozenset("DATE TIME MONEY PERCENT QUANTITY GPE LOC CARDINAL ORDINAL LANGUAGE EVENT LAW".split())
_NAMES = frozenset({"PERSON", "ORG", "NORP", "FAC"})
_WITHIN = frozenset({"compound", "nmod"})
#: Nouns beside people, things and weapons that may name a doer, a victim or a target.
OTHERS = frozenset(
    "agency authority band camp cartel cell center centre charge clan coalition cocktail colonel command committee company convoy"
    " criminal death delegation detachment device director element equipment exchange facility faction family firm force front gang"
    " general government group guard highway installation junta line machine mafia material militia ministry movement network official"
    " organization organisation outfit patrol personnel pipeline plant population president property pylon regime residence resident"
    " secretary squad stick structure substation supply syndicate system tower transformer unit victim worker".split()
)
#: How far up the sentence a noun's place in it is followed.
_STEPS = 7
#: Sentences counted as one stretch of a text, and the last that is told apart.
_STRETCH, _LATE = 3, 12


@dataclass(frozen=True, slots=True)
class Seen:
    """A noun that may play a part, with its signs; `kind` is the class it is of."""

    scene: Scene
    token: Token
    kind: str
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nouns:
    """The codebook's nouns for things and for weapons, by lemma."""

    things: Collection[str]
    weapons: Collection[str]


def seen(scene: Scene, setting: Setting, nouns: Nouns, *, is_weighed: bool = True) -> Iterator[Seen]:
    """Each noun of a scene that may play a part; without signs where the scene is not weighed."""
    shared: tuple[str, ...] | None = None
    deeds = _deeds(scene)
    for token in scene.sent:
        kind = _kind(token, setting, nouns) if token.pos_ in ("NOUN", "PROPN") else None
        if kind is None:
            continue
        if not is_weighed:
            yield Seen(scene, token, kind, ())
            continue
        if shared is None:
            shared = tuple(_of_scene(scene, setting, deeds))
        own = [*_of_phrase(token, kind, deeds, setting), *_of_clause(token, deeds, setting)]
        paired = [f"{sign}&{kind}" for sign in shared if not sign.startswith("no=")]
        yield Seen(scene, token, kind, (*own, *shared, *paired))


def word(token: Token) -> str:
    """A common word by its lemma; empty for a name, and for what stands in one.

    Capitals inside a sentence mark a name, whatever the recogniser takes it for.
    """
    if token.pos_ == "PROPN" or token.ent_type_ not in ("", "CARDINAL", "ORDINAL", "TIME", "DATE"):
        return ""
    if not (token.is_lower or token.is_sent_start) or not token.is_alpha:
        return ""
    return lemma_of(token)


def _kind(token: Token, setting: Setting, nouns: Nouns) -> str | None:
    """The class of a noun that may play a part; None for any other."""
    if token.ent_type_ in _NO_PART or not token.text[0].isalpha():
        return None
    is_name = token.pos_ == "PROPN"
    if token.dep_ in _WITHIN and not (is_name and token.head.pos_ == "NOUN" and token.ent_type_ != "PERSON"):
        return None
    kind = f"name{token.ent_type_ if token.ent_type_ in _NAMES else ''}" if is_name else _class(token, setting, nouns)
    if not (is_name or kind == "human"):
        return kind
    group = setting.groups.of(token)
    return f"{kind}:{group}" if group in setting.words.codebook.extraction.groups else kind


def _class(noun: Token, setting: Setting, nouns: Nouns) -> str | None:
    """Weapon, thing, people or another that may play a part, by the noun's lemma."""
    lemma = lemma_of(noun)
    if lemma in nouns.weapons or lemma in nouns.things:
        return "weapon" if lemma in nouns.weapons else "thing"
    if is_human(noun, setting.groups):
        return "human"
    return "other" if lemma in OTHERS else None


def _deeds(scene: Scene) -> dict[int, tuple[str, ...]]:
    """The words of a scene that name an event or do harm, with the types they name."""
    return {trigger.token.i: trigger.types[:2] or ("harm",) for trigger in scene.triggers}


def _of_scene(scene: Scene, setting: Setting, deeds: dict[int, tuple[str, ...]]) -> Iterator[str]:
    """What holds for every noun of a scene."""
    kinds = sorted({kind for one in deeds.values() for kind in one}) or ["none"]
    yield from (f"s={kind}" for kind in kinds)
    yield f"story={setting.story.type}"
    yield f"own={setting.is_own(scene)}"
    yield f"no={min(scene.number, _LATE) // _STRETCH}"


def _named(token: Token) -> str:
    """A common word, or that it is a name of some kind."""
    return word(token) or f"NAME{token.ent_type_}"


def _of_phrase(token: Token, kind: str, deeds: dict[int, tuple[str, ...]], setting: Setting) -> Iterator[str]:
    """What the noun itself and the words that hang on it say."""
    yield from (f"w={_named(token)}", f"kind={kind}", f"tag={token.tag_}")
    if token.is_upper and len(token) > 1:
        yield "acronym"
    if token.lower_ in setting.groups.attackers:
        yield "attackers' name"
    for child in token.children:
        if child.dep_ in ("acl", "relcl"):
            form = "done" if child.tag_ == "VBN" else "doing"
            yield from (f"rel={_named(child)}:{form}", f"relk={'|'.join(deeds.get(child.i, ()))}:{form}")
        elif child.lower_ == "of" and child.i > token.i:
            yield from (f"of={_named(one)}" for one in child.children if one.dep_ == "pobj")
        else:
            yield from _of_modifier(child, kind, setting)


def _of_modifier(child: Token, kind: str, setting: Setting) -> Iterator[str]:
    """What an article, a number or another word before the noun says, or a noun beside it."""
    if child.dep_ == "det":
        yield f"det={child.lower_}"
    elif child.dep_ in ("nummod", "poss"):
        yield f"{child.dep_}&{kind}"
    elif child.dep_ == "appos":
        yield f"appos={_named(child)}"
    elif child.dep_ in ("amod", "compound", "nmod"):
        yield f"mod={_named(child)}"
        side = setting.groups.words.of(child.lower_)
        if side:
            yield f"modg={side[0]}"


def _of_clause(token: Token, deeds: dict[int, tuple[str, ...]], setting: Setting) -> Iterator[str]:
    """Where the noun stands in its clause: what it is to each word above it, up to the verb."""
    low, path, steps = token, "", 0
    while steps < _STEPS and low.head.i != low.i:
        head, dep, steps = low.head, low.dep_, steps + 1
        if dep in ("conj", "appos") and head.pos_ in ("NOUN", "PROPN"):
            low = head
            continue
        if dep in ("pobj", "pcomp"):
            path, low = f"{path}>{head.lower_}", head
            continue
        step = f"{path}>by" if dep == "agent" else path if dep == "prep" else f"{path}>{dep}"
        yield from (f"p={step}^{name}" for name in _names(head, deeds))
        if head.pos_ in ("VERB", "AUX"):
            yield from _of_verb(head, step, low, deeds, setting)
            return
        path, low = f"{step}^{'DEED' if head.i in deeds else _named(head)}", head


def _of_verb(verb: Token, step: str, low: Token, deeds: dict[int, tuple[str, ...]], setting: Setting) -> Iterator[str]:
    """What else the verb takes, whether it is denied, and what it hangs on."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass") and child.i != low.i:
            yield f"p={step}^{_named(verb)}+{_named(child)}"
            if child.i in deeds:
                yield f"p={step}^V+{deeds[child.i][0]}"
            side = setting.groups.words.of(lemma_of(child))
            if side:
                yield f"p={step}^{'DEED' if verb.i in deeds else _named(verb)}+g{side[0]}"
        elif child.dep_ == "neg":
            yield "neg"
    if verb.dep_ in ("ccomp", "xcomp", "relcl", "acl", "advcl", "conj") and verb.head.i != verb.i:
        yield f"up={verb.dep_}:{_named(verb.head)}"


def _names(head: Token, deeds: dict[int, tuple[str, ...]]) -> Iterator[str]:
    """What a word above is called: its lemma, the types of event it names, and that it names one."""
    yield _named(head)
    if head.i in deeds:
        yield from (f"T:{kind}" for kind in deeds[head.i])
        yield "DEED"
