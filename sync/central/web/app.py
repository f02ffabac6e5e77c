"""The HTTP app: routes, problem answers and headers put together."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

from anyio import to_thread
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from sync.central.central import Central
from sync.central.ingest.reports import reports_router
from sync.central.ingest.routes import ingest_router
from sync.central.online.handoff_routes import handoff_router
from sync.central.online.routes import online_router
from sync.central.public.for_kiosks import results_router
from sync.central.public.publisher import Publisher
from sync.central.public.routes import public_router
from sync.central.public_log.routes import log_router
from sync.central.staff.routes import staff_router
from sync.central.store.database import CONNECTIONS
from sync.central.store.errors import DatabaseUnavailable
from sync.central.taking_part.routes import taking_part_router
from sync.central.web.doorway import Doorway
from sync.central.web.gate import Gate
from sync.central.web.pages import chosen_language, unknown_page
from sync.protocol.problems import (
    BUSY,
    MALFORMED,
    NOT_FOUND,
    PROBLEM_TYPE,
    UNAVAILABLE,
    WRONG_METHOD,
    Kind,
    Problem,
    problem_body,
)

# Every thread holds at most one connection, so that the pool itself is never waited for.
_WORKING = CONNECTIONS
_WAITING = 64
# Seconds for which a request waits for its turn. Its answer then comes well within a second, also on a slow machine.
_PATIENCE = 0.3
_RETRY_SECONDS = 2
_SETTLE_SECONDS = 10.0


def create_app(central: Central) -> FastAPI:
    """Return the app over an opened central store."""
    publisher = Publisher(central)

    @asynccontextmanager
    async def serving(_app: FastAPI) -> AsyncIterator[None]:
        yield
        # What is being published is finished first: the database is closed after this.
        await to_thread.run_sync(publisher.settle, _SETTLE_SECONDS)

    app = FastAPI(
        title="Open forum, central store",
        version="1",
        docs_url=None,
        redoc_url=None,
        openapi_url="/v1/openapi.json",
        lifespan=serving,
    )
    gate = Gate(_WORKING, _WAITING, _PATIENCE)
    app.add_middleware(Doorway, gate=gate, busy=lambda: problem_response(Problem(BUSY)))
    app.include_router(ingest_router(central, gate))
    app.include_router(reports_router(central, gate))
    app.include_router(online_router(central, gate))
    app.include_router(staff_router(central, gate))
    app.include_router(log_router(central, gate))
    app.include_router(handoff_router(central, gate))
    app.include_router(taking_part_router(central, gate, publisher))
    app.include_router(public_router(central, gate, publisher))
    app.include_router(results_router(central, publisher))

    @app.get("/v1/health")
    async def health() -> dict[str, str]:
        """Say that the server runs and its database answers."""
        await gate.run(lambda: _ask(central))
        return {"status": "ok"}

    app.add_exception_handler(Problem, _on_problem)
    app.add_exception_handler(DatabaseUnavailable, _on_unavailable)
    app.add_exception_handler(RequestValidationError, _on_malformed)
    app.add_exception_handler(HTTPException, _on_http_exception)
    return app


def problem_response(problem: Problem) -> Response:
    """Return a problem as its HTTP answer."""
    headers = {"Cache-Control": "no-store"}
    if problem.kind.status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers["Retry-After"] = str(_RETRY_SECONDS)
    if problem.kind.status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Signature"
    body = json.dumps(problem_body(problem), ensure_ascii=False)
    return Response(body, problem.kind.status, headers, PROBLEM_TYPE)


def _ask(central: Central) -> None:
    with central.database.reading() as connection:
        connection.exec_driver_sql("SELECT 1")


def _on_problem(_request: Request, error: Exception) -> Response:
    return problem_response(error if isinstance(error, Problem) else Problem(MALFORMED))


def _on_unavailable(_request: Request, _error: Exception) -> Response:
    return problem_response(Problem(UNAVAILABLE))


def _on_malformed(_request: Request, error: Exception) -> Response:
    detail = ""
    if isinstance(error, RequestValidationError) and error.errors():
        first = error.errors()[0]
        detail = f"{'.'.join(map(str, first['loc']))}: {first['msg']}."
    return problem_response(Problem(MALFORMED, detail))


def _on_http_exception(request: Request, error: Exception) -> Response:
    if not request.url.path.startswith(("/v1/", "/log/")):
        return unknown_page(chosen_language(request, None))
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.NOT_FOUND
    known = {HTTPStatus.NOT_FOUND: NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED: WRONG_METHOD}
    kind = known.get(HTTPStatus(status)) or Kind("malformed", status, HTTPStatus(status).phrase + ".")
    return problem_response(Problem(kind))
