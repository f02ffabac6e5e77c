"""The central database: one schema, its start-up rules, and commands that fail in one sentence."""

from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from kiosk.forum.errors import ForumError
from sync.central.central import opened_central
from sync.central.ingest.enrolment import kiosk_name
from sync.central.settings import Settings
from sync.central.store.database import Database, sqlite_settings
from sync.central.store.errors import CentralError, SchemaOutdated
from sync.central.store.schema import migrate
from sync.central.store.tables import metadata
from tests.conftest import Run
from tests.sync.in_process import run_here


def _is_ours(name: str | None, kind: str, parents: Any) -> bool:
    # SQLAlchemy's tables serve both databases; this index is PostgreSQL's alone (GIN over an array).
    if kind == "index" and name == "proposal_by_pairs":
        return False
    return (parents.get("table_name") or name) in metadata.tables or kind == "schema"


def test_the_migrations_make_the_tables_that_the_code_knows(database: Database) -> None:
    with database.reading() as connection:
        options = {"compare_type": True, "include_name": _is_ours}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_migrating_again_changes_nothing(database: Database) -> None:
    assert migrate(database) == migrate(database)


def test_a_database_of_a_newer_version_is_left_alone(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'from-the-future'"))
    with pytest.raises(SchemaOutdated, match="newer version"):
        migrate(database)


@pytest.mark.parametrize(
    ("version", "settings"),
    [
        ((3, 40, 1), ("TRUNCATE", "EXTRA")),
        ((3, 51, 2), ("TRUNCATE", "EXTRA")),
        ((3, 51, 3), ("WAL", "FULL")),
        ((3, 53, 4), ("WAL", "FULL")),
    ],
)
def test_sqlite_uses_wal_only_where_it_is_safe(version: tuple[int, ...], settings: tuple[str, str]) -> None:
    assert sqlite_settings(version) == settings


def test_a_commit_is_durable(database: Database) -> None:
    with database.reading() as connection:
        if database.is_postgresql:
            assert connection.execute(text("SHOW synchronous_commit")).scalar_one() == "on"
        else:
            assert connection.execute(text("PRAGMA synchronous")).scalar_one() >= 2


def test_a_database_keeps_to_the_key_that_signs_its_receipts(settings: Settings) -> None:
    with opened_central(settings) as first:
        public = first.server_key.public_key().public_bytes_raw()
    with opened_central(settings) as second:
        assert second.server_key.public_key().public_bytes_raw() == public
    key = settings.home / "server.key"
    assert key.stat().st_mode & 0o777 == 0o600
    kept = key.read_text()
    key.unlink()
    with pytest.raises(CentralError, match="is missing"), opened_central(settings):
        pass
    assert not key.exists()
    key.write_text("ab" * 32)
    with pytest.raises(CentralError, match="is not the key"), opened_central(settings):
        pass
    key.write_text("not a key")
    with pytest.raises(CentralError, match="no key"), opened_central(settings):
        pass
    key.write_text(kept)
    with opened_central(settings):
        pass


@pytest.mark.parametrize("name", ["", "  ", "=cmd", "+1", "-1", "@x", "x" * 65, "a\nb", "a\x00b"], ids=repr)
def test_a_name_that_no_kiosk_can_have_is_refused(name: str) -> None:
    with pytest.raises(ForumError, match="Choose one such as"):
        kiosk_name(name)


def test_a_name_has_one_spelling() -> None:
    assert kiosk_name(" 로비 ") == kiosk_name("로비") == "로비"


@pytest.mark.parametrize(
    ("arguments", "environment", "sentence"),
    [
        (("migrate",), {"FORUM_DATABASE_URL": "nonsense"}, "is no database address"),
        (("migrate",), {"FORUM_DATABASE_URL": "mysql://x/y"}, "runs on PostgreSQL"),
        (("migrate",), {"FORUM_DATABASE_URL": "postgresql://x@127.0.0.1:1/y"}, "cannot be used just now"),
        (("migrate", "--home", "/dev/null/x"), {}, "cannot be used"),
        (("tally", "--kiosk", "nobody"), {}, "No kiosk is enrolled"),
        (("tally", "--out", "/dev/null/x"), {}, "could not be written"),
        (("serve", "--host", "192.0.2.1"), {}, "cannot listen"),
        (("enrol", "=x"), {}, "Choose one such as"),
    ],
    ids=str,
)
def test_a_command_that_cannot_says_so_in_one_sentence(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], environment: dict[str, str], sentence: str
) -> None:
    done = run("forum-central", *arguments, FORUM_CENTRAL_HOME=str(tmp_path), **environment)
    assert done.code == 1
    *in_korean, english = done.err.splitlines()
    assert sentence in english
    assert len(in_korean) <= 1


@pytest.mark.parametrize(
    "arguments",
    [("tally", "--format", "xls"), ("tally", "--from", "2026-11-23", "--to", "2026-11-22"), ("export", "--from", "x")],
    ids=str,
)
def test_wrong_usage_exits_with_2(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert run("forum-central", *arguments, FORUM_CENTRAL_HOME=str(tmp_path)).code == 2


@pytest.mark.parametrize("damage", ["no database", "torn pages"])
@pytest.mark.parametrize("database_url", [None], ids=["sqlite"])
def test_a_damaged_database_is_one_sentence_and_its_file_stays_as_it_is(settings: Settings, damage: str) -> None:
    with opened_central(settings):
        pass
    path = settings.home / "central.db"
    whole = path.read_bytes()
    path.write_bytes(b"PK\x03\x04" * 5000 if damage == "no database" else whole[:4096] + b"\xff" * (len(whole) - 4096))
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    before = path.read_bytes()
    for command in (("devices",), ("tally", "--out", str(settings.home)), ("enrol", "lobby"), ("serve", "--port", "0")):
        done = run_here("forum-central", *command)
        assert (done.code, done.out) == (1, ""), command
        assert done.err.count("\n") == 1
        assert "is damaged or is no database" in done.err
    assert path.read_bytes() == before
