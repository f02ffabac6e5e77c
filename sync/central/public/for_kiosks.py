"""The day's results for the kiosks: what anybody may read, signed, so that a kiosk shows nothing else."""

from hashlib import sha256

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Request, Response

from sync.central.central import Central
from sync.central.public.edition import Edition, kept_edition
from sync.central.public.publisher import NotPublishedYet, Publisher
from sync.protocol.messages import JSON_TYPE
from sync.protocol.problems import NOT_FOUND, UNAVAILABLE, Problem
from sync.protocol.published import ActivityResults, PublishedResults, ResultCell, SignedResults, sign_results

# Asking waits for the day's first edition at most a little; so few kiosks at once may hold a thread for that.
_WAITING = 4


def results_router(central: Central, publisher: Publisher) -> APIRouter:
    """Return the route over what the publisher publishes."""
    router = APIRouter(prefix="/v1")
    waiting = CapacityLimiter(_WAITING)

    @router.get("/results", response_model=SignedResults)
    async def results(request: Request) -> Response:
        """Return the published results, signed; 304 where nothing is new.

        A ministry that names no public address publishes nothing, unless somebody has opened its pages all the same.
        """
        if central.public_url is None and kept_edition(central.home) is None:
            raise Problem(NOT_FOUND, "No results are published yet.")
        try:
            published = await to_thread.run_sync(publisher.current, limiter=waiting)
        except NotPublishedYet as error:
            raise Problem(UNAVAILABLE, str(error)) from None
        signed = sign_results(central.server_key, told_results(published.edition))
        tag = f'"{sha256(signed.statement.encode()).hexdigest()}"'
        headers = {"ETag": tag, "Cache-Control": "no-cache"}
        known = request.headers.get("if-none-match", "")
        if tag in {each.strip().removeprefix("W/") for each in known.split(",")}:
            return Response(status_code=304, headers=headers)
        return Response(signed.model_dump_json(), media_type=JSON_TYPE, headers=headers)

    return router


def told_results(edition: Edition) -> PublishedResults:
    """Return an edition's counts without its words, which the kiosks have in their packs."""
    activities = [
        ActivityResults(
            id=activity.activity_id,
            through=activity.through.isoformat(),
            people=activity.people,
            cells=[
                ResultCell(question=question.question_id, option=cell.option_id, count=cell.people)
                for question in activity.questions
                for cell in question.cells
            ],
        )
        for activity in edition.activities
    ]
    return PublishedResults(as_of=edition.as_of.isoformat(), activities=activities)
