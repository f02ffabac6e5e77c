"""Each guard taken out of a copy of the tree, one at a time: torture must fail without it, or it guards nothing.

`python -m tests.faults.mutations` prints the table; `--only NAME` tries one, `--tree FOLDER` mutates another tree.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

TREE = Path(__file__).parents[2]
_COPIED = ("kiosk", "sync", "ui", "tests", "assets")
_SECONDS = 300
Edits = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Mutation:
    """A guard, the edits (file, old, new) that take it out, and what should fail without it."""

    name: str
    edits: Edits
    proof: tuple[str, ...]


def _histories(count: int, seed: int = 7, database: str = "sqlite") -> tuple[str, ...]:
    wanted = f"--histories {count} --seed {seed} --database {database} --stop-at-first --only-histories"
    return ("-m", "tests.faults.torture", *wanted.split())


def _tests(name: str, *options: str) -> tuple[str, ...]:
    return ("-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", f"tests/faults/{name}", *options)


_POWER = ("-m", "tests.faults.power_loss", "--disks", "60", "--of", "kiosk")
_CENTRAL_POWER = ("-m", "tests.faults.power_loss", "--disks", "80", "--of", "central")
_ENGINE = "kiosk/store/engine.py"
_UPLOAD = "sync/uploader/upload.py"
_CLIENT = "sync/uploader/client.py"
_ACCEPT = "sync/central/ingest/accept.py"

_NO_CHAIN: Edits = (
    (_ACCEPT, "if batch.first_seq > head.seq + 1:", "if False:"),
    (_ACCEPT, "if chain_over(batch.prev_chain, batch.first_seq, ours) != chain:", "if False:"),
    (_ACCEPT, "if stored != [record.commitment for record in batch.records[:known]]:", "if False:"),
)

MUTATIONS: tuple[Mutation, ...] = (
    Mutation(
        "central: the head's place is not looked at and no constraint decides",
        (
            (_ACCEPT, "if known > 0:", "known = 0\n        if known > 0:"),
            (_ACCEPT, "if chain_over(batch.prev_chain, batch.first_seq, ours) != chain:", "if False:"),
            ("sync/central/store/tables.py", '    UniqueConstraint("device_no", "epoch", "seq"),\n', ""),
            (
                "sync/central/store/tables.py",
                'Column("receipt_id", Uuid(as_uuid=False), unique=True)',
                'Column("receipt_id", Uuid(as_uuid=False))',
            ),
            ("sync/central/store/schema.py", 'command.upgrade(config, "head")', "_unguarded(config, connection)"),
            (
                "sync/central/store/schema.py",
                "def _config() -> Config:",
                "def _unguarded(config: Config, connection: object) -> None:\n"
                "    from sync.central.store.tables import metadata\n\n"
                "    metadata.create_all(connection)\n"
                '    command.stamp(config, "head")\n\n\n'
                "def _config() -> Config:",
            ),
        ),
        _histories(30),
    ),
    Mutation(
        "central: chain and contiguity are not checked",
        _NO_CHAIN,
        _tests("../sync/central/test_ingest.py"),
    ),
    Mutation(
        "central and uploader: nobody checks the chain",
        (*_NO_CHAIN, (_UPLOAD, "ours is None or ours.hex() != receipt.chain", "False")),
        _tests("test_detection.py"),
    ),
    Mutation(
        "central: a batch is acknowledged that is not committed",
        (
            (
                _ACCEPT,
                "    return Accepted(known_as + came, batch.epoch, batch.last_seq, chain)",
                "        if batch.last_seq % 5 == 0:\n            connection.rollback()\n"
                "    return Accepted(known_as + came, batch.epoch, batch.last_seq, chain)",
            ),
        ),
        _histories(30),
    ),
    Mutation(
        "uploader: a receipt's signature is not checked, and a page counts as success",
        (
            (
                _UPLOAD,
                "            receipt, signed = under_way.result()\n",
                "            try:\n"
                "                receipt, signed = under_way.result()\n"
                "            except UploadError as error:\n"
                '                if "Something else" not in str(error):\n'
                "                    raise\n"
                "                after = parcel.batch.chain_after().hex()\n"
                "                receipt = Receipt(device_id=self._store.device_id, epoch=parcel.epoch,\n"
                '                    through_seq=parcel.batch.last_seq, chain=after, received_at="")\n'
                '                signed = SignedReceipt(receipt="", signature="")\n',
            ),
        ),
        _histories(30),
    ),
    Mutation(
        "uploader: the outbox is emptied before the receipt",
        (
            (
                _UPLOAD,
                "            receipt, signed = under_way.result()\n",
                '            self._store.confirm(b"", parcel.epoch, parcel.batch.last_seq, datetime.now(UTC))\n'
                "            receipt, signed = under_way.result()\n",
            ),
        ),
        _histories(30),
    ),
    Mutation(
        "uploader: a pack counts as sent whatever answered",
        (
            (_CLIENT, "        answer = _message(PackAnswer, ", "        (lambda *_: None)(PackAnswer, "),
            (_CLIENT, "        if answer.digest != sha256(canonical).hexdigest():", "        if False:"),
        ),
        _tests("test_fault_proxy.py", "-k", "captive"),
    ),
    Mutation(
        "uploader: what the ministry's receipt covers is not compared with the store",
        ((_UPLOAD, "ours is None or ours.hex() != receipt.chain", "False"),),
        _tests("test_detection.py"),
    ),
    Mutation(
        "uploader: a restored backup's earlier epoch stops the line",
        ((_UPLOAD, "return receipt.epoch < store.epoch and", "return False and"),),
        _tests("test_detection.py"),
    ),
    Mutation(
        "kiosk: thanks come before COMMIT",
        (
            (
                "kiosk/store/store.py",
                '                self._connection.exec_driver_sql("COMMIT")\n            except BaseException:',
                '                self._connection.exec_driver_sql("COMMIT" if self._late() else "ROLLBACK")\n'
                "            except BaseException:",
            ),
            (
                "kiosk/store/store.py",
                "    @contextmanager\n    def _writing(self)",
                "    _writes = 0\n\n    def _late(self) -> bool:\n        self._writes += 1\n"
                "        return self._writes % 11 != 10\n\n    @contextmanager\n    def _writing(self)",
            ),
        ),
        _histories(10),
    ),
    Mutation(
        "screen: thanks come before the store has kept",
        (
            (
                "ui/recorder.py",
                "        try:\n            self._store.keep(submission, entered_by)\n",
                "        try:\n            self.kept.emit(self._receipt(self._store, submission))\n"
                "            self._store.keep(submission, entered_by)\n",
            ),
        ),
        _tests("test_kills.py::test_nothing_thanked_is_lost_when_the_touchscreens_recorder_is_killed"),
    ),
    Mutation(
        "kiosk: nobody verifies the store at its start",
        (("kiosk/store/opening.py", "if presence.alone and (home / LAST_GOOD_FILE).exists():", "if False:"),),
        _tests("../kiosk/store/test_recovery.py"),
    ),
    Mutation(
        "kiosk: what comes after a damaged piece is not carried over",
        (
            (
                "kiosk/store/recovery.py",
                "adrift += [left.rows[place] for place in beyond if place in left.rows]",
                "pass",
            ),
        ),
        _tests("../kiosk/store/test_recovery.py"),
    ),
    Mutation(
        "kiosk: the outbox row is written in a transaction of its own",
        (
            (
                "kiosk/store/ledger.py",
                "        connection.execute(_INSERT_OUTBOX,",
                '        connection.exec_driver_sql("COMMIT")\n'
                '        connection.exec_driver_sql("BEGIN IMMEDIATE")\n'
                "        connection.execute(_INSERT_OUTBOX,",
            ),
        ),
        ("-m", "tests.faults.kills", "store"),
    ),
    Mutation(
        "kiosk: a withdrawal keeps the words",
        (("kiosk/store/withdrawals.py", ".values(salt=None, payload=None)", ".values(id=_COLUMNS.id)"),),
        _histories(20),
    ),
    Mutation(
        "kiosk: synchronous = NORMAL",
        ((_ENGINE, '"synchronous = FULL",', '"synchronous = NORMAL",'), (_ENGINE, '("wal", "2")', '("wal", "1")')),
        _POWER,
    ),
    Mutation(
        "kiosk: synchronous = OFF",
        ((_ENGINE, '"synchronous = FULL",', '"synchronous = OFF",'), (_ENGINE, '("wal", "2")', '("wal", "0")')),
        _POWER,
    ),
    Mutation(
        "central: synchronous = OFF",
        (
            (
                "sync/central/store/database.py",
                'return ("WAL", "FULL") if version >= SAFE_FOR_WAL else ("TRUNCATE", "EXTRA")',
                'return ("WAL", "OFF") if version >= SAFE_FOR_WAL else ("TRUNCATE", "OFF")',
            ),
        ),
        _CENTRAL_POWER,
    ),
)


@dataclass(frozen=True, slots=True)
class Caught:
    """Whether torture failed for a mutation, in how many seconds, and the first line that says so."""

    caught: bool
    seconds: float
    words: str


def try_mutation(mutation: Mutation, tree: Path = TREE) -> Caught:
    """Mutate a copy and run what should fail; raises ValueError where the guard is not found as it was."""
    with tempfile.TemporaryDirectory(prefix="forum-mutation-") as folder:
        copy = Path(folder)
        copied(tree, copy)
        for path, old, new in mutation.edits:
            text = (copy / path).read_text(encoding="utf-8")
            if text.count(old) != 1:
                raise ValueError(f"“{mutation.name}”: {path} holds this {text.count(old)} times: {old.strip()}")
            (copy / path).write_text(text.replace(old, new), encoding="utf-8")
        return _run(mutation.proof, copy)


def copied(tree: Path, copy: Path) -> None:
    """Copy the tree's sources."""
    for name in _COPIED:
        shutil.copytree(tree / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"), symlinks=True)
    shutil.copy(tree / "pyproject.toml", copy)


def _run(proof: tuple[str, ...], copy: Path) -> Caught:
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, *proof],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        timeout=_SECONDS,
    )
    told = [line.strip() for line in done.stdout.splitlines() if _is_telling(line)]
    words = told[0] if told else (done.stderr.strip().splitlines() or ["—"])[-1]
    return Caught(done.returncode == 1 and bool(told), time.monotonic() - started, words)


def _is_telling(line: str) -> bool:
    return line.startswith(("  seed", "  cut after", "  killed at", "E  "))


def main() -> int:
    """Run from a command line; exit status 1 where a mutation got through."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.mutations", description=__doc__)
    parser.add_argument("--only", default="", help="mutations whose name holds this")
    parser.add_argument("--tree", type=Path, default=TREE)
    wanted = parser.parse_args()
    escaped = 0
    for mutation in MUTATIONS:
        if wanted.only in mutation.name:
            try:
                result = try_mutation(mutation, wanted.tree)
            except (ValueError, subprocess.TimeoutExpired) as error:
                result = Caught(False, 0.0, str(error))
            escaped += not result.caught
            verdict = "caught " if result.caught else "ESCAPED"
            sys.stdout.write(f"{verdict} {result.seconds:5.0f} s  {mutation.name}\n{'':16}{result.words[:150]}\n")
            sys.stdout.flush()
    return 1 if escaped else 0


if __name__ == "__main__":
    sys.exit(main())
