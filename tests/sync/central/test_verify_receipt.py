"""The offline verifier runs without a server or a database and ends as its exit status says."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.forum.receipts import receipt_number
from tests.sync.protocol.public_log import PublicLog

LOG = PublicLog(13)


def _verifier(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sync.central.verify_receipt", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    path = tmp_path / "receipt.json"
    path.write_text(LOG.proof(5, 13).model_dump_json(), encoding="utf-8")
    return path


@pytest.fixture
def checkpoints(tmp_path: Path) -> tuple[Path, Path, Path]:
    old, new, growth = tmp_path / "old", tmp_path / "new", tmp_path / "growth.json"
    old.write_text(LOG.note(6), encoding="utf-8")
    new.write_text(LOG.note(13), encoding="utf-8")
    growth.write_text(LOG.growth(6, 13).model_dump_json(), encoding="utf-8")
    return old, new, growth


def test_a_receipt_is_verified(proof: Path) -> None:
    done = _verifier("verify-receipt", proof, "--key", LOG.verifier)
    assert (done.returncode, done.stderr) == (0, "")
    assert receipt_number(LOG.submissions[5].receipt_id) in done.stdout
    told = json.loads(_verifier("verify-receipt", proof, "--key", LOG.verifier, "--json").stdout)
    assert told["receipt_id"] == LOG.submissions[5].receipt_id
    assert (told["entry"], told["size"], told["commitment"]) == (5, 13, LOG.commitments[5].hex())


def test_a_proof_without_its_record_is_not_called_a_receipt(tmp_path: Path) -> None:
    path = tmp_path / "receipt.json"
    path.write_text(LOG.proof(5, 13, with_record=False).model_dump_json(), encoding="utf-8")
    done = _verifier("verify-receipt", path, "--key", LOG.verifier)
    assert done.returncode == 0
    assert "does not show whose it is" in done.stdout


def test_an_altered_receipt_is_refused_with_one_sentence(proof: Path) -> None:
    proof.write_text(proof.read_text(encoding="utf-8").replace("security", "seventeen"), encoding="utf-8")
    done = _verifier("verify-receipt", proof, "--key", LOG.verifier)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "The record in the proof is not the one that was committed to; it was changed.\n"


def test_two_checkpoints_are_verified(checkpoints: tuple[Path, Path, Path]) -> None:
    done = _verifier("verify-consistency", *checkpoints, "--key", LOG.verifier, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {"log": "kiosk.example/log", "old_size": 6, "new_size": 13}


def test_checkpoints_in_the_wrong_order_are_refused(checkpoints: tuple[Path, Path, Path]) -> None:
    old, new, growth = checkpoints
    done = _verifier("verify-consistency", new, old, growth, "--key", LOG.verifier)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith("swap them.\n")


def test_a_mistyped_key_or_a_missing_file_is_wrong_usage(proof: Path) -> None:
    assert _verifier("verify-receipt", proof, "--key", str(LOG.verifier)[:-1]).returncode == 2
    assert _verifier("verify-receipt", proof.with_name("none"), "--key", LOG.verifier).returncode == 2
    assert _verifier("verify-receipt", proof).returncode == 2


def test_the_verifier_needs_neither_server_nor_database() -> None:
    loaded = "import sys, sync.central.verify_receipt; print(sorted({m.partition('.')[0] for m in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, timeout=60, check=True)
    assert "typer" in done.stdout
    assert not {"fastapi", "starlette", "sqlalchemy", "psycopg", "requests"} & set(
        json.loads(done.stdout.replace("'", '"'))
    )
