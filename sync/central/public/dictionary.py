"""The data dictionary: every column of the open data, in the forum's four languages."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sync.central.public.tables import Column

_SUGGESTION = Column(
    "suggestion_id",
    "text",
    (
        "제안의 공개 번호 (접수번호와 다름)",
        "The suggestion's public number; not the receipt's",
        "提案の公開番号（受付番号とは別）",
        "提案的公开编号（与受理编号不同）",
    ),
)

COLUMNS: Mapping[str, Sequence[Column]] = MappingProxyType(
    {
        "results": (
            Column(
                "through",
                "day",
                (
                    "이 수를 센 마지막 날 (그날 포함, 한국 시각)",
                    "The last day counted, included (Korean time)",
                    "集計の最終日（当日を含む、韓国時間）",
                    "统计截止日（含当日，韩国时间）",
                ),
            ),
            Column("activity_id", "text", ("활동 번호", "The activity's id", "活動のID", "活动编号")),
            Column(
                "activity",
                "text",
                ("활동 이름 (한국어)", "The activity's title, in Korean", "活動名（韓国語）", "活动名称（韩语）"),
            ),
            Column(
                "kind",
                "text",
                (
                    "활동 종류: poll, survey, statements …",
                    "The kind of activity: poll, survey, statements …",
                    "活動の種類：poll、survey、statements …",
                    "活动类型：poll、survey、statements…",
                ),
            ),
            Column(
                "first_day",
                "day",
                ("처음 참여한 날", "The first day on which somebody took part", "最初の参加日", "首个参与日"),
            ),
            Column(
                "last_day",
                "day",
                ("마지막으로 참여한 날", "The last day on which somebody took part", "最後の参加日", "最后参与日"),
            ),
            Column(
                "days",
                "integer",
                ("참여가 있었던 날의 수", "On how many days people took part", "参加があった日数", "有人参与的天数"),
            ),
            Column(
                "question_id",
                "text",
                (
                    "질문 번호. 비어 있으면 활동 전체, channel·language는 참여 경로·언어. 생각 나누기는 ‘질문.생각’",
                    "The question's id; empty for the whole activity; channel and language for those; a statement is "
                    "QUESTION.STATEMENT",
                    "質問のID。空欄は活動全体、channelとlanguageは参加経路と言語。考えは「質問.考え」",
                    "问题编号；空为整个活动；channel和language为参与渠道和语言；观点为“问题.观点”",
                ),
            ),
            Column(
                "question",
                "text",
                ("질문 (한국어)", "The question, in Korean", "質問（韓国語）", "问题（韩语）"),
            ),
            Column(
                "type",
                "text",
                (
                    "질문 종류: single, multiple, scale, rating, ranking, number, text, statements",
                    "The type of question: single, multiple, scale, rating, ranking, number, text, statements",
                    "質問の種類：single、multiple、scale、rating、ranking、number、text、statements",
                    "问题类型：single、multiple、scale、rating、ranking、number、text、statements",
                ),
            ),
            Column(
                "option_id",
                "text",
                (
                    "답 번호. participants는 참여한 수, answered는 답한 수, ‘.1’로 끝나면 1순위로 고른 수",
                    "The answer's id; participants: took part; answered: answered; ending in .1: ranked first",
                    "回答のID。participantsは参加数、answeredは回答数、「.1」で終わるものは1位に選んだ数",
                    "答案编号；participants为参与数，answered为回答数，以“.1”结尾为排在首位的人数",
                ),
            ),
            Column("option", "text", ("답 (한국어)", "The answer, in Korean", "回答（韓国語）", "答案（韩语）")),
            Column(
                "people",
                "integer",
                (
                    "사람 수. 10명 미만이거나 10명 미만을 알아낼 수 있으면 비어 있음. 0은 아무도 고르지 않은 답",
                    "How many people; empty where that would tell of fewer than ten; 0: nobody chose it",
                    "人数。10人未満、または10人未満が分かってしまう場合は空欄。0は誰も選ばなかった回答",
                    "人数；少于10人或可推算出少于10人时为空；0表示无人选择",
                ),
            ),
            Column(
                "base",
                "integer",
                (
                    "비율의 분모: 답한 사람 수, 그 수를 밝힐 수 없으면 참여한 사람 수",
                    "What the share is of: those who answered, or all who took part where that number is held back",
                    "割合の分母：回答者数。示せない場合は参加者数",
                    "比例的分母：回答人数；不便公布时为参与人数",
                ),
            ),
            Column("share", "number", ("비율 (0~1)", "The share, 0 to 1", "割合（0〜1）", "比例（0至1）")),
        ),
        "suggestions": (
            _SUGGESTION,
            Column(
                "kind",
                "text",
                (
                    "proposal 정책 제안, call 공모 제안, opinion 의견",
                    "proposal, call (an entry to a contest) or opinion",
                    "proposal（提案）、call（公募）、opinion（意見）",
                    "proposal（提案）、call（征集）、opinion（意见）",
                ),
            ),
            Column("language", "text", ("쓰인 언어", "The language it was written in", "書かれた言語", "书写语言")),
            Column("received_on", "day", ("접수한 날", "The day of receipt", "受付日", "受理日")),
            Column("stage", "text", ("단계 (코드)", "The stage, as a code", "段階（コード）", "阶段（代码）")),
            Column(
                "stage_ko",
                "text",
                ("단계 (법령 용어)", "The stage's statutory name", "段階（法令用語）", "阶段（法定名称）"),
            ),
            Column("title", "text", ("제목", "The title", "件名", "标题")),
            Column(
                "text",
                "text",
                (
                    "내용. 전화번호 같은 개인정보는 가림",
                    "The words; telephone numbers and other personal data are masked",
                    "内容。電話番号などの個人情報は伏せてある",
                    "内容；电话号码等个人信息已隐去",
                ),
            ),
            Column("decided_on", "day", ("채택·불채택을 정한 날", "The day of the decision", "採否の決定日", "决定日")),
            Column("reason", "text", ("결정한 이유", "The reason of the decision", "決定の理由", "决定理由")),
            Column("planned_for", "day", ("실시 예정 시기", "When it is planned for", "実施予定日", "预定实施日")),
            Column("carried_out_on", "day", ("실시한 날", "The day it was carried out", "実施日", "实施日")),
            Column("done", "text", ("실시한 내용", "What was done", "実施内容", "实施内容")),
        ),
        "steps": (
            _SUGGESTION,
            Column("step", "integer", ("단계 순서", "The step's place", "段階の順序", "步骤顺序")),
            Column(
                "on",
                "day",
                ("날 (시각은 싣지 않음)", "The day; never a time", "日（時刻は載せない）", "日期（不含时刻）"),
            ),
            Column(
                "kind",
                "text",
                (
                    "무슨 일이 있었는지 (코드)",
                    "What happened, as a code",
                    "何があったか（コード）",
                    "发生的事项（代码）",
                ),
            ),
            Column("body", "text", ("관계 기관", "The body concerned", "関係機関", "相关机构")),
            Column(
                "said",
                "text",
                ("이유 또는 한 일", "The reason, or what was done", "理由または実施内容", "理由或实施内容"),
            ),
            Column("planned_for", "day", ("실시 예정 시기", "When it is planned for", "実施予定日", "预定实施日")),
        ),
    }
)
