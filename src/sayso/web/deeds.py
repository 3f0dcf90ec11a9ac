"""What changes the case: decide, take back, another house rule, another name. Each comes from a form of this room."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from sayso import judging
from sayso.web import asking
from sayso.web.desk import Desk
from sayso.web.effects import effect
from sayso.web.foresight import Foresight
from sayso.web.guard import KEY, WHO, Guard
from sayso.web.pages import EVENT, desk_of, entry_of, with_undoing
from sayso.web.problems import Problem
from sayso.web.room import Room
from sayso.web.templating import page, who_of

router = APIRouter()

_YEAR = 365 * 24 * 3600


class Asked:
    """The judgement form as it was sent."""

    def __init__(  # noqa: PLR0913, PLR0917 - the fields of the form
        self,
        request: Request,
        token: Annotated[str, Form()] = "",
        seen: Annotated[str, Form()] = "",
        entry: Annotated[str, Form()] = "",
        claim: Annotated[str, Form()] = "",
        choice: Annotated[str, Form()] = "",
        value: Annotated[str, Form()] = "",
        event: Annotated[str, Form()] = "",
        name: Annotated[str, Form()] = "",
        why: Annotated[str, Form()] = "",
    ) -> None:
        meant(request, token)
        self.seen, self.entry, self.claim, self.choice = seen, entry, claim, choice
        self.value, self.other, self.why = value, event or name, why
        self.event, self.name = event, name

    def decision(self, desk: Desk, by: str) -> judging.Decision:
        """What the form decides.

        Raises:
            Problem: what it is about is gone.
            JudgementError: it lacks something.
        """
        said = (by, self.why, self.value)
        if self.claim:
            if self.claim not in desk.shown.gathered.claims:
                raise Problem(404, "This claim is not in the case any more", "Decisions on it are kept in the history.")
            other = self.name if self.choice.endswith("_entity") else self.event
            return asking.claim_decision(self.claim, self.choice, other, said)
        found = entry_of(desk, self.entry)
        if found is None:
            raise Problem(
                404,
                "This question is not in the case any more",
                "A decision or new documents changed it. Go on in the queue.",
            )
        return asking.decision(desk.shown, found, self.choice, said)

    def now(self, desk: Desk) -> str:
        """What the form would remember if it were made now."""
        found = None if self.claim else entry_of(desk, self.entry)
        claims = (self.claim,) if self.claim else (found.claims if found is not None else ())
        return asking.seen(desk.shown, found, claims)


def meant(request: Request, token: str) -> None:
    """Refuse a change that does not carry the token of this browser's forms.

    Raises:
        Problem: it does not.
    """
    guard: Guard = request.app.state.guard
    given = token or request.headers.get("x-sayso-token", "")
    if not guard.is_meant(request.state.session, given):
        raise Problem(
            403,
            "This form has run out",
            "The room was started anew, or cookies are off. Load the page again; nothing was changed.",
        )


@router.post("/judgements")
def judge(request: Request, asked: Annotated[Asked, Depends()]) -> Response:
    """Keep a decision, unless the case changed under it."""
    room: Room = request.app.state.room
    by = who_of(request)
    with room.write() as store:
        desk = desk_of(request, current=True)
        if asked.seen.partition(".")[2] != asked.now(desk).partition(".")[2]:
            return stale(request, desk, asked)
        if not asked.why.strip():
            raise Problem(
                422,
                "A decision needs its reason",
                "Go back, say why, and save again: it is kept with your name and the time.",
            )
        after = desk.queue.after(asked.entry) if asked.entry else None
        judging.keep(store, room.drafted(asked.decision(desk, by)))
    room.work()
    where = f"/queue/{after.key}" if after is not None else f"/claims/{asked.claim}" if asked.claim else "/queue"
    return RedirectResponse(where, status_code=303)


@router.post("/judgements/{name}/undo")
def undo(
    request: Request, name: str, token: Annotated[str, Form()] = "", back: Annotated[str, Form()] = "/history"
) -> Response:
    """Take a decision back."""
    meant(request, token)
    room: Room = request.app.state.room
    with room.write() as store:
        judging.keep(store, judging.undoing(store.view(), name, by=who_of(request)))
    room.work()
    return RedirectResponse(_own(back), status_code=303)


@router.post("/undo")
def undo_last(
    request: Request, token: Annotated[str, Form()] = "", back: Annotated[str, Form()] = "/queue"
) -> Response:
    """Take back the last decision of whoever asks."""
    meant(request, token)
    room: Room = request.app.state.room
    by = who_of(request)
    with room.write() as store:
        shown = desk_of(request, current=True).shown
        mine = [one for one in shown.judgements if one.by == by and one.id in shown.held and one.undoes is None]
        if not mine:
            raise Problem(
                422, "You have decided nothing yet that could be taken back", "Others’ decisions are in the history."
            )
        judging.keep(store, judging.undoing(store.view(), mine[-1].id, by=by))
    room.work()
    return RedirectResponse(_own(back), status_code=303)


@router.post("/api/effect")
def foreseen(request: Request, asked: Annotated[Asked, Depends()]) -> JSONResponse:
    """What a decision would change, without keeping it; where that takes long, the answer is to ask again."""
    room: Room = request.app.state.room
    foresight: Foresight = request.app.state.foresight
    desk = desk_of(request)
    decision = asked.decision(desk, who_of(request) or "you")
    drafted = room.drafted(decision)

    def foresee() -> tuple[str, ...]:
        with room.opened() as store:
            return effect(store, desk.shown, drafted)

    question = (desk.shown.state, decision.kind, decision.claims, str(decision.value))
    told = foresight.ask(question, foresee)
    return JSONResponse({"effect": told or (), "working": told is None}, status_code=202 if told is None else 200)


@router.get("/api/standing")
def standing(request: Request) -> JSONResponse:
    """How far the case is: what a page says of it, and the state that it would show."""
    room: Room = request.app.state.room
    desk = desk_of(request)
    return JSONResponse({"notice": room.notice(desk), "state": list(desk.shown.state)})


@router.post("/rule")
def rule(
    request: Request,
    rule: Annotated[str, Form()],
    token: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/record",
) -> Response:
    """Put another house rule in force."""
    meant(request, token)
    room: Room = request.app.state.room
    room.put(rule)
    return RedirectResponse(_own(back), status_code=303)


@router.post("/who")
def who(
    request: Request,
    name: Annotated[str, Form()],
    token: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/queue",
) -> Response:
    """Say who decides from here on."""
    meant(request, token)
    told = " ".join("".join(one for one in name if one.isprintable()).split())[: judging.LONGEST_NAME]
    if not told:
        raise Problem(422, "A name is needed", "Decisions are kept with the name of who made them.")
    response = RedirectResponse(_own(back), status_code=303)
    response.set_cookie(WHO, quote(told), httponly=True, samesite="strict", max_age=_YEAR)
    return response


@router.post("/key")
def key(request: Request, given: Annotated[str, Form(alias="key")] = "") -> Response:
    """Let in whoever knows the token of an open room."""
    guard: Guard = request.app.state.guard
    if not guard.is_token(given):
        raise Problem(
            401, "That is not the token of this room", "Enter the token that whoever serves it gave you.", asks="key"
        )
    response = RedirectResponse("/queue", status_code=303)
    response.set_cookie(KEY, guard.key(), httponly=True, samesite="strict")
    return response


@router.post("/events")
def choose_event(event: Annotated[str, Form()], request: Request, token: Annotated[str, Form()] = "") -> Response:
    """Read another main event of the case from here on."""
    meant(request, token)
    response = RedirectResponse("/queue", status_code=303)
    response.set_cookie(EVENT, event, httponly=True, samesite="strict")
    return response


def stale(request: Request, desk: Desk, asked: Asked) -> Response:
    """The page for a decision on what has changed meanwhile: what changed, with the text kept."""
    if "application/json" in request.headers.get("accept", ""):
        raise Problem(409, "It changed while you were reading", "Nothing was saved. Look at it again, then decide.")
    known = asked.seen.partition(".")[0]
    since = desk.shown.judgements[int(known) :] if known.isdigit() else ()
    found = None if asked.claim else entry_of(desk, asked.entry)
    response = page(
        request,
        "room/stale.html",
        desk,
        asked=asked,
        entry=found,
        since=with_undoing(desk.shown, since),
        seen=asked.now(desk),
    )
    response.status_code = 409
    return response


def _own(path: str) -> str:
    """A path of this room; anything else leads to the queue."""
    return path if path.startswith("/") and not path.startswith("//") and "\\" not in path else "/queue"
