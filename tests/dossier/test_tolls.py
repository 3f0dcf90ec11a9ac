"""Named people stand beside the tolls; whom no account puts into a group is not put into one here."""

from __future__ import annotations

from dataclasses import replace

from harbour import MadeCase, claim, estimate, harbour, people, reading
from telling import page, words

from sayso.model import Entity, Mention, Status


def naming(quote: str) -> str:
    """What the section on people says where one of the dead soldiers is named in these words."""
    case: MadeCase = harbour()
    document = case.held["documents"][0]
    told = claim(document, quote, "killed", people(1, 1, "one"), event="raid")
    made = estimate("killed", Status.SINGLE, [reading(told.value, told)], event="raid", best=told.value)
    mention = Mention(document.id, 0, 7, "Harbour", "person", "A")
    case.add("entities", Entity("p1", "person", "Ana Ruiz", (), (mention,), ()))
    case.add("claims", told)
    case.add("estimates", replace(made, id="raid-killed-ana", about="p1"))
    return words(page(case), '<section id="people"', "</section>")


def test_who_is_counted_and_named_in_one_breath_stands_beside_the_toll() -> None:
    said = naming("Two soldiers")
    assert "Ana Ruiz" in said
    assert "1 without a name" in said
    assert "group is not told" not in said


def test_who_is_named_alone_is_put_into_no_group() -> None:
    assert "Killed (raid), of which group is not toldAna Ruiz" in naming("Port Verity")
