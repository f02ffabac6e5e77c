"""The offline verifier: checks a receipt's proof, or two checkpoints, with nothing but the log's public key.

It is for people who do not trust the ministry's server, so it asks no server and opens no database.
"""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from kiosk.forum.errors import ForumError
from kiosk.forum.receipts import receipt_number
from sync.protocol.notes import MOST_NOTE_BYTES, KeyRejected, VerifierKey, read_verifier_key
from sync.protocol.receipt_proofs import (
    MOST_DOCUMENT_BYTES,
    read_consistency_proof,
    read_receipt_proof,
    verify_consistency_proof,
    verify_receipt_proof,
)

_Key = Annotated[str, typer.Option("--key", help="The log's verifier key, name+id+key, from where you trust it.")]
_AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]


def _readable(help_text: str) -> typer.models.ArgumentInfo:
    given: typer.models.ArgumentInfo = typer.Argument(help=help_text, exists=True, dir_okay=False, readable=True)
    return given


_Proof = Annotated[Path, _readable("The receipt's proof, as JSON.")]
_Old = Annotated[Path, _readable("The earlier checkpoint.")]
_New = Annotated[Path, _readable("The later checkpoint.")]
_Consistency = Annotated[Path, _readable("The proof that joins them, as JSON.")]


def verify_receipt(file: _Proof, key: _Key, as_json: _AsJson = False) -> None:
    """Check that a receipt's record is in the public log; asks no server."""
    document = read_receipt_proof(_content(file, MOST_DOCUMENT_BYTES))
    verified = verify_receipt_proof(document, _trusted(key))
    log = verified.checkpoint
    if as_json:
        _say(
            json.dumps(
                {
                    "log": log.origin,
                    "size": log.size,
                    "root": log.root.hex(),
                    "entry": verified.leaf_index,
                    "commitment": verified.commitment.hex(),
                    "receipt_id": verified.receipt_id,
                    "named_receipt_id": document.receipt_id,
                }
            )
        )
    elif verified.receipt_id is None:
        named = (
            f"that it is of receipt {receipt_number(document.receipt_id)} is the ministry's word; the proof"
            if (document.receipt_id)
            else "the proof"
        )
        _say(
            f"The commitment is entry {verified.leaf_index} of the {log.size} in the log {log.origin}, unchanged; "
            f"{named} holds no record, so it does not show whose it is."
        )
    else:
        _say(
            f"The record of receipt {receipt_number(verified.receipt_id)}, unchanged, is entry {verified.leaf_index} "
            f"of the {log.size} in the log {log.origin}."
        )


def verify_consistency(old: _Old, new: _New, proof: _Consistency, key: _Key, as_json: _AsJson = False) -> None:
    """Check that a later checkpoint of the log only added to an earlier one; asks no server."""
    before, after = verify_consistency_proof(
        _content(old, MOST_NOTE_BYTES),
        _content(new, MOST_NOTE_BYTES),
        read_consistency_proof(_content(proof, MOST_DOCUMENT_BYTES)),
        _trusted(key),
    )
    if as_json:
        _say(json.dumps({"log": after.origin, "old_size": before.size, "new_size": after.size}))
    else:
        _say(
            f"The log {after.origin} only grew, from {before.size} to {after.size} entries; "
            "none was changed or removed."
        )


def register(app: typer.Typer) -> None:
    """Add verify-receipt and verify-consistency to a command line."""
    app.command("verify-receipt")(verify_receipt)
    app.command("verify-consistency")(verify_consistency)


def main() -> None:
    """Run the verifier alone, on a machine that has no central store: python -m sync.central.verify_receipt."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    app = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        help="Check the forum's public log, offline.",
    )
    register(app)
    try:
        app()
    except ForumError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)


def _trusted(key: str) -> VerifierKey:
    try:
        return read_verifier_key(key.strip())
    except KeyRejected as error:
        raise typer.BadParameter(str(error), param_hint="--key") from None


def _content(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise ForumError(f"{path} cannot be read ({error.strerror}); nothing was checked.") from None


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
