"""A worksheet of plain rows by the hundred thousand: written as XML at once, ten times as fast as cell by cell."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from xlsxwriter.worksheet import Worksheet

_COLUMNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# What XML cannot hold, and what Excel would read back as such a character (ECMA-376, 22.9.2.19: ST_Xstring).
_ESCAPED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_x[0-9a-fA-F]{4}_")
_LONGEST_CELL = 32_767


class LongSheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """A worksheet of a workbook in constant_memory mode, to which many plain rows can be added after the titles."""

    previous_row: int  # the library's own: the last row that was begun

    def write_plain_rows(self, rows: Sequence[Iterable[str | int]]) -> None:
        """Add rows below what was written; texts are inline strings, never formulas, and numbers are numbers."""
        start = self.previous_row + 1
        self._write_single_row(start)
        for number, row in enumerate(rows, start + 1):
            cells = "".join(_cell(f"{_COLUMNS[column]}{number}", value) for column, value in enumerate(row))
            self.row_data_fh.write(f'<row r="{number}">{cells}</row>')
        self.previous_row = start + len(rows) - 1
        self.dim_rowmax = self.previous_row


def _cell(place: str, value: str | int) -> str:
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is>{_text(value)}</is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


@lru_cache(maxsize=20_000)
def _text(value: str) -> str:
    safe = _ESCAPED.sub(_as_code, value[:_LONGEST_CELL])
    safe = safe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<t xml:space="preserve">{safe}</t>' if value != value.strip() else f"<t>{safe}</t>"


def _as_code(match: re.Match[str]) -> str:
    found = match.group()
    return f"_x005F{found}" if len(found) > 1 else f"_x{ord(found):04X}_"
