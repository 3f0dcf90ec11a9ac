from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.normalisation.places import find_chains


def marked(text):
    """Spans out of a text in which candidates stand as `[words|LABEL]`."""
    plain, spans = "", []
    for outside, words, label in re.findall(r"([^\[]*)(?:\[([^|\]]+)\|(\w+)\])?", text):
        plain += outside
        if words:
            spans.append((len(plain), len(plain) + len(words), label))
            plain += words
    return plain, spans


def names(text):
    plain, spans = marked(text)
    return [chain.names for chain in find_chains(plain, spans)]


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("held at the [Danish|NORP] embassy in [Riga|GPE], [Latvia|GPE].", [("Danish embassy", "Riga", "Latvia")]),
        ("a party at [Riga|GPE]'s Danish Embassy for him", [("Danish Embassy", "Riga")]),
        ("at [Riga|GPE]’s Danish Embassy", [("Danish Embassy", "Riga")]),
        ("in the leafy district of [Getafe|ORG] they met", [("Getafe",)]),
        (
            "the home of the Danish consul in [Riga|GPE], the capital of [Latvia|GPE].",
            [("home of the Danish consul", "Riga", "Latvia")],
        ),
        ("[SAN SALVADOR|GPE] ([EL SALVADOR|GPE]), 12 MAR", [("SAN SALVADOR", "EL SALVADOR")]),
        (
            "at the [Riga|GPE] residence of Danish consul [Ole Lund|PERSON].",
            [("residence of Danish consul Ole Lund", "Riga")],
        ),
        ("In [Arica|GPE] prison near [Tacna|GPE], he", [("Arica prison", "Arica"), ("Tacna",)]),
        ("[the U.S. Embassy|ORG] in [Nairobi|GPE]", [("U.S. Embassy", "Nairobi")]),
        ("the [U.S.|GPE] Embassy in [Nairobi|GPE]", [("U.S. Embassy", "Nairobi")]),
        ("in [Aurora|GPE], [Colo.|GPE], police said", [("Aurora", "Colo.")]),
        ("in [Aurora, Colo.|GPE], police said", [("Aurora", "Colo.")]),
        ("from [Lyon|GPE], [Paris|GPE] and [Lille|GPE]", [("Lyon",), ("Paris",), ("Lille",)]),
        (
            "envoys of [Japan|GPE], [Venezuela|GPE], [Cuba|GPE] and [Chile|GPE]",
            [("Japan",), ("Venezuela",), ("Cuba",), ("Chile",)],
        ),
        ("[Saint Anne School in Uvalde|ORG], [Texas|GPE]", [("Saint Anne School", "Uvalde", "Texas")]),
        (
            "a gas station on [Main Street|FAC] in [Springfield|GPE], [Illinois|GPE]",
            [("gas station", "Main Street", "Springfield", "Illinois")],
        ),
        ("the hospital was full", []),
        ("by the army.\n\nThe Danish embassy in [Riga|GPE]", [("Danish embassy", "Riga")]),
        ("by the army. The Danish\nembassy in\n[Riga|GPE], [Latvia|GPE]", [("Danish embassy", "Riga", "Latvia")]),
        ("THE DANISH EMBASSY IN [RIGA|GPE] WAS", [("DANISH EMBASSY", "RIGA")]),
        ("left [Riga|GPE]\n\n[Latvia|GPE]", [("Riga",), ("Latvia",)]),
        ("[Ana Toledo|PERSON] met us. [Toledo|GPE] spoke", []),
    ],
)
def test_names_are_joined_by_the_words_between_them(text, chains):
    assert names(text) == chains


@pytest.mark.parametrize(
    "text", ["12 miles north of [Kabul|GPE]", "near [Kabul|GPE]", "on the outskirts of [Kabul|GPE]"]
)
def test_nearness_is_told(text):
    plain, spans = marked(text)
    assert find_chains(plain, spans)[0].is_near


def test_extents_hold_the_names():
    plain, spans = marked("at the home of the Danish consul in [Riga|GPE], the capital of [Latvia|GPE].")
    (chain,) = find_chains(plain, spans)
    assert tuple(plain[extent.start : extent.end] for extent in chain.extents) == chain.names
    assert plain[chain.start : chain.end].startswith("home of")


@given(
    st.lists(
        st.sampled_from(["[Riga|GPE]", "[Latvia|GPE]", "embassy", " in ", ", ", "'s ", " near ", "the ", "\n"]),
        max_size=12,
    )
)
def test_each_candidate_stands_in_at_most_one_chain(pieces):
    plain, spans = marked("".join(pieces))
    chains = find_chains(plain, spans)
    assert [chain.start for chain in chains] == sorted(chain.start for chain in chains)
    for before, after in pairwise(chains):
        assert before.end <= after.start


def test_what_a_town_holds_stands_before_it_and_behind_what_lies_in_it() -> None:
    text = "He was shot outside a bar in Ashby's West Hill District."
    spans = [(text.index("Ashby"), text.index("Ashby") + 5, "GPE"), (text.index("West"), len(text) - 1, "GPE")]
    (chain,) = find_chains(text, spans)
    assert chain.names == ("bar", "West Hill District", "Ashby")
