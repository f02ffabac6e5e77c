"""The yearly report as a PDF: what its template needs to know."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kiosk.forum.disclosure import FEWEST
from sync.central.public.edition import PackOutcome
from sync.central.public.funnel import funnel_levels
from sync.central.public.suggestions import Suggestion
from sync.central.public.views import LENGTH, Bar, QuestionView, number, question_views
from sync.central.public.words import day_text, texts_in
from sync.central.public.yearly import DECISION_DAYS, YearFigures
from sync.central.results.published import PublishedActivity
from sync.central.review.words import word
from sync.central.typesetting import typeset

_TEMPLATE = Path(__file__).with_name("report.typ")
_MOST_OUTCOMES, _MOST_TOPICS, _MOST_QUESTIONS = 12, 8, 6
_SAY = texts_in("ko")


def report_pdf(
    figures: YearFigures,
    outcomes: Sequence[Suggestion],
    earlier: Sequence[PackOutcome],
    topics: Mapping[str, str],
) -> bytes:
    """Return the report on a year; raises ForumError where it cannot be typeset."""
    return typeset(_TEMPLATE, "report", _content(figures, outcomes, earlier, topics))


def _content(
    figures: YearFigures, outcomes: Sequence[Suggestion], earlier: Sequence[PackOutcome], topics: Mapping[str, str]
) -> dict[str, Any]:
    funnel = figures.funnel
    whole_year = (figures.through.month, figures.through.day) == (12, 31)
    return {
        "title": f"열린소통포럼 {figures.first.year}년 운영 보고서",
        "author": "외교부",
        "period": f"{day_text(figures.first, 'ko')} ~ {day_text(figures.through, 'ko')}",
        "standing": "" if whole_year else "잠정",
        "headline": _headline(figures),
        "figures": _key_figures(figures),
        "funnel": [
            {"name": _SAY[level.name], "count": level.count, "share": level.share} for level in funnel_levels(funnel)
        ]
        if funnel.is_shown
        else [],
        "months": [{"label": f"{place}월", "count": count} for place, count in enumerate(figures.months, 1)],
        "topics": [
            {"label": topics.get(name, name) or "분야를 고르지 않음", "count": count}
            for name, count in figures.topics
            if count is not None
        ][:_MOST_TOPICS],
        "outcomes": [_outcome(each) for each in outcomes[:_MOST_OUTCOMES]]
        + [
            {"stage": "실시", "on": day_text(each.on, "ko"), "said": each.said["ko"], "done": each.done["ko"]}
            for each in earlier[: max(0, _MOST_OUTCOMES - len(outcomes))]
        ],
        "activities": [_activity(each) for each in figures.activities],
        "notes": [
            {
                "head": "표본이 아님.",
                "body": _SAY["not_a_sample"].replace("아니에요", "아닙니다").replace("있어요", "있습니다"),
            },
            {
                "head": "10명.",
                "body": "10명이 안 되거나, 다른 수에서 10명이 안 되는 수를 계산해 낼 수 있는 수는 싣지 않았습니다.",
            },
            {
                "head": "제안.",
                "body": "접수한 해의 제안이 기준일까지 어디에 이르렀는지 세었습니다. "
                "제목과 내용은 제안자가 공개한 것만, 개인정보를 가리고 날짜까지만 실었습니다.",
            },
        ],
    }


def _headline(figures: YearFigures) -> str:
    funnel = figures.funnel
    if not funnel.is_shown:
        return f"{number(figures.people)}건의 참여를 받았습니다."
    return (
        f"제안 {number(funnel.received)}건을 받아 {number(funnel.reviewed)}건을 심사하고, "
        f"{number(funnel.adopted)}건을 채택해 {number(funnel.carried_out)}건을 실시했습니다."
    )


def _key_figures(figures: YearFigures) -> list[dict[str, str]]:
    funnel = figures.funnel
    days = "–" if figures.median_days is None else f"{figures.median_days:g}일"
    in_time = "–" if figures.in_time is None else f"{100 * figures.in_time / figures.decided:.0f}%"
    few = "" if figures.decided >= FEWEST else f"결정이 {FEWEST}건 미만"
    received = number(funnel.received) + "건" if funnel.is_shown else "10건 미만"
    return [
        {"name": "참여", "value": f"{number(figures.people)}건", "under": f"활동 {len(figures.activities)}개"},
        {"name": "접수한 제안", "value": received, "under": "접수한 날 기준"},
        {"name": "결정까지 걸린 날", "value": days, "under": few or "중앙값"},
        {
            "name": f"{DECISION_DAYS}일 안에 결정",
            "value": in_time,
            "under": few or f"결정한 {number(figures.decided)}건 가운데",
        },
    ]


def _outcome(each: Suggestion) -> dict[str, str]:
    step = each.done or each.decision
    planned = each.planned_for
    done = step.said if step else ""
    if planned and not each.done:
        done = f"{done} (실시 예정 시기 {day_text(planned, 'ko')})".strip()
    return {
        "stage": word(each.stage, "ko"),
        "on": day_text(step.on, "ko") if step else "",
        "said": each.title,
        "done": done,
    }


def _activity(activity: PublishedActivity) -> dict[str, Any]:
    views = question_views(activity, "ko")
    drawn = [view for view in views if view.is_telling]
    told = drawn[:_MOST_QUESTIONS]
    return {
        "title": activity.title["ko"] if "ko" in activity.title else next(iter(activity.title.values())),
        "kind": _SAY[activity.kind],
        "people": activity.people,
        "period": f"{day_text(activity.first_day, 'ko')} ~ {day_text(activity.last_day, 'ko')}",
        "days": activity.days,
        "questions": [_question(view) for view in told],
        "left_out": sum(bool(view.bars) for view in views) - len(told),
    }


def _question(view: QuestionView) -> dict[str, Any]:
    return {
        "title": view.title,
        "of": " · ".join(part for part in (view.of, *view.notes) if part),
        "stacked": view.stacked,
        "bars": [_bar(bar) for bar in view.bars],
        "names_held": ", ".join(view.held),
        "held": view.is_held,
    }


def _bar(bar: Bar) -> dict[str, Any]:
    return {"name": bar.name, "length": bar.length / LENGTH, "people": bar.people, "share": bar.share}
