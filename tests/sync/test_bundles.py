"""The line by USB stick: bundles and the network meet in either order, and nothing altered is taken."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.store import Store, open_store
from kiosk.store.backups import restore_backup, write_backup
from tests.conftest import Ran
from tests.submissions import poll_submission
from tests.sync.in_process import run_here as run
from tests.sync.server import CentralProcess

WORDS = "다른 사람은 읽을 수 없는 말"


def _keep(store: Store, count: int) -> None:
    store.keep_all([poll_submission({"first": "security", "why": f"{WORDS} {number}"}) for number in range(count)])


def _told(ran: Ran) -> dict[str, object]:
    assert (ran.code, ran.err) == (0, "")
    told: dict[str, object] = json.loads(ran.out)
    return told


def _refused(ran: Ran, *words: str) -> None:
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    for word in words:
        assert word in ran.err


def _records(folder: Path) -> list[dict[str, object]]:
    assert run("forum-central", "export", "--out", folder).code == 0
    return [json.loads(line) for line in (folder / "records.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_bundle_arrives_and_its_receipt_empties_the_outbox(
    enrolled: CentralProcess, store: Store, tmp_path: Path
) -> None:
    _keep(store, 1203)
    stick = tmp_path / "stick" / "lobby.bundle"
    assert _told(run("forum-sync", "export", stick, "--json"))["records"] == 1203
    assert WORDS.encode() not in stick.read_bytes()
    assert store.pending() == 1203

    imported = _told(run("forum-central", "import", stick, "--json"))

    assert (imported["kiosk"], imported["created"], imported["duplicate"]) == ("lobby", 1203, 0)
    back = _told(run("forum-sync", "import-receipt", str(imported["receipt"]), "--json"))
    assert back == {"confirmed": 1203, "withdrawals": 0, "pending": 0}
    assert store.pending() == 0
    assert len({str(each["answers"]) for each in _records(tmp_path)}) == 1203


def test_what_came_by_stick_is_no_duplicate_when_the_network_sends_it_too(
    enrolled: CentralProcess, store: Store, tmp_path: Path
) -> None:
    _keep(store, 30)
    stick = tmp_path / "lobby.bundle"
    run("forum-sync", "export", stick)
    _keep(store, 5)
    assert _told(run("forum-central", "import", stick, "--json"))["created"] == 30

    assert _told(run("forum-sync", "once", "--json")) == {"sent": 35, "pending": 0}

    assert len(_records(tmp_path)) == 35
    receipt = stick.with_name("lobby.bundle.receipt.json")
    assert _told(run("forum-sync", "import-receipt", receipt, "--json"))["confirmed"] == 0


def test_what_the_network_sent_is_no_duplicate_when_it_comes_by_stick_too(
    enrolled: CentralProcess, store: Store, tmp_path: Path
) -> None:
    _keep(store, 30)
    stick = tmp_path / "lobby.bundle"
    run("forum-sync", "export", stick)
    _keep(store, 5)
    assert _told(run("forum-sync", "once", "--json"))["sent"] == 35

    imported = _told(run("forum-central", "import", stick, "--json"))

    assert (imported["created"], imported["duplicate"]) == (0, 30)
    assert len(_records(tmp_path)) == 35
    assert _told(run("forum-central", "import", stick, "--json"))["duplicate"] == 30
    assert _told(run("forum-sync", "import-receipt", str(imported["receipt"]), "--json"))["pending"] == 0


def test_withdrawals_go_by_stick_and_are_confirmed(enrolled: CentralProcess, store: Store, tmp_path: Path) -> None:
    kept = store.keep_all([poll_submission() for _ in range(3)])
    assert _told(run("forum-sync", "once", "--json"))["sent"] == 3
    store.withdraw(kept[1].receipt_id, datetime.now(UTC))
    stick = tmp_path / "lobby.bundle"
    assert _told(run("forum-sync", "export", stick, "--json")) == {"file": str(stick), "records": 0, "withdrawals": 1}

    imported = _told(run("forum-central", "import", stick, "--json"))

    assert len(_records(tmp_path)) == 2
    assert _told(run("forum-sync", "import-receipt", str(imported["receipt"]), "--json"))["withdrawals"] == 1
    assert store.withdrawals_to_send() == []


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_bundle_that_was_changed_anywhere_is_refused_and_nothing_is_taken(
    enrolled: CentralProcess, store: Store, tmp_path: Path
) -> None:
    _keep(store, 700)
    stick = tmp_path / "lobby.bundle"
    run("forum-sync", "export", stick)
    whole = stick.read_bytes()
    header_end = whole.index(b"\n", whole.index(b"\n") + 1) + 1
    frames, at = [], header_end
    while at < len(whole):
        size = 4 + int.from_bytes(whole[at : at + 4], "big")
        frames.append(whole[at : at + size])
        at += size
    assert len(frames) == 5  # the pack, two batches, the day's count, the end
    start = whole[:header_end]
    bent = {
        "a byte of the last batch": start + b"".join(frames[:2]) + _bent(frames[2]) + frames[3] + frames[4],
        "cut short": whole[:-1],
        "without its last part": start + b"".join(frames[:4]),
        "without a batch": start + b"".join([frames[0], frames[1], *frames[3:]]),
        "batches exchanged": start + b"".join([frames[0], frames[2], frames[1], *frames[3:]]),
        "more behind it": whole + b"\x00",
        "no bundle": b"PK\x03\x04" + whole,
        "empty": b"",
    }
    for name, content in bent.items():
        stick.write_bytes(content)
        ran = run("forum-central", "import", stick)
        _refused(ran, "nothing of it was taken")
        assert not stick.with_name("lobby.bundle.receipt.json").exists(), name
    assert _records(tmp_path) == []
    stick.write_bytes(whole)
    assert _told(run("forum-central", "import", stick, "--json"))["created"] == 700


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_bundle_of_a_kiosk_that_is_not_enrolled_here_is_refused(
    enrolled: CentralProcess, store: Store, tmp_path: Path
) -> None:
    _keep(store, 2)
    stick = tmp_path / "lobby.bundle"
    run("forum-sync", "export", stick)
    whole = stick.read_bytes()
    stranger = poll_submission().receipt_id
    stick.write_bytes(whole.replace(store.device_id.encode(), stranger.encode(), 1))
    _refused(run("forum-central", "import", stick), "not enrolled here")

    other = tmp_path / "other"
    with open_store(other) as second:
        second_id = second.device_id
    code = json.loads(run("forum-central", "enrol", "gate", "--json").out)["code"]
    assert run("forum-sync", "enrol", "--home", other, "--central", enrolled.url, "--code", code).code == 0
    stick.write_bytes(whole.replace(store.device_id.encode(), second_id.encode(), 1))
    _refused(run("forum-central", "import", stick), "not signed by the kiosk that it names")


@pytest.mark.parametrize("database_url", [None], ids=["any database"])
def test_only_the_ministrys_own_receipt_for_this_kiosk_is_believed(
    enrolled: CentralProcess, store: Store, tmp_path: Path
) -> None:
    _keep(store, 2)
    stick = tmp_path / "lobby.bundle"
    run("forum-sync", "export", stick)
    receipt = Path(str(_told(run("forum-central", "import", stick, "--json"))["receipt"]))
    genuine = receipt.read_text(encoding="utf-8")
    for bent in (
        genuine.replace('through_seq\\":2', 'through_seq\\":1'),
        genuine.replace(store.device_id, poll_submission().receipt_id),
        genuine[:-3],
        "",
    ):
        assert bent != genuine
        receipt.write_text(bent, encoding="utf-8")
        _refused(run("forum-sync", "import-receipt", receipt), "nothing was changed")
    assert store.pending() == 2
    receipt.write_text(genuine, encoding="utf-8")
    assert _told(run("forum-sync", "import-receipt", receipt, "--json"))["pending"] == 0


def test_a_kiosk_that_is_not_enrolled_exports_nothing(store: Store, tmp_path: Path) -> None:
    _refused(run("forum-sync", "export", tmp_path / "lobby.bundle"), "not enrolled")
    assert list(tmp_path.glob("*.bundle*")) == []


def test_a_restored_kiosk_goes_on_by_stick_although_the_ministry_holds_more_of_its_earlier_epoch(
    enrolled: CentralProcess, store: Store, home: Path, tmp_path: Path
) -> None:
    _keep(store, 10)
    assert _told(run("forum-sync", "once", "--json"))["sent"] == 10
    _keep(store, 4)
    backup = write_backup(store, tmp_path / "backups", datetime.now(UTC))
    _keep(store, 5)
    assert _told(run("forum-sync", "once", "--json"))["sent"] == 9
    store.close()
    restored = restore_backup(backup.path, home, replace=True)
    assert (restored.submissions, restored.beyond) == (14, 5)
    stick = tmp_path / "lobby.bundle"
    with open_store(home) as again:
        _keep(again, 3)
        assert again.pending() == 7  # the ministry acknowledged four of them after the backup was made

        assert _told(run("forum-sync", "export", stick, "--json"))["records"] == 7
        imported = _told(run("forum-central", "import", stick, "--json"))

        assert (imported["created"], imported["duplicate"]) == (3, 4)
        assert _told(run("forum-sync", "import-receipt", str(imported["receipt"]), "--json"))["pending"] == 0
        assert _told(run("forum-sync", "once", "--json")) == {"sent": 0, "pending": 0}
    assert len(_records(tmp_path)) == 22


def test_withdrawals_of_every_epoch_go_by_stick_at_once_also_of_records_that_wait(
    enrolled: CentralProcess, store: Store, home: Path, tmp_path: Path
) -> None:
    first = store.keep_all([poll_submission() for _ in range(2)])
    assert _told(run("forum-sync", "once", "--json"))["sent"] == 2
    backup = write_backup(store, tmp_path / "backups", datetime.now(UTC))
    store.close()
    restore_backup(backup.path, home, replace=True)
    stick = tmp_path / "lobby.bundle"
    with open_store(home) as again:
        second = again.keep_all([poll_submission() for _ in range(3)])
        for receipt_id in (first[0].receipt_id, second[1].receipt_id):
            assert again.withdraw(receipt_id, datetime.now(UTC))
        assert _told(run("forum-sync", "export", stick, "--json"))["withdrawals"] == 2

        imported = _told(run("forum-central", "import", stick, "--json"))

        assert {str(each["receipt_id"]) for each in _records(tmp_path)} == {
            kept.receipt_id for kept in (first[1], second[0], second[2])
        }
        back = _told(run("forum-sync", "import-receipt", str(imported["receipt"]), "--json"))
        assert back == {"confirmed": 3, "withdrawals": 2, "pending": 0}
        assert again.withdrawals_to_send() == []


@pytest.mark.parametrize("database_url", [None], ids=["any database"])
def test_a_receipt_beyond_this_store_is_believed_only_for_a_bundle_that_this_store_made(
    enrolled: CentralProcess, store: Store, home: Path, tmp_path: Path
) -> None:
    backup = write_backup(store, tmp_path / "backups", datetime.now(UTC))
    _keep(store, 5)
    stick = tmp_path / "lobby.bundle"
    run("forum-sync", "export", stick)
    receipt = str(_told(run("forum-central", "import", stick, "--json"))["receipt"])
    store.close()
    restore_backup(backup.path, home, replace=True)
    _refused(run("forum-sync", "import-receipt", receipt), "cloned or restored")


def _bent(frame: bytes) -> bytes:
    return frame[:-1] + bytes([frame[-1] ^ 1])
