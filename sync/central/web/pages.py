"""Pages for people: rendered here, with no script, one small style sheet inside, and a policy that allows no more."""

import base64
from hashlib import sha256
from typing import Any

from fastapi import Request, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from sync.central.online.handoff_words import HANDOFF_WORDS
from sync.central.online.words import WORDS

_FIRST = "ko"
_templates = Environment(
    loader=PackageLoader("sync.central.web", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_STYLE = "".join(_templates.get_template(name).render() for name in ("forum.css", "receipt.css", "taking.css"))
_STYLE_HASH = base64.b64encode(sha256(_STYLE.encode()).digest()).decode()
_HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
    "Vary": "Accept-Language",
}


def chosen_language(request: Request, meant: str | None) -> str:
    """Return the page's language: the one asked for (?lang=), then the visit's, then the browser's, then Korean."""
    asked = request.query_params.get("lang")
    accepted = [part.partition(";")[0].strip() for part in request.headers.get("accept-language", "")[:200].split(",")]
    for language in (asked, meant, *accepted):
        code = (language or "").partition("-")[0].lower()
        if code in WORDS:
            return code
    return _FIRST


def unknown_page(language: str) -> Response:
    """Return the page for a link that is no receipt of ours."""
    return _page("unknown.html", 404, language)


def form_page(template: str, status: int, language: str, *, script: bool = False, **values: Any) -> Response:
    """Return a page whose forms come back to this server, with our one script file where it needs that."""
    response = _page(template, status, language, more=HANDOFF_WORDS[language], **values)
    policy = _HEADERS["Content-Security-Policy"].replace("form-action 'none'", "form-action 'self'")
    response.headers["Content-Security-Policy"] = f"{policy}; script-src 'self'" if script else policy
    return response


def _page(template: str, status: int, language: str, **values: Any) -> Response:
    html = _templates.get_template(template).render(
        language=language, words=WORDS[language], every_language=WORDS, style=_STYLE, **values
    )
    return Response(html, status, _HEADERS, "text/html; charset=utf-8")
