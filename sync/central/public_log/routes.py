"""The log's public addresses: checkpoints, its key and proofs; open to anyone, and the same for everyone."""

from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import PlainTextResponse
from pydantic import BaseModel

from kiosk.forum.receipts import LONGEST_TOKEN, receipt_number
from sync.central.central import Central
from sync.central.online.receipt import real_link
from sync.central.public_log.proofs import commitments_proof, growth_proof, holders_proof
from sync.central.store import public_log as store
from sync.central.store.public_log import SignedCheckpoint
from sync.central.web.gate import Gate
from sync.protocol.merkle import LARGEST_SIZE
from sync.protocol.messages import JSON_TYPE
from sync.protocol.problems import MALFORMED, NOT_FOUND, Problem
from sync.protocol.receipt_proofs import ConsistencyProof, ReceiptProof

_Size = Annotated[int, Query(ge=0, le=LARGEST_SIZE)]
_Token = Annotated[str | None, Query(max_length=LONGEST_TOKEN)]
_Commitment = Annotated[str | None, Query(pattern="^[0-9a-f]{64}$")]


def log_router(central: Central, gate: Gate) -> APIRouter:
    """Return the log's routes over this central store."""
    router = APIRouter(prefix="/log")

    @router.get("/checkpoint", response_class=PlainTextResponse)
    async def checkpoint() -> Response:
        """Return the newest signed checkpoint."""
        return _note(await gate.run(lambda: _latest(central)))

    @router.get("/checkpoints/{day}", response_class=PlainTextResponse)
    async def checkpoint_of_day(day: date) -> Response:
        """Return the checkpoint that closes a day in Seoul."""
        return _note(await gate.run(lambda: _of_day(central, day)))

    @router.get("/proof/inclusion", response_model=ReceiptProof)
    async def inclusion(token: _Token = None, commitment: _Commitment = None) -> Response:
        """Prove that a receipt's record, or a commitment, is in the log."""
        if (token is None) == (commitment is None):
            raise Problem(MALFORMED, "Name a token or a commitment, and not both.")
        if commitment is not None:
            entry = bytes.fromhex(commitment)
            return _json(await gate.run(lambda: commitments_proof(central.log, entry, datetime.now(UTC))))
        name, document = await gate.run(lambda: _holders(central, token or ""))
        saved = {"Content-Disposition": f'attachment; filename="receipt-{name}.json"', "Referrer-Policy": "no-referrer"}
        return _json(document, saved)

    @router.get("/proof/consistency", response_model=ConsistencyProof)
    async def consistency(old: Annotated[int, Query(alias="from", ge=0, le=LARGEST_SIZE)], to: _Size) -> Response:
        """Prove that the checkpoint of one size only added to that of a smaller one."""
        return _json(await gate.run(lambda: growth_proof(central.log, old, to)))

    @router.get("/key", response_class=PlainTextResponse)
    async def key() -> Response:
        """Return the log's verifier key; whoever checks should have it from somewhere else too."""
        return PlainTextResponse(f"{central.log.verifier}\n")

    return router


def _latest(central: Central) -> SignedCheckpoint:
    with central.database.reading() as connection:
        latest = store.latest_checkpoint(connection)
    return latest or central.log.publish(datetime.now(UTC))


def _of_day(central: Central, day: date) -> SignedCheckpoint:
    with central.database.reading() as connection:
        found = store.checkpoint_of_day(connection, day)
    if found is None:
        raise Problem(NOT_FOUND, f"{day} has no checkpoint; a day in Seoul has one once it has ended.")
    return found


def _holders(central: Central, token: str) -> tuple[str, ReceiptProof]:
    link = real_link(central, token)
    if link is None:
        raise Problem(NOT_FOUND, "The link is no receipt of ours.")
    with central.database.reading() as connection:
        entry = store.entry_of(connection, link.device_id, link.receipt_id)
    if entry is None:
        raise Problem(NOT_FOUND, "The submission is still on its way; ask again once it has arrived.")
    proof = holders_proof(central.log, entry, link.receipt_id, datetime.now(UTC))
    return receipt_number(link.receipt_id), proof


def _note(checkpoint: SignedCheckpoint) -> Response:
    return PlainTextResponse(checkpoint.note, headers={"Cache-Control": "no-cache"})


def _json(document: BaseModel, headers: dict[str, str] | None = None) -> Response:
    body = document.model_dump_json(exclude_none=True)
    return Response(body, media_type=JSON_TYPE, headers={"Cache-Control": "no-store", **(headers or {})})
