"""The words of a text that name events: the codebook's triggers, found in a parsed sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.codebook import Extraction, SlotWords, Triggers
from sayso.extraction.events.advances import ADVANCING, is_advance
from sayso.extraction.words.clauses import agent
from sayso.extraction.words.figurative import is_figurative
from sayso.extraction.words.groups import Groups
from sayso.extraction.words.verbs import verb_names

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token


#: What is executed without a death.
_NO_VICTIM = frozenset(
    "plan order operation mission warrant strategy manoeuvre maneuver programme program command project".split()
)


#: Slots whose words say that harm was done, or undone.
_HARM = ("killed", "injured", "missing", "displaced", "rescued", "survived", "casualties")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event of one or more types; `parts` are (type, part) pairs it may name, too."""

    token: Token
    start: int
    end: int
    types: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TriggerWords:
    """The codebook's triggers turned round: word -> types, and word -> parts of types.

    `harming` are the verbs that do harm: in a sentence that counts it, they tie its day and place to the story.
    `seats` are things and places that can be taken by force.
    `named` and `told` are the single words that a noun's or a verb's form may hold: other tokens are passed over.
    """

    nouns: Mapping[str, tuple[str, ...]]
    verbs: Mapping[str, tuple[str, ...]]
    part_nouns: Mapping[str, tuple[tuple[str, str], ...]]
    part_verbs: Mapping[str, tuple[tuple[str, str], ...]]
    harm: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    harming: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()


def trigger_words(extraction: Extraction) -> TriggerWords:
    """Turn the codebook's event types round, once a codebook."""
    nouns: dict[str, tuple[str, ...]] = {}
    verbs: dict[str, tuple[str, ...]] = {}
    part_nouns: dict[str, tuple[tuple[str, str], ...]] = {}
    part_verbs: dict[str, tuple[tuple[str, str], ...]] = {}
    for kind, form in extraction.event_types.items():
        _add(nouns, verbs, form.triggers, kind)
        for part, words in form.parts.items():
            for noun in words.nouns:
                part_nouns[noun] = (*part_nouns.get(noun, ()), (kind, part))
            for verb in words.verbs:
                part_verbs[verb] = (*part_verbs.get(verb, ()), (kind, part))
    told = (extraction.slots[slot] for slot in _HARM if slot in extraction.slots)
    harm = {word for slot_words in told for word in _words(slot_words)} - _LOOSE
    named = frozenset(form.rsplit(" ", 1)[-1] for form in (*nouns, *part_nouns))
    said = frozenset(word for form in (*verbs, *part_verbs) for word in form.split())
    targets = extraction.slots.get("physical_target")
    seats = _SEATS | frozenset(targets.nouns if targets is not None else ())
    return TriggerWords(
        nouns, verbs, part_nouns, part_verbs, frozenset(harm), named, said | _SEIZING, _harming(extraction), seats
    )


#: What is done to a place by force, whoever is in it; and places of more than a building.
_SEIZING = frozenset("seize occupy overrun capture storm invade raid besiege".split())
_SEATS = frozenset(
    "town village city base post garrison barracks outpost checkpoint airport airfield port bridge capital".split()
)


#: One may die of it long after.
_AFTERWARDS = frozenset({"die", "succumb", "pronounce", "declare", "find", "leave", "bury", "inter"})
#: Words of harm by what does it, or by what goes with them: alone they tell none.
_LOOSE = frozenset({"claim", "take", "bury", "life", "support", "throat", "remain", "remains"})


def _harming(extraction: Extraction) -> frozenset[str]:
    form = extraction.slots.get("killed")
    forms = (*form.object_of, *form.subject_of) if form is not None else ()
    return frozenset(one for one in forms if " " not in one) - _AFTERWARDS - _LOOSE


def harm_done(sent: SpacySpan, words: TriggerWords, found: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """The triggers with the verbs of harm among them; these name no type of event."""
    known = {trigger.token.i for trigger in found}
    verbs = (t for t in sent if t.pos_ == "VERB" and t.i not in known and t.lemma_.lower() in words.harming)
    done = (Trigger(t, t.idx, t.idx + len(t), (), ()) for t in verbs)
    return tuple(sorted((*found, *done), key=lambda trigger: trigger.start))


def _words(form: SlotWords) -> tuple[str, ...]:
    """The single words that tell a slot."""
    told = (name for name in form.phrases if not name.startswith(("not ", "be not ", "never ")))
    # "Hospital", "condition"; where people are moved from tells no harm.
    ends = (words[-1] for name in told if len(words := name.split()) > 2 and words[-2] != "from")
    return (*form.object_of, *form.subject_of, *form.nouns, *form.adjectives, *ends)


def _add(nouns: dict[str, tuple[str, ...]], verbs: dict[str, tuple[str, ...]], words: Triggers, kind: str) -> None:
    for noun in words.nouns:
        nouns[noun] = (*nouns.get(noun, ()), kind)
    for verb in words.verbs:
        verbs[verb] = (*verbs.get(verb, ()), kind)


def triggers(sent: SpacySpan, words: TriggerWords, groups: Groups) -> tuple[Trigger, ...]:
    """The triggers of a sentence, in order."""
    found = []
    for token in sent:
        if (
            token.pos_ == "VERB"
            and token.tag_ == "VBG"
            and (named := _noun(token, words, groups)) is not None
            and named.start < token.idx
        ):
            trigger: Trigger | None = named
        elif token.pos_ == "VERB":
            trigger = _verb(token, words, groups)
        elif token.pos_ in ("NOUN", "PROPN"):
            trigger = _noun(token, words, groups)
        else:
            trigger = None
        if trigger is not None:
            found.append(trigger)
    return tuple(found)


#: Bodies and things named after what they deal with ("fire department", "bomb squad"): no event.
_NAMED_AFTER = frozenset(
    "department squad station truck engine chief marshal fighter brigade service drill arm extinguisher alarm power team "
    "expert technician threat disposal shelter".split()
)


#: What fire does as a word of shooting ("opened fire"), and what it hangs on ("under fire").
_SHOOTING = frozenset("open cease exchange return hold draw under".split())


def _is_no_event(token: Token, lemma: str) -> bool:
    """The month of March, the fire that guns open, and what is only called so."""
    if is_figurative(token):
        return True
    if lemma == "march":
        return token.pos_ == "PROPN" or token.ent_type_ == "DATE"
    return lemma == "fire" and token.dep_ in ("dobj", "pobj") and token.head.lemma_.lower() in _SHOOTING


#: Many as one, whoever they are.
_THRONGS = frozenset("crowd mob gang youth arsonist".split())


def _is_laid(fire: Token, groups: Groups) -> bool:
    """ "A crowd set fire to the mill": a fire that people lay is an attack, too; one that a candle sets is not."""
    verb = fire.head if fire.dep_ == "dobj" else fire.head.head
    doer = agent(verb) if verb.lemma_ == "set" and fire.dep_ in ("dobj", "pobj") else None
    if doer is None:
        return False
    inner = (o for c in doer.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj")
    named = ("attackers", "demonstrators")
    return any(one.lemma_.lower() in _THRONGS or groups.of(one) in named for one in (doer, *inner))


def _noun(token: Token, words: TriggerWords, groups: Groups) -> Trigger | None:
    """A noun by its longest known form ("rescue operation" before "operation")."""
    lemma, first = token.lemma_.lower(), token
    if lemma not in words.named and token.lower_ not in words.named:
        return None
    if token.dep_ in ("compound", "nmod") and token.head.lemma_.lower() in _NAMED_AFTER:
        return None
    if _is_no_event(token, lemma):
        return None
    names = [(lemma, token)]
    if not token.is_sent_start:
        left = token.nbor(-1)
        if left.text == "-" and not left.is_sent_start:
            left = left.nbor(-1)
        if left.pos_ in ("NOUN", "ADJ", "PROPN", "VERB"):
            pairs = dict.fromkeys(f"{a} {b}" for a in (left.lemma_.lower(), left.lower_) for b in (lemma, token.lower_))
            names = [*((pair, left) for pair in pairs), *names]
    for name, begin in names:
        types, parts = words.nouns.get(name, ()), words.part_nouns.get(name, ())
        if types or parts:
            first = begin
            types = (*types, "attack") if lemma == "fire" and _is_laid(token, groups) else types
            return Trigger(token, first.idx, token.idx + len(token), types, parts)
    return None


#: What erupts as a mountain does; violence, fighting and cheers do so in a manner of speaking.
_FIERY = frozenset("volcano mountain mount crater geyser lava cone vent peak magma ash it which that".split())


def _is_figure_of_speech(verb: Token) -> bool:
    """ "Rioting erupted": no mountain did; who demonstrates that something is so, protests against nothing."""
    if verb.lemma_ == "demonstrate":
        return any(c.dep_ in ("ccomp", "dobj") for c in verb.children)
    if verb.lemma_ != "erupt":
        return False
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return subject is not None and subject.pos_ != "PROPN" and subject.lemma_.lower() not in _FIERY


def _verb(token: Token, words: TriggerWords, groups: Groups) -> Trigger | None:
    """A verb, alone or with its particle or object; who does it tells a takeover from a raid."""
    if token.lemma_ == "execute" and any(
        c.dep_ in ("dobj", "nsubjpass") and c.lemma_.lower() in _NO_VICTIM for c in token.children
    ):
        planned = _planned(token, words, groups)
        return Trigger(token, token.idx, token.idx + len(token), (), planned) if planned else None
    is_coming = token.lemma_.lower() in ADVANCING and is_advance(token, groups)
    if (token.lemma_.lower() not in words.told and not is_coming) or _is_figure_of_speech(token):
        return None
    names = verb_names(token)
    subject = next((c.lemma_.lower() for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject in words.told:
        names = (*names, *(f"{subject} {name}" for name in names))  # "the dyke gave way"
    for name in sorted(names, key=len, reverse=True):
        types, parts = words.verbs.get(name, ()), words.part_verbs.get(name, ())
        if types or parts:
            types = types or _seized(token, words, groups) or (("attack",) if is_coming and not parts else ())
            return Trigger(token, token.idx, token.idx + len(token), types, _by_side(token, parts, groups))
    seized = ("attack",) if is_coming else _seized(token, words, groups)
    return Trigger(token, token.idx, token.idx + len(token), seized, ()) if seized else None


def _seized(verb: Token, words: TriggerWords, groups: Groups) -> tuple[str, ...]:
    """ "Rebels seized the embassy", "gunmen overran a police post": a place taken by force is attacked, with or without captives."""
    doer = agent(verb) if verb.lemma_.lower() in _SEIZING else None
    side = groups.of(doer) if doer is not None else None
    taken = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    if side in ("attackers", "prisoners") and verb.lemma_ == "seize" and any(_is_person(one, groups) for one in taken):
        return ("hostage_taking",)
    if side != "attackers":
        return ()
    return ("attack",) if any(one.lemma_.lower() in words.seats for one in taken) else ()


def _is_person(noun: Token, groups: Groups) -> bool:
    """Somebody by what he is, where he may be anybody's captive."""
    return noun.ent_type_ == "PERSON" or groups.of(noun) in (
        "hostages",
        "security_forces",
        "staff",
        "civilians",
        "women",
        "children",
    )


#: What a place is seized for: it begins with the seizure, and is told as its part.
_HOLDING = frozenset({"hostage_taking", "kidnapping", "hijacking"})


def without_seizures(told: Sequence[tuple[Trigger, ...]]) -> list[tuple[Trigger, ...]]:
    """The triggers of each sentence of a text; where it tells of captives, the place is seized for them, and not only attacked."""
    if not any(_HOLDING & set(trigger.types) for here in told for trigger in here):
        return list(told)
    return [tuple(replace(t, types=()) if _is_seizure(t) else t for t in here) for here in told]


def _is_seizure(trigger: Trigger) -> bool:
    return trigger.types == ("attack",) and trigger.token.lemma_.lower() in _SEIZING


def _planned(token: Token, words: TriggerWords, groups: Groups) -> tuple[tuple[str, str], ...]:
    """ "The military executed its plan": forces that carry something out, in a story that has a raid."""
    doer = agent(token)
    if doer is None or groups.of(doer) != "security_forces":
        return ()
    return tuple(dict.fromkeys(pair for pairs in words.part_verbs.values() for pair in pairs if pair[1] == "raid"))


def _by_side(token: Token, parts: tuple[tuple[str, str], ...], groups: Groups) -> tuple[tuple[str, str], ...]:
    """Forces that invade raid; captors who storm take over; captives freed by forces are rescued."""
    doer = agent(token)
    side = groups.of(doer) if doer is not None else None
    if side == "security_forces":
        return tuple(
            dict.fromkeys((kind, "raid" if part in ("takeover", "releases") else part) for kind, part in parts)
        )
    if side == "attackers":
        return tuple(dict.fromkeys((kind, "takeover" if part == "raid" else part) for kind, part in parts))
    return parts


_THOSE = frozenset("the these those both all this".split())


def is_general(word: Token) -> bool:
    """ "Various bomb attacks", "wars": many of a kind, told of beside what happened."""
    if word.tag_ != "NNS" or (word.head.dep_ == "ROOT" and word.dep_ == "nsubj"):
        return False
    return not any(c.lower_ in _THOSE or c.like_num or c.dep_ == "poss" for c in word.lefts)
