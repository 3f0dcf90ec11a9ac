"""`sayso judge`: decide from the terminal, list what was decided, take it back."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.places import Case

if TYPE_CHECKING:
    from sayso.model import Judgement
    from sayso.store import Store, View

_LISTS = ("list", "claims", "touched", "orphans")


def judge(
    case: Case,
    what: Annotated[
        str,
        typer.Argument(
            help="accept, reject, correct, move, same_event, apart_event, same_entity, apart_entity, settle, same_origin, "
            "dismiss or note; undo; or one of the lists: list, claims, touched, orphans.",
            metavar="WHAT",
        ),
    ],
    names: Annotated[
        list[str] | None, typer.Argument(help="Ids of claims; for undo the id of a judgement; for claims a slot.")
    ] = None,
    value: Annotated[str | None, typer.Option("--value", help="For correct and settle: the value.")] = None,
    why: Annotated[str, typer.Option("--why", help="The reason, kept with the decision.")] = "",
    by: Annotated[str | None, typer.Option("--by", help="Who decides; by default the user's name.")] = None,
) -> None:
    """Decide what a machine cannot; every decision is kept with its reason and can be taken back.

    \b
      sayso judge siege.sayso claims hostages_taken     the claims of a slot, with their ids
      sayso judge siege.sayso reject c4d5... --why "a sum of money, not people"
      sayso judge siege.sayso settle c4d5... --value "about 500" --why "the roll says so"
      sayso judge siege.sayso undo j09a...
      sayso judge siege.sayso touched                   decisions that newer documents bear on
    """
    from sayso.store import Store  # noqa: PLC0415 - the help must open fast

    given = tuple(names or ())
    with Store.open(case, read_only=what in _LISTS) as store:
        if what in _LISTS:
            for line in _LISTED[what](store.view(), given):
                typer.echo(line)
            return
        made = _decided(store, what, given, (value, why, by or user()))
    typer.echo(f"{_words(made)}\nkept as {made.id}; take it back with: sayso judge {case} undo {made.id}")


def _decided(store: Store, what: str, names: tuple[str, ...], said: tuple[str | None, str, str]) -> Judgement:
    """Keep a decision, or take one back."""
    from sayso import judging  # noqa: PLC0415 - the help must open fast
    from sayso.errors import JudgementError, UnknownNameError  # noqa: PLC0415 - as above
    from sayso.model import JudgementKind  # noqa: PLC0415 - as above

    value, why, by = said
    if what == "undo":
        if len(names) != 1:
            raise JudgementError("undo takes the id of one judgement; `sayso judge CASE list` shows them")
        return judging.undo(store, names[0], by=by, why=why)
    known = tuple(kind.value for kind in JudgementKind)
    if what not in known:
        raise UnknownNameError("judgement", what, (*known, "undo", *_LISTS))
    kind = JudgementKind(what)
    claims = judging.whole_question(store.view(), names) if kind is JudgementKind.SETTLE else names
    return judging.decide(store, judging.Decision(kind, claims, by, why, value))


def user() -> str:
    """The name of who is at the keyboard; empty where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name
        return ""


def _all(view: View, _: Sequence[str]) -> Iterator[str]:
    from sayso.model import standing  # noqa: PLC0415 - the help must open fast

    told = view.judgements()
    held = {one.id for one in standing(told)}
    for one in told:
        yield f"{one.id}  {one.at[:16]}  {_words(one)}{'' if one.id in held else '  (taken back)'}"
    if not told:
        yield "nothing was decided yet"


def _claims(view: View, slots: Sequence[str]) -> Iterator[str]:
    for slot in slots or (None,):
        for claim in view.claims(slot=slot):
            quote = " ".join(claim.quote.split())
            yield f"{claim.id}  {claim.slot}{f' ({claim.group})' if claim.group else ''}  {claim.document}: “{quote}”"


def _touched(view: View, _: Sequence[str]) -> Iterator[str]:
    from sayso import judging  # noqa: PLC0415 - the help must open fast

    found = judging.touched(view)
    for one, claims in found:
        yield f"{one.id}  {_words(one)}  new evidence: {', '.join(claims)}"
    if not found:
        yield "no decision is touched by newer evidence"


def _orphans(view: View, _: Sequence[str]) -> Iterator[str]:
    from sayso import judging  # noqa: PLC0415 - the help must open fast

    found = judging.orphaned(view)
    for one in found:
        yield f"{one.id}  {_words(one)}  its claim is gone"
    if not found:
        yield "every decision still has its claims"


def _words(one: Judgement) -> str:
    """A decision on one line."""
    if one.undoes is not None:
        return f"{one.by}: taken back {one.undoes}{f' ({one.why})' if one.why else ''}"
    said = ", ".join(f"“{' '.join(target.quote.split())}”" for target in one.targets[:3])
    text = f" to {one.value.text}" if one.value is not None else ""
    return f"{one.by}: {one.kind.value}{text} {said}{f' ({one.why})' if one.why else ''}"


_LISTED: dict[str, Callable[[View, Sequence[str]], Iterator[str]]] = {
    "list": _all,
    "claims": _claims,
    "touched": _touched,
    "orphans": _orphans,
}
