"""Kiosk, uploader and server killed at their write boundaries, one by one, each time with every promise checked."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Protocol

from tests.faults.central_process import serving_process
from tests.faults.central_thread import serving_thread
from tests.faults.children import copy_store, mend_store, read_book, upload_once, visit_recorder, visit_store
from tests.faults.fault_proxy import proxying
from tests.faults.killing import MEMORY, Boundary, boundaries, crossed_in, killed_at, killing_later, watching
from tests.faults.promises import Finding
from tests.faults.world import World
from tests.postgres import running_postgres
from tests.small_pack import small_pack

_VISITS = 3
EVERY = slice(None)
_TRIES = 4


@dataclass
class Deaths:
    """How many processes were killed, at which of how many boundaries, and every broken promise.

    `absent` are those that no further run crossed: strace's log of each shows that it made fewer such calls.
    """

    crossed: int = 0
    killed: int = 0
    thanked: int = 0
    findings: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)

    def note(self, boundary: Boundary, killed: bool, findings: list[Finding]) -> None:
        """Count one."""
        self.killed += killed
        self.findings.extend(f"killed at {boundary}: {each}" for each in findings)


def kill_visitors(database_url: str | None, screen: bool, most: int | None, seed: int, part: slice = EVERY) -> Deaths:
    """Kill the process that keeps submissions, at every boundary or until it has died `most` times."""
    work = visit_recorder if screen else visit_store
    deaths = Deaths()
    with _world(database_url, seed) as world:
        book = world.folder / "book"
        world.store.close()
        crossed = boundaries(work, world.home, book, _VISITS)
        deaths.crossed = len(crossed)
        for boundary in _picked(crossed, most, deaths, seed, part):
            killed = killed_at(boundary, work, world.home, book, _VISITS)
            world.open()
            _note_book(world, book)
            deaths.note(boundary, killed, world.settle())
            world.close()
        deaths.thanked = len(world.promises.thanked)
        world.open()
    return deaths


def kill_uploader(database_url: str | None, most: int | None, seed: int, part: slice = EVERY) -> Deaths:
    """Kill forum-sync once, at every boundary or until it has died `most` times."""
    return _kill_worker(upload_once, _prepare, database_url, most, seed, part)


def kill_copier(database_url: str | None, most: int | None, seed: int, part: slice = EVERY) -> Deaths:
    """Kill the process that keeps the last good copy of the store, while it replaces the one before."""
    return _kill_worker(copy_store, _prepare, database_url, most, seed, part)


def kill_mender(database_url: str | None, most: int | None, seed: int, part: slice = EVERY) -> Deaths:
    """Kill the process that opens a damaged store and mends it from a copy that lacks the newest submissions."""

    def prepare(world: World) -> None:
        world.copy()
        _prepare(world)
        world.spoil()

    return _kill_worker(mend_store, prepare, database_url, most, seed, part)


def _kill_worker(
    work: Callable[[Path], None],
    prepare: Callable[[World], None],
    database_url: str | None,
    most: int | None,
    seed: int,
    part: slice,
) -> Deaths:
    """Kill a process that works on a closed store, each time after a preparation, and open the store again."""
    deaths = Deaths()
    with _world(database_url, seed) as world:
        crossed: list[Boundary] = []
        for _ in range(2):  # what happens only the first time is no boundary of every time
            prepare(world)
            crossed = boundaries(work, world.home)
            world.open()
        deaths.crossed = len(crossed)
        for boundary in _picked(crossed, most, deaths, seed, part):
            prepare(world)
            killed = killed_at(boundary, work, world.home)
            world.open()
            deaths.note(boundary, killed, world.settle())
        deaths.thanked = len(world.promises.thanked)
    return deaths


def kill_server(database_url: str | None, most: int | None, seed: int, part: slice = EVERY) -> Deaths:
    """Kill the central store while it takes a batch and a withdrawal, at every boundary or until `most` deaths."""
    deaths = Deaths()
    with (
        tempfile.TemporaryDirectory(prefix="forum-kills-", dir=MEMORY) as folder,
        serving_process(Path(folder) / "central", database_url) as central,
        proxying(central.address, seed) as proxy,
    ):
        world = World(Path(folder), central, proxy, Random(seed), "kiosk")
        _busy(world)  # what happens only the first time is no boundary of every time
        with tempfile.NamedTemporaryFile("r", prefix="forum-strace-") as log:
            with watching(central.pid, log.name):
                _busy(world)
            crossed = crossed_in(log.read())
        deaths.crossed = len(crossed)
        for boundary in _picked(crossed, most, deaths, seed, part):
            with killing_later(boundary, central.pid, central.is_dead):
                _busy(world)
            killed = central.is_dead()
            if killed:
                central.restart()
            deaths.note(boundary, killed, world.settle())
        deaths.thanked = len(world.promises.thanked)
        world.close()
    return deaths


def _busy(world: World) -> None:
    """A new pack, new submissions and a withdrawal for the server to keep."""
    world.end_uploader()
    _install_newer(world)
    world.thank(_VISITS)
    world.upload()
    world.withdraw(newest=True)
    world.upload()


def _prepare(world: World) -> None:
    """Something to send and something to erase, and the store closed."""
    _install_newer(world)
    world.thank(_VISITS)
    world.withdraw(newest=True)
    world.close()


def _install_newer(world: World) -> None:
    world.store.install_pack(small_pack(world.store.packs()[0].version + 1))


def _note_book(world: World, book: Path) -> None:
    thanked, begun = read_book(book)
    for receipt_id, payload in thanked.items():
        if receipt_id not in world.promises.thanked:
            world.promise(receipt_id, payload)
    world.promises.unsure = {receipt_id: payload for receipt_id, payload in begun.items() if receipt_id not in thanked}


def _picked(crossed: list[Boundary], most: int | None, deaths: Deaths, seed: int, part: slice) -> Iterator[Boundary]:
    """Yield a part of the boundaries, or those that the seed picks until `most` have killed.

    A run may cross fewer, as random numbers fill other pages of the store: of a part, each is tried a few times.
    """
    for boundary in crossed[part] if most is None else Random(seed).sample(crossed, len(crossed)):
        if deaths.killed == most:
            return
        before = deaths.killed
        for _ in range(_TRIES if most is None else 1):
            yield boundary
            if deaths.killed > before:
                break
        else:
            deaths.absent.append(str(boundary))


@contextmanager
def _world(database_url: str | None, seed: int) -> Iterator[World]:
    with (
        tempfile.TemporaryDirectory(prefix="forum-kills-", dir=MEMORY) as folder,
        serving_thread(Path(folder) / "central", database_url) as central,
        proxying(central.address, seed) as proxy,
    ):
        world = World(Path(folder), central, proxy, Random(seed), "kiosk")
        try:
            yield world
        finally:
            world.close()


@contextmanager
def fresh_databases(database: str) -> Iterator[Callable[[], str | None]]:
    """Give what makes a fresh database and returns its address; None is SQLite in the home."""
    if database == "sqlite":
        yield lambda: None
    else:
        with running_postgres() as server:
            yield server.fresh_database


class Kill(Protocol):
    """Kills at every boundary of a part, or until `most` have died."""

    def __call__(self, database_url: str | None, most: int | None, seed: int, part: slice = EVERY) -> Deaths:
        """Return what it came to."""


DEATHS: dict[str, Kill] = {
    "visits to the store": lambda url, most, seed, part=EVERY: kill_visitors(url, False, most, seed, part),
    "the touchscreen's recorder": lambda url, most, seed, part=EVERY: kill_visitors(url, True, most, seed, part),
    "the uploader": kill_uploader,
    "the copier": kill_copier,
    "the mender": kill_mender,
    "the server": kill_server,
}


def main() -> int:
    """Kill one of our processes at each of its write boundaries, by hand; exit status 1 where a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.kills", description=main.__doc__)
    parser.add_argument("process", choices=[name.split()[-1] for name in DEATHS])
    parser.add_argument("--postgresql", action="store_true", help="the ministry's database; SQLite unless told")
    parser.add_argument("--first", type=int, default=0, help="the first boundary of this part")
    parser.add_argument("--count", type=int, default=None, help="how many boundaries; all that follow unless told")
    wanted = parser.parse_args()
    kill = next(each for name, each in DEATHS.items() if name.endswith(wanted.process))
    last = None if wanted.count is None else wanted.first + wanted.count
    started = time.monotonic()
    with fresh_databases("postgresql" if wanted.postgresql else "sqlite") as fresh:
        deaths = kill(fresh(), None, 1, slice(wanted.first, last))
    sys.stdout.write(
        f"{wanted.process}, boundaries {wanted.first} to {last or deaths.crossed} of {deaths.crossed}: killed "
        f"{deaths.killed} times, {deaths.thanked} thanked, {len(deaths.findings)} broken promises, "
        f"{time.monotonic() - started:.0f} s; in no further run: {', '.join(deaths.absent) or 'none'}\n"
    )
    sys.stdout.writelines(f"  {each}\n" for each in deaths.findings)
    return 1 if deaths.findings else 0


if __name__ == "__main__":
    sys.exit(main())
