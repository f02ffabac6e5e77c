"""What the central store takes, what it answers to what it does not take, and that it never falls over."""

import gzip
import json
import zlib
from collections.abc import Callable
from dataclasses import replace

import pytest
import requests

from kiosk.forum.chain import ChainedRecord, chain_over, first_link
from kiosk.forum.submissions import canonical_bytes, new_receipt_id
from sync.protocol.batches import LARGEST_SEQ, MOST_BYTES, Batch, encode_batch
from sync.protocol.problems import PROBLEM_TYPE
from sync.protocol.receipts import SignedReceipt, read_receipt
from sync.protocol.signatures import signature_headers
from sync.uploader.client import Line
from sync.uploader.outcomes import Rejected, Temporary, UploadError
from tests.small_pack import small_pack, small_pack_data
from tests.submissions import poll_submission
from tests.sync.central.conftest import Device, chained, enrolment_code
from tests.sync.server import CentralProcess


def _outcomes(answer: requests.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    outcomes: list[str] = answer.json()["outcomes"]
    return outcomes


def _problem(answer: requests.Response, status: int, code: str) -> None:
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, PROBLEM_TYPE), answer.text
    body = answer.json()
    assert (body["type"], body["status"]) == (f"urn:open-forum-kiosk:problem:{code}", status)
    assert body["title"].endswith(".")


def _head(device: Device, epoch: int = 1) -> int:
    with device.line() as line:
        return line.head(device.server_key, epoch)[0].through_seq


def test_a_batch_is_stored_and_answered_with_a_receipt_that_the_server_signed(device: Device) -> None:
    records = device.records(3)

    answer = device.send(device.batch(records))

    assert _outcomes(answer) == ["created"] * 3
    receipt = read_receipt(device.server_key, SignedReceipt(**answer.json()), device.device_id, 1)
    chain = chain_over(first_link(device.device_id, 1), 1, [record.commitment for record in records])
    assert (receipt.through_seq, receipt.chain) == (3, chain.hex())
    assert _head(device) == 3


def test_a_batch_that_comes_again_is_a_duplicate(device: Device) -> None:
    batch = device.batch(device.records(3))
    device.send(batch)
    assert _outcomes(device.send(batch)) == ["duplicate"] * 3
    assert _head(device) == 3


def test_a_batch_that_begins_with_stored_records_goes_on_after_them(device: Device) -> None:
    records = device.records(5)
    device.send(device.batch(records[:3]))
    assert _outcomes(device.send(device.batch(records[1:], records[:1]))) == ["duplicate"] * 2 + ["created"] * 2
    assert _outcomes(device.send(device.batch(records[:2]))) == ["duplicate"] * 2


def test_a_gap_is_refused_and_nothing_of_it_is_stored(device: Device) -> None:
    records = device.records(5)
    device.send(device.batch(records[:2]))
    _problem(device.send(device.batch(records[3:], records[:3])), 409, "gap")
    assert _head(device) == 2


def test_other_bytes_at_a_stored_place_are_a_conflict(device: Device) -> None:
    device.send(device.batch(device.records(3)))
    _problem(device.send(device.batch(device.records(3))), 409, "conflict")
    _problem(device.send(device.batch(device.records(4))), 409, "conflict")
    assert _head(device) == 3


def test_another_chain_before_the_batch_is_a_conflict(device: Device) -> None:
    records = device.records(4)
    device.send(device.batch(records[:2]))
    bent = Batch(device.device_id, 1, 3, b"x" * 32, records[2:])
    _problem(device.send(bent), 409, "conflict")
    overlapping = Batch(device.device_id, 1, 2, b"x" * 32, records[1:])
    _problem(device.send(overlapping), 409, "conflict")
    assert _head(device) == 2


def test_each_epoch_has_a_chain_of_its_own(device: Device) -> None:
    device.send(device.batch(device.records(2)))
    again = chained([canonical_bytes(poll_submission())], 1, 2)
    assert _outcomes(device.send(device.batch(again, epoch=2))) == ["created"]
    assert (_head(device, 1), _head(device, 2), _head(device, 3)) == (2, 1, 0)


def test_an_erased_record_keeps_its_place_in_the_chain(device: Device) -> None:
    records = device.records(3)
    erased = [records[1]._replace(salt=None, payload=None)]
    assert _outcomes(device.send(device.batch([records[0], *erased, records[2]]))) == ["created"] * 3
    # Its words may come later: a kiosk had set the record aside, and sends it again.
    assert _outcomes(device.send(device.batch(records))) == ["duplicate", "created", "duplicate"]
    assert _outcomes(device.send(device.batch(records))) == ["duplicate"] * 3


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"no json",
        b"\xff\xfe",
        b"[" * 100_000,
        b"{}",
        b"null",
        b'{"v":1,"receipt_id":"\\u0000","answers":{}}',
        canonical_bytes(poll_submission(pack_id="unknown")),
        canonical_bytes(poll_submission(pack_version=2**40)),
        canonical_bytes(poll_submission(activity_id="unknown")),
        canonical_bytes(poll_submission({"first": "elsewhere"})),
        canonical_bytes(poll_submission({"first": [1, {}], "other": None})),
        canonical_bytes(poll_submission(channel=["kiosk"])),
        canonical_bytes(poll_submission(language=7)),
        canonical_bytes(poll_submission(receipt_id="1")),
    ],
    ids=[
        "nothing",
        "no-json",
        "no-text",
        "deep",
        "empty",
        "null",
        "zero",
        "unknown-pack",
        "huge-version",
        "unknown-activity",
        "unknown-option",
        "wrong-kind",
        "channel-list",
        "language-number",
        "receipt-no-uuid",
    ],
)
def test_an_authentic_record_is_never_refused_for_what_it_holds(device: Device, payload: bytes) -> None:
    good = canonical_bytes(poll_submission())
    records = chained([good, payload, good.replace(b"security", b"economy")])
    assert _outcomes(device.send(device.batch(records[:2])))[1] == "held_for_review"
    assert _outcomes(device.send(device.batch(records[2:], records[:2]))) == ["held_for_review"]  # its receipt repeats


def test_a_receipt_id_that_came_before_is_held_and_the_first_stays(device: Device) -> None:
    visits = [poll_submission() for _ in range(3)]
    other = replace(visits[1], answers={"first": "culture"})
    records = chained([canonical_bytes(each) for each in (*visits, other)])
    assert _outcomes(device.send(device.batch(records))) == ["created"] * 3 + ["held_for_review"]
    assert _head(device) == 4


def test_the_very_submission_at_another_place_is_a_duplicate_that_takes_its_place_without_words(device: Device) -> None:
    payloads = [canonical_bytes(poll_submission()) for _ in range(3)]
    records = chained([*payloads, payloads[1]])
    assert _outcomes(device.send(device.batch(records))) == ["created"] * 3 + ["duplicate"]
    assert _head(device) == 4
    assert _outcomes(device.send(device.batch(records))) == ["duplicate"] * 4


def test_a_kiosk_that_is_not_enrolled_or_not_itself_is_refused(device: Device, central: CentralProcess) -> None:
    stranger = Device(central.url, "stranger")
    _problem(stranger.send(stranger.batch(stranger.records(1))), 401, "unknown-device")
    thief = Device(central.url, "thief", device_id=device.device_id)
    _problem(thief.send(thief.batch(thief.records(1))), 401, "not-signed")
    batch = encode_batch(device.batch(device.records(1)))
    _problem(device.post(batch, Signature="forum=:AAAA:"), 401, "not-signed")
    _problem(device.post(batch, **{"Content-Digest": "sha-256=:AAAA:"}), 401, "not-signed")
    _problem(device.post(batch, **{"Signature-Input": "forum=();keyid=1"}), 401, "not-signed")
    assert _head(device) == 0


def test_a_signature_for_another_address_is_refused(device: Device) -> None:
    body = encode_batch(device.batch(device.records(1)))
    signed = signature_headers(device.key, device.device_id, "POST", "/v1/elsewhere", body)
    _problem(device.post(body, **signed), 401, "not-signed")
    unsigned_body = signature_headers(
        device.key, device.device_id, "POST", f"/v1/devices/{device.device_id}/batches", None
    )
    target = f"{device.url}/v1/devices/{device.device_id}/batches"
    headers = {"Content-Type": "application/vnd.open-forum.batch", "Content-Encoding": "gzip", **unsigned_body}
    _problem(requests.post(target, data=body, headers=headers, timeout=30), 401, "not-signed")


def test_another_kiosks_batch_is_refused(new_device: Callable[[], Device]) -> None:
    one, other = new_device(), new_device()
    _problem(one.post(encode_batch(other.batch(other.records(1)))), 400, "malformed")


@pytest.mark.parametrize(
    "body",
    [
        b"plain",
        gzip.compress(b""),
        gzip.compress(b"{}"),
        gzip.compress(b"\n\n\n"),
        gzip.compress(b"x" * 1000)[:-4],
        gzip.compress(b"[]") + gzip.compress(b"[]"),
    ],
    ids=["plain", "empty", "no header", "lines", "cut", "two streams"],
)
def test_a_body_that_is_no_batch_is_named_so(device: Device, body: bytes) -> None:
    _problem(device.post(body), 400, "malformed")


def test_a_receipt_names_the_largest_epoch_that_can_be_asked_for(device: Device) -> None:
    with device.line() as line:
        receipt, _ = line.head(device.server_key, LARGEST_SEQ)
    assert (receipt.epoch, receipt.through_seq) == (LARGEST_SEQ, 0)


def test_a_decompression_bomb_is_refused(device: Device) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(b"\0" * 1_000_000) for _ in range(200)) + packer.flush()
    assert len(bomb) < MOST_BYTES
    _problem(device.post(bomb), 413, "too-large")


def test_a_body_over_the_limit_is_refused(device: Device) -> None:
    _problem(device.post(b"\0" * 3_000_000), 413, "too-large")


def test_the_wrong_kind_of_body_is_refused(device: Device) -> None:
    batch = encode_batch(device.batch(device.records(1)))
    _problem(device.post(batch, **{"Content-Type": "text/plain"}), 415, "wrong-media")
    _problem(device.post(batch, **{"Content-Encoding": "identity"}), 415, "wrong-media")


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/v1/nothing", 404, "not-found"),
        ("GET", "/v1/enrol", 405, "wrong-method"),
        ("GET", "/v1/devices/no-uuid/head?epoch=1", 400, "malformed"),
        ("GET", f"/v1/devices/{new_receipt_id()}/head", 400, "malformed"),
        ("GET", f"/v1/devices/{new_receipt_id()}/head?epoch={2**70}", 400, "malformed"),
        ("GET", f"/v1/devices/{new_receipt_id()}/head?epoch=1", 401, "unknown-device"),
        ("POST", "/v1/enrol", 415, "wrong-media"),
        ("PUT", f"/v1/devices/{new_receipt_id()}/packs/UPPER/1", 400, "malformed"),
    ],
    ids=["no-route", "wrong-method", "no-uuid", "no-epoch", "huge-epoch", "unknown-device", "no-body", "upper-case"],
)
def test_a_wrong_address_gets_a_problem(
    central: CentralProcess, method: str, path: str, status: int, code: str
) -> None:
    _problem(requests.request(method, central.url + path, timeout=30), status, code)


def test_a_code_enrols_one_kiosk_and_only_once(central: CentralProcess, new_device: Callable[[], Device]) -> None:
    name = new_device().name + "-once"
    code = enrolment_code(central, name)
    first, second = Device(central.url, name), Device(central.url, name)
    first.enrol(code.lower().replace("-", " "))
    first.enrol(code)  # the first answer may have been lost
    with pytest.raises(UploadError, match="unknown, used or expired"):
        second.enrol(code)
    with pytest.raises(UploadError, match="Another kiosk"):
        second.enrol(enrolment_code(central, name))
    with pytest.raises(UploadError, match="unknown, used or expired"):
        second.enrol("0000-0000-0000-0000")


def test_an_enrolment_that_its_own_key_did_not_sign_is_refused(central: CentralProcess) -> None:
    code = enrolment_code(central, "unsigned")
    device = Device(central.url, "unsigned")
    body = json.dumps({"code": code, "device_id": device.device_id, "device_key": "A" * 43}).encode()
    signed = signature_headers(device.key, device.device_id, "POST", "/v1/enrol", body)
    answer = requests.post(
        central.url + "/v1/enrol", data=body, headers={"Content-Type": "application/json", **signed}, timeout=30
    )
    _problem(answer, 401, "not-signed")


def test_a_pack_is_taken_once_and_never_exchanged(device: Device) -> None:
    pack = small_pack()
    with device.line() as line:
        line.send_pack("small", 1, pack.canonical())
        changed = small_pack_data()
        changed["title"]["ko"] = "다른 포럼"
        with pytest.raises(Rejected, match="other words"):
            line.send_pack("small", 1, json.dumps(changed).encode())
        with pytest.raises(Rejected, match="no content pack"):
            line.send_pack("small", 2, pack.canonical())
        for body in (b"[]", b"{", b"[" * 100_000, b'{"id": "small"}'):
            with pytest.raises(Rejected, match="no content pack"):
                line.send_pack("small", 3, body)


def test_two_kiosks_may_mean_different_words_by_one_version(new_device: Callable[[], Device]) -> None:
    one, other = new_device(), new_device()
    changed = small_pack_data(7)
    for device, title in ((one, "하나"), (other, "둘")):
        changed["title"]["ko"] = title
        with device.line() as line:
            line.send_pack("small", 7, json.dumps(changed).encode())


def test_a_receipt_of_another_server_is_no_success(device: Device) -> None:
    stranger = Device(device.url, "x")
    with device.line() as line, pytest.raises(Temporary, match="no valid receipt"):
        line.send_batch(stranger.key.public_key(), 1, encode_batch(device.batch(device.records(1))))


def test_the_largest_batch_is_taken(device: Device) -> None:
    records: list[ChainedRecord] = device.records(500)
    with Line(device.url, device.device_id, device.key) as line:
        receipt, _ = line.send_batch(device.server_key, 1, encode_batch(device.batch(records)))
    assert receipt.through_seq == 500
