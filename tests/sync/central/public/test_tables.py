"""Open data that cannot be written leaves what was published before."""

from datetime import date
from pathlib import Path

import pytest

from sync.central.public.dictionary import COLUMNS
from sync.central.public.edition import Edition
from sync.central.public.tables import write_tables
from sync.central.store.errors import CentralError
from tests.full_disk import files_of_at_most


def test_tables_for_which_there_is_no_room_leave_what_was_published_before(tmp_path: Path) -> None:
    edition = Edition(as_of=date(2026, 11, 1))
    before = write_tables(tmp_path, edition, [], dict(COLUMNS))
    assert len(before) == 9
    content = {name: file.path.read_bytes() for name, file in before.items()}
    # Room for the tables as CSV and JSON, and not as Parquet.
    room = max(file.size for name, file in before.items() if not name.endswith("parquet"))
    with files_of_at_most(room), pytest.raises(CentralError, match="what was published before stays"):
        write_tables(tmp_path, edition, [], dict(COLUMNS))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == content
