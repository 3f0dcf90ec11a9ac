"""What a slot of an event is called on the page, in the codebook's neutral words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from sayso.codebook import SlotForm
from sayso.dossier.gathered import Gathered
from sayso.dossier.phrases import capital, small, value_words
from sayso.model import Actor, Estimate, Event, Figure, Value

#: Groups named as a body: one counts members of it.
_BODIES = frozenset({"forces", "police", "staff", "military", "army", "personnel", "crew"})

#: Words for many that take an "of".
_HEAPS = frozenset({"dozens", "scores", "tens", "hundreds", "thousands", "millions"})


_QUOTED = re.compile("\u201c([^\u201d]*)\u201d")


def form(gathered: Gathered, slot: str) -> SlotForm:
    """How the codebook shows a slot; one it does not know is told by its own name."""
    known = gathered.codebook.fusion.slots.get(slot)
    if known is not None:
        return known
    name = capital(slot.replace("_", " "))
    return SlotForm(display=name, question=f"{name}?", family="act")


def group_name(gathered: Gathered, group: str) -> str:
    """A group's display name; a group of the text's own noun in the plural."""
    known = gathered.codebook.fusion.groups.get(group)
    if known is not None:
        return small(known.display)
    return group if group.endswith("s") else f"{group}s"


def part_name(gathered: Gathered, event: Event) -> str:
    """What a part of the event is called ("the raid")."""
    if event.part is None:
        return event.title
    return gathered.codebook.fusion.parts.get(event.part, event.part)


def type_name(gathered: Gathered, event: Event) -> str:
    """What kind of event it is."""
    return gathered.codebook.fusion.event_types.get(event.type, event.type.replace("_", " "))


def row_name(gathered: Gathered, estimate: Estimate) -> str:
    """The name of an estimate within its event: slot, group, and whom it is about."""
    display = form(gathered, estimate.slot).display
    name = display
    if estimate.group is not None and not _goes_without_saying(gathered, estimate):
        group = group_name(gathered, estimate.group)
        if estimate.group == "total":
            name = f"{display} in all"
        elif _is_verbal(gathered, estimate):
            name = capital(f"{group} {small(display)}")
        else:
            name = f"{display}: {group}"
    about = gathered.entities.get(estimate.about or "")
    if about is None or isinstance(estimate.best, Actor):
        return name
    return f"{name}: {about.name}"


def statement(gathered: Gathered, estimate: Estimate, value: Value) -> tuple[str, str, str]:
    """A value as a sentence: words before, the value to be printed strong, words after.

    A count of a group reads "14 attackers | killed", "240 hostages | taken"; anything else "Place: | residence |".
    """
    about = gathered.entities.get(estimate.about or "")
    if isinstance(value, Figure) and about is None and estimate.group is not None:
        counted = _counted(gathered, estimate, value)
        if counted is not None:
            return "", *counted
    if about is not None and isinstance(value, Figure) and value.unit == "people" and value.low == value.high == 1:
        return "", about.name, f" {small(form(gathered, estimate.slot).display)}"
    shown = about.name if about is not None and isinstance(value, Actor) else value_words(value)
    return f"{row_name(gathered, estimate)}: ", shown, ""


def _counted(gathered: Gathered, estimate: Estimate, value: Figure) -> tuple[str, str] | None:
    """Amount with noun, and what is said of it; None where slot and group make no sentence."""
    display = small(form(gathered, estimate.slot).display)
    noun = group_name(gathered, estimate.group or "")
    if estimate.group == "total":
        return ("nobody", f" {display}") if value.high == 0 else (value_words(value), f" {display} in all")
    if display.startswith(noun):
        return _amount_of(value, noun), display[len(noun) :]
    if _is_verbal(gathered, estimate):
        return _amount_of(value, noun), f" {display}"
    if " " not in display and display.endswith("s"):
        return _amount_of(value, display), ""
    return None


def in_numbers(gathered: Gathered, message: str) -> str:
    """A sentence that names accounts by title or outlet, with their numbers on this page in the place of the names."""
    return numbering(gathered)(message)


def numbering(gathered: Gathered) -> Callable[[str], str]:
    """What sets numbers in the place of the names of accounts, for many sentences.

    An outlet whose name could be a word of the sentence ("Time") stays, as does one that publishes several accounts.
    """
    told = tuple((one.title, gathered.outlets[one.id]) for one in gathered.documents)
    titles, outlets, pattern = _numbered(told)

    def numbered(message: str) -> str:
        if "\u201c" in message:
            message = _QUOTED.sub(lambda found: titles.get(found[1], found[0]), message)
        return message if pattern is None else pattern.sub(lambda found: outlets[found[0]], message)

    return numbered


@lru_cache(maxsize=4)
def _numbered(
    told: tuple[tuple[str, str], ...],
) -> tuple[dict[str, str], dict[str, str], re.Pattern[str] | None]:
    """Titles and outlets of the accounts, in order, with their numbers; one pattern finds all outlets."""
    titles: dict[str, str] = {}
    for at, (title, _) in enumerate(told, start=1):
        titles.setdefault(title, f"[{at}]")
    often = Counter(outlet for _, outlet in told)
    outlets = {
        outlet: f"[{at}]"
        for at, (_, outlet) in enumerate(told, start=1)
        if often[outlet] == 1 and (" " in outlet or outlet.isupper())
    }
    # The longest first: one name may begin as another does.
    names = "|".join(re.escape(one) for one in sorted(outlets, key=lambda one: (-len(one), one)))
    return titles, outlets, re.compile(rf"(?<!\w)(?:{names})(?!\w)") if names else None


def whom(gathered: Gathered, estimate: Estimate) -> str:
    """The group of an estimate, where the slot's own name does not say it."""
    if estimate.group is None or _goes_without_saying(gathered, estimate):
        return ""
    return "in all" if estimate.group == "total" else group_name(gathered, estimate.group)


def _amount_of(value: Figure, noun: str) -> str:
    """An amount with its noun, in the grammar of zero, one, many and "dozens of"."""
    if value.low == value.high == 0:
        return f"no {noun}"
    if value.low == value.high == 1:
        return f"1 {_singular(noun)}"
    words = value_words(value)
    if noun.rsplit(" ", 1)[-1] in _BODIES:
        return f"{words} of the {noun}"
    return f"{words} of {noun}" if words.rsplit(" ", 1)[-1].lower() in _HEAPS else f"{words} {noun}"


def _singular(noun: str) -> str:
    """One of a plural: "captor or attacker"; "of the security forces" where the words name a body."""
    choices = noun.split(" or ")
    if any(" " in one or not one.endswith("s") or one.endswith("ss") for one in choices):
        return f"of the {noun}" if " " in noun else noun
    return " or ".join(one.removesuffix("s") for one in choices)


def _goes_without_saying(gathered: Gathered, estimate: Estimate) -> bool:
    """True where the slot's own name names the group, or counts no other."""
    group = estimate.group or ""
    known = gathered.codebook.extraction.slots.get(estimate.slot)
    if known is not None and known.group == group:
        return True
    stem = group_name(gathered, group).removesuffix("s")
    return stem in form(gathered, estimate.slot).display.lower()


def _is_verbal(gathered: Gathered, estimate: Estimate) -> bool:
    """True where the slot's name is a word said of a group ("killed"), not a count of its own ("hostages taken")."""
    known = gathered.codebook.extraction.slots.get(estimate.slot)
    display = form(gathered, estimate.slot)
    return display.family == "count" and (known is None or known.group is None)
