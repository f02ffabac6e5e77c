"""The accounts of the staff panel, what was done under them, and whether the kiosk is out of service."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection, delete, func, insert, select, update

from kiosk.forum.errors import ForumError
from kiosk.forum.receipts import receipt_number
from kiosk.forum.seoul import SEOUL, utc_text
from kiosk.forum.staffing import Closure, Role, still_locked
from kiosk.forum.submissions import Submission
from kiosk.store import tables as t
from kiosk.store.part import StorePart

_CARD, _CARD_UNDONE = "card", "card-undone"


@dataclass(frozen=True, slots=True)
class Account:
    """One account; `added_at` is RFC 3339 in UTC."""

    name: str
    role: Role
    added_at: str
    misses: int


@dataclass(frozen=True, slots=True)
class Try:
    """A PIN may be looked at: its hash. While the account is locked there is none, and for how long."""

    pin_hash: str | None
    role: Role
    locked_for: timedelta
    misses: int


@dataclass(frozen=True, slots=True)
class Done:
    """One line of the log."""

    at: str
    account: str
    deed: str
    detail: str


class StaffAccounts(StorePart):
    """One store's staff."""

    def accounts(self) -> list[Account]:
        """Return every account, by name."""
        c = t.staff_account.c
        with self._reading():
            rows = self._connection.execute(select(c.name, c.role, c.added_at, c.misses).order_by(c.name))
            return [Account(name, Role(role), added_at, misses) for name, role, added_at, misses in rows]

    def add(self, name: str, role: Role, pin_hash: str, by: str, at: datetime) -> None:
        """Add an account; raises ForumError where there is one of this name."""
        with self._writing() as connection:
            if _is_there(connection, name):
                raise ForumError(
                    f"“{name}” 계정이 이미 있습니다. 아무것도 바꾸지 않았습니다. "
                    "다른 이름을 쓰거나 account pin으로 PIN을 바꾸십시오.\n"
                    f"There is an account “{name}” already; nothing was changed. "
                    "Take another name, or give it a new PIN with “account pin”."
                )
            values = {"name": name, "role": role.value, "pin_hash": pin_hash, "added_at": utc_text(at)}
            connection.execute(insert(t.staff_account).values(values))
            _log(connection, at, by, "account-added", f"{name}: {role.value}")

    def remove(self, name: str, by: str, at: datetime) -> None:
        """Remove an account; what was done under it stays in the log. Raises ForumError where there is none."""
        with self._writing() as connection:
            _expect(connection, name)
            connection.execute(delete(t.staff_account).where(t.staff_account.c.name == name))
            _log(connection, at, by, "account-removed", name)

    def set_pin(self, name: str, pin_hash: str, by: str, at: datetime) -> None:
        """Give an account another PIN, which also unlocks it; raises ForumError where there is none."""
        with self._writing() as connection:
            _expect(connection, name)
            _set(connection, name, pin_hash=pin_hash, misses=0, last_miss_at=None)
            _log(connection, at, by, "account-pin", name)

    def begin_try(self, name: str, at: datetime) -> Try | None:
        """Count a miss before the PIN is looked at, durably; None where there is no such account."""
        with self._writing() as connection:
            row = connection.execute(select(t.staff_account).where(t.staff_account.c.name == name)).one_or_none()
            if row is None:
                return None
            last = datetime.fromisoformat(row.last_miss_at) if row.last_miss_at else None
            locked = still_locked(row.misses, last, at)
            if last is not None and last > at:  # the clock was set back: the lock counts from now
                _set(connection, name, last_miss_at=at.isoformat())
            if locked:
                return Try(None, Role(row.role), locked, row.misses)
            _set(connection, name, misses=row.misses + 1, last_miss_at=at.isoformat())
            return Try(row.pin_hash, Role(row.role), timedelta(), row.misses + 1)

    def enter(self, name: str, at: datetime) -> None:
        """The PIN was right: no miss counts any more."""
        with self._writing() as connection:
            _set(connection, name, misses=0, last_miss_at=None)
            _log(connection, at, name, "entered", "")

    def note(self, account: str, deed: str, detail: str, at: datetime) -> None:
        """Log what was done under an account."""
        with self._writing() as connection:
            _log(connection, at, account, deed, detail)

    def log(self, most: int) -> list[Done]:
        """Return the newest lines of the log, the newest first."""
        c = t.staff_log.c
        with self._reading():
            rows = self._connection.execute(select(c.at, c.account, c.deed, c.detail).order_by(c.id.desc()).limit(most))
            return [Done(*row) for row in rows]

    def cards_entered(self, day: date) -> int:
        """Return how many paper cards were entered on a day in Seoul, without those that were taken back."""
        c, first = t.staff_log.c, datetime.combine(day, time(), SEOUL)
        when = (c.at >= utc_text(first)) & (c.at < utc_text(first + timedelta(days=1)))
        query = select(c.deed, func.count()).where(when, c.deed.in_((_CARD, _CARD_UNDONE))).group_by(c.deed)
        with self._reading():
            counts: dict[str, int] = {deed: count for deed, count in self._connection.execute(query)}
        return counts.get(_CARD, 0) - counts.get(_CARD_UNDONE, 0)

    def closure(self) -> Closure | None:
        """Return why the kiosk is out of service, or None where it is not."""
        with self._reading():
            row = self._connection.execute(select(t.closure.c.reason, t.closure.c.message)).one_or_none()
        return None if row is None else Closure(*row)

    def close(self, closure: Closure, by: str, at: datetime) -> None:
        """Put the kiosk out of service, or tell visitors something else."""
        with self._writing() as connection:
            connection.execute(delete(t.closure))
            connection.execute(insert(t.closure).values(id=1, since=utc_text(at), **asdict(closure)))
            _log(connection, at, by, "closed", " ".join(filter(None, (closure.reason, closure.message))))

    def open(self, by: str, at: datetime) -> None:
        """Let visitors in again."""
        with self._writing() as connection:
            connection.execute(delete(t.closure))
            _log(connection, at, by, "opened", "")


def log_card(connection: Connection, by: str, card: Submission, at: datetime) -> None:
    """Log that a paper card was entered: its activity and its number, and nothing that was written on it."""
    _log(connection, at, by, _CARD, f"{card.activity_id} {receipt_number(card.receipt_id)}")


def log_card_undone(connection: Connection, by: str, receipt_id: str, at: datetime) -> None:
    """Log that a paper card was taken back."""
    _log(connection, at, by, _CARD_UNDONE, receipt_number(receipt_id))


def _is_there(connection: Connection, name: str) -> bool:
    query = select(func.count()).select_from(t.staff_account).where(t.staff_account.c.name == name)
    return bool(connection.execute(query).scalar_one())


def _expect(connection: Connection, name: str) -> None:
    if not _is_there(connection, name):
        raise ForumError(
            f"“{name}” 계정이 없습니다. 아무것도 바꾸지 않았습니다. account list로 이름을 확인하십시오.\n"
            f"There is no account “{name}”; nothing was changed. See “account list”."
        )


def _set(connection: Connection, name: str, **values: object) -> None:
    connection.execute(update(t.staff_account).where(t.staff_account.c.name == name).values(values))


def _log(connection: Connection, at: datetime, account: str, deed: str, detail: str) -> None:
    connection.execute(insert(t.staff_log).values(at=utc_text(at), account=account, deed=deed, detail=detail))
