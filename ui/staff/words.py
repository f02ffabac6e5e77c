"""What the staff panel says about codes and figures, in the language that is installed."""

from datetime import date, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kiosk.forum.seoul import SEOUL
from kiosk.forum.staffing import OWN, Closure
from kiosk.stick_export import OnStick
from ui import words
from ui.languages import language
from ui.staff.state import Outcome
from ui.staff.trouble import Trouble

_ROLES = {"attendant": QT_TRANSLATE_NOOP("staff", "안내"), "manager": QT_TRANSLATE_NOOP("staff", "관리")}
_PAGES = {
    "today": QT_TRANSLATE_NOOP("staff", "오늘"),
    "export": QT_TRANSLATE_NOOP("staff", "USB로"),
    "cards": QT_TRANSLATE_NOOP("staff", "접수카드"),
    "content": QT_TRANSLATE_NOOP("staff", "콘텐츠"),
    "people": QT_TRANSLATE_NOOP("staff", "계정"),
    "settings": QT_TRANSLATE_NOOP("staff", "설정"),
    "machine": QT_TRANSLATE_NOOP("staff", "기기"),
    "tests": QT_TRANSLATE_NOOP("staff", "점검"),
}
_PERIODS = {
    "today": QT_TRANSLATE_NOOP("staff", "오늘"),
    "yesterday": QT_TRANSLATE_NOOP("staff", "어제"),
    "week": QT_TRANSLATE_NOOP("staff", "최근 7일"),
    "month": QT_TRANSLATE_NOOP("staff", "이번 달"),
}
_STEPS = {
    "age_band": QT_TRANSLATE_NOOP("staff", "나이대"),
    "region": QT_TRANSLATE_NOOP("staff", "사는 곳"),
    "gender": QT_TRANSLATE_NOOP("staff", "성별"),
    "offer": QT_TRANSLATE_NOOP("staff", "답변을 받을지"),
    "old-enough": QT_TRANSLATE_NOOP("staff", "만 14세인지"),
    "consent": QT_TRANSLATE_NOOP("staff", "개인정보 동의"),
    "link": QT_TRANSLATE_NOOP("staff", "의견과 연결 동의"),
    "name": QT_TRANSLATE_NOOP("staff", "이름"),
    "phone": QT_TRANSLATE_NOOP("staff", "전화번호"),
    "email": QT_TRANSLATE_NOOP("staff", "이메일"),
    "review": QT_TRANSLATE_NOOP("staff", "제출 전 확인"),
    "apology": QT_TRANSLATE_NOOP("staff", "저장 실패"),
}
_STAGES = {
    "counting": QT_TRANSLATE_NOOP("staff", "세고 있어요"),
    "csv": QT_TRANSLATE_NOOP("staff", "표(CSV)를 만들고 있어요"),
    "json": QT_TRANSLATE_NOOP("staff", "기계용 파일(JSON)을 만들고 있어요"),
    "xlsx": QT_TRANSLATE_NOOP("staff", "엑셀 파일을 만들고 있어요"),
    "pdf": QT_TRANSLATE_NOOP("staff", "PDF를 조판하고 있어요. 가장 오래 걸려요"),
    "writing": QT_TRANSLATE_NOOP("staff", "USB에 쓰고 있어요. 빼지 마세요"),
}
_TROUBLES = {
    "gone": QT_TRANSLATE_NOOP(
        "staff", "USB가 빠졌거나 쓸 수 없어요. 쓰다 만 파일은 다음 번에 지워져요. 다시 꽂고 한 번 더 내보내 주세요."
    ),
    "refused": QT_TRANSLATE_NOOP(
        "staff", "쓰기가 막힌 USB예요. 아무것도 바꾸지 않았어요. 잠금을 풀거나 다른 USB를 꽂아 주세요."
    ),
    "changed": QT_TRANSLATE_NOOP(
        "staff", "USB에서 다시 읽은 내용이 달라요. 아무것도 남기지 않았어요. 다른 USB를 꽂아 주세요."
    ),
    "stopped": QT_TRANSLATE_NOOP("staff", "내보내기를 그만두었어요. USB에는 아무것도 남지 않았어요."),
}
_FACTS = {
    "pending": QT_TRANSLATE_NOOP("staff", "보내기를 기다려요"),
    "receipt": QT_TRANSLATE_NOOP("staff", "부처가 마지막으로 확인함"),
    "attempt": QT_TRANSLATE_NOOP("staff", "마지막으로 보내 봄"),
    "kept": QT_TRANSLATE_NOOP("staff", "여기에 보관함"),
    "disk": QT_TRANSLATE_NOOP("staff", "디스크 남은 자리"),
    "clock": QT_TRANSLATE_NOOP("staff", "시계"),
    "warmth": QT_TRANSLATE_NOOP("staff", "온도"),
    "calls": QT_TRANSLATE_NOOP("staff", "오늘 직원을 부름"),
    "stopped": QT_TRANSLATE_NOOP("staff", "전송이 멈췄어요(관리자에게 알려 주세요)"),
    "quarantine": QT_TRANSLATE_NOOP("staff", "격리됨(관리자에게 알려 주세요)"),
    "recoveries": QT_TRANSLATE_NOOP("staff", "저장소를 복구함(관리자에게 알려 주세요)"),
    "name": QT_TRANSLATE_NOOP("staff", "키오스크"),
}
_STOPPED = {
    "conflict": QT_TRANSLATE_NOOP("staff", "부처에 같은 이름의 다른 기록이 있어요"),
    "refused": QT_TRANSLATE_NOOP("staff", "부처가 이 키오스크를 받지 않아요"),
}
_CLOCKS = {
    True: QT_TRANSLATE_NOOP("staff", "인터넷으로 맞춤"),
    False: QT_TRANSLATE_NOOP("staff", "맞추지 못함"),
    None: QT_TRANSLATE_NOOP("staff", "맞췄는지 알 수 없음"),
}
_OUTCOMES = {
    "restart": QT_TRANSLATE_NOOP("staff", "앱을 다시 시작해요."),
    "close": QT_TRANSLATE_NOOP("staff", "운영을 멈췄어요. 나가면 방문자에게 안내가 보여요."),
    "open": QT_TRANSLATE_NOOP("staff", "다시 운영해요. 나가면 방문자를 맞아요."),
}
CLOSURES = {
    "back-soon": QT_TRANSLATE_NOOP("staff", "잠시 뒤에 다시 열어요"),
    "maintenance": QT_TRANSLATE_NOOP("staff", "점검하고 있어요"),
    "finished": QT_TRANSLATE_NOOP("staff", "오늘은 마쳤어요"),
    "elsewhere": QT_TRANSLATE_NOOP("staff", "옆 키오스크를 이용해 주세요"),
}
_CLOSURE_DETAILS = {
    "back-soon": QT_TRANSLATE_NOOP("staff", "조금만 기다려 주세요. 급하시면 안내 데스크에 말씀해 주세요."),
    "maintenance": QT_TRANSLATE_NOOP("staff", "불편을 드려 죄송해요. 의견은 안내 데스크의 접수카드로도 받아요."),
    "finished": QT_TRANSLATE_NOOP("staff", "함께해 주셔서 고마워요. 다음에 또 들러 주세요."),
    "elsewhere": QT_TRANSLATE_NOOP("staff", "이 화면은 지금 쉬고 있어요. 옆에서 똑같이 참여하실 수 있어요."),
}


def say(source: object) -> str:
    """Translate a text of this file."""
    return QCoreApplication.translate("staff", str(source))


def role_words(role: str) -> str:
    """Name a role."""
    return say(_ROLES[role])


def page_words(page: str) -> str:
    """Name a page of the panel."""
    return say(_PAGES[page])


def period_words(period: str) -> str:
    """Name a period of days."""
    return say(_PERIODS[period])


def days_words(first: date, last: date) -> str:
    """Write the days of a period."""
    return words.weekday_words(first) if first == last else f"{words.day_words(first)} – {words.day_words(last)}"


def stage_words(stage: str) -> str:
    """Say what an export is doing."""
    return say(_STAGES[stage]) if stage in _STAGES else ""


def step_words(step: str, label: str) -> str:
    """Name the step at which a visit was given up."""
    return label or say(_STEPS.get(step, step))


def hour_words(hour: str) -> str:
    """Write an hour of the day."""
    return QCoreApplication.translate("staff", "%1시").replace("%1", hour)


def language_words(code: str) -> str:
    """Name a language in itself."""
    return language(code).name


def duration_words(seconds: float | None) -> str:
    """Write a duration in minutes and seconds."""
    if seconds is None:
        return "–"
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return QCoreApplication.translate("staff", "%1초").replace("%1", str(rest))
    form = QCoreApplication.translate("staff", "%1분 %2초")
    return form.replace("%1", str(minutes)).replace("%2", str(rest))


def megabytes(count: int) -> str:
    """Write a number of bytes for people."""
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:.1f} MB"


def room_words(free: int) -> str:
    """Say how many bytes are free."""
    return QCoreApplication.translate("staff", "%1 남음").replace("%1", megabytes(free))


def trouble_words(trouble: Trouble) -> str:
    """Say what could not be done, what was kept and what to do."""
    if trouble.kind == "full":
        form = QCoreApplication.translate(
            "staff", "USB에 자리가 모자라요(%1 필요, %2 남음). 아무것도 남기지 않았어요. 다른 USB를 꽂아 주세요."
        )
        return form.replace("%1", megabytes(trouble.needed)).replace("%2", megabytes(trouble.free))
    if trouble.kind in _TROUBLES:
        return say(_TROUBLES[trouble.kind])
    return QCoreApplication.translate("staff", "하지 못했어요. 저장된 의견은 그대로예요.") + f" ({trouble.sentence})"


def exported_words(done: OnStick) -> str:
    """Say what lies on the stick, and that it can be taken out."""
    form = QCoreApplication.translate("staff", "“%1”의 %2 폴더에 %3건을 저장했어요. 이제 USB를 빼셔도 돼요.")
    said = form.replace("%1", done.stick).replace("%2", done.folder).replace("%3", f"{done.submissions:,}")
    if done.signed:
        return said
    return f"{said} " + QCoreApplication.translate("staff", "이 키오스크는 아직 등록되지 않아 서명은 없어요.")


def fact_words(key: str) -> str:
    """Name a fact of the machine."""
    return say(_FACTS[key])


def stopped_words(why: str) -> str:
    """Say why nothing is sent until people do something."""
    return say(_STOPPED[why])


def count_words(count: int) -> str:
    """Write how many submissions."""
    return QCoreApplication.translate("staff", "%1건").replace("%1", f"{count:,}")


def moment_words(utc: str | None) -> str:
    """Write a moment of RFC 3339 as day and time in Seoul."""
    if utc is None:
        return QCoreApplication.translate("staff", "아직 없음")
    moment = datetime.fromisoformat(utc).astimezone(SEOUL)
    return f"{words.day_words(moment.date())} {moment:%H:%M}"


def next_try_words(tried: str, next_at: str) -> str:
    """Say when was tried, and when the next try is."""
    form = QCoreApplication.translate("staff", "%1, 다음은 %2")
    return form.replace("%1", tried).replace("%2", moment_words(next_at))


def clock_words(synced: bool | None) -> str:
    """Say what sets the clock."""
    return say(_CLOCKS[synced])


def warmth_words(celsius: float | None) -> str:
    """Write a temperature."""
    return QCoreApplication.translate("staff", "알 수 없음") if celsius is None else f"{celsius:.0f} ℃"


def calls_words(calls: int, last_at: str | None) -> str:
    """Say how often visitors called for staff today, and when last."""
    if not calls:
        return QCoreApplication.translate("staff", "없음")
    form = QCoreApplication.translate("staff", "%1번, 마지막 %2")
    return form.replace("%1", str(calls)).replace("%2", moment_words(last_at))


def not_enrolled() -> str:
    """Say that the kiosk is not connected."""
    return QCoreApplication.translate("staff", "아직 등록되지 않음")


def outcome_words(outcome: Outcome) -> str:
    """Say what came of something that was done with the machine; empty before."""
    match outcome.code:
        case "uploaded" if outcome.sent or not outcome.waiting:
            form = QCoreApplication.translate("staff", "%1건을 보냈어요. %2건이 남았어요.")
            return form.replace("%1", f"{outcome.sent:,}").replace("%2", f"{outcome.waiting:,}")
        case "uploaded" | "not-uploaded":
            form = QCoreApplication.translate("staff", "보내지 못했어요. 의견은 그대로 있고, 저절로 다시 보내요.")
            return f"{form} ({outcome.said})" if outcome.said else form
        case "trouble":
            return trouble_words(Trouble("other", sentence=outcome.said))
    return say(_OUTCOMES[outcome.code]) if outcome.code in _OUTCOMES else ""


def card_title(day: date) -> str:
    """Say what stands over a paper card that is typed in: the day that is on it."""
    return QCoreApplication.translate("staff", "접수카드 · %1").replace("%1", words.day_words(day))


def card_kept_words(activity: str, number: str) -> str:
    """Say that a paper card is kept, and the number to be written on it."""
    form = QCoreApplication.translate("staff", "‘%1’ 카드를 저장했어요. 카드에 적어 둘 접수번호: %2")
    return form.replace("%1", activity).replace("%2", _unbroken(number))


def card_undone_words(number: str) -> str:
    """Say that a paper card was taken back."""
    form = QCoreApplication.translate("staff", "접수번호 %1 카드를 취소했어요. 적은 내용은 지웠고 세지 않아요.")
    return form.replace("%1", _unbroken(number))


def _unbroken(number: str) -> str:
    """Keep a number on one line."""
    return number.replace("-", "\N{NON-BREAKING HYPHEN}")


def closure_name(reason: str) -> str:
    """Name a choice of whether visitors may come; empty lets them in."""
    if reason == OWN:
        return QCoreApplication.translate("staff", "직접 쓰기")
    return say(CLOSURES[reason]) if reason else QCoreApplication.translate("staff", "운영해요")


def closure_words(closure: Closure | None) -> tuple[str, str]:
    """Return the message for visitors while the kiosk is out of service: its title and what to do.

    What staff wrote is shown as it is in every language; the sentence below it is the reader's.
    """
    if closure is not None and closure.reason == OWN:
        return closure.message, QCoreApplication.translate(
            "staff", "지금은 이 화면을 쓸 수 없어요. 궁금하신 점은 안내 데스크에 말씀해 주세요."
        )
    known = closure.reason if closure is not None and closure.reason in CLOSURES else "back-soon"
    return say(CLOSURES[known]), say(_CLOSURE_DETAILS[known])
