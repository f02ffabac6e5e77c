"""Checkpoints (C2SP tlog-checkpoint): what the public log is at one moment, in a signed note.

origin (the log's name)
number of entries
base64 of the root
extension lines, if any (the log writes none: nobody could audit them)
"""

import re
from base64 import b64encode
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.forum.chain import HASH_BYTES
from sync.protocol.merkle import EMPTY_ROOT, LARGEST_SIZE
from sync.protocol.notes import NoteRejected, VerifierKey, exact_base64, open_note, sign_note

MOST_EXTENSIONS = 16


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The log `origin` has `size` entries and this root."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()


def sign_checkpoint(checkpoint: Checkpoint, key: Ed25519PrivateKey) -> str:
    """Return the checkpoint as a note signed in the origin's name; raises NoteRejected or KeyRejected.

    A log must never sign two checkpoints that contradict each other: sign only what one transaction read.
    """
    root = b64encode(checkpoint.root).decode()
    text = "\n".join([checkpoint.origin, str(checkpoint.size), root, *checkpoint.extensions]) + "\n"
    if checkpoint_from_text(text) != checkpoint:
        raise NoteRejected("The checkpoint cannot be written so that it reads the same; nothing was signed.")
    return sign_note(text, checkpoint.origin, key)


def read_checkpoint(note: str | bytes, key: VerifierKey) -> Checkpoint:
    """Return what this log's key signed; raises NoteRejected for any other note, or another log's."""
    text, _ = open_note(note, [key])
    checkpoint = checkpoint_from_text(text)
    if checkpoint.origin != key.name:
        raise NoteRejected(f"The checkpoint is of the log “{checkpoint.origin}”, and the key of “{key.name}”.")
    return checkpoint


def checkpoint_from_text(text: str) -> Checkpoint:
    """Read a checkpoint's text, whose signatures were checked before; raises NoteRejected."""
    lines = text.split("\n")
    # The text ends in a newline, so that what follows the last one is empty, and nothing else is.
    if len(lines) < 4 or lines.pop() or not all(lines):
        raise NoteRejected("The note is no checkpoint: it takes an origin, a size, a root, and no empty line.")
    origin, size, root, *extensions = lines
    if len(extensions) > MOST_EXTENSIONS:
        raise NoteRejected(f"The checkpoint has more than {MOST_EXTENSIONS} extension lines; it was not read.")
    if not _SIZE.fullmatch(size) or int(size) > LARGEST_SIZE:
        raise NoteRejected("The checkpoint's second line is no number of entries.")
    try:
        hashed = exact_base64(root)
    except ValueError:
        hashed = b""
    if len(hashed) != HASH_BYTES:
        raise NoteRejected("The checkpoint's third line is no base64 of a root.")
    if size == "0" and hashed != EMPTY_ROOT:
        raise NoteRejected("The checkpoint speaks of an empty log and gives the root of something else.")
    return Checkpoint(origin, int(size), hashed, tuple(extensions))


_SIZE = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)
