"""The words of the content's pages: Korean first, English second."""

from collections.abc import Mapping
from types import MappingProxyType

from sync.central.store.offered_packs import PackNotOffered

CONTENT_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "content": ("콘텐츠", "Content"),
        "content-lead": (
            "방문자가 참여할 활동을 담은 콘텐츠 묶음이에요. 게시하면 서명되어 모든 키오스크와 온라인에 나가요.",
            "Packs hold what visitors take part in. What is published is signed, and goes to every kiosk and online.",
        ),
        "no-content": (
            "아직 게시한 콘텐츠가 없어요. 콘텐츠 묶음 파일(YAML)을 올리면 검사한 뒤 무엇이 바뀌는지 보여 드려요.",
            "Nothing is published yet. Bring a pack (YAML): it is checked, and you see what it changes first.",
        ),
        "pack": ("콘텐츠 묶음", "Content pack"),
        "in-force": ("게시 중", "In force"),
        "plan": ("예약", "Planned"),
        "earlier-version": ("지난 판", "Earlier"),
        "not-yet": ("게시 전", "Not yet"),
        "version-n": ("{n}판", "version {n}"),
        "since-by": ("{at}부터 · {by}", "since {at} · {by}"),
        "from-day-by": ("{day} 0시부터 · {by}", "from {day}, 0:00 · {by}"),
        "command-line": ("명령줄", "command line"),
        "brings-back": ("{n}판을 되돌림", "brings version {n} back"),
        "bring-pack": ("새 묶음 올리기", "Bring a pack"),
        "pack-file": ("콘텐츠 묶음 파일 (YAML)", "Content pack (YAML)"),
        "bring-help": (
            "올려도 바로 게시되지 않아요. 검사한 뒤 무엇이 바뀌는지 먼저 보여 드려요.",
            "It is not published yet: it is checked, and you see first what it changes.",
        ),
        "check-file": ("올려서 검사하기", "Bring and check"),
        "no-file": (
            "파일이 없어요. 콘텐츠 묶음 파일을 골라 다시 올려 주세요.",
            "There was no file; choose a pack's file and bring it again.",
        ),
        "faults-n": ("고칠 곳이 {n}군데 있어요", "{n} to mend"),
        "faults-lead": (
            "이 파일은 남기지 않았고, 게시된 것도 그대로예요. 고친 뒤 다시 올려 주세요.",
            "Nothing of this file was kept, and what is published stays. Mend it, and bring it again.",
        ),
        "line-n": ("{n}번째 줄", "Line {n}"),
        "drafts": ("확인을 기다리는 묶음", "Waiting to be published"),
        "drafts-help": ("7일이 지나면 지워져요.", "They are thrown away after seven days."),
        "draft": ("게시 전 확인", "Before publishing"),
        "brought-by": ("{by} · {at}", "{by} · {at}"),
        "what-changes": ("무엇이 바뀌나요", "What changes"),
        "against-version": ("지금 게시된 {n}판과 견줬어요", "against version {n}, which is in force"),
        "all-new": ("처음 게시하는 묶음이에요", "It is published for the first time"),
        "no-change": (
            "방문자에게 달라지는 것이 없어요. 판 번호만 달라요.",
            "Nothing changes for visitors but the number of the version.",
        ),
        "whole-pack": ("묶음 전체", "The whole pack"),
        "how-added": ("추가", "New"),
        "how-removed": ("없어짐", "Removed"),
        "how-changed": ("바뀜", "Changed"),
        "how-reworded": ("글 바뀜", "Reworded"),
        "how-moved": ("순서 바뀜", "Moved"),
        "this-activity": ("이 활동", "This activity"),
        "publish": ("게시하기", "Publish"),
        "when-publish": ("언제 게시할까요?", "When?"),
        "now-at-once": ("지금 바로", "Now"),
        "on-a-day": ("정한 날 0시부터 (한국 시간)", "From a day on, 0:00 in Korea"),
        "publish-day": ("게시하는 날", "Day"),
        "publish-help": (
            "연결된 키오스크는 몇 분 안에 받고, 참여 중인 방문자가 끝낸 뒤에 바뀌어요.",
            "Connected kiosks take it within minutes, once the visitor who is there has finished.",
        ),
        "discard": ("게시하지 않고 버리기", "Throw away"),
        "day-to-come": (
            "내일이나 그 뒤의 날을 골라 주세요. 아직 게시하지 않았어요.",
            "Choose tomorrow or a later day; nothing was published.",
        ),
        "moved-on": (
            "그 사이 다른 판이 게시되어 아직 게시하지 않았어요. 무엇이 바뀌는지 다시 확인해 주세요.",
            "Another version was published meanwhile, and this one was not; look again at what changes.",
        ),
        "published-already": (
            "{n}판은 이미 게시되어 있어요. 바뀐 것은 없어요.",
            "Version {n} is published already; nothing was changed.",
        ),
        "no-draft": ("확인할 묶음이 없어요", "There is nothing to publish here"),
        "no-draft-lead": (
            "이미 게시했거나 버렸어요. 콘텐츠에서 확인해 주세요.",
            "It was published or thrown away already. Look under Content.",
        ),
        "done-published": ("게시했어요. 키오스크가 곧 받아요.", "It is published; the kiosks will take it soon."),
        "done-planned": ("예약했어요. 정한 날에 저절로 게시돼요.", "It is planned, and will be published on that day."),
        "done-taken-back": ("예약을 취소했어요.", "The plan was taken back."),
        "done-discarded": ("버렸어요. 게시된 것은 그대로예요.", "It was thrown away; what is published stays."),
        "kiosks-have": (
            "키오스크 {all}대 가운데 {n}대가 이 판을 가지고 있어요.",
            "{n} of {all} kiosks have this version.",
        ),
        "activities-days": ("활동과 기간", "Activities and their days"),
        "days-help": (
            "연결이 끊긴 키오스크도 그날에 열고 닫아요. 기간을 바꾸면 새 판이 되고, 게시하기 전에 확인할 수 있어요.",
            "The days are in the pack, so a kiosk without network opens and closes on them too. "
            "Changing them makes a new version, which you see before it goes out.",
        ),
        "state-open": ("열림", "Open"),
        "state-to-come": ("열기 전", "To come"),
        "state-over": ("닫힘", "Over"),
        "days": ("기간", "Days"),
        "always": ("언제나", "always"),
        "questions-n": ("질문 {n}개", "{n} questions"),
        "change-days": ("기간 바꾸기", "Change the days"),
        "opens": ("여는 날", "Opens"),
        "closes": ("닫는 날 (그날 포함)", "Closes (that day included)"),
        "days-empty-help": ("비워 두면 제한이 없어요.", "Left empty, there is no limit."),
        "see-change": ("확인하러 가기", "See the change"),
        "no-such-day": ("그런 날짜는 없어요. 바뀐 것은 없어요.", "There is no such day; nothing was changed."),
        "closes-before": (
            "닫는 날이 여는 날보다 먼저예요. 바뀐 것은 없어요. 날짜를 고쳐 주세요.",
            "It closes before it opens; nothing was changed. Mend one of the days.",
        ),
        "same-days": ("기간이 그대로예요. 바뀐 것은 없어요.", "The days are the same; nothing was changed."),
        "history": ("게시 기록", "What was published"),
        "bring-version-back": ("이 판으로 되돌리기", "Bring this version back"),
        "take-plan-back": ("예약 취소", "Take the plan back"),
        "in-force-already": (
            "이미 게시되어 취소하지 못했어요. 지난 판으로 되돌릴 수 있어요.",
            "It is in force already and was not taken back; you can bring an earlier version back.",
        ),
        "not-earlier": (
            "지난 판이 아니라 되돌릴 수 없어요. 바뀐 것은 없어요.",
            "It is no earlier version; nothing was changed.",
        ),
        "older-n": ("그 전에 {n}판이 더 있어요.", "{n} more before these."),
        "file-too-large": ("파일이 너무 커요", "The file is too large"),
        "file-too-large-lead": (
            "5 MB보다 큰 파일은 콘텐츠 묶음이 아니에요. 남긴 것은 없어요.",
            "A content pack is never larger than 5 MB; nothing was kept.",
        ),
        "kind-poll": ("빠른 투표", "Quick poll"),
        "kind-opinion": ("의견 남기기", "Opinion"),
        "kind-proposal": ("정책 제안", "Proposal"),
        "kind-call": ("정책 공모", "Call"),
        "kind-survey": ("설문", "Survey"),
        "kind-statements": ("생각 나누기", "Statements"),
        "kind-seminar": ("열린포럼·세미나", "Seminar"),
        "kind-project": ("국민참여사업", "Project"),
    }
)
_NOT_OFFERED = {
    "planned": "{n}판이 {day}에 게시될 예정이에요. 바뀐 것은 없어요. 예약을 먼저 취소해 주세요.",
    "not-newer": "지금 {n}판까지 게시되어 있어요. 바뀐 것은 없어요. 파일의 version을 {next}(으)로 고쳐 주세요.",
    "clash": "활동 “{activity}”이(가) 이미 묶음 “{pack}”에 있어요. 게시하지 않았어요. 활동의 id를 바꿔 주세요.",
}


def not_offered(language: str, error: PackNotOffered) -> str:
    """Return why a pack may not be published as one plain sentence."""
    return str(error) if language == "en" else _NOT_OFFERED[error.reason].format(**error.values)
