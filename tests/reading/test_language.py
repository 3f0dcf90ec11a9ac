from __future__ import annotations

import pytest

from sayso.reading.language import language, other_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Two men died in Kabul on Sunday.", "en"),
        ("Troops storm Lima residence", "en"),
        ("Members of the Frente Patriótico Manuel Rodríguez claimed the bombing of the pylon.", "en"),
        ("Dos hombres murieron en Kabul el domingo, según la policía de la ciudad.", "es"),
        ("Drei Männer starben am Sonntag bei einem Anschlag auf eine Moschee in Kabul.", "de"),
        ("Спецназ взял штурмом здание, в котором удерживали заложников.", "ru"),
        ("قتل ثلاثة أشخاص في انفجار بوسط المدينة يوم الأحد", "ar"),
        ("word", "und"),
        ("12 34 56", "und"),
        ("", "und"),
    ],
)
def test_a_language_is_said_where_there_is_enough_text(text, code):
    assert language(text) == code


SPANISH = (
    "Los hombres armados tomaron la casa de la aduana y retienen a cuarenta personas, según la policía del puerto. Dos"
    " guardias fueron heridos por los disparos en la entrada del edificio."
)
ENGLISH = (
    "The gunmen took the customs house and are holding forty people, the port police said. Two guards were wounded by the"
    " shots that were fired at the door of the building."
)


@pytest.mark.parametrize(
    ("text", "whole", "code"),
    [
        (SPANISH, "en", "es"),
        (ENGLISH, "es", "en"),
        (ENGLISH, "en", None),
        (SPANISH, "und", None),
        (SPANISH[:80], "en", None),
        ("Спецназ взял штурмом здание, в котором удерживали заложников. " * 3, "en", "ru"),
        (
            "Killed: Juan Pérez, María del Carmen Ríos, José de la Cruz, Luis Huamán, Rosa Quispe, Ana Flores. " * 2,
            "en",
            None,
        ),
        (
            "Members of the Frente Patriótico Manuel Rodríguez and the Movimiento de Izquierda Revolucionaria. " * 2,
            "en",
            None,
        ),
    ],
)
def test_a_stretch_is_of_another_language_only_where_that_is_sure(text, whole, code):
    assert other_language(text, whole) == code
