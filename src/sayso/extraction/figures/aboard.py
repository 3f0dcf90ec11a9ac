"""Where people were: on board, inside, still under the rubble. No verb says what befell them; the place does.

"Eight are still inside the hull" tells of those trapped, "there were 86 people on the level" of those present, "a town of
5,000" of those who live there, "the brigade, with 60 men" of those who came to help.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.captives import is_still_held
from sayso.extraction.figures.free_numbers import KINDS, free_numbers
from sayso.extraction.words.phrases import Phrase
from sayso.model import Figure, Relation
from sayso.normalisation import numbers

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEBRIS = (
    r"(?:rubble|debris|mud|snow|ruins?|wreckage|wreck|hull|ice|earth|ground|rocks?|collapsed \w+|fallen \w+|fall|slide|landslide|avalanche"
    r"|water|bricks|concrete|beams|ash|sand|tunnel|shaft|mine|pit|cave|lift|train|carriage|cabin|building|tower|gallery)"
)
_STILL = re.compile(
    rf"(?: (?:men|miners|people|persons|others|more|workers|passengers|crew))?(?: still (?:down there|underground|inside|below|down|under|trapped|entombed)\b)"
    rf"|[^.;:,]{{0,40}}? (?:(?:are|is|were|was|remain|remained|remains|may be|could be) (?:reportedly |believed to be |thought to be |feared )?still"
    rf"|remain|remained|remains) (?:(?:down|in) there|underground|inside|below|(?:stuck |caught )?(?:in|inside|under|beneath|behind|below) (?:the |tonnes of )?"
    rf"(?:\w+ )?{_DEBRIS})\b",
    re.IGNORECASE,
)
#: "Twelve remain to be found", "three boys are still out there", "nine have yet to be traced".
_SOUGHT = re.compile(
    r"[^.;:,\d]{0,25}? (?:remain(?:s|ed)? to be|(?:are|is|were|was) still to be|(?:have|had|has) (?:yet|still) to be) (?:found|traced|accounted for)\b"
    r"|[^.;:,\d]{0,25}? (?:are|is|were|was) still (?:out there\b|being (?:sought|searched for|looked for)\b)",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"[^.;:,]{0,25}? (?:are|is|were|was|lie|lay|remain|remained) (?:\w+ )?(?:under|beneath|behind) (?:the |tonnes of )?(?:\w+ )?"
    r"(?:rubble|debris|mud|snow|ruins?|wreckage|ice|earth|rocks?|fall|slide|landslide|avalanche|ash)\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\bthere(?:'s| (?:were|was|are|is|had been|must have been)) (?:then |still |also |only |just )?\Z", re.IGNORECASE
)
_HAVING = re.compile(
    r"\b(?:with|had|have|has|having|carrying|carried|you had|we had) (?:then |still |some |about )?\Z", re.IGNORECASE
)
#: Whom a house or a ship has only while they are there.
_GUESTS = frozenset("guest passenger traveller traveler diner spectator worshipper shopper holidaymaker".split())
_HAD = re.compile(
    r"\b(?:hotel|inn|hostel|restaurant|ship|ferry|train|bus|boat|plane|club|church|she|it|stadium|hall|theatre|theater|cinema|market|mall) had"
    r"(?: then| still| some| about)? \Z",
    re.IGNORECASE,
)
#: "She had on board 112 passengers", "carried in all 40 men"; and "a crew of 31", "a garrison of 400".
_HAD_ABOARD = re.compile(
    r"\b(?:had|has|have|having|with|took|taking|carried|carrying)(?: then| still| in all| at the time)? (?:on board|aboard)(?: about| some| in all| altogether)? \Z",
    re.IGNORECASE,
)
_MANNED = re.compile(
    r"\b(?:a|the|its|her|their|whose|with) (?:\w+ )?(crew|garrison|complement|congregation|audience|workforce|staff|shift) of \Z",
    re.IGNORECASE,
)
#: Behind those that something "had" or went "with": "119 men in it", "sixteen men under the roof".
_IN_IT = re.compile(r" (?:in|on|inside|aboard|under|beneath|below|within) (?:it|her|them|board|there)\b", re.IGNORECASE)
#: Who was at work or on the way when it happened.
_AT_WORK = re.compile(
    r" (?:were|was|are|had been) (?:then |all |still )?(?:on (?:the |its |that )?(?:\w+ ){0,2}?(?:shift|duty|watch)|at work|below ground|underground|on board|aboard"
    r"|(?:travell?ing |riding |seated |sitting |sleeping |waiting )?(?:on|in|aboard|inside) (?:the|that|its|both) (?:\w+ )?(?:train|bus|ferry|ship|boat|plane|carriages?|coach|stadium|theatre|theater|cinema|church|mosque|club|mine|pit|tunnel|mill"
    r"|factory|building|hall|hotel|school|market|bridge|stand)\b)"
    r"| had (?:gone|been) (?:down|below|in|underground|aboard|on board)\b| had (?:boarded|entered|clocked on|signed on|descended|embarked)\b"
    r"| (?:went|came) on (?:shift|duty)\b",
    re.IGNORECASE,
)
_OF_US = re.compile(r" of (?:us|them|the men)\b", re.IGNORECASE)
#: "Of the 240 on the train", "of the 30 aboard".
_OF_THE = re.compile(r"(?:\A|[.;,] )of (?:the|her|its) \Z", re.IGNORECASE)
_ON = re.compile(
    r"(?: who)?(?: (?:were|was|are|had been|reported|believed))?(?: (?:to be|all|then|already))* (?:on board|aboard|inside|underground"
    r"|(?:on|in|inside|at) (?:the|its|both|that|each) (?:\w+ ){0,2}(?:train|trains|bus|buses|ferry|ship|boat|vessel|plane|aircraft|flight|level|building|hall"
    r"|factory|club|nightclub|theatre|theater|cinema|hotel|school|church|mosque|market|mine|pit|shaft|tunnel|carriages?|coach|stadium"
    r"|station|platform|deck|bridge|village|camp|house|prison|ward|hospital|square|room|plant|mill|warehouse|tower|lift|cabin|resort))\b",
    re.IGNORECASE,
)
_WITH_ABOARD = re.compile(r" (?:on board|aboard)\b", re.IGNORECASE)
_HOME = re.compile(
    r"\b(?:town|city|village|district|settlement|suburb|camp|island|valley|community|municipality|township|port|hamlet|neighbou?rhood) of \Z"
    r"|\b(?:home to|population of|inhabited by) \Z",
    re.IGNORECASE,
)
_DWELLERS = frozenset("inhabitant people resident soul villager".split())
_DWELLINGS = frozenset(
    "town city village district settlement suburb camp island valley community municipality township port hamlet place".split()
)
_WITH = re.compile(
    r"\b(army|navy|police|air force|(?:armed|security) forces|troops|marines|military|national guard|coast ?guard|gendarmerie"
    r"|fire (?:brigade|service|department)|brigade|rescue (?:services?|teams?|crews?)|rescuers|firefighters|teams|red cross|red crescent|civil (?:defen[cs]e|protection))\b"
    r"[^.;:]{0,30}?,? (?:with|deploying|using|sent|deployed|mobili[sz]ed)(?: a total of| some| about)? \Z",
    re.IGNORECASE,
)
#: "The crowd, of at most 500 persons", "a band, perhaps sixty in number", "the self-defence, numbering about 80".
_BODY = re.compile(
    r"\b((?:[\w]+-)?(?:crowd|mob|band|gang|group|garrison|force|militia|guard|procession|column|party|posse|self-defen[cs]e|demonstration|march|rally"
    r"|congregation|shift|convoy|caravan|detachment|contingent|unit|battalion|regiment|squad|crew|delegation))\b(?: of [\w' -]{2,40}?)?,? ?(?:which |who )?"
    r"(?:(?:had|was|were|is|numbering|numbered|of|perhaps|some|about|around|estimated at|totalling|with|at its \w+|at the \w+|then|probably|only|at first) ?)*\Z",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"(?: (?:persons|people|men|members|souls|strong|in number|in all|head)\b|[-, ]strong\b|[,.;)]|\Z| at the outset\b)",
    re.IGNORECASE,
)
_FORCES = re.compile(r"army|navy|police|force|troops|marines|military|guard|gendarmerie", re.IGNORECASE)
_GATE = re.compile(
    r"\b(?:travell?ing|riding|seated|numbering|numbered|in number|strong|shift|crew of|garrison|complement|congregation|audience|workforce|duty|watch|at work|below|had|have|of the|there's|in it|crowd|mob|band|members|yet|self-defen[cs]e|procession|garrison|militia|there (?:were|was|are|had been)|still|remain\w*|under|beneath|behind|aboard|on board|with|home to|population|inhabit\w+|residents|souls"
    r"|(?:town|city|village|district|settlement|camp|island|port|community|hamlet|suburb|township|valley|municipality)(?:['’]s| of))\b",
    re.IGNORECASE,
)

#: "Seventy of the 72 on board" is told of its place, too.
_KINDS = KINDS | {"part", "article"}


def aboard(scene: Scene, setting: Setting, made: Sequence[Draft]) -> Iterator[Draft]:
    """The people of a scene that only their place tells of; `made` are its other counts."""
    if not scene.numbers or not _GATE.search(scene.words):
        return
    taken = [(draft.start, draft.end) for draft in made]
    for number, found in free_numbers(scene, setting, taken, _KINDS):
        told = _told(scene, setting, number, found)
        if told is not None:
            yield _draft(scene, setting, (number, found), told)


def of_the_body(drafts: Sequence[Draft], bodies: Sequence[Draft]) -> tuple[Draft, ...]:
    """ "The home guard, numbering 80, was attacked; 14 were killed": a bare number behind a body of people is of it."""
    body = next((b for b in bodies if b.slot in ("present", "attackers") and b.group != "total"), None)
    if body is None:
        return tuple(drafts)
    return tuple(
        replace(one, group=body.group)
        if one.group == "total"
        and one.start > body.end
        and isinstance(one.value, Figure)
        and len(one.value.text.split()) == 1
        else one
        for one in drafts
    )


def _told(scene: Scene, setting: Setting, number: numbers.Number, found: Phrase) -> tuple[str, str] | None:
    """The slot and the group that the place gives; None where it gives none."""
    words = scene.words
    noun = found.noun if found.noun is not None and found.noun.i > found.first.i else None
    end = max(number.end, noun.idx + len(noun) - scene.sent.start_char if noun is not None else 0)
    before, after = words[: number.start], words[end:]
    group = setting.groups.of(noun) if noun is not None else "total"
    left = _left_there(after, group, setting)
    if left is not None:
        return left
    helped = _WITH.search(before) if noun is not None and group not in ("hostages", "attackers") else None
    if helped is not None:
        return "responders", "security_forces" if _FORCES.search(helped.group(1)) else "responders"
    body = _body(scene, setting, number, found)
    if body is not None:
        return ("attackers", body) if body == "attackers" else ("present", body)
    if _is_present(noun, before, after):
        return "present", group
    manned = _MANNED.search(before)
    if manned is not None and (noun is None or group in ("total", "men")):
        at = scene.sent.start_char + manned.start(1)
        return "present", next((setting.groups.of(t) for t in scene.sent if t.idx == at), "total")
    return ("population", "total") if _lives(noun, before) else None


def _left_there(after: str, group: str, setting: Setting) -> tuple[str, str] | None:
    """Who is still in there: held where the account tells of captives, else trapped."""
    if is_still_held(group, after, setting):
        return "hostages_held", "hostages"
    if _SOUGHT.match(after):
        return "missing", group
    return ("trapped", group) if _STILL.match(after) or _UNDER.match(after) else None


def _is_present(noun: Token | None, before: str, after: str) -> bool:
    """ "86 people were on the train", "with 119 men in it", "there were thirty of us on it", "118 were on the back shift"."""
    if _WITH_ABOARD.match(after) or _AT_WORK.match(after) or _HAD_ABOARD.search(before):
        return True
    of_us = _OF_US.match(after)
    if _THERE.search(before) and (noun is not None or of_us is not None):
        rest = after[of_us.end() :] if of_us is not None else after
        return (
            _ON.match(rest) is not None
            or _IN_IT.match(rest) is not None
            or (
                of_us is not None
                and rest.startswith(
                    (
                        ",",
                        ".",
                        " at ",
                        " in ",
                        " on ",
                        " living ",
                        " working ",
                        " lodged ",
                        " lodging ",
                        " below ",
                        " underground",
                    )
                )
            )
        )
    if noun is not None and noun.lemma_.lower() in _GUESTS and _HAD.search(before):
        return True
    if _OF_THE.search(before) and _ON.match(after):
        return True
    return (
        noun is not None
        and _HAVING.search(before) is not None
        and (_IN_IT.match(after) is not None or _ON.match(after) is not None)
    )


def _body(scene: Scene, setting: Setting, number: numbers.Number, found: Phrase) -> str | None:
    """The group of the body of people that a number gives the size of; None where it gives none."""
    general = found.noun is None or setting.groups.of(found.noun) in ("total", "member")
    before = scene.words[: number.start]
    told = _BODY.search(before) if general and _STRONG.match(scene.words, number.end) else None
    if told is None:
        return None
    at = scene.sent.start_char + told.end(1)
    noun = next((t for t in scene.sent if t.idx + len(t) == at), None)
    group = setting.groups.of(noun) if noun is not None else "total"
    return "total" if group in ("crowd", "shift", "demonstration", "march", "rally", "group") else group


def _lives(noun: Token | None, before: str) -> bool:
    """ "A town of 5,000", "the town's 38,000 inhabitants"."""
    if noun is not None and noun.lemma_.lower() not in _DWELLERS:
        return False
    return _HOME.search(before) is not None or (noun is not None and _owner(noun))


def _owner(noun: Token) -> bool:
    """ "The town's 38,000 inhabitants"."""
    return any(c.dep_ == "poss" and (c.lemma_.lower() in _DWELLINGS or c.ent_type_ == "GPE") for c in noun.children)


def _draft(scene: Scene, setting: Setting, one: tuple[numbers.Number, Phrase], told: tuple[str, str]) -> Draft:
    number, found = one
    start, end = scene.start + number.start, scene.start + number.end
    if found.noun is not None and found.noun.i > found.first.i:
        end = max(end, token_extent(scene, [found.noun]).end)
    words = " ".join(setting.document.text[start:end].split())
    figure = Figure(number.low, number.high, "people", number.qualifier, words)
    head = found.head.head if found.head.dep_ in ("nsubj", "nsubjpass", "attr", "dobj") else found.head
    scope = Relation.PART if number.kind == "part" else found.scope
    return Draft(scene, start, end, told[0], told[1], figure, head, scope=scope, part="")
