"""One part of an open store, over the connection that all of its parts share."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import Connection


class StorePart:
    """`writing` gives a transaction, `reading` turns the database's errors into the store's."""

    def __init__(
        self,
        connection: Connection,
        reading: Callable[[], AbstractContextManager[None]],
        writing: Callable[[], AbstractContextManager[Connection]],
    ) -> None:
        self._connection, self._reading, self._writing = connection, reading, writing
