"""What an event that is only mentioned is called."""

from __future__ import annotations

from tests.linking.factory import AREQUIPA, CODEBOOK, OSLO, account, claim, document, episode, figure, mention, when

from sayso.linking import link
from sayso.model import Claim, Event, Role, Span

PASSING = {"event_type": "other", "is_passing": True, "triggers": (Span(30, 31, "x"),)}
TEXT = "A siege in Arequipa ended.\nEleven men died at Kinrosh in the days of old."


def passing(*claims: tuple[str, object], names: tuple[str, ...] = ("Kinrosh",), **given: object) -> Event:
    """The one event that a text on a siege only mentions."""
    told = document("a", TEXT, title="The siege")
    made: list[Claim] = [claim(told, 0, "killed", figure(2))]
    made += [claim(told, 1, slot, value, at=30 + n) for n, (slot, value) in enumerate(claims)]  # type: ignore[arg-type]
    episodes = (episode(0, where=AREQUIPA), episode(1, **{**PASSING, **given}))
    mentions = tuple(mention(told, name, "place") for name in names)
    found = link([told], [account(told, *episodes, claims=tuple(made), mentions=mentions)], CODEBOOK)
    (event,) = [one for one in found.events if one.role is Role.MENTIONED]
    return event


KILLED = ("killed", figure(11))


def test_what_came_of_it_where_and_when_name_an_event_without_a_type() -> None:
    assert passing(KILLED, when=when("1986"), title="Eleven men died").title == "Deaths, Kinrosh, 1986"


def test_a_type_and_a_place_of_its_own_stand_first() -> None:
    assert passing(KILLED, event_type="shooting", where=OSLO).title == "Shooting, Oslo"


def test_its_own_words_name_it_only_where_nothing_else_does() -> None:
    assert passing(KILLED, names=(), title="Long ago").title.startswith("Deaths: “A siege in Arequipa ended")


def test_what_is_told_aside_is_no_event_of_a_day_and_says_so() -> None:
    event = passing(("date_start", when("1907-05")), title="", triggers=())
    assert event.title == "Told aside in “The siege”"
    assert event.when is None
