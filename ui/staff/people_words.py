"""What the pages of accounts say."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.staff.words import say

_FAULTS = {
    "name": QT_TRANSLATE_NOOP("staff", "이름은 한글, 영문 소문자, 숫자로 16자까지예요. 고쳐 주세요."),
    "taken": QT_TRANSLATE_NOOP("staff", "같은 이름의 계정이 이미 있어요. 다른 이름을 써 주세요."),
    "length": QT_TRANSLATE_NOOP("staff", "PIN은 숫자 6~12자리예요. 다시 눌러 주세요."),
    "trivial": QT_TRANSLATE_NOOP(
        "staff", "누구나 먼저 눌러 볼 PIN이에요(같은 숫자, 이어지는 숫자, 되풀이). 다른 숫자로 정해 주세요."
    ),
    "differs": QT_TRANSLATE_NOOP("staff", "두 번 누른 PIN이 달라요. 처음부터 다시 눌러 주세요."),
}
_DONE = {
    "added": QT_TRANSLATE_NOOP("staff", "‘%1’ 계정을 만들었어요."),
    "pin": QT_TRANSLATE_NOOP("staff", "‘%1’ 계정의 PIN을 바꾸었어요."),
    "removed": QT_TRANSLATE_NOOP("staff", "‘%1’ 계정을 지웠어요. 그동안 한 일의 기록은 남아 있어요."),
}
_MAY = {
    "attendant": QT_TRANSLATE_NOOP("staff", "집계, 접수카드, 운영 멈춤, 기기 점검"),
    "manager": QT_TRANSLATE_NOOP("staff", "안내의 모든 일과 콘텐츠, 계정, 설정"),
}


def fault_words(fault: str) -> str:
    """Say what is wrong with a name or a PIN; empty where nothing is."""
    return say(_FAULTS[fault]) if fault else ""


def done_words(done: str, name: str) -> str:
    """Say what was done to an account; empty before."""
    return say(_DONE[done]).replace("%1", name) if done else ""


def may_words(role: str) -> str:
    """Say what a role may do."""
    return say(_MAY[role])


def person_words(role: str, since: str, misses: int, *, is_oneself: bool) -> str:
    """Say what an account is: its role, since when it is there, and missed PINs."""
    said = [role, QCoreApplication.translate("staff", "%1에 만듦").replace("%1", since)]
    if is_oneself:
        said.insert(0, QCoreApplication.translate("staff", "나"))
    if misses:
        said.append(QCoreApplication.translate("staff", "틀린 PIN %1번").replace("%1", str(misses)))
    return " · ".join(said)
