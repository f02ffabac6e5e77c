import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.forum.chain import ChainedRecord, chain_over, commitment, first_link, new_salt, next_link

DEVICE = "00112233-4455-4677-8899-aabbccddeeff"
SALT = bytes(range(16))


def _record(seq: int, payload: bytes) -> ChainedRecord:
    salt = bytes([seq]) * 16
    return ChainedRecord(epoch=1, seq=seq, salt=salt, payload=payload, commitment=commitment(salt, payload))


# Computed with `openssl dgst -sha256` over bytes laid out by hand, as the module's first lines say.
KNOWN = {
    "commitment": "cdcdf9a25d1cbded783747eb39fe90846b76d8bae6e00c0c715aa54f61b2eb75",
    "first_link": "3e94c0b8025a7e740291784d7c08c912b57f70146a55aee333975318cc78ee1f",
    "next_link": "0d241ffaef65c18763b551e99d9891854ae64b703094cf3fb6164c8447305cc8",
}


def test_commitment_is_the_known_one() -> None:
    assert commitment(SALT, b'{"v":1}').hex() == KNOWN["commitment"]


def test_first_link_is_the_known_one() -> None:
    assert first_link(DEVICE, 3).hex() == KNOWN["first_link"]


def test_next_link_is_the_known_one() -> None:
    assert next_link(bytes(32), 258, b"\xff" * 32).hex() == KNOWN["next_link"]


@given(st.binary(min_size=32, max_size=32), st.integers(1, 2**63), st.lists(st.binary(max_size=40), max_size=6))
def test_chain_over_many_is_link_after_link(previous: bytes, first_seq: int, payloads: list[bytes]) -> None:
    commitments = [commitment(SALT, each) for each in payloads]
    head = previous
    for place, each in enumerate(commitments):
        head = next_link(head, first_seq + place, each)
    assert chain_over(previous, first_seq, commitments) == head


@given(st.lists(st.binary(max_size=20), min_size=1, max_size=6), st.data())
def test_erasing_a_record_keeps_the_chain(payloads: list[bytes], data: st.DataObject) -> None:
    records = [_record(seq, payload) for seq, payload in enumerate(payloads, 1)]
    place = data.draw(st.integers(0, len(records) - 1))
    gone = records[place]
    erased = [*records]
    erased[place] = ChainedRecord(gone.epoch, gone.seq, salt=None, payload=None, commitment=gone.commitment)
    start = first_link(DEVICE, 1)
    assert chain_over(start, 1, (each.commitment for each in erased)) == chain_over(
        start, 1, (each.commitment for each in records)
    )


@given(st.lists(st.binary(max_size=20), min_size=2, max_size=6, unique=True), st.data())
def test_change_gap_and_swap_show_in_the_head(payloads: list[bytes], data: st.DataObject) -> None:
    commitments = [commitment(SALT, each) for each in payloads]
    start = first_link(DEVICE, 1)
    head = chain_over(start, 1, commitments)
    place = data.draw(st.integers(0, len(commitments) - 2))
    changed = [*commitments]
    changed[place] = commitment(SALT, payloads[place] + b"!")
    swapped = [*commitments]
    swapped[place], swapped[place + 1] = swapped[place + 1], swapped[place]
    missing = commitments[:place] + commitments[place + 1 :]
    assert head not in {chain_over(start, 1, each) for each in (changed, swapped, missing)}
    assert head != chain_over(start, 2, commitments)


def test_every_device_and_epoch_has_its_own_first_link() -> None:
    links = {first_link(device, epoch) for device in (DEVICE, str(uuid.uuid4())) for epoch in (1, 2)}
    assert len(links) == 4


def test_salt_hides_equal_answers() -> None:
    salts = {new_salt() for _ in range(100)}
    assert len(salts) == 100
    assert {len(each) for each in salts} == {16}
    assert len({commitment(each, b"same") for each in salts}) == 100


@pytest.mark.parametrize("seq", [-1, 2**64])
def test_sequence_outside_eight_bytes_is_refused(seq: int) -> None:
    with pytest.raises(OverflowError):
        next_link(bytes(32), seq, bytes(32))
