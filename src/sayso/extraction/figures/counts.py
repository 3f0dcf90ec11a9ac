"""Counts of people: from a number and its phrase to the slots that the words around it tell.

The codebook's words decide (`extraction.slots`); what one verb means by who does it (a captor's "free" is a release, a
soldier's a rescue) stands in `_SHARED`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.codebook import SlotWords
from sayso.extraction.figures.bare_objects import bare_object
from sayso.extraction.figures.custody import is_meant, is_recorded
from sayso.extraction.figures.executions import settled
from sayso.extraction.figures.rivals import without_rivals
from sayso.extraction.words.animate import is_animate
from sayso.extraction.words.befallen import is_neighbours, names_for, own_slot, own_word
from sayso.extraction.words.called import (
    by_name,
    does_harm,
    has_fallen,
    has_lived,
    is_attacker,
    is_empty_vessel,
    is_of_the_next,
    is_of_the_whole,
    of_state,
)
from sayso.extraction.words.clauses import Frame, frames, list_head
from sayso.extraction.words.groups import MEMBERS, Groups, lemma_of
from sayso.extraction.words.meanings import LOOSE, VAIN, is_deadly, is_no_such_loss, meant
from sayso.extraction.words.noun_names import noun_names
from sayso.extraction.words.outcomes import is_hurt
from sayso.extraction.words.people import is_human
from sayso.extraction.words.phrases import Phrase
from sayso.extraction.words.suffered import is_aimed, is_done_by, is_suffered
from sayso.extraction.words.verbs import has_object
from sayso.model import Relation

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What shows that a verb has its object, or is passive already.
_TAKING = ("dobj", "aux", "auxpass", "nsubjpass", "agent", "ccomp", "xcomp", "prt", "dative", "oprd", "acomp")
#: What kills is the subject of these, and nobody who died.
_OF_KILLERS = frozenset({"claim life", "claim lives", "cost life", "cost lives"})
#: Verbs that without an object can only be passive ("Twelve brought up alive", "two found dead").
_DONE_TO = frozenset(
    "bring pull dig lift haul winch carry drag fish fetch hoist gun shoot mow cut find pluck lock bury trap".split()
)
#: Words near a killing that make it a killing after capture or surrender.
_AFTER_CAPTURE = frozenset(
    "surrender capture captured surrendered surrendering custody captivity beg extrajudicially summarily disarmed".split()
)
#: Groups that take, guard or free; what is told of them is no taking of hostages.
_DOERS = frozenset("attackers security_forces responders demonstrators".split())
#: Fellows of whoever was told of; prisoners only where their freedom is asked for or given.
_FELLOWS = frozenset({"comrade", "confrere"})
_OF_PRISONERS = frozenset("demanded freed released arrested convicted tried acquitted charged executed".split())
#: What says of people that they belong, and not to whom.
_OF_ANY_SIDE = frozenset("member fighter militant guerrilla leader".split())
#: What the tagger takes for a noun behind a number: "eight lie dead".
_VERBS = frozenset({"lie", "lay", "lies"})
#: What people make up together.
_COLLECTIVES = frozenset("defence defense crowd mob band gang group garrison force militia guard brigade procession column party squad unit battalion regiment company crew team platoon army family congregation class".split())  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slots:
    """The codebook's counting slots, turned round: how a word stands -> the slots it may tell."""

    table: Mapping[tuple[str, str], tuple[str, ...]]
    forms: Mapping[str, SlotWords]


@dataclass(frozen=True, slots=True)
class Told:
    """One slot told of a phrase, and by which frame."""

    slot: str
    group: str
    frame: Frame | None
    name: str
    part: str | None = None


def slots_of(forms: Mapping[str, SlotWords]) -> Slots:
    """Turn the codebook's table round, once a codebook."""
    table: dict[tuple[str, str], tuple[str, ...]] = {}
    for slot, form in forms.items():
        if form.kind != "figure" or form.counts != "people":
            continue
        rows = {
            "object": form.object_of,
            "subject": form.subject_of,
            "noun": form.nouns,
            "by": form.by_nouns,
            "adjective": form.adjectives,
        }
        for relation, names in rows.items():
            for name in names:
                key = ("loose" if (slot, name) in LOOSE else relation, name)
                table[key] = (*table.get(key, ()), slot)
        for name in form.phrases:
            for relation in ("object",) if name in _OF_KILLERS else ("subject", "object"):
                table[relation, name] = (*table.get((relation, name), ()), slot)
    return Slots(table, forms)


def told(phrase: Phrase, slots: Slots, groups: Groups) -> tuple[Told, ...]:
    """The slots that a counted phrase tells, with its group in each."""
    deaths = _counted_deeds(phrase, slots, groups)
    if deaths is not None:
        return () if deaths.frame is not None and _is_attempt(deaths.frame) else (deaths,)
    found = _framed(phrase, slots, groups)
    _settle_list(found, phrase, slots, groups)
    _settle_shot(found, groups)
    if "killed" in found and found["killed"].name == "to death":
        found.pop("rescued", None)  # "brought up dead"
    if "killed" in found and "executed" not in found and _after_capture(found["killed"].frame, groups):
        found["executed"] = replace(found.pop("killed"), slot="executed")
    found = settled(found)
    if "killed" in found and phrase.noun is not None and lemma_of(phrase.noun) == "fatality":
        found = {"killed": found["killed"]}
    found |= {one.slot: one for one in _defaults(phrase, groups, slots, found)}
    if not found:
        found |= {slot: Told(slot, "total", frame, frame.head.lemma_) for slot, frame in by_name(phrase, slots.table)}
    if "present" in found and found["present"].group == "attackers":
        found["attackers"] = replace(found.pop("present"), slot="attackers")
    return tuple(_placed(one, slots) for one in without_rivals(found).values())


def _settle_list(found: dict[str, Told], phrase: Phrase, slots: Slots, groups: Groups) -> None:
    """ "One dead, four others wounded": the word right behind each count is its own, and its neighbour's is not."""
    word = own_word(phrase)
    slot = own_slot(word, slots.table) if word is not None else None
    if word is None or slot is None:
        return
    strangers = [one for one, told in found.items() if one != slot and is_neighbours(one, told.frame, phrase, word)]
    for one in strangers:
        del found[one]
    if strangers and (slot not in found or phrase.noun is None):
        named = _named(slot, _group(phrase, groups), slots.forms[slot])
        found[slot] = Told(slot, named, Frame("adjective", word, (word.lemma_.lower(),)), word.lower_)


def _framed(phrase: Phrase, slots: Slots, groups: Groups) -> dict[str, Told]:
    """What the words that govern the phrase tell, each slot once."""
    group = _group(phrase, groups)
    found: dict[str, Told] = {}
    for frame, name, slot in _matches(phrase, slots):
        is_told = not is_no_such_loss(slot, frame, group, groups) and is_meant(slot, frame, group, groups)
        is_told = is_told and is_deadly(slot, frame, name)
        chosen = meant(slot, frame, group, groups) if is_told else None
        if chosen is None or chosen in found:
            continue
        form = slots.forms[chosen]
        named = _named(chosen, group, form, phrase.noun)
        if (form.only and named not in form.only) or (chosen == "rescued" and named == "security_forces"):
            continue
        found[chosen] = Told(chosen, named, frame, name)
    return found


def _named(slot: str, group: str | None, form: SlotWords, noun: Token | None = None) -> str:
    """Whom a slot counts: those taken hostage are hostages, whatever else they are called."""
    named = form.group if group is None and form.group else group or "total"
    if slot == "attackers" and noun is not None and is_attacker(noun):
        return "attackers"
    if named == "prisoners" and noun is not None and noun.lemma_.lower() in _FELLOWS and slot not in _OF_PRISONERS:
        return "total"
    if named == "total" and slot in ("hostages_taken", "hostages_held"):
        return "hostages"
    if slot in ("hostages_taken", "hostages_held") and named not in form.only and named not in _DOERS:
        return "hostages"
    if named in MEMBERS and (form.only or form.group) and not (slot == "responders" and named in _OF_ANY_SIDE):
        return form.group or form.only[0]
    return named


def _settle_shot(found: dict[str, Told], groups: Groups) -> None:
    """ "Shot" alone counts who was hit; after surrender it is an execution; "shot and killed" is told by its end."""
    shot = found.get("casualties")
    if shot is None:
        return
    if not set(found) - {"casualties", "arrested"} and _after_capture(shot.frame, groups):
        found["executed"] = replace(shot, slot="executed")
    if set(found) & {"killed", "executed", "injured"}:
        del found["casualties"]


def _counted_deeds(phrase: Phrase, slots: Slots, groups: Groups) -> Told | None:
    """ "14 deaths", "three fatalities", "a dozen arrests": the noun itself tells the slot."""
    noun = phrase.noun
    if noun is None or noun.tag_ not in ("NNS", "NNPS"):
        return None
    if is_human(noun, groups) and noun.lemma_.lower() not in ("body", "corpse"):
        return None
    if is_empty_vessel(noun):
        return None
    names = sorted(noun_names(noun), key=len, reverse=True)
    slot = next((slot for name in names for slot in slots.table.get(("noun", name), ())), None)
    return (
        None
        if slot is None or slot == "demanded"
        else Told(slot, groups.beside(noun), Frame("noun", noun, (noun.lemma_.lower(),)), noun.lemma_)
    )


def _placed(one: Told, slots: Slots) -> Told:
    """The part of the event that the slot tells of by its nature; "" is the event itself."""
    part = slots.forms[one.slot].part
    return replace(one, part="" if part == "whole" else part)


def _group(phrase: Phrase, groups: Groups) -> str | None:
    """The group of the noun; None where a bare number leaves it open."""
    noun = phrase.noun
    if noun is None or noun.lower_ in _VERBS:
        return None
    return groups.of(noun)


def _matches(phrase: Phrase, slots: Slots) -> Iterator[tuple[Frame, str, str]]:
    """Frames that the codebook knows, the longest name of each first."""
    told_by = list(frames(phrase.head))
    if phrase.noun is not None and phrase.noun.i > phrase.head.i:
        told_by += [f for f in frames(phrase.noun) if f.relation != "noun"]
    told_by += list(of_state(phrase))
    told_by += [*_beside(phrase), *bare_object(phrase)]
    told_by += [
        Frame("adjective", f.head, ("hurt",))
        for f in told_by
        if (f.relation == "object" or (f.relation == "subject" and not has_object(f.head))) and is_hurt(f.head)
    ]
    for frame in told_by:
        if _is_attempt(frame) or is_of_the_next(frame, phrase):
            continue
        names = (
            ("fall in battle",)
            if has_fallen(frame)
            else ("and live",)
            if has_lived(frame)
            else names_for(frame, phrase)
        )
        for name in names:
            rows = _rows(frame, name, slots)
            if rows:
                yield from ((frame, name, slot) for slot in rows)
                break


def _rows(frame: Frame, name: str, slots: Slots) -> tuple[str, ...]:
    """The slots that the codebook lists under a name, for the part that the phrase plays in the frame."""
    if frame.relation != "subject":
        is_told = not name.startswith("not ")
        rows = slots.table.get((frame.relation, name), ()) if is_told else ()
        rows += slots.table.get(("loose", name), ()) if frame.relation == "object" else ()
        if is_told and not rows and frame.relation == "object" and _has_own_subject(frame.head):
            rows = slots.table.get(("subject", name), ())
        return rows
    is_done_to = name.endswith(" to hospital") or name == "to death" or name.startswith("leave ")
    if is_done_to and (is_done_by(frame.head) or has_object(frame.head)) and not is_reflexive(frame.head):
        return ()  # "he drove the girl to a hospital", "four brothers shot dead a bailiff"
    if is_reflexive(frame.head):
        return slots.table.get(("object", name), ())
    rows = () if name == "shoot" and is_suffered(frame.head) else slots.table.get(("subject", name), ())
    suffered = slots.table.get(("object", name), ()) if _lacks_object(frame.head) else ()
    return rows if rows and not (suffered and rows == ("attackers",)) else suffered  # "31 abducted"


def is_reflexive(verb: Token) -> bool:
    """ "He shot himself", "she took her own life": who does it suffers it."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    return thing is not None and thing.lower_ in ("himself", "herself", "themselves")


def _is_attempt(frame: Frame) -> bool:
    """ "attempted murders of five", "tried to kill", "nearly died": nothing came of it, or nothing is said of what came."""
    if frame.head.pos_ == "VERB" and any(c.lower_ in ("nearly", "almost") for c in frame.head.lefts):
        return True
    if frame.relation in ("noun", "by"):
        return any(c.lower_ in ("attempted", "failed", "foiled", "thwarted", "planned") for c in frame.head.lefts)
    return frame.head.dep_ == "xcomp" and frame.head.head.lemma_.lower() in VAIN


def _lacks_object(verb: Token) -> bool:
    """ "Five teens shot", "8 others wounded": a headline's participle, whose subject suffered it."""
    taking = (
        _TAKING
        if verb.lemma_.lower() not in _DONE_TO
        else tuple(dep for dep in _TAKING if dep not in ("prt", "acomp", "oprd"))
    )
    return verb.tag_ in ("VBD", "VBN") and not is_aimed(verb) and not any(c.dep_ in taking for c in verb.children)


def _has_own_subject(verb: Token) -> bool:
    """ "The brig struck and fourteen perished": a past tense that the tagger took for a participle."""
    return verb.tag_ == "VBN" and any(c.dep_ == "nsubj" for c in verb.children)


def _beside(phrase: Phrase) -> Iterator[Frame]:
    """An adjective right behind the phrase ("31 dead", "several workers dead", "72 hostages left")."""
    after = phrase.last.i + 1
    while after < len(phrase.last.doc) and phrase.last.doc[after].is_space:  # what brackets said once more
        after += 1
    if after < len(phrase.last.doc) and not phrase.last.doc[after].is_sent_start:
        token = phrase.last.doc[after]
        if token.pos_ in ("ADJ", "VERB", "NOUN", "ADV") and (
            token.dep_ not in ("ROOT", "nsubj") or token.pos_ == "ADJ"
        ):
            yield Frame("adjective", token, (token.lower_,))
    for token in phrase.last.doc[phrase.first.i : phrase.last.i + 1]:
        if token.pos_ in ("ADJ", "VERB", "NOUN"):
            yield Frame("adjective", token, (token.lower_,))


def _after_capture(frame: Frame | None, groups: Groups) -> bool:
    """Was it done after capture or surrender, by the words around the killing?"""
    if frame is None:
        return False
    if any(t.lemma_.lower() == "execute" for t in frame.head.sent):
        return False
    near = [t for t in frame.head.sent if abs(t.i - frame.head.i) <= 14]
    return any(_is_capture(t, frame.head, groups) for t in near)


def _is_capture(token: Token, killing: Token, groups: Groups) -> bool:
    """A capture of people that goes before the killing: not "killed 27 and captured two vehicles"."""
    if is_recorded(token) or not _AFTER_CAPTURE & {token.lemma_.lower(), token.lower_}:
        return False
    if token.dep_ == "conj" and token.i > killing.i and killing in token.ancestors:
        return False
    taken = [c for c in token.children if c.dep_ == "dobj"]
    return not taken or any(c.pos_ == "PRON" or is_human(c, groups) for c in taken)


def _defaults(phrase: Phrase, groups: Groups, slots: Slots, found: Mapping[str, Told]) -> Iterator[Told]:
    """A count of hostages or of attackers that no verb explains answers how many there were."""
    noun, group = phrase.noun, _group(phrase, groups)
    if noun is None or group is None or phrase.first.lower_ in ("no", "not"):
        return  # "not one hostage had his throat cut" says nothing of how many there were
    if group in ("total", "men") and "attackers" in slots.forms and "attackers" not in found and does_harm(noun):
        yield Told("attackers", "attackers", None, "attackers")
    for slot, form in slots.forms.items():
        if not form.default or form.group != group or slot in found:
            continue
        if group == "hostages" and not (
            set(found) & {"hostages_held", "released", "rescued", "killed", "injured", "escaped", "survived"}
        ):
            if _is_totalling(phrase):
                yield Told(slot, group, None, "hostages")
        elif (
            group == "attackers"
            and slot not in found
            and is_of_the_whole(noun)
            and _is_definite(phrase, groups.attackers)
        ):
            yield Told(slot, group, None, "attackers")


def _is_totalling(phrase: Phrase) -> bool:
    """ "had nearly 500 hostages", "hostages, numbering about 500", "500 people were taken hostage"."""
    head = list_head(phrase.head)
    verb = head.head.lemma_ if head.dep_ in ("dobj", "attr", "nsubj", "nsubjpass", "oprd", "conj") else ""
    return verb in ("have", "number", "total", "take", "hold", "be", "seize", "count", "get")


def _is_definite(phrase: Phrase, attackers: frozenset[str]) -> bool:
    """ "all 14 militants", "the 14 rebels", "14 XYZ militants": the number says how many there were."""
    before = phrase.first.nbor(-1) if phrase.first.i > phrase.first.sent.start else None
    if phrase.first.lower_ in ("all", "the") or (
        before is not None and before.lower_ in ("all", "the", "these", "those")
    ):
        return True
    noun, head = phrase.noun, phrase.head.head.head
    if (
        phrase.head.dep_ == "pobj"
        and phrase.head.head.lower_ == "of"
        and head.lemma_.lower() in (*MEMBERS, "gang", "party", "column", "detachment")
    ):
        return True
    return noun is not None and any(t.lower_ in attackers for t in noun.lefts if t.pos_ == "PROPN")


def humans(phrase: Phrase, groups: Groups, slots: Slots) -> bool:
    """Does the phrase count people, or what was done to them? A bare number does where its verb takes people."""
    if phrase.noun is None or phrase.noun.lower_ in _VERBS or is_human(phrase.noun, groups):
        return True
    is_of_them = phrase.noun.i < phrase.first.i or phrase.scope is Relation.PART
    if is_of_them and lemma_of(phrase.noun) in _COLLECTIVES:
        return True  # "of the self-defence, fourteen died"
    return _counted_deeds(phrase, slots, groups) is not None or is_animate(phrase)
