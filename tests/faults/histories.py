"""Seeded histories: random but repeatable days of a kiosk under a hostile sky."""

import tempfile
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.central_thread import CentralThread
from tests.faults.fault_proxy import FAULTS, FaultProxy
from tests.faults.killing import MEMORY
from tests.faults.promises import Finding
from tests.faults.world import World

_Action = tuple[float, str, Callable[[World, Random], None]]


def _some_faults(world: World, random: Random) -> None:
    faults = random.choices(FAULTS, k=random.randint(1, 5))
    world.upload(*faults, batches=random.choice((None, None, 1, 2, 3)))


def _copy_or_set_back(world: World, _random: Random) -> None:
    if not world.set_back():
        world.image()


_ACTIONS: tuple[_Action, ...] = (
    (9, "thank", lambda world, random: world.thank(random.randint(1, 6))),
    (0.15, "import", lambda world, random: world.import_many(random.choice((30, 510, 1050)))),
    (7, "upload", _some_faults),
    (2, "bad weather", lambda world, _: world.upload_in_bad_weather()),
    (1, "upload", lambda world, _: world.upload()),
    (2, "withdraw", lambda world, _: world.withdraw()),
    (1, "withdraw at the ministry", lambda world, _: world.withdraw_at_ministry()),
    (1, "clock", lambda world, _: world.jump_clock()),
    (0.8, "disk full", lambda world, _: world.fill_disk()),
    (0.5, "server restart", lambda world, _: world.restart_server()),
    (0.7, "kiosk restart", lambda world, _: world.restart_kiosk()),
    (0.7, "uploader restart", lambda world, _: world.end_uploader()),
    (0.7, "race", lambda world, _: world.race()),
    (0.3, "backup", lambda world, _: world.back_up()),
    (0.7, "copy", lambda world, _: world.copy()),
    (0.7, "damage", lambda world, _: world.damage()),
    (0.3, "restore", lambda world, _: world.restore()),
    (1.2, "image", _copy_or_set_back),
    (0.2, "rejoin", lambda world, _: world.rejoin_somehow()),
)


@dataclass
class Toll:
    """What histories came to."""

    histories: int = 0
    thanked: int = 0
    withdrawn: int = 0
    faults: int = 0
    lost: int = 0
    doubled: int = 0
    gaps: int = 0
    wrong: int = 0
    broken: list[str] = field(default_factory=list)

    def add(self, label: str, thanked: int, withdrawn: int, faults: int, findings: list[Finding]) -> None:
        """Count one history."""
        self.histories += 1
        self.thanked += thanked
        self.withdrawn += withdrawn
        self.faults += faults
        for each in findings:
            self.lost += each.kind == "lost"
            self.doubled += each.kind == "doubled"
            self.gaps += each.kind == "gap"
            self.wrong += each.kind == "wrong"
        if findings:
            self.broken.append(f"{label}: " + "; ".join(map(str, findings[:3])))


def run_history(seed: int, central: CentralThread, proxy: FaultProxy, toll: Toll) -> bool:
    """Live through one history and count it; tell whether every promise was kept."""
    random = Random(seed)
    proxy.random = Random(seed + 1)
    before = sum(count for fault, count in proxy.seen.items() if fault != "none")
    with tempfile.TemporaryDirectory(prefix="forum-torture-", dir=MEMORY) as folder:
        # The database is shared: a kiosk's name is used once.
        world = World(Path(folder), central, proxy, random, f"kiosk-{seed}-{toll.histories}")
        story: list[str] = []
        try:
            weights = [weight for weight, _, _ in _ACTIONS]
            for _ in range(random.randint(8, 24)):
                _, name, action = random.choices(_ACTIONS, weights)[0]
                story.append(name)
                action(world, random)
            findings = world.settle()
        except Exception:  # an error that no action expects is a finding, with the whole trace, and not the end
            findings = [Finding("wrong", traceback.format_exc())]
        finally:
            with suppress(Exception):
                world.close()
        faults = sum(count for fault, count in proxy.seen.items() if fault != "none") - before
        label = f"seed {seed} ({', '.join(story)})"
        toll.add(label, len(world.promises.thanked), len(world.promises.withdrawn), faults, findings)
        return not findings
