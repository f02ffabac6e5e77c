"""The addresses of the staff's side, each behind the desk."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

from fastapi import APIRouter

from kiosk.pack_files import SIZE_LIMIT
from sync.central.central import Central
from sync.central.proposals.intake import bring_up_to_date
from sync.central.staff.account_pages import (
    change_password,
    my_account,
    show_sign_in,
    sign_in_here,
    sign_out_here,
    sign_out_others,
)
from sync.central.staff.addition_pages import decide_addition, show_additions
from sync.central.staff.attachment_pages import download_file
from sync.central.staff.content_deciding import change_days, decide_draft, decide_version, upload_pack
from sync.central.staff.content_pages import show_content, show_draft, show_pack
from sync.central.staff.contest_pages import (
    record_contest_step,
    score_entry,
    show_contest,
    show_contests,
    show_entry,
)
from sync.central.staff.desk import Desk
from sync.central.staff.device_pages import change_device, enrol_device, show_devices
from sync.central.staff.held_page import show_held
from sync.central.staff.inbox_page import show_inbox
from sync.central.staff.log_page import show_log
from sync.central.staff.opinion_pages import give_opinion, show_opinion
from sync.central.staff.pages import style_sheet
from sync.central.staff.proposal_pages import record, show_beside, show_original, show_proposal
from sync.central.staff.provider_pages import come_back, go_to_provider
from sync.central.store.errors import DatabaseUnavailable
from sync.central.web.gate import Gate

_LOOK_EVERY_SECONDS = 2


def staff_router(central: Central, gate: Gate) -> APIRouter:
    """Return the staff's routes, and those of consulted bodies, over this central store."""
    router = APIRouter(include_in_schema=False, lifespan=lambda app: _taking_in(central))
    desk = Desk(central, gate, router)
    desk.add("GET", "/staff/style.css", lambda ask: style_sheet())
    desk.add("GET", "/staff/sign-in", show_sign_in)
    desk.add("POST", "/staff/sign-in", sign_in_here)
    desk.add("GET", "/staff/sign-in/provider", go_to_provider)
    desk.add("GET", "/staff/sign-in/return", come_back)
    desk.add("POST", "/staff/sign-out", sign_out_here)
    desk.add("GET", "/staff/account", my_account)
    desk.add("POST", "/staff/account", change_password)
    desk.add("POST", "/staff/account/sessions", sign_out_others)
    desk.add("GET", "/staff", show_inbox)
    desk.add("GET", "/staff/proposals/{proposal_id}", show_proposal)
    desk.add("GET", "/staff/proposals/{proposal_id}/beside/{other_id}", show_beside)
    desk.add("POST", "/staff/proposals/{proposal_id}/events/{kind}", record)
    desk.add("POST", "/staff/proposals/{proposal_id}/original", show_original)
    desk.add("GET", "/staff/proposals/{proposal_id}/files/{number}", download_file)
    desk.add("GET", "/staff/additions", show_additions)
    desk.add("POST", "/staff/additions/{number}", decide_addition)
    desk.add("GET", "/staff/contests", show_contests)
    desk.add("GET", "/staff/contests/{activity_id}", show_contest)
    desk.add("POST", "/staff/contests/{activity_id}/steps/{step}", record_contest_step)
    desk.add("GET", "/staff/contests/{activity_id}/entries/{proposal_id}", show_entry)
    desk.add("POST", "/staff/contests/{activity_id}/entries/{proposal_id}", score_entry)
    desk.add("GET", "/staff/content", show_content)
    desk.add("POST", "/staff/content", upload_pack, SIZE_LIMIT)
    desk.add("GET", "/staff/content/drafts/{number}", show_draft)
    desk.add("POST", "/staff/content/drafts/{number}", decide_draft)
    desk.add("GET", "/staff/content/packs/{pack_id}", show_pack)
    desk.add("POST", "/staff/content/packs/{pack_id}/days", change_days)
    desk.add("POST", "/staff/content/packs/{pack_id}/versions/{version}", decide_version)
    desk.add("GET", "/staff/devices", show_devices)
    desk.add("POST", "/staff/devices", enrol_device)
    desk.add("POST", "/staff/devices/{device_id}", change_device)
    desk.add("GET", "/staff/held", show_held)
    desk.add("GET", "/staff/log", show_log)
    desk.add("GET", "/opinion/{token}", show_opinion)
    desk.add("POST", "/opinion/{token}", give_opinion)
    return router


@asynccontextmanager
async def _taking_in(central: Central) -> AsyncIterator[None]:
    """Take in proposals while the server runs, so that staff find the inbox ready."""
    ending = asyncio.Event()
    task = asyncio.create_task(_take_in_until(central, ending))
    try:
        yield
    finally:
        ending.set()
        await task


async def _take_in_until(central: Central, ending: asyncio.Event) -> None:
    while not ending.is_set():
        done = True
        # Without its database the server goes on, and says so to whoever asks.
        with suppress(DatabaseUnavailable):
            done = await asyncio.to_thread(bring_up_to_date, central, datetime.now(UTC))
        with suppress(TimeoutError):
            await asyncio.wait_for(ending.wait(), _LOOK_EVERY_SECONDS if done else 0.01)
