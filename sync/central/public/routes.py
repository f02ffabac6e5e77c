"""The addresses that anybody may open: results, outcomes, suggestions, open data."""

from collections.abc import Callable

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse

from sync.central.central import Central
from sync.central.public.catalog import catalog
from sync.central.public.dictionary import COLUMNS
from sync.central.public.edition import Edition
from sync.central.public.feed import outcome_feed
from sync.central.public.funnel import funnel_levels
from sync.central.public.pages import cache_headers, cacheable, is_known, public_page
from sync.central.public.publisher import NotPublishedYet, Published, Publisher
from sync.central.public.suggestions import SHOWN_STAGES, Suggestion
from sync.central.public.tables import FORMATS, MEDIA
from sync.central.public.views import QuestionView, named_bars, question_views
from sync.central.public.words import day_text, texts_in
from sync.central.results.published import PublishedActivity
from sync.central.review.proposal import Stage
from sync.central.review.words import LANGUAGES
from sync.central.web.gate import Gate
from sync.central.web.pages import chosen_language
from sync.protocol.problems import Problem

_A_PAGE = 20
_WAITING = 16
_IN_FEED = 50
_ON_HOME = 3


def public_router(central: Central, gate: Gate, publisher: Publisher) -> APIRouter:
    """Return the public routes over what the publisher publishes."""
    router = APIRouter(include_in_schema=False)
    site = (central.public_url or "").rstrip("/")
    waiting = CapacityLimiter(_WAITING)
    identity = central.server_key.public_key().public_bytes_raw()

    def answering(address: str, page: Callable[[Request, str, Published], Response]) -> None:
        """Serve an address by a function that may read the database, with the newest edition in hand."""

        async def serve(request: Request) -> Response:
            language = chosen_language(request, None)
            try:
                # Waiting for the first edition must not take the places of those who work.
                published = await to_thread.run_sync(publisher.current, limiter=waiting)
                return await gate.run(lambda: page(request, language, published))
            except (NotPublishedYet, Problem):
                response = public_page(request, "missing.html", language, status=503, what="counting")
                response.headers["Retry-After"] = "30"
                return response

        router.api_route(address, methods=["GET", "HEAD"])(serve)

    def home(request: Request, language: str, published: Published) -> Response:
        edition = published.edition
        outcomes = publisher.suggestions(list(published.outcomes[:_ON_HOME]))
        return public_page(
            request,
            "home.html",
            language,
            "home",
            edition=edition,
            newest=_cards(edition, language)[:_ON_HOME],
            outcomes=outcomes,
            earlier=edition.outcomes[: _ON_HOME - len(outcomes)],
        )

    def results(request: Request, language: str, published: Published) -> Response:
        edition = published.edition
        return public_page(
            request, "results.html", language, "results", edition=edition, shown=_cards(edition, language)
        )

    def activity(request: Request, language: str, published: Published) -> Response:
        found = published.edition.activity(request.path_params["activity_id"])
        if found is None:
            return _missing(request, language)
        names = texts_in(language)
        return public_page(
            request,
            "activity.html",
            language,
            "results",
            activity=found,
            views=question_views(found, language),
            channels=named_bars(found, found.channels, names),
            languages=named_bars(found, found.languages, _LANGUAGE_NAMES),
            period=_period(found, language),
            thoughts=publisher.thoughts(found.activity_id),
        )

    def outcomes(request: Request, language: str, published: Published) -> Response:
        page, of_pages, ids = _paged(request, published.outcomes)
        return public_page(
            request,
            "outcomes.html",
            language,
            "outcomes_short",
            edition=published.edition,
            shape=funnel_levels(published.edition.funnel),
            outcomes=publisher.suggestions(ids),
            earlier=published.edition.outcomes if page == 1 else (),
            contests=publisher.contests() if page == 1 else (),
            page=page,
            of_pages=of_pages,
            kept_query="",
        )

    def suggestions(request: Request, language: str, published: Published) -> Response:
        asked = request.query_params.get("stage", "")
        stage = next((each for each in SHOWN_STAGES if each.value == asked), None)
        counts = {each: sum(of == each.value for _, of in published.shown) for each in SHOWN_STAGES}
        page, of_pages, ids = _paged(request, [each for each, of in published.shown if stage in (None, Stage(of))])
        return public_page(
            request,
            "suggestions.html",
            language,
            "suggestions",
            found=publisher.suggestions(ids),
            stage=stage,
            stages=[(each, count) for each, count in counts.items() if count],
            total=len(published.shown),
            page=page,
            of_pages=of_pages,
            kept_query=f"stage={stage.value}&" if stage else "",
        )

    def one_suggestion(request: Request, language: str, published: Published) -> Response:
        proposal_id = publisher.addresses.proposal_id(request.path_params["public_id"])
        found = publisher.suggestions([proposal_id]) if proposal_id else []
        if not found:
            return _missing(request, language)
        return public_page(request, "suggestion.html", language, "suggestions", each=found[0])

    def data(request: Request, language: str, published: Published) -> Response:
        edition, files = published.edition, published.files
        return public_page(
            request,
            "data.html",
            language,
            "open_data_short",
            edition=edition,
            tables=list(COLUMNS.items()),
            files=files,
            sizes={name: _size(file.size) for name, file in files.items()},
            formats=FORMATS,
            years=_years(edition),
            place=LANGUAGES.index(language),
        )

    def described(request: Request, _language: str, published: Published) -> Response:
        body = catalog(site, published.edition.as_of, COLUMNS, published.files)
        return cacheable(request, body, "application/ld+json")

    def file(request: Request, language: str, published: Published) -> Response:
        found = published.files.get(request.path_params["name"])
        if found is None:
            return _missing(request, language)
        headers = {**cache_headers(found.etag), "X-Content-Type-Options": "nosniff"}
        if is_known(request, found.etag):
            return Response(None, 304, headers)
        return FileResponse(found.path, 200, headers, MEDIA[found.path.suffix[1:]], filename=found.path.name)

    def feed(request: Request, language: str, published: Published) -> Response:
        found: list[Suggestion] = publisher.suggestions(list(published.outcomes[:_IN_FEED]))
        edition = published.edition
        body = outcome_feed(site, identity, edition.as_of, found, edition.outcomes[:_IN_FEED], language)
        return cacheable(request, body, "application/atom+xml; charset=utf-8", {"Vary": "Accept-Language"})

    def report(request: Request, language: str, published: Published) -> Response:
        asked = request.path_params["year"]
        year = next((each for each in _years(published.edition) if asked == str(each)), None)
        if year is None:
            return _missing(request, language)
        return cacheable(request, publisher.report(published, year), "application/pdf")

    answering("/", home)
    answering("/results", results)
    answering("/results/{activity_id}", activity)
    answering("/outcomes", outcomes)
    answering("/suggestions", suggestions)
    answering("/suggestions/{public_id}", one_suggestion)
    answering("/data", data)
    answering("/data/catalog.jsonld", described)
    answering("/data/{name}", file)
    answering("/feed.atom", feed)
    answering("/report/{year}.pdf", report)
    return router


_LANGUAGE_NAMES = {"ko": "한국어", "en": "English", "ja": "日本語", "zh": "中文"}


def _missing(request: Request, language: str) -> Response:
    return public_page(request, "missing.html", language, status=404, what="not_found")


def _cards(edition: Edition, language: str) -> list[tuple[PublishedActivity, QuestionView | None]]:
    """Return every activity with the first of its questions that can be drawn."""
    return [
        (each, next((view for view in question_views(each, language) if view.is_telling), None))
        for each in edition.activities
    ]


def _period(activity: PublishedActivity, language: str) -> str:
    say = texts_in(language)
    first, last = day_text(activity.first_day, language), day_text(activity.last_day, language)
    return say["one_day" if activity.days == 1 else "period"].format(first=first, last=last, n=activity.days)


def _paged(request: Request, ids: tuple[str, ...] | list[str]) -> tuple[int, int, list[str]]:
    """Return the page asked for, how many there are, and its entries; a page beyond the last is the last."""
    asked = request.query_params.get("page", "1")
    of_pages = max(1, -(-len(ids) // _A_PAGE))
    page = min(max(int(asked), 1), of_pages) if asked.isascii() and asked.isdigit() and len(asked) < 8 else 1
    return page, of_pages, list(ids[(page - 1) * _A_PAGE : page * _A_PAGE])


def _years(edition: Edition) -> list[int]:
    last = edition.as_of.year
    first = min((each.first_day.year for each in edition.activities), default=last)
    return list(range(last, max(first, last - 9) - 1, -1))


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"
