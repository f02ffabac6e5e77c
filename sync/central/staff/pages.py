"""Rendering the pages of staff: one style sheet, no script, and a policy that allows no more."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from hashlib import sha256
from typing import Any

from fastapi import Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from kiosk.forum.receipts import receipt_number
from kiosk.forum.seoul import SEOUL, seoul_day
from sync.central.review.words import word
from sync.central.staff.event_words import event_word, happened_word
from sync.central.staff.permissions import Role, may
from sync.central.staff.words import LANGUAGES, role_word, say

_templates = Environment(
    loader=PackageLoader("sync.central.staff", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
STYLE = _templates.get_template("staff.css").render()
STYLE_TAG = sha256(STYLE.encode()).hexdigest()[:12]
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    # Not “no-referrer”: a form's Origin would be “null”.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_SECTIONS = (
    ("proposals", "/staff"),
    ("contests", "/staff/contests"),
    ("additions", "/staff/additions"),
    ("content", "/staff/content"),
    ("devices", "/staff/devices"),
    ("log", "/staff/log"),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What every page shows around its content; `account` is None where nobody is signed in.

    `here` is the address at which the page can be opened in another language, ready for one more part of a query.
    """

    language: str
    now: datetime
    account: str | None
    role: Role | None
    token: str
    here: str = "?"


def page(shown: Shown, template: str, status: int = 200, **values: Any) -> Response:
    """Return a page of staff."""
    language = shown.language
    html = _templates.get_template(template).render(
        shown=shown,
        w=partial(say, language),
        event_word=partial(event_word, language),
        happened_word=partial(happened_word, language),
        role_word=partial(role_word, language),
        word_of=lambda of: _word(of, language),
        label=lambda words: words.get(language) or words.get("ko") or next(iter(words.values()), ""),
        number_of=receipt_number,
        day=partial(_day_text, language),
        moment=_moment_text,
        seoul=seoul_day,
        today=seoul_day(shown.now),
        languages=LANGUAGES,
        style_tag=STYLE_TAG,
        sections=[each for each in _SECTIONS if shown.role and may(shown.role, "GET", each[1])],
        may=lambda method, route: shown.role is not None and may(shown.role, method, route),
        **values,
    )
    return Response(html, status, _HEADERS, "text/html; charset=utf-8")


def message_page(shown: Shown, status: int, title: str, lead: str, **values: object) -> Response:
    """Return a page that says one thing."""
    return page(shown, "message.html", status, title=title, lead=lead, values=values)


def redirect(address: str) -> Response:
    """Return the way to another page of staff, after a form or to the sign-in."""
    return Response(status_code=303, headers={**_HEADERS, "Location": address})


def style_sheet() -> Response:
    """Return the style sheet; its address changes with its content."""
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}
    return Response(STYLE, headers=headers, media_type="text/css; charset=utf-8")


def _word(of: StrEnum, language: str) -> str:
    return word(of, language)


def _day_text(language: str, of: date) -> str:
    if language == "en":
        return f"{of.day} {of:%B %Y}"
    return f"{of.year}. {of.month}. {of.day}."


def _moment_text(of: datetime) -> str:
    return f"{of.astimezone(SEOUL):%Y-%m-%d %H:%M}"
