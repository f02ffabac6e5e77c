"""The desk: every page of staff goes through here, so that none forgets session, role, form token or headers."""

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import parse_qs, quote, urlencode

from fastapi import APIRouter, Request, Response

from sync.central.central import Central
from sync.central.provider_settings import REQUEST_LIFE
from sync.central.staff.pages import Shown, message_page, page, redirect
from sync.central.staff.permissions import ROUTES, Role, may
from sync.central.staff.signing_in import ABSOLUTE, current_session
from sync.central.staff.words import LANGUAGES
from sync.central.store.accounts import Session
from sync.central.web.bodies import body_of
from sync.central.web.forms import FormUnreadable, upload_of
from sync.central.web.gate import Gate
from sync.protocol.problems import TOO_LARGE, Problem

SESSION_COOKIE = "__Host-forum-staff"
FORM_COOKIE = "__Host-forum-form"
PROVIDER_COOKIE = "__Host-forum-provider"
LANGUAGE_COOKIE = "__Host-forum-language"
NEXT_COOKIE = "__Host-forum-next"
FILE_FIELD = "file"
_FORM_TYPE = "application/x-www-form-urlencoded"
_MOST_BYTES = 200_000
_MOST_FIELDS = 200
_PAGES = re.compile("|".join(re.sub("{[a-z_]+}", "[^/]+", path) for method, path in ROUTES if method == "GET"))
# What somebody may have written for minutes while a session ended.
_TEXTS = ("reason", "remark", "how", "body")


@dataclass(frozen=True, slots=True)
class Ask:
    """A request as a page sees it: already allowed. `session` is None only on the pages that need no account.

    `next_page` is where a sign-in leads: the page that somebody was sent away from, the inbox otherwise. `is_over` says
    that the browser still had the cookie of a session.
    """

    central: Central
    now: datetime
    language: str
    session: Session | None
    path: Mapping[str, str]
    query: Mapping[str, str]
    form: Mapping[str, list[str]]
    form_cookie: str
    origin: str = ""
    file: bytes | None = None
    provider_cookie: str = ""
    next_page: str = "/staff"
    is_over: bool = False
    here: str = "?"
    cookies: dict[str, str | None] = field(default_factory=dict)

    @property
    def signed_in(self) -> Session:
        """The session, on pages that are only for signed-in people."""
        if self.session is None:
            raise RuntimeError("a page for everybody asked who is signed in")
        return self.session

    @property
    def role(self) -> Role:
        """What the signed-in person may do."""
        return Role(self.signed_in.account.role)

    @property
    def shown(self) -> Shown:
        """What every page shows around its content."""
        account = self.session.account if self.session else None
        return Shown(
            self.language,
            self.now,
            account.name if account else None,
            Role(account.role) if account else None,
            self.session.form_token if self.session else self.form_cookie,
            self.here,
        )

    def typed(self, name: str) -> str:
        """Return a field of the form, empty where it is missing."""
        return (self.form.get(name) or [""])[0]


Page = Callable[[Ask], Response]


@dataclass(frozen=True, slots=True)
class _Sent:
    """What a browser sent with a form."""

    form: Mapping[str, list[str]] = field(default_factory=dict)
    file: bytes | None = None
    too_large: bool = False


class Desk:
    """Adds guarded pages to a router; `ROUTES` decides who may open each."""

    def __init__(self, central: Central, gate: Gate, router: APIRouter) -> None:
        self._central = central
        self._gate = gate
        self._router = router

    def add(self, method: str, route: str, show: Page, most_file_bytes: int = 0) -> None:
        """Serve a page; it fails at once where the table does not name it. A form may bring one file of that size."""
        if (method, route) not in ROUTES:
            raise ValueError(f"{method} {route} has no line in the table of routes by roles")

        async def answer(request: Request) -> Response:
            sent = _Sent()
            if most_file_bytes:
                sent = await _sent_with_file(request, most_file_bytes)
            elif method == "POST":
                sent = _Sent(_form(await body_of(request, _MOST_BYTES, _FORM_TYPE)))
            return await self._gate.run(lambda: self._answer(request, method, route, show, sent))

        self._router.add_api_route(route, answer, methods=[method], name=f"{method} {route}")

    def _answer(self, request: Request, method: str, route: str, show: Page, sent: "_Sent") -> Response:
        now = datetime.now(UTC)
        cookie = request.cookies.get(SESSION_COOKIE)
        session = current_session(self._central, cookie, now) if cookie else None
        asked = request.query_params.get("lang", "")
        language = asked if asked in LANGUAGES else request.cookies.get(LANGUAGE_COOKIE, "")
        form_cookie = request.cookies.get(FORM_COOKIE, "")
        ask = Ask(
            self._central,
            now,
            language if language in LANGUAGES else "ko",
            session,
            {name: str(value) for name, value in request.path_params.items()},
            dict(request.query_params),
            sent.form,
            form_cookie if 20 <= len(form_cookie) <= 64 else secrets.token_urlsafe(24),
            (self._central.public_url or str(request.base_url)).rstrip("/"),
            sent.file,
            request.cookies.get(PROVIDER_COOKIE, ""),
            _page_of_staff(request.cookies.get(NEXT_COOKIE, "")),
            bool(cookie) and session is None,
            _here(request),
        )
        if asked in LANGUAGES:
            ask.cookies[LANGUAGE_COOKIE] = asked
        if sent.too_large:
            return _with_cookies(message_page(ask.shown, 413, "file-too-large", "file-too-large-lead"), ask)
        response = _allowed(ask, request, method, route) or show(ask)
        return _with_cookies(response, ask)


def _allowed(ask: Ask, request: Request, method: str, route: str) -> Response | None:
    is_for_all = ROUTES[method, route] is None
    if method == "POST" and ask.session is None and not is_for_all:
        ask.cookies[NEXT_COOKIE] = _page_above(request.url.path)
        # Only who typed it here is shown it again: another site's page could put words into ours.
        typed = _TEXTS if request.headers.get("sec-fetch-site") == "same-origin" else ()
        texts = [(name, ask.typed(name)) for name in typed if ask.typed(name).strip()]
        return page(ask.shown, "session-over.html", 403, texts=texts)
    if method == "POST" and not _is_own_form(ask, request):
        return message_page(ask.shown, 403, "not-done", "stale-form")
    if is_for_all:
        return None
    if ask.session is None:
        ask.cookies[NEXT_COOKIE] = _page_of_staff(f"{request.url.path}?{request.url.query}".rstrip("?"))
        return redirect("/staff/sign-in")
    if not may(ask.role, method, route):
        return message_page(ask.shown, 403, "forbidden", "forbidden-lead")
    return None


def _here(request: Request) -> str:
    """Return where the page that is shown can be opened again: what answers a form may have no address of its own."""
    path = request.url.path
    if request.method == "POST":
        return (path if _PAGES.fullmatch(path) else _page_above(path)) + "?"
    kept = urlencode([each for each in request.query_params.multi_items() if each[0] != "lang"])
    return f"?{kept}&" if kept else "?"


def _page_of_staff(address: str) -> str:
    """Return an address of the staff's pages as a cookie holds it; the inbox for any other."""
    return quote(address, safe="/?&=%+") if address.startswith("/staff/") and len(address) < 1000 else "/staff"


def _page_above(path: str) -> str:
    """Return the page that a form's address belongs to: the nearest above it that can be opened."""
    while path and not _PAGES.fullmatch(path):
        path = path.rpartition("/")[0]
    return _page_of_staff(path)


def _is_own_form(ask: Ask, request: Request) -> bool:
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return False
    # Without a session, the cookie of the form must come back in the form (a page elsewhere can set neither).
    expected = ask.session.form_token if ask.session else request.cookies.get(FORM_COOKIE, "")
    return bool(expected) and secrets.compare_digest(ask.typed("token").encode(), expected.encode())


def _form(body: bytes) -> Mapping[str, list[str]]:
    try:
        return parse_qs(body.decode("ascii"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}


async def _sent_with_file(request: Request, most: int) -> _Sent:
    try:
        parts = await upload_of(request, most + _MOST_BYTES)
    except FormUnreadable:
        return _Sent()
    except Problem as problem:
        if problem.kind is TOO_LARGE:
            return _Sent(too_large=True)
        raise
    typed = {name: [content.decode("utf-8", "replace")] for name, content in parts if name != FILE_FIELD}
    return _Sent(typed, next((content for name, content in parts if name == FILE_FIELD), None))


def _with_cookies(response: Response, ask: Ask) -> Response:
    if ask.session is None:
        ask.cookies.setdefault(FORM_COOKIE, ask.form_cookie)
    for name, value in ask.cookies.items():
        if value is None:
            response.delete_cookie(name, path="/", secure=True, httponly=True, samesite="strict")
        elif name in (PROVIDER_COOKIE, NEXT_COOKIE):
            # They must come back with the visit that the provider sends here, which is another site's.
            age = int(REQUEST_LIFE.total_seconds())
            response.set_cookie(name, value, age, path="/", secure=True, httponly=True, samesite="lax")
        else:
            response.set_cookie(
                name, value, int(ABSOLUTE.total_seconds()), path="/", secure=True, httponly=True, samesite="strict"
            )
    return response
