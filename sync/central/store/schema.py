"""Bringing the central schema up to date."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from sync.central.store.database import Database
from sync.central.store.errors import SchemaOutdated

_FOLDER = Path(__file__).parent / "migrations"
# Any number will do: it keeps two processes that start at once from migrating together.
_LOCK = 0x464F5255


def migrate(database: Database) -> str:
    """Run the missing steps in one transaction and return the newest one; raises SchemaOutdated."""
    config = _config()
    steps = ScriptDirectory.from_config(config)
    newest = steps.get_current_head() or ""
    with database.writing() as connection:
        if database.is_postgresql:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        present = MigrationContext.configure(connection).get_current_revision()
        if present is not None and present not in {each.revision for each in steps.walk_revisions()}:
            raise SchemaOutdated(
                f"The central database was written by a newer version of this program (schema {present}, known here: "
                f"{newest}); nothing was changed. Install the newer version again."
            )
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return newest


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.set_main_option("path_separator", "os")
    return config
