"""Power loss: a store's real writes and syncs, replayed to the disks that a power cut may leave, and opened again.

`python -m tests.faults.power_loss --disks 2000` is the long form. What was thanked before the cut must be there.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, get_args

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from kiosk.forum.errors import ForumError
from kiosk.store import open_store
from sync.central.central import opened_database
from sync.central.settings import Settings
from sync.central.store import tables as t
from tests.faults.children import take_batches, visit_store_twice
from tests.faults.disk_log import Step, Survives, disk_after, recorded
from tests.faults.promises import FIRST_DAY, LAST_DAY

_Check = Callable[[Path, dict[str, bytes]], list[str]]


@dataclass
class Outage:
    """How many writes and syncs were recorded, how many disks were tried, and what was wrong with them."""

    writes: int = 0
    syncs: int = 0
    thanked: int = 0
    disks: int = 0
    findings: list[str] = field(default_factory=list)


def kiosk_outage(disks: int, seed: int) -> Outage:
    """Cut the power while visitors are thanked."""
    return _outage(visit_store_twice, _check_kiosk, disks, seed)


def central_outage(disks: int, seed: int) -> Outage:
    """Cut the power while an embedded central store (SQLite) takes batches."""
    return _outage(take_batches, _check_central, disks, seed)


OUTAGES = {"kiosk": kiosk_outage, "central": central_outage}


def _outage(work: Callable[..., None], check: _Check, disks: int, seed: int) -> Outage:
    random = Random(seed)
    with tempfile.TemporaryDirectory(prefix="forum-power-") as name:
        folder = Path(name)
        home, book = folder / "home", folder / "book"
        done = recorded(home, book, folder / "log", work, home, book)
        outage = Outage(
            writes=sum(step.what == "write" for step in done),
            syncs=sum(step.what == "sync" for step in done),
            thanked=len(_thanked(done)),
        )
        if not outage.thanked or not outage.writes:
            raise RuntimeError("Nothing was recorded.")
        for _ in range(disks):
            cut = random.randint(1, len(done))
            survives: Survives = random.choice(get_args(Survives))
            disk = folder / "disk"
            disk_after(done[:cut], survives, random, disk)
            outage.disks += 1
            outage.findings += [
                f"cut after step {cut} of {len(done)} ({done[cut - 1].what} {done[cut - 1].path}), {survives} of the "
                f"unsynced survives: {each}"
                for each in check(disk, _thanked(done[:cut]))
            ]
    return outage


def _thanked(done: list[Step]) -> dict[str, bytes]:
    lines = [json.loads(step.data) for step in done if step.what == "said"]
    return {receipt_id: payload.encode() for word, receipt_id, payload in lines if word == "thanked"}


def _check_kiosk(disk: Path, thanked: dict[str, bytes]) -> list[str]:
    try:
        with open_store(disk) as store:
            found = list(store.verify())
            here = {json.loads(payload)["receipt_id"]: payload for payload in store.records(FIRST_DAY, LAST_DAY)}
    except ForumError as error:
        return [f"the store does not open: {error}"]
    return found + _missing(here, thanked)


def _check_central(disk: Path, thanked: dict[str, bytes]) -> list[str]:
    try:
        with opened_database(Settings(home=disk, database_url=None)) as database, database.reading() as connection:
            rows = connection.execute(select(t.record.c.receipt_id, t.record.c.payload)).all()
            sound: Any = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
    except (ForumError, DBAPIError) as error:
        return [f"the central store does not open: {error}"]
    found = [] if sound == "ok" else [str(sound)]
    return found + _missing({row.receipt_id: row.payload for row in rows}, thanked)


def _missing(here: dict[str, bytes], thanked: dict[str, bytes]) -> list[str]:
    return [
        f"{receipt_id} was thanked for and is {'changed' if receipt_id in here else 'lost'}"
        for receipt_id, payload in thanked.items()
        if here.get(receipt_id) != payload
    ]


def main() -> int:
    """Run from a command line; exit status 1 where anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.power_loss", description=__doc__)
    parser.add_argument("--disks", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--of", choices=("kiosk", "central", "both"), default="both")
    wanted = parser.parse_args()
    failed = False
    for name, cut in OUTAGES.items():
        if wanted.of in (name, "both"):
            outage = cut(wanted.disks, wanted.seed)
            sys.stdout.write(
                f"{name}: {outage.writes} writes, {outage.syncs} syncs, {outage.thanked} thanked; "
                f"{outage.disks} disks after a power cut: {len(outage.findings)} findings\n"
            )
            sys.stdout.writelines(f"  {each}\n" for each in outage.findings[:5])
            failed = failed or bool(outage.findings)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
