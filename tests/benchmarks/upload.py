"""How fast records go into PostgreSQL over the line, beside COPY and INSERT of the same rows into the same table.

Every batch is signed and chained, and durable when it is answered (fsync on). The kiosks of the first figure have their
requests ready, so that the server is what is measured; upload and COPY take turns, and the middle of each is told, for
a machine is not equally fast from one minute to the next. In the second a real kiosk's uploader reads its encrypted
store, sends, and takes what the signed receipts cover out of its outbox.
"""

import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.forum.chain import ChainedRecord, commitment, first_link, new_salt
from kiosk.forum.submissions import canonical_bytes, new_receipt_id
from kiosk.store import Store, open_store
from sync.central.central import opened_database
from sync.central.ingest.enrolment import make_code
from sync.central.settings import Settings
from sync.protocol.batches import MOST_RECORDS, Batch, encode_batch
from sync.protocol.encoding import from_text
from sync.protocol.messages import BatchAnswer
from sync.protocol.receipts import read_receipt
from sync.uploader.client import Line
from sync.uploader.enrolment import enrol
from sync.uploader.upload import open_upload
from tests.benchmarks.figures import Figure
from tests.faults.crowd import Client, batch_request, let_talk
from tests.postgres import running_postgres
from tests.small_pack import small_pack
from tests.submissions import poll_submission
from tests.sync.server import CentralProcess, serving

_RECORDS = 30_000
_KIOSKS = 8
_BATCHES = 6  # of each of those kiosks, in each round
_ROUNDS = 5
_CONNECTIONS = 16
_SINGLES = 100  # of each connection
_COPY = "COPY of the same rows into the same table, one transaction"
_INSERT = f"INSERT and COMMIT of such rows one by one, {_CONNECTIONS} connections"
_CANONICAL = "the records' canonical bytes"
_COPY_OUT = "COPY (SELECT * FROM record ORDER BY entry OFFSET (SELECT count(*) FROM copied)) TO STDOUT (FORMAT BINARY)"
_COPY_IN = "COPY copied FROM STDIN (FORMAT BINARY)"


@dataclass(frozen=True)
class _Kiosk:
    """An enrolled kiosk with its requests ready to be sent."""

    device_id: str
    server_key: Ed25519PublicKey
    requests: list[bytes]
    last_seq: int
    canonical_bytes: int

    def send(self) -> Client:
        """Send one request after the other, and again where the server was busy; the last answer covers all of them.

        Raises RuntimeError.
        """
        answer = None
        for request in self.requests:
            answer = yield request
            while answer is not None and answer.status == 503:
                yield answer.retry_after
                answer = yield request
            if answer is None or answer.status != 200:
                raise RuntimeError(f"a batch was not taken: {answer}")
        assert answer is not None
        receipt = read_receipt(self.server_key, BatchAnswer.model_validate_json(answer.body), self.device_id, 1)
        if receipt.through_seq != self.last_seq:
            raise RuntimeError(f"{receipt.through_seq} of {self.last_seq} records were taken")


def figures() -> list[Figure]:
    """Measure with fsync on, as in production; the floors are taken from the very rows that the upload wrote."""
    with tempfile.TemporaryDirectory() as folder, running_postgres(durable=True) as postgres:
        address = postgres.fresh_database()
        with serving(Path(folder) / "central", address) as central:
            rounds = [_round(central, address, number) for number in range(_ROUNDS)]
            batched, copied = (median(each[figure] for each in rounds) for figure in (0, 1))
            wire, canonical = rounds[0][2:]
            with open_store(Path(folder) / "kiosk") as store:
                one_kiosk = _through_the_uploader(central, store)
            alone = [_kiosk(central, f"single-{number}", _SINGLES, 1) for number in range(_CONNECTIONS)]
            singles = _CONNECTIONS * _SINGLES / _seconds(central, alone)
        inserted = _insert_rate(address)
    return [
        Figure("upload into PostgreSQL, batched, 8 kiosks at once", batched, "records/s", copied, _COPY),
        Figure(
            "upload into PostgreSQL, batched, one kiosk's outbox by forum-sync", one_kiosk, "records/s", copied, _COPY
        ),
        Figure("upload into PostgreSQL, one record a request, 16 connections", singles, "records/s", inserted, _INSERT),
        Figure("upload in batches, bytes on the wire", wire, "bytes", canonical, _CANONICAL),
    ]


def _round(central: CentralProcess, address: str, number: int) -> tuple[float, float, int, int]:
    """Return the rates of an upload and of COPY of its rows, and the upload's bytes on the wire and canonical bytes."""
    kiosks = [_kiosk(central, f"batches-{number}-{each}", _BATCHES, MOST_RECORDS) for each in range(_KIOSKS)]
    records = _KIOSKS * _BATCHES * MOST_RECORDS
    rate = records / _seconds(central, kiosks)
    wire = sum(len(request) for each in kiosks for request in each.requests)
    return rate, _copy_rate(address, records), wire, sum(each.canonical_bytes for each in kiosks)


def _seconds(central: CentralProcess, kiosks: list[_Kiosk]) -> float:
    before = time.perf_counter()
    let_talk(central.url, [each.send() for each in kiosks])
    return time.perf_counter() - before


def _through_the_uploader(central: CentralProcess, store: Store) -> float:
    enrol(store, central.url, code_for(central, "lobby"), allow_http=False)
    store.install_pack(small_pack())
    for start in range(0, _RECORDS, 5000):
        store.keep_all([poll_submission(_answers(number)) for number in range(start, start + 5000)])
    upload = open_upload(store, allow_http=False)
    before = time.perf_counter()
    sent = upload.drain().sent
    spent = time.perf_counter() - before
    upload.close()
    if sent != _RECORDS:
        raise RuntimeError(f"{sent} of {_RECORDS} records were uploaded")
    return sent / spent


def _kiosk(central: CentralProcess, name: str, batches: int, records: int) -> _Kiosk:
    device_id, key = new_receipt_id(), Ed25519PrivateKey.generate()
    pack = small_pack()
    with Line(central.url, device_id, key) as line:
        server_key = Ed25519PublicKey.from_public_bytes(from_text(line.enrol(code_for(central, name)).server_key, 32))
        line.send_pack(pack.id, pack.version, pack.canonical())
    made = list(_batches(device_id, batches, records))
    return _Kiosk(
        device_id,
        server_key,
        [batch_request(device_id, key, encode_batch(batch)) for batch in made],
        batches * records,
        sum(len(record.payload or b"") for batch in made for record in batch.records),
    )


def _batches(device_id: str, batches: int, records: int) -> Iterator[Batch]:
    chain = first_link(device_id, 1)
    for first in range(1, batches * records + 1, records):
        made = []
        for seq in range(first, first + records):
            salt, payload = new_salt(), canonical_bytes(poll_submission(_answers(seq)))
            made.append(ChainedRecord(1, seq, salt, payload, commitment(salt, payload)))
        batch = Batch(device_id, 1, first, chain, made)
        yield batch
        chain = batch.chain_after()


def _answers(number: int) -> dict[str, str]:
    words = "한반도 평화와 외교에 대해 더 많은 사람이 이야기할 수 있으면 좋겠습니다."
    return {"first": "security", "why": f"{words} {number}"}


def code_for(central: CentralProcess, name: str) -> str:
    settings = Settings(
        home=Path(central.environment["FORUM_CENTRAL_HOME"]), database_url=central.environment["FORUM_DATABASE_URL"]
    )
    with opened_database(settings) as database:
        return make_code(database, name, datetime.now(UTC))


def _copy_rate(address: str, count: int) -> float:
    """Copy out the rows that are not copied yet, then time copying them into a table with the same constraints.

    It grows as the real one does, so that its indexes are as deep.
    """
    with psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS copied (LIKE record INCLUDING ALL)")
        connection.commit()
        with connection.cursor() as cursor:
            with cursor.copy(_COPY_OUT) as copy:
                rows = [bytes(part) for part in copy]
            before = time.perf_counter()
            with cursor.copy(_COPY_IN) as copy:
                for row in rows:
                    copy.write(row)
            connection.commit()
            spent = time.perf_counter() - before
            if cursor.rowcount != count:
                raise RuntimeError("the uploaded rows are not all there")
    return count / spent


def _insert_rate(address: str) -> float:
    """Time inserting rows with the same constraints, each committed by itself, from as many connections."""
    with psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE inserted (LIKE record INCLUDING ALL)")
    barrier = threading.Barrier(_CONNECTIONS + 1)

    def insert(number: int) -> None:
        with psycopg.connect(address, autocommit=True) as connection:
            barrier.wait()
            for entry in range(number * _SINGLES + 1, (number + 1) * _SINGLES + 1):
                connection.execute("INSERT INTO inserted SELECT * FROM record WHERE entry = %s", (entry,))

    threads = [threading.Thread(target=insert, args=(number,)) for number in range(_CONNECTIONS)]
    for thread in threads:
        thread.start()
    barrier.wait()
    before = time.perf_counter()
    for thread in threads:
        thread.join()
    return _CONNECTIONS * _SINGLES / (time.perf_counter() - before)
