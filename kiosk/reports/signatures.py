"""Detached signatures of exported files: FILE.sig says which kiosk wrote FILE, and that nobody changed it since.

FILE.sig is JSON: {v, algorithm, key_id, public_key, file, digest, signature}. The kiosk's device key (Ed25519) signs a
context line and then the RFC 8785 bytes of everything but the signature. It holds no time, so that the same file has
the same signature. `public_key` is there to be compared; what is believed is the key that the verifier brings.
"""

import base64
import binascii
import json
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.forum.errors import ForumError

_CONTEXT = b"open-forum-kiosk/file/1\n"
_ALGORITHM = "Ed25519"
_LARGEST_SIGNATURE = 10_000


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A kiosk's device key and the id of the device that it belongs to."""

    device_id: str
    key: Ed25519PrivateKey


@dataclass(frozen=True, slots=True)
class SignedBy:
    """Who signed a file, and the name that the file had then."""

    key_id: str
    fingerprint: str
    file: str


def signature_path(path: Path) -> Path:
    """Return where a file's signature lies: beside it."""
    return path.with_name(path.name + ".sig")


def signature_of(signing: SigningKey, name: str, digest: bytes) -> bytes:
    """Return the content of a .sig file for a file of this name and SHA-256 digest."""
    body: dict[str, Any] = {
        "v": 1,
        "algorithm": _ALGORITHM,
        "key_id": signing.device_id,
        "public_key": key_text(signing.key.public_key()),
        "file": name,
        "digest": f"sha-256={digest.hex()}",
    }
    signature = signing.key.sign(_CONTEXT + rfc8785.dumps(body))
    signed = {**body, "signature": base64.urlsafe_b64encode(signature).rstrip(b"=").decode()}
    return (json.dumps(signed, ensure_ascii=False, indent=1) + "\n").encode()


def verify_file(path: Path, key: Ed25519PublicKey) -> SignedBy:
    """Check a file against the .sig beside it and a key that is believed; raises ForumError where anything differs."""
    beside = signature_path(path)
    try:
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
        with beside.open("rb") as file:
            content = file.read(_LARGEST_SIGNATURE + 1)
    except FileNotFoundError as error:
        raise ForumError(
            f"{error.filename} is not there, so {path.name} cannot be checked; bring the file and its .sig together."
        ) from None
    except OSError as error:
        raise ForumError(
            f"{error.filename} cannot be read ({error.strerror}); check the path and its rights."
        ) from None
    body, signature = _read(beside, content)
    try:
        key.verify(signature, _CONTEXT + rfc8785.dumps(body))
    except InvalidSignature:
        raise ForumError(
            f"{beside.name} was not signed by the key {fingerprint(key)}, or was changed since; do not rely on "
            f"{path.name}, and ask for it again from where it came."
        ) from None
    if body.get("digest") != f"sha-256={digest}":
        raise ForumError(
            f"{path.name} was changed after it was signed; do not rely on it, and ask for it again from where it came."
        )
    return SignedBy(str(body.get("key_id")), fingerprint(key), str(body.get("file")))


def key_text(key: Ed25519PublicKey) -> str:
    """Return a public key as text: 32 bytes, base64url without padding."""
    return base64.urlsafe_b64encode(key.public_bytes_raw()).rstrip(b"=").decode()


def key_from_text(text: str) -> Ed25519PublicKey:
    """Read a public key written by `key_text`; raises ForumError where it is none."""
    try:
        return Ed25519PublicKey.from_public_bytes(_from_text(text.strip(), 32))
    except ValueError:
        raise ForumError("This is no key of a kiosk (32 bytes, base64url); copy it again, whole.") from None


def fingerprint(key: Ed25519PublicKey) -> str:
    """Return what people compare of a key: the start of its SHA-256 in groups of four."""
    digits = sha256(key.public_bytes_raw()).hexdigest()[:16]
    return "-".join(digits[place : place + 4] for place in range(0, 16, 4))


def _read(beside: Path, content: bytes) -> tuple[dict[str, Any], bytes]:
    try:
        body = json.loads(content) if len(content) <= _LARGEST_SIGNATURE else None
        if not isinstance(body, dict) or body.get("v") != 1 or body.get("algorithm") != _ALGORITHM:
            raise ValueError
        signature = _from_text(body.pop("signature", None), 64)
        rfc8785.dumps(body)
    except (ValueError, RecursionError, rfc8785.CanonicalizationError):
        raise ForumError(f"{beside.name} is no signature of a kiosk; ask for it again from where it came.") from None
    return body, signature


def _from_text(text: Any, length: int) -> bytes:
    """Read base64url without padding; raises ValueError for anything else."""
    if not isinstance(text, str):
        raise ValueError
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error:
        raise ValueError from None
    if len(raw) != length:
        raise ValueError
    return raw
