"""The words of the staff's pages: Korean first, English second."""

from collections import ChainMap
from collections.abc import Mapping
from types import MappingProxyType

from sync.central.staff.addition_words import ADDITION_WORDS, REASONS
from sync.central.staff.content_words import CONTENT_WORDS
from sync.central.staff.contest_words import CONTEST_WORDS
from sync.central.staff.device_words import DEVICE_WORDS
from sync.central.staff.event_words import EVENT_WORDS, happened_word
from sync.central.staff.log_words import LOG_WORDS, NOT_LET_THROUGH, NOTED
from sync.central.staff.permissions import Role

LANGUAGES = {"ko": "한국어", "en": "English"}

_UI: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "forum": ("열린소통포럼 업무", "Open forum, staff"),
        "ministry": ("외교부", "Ministry of Foreign Affairs"),
        "skip": ("본문으로 건너뛰기", "Skip to the content"),
        "menu": ("업무", "Sections"),
        "language": ("언어", "Language"),
        "proposals": ("제안", "Proposals"),
        "additions": ("보탠 글", "Additions"),
        "devices": ("키오스크", "Kiosks"),
        "log": ("열람·결정 기록", "Log"),
        "account": ("내 계정", "My account"),
        "sign-in": ("로그인", "Sign in"),
        "sign-in-lead": (
            "직원 계정으로 로그인해 주세요. 열람과 결정은 모두 기록됩니다.",
            "Sign in with your staff account. Every reading and decision is recorded.",
        ),
        "sign-out": ("로그아웃", "Sign out"),
        "name": ("계정 이름", "Account name"),
        "password": ("비밀번호", "Password"),
        "code": ("인증 번호 6자리", "Six-digit code"),
        "code-help": ("인증 앱에 지금 보이는 번호예요.", "The number that your authenticator shows now."),
        "refused": (
            "로그인하지 못했어요. 이름, 비밀번호, 인증 번호를 확인해 다시 입력해 주세요. 번호는 한 번만 쓸 수 있어요.",
            "You are not signed in. Check name, password and code, and try again. A code works only once.",
        ),
        "locked": (
            "여러 번 틀려 이 계정을 잠시 잠갔어요. {until} 이후에 다시 시도해 주세요.",
            "After several failures this account is locked for a while. Try again after {until}.",
        ),
        "sign-in-by": ("{name} 계정으로 로그인", "Sign in with {name}"),
        "sign-in-by-help": (
            "기관 계정으로 확인한 뒤 이곳으로 돌아와요. 권한은 여기에서 정한 대로예요.",
            "You prove there who you are, and come back here. What you may do is as it was set here.",
        ),
        "sign-in-by-password": ("비밀번호로 로그인", "Sign in by password"),
        "signed-in": ("로그인했어요", "You are signed in"),
        "signed-in-lead": ("접수함으로 이어져요.", "The inbox comes next."),
        "provider-silent": (
            "{name}에 연결하지 못해 로그인하지 못했어요. 잠시 뒤 다시 시도하거나 비밀번호로 로그인해 주세요.",
            "{name} does not answer, so you are not signed in. Try again a little later, or use your password.",
        ),
        "provider-state": (
            "이 브라우저에서 시작한 로그인이 아니거나 10분이 지났어요. 로그인하지 않았어요. 처음부터 다시 해 주세요.",
            "This sign-in did not begin in this browser, or ten minutes ago; you are not signed in. Begin again.",
        ),
        "provider-no": (
            "기관 계정에서 로그인을 마치지 않아 로그인하지 않았어요. 다시 시도해 주세요.",
            "The sign-in was not finished there, so you are not signed in. Try again.",
        ),
        "provider-word": (
            "받은 확인이 이 로그인의 것이 아니어서 로그인하지 않았어요. 계속되면 관리자에게 알려 주세요.",
            "What came back does not prove this sign-in, so you are not signed in. Tell an administrator.",
        ),
        "provider-unknown": (
            "확인은 되었지만 이 사람에게 연결된 계정이 없어요. 관리자에게 연결을 요청해 주세요.",
            "You are known there, but no account here is linked to you. Ask an administrator to link it.",
        ),
        "session-over": (
            "로그인 시간이 지났어요. 다시 로그인하면 보던 화면으로 이어져요.",
            "Your session is over. Sign in, and you go on where you were.",
        ),
        "typed-kept": (
            "방금 적은 내용은 기록하지 않았어요. 아래 글을 복사해 두고 다시 로그인한 뒤 붙여 넣어 주세요.",
            "Nothing was recorded. Copy what you wrote from here, sign in again, and paste it there.",
        ),
        "sign-in-again": ("다시 로그인", "Sign in again"),
        "inbox": ("제안 접수함", "Proposal inbox"),
        "overdue": ("기한 지남", "Overdue"),
        "week": ("7일 안에 마감", "Due within 7 days"),
        "stopped": ("기한 정지 중", "Clock stopped"),
        "none": ("할 일 없음", "Nothing owed"),
        "everything": ("전체", "All"),
        "received-in-all": ("접수", "Received"),
        "without-duplicates": ("동일제안 제외", "Without duplicates"),
        "search": ("검색", "Search"),
        "search-help": ("낱말 또는 접수번호", "Words, or a receipt number"),
        "stage": ("단계", "Stage"),
        "topic": ("분야", "Field"),
        "activity": ("활동", "Activity"),
        "due": ("기한", "Due"),
        "order": ("정렬", "Order"),
        "urgent": ("급한 순", "Most urgent"),
        "newest": ("최근 접수 순", "Newest"),
        "show": ("보기", "Show"),
        "reset": ("조건 지우기", "Clear"),
        "found": ("{n}건", "{n} found"),
        "found-at-least": ("{n}건 이상", "{n} or more found"),
        "looked-until": (
            "글이 많아 먼저 볼 것부터 일부만 살펴봤어요.",
            "There is much to look through: only a part was, what comes first before the rest.",
        ),
        "look-on": ("이어서 찾기", "Look further"),
        "nothing-found": (
            "조건에 맞는 제안이 없어요. 조건을 줄여 다시 찾아 보세요.",
            "No proposal fits. Try fewer conditions.",
        ),
        "nothing-yet": (
            "아직 접수된 제안이 없어요. 키오스크가 보내면 여기에 나타나요.",
            "No proposal has come in yet. They appear here once a kiosk sends them.",
        ),
        "title": ("제목", "Title"),
        "received-on": ("접수일", "Received"),
        "state": ("상태", "State"),
        "previous": ("이전", "Previous"),
        "next": ("다음", "Next"),
        "first-page": ("처음으로", "To the first"),
        "pages": ("쪽 넘기기", "Pages"),
        "withdrawn-title": ("(취하되어 내용을 지웠습니다)", "(withdrawn, words erased)"),
        "number": ("접수번호", "Receipt number"),
        "channel": ("경로", "Channel"),
        "text": ("제안 내용", "The proposal"),
        "masked-note": (
            "개인정보로 보이는 것은 가려져 있어요.",
            "What looks like personal data is masked.",
        ),
        "show-original": ("원문 열람", "Read the original"),
        "original": ("원문", "Original"),
        "why-original": ("열람 사유", "Why you read it"),
        "original-note": (
            "누가 언제 왜 열람했는지 기록으로 남습니다.",
            "Who read it, when and why stays in the log.",
        ),
        "request-reason": ("재심사를 요청한 이유", "Why re-examination is asked for"),
        "files": ("붙인 파일", "Attachments"),
        "file": ("{n}번 {kind} 내려받기", "Download {n}, {kind}"),
        "files-note": (
            "개인정보가 있을 수 있어요. 내려받으면 누가 언제 받았는지 기록으로 남습니다.",
            "They may hold personal data. Who downloads one, and when, stays in the log.",
        ),
        "sealed": ("봉인된 개인정보", "Sealed personal data"),
        "sealed-contact": ("연락처", "contact details"),
        "sealed-proposers": ("공동 제안자와 몫", "co-proposers and shares"),
        "sealed-note": (
            "개인정보 담당자가 열쇠를 가지고 열 수 있고, 연 사람이 기록돼요.",
            "The privacy officer opens it with the key, and each opening is recorded.",
        ),
        "timeline": ("진행 경과", "Timeline"),
        "clock": ("처리 기한", "The clock"),
        "owed-nothing": ("지금 할 일이 없어요.", "Nothing is owed now."),
        "all-deadlines": ("다른 기한", "Other deadlines"),
        "actions": ("할 수 있는 일", "What can be done now"),
        "no-actions": (
            "이 단계에서 맡은 권한으로 할 수 있는 일이 없어요.",
            "Nothing can be done at this stage by your role.",
        ),
        "scores": ("심사 채점", "Scores"),
        "mean": ("평균", "Mean"),
        "reviewers": ("심사자 {n}명", "{n} reviewers"),
        "committee": ("위원회", "Committee"),
        "citizen": ("시민", "citizen"),
        "similar": ("비슷한 제안", "Similar proposals"),
        "duplicates": ("동일제안 {n}건 연결", "{n} duplicates"),
        "no-similar": ("비슷한 제안이 없어요.", "No similar proposal was found."),
        "similarity": ("비슷한 정도 {n}%", "{n}% alike"),
        "beside": ("나란히 보기", "Side by side"),
        "same-filings": ("같은 제안 {n}건이 이 제안에 연결돼 있어요.", "{n} duplicates are linked to this proposal."),
        "linked-to": ("먼저 접수된 제안에 연결돼 있어요:", "Linked to the earlier proposal:"),
        "link-to-earlier": ("먼저 접수된 제안에 연결", "Link to the earlier one"),
        "opinions": ("의견조회", "Consultations"),
        "opinion-link": ("기관에 보낼 링크", "Link for the body"),
        "awaiting": ("회신 대기", "Awaited"),
        "answered": ("회신", "Answered"),
        "day": ("날짜", "Day"),
        "reason": ("사유", "Reason"),
        "body": ("기관", "Body"),
        "due-day": ("보완 기한", "To be completed by"),
        "flaw": ("보완 사유", "Kind"),
        "ground": ("종결 사유", "Ground"),
        "filings": ("같은 제안 횟수", "Times filed"),
        "answers": ("답변 횟수", "Times answered"),
        "earlier": ("먼저 접수된 제안의 접수번호", "Receipt number of the earlier one"),
        "proposer-told-on": ("제안자에게 알린 날", "Proposer told on"),
        "planned-for": ("실시 예정 시기", "Planned day"),
        "how": ("실시 내용", "What was done"),
        "by": ("요청 주체", "Asked by"),
        "sure": (
            "제안자가 취하를 요청했어요. 글과 붙인 파일이 바로 지워지고 되돌릴 수 없어요.",
            "The proposer asked for it. The words and attachments are erased at once, for good.",
        ),
        "remark": ("의견", "Remark"),
        "public": ("공개", "Public"),
        "public-yes": ("과정까지 공개", "Steps shown in public"),
        "public-no": ("제목과 결과만 공개", "Only title and result"),
        "members": ("위원 (고르지 않으면 위원회 없이 심사)", "Members (none: review without a committee)"),
        "record": ("{event} 기록하기", "Record: {event}"),
        "optional": ("선택", "optional"),
        "forum-itself": ("자동", "automatic"),
        "back": ("접수함으로", "To the inbox"),
        "days-left": ("{n}일 남음", "{n} days left"),
        "days-over": ("{n}일 지남", "{n} days over"),
        "today": ("오늘까지", "Due today"),
        "role": ("권한", "Role"),
        "new-password": ("새 비밀번호 (12자 이상)", "New password (12 characters or more)"),
        "change-password": ("비밀번호 바꾸기", "Change password"),
        "password-changed": ("비밀번호를 바꿨어요.", "Your password was changed."),
        "sessions": ("로그인한 곳", "Where you are signed in"),
        "signed-in-here": ("이 브라우저에서만 로그인해 있어요.", "You are signed in with this browser only."),
        "signed-in-places": (
            "이 브라우저를 포함해 {n}곳에서 로그인해 있어요.",
            "You are signed in with {n} browsers, this one included.",
        ),
        "sessions-most": (
            "한 계정으로 {most}곳까지 로그인할 수 있고, 더 로그인하면 가장 오래된 곳이 로그아웃돼요.",
            "At most {most} at once: one more signs out the oldest.",
        ),
        "sign-out-elsewhere": ("다른 곳에서 모두 로그아웃", "Sign out everywhere else"),
        "signed-out-elsewhere": ("다른 곳에서 모두 로그아웃했어요.", "You are signed out everywhere else."),
        "password-wrong": (
            "지금 비밀번호가 맞지 않아 바꾸지 않았어요.",
            "The present password is wrong; nothing was changed.",
        ),
        "present-password": ("지금 비밀번호", "Present password"),
        "recorded": ("기록했어요: {event}", "Recorded: {event}"),
        "not-done": ("기록하지 못했어요", "Not recorded"),
        "forbidden": ("이 일을 할 권한이 없어요", "Your role may not do this"),
        "forbidden-lead": (
            "바뀐 것은 없어요. 필요하면 관리자에게 권한을 요청해 주세요.",
            "Nothing was changed. Ask an administrator if you need it.",
        ),
        "unknown": ("그런 페이지가 없어요", "There is no such page"),
        "unknown-lead": ("주소를 확인하거나 접수함에서 다시 찾아 주세요.", "Check the address, or look in the inbox."),
        "stale-form": (
            "이 화면을 연 뒤 로그인이 바뀌어 기록하지 않았어요. 다시 열어 기록해 주세요.",
            "The session has changed since this page was opened, and nothing was recorded; open it again.",
        ),
        "changed": (
            "그 사이 다른 직원이 이 제안을 진행해서 기록하지 않았어요. 새 내용을 읽고 다시 결정해 주세요.",
            "Somebody else has moved this proposal on meanwhile, and nothing was changed; read it again, then decide.",
        ),
        "opinion-title": ("의견조회 회신", "Answer to a consultation"),
        "opinion-lead": (
            "{body}의 의견을 {due}까지 남겨 주세요. 한 번 보내면 고칠 수 없어요.",
            "Please give the opinion of {body} by {due}. It cannot be changed once sent.",
        ),
        "opinion-text": ("의견", "Opinion"),
        "opinion-author": ("작성자 (부서, 이름)", "Author (department, name)"),
        "opinion-send": ("의견 보내기", "Send the opinion"),
        "opinion-thanks": ("의견을 받았어요. 고맙습니다.", "The opinion has arrived. Thank you."),
        "opinion-closed": ("이 링크로는 의견을 남길 수 없어요", "No opinion can be given here"),
        "opinion-closed-lead": (
            "이미 회신했거나 링크가 올바르지 않아요. 담당자에게 문의해 주세요.",
            "It has been given already, or the link is wrong. Please ask the ministry.",
        ),
        "required-fields": ("빈칸을 채워 주세요", "Fill in what is empty"),
    }
)

ROLE_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        Role.VIEWER: ("열람", "viewer"),
        Role.REVIEWER: ("심사", "reviewer"),
        Role.PUBLISHER: ("결정·공개", "publisher"),
        Role.ADMINISTRATOR: ("관리", "administrator"),
    }
)

_EVERY = ChainMap(*map(dict, (_UI, ADDITION_WORDS, CONTEST_WORDS, CONTENT_WORDS, DEVICE_WORDS, LOG_WORDS)))


def say(language: str, key: str, **values: object) -> str:
    """Return a word of the pages."""
    return _EVERY[key][language == "en"].format(**values)


def noted_word(language: str, what: str) -> str:
    """Return how the log calls what was done; what has no word is shown as it was noted."""
    kind, _, of = what.partition(" ")
    if kind == "event" and of in EVENT_WORDS:
        return happened_word(language, of)
    if kind == "attachment":
        return say(language, "log-file", n=of)
    return NOTED[what][language == "en"] if what in NOTED else what


def role_word(language: str, role: str) -> str:
    """Return the name of a role."""
    return ROLE_WORDS[role][language == "en"]


def noted_reason(language: str, what: str, reason: str) -> str:
    """Return the reason that the log holds; that of a text that was not let through has words in both languages."""
    question_id, _, why = reason.partition(": ")
    return f"{question_id}: {say(language, f'why-{why}')}" if what == NOT_LET_THROUGH and why in REASONS else reason
