"""The words of the moderation's page: Korean first, English second; what a decision means differs by kind."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# Why something is not let through; the log keeps these names.
REASONS: Final = ("personal", "abuse", "advertising", "off-topic", "same", "other")

ADDITION_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "waiting": ("확인 대기", "Waiting"),
        "promoted": ("제안으로 접수함", "Received as a proposal"),
        "shown-statements": ("공개함", "Shown"),
        "hidden-statements": ("공개 안 함", "Not shown"),
        "shown-seminar": ("진행자에게 전달함", "Passed to the host"),
        "hidden-seminar": ("전달 안 함", "Not passed on"),
        "shown-opinion": ("읽음", "Read"),
        "hidden-opinion": ("제외함", "Set aside"),
        "do-shown-statements": ("공개하기", "Show"),
        "do-hidden-statements": ("공개하지 않기", "Do not show"),
        "do-shown-seminar": ("진행자에게 전달하기", "Pass to the host"),
        "do-hidden-seminar": ("전달하지 않기", "Do not pass on"),
        "do-shown-opinion": ("읽음으로 두기", "Mark as read"),
        "do-hidden-opinion": ("제외하기", "Set aside"),
        "do-waiting": ("확인 대기로 되돌리기", "Back to waiting"),
        "undo": ("되돌리기", "Undo"),
        "make-proposal": ("제안으로 접수", "Receive as a proposal"),
        "no-additions": ("여기에는 글이 없어요.", "There is nothing here."),
        "lead-statements": (
            "공개한 생각은 그 활동의 결과 화면에 쓴 그대로 보여요. 연락처와 번호는 이미 가려져 있어요.",
            "What is shown stands, as it was written, on the activity's page of results. Numbers and addresses are "
            "masked already.",
        ),
        "lead-seminar": (
            "전달한 질문만 진행자가 받아요. 방문자에게는 직원이 확인한 뒤 진행자에게 전한다고 알렸어요.",
            "Only what is passed on reaches the host. Visitors were told that staff check it and pass it to the host.",
        ),
        "lead-opinion": (
            "의견은 직원만 읽고 공개하지 않아요. 고칠 일을 담은 의견은 제안으로 접수할 수 있어요.",
            "Opinions are read by staff and are not made public. One that asks for a change can become a proposal.",
        ),
        "who-decides": (
            "공개와 전달은 결정·공개 권한이 있는 직원이 정해요.",
            "A publisher decides what is shown or passed on.",
        ),
        "statements": ("생각 나누기", "Statements"),
        "seminar": ("세미나 질문", "Seminar questions"),
        "opinion": ("의견", "Opinions"),
        "why": ("사유", "Reason"),
        "why-missing": ("사유를 골라 주세요. 글은 그대로 있어요.", "Choose a reason. Nothing was changed."),
        "why-personal": ("개인정보", "personal data"),
        "why-abuse": ("욕설·비방", "abuse"),
        "why-advertising": ("광고·홍보", "advertising"),
        "why-off-topic": ("주제와 무관", "off the topic"),
        "why-same": ("같은 글이 있음", "said already"),
        "why-other": ("그 밖의 사유", "another reason"),
        "to-vote": ("키오스크에서 투표받으려면", "To have visitors vote on these"),
        "to-vote-help": (
            "아래 줄을 콘텐츠 묶음의 {place} 아래에 넣고, 다른 언어로 옮긴 말을 더한 뒤 새 버전으로 게시하세요. "
            "게시하면 키오스크와 집에서 투표할 수 있어요. id는 바꾸지 마세요.",
            "Put these lines under {place} in the content pack, add the other languages, and publish it as a new "
            "version; visitors then vote on them at the kiosks and from home. Keep each id.",
        ),
        "to-content": ("콘텐츠로", "To the content packs"),
    }
)
