"""Speakers, joined to whom they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.linking.factory import account, claim, document, episode, figure, mention, speaker

from sayso.linking.joining import join, register
from sayso.model import Entity


@pytest.mark.parametrize(
    ("text", "who", "is_joined"),
    [
        ("Sixty were killed, a nurse, Awa Diop, said.", "a nurse", True),
        ("Sixty were killed, residents, Awa Diop among them, said.", "residents", False),
    ],
)
def test_one_speaker_is_the_person_named_behind(text: str, who: str, is_joined: bool) -> None:
    told = document("a", text)
    name = mention(told, "Awa Diop")
    start = text.index(who)
    said = replace(speaker(who, "indirect"), speaker_start=start, speaker_end=start + len(who))
    one = replace(claim(told, 0, "killed", figure(60)), attribution=(said,))
    known = register([Entity("n1", "person", "Awa Diop", (), (name,), ())])
    (joined,) = join([account(told, episode(0), claims=(one,), mentions=(name,))], {}, known)
    assert (joined.attribution[0].entity == "n1") is is_joined
