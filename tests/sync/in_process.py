"""The commands of the line, run inside the test's own process: the same mains, without a start of Python for each."""

import io
import sys
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

from tests.conftest import Ran


def run_here(command: str, *arguments: Any) -> Ran:
    """Run forum-sync or forum-central as `run` does, from the environment of this process."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    code = 0
    with patch.multiple(sys, argv=[command, *map(str, arguments)], stdout=out, stderr=err):
        try:
            _main(command)()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
    texts = [stream.buffer.getvalue().decode() for stream in (out, err)]
    return Ran(code, *texts)


def _main(command: str) -> Callable[[], None]:
    if command == "forum-sync":
        from sync.uploader.cli import main
    else:
        from sync.central.cli import main
    return main
