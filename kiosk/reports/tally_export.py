"""Writing the tally of a period to files, each whole or not at all."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO, Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.forum.tallies import TALLY_COLUMNS, TallyLine, tally_rows
from kiosk.forum.tally_files import JSON_BETWEEN, JSON_END, JSON_START, csv_rows, csv_start, json_rows, tally_file_name
from kiosk.reports.counting import count_days
from kiosk.reports.signatures import SigningKey, signature_of, signature_path
from kiosk.reports.summary import Summary, Totals
from kiosk.reports.whole_files import whole_file, write_whole
from kiosk.store import Store

TALLY_FORMATS = ("csv", "json", "xlsx", "pdf")


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written; `signatures` is empty where the kiosk has no key yet."""

    submissions: int
    files: tuple[Path, ...]
    signatures: tuple[Path, ...]


class _Writer(Protocol):
    def add(self, lines: Sequence[TallyLine]) -> None: ...
    def finish(self, summary: Summary) -> None: ...


def export_tally(
    store: Store,
    first: date,
    last: date,
    formats: Iterable[str],
    folder: Path,
    tell: Callable[[str], None] = lambda _format: None,
) -> Exported:
    """Count once, day by day, and write a file for each format; raises ForumError where one cannot be written.

    Each file gets a signature beside it where the kiosk is enrolled. `tell` hears of each format before it is finished.
    """
    paths = {each: folder / tally_file_name(first, last, each) for each in dict.fromkeys(formats)}
    totals = Totals()
    with ExitStack() as open_files:
        writers = [_writer(each, open_files.enter_context(whole_file(path)), last) for each, path in paths.items()]
        for lines in count_days(store, first, last, totals):
            for writer in writers:
                writer.add(lines)
        summary = totals.summary(first, last, store.kiosk_id(), store.packs())
        for each, writer in zip(paths, writers, strict=True):
            tell(each)
            writer.finish(summary)
    signing = signing_key(store)
    signatures = [_sign(signing, path) for path in paths.values()] if signing else []
    return Exported(totals.glance.submissions, tuple(paths.values()), tuple(signatures))


def signing_key(store: Store) -> SigningKey | None:
    """Return the key that this kiosk signs with, or None before it is enrolled."""
    enrolment = store.enrolment()
    if enrolment is None:
        return None
    return SigningKey(store.device_id, Ed25519PrivateKey.from_private_bytes(enrolment.device_key))


def _sign(signing: SigningKey, path: Path) -> Path:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").digest()
    return write_whole(signature_path(path), signature_of(signing, path.name, digest))


def _writer(extension: str, file: BinaryIO, last: date) -> _Writer:
    match extension:
        case "csv":
            return _CsvWriter(file)
        case "json":
            return _JsonWriter(file)
        case "xlsx":
            # Loaded only where wanted: the day's CSV is not to wait for them.
            from kiosk.reports.xlsx import TallyWorkbook

            return TallyWorkbook(file, datetime.combine(last, time(), UTC))
        case "pdf":
            return _PdfWriter(file)
    raise ValueError(extension)


class _CsvWriter:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        file.write(csv_start(TALLY_COLUMNS))

    def add(self, lines: Sequence[TallyLine]) -> None:
        self._file.write(csv_rows(tally_rows(lines)))

    def finish(self, _summary: Summary) -> None:
        """Nothing follows the last row."""


class _JsonWriter:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._before = JSON_START

    def add(self, lines: Sequence[TallyLine]) -> None:
        if lines:
            self._file.write(self._before + json_rows(lines))
            self._before = JSON_BETWEEN

    def finish(self, _summary: Summary) -> None:
        self._file.write(JSON_END if self._before is JSON_BETWEEN else JSON_START + JSON_END)


class _PdfWriter:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def add(self, _lines: Sequence[TallyLine]) -> None:
        """A page shows totals, so that a day's lines are not needed one by one."""

    def finish(self, summary: Summary) -> None:
        from kiosk.reports.pdf import tally_pdf

        self._file.write(tally_pdf(summary))
