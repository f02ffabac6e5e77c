"""How long a visitor waits for a durable submit, beside a bare SQLite insert of the same bytes."""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from kiosk.forum.submissions import canonical_bytes
from kiosk.store import open_store
from tests.benchmarks.figures import Figure
from tests.submissions import poll_submission

_TIMES = 400


def figures() -> list[Figure]:
    """Measure in turn, so that a change of the machine's speed meets both alike."""
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "home") as store:
        plain = sqlite.connect(str(Path(folder) / "plain.db"), isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL"):
            plain.execute(f"PRAGMA {pragma}")
        plain.execute("CREATE TABLE record (id INTEGER PRIMARY KEY, payload BLOB NOT NULL)")
        for _ in range(_TIMES):
            submission = poll_submission({"first": "security", "why": "한반도 평화와 외교"})
            payload = canonical_bytes(submission)
            ours.append(_milliseconds(lambda each=submission: store.keep(each)))  # type: ignore[misc]
            bare.append(
                _milliseconds(lambda each=payload: plain.execute("INSERT INTO record (payload) VALUES (?)", (each,)))  # type: ignore[misc]
            )
        plain.close()
    floor = "bare SQLite insert, synchronous=FULL, same bytes"
    return [
        Figure("durable submit, median", statistics.median(ours), "ms", statistics.median(bare), floor),
        Figure("durable submit, p99", _p99(ours), "ms", _p99(bare), floor),
    ]


def _milliseconds(call: Callable[[], object]) -> float:
    before = time.perf_counter()
    call()
    return (time.perf_counter() - before) * 1000


def _p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]
