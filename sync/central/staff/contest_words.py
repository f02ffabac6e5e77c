"""The words of the contests' pages: Korean first, English second."""

from collections.abc import Mapping
from types import MappingProxyType

CONTEST_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "contests": ("공모", "Contests"),
        "contests-lead": (
            "공모마다 기간, 응모작, 심사가 어디까지 왔는지 보여요. 공모는 콘텐츠 묶음의 ‘공모’ 활동에서 와요.",
            "Period, entries and how far the jury has come. Contests are the calls in content packs.",
        ),
        "no-contests": ("아직 공모가 없어요.", "There is no contest yet."),
        "contest": ("공모", "Contest"),
        "period": ("응모 기간", "Period"),
        "no-last-day": ("마감일 없음", "no last day"),
        "entries": ("응모작", "Entries"),
        "entries-n": ("{n}건", "{n}"),
        "no-entries": ("응모작이 없어요.", "There is no entry."),
        "result-day": ("결과 발표일", "Day of the result"),
        "phase-announced": ("응모 전", "Announced"),
        "phase-open": ("응모 중", "Open"),
        "phase-under-review": ("응모 마감", "Closed"),
        "stage-planned": ("규정 정하기", "Rules"),
        "stage-set-up": ("응모·마감", "Entries"),
        "stage-first-round": ("1차 심사", "First round"),
        "stage-second-round": ("2차 심사", "Second round"),
        "stage-awarded": ("수상작 확정", "Awards"),
        "now": ("지금 할 일", "To do now"),
        "nothing-to-do": ("지금 하실 일이 없어요.", "There is nothing for you to do now."),
        "needs-last-day": (
            "이 공모에는 마감일이 없어요. 콘텐츠 묶음에 마감일(closes)을 넣어 새 판을 게시한 뒤 규정을 정해 주세요.",
            "This call has no last day. Publish its pack with one (closes), then set up the rules.",
        ),
        "rules": ("공모 규정", "Rules"),
        "set-rules": ("규정 저장", "Save the rules"),
        "rules-help": (
            "심사를 시작하면 바꿀 수 없어요. 점수는 다섯 기준의 평균(1~5점)이에요.",
            "They cannot be changed once a jury has begun. A mark is the mean of the five criteria, 1 to 5.",
        ),
        "second-places": ("2차 심사에 올릴 편수", "Entries in the second round"),
        "prizes": ("상 (높은 상부터)", "Prizes, the highest first"),
        "prize": ("상 이름", "Prize"),
        "places": ("편수", "How many"),
        "least-mark": ("최저 점수", "Lowest mark"),
        "prize-1": ("최우수상", "Grand prize"),
        "prize-2": ("우수상", "Excellence prize"),
        "prize-3": ("장려상", "Encouragement prize"),
        "begin-first": ("1차 심사 시작", "Begin the first round"),
        "begin-second": ("2차 심사 시작", "Begin the second round"),
        "begins-after": (
            "{day}까지 응모를 받아요. 그 뒤에 심사를 시작할 수 있어요.",
            "Entries come in until {day}; the jury can begin afterwards.",
        ),
        "jury": ("심사위원 (절반 이상은 시민)", "Jury (at least half are citizens)"),
        "jury-done": ("심사표 {done} / {all}", "{done} of {all} sheets"),
        "blind": (
            "모두 채점할 때까지 다른 심사위원의 점수는 보이지 않아요.",
            "Nobody sees the marks of others before all have scored.",
        ),
        "goes-on": ("2차에 오를 응모작 {n}건", "{n} entries go on to the second round"),
        "your-sheets": ("내 심사: {left}건 남았어요.", "Your sheets: {left} left."),
        "all-scored": ("모두 채점했어요. 고맙습니다.", "You have scored everything. Thank you."),
        "next-entry": ("다음 응모작 채점", "Score the next entry"),
        "score-it": ("채점", "Score"),
        "scored-it": ("채점함", "Scored"),
        "save-score": ("점수 저장", "Save the marks"),
        "score-saved": ("점수를 저장했어요.", "The marks are saved."),
        "title-only": ("제목만 적은 응모작이에요.", "This entry has a title only."),
        "mark": ("평균", "Mean"),
        "rank": ("순위", "Rank"),
        "awards": ("수상작", "Awards"),
        "awards-are": (
            "점수로는 이렇게 돼요. 확정하면 바꿀 수 없어요.",
            "The marks give this. It cannot be changed once settled.",
        ),
        "award": ("수상작 확정", "Settle the awards"),
        "no-winner": ("수상작 없음", "No winner"),
        "no-winner-lead": ("기준에 이른 응모작이 없어요.", "No entry deserves a prize."),
        "not-awarded": ("{n}편 시상하지 않음", "{n} not awarded"),
        "public-from": (
            "{day}부터 누구나 결과 페이지에서 볼 수 있어요.",
            "Anybody sees it on the page of results from {day}.",
        ),
        "tie": ("{prize}: 점수가 같아요", "{prize}: equal marks"),
        "tie-lead": ("심사위원회가 정한 순서를 적어 주세요.", "Say in which order the jury puts them."),
        "break-tie": ("순서 저장", "Save the order"),
        "place-n": ("{n}위", "Place {n}"),
        "decided-apart": (
            "채택 여부는 응모작마다 따로 결정해요. 공모 마감일부터 한 달 안이에요.",
            "Whether an entry is adopted is decided for each, within a month of the contest's last day.",
        ),
        "step-recorded": ("기록했어요.", "Recorded."),
    }
)

# Why a contest's rules refuse a step.
CONTEST_REFUSED: Mapping[str, str] = MappingProxyType(
    {
        "stage": "지금 단계에서는 할 수 없어요.",
        "day": "아직 오지 않았거나 앞선 기록보다 이른 날이에요.",
        "rules": (
            "규정이 서로 맞지 않아요. 발표일은 마감 뒤여야 하고, 상 이름은 서로 달라야 하며, "
            "높은 상의 최저 점수가 낮은 상보다 낮을 수 없어요."
        ),
        "no-rules": "먼저 공모 규정을 정해 주세요.",
        "still-open": "응모가 아직 끝나지 않았어요.",
        "small-jury": "심사위원은 두 명 이상이어야 해요.",
        "few-citizens": "심사위원의 절반 이상은 시민이어야 해요.",
        "no-entry": "심사할 응모작이 없어요. ‘수상작 없음’으로 확정해 주세요.",
        "not-jury": "이번 심사의 심사위원만 채점할 수 있어요.",
        "not-entry": "이번 심사의 응모작이 아니에요.",
        "sheet": "기준마다 1점에서 5점까지 골라 주세요.",
        "sheets": "모든 심사위원이 모든 응모작을 채점해야 해요.",
        "sheets-awaited": "아직 들어오지 않은 심사표가 있어요.",
        "ties": "점수가 같은 응모작의 순서를 먼저 정해 주세요.",
        "tie-order": "점수가 같은 응모작마다 서로 다른 순서를 정해 주세요.",
        "tie-reason": "그렇게 정한 까닭을 적어 주세요.",
        "awards": "그사이 점수가 바뀌었어요. 다시 보고 확정해 주세요.",
    }
)


def contest_refusal(language: str, code: str, sentence: str) -> str:
    """Return why a contest's rules refuse a step, as one plain sentence."""
    return sentence if language == "en" else CONTEST_REFUSED.get(code, sentence)
