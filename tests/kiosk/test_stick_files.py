"""Writing to a stick, on a real small file system: all files or none, whatever happens half-way."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.stick_files import StickProblem, write_to_stick
from tests.kiosk.sticks import PluggedIn, plugged_in

MEGABYTE = 1_000_000


@pytest.fixture
def plugged(tmp_path: Path) -> Iterator[PluggedIn]:
    with plugged_in(tmp_path) as stick:
        yield stick


def names(plugged: PluggedIn) -> list[str]:
    """Return what lies on the stick."""
    return sorted(path.name for path in plugged.folder.iterdir())


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "made"
    folder.mkdir()
    for place in range(3):
        (folder / f"{place}.bin").write_bytes(bytes([place]) * MEGABYTE)
    return sorted(folder.iterdir())


def test_files_are_written_whole_and_progress_is_told(plugged: PluggedIn, files: list[Path], tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    folder = write_to_stick(plugged.stick(tmp_path), "day", files, lambda *each: told.append(each))
    assert folder == plugged.folder / "day"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        each.name: each.read_bytes() for each in files
    }
    assert told == sorted(told)
    assert (told[0], told[-1]) == ((0, 3 * MEGABYTE), (3 * MEGABYTE, 3 * MEGABYTE))


def test_what_was_exported_before_is_never_overwritten(plugged: PluggedIn, files: list[Path], tmp_path: Path) -> None:
    names = [write_to_stick(plugged.stick(tmp_path), "day", files[:1]).name for _ in range(3)]
    assert names == ["day", "day-2", "day-3"]


def test_a_stick_without_room_is_left_as_it_was_and_told_so_in_figures(
    plugged: PluggedIn, files: list[Path], tmp_path: Path
) -> None:
    (plugged.folder / "own.bin").write_bytes(bytes(2 * MEGABYTE))
    with pytest.raises(StickProblem) as problem:
        write_to_stick(plugged.stick(tmp_path), "day", files)
    assert problem.value.kind == "full"
    assert problem.value.needed > 3 * MEGABYTE > problem.value.free
    assert names(plugged) == ["own.bin"]


def test_a_stick_that_fills_up_half_way_is_left_as_it_was(
    plugged: PluggedIn, files: list[Path], tmp_path: Path
) -> None:
    def fill(done: int, _total: int) -> None:
        if done == MEGABYTE:  # somebody else writes to it too
            (plugged.folder / "other.bin").write_bytes(bytes(2 * MEGABYTE))

    with pytest.raises(StickProblem) as problem:
        write_to_stick(plugged.stick(tmp_path), "day", files, fill)
    assert problem.value.kind == "full"
    assert names(plugged) == ["other.bin"]


def test_a_stick_that_is_pulled_out_half_way_has_no_folder_of_that_name_and_the_next_export_cleans_up(
    plugged: PluggedIn, files: list[Path], tmp_path: Path
) -> None:
    keep = tmp_path / "still-seen"  # the same file system, to look at it after it was pulled out
    keep.mkdir()
    subprocess.run(["mount", "--bind", plugged.folder, keep], check=True)
    try:
        stick = plugged.stick(tmp_path)

        def pull(done: int, _total: int) -> None:
            if done > MEGABYTE and plugged.folder.is_mount():
                plugged.pull()

        with pytest.raises(StickProblem) as problem:
            write_to_stick(stick, "day", files, pull)
        assert problem.value.kind == "gone"
        with pytest.raises(StickProblem):
            write_to_stick(stick, "day", files)
        assert names(plugged) == []  # nothing was written to the kiosk's own disk in its place
        (keep / ".open-forum-lost.part").mkdir()
        assert write_to_stick(replace(stick, folder=keep), "again", files[:1]).name == "again"
        assert not (keep / ".open-forum-lost.part").exists()
    finally:
        subprocess.run(["umount", keep], check=True)


def test_a_write_protected_stick_is_told_so(plugged: PluggedIn, files: list[Path], tmp_path: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", plugged.folder], check=True)
    stick = plugged.stick(tmp_path)
    assert not stick.writable
    with pytest.raises(StickProblem) as problem:
        write_to_stick(stick, "day", files)
    assert problem.value.kind == "refused"


def test_an_export_that_is_stopped_leaves_nothing(plugged: PluggedIn, files: list[Path], tmp_path: Path) -> None:
    told: list[int] = []
    with pytest.raises(StickProblem) as problem:
        write_to_stick(
            plugged.stick(tmp_path), "day", files, lambda done, _: told.append(done), lambda: told[-1] > MEGABYTE
        )
    assert problem.value.kind == "stopped"
    assert names(plugged) == []


def test_no_link_on_the_stick_is_followed(plugged: PluggedIn, files: list[Path], tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (plugged.folder / "day").symlink_to(own)
    (plugged.folder / ".open-forum-day.part").symlink_to(own)
    with pytest.raises(StickProblem):
        write_to_stick(plugged.stick(tmp_path), "day", files)
    (plugged.folder / ".open-forum-day.part").unlink()
    assert write_to_stick(plugged.stick(tmp_path), "day", files).name == "day-2"
    assert list(own.iterdir()) == []


def test_a_link_in_the_place_of_the_stick_is_refused(plugged: PluggedIn, files: list[Path], tmp_path: Path) -> None:
    stick = plugged.stick(tmp_path)
    link = tmp_path / "link"
    link.symlink_to(plugged.folder)
    with pytest.raises(StickProblem):
        write_to_stick(replace(stick, folder=link), "day", files)
    with pytest.raises(StickProblem):
        write_to_stick(replace(stick, device="8:99"), "day", files)
    assert names(plugged) == []
