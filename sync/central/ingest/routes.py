"""The line's four addresses: enrol, head, packs and batches; thin over the functions beside them."""

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import Annotated, TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BaseModel, ValidationError

from kiosk.forum.chain import first_link
from kiosk.forum.errors import PackRejected
from kiosk.forum.packs import read_pack
from kiosk.forum.seoul import utc_text
from sync.central.central import Central
from sync.central.ingest.accept import Accepted, accept
from sync.central.ingest.enrolment import enrol
from sync.central.ingest.retiring import refuse_new_epoch
from sync.central.ingest.singles import Singles
from sync.central.ingest.withdrawals import erase_places, news
from sync.central.store import devices
from sync.central.store.packs import PackClash, keep_pack
from sync.central.store.records import head as read_head
from sync.central.web.bodies import body_of, described
from sync.central.web.gate import Gate
from sync.protocol.batches import (
    BATCH_TYPE,
    LARGEST_SEQ,
    MOST_COMPRESSED_BYTES,
    BatchMalformed,
    BatchTooLarge,
    DeviceId,
    decode_batch,
)
from sync.protocol.bundles import SignedRequest
from sync.protocol.encoding import from_text, to_text
from sync.protocol.messages import (
    JSON_TYPE,
    MOST_MESSAGE_BYTES,
    MOST_PACK_BYTES,
    BatchAnswer,
    EnrolAnswer,
    EnrolRequest,
    HeadAnswer,
    PackAnswer,
)
from sync.protocol.problems import (
    MALFORMED,
    NOT_SIGNED,
    PACK_CLASH,
    PACK_UNREADABLE,
    TOO_LARGE,
    UNKNOWN_DEVICE,
    WRONG_MEDIA,
    Problem,
)
from sync.protocol.receipts import Receipt, SignedReceipt, sign_receipt
from sync.protocol.signatures import SignatureRejected, verify_request
from sync.protocol.withdrawals import SignedStatement, TombstonesRequest, sign_statement

_Message = TypeVar("_Message", bound=BaseModel)
_PackId = Annotated[str, Path(pattern=r"^[a-z0-9_-]{1,64}$")]
_PackVersion = Annotated[int, Path(ge=1, le=2**31 - 1)]
_After = Annotated[int, Query(ge=0, le=LARGEST_SEQ)]
_Epoch = Annotated[int, Query(ge=1, le=LARGEST_SEQ)]


def ingest_router(central: Central, gate: Gate) -> APIRouter:
    """Return the line's routes over this central store."""
    router = APIRouter(prefix="/v1")
    singles = Singles(central, gate)

    @router.post("/enrol", response_model=EnrolAnswer, openapi_extra=described(JSON_TYPE, EnrolRequest))
    async def enrol_device(request: Request) -> Response:
        """Bind a new kiosk's key to the name of its one-time code."""
        body = await body_of(request, MOST_MESSAGE_BYTES, JSON_TYPE)
        signed = signed_request(request, body)
        return await gate.run(lambda: _enrol(central, signed))

    @router.get("/devices/{device_id}/head", response_model=HeadAnswer)
    async def device_head(request: Request, device_id: DeviceId, epoch: _Epoch) -> Response:
        """Say, as a signed receipt, how far an epoch has arrived."""
        signed = signed_request(request, b"")
        return await gate.run(lambda: _head(central, device_id, epoch, signed))

    @router.put(
        "/devices/{device_id}/packs/{pack_id}/{version}",
        status_code=201,
        response_model=PackAnswer,
        openapi_extra=described(JSON_TYPE),
    )
    async def device_pack(request: Request, device_id: DeviceId, pack_id: _PackId, version: _PackVersion) -> Response:
        """Take the content pack that a kiosk's coming records use."""
        body = await body_of(request, MOST_PACK_BYTES, JSON_TYPE)
        signed = signed_request(request, body)
        return await gate.run(lambda: take_pack(central, device_id, pack_id, version, signed))

    @router.post("/devices/{device_id}/batches", response_model=BatchAnswer, openapi_extra=described(BATCH_TYPE))
    async def device_batch(request: Request, device_id: DeviceId) -> Response:
        """Store contiguous records and answer with the signed receipt."""
        if request.headers.get("content-encoding", "").strip().lower() != "gzip":
            raise Problem(WRONG_MEDIA, "Send it with Content-Encoding: gzip.")
        body = await body_of(request, MOST_COMPRESSED_BYTES, BATCH_TYPE)
        signed = signed_request(request, body)
        if taken := await singles.take(device_id, signed):
            return _batch_answer(central, device_id, *taken)
        return await gate.run(lambda: take_batch(central, device_id, signed))

    @router.post(
        "/devices/{device_id}/withdrawals",
        response_model=SignedStatement,
        openapi_extra=described(JSON_TYPE, TombstonesRequest),
    )
    async def device_withdrawals(request: Request, device_id: DeviceId) -> Response:
        """Erase what visitors withdrew at the kiosk, and answer with a signed statement."""
        body = await body_of(request, MOST_PACK_BYTES, JSON_TYPE)
        signed = signed_request(request, body)
        return await gate.run(lambda: take_withdrawals(central, device_id, signed))

    @router.get("/devices/{device_id}/news", response_model=SignedStatement)
    async def device_news(request: Request, device_id: DeviceId, after: _After = 0) -> Response:
        """Say, signed, what visitors withdrew here after this place, and which keys to seal to."""
        signed = signed_request(request, b"")
        return await gate.run(lambda: _news(central, device_id, after, signed))

    return router


def signed_request(request: Request, body: bytes) -> SignedRequest:
    """Return what a request's signature covers."""
    raw_path: bytes = request.scope["raw_path"].partition(b"?")[0]
    query: bytes = request.scope["query_string"]
    target = raw_path + (b"?" + query if query else b"")
    return SignedRequest(request.method, target.decode("latin-1"), dict(request.headers), body)


def _enrol(central: Central, signed: SignedRequest) -> Response:
    request = read_message(EnrolRequest, signed.body)
    # The key that is being enrolled signs: whoever shows it also holds its secret half.
    _check(signed, request.device_id, from_text(request.device_key, 32))
    name = enrol(central.database, request, datetime.now(UTC))
    return _json(
        EnrolAnswer(
            name=name,
            public_url=central.public_url,
            server_key=to_text(central.server_key.public_key().public_bytes_raw()),
            sealing_key=None if (sealing := central.sealing_key) is None else to_text(sealing),
            handoff_key=to_text(central.handoff_key.public_key().public_bytes_raw()),
        )
    )


def _head(central: Central, device_id: str, epoch: int, signed: SignedRequest) -> Response:
    authenticated(central, device_id, signed)
    now = datetime.now(UTC)
    with central.database.reading() as connection:
        head = read_head(connection, device_id, epoch)
    if head is None:
        raise Problem(UNKNOWN_DEVICE)
    chain = head.chain or first_link(device_id, epoch)
    receipt = _receipt(central, device_id, epoch, head.seq, chain, head.received_at or now)
    return _json(HeadAnswer(receipt=receipt.receipt, signature=receipt.signature, server_time=utc_text(now)))


def take_pack(central: Central, device_id: str, pack_id: str, version: int, signed: SignedRequest) -> Response:
    """Keep a pack that a device signed; raises Problem."""
    device = authenticated(central, device_id, signed)
    try:
        pack = read_pack(json.loads(signed.body))
    except PackRejected as error:
        raise Problem(PACK_UNREADABLE, error.problems[0]) from None
    except (ValueError, RecursionError):
        raise Problem(PACK_UNREADABLE, "The body is no JSON.") from None
    if (pack.id, pack.version) != (pack_id, version):
        raise Problem(PACK_UNREADABLE, f"It is “{pack.id}” version {pack.version}.")
    try:
        with central.database.writing() as connection:
            fresh = keep_pack(connection, device.no, pack_id, version, signed.body)
    except PackClash as error:
        raise Problem(PACK_CLASH, str(error)) from None
    answer = _json(PackAnswer(digest=sha256(signed.body).hexdigest()))
    answer.status_code = 201 if fresh else 200
    return answer


def take_batch(central: Central, device_id: str, signed: SignedRequest) -> Response:
    """Store a batch that a device signed, durable when this returns; raises Problem."""
    device = authenticated(central, device_id, signed)
    try:
        batch = decode_batch(signed.body)
    except BatchTooLarge as error:
        raise Problem(TOO_LARGE, str(error)) from None
    except BatchMalformed as error:
        raise Problem(MALFORMED, str(error)) from None
    if batch.device_id != device_id:
        raise Problem(MALFORMED, "The batch is another kiosk's.")
    refuse_new_epoch(central.database, device, batch.epoch)
    now = datetime.now(UTC)
    return _batch_answer(central, device_id, accept(central.database, central.shelf, batch, now), now)


def _batch_answer(central: Central, device_id: str, accepted: Accepted, at: datetime) -> Response:
    receipt = _receipt(central, device_id, accepted.epoch, accepted.through_seq, accepted.chain, at)
    return _json(BatchAnswer(receipt=receipt.receipt, signature=receipt.signature, outcomes=accepted.outcomes))


def take_withdrawals(central: Central, device_id: str, signed: SignedRequest) -> Response:
    """Erase what a device signed to be withdrawn; raises Problem."""
    authenticated(central, device_id, signed)
    request = read_message(TombstonesRequest, signed.body)
    return _json(
        sign_statement(central.server_key, erase_places(central.database, device_id, request, datetime.now(UTC)))
    )


def _news(central: Central, device_id: str, after: int, signed: SignedRequest) -> Response:
    authenticated(central, device_id, signed)
    handoff_key = central.handoff_key.public_key().public_bytes_raw()
    heard = news(central.database, device_id, after, central.sealing_key, handoff_key, datetime.now(UTC))
    return _json(sign_statement(central.server_key, heard))


def _receipt(central: Central, device_id: str, epoch: int, seq: int, chain: bytes, at: datetime) -> SignedReceipt:
    log = central.log.standing.frontier
    receipt = Receipt(
        device_id=device_id,
        epoch=epoch,
        through_seq=seq,
        chain=chain.hex(),
        received_at=utc_text(at),
        log_size=log.size,
        root=log.root().hex(),
    )
    return sign_receipt(central.server_key, receipt)


def authenticated(central: Central, device_id: str, signed: SignedRequest) -> devices.Device:
    """Return the device that signed this very request; raises Problem."""
    with central.database.reading() as connection:
        device = devices.find_device(connection, device_id)
    if device is None:
        raise Problem(UNKNOWN_DEVICE)
    _check(signed, device_id, device.public_key)
    central.met[device_id] = device
    return device


def _check(signed: SignedRequest, device_id: str, public_key: bytes) -> None:
    try:
        key = Ed25519PublicKey.from_public_bytes(public_key)
        verify_request(key, device_id, signed.method, signed.target, signed.headers, signed.body)
    except SignatureRejected as error:
        raise Problem(NOT_SIGNED, str(error)) from None


def read_message(kind: type[_Message], body: bytes) -> _Message:
    """Read a JSON message; raises Problem, naming the part."""
    try:
        return kind.model_validate_json(body)
    except ValidationError as error:
        problem = error.errors(include_url=False, include_input=False)[0]
        raise Problem(MALFORMED, f"{'.'.join(map(str, problem['loc'])) or 'body'}: {problem['msg']}.") from None


def _json(message: BaseModel) -> Response:
    return Response(message.model_dump_json(exclude_none=True), media_type=JSON_TYPE)
