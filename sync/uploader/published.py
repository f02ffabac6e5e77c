"""Taking down what the ministry publishes of its results, for the kiosk to show."""

import time
from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk.store import Store
from sync.protocol.published import ResultsRejected, read_results
from sync.uploader.client import Line

# Under this key the store notes what was wrong with the results that came last.
RESULTS_PROBLEM = "results problem"
_TAG = "results tag"
# The ministry publishes once a day; how often a kiosk asks, in seconds.
_EVERY = 900.0


class Results:
    """One store's published results."""

    def __init__(self, store: Store, server_key: Ed25519PublicKey, line: Line) -> None:
        self._store, self._server_key, self._line = store, server_key, line
        self._asked: float | None = None

    def follow(self) -> None:
        """Ask once in a while; raises UploadError."""
        now = time.monotonic()
        if self._asked is None or now - self._asked >= _EVERY:
            self._asked = now
            self.take()

    def take(self) -> bool:
        """Keep what the ministry publishes and signed; tell whether anything is new.

        What is not signed, or older than what is here, leaves that as it is; a wrong signature is noted for the status.
        """
        answer = self._line.results(self._store.line_note(_TAG))
        if answer is None:
            return False
        signed, tag = answer
        try:
            results = read_results(self._server_key, signed)
        except ResultsRejected as error:
            self._note(str(error))
            return False
        self._note("")
        as_of, known = date.fromisoformat(results.as_of), self._store.ministry.as_of()
        if known is not None and as_of < known:
            return False
        self._store.ministry.keep(as_of, [each.read() for each in results.activities])
        self._store.save_line_note(_TAG, tag or "")
        return True

    def _note(self, problem: str) -> None:
        if problem != (self._store.line_note(RESULTS_PROBLEM) or ""):
            self._store.save_line_note(RESULTS_PROBLEM, problem)
