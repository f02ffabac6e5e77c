"""Forms that visitors' browsers send: read under limits, and only where they come from a page of ours."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from logging import NullHandler, getLogger
from urllib.parse import parse_qsl

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import ClientDisconnect, Request

from sync.central.web.bodies import body_of
from sync.protocol.problems import TOO_LARGE, Problem

FORM_TYPE = "application/x-www-form-urlencoded"
# A text of the greatest length, in a script of three bytes a character, each byte written as %XX, and as much again.
_MOST_BYTES = 400_000
_MOST_FIELDS = 1_000
UPLOAD_TYPE = "multipart/form-data"
_MOST_PARTS = 8
# A phone on a poor line needs its time.
_UPLOAD_SECONDS = 120
_HEARD_OUT = 64_000_000
# What is wrong with a body is the sender's to hear, and nothing for the server's own log.
getLogger("python_multipart").addHandler(NullHandler())


class FormUnreadable(Exception):
    """A body is no form that a page of ours sends."""


def comes_from_our_page(request: Request) -> bool:
    """Tell whether a request may change something: browsers say where it comes from (Fetch Metadata)."""
    return request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")


async def form_of(request: Request) -> list[tuple[str, str]]:
    """Return the fields of a form in their order; raises Problem where it is too large, and FormUnreadable."""
    body = await body_of(request, _MOST_BYTES, FORM_TYPE)
    try:
        return parse_qsl(
            body.decode("ascii"), keep_blank_values=True, strict_parsing=bool(body), max_num_fields=_MOST_FIELDS,
            errors="strict",
        )  # fmt: skip
    except ValueError:
        raise FormUnreadable from None


async def upload_of(request: Request, most: int) -> list[tuple[str, bytes]]:
    """Return the parts of an uploading form as (name, content); what a file was called is never looked at.

    Raises Problem where it is too large or too slow, and FormUnreadable. A body that is somewhat too large is heard
    out: a browser shows no answer that comes while it is still sending.
    """
    said = request.headers.get("content-length", "")
    if said.isascii() and said.isdigit() and most < int(said) <= _HEARD_OUT:
        await _hear_out(request)
        raise Problem(TOO_LARGE)
    body = await body_of(request, most, UPLOAD_TYPE, _UPLOAD_SECONDS)
    _, options = parse_options_header(request.headers["content-type"])
    return _parts(body, options.get(b"boundary", b""))


async def _hear_out(request: Request) -> None:
    with suppress(TimeoutError, ClientDisconnect):
        async with asyncio.timeout(_UPLOAD_SECONDS):
            async for _ in request.stream():
                pass


@dataclass
class _Part:
    """A part while it is being read: its headers as one text, and its content in pieces."""

    headers: dict[bytes, bytes]
    header: bytes
    value: bytes
    content: list[bytes]


def _parts(body: bytes, boundary: bytes) -> list[tuple[str, bytes]]:
    found: list[_Part] = []

    def begin() -> None:
        if len(found) >= _MOST_PARTS:
            raise FormUnreadable
        found.append(_Part({}, b"", b"", []))

    def name(data: bytes, start: int, end: int) -> None:
        found[-1].header += data[start:end]

    def value(data: bytes, start: int, end: int) -> None:
        found[-1].value += data[start:end]

    def end_of_header() -> None:
        part = found[-1]
        part.headers[part.header.lower()] = part.value
        part.header, part.value = b"", b""

    def content(data: bytes, start: int, end: int) -> None:
        found[-1].content.append(data[start:end])

    try:
        parser = MultipartParser(
            boundary,
            {
                "on_part_begin": begin,
                "on_header_field": name,
                "on_header_value": value,
                "on_header_end": end_of_header,
                "on_part_data": content,
            },
        )
        parser.write(body)
        parser.finalize()
    except FormParserError:
        raise FormUnreadable from None
    return [(_name(part.headers), b"".join(part.content)) for part in found]


def _name(headers: dict[bytes, bytes]) -> str:
    _, options = parse_options_header(headers.get(b"content-disposition", b""))
    return options.get(b"name", b"").decode("utf-8", "replace")
