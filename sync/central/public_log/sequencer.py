"""The sequencer: a thread beside the server that keeps the public log up with what arrives."""

import logging
import threading
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Self

from sync.central.public_log.log import PublicLog
from sync.central.store.errors import CentralError, DatabaseUnavailable
from sync.protocol.merkle import LogDamaged

# Seconds between two looks for what has arrived.
_EVERY = 1.0
# A checkpoint is signed at least this often while the log grows; every note is kept for ever.
_LONGEST = timedelta(minutes=10)

_LOG = logging.getLogger(__name__)


class Sequencer:
    """Appends and signs until it is closed; several processes over one database take turns."""

    def __init__(self, log: PublicLog) -> None:
        self._log = log
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._work, name="sequencer", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._ending.set()
        self._thread.join()

    def _work(self) -> None:
        while not self._ending.is_set():
            try:
                self._log.keep_up(datetime.now(UTC), _LONGEST)
            except DatabaseUnavailable:
                pass  # the requests say so; what arrived is appended once the database is back
            except (CentralError, LogDamaged) as error:
                # Nothing more may be signed over what contradicts itself; taking records in goes on.
                _LOG.error("The public log stands still: %s", error)
                return
            self._ending.wait(_EVERY)
