"""What can go wrong with the central store, each in one plain sentence."""

from kiosk.forum.errors import ForumError


class CentralError(ForumError):
    """The central store could not do what was asked; nothing that was stored before is lost."""


class DatabaseUnavailable(CentralError):
    """The database cannot be reached, or is held by something else for too long."""


class DatabaseDamaged(DatabaseUnavailable):
    """The database's file is damaged, or is no database."""


class SchemaOutdated(CentralError):
    """The database was written by another version of this program."""
