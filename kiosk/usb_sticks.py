"""Finding the USB sticks that are plugged in: mounted file systems on removable disks, and never the kiosk's own."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
DEVICES = Path("/sys/dev/block")
# A disk that holds one of these is the machine's own, although it may be plugged in by USB.
_SYSTEM = ("/", "/boot", "/boot/efi", "/boot/firmware", "/home", "/usr", "/var")
_OCTAL = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Stick:
    """A stick: its device (major:minor), where it is mounted, the name that people know it by, and its bytes."""

    device: str
    folder: Path
    name: str
    size: int
    free: int
    writable: bool


@dataclass(frozen=True, slots=True)
class _Mount:
    device: str
    root: str
    folder: Path
    options: frozenset[str]


def find_sticks(home: Path, mounts: Path = MOUNTS, devices: Path = DEVICES) -> list[Stick]:
    """Return the sticks that are mounted, by name; `home` is the kiosk's, whose disk is never one of them."""
    mounted = list(_read_mounts(mounts))
    own = {disk for each in mounted if _is_own(each, home, mounted) and (disk := _disk(devices, each.device))}
    found: dict[str, Stick] = {}
    for each in mounted:
        disk = _disk(devices, each.device)
        if each.root == "/" and disk is not None and disk not in own and _is_removable(disk):
            stick = _stick(each)
            if stick is not None:
                found.setdefault(each.device, stick)
    return sorted(found.values(), key=lambda stick: (stick.name, stick.device))


def _read_mounts(path: Path) -> Iterator[_Mount]:
    """Read the mount table (proc(5), /proc/PID/mountinfo)."""
    for line in path.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
        fields = line.split(" ")
        if len(fields) > 5:
            yield _Mount(fields[2], fields[3], Path(_unescaped(fields[4])), frozenset(fields[5].split(",")))


def _unescaped(text: str) -> str:
    """Return a path as it is: the kernel writes blanks and backslashes in octal."""
    return _OCTAL.sub(lambda match: chr(int(match[1], 8)), text)


def _is_own(mount: _Mount, home: Path, mounted: list[_Mount]) -> bool:
    if str(mount.folder) in _SYSTEM:
        return True
    above = [each.folder for each in mounted if home.resolve().is_relative_to(each.folder)]
    return bool(above) and mount.folder == max(above, key=lambda folder: len(folder.parts))


def _disk(devices: Path, device: str) -> Path | None:
    """Return the folder of a file system's whole disk in /sys; None where it lies on no disk."""
    path = devices / device
    if not path.exists():
        return None
    path = path.resolve()
    return path.parent if (path / "partition").exists() else path


def _is_removable(disk: Path) -> bool:
    flag = disk / "removable"
    by_usb = any(re.fullmatch(r"usb\d+", part) for part in disk.parts)
    return by_usb or (flag.exists() and flag.read_text(encoding="ascii").strip() == "1")


def _stick(mount: _Mount) -> Stick | None:
    try:
        room = os.statvfs(mount.folder)
    except OSError:
        return None  # it was pulled out just now
    writable = "ro" not in mount.options and not room.f_flag & os.ST_RDONLY
    name = mount.folder.name or str(mount.folder)
    size, free = room.f_blocks * room.f_frsize, room.f_bavail * room.f_frsize
    return Stick(mount.device, mount.folder, name, size, free, writable)
