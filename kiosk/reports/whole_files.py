"""Files that are there whole or not at all: written under another name, synced, then renamed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kiosk.forum.errors import ForumError


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its name when the block ends well; raises ForumError where it cannot be written."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with unfinished.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise ForumError(
            f"{path} could not be written ({error.strerror}); nothing half-written was left, and what was kept before "
            "is untouched. Check the folder, its rights and its free space, then try again."
        ) from None


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all."""
    with whole_file(path) as file:
        file.write(content)
    return path
