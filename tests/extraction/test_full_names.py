"""One man by several names: his surname alone, his surnames, or all of his names."""

from __future__ import annotations

from tests.extraction.telling import said, tell


def test_a_surname_is_of_the_man_told_of_in_full():
    text = "Gunmen murdered Bernard Holt in Turin on Monday. Holt was killed at his door, police said."
    assert {claim.value.name.title() for claim in said(text, "victim")} == {"Bernard Holt"}


def test_who_was_killed_is_a_person():
    account = tell("The magistrate Ana Salas Rey was murdered in Turin on Monday. Salas Rey was 50.")
    killed = {c.about_span.start for c in account.claims if c.slot == "killed" and c.about_span is not None}
    assert {m.kind for m in account.mentions if m.start in killed} == {"person"}
