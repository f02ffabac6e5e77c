"""A backup of a serving store opens with its own key alone, comes back whole, and no log tells two histories."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
from sqlalchemy import update

from kiosk.forum.chain import ChainedRecord
from kiosk.forum.submissions import new_receipt_id
from sync.central.backups import BackupRefused, make_backup_key, restore_backup, write_backup
from sync.central.central import opened_central
from sync.central.public_log.continuing import Continuation, checked_log
from sync.central.settings import Settings
from sync.central.store.database import open_database
from sync.central.store.dumping import is_empty
from sync.central.store.errors import CentralError
from sync.central.store.log_tables import log_leaf
from sync.protocol.notes import read_verifier_key
from sync.protocol.receipt_proofs import read_consistency_proof, verify_consistency_proof
from tests.conftest import Run
from tests.postgres import Postgres
from tests.sync.central.conftest import Device, enrolment_code
from tests.sync.server import CentralProcess, serving


@dataclass(frozen=True)
class Taken:
    """A backup, its private key, the checkpoint that it reaches and a newer one, and the kiosk with all its records."""

    file: Path
    key: Path
    note: str
    newer: str
    device: Device
    records: list[ChainedRecord]


@pytest.fixture(scope="module")
def taken(central: CentralProcess, tmp_path_factory: pytest.TempPathFactory) -> Taken:
    """Let records arrive before and after a backup of the serving store."""
    folder = tmp_path_factory.mktemp("backups")
    device = Device(central.url, f"kiosk-{new_receipt_id()}")
    device.enrol(enrolment_code(central, device.name))
    first = device.records(300)
    assert device.send(device.batch(first)).status_code == 200
    settings = settings_of(central.environment)
    with opened_central(settings) as opened:
        note = opened.log.publish(datetime.now(UTC)).note
        with pytest.raises(BackupRefused, match="nothing was written"):
            write_backup(opened.database, settings.home, folder, datetime.now(UTC))
        make_backup_key(settings.home, folder / "key")
        file = write_backup(opened.database, settings.home, folder, datetime.now(UTC))
        second = device.records(20, 301)
        assert device.send(device.batch(second, first)).status_code == 200
        newer = opened.log.publish(datetime.now(UTC)).note
    assert device.name.encode() not in file.read_bytes()
    return Taken(file, folder / "key", note, newer, device, first + second)


@pytest.fixture
def elsewhere(central: CentralProcess, tmp_path: Path, request: pytest.FixtureRequest) -> dict[str, str]:
    """An empty home and an empty database of the same kind."""
    environment = {"FORUM_CENTRAL_HOME": str(tmp_path / "new")}
    if "FORUM_DATABASE_URL" in central.environment:
        server: Postgres = request.getfixturevalue("postgres")
        environment["FORUM_DATABASE_URL"] = server.fresh_database()
    return environment


def settings_of(environment: dict[str, str]) -> Settings:
    return Settings(home=Path(environment["FORUM_CENTRAL_HOME"]), database_url=environment.get("FORUM_DATABASE_URL"))


def publish(environment: dict[str, str]) -> str:
    with opened_central(settings_of(environment)) as opened:
        return opened.log.publish(datetime.now(UTC)).note


def test_a_restored_log_is_a_beginning_of_the_log_that_goes_on(
    taken: Taken, elsewhere: dict[str, str], run: Run, tmp_path: Path
) -> None:
    (tmp_path / "checkpoint").write_text(taken.note, encoding="utf-8")
    call = ("forum-central", "restore", taken.file, "--key", taken.key)
    for wrong in ((), ("--checkpoint", tmp_path / "checkpoint", "--new-log", "a/b")):
        assert run(*call, *wrong, **elsewhere).code == 2

    done = run(*call, "--checkpoint", tmp_path / "checkpoint", **elsewhere)

    assert (done.code, done.err) == (0, "")
    assert "agrees with every checkpoint" in done.out
    with serving(Path(elsewhere["FORUM_CENTRAL_HOME"]), elsewhere.get("FORUM_DATABASE_URL")) as again:
        here = replace(taken.device, url=again.url)
        # The kiosk sends again what the backup lacks.
        assert here.send(here.batch(taken.records[300:], taken.records[:300])).status_code == 200
        grown = publish(elsewhere)
        sizes = {"from": int(taken.note.splitlines()[1]), "to": int(grown.splitlines()[1])}
        assert sizes["to"] - sizes["from"] == 20
        answer = requests.get(again.url + "/log/proof/consistency", params=sizes, timeout=30)
        key = read_verifier_key(requests.get(again.url + "/log/key", timeout=30).text.strip())
    verify_consistency_proof(taken.note, grown, read_consistency_proof(answer.content), key)


def test_a_log_that_went_on_after_the_backup_begins_anew_under_another_name(
    taken: Taken, elsewhere: dict[str, str]
) -> None:
    settings = settings_of(elsewhere)
    settings.home.mkdir()
    database = open_database(settings.home, settings.database_url)
    with pytest.raises(CentralError, match=r"two histories\. Nothing was changed"):
        restore_backup(database, settings.home, taken.file, taken.key, Continuation(published=taken.newer))
    assert is_empty(database)

    done = restore_backup(database, settings.home, taken.file, taken.key, Continuation(new_name="forum.example/log-2"))
    database.close()

    told = publish(elsewhere).splitlines()
    assert told[0] == "forum.example/log-2" != taken.note.splitlines()[0]
    assert int(told[1]) == done.log_size == int(taken.note.splitlines()[1])


def test_a_log_that_is_not_what_was_signed_is_found_out(taken: Taken, elsewhere: dict[str, str]) -> None:
    settings = settings_of(elsewhere)
    settings.home.mkdir()
    database = open_database(settings.home, settings.database_url)
    restore_backup(database, settings.home, taken.file, taken.key, Continuation(published=taken.note))
    assert checked_log(database, Continuation()) == int(taken.note.splitlines()[1])
    with database.writing() as connection:
        connection.execute(update(log_leaf).where(log_leaf.c.log_index == 5).values(commitment=bytes(32)))
    with pytest.raises(CentralError, match="contradicts the checkpoint"):
        checked_log(database, Continuation())
    database.close()


def test_what_is_no_backup_of_this_key_changes_nothing(taken: Taken, elsewhere: dict[str, str], tmp_path: Path) -> None:
    raw = taken.file.read_bytes()
    damaged, cut = tmp_path / "damaged", tmp_path / "cut"
    damaged.write_bytes(raw[:-40] + bytes([raw[-40] ^ 1]) + raw[-39:])
    cut.write_bytes(raw[: len(raw) // 2])
    make_backup_key(tmp_path, tmp_path / "other")
    home = tmp_path / "empty"
    home.mkdir()
    database = open_database(home, elsewhere.get("FORUM_DATABASE_URL"))
    tries = [
        (damaged, taken.key),
        (cut, taken.key),
        (taken.file, tmp_path / "other"),
        (taken.file, taken.file),
        (taken.key, taken.key),
        (tmp_path / "missing", taken.key),
    ]
    for file, key in tries:
        with pytest.raises(BackupRefused, match="nothing was changed"):
            restore_backup(database, home, file, key, Continuation(new_name="x"))
        assert is_empty(database)
        assert [path.name for path in home.iterdir() if path.name != "central.db"] == []
    restore_backup(database, home, taken.file, taken.key, Continuation(new_name="x"))
    with pytest.raises(BackupRefused, match="not empty"):
        restore_backup(database, home, taken.file, taken.key, Continuation(new_name="x"))
    database.close()
