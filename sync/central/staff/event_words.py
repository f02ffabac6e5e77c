"""The words of the review's events, as something to do and as done, and of what the clock refuses."""

import re
from collections.abc import Mapping
from types import MappingProxyType

EVENT_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "received": ("접수", "Received"),
        "publicity-changed": ("공개 범위 변경", "Publicity changed"),
        "completion-asked": ("보완요청", "Ask for completion"),
        "completed": ("보완 완료", "Completed"),
        "transferred": ("이송", "Transfer"),
        "linked": ("동일제안 연결", "Link as a duplicate"),
        "unlinked": ("연결 해제", "Undo the link"),
        "closed": ("종결", "Close"),
        "review-started": ("심사 시작", "Start the review"),
        "scored": ("심사 채점", "Score"),
        "opinion-asked": ("의견조회", "Consult a body"),
        "opinion-received": ("의견 회신", "Opinion received"),
        "opinion-waived": ("의견 없이 진행", "Go on without the opinion"),
        "adopted": ("채택", "Adopt"),
        "refused": ("불채택", "Do not adopt"),
        "notified": ("결과 통지", "Notify the proposer"),
        "postponed": ("실시 시기 변경", "Postpone"),
        "carried-out": ("실시 완료", "Carried out"),
        "re-examination-asked": ("재심사 요청", "Re-examination asked"),
        "withdrawn": ("취하", "Withdrawn"),
    }
)

# How the timeline and the log call in English what has happened; Korean has one word for both.
_HAPPENED: Mapping[str, str] = MappingProxyType(
    {
        "completion-asked": "Completion asked",
        "transferred": "Transferred",
        "linked": "Linked as a duplicate",
        "unlinked": "Link undone",
        "closed": "Closed",
        "review-started": "Review started",
        "scored": "Scored",
        "opinion-asked": "A body consulted",
        "opinion-waived": "Went on without the opinion",
        "adopted": "Adopted",
        "refused": "Not adopted",
        "notified": "Proposer notified",
        "postponed": "Postponed",
    }
)

# What the statute's rules refuse, by their code; {day} is the day that the English sentence names.
_REFUSED: Mapping[str, str] = MappingProxyType(
    {
        "in-future": "아직 오지 않은 날짜예요. 이미 일어난 일만 기록해 주세요.",
        "contest-closed": "공모 기간이 끝났어요. 일반 제안으로 접수해 주세요.",
        "withdrawn": "제안자가 취하한 제안이라 더 진행할 수 없어요.",
        "not-in-this-stage": "지금 단계에서는 할 수 없는 일이에요. 다시 열어 지금 할 수 있는 일을 확인해 주세요.",
        "out-of-order": "마지막 기록({day})보다 앞선 날짜예요. 그날이나 그 뒤의 날짜로 적어 주세요.",
        "no-reason": "제안자에게 알릴 사유가 필요해요. 사유를 적어 주세요.",
        "no-body": "담당 기관을 적어 주세요.",
        "linked-to-itself": "같은 제안 자신에게는 연결할 수 없어요. 먼저 접수된 제안을 골라 주세요.",
        "earlier-is-later": "고른 제안이 더 늦게 접수됐어요. 그 제안을 이 제안에 연결해 주세요.",
        "earlier-is-linked": "고른 제안도 다른 제안에 연결돼 있어요. 그 제안이 연결된 제안에 연결해 주세요.",
        "earlier-is-withdrawn": "고른 제안은 취하되어 먼저 접수된 효력이 없어요. 이 제안을 심사해 주세요.",
        "not-repeated": "같은 제안이 3회 이상 접수되고 2회 답변한 뒤에만 종결할 수 있어요. 이번에는 답변해 주세요.",
        "no-completion-asked": "보완을 요청한 적이 없어요. 보완을 요청하거나 결정해 주세요.",
        "still-time-to-complete": "제안자가 {day}까지 보완할 수 있어요. 그때까지 기다려 주세요.",
        "not-a-petition": "민원으로 되돌린 제안이 아니에요. 보완 미이행으로 종결해 주세요.",
        "too-late-to-ask": "보완요청은 {day}까지 할 수 있었어요. 지금 내용대로 심사해 주세요.",
        "no-time-to-complete": "보완 기한은 적어도 다음 날이어야 해요.",
        "committee": "위원회의 절반 이상은 시민이어야 해요. 시민 위원을 더 위촉하거나 중복된 이름을 빼 주세요.",
        "scores": "두 명 이상(위원회가 있으면 과반수)이 다섯 기준을 1~5점으로 채점해야 결정할 수 있어요.",
        "not-a-member": "위원회가 심사하는 제안이라 위원만 채점할 수 있어요.",
        "review-not-started": "재심사가 아직 시작되지 않았어요. 심사자를 먼저 정해 주세요.",
        "proposer-not-told": "의견조회를 하기 전에 제안자에게 먼저 알려야 해요.",
        "already-asked": "이 기관에는 이미 의견을 물었고 회신을 기다리고 있어요.",
        "not-asked": "이 기관에는 기다리는 회신이 없어요.",
        "planned-day": "실시 예정 시기는 결정일부터 3년 안의 날이고, 바꿀 때에는 새로운 앞날이어야 해요.",
        "already-notified": "{day}에 이미 결과를 통지했어요.",
        "asked-before": "제안자가 이미 한 번 재심사를 요청했어요. 두 번째 결정이 최종이에요.",
        "too-late-to-ask-again": "재심사는 {day}까지 요청할 수 있었어요.",
        "opinion-awaited": "기관이 {day}까지 회신할 수 있어요. 기다리거나 ‘의견 없이 진행’을 기록해 주세요.",
        "committee-needed": "이 재심사는 위원회의 심의가 필요해요. 위원을 정해 주세요.",
        "not-decided": "아직 결정되지 않았어요.",
        "not-notified": "결과를 아직 통지하지 않았어요. 먼저 통지해 주세요.",
    }
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def event_word(language: str, kind: str) -> str:
    """Return the name of an event, as something to do."""
    return EVENT_WORDS[kind][language == "en"]


def happened_word(language: str, kind: str) -> str:
    """Return the name of an event that has happened."""
    return _HAPPENED.get(kind, EVENT_WORDS[kind][1]) if language == "en" else EVENT_WORDS[kind][0]


def refusal(language: str, code: str, sentence: str) -> str:
    """Return why the statute's clock refuses an event, as one plain sentence."""
    if language == "en" or code not in _REFUSED:
        return sentence
    day = _DAY.search(sentence)
    return _REFUSED[code].format(day=day.group() if day else "")


def every_refusal_code() -> frozenset[str]:
    """Return the codes that have Korean words."""
    return frozenset(_REFUSED)
