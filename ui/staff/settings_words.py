"""What the page of settings says."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kiosk.settings import ByStaff, span_text
from ui.staff.settings_state import DEFAULTS, Settings
from ui.staff.trouble import Trouble
from ui.staff.words import say

_DAYS = (
    QT_TRANSLATE_NOOP("staff", "월요일"),
    QT_TRANSLATE_NOOP("staff", "화요일"),
    QT_TRANSLATE_NOOP("staff", "수요일"),
    QT_TRANSLATE_NOOP("staff", "목요일"),
    QT_TRANSLATE_NOOP("staff", "금요일"),
    QT_TRANSLATE_NOOP("staff", "토요일"),
    QT_TRANSLATE_NOOP("staff", "일요일"),
)
_FORMATS = {
    "csv": QT_TRANSLATE_NOOP("staff", "CSV 표"),
    "json": QT_TRANSLATE_NOOP("staff", "JSON(기계용)"),
    "xlsx": QT_TRANSLATE_NOOP("staff", "엑셀"),
    "pdf": QT_TRANSLATE_NOOP("staff", "PDF 보고서"),
}
_DONE = {
    "saved": QT_TRANSLATE_NOOP("staff", "설정을 저장했어요. 지금부터 이대로예요."),
    "undone": QT_TRANSLATE_NOOP("staff", "바꾸기 전의 설정으로 되돌렸어요."),
}


def day_words(day: int) -> str:
    """Name a day of the week."""
    return say(_DAYS[day])


def day_row_words(settings: Settings, day: int) -> str:
    """Name a day with its hours."""
    hours = settings.week[day]
    return f"{day_words(day)} {closed_words() if hours is None else span_text(hours).replace('-', '–')}"


def closed_words() -> str:
    """Say that a day has no hours."""
    return QCoreApplication.translate("staff", "쉼")


def format_words(form: str) -> str:
    """Name a kind of file."""
    return say(_FORMATS[form])


def formats_default() -> str:
    """Say which files are written where nothing is set."""
    form = QCoreApplication.translate("staff", "기본값: %1")
    return form.replace("%1", ", ".join(format_words(each) for each in DEFAULTS.formats))


def backups_words(wanted: ByStaff) -> str:
    """Say how many backups are kept."""
    return QCoreApplication.translate("staff", "%1개").replace("%1", f"{wanted.keep_backups:,}")


def backups_default() -> str:
    """Say how many are kept where nothing is set."""
    form = QCoreApplication.translate("staff", "기본값: %1개. 그보다 오래된 백업은 마감할 때 지워요.")
    return form.replace("%1", str(DEFAULTS.keep_backups))


def done_words(done: str) -> str:
    """Say what was done; empty before."""
    return say(_DONE[done]) if done else ""


def trouble_words(trouble: Trouble | None) -> str:
    """Say what is wrong with the file; empty where nothing is."""
    if trouble is None:
        return ""
    form = QCoreApplication.translate(
        "staff",
        "설정 파일을 읽거나 쓰지 못했어요. 파일은 그대로예요. 관리하는 사람에게 다음 내용을 알려 주세요.",
    )
    return f"{form} ({trouble.sentence})"
