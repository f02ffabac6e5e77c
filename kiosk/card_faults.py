"""Why a line was not recorded, in Korean: the rules of answers speak English, and each of their sentences is here."""

import re

from kiosk.card_sheets import column_words
from kiosk.forum.about_words import ABOUT_PARTS
from kiosk.forum.errors import AnswersRejected
from kiosk.forum.packs import Activity, words_in

# {q} is a question or a column, which is called by its Korean words.
_KOREAN = (
    ("“{q}” must be answered", "“{q}”에 답이 없습니다"),
    ("the activity “{a}” has no question “{b}”", "활동 “{a}”에는 질문 “{b}”이(가) 없습니다"),
    ("“{q}” is not asked after these answers; leave it out", "이렇게 답하면 “{q}”은(는) 묻지 않습니다. 지우십시오"),
    ("“{q}” must fit “{a}”", "“{q}”의 답이 조건 “{a}”에 맞지 않습니다"),
    ("“{q}” takes one option id", "“{q}”에는 선택지 하나를 적어야 합니다"),
    ("“{q}” takes a list of option ids", "“{q}”에는 선택지 목록을 적어야 합니다"),
    ("“{q}” has no option “{a}”", "“{q}”에는 선택지 “{a}”이(가) 없습니다"),
    ("“{q}” names an option twice", "“{q}”에 같은 선택지가 두 번 있습니다"),
    ("“{q}” takes at most {a} options", "“{q}”에는 선택지를 {a}개까지 적을 수 있습니다"),
    ("“{q}” takes a number", "“{q}”에는 숫자를 적어야 합니다"),
    ("“{q}” takes a whole number", "“{q}”에는 정수를 적어야 합니다"),
    ("“{q}” is too large", "“{q}”의 수가 너무 큽니다"),
    ("“{q}” is below {a}", "“{q}”의 수가 {a}보다 작습니다"),
    ("“{q}” is above {a}", "“{q}”의 수가 {a}보다 큽니다"),
    ("“{q}” takes text", "“{q}”에는 글을 적어야 합니다"),
    ("“{q}” is longer than {a} characters", "“{q}”의 글이 {a}자보다 깁니다"),
    ("“{q}” has a character that is not text", "“{q}”에 글자가 아닌 것이 있습니다"),
    ("“{q}” takes a vote for each statement", "“{q}”에는 생각마다 찬성, 반대, 건너뛰기를 적어야 합니다"),
    ("“{q}” has no statement “{a}”", "“{q}”에는 생각 “{a}”이(가) 없습니다"),
    (
        "“{q}” takes agree, disagree or pass for “{a}”, not “{b}”",
        "“{q}”의 생각 “{a}”에는 찬성, 반대, 건너뛰기만 적을 수 있는데 “{b}”(이)라고 적혀 있습니다",
    ),
    ("“{q}” takes no answer", "“{q}”은(는) 답을 받지 않는 안내입니다"),
    ("“about” takes {a}", "“about”에는 {a}만 적을 수 있습니다"),
    ("“about” has no “{a}”; it takes {b}", "“about”에는 “{a}”이(가) 없습니다. {b}만 적을 수 있습니다"),
    ("“{q}” takes one of {a} or {b}", "“{q}”에는 카드 표의 목록에 있는 것만 적을 수 있습니다"),
    ("“{q}” takes a date and time such as {a}", "“{q}”에는 {a}처럼 날짜와 시각을 적어야 합니다"),
    ("“{q}” is no date and time: “{a}”; write {b}", "“{q}”의 “{a}”은(는) 날짜가 아닙니다. 2026-11-22처럼 적으십시오"),
    (
        "“{q}” is not between 1990 and 2099: “{a}”; mend the date",
        "“{q}”의 “{a}”은(는) 1990년에서 2099년 사이가 아닙니다. 날짜를 고치십시오",
    ),
    ("“{q}” is in the future: “{a}”", "“{q}”의 “{a}”은(는) 아직 오지 않은 날입니다"),
    ("the activity “{a}” was not open on {b}", "활동 “{a}”은(는) {b}에 열려 있지 않았습니다"),
    ("the language “{a}” is not one of the pack's: {b}", "이 콘텐츠 묶음에 없는 언어 “{a}”입니다. 있는 언어: {b}"),
    ("the line is longer than {a} bytes", "줄이 {a}바이트보다 깁니다"),
    ("the line is not JSON in UTF-8", "UTF-8로 된 JSON이 아닙니다"),
    (
        "the line needs “answers”, an object of question ids and values",
        "“answers”(질문 id와 답의 묶음)가 있어야 합니다",
    ),
    ("the line has “{a}”, which is no field of a submission", "“{a}”은(는) 제출에 없는 항목입니다"),
)
# A sentence that is not here is still told in English.
_UNKNOWN = "규칙에 맞지 않습니다"


def reasons(error: AnswersRejected | ValueError, activity: Activity) -> dict[str, str]:
    """Return why a line was rejected, as `reason` in English and `reason_ko` in Korean."""
    sentences = list(error.problems.values()) if isinstance(error, AnswersRejected) else [str(error)]
    korean = [in_korean(each, activity) or _UNKNOWN for each in sentences]
    return {"reason": f"{'; '.join(sentences)}.", "reason_ko": f"{'. '.join(korean)}."}


def in_korean(sentence: str, activity: Activity) -> str | None:
    """Return a sentence about an answer in Korean, without its full stop, or None where it has no translation."""
    for pattern, korean in _PATTERNS:
        if found := pattern.fullmatch(sentence):
            values = found.groupdict()
            return korean.format(**values | {"q": _column(values.get("q", ""), activity)})
    return None


def _column(name: str, activity: Activity) -> str:
    part = name.removeprefix("about.")
    if part in ABOUT_PARTS or name == "recorded_at":
        return column_words(part)
    question = activity.question(name)
    return words_in(question.label, "ko") if question else name


def _pattern(english: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{(\w)\\}", r"(?P<\1>.+?)", re.escape(english)), re.DOTALL)


_PATTERNS = tuple((_pattern(english), korean) for english, korean in _KOREAN)
