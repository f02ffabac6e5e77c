"""The words of the log's page, and of what it notes: Korean first, English second."""

from collections.abc import Mapping
from types import MappingProxyType

LOG_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "when": ("일시", "When"),
        "who": ("누가", "Who"),
        "what": ("무엇을", "What"),
        "log-lead": (
            "누가 언제 무엇을 읽고 결정했는지 남아 있고, 누구도 고치거나 지울 수 없어요.",
            "Who read or decided what, and when. Nobody can change or remove a line.",
        ),
        "log-who-help": ("계정 이름", "Account name"),
        "log-file": ("붙인 파일 {n}번 내려받음", "Downloaded attachment {n}"),
        "log-nothing": ("조건에 맞는 기록이 없어요.", "Nothing in the log fits."),
    }
)

NOT_LET_THROUGH = "addition hidden"
# By what the log says; events of the review have their own words.
NOTED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "sign-in": ("로그인", "Signed in"),
        "sign-in-refused": ("로그인 거부", "Sign-in refused"),
        "sign-out": ("로그아웃", "Signed out"),
        "sign-out-elsewhere": ("다른 곳에서 모두 로그아웃", "Signed out everywhere else"),
        "password-changed": ("비밀번호 변경", "Password changed"),
        "original text": ("원문 열람", "Read the original text"),
        "contact": ("봉인된 개인정보 열람", "Opened sealed personal data"),
        "records exported": ("원문 기록 전체 내보내기", "Exported full records"),
        "addition shown": ("보탠 글 통과", "Addition let through"),
        NOT_LET_THROUGH: ("보탠 글 통과 안 함", "Addition not let through"),
        "addition promoted": ("의견을 제안으로 접수", "Opinion received as a proposal"),
        "addition waiting": ("보탠 글 확인 대기로 되돌림", "Addition waits again"),
        "contest rules-set": ("공모 규정", "Contest: rules"),
        "contest round-begun": ("공모 심사 시작", "Contest: round begun"),
        "contest entry-scored": ("공모 응모작 채점", "Contest: entry scored"),
        "contest tie-broken": ("공모 동점 결정", "Contest: tie broken"),
        "contest awarded": ("공모 수상작 확정", "Contest: awards settled"),
        "pack-published": ("콘텐츠 게시", "Pack published"),
        "pack-planned": ("콘텐츠 게시 예약", "Pack planned"),
        "pack-plan-taken-back": ("콘텐츠 예약 취소", "Plan of a pack taken back"),
        "pack-draft-discarded": ("콘텐츠 초안 버림", "Draft of a pack discarded"),
        "device code": ("키오스크 등록 코드 발급", "Enrolment code made"),
        "device retired": ("키오스크 사용 종료", "Kiosk retired"),
        "device brought back": ("키오스크 다시 사용", "Kiosk brought back"),
        "account-added": ("계정 추가", "Account added"),
        "account-reset": ("계정 초기화", "Account reset"),
        "account-locked": ("계정 잠금", "Account locked"),
        "account-unlocked": ("계정 잠금 해제", "Account unlocked"),
        "account-role": ("계정 권한 변경", "Account given another role"),
        "account-closed": ("계정 닫음", "Account closed"),
        "account-linked": ("기관 계정 연결", "Account linked to the provider"),
        "account-unlinked": ("기관 계정 연결 해제", "Account no longer linked"),
    }
)
