"""Lists of the dead and the hurt by name: "among the injured are X, 53; Y, 24; and Z", "the dead: X and Y".

Each name is one person. The word before the list says what befell them; the list ends with the first thing that is no name,
no age and nothing said of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words import lexicon
from sayso.model import Extent, Figure, Qualifier

_BEFALLEN = "dead|deceased|killed|slain|drowned|injured|wounded|hurt|missing|kidnapped|abducted|arrested|detained|rescued|saved|trapped|survivors|victims"
_NAMED = r"(?:(?:are|were|was|have been|has been) )?(?:later )?(?:identified|named|listed)(?: by [\w ]{3,40}?)? as"
_DEEDS = (
    r"died|drowned|perished|(?:were |was )?(?:killed|drowned|injured|wounded|hurt|arrested|rescued|saved|kidnapped)"
)
_OPENING = re.compile(
    rf"\b(?:among (?:the |those )(?P<among>{_BEFALLEN})(?: \w+){{0,3}}? (?:are|were|is|was)"
    rf"|\b(?:the|those) (?P<those>{_BEFALLEN})(?: \w+){{0,3}}? (?:{_NAMED}|are|were|include|included)"
    rf"|\b(?:identified|named) the (?:\w+ )?(?P<named>{_BEFALLEN}) as"
    rf"|\b(?:the|all|both) (?:\w+ )?(?:\w+ )?(?:who|that) (?:had |have )?(?P<who>{_DEEDS}) (?:{_NAMED}|are|were|was)"
    rf"|\bfollowing(?: \w+){{1,3}}? (?P<following>died|were killed|were injured|were wounded|were kidnapped)(?: \w+){{0,4}}(?=\s*:)"
    rf"|\A(?P<first>killed|injured|wounded|hurt|drowned|arrested|rescued)\b[^:;.,]{{0,60}}? (?:were|was|are|is)"
    r"|\b(?P<doing>killing|drowning|injuring|wounding)"
    rf"|(?:\A|[.;\n] *)(?:the )?(?P<label>{_BEFALLEN})(?=\s*:))\s*:?\s+",
    re.IGNORECASE,
)
_SLOTS = {
    **dict.fromkeys(("injured", "wounded", "hurt", "injuring", "wounding"), "injured"),
    **dict.fromkeys(("kidnapped", "abducted"), "hostages_taken"),
    **dict.fromkeys(("arrested", "detained"), "arrested"),
    **dict.fromkeys(("rescued", "saved"), "rescued"),
    "missing": "missing",
    "trapped": "trapped",
    "survivors": "survived",
    "victims": "victims",
}
#: Between a count and the names of those it counts.
_NAMING = re.compile(rf"(?: \w+)?(?:\s*[,:(\u2013\u2014-]\s*(?:they (?:are|were) )?|,? {_NAMED} )")
#: "They were named as", "the two men have been identified as": of those counted in the sentence before.
_THEY = re.compile(rf"\A(?:they|the (?:\w+ )?(?:\w+)) {_NAMED} ", re.IGNORECASE)
_COUNTED = frozenset("killed injured missing arrested rescued trapped survived".split())
#: A name: two to five words in capitals, ranks before it aside.
_RANK = (
    r"(?i:(?:first |second )?(?:Mr|Mrs|Ms|Dr|Sgt|Sergeant|Cpl|Corporal|Capt|Captain|Lt|Lieutenant|Maj|Major|Col|Colonel|Gen|General|Agent"
    r"|Guard|Officer|Private|Constable|Father|Sister|Judge|Senator|Deputy)\.? )*"
)
_WORD = r"(?!AND\b)[A-Z][\w'’-]+"
_NAME = re.compile(
    rf"{_RANK}(?P<name>{_WORD}(?:\s+(?:de|del|la|los|da|dos|van|von|bin|al|y|[A-Z]\.|{_WORD})){{0,4}}?\s+{_WORD})"
    r"(?=\s*(?:[,;.:(\n]|(?i:and)\b|\Z))"
)
_AGE = re.compile(r"(?i)\s*(?:,|\()\s*(?:aged? )?\d{1,3}(?: years old)?\)?(?=\s*(?:[,;.)]|and\b|\Z))")
_SAID = re.compile(
    r"\s*,\s*(?:(?i:an?|the|his|her|their|who|whose|from|of)\s[^,;.]{1,80}?|[a-z]+(?: [a-z]+)?)(?=[,;.]|\s+and\s+(?:[a-z]+ ){0,2}[A-Z][\w'-]+ [A-Z]|\Z)"
)
#: Who somebody is, before his name ("driver Alfred Pym", "her sister Ellen").
_ROLE = re.compile(r"(?:(?:the|an?|his|her|their) )?(?:[a-z][\w-]+ ){0,2}?(?P<role>[a-z][\w-]+)\s+(?=[A-Z])")
_NEXT = re.compile(r"(?i)\s*(?:[,;]\s*(?:and\s+)?|and\s+)\s*")


def listed(scene: Scene, setting: Setting, made: Sequence[Draft], past: Sequence[Draft] = ()) -> Iterator[Draft]:
    """Everybody whom a list of the scene names; `made` are those told already, `past` the counts of earlier scenes."""
    if not any(mark in scene.words for mark in (":", ",", ";", " and ", " as ")):
        return
    words = setting.document.text[scene.start : scene.end]
    told: list[tuple[str, Sequence[Extent]]] = []
    opening = _OPENING.search(words)
    if opening is not None:
        names = tuple(_names(words, opening.end(), setting))
        slot = _slot(opening)
        told.append((slot if slot != "victims" else _harm((*past, *made), len(names)), names))
    they = _THEY.match(words)
    if they is not None and past and scene.number - past[-1].scene.number <= 1:
        told.append((past[-1].slot, tuple(_names(words, they.end(), setting))))
    told += [(one.slot, names) for one in made if (names := _beside(one, words, setting))]
    taken = {(d.slot, d.about.start, d.about.end) for d in made if d.about is not None}
    for slot, persons in told:
        for at in persons if slot else ():
            draft = _draft(scene, words, at, slot)
            if draft is not None and not any(s == slot and draft.start < e and b < draft.end for s, b, e in taken):
                taken.add((slot, draft.start, draft.end))
                yield draft


def _slot(opening: re.Match[str]) -> str:
    """The slot of the word that opens a list."""
    told = next(told for told in opening.groups() if told).lower().split()[-1]
    return _SLOTS.get(told, "killed")


def _harm(counts: Sequence[Draft], people: int) -> str:
    """What befell "the victims": what the account counted as many of, else the harm it told of alone; "" where it told both."""
    harmed = [one for one in counts if one.slot in ("killed", "injured", "casualties")]
    same = [one.slot for one in harmed if isinstance(one.value, Figure) and one.value.low == one.value.high == people]
    slots = dict.fromkeys(same or [one.slot for one in harmed])
    if not slots or "killed" in same:
        return "killed"
    return next(iter(slots)) if len(slots) == 1 else ""


def _beside(one: Draft, words: str, setting: Setting) -> tuple[Extent, ...]:
    """ "Two, Ana Ruiz and Pedro Salas, in hospital": the names right behind a count, where they are as many."""
    value = one.value
    if one.slot not in _COUNTED or one.about is not None or not isinstance(value, Figure) or value.low != value.high:
        return ()
    naming = _NAMING.match(words, one.end - one.scene.start)
    names = tuple(_names(words, naming.end(), setting)) if naming is not None else ()
    return names if len(names) == value.low else ()


def _draft(scene: Scene, words: str, at: Extent, slot: str) -> Draft | None:
    """One person of a list."""
    start, end = scene.start + at.start, scene.start + at.end
    figure = Figure(1, 1, "people", Qualifier.EXACT, " ".join(words[at.start : at.end].split()))
    base = scene.sent.start_char
    span = scene.sent.doc.char_span(base + at.start, base + at.end, alignment_mode="expand")
    if span is None or not len(span) or any(token.pos_ in _NO_NAME for token in span):
        return None
    if all(token.ent_type_ in _PLACES for token in span):
        return None
    return Draft(scene, start, end, slot, None, figure, scene.sent.root, about=Extent(start, end))


#: What is in no name; where all is in capitals, any word looks like one.
_NO_NAME = frozenset("VERB AUX PRON DET NUM ADV CCONJ SCONJ".split())
_PLACES = frozenset("GPE NORP LOC FAC DATE TIME EVENT".split())


def _names(words: str, start: int, setting: Setting) -> Iterator[Extent]:
    """The names of a list, to its end."""
    place = _past_role(words, start, setting)
    while (name := _NAME.match(words, place)) is not None:
        yield Extent(name.start("name"), name.end("name"))
        place = name.end()
        for aside in (_AGE, _SAID):
            beside = aside.match(words, place)
            place = beside.end() if beside is not None else place
        following = _NEXT.match(words, place)
        if following is None:
            return
        place = _past_role(words, following.end(), setting)


def _past_role(words: str, place: int, setting: Setting) -> int:
    """Where a name may begin: behind the noun that says who its bearer is."""
    role = _ROLE.match(words, place)
    return role.end() if role is not None and _is_role(role["role"], setting) else place


def _is_role(noun: str, setting: Setting) -> bool:
    known = noun in lexicon.words("people", "nouns") or noun in lexicon.words("people", "kin")
    return (
        known
        or bool(setting.groups.words.of(noun))
        or noun.endswith(("er", "or", "ist", "man", "boy", "girl", "woman"))
    )
