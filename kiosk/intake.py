"""Recording submissions that came another way (paper cards, imports) by the same rules as the touchscreen.

A file is a spreadsheet (`kiosk.card_sheets`) or JSONL: `{"answers": {QUESTION: VALUE, …}, "language": "ko",
"recorded_at": ISO 8601 (optional), "about": {…} (optional)}`. Good lines are kept and each bad line is named. Progress
is kept in the same transaction as the records, so an import that was interrupted goes on where it stopped, and nothing
is counted twice.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from kiosk.card_faults import reasons
from kiosk.card_sheets import SHEETS, Entry, card_entries, unreadable
from kiosk.forum.answers import check_answers
from kiosk.forum.errors import AnswersRejected, ForumError
from kiosk.forum.packs import Activity, Pack
from kiosk.forum.seoul import seoul_day, seoul_text, utc_text
from kiosk.forum.submissions import Channel, Submission, about_problem, moment_from_text, new_receipt_id
from kiosk.store import Intake, Store, StoreError

_LINES_A_TRANSACTION = 500
_LINE_LIMIT = 1_000_000
_FIELDS = {"answers", "language", "recorded_at", "about"}
# A clock may be a little ahead of this one; a card from tomorrow is a typing error.
_AHEAD = timedelta(minutes=10)


@dataclass
class Recorded:
    """What became of a file: `rejected` names each bad line by its number from 1; `resumed_after` lines were done."""

    recorded: int = 0
    rejected: list[dict[str, Any]] = field(default_factory=list)
    resumed_after: int = 0


Numbered = Iterable[tuple[int, bytes | Entry]]


def record_file(
    store: Store,
    path: Path,
    activity_id: str,
    channel: Channel,
    on_progress: Callable[[int], None] = lambda _lines: None,
    again: bool = False,
    by: str = "",
) -> Recorded:
    """Record a file's submissions; `by` is who entered them, for the staff log.

    Raises ForumError where there is no such activity or no readable file, and where the very same file was recorded to
    its end before, unless it is to count `again`.
    """
    pack, activity = find_activity(store, activity_id)
    try:
        with path.open("rb") as file:
            digest = sha256(file.read()).hexdigest()
            file.seek(0)
            sheet = path.suffix.lower() in SHEETS
            entries: Numbered = card_entries(path, activity) if sheet else enumerate(file, 1)
            done = _record(store, entries, digest, pack, activity, channel, on_progress, again)
    except OSError as error:
        raise unreadable(path, error) from None
    if by:
        detail = f"{activity_id} {channel}: {done.recorded} recorded, {len(done.rejected)} rejected, file {digest[:12]}"
        store.staff.note(by, "record", detail, datetime.now(UTC))
    return done


def find_activity(store: Store, activity_id: str) -> tuple[Pack, Activity]:
    """Return an installed activity with its pack; raises ForumError, naming those that there are."""
    found = store.find_activity(activity_id)
    if found is None:
        known = [activity.id for pack in store.packs() for activity in pack.activities]
        offered, offer = (
            (f"설치된 활동: {', '.join(known)}.", f"Installed are: {', '.join(known)}.")
            if known
            else (
                "“forum-staff pack install”로 묶음을 설치하십시오.",
                "Install a pack with “forum-staff pack install”.",
            )
        )
        raise ForumError(
            f"이 키오스크에는 활동 “{activity_id}”이(가) 없습니다. 기록하지 않았습니다. {offered}\n"
            f"There is no activity “{activity_id}” on this kiosk; nothing was recorded. {offer}"
        )
    return found


def _record(
    store: Store,
    entries: Numbered,
    digest: str,
    pack: Pack,
    activity: Activity,
    channel: Channel,
    on_progress: Callable[[int], None],
    again: bool,
) -> Recorded:
    done = Recorded()
    before = store.intake(digest, activity.id, channel)
    if before is not None and before.finished_at is None:
        done.resumed_after = before.lines_done
    elif before is not None and before.finished_at is not None and not again:
        raise ForumError(
            f"이미 기록한 파일입니다({seoul_text(before.finished_at)}). 이번에는 기록하지 않았습니다. 한 번 더 세려면 "
            "--again을 붙이십시오.\n"
            f"This very file was recorded before, at {before.finished_at}; nothing was recorded now. "
            "If its lines are to count once more, add --again."
        )
    now = datetime.now(UTC)
    waiting: list[Submission] = []
    number = 0

    def keep(finished: bool) -> None:
        finished_at = utc_text(now) if finished else None
        try:
            store.keep_all(waiting, Intake(digest, activity.id, channel, number, finished_at))
        except StoreError as error:
            raise ForumError(
                f"{error}\n이 파일에서 {done.recorded}건을 기록했습니다. 같은 명령을 다시 실행하면 이어집니다.\n"
                f"Of this file {done.recorded} submissions are recorded; run the same command again, and it goes on "
                "where it stopped."
            ) from error
        done.recorded += len(waiting)
        waiting.clear()
        on_progress(number)

    for number, entry in entries:
        if number <= done.resumed_after or (isinstance(entry, bytes) and not entry.strip()):
            continue
        try:
            found = _entry(entry) if isinstance(entry, bytes) else entry
            waiting.append(_submission(found, pack, activity, channel, now))
        except (AnswersRejected, ValueError) as error:
            done.rejected.append({"line": number, **reasons(error, activity)})
        if len(waiting) >= _LINES_A_TRANSACTION:
            keep(finished=False)
    keep(finished=True)
    return done


def _entry(line: bytes) -> Entry:
    """Read one line; raises ValueError with a sentence."""
    if len(line) > _LINE_LIMIT:
        raise ValueError(f"the line is longer than {_LINE_LIMIT:,} bytes")
    try:
        entry = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise ValueError("the line is not JSON in UTF-8") from None
    if not isinstance(entry, dict) or not isinstance(entry.get("answers"), dict):
        raise ValueError("the line needs “answers”, an object of question ids and values")
    if unknown := sorted(entry.keys() - _FIELDS):
        raise ValueError(f"the line has “{unknown[0]}”, which is no field of a submission")
    return entry


def _submission(entry: Entry, pack: Pack, activity: Activity, channel: Channel, now: datetime) -> Submission:
    """Make a submission of what was entered; raises AnswersRejected or ValueError with a sentence."""
    language = entry.get("language", pack.languages[0])
    if language not in pack.languages:
        raise ValueError(f"the language “{language}” is not one of the pack's: {', '.join(pack.languages)}")
    recorded_at = now if entry.get("recorded_at") is None else moment_from_text(entry["recorded_at"])
    if recorded_at > now + _AHEAD:
        raise ValueError(f"“recorded_at” is in the future: “{entry['recorded_at']}”")
    if not activity.is_open(seoul_day(recorded_at)):
        raise ValueError(f"the activity “{activity.id}” was not open on {seoul_day(recorded_at)}")
    about = entry.get("about") or {}
    if problem := about_problem(about):
        raise ValueError(problem)
    return Submission(
        receipt_id=new_receipt_id(),
        pack_id=pack.id,
        pack_version=pack.version,
        activity_id=activity.id,
        language=language,
        channel=channel,
        recorded_at=recorded_at,
        answers=check_answers(activity, entry["answers"]),
        about=about,
    )
