"""The real data of ../shared, or a skip that says that it is not here; and the central store on either database."""

from pathlib import Path

import pytest

from tests.real_input.polis import DATA
from tests.sync.conftest import central_home, database_url, enrolled, postgres, server

__all__ = ["central_home", "database_url", "enrolled", "postgres", "server"]


@pytest.fixture(autouse=True)
def data() -> Path:
    if not DATA.is_dir():
        pytest.skip(f"the real data is not here: {DATA} is absent")
    return DATA
