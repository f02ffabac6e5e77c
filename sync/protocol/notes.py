"""Signed notes (C2SP signed-note): a text and its Ed25519 signatures as lines that people and programs can read.

text, ending in a newline
(an empty line)
— <key name> <base64 of key id (4 bytes) ‖ signature (64 bytes)>

key id       = SHA-256(key name ‖ 0x0A ‖ 0x01 ‖ public key), its first four bytes
verifier key = <key name>+<key id, hex>+<base64 of 0x01 ‖ public key>
"""

import re
from base64 import b64encode
from binascii import a2b_base64
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.forum.errors import ForumError

# Room for sixteen witnesses with post-quantum signatures, which the specification asks for, and a long text.
MOST_NOTE_BYTES = 128 * 1024
MOST_SIGNATURES = 100
MOST_NAME_LETTERS = 256
_ED25519 = b"\x01"
_KEY_BYTES = 32
_SIGNATURE_BYTES = 64
_ID_BYTES = 4


class NoteRejected(ForumError):
    """The bytes are no signed note, or no trusted key signed them."""


class KeyRejected(ForumError):
    """A verifier key or a key's name is not written as it has to be."""


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """The public half of a key that signs notes, under its name."""

    name: str
    public_key: bytes

    def __post_init__(self) -> None:
        if not _is_name(self.name):
            raise KeyRejected(f"“{self.name[:MOST_NAME_LETTERS]}” cannot name a key: it takes no space and no “+”.")
        if len(self.public_key) != _KEY_BYTES:
            raise KeyRejected(f"An Ed25519 key has {_KEY_BYTES} bytes, and this one {len(self.public_key)}.")

    def __str__(self) -> str:
        encoded = b64encode(_ED25519 + self.public_key).decode()
        return f"{self.name}+{self.key_id.hex()}+{encoded}"

    @property
    def key_id(self) -> bytes:
        """Return the four bytes that stand before every signature of this key."""
        return sha256(self.name.encode() + b"\n" + _ED25519 + self.public_key).digest()[:_ID_BYTES]


def verifier_key(name: str, key: Ed25519PrivateKey) -> VerifierKey:
    """Return what others need to check the notes that this key signs under this name; raises KeyRejected."""
    return VerifierKey(name, key.public_key().public_bytes_raw())


def read_verifier_key(text: str) -> VerifierKey:
    """Read a verifier key, name+id+key; raises KeyRejected where it was mistyped or is not an Ed25519 key."""
    name, _, rest = text.partition("+")
    key_id, _, encoded = rest.partition("+")
    try:
        raw = exact_base64(encoded)
    except ValueError:
        raise KeyRejected("This is no verifier key; copy it whole: name+id+key, without spaces.") from None
    if raw[:1] != _ED25519:
        raise KeyRejected("This verifier key is of a kind that the log does not use; copy the log's own.")
    key = VerifierKey(name, raw[1:])
    if key.key_id.hex() != key_id:
        raise KeyRejected("The verifier key does not fit its own id; copy it again, every letter of it.")
    return key


def sign_note(text: str, name: str, key: Ed25519PrivateKey) -> str:
    """Sign a text, which ends in a newline and holds no control characters; raises NoteRejected or KeyRejected."""
    verifier = verifier_key(name, key)
    if not text.endswith("\n") or _CONTROL.search(text):
        raise NoteRejected("A note's text ends in a newline and holds no other control character; nothing was signed.")
    signature = b64encode(verifier.key_id + key.sign(text.encode())).decode()
    note = f"{text}\n— {name} {signature}\n"
    if len(note.encode()) > MOST_NOTE_BYTES:
        raise NoteRejected(f"A note has at most {MOST_NOTE_BYTES} bytes; nothing was signed.")
    return note


def open_note(note: str | bytes, trusted: Sequence[VerifierKey]) -> tuple[str, list[VerifierKey]]:
    """Return a note's text and the trusted keys that signed it, at least one; raises NoteRejected.

    Signatures of other keys are passed over, as the specification asks; a wrong one of a trusted key condemns the note.
    """
    text, signatures = _taken_apart(note)
    signed_by: list[VerifierKey] = []
    for name, key_id, signature in signatures:
        for key in trusted:
            if (key.name, key.key_id) != (name, key_id):
                continue
            try:
                Ed25519PublicKey.from_public_bytes(key.public_key).verify(signature, text.encode())
            except (InvalidSignature, ValueError):
                raise NoteRejected(
                    f"The signature of {name} does not fit the note; it was changed, do not believe it."
                ) from None
            if key not in signed_by:
                signed_by.append(key)
    if not signed_by:
        names = ", ".join(key.name for key in trusted) or "nobody"
        raise NoteRejected(f"No trusted key signed this note (trusted: {names}); do not believe it.")
    return text, signed_by


def exact_base64(text: str) -> bytes:
    """Read standard base64 in its one spelling, with padding; raises ValueError for any other."""
    raw = a2b_base64(text.encode("ascii"), strict_mode=True)
    if b64encode(raw).decode() != text:
        raise ValueError("not the one spelling of these bytes")
    return raw


def _taken_apart(note: str | bytes) -> tuple[str, list[tuple[str, bytes, bytes]]]:
    try:
        raw = note.encode() if isinstance(note, str) else note
        if len(raw) > MOST_NOTE_BYTES:
            raise NoteRejected(f"The note has more than {MOST_NOTE_BYTES} bytes; it was not read.")
        whole = raw.decode()
    except UnicodeError:
        raise NoteRejected("The note is not UTF-8 text; get it again from where it was published.") from None
    if _CONTROL.search(whole):
        raise NoteRejected("The note holds control characters; get it again from where it was published.")
    text, gap, lines = whole.rpartition("\n\n")
    if not gap or not lines.endswith("\n"):
        raise NoteRejected("The note has no signatures after an empty line; get it again, whole.")
    rows = lines[:-1].split("\n")
    if len(rows) > MOST_SIGNATURES:
        raise NoteRejected(f"The note has more than {MOST_SIGNATURES} signatures; it was not read.")
    return text + "\n", [_signature(row) for row in rows]


def _signature(row: str) -> tuple[str, bytes, bytes]:
    line = _SIGNATURE.fullmatch(row)
    try:
        raw = exact_base64(line[2]) if line else b""
    except ValueError:
        raw = b""
    if line is None or len(line[1]) > MOST_NAME_LETTERS or len(raw) <= _ID_BYTES:
        raise NoteRejected("A signature line of the note is malformed; get the note again, whole.")
    return line[1], raw[:_ID_BYTES], raw[_ID_BYTES:]


def _is_name(name: str) -> bool:
    return len(name) <= MOST_NAME_LETTERS and _NAME.fullmatch(name) is not None


# Lone surrogates are in no UTF-8 text; they come in from command lines.
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\ud800-\udfff]")
_NAME = re.compile("[^\\s+\x00-\x1f\ud800-\udfff]+")
_SIGNATURE = re.compile(rf"— ({_NAME.pattern}) ([A-Za-z0-9+/]+=*)")
