"""Signing in by a provider of identities: from its button to the inbox in a real Chromium, and every way to cheat."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from playwright.sync_api import Browser, expect
from sqlalchemy import update

from kiosk.forum.errors import ForumError
from sync.central.central import Central, opened_central
from sync.central.provider_settings import REQUEST_LIFE, provider_of
from sync.central.settings import Settings
from sync.central.staff.permissions import Role
from sync.central.store import accounts, identities
from sync.central.store import review_tables as t
from sync.central.store.access import accesses
from tests.oidc_provider import CLIENT, SECRET, RunningProvider, running_provider
from tests.sync.central.staff.proposing import add_person, settings_of
from tests.sync.central.staff.test_contests import _look
from tests.sync.central.staff.test_walk import browser as browser
from tests.sync.in_process import run_here
from tests.sync.server import CentralProcess, serving

REFUSED = "이 로그인의 것이 아니어서"
STATE = "이 브라우저에서 시작한 로그인이 아니거나"
UNKNOWN = "연결된 계정이 없어요"


@pytest.fixture(scope="module")
def provider() -> Iterator[RunningProvider]:
    with running_provider() as running:
        yield running


@pytest.fixture(scope="module")
def central(provider: RunningProvider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CentralProcess]:
    home = tmp_path_factory.mktemp("provider")
    (home / "secret").write_text(SECRET + "\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FORUM_CENTRAL_HOME", str(home))
        patch.delenv("FORUM_DATABASE_URL", raising=False)
        for name, value in {
            "ISSUER": provider.issuer,
            "CLIENT_ID": CLIENT,
            "SECRET_FILE": str(home / "secret"),
            "CLAIM": "email",
            "NAME": "외교부 통합인증",
        }.items():
            patch.setenv(f"FORUM_OIDC_{name}", value)
        with serving(home, None) as running:
            add_person(running, "kim", Role.REVIEWER)
            assert run_here("forum-central", "account", "link", "kim", "kim@MOFA.example").code == 0
            yield running


@pytest.fixture
def opened(central: CentralProcess) -> Iterator[Central]:
    with opened_central(settings_of(central)) as store:
        yield store


@pytest.fixture(autouse=True)
def _honest(provider: RunningProvider) -> None:
    provider.twist()


class Visitor:
    """A browser by hand: it keeps the cookies, follows no redirect, and may change what it brings back."""

    def __init__(self, central: CentralProcess) -> None:
        self.url = central.url
        self.cookies: dict[str, str] = {}

    def get(self, address: str) -> requests.Response:
        answer = requests.get(
            address, headers={"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())},
            allow_redirects=False, timeout=30,
        )  # fmt: skip
        self.cookies |= {name: value for name, value in answer.cookies.items() if value}
        return answer

    def go(self) -> str:
        """Go to the provider and agree; return the address that it sends back to."""
        there = self.get(f"{self.url}/staff/sign-in/provider")
        assert there.status_code == 303, there.text
        back = self.get(there.headers["Location"].replace("/authorization?", "/agree?do=yes&"))
        return back.headers["Location"]

    def is_in(self) -> bool:
        return self.get(f"{self.url}/staff").status_code == 200


def _noted(central: Central) -> list[tuple[str, str, str]]:
    with central.database.reading() as connection:
        return [(each.who, each.what, each.reason) for each in accesses(connection)]


def test_from_the_button_to_the_inbox(central: CentralProcess, opened: Central, browser: Browser) -> None:
    page = browser.new_context(locale="ko-KR").new_page()
    page.goto(f"{central.url}/staff")
    _look(page)
    page.get_by_role("link", name="외교부 통합인증 계정으로 로그인").click()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("alert")).to_contain_text("마치지 않아 로그인하지 않았어요")
    page.get_by_role("link", name="외교부 통합인증 계정으로 로그인").click()
    page.get_by_role("button", name="Yes, I am Kim").click()
    expect(page.get_by_role("heading", name="제안 접수함")).to_be_visible()
    expect(page.get_by_role("link", name="kim")).to_contain_text("심사")
    assert _noted(opened)[-1] == ("kim", "sign-in", "by the provider")
    page.get_by_role("button", name="로그아웃").click()
    page.goto(f"{central.url}/staff")
    expect(page.get_by_role("heading", name="로그인", exact=True)).to_be_visible()
    page.context.close()


@pytest.mark.parametrize("how", [{}, {"alg": "ES256"}, {"auth": "client_secret_post"}, {"claims": {"aud": [CLIENT]}}])
def test_an_honest_token_begins_a_session(central: CentralProcess, provider: RunningProvider, how: Any) -> None:
    provider.twist(**how)
    visitor = Visitor(central)
    assert not visitor.is_in()
    back = visitor.get(visitor.go())
    assert (back.status_code, back.headers["Refresh"]) == (200, "0; url=/staff")
    assert visitor.is_in()


@pytest.mark.parametrize(
    "how",
    [
        {"claims": {"nonce": "another"}},
        {"without": ["nonce"]},
        {"claims": {"aud": "another"}},
        {"claims": {"aud": [CLIENT, "another"]}},
        {"claims": {"aud": "another", "azp": CLIENT}},
        {"claims": {"azp": "another"}},
        {"claims": {"iss": "https://another.example"}},
        {"claims": {"exp": 1}},
        {"claims": {"iat": 32503680000}},
        {"claims": {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"}},
        {"without": ["sub"]},
        {"claims": {"sub": ["u-1"]}},
        {"alg": "none"},
        {"alg": "HS256"},
        {"foreign": True},
        {"without": ["id_token"]},
        {"claims": {"email_verified": False}},
        {"claims": {"email_verified": "true"}},
        {"iss": "https://another.example"},
    ],
    ids=str,
)
def test_a_token_that_is_not_for_this_sign_in_is_refused(
    central: CentralProcess, opened: Central, provider: RunningProvider, how: Any
) -> None:
    provider.twist(**how)
    visitor = Visitor(central)
    refused = visitor.get(visitor.go())
    assert refused.status_code == 403
    assert REFUSED in refused.text
    assert not visitor.is_in()
    assert _noted(opened)[-1][:2] == ("?", "sign-in-refused")


def test_what_came_back_works_once_and_only_in_the_browser_that_began(central: CentralProcess, opened: Central) -> None:
    visitor, thief = Visitor(central), Visitor(central)
    back = visitor.go()
    thief.go()
    for other in (Visitor(central), thief):
        refused = other.get(back)
        assert (refused.status_code, STATE in refused.text, other.is_in()) == (403, True, False)
    changed = back.replace("state=", "state=x")
    assert STATE in visitor.get(changed).text
    kept = dict(visitor.cookies)
    assert visitor.get(back).status_code == 200
    again = Visitor(central)
    again.cookies = kept
    assert STATE in again.get(back).text
    assert not again.is_in()
    assert _noted(opened)[-1] == ("?", "sign-in-refused", "provider: not begun here, or too long ago")


def test_a_code_of_another_sign_in_is_refused_by_the_proof_that_goes_with_it(central: CentralProcess) -> None:
    visitor, thief = Visitor(central), Visitor(central)
    stolen = parse_qs(urlsplit(visitor.go()).query)["code"][0]
    own = thief.go()
    code = parse_qs(urlsplit(own).query)["code"][0]
    refused = thief.get(own.replace(code, stolen))
    assert REFUSED in refused.text
    assert not thief.is_in()


def test_a_sign_in_that_took_too_long_is_begun_again(central: CentralProcess, opened: Central) -> None:
    visitor = Visitor(central)
    back = visitor.go()
    with opened.database.writing() as connection:
        connection.execute(update(t.provider_request).values(began_at=datetime.now(UTC) - REQUEST_LIFE))
    assert STATE in visitor.get(back).text
    assert not visitor.is_in()


def test_a_provider_that_does_not_answer_as_one_is_said(central: CentralProcess, provider: RunningProvider) -> None:
    for how in ({"silent": True}, {"issuer": "https://another.example"}):
        provider.twist(**how)
        answer = Visitor(central).get(f"{central.url}/staff/sign-in/provider")
        assert answer.status_code == 503
        assert "외교부 통합인증에 연결하지 못해" in answer.text


def test_nobody_unknown_locked_closed_or_other_gets_in(
    central: CentralProcess, opened: Central, provider: RunningProvider
) -> None:
    def tried(words: str) -> None:
        visitor = Visitor(central)
        refused = visitor.get(visitor.go())
        assert (refused.status_code, words in refused.text, visitor.is_in()) == (403, True, False)

    provider.twist(claims={"email": "lee@mofa.example", "sub": "u-2"})
    tried(UNKNOWN)
    assert _noted(opened)[-1] == ("lee@mofa.example", "sign-in-refused", "provider: no such account")
    provider.twist()
    first = Visitor(central)
    first.get(first.go())
    # The address was given to somebody else at the provider.
    provider.twist(claims={"sub": "u-9"})
    tried(UNKNOWN)
    assert _noted(opened)[-1] == ("kim", "sign-in-refused", "provider: another person")
    provider.twist()
    with opened.database.reading() as connection:
        kim = accounts.account_named(connection, "kim")
    assert kim is not None
    for values, words in (
        ({"locked_until": datetime.now(UTC) + timedelta(hours=1)}, "이 계정을 잠시 잠갔어요"),
        ({"closed_at": datetime.now(UTC)}, UNKNOWN),
    ):
        with opened.database.writing() as connection:
            accounts.change_account(connection, kim.no, **values)
        tried(words)
        with opened.database.writing() as connection:
            accounts.change_account(connection, kim.no, locked_until=None, closed_at=None)


def test_an_account_is_linked_by_an_administrator_and_to_one_person(central: CentralProcess, opened: Central) -> None:
    add_person(central, "park", Role.VIEWER)
    taken = run_here("forum-central", "account", "link", "park", "kim@mofa.example")
    assert (taken.code, "Another account is linked" in taken.err) == (1, True)
    assert run_here("forum-central", "account", "link", "park", "Park@mofa.example").code == 0
    assert "linked to park@mofa.example" in run_here("forum-central", "account", "list").out
    assert run_here("forum-central", "account", "unlink", "park").code == 0
    assert run_here("forum-central", "account", "unlink", "park").code == 1
    with opened.database.reading() as connection:
        assert identities.links(connection) == {"kim": "kim@mofa.example"}
    noted = [each[1:] for each in _noted(opened)]
    assert ("account-linked", "park: park@mofa.example") in noted
    assert ("account-unlinked", "park") in noted


def test_without_a_provider_there_is_neither_a_button_nor_a_way(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("ISSUER", "CLIENT_ID", "SECRET_FILE"):
            patch.delenv(f"FORUM_OIDC_{name}", raising=False)
        with serving(tmp_path, None) as running:
            assert "/staff/sign-in/provider" not in requests.get(f"{running.url}/staff/sign-in", timeout=10).text
            for way in ("provider", "return"):
                assert requests.get(f"{running.url}/staff/sign-in/{way}", timeout=10).status_code == 404


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"FORUM_OIDC_ISSUER": "http://id.example"}, "no https address"),
        ({"FORUM_OIDC_ISSUER": "https://id.example"}, "FORUM_OIDC_CLIENT_ID"),
        (
            {"FORUM_OIDC_ISSUER": "https://id.example", "FORUM_OIDC_CLIENT_ID": "a", "FORUM_OIDC_SECRET_FILE": "/no"},
            "holds no client secret",
        ),
    ],
)
def test_settings_that_are_not_complete_are_named(told: dict[str, str], words: str) -> None:
    with pytest.raises(ForumError, match=words):
        provider_of(Settings.model_validate({"FORUM_OIDC_CLIENT_ID": "", "FORUM_OIDC_SECRET_FILE": None, **told}))
