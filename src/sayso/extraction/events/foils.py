"""Other deeds that a sentence of the story names in passing: what it answered, what it came after, what it is likened to.

"The bomb was in retaliation for a raid that killed six", "the second attack in a day, following one on the barracks on 30 April
which injured 15": day, place and figures there are those of the other deed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from sayso.extraction.events.scenes import Scene, Time
from sayso.extraction.events.story import Story
from sayso.model import Extent

if TYPE_CHECKING:
    from spacy.tokens import Token

#: A sentence without one of these words holds no foil.
_CUE = re.compile(
    r"\b(?:response|retaliat\w*|reprisals?|revenge|aveng\w+|vengeance|follow\w*|after|later|since|similar|reminiscent|comparable|like|such as|echo\w*|answer)\b",
    re.IGNORECASE,
)
#: "The town had been spared since 2008, when a car bomb killed eight": what follows is of then.
_SINCE_WHEN = re.compile(r"\bsince ((?:[A-Z][a-z]+ )?(?:1[5-9]|20)\d\d,? when\b)")
#: What a deed answers: "in retaliation for ...", "an act of revenge for ...".
_ANSWERS = frozenset("response retaliation reprisal revenge vengeance answer".split())
_AVENGING = frozenset({"avenge"})
_AFTER = frozenset({"after", "following"})
#: "The attack came a week after ...": the whole sentence sets one deed beside another.
_COMING = frozenset("come be occur happen take follow".split())
_LIKENING = frozenset("similar reminiscent comparable".split())
_OTHER = frozenset("another earlier previous similar separate prior past recent last".split())
_TIMES = frozenset("last this yesterday earlier ago previous days hours weeks months week month day night year".split())
_RELATIVE = ("WDT", "WRB", "WP")
_A_DAY = timedelta(days=1)


def foils(scenes: Sequence[Scene], story: Story) -> tuple[Extent, ...]:
    """The stretches of the document in which the story's sentences tell of another deed, in order."""
    found = (at for scene in scenes if _CUE.search(scene.words) for at in (*named(scene), *_dated(scene, story)))
    return tuple(sorted(found, key=lambda at: (at.start, at.end)))


def named(scene: Scene) -> Iterator[Extent]:
    """The stretches of a sentence that name another deed by their own words, whenever the story was."""
    if not _CUE.search(scene.words):
        return
    if (match := _SINCE_WHEN.search(scene.words)) is not None:
        yield Extent(scene.start + match.start(1), scene.end)
    deeds = _deeds(scene)
    for deed in deeds.values():
        if _is_instance(deed) or (
            _is_another(deed) and (_is_answered(deed) or (_is_followed(deed) and _is_set_beside(deed, deeds)))
        ):
            yield _stretch(deed, scene)
    for token in scene.sent:
        if token.lower_ in _LIKENING:
            for like in (c for c in token.children if c.lower_ == "to" and c.dep_ == "prep"):
                yield _extent(scene, like.left_edge, like.right_edge)


def _dated(scene: Scene, story: Story) -> Iterator[Extent]:
    """The stretches that name a deed with a day of its own before that of the story."""
    for deed in _deeds(scene).values():
        if (_is_answered(deed) or _is_followed(deed)) and _is_dated_before(deed, scene, story):
            yield _stretch(deed, scene)


def _deeds(scene: Scene) -> dict[int, Token]:
    """The nouns of a sentence that name a deed."""
    return {t.token.i: t.token for t in scene.triggers if t.token.pos_ in ("NOUN", "PROPN")}


def _is_answered(deed: Token) -> bool:
    """Is it what another deed was an answer to?"""
    if deed.dep_ == "dobj" and deed.head.lemma_.lower() in _AVENGING:
        return True
    above = deed.head.head
    return deed.dep_ == "pobj" and deed.head.lower_ in ("to", "for") and above.lower_ in _ANSWERS


def _is_instance(deed: Token) -> bool:
    """ "Other cases, such as the murder of the bishop": one of several, and so none of the story's."""
    as_ = deed.head
    is_such = as_.lower_ == "as" and as_.i > deed.sent.start and as_.nbor(-1).lower_ == "such"
    return deed.dep_ == "pobj" and is_such


def _is_followed(deed: Token) -> bool:
    return (deed.dep_ == "pobj" and deed.head.lower_ in _AFTER) or (
        deed.dep_ == "dobj" and deed.head.lemma_.lower() == "follow"
    )


def _is_set_beside(deed: Token, deeds: dict[int, Token]) -> bool:
    """Does the sentence only tell when one deed was by another ("the bombing came two days after a raid")?"""
    verb = deed.head if deed.dep_ == "dobj" else deed.head.head
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return verb.lemma_.lower() in _COMING and subject is not None and subject.i in deeds


def _is_another(deed: Token) -> bool:
    """ "A raid", "an earlier bombing", "last week's attack", not "the attack"."""
    words = {c.lower_ for c in deed.children} | {g.lower_ for c in deed.children for g in c.children}
    is_bare = deed.tag_ == "NNS" and not any(c.dep_ in ("det", "poss") for c in deed.children)
    return is_bare or bool(words & _OTHER) or any(c.lower_ in ("a", "an") and c.dep_ == "det" for c in deed.children)


def _is_dated_before(deed: Token, scene: Scene, story: Story) -> bool:
    """Has it a day of its own, before that of the story?"""
    at = _stretch(deed, scene)
    return any(at.start <= time.start < at.end and _is_before(time, story) for time in scene.times)


def _is_before(time: Time, story: Story) -> bool:
    when = time.when
    if when is None or when.latest is None or story.began is None:
        return False
    return when.latest <= story.began - _A_DAY


def _stretch(deed: Token, scene: Scene) -> Extent:
    """The deed with all that is said of it, to the end of the sentence where a clause on it follows a comma."""
    last = deed.right_edge
    while last.i + 1 < scene.sent.end and _is_time(last.nbor(1)):
        last = last.nbor(1)
    after = last.nbor(1) if last.i + 1 < scene.sent.end else None
    opens = after.nbor(1) if after is not None and after.text == "," and after.i + 1 < scene.sent.end else None
    opens = opens or after
    is_clause = opens is not None and (
        opens.tag_ in _RELATIVE or (opens.lower_ == "in" and _next_tag(opens, scene) in _RELATIVE)
    )
    return _extent(scene, deed.left_edge, scene.sent[-1] if is_clause else last)


def _is_time(token: Token) -> bool:
    """ "A raid last week": part of a time, by the recogniser or by its words."""
    return token.ent_type_ in ("DATE", "TIME") or token.lower_ in _TIMES or token.dep_ == "npadvmod"


def _next_tag(token: Token, scene: Scene) -> str:
    return token.nbor(1).tag_ if token.i + 1 < scene.sent.end else ""


def _extent(scene: Scene, first: Token, last: Token) -> Extent:
    return Extent(scene.parse.base + first.idx, scene.parse.base + last.idx + len(last))
