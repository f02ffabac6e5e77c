"""One uploader sends at a time; a dead one leaves nothing locked; the waits of an earlier run are remembered."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.store import Enrolment, Store
from sync.uploader.lease import LeaseHeld, leased
from sync.uploader.running import Runner
from tests.submissions import poll_submission
from tests.sync.in_process import run_here

HOLD = """
import sys, time
from pathlib import Path
from sync.uploader.lease import leased
with leased(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def _holder(home: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_uploader_sends_nothing_and_says_so_in_one_sentence(store: Store, home: Path) -> None:
    holder = _holder(home)
    done = run_here("forum-sync", "once")
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "Another forum-sync is sending" in done.err
    with pytest.raises(LeaseHeld), leased(home, patience=0):
        pass
    holder.communicate(timeout=30)
    with leased(home, patience=0):
        pass


def test_the_lease_of_a_killed_uploader_is_free_at_once(store: Store, home: Path) -> None:
    holder = _holder(home)
    holder.send_signal(signal.SIGKILL)
    holder.wait(30)
    holder.communicate()
    with leased(home, patience=0):
        pass


def test_a_restarted_uploader_tries_at_once_and_then_waits_as_long_as_the_one_before_would_have(
    store: Store, home: Path
) -> None:
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    store.save_enrolment(Enrolment("lobby", "http://127.0.0.1:1", "", key.private_bytes_raw(), public, None))
    store.keep(poll_submission())
    store.save_line_note("failures-in-a-row", "9")
    told: list[str] = []

    def tell(sentence: str) -> None:
        told.append(sentence)
        runner.stop()

    runner = Runner(store, allow_http=False, tell=tell)
    runner.run()
    assert "cannot be reached" in told[0]  # the first try was made at once
    assert store.line_note("failures-in-a-row") == "10"
    assert store.status().next_attempt_at is not None
