"""What the staff panel reads of the machine, and uploading now, in a process of its own."""

import json
import os
import subprocess
from pathlib import Path

from kiosk.forum.errors import ForumError
from kiosk.status import read_status
from kiosk.store import Store
from kiosk.temperature import warmest_celsius
from ui.staff.state import Machine, Outcome

_UPLOAD_SECONDS = 120


def read_machine(store: Store, thermal: Path) -> Machine:
    """Read how the kiosk itself is."""
    return Machine(read_status(store), warmest_celsius(thermal), store.staff.closure())


def upload_now(home: Path, uploader: Path) -> Outcome:
    """Upload what waits with `forum-sync once`, beside the one that always runs; raises ForumError or OSError."""
    try:
        done = subprocess.run(  # noqa: S603 (our own program)
            [uploader, "once", "--json"],
            env={**os.environ, "FORUM_HOME": str(home)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_UPLOAD_SECONDS,
            check=False,
        )
        if done.returncode == 0:
            told = json.loads(done.stdout)
            return Outcome("uploaded", sent=int(told["sent"]), waiting=int(told["pending"]))
    except subprocess.TimeoutExpired:
        return Outcome("not-uploaded", said=f"{_UPLOAD_SECONDS} s")
    except (ValueError, KeyError, TypeError):
        raise ForumError("forum-sync answered in a way that is not known; what waits is kept.") from None
    lines = done.stderr.strip().splitlines()
    return Outcome("not-uploaded", said=lines[-1] if lines else "")
