"""Forms that visitors' browsers send: read under limits, and only where they come from a page of ours."""

from urllib.parse import parse_qsl

from starlette.requests import Request

from sync.central.web.bodies import body_of

FORM_TYPE = "application/x-www-form-urlencoded"
# A text of the greatest length, in a script of three bytes a character, each byte written as %XX, and as much again.
_MOST_BYTES = 400_000
_MOST_FIELDS = 1_000


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
