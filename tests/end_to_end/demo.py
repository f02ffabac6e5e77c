"""An unattended visitor shows the whole way: `make demo`.

It drives the real app by touch on an offscreen screen: answers a poll, writes Hangul while the ministry is out of
reach, comes back online, uploads, and exports the day's tally. It prints what happened, leaves pictures in build/demo,
and ends with 0 only where both sides counted the same.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import typer

from kiosk.pack_files import read_pack_file
from kiosk.store import open_store
from tests.end_to_end.walks import SENTENCE, answer_a_poll, write_an_opinion
from tests.sync.server import serving
from tests.tallies import tally_contents
from tests.ui.visitor import Visitor, visiting
from ui.app import prepare_environment

PICTURES = Path("build/demo")
PACK = Path("assets/packs/lobby.yaml")


class Demo:
    """One demonstration: numbers its pictures and says each step."""

    def __init__(self, home: Path) -> None:
        self.environment = {
            **os.environ,
            "FORUM_HOME": str(home / "kiosk"),
            "FORUM_CENTRAL_HOME": str(home / "central"),
        }
        self.pictures = 0

    def say(self, sentence: str) -> None:
        """Print what happened."""
        typer.echo(f"• {sentence}")

    def show(self, visitor: Visitor, name: str) -> None:
        """Keep a picture of the screen."""
        self.pictures += 1
        visitor.picture().save(str(PICTURES / f"{self.pictures:02d}-{name}.png"))

    def command(self, program: str, *arguments: str, may_fail: bool = False) -> str:
        """Run one of our commands and return what it printed."""
        done = subprocess.run(
            [str(Path(sys.executable).with_name(program)), *arguments],
            env=self.environment, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        if done.returncode and not may_fail:
            raise RuntimeError(f"{program} {' '.join(arguments)}: {done.stderr}")
        return done.stdout or done.stderr

    def pending(self) -> int:
        """Return how many submissions wait."""
        return int(json.loads(self.command("forum-staff", "status", "--json"))["pending"])


def main() -> int:
    """Run the demonstration; 0 where everything arrived once and both tallies are the same bytes."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    prepare_environment()
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication([])
    with tempfile.TemporaryDirectory() as folder:
        same = _visits(Demo(Path(folder)), Path(folder))
    del application
    return 0 if same else 1


def _visits(demo: Demo, folder: Path) -> bool:
    home = folder / "kiosk"
    with serving(folder / "central", None) as central:
        port = int(central.url.rsplit(":", 1)[1])
        demo.say(f"The central store serves on {central.url}.")
        code = json.loads(demo.command("forum-central", "enrol", "lobby", "--json"))["code"]
        demo.command("forum-sync", "enrol", "--central", central.url, "--code", code)
        with open_store(home) as store:
            store.install_pack(read_pack_file(PACK))
        demo.say("This kiosk is enrolled as “lobby” and has the sample pack.")
        with visiting(home) as visitor:
            demo.show(visitor, "attract")
            answer_a_poll(visitor)
            demo.show(visitor, "poll-thanks")
            demo.say("A visitor answered a poll by touch and was thanked.")
            visitor.touch("primary")
            visitor.wait_for_screen("Attract")
            central.stop()
            demo.say("The ministry is now out of reach.")
            write_an_opinion(visitor)
            demo.show(visitor, "opinion-thanks")
            demo.say(f"A visitor wrote “{SENTENCE}” on the on-screen keyboard and was thanked all the same.")
            demo.say("forum-sync once: " + demo.command("forum-sync", "once", may_fail=True).strip())
            demo.say(f"{demo.pending()} submissions wait in the outbox.")
            visitor.touch("primary")
            visitor.wait_for_screen("Attract")
    with serving(folder / "central", None, port):
        demo.say("The ministry is back. forum-sync once: " + demo.command("forum-sync", "once").strip())
        demo.say(f"{demo.pending()} submissions wait in the outbox.")
    content = []
    for name, program in (("kiosk", "forum-staff"), ("central", "forum-central")):
        demo.command(program, "tally", "--format", "csv,json", "--out", str(PICTURES / f"tally-{name}"))
        content.append(tally_contents(PICTURES / f"tally-{name}"))
    same = content[0] == content[1]
    demo.say(f"The day's tally of kiosk and ministry are {'the same bytes' if same else 'NOT the same'}.")
    demo.say(f"Pictures and tallies are in {PICTURES}.")
    return same


if __name__ == "__main__":
    sys.exit(main())
