"""Many kiosks at one central store at once, some faulty and some hostile: python -m tests.faults.load --kiosks 200.

A true kiosk sends one record a request, keeps to Retry-After, and counts what the ministry acknowledged. A faulty one
breaks off in the middle of its body; a hostile one sends what no key signed, or a bomb of zeros.
"""

import argparse
import json
import random
import socket
import sys
import tempfile
import time
import zlib
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import text

from kiosk.forum.chain import ChainedRecord, commitment, first_link, new_salt, next_link
from kiosk.forum.submissions import canonical_bytes, new_receipt_id
from sync.central.central import opened_database
from sync.central.ingest.enrolment import make_code
from sync.central.settings import Settings
from sync.protocol.batches import Batch, encode_batch
from sync.uploader.client import Line
from tests.faults.crowd import Answer, Client, batch_request, let_talk
from tests.postgres import running_postgres
from tests.small_pack import small_pack
from tests.submissions import poll_submission
from tests.sync.server import CentralProcess, serving

OK, BUSY = 200, 503
# The last digit of a kiosk's number says whether it is one of these.
FAULTY, HOSTILE = 8, 9
# Requests that a kiosk has ready for each second.
_READY = 0.7
# This process's own pool is the one connection that asks.
_SERVERS_CONNECTIONS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE application_name = 'forum-central' AND datname = current_database() AND pid <> pg_backend_pid()
"""
_BOMB = zlib.compress(bytes(50_000_000), 9, 31)


@dataclass
class Load:
    """What the kiosks saw: the seconds of every answer, the answers by status, and what is against the rules."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    acknowledged: int = 0
    memory_before: int = 0
    memory_after: int = 0
    connections: int = 0

    def percentile(self, part: float) -> float:
        """Return the seconds that this part of the answers took at most."""
        return sorted(self.seconds)[int(len(self.seconds) * part)] if self.seconds else 0.0


class _Kiosk:
    """One connection, its own key, and a chain that it builds as it goes."""

    def __init__(self, url: str, number: int, load: Load) -> None:
        self._url, self._number, self._load = url, number, load
        self._device, self._key = new_receipt_id(), Ed25519PrivateKey.generate()
        self._random = random.Random(number)
        self._made: deque[bytes] = deque()
        self._bodies = self._chained()

    def enrol(self, code: str) -> None:
        """Enrol and send the pack."""
        with Line(self._url, self._device, self._key) as line:
            line.enrol(code)
            pack = small_pack()
            line.send_pack(pack.id, pack.version, pack.canonical())

    def prepare(self, requests: int) -> None:
        """Have so many requests ready, so that making them takes nothing from the server's time."""
        self._made.extend(self._request() for _ in range(requests))

    def work(self, until: float) -> Client:
        """Send until the time is over."""
        while time.monotonic() < until:
            request = self._made.popleft() if self._made else self._request()
            while time.monotonic() < until:
                if self._number % 10 == FAULTY:
                    break_off(self._url, request)
                answer = yield request
                assert answer is not None
                self._note(answer)
                if answer.status != BUSY:
                    break
                yield min((answer.retry_after or 0) + self._random.random(), max(0.0, until - time.monotonic()))

    def _note(self, answer: Answer) -> None:
        load = self._load
        load.seconds.append(answer.seconds)
        load.statuses[answer.status] += 1
        load.acknowledged += answer.status == OK
        if answer.status >= 500 and (answer.status != BUSY or answer.retry_after is None):
            load.wrong.append(f"{answer.status} without Retry-After")
        if self._number % 10 == HOSTILE and answer.status not in (400, 401, 413, BUSY):
            load.wrong.append(f"a hostile request was answered {answer.status}")
        elif self._number % 10 != HOSTILE and answer.status not in (OK, BUSY):
            load.wrong.append(f"a true kiosk was answered {answer.status}")

    def _request(self) -> bytes:
        if self._number % 10 == HOSTILE:
            body = self._random.choice((_BOMB, b"\x1f\x8b", bytes(100)))
            return batch_request(self._device, self._key if self._random.random() < 0.5 else None, body)
        return batch_request(self._device, self._key, next(self._bodies))

    def _chained(self) -> Iterator[bytes]:
        chain, seq = first_link(self._device, 1), 0
        while True:
            seq += 1
            salt, payload = new_salt(), canonical_bytes(poll_submission())
            bound = commitment(salt, payload)
            yield encode_batch(Batch(self._device, 1, seq, chain, [ChainedRecord(1, seq, salt, payload, bound)]))
            chain = next_link(chain, seq, bound)


def break_off(url: str, request: bytes) -> None:
    """Send the first half of a request and go."""
    parts = urlsplit(url)
    with socket.create_connection((parts.hostname or "", parts.port or 80), 60) as cut:
        cut.sendall(request[: len(request) // 2])


def press(central: CentralProcess, kiosks: int, seconds: float) -> Load:
    """Let so many kiosks send for so long; memory is measured after a first fifth and at the end."""
    load = Load()
    made = [_Kiosk(central.url, number, load) for number in range(kiosks)]
    settings = Settings(
        home=Path(central.environment["FORUM_CENTRAL_HOME"]), database_url=central.environment.get("FORUM_DATABASE_URL")
    )
    with opened_database(settings) as database:
        codes = [make_code(database, f"load-{number}", datetime.now(UTC)) for number in range(kiosks)]
        for each, code in zip(made, codes, strict=True):
            each.enrol(code)
            each.prepare(round(seconds * _READY))
        begun = time.monotonic()
        watcher = _watch(central.process.pid, load, begun + seconds / 5)
        let_talk(central.url, [watcher, *(each.work(begun + seconds) for each in made)])
        load.memory_after = _resident(central.process.pid)
        if database.is_postgresql:
            with database.reading() as connection:
                load.connections = connection.execute(text(_SERVERS_CONNECTIONS)).scalar_one()
    return load


def _watch(pid: int, load: Load, at: float) -> Client:
    yield max(0.0, at - time.monotonic())
    load.memory_before = _resident(pid)


def _resident(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS:")).split()[1]) * 1024


def main() -> None:
    """Press a fresh central store on PostgreSQL and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kiosks", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    told = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        running_postgres(durable=True) as postgres,
        serving(Path(folder) / "central", postgres.fresh_database()) as central,
    ):
        load = press(central, told.kiosks, told.seconds)
    figures = {
        "kiosks": told.kiosks,
        "answers": len(load.seconds),
        "answers_per_second": round(len(load.seconds) / told.seconds, 1),
        "acknowledged": load.acknowledged,
        "median_seconds": round(load.percentile(0.5), 3),
        "p99_seconds": round(load.percentile(0.99), 3),
        "longest_seconds": round(max(load.seconds), 3),
        "busy_503": load.statuses[503],
        "statuses": dict(load.statuses),
        "database_connections": load.connections,
        "memory_before": load.memory_before,
        "memory_growth": load.memory_after - load.memory_before,
        "wrong": load.wrong[:10],
        "load_average": Path("/proc/loadavg").read_text().split()[0],
    }
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.exit(1 if load.wrong else 0)


if __name__ == "__main__":
    main()
