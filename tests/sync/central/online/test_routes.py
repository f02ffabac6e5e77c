"""Every address behind a receipt's link: none is forgotten here, none opens without the link, whoever is signed in."""

from pathlib import Path

import pytest
import requests
from playwright.sync_api import Page

from sync.central.central import opened_central
from sync.central.settings import Settings
from sync.central.staff.permissions import ROUTES, Role
from sync.central.web.app import create_app
from tests.sync.central.online.conftest import Lobby
from tests.sync.central.served import served_routes
from tests.sync.central.staff.proposing import add_person_to

# Whoever holds the receipt's link may open these, and nobody else: no role of staff opens any of them.
HOLDERS = {
    ("GET", "/r/{token}"),
    ("POST", "/r/{token}"),
    ("POST", "/r/{token}/submission"),
    ("GET", "/r/{token}/again"),
    ("POST", "/r/{token}/again"),
    ("GET", "/r/{token}/more"),
    ("POST", "/r/{token}/more"),
    ("GET", "/r/{token}/receipt.pdf"),
    ("GET", "/r/{token}/proposers"),
    ("POST", "/r/{token}/proposers"),
    ("GET", "/r/{token}/contact"),
    ("POST", "/r/{token}/contact"),
    ("GET", "/r/{token}/log"),
    ("GET", "/r/{token}/publicity"),
    ("POST", "/r/{token}/publicity"),
    ("GET", "/r/{token}/files"),
    ("POST", "/r/{token}/files"),
    ("GET", "/r/{token}/files/remove"),
    ("POST", "/r/{token}/files/remove"),
}
# Open to anybody: the fragment of the link that is sent with them decides what they show.
FRAGMENTS = {("GET", "/h/"), ("GET", "/h/open.js"), ("POST", "/h/visit")}


def test_every_served_address_has_its_line(tmp_path: Path) -> None:
    with opened_central(Settings(home=tmp_path, database_url=None)) as central:
        served = served_routes(create_app(central))
    assert {route for route in served if route[1].startswith(("/r/", "/h/"))} == HOLDERS | FRAGMENTS
    assert not (HOLDERS | FRAGMENTS) & set(ROUTES)


def _asked(lobby: Lobby, route: tuple[str, str], token: str, **headers: str) -> requests.Response:
    method, path = route
    upload = {"file": ("a", b"a")} if path.endswith("/files") and method == "POST" else None
    data = {"reason": "a", "remove": "1", "number": "1"} if method == "POST" and not upload else None
    url = lobby.url + path.replace("{token}", token)
    return requests.request(method, url, data=data, files=upload, headers=headers, timeout=30, allow_redirects=False)


@pytest.mark.parametrize("route", sorted(HOLDERS), ids=" ".join)
def test_nothing_opens_without_a_real_link_whoever_asks(
    lobby_on_sqlite: Lobby, page: Page, route: tuple[str, str]
) -> None:
    lobby = lobby_on_sqlite
    proposal_id, token = lobby.propose()
    refused = 400 if route[1].endswith("submission") else 404
    for wrong in (token[:-4] + "AAAA", proposal_id, "x", "%00"):
        assert _asked(lobby, route, wrong).status_code == refused
    for role in Role:
        cookie = _session(lobby, page, role)
        assert _asked(lobby, route, proposal_id, Cookie=cookie).status_code == refused, role


_sessions: dict[tuple[str, Role], str] = {}


def _session(lobby: Lobby, page: Page, role: Role) -> str:
    """Sign somebody in, once for each role, and return the cookie."""
    if (lobby.url, role) not in _sessions:
        person = add_person_to(lobby.central, f"a-{role}", role)
        page.context.clear_cookies()
        page.goto(f"{lobby.url}/staff?lang=ko")
        page.get_by_label("계정 이름").fill(person.name)
        page.get_by_label("비밀번호").fill(person.password)
        page.get_by_label("인증 번호 6자리").fill(person.code())
        page.get_by_role("button", name="로그인").click()
        page.get_by_role("heading", name="제안 접수함").wait_for()
        (cookie,) = [each for each in page.context.cookies() if each["name"] == "__Host-forum-staff"]
        _sessions[lobby.url, role] = f"{cookie['name']}={cookie['value']}"
    return _sessions[lobby.url, role]
