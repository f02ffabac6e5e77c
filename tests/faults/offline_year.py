"""A kiosk that was offline for a year catches up: how long it takes, and how much memory the uploader needs.

`python -m tests.faults.offline_year` is the long form, with 400,000 records (`--database postgresql`: the other store).
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from kiosk.forum.packs import Pack
from kiosk.store import open_store
from sync.central.ingest.enrolment import make_code
from sync.central.results.tally import tally
from sync.central.store import tables as t
from sync.uploader.enrolment import enrol
from tests.faults.central_process import serving_process
from tests.faults.kills import fresh_databases
from tests.faults.promises import FIRST_DAY, LAST_DAY
from tests.faults.torture import DATABASES
from tests.small_pack import small_pack
from tests.submissions import poll_submission

_YEAR = timedelta(days=365)
_START = datetime(2025, 11, 22, 0, 0, tzinfo=UTC)
_AT_ONCE = 5000
# Runs in a fresh process, so that nothing of ours is in its peak (VmHWM begins anew with exec).
_MEASURED = """
import sys
from pathlib import Path
from sync.uploader.cli import app
try:
    app(["once", "--home", sys.argv[1], "--json"], standalone_mode=False)
finally:
    lines = Path("/proc/self/status").read_text().splitlines()
    print(next(line.split()[1] for line in lines if line.startswith("VmHWM")))
"""


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """What catching up came to; memory in MB, the peak of the uploader's whole resident set."""

    records: int
    sent: int
    arrived: int
    pending: int
    tallies_equal: bool
    kept_seconds: float
    sent_seconds: float
    peak_mb: float


def catch_up(records: int, database_url: str | None) -> CaughtUp:
    """Record a year without a network, then upload it with the real uploader into a real server."""
    with (
        tempfile.TemporaryDirectory(prefix="forum-year-") as folder,
        serving_process(Path(folder) / "central", database_url) as central,
        open_store(Path(folder) / "kiosk") as store,
    ):
        started = time.monotonic()
        pack: Pack = small_pack()
        store.install_pack(pack)
        step = _YEAR / records
        for first in range(0, records, _AT_ONCE):
            numbers = range(first, min(first + _AT_ONCE, records))
            store.keep_all(
                [
                    poll_submission(
                        {"first": "security", "why": f"한반도 평화와 외교 {number}"}, recorded_at=_START + number * step
                    )
                    for number in numbers
                ]
            )
        kept = time.monotonic()
        url = "http://{}:{}".format(*central.address)
        enrol(store, url, make_code(central.database, "kiosk", datetime.now(UTC)), allow_http=False)
        begun = time.monotonic()
        said = subprocess.run(
            [sys.executable, "-c", _MEASURED, str(store.home)],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        ).stdout.splitlines()
        ended = time.monotonic()
        with central.database.reading() as connection:
            arrived = connection.execute(select(func.count()).select_from(t.record)).scalar_one()
        return CaughtUp(
            records=records,
            sent=json.loads(said[0])["sent"],
            arrived=arrived,
            pending=store.pending(),
            tallies_equal=store.tally(FIRST_DAY, LAST_DAY) == tally(central.database, FIRST_DAY, LAST_DAY, "kiosk"),
            kept_seconds=kept - started,
            sent_seconds=ended - begun,
            peak_mb=int(said[1]) / 1024,
        )


def main() -> int:
    """Run from a command line; exit status 1 where anything is missing or the memory is over 150 MB."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.offline_year", description=__doc__)
    parser.add_argument("--records", type=int, default=400_000)
    parser.add_argument("--database", choices=DATABASES, default="sqlite")
    wanted = parser.parse_args()
    with fresh_databases(wanted.database) as fresh:
        done = catch_up(wanted.records, fresh())
    sys.stdout.write(
        f"{done.records:,} records kept in {done.kept_seconds:.0f} s; {done.sent:,} sent in {done.sent_seconds:.0f} s "
        f"({done.sent / done.sent_seconds:,.0f} a second), {done.arrived:,} arrived, {done.pending} wait, "
        f"tallies {'equal' if done.tallies_equal else 'DIFFER'}; the uploader's peak was {done.peak_mb:.0f} MB\n"
    )
    whole = (done.sent, done.arrived, done.pending, done.tallies_equal) == (done.records, done.records, 0, True)
    return 0 if whole and done.peak_mb < 150 else 1


if __name__ == "__main__":
    sys.exit(main())
