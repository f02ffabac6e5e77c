"""What came of the last day's work, noted in the store for whoever asks how the kiosk is."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta

from kiosk.store import Store

_NOTE = "daily work"
_EXPECTED_WITHIN = timedelta(hours=36)


@dataclass(frozen=True, slots=True)
class DailyWork:
    """What came of one day's work: `done` and `problems` are sentences, also in Korean; `at` is RFC 3339 in UTC."""

    at: str
    done: tuple[str, ...]
    problems: tuple[str, ...]
    done_ko: tuple[str, ...] = ()
    problems_ko: tuple[str, ...] = ()


def note_daily_work(store: Store, work: DailyWork) -> None:
    """Note what came of a day's work."""
    store.save_line_note(_NOTE, json.dumps(asdict(work), ensure_ascii=False))


def last_daily_work(store: Store) -> DailyWork | None:
    """Return what came of the last day's work; None where it was never done."""
    noted = store.line_note(_NOTE)
    if noted is None:
        return None
    kept = json.loads(noted)
    return DailyWork(kept.pop("at"), **{name: tuple(sentences) for name, sentences in kept.items()})


def is_overdue(work: DailyWork | None, now: datetime) -> bool:
    """Tell whether the work was missed; a kiosk that never did any has no timer, and misses nothing."""
    return work is not None and now - datetime.fromisoformat(work.at).astimezone(UTC) > _EXPECTED_WITHIN
