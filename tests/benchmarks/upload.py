"""How fast records go from a kiosk's store into PostgreSQL, beside COPY of the same rows into the same table."""

import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.forum.chain import ChainedRecord, commitment, first_link, new_salt, next_link
from kiosk.forum.submissions import canonical_bytes, new_receipt_id
from kiosk.store import Store, open_store
from sync.central.central import opened_database
from sync.central.ingest.enrolment import make_code
from sync.central.settings import Settings
from sync.protocol.batches import Batch, encode_batch
from sync.protocol.encoding import from_text
from sync.uploader.client import Line
from sync.uploader.enrolment import enrol
from sync.uploader.upload import open_upload
from tests.benchmarks.figures import Figure
from tests.postgres import running_postgres
from tests.small_pack import small_pack
from tests.submissions import poll_submission
from tests.sync.server import CentralProcess, serving

_RECORDS = 30_000
_CONNECTIONS = 16
_SINGLES = 60
_FLOOR = "COPY of the same rows into the same table, one transaction"
_COPY_OUT = "COPY record TO STDOUT (FORMAT BINARY)"
_COPY_IN = "COPY copied FROM STDIN (FORMAT BINARY)"


def figures() -> list[Figure]:
    """Measure with fsync on, as in production; the floor is taken from the very rows that the upload wrote."""
    with tempfile.TemporaryDirectory() as folder, running_postgres(durable=True) as postgres:
        address = postgres.fresh_database()
        with serving(Path(folder) / "central", address) as central, open_store(Path(folder) / "kiosk") as store:
            _enrol(central, store, "lobby")
            _fill(store)
            upload = open_upload(store, allow_http=False)
            before = time.perf_counter()
            sent = upload.drain().sent
            batched = sent / (time.perf_counter() - before)
            upload.close()
            if sent != _RECORDS:
                raise RuntimeError(f"{sent} of {_RECORDS} records were uploaded")
            singles = _single_requests(central)
        copied = _copy_rate(address, sent)
    return [
        Figure("upload into PostgreSQL, batched", batched, "records/s", copied, _FLOOR),
        Figure("upload into PostgreSQL, one record a request", singles, "records/s", copied, _FLOOR),
    ]


def _fill(store: Store) -> None:
    store.install_pack(small_pack())
    words = "한반도 평화와 외교에 대해 더 많은 사람이 이야기할 수 있으면 좋겠습니다."
    for start in range(0, _RECORDS, 5000):
        store.keep_all(
            [
                poll_submission({"first": "security", "why": f"{words} {number}"})
                for number in range(start, start + 5000)
            ]
        )


def _enrol(central: CentralProcess, store: Store, name: str) -> None:
    enrol(store, central.url, _code(central, name), allow_http=False)


def _code(central: CentralProcess, name: str) -> str:
    settings = Settings(
        home=Path(central.environment["FORUM_CENTRAL_HOME"]), database_url=central.environment["FORUM_DATABASE_URL"]
    )
    with opened_database(settings) as database:
        return make_code(database, name, datetime.now(UTC))


def _single_requests(central: CentralProcess) -> float:
    """Send one record a request from as many kiosks as there are connections, all at once."""
    codes = [_code(central, f"single-{number}") for number in range(_CONNECTIONS)]
    pack = small_pack()
    ready, go = threading.Barrier(_CONNECTIONS + 1), threading.Event()

    def send(code: str) -> None:
        device_id, key = new_receipt_id(), Ed25519PrivateKey.generate()
        with Line(central.url, device_id, key) as line:
            server_key = Ed25519PublicKey.from_public_bytes(from_text(line.enrol(code).server_key, 32))
            line.send_pack(pack.id, pack.version, pack.canonical())
            batches = [encode_batch(batch) for batch in _batches_of_one(device_id)]
            ready.wait()
            go.wait()
            for batch in batches:
                line.send_batch(server_key, 1, batch)

    threads = [threading.Thread(target=send, args=(code,)) for code in codes]
    for thread in threads:
        thread.start()
    ready.wait()
    before = time.perf_counter()
    go.set()
    for thread in threads:
        thread.join()
    return _CONNECTIONS * _SINGLES / (time.perf_counter() - before)


def _batches_of_one(device_id: str) -> Iterator[Batch]:
    chain = first_link(device_id, 1)
    for seq in range(1, _SINGLES + 1):
        salt, payload = new_salt(), canonical_bytes(poll_submission())
        bound = commitment(salt, payload)
        yield Batch(device_id, 1, seq, chain, [ChainedRecord(1, seq, salt, payload, bound)])
        chain = next_link(chain, seq, bound)


def _copy_rate(address: str, batched: int) -> float:
    """Copy the uploaded rows out, then time copying them into an empty table with the same columns and constraints."""
    with psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE copied (LIKE record INCLUDING ALL)")
        connection.commit()
        with connection.cursor() as cursor:
            with cursor.copy(_COPY_OUT) as copy:
                rows = [bytes(part) for part in copy]
            count = cursor.execute("SELECT count(*) FROM record").fetchone()
            before = time.perf_counter()
            with cursor.copy(_COPY_IN) as copy:
                for row in rows:
                    copy.write(row)
            connection.commit()
            spent = time.perf_counter() - before
    if count is None or count[0] < batched:
        raise RuntimeError("the uploaded rows are not all there")
    return float(count[0] / spent)
