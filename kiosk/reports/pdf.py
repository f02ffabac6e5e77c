"""The tally as a PDF to be signed and handed on: A4, Korean, one page an activity; the same tally gives the same bytes.

Typeset by Typst with the system's Noto Sans CJK KR, embedded as a subset, and tagged for screen readers (PDF/UA-1).
"""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import typst

from kiosk.forum.errors import ForumError
from kiosk.forum.rapid_repeats import RAPID_SECONDS
from kiosk.reports.summary import PUBLISHED_FROM, ActivitySummary, QuestionSummary, Summary
from kiosk.reports.words import CHANNELS, KINDS, LANGUAGES, TYPES, period_words, seconds_words

_TEMPLATE = Path(__file__).with_name("tally.typ")
_FONT = "Noto Sans CJK KR"
# Where Debian and Ubuntu, Fedora and Arch keep it; elsewhere all fonts of the system are searched, which takes longer.
_FONT_FOLDERS = (
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/google-noto-sans-cjk-fonts",
    "/usr/share/fonts/noto-cjk",
)
_APPROVAL = ("담당", "과장", "국장")
# So many rows of one question leave room on a page; the other formats hold all of them.
_ROWS_A_PAGE = 20
_HEADLINES = 4


def tally_pdf(summary: Summary) -> bytes:
    """Return the tally as PDF; raises ForumError where the font is not installed."""
    folders = [folder for folder in _FONT_FOLDERS if Path(folder).is_dir()]
    compiler = typst.Compiler(
        str(_TEMPLATE),
        font_paths=folders,
        ignore_system_fonts=bool(folders),
        sys_inputs={"tally": json.dumps(_content(summary), ensure_ascii=False)},
    )
    try:
        content, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        raise ForumError(
            "PDF를 만들지 못했습니다. 아무것도 쓰지 않았습니다. 개발자에게 알려 주십시오.\n"
            f"The PDF could not be typeset ({error}); nothing was written. Tell the developers."
        ) from None
    if any("unknown font" in str(warning.message) for warning in warnings):
        raise ForumError(
            f"PDF에 필요한 글꼴 {_FONT}이(가) 없습니다. 아무것도 쓰지 않았습니다. fonts-noto-cjk를 설치하거나 pdf를 "
            "빼십시오.\n"
            f"The PDF needs the font {_FONT}, which is not installed; nothing was written. "
            "Install the package fonts-noto-cjk, or leave out pdf."
        )
    if not isinstance(content, bytes):
        raise ForumError("The PDF could not be typeset; nothing was written. Tell the developers.")
    return content


def _content(summary: Summary) -> dict[str, Any]:
    glance = summary.glance
    return {
        "title": "열린포럼 일일 집계" if summary.first == summary.last else "열린포럼 기간 집계",
        "author": "외교부 열린포럼",
        "period": period_words(summary.first, summary.last),
        "kiosk": summary.kiosk_id,
        "approval": _APPROVAL,
        "submissions": asdict(summary.submissions),
        "median": seconds_words(glance.median_seconds()),
        "busiest": _busiest(summary),
        "hours": [
            {"label": f"{hour}시", "count": glance.by_hour[hour]}
            for hour in range(min({9, *glance.by_hour}), max({17, *glance.by_hour}) + 1)
        ],
        "languages": _named(glance.by_language, LANGUAGES),
        "channels": _named(glance.by_channel, CHANNELS),
        **_days(summary),
        "headlines": _headlines(summary),
        "activities": [_activity(each) for each in summary.activities],
        "notes": _notes(summary),
    }


def _busiest(summary: Summary) -> dict[str, str]:
    hours = summary.glance.by_hour
    if not hours:
        return {"label": "–", "under": ""}
    most = max(hours.values())
    hour = min(each for each, count in hours.items() if count == most)
    return {"label": f"{hour}시대", "under": f"{most:,}건({100 * most / hours.total():.0f}%)"}


def _days(summary: Summary) -> dict[str, Any]:
    """Return a point for each day of up to two months, for each month beyond."""
    by_day = summary.glance.by_day
    length = (summary.last - summary.first).days + 1
    if length <= 62:
        days = [date.fromordinal(summary.first.toordinal() + place) for place in range(length)]
        points = [{"label": f"{day.month}.{day.day}.", "count": by_day[day.isoformat()]} for day in days]
        return {"days_title": "날짜별 제출", "days": points}
    months: dict[str, int] = {}
    for ordinal in range(summary.first.toordinal(), summary.last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        name = f"{day.year % 100}.{day.month}."
        months[name] = months.get(name, 0) + by_day[day.isoformat()]
    points = [{"label": name, "count": count} for name, count in months.items()]
    return {"days_title": "달별 제출", "days": points}


def _named(counts: dict[str, int], names: Any) -> list[dict[str, Any]]:
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return [{"label": names.get(key, key), "count": count} for key, count in ordered]


def _headlines(summary: Summary) -> list[dict[str, Any]]:
    """Return the answer chosen most in the first question of each poll, where it may be published and none ties."""
    headlines = []
    for activity in summary.activities:
        question = activity.questions[0] if activity.kind == "poll" and activity.questions else None
        if question is None or question.few or question.type not in ("single", "multiple"):
            continue
        first, second = sorted(question.rows, key=lambda row: -row.total.every)[:2]
        if first.total.every > second.total.every:
            headlines.append(
                {
                    "question": question.label,
                    "answer": first.label,
                    "count": first.total.every,
                    "count_without": first.total.without_repeats,
                    "whole": question.answered.every,
                    "whole_without": question.answered.without_repeats,
                }
            )
    return headlines[:_HEADLINES]


def _activity(activity: ActivitySummary) -> dict[str, Any]:
    return {
        "title": activity.title,
        "kind": KINDS.get(activity.kind, "활동"),
        "submissions": asdict(activity.submissions),
        "median": seconds_words(activity.median_seconds),
        "questions": [_question(each) for each in activity.questions],
    }


def _question(question: QuestionSummary) -> dict[str, Any]:
    rows = list(question.rows)
    if len(rows) > _ROWS_A_PAGE:
        most = sorted(range(len(rows)), key=lambda place: (-rows[place].total.every, place))[:_ROWS_A_PAGE]
        rows = [rows[place] for place in most]
    return {
        "type": question.type,
        "kind": TYPES[question.type],
        "label": question.label,
        "answered": asdict(question.answered),
        "skipped": asdict(question.skipped),
        "few": question.few,
        "parts": question.parts,
        "rows": [{"label": row.label, "counts": [asdict(count) for count in row.counts]} for row in rows],
        "hidden_rows": len(question.rows) - len(rows),
        "mean": None if question.mean is None else f"{question.mean:.2f}",
        "median": None if question.median is None else f"{question.median:g}",
        "low": question.low,
        "high": question.high,
        "first": rows[0].label if rows else "",
        "last": rows[-1].label if rows else "",
    }


def _notes(summary: Summary) -> list[dict[str, str]]:
    notes = [
        (
            "표본이 아님.",
            "스스로 참여한 로비 방문자의 응답이며 국민 전체의 의견을 대표하지 않습니다. "
            "비율은 그 문항에 답한 사람 안에서의 비율이고, 여러 개 고르기는 합이 100%를 넘을 수 있습니다.",
        ),
        (
            "빠른 반복.",
            f"같은 키오스크에서 같은 활동을 {RAPID_SECONDS}초 안에 다시 제출한 것입니다. 지우지 않고 표시만 하며, "
            "받은 그대로와 반복을 뺀 수를 나란히 싣습니다.",
        ),
        (
            "공표.",
            f"답한 사람이 {PUBLISHED_FROM}명 미만인 문항은 내부에서만 봅니다. "
            "글로 쓴 의견은 수만 세고, 시각은 시간 단위까지만 싣습니다.",
        ),
    ]
    if summary.glance.unsure_clock:
        notes.append(("시계.", f"시계를 믿기 어려웠던 기록이 {summary.glance.unsure_clock:,}건 있습니다."))
    return [{"head": head, "body": body} for head, body in notes]
