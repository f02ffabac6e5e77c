"""Reading a request's body under a limit of size and of time, and describing it to others (OpenAPI)."""

import asyncio
from typing import Any

from pydantic import BaseModel
from starlette.requests import ClientDisconnect, Request

from sync.protocol.problems import MALFORMED, TOO_LARGE, TOO_SLOW, WRONG_MEDIA, Problem

_SECONDS = 30


async def body_of(request: Request, most: int, media_type: str, seconds: float = _SECONDS) -> bytes:
    """Return the whole body as it was sent; raises Problem TOO_LARGE, TOO_SLOW or WRONG_MEDIA."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != media_type:
        raise Problem(WRONG_MEDIA, f"Send {media_type}.")
    said = request.headers.get("content-length", "")
    if said.isascii() and said.isdigit() and int(said) > most:
        raise Problem(TOO_LARGE, f"At most {most} bytes.")
    chunks, size = [], 0
    try:
        async with asyncio.timeout(seconds):
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


def described(media_type: str, message: type[BaseModel] | None = None) -> dict[str, Any]:
    """Return what a route says about its body, which it reads by itself so that the signature covers its very bytes."""
    content: dict[str, Any] = {}
    if message is not None:
        schema = message.model_json_schema()
        content = {"schema": _inlined(schema, schema.pop("$defs", {}))}
    return {"requestBody": {"required": True, "content": {media_type: content}}}


def _inlined(part: Any, definitions: dict[str, Any]) -> Any:
    """Put definitions where they are referred to: the description keeps its own elsewhere. No message holds itself."""
    if isinstance(part, list):
        return [_inlined(each, definitions) for each in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        return _inlined(definitions[part["$ref"].rpartition("/")[2]], definitions)
    return {name: _inlined(each, definitions) for name, each in part.items()}
