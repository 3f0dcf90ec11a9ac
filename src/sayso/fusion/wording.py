"""Values, accounts and lists in words that a stranger understands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sayso.fusion.questions import Question
from sayso.fusion.scene import Scene
from sayso.fusion.stretch import is_point
from sayso.model import Actor, Figure, Place, Qualifier, Role, Truth, Value, When

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LONGEST = 80


def say(value: Value, scene: Scene) -> str:
    """A value in words: figures and days in full, the rest as it was told."""
    if isinstance(value, Figure):
        return number(value.low) if value.qualifier is Qualifier.EXACT and value.low == value.high else _told(value)
    if isinstance(value, When):
        return _dated(value)
    if isinstance(value, Place):
        return ", ".join(dict.fromkeys((value.name, *value.inside[:1])))
    if isinstance(value, Actor):
        known = scene.entities.get(value.entity or "")
        return known.name if known is not None else value.name
    if isinstance(value, Truth):
        return "yes" if value.holds else "no"
    text = " ".join(value.text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + " ..."


def number(told: float | None) -> str:
    """A number with its thousands parted.

    >>> number(70000), number(2.5), number(None)
    ('70,000', '2.5', '?')
    """
    if told is None:
        return "?"
    return f"{int(told):,}" if float(told).is_integer() else f"{told:,}"


def day(told: date) -> str:
    """A day in words.

    >>> day(date(1989, 11, 9))
    '9 November 1989'
    """
    return f"{told.day} {_MONTHS[told.month - 1]} {told.year}"


def listed(parts: Iterable[str]) -> str:
    """A list as one says it.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    told = list(parts)
    return told[0] if len(told) == 1 else ", ".join(told[:-1]) + " and " + told[-1] if told else ""


def names(documents: Iterable[str], scene: Scene, longest: int = 4) -> str:
    """Accounts by name; beyond a handful, how many more."""
    told = [scene.name(document) for document in sorted(set(documents))]
    if len(told) <= longest + 1:
        return listed(told)
    return f"{', '.join(told[:longest])} and {len(told) - longest} more"


def counted(count: int, noun: str) -> str:
    """A small number with its noun.

    >>> counted(1, "origin"), counted(3, "account")
    ('one origin', 'three accounts')
    """
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    said = words[count] if count < len(words) else str(count)
    return f"{said} {noun}{'' if count == 1 else 's'}"


def asked_in(asked: Question, scene: Scene) -> str:
    """What is asked, with the part or the other event it is asked of: "Rescue or raid: Killed (hostages)"."""
    event, said = scene.events.get(asked.event), question(asked.slot, asked.group, asked.about, scene)
    if event is None or event.role is Role.MAIN:
        return said
    title = scene.fusion.parts.get(event.part, event.part) if event.part is not None else event.title
    return f"{title[:1].upper()}{title[1:]}: {said}" if title else said


def question(slot: str, group: str | None, about: str | None, scene: Scene) -> str:
    """What is asked, by its neutral name: "Killed (hostages)"."""
    said = scene.form(slot).display
    who = scene.entities.get(about or "")
    if who is not None:
        return f"{said} ({who.name})"
    if (
        group is None
        or group == "total"
        or scene.form(slot).display.lower().startswith(group.rstrip("s").replace("_", " "))
    ):
        return said
    return f"{said} ({scene.group(group).display})"


def verb(documents: Sequence[str], one: str, many: str) -> str:
    """The form of a verb for as many accounts."""
    return one if len(set(documents)) == 1 else many


def _told(value: Figure) -> str:
    if value.text:
        return value.text
    if value.high is None:
        return f"{number(value.low)} or more"
    return f"{number(value.low)} to {number(value.high)}"


def _dated(value: When) -> str:
    if value.earliest is not None and value.earliest == value.latest:
        return f"{day(value.earliest)}{f', {value.time}' if value.time else ''}"
    if value.earliest is None and value.latest is None and value.time is not None:
        return value.time if not value.text or is_point(value) else " ".join(value.text.split())
    return value.text or value.edtf
