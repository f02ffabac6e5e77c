"""The words of what became of suggestions."""

from collections.abc import Mapping
from types import MappingProxyType

# In Korean, English, Japanese and Chinese.
SUGGESTION_WORDS: Mapping[str, tuple[str, str, str, str]] = MappingProxyType(
    {
        "outcomes_lead": (
            "보내 주신 제안이 어디까지 왔는지, 무엇을 했는지 알려 드려요.",
            "How far suggestions have come, and what was done.",
            "いただいた提案がどこまで進み、何をしたのかをお伝えします。",
            "告诉您提案进展到哪一步、做了哪些事。",
        ),
        "funnel": ("제안이 걸어온 길", "From receipt to action", "提案の歩み", "提案的历程"),
        "funnel_few": (
            "아직 제안이 10건이 되지 않아 수를 밝히지 않아요.",
            "There are fewer than ten suggestions so far; figures follow from ten on.",
            "提案がまだ10件に満たないため、数は示しません。",
            "提案尚不足10件，暂不公布数字。",
        ),
        "step": ("단계", "Step", "段階", "阶段"),
        "count": ("건수", "Number", "件数", "件数"),
        "of_received": ("접수한 제안 가운데", "Of those received", "受付に対する割合", "占已受理的比例"),
        "decided_lately": (
            "채택하거나 실시한 제안",
            "Suggestions adopted or carried out",
            "採択・実施した提案",
            "已采纳或已实施的提案",
        ),
        "no_outcomes": (
            "아직 반영된 제안이 없어요. 채택하면 여기에서 가장 먼저 알려 드려요.",
            "Nothing has been adopted yet. It will be told here first.",
            "まだ反映された提案はありません。採択されたら、まずここでお知らせします。",
            "尚无落实的提案。一经采纳，将首先在此公布。",
        ),
        "you_said": ("이런 말씀을 들었어요", "You said", "お聞きした声", "您说"),
        "we_did": ("이렇게 했어요", "We did", "取り組んだこと", "我们做了"),
        "we_plan": ("이렇게 할게요", "We will", "これから取り組むこと", "我们将"),
        "planned": ("실시 예정 시기 {day}", "Planned for {day}", "実施予定 {day}", "预定实施 {day}"),
        "earlier_outcomes": (
            "그동안 반영된 일",
            "Earlier outcomes",
            "これまでに反映された取り組み",
            "以往落实情况",
        ),
        "suggestions_lead": (
            "담당자가 읽고 심사를 시작한 제안이에요. 제안자가 공개를 원하지 않으면 결정된 뒤 제목과 결과만 나와요.",
            "Suggestions that staff have read and taken into review. Where the proposer opted out, only the title and "
            "the result are here, once it is decided.",
            "担当者が読み、審査に入った提案です。提案者が公開を望まない場合は、決定後に題名と結果だけを掲載します。",
            "以下为工作人员已阅读并进入审查的提案。提案人不愿公开的，决定之后仅显示标题和结果。",
        ),
        "all": ("모두", "All", "すべて", "全部"),
        "stage_filter": ("단계로 고르기", "Choose a stage", "段階で絞り込む", "按阶段筛选"),
        "no_suggestions": (
            "여기에 나올 제안이 아직 없어요.",
            "There is nothing to show here yet.",
            "ここに表示する提案はまだありません。",
            "暂无可显示的提案。",
        ),
        "received_on": ("{day} 접수", "Received {day}", "{day}受付", "{day}受理"),
        "previous": ("이전", "Previous", "前へ", "上一页"),
        "following": ("다음", "Next", "次へ", "下一页"),
        "page": ("{n} / {of} 쪽", "Page {n} of {of}", "{n} / {of} ページ", "第{n}页，共{of}页"),
        "pages": ("쪽 넘기기", "Pages", "ページ", "翻页"),
        "timeline": ("지나온 단계", "Step by step", "これまでの段階", "处理过程"),
        "result_only": (
            "제안자가 내용과 과정을 공개하지 않아서, 제목과 결과만 보여 드려요.",
            "The proposer keeps the words and the steps private; the title and the result are public.",
            "提案者が内容と経過を公開していないため、題名と結果だけを掲載します。",
            "提案人未公开内容和过程，仅显示标题和结果。",
        ),
        "masked": (
            "전화번호 같은 개인정보는 가리고, 시각 없이 날짜만 적어요.",
            "Telephone numbers and other personal data are masked. Days are shown, never times.",
            "電話番号などの個人情報は伏せ、時刻は載せず日付だけを示します。",
            "电话号码等个人信息已隐去，仅显示日期，不显示时刻。",
        ),
        "written_in": (
            "쓰인 언어: {language}",
            "Written in {language}",
            "書かれた言語：{language}",
            "书写语言：{language}",
        ),
        "reason": ("이유", "Reason", "理由", "理由"),
        "step_received": ("접수", "Received", "受付", "受理"),
        "step_completion-asked": ("보완요청", "Completion requested", "補完依頼", "要求补充"),
        "step_completed": ("보완", "Completed", "補完", "已补充"),
        "step_review-started": ("심사", "Review", "審査", "审查"),
        "step_opinion-asked": ("의견조회", "Other bodies consulted", "意見照会", "征求意见"),
        "step_opinion-received": ("의견 회신", "Opinion received", "意見回答", "收到意见"),
        "step_opinion-waived": ("의견조회 종료", "Consultation ended", "意見照会終了", "征求意见结束"),
        "step_transferred": ("이송", "Transferred", "移送", "移送"),
        "step_linked": ("동일제안", "Same as an earlier one", "同一提案", "相同提案"),
        "step_unlinked": ("동일제안 해제", "Not the same after all", "同一提案の解除", "解除相同提案"),
        "step_adopted": ("채택", "Adopted", "採択", "采纳"),
        "step_refused": ("불채택", "Not adopted", "不採択", "不采纳"),
        "step_postponed": ("실시 예정 시기 변경", "Planned day changed", "実施予定の変更", "变更预定实施时间"),
        "step_carried-out": ("실시", "Carried out", "実施", "实施"),
        "step_re-examination-asked": ("재심사 요청", "Re-examination requested", "再審査の請求", "申请复审"),
        "feed_title": (
            "외교부 열린소통포럼: 이렇게 반영되었습니다",
            "Open Forum of the Ministry of Foreign Affairs, Korea: what came of it",
            "韓国外交部オープンフォーラム：反映されました",
            "韩国外交部开放论坛：意见落实情况",
        ),
    }
)
# The decree's names for the parts of a proposal, by the id of their question.
PART_NAMES: Mapping[str, tuple[str, str, str, str]] = MappingProxyType(
    {
        "gist": ("요지", "The gist", "要旨", "要点"),
        "situation": ("현황·문제점", "How it is now", "現状と問題点", "现状与问题"),
        "improvement": ("개선방안", "Improvement", "改善策", "改进方案"),
        "effect": ("기대효과", "Expected effect", "期待される効果", "预期效果"),
    }
)
