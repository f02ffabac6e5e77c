"""A backup of a serving store opens with its own key alone, comes back whole, and no log tells two histories."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import requests

from kiosk.forum.chain import ChainedRecord
from sync.central.backups import BackupRefused, make_backup_key, restore_backup
from sync.central.public_log.continuing import Continuation
from sync.central.store.database import open_database
from sync.central.store.dumping import is_empty
from sync.protocol.notes import read_verifier_key
from sync.protocol.receipt_proofs import read_consistency_proof, verify_consistency_proof
from tests.conftest import Run
from tests.postgres import Postgres
from tests.sync.central.conftest import Device
from tests.sync.server import CentralProcess, serving


@pytest.fixture
def elsewhere(central: CentralProcess, tmp_path: Path, request: pytest.FixtureRequest) -> dict[str, str]:
    """An empty home and an empty database of the same kind."""
    environment = {"FORUM_CENTRAL_HOME": str(tmp_path / "new"), "FORUM_DATABASE_URL": ""}
    if "FORUM_DATABASE_URL" in central.environment:
        server: Postgres = request.getfixturevalue("postgres")
        environment["FORUM_DATABASE_URL"] = server.fresh_database()
    return {name: value for name, value in environment.items() if value}


@pytest.fixture
def backup(central: CentralProcess, tmp_path: Path, run: Run) -> Callable[[], Path]:
    home = Path(central.environment["FORUM_CENTRAL_HOME"])
    (home / "backup.pub").unlink(missing_ok=True)
    assert run("forum-central", "backup", tmp_path / "backups", **central.environment).code == 1
    assert run("forum-central", "backup-key", tmp_path / "key", **central.environment).code == 0

    def make() -> Path:
        done = run("forum-central", "backup", tmp_path / "backups", "--json", **central.environment)
        assert (done.code, done.err) == (0, "")
        return Path(json.loads(done.out)["file"])

    return make


def publish(central: CentralProcess, run: Run) -> str:
    done = run("forum-central", "publish-log", **central.environment)
    assert (done.code, done.err) == (0, "")
    return done.out


def send(device: Device, count: int, before: list[ChainedRecord]) -> list[ChainedRecord]:
    records = device.records(count, len(before) + 1)
    assert device.send(device.batch(records, before)).status_code == 200
    return before + records


@contextmanager
def restored(elsewhere: dict[str, str]) -> Iterator[CentralProcess]:
    with serving(Path(elsewhere["FORUM_CENTRAL_HOME"]), elsewhere.get("FORUM_DATABASE_URL")) as running:
        yield running


def test_a_restored_log_is_a_beginning_of_the_log_that_goes_on(
    central: CentralProcess,
    device: Device,
    backup: Callable[[], Path],
    elsewhere: dict[str, str],
    run: Run,
    tmp_path: Path,
) -> None:
    records = send(device, 300, [])
    note = publish(central, run)
    (tmp_path / "checkpoint").write_text(note, encoding="utf-8")
    file = backup()
    records = send(device, 20, records)  # what the backup lacks, and the kiosk still holds

    assert "kiosk-" not in file.read_bytes().decode("latin-1")
    done = run(
        "forum-central",
        "restore",
        file,
        "--key",
        tmp_path / "key",
        "--checkpoint",
        tmp_path / "checkpoint",
        **elsewhere,
    )

    assert (done.code, done.err) == (0, "")
    assert "agrees with every checkpoint" in done.out
    key = read_verifier_key(requests.get(central.url + "/log/key", timeout=30).text.strip())
    with restored(elsewhere) as again:
        here = replace(device, url=again.url)
        assert here.send(here.batch(records[300:], records[:300])).status_code == 200
        grown = publish(again, run)
        sizes = {"from": int(note.splitlines()[1]), "to": int(grown.splitlines()[1])}
        assert sizes["to"] - sizes["from"] == 20
        answer = requests.get(again.url + "/log/proof/consistency", params=sizes, timeout=30)
    verify_consistency_proof(note, grown, read_consistency_proof(answer.content), key)


def test_a_log_that_went_on_after_the_backup_begins_anew_under_another_name(
    central: CentralProcess,
    device: Device,
    backup: Callable[[], Path],
    elsewhere: dict[str, str],
    run: Run,
    tmp_path: Path,
) -> None:
    records = send(device, 5, [])
    publish(central, run)
    file = backup()
    send(device, 5, records)
    newer = publish(central, run)
    (tmp_path / "newer").write_text(newer, encoding="utf-8")
    call = ("forum-central", "restore", file, "--key", tmp_path / "key")

    for wrong in ((), ("--checkpoint", tmp_path / "newer", "--new-log", "a/b")):
        assert run(*call, *wrong, **elsewhere).code == 2
    refused = run(*call, "--checkpoint", tmp_path / "newer", **elsewhere)
    assert refused.code == 1
    assert "two histories. Nothing was changed." in refused.err

    done = run(*call, "--new-log", "forum.example/log-2", **elsewhere)
    assert (done.code, done.err) == (0, "")
    with restored(elsewhere) as again:
        told = publish(again, run).splitlines()
    assert (told[0], int(told[1])) == ("forum.example/log-2", int(newer.splitlines()[1]) - 5)


def test_what_is_no_backup_of_this_key_changes_nothing(
    central: CentralProcess,
    device: Device,
    backup: Callable[[], Path],
    elsewhere: dict[str, str],
    run: Run,
    tmp_path: Path,
) -> None:
    send(device, 3, [])
    file = backup()
    damaged, cut = tmp_path / "damaged", tmp_path / "cut"
    raw = file.read_bytes()
    damaged.write_bytes(raw[:-40] + bytes([raw[-40] ^ 1]) + raw[-39:])
    cut.write_bytes(raw[: len(raw) // 2])
    make_backup_key(tmp_path, tmp_path / "other")
    home = tmp_path / "empty"
    home.mkdir()
    database = open_database(home, elsewhere.get("FORUM_DATABASE_URL"))
    tries = [
        (damaged, tmp_path / "key"),
        (cut, tmp_path / "key"),
        (file, tmp_path / "other"),
        (file, file),
        (tmp_path / "key", tmp_path / "key"),
        (tmp_path / "missing", tmp_path / "key"),
    ]
    for backup_file, key in tries:
        with pytest.raises(BackupRefused, match="nothing was changed"):
            restore_backup(database, home, backup_file, key, Continuation(new_name="x"))
        assert is_empty(database)
        assert [path.name for path in home.iterdir() if path.name != "central.db"] == []
    restore_backup(database, home, file, tmp_path / "key", Continuation(new_name="x"))
    with pytest.raises(BackupRefused, match="not empty"):
        restore_backup(database, home, file, tmp_path / "key", Continuation(new_name="x"))
    database.close()
