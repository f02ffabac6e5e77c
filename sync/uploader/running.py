"""Uploading for ever: at once while it works, with full-jitter backoff while it does not, and a clean end."""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import FrameType

from tenacity import RetryCallState, Retrying
from tenacity.wait import wait_random_exponential

from kiosk.forum.errors import ForumError
from kiosk.last_good import copy_when_due
from kiosk.retention import prune_when_due
from kiosk.store import Store, StoreError, open_store, store_is_wanted
from kiosk.store.errors import StoreDamaged
from sync.uploader.lease import LeaseHeld, leased
from sync.uploader.outcomes import LONGEST_WAIT, Temporary, UploadError
from sync.uploader.upload import NotEnrolled, Upload, open_upload

# How often an idle uploader looks into the outbox, in seconds.
_IDLE = 2.0
# How long it waits before it asks again about something that only people can mend.
_STUCK = 60.0
# How long it waits after the store could not be copied.
_COPY_AGAIN = 600.0
# Under this key the store keeps how many tries in a row failed.
_FAILURES = "failures-in-a-row"
_JITTER = wait_random_exponential(multiplier=2, max=LONGEST_WAIT)


class Stopped(BaseException):
    """A signal asked for the end in the middle of an upload; nothing between here and the loop may swallow it."""


def wait_before(attempt: int, error: Exception) -> float:
    """Return the seconds to wait after the n-th failure in a row (from 1)."""
    if isinstance(error, Temporary):
        state = RetryCallState(Retrying(), None, (), {})
        state.attempt_number = attempt
        return max(float(_JITTER(state)), error.retry_after or 0.0)
    return _IDLE if isinstance(error, NotEnrolled) else _STUCK


class Runner:
    """The uploader's loop; `stop` may be called from a signal handler of its own thread."""

    def __init__(self, store: Store, allow_http: bool, tell: Callable[[str], None]) -> None:
        self._store = store
        self._allow_http = allow_http
        self._tell = tell
        self._told = ""
        self._stopping = threading.Event()
        self._sending = False
        self._failures = 0
        self._upload: Upload | None = None
        self._copy_from = 0.0  # not before this moment of the monotonic clock

    def stop(self, _signal: int = 0, _frame: FrameType | None = None) -> None:
        """End at once. An upload may be cut off anywhere: what was not confirmed is asked for and sent again."""
        self._stopping.set()
        if self._sending:
            self._sending = False
            raise Stopped

    def run(self) -> None:
        """Upload until stopped, or until the store is to be closed and opened anew, because it is damaged."""
        # After a restart the first try is at once; should it fail, the waits go on from where they were.
        self._failures = int(self._store.line_note(_FAILURES) or 0)
        try:
            while not self._stopping.is_set() and not store_is_wanted(self._store.home):
                wait = self._try()
                self._copy()
                self._rest(_IDLE if wait is None else wait)
        except Stopped:
            pass
        finally:
            self._close()

    def _rest(self, seconds: float) -> None:
        """Wait, and look meanwhile whether the store is wanted."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and not store_is_wanted(self._store.home):
            if self._stopping.wait(min(left, _IDLE)):
                return

    def _try(self) -> float | None:
        """Upload what waits; return the seconds to wait after a failure, or None after none."""
        try:
            self._sending = True
            try:
                with leased(self._store.home, patience=0):
                    sent = self._opened().drain(lambda: not self._stopping.is_set()).sent
            finally:
                self._sending = False
            if sent:
                self._note(f"{sent} submissions were uploaded.", None)
            self._prune()
        except LeaseHeld:
            return _IDLE  # the other one is sending what waits
        except (UploadError, StoreError) as error:
            if isinstance(error, Temporary):
                self._count(self._failures + 1)
            wait = wait_before(max(self._failures, 1), error)
            self._note(str(error), wait)
            return wait
        self._count(0)
        return None

    def _prune(self) -> None:
        """Delete, once a day after closing, the words whose retention period is over."""
        try:
            pruned = prune_when_due(self._store)
        except ForumError as error:
            self._note(str(error), None)
            return
        if pruned is not None and pruned.submissions:
            self._tell(f"The words of {pruned.submissions} delivered submissions were deleted here after their period.")

    def _copy(self) -> None:
        """Keep the last good copy of the store, from which a damaged one is mended; also while the line is down."""
        if time.monotonic() >= self._copy_from and not self._stopping.is_set():
            try:
                copy_when_due(self._store)
            except StoreError as error:
                self._copy_from = time.monotonic() + _COPY_AGAIN
                self._tell(str(error))

    def _count(self, failures: int) -> None:
        """Keep how many tries in a row failed."""
        if failures != self._failures:
            self._failures = failures
            try:
                self._store.save_line_note(_FAILURES, str(failures))
            except StoreError as error:
                self._tell(str(error))

    def _opened(self) -> Upload:
        """Return the line, opened anew where this kiosk was enrolled anew."""
        if self._upload is None or self._upload.enrolment != self._store.enrolment():
            self._close()
            self._upload = open_upload(self._store, self._allow_http)
        return self._upload

    def _close(self) -> None:
        if self._upload is not None:
            self._upload.close()
            self._upload = None

    def _note(self, outcome: str, wait: float | None) -> None:
        if outcome != self._told:
            self._tell(outcome)
            self._told = outcome
        now = datetime.now(UTC)
        try:
            self._store.note_attempt(now, outcome, None if wait is None else now + timedelta(seconds=wait))
        except StoreError as error:
            self._tell(str(error))


@contextmanager
def ends_on_signals(end: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """Let SIGTERM and SIGINT call this; the handlers before it come back afterwards."""
    before = {number: signal.signal(number, end) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def run_uploader(home: Path, allow_http: bool, tell: Callable[[str], None]) -> None:
    """Upload until a signal ends it. Where the store is damaged, close it: the first to open it anew mends it."""
    ended = threading.Event()
    runner: Runner | None = None

    def end(_number: int, _frame: FrameType | None) -> None:
        ended.set()
        if runner is not None:
            runner.stop()

    with ends_on_signals(end):
        while not ended.is_set():
            try:
                with open_store(home) as store:
                    runner = Runner(store, allow_http, tell)
                    if not ended.is_set():
                        runner.run()
            except StoreDamaged:
                if not store_is_wanted(home):
                    raise
            finally:
                runner = None
            ended.wait(_IDLE)
