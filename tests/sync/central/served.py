"""Which addresses an app really answers."""

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute


def served_routes(app: FastAPI) -> set[tuple[str, str]]:
    """Return (method, path) of every route, those of included routers too; raises AssertionError where none is found.

    FastAPI keeps a router that was included as one entry, which holds the router.
    """
    found = _within(app.router)
    assert ("GET", "/v1/health") in found
    assert len(found) > 20
    return found


def _within(router: APIRouter) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for route in router.routes:
        if isinstance(route, APIRoute):
            found |= {(method, route.path) for method in route.methods or ()}
        inside = getattr(route, "original_router", None)
        if isinstance(inside, APIRouter):
            found |= _within(inside)
    return found
