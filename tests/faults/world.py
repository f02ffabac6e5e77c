"""One kiosk, its uploader, a faulty line and the central store: what visitors, staff and bad luck do to them."""

import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Protocol

from sqlalchemy import Connection

from kiosk.forum.errors import ForumError
from kiosk.forum.submissions import Submission, canonical_bytes
from kiosk.store import Store, StoreError, open_store
from kiosk.store.backups import restore_backup, write_backup
from kiosk.store.copies import Backup
from kiosk.store.engine import LAST_GOOD_FILE, STORE_FILE, open_connection
from kiosk.store.recovery import keep_last_good
from sync.central.ingest.enrolment import make_code
from sync.central.ingest.withdrawals import withdraw_receipt
from sync.central.store.database import Database
from sync.uploader.enrolment import enrol
from sync.uploader.outcomes import UploadError
from sync.uploader.rejoining import rejoin
from sync.uploader.upload import Upload, open_upload
from tests.faults.fault_proxy import FAULTS, Fault, FaultProxy
from tests.faults.promises import Finding, Kiosk, Promises, broken_promises
from tests.small_pack import small_pack
from tests.submissions import poll_submission


class Ministry(Protocol):
    """A central store that can be restarted, and its database."""

    @property
    def database(self) -> Database:
        """The database under it."""

    def restart(self) -> None:
        """End it and start it anew, on the same port."""


_NOON = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
_TEXTS = ("한반도 평화와 외교", "=1+1", '따옴표 " 와 \\ 줄\n바꿈', "🙂 𠮷", "ㅎㅏㄴ", "x" * 3000)
# How often a drain is tried on a line without faults before a history counts as stuck.
_TRIES = 8


@dataclass(frozen=True)
class _Saved:
    backup: Backup
    kept: list[str]
    withdrawn: set[str]


@dataclass
class World:
    """A kiosk in its world. Every action may fail in the way that it is meant to; what was promised is noted."""

    folder: Path
    central: Ministry
    proxy: FaultProxy
    random: Random
    name: str
    promises: Promises = field(default_factory=Promises)
    findings: list[Finding] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.home = self.folder / "kiosk"
        self._ahead = timedelta()
        self._kept: list[str] = []
        self._backups: list[_Saved] = []
        self._images: list[tuple[Path, list[str], set[str]]] = []
        self._upload: Upload | None = None
        self.proxy.clear()
        self.proxy.forget()
        self.open()
        self.store.install_pack(small_pack())
        code = make_code(self.central.database, self.name, datetime.now(UTC))
        enrol(self.store, self.proxy.url, code, allow_http=False)

    def open(self) -> None:
        """Open the kiosk's store; a damaged one is mended."""
        self.store = open_store(self.home)
        self.connection: Connection = self.store._connection

    def close(self) -> None:
        """Close the kiosk."""
        self.end_uploader()
        self.store.close()

    # Visitors

    def thank(self, count: int = 1) -> None:
        """Visitors finish; each is thanked once `keep` returns."""
        for _ in range(count):
            submission = self._submission()
            try:
                self.store.keep(submission)
            except StoreError as error:
                self.promises.refused.add(submission.receipt_id)
                self.said.append(str(error))
            else:
                self._promise(submission)

    def import_many(self, count: int) -> None:
        """Staff record a pile of cards in one transaction."""
        submissions = [self._submission() for _ in range(count)]
        self.store.keep_all(submissions)
        for each in submissions:
            self._promise(each)

    def withdraw(self, newest: bool = False) -> None:
        """A visitor withdraws at the kiosk: any, or the one who came last."""
        if self._kept:
            receipt_id = self._kept[-1] if newest else self.random.choice(self._kept)
            if not self.store.withdraw(receipt_id, self._now()):
                self.findings.append(Finding("lost", f"{receipt_id} cannot be withdrawn: the store does not hold it"))
            self.promises.withdrawn.add(receipt_id)

    def withdraw_at_ministry(self) -> None:
        """A visitor withdraws by the link of the receipt, whether the record has arrived or not."""
        if self._kept:
            receipt_id = self.random.choice(self._kept)
            withdraw_receipt(self.central.database, self.store.device_id, receipt_id, self._now())
            self.promises.withdrawn.add(receipt_id)

    # Bad luck

    def jump_clock(self) -> None:
        """The kiosk's clock jumps by up to ten years."""
        self._ahead = timedelta(days=self.random.uniform(-3650, 3650))

    def fill_disk(self) -> None:
        """The disk is full for a while: what cannot be kept is not thanked for, and nothing kept is touched."""
        pages = self.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        self.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        self.thank(self.random.randint(1, 8))
        self.upload(self.random.choice(FAULTS))
        self.connection.exec_driver_sql("PRAGMA max_page_count = 4294967294")

    def copy(self) -> None:
        """The uploader keeps the last good copy of the store."""
        keep_last_good(self.store)

    def damage(self) -> None:
        """The start of the store's file is lost, so that nothing opens it; each page behind it can still be read."""
        if not (self.home / LAST_GOOD_FILE).exists():
            self.copy()
            self.thank(self.random.randint(0, 3))
        before = len(self.store.recoveries())
        self.close()
        self.spoil()
        self.open()
        if len(self.store.recoveries()) != before + 1:
            self.findings.append(Finding("wrong", "the store was damaged, and nobody noticed"))

    def spoil(self) -> None:
        """Overwrite the first page of a closed store, to be mended at its next start."""
        with (self.home / STORE_FILE).open("r+b") as file:
            file.write(self.random.randbytes(4096))
        self.promises.restored = True

    def restart_server(self) -> None:
        """The central store is ended and started anew."""
        self.central.restart()

    def restart_kiosk(self) -> None:
        """Kiosk and uploader are started anew."""
        self.close()
        self.open()

    def end_uploader(self) -> None:
        """The uploader is started anew."""
        if self._upload is not None:
            self._upload.close()
            self._upload = None

    # The line

    def upload(self, *faults: Fault, batches: int | None = None) -> None:
        """Upload while these faults happen, one for each request; end early after so many looks at the outbox."""
        self.proxy.planned = list(faults)
        looks = [batches if batches is not None else -1]

        def go_on() -> bool:
            looks[0] -= 1
            return looks[0] != -1

        self._drain(go_on if batches is not None else lambda: True)
        self.proxy.planned = []

    def upload_in_bad_weather(self) -> None:
        """Upload over a line on which half of all requests fail."""
        self.proxy.likely = {fault: 1.0 for fault in FAULTS} | {"none": float(len(FAULTS))}
        self._drain(lambda: True)
        self.proxy.likely = {"none": 1.0}

    def _drain(self, go_on: Callable[[], bool]) -> None:
        try:
            self._upload = self._upload or open_upload(self.store, allow_http=False)
            self._upload.drain(go_on)
        except (UploadError, StoreError) as error:
            self.said.append(str(error))
            if self.random.random() < 0.3:
                self.end_uploader()

    def race(self) -> None:
        """Two uploaders send the same outbox at once."""
        other = threading.Thread(target=self._other_uploader)
        other.start()
        self._drain(lambda: True)
        other.join(60)

    def _other_uploader(self) -> None:
        with suppress(UploadError, StoreError), Store(self.home, open_connection(self.home)) as store:
            upload = open_upload(store, allow_http=False)
            try:
                upload.drain()
            finally:
                upload.close()

    # Staff

    def back_up(self) -> None:
        """Staff write a backup."""
        folder = self.folder / f"backup-{len(self._backups)}"
        backup = write_backup(self.store, folder, self._now())
        self._backups.append(_Saved(backup, list(self._kept), set(self.promises.withdrawn)))

    def restore(self) -> None:
        """Staff restore a backup; what it does not hold must be counted, not passed over in silence."""
        if not self._backups:
            return
        saved = self.random.choice(self._backups)
        self.close()
        done = restore_backup(saved.backup.path, self.home, replace=True)
        beyond = [receipt_id for receipt_id in self._kept if receipt_id not in set(saved.kept)]
        if done.beyond != len(beyond):
            self.findings.append(Finding("gap", f"{len(beyond)} records are not in the backup, said: {done.beyond}"))
        self.promises.set_aside.update(beyond)
        self.promises.restored = True
        self._kept = list(saved.kept)
        self.open()

    def image(self) -> None:
        """Somebody copies the disk, or takes a snapshot of the machine."""
        folder = self.folder / f"image-{len(self._images)}"
        self.close()
        shutil.copytree(self.home, folder)
        self._images.append((folder, list(self._kept), set(self.promises.withdrawn)))
        self.open()

    def set_back(self) -> bool:
        """The disk is set back to the last image, if there is one; what came after may be at the ministry."""
        if not self._images:
            return False
        folder, kept, withdrawn = self._images.pop()
        self.close()
        shutil.rmtree(self.home)
        folder.rename(self.home)
        # Nothing here knows any more what was withdrawn since, unless the ministry was told.
        self.promises.set_aside.update(set(self._kept) - set(kept), self.promises.withdrawn - withdrawn)
        self.promises.withdrawn &= withdrawn
        self.promises.restored = True
        self._kept = list(kept)
        self.open()
        return True

    def rejoin(self) -> int | None:
        """Staff find back to the ministry; returns how many records moved to a new epoch, None where nothing stood."""
        self.end_uploader()
        return rejoin(self.store, allow_http=False)[0]

    def rejoin_somehow(self) -> None:
        """Staff try it, whether there is need or not, and whatever the line is like."""
        try:
            self.rejoin()
        except (UploadError, StoreError) as error:
            self.said.append(str(error))

    # The end

    def settle(self) -> list[Finding]:
        """Let the line heal, wait until nothing waits, and return every broken promise."""
        self.proxy.clear()
        trouble: str | None = "the outbox was never empty"
        for _ in range(_TRIES):
            self.end_uploader()
            try:
                self._upload = open_upload(self.store, allow_http=False)
                self._upload.drain()
                trouble = None
            except ForumError as error:
                trouble = str(error)
                if "forum-sync rejoin" in trouble:
                    with suppress(ForumError):
                        self.rejoin()
                continue
            if not self.store.pending() and not self.store.withdrawals_to_send():
                break
        # Once more, so that the ministry erases what arrived after it was withdrawn there.
        if trouble is None:
            self.end_uploader()
            self.upload()
        found = list(self.findings)
        if trouble is not None or self.store.pending():
            found.append(Finding("wrong", f"stuck with {self.store.pending()} records waiting: {trouble}"))
        kiosk = Kiosk(self.store, self.connection, self.name)
        found += broken_promises(kiosk, self.central.database, self.promises)
        return found

    def remove(self) -> None:
        """Close the kiosk and remove its files."""
        self.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _submission(self) -> Submission:
        answers = {"first": self.random.choice(("security", "economy", "culture"))}
        if answers["first"] == "security" and self.random.random() < 0.5:
            answers["why"] = self.random.choice(_TEXTS)
        return poll_submission(answers, recorded_at=self._now(), language=self.random.choice(("ko", "en")))

    def _promise(self, submission: Submission) -> None:
        self.promise(submission.receipt_id, canonical_bytes(submission))

    def promise(self, receipt_id: str, payload: bytes) -> None:
        """Note that a visitor was thanked."""
        self.promises.thanked[receipt_id] = payload
        self._kept.append(receipt_id)

    def _now(self) -> datetime:
        return _NOON + self._ahead + timedelta(seconds=len(self.promises.thanked))
