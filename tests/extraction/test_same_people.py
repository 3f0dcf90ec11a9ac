"""Whom a count without a noun is of: those counted before, where "of them" says so or what befell them comes to nobody else."""

import pytest
from tests.extraction.telling import said

TOLD = [
    ("The army attacked the camp on Monday. It said 40 rebels took part and that soldiers killed 15 of them.", "killed", "attackers"),
    ("The police lost four of their number in the riot on Monday.", "killed", "security_forces"),
    ("The guard was stabbed in the riot on Monday. Four of his comrades were lightly wounded.", "injured", "security_forces"),
    ("Four workers were arrested after the riot on Monday. Two were let go.", "released", "workers"),
    ("The attack on Monday left 12 soldiers wounded. Two died in hospital.", "killed", "security_forces"),
    ("The gang took nine hostages on Monday. Three were released and two escaped.", "escaped", "hostages"),
    ("Some 40 miners were trapped by the fire on Monday. Eleven were brought up alive.", "rescued", "miners"),
]  # fmt: skip
OTHERS = [
    ("Two policemen were killed on Monday and 30 people were hurt. Four died.", "killed", ["security_forces", "total"]),
    ("Nine soldiers were wounded in the attack on Monday. The toll climbed to five.", "killed", ["total"]),
    ("Two workers were arrested on Monday. Nine were let go.", "released", ["total"]),
]


@pytest.mark.parametrize(("text", "slot", "group"), TOLD)
def test_some_of_those_counted_before_are_of_their_group(text, slot, group):
    assert group in [claim.group for claim in said(text, slot)]


@pytest.mark.parametrize(("text", "slot", "groups"), OTHERS)
def test_others_are_of_no_group(text, slot, groups):
    assert [claim.group for claim in said(text, slot)] == groups
