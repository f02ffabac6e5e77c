"""Which mounted file systems are sticks: removable, whole, and not what the kiosk itself stands on."""

from pathlib import Path

import pytest

from kiosk.usb_sticks import find_sticks

HOME = Path("/srv/kiosk")


class Machine:
    """A mount table and the disks in /sys, as files; what is mounted lies in real folders."""

    def __init__(self, folder: Path) -> None:
        self.mounts, self.devices, self._sys = folder / "mountinfo", folder / "dev", folder / "sys"
        self.mounts.write_text("")
        self.devices.mkdir()

    def plug(self, disk: str, *, removable: bool, bus: str = "usb1", partitions: tuple[str, ...]) -> None:
        """Plug a disk in; its partitions are given by their device numbers."""
        place = self._sys / "devices" / "pci0000:00" / bus / "block" / disk
        place.mkdir(parents=True)
        (place / "removable").write_text(f"{int(removable)}\n")
        for number, device in enumerate(partitions, 1):
            partition = place / f"{disk}{number}"
            partition.mkdir()
            (partition / "partition").write_text(f"{number}\n")
            (self.devices / device).symlink_to(partition)

    def mount(self, device: str, folder: Path | str, root: str = "/", options: str = "rw,relatime") -> None:
        """Note a mount as the kernel writes it."""
        escaped = str(folder).replace("\\", "\\134").replace(" ", "\\040")
        with self.mounts.open("a", encoding="utf-8") as file:
            file.write(f"36 25 {device} {root} {escaped} {options} shared:1 - vfat /dev/x rw\n")

    def names(self, home: Path = HOME) -> list[str]:
        """Return the sticks that are found."""
        return [each.name for each in find_sticks(home, self.mounts, self.devices)]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path)
    machine.plug("sda", removable=False, bus="ata1", partitions=("8:1", "8:2"))
    machine.mount("8:1", "/")
    machine.mount("0:21", "/proc")
    return machine


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "media" / "내 USB"
    folder.mkdir(parents=True)
    return folder


def test_a_mounted_stick_is_found_with_its_name_and_room(machine: Machine, stick: Path) -> None:
    machine.plug("sdb", removable=True, partitions=("8:17",))
    machine.mount("8:17", stick)
    (found,) = find_sticks(HOME, machine.mounts, machine.devices)
    assert (found.name, found.folder, found.device, found.writable) == ("내 USB", stick, "8:17", True)
    assert 0 < found.free <= found.size


def test_a_usb_disk_that_does_not_call_itself_removable_is_found(machine: Machine, stick: Path) -> None:
    machine.plug("sdb", removable=False, bus="usb2", partitions=("8:17",))
    machine.mount("8:17", stick)
    assert machine.names() == ["내 USB"]


def test_the_machines_own_disks_and_what_is_no_disk_are_not_found(machine: Machine, stick: Path) -> None:
    machine.mount("8:2", stick)
    machine.mount("0:50", stick)
    assert machine.names() == []


@pytest.mark.parametrize("folder", ["/", "/boot", "/home", "/srv"])
def test_a_removable_disk_that_the_kiosk_stands_on_is_never_a_stick(machine: Machine, stick: Path, folder: str) -> None:
    machine.plug("sdb", removable=True, partitions=("8:17", "8:18"))
    machine.mount("8:17", folder)
    machine.mount("8:18", stick)
    assert machine.names() == []


def test_a_part_of_a_stick_that_is_mounted_elsewhere_is_not_found_and_the_stick_only_once(
    machine: Machine, stick: Path, tmp_path: Path
) -> None:
    machine.plug("sdb", removable=True, partitions=("8:17",))
    machine.mount("8:17", tmp_path, root="/some/folder")
    machine.mount("8:17", stick)
    machine.mount("8:17", stick)
    assert machine.names() == ["내 USB"]


def test_a_write_protected_stick_is_found_and_told_so(machine: Machine, stick: Path) -> None:
    machine.plug("sdb", removable=True, partitions=("8:17",))
    machine.mount("8:17", stick, options="ro,relatime")
    (found,) = find_sticks(HOME, machine.mounts, machine.devices)
    assert not found.writable


def test_a_stick_that_is_pulled_out_while_it_is_looked_for_is_not_found(machine: Machine, stick: Path) -> None:
    machine.plug("sdb", removable=True, partitions=("8:17",))
    machine.mount("8:17", stick / "gone")
    assert machine.names() == []


def test_this_machines_own_mount_table_can_be_read(tmp_path: Path) -> None:
    assert isinstance(find_sticks(tmp_path), list)
