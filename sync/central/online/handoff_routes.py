"""The addresses on which a phone goes on with a kiosk's unfinished visit."""

from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.resources import files

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from kiosk.forum.errors import AnswersRejected
from kiosk.forum.handoff import HandoffRejected
from sync.central.central import Central
from sync.central.online.handoff import (
    ActivityClosed,
    FormState,
    OpenVisit,
    PackNotHere,
    begun,
    open_visit,
    read_form,
    submit,
)
from sync.central.online.words import WORDS
from sync.central.web.forms import FormUnreadable, comes_from_our_page, form_of
from sync.central.web.gate import Gate
from sync.central.web.pages import chosen_language, form_page
from sync.protocol.problems import BUSY, TOO_LARGE, Problem

_SCRIPT = (files("sync.central.web") / "templates" / "handoff.js").read_text(encoding="utf-8")
_REASONS = {HandoffRejected: ("rejected", 400), PackNotHere: ("not_here", 404), ActivityClosed: ("closed", 410)}


def handoff_router(central: Central, gate: Gate) -> APIRouter:
    """Return the routes over this central store."""
    router = APIRouter(include_in_schema=False)

    @router.get("/h/")
    async def opening(request: Request) -> Response:
        """Take the fragment, which only a script can read, to the form."""
        return form_page("handoff_opening.html", 200, chosen_language(request, None), script=True)

    @router.get("/h/open.js")
    async def script() -> Response:
        """Return our one script: it moves the fragment into a form and sends that."""
        return Response(_SCRIPT, 200, {"X-Content-Type-Options": "nosniff"}, "text/javascript; charset=utf-8")

    @router.post("/h/visit")
    async def form(request: Request) -> Response:
        """Show the visit, or what keeps it from being submitted, or submit it."""
        try:
            fields = await form_of(request)
        except FormUnreadable:
            return _apology(request, "rejected", 400)
        except Problem as problem:
            if problem.kind is BUSY:
                raise
            return _apology(request, "too_much" if problem.kind is TOO_LARGE else "rejected", problem.kind.status)
        if not comes_from_our_page(request):
            return _apology(request, "rejected", 403)
        try:
            return await gate.run(lambda: _answer(central, request, fields))
        except (HandoffRejected, PackNotHere, ActivityClosed) as error:
            return _apology(request, *_REASONS[type(error)])

    return router


def _answer(central: Central, request: Request, fields: Sequence[tuple[str, str]]) -> Response:
    now = datetime.now(UTC)
    sent = dict(fields)
    visit = open_visit(central, sent.get("sealed", ""), now)
    asked_for, spoken = sent.get("lang", ""), sent.get("language", "")
    language = next((each for each in (asked_for, spoken) if each in WORDS), None)
    language = language or chosen_language(request, visit.handoff.language)
    if "shown" not in sent:
        return _visit_page(visit, begun(visit), sent["sealed"], language, 200, told=False)
    state = read_form(visit, fields)
    if asked_for or not state.is_ready:
        return _visit_page(visit, state, sent["sealed"], language, 200 if asked_for else 422, told=not asked_for)
    try:
        token = submit(central, visit, state.answers, language, now)
    except AnswersRejected:
        return _visit_page(visit, state, sent["sealed"], language, 422, told=True)
    return RedirectResponse(f"/r/{token}?lang={language}", 303)


def _visit_page(visit: OpenVisit, state: FormState, sealed: str, language: str, status: int, *, told: bool) -> Response:
    in_pack = language if language in visit.pack.languages else visit.pack.languages[0]
    return form_page(
        "handoff.html",
        status,
        language,
        activity=visit.activity,
        questions=state.questions,
        state=state,
        sealed=sealed,
        told=told,
        spoken=in_pack,
        at=visit.handoff.at,
    )


def _apology(request: Request, reason: str, status: int) -> Response:
    return form_page("handoff_apology.html", status, chosen_language(request, None), reason=reason)
