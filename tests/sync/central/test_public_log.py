"""The public log over real servers: receipts are proven offline, by an independent tree, and it only ever grows."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pymerkle
import pytest
import requests
from pymerkle.hasher import MerkleHasher

from kiosk.forum.chain import ChainedRecord
from kiosk.forum.receipts import receipt_token
from kiosk.forum.seoul import seoul_day
from kiosk.forum.submissions import Submission, canonical_bytes
from sync.central.central import opened_central
from sync.central.public_log.log import PublicLog, days_to_close, log_name
from sync.central.settings import Settings
from sync.central.store.database import Database
from sync.central.store.errors import CentralError
from sync.protocol.checkpoints import Checkpoint, read_checkpoint
from sync.protocol.notes import VerifierKey, read_verifier_key
from sync.protocol.receipt_proofs import read_consistency_proof, read_receipt_proof, verify_consistency_proof
from tests.conftest import Run
from tests.submissions import poll_submission
from tests.sync.central.conftest import Device, chained
from tests.sync.server import CentralProcess


def _settings(central: CentralProcess) -> Settings:
    return Settings(
        home=Path(central.environment["FORUM_CENTRAL_HOME"]), database_url=central.environment.get("FORUM_DATABASE_URL")
    )


def _key(central: CentralProcess) -> VerifierKey:
    return read_verifier_key(requests.get(central.url + "/log/key", timeout=30).text.strip())


def _checkpoint(central: CentralProcess) -> Checkpoint:
    return read_checkpoint(requests.get(central.url + "/log/checkpoint", timeout=30).text, _key(central))


def _published(central: CentralProcess, run: Run) -> Checkpoint:
    done = run("forum-central", "publish-log", "--json", **central.environment)
    assert (done.code, done.err) == (0, "")
    return read_checkpoint(json.loads(done.out)["note"], _key(central))


def _holders_proof(device: Device, submission: Submission) -> requests.Response:
    token = receipt_token(device.key, device.device_id, submission.receipt_id, submission.language)
    return requests.get(f"{device.url}/log/proof/inclusion", params={"token": token}, timeout=30)


def _send(device: Device, count: int, first: int = 1, after: list[ChainedRecord] | None = None) -> list[ChainedRecord]:
    records = device.records(count, first)
    assert device.send(device.batch(records, after)).status_code == 200
    return records


def _entries(central: CentralProcess, size: int) -> list[bytes]:
    """Return the log's entries, by index, as an auditor collects them: from what the log itself hands out."""
    from sync.central.central import opened_database
    from sync.central.store.public_log import entry_at

    with opened_database(_settings(central)) as database, database.reading() as connection:
        entries = [entry_at(connection, index) for index in range(size)]
    return [each for each in entries if each is not None]


def _their_tree(entries: list[bytes]) -> pymerkle.InmemoryTree:
    return pymerkle.InmemoryTree.init_from_entries(entries, algorithm="sha256")


def test_a_receipt_is_verified_offline_with_the_key_that_was_printed(
    central: CentralProcess, device: Device, run: Run, tmp_path: Path
) -> None:
    submissions = [poll_submission({"first": "security", "why": f"“평화” {number} 🙂"}) for number in range(5)]
    assert device.send(device.batch(chained([canonical_bytes(each) for each in submissions]))).status_code == 200
    key = run("forum-central", "log-key", **central.environment).out.strip()
    answer = _holders_proof(device, submissions[3])
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    file = tmp_path / "receipt.json"
    file.write_bytes(answer.content)

    done = run("forum-central", "verify-receipt", file, "--key", key, "--json")

    assert (done.code, done.err) == (0, "")
    # Whoever has the link may ask for the proof: it names the receipt and holds no word, and no salt to guess by.
    told = json.loads(done.out)
    assert (told["named_receipt_id"], told["receipt_id"]) == (submissions[3].receipt_id, None)
    assert "평화" not in answer.text
    assert answer.json().keys().isdisjoint({"salt", "record"})
    commitment = told["commitment"]
    file.write_bytes(answer.content.replace(commitment.encode(), commitment[::-1].encode()))
    assert run("forum-central", "verify-receipt", file, "--key", key).code == 1


def test_checkpoints_and_proofs_agree_with_an_independent_tree(
    central: CentralProcess, new_device: Callable[[], Device], run: Run
) -> None:
    one, two = new_device(), new_device()
    records = _send(one, 300)
    _send(two, 217)
    old = _published(central, run)
    records += _send(one, 123, 301, records)
    new = _published(central, run)

    assert new.size >= old.size + 123
    theirs = _their_tree(_entries(central, new.size))
    assert (theirs.get_root(old.size), theirs.get_root(new.size)) == (old.root, new.root)
    hasher = MerkleHasher("sha256")
    for record in (records[0], records[255], records[422]):
        answer = requests.get(
            f"{one.url}/log/proof/inclusion", params={"commitment": record.commitment.hex()}, timeout=30
        )
        proof = read_receipt_proof(answer.content)
        assert (proof.record, proof.salt, proof.receipt_id) == (None, None, None)
        their_proof = theirs.prove_inclusion(proof.leaf_index + 1, proof.tree_size)
        assert [bytes.fromhex(each) for each in proof.path] == their_proof.path[1:]
        pymerkle.verify_inclusion(hasher.hash_buff(record.commitment), new.root, their_proof)


def test_any_two_checkpoints_are_joined_by_a_proof(
    central: CentralProcess, device: Device, run: Run, tmp_path: Path
) -> None:
    notes: list[str] = []
    records: list[ChainedRecord] = []
    for count in (1, 257, 300):
        records += _send(device, count, len(records) + 1, records)
        _published(central, run)
        notes.append(requests.get(central.url + "/log/checkpoint", timeout=30).text)
    key = _key(central)
    sizes = [read_checkpoint(note, key).size for note in notes]
    for old in range(3):
        for new in range(old, 3):
            answer = requests.get(
                central.url + "/log/proof/consistency", params={"from": sizes[old], "to": sizes[new]}, timeout=30
            )
            verify_consistency_proof(notes[old], notes[new], read_consistency_proof(answer.content), key)
    unknown = requests.get(central.url + "/log/proof/consistency", params={"from": 0, "to": 10**9}, timeout=30)
    assert unknown.status_code == 404


def test_a_withdrawn_record_still_proves_that_it_was_counted_and_shows_no_word(
    central: CentralProcess, device: Device, tmp_path: Path, run: Run
) -> None:
    from sync.central.central import opened_database
    from sync.central.ingest.withdrawals import withdraw_receipt

    submission = poll_submission({"first": "security", "why": "지워 주세요"})
    records = chained([canonical_bytes(submission)])
    assert device.send(device.batch(records)).status_code == 200
    with opened_database(_settings(central)) as database:
        withdraw_receipt(database, device.device_id, submission.receipt_id, datetime.now(UTC))

    answer = _holders_proof(device, submission)

    proof = read_receipt_proof(answer.content)
    assert (proof.salt, proof.record, proof.commitment) == (None, None, records[0].commitment.hex())
    file = tmp_path / "receipt.json"
    file.write_bytes(answer.content)
    assert run("forum-central", "verify-receipt", file, "--key", str(_key(central))).code == 0


def test_a_link_that_is_no_receipt_proves_nothing(central: CentralProcess, device: Device) -> None:
    stranger = Device(central.url, "stranger")
    assert _holders_proof(stranger, poll_submission()).status_code == 404
    on_its_way = _holders_proof(device, poll_submission())
    assert on_its_way.status_code == 404
    assert "on its way" in on_its_way.json()["detail"]
    neither = requests.get(central.url + "/log/proof/inclusion", timeout=30)
    assert (neither.status_code, neither.headers["Content-Type"]) == (400, "application/problem+json")
    nothing = requests.get(central.url + "/log/proof/inclusion", params={"commitment": "00" * 32}, timeout=30)
    assert nothing.status_code == 404


def test_the_receipt_to_the_kiosk_names_the_log_as_it_stood(central: CentralProcess, device: Device, run: Run) -> None:
    signed = _send(device, 3)
    _published(central, run)
    receipt = json.loads(device.send(device.batch(signed)).json()["receipt"])
    theirs = _their_tree(_entries(central, receipt["log_size"]))
    assert theirs.get_root(receipt["log_size"]).hex() == receipt["root"]


def test_a_server_that_runs_has_a_checkpoint_and_has_closed_yesterday(central: CentralProcess) -> None:
    assert _checkpoint(central).size >= 0
    yesterday = seoul_day(datetime.now(UTC)) - timedelta(days=1)
    note = requests.get(f"{central.url}/log/checkpoints/{yesterday}", timeout=30)
    assert read_checkpoint(note.text, _key(central)).origin == _key(central).name
    assert requests.get(f"{central.url}/log/checkpoints/2999-01-01", timeout=30).status_code == 404
    assert requests.get(f"{central.url}/log/checkpoints/today", timeout=30).status_code == 400


@pytest.fixture
def log(settings: Settings) -> Iterator[PublicLog]:
    with opened_central(settings) as central:
        yield central.log


def test_each_day_that_ended_has_the_checkpoint_that_closed_it(log: PublicLog) -> None:
    from sync.central.store import public_log as store

    noon = datetime(2026, 11, 22, 3, tzinfo=UTC)
    log.keep_up(noon, timedelta(minutes=10))
    log.keep_up(noon + timedelta(days=3), timedelta(minutes=10))
    with log.database.reading() as connection:
        closed = [store.checkpoint_of_day(connection, date(2026, 11, day)) for day in (20, 21, 22, 23, 24, 25)]
    assert [each is not None for each in closed] == [False, True, True, True, True, False]


def test_a_day_ends_at_midnight_in_seoul() -> None:
    assert days_to_close(None, date(2026, 11, 22)) == [date(2026, 11, 21)]
    assert days_to_close(date(2026, 11, 21), date(2026, 11, 22)) == []
    assert days_to_close(date(2026, 11, 20), date(2026, 11, 22)) == [date(2026, 11, 21)]
    assert len(days_to_close(date(2016, 11, 20), date(2026, 11, 22))) == 400


def test_two_appenders_at_once_add_each_record_once(settings: Settings, log: PublicLog) -> None:
    from threading import Barrier, Thread

    from sync.central.store import public_log as store

    _fill(log.database, 1200)
    ready = Barrier(3)
    added: list[int] = []

    def append() -> None:
        with opened_central(settings) as central:
            ready.wait()
            added.append(central.log.append())

    threads = [Thread(target=append) for _ in range(2)]
    for each in threads:
        each.start()
    ready.wait()
    for each in threads:
        each.join()
    assert sum(added) == 1200
    with log.database.reading() as connection:
        state = store.log_state(connection)
    assert state is not None
    assert state.frontier.size == 1200


def test_a_lost_key_or_anothers_is_refused_in_one_sentence(settings: Settings, log: PublicLog) -> None:
    key = settings.home / "log.key"
    kept = key.read_bytes()
    key.write_text("11" * 32, encoding="ascii")
    with pytest.raises(CentralError, match="is not the key"), opened_central(settings):
        pass
    key.unlink()
    with pytest.raises(CentralError, match="is missing"), opened_central(settings):
        pass
    key.write_bytes(kept)
    with opened_central(settings) as central:
        assert central.log.origin == log.origin


def test_a_log_is_named_after_the_servers_address_or_its_key() -> None:
    assert log_name(None, "https://forum.example/kiosk", b"1234") == "forum.example/log"
    assert log_name(None, None, b"\x01\x02\x03\x04") == "open-forum-kiosk/log-01020304"
    assert log_name("mofa.example/forum", "https://forum.example", b"") == "mofa.example/forum"


def _fill(database: Database, count: int) -> None:
    """Store records of one device, as an ingest leaves them."""
    from kiosk.forum.chain import chain_over, first_link
    from sync.central.store import devices, records

    at = datetime(2026, 11, 22, 3, tzinfo=UTC)
    device_id = poll_submission().receipt_id
    made = chained([canonical_bytes(poll_submission()) for _ in range(count)])
    with database.writing() as connection:
        devices.enrol(connection, device_id, "lobby", b"k" * 32, at)
        head = records.lock_head(connection, device_id, 1)
        assert head is not None
        new = [records.NewRecord(r.seq, r.commitment, r.salt, r.payload, None, None, None, None) for r in made]
        records.add_records(connection, head.device_no, 1, new, at)
        chain = chain_over(first_link(device_id, 1), 1, [each.commitment for each in made])
        records.advance_head(connection, head.device_no, 1, count, chain, at)
