"""The desk for those who take part from home: every page goes through here, so that none forgets origin or limit."""

from collections.abc import Callable
from datetime import UTC, datetime

from fastapi import APIRouter, Request, Response

from kiosk.forum.seoul import seoul_day
from sync.central.central import Central
from sync.central.public.publisher import Publisher
from sync.central.taking_part.allowance import EVERYBODYS_VISITS, FORMS, VISITS, Allowance
from sync.central.taking_part.draft import find_draft
from sync.central.taking_part.offered import OfferedPacks
from sync.central.taking_part.taking import COOKIE, Fields, Taking, TakingRefused, texts
from sync.central.web.forms import FormUnreadable, comes_from_our_page, form_of
from sync.central.web.gate import Gate
from sync.central.web.pages import chosen_language, form_page
from sync.protocol.problems import BUSY, TOO_LARGE, Problem

Page = Callable[[Taking], Response]


class TakingDesk:
    """Adds pages of an activity to a router."""

    def __init__(
        self, central: Central, gate: Gate, publisher: Publisher, router: APIRouter, packs: OfferedPacks
    ) -> None:
        self._central, self._gate, self._publisher, self._router = central, gate, publisher, router
        self._packs = packs
        self._allowance = Allowance()

    def add(self, path: str, page: Page, *, sends: bool = False, shows: bool = True) -> None:
        """Serve a page at a path under an activity, and what its form sends where it has one."""

        async def show(request: Request) -> Response:
            return await self._gate.run(lambda: self._answer(request, page, None))

        async def take(request: Request) -> Response:
            try:
                self._let_in(request)
                fields = await form_of(request)
            except TakingRefused as refused:
                return self._refused(request, refused)
            except FormUnreadable:
                return self._refused(request, TakingRefused("refused", 400))
            except Problem as problem:
                if problem.kind is BUSY:
                    raise
                reason = "too_much" if problem.kind is TOO_LARGE else "refused"
                return self._refused(request, TakingRefused(reason, problem.kind.status))
            return await self._gate.run(lambda: self._answer(request, page, fields))

        if shows:
            self._router.add_api_route(f"/take-part/{{activity_id}}{path}", show, methods=["GET"])
        if sends:
            self._router.add_api_route(f"/take-part/{{activity_id}}{path}", take, methods=["POST"])

    def _let_in(self, request: Request) -> None:
        """Refuse another site's form, and too many forms."""
        if not comes_from_our_page(request):
            raise TakingRefused("refused", 403)
        self._count(request, "form", FORMS)

    def _count_visit(self, request: Request) -> None:
        self._count(request, "visit", VISITS)
        if not self._allowance.takes("everybody", "visit", EVERYBODYS_VISITS):
            raise TakingRefused("too_often", 429, seconds=self._allowance.seconds_left)

    def _count(self, request: Request, kind: str, most: int) -> None:
        if not self._allowance.takes(request.client.host if request.client else "", kind, most):
            raise TakingRefused("too_often", 429, seconds=self._allowance.seconds_left)

    def _answer(self, request: Request, page: Page, fields: Fields | None) -> Response:
        try:
            return page(self._taking(request, fields))
        except TakingRefused as refused:
            return self._refused(request, refused)

    def _taking(self, request: Request, fields: Fields | None) -> Taking:
        now, activity_id = datetime.now(UTC), request.path_params["activity_id"]
        offered = self._packs.find(activity_id)
        key = request.cookies.get(COOKIE, "")
        draft = find_draft(self._central.database, key, now) if key else None
        if draft is not None and draft.activity_id != activity_id:
            draft = None
        if draft is not None:
            offered = self._packs.as_begun(draft.pack_id, draft.pack_version, activity_id)
        if offered is None:
            raise TakingRefused("missing", 404)
        site = self._central.public_url or str(request.base_url)
        language = chosen_language(request, None)
        asked = next((value for name, value in fields or () if name == "lang"), language)
        taking = Taking(
            central=self._central,
            publisher=self._publisher,
            now=now,
            language=asked if asked in ("ko", "en", "ja", "zh") else language,
            offered=offered,
            key=key,
            draft=draft,
            query=dict(request.query_params),
            fields=fields,
            site=site.rstrip("/"),
            encrypted=site.startswith("https:"),
            count_visit=lambda: self._count_visit(request),
            path=dict(request.path_params),
        )
        if draft is None or not draft.token:
            self._check_open(taking)
        return taking

    def _check_open(self, taking: Taking) -> None:
        activity, today = taking.offered.activity, seoul_day(taking.now)
        if activity.opens and today < activity.opens:
            raise TakingRefused("too_early", 404, day=taking.day(activity.opens))
        if activity.closes and activity.closes < today:
            results = activity.id if taking.published() else None
            raise TakingRefused("closed", 410, day=taking.day(activity.closes), results=results)

    def _refused(self, request: Request, refused: TakingRefused) -> Response:
        language = chosen_language(request, None)
        say = texts(language)
        values = {**refused.values, "n": -(-refused.values.get("seconds", 0) // 60)}
        lead = say[f"{refused.reason}_lead"].format(**values)
        results = refused.values.get("results")
        response = form_page(
            "taking/refused.html",
            refused.status,
            language,
            say=say,
            head=say[refused.reason],
            lead=lead,
            results=results,
        )
        if "seconds" in refused.values:
            response.headers["Retry-After"] = str(refused.values["seconds"])
        return response
