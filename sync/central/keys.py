"""The ministry's keys in the central home: one signs receipts, to the other (public) contacts are sealed."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.central.key_files import write_once
from sync.central.store import devices
from sync.central.store.database import Database
from sync.central.store.errors import CentralError

KEY_FILE = "server.key"
SEALING_FILE = "sealing.pub"


def server_key(home: Path, database: Database) -> Ed25519PrivateKey:
    """Return the key that signs receipts, made at the first start; raises CentralError where it is not this database's.

    The private key never enters the database: who can read the records must not be able to sign receipts.
    """
    path = home / KEY_FILE
    with database.writing() as connection:
        bound = devices.server_public_key(connection)
        if bound is not None and not path.exists():
            raise CentralError(
                f"The key that signs receipts, {path}, is missing; nothing was changed. "
                "Put back the server.key that belongs to this database."
            )
        key = load_key(path) if path.exists() else make_key(path)
        public = key.public_key().public_bytes_raw()
        if bound is None:
            devices.keep_server_public_key(connection, public)
        elif bound != public:
            raise CentralError(
                f"{path} is not the key that signs this database's receipts; nothing was changed. "
                "Put back the server.key that belongs to it."
            )
    return key


def sealing_key(home: Path) -> bytes | None:
    """Return the raw X25519 public key (hex in sealing.pub) that kiosks seal contacts to, or None without one."""
    path = home / SEALING_FILE
    if not path.exists():
        return None
    try:
        raw = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except ValueError:
        raw = b""
    if len(raw) != 32:
        raise CentralError(f"{path} is no key (64 hex digits); put it right or remove it.")
    return raw


def load_key(path: Path) -> Ed25519PrivateKey:
    """Read a private key that `make_key` wrote; raises CentralError."""
    try:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text(encoding="ascii").strip()))
    except ValueError:
        raise CentralError(f"{path} is no key (64 hex digits); nothing was changed. Put it back.") from None


def make_key(path: Path) -> Ed25519PrivateKey:
    """Make a private key and keep it, for this user alone."""
    key = Ed25519PrivateKey.generate()
    write_once(path, key.private_bytes_raw().hex() + "\n")
    return key
