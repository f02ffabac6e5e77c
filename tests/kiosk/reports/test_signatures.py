import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.forum.errors import ForumError
from kiosk.reports.signatures import key_from_text, key_text, signature_path, verify_file
from kiosk.store import Enrolment, open_store
from tests.conftest import Run
from tests.small_pack import small_pack
from tests.submissions import poll_submission

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


@pytest.fixture
def exported(home: Path, tmp_path: Path, run: Run) -> Path:
    with open_store(home) as store:
        store.install_pack(small_pack())
        store.keep(poll_submission())
        store.save_enrolment(
            Enrolment("lobby", "http://central", "http://public", KEY.private_bytes_raw(), bytes(range(32)))
        )
    out = tmp_path / "out"
    done = run("forum-staff", "tally", "--from", "2026-11-22", "--to", "2026-11-22", "--out", out, "--json")
    printed = json.loads(done.out)
    assert [Path(each).name for each in printed["signatures"]] == ["tally_2026-11-22.csv.sig"]
    return Path(printed["files"][0])


def test_a_whole_file_is_good_on_the_kiosk_and_with_its_key_elsewhere(exported: Path, tmp_path: Path, run: Run) -> None:
    here = run("forum-staff", "verify", exported)
    assert (here.code, here.err) == (0, "")
    assert "is good" in here.out
    elsewhere = run(
        "forum-staff", "verify", exported, "--home", tmp_path / "none", "--key", key_text(KEY.public_key()), "--json"
    )
    assert json.loads(elsewhere.out)["good"] is True
    assert not (tmp_path / "none").exists()


def test_a_changed_file_is_named_as_changed(exported: Path, run: Run) -> None:
    exported.write_bytes(exported.read_bytes().replace(b",1\r\n", b",2\r\n"))
    done = run("forum-staff", "verify", exported)
    assert done.code == 1
    assert "was changed after it was signed" in done.err


@pytest.mark.parametrize(("part", "value"), [("digest", "sha-256=00"), ("key_id", "other"), ("file", "other.csv")])
def test_a_changed_signature_file_is_refused(exported: Path, part: str, value: str) -> None:
    beside = signature_path(exported)
    beside.write_text(json.dumps({**json.loads(beside.read_bytes()), part: value}))
    with pytest.raises(ForumError, match="was not signed by the key"):
        verify_file(exported, KEY.public_key())


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff", b'{"v":1,"algorithm":"Ed25519"}', b"[" * 20_000])
def test_what_is_no_signature_is_refused(exported: Path, content: bytes) -> None:
    signature_path(exported).write_bytes(content)
    with pytest.raises(ForumError, match="is no signature"):
        verify_file(exported, KEY.public_key())


def test_another_kiosk_s_key_does_not_fit(exported: Path) -> None:
    with pytest.raises(ForumError, match="was not signed by the key"):
        verify_file(exported, Ed25519PrivateKey.generate().public_key())


def test_a_missing_signature_is_named(exported: Path, run: Run) -> None:
    signature_path(exported).unlink()
    done = run("forum-staff", "verify", exported)
    assert done.code == 1
    assert "tally_2026-11-22.csv.sig is not there" in done.err


def test_a_kiosk_without_a_key_says_so(home: Path, tmp_path: Path, run: Run) -> None:
    open_store(home).close()
    done = run("forum-staff", "tally", "--out", tmp_path)
    assert "not signed" in done.out
    assert list(tmp_path.glob("*.sig")) == []
    refused = run("forum-staff", "verify", next(tmp_path.glob("*.csv")))
    assert refused.code == 1


def test_a_key_s_text_is_read_back_and_nothing_else_is() -> None:
    assert key_from_text(key_text(KEY.public_key())).public_bytes_raw() == KEY.public_key().public_bytes_raw()
    with pytest.raises(ForumError, match="no key"):
        key_from_text("abc")
