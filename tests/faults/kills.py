"""Kiosk, uploader and server killed at their write boundaries, one by one, each time with every promise checked."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.central_process import serving_process
from tests.faults.central_thread import serving_thread
from tests.faults.children import read_book, upload_once, visit_recorder, visit_store
from tests.faults.fault_proxy import proxying
from tests.faults.killing import Boundary, boundaries, crossed_in, killed_at, killing_later, watching
from tests.faults.promises import Finding
from tests.faults.world import World

_VISITS = 3


@dataclass
class Deaths:
    """How many processes were killed, at which of how many boundaries, and every broken promise."""

    crossed: int = 0
    killed: int = 0
    thanked: int = 0
    findings: list[str] = field(default_factory=list)

    def note(self, boundary: Boundary, killed: bool, findings: list[Finding]) -> None:
        """Count one."""
        self.killed += killed
        self.findings.extend(f"killed at {boundary}: {each}" for each in findings)


def kill_visitors(database_url: str | None, screen: bool, most: int | None, seed: int) -> Deaths:
    """Kill the process that keeps submissions, at every boundary or until it has died `most` times."""
    work = visit_recorder if screen else visit_store
    deaths = Deaths()
    with _world(database_url, seed) as world:
        book = world.folder / "book"
        world.store.close()
        crossed = boundaries(work, world.home, book, _VISITS)
        deaths.crossed = len(crossed)
        for boundary in _picked(crossed, most, deaths, seed):
            killed = killed_at(boundary, work, world.home, book, _VISITS)
            world.open()
            _note_book(world, book)
            deaths.note(boundary, killed, world.settle())
            world.close()
        deaths.thanked = len(world.promises.thanked)
        world.open()
    return deaths


def kill_uploader(database_url: str | None, most: int | None, seed: int) -> Deaths:
    """Kill forum-sync once, at every boundary or until it has died `most` times."""
    deaths = Deaths()
    with _world(database_url, seed) as world:
        _prepare(world)
        crossed = boundaries(upload_once, world.home)
        world.open()
        deaths.crossed = len(crossed)
        for boundary in _picked(crossed, most, deaths, seed):
            _prepare(world)
            killed = killed_at(boundary, upload_once, world.home)
            world.open()
            deaths.note(boundary, killed, world.settle())
        deaths.thanked = len(world.promises.thanked)
    return deaths


def kill_server(database_url: str | None, most: int | None, seed: int) -> Deaths:
    """Kill the central store while it takes a batch and a withdrawal, at every boundary or until `most` deaths."""
    deaths = Deaths()
    with (
        tempfile.TemporaryDirectory(prefix="forum-kills-") as folder,
        serving_process(Path(folder) / "central", database_url) as central,
        proxying(central.address, seed) as proxy,
    ):
        world = World(Path(folder), central, proxy, Random(seed), "kiosk")
        with tempfile.NamedTemporaryFile("r", prefix="forum-strace-") as log:
            with watching(central.pid, log.name):
                _busy(world)
            crossed = crossed_in(log.read())
        deaths.crossed = len(crossed)
        for boundary in _picked(crossed, most, deaths, seed):
            with killing_later(boundary, central.pid):
                _busy(world)
            killed = central.is_dead()
            if killed:
                central.restart()
            deaths.note(boundary, killed, world.settle())
        deaths.thanked = len(world.promises.thanked)
        world.close()
    return deaths


def _busy(world: World) -> None:
    world.thank(_VISITS)
    world.upload()
    world.withdraw()
    world.upload()


def _prepare(world: World) -> None:
    """Something to send and something to erase, and the store closed."""
    world.thank(_VISITS)
    world.withdraw()
    world.close()


def _note_book(world: World, book: Path) -> None:
    thanked, begun = read_book(book)
    for receipt_id, payload in thanked.items():
        if receipt_id not in world.promises.thanked:
            world.promise(receipt_id, payload)
    world.promises.unsure = {receipt_id: payload for receipt_id, payload in begun.items() if receipt_id not in thanked}


def _picked(crossed: list[Boundary], most: int | None, deaths: Deaths, seed: int) -> Iterator[Boundary]:
    """Yield every boundary, or those that the seed picks until `most` have killed (a later run may cross fewer)."""
    for boundary in crossed if most is None else Random(seed).sample(crossed, len(crossed)):
        if deaths.killed == most:
            return
        yield boundary


@contextmanager
def _world(database_url: str | None, seed: int) -> Iterator[World]:
    with (
        tempfile.TemporaryDirectory(prefix="forum-kills-") as folder,
        serving_thread(Path(folder) / "central", database_url) as central,
        proxying(central.address, seed) as proxy,
    ):
        world = World(Path(folder), central, proxy, Random(seed), "kiosk")
        try:
            yield world
        finally:
            world.close()


DEATHS: dict[str, Callable[[str | None, int | None, int], Deaths]] = {
    "visits to the store": lambda url, most, seed: kill_visitors(url, False, most, seed),
    "the touchscreen's recorder": lambda url, most, seed: kill_visitors(url, True, most, seed),
    "the uploader": kill_uploader,
    "the server": kill_server,
}


def main() -> int:
    """Kill the process that keeps submissions at 25 boundaries; exit status 1 where a promise was broken."""
    deaths = kill_visitors(None, screen=False, most=25, seed=1)
    sys.stdout.write(f"{deaths.killed} killed, {len(deaths.findings)} findings\n")
    sys.stdout.writelines(f"  {each}\n" for each in deaths.findings[:5])
    return 1 if deaths.findings else 0


if __name__ == "__main__":
    sys.exit(main())
