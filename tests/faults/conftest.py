"""A PostgreSQL for the session, and the address of a fresh database on either kind."""

from tests.sync.conftest import database_url, postgres

__all__ = ["database_url", "postgres"]
