"""The page of a consulted body: no account, one link, one answer."""

from fastapi import Response

from kiosk.forum.errors import ForumError
from kiosk.forum.seoul import seoul_day
from sync.central.proposals.consulting import OpinionClosed, answer, find_by_token
from sync.central.proposals.reading import dossier
from sync.central.review.proposal import Stage
from sync.central.staff.desk import Ask
from sync.central.staff.pages import message_page, page
from sync.central.staff.words import say


def show_opinion(ask: Ask) -> Response:
    """Show what the body is asked about, and the form for its opinion."""
    return _form(ask, 200, None)


def give_opinion(ask: Ask) -> Response:
    """Keep the opinion."""
    if not ask.typed("author").strip() or not ask.typed("answer").strip():
        return _form(ask, 422, say(ask.language, "required-fields"))
    try:
        answer(ask.central, ask.path["token"], ask.typed("author"), ask.typed("answer"), ask.now)
    except ForumError:
        return message_page(ask.shown, 409, "opinion-closed", "opinion-closed-lead")
    return message_page(ask.shown, 200, "opinion-title", "opinion-thanks")


def _form(ask: Ask, status: int, problem: str | None) -> Response:
    try:
        opinion = find_by_token(ask.central, ask.path["token"])
    except OpinionClosed:
        return message_page(ask.shown, 404, "opinion-closed", "opinion-closed-lead")
    with ask.central.database.reading() as connection:
        found = dossier(connection, opinion.proposal_id, seoul_day(ask.now))
    awaited = found is not None and any(stop.body == opinion.body for stop in found.state.open_stops)
    if found is None or opinion.answered_at or not awaited or found.state.stage is Stage.WITHDRAWN:
        return message_page(ask.shown, 410, "opinion-closed", "opinion-closed-lead")
    return page(
        ask.shown,
        "opinion.html",
        status,
        opinion=opinion,
        of=found.stored,
        problem=problem,
        author=ask.typed("author"),
        answer=ask.typed("answer"),
    )
