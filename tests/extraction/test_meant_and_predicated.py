from __future__ import annotations

import pytest
from tests.extraction.telling import bounds, said

MEANT = [
    ("The ferry sank at noon. Tom Vane was a quiet man. He drowned in the hold.", "killed", "Tom Vane"),
    ("The ferry sank at noon. Ana Ruiz went back for the child. She was badly hurt.", "injured", "Ana Ruiz"),
    ("Soldiers raided the inn. Luis Prado left by the back gate. He was arrested at the bridge.", "arrested", "Luis Prado"),
]  # fmt: skip
OPEN = [
    ("Two men died when the ferry sank. Tom Vane met Karl Berg on the quay. He drowned.", "killed"),
    ("The raid failed. Police will not name Tom Vane until he is arrested.", "arrested"),
    ("The crash shook the town. Ann Reed and several neighbours did not hear the shot that wounded him.", "injured"),
]
MINE = [
    ("The hall collapsed. I was pulled out by my hair.", "rescued"),
    ("The hall collapsed. I was wounded in the thigh.", "injured"),
    ("Soldiers raided the inn and they arrested me in the cellar.", "arrested"),
]
PREDICATED = [
    ("The only fatality of the fire was the cook.", "killed"),
    ("The ferry sank. The navigator was the only survivor.", "survived"),
    ("The ferry sank. Among the dead was a boy who sold matches.", "killed"),
    ("The bridge collapsed. The last to be rescued was a conductor.", "rescued"),
    ("The bridge collapsed. The toll includes a fireman.", "killed"),
]


@pytest.mark.parametrize(("text", "slot", "name"), MEANT)
def test_a_pronoun_tells_of_the_one_who_can_be_meant(text: str, slot: str, name: str) -> None:
    found = [claim for claim in said(text, slot) if claim.about_span is not None]
    assert [text[c.about_span.start : c.about_span.end] for c in found if c.about_span] == [name]


@pytest.mark.parametrize(("text", "slot"), OPEN)
def test_a_pronoun_that_may_mean_two_names_nobody(text: str, slot: str) -> None:
    assert not [claim for claim in said(text, slot) if claim.about_span is not None]


@pytest.mark.parametrize(("text", "slot"), MINE)
def test_who_tells_what_befell_himself_is_one(text: str, slot: str) -> None:
    assert bounds(text, slot) == [(1, 1)]


@pytest.mark.parametrize(("text", "slot"), PREDICATED)
def test_who_is_said_to_be_the_dead_is_one_of_them(text: str, slot: str) -> None:
    assert (1, 1) in bounds(text, slot)


def test_kin_are_called_as_by_a_name() -> None:
    assert (1, 1) in bounds("The shell fell at noon. Mother was killed at the well.", "killed")
    assert not said("The fire was put out. A Mother Hubbard dress was lost in it.", "killed")
