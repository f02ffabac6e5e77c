"""The batch: contiguous chained records as one compressed body, and its reading under hard limits.

After `Content-Encoding: gzip`, the first line is a JSON header {device_id, epoch, first_seq, prev_chain (hex),
count}; then comes one line for each record: `<salt, base64url> <canonical bytes>`, or `- <commitment, hex>` where the
record was withdrawn and erased. Canonical JSON never holds a raw newline, so a split is all the parsing.
"""

import re
import uuid
import zlib
from binascii import a2b_base64, b2a_base64
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from kiosk.forum.chain import HASH_BYTES, SALT_BYTES, ChainedRecord, chain_over
from kiosk.forum.errors import ForumError

BATCH_TYPE = "application/vnd.open-forum.batch"
MOST_RECORDS = 500
# What an uploader aims at, and what a server takes: one long record may be larger than the aim.
AIM_BYTES = 1_000_000
MOST_BYTES = 4 * 1024 * 1024
MOST_COMPRESSED_BYTES = 2 * 1024 * 1024
# RFC 8785 writes no larger whole number (receipts name sequences and epochs).
LARGEST_SEQ = 2**53 - 1
_SALT_TEXT = 22  # 16 bytes as base64url without padding
# Level 1 costs a third of zlib's usual level 6 and gives up a tenth of the size.
_LEVEL = 1
_GZIP = 16 + zlib.MAX_WBITS


class BatchMalformed(ForumError):
    """The bytes are no batch; the message names the line."""


class BatchTooLarge(ForumError):
    """The batch is over a limit; nothing of it was read."""


def canonical_uuid(text: str) -> str:
    """Return a UUID that is written in its one canonical way; raises ValueError."""
    if str(uuid.UUID(text)) != text:
        raise ValueError("write the UUID in lower case with hyphens")
    return text


DeviceId = Annotated[str, Field(min_length=36, max_length=36), AfterValidator(canonical_uuid)]


class BatchHeader(BaseModel):
    """The first line of a batch."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    device_id: DeviceId
    epoch: int = Field(ge=1, le=LARGEST_SEQ)
    first_seq: int = Field(ge=1, le=LARGEST_SEQ)
    prev_chain: str = Field(pattern=r"^[0-9a-f]{64}$")
    count: int = Field(ge=1, le=MOST_RECORDS)


@dataclass(frozen=True, slots=True)
class Batch:
    """Contiguous records of one device and epoch; `prev_chain` is the chain that the first one builds on."""

    device_id: str
    epoch: int
    first_seq: int
    prev_chain: bytes
    records: Sequence[ChainedRecord]

    @property
    def last_seq(self) -> int:
        """The place of the last record."""
        return self.first_seq + len(self.records) - 1

    def chain_after(self) -> bytes:
        """Return the chain's head after the last record."""
        return chain_over(self.prev_chain, self.first_seq, [record.commitment for record in self.records])


def encode_batch(batch: Batch) -> bytes:
    """Write a batch as its compressed body; the records are contiguous and of one epoch."""
    header = BatchHeader(
        device_id=batch.device_id,
        epoch=batch.epoch,
        first_seq=batch.first_seq,
        prev_chain=batch.prev_chain.hex(),
        count=len(batch.records),
    )
    lines = [header.model_dump_json().encode()]
    lines.extend(
        b"- " + record.commitment.hex().encode()
        if record.payload is None or record.salt is None
        else b2a_base64(record.salt, newline=False)[:_SALT_TEXT].translate(_TO_URL) + b" " + record.payload
        for record in batch.records
    )
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
    return packer.compress(b"\n".join(lines)) + packer.flush()


def decode_batch(body: bytes, most: int = MOST_BYTES) -> Batch:
    """Read a compressed body; raises BatchTooLarge or BatchMalformed and never unpacks more than `most` bytes."""
    first, *lines = unpacked(body, most).split(b"\n")
    try:
        header = BatchHeader.model_validate_json(first)
    except ValidationError as error:
        problem = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, problem["loc"])) or "header"
        raise BatchMalformed(f"The first line is no header of a batch: {place}: {problem['msg']}.") from None
    if len(lines) != header.count:
        raise BatchMalformed(f"The header says {header.count} records and {len(lines)} came.")
    if header.first_seq + header.count > LARGEST_SEQ:
        raise BatchMalformed("The sequence is beyond all numbers.")
    return Batch(
        header.device_id,
        header.epoch,
        header.first_seq,
        bytes.fromhex(header.prev_chain),
        _records(header, lines),
    )


def unpacked(body: bytes, most: int) -> bytes:
    """Undo gzip, refusing more than `most` bytes while unpacking; raises BatchTooLarge or BatchMalformed."""
    packer = zlib.decompressobj(_GZIP)
    try:
        plain = packer.decompress(body, most + 1)
    except zlib.error:
        raise BatchMalformed("The body is not gzip.") from None
    if len(plain) > most:
        raise BatchTooLarge(f"The body unpacks to more than {most} bytes.")
    if not packer.eof or packer.unused_data:
        raise BatchMalformed("The body is cut short or holds more than one gzip stream.")
    return plain


def _records(header: BatchHeader, lines: list[bytes]) -> list[ChainedRecord]:
    numbered = enumerate(lines, header.first_seq)
    salts = _salts(lines)
    if salts is None:
        return [_record(header.epoch, seq, line) for seq, line in numbered]
    return [
        ChainedRecord(header.epoch, seq, salt, payload := line[_SALT_TEXT + 1 :], sha256(salt + payload).digest())
        for (seq, line), salt in zip(numbered, salts, strict=True)
    ]


def _salts(lines: list[bytes]) -> list[bytes] | None:
    """Read every line's salt at once; None where a line is no record, or not rightly written: it is then looked for."""
    if not all(line[_SALT_TEXT : _SALT_TEXT + 1] == b" " for line in lines):
        return None
    text = b"".join([line[:_SALT_TEXT] + b"AA" for line in lines]).translate(_FROM_URL)
    if text[_SALT_TEXT - 1 :: _SALT_TEXT + 2].strip(_LAST_LETTERS):
        return None
    try:
        raw = a2b_base64(text, strict_mode=True)
    except ValueError:
        return None
    return [raw[start : start + SALT_BYTES] for start in range(0, len(raw), SALT_BYTES + 2)]


def _record(epoch: int, seq: int, line: bytes) -> ChainedRecord:
    if line[_SALT_TEXT : _SALT_TEXT + 1] == b" ":
        # The last of 22 letters carries 4 bits: 16 bytes have one spelling, so that equal batches are equal bytes.
        if line[_SALT_TEXT - 1] not in _LAST_LETTERS:
            raise BatchMalformed(f"Record {seq}: the salt is not {SALT_BYTES} bytes of base64url.")
        try:
            salt = a2b_base64(line[:_SALT_TEXT].translate(_FROM_URL) + b"==", strict_mode=True)
        except ValueError:
            raise BatchMalformed(f"Record {seq}: the salt is not {SALT_BYTES} bytes of base64url.") from None
        payload = line[_SALT_TEXT + 1 :]
        return ChainedRecord(epoch, seq, salt, payload, sha256(salt + payload).digest())
    if not _ERASED.fullmatch(line):
        raise BatchMalformed(f"Record {seq}: the line is neither a record nor an erased one.")
    return ChainedRecord(epoch, seq, None, None, bytes.fromhex(line[2:].decode()))


_LAST_LETTERS = b"AQgw"
_ERASED = re.compile(rb"- [0-9a-f]{%d}" % (2 * HASH_BYTES))
_TO_URL = bytes.maketrans(b"+/", b"-_")
# What is no letter of base64url, the standard alphabet's own + and / included, becomes one of no base64 at all.
_FROM_URL = bytes.maketrans(b"-_+/=", b"+/!!!")
