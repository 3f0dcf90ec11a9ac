from __future__ import annotations

from dataclasses import replace

from sayso.export import hedges
from sayso.export.told import told
from sayso.model import Figure, Qualifier, Reading


def test_each_account_keeps_its_own_hedge(case):
    view = told(case.view)
    like = next(one for one in case.claims if isinstance(one.value, Figure))
    nearly = Figure(450, 499, "people", Qualifier.NEARLY, "nearly 500")
    about = Figure(450, 550, "people", Qualifier.ABOUT, "about 500")
    claims = {"a": replace(like, id="a", value=nearly), "b": replace(like, id="b", value=about, document="other")}

    class View:
        claim = staticmethod(claims.get)

    reading = Reading(nearly, ("a", "b"), (like.document, "other"), (), ())
    parts = hedges.apart(replace(view, view=View()), [reading])
    assert [(one.value.text, one.documents) for one in parts] == [
        ("nearly 500", (like.document,)),
        ("about 500", ("other",)),
    ]


def test_what_a_person_put_right_is_told_as_it_was_put(case):
    view = told(case.view)
    one = next(one for one in case.claims if isinstance(one.value, Figure))
    right = Figure(7, 7, "people", Qualifier.EXACT, "7")
    reading = Reading(right, (one.id,), (one.document,), (), ())
    assert hedges.apart(replace(view, corrected=frozenset({one.id})), [reading]) == [reading]


def test_numbers_stand_from_small_to_large(case):
    asked = [hedges.sharp(one) for one in case.estimates if len(one.readings) > 1]
    figures = [[one.value for one in told if isinstance(one.value, Figure) and one.value.low] for told in asked]
    assert any(len(values) > 1 for values in figures)
    assert all(values == sorted(values, key=lambda one: (one.low, one.high or one.low)) for values in figures)
