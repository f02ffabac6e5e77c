"""The ministry's key pairs for sealing: contacts open only with a key that this server never holds.

* The **sealing** pair: `sealing.pub` in the home is what kiosks seal contacts to. Its private half is written once, to
  the file that staff name, and is to be kept where no server reaches: whoever breaks into the server finds contacts
  that it cannot open. It is exchanged in good time (`--replace`) and destroyed when its contacts' year is over.
* The **handoff** pair: `handoff.key` is read by the web process, for a phone's page must show the visit that it goes
  on with. What that costs: whoever breaks into the server can read an unfinished visit whose code they hold. Such a
  code is never stored here, carries no contact, and is gone from the kiosk with its visitor; so this key guards little,
  and it is another one than the key that guards much.
"""

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.forum.sealing import key_id
from sync.central.key_files import sync, write_once
from sync.central.keys import SEALING_FILE, sealing_key
from sync.central.store.errors import CentralError

HANDOFF_FILE = "handoff.key"
_NOTE = (
    "# The private half of the ministry's sealing key {key}: it opens the contact details that visitors left.\n"
    "# Keep it away from the server, in two places that only the privacy officer reaches; without it they are lost.\n"
    "# Destroy it when the contacts that were sealed to it are a year old.\n"
)


def make_sealing_pair(home: Path, out: Path, *, replace: bool = False) -> bytes:
    """Make a sealing pair: the public half into the home, the private one into `out` (0600); return the public half.

    Raises CentralError with nothing changed where there is a key already, unless it is to be replaced, and where `out`
    is there: a private key is never overwritten.
    """
    present = sealing_key(home)
    if present is not None and not replace:
        raise CentralError(
            f"The central home has the sealing key {key_id(present).hex()} already; nothing was changed. "
            "Keep using it, or exchange it with --replace; the old private key still opens what was sealed to it."
        )
    key = X25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    try:
        write_once(out, _NOTE.format(key=key_id(public).hex()) + key.private_bytes_raw().hex() + "\n")
        fresh = home / f".{SEALING_FILE}.{os.getpid()}"
        fresh.unlink(missing_ok=True)
        write_once(fresh, public.hex() + "\n")
        fresh.replace(home / SEALING_FILE)
        sync(home)
    except FileExistsError:
        raise CentralError(f"{out} is there already; nothing was changed. Name a file that is not.") from None
    except OSError as error:
        raise CentralError(
            f"The sealing key could not be written ({error.strerror}: {error.filename}); the key before stays in use. "
            "Check the folders and their rights."
        ) from None
    return public


def read_private_key(path: Path) -> X25519PrivateKey:
    """Read the private half that `make_sealing_pair` wrote; raises CentralError."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        (text,) = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
        return X25519PrivateKey.from_private_bytes(bytes.fromhex(text))
    except OSError as error:
        raise CentralError(f"The key {path} cannot be read ({error.strerror}); nothing was opened.") from None
    except ValueError:
        raise CentralError(f"{path} holds no private key (64 hex digits); nothing was opened.") from None


def handoff_key(home: Path) -> X25519PrivateKey:
    """Return the private key of unfinished visits, made at the first start."""
    path = home / HANDOFF_FILE
    if not path.exists():
        fresh = home / f".{HANDOFF_FILE}.{os.getpid()}"
        fresh.unlink(missing_ok=True)
        write_once(fresh, X25519PrivateKey.generate().private_bytes_raw().hex() + "\n")
        try:
            # Two processes that start at once agree on one key.
            path.hardlink_to(fresh)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
        sync(home)
    return read_private_key(path)
