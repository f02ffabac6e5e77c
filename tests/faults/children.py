"""What runs in the processes that are killed: visitors at the store, visitors at the recorder, uploader and server."""

import json
import logging
import os
import uuid
from contextlib import redirect_stdout
from datetime import UTC, datetime
from multiprocessing.synchronize import Event
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kiosk.forum.chain import ChainedRecord, commitment, first_link, new_salt
from kiosk.forum.submissions import Submission, canonical_bytes
from kiosk.store import open_store
from kiosk.store.recovery import keep_last_good
from sync.central.central import opened_central
from sync.central.ingest.accept import accept
from sync.central.settings import Settings
from sync.central.store import devices
from sync.central.web import app
from sync.central.web.serving import listening, serve
from sync.protocol.batches import Batch
from sync.uploader import cli as uploader_cli
from tests.faults.killing import write_lines
from tests.submissions import poll_submission
from ui.recorder import KeptReceipt, Opening, Recorder


def _line(word: str, submission: Submission) -> bytes:
    return json.dumps([word, submission.receipt_id, canonical_bytes(submission).decode()]).encode()


def read_book(path: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return (thanked, begun) of a book that visits were written to: bytes by receipt id."""
    words: dict[str, dict[str, bytes]] = {"thanked": {}, "begun": {}}
    if path.exists():
        for line in path.read_bytes().splitlines():
            word, receipt_id, payload = json.loads(line)
            words[word][receipt_id] = payload.encode()
    return words["thanked"], words["begun"]


def visit_store(home: Path, book: Path, count: int) -> None:
    """Keep submissions in the store, and write each thanks to the book as the screen would show it."""
    with open_store(home) as store:
        for number in range(count):
            submission = poll_submission({"first": "security", "why": f"한반도 {number}"})
            write_lines(book, _line("begun", submission))
            store.keep(submission)
            write_lines(book, _line("thanked", submission))


def visit_store_twice(home: Path, book: Path) -> None:
    """A kiosk from its first start: visitors, the end of the day (the log goes into the file), a copy, and visitors."""
    visit_store(home, book, 8)
    copy_store(home)
    visit_store(home, book, 8)


def take_batches(home: Path, book: Path) -> None:
    """An embedded central store from its first start takes batches; a batch is acknowledged once it is accepted."""
    now = datetime.now(UTC)
    device_id = str(uuid.uuid4())
    with opened_central(Settings(home=home, database_url=None)) as central:
        with central.database.writing() as connection:
            devices.enrol(connection, device_id, "kiosk", os.urandom(32), now)
            found = devices.find_device(connection, device_id)
            assert found is not None
        chain, seq = first_link(device_id, 1), 1
        for _ in range(8):
            visits = [poll_submission() for _ in range(3)]
            records: list[ChainedRecord] = []
            for each in visits:
                salt, payload = new_salt(), canonical_bytes(each)
                records.append(ChainedRecord(1, seq + len(records), salt, payload, commitment(salt, payload)))
            batch = Batch(device_id, 1, seq, chain, records)
            accept(central.database, central.shelf, batch, now)
            write_lines(book, *(_line("thanked", each) for each in visits))
            chain, seq = batch.chain_after(), batch.last_seq + 1


def visit_recorder(home: Path, book: Path, count: int) -> None:
    """The same through the touchscreen's recorder and its thread."""
    loop = QCoreApplication.instance() or QCoreApplication([])
    recorder = Recorder(home)
    waiting = [poll_submission({"first": "economy"}) for _ in range(count)]

    def next_visit() -> None:
        if not waiting:
            loop.quit()
            return
        write_lines(book, _line("begun", waiting[0]))
        recorder.keep(waiting[0])

    def thanks(_kept: KeptReceipt) -> None:
        write_lines(book, _line("thanked", waiting.pop(0)))
        next_visit()

    def begin(_opening: Opening) -> None:
        next_visit()

    def fail(*words: str) -> None:
        loop.exit(3)

    recorder.opened.connect(begin)
    recorder.kept.connect(thanks)
    recorder.could_not_open.connect(fail)
    recorder.not_kept.connect(fail)
    recorder.open()
    code = loop.exec()
    recorder.close()
    if code:
        raise SystemExit(code)


def copy_store(home: Path) -> None:
    """Keep the last good copy of the store."""
    with open_store(home) as store:
        keep_last_good(store)


def mend_store(home: Path) -> None:
    """Open a damaged store, which mends it; what it says goes nowhere."""
    logging.disable()
    open_store(home).close()


def upload_once(home: Path) -> None:
    """Run forum-sync once; what it says goes nowhere."""
    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere):
        uploader_cli.app(["once", "--home", str(home)], standalone_mode=False)


def serve_central(home: Path, database_url: str | None, port: int, ready: Event) -> None:
    """Serve as forum-central does, on one thread; `ready` is set once it listens."""
    app._WORKING = 1  # so that this thread crosses the same boundaries in each run
    settings = Settings(home=home, database_url=database_url)
    with opened_central(settings) as central, listening("127.0.0.1", port) as listener:
        serve(app.create_app(central), listener, ready.set)
