"""What proves a visitor's receipt without the ministry's help: a JSON document, and the check that it holds.

The document joins a commitment to a signed checkpoint by an inclusion path. Where it also holds the salt and the
record's bytes, it shows that the commitment is this visitor's record; without them it shows only that the log holds
the commitment. A second document joins two checkpoints, so that nobody can rewrite the log between them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from kiosk.forum.chain import SALT_BYTES, commitment
from kiosk.forum.submissions import submission_from_bytes
from sync.protocol.batches import MOST_BYTES, canonical_uuid
from sync.protocol.checkpoints import Checkpoint, read_checkpoint
from sync.protocol.encoding import from_text, to_text
from sync.protocol.merkle import LARGEST_SIZE, ProofRejected, leaf_hash, verify_consistency, verify_inclusion
from sync.protocol.notes import MOST_NOTE_BYTES, VerifierKey

# The largest record, some of its letters escaped, and a note.
MOST_DOCUMENT_BYTES = 2 * MOST_BYTES + MOST_NOTE_BYTES
_MOST_PATH = 64

Hex = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Size = Annotated[int, Field(ge=0, le=LARGEST_SIZE)]
Path = Annotated[list[Hex], Field(max_length=_MOST_PATH)]


class ReceiptProof(BaseModel):
    """A receipt's proof as it is handed over; hashes are hex, the salt is base64url, the record is its exact text."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    format: Literal["open-forum-kiosk/receipt-proof/1"] = "open-forum-kiosk/receipt-proof/1"
    receipt_id: Annotated[str, Field(max_length=36), AfterValidator(canonical_uuid)] | None = None
    salt: str | None = Field(default=None, max_length=64)
    record: str | None = Field(default=None, max_length=MOST_BYTES)
    commitment: Hex
    leaf_index: Size
    tree_size: Size
    path: Path
    checkpoint: str = Field(max_length=MOST_NOTE_BYTES)
    log_key: str = Field(max_length=512)


class ConsistencyProof(BaseModel):
    """What joins two checkpoints of one log: the sizes and the hashes between them, in hex."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    format: Literal["open-forum-kiosk/consistency-proof/1"] = "open-forum-kiosk/consistency-proof/1"
    old_size: Size
    new_size: Size
    path: Path


@dataclass(frozen=True, slots=True)
class VerifiedReceipt:
    """What a document proved; receipt_id and record are None where it only proved that the log holds a commitment."""

    checkpoint: Checkpoint
    leaf_index: int
    commitment: bytes
    receipt_id: str | None
    record: bytes | None


def make_receipt_proof(
    *,
    record_commitment: bytes,
    leaf_index: int,
    path: Sequence[bytes],
    note: str,
    key: VerifierKey,
    receipt_id: str | None = None,
    salt: bytes | None = None,
    record: bytes | None = None,
) -> ReceiptProof:
    """Write the document for an entry under a checkpoint's note; raises a ForumError where it would not verify.

    Salt and record are for the visitor alone; leave both out for everybody else, and where the record was withdrawn.
    """
    text = _text_of(record) if salt is not None else None
    document = ReceiptProof(
        receipt_id=receipt_id,
        salt=to_text(salt) if salt is not None and text is not None else None,
        record=text,
        commitment=record_commitment.hex(),
        leaf_index=leaf_index,
        tree_size=read_checkpoint(note, key).size,
        path=[each.hex() for each in path],
        checkpoint=note,
        log_key=key.name,
    )
    verify_receipt_proof(document, key)
    return document


def read_receipt_proof(raw: bytes) -> ReceiptProof:
    """Read a receipt's document; raises ProofRejected, naming the part, where it is none."""
    return _read(ReceiptProof, raw, "receipt's proof")


def read_consistency_proof(raw: bytes) -> ConsistencyProof:
    """Read a consistency proof's document; raises ProofRejected, naming the part, where it is none."""
    return _read(ConsistencyProof, raw, "consistency proof")


def verify_receipt_proof(document: ReceiptProof, key: VerifierKey) -> VerifiedReceipt:
    """Check a receipt's document against the log's key, offline; raises ProofRejected or NoteRejected."""
    if document.log_key != key.name:
        raise ProofRejected(f"The proof is of the log “{document.log_key}”, and the key of “{key.name}”.")
    checkpoint = read_checkpoint(document.checkpoint, key)
    if document.tree_size != checkpoint.size:
        raise ProofRejected(
            f"The proof is for {document.tree_size} entries and its checkpoint for {checkpoint.size}; get it again."
        )
    entry = bytes.fromhex(document.commitment)
    record = _committed_record(document, entry)
    path = [bytes.fromhex(each) for each in document.path]
    verify_inclusion(leaf_hash(entry), document.leaf_index, checkpoint.size, path, checkpoint.root)
    receipt_id = _receipt_of(record) if record is not None else None
    if record is not None and document.receipt_id not in (None, receipt_id):
        raise ProofRejected("The record in the proof belongs to another receipt; one of the two was exchanged.")
    return VerifiedReceipt(checkpoint, document.leaf_index, entry, receipt_id, record)


def verify_consistency_proof(
    old_note: str | bytes, new_note: str | bytes, document: ConsistencyProof, key: VerifierKey
) -> tuple[Checkpoint, Checkpoint]:
    """Check that a later checkpoint only added to an earlier one; raises ProofRejected or NoteRejected."""
    old, new = read_checkpoint(old_note, key), read_checkpoint(new_note, key)
    if old.size > new.size:
        raise ProofRejected(f"The first checkpoint has {old.size} entries and the second {new.size}; swap them.")
    if (document.old_size, document.new_size) != (old.size, new.size):
        raise ProofRejected(
            f"The proof joins {document.old_size} and {document.new_size} entries, and the checkpoints have "
            f"{old.size} and {new.size}; get the proof that belongs to them."
        )
    verify_consistency(old.size, new.size, [bytes.fromhex(each) for each in document.path], old.root, new.root)
    return old, new


def _committed_record(document: ReceiptProof, entry: bytes) -> bytes | None:
    if document.salt is None and document.record is None:
        return None
    if document.salt is None or document.record is None:
        raise ProofRejected("The proof holds only one of salt and record; both are needed to show whose it is.")
    try:
        salt, record = from_text(document.salt, SALT_BYTES), document.record.encode()
        # The last of 22 letters carries 4 bits too many: 16 bytes have one spelling.
        if to_text(salt) != document.salt:
            raise ValueError
    except ValueError:
        raise ProofRejected(f"The proof's salt is not {SALT_BYTES} bytes of base64url; get the proof again.") from None
    if commitment(salt, record) != entry:
        raise ProofRejected("The record in the proof is not the one that was committed to; it was changed.")
    return record


def _receipt_of(record: bytes) -> str:
    try:
        return canonical_uuid(submission_from_bytes(record).receipt_id)
    except (ValueError, TypeError, AttributeError):
        raise ProofRejected("The record in the proof names no receipt, so it cannot be shown to be one.") from None


def _text_of(record: bytes | None) -> str | None:
    try:
        return record.decode() if record is not None else None
    except UnicodeError:
        # No submission, but kept for review: its proof goes without the bytes.
        return None


Document = TypeVar("Document", bound=BaseModel)


def _read(kind: type[Document], raw: bytes, name: str) -> Document:
    if len(raw) > MOST_DOCUMENT_BYTES:
        raise ProofRejected(f"The file has more than {MOST_DOCUMENT_BYTES} bytes and is no {name}; it was not read.")
    try:
        return kind.model_validate_json(raw)
    except ValidationError as error:
        problem = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, problem["loc"])) or "the whole"
        raise ProofRejected(f"The file is no {name}: {place}: {problem['msg']}.") from None
