"""How long the tally of a day takes in a store of a million submissions, and all files of a year of them.

The stores are built once in build/bench-tally, by raw inserts of real canonical records; remove it to build anew.
"""

import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import insert

from kiosk.forum.chain import commitment, first_link, next_link
from kiosk.forum.submissions import canonical_bytes
from kiosk.reports.tally_export import export_tally
from kiosk.store import Store, open_store
from kiosk.store import tables as t
from tests.benchmarks.figures import Figure
from tests.real_input.lobby_visits import lobby_pack, lobby_visits

_STORES = Path("build/bench-tally")
_YEAR = (date(2026, 1, 1), date(2026, 12, 31))
# One day of 2,000 in a year of 1,000,088.
_DAY, _ON_THE_DAY, _ON_OTHERS = date(2026, 6, 1), 2_000, 2_742
_LIKE = date(2026, 11, 17)
_TIMES = 7


def figures() -> list[Figure]:
    """Measure the day in both stores in turn, then the year in a process of its own."""
    year = [_YEAR[0] + timedelta(days=place) for place in range(365)]
    with _built("year", year) as large, _built("day", [_DAY]) as small:
        ours, floor = [], []
        for _ in range(_TIMES):
            ours.append(_seconds(large))
            floor.append(_seconds(small))
    before = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", __name__], capture_output=True, check=True, text=True)
    wall = time.perf_counter() - before
    cpu, reading, megabytes = map(float, done.stdout.split())
    return [
        Figure("tally of a day of 2,000 in 1,000,000", statistics.median(ours), "s", statistics.median(floor),
               "the same day in a store of its own"),
        Figure("csv, json, xlsx and pdf of 1,000,000", wall, "s", reading, "only reading the records from the store"),
        Figure("… processor time", cpu, "s", reading, "only reading the records from the store"),
        Figure("… memory", megabytes, "MB", 300, "what it may take"),
    ]  # fmt: skip


def _seconds(store: Store) -> float:
    before = time.perf_counter()
    store.tally(_DAY, _DAY)
    return time.perf_counter() - before


def _built(name: str, days: Iterable[date]) -> Store:
    home, whole = _STORES / name, _STORES / f"{name}.whole"
    store = open_store(home)
    if not whole.exists():
        pack = lobby_pack()
        store.install_pack(pack)
        likes = [
            [(canonical_bytes(each), each) for each in lobby_visits(pack, _LIKE, _ON_OTHERS, seed)] for seed in range(4)
        ]
        chance, seq, chain = random.Random(5), 0, first_link(store.device_id, 1)
        for place, day in enumerate(days):
            rows = []
            for like, visit in likes[place % 4][: _ON_THE_DAY if day == _DAY else None]:
                receipt_id = str(uuid.UUID(int=chance.getrandbits(128), version=4))
                payload = like.replace(visit.receipt_id.encode(), receipt_id.encode())
                payload = re.sub(b'"2026-11-17T', f'"{day}T'.encode(), payload)
                salt, seq = chance.randbytes(16), seq + 1
                bound = commitment(salt, payload)
                chain = next_link(chain, seq, bound)
                rows.append(
                    {
                        "id": seq, "epoch": 1, "seq": seq, "receipt_id": receipt_id, "pack_id": pack.id,
                        "pack_version": pack.version, "activity_id": visit.activity_id, "day": day.isoformat(),
                        "salt": salt, "payload": payload, "commitment": bound, "chain": chain,
                    }
                )  # fmt: skip
            with store._writing() as connection:
                connection.execute(insert(t.submission), rows)
        whole.touch()
    return store


def _year() -> None:
    """Write all formats of the year; print processor seconds, those of reading alone, and megabytes at most."""
    with open_store(_STORES / "year") as store, tempfile.TemporaryDirectory() as folder:
        before = time.process_time()
        export_tally(store, *_YEAR, ("csv", "json", "xlsx", "pdf"), Path(folder))
        cpu = time.process_time() - before
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        before = time.process_time()
        for _ in store.records(*_YEAR):
            pass
        sys.stdout.write(f"{cpu} {time.process_time() - before} {most}\n")


if __name__ == "__main__":
    _year()
