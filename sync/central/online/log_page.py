"""Looking a submission up in the public log: said in plain words, with the proof's file for whoever checks offline."""

from fastapi import Response

from kiosk.forum.seoul import seoul_day
from sync.central.online.desk import Ask
from sync.central.public_log.proofs import holders_proof
from sync.central.store import public_log as store


def log_page(ask: Ask) -> Response:
    """Show where the log holds this submission; the proof is verified before anything is said of it."""
    with ask.central.database.reading() as connection:
        entry = store.entry_of(connection, ask.held.link.device_id, ask.held.receipt_id)
    if entry is None or not ask.held.confirmed:
        return ask.page("refused.html", 409, head=ask.say["log_not_yet"], why=ask.say["log_not_yet_lead"])
    proof = holders_proof(ask.central.log, entry, ask.held.receipt_id, ask.now)
    with ask.central.database.reading() as connection:
        checkpoint = store.checkpoint_at(connection, proof.tree_size)
    signed_on = seoul_day(checkpoint.signed_at if checkpoint else ask.now)
    return ask.page(
        "log.html",
        proof=proof,
        place=f"{proof.leaf_index + 1:,} / {proof.tree_size:,}",
        signed_on=signed_on,
        address=f"/log/proof/inclusion?token={ask.token}",
        command=f"forum-central verify-receipt receipt-{ask.held.number}.json --key '{ask.central.log.verifier}'",
    )
