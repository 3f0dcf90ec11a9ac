"""Small letters given back to a text in capitals: names stand out, and no character moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extraction.parsing.casing import casing_of
from sayso.extraction.parsing.nlp import ordinary
from sayso.extraction.parsing.wording import readable


def _cased(text: str) -> str:
    return readable(text, casing_of([text], ordinary()))


@pytest.mark.parametrize(
    ("capitals", "cased"),
    [
        ("GENERAL OSVALDO MENDEZ WAS SHOT IN SAN SALVADOR.", "General Osvaldo Mendez was shot in San Salvador."),
        ("THE U.S. EMBASSY WAS HIT ON 3 MARCH.", "The U.S. embassy was hit on 3 March."),
        ("THE XLA (XANTIAN LIBERATION ARMY) FREED HIM.", "The XLA (Xantian Liberation Army) freed him."),
        ('THE "WHITE ROAD" GUERRILLAS ATTACKED.', 'The "White Road" guerrillas attacked.'),
        ("THE NATIONAL POLICE ARRESTED TWO MEN.", "The National Police arrested two men."),
        ("VICTOR WALKER WAS HIT. WALKER DIED ON THE HILL.", "Victor Walker was hit. Walker died on the hill."),
        ("LUIS CARLOS GALAN AND HUGO REYES LEFT.", "Luis Carlos Galan and Hugo Reyes left."),
        ("TROOPS LEFT SAN SALVADOR WEST OF THE PRICE MARKET.", "Troops left San Salvador west of the price market."),
        ("THE SOLDIER HELD AN AK-47.", "The soldier held an AK-47."),
        ("ATTORNEY CARLOS RUIZALEZ DIED IN EL SALVADOR.", "Attorney Carlos Ruizalez died in El Salvador."),
    ],
)
def test_names_stand_out(capitals: str, cased: str) -> None:
    assert _cased(capitals) == cased


def test_an_agency_s_marks_are_no_words() -> None:
    assert readable("[TEXT] A BOMB EXPLODED TODAY.").strip() == "A bomb exploded today."


@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=200))
def test_no_character_moves(text: str) -> None:
    assert len(_cased(text.upper())) == len(text.upper())
