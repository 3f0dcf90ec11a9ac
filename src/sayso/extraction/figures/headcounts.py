"""Counts of people told by a sentence: numbers, "all" and "no one", single persons, and the named dead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.turns import takes_captives
from sayso.extraction.figures.bare_objects import bare_object
from sayso.extraction.figures.captives import as_held, is_let_elsewhere
from sayso.extraction.figures.counts import Told, humans, told
from sayso.extraction.figures.drafted import drafted
from sayso.extraction.figures.labelled import labelled
from sayso.extraction.figures.of_whom import of_whom
from sayso.extraction.figures.persons import named, single
from sayso.extraction.figures.shares import shares
from sayso.extraction.figures.together import last_of
from sayso.extraction.words.befallen import dies_of_it
from sayso.extraction.words.clauses import Frame
from sayso.extraction.words.meanings import CARRYING
from sayso.extraction.words.people import is_human
from sayso.extraction.words.phrases import Phrase, phrase
from sayso.extraction.words.predicates import group_said
from sayso.model import Figure, Qualifier, Relation
from sayso.normalisation import numbers

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Where "none" and "no one" count: as subject, object or predicate of their own, not tacked on ("none of them in danger").
_PLAIN = ("nsubj", "nsubjpass", "dobj", "attr", "pobj", "det", "nummod", "conj")
#: "Burying five a day": a pace, and no count.
_RATE = re.compile(
    r"(?: [a-z]+)? (?:(?:a|per|each|every) (?:day|night|week|month|year|hour)|daily|weekly|nightly)\b(?! (?:later|after|afterwards|before|earlier|ago))"
)
#: "71 people, nearly all women": most of those counted before.
_ALMOST = re.compile(r"\b(?:nearly|almost|virtually|practically|mostly|not) \Z", re.IGNORECASE)
#: "Out of 90 pupils 14 were found alive": the fourteen were.
_OUT_OF = re.compile(
    r"(?:\A|[,;:(\u2013\u2014] ?)[\"“‘]?out of (?:the |all |some |about |these |those )*\Z", re.IGNORECASE
)
_AMONG_WHOM = re.compile(r"\bsurvivors? (?:of|from|among)\b[^.;:]*\Z", re.IGNORECASE)
#: "The teacher was carried out dead": who was brought out so was not saved.
_BROUGHT_DEAD = re.compile(
    r"[^.;,]{0,40}\b(?:out|up|down|in|ashore|home|back|away|to (?:the )?(?:surface|bank|shore|land)) (?:already )?(?:dead|lifeless)\b"
    r"|,? (?:who|all of whom|both of whom) (?:was|were) (?:already )?(?:past help|beyond help|dead)\b",
    re.IGNORECASE,
)
_HOW = re.compile(
    r"(?: of (?:them|these|those|whom))?,? (?:very )?(?:seriously|critically|badly|severely|gravely|slightly|lightly)\b",
    re.IGNORECASE,
)
_DEAD = re.compile(r"\b(?:dead|drowned|lifeless|bodies|corpses)\b", re.IGNORECASE)
_EVERYBODY = frozenset("people person guest visitor man woman passenger worker student employee".split())


def headcounts(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """Every count of people that a scene tells."""
    taken: set[int] = set()
    made: list[Draft] = []
    sent = scene.sent
    text = setting.document.text[scene.start : scene.end]
    for number in scene.numbers:
        if not number.is_count or number.kind == "ordinal" or text[number.end : number.end + 1] in ("'", "’"):
            continue
        base = sent.start_char
        found = phrase(sent.doc, base + number.core_start, base + number.core_end)
        if (
            found is None
            or found.head.sent.start != sent.start
            or (found.noun is None and _is_of_things(scene, setting, number, found))
            or _RATE.match(text, number.end)
            or (number.kind == "all" and _ALMOST.search(text[: number.start]))
            or not humans(found, setting.groups, setting.words.slots)
        ):
            continue
        if number.kind == "part" and found.noun is not None and not is_human(found.noun, setting.groups):
            continue
        if number.kind == "zero" and (
            found.head.dep_ not in _PLAIN or (found.noun is not None and found.noun.i > found.last.i)
        ):
            continue
        taken.update(t.i for t in sent.doc[found.first.i : found.last.i + 1])
        made += _numbered(scene, setting, number, found)
    made = _elliptic(made, scene)
    tagged = list(labelled(scene, setting, made))
    made = [one for one in made if not any(label.start == one.start for label in tagged)] + tagged
    made = [_hurt_so(one, scene) for one in of_whom(made, scene, setting) if not _is_dead(one, scene)]
    yield from made
    parts = [_hurt_so(one, scene) for one in shares(scene, setting, made)]
    yield from parts or _among(scene, setting)
    yield from _numbering(scene, setting)
    yield from _then_taken(scene, setting)
    ones = (*single(scene, setting, taken), *named(scene, setting))
    yield from (_outlived(one, scene) for one in ones if not _is_dead(one, scene))


def _hurt_so(part: Draft, scene: Scene) -> Draft:
    """ "Six others were hit, two of them gravely": the two are hurt, and not dead."""
    is_hurt = part.slot in ("killed", "casualties") and _HOW.match(scene.words, part.end - scene.start)
    return replace(part, slot="injured") if is_hurt else part


def _is_dead(draft: Draft, scene: Scene) -> bool:
    """Was one said to be brought out brought out dead?"""
    if draft.slot not in ("rescued", "survived"):
        return False
    start, end = draft.start - scene.start, draft.end - scene.start
    return bool(_BROUGHT_DEAD.match(scene.words, end) or _DEAD.search(scene.words, start, end))


def _outlived(draft: Draft, scene: Scene) -> Draft:
    """One person hurt who "later died" is of the dead, and not of the injured."""
    died = draft.slot == "injured" and dies_of_it(scene.words[max(0, draft.end - scene.start) :])
    return replace(draft, slot="killed") if died else draft


def _numbered(scene: Scene, setting: Setting, number: numbers.Number, found: Phrase) -> Iterator[Draft]:
    """The drafts of one number."""
    # "A number of women and children" says little of either: only a number of both is one of all.
    joined = last_of(found, setting.groups) if number.qualifier is not Qualifier.VAGUE else None
    tokens = [
        found.first,
        found.last,
        *([found.noun] if found.noun is not None and found.noun.i > found.first.i else []),
        *([joined] if joined is not None else []),
    ]
    whole = token_extent(scene, tokens)
    start, end = min(whole.start, scene.start + number.start), max(whole.end, scene.start + number.end)
    words = " ".join(setting.document.text[start:end].split())
    figure = Figure(number.low, number.high, "people", number.qualifier, words)
    said = group_said(found.head, scene.words[number.end :], setting.groups) if _is_open(found, number) else None
    for plain in told(found, setting.words.slots, setting.groups):
        one = replace(plain, group=said) if said is not None and plain.group == "total" else plain
        one = replace(one, group=_of_both(one, found, joined, setting)) if joined is not None else one
        if found.noun is None and not _stands_alone(one, found, number):
            continue
        if number.kind == "zero" and one.slot in ("responders", "attackers"):
            continue  # "nobody rescued us" says nothing of how many came
        if (
            is_let_elsewhere(one, scene, setting)
            or _is_of_them_all(one, number)
            or _is_of_fewer(one, number, found, scene)
        ):
            continue
        one = as_held(one, setting.document.text[end : scene.start + len(scene.words)], setting)
        types = setting.words.slots.forms[one.slot].types
        if types and not (setting.story.kinds & set(types) or takes_captives(scene) or _is_captivity(one)):
            continue
        if found.noun is None and one.group == "hostages" and "hostage_taking" not in setting.story.kinds:
            free = replace(one, group="total")
            yield drafted(scene, free, (start, end), figure, (found, setting))
            continue
        draft = drafted(scene, one, (start, end), figure, (found, setting))
        yield replace(draft, pieces=tuple(token_extent(scene, [noun]) for noun in _elsewhere(found, draft.head)))


def _of_both(one: Told, found: Phrase, joined: Token, setting: Setting) -> str:
    """The group of two kinds counted together: people in all, unless both are of one group."""
    both = {setting.groups.of(noun) for noun in (found.noun, joined) if noun is not None}
    return "total" if len(both) > 1 and one.group in both else one.group


def _is_of_them_all(one: Told, number: numbers.Number) -> bool:
    """ "One of the two women who were hurt": what the clause tells befell them all."""
    if number.kind != "part" or number.low != 1 or one.frame is None or one.frame.head.dep_ != "relcl":
        return False
    return any(c.lower_ in ("were", "are", "have") for c in one.frame.head.children)


def _is_of_fewer(one: Told, number: numbers.Number, found: Phrase, scene: Scene) -> bool:
    """ "Out of 90 pupils 14 were found", "two survivors among the 44": what is told is not told of them all."""
    if one.frame is None:
        return False
    head = one.frame.head
    before = scene.words[: number.start]
    if head.lemma_ == "survivor":
        return _AMONG_WHOM.search(before) is not None
    is_own = one.frame.relation == "adjective" and found.head.i in (head.i, head.head.i)
    return not is_own and _OUT_OF.search(before) is not None


def _is_captivity(one: Told) -> bool:
    """ "Took nine guards captive": whatever the text is about."""
    if one.frame is None:
        return False
    is_led = one.slot == "hostages_taken" and one.frame.names[0] in CARRYING
    return is_led or any("hostage" in name or "captive" in name for name in one.frame.names)


def _elsewhere(found: Phrase, head: Token) -> Iterator[Token]:
    """The noun that a number counts and does not stand beside: "of the 72 held, one died", "killed 12 and hurt 30 people"."""
    if found.noun is not None:
        yield from (found.noun,) if found.noun.i < found.first.i else ()
    elif head.pos_ == "VERB":
        shared = (o for verb in head.conjuncts if verb.pos_ == "VERB" for o in verb.children if o.dep_ == "dobj")
        yield from (
            o for o in shared if o.pos_ == "NOUN" and o.i > found.last.i and any(c.dep_ == "nummod" for c in o.lefts)
        )


#: Between the two counts of an ellipsis, and behind the second.
_SO_WERE = re.compile(
    r" (?:(?:have|has|had|were|was|been|are|said|reported|to|be) )*\w+(?:ed|n|t)(?: \w+ly)?,? and(?: (?:at least|about|some|another))? "
)
_HARMED = re.compile(
    r"(?: more| others?)? (?:(?:were|was|have|has|had|been|are) )*(?:\w+ly )?(?:wounded|injured|hurt|killed|missing|arrested|rescued|captured|detained)\b"
)
#: What is done to things, and seldom to people.
_WRECKED = frozenset(
    "damaged destroyed burnt burned pillaged looted wrecked ruined flooded razed sunk gutted levelled closed cancelled".split()
)


def _is_of_things(scene: Scene, setting: Setting, number: numbers.Number, found: Phrase) -> bool:
    """ "212 houses were pillaged, and 27 burnt": a bare number behind one of things is of things, too."""
    following = found.last.i + 1
    if following >= len(found.last.doc) or found.last.doc[following].lower_ not in _WRECKED:
        return False
    before = [one for one in scene.numbers if one.is_count and one.end < number.start]
    if not before:
        return False
    base = scene.sent.start_char
    last = phrase(scene.sent.doc, base + before[-1].core_start, base + before[-1].core_end)
    return last is not None and last.noun is not None and not is_human(last.noun, setting.groups)


def _is_open(found: Phrase, number: numbers.Number) -> bool:
    """A part without a noun of its own: its predicate may say who they are."""
    if found.noun is not None and found.noun.i < found.first.i:
        return found.scope is Relation.PART
    return number.kind == "part" and (found.noun is None or found.noun.lower_ in ("dead", "missing", "injured"))


def _numbering(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """ "the original hostages, numbering about 500": the number is of the noun before."""
    text = setting.document.text[scene.start : scene.end]
    for number in scene.numbers:
        found = phrase(
            scene.sent.doc, scene.sent.start_char + number.core_start, scene.sent.start_char + number.core_end
        )
        if found is None or found.head.head.lemma_ not in ("number", "total") or found.head.head.pos_ != "VERB":
            continue
        verb = found.head.head
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"), verb.head)
        noun = found.noun or subject
        inner = next((o for p in noun.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj"), noun)
        group = setting.groups.of(inner)
        for slot, form in setting.words.slots.forms.items():
            if (
                form.group == group
                and (form.default or (form.only and set(form.only) <= {group, "responders"}))
                and form.part != "releases"
            ):
                words = text[number.start : number.end]
                figure = Figure(number.low, number.high, "people", number.qualifier, words)
                start, end = scene.start + number.start, scene.start + number.end
                yield Draft(
                    scene, start, end, slot, group, figure, found.head, part="" if form.part == "whole" else form.part
                )


def _then_taken(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """ "The 610 people gathered there ... were taken hostage", "took hundreds of guests hostage"."""
    words = scene.words.lower()
    if "hostage" not in words or not any(verb in words for verb in ("take", "taking", "took", "seize", "seizing")):
        return
    for number in scene.numbers:
        found = phrase(
            scene.sent.doc, scene.sent.start_char + number.core_start, scene.sent.start_char + number.core_end
        )
        if found is None or found.noun is None or not number.is_count:
            continue
        last = _before_hostage(found) or (
            found.noun
            if _opens(found, scene) and ("taken hostage" in words or "hostages were taken" in words)
            else None
        )
        if last is not None:
            at = token_extent(scene, [found.first, last])
            start, end = min(at.start, scene.start + number.start), max(at.end, scene.start + number.end)
            words = " ".join(setting.document.text[start:end].split())
            figure = Figure(number.low, number.high, "people", number.qualifier, words)
            one = Told("hostages_taken", "hostages", None, "taken hostage", "")
            yield drafted(scene, one, (start, end), figure, (found, setting))


def _opens(found: Phrase, scene: Scene) -> bool:
    """Is it everybody that the sentence opens with?"""
    opens = found.head.dep_ in ("nsubj", "nsubjpass") and found.first.i - scene.sent.start <= 2
    return opens and found.noun is not None and found.noun.lemma_.lower() in _EVERYBODY


def _before_hostage(found: Phrase) -> Token | None:
    """The last word of those whom somebody took or seized "hostage": the word follows them, the verb stands before."""
    doc, first = found.first.doc, found.first
    place = found.last.i if found.last.lower_ == "hostage" else found.last.i + 1
    if place >= len(doc) or doc[place].lower_ != "hostage" or doc[place].is_sent_start:
        return None
    verbs = (t for t in doc[max(first.i - 3, 0) : first.i] if t.pos_ == "VERB")
    return doc[place - 1] if any(verb.lemma_.lower() in ("take", "seize") for verb in verbs) else None


def _among(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """ "Among the freed hostages were two ministers and 23 others": each of the list has the slot of the group."""
    first = scene.sent[0]
    noun = next((c for c in first.children if c.dep_ == "pobj"), None)
    verb = first.head
    if first.lower_ != "among" or noun is None or verb.lemma_ != "be":
        return
    whole = phrase(scene.sent.doc, noun.idx, noun.idx + len(noun))
    slots = [one for one in told(whole, setting.words.slots, setting.groups) if one.frame is not None] if whole else []
    slot = next((one for one in slots if one.frame is not None and one.frame.relation in ("adjective", "object")), None)
    text = setting.document.text[scene.start : scene.end]
    for number in scene.numbers if slot is not None else ():
        found = phrase(
            scene.sent.doc, scene.sent.start_char + number.core_start, scene.sent.start_char + number.core_end
        )
        if found is None or found.noun is None or found.first.i < verb.i or not number.is_count:
            continue
        one = Told(slot.slot, setting.groups.of(found.noun), None, "among", slot.part) if slot is not None else None
        if one is not None and humans(found, setting.groups, setting.words.slots):
            figure = Figure(number.low, number.high, "people", number.qualifier, text[number.start : number.end])
            at = token_extent(scene, [found.first, found.noun])
            yield replace(drafted(scene, one, (at.start, at.end), figure, (found, setting)), scope=Relation.PART)


_NUMBERS = ("NUM", "NOUN", "PRON", "DET", "ADJ")


def _elliptic(made: Sequence[Draft], scene: Scene) -> list[Draft]:
    """ "Forty villagers were killed and two hundred wounded": those wounded are villagers, too."""
    found = list(made)
    for n, (one, two) in enumerate(pairwise(made), 1):
        between = scene.words[one.end - scene.start : max(two.start - scene.start, 0)]
        is_bare = two.group == "total" and two.slot != one.slot and isinstance(two.value, Figure) and two.scope is None
        if (
            is_bare
            and one.group != "total"
            and _SO_WERE.fullmatch(between)
            and _HARMED.match(scene.words, two.end - scene.start)
        ):
            found[n] = replace(two, group=one.group)
    return found


def _is_held(frame: Frame) -> bool:
    """ "40,000 without homes": what stands behind the preposition."""
    return frame.head.dep_ == "pobj"


def _stands_alone(one: Told, found: Phrase, number: numbers.Number) -> bool:
    """A bare number counts people only where a verb of people, or "no one", says so."""
    if number.kind == "zero":
        return one.frame is not None
    is_own = one.frame is not None and one.frame.head.i in (found.last.i + 1, found.last.i + 1 + _is_held(one.frame))
    if (
        found.head.dep_ in ("conj", "appos", "npadvmod")
        and not is_own
        and one.frame is not None
        and one.frame.relation != "adjective"
        and one.frame not in bare_object(found)
    ):
        return False  # "others were wounded, two critically": the two are of the others
    strong = one.slot in (
        "killed",
        "injured",
        "casualties",
        "executed",
        "arrested",
        "missing",
        "rescued",
        "hostages_held",
        "hostages_taken",
        "released",
        "survived",
        "escaped",
        "trapped",
        "displaced",
        "convicted",
        "tried",
        "acquitted",
        "charged",
        "affected",
        "discharged",
    )
    strong |= one.slot == "present" and one.frame is not None and one.frame.relation in ("noun", "subject")
    return strong and one.frame is not None and (found.head.pos_ in _NUMBERS or found.head.like_num)
