"""Whether two names can be one person's or one organisation's: a table of features, each with its weight and its say.

A likeness keeps what each feature gave, so that a reader is told why. Every comparison is symmetric.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.fuzz import ratio

from sayso.normalisation.names_acronyms import STOP_WORDS, Acronym, english, is_acronym_of
from sayso.normalisation.names_forms import NameParts, fold, parts, skeleton, strip_titles
from sayso.normalisation.names_variants import are_two_names, is_short_for, one_name, without_articles


class Verdict(StrEnum):
    """Whether two names are one's: `possible` needs more than the names (the only one of that surname in the account)."""

    SAME = "same"
    POSSIBLE = "possible"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Feature:
    """One sign for (weight above 0) or against (below 0), in the words a reader is told."""

    name: str
    weight: float
    says: str


# The weights make the order of evidence; only two sums matter: SAME at 2 and above, APART below 0.
# A full name shared (surname and given name) is enough, a surname alone never is; a conflict outweighs all that speaks for.
FEATURES: dict[str, Feature] = {
    feature.name: feature
    for feature in (
        Feature("same_name", 4.0, "the same name"),
        Feature("accents", 0.0, "differs by accents, case or punctuation"),
        Feature("other_order", 2.0, "the same names, surname first in one of them"),
        Feature("surname", 1.0, "same surname"),
        Feature("surname_alike", 0.9, "surnames spelt alike"),
        Feature("part_of_name", 1.0, "one name is part of the other"),
        Feature("tail_of_name", 0.5, "two words of it shared"),
        Feature("given", 1.0, "same given name"),
        Feature("given_alike", 0.9, "given names spelt alike"),
        Feature("given_initial", 1.0, "the initial fits the given name"),
        Feature("given_short", 0.9, "one given name is short for the other"),
        Feature("given_slip", 0.9, "given names a letter apart, all others the same"),
        Feature("spelt_alike", 0.2, "no more than a spelling apart"),
        Feature("title", 0.2, "same title"),
        Feature("given_apart", -6.0, "different given names"),
        Feature("surname_apart", -6.0, "different surnames"),
        Feature("suffix_apart", -6.0, "one is junior or another generation"),
        Feature("translated", 3.0, "the same words in translation or other order"),
        Feature("acronym", 2.0, "an acronym of the other"),
        Feature("acronym_any_order", 1.0, "its letters are those of the other in another order, as in a translation"),
        Feature("acronym_loose", 0.5, "its letters are most of those of the other"),
        Feature("slip", 2.0, "differs by a slip of the pen"),
        Feature("number_apart", -6.0, "different numbers"),
        Feature("words_apart", -6.0, "different words"),
    )
}
_SAME, _APART = 1.8, 0.0
# Below five letters a changed letter makes another name (Riga, Riva); above, transliterations differ by a fifth.
_SHORTEST_ALIKE, _ALIKE_RATIO = 5, 78.0
# Where two more names are the same, a letter apart in four is a slip of the pen.
_SHORTEST_SLIP = 4
_LEGAL = frozenset(["inc", "ltd", "llc", "corp", "co", "company", "sa", "ag", "gmbh", "plc", "group"])


@dataclass(frozen=True, slots=True)
class Likeness:
    """The verdict on two names with the features that made it, strongest first."""

    verdict: Verdict
    weight: float
    features: tuple[Feature, ...]

    @property
    def why(self) -> str:
        """The features in words: "same surname, same given name"."""
        return ", ".join(feature.says for feature in self.features)


def _likeness(names: Iterable[str]) -> Likeness:
    features = tuple(sorted((FEATURES[name] for name in names), key=lambda one: (-abs(one.weight), one.name)))
    weight = round(sum(feature.weight for feature in features), 3)
    verdict = Verdict.APART if weight <= _APART else Verdict.SAME if weight >= _SAME else Verdict.POSSIBLE
    return Likeness(verdict, weight, features)


def same_person(one: str, other: str) -> Likeness:
    """Weigh whether two names are one person's.

    >>> same_person("Gen. Ana Brügge", "Ana Brugge").verdict
    <Verdict.SAME: 'same'>
    >>> same_person("Brugge", "Ana Brügge").verdict, same_person("Otto Brügge", "Ana Brügge").verdict
    (<Verdict.POSSIBLE: 'possible'>, <Verdict.APART: 'apart'>)
    """
    first, second = parts(one), parts(other)
    names = list(_titles(first, second))
    if first.suffix and second.suffix and first.suffix != second.suffix:
        names.append("suffix_apart")
    told = (without_articles((*taken.given, *taken.surname)) for taken in (first, second))
    words, more = sorted(told, key=lambda w: (len(w), w))
    if not words:
        return _likeness(("same_name",) if not more else ("surname_apart",))
    if words == more:
        bare = len(words) == 1
        names.extend(("surname",) if bare else ("same_name",))
        if strip_titles(one) != strip_titles(other):
            names.append("accents")
        return _likeness(names)
    names.extend(_bare(words[0], more) if len(words) == 1 else _full(words, more))
    return _likeness(names)


def _titles(first: NameParts, second: NameParts) -> Sequence[str]:
    return ("title",) if set(first.titles) & set(second.titles) else ()


def _bare(word: str, name: tuple[str, ...]) -> Sequence[str]:
    """A single name against another name: it can be a surname (the last word, or the one before it) or a given name."""
    if word in name[1:] or name == (word,):
        return ("surname",)
    if any(is_alike(word, part) for part in name[-1:]):
        return ("surname_alike",)
    return ("part_of_name",) if word in name else ("surname_apart",)


def _full(words: tuple[str, ...], more: tuple[str, ...]) -> Sequence[str]:
    """Two full names: first names against each other, then the rest, where middle and second surnames may be left out."""
    if is_tail(words, more):
        # "Cerda Molina" of "Luis Cerda Molina": two surnames without the given name, or a person called by a middle name.
        return ("part_of_name", "tail_of_name")
    if len(words) == len(more) and more in (words[1:] + words[:1], words[-1:] + words[:-1]):
        return ("other_order",)
    if len(words) > 2 and words[1:] == more[1:] and _is_given_slip(words[0], more[0]):
        return ("given_slip", "surname")
    given = _given(words[0], more[0])
    rest, longer = words[1:], list(more[1:])
    left = 0
    alike = False
    for word in rest:
        match = next((part for part in longer if _fits(word, part)), None)
        if match is None:
            left += 1
            continue
        alike = alike or match != word
        longer = longer[longer.index(match) + 1 :]
    if left or given == "given_apart":
        return tuple(dict.fromkeys((given, "surname_apart" if left else "surname")))
    near = (
        {word for word in (given, "surname_alike") if word.endswith("_alike")} if alike else {given} & {"given_alike"}
    )
    return (given, "surname_alike" if alike else "surname", *(("spelt_alike",) if near else ()))


def is_tail(words: tuple[str, ...], more: tuple[str, ...]) -> bool:
    """Whether a name's words, however they are spelt, are the last of a longer one.

    >>> is_tail(("rosa", "velasquez"), ("ana", "rosa", "velazquez"))
    True
    """
    if len(words) >= len(more):
        return False
    return all(word == part or is_alike(word, part) for word, part in zip(words, more[-len(words) :], strict=True))


def _is_given_slip(one: str, other: str) -> bool:
    """Whether two given names are a letter apart, and no pair that both are names ("Mario" and "Maria")."""
    if min(len(one), len(other)) < _SHORTEST_SLIP or are_two_names(one, other) or _differ_by_gender(one, other):
        return False
    return DamerauLevenshtein.distance(one, other) == 1


def _fits(word: str, part: str) -> bool:
    """Whether two words of names can be one: the same, spelt alike, or an initial."""
    return word == part or is_alike(word, part) or (1 in (len(word), len(part)) and word[0] == part[0])


def _given(one: str, other: str) -> str:
    if one == other:
        return "given"
    if 1 in (len(one), len(other)) and one[0] == other[0]:
        return "given_initial"
    if is_short_for(one, other) or is_short_for(other, one):
        return "given_short"
    return "given_alike" if is_alike(one, other) else "given_apart"


def is_alike(one: str, other: str) -> bool:
    """Whether two folded words are spellings of one name: same consonants, or one slip in a long word.

    >>> is_alike("gaddafi", "qadhafi"), is_alike("maria", "mario"), is_alike("martin", "martinez")
    (True, False, False)
    """
    if one_name(one) == one_name(other):
        return True
    if are_two_names(one, other):
        return False
    if min(len(one), len(other)) < _SHORTEST_ALIKE or not (one + other).isalpha():
        return False
    if skeleton(one) == skeleton(other):
        return not _differ_by_gender(one, other) and (ratio(one, other) >= _ALIKE_RATIO or _one_skeleton(one, other))
    return min(len(one), len(other)) >= 8 and DamerauLevenshtein.distance(one, other) == 1


def _differ_by_gender(one: str, other: str) -> bool:
    """Mario and Maria, Claudio and Claudia: one vowel at the end is another person."""
    return one[:-1] == other[:-1] and {one[-1], other[-1]} <= set("aeo")


def _one_skeleton(one: str, other: str) -> bool:
    """Whether enough consonants are shared to speak for themselves."""
    return len(skeleton(one)) >= 3 and ratio(one, other) >= 50.0


def same_organisation(one: str, other: str) -> Likeness:
    """Weigh whether two names are one organisation's or group's.

    >>> same_organisation("Frente de Liberación Nacional", "National Liberation Front").why
    'the same words in translation or other order'
    """
    first, second = sorted((_telling(one), _telling(other)), key=lambda words: (len(words), words))
    if first == second:
        return _likeness(("same_name",) if one == other else ("same_name", "accents"))
    acronym = is_acronym_of(one, other) or is_acronym_of(other, one)
    if acronym is not None:
        return _likeness((_BY_ACRONYM[acronym],))
    if _numbers(first) != _numbers(second):
        return _likeness(("number_apart",))
    if len(english(first)) > 1 and sorted(english(first)) == sorted(english(second)):
        return _likeness(("translated",))
    if _is_slip(" ".join(first), " ".join(second)):
        return _likeness(("slip",))
    words, more = sorted((english(first), english(second)), key=lambda one: (len(one), one))
    is_part = len(words) >= 2 and any(more[at : at + len(words)] == words for at in range(len(more) - len(words) + 1))
    return _likeness(("part_of_name",) if is_part else ("words_apart",))


_BY_ACRONYM = {Acronym.ORDERED: "acronym", Acronym.ANY_ORDER: "acronym_any_order", Acronym.LOOSE: "acronym_loose"}


def _telling(name: str) -> tuple[str, ...]:
    words = tuple(word for word in fold(name).split() if word not in _LEGAL and word not in STOP_WORDS)
    return words or tuple(fold(name).split())


def _numbers(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(word for word in words if re.search(r"\d", word)))


def _is_slip(one: str, other: str) -> bool:
    """One letter wrong, missing or swapped in a long name."""
    return min(len(one), len(other)) >= 10 and DamerauLevenshtein.distance(one, other) == 1
