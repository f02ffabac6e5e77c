"""The addresses that visitors' phones open."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse

from sync.central.central import Central
from sync.central.online.receipt import find_receipt
from sync.central.web.gate import Gate
from sync.central.web.pages import chosen_language, receipt_page, unknown_page


def online_router(central: Central, gate: Gate) -> APIRouter:
    """Return the visitors' routes over this central store."""
    router = APIRouter(include_in_schema=False)

    @router.get("/r/{token}")
    async def receipt(request: Request, token: str) -> Response:
        """Show a receipt, and whether its submission has arrived."""
        found = await gate.run(lambda: find_receipt(central, token))
        if found is None:
            return unknown_page(chosen_language(request, None))
        return receipt_page(found, chosen_language(request, found.language))

    @router.get("/robots.txt")
    async def robots() -> Response:
        """Keep receipts out of search engines."""
        return PlainTextResponse("User-agent: *\nDisallow: /\n")

    return router
