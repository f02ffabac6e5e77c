"""Bringing the store's schema up to date."""

from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from kiosk.store.errors import StoreUnsafe

# The newest step of migrations/versions. Known here, so that a start with nothing to do need not load alembic.
NEWEST = "0009"


def bring_up_to_date(connection: Connection) -> None:
    """Run the missing migrations; call inside the transaction of the store."""
    present = _version(connection)
    if present == NEWEST:
        return
    if present is not None and present > NEWEST:
        raise StoreUnsafe(
            f"The store was written by a newer version of this program (schema {present}, known here: {NEWEST}); "
            "nothing was changed. Install the newer version again."
        )
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _version(connection: Connection) -> str | None:
    try:
        return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()
    except DBAPIError as error:
        if "no such table" in str(error.orig):
            return None
        raise
