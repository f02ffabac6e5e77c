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
            f"{path}을(를) 쓰지 못했습니다({error.strerror}). 쓰다 만 파일은 남지 않았고 전에 있던 것은 그대로입니다. "
            "폴더의 권한과 남은 공간을 확인한 뒤 다시 하십시오.\n"
            f"{path} could not be written ({error.strerror}); nothing half-written was left, and what was kept before "
            "is untouched. Check the folder, its rights and its free space, then try again."
        ) from None


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all."""
    with whole_file(path) as file:
        file.write(content)
    return path
