"""The batch codec: what goes in comes out, and nothing else does any harm."""

import gzip
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.forum.chain import ChainedRecord, chain_over, commitment
from kiosk.forum.errors import ForumError
from sync.protocol.batches import (
    LARGEST_SEQ,
    MOST_BYTES,
    MOST_RECORDS,
    Batch,
    BatchMalformed,
    BatchTooLarge,
    decode_batch,
    encode_batch,
    unpacked,
)

DEVICE = "0b6b6a3e-6f0c-4f0e-9df4-0a4b6f1f7a11"

# Canonical JSON holds no raw newline; everything else may be there.
payloads = st.binary(max_size=300).map(lambda raw: raw.replace(b"\n", b" "))
salts = st.binary(min_size=16, max_size=16)


@st.composite
def batches(draw: st.DrawFn) -> Batch:
    epoch = draw(st.integers(1, LARGEST_SEQ))
    first = draw(st.integers(1, LARGEST_SEQ - MOST_RECORDS))
    records, some_erased = [], draw(st.booleans())  # a batch without erased records is read in another way
    for seq in range(first, first + draw(st.integers(1, 12))):
        if some_erased and draw(st.booleans()):
            records.append(ChainedRecord(epoch, seq, None, None, draw(st.binary(min_size=32, max_size=32))))
        else:
            salt, payload = draw(salts), draw(payloads)
            records.append(ChainedRecord(epoch, seq, salt, payload, commitment(salt, payload)))
    return Batch(DEVICE, epoch, first, draw(st.binary(min_size=32, max_size=32)), records)


@given(batches())
def test_a_batch_comes_out_as_it_went_in(batch: Batch) -> None:
    read = decode_batch(encode_batch(batch))
    assert read == batch
    assert read.chain_after() == chain_over(
        batch.prev_chain, batch.first_seq, [record.commitment for record in batch.records]
    )


@given(st.binary(max_size=400))
@example(b"")
def test_bytes_that_are_no_gzip_are_refused_in_a_sentence(body: bytes) -> None:
    with pytest.raises(BatchMalformed, match=r"\.$"):
        decode_batch(body)


def _header(**changes: object) -> bytes:
    fields = {"device_id": DEVICE, "epoch": 1, "first_seq": 1, "prev_chain": "0" * 64, "count": 1}
    return json.dumps({**fields, **changes}).encode()


@given(st.lists(st.binary(max_size=80), max_size=4).map(b"\n".join))
@example(b"- " + b"0" * 63)
@example(b"- " + b"G" * 64)
@example(b"A" * 21 + b"B" + b" {}")  # 16 bytes have one spelling; this is another
@example(b"A" * 20 + b"+A" + b" {}")
@example(b"A" * 20 + b"==" + b" {}")
def test_lines_that_are_no_records_are_refused_or_read_as_they_are(lines: bytes) -> None:
    body = _header() + b"\n" + lines
    try:
        read = decode_batch(gzip.compress(body))
    except ForumError as error:
        assert str(error).endswith(".")  # noqa: PT017
    else:
        assert unpacked(encode_batch(read), MOST_BYTES).split(b"\n")[1:] == lines.split(b"\n")


@pytest.mark.parametrize("salt", ["A" * 21 + "B", "A" * 20 + "+A", "A" * 20 + "==", "A" * 21 + "\xc1", "A" * 21])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_salt_that_is_not_rightly_written_is_named_wherever_it_stands(salt: str, place: int) -> None:
    lines = [f"{'A' * 22} {{}}"] * 3
    lines[place] = f"{salt} {{}}"
    with pytest.raises(BatchMalformed, match=f"Record {place + 1}: "):
        decode_batch(gzip.compress(b"\n".join([_header(count=3), *(line.encode("latin-1") for line in lines)])))


@pytest.mark.parametrize(
    "changes",
    [
        {"device_id": DEVICE.upper()},
        {"device_id": "x"},
        {"epoch": 0},
        {"epoch": True},
        {"epoch": 2**63},
        {"first_seq": 0},
        {"first_seq": "1"},
        {"first_seq": LARGEST_SEQ},
        {"prev_chain": "0" * 63},
        {"prev_chain": "A" * 64},
        {"count": 0},
        {"count": 2},
        {"count": MOST_RECORDS + 1},
        {"more": 1},
    ],
    ids=str,
)
def test_a_header_that_breaks_a_rule_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(BatchMalformed):
        decode_batch(gzip.compress(_header(**changes) + b"\n- " + b"0" * 64))


def test_unpacking_stops_at_the_limit() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    with pytest.raises(BatchTooLarge):
        unpacked(bomb, MOST_BYTES)
    assert unpacked(gzip.compress(b"x" * 100), 100) == b"x" * 100
    with pytest.raises(BatchTooLarge):
        unpacked(gzip.compress(b"x" * 101), 100)
