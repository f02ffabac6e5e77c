"""What is remembered of a recovery: when it was, which files it replaced, and which submissions were lost for good."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import Connection

from kiosk.forum.seoul import seoul_text
from kiosk.store import line_notes
from kiosk.store.line_notes import DaySpan

_NOTE = "recoveries"


@dataclass(frozen=True, slots=True)
class Lost:
    """Places of an epoch whose submissions were lost, both included; without `last_seq` nobody knows how many."""

    epoch: int
    first_seq: int
    last_seq: int | None

    def __str__(self) -> str:
        if self.last_seq is None:
            return f"{self.first_seq} of epoch {self.epoch} and on, if there were any"
        if self.first_seq == self.last_seq:
            return f"{self.first_seq} of epoch {self.epoch}"
        return f"{self.first_seq} to {self.last_seq} of epoch {self.epoch}"

    @property
    def korean(self) -> str:
        """The same in Korean."""
        if self.last_seq is None:
            return f"epoch {self.epoch}의 {self.first_seq}번과 그 뒤(있었다면)"
        last = "" if self.first_seq == self.last_seq else f"부터 {self.last_seq}번까지"
        return f"epoch {self.epoch}의 {self.first_seq}번{last}"


@dataclass(frozen=True, slots=True)
class Recovery:
    """One recovery: the moment (RFC 3339) and Seoul day, where the damaged files are, how many were carried over."""

    at: str
    day: str
    damaged: str
    carried: int
    lost: tuple[Lost, ...]

    def __str__(self) -> str:
        kept = f"The damaged files are kept as {self.damaged}." if self.damaged != "none" else "Its file was gone."
        lost = f"Lost: submissions {', '.join(map(str, self.lost))}." if self.lost else "No submission was lost."
        return (
            f"At {self.at} the store was found damaged and put back to its last good copy; {self.carried:,} later "
            f"submissions were carried over. {lost} {kept}"
        )

    @property
    def korean(self) -> str:
        """The same in Korean."""
        lost = f"잃은 제출: {', '.join(each.korean for each in self.lost)}." if self.lost else "잃은 제출은 없습니다."
        kept = f"손상된 파일은 {self.damaged}에 남아 있습니다." if self.damaged != "none" else "파일이 없었습니다."
        return (
            f"{seoul_text(self.at)}에 저장소가 손상된 것을 알고 마지막 온전한 사본으로 되돌렸습니다. "
            f"그 뒤의 제출 {self.carried:,}건을 옮겨 왔습니다. {lost} {kept}"
        )

    @property
    def lost_count(self) -> int:
        """How many submissions are known to be lost."""
        return sum(each.last_seq - each.first_seq + 1 for each in self.lost if each.last_seq is not None)


def read(connection: Connection) -> tuple[Recovery, ...]:
    """Return every recovery of this store, oldest first."""
    noted = json.loads(line_notes.read(connection, _NOTE) or "[]")
    return tuple(Recovery(**{**each, "lost": tuple(Lost(**lost) for lost in each["lost"])}) for each in noted)


def add(connection: Connection, recovery: Recovery) -> None:
    """Remember one more."""
    line_notes.write(connection, _NOTE, json.dumps([asdict(each) for each in (*read(connection), recovery)]))


def lost_spans(recoveries: Iterable[Recovery], since: date | None) -> list[DaySpan]:
    """Return what was lost, and its number is known, as spans of the day on which it was found out, without records."""
    return [
        DaySpan(day, lost.epoch, lost.first_seq, lost.last_seq, 0, 0)
        for each in recoveries
        if (day := date.fromisoformat(each.day)) >= (since or day)
        for lost in each.lost
        if lost.last_seq is not None
    ]
