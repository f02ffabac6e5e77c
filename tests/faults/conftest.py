"""A PostgreSQL for the session, a fresh database on either kind, and a central store in a process of its own."""

from tests.sync.conftest import central_home, database_url, enrolled, postgres, server

__all__ = ["central_home", "database_url", "enrolled", "postgres", "server"]
