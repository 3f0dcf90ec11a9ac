from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.normalisation.names import (
    FEATURES,
    Verdict,
    fold,
    is_acronym_of,
    key,
    parts,
    same_organisation,
    same_person,
    strip_titles,
)

NAMES = st.text(alphabet="abcdeéñÁZYX .-'", min_size=1, max_size=24)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("José  ÁLVAREZ", "jose alvarez"),
        ("Łódź", "lodz"),
        ("O'Brien", "obrien"),
        ("O’Brien", "obrien"),
        ("W.Va.", "wva"),
        ("Jean-Luc", "jean luc"),
        ("Straße", "strasse"),
    ],
)
def test_folding_takes_accents_case_and_signs_away(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("name", "titles", "given", "surname"),
    [
        ("President Ana Brügge", ("president",), ("ana",), ("brugge",)),
        ("Gen. Otto", ("gen",), (), ("otto",)),
        ("Supreme Court Justice Ana de la Cruz", ("supreme", "court", "justice"), ("ana",), ("de", "la", "cruz")),
        ("Ana María Brügge", (), ("ana", "maria"), ("brugge",)),
        ("al-Sisi", (), (), ("al", "sisi")),
        ("Brügge, Ana", (), ("ana",), ("brugge",)),
        ("Princess Anna of Denmark", ("princess",), (), ("anna",)),
        ("General", (), (), ("general",)),
    ],
)
def test_name_is_taken_apart(name, titles, given, surname):
    taken = parts(name)
    assert (taken.titles, taken.given, taken.surname) == (titles, given, surname)


def test_titles_are_stripped_as_written():
    assert strip_titles("Lt. Col. Ana Brügge’s") == "Ana Brügge"


@pytest.mark.parametrize(
    ("one", "other"), [("Muammar Gaddafi", "Qadhafi"), ("Ana Brügge", "Brugge"), ("Tchaikovsky", "Tchaikovski")]
)
def test_spellings_share_their_key(one, other):
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Ana Brügge", "ANA BRUGGE", "same"),
        ("Gen. Ana Brügge", "Ana Brugge", "same"),
        ("Ana Brügge Molina", "Ana Brügge", "same"),
        ("Ana María Brügge", "Ana Brügge", "same"),
        ("A. Brügge", "Ana Brügge", "same"),
        ("Muammar Gaddafi", "Moammar Gadhafi", "same"),
        ("Brügge", "Ana Brügge", "possible"),
        ("Brügge", "Ana Brügge Molina", "possible"),
        ("Brügge Molina", "Ana Brügge Molina", "possible"),
        ("Otto Brügge", "Ana Brügge", "apart"),
        ("Ana Brügge", "Ana Molina", "apart"),
        ("Juan Luis Brügge", "Juan Carlos Brügge", "apart"),
        ("Mario Brügge", "Maria Brügge", "apart"),
        ("Otto Brügge Jr.", "Otto Brügge Sr.", "apart"),
        ("Otto Martin", "Otto Martinez", "apart"),
        ("Molina", "Ana Brügge", "apart"),
    ],
)
def test_people_are_weighed(one, other, verdict):
    assert same_person(one, other).verdict == verdict
    assert same_person(one, other) == same_person(other, one)


@given(NAMES, NAMES)
def test_weighing_is_symmetric(one, other):
    assert same_person(one, other) == same_person(other, one)
    assert same_organisation(one, other).verdict == same_organisation(other, one).verdict


def test_likeness_says_why():
    assert same_person("Ana Brügge", "Ana Molina Brügge").why == "same given name, same surname"
    assert all(feature.says and feature.name == name for name, feature in FEATURES.items())


@pytest.mark.parametrize(
    ("acronym", "expansion", "how"),
    [
        ("ELN", "Ejército de Liberación Nacional", "ordered"),
        ("E.L.N.", "Ejército de Liberación Nacional", "ordered"),
        ("ELN", "National Liberation Army", "any_order"),
        ("FRA", "Armed Forces of Resistance", "any_order"),
        ("FMLN", "Farabundo Marti National Liberation Front", "loose"),
        ("UN", "United Nations", "ordered"),
        ("UN", "Nations United", None),
        ("ELN", "Red Cross", None),
        ("ELN", "Ejército", None),
    ],
)
def test_acronym_fits_its_expansion(acronym, expansion, how):
    assert is_acronym_of(acronym, expansion) == how


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Red Dawn Front", "the Red Dawn Front", "same"),
        ("Frente Alba Roja", "Alba Roja Front", "same"),
        ("ELN", "Ejército de Liberación Nacional", "same"),
        ("ELN", "National Liberation Army", "possible"),
        ("Red Dawn", "Red Dawn Front", "possible"),
        ("Red Dawn Liberation Front", "Red Dawn Liberaton Front", "same"),
        ("10th Brigade", "20th Brigade", "apart"),
        ("Peruvian Army", "Peruvian Navy", "apart"),
    ],
)
def test_organisations_are_weighed(one, other, verdict):
    assert same_organisation(one, other).verdict == verdict


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("Muhammad al-Tayyib", "Mohamed el-Tayeb", True),
        ("Muhammad al-Tayyib", "Mohammed Tayeb", True),
        ("Yusuf al-Qaradi", "Youssef el Karadi", True),
        ("Aleksandr Petrov", "Alexander Petrov", True),
        ("Nikolay Tchernov", "Nikolai Chernov", True),
        ("Mohamed Said", "Mahmoud Said", False),
        ("Ahmed Hassan", "Ahmad Hussein", False),
        ("Alexander Petrov", "Alexandra Petrov", False),
    ],
)
def test_spellings_of_one_name_are_one_and_like_names_are_two(one: str, other: str, is_one: bool) -> None:
    assert (same_person(one, other).verdict is Verdict.SAME) is is_one
