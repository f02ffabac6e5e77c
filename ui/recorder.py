"""The store, off the touchscreen's thread: a worker opens it, owns it and answers by signals."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

# The store and the forum's language take half a second to import; the worker's thread does it after the first frame.
if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from kiosk.forum.ministry_results import MinistryResults
    from kiosk.forum.packs import Pack
    from kiosk.forum.staffing import Closure
    from kiosk.forum.submissions import Submission
    from kiosk.forum.tallies import TallyLine
    from kiosk.forum.visit_ends import VisitEnds
    from kiosk.forum.visits import Visit
    from kiosk.store import Enrolment, Store


@dataclass(frozen=True, slots=True)
class Opening:
    """What the store holds when visitors come: the packs, and how many took part today."""

    packs: tuple[Pack, ...]
    participants: int
    sealing_key: bytes | None = None
    can_hand_off: bool = False
    closure: Closure | None = None
    closed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class KeptReceipt:
    """A submission that is on disk: its public id, the number to read, and the QR's link where enrolled."""

    receipt_id: str
    number: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Counted:
    """The results of one activity so far, here and, where it publishes them, at the ministry."""

    activity_id: str
    lines: tuple[TallyLine, ...]
    ministry: MinistryResults | None = None


@dataclass(frozen=True, slots=True)
class Handed:
    """The link that goes on with a visit on the phone; None where it would not fit a code that phones can read."""

    link: str | None


class _Worker(QObject):
    """Lives in the worker's thread; nothing else touches the store."""

    opened = Signal(object)
    could_not_open = Signal(str)
    kept = Signal(object)
    not_kept = Signal(str, str)
    counted = Signal(object)
    handed = Signal(object)
    withdrawn = Signal(str)
    not_withdrawn = Signal(str, str)

    def __init__(self, home: Path) -> None:
        super().__init__()
        self._home = home
        self._store: Store | None = None

    @Slot()
    def open(self) -> None:
        """Open the store, or look again at what it holds."""
        from kiosk.forum.errors import ForumError
        from kiosk.forum.seoul import seoul_day
        from kiosk.store import open_store, store_is_wanted
        from kiosk.store.ballast import make_ready

        try:
            if store_is_wanted(self._home):
                self._close_store()
            if self._store is None:
                self._store = open_store(self._home)
            make_ready(self._home)
            today = seoul_day(datetime.now(UTC))
            enrolment = self._store.enrolment()
            self.opened.emit(
                Opening(
                    tuple(self._store.packs()),
                    self._store.participants(today),
                    sealing_key=None if enrolment is None else enrolment.sealing_key,
                    can_hand_off=enrolment is not None and enrolment.handoff_key is not None,
                    closure=self._store.staff.closure(),
                    closed=self._store.content.closed(),
                )
            )
        except (ForumError, OSError) as error:
            self.could_not_open.emit(str(error))

    @Slot(object, str)
    def keep(self, submission: Submission, entered_by: str) -> None:
        """Keep a submission; `kept` is emitted only after the store has committed."""
        from kiosk.forum.errors import ForumError

        try:
            store = self._keep(submission, entered_by)
        except (ForumError, OSError) as error:
            self.not_kept.emit(submission.receipt_id, str(error))
            return
        receipt = self._receipt(store, submission)
        _draw_code(receipt.link)
        self.kept.emit(receipt)

    def _keep(self, submission: Submission, entered_by: str) -> Store:
        """Keep a submission; a store that is found damaged is closed, and opened anew once: that mends it."""
        from kiosk.store import open_store
        from kiosk.store.errors import StoreDamaged

        self._store = self._store or open_store(self._home)
        try:
            self._store.keep(submission, entered_by)
        except StoreDamaged:
            self._close_store()
            self._store = open_store(self._home)
            self._store.keep(submission, entered_by)
        return self._store

    def _close_store(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    @Slot(str)
    def count(self, activity_id: str) -> None:
        """Count the results of one activity."""
        from kiosk.forum.errors import ForumError

        if self._store is None:
            return
        try:
            lines, ministry = self._store.results(activity_id), self._store.ministry.results(activity_id)
            self.counted.emit(Counted(activity_id, tuple(lines), ministry))
        except (ForumError, OSError):
            self.counted.emit(Counted(activity_id, ()))

    @Slot(object, object)
    def hand_off(self, visit: Visit, about: Mapping[str, str]) -> None:
        """Pack an unfinished visit for the phone."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        from kiosk.forum.errors import ForumError
        from kiosk.forum.handoff import handoff_of, handoff_url

        try:
            enrolment = None if self._store is None else self._store.enrolment()
            if self._store is None or enrolment is None or enrolment.handoff_key is None:
                raise ForumError("The kiosk is not enrolled, so a visit cannot go to a phone.")
            key = Ed25519PrivateKey.from_private_bytes(enrolment.device_key)
            handoff = handoff_of(visit, about)
            link = handoff_url(enrolment.public_url, handoff, self._store.device_id, key, enrolment.handoff_key)
        except ForumError:
            self.handed.emit(Handed(None))  # the visitor is told to finish here
            return
        _draw_code(link)
        self.handed.emit(Handed(link))

    @Slot(str)
    def withdraw(self, receipt_id: str) -> None:
        """Erase what was just submitted; `withdrawn` is emitted only after the store has committed."""
        from kiosk.forum.errors import ForumError

        try:
            if self._store is None or not self._store.withdraw(receipt_id, datetime.now(UTC)):
                raise ForumError("The store does not hold this submission; nothing was changed.")
        except (ForumError, OSError) as error:
            self.not_withdrawn.emit(receipt_id, str(error))
            return
        self.withdrawn.emit(receipt_id)

    @Slot(str)
    def call_staff(self, screen: str) -> None:
        """Note that a visitor calls; also while the store is shut."""
        from kiosk.staff_calls import note_staff_call

        try:
            note_staff_call(self._home, datetime.now(UTC), screen)
        except OSError as error:
            sys.stderr.write(f"A visitor's call could not be noted ({error}); go and look.\n")

    @Slot(object, object)
    def note_visit_end(self, day: date, end: VisitEnds) -> None:
        """Count a visit that ended without a submission."""
        from kiosk.forum.errors import ForumError

        try:
            if self._store is not None:
                self._store.visit_ends.add(day, end)
        except (ForumError, OSError) as error:
            sys.stderr.write(f"A visit that was given up could not be counted ({error}); the kiosk goes on.\n")

    @Slot()
    def close(self) -> None:
        """Close the store and end the thread."""
        self._close_store()
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
            link = _carrying_link(store, enrolment, key, submission.receipt_id)
            if link is None:
                token = receipt_token(key, store.device_id, submission.receipt_id, submission.language)
                link = receipt_url(enrolment.public_url, token)
        return KeptReceipt(submission.receipt_id, number, link)


def _draw_code(link: str | None) -> None:
    """Work a link's code out here, so that the touchscreen's own thread finds it done."""
    from ui.qr_picture import modules

    if link is not None:
        modules(link)


def _carrying_link(store: Store, enrolment: Enrolment, device_key: Ed25519PrivateKey, receipt_id: str) -> str | None:
    """Return the receipt's link with the submission sealed into it; None where it does not fit a readable code."""
    from kiosk.forum.carrying import carrying_url
    from kiosk.forum.errors import ForumError

    try:
        record = store.kept_record(receipt_id)
    except ForumError:
        return None
    if record is None or enrolment.handoff_key is None:
        return None
    return carrying_url(enrolment.public_url, record, store.device_id, device_key, enrolment.handoff_key)


class Recorder(QObject):
    """The touchscreen's side of the store: ask, and hear back by signal; never waits."""

    opened = Signal(object)
    could_not_open = Signal(str)
    kept = Signal(object)
    not_kept = Signal(str, str)
    counted = Signal(object)
    handed = Signal(object)
    withdrawn = Signal(str)
    not_withdrawn = Signal(str, str)

    _open_asked = Signal()
    _hand_off_asked = Signal(object, object)
    _withdraw_asked = Signal(str)
    _staff_asked = Signal(str)
    _visit_ended = Signal(object, object)
    _keep_asked = Signal(object, str)
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
        self._hand_off_asked.connect(self._worker.hand_off, queued)
        self._withdraw_asked.connect(self._worker.withdraw, queued)
        self._staff_asked.connect(self._worker.call_staff, queued)
        self._visit_ended.connect(self._worker.note_visit_end, queued)
        self._close_asked.connect(self._worker.close, queued)
        self._worker.opened.connect(self.opened, queued)
        self._worker.could_not_open.connect(self.could_not_open, queued)
        self._worker.kept.connect(self.kept, queued)
        self._worker.not_kept.connect(self.not_kept, queued)
        self._worker.counted.connect(self.counted, queued)
        self._worker.handed.connect(self.handed, queued)
        self._worker.withdrawn.connect(self.withdrawn, queued)
        self._worker.not_withdrawn.connect(self.not_withdrawn, queued)

    def open(self) -> None:
        """Open the store, or look again for new packs and today's count."""
        if not self._thread.isRunning():
            self._thread.start()
        self._open_asked.emit()

    def keep(self, submission: Submission, entered_by: str = "") -> None:
        """Keep a submission, of a paper card with who entered it; `kept` or `not_kept` follows."""
        self._keep_asked.emit(submission, entered_by)

    def count(self, activity_id: str) -> None:
        """Count an activity's results; `counted` follows."""
        self._count_asked.emit(activity_id)

    def hand_off(self, visit: Visit, about: Mapping[str, str]) -> None:
        """Pack an unfinished visit for the phone; `handed` follows."""
        self._hand_off_asked.emit(visit, dict(about))

    def withdraw(self, receipt_id: str) -> None:
        """Erase what was just submitted; `withdrawn` or `not_withdrawn` follows."""
        self._withdraw_asked.emit(receipt_id)

    def call_staff(self, screen: str) -> None:
        """Note that a visitor calls for staff."""
        self._staff_asked.emit(screen)

    def note_visit_end(self, day: date, end: VisitEnds) -> None:
        """Count a visit that ended without a submission."""
        self._visit_ended.emit(day, end)

    def close(self) -> None:
        """Let the worker finish what it was asked, close the store and end."""
        if self._thread.isRunning():
            self._close_asked.emit()
            self._thread.wait()
