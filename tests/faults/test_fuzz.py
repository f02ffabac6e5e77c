"""Whatever arrives at the central store is answered in time and never by an error of its own; bombs are refused."""

import tracemalloc
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.forum.submissions import new_receipt_id
from sync.protocol.batches import MOST_BYTES, BatchMalformed, BatchTooLarge, decode_batch, encode_batch
from tests.benchmarks.upload import code_for
from tests.faults.form_fuzz import fill_in
from tests.faults.fuzz import bent_batches, fuzz
from tests.postgres import Postgres
from tests.sync.server import serving

_EXAMPLES = 4
_SEED = 20261122


def test_every_operation_of_the_api_answers_whatever_is_drawn_from_its_description(
    tmp_path: Path, postgres: Postgres
) -> None:
    with serving(tmp_path / "central", postgres.fresh_database()) as central:
        done = fuzz(central, code_for(central, "fuzz"), _EXAMPLES, _SEED)
    assert len(done.requests) > 15
    assert {200, 400} <= set(done.statuses)


def test_every_form_answers_whatever_is_typed_into_it(tmp_path: Path, postgres: Postgres) -> None:
    with serving(tmp_path / "central", postgres.fresh_database()) as central:
        done = fill_in(central, 2, _SEED)
    assert len(done.forms) > 15
    assert {303, 404, 422} <= set(done.statuses)


@given(bent_batches(new_receipt_id()))
def test_a_bent_batch_is_read_as_it_was_written_or_refused_in_a_sentence(body: bytes) -> None:
    said = ""
    try:
        batch = decode_batch(body)
    except (BatchMalformed, BatchTooLarge) as refused:
        said = str(refused)
    assert said.endswith(".") if said else decode_batch(encode_batch(batch)) == batch


@pytest.mark.parametrize("megabytes", [5, 100])
def test_a_bomb_is_refused_before_it_fills_the_memory(megabytes: int) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(megabytes)) + packer.flush()
    tracemalloc.start()
    try:
        with pytest.raises(BatchTooLarge):
            decode_batch(bomb)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 3 * MOST_BYTES


@given(st.integers(0, 10), st.integers(1, 2**20))
def test_a_bomb_inside_a_bomb_is_no_batch(level: int, size: int) -> None:
    with pytest.raises((BatchMalformed, BatchTooLarge)):
        decode_batch(zlib.compress(zlib.compress(bytes(size), min(level, 9), 31), 9, 31))
