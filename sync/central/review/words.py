"""The words of the review in the forum's four languages: stages, duties, grounds, criteria and phases of a contest."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from sync.central.review.contests import Phase
from sync.central.review.deadlines import Duty
from sync.central.review.events import AskedBy, Closing, Flaw
from sync.central.review.proposal import Stage
from sync.central.review.scoring import Criterion

LANGUAGES = ("ko", "en", "ja", "zh")

_Words = tuple[str, str, str, str]
_LISTED: tuple[tuple[StrEnum, _Words], ...] = (
    (Stage.RECEIVED, ("접수", "Received", "受付", "已受理")),
    (Stage.COMPLETION_ASKED, ("보완요청", "Completion requested", "補完依頼中", "待补充")),
    (Stage.UNDER_REVIEW, ("심사", "Under review", "審査中", "审查中")),
    (Stage.CONSULTING, ("의견조회", "Consulting other bodies", "関係機関に意見照会中", "征求意见中")),
    (Stage.ADOPTED, ("채택", "Adopted", "採択", "已采纳")),
    (Stage.NOT_ADOPTED, ("불채택", "Not adopted", "不採択", "未采纳")),
    (Stage.CARRIED_OUT, ("실시", "Carried out", "実施済み", "已实施")),
    (Stage.RE_EXAMINATION, ("재심사", "Under re-examination", "再審査中", "复审中")),
    (Stage.TRANSFERRED, ("이송", "Transferred", "移送", "已移送")),
    (Stage.LINKED, ("동일제안", "Same as an earlier proposal", "同一提案", "与先前提案相同")),
    (Stage.CLOSED, ("종결", "Closed", "終結", "已结案")),
    (Stage.WITHDRAWN, ("취하", "Withdrawn", "取り下げ", "已撤回")),
    (Duty.DECIDE, ("채택 여부 결정", "Decide on adoption", "採否の決定", "决定是否采纳")),
    (Duty.NOTIFY, ("결과 통지", "Notify the proposer", "結果の通知", "通知结果")),
    (Duty.CARRY_OUT, ("실시 예정 시기", "Carry out", "実施予定日", "预定实施")),
    (Duty.ERASE, ("관리기간 만료", "End of keeping", "管理期間の満了", "管理期届满")),
    (Duty.COMPLETE, ("제안 보완", "Complete the proposal", "提案の補完", "补充提案")),
    (Duty.ANSWER, ("의견 회신", "Answer the consultation", "意見の回答", "答复意见")),
    (Duty.ASK_AGAIN, ("재심사 요청", "Ask for re-examination", "再審査の請求", "申请复审")),
    (Duty.ASK_COMPLETION, ("보완요청 기한", "Ask for completion", "補完を求める期限", "要求补充的期限")),
    (Flaw.MENDABLE, ("보완할 수 있는 흠", "Something to mend", "補完できる不備", "可补正的缺陷")),
    (Flaw.NOT_A_PROPOSAL, ("제안에 해당하지 않음", "Not a proposal", "提案に該当しない", "不属于提案")),
    (Flaw.CIVIL_PETITION, ("민원에 해당", "A civil petition", "民願に該当", "属于信访事项")),
    (Closing.NOT_COMPLETED, ("보완 미이행", "Not completed in time", "期限内に補完なし", "逾期未补充")),
    (Closing.CIVIL_PETITION, ("민원으로 처리", "Handled as a civil petition", "民願として処理", "按信访事项处理")),
    (Closing.REPEATED, ("반복 제안", "Filed repeatedly", "反復提案", "重复提案")),
    (AskedBy.PROPOSER, ("제안자 요청", "Asked by the proposer", "提案者の請求", "提案人申请")),
    (
        AskedBy.PROPOSER_SEEING_IT_DONE,
        (
            "동일 시책 실시에 따른 제안자 요청",
            "Asked by the proposer: the same has been carried out",
            "同一施策の実施による提案者の請求",
            "因相同政策已实施由提案人申请",
        ),
    ),
    (
        AskedBy.INTERIOR_MINISTRY,
        (
            "행정안전부장관 요청",
            "Asked by the Minister of the Interior and Safety",
            "行政安全部長官の要請",
            "行政安全部长官要求",
        ),
    ),
    (AskedBy.OWN_INITIATIVE, ("행정청 직권", "On the ministry's own initiative", "行政庁の職権", "行政机关依职权")),
    (Criterion.FEASIBILITY, ("실시 가능성", "Feasibility", "実施可能性", "可行性")),
    (Criterion.CREATIVITY, ("창의성", "Creativity", "創意性", "创造性")),
    (Criterion.EFFECT, ("효율성·효과성", "Efficiency and effect", "効率性・効果性", "效率与效果")),
    (Criterion.SCOPE, ("적용 범위", "Scope", "適用範囲", "适用范围")),
    (Criterion.LASTING, ("계속성", "Lasting value", "継続性", "持续性")),
    (Phase.ANNOUNCED, ("공모 예정", "Announced", "募集予定", "即将征集")),
    (Phase.OPEN, ("공모 중", "Open for entries", "募集中", "征集中")),
    (Phase.UNDER_REVIEW, ("공모 심사 중", "Entries under review", "応募作審査中", "评审中")),
    (Phase.RESULT_DUE, ("결과 발표", "Result", "結果発表", "公布结果")),
)
# By type and value: members of two enumerations with the same value are equal, and mean different things.
_WORDS: Mapping[tuple[type[StrEnum], str], _Words] = MappingProxyType(
    {(type(of), of.value): words for of, words in _LISTED}
)


def word(of: StrEnum, language: str) -> str:
    """Return the word for a stage, duty, ground, criterion or phase; a language without words reads Korean."""
    return _WORDS[type(of), of.value][LANGUAGES.index(language) if language in LANGUAGES else 0]
