"""Many kiosks at one central store at once, some faulty and some hostile: python -m tests.faults.load --kiosks 200.

A true kiosk sends one record a request, keeps to Retry-After, and counts what the ministry acknowledged. A faulty one
breaks off in the middle of its body; a hostile one sends what no key signed, or a bomb of zeros.
"""

import argparse
import http.client
import json
import random
import sys
import tempfile
import threading
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.forum.chain import ChainedRecord, commitment, first_link, new_salt, next_link
from kiosk.forum.submissions import canonical_bytes, new_receipt_id
from sync.central.central import opened_database
from sync.central.ingest.enrolment import make_code
from sync.central.settings import Settings
from sync.protocol.batches import BATCH_TYPE, Batch, encode_batch
from sync.protocol.signatures import signature_headers
from sync.uploader.client import Line
from tests.postgres import running_postgres
from tests.small_pack import small_pack
from tests.submissions import poll_submission
from tests.sync.server import CentralProcess, serving

_SECONDS = 60
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

    def p99(self) -> float:
        """Return the 99th percentile of the answers' seconds."""
        return sorted(self.seconds)[int(len(self.seconds) * 0.99)] if self.seconds else 0.0


class _Kiosk:
    """One connection, its own key, and a chain that it builds as it goes."""

    def __init__(self, central: CentralProcess, number: int, load: Load, lock: threading.Lock) -> None:
        parts = urlsplit(central.url)
        self._host, self._port = parts.hostname or "", parts.port or 0
        self._url, self._number, self._load, self._lock = central.url, number, load, lock
        self._device, self._key = new_receipt_id(), Ed25519PrivateKey.generate()
        self._random = random.Random(number)
        self._connection = http.client.HTTPConnection(self._host, self._port, timeout=_SECONDS)

    def enrol(self, code: str) -> None:
        """Enrol and send the pack."""
        with Line(self._url, self._device, self._key) as line:
            line.enrol(code)
            pack = small_pack()
            line.send_pack(pack.id, pack.version, pack.canonical())

    def work(self, until: float) -> None:
        """Send until the time is over."""
        for body in self._bodies():
            while time.monotonic() < until:
                if self._number % 10 == 8:
                    self._break_off(body)
                hostile = self._number % 10 == 9
                sent = self._random.choice((_BOMB, b"\x1f\x8b", bytes(100))) if hostile else body
                status, wait = self._post(sent, signed=not hostile or self._random.random() < 0.5)
                if hostile and status not in (400, 401, 413, 503):
                    self._load.wrong.append(f"a hostile request was answered {status}")
                if status == 200:
                    self._load.acknowledged += 1
                if status != 503:
                    break
                threading.Event().wait(min(wait, max(0.0, until - time.monotonic())))
            if time.monotonic() >= until:
                break
        self._connection.close()

    def _bodies(self) -> Iterator[bytes]:
        chain, seq = first_link(self._device, 1), 0
        while True:
            seq += 1
            salt, payload = new_salt(), canonical_bytes(poll_submission())
            bound = commitment(salt, payload)
            yield encode_batch(Batch(self._device, 1, seq, chain, [ChainedRecord(1, seq, salt, payload, bound)]))
            chain = next_link(chain, seq, bound)

    def _post(self, body: bytes, signed: bool) -> tuple[int, float]:
        target = f"/v1/devices/{self._device}/batches"
        headers = {"Content-Type": BATCH_TYPE, "Content-Encoding": "gzip"}
        if signed:
            headers |= signature_headers(self._key, self._device, "POST", target, body)
        before = time.perf_counter()
        self._connection.request("POST", target, body, headers)
        answer = self._connection.getresponse()
        answer.read()
        spent = time.perf_counter() - before
        with self._lock:
            self._load.seconds.append(spent)
            self._load.statuses[answer.status] += 1
            if answer.status >= 500 and (answer.status != 503 or answer.getheader("Retry-After") is None):
                self._load.wrong.append(f"{answer.status} without Retry-After")
        return answer.status, float(answer.getheader("Retry-After") or 0)

    def _break_off(self, body: bytes) -> None:
        cut = http.client.HTTPConnection(self._host, self._port, timeout=_SECONDS)
        cut.putrequest("POST", f"/v1/devices/{self._device}/batches")
        cut.putheader("Content-Type", BATCH_TYPE)
        cut.putheader("Content-Encoding", "gzip")
        cut.putheader("Content-Length", str(len(body)))
        cut.endheaders(body[: len(body) // 2])
        cut.close()


def press(central: CentralProcess, kiosks: int, seconds: float) -> Load:
    """Let so many kiosks send for so long; memory is measured after a first fifth and at the end."""
    load, lock = Load(), threading.Lock()
    made = [_Kiosk(central, number, load, lock) for number in range(kiosks)]
    settings = Settings(
        home=Path(central.environment["FORUM_CENTRAL_HOME"]), database_url=central.environment.get("FORUM_DATABASE_URL")
    )
    with opened_database(settings) as database:
        codes = [make_code(database, f"load-{number}", datetime.now(UTC)) for number in range(kiosks)]
    for each, code in zip(made, codes, strict=True):
        each.enrol(code)
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=each.work, args=(until,)) for each in made]
    for thread in threads:
        thread.start()
    threading.Event().wait(seconds / 5)
    load.memory_before = _resident(central.process.pid)
    for thread in threads:
        thread.join()
    load.memory_after = _resident(central.process.pid)
    return load


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
        "p99_seconds": round(load.p99(), 3),
        "busy_503": load.statuses[503],
        "statuses": dict(load.statuses),
        "memory_before": load.memory_before,
        "memory_growth": load.memory_after - load.memory_before,
        "wrong": load.wrong[:10],
        "load_average": Path("/proc/loadavg").read_text().split()[0],
    }
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.exit(1 if load.wrong else 0)


if __name__ == "__main__":
    main()
