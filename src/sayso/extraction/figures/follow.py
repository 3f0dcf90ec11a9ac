"""Counts that lean on what was counted before: "Of these, 29 are children", "the figure is now 31", "the mayor said 17".

Such a number has no word of its own that says what befell those it counts. It has the slot of the count that stands last
before it, and is a part of it, or another figure for it. Where no such count stands near, the number tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.in_turn import (
    gives_in_turn,
    is_comparable,
    is_in_turn,
    is_of_size,
    is_said_after,
    is_then,
    makes_all,
)
from sayso.extraction.figures.names_counted import BACK, NAMES, last_near, named, of_state
from sayso.extraction.figures.told_by import ANOTHER, LISTED, SAID, WRITTEN, asked
from sayso.extraction.figures.whose import is_owned, is_possessed, is_read_off
from sayso.extraction.speech.reckonings import tells_number
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.people import is_human
from sayso.extraction.words.phrases import Phrase, phrase
from sayso.extraction.words.predicates import group_said, is_known
from sayso.model import Figure, Modality, Relation
from sayso.normalisation import numbers

#: Slots whose figures a later sentence may take up again.
_SHARED = frozenset(
    "killed injured missing arrested rescued survived displaced trapped casualties present attackers responders escaped affected discharged".split()
)
#: No sentence without one of these is looked at.
_GATE = re.compile(
    r"(?:['’]s|s['’])\s|\b(?:were|are|not|rather|gives?|gave|ha[sd]|have|lists?|records?|made|these|those|them|us|number|figure|count|tally|total|toll|estimate|it|said|says?|puts?|speaks?|spoke|counted|wrote|wired|cabled|cites?|prints?|keeps?|told|found|heard|writes?|report(?:s|ed)?|reached|at|remain\w*|could|names?|from|dead"
    r"|killed|injured|wounded|missing|displaced|homeless|arrested|victims|survivors)\b",
    re.IGNORECASE,
)
_OF_THESE = re.compile(
    r"(?:^|[;:,(\u2013\u2014]|\band)\W*(?:of|among|from among) (?:these|those|them|that number|this number|whom)\b[^;:.]*\Z",
    re.IGNORECASE,
)
#: "Of the dead, 58 were civilians, 12 members of the forces": the state tells the slot, whatever was counted last.
_OF_THE_STATE = re.compile(
    r"(?:^|[;:,(\u2013\u2014]|\band)\W*(?:of|among) (?:the|all the|those) (dead|killed|slain|deaths|fatalities|injured|wounded|missing|arrested|detained)\b[^;:.]*\Z",
    re.IGNORECASE,
)
_AMONG_THE = re.compile(r"\b(?:of|among) the \Z", re.IGNORECASE)
#: "The dead numbered 400", "the wounded are counted in hundreds".
_STATE_NUMBERED = re.compile(
    r"\bthe (dead|killed|injured|wounded|missing|homeless|displaced|arrested|sick)\b[^.;:]{0,50}? (?:number|numbered|total|totalled|totaled|come to|came to"
    r"|amount to|amounted to|(?:are|were|is|was|be) (?:counted|reckoned|numbered) (?:in|at|by)(?: the)?) \Z",
    re.IGNORECASE,
)
#: "It is made up of 52 guests and eight waiters".
_COMPOSED = re.compile(
    r"\b(?:it|this|that|which|toll|figure|number|total|count|they|these|dead)\b[^.;:]{0,30}? (?:is |was |are |were )?(?:made up of|composed of|comprised of|comprises?"
    r"|consists? of|consisted of|takes? in|took in) (?:[^.;:]{1,60}?(?:,| and|, and| plus) )?\Z",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r" of (?:them|these|those)\b", re.IGNORECASE)
_TOLL = re.compile(
    r"\b(?:figure|number|count|tally|total|toll|estimate|range)(?: of \Z|,[^,]{3,60},)?(?: (?:could|may|might|will|would|has|had|is|was|now|then"
    r"|still|be|been|given|put|revised|raised|lowered|cut|to|at|as|rose|risen|climbed|grew|grown|stands?|stood|reach\w*|pass\w*|high|low|later"
    r"|officially|only|already|downwards|upwards))*(?: |\Z)\Z",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:was|is|at|as) \Z", re.IGNORECASE)
_FIGURE_OF = re.compile(r"\b(?:figure|count|estimate|total|toll|number) of \Z", re.IGNORECASE)
_WAS = re.compile(r"[\"'”’]? (?:was|is|has|had|which|that)\b|,")
_IT = re.compile(r"\b(?:it|that) (?:is|was|stood at|stands at|had been) \Z", re.IGNORECASE)
#: Lists of those who were there say nothing of the dead.
_MUSTER = re.compile(
    r"\b(?:manifest|passenger list|payroll|pay sheet|crew list|inventory|guest book|lamp book)\b[^.;:]*\Z",
    re.IGNORECASE,
)
#: "As to the injured, the company's 71 ...": what the sentence goes on to number.
_TOPIC = re.compile(
    r"\A\W*(?:as (?:to|for|regards|concerns)|regarding|concerning|with regard to|with respect to|about) (?:the|those) (?:\w+ )?"
    r"(dead|killed|injured|wounded|missing|displaced|homeless|arrested|detained|hurt)\b[^.]*\Z",
    re.IGNORECASE,
)
#: "Let us begin with the dead. The official count is 47."
_NAMED_BEFORE = re.compile(
    r"\bthe (dead|deaths|killed|injured|wounded|missing)\b[^.!?]{0,40}[.!?:]\s*\Z", re.IGNORECASE
)
_QUOTES = "\"'“‘"
#: "The figure of 60 is a myth": what is said of a figure that the text itself rejects.
_REJECTED = re.compile(
    r"[\"'”’]?(?: (?:dead|deaths|killed|victims|people))?(?:,[^.;]{3,80},)?(?: \w+){0,6}? (?:is|was|are|were|has|have|proved) (?:quite |wholly |simply |plainly |clearly |\w+ly )?"
    r"(?:a |an |no |without |mere |pure )*(?:wrong|false|untrue|fabrication|fabricated|myth|invention|invented|confusion|mistake|mistaken|error|lie|nonsense|exaggerat\w+|foundation"
    r"|basis|legend|rumou?r|fantasy|rubbish|slander|propaganda)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"(?:,| and| but) (?:and |but )?not \Z|\bnot \w[\w,-]* or \Z|\brather than \Z", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:(?:up|down|revised|raised|lowered|increased|reduced) from|instead of|compared (?:with|to)) (?:the |an? (?:earlier|initial|previous)"
    r"(?: \w+)?(?: of)? )?\Z",
    re.IGNORECASE,
)
#: What may follow a bare number that stands for people.
_ENDS = re.compile(
    r"[\"'”’]?(?:\s*[.,;:!?)\u2013\u2014]|\s*\Z| and | but | while | in (?:all|total|\d{4})\b| by (?:the |[A-Z])| (?:dead|people)\b"
    r"| (?:on|over) the (?:radio|wireless|news|television|telegraph)\b| at (?:home|noon|once)\b| the (?:next|same) (?:day|evening|morning)\b)"
)
_ALL = re.compile(r"(?:all|both|the) (?:of them\b|\w+)", re.IGNORECASE)
#: "The number of dead", "the count of those missing": the state tells the slot.
_OF_STATE = re.compile(
    r"\b(?:number|figure|count|toll|tally|total) (?:of|for) (?:(?:the|those|people|persons|men|women|passengers|workers|miners|residents|officially) )*"
    r"(dead|killed|deaths|fatalities|missing|injured|wounded|trapped|displaced|homeless|arrested|detained|survivors|evacuees|sick|infected)\b"
    r"(?:[^.;:]{0,40}? (?:as|at|to|is|was|were|be|been|now|of|exceeded|exceeds|passed|reached)|,) \Z",
    re.IGNORECASE,
)


def following(scene: Scene, setting: Setting, made: Sequence[Draft], past: Sequence[Draft]) -> Iterator[Draft]:
    """The counts of a scene that have their slot from a count before; `made` are the scene's own, `past` the earlier ones."""
    if not scene.numbers or not (_GATE.search(scene.words) or last_near(scene, [d for d in past if is_taken_up(d)])):
        return
    taken = [(draft.start, draft.end) for draft in made if draft.slot != "quantity"]
    own = [draft for draft in made if is_taken_up(draft)]
    past = [draft for draft in past if setting.is_own(draft.scene) == setting.is_own(scene)]
    said = -1
    for number in scene.numbers:
        start, end = scene.start + number.start, scene.start + number.end
        if any(a < end and start < b for a, b in taken):
            said = (
                number.end
                if SAID.search(scene.words[: number.start]) or _TOLD.search(scene.words[: number.start])
                else said
            )
            continue
        if _MUSTER.search(scene.words[: number.start]):
            continue
        found = _counted(scene, setting, number)
        if found is None:
            continue
        whole, relation = _taken_up(scene, setting, (number, found), ([*past, *own], said))
        if whole is not None and _differs(whole, number, relation):
            draft = _draft(scene, setting, whole, (number, found, relation))
            said = number.end if relation is None else said
            own.append(draft)
            yield draft


def resumed(draft: Draft, past: Sequence[Draft]) -> Draft:
    """ "Three nurses were hurt; all three were flown out": the count told last with the very number says who they are."""
    value = draft.value
    is_open = draft.scope in (Relation.ALL, Relation.PART) and draft.group == "total" and isinstance(value, Figure)
    if (
        not is_open
        or not _ALL.match(draft.scene.words, draft.start - draft.scene.start)
        or not isinstance(value, Figure)
    ):
        return draft
    near = (d for d in reversed(past) if draft.scene.number - d.scene.number <= 1 and d.end <= draft.start)
    whole = next((d for d in near if isinstance(d.value, Figure) and d.value.low == value.low == d.value.high), None)
    return replace(draft, group=whole.group) if whole is not None else draft


def is_taken_up(draft: Draft) -> bool:
    """May a later number lean on the count?"""
    value = draft.value
    return draft.slot in _SHARED and draft.about is None and isinstance(value, Figure) and value.high != 0


def _counted(scene: Scene, setting: Setting, number: numbers.Number) -> Phrase | None:
    """A bare number, one of people, or one of names."""
    if not number.is_count or number.kind in ("ordinal", "zero", "fraction") or number.low is None:
        return None
    base = scene.sent.start_char
    found = phrase(scene.sent.doc, base + number.core_start, base + number.core_end)
    if found is None or found.head.sent.start != scene.sent.start:
        return None
    if found.noun is None or is_human(found.noun, setting.groups) or found.noun.lower_ in ("names", "entries", "dead"):
        return found
    return None


def _taken_up(
    scene: Scene, setting: Setting, one: tuple[numbers.Number, Phrase], told: tuple[Sequence[Draft], int]
) -> tuple[Draft | None, Relation | None]:
    """The count that a number takes up, and whether it is a part of it."""
    number, found = one
    before, after = scene.words[: number.start].rstrip(_QUOTES), scene.words[number.end :]
    counts, said = told
    state = _OF_STATE.search(before) or _STATE_NUMBERED.search(before) or _TOPIC.match(before)
    if state is not None and (found.noun is None or (found.noun.lower_ == "names" and _TOPIC.match(before))):
        return of_state(scene, setting, (state.group(1), state.start(1))), None
    if NAMES.match(after):
        return named(scene, setting, number, counts), None
    part = _part_of(scene, setting, one, counts)
    if part is not None and not is_said_after(scene.words, number):
        return part, Relation.PART
    if found.noun is not None or not (_ENDS.match(after) or is_possessed(before, after)):
        is_figure = _FIGURE_OF.search(before) is not None
        is_new = is_figure and found.noun is None and _WAS.match(after)
        return (last_near(scene, counts) if is_new else _same(counts, number) if is_figure else None), None
    whole = _bare(scene, number, counts, said) or _asked_of(scene, setting, number, counts)
    if whole is None and is_possessed(before, after):
        whole = _same(counts, number) or last_near(scene, counts)
    if whole is None and (_IT.search(before) or _is_told(scene, number, said)):
        word = asked(setting.document.text, scene.start)
        return (of_state(scene, setting, (word, 0)) if word is not None else None), None
    if whole is None and _TOLL.search(before):
        topic = _NAMED_BEFORE.search(setting.document.text[max(scene.start - 120, 0) : scene.start])
        whole = of_state(scene, setting, (topic.group(1), 0)) if topic is not None else None
    return whole, None


def _part_of(
    scene: Scene, setting: Setting, one: tuple[numbers.Number, Phrase], counts: Sequence[Draft]
) -> Draft | None:
    """The whole that "of these", "among the forty-seven" or "three were Russians" speak of."""
    number, found = one
    before, after = scene.words[: number.start], scene.words[number.end :]
    state = _OF_THE_STATE.search(before)
    if state is not None and (found.noun is not None or group_said(found.head, after, setting.groups) is not None):
        whole = of_state(scene, setting, (state.group(1), state.start(1)))
        return next((one for one in reversed(counts) if whole is not None and one.slot == whole.slot), whole)
    if (_OF_THEM.match(after) and _is_predicated(found)) or _OF_THESE.search(before):
        return _last(scene, counts, number)
    if whole := _named_by_number(scene, counts, number):
        return whole
    if found.noun is not None and _COMPOSED.search(before):
        return last_near(scene, counts)
    is_of_them = found.noun is None or _is_of_victims(found)
    if found.noun is not None and found.noun.i > found.first.i and found.scope is Relation.PART:
        group = setting.groups.of(found.noun)
        near = next((d for d in reversed(counts) if d.group == group and scene.number - d.scene.number <= BACK), None)
        if near is not None and group != "total" and group_said(found.head, after, setting.groups) is not None:
            return near
    is_said = group_said(found.head, after, setting.groups) is not None
    large = [
        d for d in counts if isinstance(d.value, Figure) and (d.value.high is None or d.value.high >= (number.low or 0))
    ]
    if not is_said:
        large = [d for d in large if d.slot == "killed" and d.group == "total" and is_known(after)]
    if _is_of_victims(found):  # whoever is missing is no victim yet
        large = [d for d in large if d.slot != "missing"]
    return last_near(scene, large) if is_of_them else None


def _is_of_victims(found: Phrase) -> bool:
    """ "Fourteen of the victims were women": of those counted before, whatever befell them."""
    return found.noun is not None and lemma_of(found.noun) == "victim" and found.noun.i > found.first.i


def _named_by_number(scene: Scene, counts: Sequence[Draft], number: numbers.Number) -> Draft | None:
    """ "Among the forty-seven were six women": the count with that very number."""
    for one in scene.numbers:
        if one.end < number.start and one.start < len("Among the ") + 1 and _AMONG_THE.search(scene.words[: one.start]):
            return _same(counts, one)
    return None


def _bare(scene: Scene, number: numbers.Number, counts: Sequence[Draft], said: int) -> Draft | None:
    """The count that another figure stands for: "the number is 31", "the mayor said 17, the bishop 23", "up from 12"."""
    before = scene.words[: number.start].rstrip(_QUOTES)
    if is_read_off(before):
        return None
    if _FROM.search(before) or _NOT.search(before):
        return next((draft for draft in reversed(counts) if draft.scene.number == scene.number), None)
    if _TOLL.search(before) or _IT.search(before) or is_owned(before) or _is_told(scene, number, said):
        return _same(counts, number) or last_near(scene, [d for d in counts if is_comparable(number, d)])
    last = last_near(scene, [d for d in counts if d.group == "total"] if makes_all(before) else counts)
    return last if is_in_turn(scene.words, number, last) else None


def _asked_of(scene: Scene, setting: Setting, number: numbers.Number, counts: Sequence[Draft]) -> Draft | None:
    """ "How many died? The consul wired six, the league's pamphlet has eleven": of what was asked, or last told of all."""
    if not gives_in_turn(scene.words, number):
        return None
    if word := asked(setting.document.text, scene.start):
        return of_state(scene, setting, (word, 0))
    dead = (d for d in reversed(counts) if d.slot == "killed" and d.group == "total" and d.scope is None)
    last = next(dead, None)
    are_several = sum(gives_in_turn(scene.words, other) for other in scene.numbers) > 1
    return last if last is not None and are_several and is_of_size(number, last) else None


def _is_told(scene: Scene, number: numbers.Number, said: int) -> bool:
    """ "The mayor said 17, the bishop 23", "the list stops at 188"."""
    before = scene.words[: number.start].rstrip(_QUOTES)
    between = scene.words[said : number.start]
    is_one_more = said >= 0 and (ANOTHER.fullmatch(between) or is_then(between))
    return bool(is_one_more or SAID.search(before) or WRITTEN.search(before) or LISTED.search(before))


def _is_predicated(found: Phrase) -> bool:
    """ "Five of them were hired hands": what is said of them is what they are or what was done, not what they say."""
    verb = found.head.head
    return found.head.dep_ in ("nsubj", "nsubjpass") and (
        verb.lemma_ == "be" or any(c.dep_ == "auxpass" for c in verb.children)
    )


def _last(scene: Scene, counts: Sequence[Draft], number: numbers.Number) -> Draft | None:
    """The whole that "these" are of: the count told last, where nothing else was counted since."""
    near = last_near(scene, counts)
    if near is None:
        return None
    start = scene.start + number.start
    since = [scene.start + n.start for n in scene.numbers if n.is_count and n.end <= number.start]
    if near.scene.number != scene.number:
        since += [near.scene.start + n.start for n in near.scene.numbers if n.is_count]
        if near.scene.number < scene.number - 1:
            return None
    return near if not any(near.end <= at < start for at in since) or near.scope is Relation.PART else None


def _same(counts: Sequence[Draft], number: numbers.Number) -> Draft | None:
    """The count of an earlier sentence with the very number."""
    return next((d for d in reversed(counts) if isinstance(d.value, Figure) and d.value.low == number.low), None)


def _differs(whole: Draft, number: numbers.Number, relation: Relation | None) -> bool:
    """A part is smaller than its whole."""
    value = whole.value
    if relation is not Relation.PART or not isinstance(value, Figure) or value.high is None or number.low is None:
        return True
    return number.low <= value.high


def _draft(scene: Scene, setting: Setting, whole: Draft, one: tuple[numbers.Number, Phrase, Relation | None]) -> Draft:
    """The number with the slot of the count it takes up, and a group of its own where its predicate names one."""
    number, found, relation = one
    start, end = scene.start + number.start, scene.start + number.end
    if found.noun is not None and found.noun.i > found.first.i:
        end = max(end, token_extent(scene, [found.noun]).end)
    words = " ".join(setting.document.text[start:end].split())
    figure = Figure(number.low, number.high, "people", number.qualifier, words)
    group = (_group(scene, setting, number, found) if relation is not None else None) or whole.group
    head = found.head.head if found.head.dep_ in ("nsubj", "nsubjpass", "attr", "dobj") else found.head
    head = found.head if relation is None and tells_number(head) else head
    rejected = relation is None and _REJECTED.match(scene.words, number.end) is not None
    holds = _NOT.search(scene.words[: number.start]) is None and not rejected
    told = Draft(scene, start, end, whole.slot, group, figure, head, scope=relation, as_of=None, part=whole.part)
    if relation is Relation.PART and is_known(scene.words[number.end :]):
        told = replace(told, modality=Modality.ASSERTED)  # "nine could be identified"
    return told if holds else replace(told, holds=False)


def _group(scene: Scene, setting: Setting, number: numbers.Number, found: Phrase) -> str | None:
    """Who the part are: by the noun, or by what they "were"."""
    if (
        found.noun is not None
        and found.noun.i > found.first.i
        and found.noun.lower_ not in ("names", "entries", "dead")
        and found.scope is not Relation.PART
    ):
        return setting.groups.of(found.noun)
    return group_said(found.head, scene.words[number.end :], setting.groups)
