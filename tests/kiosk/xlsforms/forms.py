"""XLSForms as spreadsheets, made from short tables, and one that has something of everything."""

from collections.abc import Mapping
from pathlib import Path

from openpyxl import Workbook

Sheet = list[dict[str, str]]

CHOICES: Sheet = [
    {"list_name": "yn", "name": "yes", "label::Korean (ko)": "예", "label::English (en)": "Yes"},
    {"list_name": "yn", "name": "no", "label::Korean (ko)": "아니요", "label::English (en)": "No"},
    {"list_name": "country", "name": "KR", "label::Korean (ko)": "한국", "label::English (en)": "Korea"},
    {"list_name": "country", "name": "JP", "label::Korean (ko)": "일본", "label::English (en)": "Japan"},
    *(
        {"list_name": "city", "name": name, "label::Korean (ko)": name, "label::English (en)": name, "country": country}
        for name, country in (("Seoul", "KR"), ("Busan", "KR"), ("Tokyo", "JP"), ("Osaka", "JP"))
    ),
    *(
        {"list_name": "news", "name": name, "label::Korean (ko)": korean, "label::English (en)": name}
        for name, korean in (("tv", "텔레비전"), ("paper", "신문"), ("web", "인터넷"))
    ),
]
SURVEY: Sheet = [
    {"type": "start", "name": "start"},
    {"type": "note", "name": "welcome", "label::Korean (ko)": "어서 오세요", "label::English (en)": "**Welcome**"},
    {
        "type": "select_one country",
        "name": "Country",
        "label::Korean (ko)": "어느 나라에 사시나요?",
        "label::English (en)": "Where do you live?",
        "required": "yes",
    },
    {
        "type": "select_one city",
        "name": "city",
        "label::Korean (ko)": "어느 도시인가요?",
        "label::English (en)": "Which city?",
        "choice_filter": "country = ${Country}",
    },
    {
        "type": "select_multiple news or_other",
        "name": "news",
        "label::Korean (ko)": "소식은 어디서 접하시나요?",
        "label::English (en)": "Where do you get news?",
        "constraint": "count-selected(.) <= 2",
    },
    {"type": "begin_group", "name": "details", "label::Korean (ko)": "자세히", "label::English (en)": "Details"},
    {
        "type": "integer",
        "name": "age",
        "label::Korean (ko)": "나이",
        "label::English (en)": "Age",
        "hint::Korean (ko)": "만 나이",
        "hint::English (en)": "In years",
        "constraint": ". > 13 and . < 120",
        "constraint_message::Korean (ko)": "14세부터",
        "constraint_message::English (en)": "From 14 on",
    },
    {
        "type": "decimal",
        "name": "years",
        "label::Korean (ko)": "거주 기간",
        "label::English (en)": "Years there",
        "relevant": "${age} >= 18",
        "constraint": ". <= ${age}",
        "constraint_message::Korean (ko)": "나이보다 길 수 없어요",
        "constraint_message::English (en)": "Not longer than your age",
    },
    {"type": "end_group"},
    {
        "type": "rank news",
        "name": "order",
        "label::Korean (ko)": "중요한 순서",
        "label::English (en)": "In order of weight",
    },
    {
        "type": "range",
        "name": "trust",
        "label::Korean (ko)": "신뢰",
        "label::English (en)": "Trust",
        "parameters": "start=0 end=10 step=1",
    },
    {
        "type": "text",
        "name": "why",
        "label::Korean (ko)": "왜 그런가요?",
        "label::English (en)": "Why?",
        "appearance": "multiline",
        "relevant": "selected(${news}, 'tv') and ${trust} < 5",
    },
    {"type": "geopoint", "name": "gps", "label::Korean (ko)": "위치", "label::English (en)": "Place"},
    {
        "type": "select_one yn",
        "name": "sure",
        "label::Korean (ko)": "확실한가요?",
        "label::English (en)": "Sure?",
        "relevant": "${gps} != ''",
    },
]
SETTINGS: Sheet = [{"form_title": "거주 조사", "form_id": "living", "version": "7", "default_language": "Korean (ko)"}]


def write_form(path: Path, survey: Sheet = SURVEY, choices: Sheet = CHOICES, settings: Sheet = SETTINGS) -> Path:
    """Write a form as .xlsx, one column for each name that any row has."""
    book = Workbook()
    book.remove(book.active)
    sheets: Mapping[str, Sheet] = {"survey": survey, "choices": choices, "settings": settings}
    for name, rows in sheets.items():
        columns = list(dict.fromkeys(column for row in rows for column in row))
        sheet = book.create_sheet(name)
        sheet.append(columns)
        for row in rows:
            sheet.append([row.get(column) for column in columns])
    book.save(path)
    return path
