"""The store, off the touchscreen's thread: a worker opens it, owns it and answers by signals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

# The store and the forum's language take half a second to import; the worker's thread does it after the first frame.
if TYPE_CHECKING:
    from kiosk.forum.packs import Pack
    from kiosk.forum.submissions import Submission
    from kiosk.forum.tallies import TallyLine
    from kiosk.store import Store


@dataclass(frozen=True, slots=True)
class Opening:
    """What the store holds when visitors come: the packs, and how many took part today."""

    packs: tuple[Pack, ...]
    participants: int


@dataclass(frozen=True, slots=True)
class KeptReceipt:
    """A submission that is on disk: its public id, the number to read, and the QR's link where enrolled."""

    receipt_id: str
    number: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Counted:
    """The results of one activity so far."""

    activity_id: str
    lines: tuple[TallyLine, ...]


class _Worker(QObject):
    """Lives in the worker's thread; nothing else touches the store."""

    opened = Signal(object)
    could_not_open = Signal(str)
    kept = Signal(object)
    not_kept = Signal(str, str)
    counted = Signal(object)

    def __init__(self, home: Path) -> None:
        super().__init__()
        self._home = home
        self._store: Store | None = None

    @Slot()
    def open(self) -> None:
        """Open the store, or look again at what it holds."""
        from kiosk.forum.errors import ForumError
        from kiosk.forum.seoul import seoul_day
        from kiosk.store import open_store

        try:
            if self._store is None:
                self._store = open_store(self._home)
            today = seoul_day(datetime.now(UTC))
            self.opened.emit(Opening(tuple(self._store.packs()), self._store.participants(today)))
        except (ForumError, OSError) as error:
            self.could_not_open.emit(str(error))

    @Slot(object)
    def keep(self, submission: Submission) -> None:
        """Keep a submission; `kept` is emitted only after the store has committed."""
        from kiosk.forum.errors import ForumError

        try:
            if self._store is None:
                raise ForumError("The store is not open, so nothing was saved.")
            self._store.keep(submission)
        except (ForumError, OSError) as error:
            self.not_kept.emit(submission.receipt_id, str(error))
            return
        self.kept.emit(self._receipt(self._store, submission))

    @Slot(str)
    def count(self, activity_id: str) -> None:
        """Count the results of one activity."""
        from kiosk.forum.errors import ForumError

        if self._store is None:
            return
        try:
            self.counted.emit(Counted(activity_id, tuple(self._store.results(activity_id))))
        except (ForumError, OSError):
            self.counted.emit(Counted(activity_id, ()))

    @Slot()
    def close(self) -> None:
        """Close the store and end the thread."""
        if self._store is not None:
            self._store.close()
            self._store = None
        self.thread().quit()

    @staticmethod
    def _receipt(store: Store, submission: Submission) -> KeptReceipt:
        from kiosk.forum.errors import ForumError
        from kiosk.forum.receipts import receipt_number, receipt_token, receipt_url

        number, link = receipt_number(submission.receipt_id), None
        try:
            enrolment = store.enrolment()
        except ForumError:
            enrolment = None  # the submission is kept: a receipt without its link is still a receipt
        if enrolment is not None:
            from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

            key = Ed25519PrivateKey.from_private_bytes(enrolment.device_key)
            token = receipt_token(key, store.device_id, submission.receipt_id, submission.language)
            link = receipt_url(enrolment.public_url, token)
        return KeptReceipt(submission.receipt_id, number, link)


class Recorder(QObject):
    """The touchscreen's side of the store: ask, and hear back by signal; never waits."""

    opened = Signal(object)
    could_not_open = Signal(str)
    kept = Signal(object)
    not_kept = Signal(str, str)
    counted = Signal(object)

    _open_asked = Signal()
    _keep_asked = Signal(object)
    _count_asked = Signal(str)
    _close_asked = Signal()

    def __init__(self, home: Path) -> None:
        super().__init__()
        self._thread = QThread()
        self._thread.setObjectName("store")
        self._worker = _Worker(home)
        self._worker.moveToThread(self._thread)
        queued = Qt.ConnectionType.QueuedConnection
        self._open_asked.connect(self._worker.open, queued)
        self._keep_asked.connect(self._worker.keep, queued)
        self._count_asked.connect(self._worker.count, queued)
        self._close_asked.connect(self._worker.close, queued)
        self._worker.opened.connect(self.opened, queued)
        self._worker.could_not_open.connect(self.could_not_open, queued)
        self._worker.kept.connect(self.kept, queued)
        self._worker.not_kept.connect(self.not_kept, queued)
        self._worker.counted.connect(self.counted, queued)

    def open(self) -> None:
        """Open the store, or look again for new packs and today's count."""
        if not self._thread.isRunning():
            self._thread.start()
        self._open_asked.emit()

    def keep(self, submission: Submission) -> None:
        """Keep a submission; `kept` or `not_kept` follows."""
        self._keep_asked.emit(submission)

    def count(self, activity_id: str) -> None:
        """Count an activity's results; `counted` follows."""
        self._count_asked.emit(activity_id)

    def close(self) -> None:
        """Let the worker finish what it was asked, close the store and end."""
        if self._thread.isRunning():
            self._close_asked.emit()
            self._thread.wait()
