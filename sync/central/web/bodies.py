"""Reading a request's body under a limit of size and of time."""

import asyncio

from starlette.requests import ClientDisconnect, Request

from sync.protocol.problems import MALFORMED, TOO_LARGE, TOO_SLOW, WRONG_MEDIA, Problem

_SECONDS = 30


async def body_of(request: Request, most: int, media_type: str) -> bytes:
    """Return the whole body as it was sent; raises Problem TOO_LARGE, TOO_SLOW or WRONG_MEDIA."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != media_type:
        raise Problem(WRONG_MEDIA, f"Send {media_type}.")
    said = request.headers.get("content-length", "")
    if said.isascii() and said.isdigit() and int(said) > most:
        raise Problem(TOO_LARGE, f"At most {most} bytes.")
    chunks, size = [], 0
    try:
        async with asyncio.timeout(_SECONDS):
            async for chunk in request.stream():
                size += len(chunk)
                if size > most:
                    raise Problem(TOO_LARGE, f"At most {most} bytes.")
                chunks.append(chunk)
    except TimeoutError:
        raise Problem(TOO_SLOW) from None
    except ClientDisconnect:
        raise Problem(MALFORMED, "The connection ended early.") from None
    return b"".join(chunks)
