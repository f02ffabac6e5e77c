"""Public pages: rendered here with no script, cacheable, and told apart by their content."""

import base64
from hashlib import sha256
from typing import Any

from fastapi import Request, Response
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from kiosk.forum.packs import words_in
from sync.central.online.words import WORDS
from sync.central.public.views import LENGTH, number
from sync.central.public.words import day_text, texts_in
from sync.central.review.words import word

SECTIONS = (("/take-part", "take_part"), ("/results", "results"), ("/outcomes", "outcomes_short"),
            ("/suggestions", "suggestions"), ("/data", "open_data_short"))  # fmt: skip
_templates = Environment(
    loader=ChoiceLoader(
        [PackageLoader("sync.central.public", "templates"), PackageLoader("sync.central.web", "templates")]
    ),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.globals.update(LENGTH=LENGTH, sections=SECTIONS)
_templates.filters.update(number=number)
_STYLE = _templates.get_template("forum.css").render() + _templates.get_template("public.css").render()
_STYLE_HASH = base64.b64encode(sha256(_STYLE.encode()).digest()).decode()
# Five minutes: what a proposer takes back is gone soon, and a page costs nothing meanwhile.
_CACHE = "public, max-age=300"
_HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Vary": "Accept-Language",
}


def public_page(
    request: Request, template: str, language: str, section: str = "", status: int = 200, **values: Any
) -> Response:
    """Return a page, or 304 where the browser has it already."""
    html = _templates.get_template(template).render(
        language=language,
        words=WORDS[language],
        every_language=WORDS,
        style=_STYLE,
        say=texts_in(language),
        section=section,
        day=lambda day: day_text(day, language),
        told=lambda words: words_in(words, language),
        stage_word=lambda stage: word(stage, language),
        **values,
    )
    if status != 200:
        return Response(html, status, {**_HEADERS, "Cache-Control": "no-store"}, "text/html; charset=utf-8")
    return cacheable(request, html.encode("utf-8"), "text/html; charset=utf-8", _HEADERS)


def cacheable(request: Request, body: bytes, media: str, headers: dict[str, str] | None = None) -> Response:
    """Return a body with what caches need, or 304 where the asker has it already."""
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    told = {"X-Content-Type-Options": "nosniff", **(headers or {}), **cache_headers(etag)}
    if is_known(request, etag):
        return Response(None, 304, told)
    return Response(body, 200, told, media)


def cache_headers(etag: str) -> dict[str, str]:
    """Return the headers by which a cache keeps something and asks for it again."""
    return {"Cache-Control": _CACHE, "ETag": etag}


def is_known(request: Request, etag: str) -> bool:
    """Tell whether the asker has this already (RFC 9110, If-None-Match)."""
    known = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    return etag in known or "*" in known
