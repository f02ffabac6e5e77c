"""The words of the kiosks' page: Korean first, English second."""

from collections.abc import Mapping
from types import MappingProxyType

DEVICE_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "kiosk": ("키오스크", "Kiosk"),
        "last-contact": ("마지막 연락", "Last heard"),
        "enrolled": ("등록", "Enrolled"),
        "records": ("받은 기록", "Records"),
        "held": ("확인 필요", "Held"),
        "pending": ("보낼 기록", "Waiting there"),
        "missing": ("빠진 기록", "Missing here"),
        "quarantined": ("격리", "Quarantined"),
        "version": ("버전 {v}", "version {v}"),
        "clock-off": ("시계가 {n}초 어긋나 있어요", "Its clock is {n} s off"),
        "disk-low": ("디스크가 {n} MiB밖에 남지 않았어요", "Only {n} MiB of disk left"),
        "store-damaged": (
            "저장소가 손상되었어요. 이 기록 뒤의 것이 없을 수 있어요: {place}.",
            "Its store was damaged; what came after this may be lost: {place}.",
        ),
        "store-conflict": (
            "같은 이름의 다른 저장소가 기록을 보내고 있어요({at}부터). 복제되었거나 디스크를 되돌린 키오스크예요. "
            "하나만 쓰이는지 확인한 뒤 그 키오스크에서 forum-sync rejoin을 실행해 주세요. 기록은 모두 남아 있어요.",
            "Another store sends records under this name since {at}: the kiosk was cloned, or its disk set back. See "
            "that only one is in use, then run forum-sync rejoin on the one that waits. All records are kept.",
        ),
        "pack-problem": ("새 콘텐츠를 받지 못했어요.", "A new content pack was not taken."),
        "late": ("소식 없음", "Silent"),
        "on-time": ("정상", "On time"),
        "retired": ("사용 종료", "Retired"),
        "never": ("아직 없음", "None yet"),
        "retire": ("사용 종료하기", "Retire"),
        "bring-back": ("다시 사용하기", "Bring back"),
        "devices-lead": (
            "24시간 넘게 연락이 없는 키오스크를 위에 보여요. 보낼 기록과 격리는 키오스크가 마지막으로 알려 온 수예요.",
            "Kiosks not heard of for 24 hours stand first. What waits and is quarantined is what the kiosk last told.",
        ),
        "no-devices": ("등록된 키오스크가 없어요.", "No kiosk is enrolled."),
        "enrol": ("키오스크 등록하기", "Enrol a kiosk"),
        "enrol-name": ("키오스크 이름", "The kiosk's name"),
        "enrol-help": (
            "한 번만 쓸 수 있는 등록 코드를 만들어요. 이름은 집계에 쓰이고 나중에 바꿀 수 없어요.",
            "This makes a code that works once. The name appears in tallies and cannot be changed later.",
        ),
        "make-code": ("등록 코드 만들기", "Make a code"),
        "code-made": ("‘{name}’의 등록 코드", "The code of “{name}”"),
        "code-lead": (
            "키오스크에서 {until}까지 아래 명령을 실행해 주세요. 코드는 지금만 보여요.",
            "Run this at the kiosk until {until}. The code is shown only now.",
        ),
        "held-title": ("확인이 필요한 기록", "Records to look at"),
        "held-lead": (
            "키오스크가 서명해 보낸 기록이지만 예상과 달라요. 그대로 보관해요. 개인정보로 보이는 것은 가려져 있어요.",
            "Signed by a kiosk, but not what was expected; they are kept as they came. What looks personal is masked.",
        ),
        "held-unreadable": ("읽을 수 없는 기록이에요", "It cannot be read"),
        "held-unknown-pack": ("모르는 콘텐츠 판의 답이에요", "It answers a content version that is not known here"),
        "held-activity-closed": (
            "활동 기간이 아닌 날의 답이에요",
            "The activity was not open on its day",
        ),
        "held-answers-break-a-rule": ("질문의 규칙에 맞지 않는 답이에요", "An answer breaks its question's rules"),
        "held-receipt-repeated": ("접수번호가 다른 기록과 같아요", "Its receipt number is another record's too"),
        "held-no-words": ("보여 줄 글이 없어요.", "There are no words to show."),
        "held-nothing": ("확인이 필요한 기록이 없어요.", "Nothing is to be looked at."),
        "name-wrong": (
            "쓸 수 없는 이름이에요. 1~64자로, = + - @ 로 시작하지 않게 적어 주세요. 등록 코드는 만들지 않았어요.",
            "That is no name for a kiosk: 1 to 64 characters, not beginning with = + - @. No code was made.",
        ),
        "name-taken": (
            "‘{name}’은 이미 등록된 키오스크의 이름이에요. 다른 이름을 적어 주세요. 등록 코드는 만들지 않았어요.",
            "A kiosk is enrolled as “{name}” already; choose another name. No code was made.",
        ),
    }
)
