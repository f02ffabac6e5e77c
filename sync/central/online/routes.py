"""The addresses that visitors' phones open."""

from datetime import UTC, datetime

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse, RedirectResponse

from kiosk.forum.carrying import CarriedRejected
from sync.central.central import Central
from sync.central.ingest.withdrawals import withdraw_receipt
from sync.central.online.carried import deliver_carried
from sync.central.online.certificate import certificate
from sync.central.online.completing_pages import add_words
from sync.central.online.desk import VisitorDesk, ask_of
from sync.central.online.file_pages import files_page, remove_file
from sync.central.online.following_pages import ask_again, choose_publicity, following_page
from sync.central.online.held import held_by
from sync.central.online.log_page import log_page
from sync.central.online.receipt import VisitorReceipt, find_receipt, real_link
from sync.central.online.receipt_page import receipt_page
from sync.central.online.sealed_pages import contact_page, proposers_page
from sync.central.online.standing import standing_of
from sync.central.web.forms import FormUnreadable, comes_from_our_page, form_of
from sync.central.web.gate import Gate
from sync.central.web.pages import chosen_language, form_page, unknown_page
from sync.protocol.problems import BUSY, Problem

_NOT_TO_BE_FOUND = ("/r/", "/h/", "/staff", "/opinion/", "/v1/", "/log/")


def online_router(central: Central, gate: Gate) -> APIRouter:
    """Return the visitors' routes over this central store."""
    router = APIRouter(include_in_schema=False)

    @router.get("/r/{token}")
    async def receipt(request: Request, token: str) -> Response:
        """Show a receipt: whether its submission has arrived, and where a proposal stands."""
        return await gate.run(lambda: _shown(central, request, token, find_receipt(central, token)))

    @router.post("/r/{token}")
    async def withdraw(request: Request, token: str) -> Response:
        """Withdraw a submission: whoever holds the link may, as with the paper receipt in hand, but never read it."""
        link = await gate.run(lambda: real_link(central, token))
        if link is None or not comes_from_our_page(request):
            return unknown_page(chosen_language(request, None))
        now = datetime.now(UTC)
        await gate.run(lambda: withdraw_receipt(central.database, link.device_id, link.receipt_id, now))
        return RedirectResponse(f"/r/{token}?lang={chosen_language(request, link.language)}", 303)

    @router.post("/r/{token}/submission")
    async def deliver(request: Request, token: str) -> Response:
        """Take the submission that a link carries, once and whatever the kiosk's own network does."""
        try:
            fields = dict(await form_of(request))
            if not comes_from_our_page(request):
                raise CarriedRejected("Another site's page asked for this; nothing was taken.")
            link = await gate.run(lambda: deliver_carried(central, token, fields.get("sealed", ""), datetime.now(UTC)))
        except FormUnreadable:
            return _undelivered(request, 400)
        except CarriedRejected:
            return _undelivered(request, 400)
        except Problem as problem:
            if problem.kind is BUSY:
                raise
            return _undelivered(request, problem.kind.status)
        return RedirectResponse(f"/r/{token}?lang={chosen_language(request, link.language)}", 303)

    desk = VisitorDesk(central, gate, router)
    desk.add("again", ask_again, sends=True)
    desk.add("more", add_words, sends=True)
    desk.add("receipt.pdf", certificate)
    desk.add("proposers", proposers_page, sends=True)
    desk.add("contact", contact_page, sends=True)
    desk.add("log", log_page)
    desk.add("publicity", choose_publicity, sends=True)
    desk.add("files", files_page, uploads=True)
    desk.add("files/remove", remove_file, sends=True)

    @router.get("/robots.txt")
    async def robots() -> Response:
        """Keep receipts, visits and staff pages out of search engines; the public pages may be found."""
        return PlainTextResponse("User-agent: *\n" + "".join(f"Disallow: {path}\n" for path in _NOT_TO_BE_FOUND))

    return router


def _shown(central: Central, request: Request, token: str, found: VisitorReceipt | None) -> Response:
    if found is None:
        return unknown_page(chosen_language(request, None))
    language = chosen_language(request, found.language)
    if "withdraw" in request.query_params and not found.withdrawn:
        return form_page("withdraw.html", 200, language, number=found.number)
    held = held_by(central, token) if found.arrived_at else None
    if held is not None:
        ask = ask_of(central, request, token, held, None)
        standing = standing_of(central, held, ask.now)
        if standing is not None:
            return following_page(ask, standing)
    return receipt_page(request, found, language, token)


def _undelivered(request: Request, status: int) -> Response:
    return form_page("handoff_apology.html", status, chosen_language(request, None), reason="undelivered")
