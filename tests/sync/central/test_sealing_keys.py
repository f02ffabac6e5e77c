from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.forum.sealing import SealedToAnotherKey, seal, unseal
from sync.central.keys import sealing_key
from sync.central.sealing_keys import handoff_key, make_sealing_pair, read_private_key
from sync.central.store.errors import CentralError


def test_home_keeps_the_public_half_only(tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "private.key"
    home.mkdir()
    public = make_sealing_pair(home, out)
    private = read_private_key(out)
    assert private.public_key().public_bytes_raw() == public == sealing_key(home)
    assert out.stat().st_mode & 0o777 == 0o600
    secret = private.private_bytes_raw().hex().encode()
    assert all(secret not in path.read_bytes() for path in home.iterdir())
    assert unseal(private, seal(public, b"words", "contact", "a"), "contact", "a") == b"words"


def test_key_in_use_is_replaced_only_when_asked_and_no_private_file_is_overwritten(tmp_path: Path) -> None:
    first = make_sealing_pair(tmp_path, tmp_path / "first.key")
    with pytest.raises(CentralError, match="--replace"):
        make_sealing_pair(tmp_path, tmp_path / "second.key")
    assert not (tmp_path / "second.key").exists()
    with pytest.raises(CentralError, match="there already"):
        make_sealing_pair(tmp_path, tmp_path / "first.key", replace=True)
    assert sealing_key(tmp_path) == first
    second = make_sealing_pair(tmp_path, tmp_path / "second.key", replace=True)
    assert sealing_key(tmp_path) == second != first
    old = read_private_key(tmp_path / "first.key")
    assert unseal(old, seal(first, b"words", "contact", "a"), "contact", "a") == b"words"
    with pytest.raises(SealedToAnotherKey):
        unseal(old, seal(second, b"words", "contact", "a"), "contact", "a")


@pytest.mark.parametrize("text", ["", "# only a note\n", "ab" * 31, "xy" * 32, f"{'ab' * 32}\n{'ab' * 32}"])
def test_file_without_one_private_key_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "key").write_text(text)
    with pytest.raises(CentralError):
        read_private_key(tmp_path / "key")
    with pytest.raises(CentralError):
        read_private_key(tmp_path / "missing")


def test_handoff_key_is_made_once_and_is_the_servers_alone(tmp_path: Path) -> None:
    key = handoff_key(tmp_path)
    assert isinstance(key, X25519PrivateKey)
    assert handoff_key(tmp_path).private_bytes_raw() == key.private_bytes_raw()
    assert [path.name for path in tmp_path.iterdir()] == ["handoff.key"]
    assert (tmp_path / "handoff.key").stat().st_mode & 0o777 == 0o600
