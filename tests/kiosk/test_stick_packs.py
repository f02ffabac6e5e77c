"""Packs on a stick: found without following links, each fault named, and what would change."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from kiosk.forum.packs import read_pack
from kiosk.stick_packs import MOST_FILES, OnThisStick, packs_on
from kiosk.store import open_store
from kiosk.usb_sticks import Stick
from tests.small_pack import small_pack, small_pack_data


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    folder = tmp_path / "LOBBY"
    folder.mkdir()
    return Stick("8:1", folder, "LOBBY", 1000, 1000, True)


def put(path: Path, version: int, **changes: Any) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({**small_pack_data(version), **changes}, ensure_ascii=False))


def found(home: Path, stick: Stick) -> dict[str, OnThisStick]:
    with open_store(home) as store:
        if not store.packs():
            store.install_pack(small_pack(2))
        return {each.name: each for each in packs_on(store, [stick])}


def test_each_file_is_held_against_what_is_shown(home: Path, stick: Stick) -> None:
    put(stick.folder / "newer.yaml", 3, activities=small_pack_data(3)["activities"][:1])
    put(stick.folder / "in a folder" / "same.yml", 2)
    put(stick.folder / "older.YAML", 1)
    put(stick.folder / "same-number.yaml", 2, topics=[])
    put(stick.folder / "other.yaml", 1, id="other")
    (stick.folder / "broken.yaml").write_text("id: lobby\nversion: two\n")
    (stick.folder / "notes.txt").write_text("id: lobby")
    said = found(home, stick)
    assert {name: each.refused.why if each.refused else "" for name, each in said.items()} == {
        "newer.yaml": "",
        "in a folder/same.yml": "in-force",
        "older.YAML": "older",
        "same-number.yaml": "in-force" if said["same-number.yaml"].changes == () else "same-version",
        "other.yaml": "activity-elsewhere",
        "broken.yaml": "broken",
    }
    assert [(each.path[0], each.how) for each in said["newer.yaml"].changes] == [
        (("activity", "long-survey"), "removed")
    ]
    broken = said["broken.yaml"].refused
    assert broken is not None
    assert broken.problems[0].startswith("broken.yaml:2: version: must be a whole number")


def test_links_folders_below_folders_and_hidden_files_are_not_read(home: Path, stick: Stick, tmp_path: Path) -> None:
    put(tmp_path / "secret.yaml", 3)
    (stick.folder / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    put(tmp_path / "elsewhere" / "pack.yaml", 3)
    (stick.folder / "folder").symlink_to(tmp_path / "elsewhere")
    put(stick.folder / ".hidden.yaml", 3)
    deep = stick.folder / "a" / "b"
    deep.mkdir(parents=True)
    put(deep / "deep.yaml", 3)
    os.mkfifo(stick.folder / "pipe.yaml")
    assert found(home, stick) == {}


def test_of_very_many_files_only_the_first_are_read_and_a_stick_that_is_gone_has_none(home: Path, stick: Stick) -> None:
    for number in range(MOST_FILES + 5):
        (stick.folder / f"{number:03}.yaml").write_text("?")
    assert len(found(home, stick)) == MOST_FILES
    assert found(home, Stick("8:2", stick.folder / "gone", "GONE", 0, 0, True)) == {}


def test_a_version_that_was_rolled_back_can_be_taken_again(home: Path, stick: Stick) -> None:
    with open_store(home) as store:
        store.install_pack(small_pack(1))
        store.install_pack(read_pack({**small_pack_data(2), "activities": small_pack_data(2)["activities"][:1]}))
        store.content.roll_back("small", "test")
        (in_force,) = store.content.in_force()
    assert (in_force.pack.version, in_force.newest, in_force.before) == (1, 2, None)
    put(stick.folder / "newest.yaml", 2, activities=small_pack_data(2)["activities"][:1])
    assert found(home, stick)["newest.yaml"].refused is None
