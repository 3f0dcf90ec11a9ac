"""Those who came: what soldiers and police do on the scene, and the men of a body of soldiers."""

import pytest
from tests.extraction.telling import said


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Rioters burned the mill on Friday. A platoon of 32 men moved to the scene.", 32),
        ("Inmates killed a guard on Friday. The yard was retaken by 260 men of the State Highway Patrol.", 260),
        ("Rioters killed a clerk on Friday. A squad of twelve gendarmes barred the road.", 12),
        ("Rioters killed a clerk on Friday. Forty constables stood before the town hall.", 40),
        ("The flood killed six people on Friday. Some 200 soldiers were ordered to the dyke.", 180),
    ],
)
def test_forces_on_the_scene_are_counted(text, count):
    assert [(claim.group, claim.value.low) for claim in said(text, "responders")] == [("security_forces", count)]


def test_a_body_of_rebels_is_no_force():
    claims = said("Rebels shelled the fort on Friday. A rebel patrol of 32 men moved to the scene.", "responders")
    assert [claim for claim in claims if claim.group == "security_forces"] == []
