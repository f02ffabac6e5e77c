"""make torture: seeded histories against a real central store over a real, failing loopback, and the toll of them."""

import argparse
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.faults.central_thread import serving_thread
from tests.faults.fault_proxy import proxying
from tests.faults.histories import Toll, run_history
from tests.faults.killing import MEMORY
from tests.faults.kills import DEATHS, fresh_databases
from tests.faults.power_loss import OUTAGES

DATABASES = ("sqlite", "postgresql")


def torture(database: str, histories: int, seed: int, tell: bool = False, stop_at_first: bool = False) -> Toll:
    """Live through histories of consecutive seeds and return the toll."""
    toll = Toll()
    started = time.monotonic()
    with (
        tempfile.TemporaryDirectory(prefix="forum-central-", dir=MEMORY) as folder,
        fresh_databases(database) as fresh,
        serving_thread(Path(folder), fresh()) as central,
        proxying(central.address, seed) as proxy,
    ):
        for number in range(seed, seed + histories):
            kept = run_history(number, central, proxy, toll)
            if tell and (toll.histories % 25 == 0 or not kept):
                seconds = time.monotonic() - started
                _say(f"{database}: {toll.histories} of {histories} histories, {toll.thanked} thanked, {seconds:.0f} s")
            if not kept and tell:
                _say("  " + toll.broken[-1])
            if not kept and stop_at_first:
                break
    return toll


def table(tolls: dict[str, Toll]) -> str:
    """Return the tolls as a table, one line for each database."""
    names = ("histories", "thanked", "withdrawn", "faults", "lost", "doubled", "undetected gaps", "otherwise wrong")
    lines = [f"{'':12}" + "".join(f"{name:>17}" for name in names)]
    for database, toll in tolls.items():
        figures = (
            toll.histories,
            toll.thanked,
            toll.withdrawn,
            toll.faults,
            toll.lost,
            toll.doubled,
            toll.gaps,
            toll.wrong,
        )
        lines.append(f"{database:12}" + "".join(f"{figure:>17,}" for figure in figures))
    return "\n".join(lines)


def main() -> int:
    """Run from a command line; exit status 1 where any promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.torture", description=__doc__)
    parser.add_argument("--histories", type=int, default=1000, help="how many, over all databases")
    parser.add_argument("--only-histories", action="store_true", help="no killed processes, no power cuts")
    parser.add_argument("--seed", type=int, default=None, help="the first seed; left out: a random one, which is told")
    parser.add_argument("--database", choices=(*DATABASES, "both"), default="both")
    parser.add_argument("--stop-at-first", action="store_true", help="end at the first broken promise")
    wanted = parser.parse_args()
    databases = DATABASES if wanted.database == "both" else (wanted.database,)
    seed = Random().randrange(10**6) * 1000 if wanted.seed is None else wanted.seed
    _say(f"The first seed is {seed}.")
    tolls: dict[str, Toll] = {}
    for database in databases:
        share = wanted.histories // len(databases)
        tolls[database] = torture(database, share, seed, tell=True, stop_at_first=wanted.stop_at_first)
    _say(table(tolls))
    broken = any(toll.broken for toll in tolls.values())
    if not wanted.only_histories:
        broken = _kill(databases, wanted.histories, seed) or _cut_power(wanted.histories, seed) or broken
    return 1 if broken else 0


def _kill(databases: tuple[str, ...], histories: int, seed: int) -> bool:
    """Kill processes at their boundaries: at every one where a thousand histories were asked for."""
    most = None if histories >= 1000 else max(3, histories // 20)
    broken = False
    for database in databases:
        with fresh_databases(database) as fresh:
            for name, kill in DEATHS.items():
                deaths = kill(fresh(), most, seed)
                _say(
                    f"{database}: {name} killed {deaths.killed} times at {deaths.crossed} boundaries, "
                    f"({len(deaths.absent)} came in no further run), {deaths.thanked} thanked: "
                    f"{len(deaths.findings)} broken promises"
                )
                for each in deaths.findings:
                    _say("  " + each)
                broken = broken or bool(deaths.findings)
    return broken


def _cut_power(histories: int, seed: int) -> bool:
    broken = False
    for name, cut in OUTAGES.items():
        outage = cut(histories, seed)
        _say(
            f"power cuts, {name}: {outage.writes} writes and {outage.syncs} syncs replayed to {outage.disks} disks, "
            f"{outage.thanked} thanked: {len(outage.findings)} broken promises"
        )
        for each in outage.findings:
            _say("  " + each)
        broken = broken or bool(outage.findings)
    return broken


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
