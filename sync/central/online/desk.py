"""The visitors' desk: every page behind a receipt's link goes through here, so that none forgets link, origin or limit.

There is no account and no cookie. Whoever holds the link may do what its holder may, as with the paper receipt in hand.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from sync.central.central import Central
from sync.central.online.adding_words import ADDING_WORDS
from sync.central.online.file_words import FILE_WORDS
from sync.central.online.following_words import FOLLOWING_WORDS
from sync.central.online.held import Held, held_by
from sync.central.public.words import day_text, texts_in
from sync.central.review.words import LANGUAGES, word
from sync.central.web.forms import FormUnreadable, comes_from_our_page, form_of, upload_of
from sync.central.web.gate import Gate
from sync.central.web.pages import chosen_language, form_page, unknown_page
from sync.protocol.problems import BUSY, TOO_LARGE, Problem

Fields = Sequence[tuple[str, str]]
# What a receipt's page may say has been done.
DONE = frozenset(
    name.removeprefix("done_") for name in (*ADDING_WORDS, *FILE_WORDS, *FOLLOWING_WORDS) if name.startswith("done_")
)


@dataclass(frozen=True, slots=True)
class Ask:
    """A request of a receipt's holder, as a page sees it; `fields` is None where nothing was sent.

    `kept` is what stood in a form whose language was changed: nothing was sent, and it is shown again.
    """

    central: Central
    now: datetime
    token: str
    language: str
    held: Held
    query: Mapping[str, str]
    fields: Fields | None
    origin: str
    upload: bytes | None = None
    too_large: bool = False
    kept: Fields = ()

    @property
    def say(self) -> dict[str, str]:
        """Every text of these pages in the holder's language."""
        return following_texts(self.language)

    @property
    def spoken(self) -> str:
        """The pack's language that is nearest to the holder's."""
        languages = self.held.pack.languages
        return self.language if self.language in languages else languages[0]

    def typed(self, name: str) -> str:
        """Return a field as it was typed, with the line ends of a text, or nothing."""
        return (
            next((value for field, value in self.fields or self.kept if field == name), "")
            .replace("\r\n", "\n")
            .strip()
        )

    def day(self, day: date) -> str:
        """Write a day in the holder's language."""
        return day_text(day, self.language)

    def page(self, template: str, status: int = 200, **values: Any) -> Response:
        """Return a page with what all pages of a receipt show."""
        shared: dict[str, Any] = {
            "say": self.say,
            "day": self.day,
            "number": self.held.number,
            "receipt": f"/r/{self.token}",
            "spoken": self.spoken,
            "stage_word": lambda stage: word(stage, self.language),
            "typed": self.typed,
        }
        return form_page(template, status, self.language, **shared, **values)

    @property
    def done(self) -> str | None:
        """The sentence that says what has just been done, where the address tells."""
        name = self.query.get("done", "")
        return self.say[f"done_{name}"] if name in DONE else None

    def back(self, done: str = "", path: str = "") -> Response:
        """Send the holder to the receipt, or a page under it, which says what was done."""
        return RedirectResponse(f"/r/{self.token}{path}?lang={self.language}{f'&done={done}' if done else ''}", 303)


# Bodies that are held in memory at the same time, and the greatest of them.
_UPLOADS = 4
_UPLOAD_BYTES = 10_100_000

Page = Callable[[Ask], Response]


def following_texts(language: str) -> dict[str, str]:
    """Return every text of the pages of a receipt; the names of the steps are those of the public pages."""
    place = LANGUAGES.index(language)
    ours = {**FOLLOWING_WORDS, **ADDING_WORDS, **FILE_WORDS}
    return texts_in(language) | {name: four[place] for name, four in ours.items()}


class VisitorDesk:
    """Adds pages behind a receipt's link to a router."""

    def __init__(self, central: Central, gate: Gate, router: APIRouter) -> None:
        self._central = central
        self._gate = gate
        self._router = router
        self._uploading = asyncio.Semaphore(_UPLOADS)

    def add(self, path: str, page: Page, *, sends: bool = False, uploads: bool = False) -> None:
        """Serve a page at a path under the receipt, and what its form sends where it has one."""

        async def show(request: Request, token: str) -> Response:
            return await self._gate.run(lambda: self._answer(request, token, page, None))

        async def take(request: Request, token: str) -> Response:
            try:
                if uploads:
                    return await self._take_upload(request, token, page)
                fields = await form_of(request)
            except FormUnreadable:
                return unknown_page(chosen_language(request, None))
            except Problem as problem:
                if problem.kind is BUSY:
                    raise
                return form_page(
                    "handoff_apology.html", problem.kind.status, chosen_language(request, None), reason="too_much"
                )
            return await self._gate.run(lambda: self._answer(request, token, page, fields))

        self._router.add_api_route(f"/r/{{token}}/{path}", show, methods=["GET"])
        if sends or uploads:
            self._router.add_api_route(f"/r/{{token}}/{path}", take, methods=["POST"])

    async def _take_upload(self, request: Request, token: str, page: Page) -> Response:
        """Read a file only for the holder of a real link, and only few of them at a time."""
        if self._uploading.locked():
            raise Problem(BUSY)
        async with self._uploading:
            if await self._gate.run(lambda: held_by(self._central, token)) is None:
                return unknown_page(chosen_language(request, None))
            content, too_large = b"", False
            try:
                parts = await upload_of(request, _UPLOAD_BYTES)
                content = next((content for name, content in parts if name == "file"), b"")
            except Problem as problem:
                if problem.kind is not TOO_LARGE:
                    raise
                too_large = True
            return await self._gate.run(lambda: self._answer(request, token, page, (), content, too_large=too_large))

    def _answer(
        self,
        request: Request,
        token: str,
        page: Page,
        fields: Fields | None,
        upload: bytes | None = None,
        *,
        too_large: bool = False,
    ) -> Response:
        held = held_by(self._central, token)
        if held is None or (fields is not None and not comes_from_our_page(request)):
            return unknown_page(chosen_language(request, None))
        ask = ask_of(self._central, request, token, held, fields)
        if (asked := ask.typed("lang")) in LANGUAGES:
            ask = replace(ask, language=asked, fields=None, kept=fields or ())
        return page(replace(ask, upload=upload, too_large=too_large))


def ask_of(central: Central, request: Request, token: str, held: Held, fields: Fields | None) -> Ask:
    """Return a request as a page of its receipt sees it."""
    return Ask(
        central,
        datetime.now(UTC),
        token,
        chosen_language(request, held.link.language),
        held,
        dict(request.query_params),
        fields,
        (central.public_url or str(request.base_url)).rstrip("/"),
    )
