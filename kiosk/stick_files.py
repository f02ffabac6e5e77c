"""Writing files to a USB stick: all of them or none, under another name until they are on the disk and read back."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from kiosk.forum.errors import ForumError
from kiosk.usb_sticks import Stick

_UNFINISHED = (".open-forum-", ".part")
_CHUNK = 256 * 1024
# What a file system needs beyond the bytes: its own entries, and the unused end of each file's last block.
_ROOM_BESIDE = 128 * 1024
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class StickProblem(ForumError):
    """A stick could not be written: `kind` is gone, full, refused, changed or stopped; bytes where it is full."""

    def __init__(self, kind: str, needed: int = 0, free: int = 0) -> None:
        self.kind, self.needed, self.free = kind, needed, free
        super().__init__(_SENTENCES[kind].format(needed=needed / 1e6, free=free / 1e6))


_SENTENCES = {
    "gone": "The stick was pulled out or cannot be written; the next export removes what is half-written.",
    "full": "The stick has {free:.1f} MB free, and {needed:.1f} MB are needed; nothing was left on it. Take another.",
    "refused": "The stick is write-protected; nothing was changed. Release its lock, or take another one.",
    "changed": "What was read back differs from what was written; nothing was left on the stick. Take another one.",
    "stopped": "The export was stopped; nothing was left on the stick.",
}


def write_to_stick(
    stick: Stick,
    name: str,
    files: Sequence[Path],
    tell: Callable[[int, int], None] = lambda _done, _all: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Path:
    """Write files into a new folder of this name, or this name with a number; returns it. Raises StickProblem.

    `tell` hears of the bytes that are done, and of all. No link on the stick is followed.
    """
    total = sum(path.stat().st_size for path in files)
    try:
        with _opened(stick.folder, None) as root:
            if os.fstat(root).st_dev != _number(stick.device):
                raise StickProblem("gone")
            _remove_unfinished(root)
            _check_room(root, total, len(files))
            unfinished = name.join(_UNFINISHED)
            try:
                _write_all(root, unfinished, files, tell, stopped)
                final = _take_name(root, unfinished, name)
            except BaseException:
                with suppress(OSError):
                    shutil.rmtree(unfinished, dir_fd=root)
                raise
            _sync(root)
        if stick.folder.stat().st_dev != _number(stick.device):
            raise StickProblem("gone")
    except OSError as error:
        raise _problem(error, total, stick) from None
    return stick.folder / final


def _write_all(
    root: int, folder: str, files: Sequence[Path], tell: Callable[[int, int], None], stopped: Callable[[], bool]
) -> None:
    total, done = sum(path.stat().st_size for path in files), 0
    os.mkdir(folder, 0o755, dir_fd=root)
    with _opened(Path(folder), root) as place:
        for path in files:
            tell(done, total)
            digest = sha256()
            with _new(path.name, place) as out, path.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    if stopped():
                        raise StickProblem("stopped")
                    _write(out, chunk)
                    digest.update(chunk)
                    done += len(chunk)
                    tell(done, total)
                os.fsync(out)
                os.posix_fadvise(out, 0, 0, os.POSIX_FADV_DONTNEED)
            if _read_back(path.name, place) != digest.digest():
                raise StickProblem("changed")
        _sync(place)


def _write(out: int, chunk: bytes) -> None:
    left = memoryview(chunk)
    while left:
        left = left[os.write(out, left) :]


def _read_back(name: str, place: int) -> bytes:
    """Hash what lies on the stick, not what memory still holds of it."""
    digest = sha256()
    descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=place)
    with os.fdopen(descriptor, "rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.digest()


def _take_name(root: int, unfinished: str, name: str) -> str:
    """Give the folder its name, or the first free one with a number: what was exported before stays as it is."""
    number, final = 1, name
    while _exists(final, root):
        number += 1
        final = f"{name}-{number}"
    os.rename(unfinished, final, src_dir_fd=root, dst_dir_fd=root)
    return final


def _exists(name: str, root: int) -> bool:
    try:
        os.stat(name, dir_fd=root, follow_symlinks=False)
    except FileNotFoundError:
        return False
    return True


def _remove_unfinished(root: int) -> None:
    """Remove what an export left that lost its stick half-way."""
    start, end = _UNFINISHED
    for name in os.listdir(root):
        if name.startswith(start) and name.endswith(end):
            with suppress(OSError):
                shutil.rmtree(name, dir_fd=root)


def _check_room(root: int, total: int, files: int) -> None:
    room = os.fstatvfs(root)
    if room.f_flag & os.ST_RDONLY:
        raise StickProblem("refused")
    free, needed = room.f_bavail * room.f_frsize, total + files * room.f_bsize + _ROOM_BESIDE
    if free < needed:
        raise StickProblem("full", needed, free)


def _problem(error: OSError, needed: int, stick: Stick) -> StickProblem:
    if error.errno in _FULL:
        return StickProblem("full", needed, stick.free)
    return StickProblem("refused" if error.errno in _REFUSED else "gone")


def _number(device: str) -> int:
    major, _, minor = device.partition(":")
    return os.makedev(int(major), int(minor))


@contextmanager
def _opened(path: Path, within: int | None) -> Iterator[int]:
    """Hold a folder open; a link in its place is refused."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=within)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def _new(name: str, place: int) -> Iterator[int]:
    """Hold a new file open; whatever has its name already is refused."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(name, flags, 0o644, dir_fd=place)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _sync(folder: int) -> None:
    """Bring the names in a folder to the disk, where its file system can."""
    with suppress(OSError):
        os.fsync(folder)
