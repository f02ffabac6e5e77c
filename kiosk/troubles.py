"""What is wrong with a kiosk and what to do about it, in Korean and in English."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.clock_jumps import ClockJump
from kiosk.daily_notes import DailyWork, is_overdue
from kiosk.forum.seoul import seoul_day, seoul_text
from kiosk.store import StoreStatus

_SILENT = timedelta(days=2)
_CLOCK_WENT_BACK = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is wrong, with what to do, for staff who read Korean and for those who read English."""

    korean: str
    english: str

    def __str__(self) -> str:
        return f"{self.korean}\n{self.english}"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What surrounds the store: `replaced_bytes` of stores that gave way, how many crash reports lie there, and the
    `jumps` of the clock within a day."""

    now: datetime
    disk_low: bool
    clock_synced: bool | None
    daily: DailyWork | None
    replaced: int = 0
    replaced_bytes: int = 0
    crashes: int = 0
    jumps: tuple[ClockJump, ...] = ()


def troubles(stands: StoreStatus, around: Surroundings) -> list[Trouble]:
    """Return everything that staff should know and do, the most urgent first."""
    return [*_of_the_machine(stands, around), *_of_the_line(stands, around), *_of_the_daily_work(around)]


def _of_the_machine(stands: StoreStatus, around: Surroundings) -> Iterator[Trouble]:
    if around.disk_low:
        yield Trouble(
            "디스크에 남은 공간이 적습니다. 오래된 백업과 집계 파일을 다른 곳으로 옮기십시오.",
            "Little room is left on the disk. Move old backups and tallies elsewhere.",
        )
    if _went_back(stands, around.now):
        yield Trouble(
            "시계가 뒤로 갔습니다. 이 키오스크가 이미 지난 시각보다 이릅니다. 날짜와 시각을 바로잡으십시오.",
            "The clock went back: it shows a time that this kiosk has already passed. Set date and time.",
        )
    elif around.clock_synced is False:
        yield Trouble(
            "시계가 네트워크로 맞춰지지 않았습니다. 날짜와 시각이 맞는지 확인하십시오.",
            "The clock is not set by the network. Check date and time.",
        )
    if around.jumps:
        expected, shown = (seoul_text(each) for each in (around.jumps[-1].expected, around.jumps[-1].shown))
        yield Trouble(
            f"키오스크가 켜져 있는 동안 시계가 건너뛰었습니다({expected} → {shown}). 지금 날짜와 시각이 맞는지 "
            "확인하십시오. 제출의 순서와 수는 그대로이고, 시간대별 집계만 어긋날 수 있습니다.",
            f"The clock jumped while the kiosk ran ({expected} → {shown}). Check that date and time are right now. "
            "Submissions keep their order and number; only the hours of a tally may be off.",
        )
    if around.replaced:
        size = f"{around.replaced_bytes / 1e6:,.0f} MB"
        yield Trouble(
            f"손상되었거나 복원 전에 쓰던 저장소 {around.replaced}개({size})가 남아 있습니다. "
            "개발자에게 보낼 사본을 둔 뒤에는 지워도 됩니다. 오래된 것부터 저절로 지워집니다.",
            f"Stores that were damaged or restored over and are kept: {around.replaced} ({size}). Once the developers "
            "have a copy they may be deleted; the oldest go by themselves.",
        )
    if around.crashes:
        yield Trouble(
            f"예상하지 못한 오류 보고서가 {around.crashes}개 있습니다(crashes 폴더). 개발자에게 보내십시오. "
            "방문자가 쓴 글은 들어 있지 않습니다.",
            f"There are {around.crashes} reports of unforeseen errors (folder crashes). Send them to the developers; "
            "they hold nothing that visitors wrote.",
        )


def _of_the_line(stands: StoreStatus, around: Surroundings) -> Iterator[Trouble]:
    if stands.central_url is None:
        yield Trouble(
            "아직 부처에 등록되지 않았습니다. “forum-sync enrol”로 등록하십시오. 그때까지 제출은 여기에 보관됩니다.",
            "The kiosk is not enrolled with the ministry. Run “forum-sync enrol”; until then submissions stay here.",
        )
    elif stands.stopped == "conflict":
        yield Trouble(
            "전송이 멈췄습니다. 부처에 이 키오스크 이름으로 다른 기록이 있습니다(복제되었거나 디스크를 되돌린 "
            "키오스크). 제출은 모두 여기에 있습니다. 부처에 알리고, 사본이 쓰이지 않는지 확인한 뒤 "
            "“forum-sync rejoin”을 실행하십시오.",
            "Uploading has stopped: the ministry holds other records under this kiosk's name (it was cloned, or its "
            "disk set back). All submissions are kept here. Tell the ministry, see that no copy is in use, then run "
            "“forum-sync rejoin”.",
        )
    elif stands.stopped == "refused":
        yield Trouble(
            "전송이 멈췄습니다. 부처 서버가 이 키오스크를 받지 않습니다(사용 종료 또는 모르는 열쇠). 제출은 모두 "
            "여기에 있습니다. “forum-sync status”의 이유를 부처에 알리십시오.",
            "Uploading has stopped: the ministry's server does not take this kiosk (retired, or its key is unknown). "
            "All submissions are kept here. Tell the ministry the reason that “forum-sync status” gives.",
        )
    elif stands.pending and _is_silent(stands, around.now):
        yield Trouble(
            f"제출 {stands.pending:,}건이 이틀 넘게 전송되지 못했습니다. 네트워크 선과 “forum-sync status”를 "
            "확인하거나 “forum-sync export”로 USB에 옮기십시오.",
            f"{stands.pending:,} submissions have waited for more than two days. Check the network and “forum-sync "
            "status”, or take them along on a USB stick with “forum-sync export”.",
        )
    if stands.quarantined:
        yield Trouble(
            f"제출 {stands.quarantined:,}건을 부처 서버가 읽지 못해 따로 두었습니다. "
            "“forum-sync quarantine list”를 보십시오.",
            f"{stands.quarantined:,} submissions are set aside, as the ministry's server would not read them. See "
            "“forum-sync quarantine list”.",
        )


def _of_the_daily_work(around: Surroundings) -> Iterator[Trouble]:
    if around.daily is not None and around.daily.problems:
        said = " ".join(around.daily.problems)
        said_ko = " ".join(around.daily.problems_ko) or said
        yield Trouble(
            f"마감 작업의 일부가 되지 않았습니다. 아래 이유를 고친 뒤 “forum-staff daily”를 실행하십시오: {said_ko}",
            f"A part of the daily work failed. Mend the reason, then run “forum-staff daily”: {said}",
        )
    elif is_overdue(around.daily, around.now):
        yield Trouble(
            "하루 넘게 마감 작업(집계와 백업)이 없었습니다. “systemctl status forum-daily.timer”를 확인하고 "
            "“forum-staff daily”를 실행하십시오.",
            "The daily work (tallies and backup) was not done for more than a day. Check “systemctl status "
            "forum-daily.timer” and run “forum-staff daily”.",
        )


def _went_back(stands: StoreStatus, now: datetime) -> bool:
    known = [each for each in (stands.last_receipt_at, stands.last_attempt_at) if each]
    return any(now + _CLOCK_WENT_BACK < datetime.fromisoformat(each) for each in known)


def _is_silent(stands: StoreStatus, now: datetime) -> bool:
    """Nothing was acknowledged for two days, and what waits is as old: after quiet days nothing is late yet."""
    if stands.last_receipt_at is not None and now - datetime.fromisoformat(stands.last_receipt_at) <= _SILENT:
        return False
    return stands.oldest_pending_day is not None and stands.oldest_pending_day < seoul_day(now - _SILENT).isoformat()
