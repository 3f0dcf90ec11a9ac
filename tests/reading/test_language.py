from __future__ import annotations

import pytest

from sayso.reading.language import language


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
