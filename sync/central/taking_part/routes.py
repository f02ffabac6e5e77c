"""The addresses on which anybody takes part from home."""

from datetime import UTC, date, datetime
from typing import Any

from fastapi import APIRouter, Request, Response

from kiosk.forum.packs import Activity, words_in
from kiosk.forum.seoul import seoul_day
from sync.central.central import Central
from sync.central.public.pages import public_page
from sync.central.public.publisher import NotPublishedYet, Publisher
from sync.central.public.words import day_text
from sync.central.taking_part.closing_pages import about_page, contact_page, leave_page, review_page, sent_page
from sync.central.taking_part.desk import TakingDesk
from sync.central.taking_part.offered import OfferedPacks
from sync.central.taking_part.question_pages import minutes_text, question_page, start_page
from sync.central.taking_part.taking import texts
from sync.central.web.gate import Gate
from sync.central.web.pages import chosen_language


def taking_part_router(central: Central, gate: Gate, publisher: Publisher) -> APIRouter:
    """Return the routes over this central store."""
    router = APIRouter(include_in_schema=False)
    packs = OfferedPacks(central.database)

    @router.api_route("/take-part", methods=["GET", "HEAD"])
    async def everything(request: Request) -> Response:
        """Show what is open, what opens soon, and what is closed with its results."""
        return await gate.run(lambda: _list_page(request, packs, publisher))

    desk = TakingDesk(central, gate, publisher, router, packs)
    desk.add("", start_page)
    desk.add("/q/{question_id}", question_page, sends=True)
    desk.add("/q/{question_id}/{statement_id}", question_page, sends=True)
    desk.add("/about", about_page, sends=True)
    desk.add("/contact", contact_page, sends=True)
    desk.add("/review", review_page, sends=True)
    desk.add("/sent", sent_page)
    desk.add("/leave", leave_page, sends=True)
    return router


def _list_page(request: Request, packs: OfferedPacks, publisher: Publisher) -> Response:
    language, today = chosen_language(request, None), seoul_day(datetime.now(UTC))
    say = texts(language)
    try:
        shown = {each.activity_id for each in publisher.current(0.0).edition.activities}
    except NotPublishedYet:
        shown = set()
    activities = [each.activity for each in packs.newest()]

    def cards(chosen: list[Activity]) -> list[dict[str, Any]]:
        return [_card(each, language, say, shown) for each in chosen]

    ending = sorted((each for each in activities if each.is_open(today)), key=lambda each: each.closes or date.max)
    coming = sorted(
        (each for each in activities if each.opens and each.opens > today), key=lambda each: each.opens or today
    )
    over = [each for each in activities if each.closes and each.closes < today]
    return public_page(
        request,
        "taking/list.html",
        language,
        "take_part",
        ours=say,
        open_now=cards(ending),
        coming=cards(coming),
        over=cards(over),
        done=say[told] if (told := request.query_params.get("told")) in ("left", "forgotten") else "",
    )


def _card(activity: Activity, language: str, say: dict[str, str], shown: set[str]) -> dict[str, Any]:
    """Return what the list tells of an activity."""

    def day(of: date | None) -> str:
        return day_text(of, language) if of else ""

    return {
        "id": activity.id,
        "kind": say[activity.kind],
        "title": words_in(activity.title, language),
        "description": words_in(activity.description, language) if activity.description else "",
        "minutes": minutes_text(activity, say),
        "until": say["open_until"].format(day=day(activity.closes)) if activity.closes else say["always_open"],
        "opens": say["opens_on"].format(day=day(activity.opens)),
        "closed": say["closed_on"].format(day=day(activity.closes)),
        "has_results": activity.id in shown,
    }
