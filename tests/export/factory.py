from __future__ import annotations

from datetime import date

from sayso.model import Estimate, Event, Figure, Place, Qualifier, Role, Stage, Status, Verdict, When

WHERE = Place("Harbour Hall", ("Portville", "Peru"), "PE", -12.25, -77.25, 2, "Harbour Hall, Portville")
DAY = date(2001, 3, 10)


def people(low, high=None, qualifier=Qualifier.EXACT, text=""):
    return Figure(low, low if high is None else high, "people", qualifier, text or str(low))


def on(first, last=None):
    last = last or first
    return When(f"{first}/{last}" if last != first else str(first), first, last, None, str(first))


def event(name, when, *, part=None, of=None, kind="hostage_taking", role=None, stage=Stage.ACCOMPLISHED):
    role = role or (Role.PART if of else Role.MAIN)
    return Event(name, kind, part, stage, f"Event {name}", role, of, when, WHERE, ("a",), (), ())


def estimate(of, slot, group, best, *, low=None, high=None, rules=None):
    by_rule = {name: Verdict(value, *_ends(value), "", not_covered=False) for name, value in (rules or {}).items()}
    ends = _ends(best) if low is None else (low, high)
    return Estimate(
        f"s-{of}-{slot}-{group}", of, slot, group, None, Status.SINGLE, (), best, *ends, "sayso", "Only A says so.",
        by_rule, (), False, (),
    )  # fmt: skip


def _ends(value):
    return (value.low, value.high) if isinstance(value, Figure) else (None, None)
