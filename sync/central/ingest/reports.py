"""What kiosks tell and ask beside their records: the count of a day, how they are, and what is offered to them."""

from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Annotated

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import APIRouter, Path, Request, Response

from sync.central.central import Central
from sync.central.ingest.routes import authenticated, read_message, signed_request
from sync.central.store import offered_packs
from sync.central.store import reports as store
from sync.central.web.bodies import body_of, described
from sync.central.web.gate import Gate
from sync.protocol.batches import DeviceId
from sync.protocol.bundles import SignedRequest
from sync.protocol.messages import JSON_TYPE, MOST_MESSAGE_BYTES
from sync.protocol.offers import sign_offer
from sync.protocol.problems import MALFORMED, NOT_FOUND, Problem
from sync.protocol.reports import Heartbeat, ReportRejected, read_day
from sync.protocol.withdrawals import SignedStatement

_PackId = Annotated[str, Path(pattern=r"^[a-z0-9_-]{1,64}$")]
_PackVersion = Annotated[int, Path(ge=1, le=2**31 - 1)]


def reports_router(central: Central, gate: Gate) -> APIRouter:
    """Return these routes over this central store."""
    router = APIRouter(prefix="/v1")

    @router.post("/devices/{device_id}/days", status_code=204, openapi_extra=described(JSON_TYPE, SignedStatement))
    async def device_day(request: Request, device_id: DeviceId) -> Response:
        """Keep a kiosk's signed count of one of its days."""
        signed = signed_request(request, await body_of(request, MOST_MESSAGE_BYTES, JSON_TYPE))
        return await gate.run(lambda: take_day(central, device_id, signed))

    @router.post("/devices/{device_id}/heartbeat", status_code=204, openapi_extra=described(JSON_TYPE, Heartbeat))
    async def device_heartbeat(request: Request, device_id: DeviceId) -> Response:
        """Keep how a kiosk says that it is."""
        signed = signed_request(request, await body_of(request, MOST_MESSAGE_BYTES, JSON_TYPE))
        return await gate.run(lambda: _heartbeat(central, device_id, signed))

    @router.get("/packs", response_model=SignedStatement)
    async def packs(request: Request) -> Response:
        """Name the packs that are offered, signed; 304 where nothing is new."""
        return await gate.run(lambda: _offer(central, request.headers.get("if-none-match")))

    @router.get("/packs/{pack_id}/{version}")
    async def pack(pack_id: _PackId, version: _PackVersion) -> Response:
        """Return an offered pack's canonical bytes."""
        return await gate.run(lambda: _pack(central, pack_id, version))

    return router


def take_day(central: Central, device_id: str, signed: SignedRequest) -> Response:
    """Keep a day's count that a device signed; raises Problem."""
    device = authenticated(central, device_id, signed)
    statement = read_message(SignedStatement, signed.body)
    try:
        tally = read_day(Ed25519PublicKey.from_public_bytes(device.public_key), statement, device_id)
        day = date.fromisoformat(tally.day)
    except (ReportRejected, ValueError) as error:
        raise Problem(MALFORMED, str(error)) from None
    with central.database.writing() as connection:
        store.keep_day(connection, device.no, day, statement.statement, statement.signature, datetime.now(UTC))
    return Response(status_code=204)


def _heartbeat(central: Central, device_id: str, signed: SignedRequest) -> Response:
    device = authenticated(central, device_id, signed)
    heartbeat = read_message(Heartbeat, signed.body)
    now = datetime.now(UTC)
    try:
        at = datetime.fromisoformat(heartbeat.at)
        offset = (at - now).total_seconds()
    except (ValueError, TypeError, OverflowError):
        raise Problem(MALFORMED, "at: write RFC 3339 in UTC.") from None
    with central.database.writing() as connection:
        store.keep_report(connection, device.no, now, offset, heartbeat.model_dump())
    return Response(status_code=204)


def _offer(central: Central, known: str | None) -> Response:
    with central.database.reading() as connection:
        offer = offered_packs.offer(connection, datetime.now(UTC))
    signed = sign_offer(central.server_key, offer)
    tag = f'"{sha256(signed.statement.encode()).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if known is not None and tag in {each.strip().removeprefix("W/") for each in known.split(",")}:
        return Response(status_code=304, headers=headers)
    return Response(signed.model_dump_json(), media_type=JSON_TYPE, headers=headers)


def _pack(central: Central, pack_id: str, version: int) -> Response:
    with central.database.reading() as connection:
        canonical = offered_packs.offered_bytes(connection, pack_id, version, datetime.now(UTC))
    if canonical is None:
        raise Problem(NOT_FOUND, f"“{pack_id}” version {version} is not offered.")
    return Response(canonical, media_type=JSON_TYPE, headers={"ETag": f'"{sha256(canonical).hexdigest()}"'})
