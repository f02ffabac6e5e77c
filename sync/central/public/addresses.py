"""Public names of suggestions: stable, and none leads back to the receipt that a proposer holds."""

from uuid import UUID

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync.central.central import Central


class Addresses:
    """Turns a proposal's id into its public name and back, under a key derived from the server's.

    An id is one block of random bits, so that a single AES block is a permutation of ids that only the key can undo.
    """

    def __init__(self, central: Central) -> None:
        secret = central.server_key.private_bytes_raw()
        key = HKDF(SHA256(), 32, salt=None, info=b"open-forum-kiosk/suggestion-address/1").derive(secret)
        self._cipher = Cipher(AES(key), ECB())  # noqa: S305 (one random block; there is no pattern to betray)

    def public_id(self, proposal_id: str) -> str:
        """Return the public name of a proposal."""
        return str(UUID(bytes=self._cipher.encryptor().update(UUID(proposal_id).bytes)))

    def proposal_id(self, public_id: str) -> str | None:
        """Return the proposal of a public name; None for what is no name at all."""
        try:
            block = UUID(public_id).bytes
        except ValueError:
            return None
        if str(UUID(bytes=block)) != public_id:
            return None
        return str(UUID(bytes=self._cipher.decryptor().update(block)))
