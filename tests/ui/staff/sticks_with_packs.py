"""Packs to be put on a stick: the sample pack with changes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.ui.tour import pack_of_today


def put_pack(
    folder: Path, name: str, version: int, change: Callable[[dict[str, Any]], None] = lambda _pack: None
) -> None:
    """Write the sample pack in this version, changed, to a stick; JSON is YAML."""
    data = json.loads(pack_of_today().canonical())
    data["version"] = version
    change(data)
    (folder / name).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
