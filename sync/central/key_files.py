"""Files that hold keys: written once, for this user alone, and on the disk when the function returns."""

import os
from pathlib import Path


def write_once(path: Path, text: str) -> None:
    """Write a file (0600) that must not be there yet; raises OSError, FileExistsError where it is."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    sync(path.parent)


def sync(path: Path) -> None:
    """Put a file, or a folder's entries, on the disk; raises OSError."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
