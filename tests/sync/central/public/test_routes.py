"""Every address that the server answers has its line here: who may open it, and who never may."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI

from sync.central.central import opened_central
from sync.central.settings import Settings
from sync.central.staff.permissions import ROUTES, Role, may
from sync.central.web.app import create_app
from tests.sync.central.served import served_routes

# Anybody may read these; nobody may send anything to them.
PUBLIC = {
    "/",
    "/take-part",
    "/results",
    "/results/{activity_id}",
    "/outcomes",
    "/suggestions",
    "/suggestions/{public_id}",
    "/data",
    "/data/catalog.jsonld",
    "/data/{name}",
    "/feed.atom",
    "/report/{year}.pdf",
    "/robots.txt",
}
# Opened by whoever holds a link, a kiosk's key, or a proof; their own tests say how.
ELSEWHERE = ("/v1/", "/log/", "/r/", "/h/", "/take-part/")


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FastAPI]:
    monkeypatch.delenv("FORUM_DATABASE_URL", raising=False)
    with opened_central(Settings(home=tmp_path)) as central:
        yield create_app(central)


def test_an_address_without_a_line_is_found(app: FastAPI) -> None:
    staff = {path for _, path in ROUTES}
    others = {
        (method, path) for method, path in served_routes(app) if path not in staff and not path.startswith(ELSEWHERE)
    }
    assert others == {(method, path) for path in PUBLIC for method in ("GET", "HEAD")} - {("HEAD", "/robots.txt")}


@pytest.mark.parametrize("role", list(Role))
def test_no_role_is_needed_and_none_gives_more(role: Role) -> None:
    assert not any(may(role, method, path) for path in PUBLIC for method in ("GET", "POST"))
