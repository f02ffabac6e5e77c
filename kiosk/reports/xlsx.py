"""The tally as a workbook: a sheet at a glance, charts, readable counts, and the long-format lines.

Every text is written as a string and never as a formula. Rows go to disk as they come, so that a year fits in memory.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, BinaryIO, cast

import xlsxwriter
from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kiosk.forum.tallies import TALLY_COLUMNS, TallyLine, tally_rows
from kiosk.reports.long_sheet import LongSheet
from kiosk.reports.summary import Count, QuestionSummary, Summary
from kiosk.reports.words import CHANNELS, KINDS, LANGUAGES, TYPES, period_words, seconds_words

# Excel's limit, less the line of titles.
_LINES_A_SHEET = 1_048_575
_FONT = "맑은 고딕"
_PRIMARY, _SOFT = "#0b50d0", "#86aff9"
_PARTS = {"statements": ("#0b50d0", "#cdd1d5", "#d65c66")}
_RANKS = ("#083891", "#256ef4", "#86aff9", "#b1cefb", "#d8e5fd")
_CHARTED_ROWS = 20
_READABLE = (
    ("활동", 30), ("종류", 14), ("문항", 44), ("유형", 14), ("선택지", 44), ("구분", 10), ("응답 수", 10), ("비율", 9),
    ("빠른 반복 제외", 14), ("비율(반복 제외)", 14), ("공표", 14),
)  # fmt: skip
_LONG_WIDTHS = (11, 12, 24, 22, 22, 40, 9, 9, 8)


class TallyWorkbook:
    """A workbook being written to a file: `add` lines as they are counted, then `finish` with the summary."""

    def __init__(self, file: BinaryIO, written_for: datetime) -> None:
        self._book = xlsxwriter.Workbook(
            file,
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_format_properties": {"font_name": _FONT, "font_size": 10},
            },
        )
        # The last day counted and not the moment of writing: the same tally gives the same bytes.
        self._book.set_properties({"title": "열린포럼 집계", "company": "외교부", "created": written_for})
        make = self._book.add_format
        self._bold = make({"bold": True})
        self._title = make({"bold": True, "font_size": 16})
        self._head = make({"bold": True, "bg_color": "#ecf2fe", "bottom": 1})
        self._wrap = make({"text_wrap": True, "valign": "top"})
        self._count = make({"num_format": "#,##0", "valign": "top"})
        self._share = make({"num_format": "0.0%", "valign": "top"})
        self._warning = make({"font_color": "#8a240f", "valign": "top"})
        self._glance = self._sheet("한눈에", (24, 12, 14, 14, 4, 18, 12))
        self._charts = self._sheet("그래프", (44, 14, 14, 14, 14, 14))
        self._readable = self._sheet("활동별 집계", [width for _, width in _READABLE])
        self._long_sheets = 0
        self._next_long_sheet()

    def add(self, lines: Iterable[TallyLine]) -> None:
        """Write a day's lines to the long-format sheet, and to a further one where it is full."""
        rows = tally_rows(lines)
        while rows:
            room = _LINES_A_SHEET - self._long_lines
            self._long.write_plain_rows(rows[:room])
            self._long_lines += len(rows[:room])
            if rows := rows[room:]:
                self._next_long_sheet()

    def finish(self, summary: Summary) -> None:
        """Write the sheets for people and close the workbook."""
        self._write_glance(summary)
        self._write_charts(summary)
        self._write_readable(summary)
        self._book.close()

    def _sheet(self, name: str, widths: Sequence[int], kind: type[Worksheet] = Worksheet) -> Worksheet:
        sheet = self._book.add_worksheet(name, kind)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_paper(9)  # A4
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L표본이 아님: 스스로 참여한 방문자의 집계&R&P / &N")
        return sheet

    def _next_long_sheet(self) -> None:
        self._long_sheets += 1
        name = "원자료" if self._long_sheets == 1 else f"원자료 {self._long_sheets}"
        self._long = cast(LongSheet, self._sheet(name, _LONG_WIDTHS, LongSheet))
        self._row(self._long, 0, TALLY_COLUMNS, self._head)
        self._long.freeze_panes(1, 0)
        self._long_lines = 0

    def _write_glance(self, summary: Summary) -> None:
        sheet, glance = self._glance, summary.glance
        sheet.hide_gridlines(2)
        sheet.write_string(0, 0, "열린포럼 집계", self._title)
        sheet.write_string(1, 0, period_words(summary.first, summary.last), self._bold)
        sheet.write_string(2, 0, f"집계한 곳: {summary.kiosk_id}")
        sheet.write_string(
            3, 0, "표본이 아님: 스스로 참여한 방문자의 집계이며 국민 전체의 의견을 대표하지 않습니다.", self._warning
        )
        self._row(sheet, 5, ("", "제출", "빠른 반복 제외", "걸린 시간(중앙값)"), self._head)
        sheet.write_string(6, 0, "모두", self._bold)
        self._counts(sheet, 6, 1, summary.submissions)
        sheet.write_string(6, 3, seconds_words(glance.median_seconds()))
        row = 8
        hours = {
            f"{hour}시": glance.by_hour[hour]
            for hour in range(min({9, *glance.by_hour}), max({17, *glance.by_hour}) + 1)
        }
        tables: list[tuple[str, Mapping[str, int], str]] = [
            ("시간대별 제출", hours, "column"),
            (
                "언어별 제출",
                {LANGUAGES.get(key, key): count for key, count in sorted(glance.by_language.items())},
                "bar",
            ),
            ("들어온 길", {CHANNELS.get(key, key): count for key, count in sorted(glance.by_channel.items())}, "bar"),
        ]
        if summary.first != summary.last:
            tables.append(("날짜별 제출", dict(sorted(glance.by_day.items())), "column"))
        for title, counts, kind in tables:
            self._row(sheet, row, (title, "제출"), self._head)
            for place, (name, count) in enumerate(counts.items(), row + 1):
                sheet.write_string(place, 0, name)
                sheet.write_number(place, 1, count, self._count)
            if counts:
                chart = self._chart(kind, title, [("제출", 1, _PRIMARY)], sheet, row + 1, len(counts))
                sheet.insert_chart(row, 5, chart, {"x_scale": 1.3, "y_scale": 1})
            row += max(len(counts) + 3, 17)

    def _write_charts(self, summary: Summary) -> None:
        sheet, row = self._charts, 0
        sheet.hide_gridlines(2)
        for activity in summary.activities:
            for question in activity.questions:
                if not question.rows:
                    continue
                sheet.write_string(row, 0, f"{activity.title} — {question.label}", self._bold)
                parts = question.parts if len(question.parts) > 1 else ("응답 수", "빠른 반복 제외")
                self._row(sheet, row + 1, ("선택지", *parts), self._head)
                rows = sorted(question.rows, key=lambda each: -each.total.every)[:_CHARTED_ROWS]
                shown = rows if len(question.rows) > _CHARTED_ROWS else list(question.rows)
                for place, each in enumerate(shown, row + 2):
                    sheet.write_string(place, 0, each.label, self._wrap)
                    counts = [count.every for count in each.counts]
                    values = counts if len(counts) > 1 else [each.total.every, each.total.without_repeats]
                    for column, value in enumerate(values, 1):
                        sheet.write_number(place, column, value, self._count)
                paints = _PARTS.get(question.type, _RANKS) if len(question.parts) > 1 else (_PRIMARY, _SOFT)
                series = [(part, place + 1, paints[min(place, len(paints) - 1)]) for place, part in enumerate(parts)]
                kind = {"statements": "percent", "ranking": "stacked"}.get(question.type, "bar")
                chart = self._chart(kind, question.label, series, sheet, row + 2, len(shown))
                height = max(240, 34 * len(shown) + 110)
                chart.set_size({"width": 760, "height": height})
                sheet.insert_chart(row, len(parts) + 2, chart)
                row += max(len(shown) + 4, height // 20 + 2)

    def _write_readable(self, summary: Summary) -> None:
        sheet, row = self._readable, 1
        self._row(sheet, 0, [name for name, _ in _READABLE], self._head)
        sheet.freeze_panes(1, 0)
        for activity in summary.activities:
            kind = KINDS.get(activity.kind, "활동")
            self._texts(sheet, row, (activity.title, kind, "", "", "제출"))
            self._counts(sheet, row, 6, activity.submissions, apart=2)
            row += 1
            for question in activity.questions:
                start = (activity.title, kind, question.label, TYPES[question.type])
                for words, count, whole in _readable_rows(question):
                    self._texts(sheet, row, (*start, *words))
                    self._counts(sheet, row, 6, count, apart=2)
                    if whole is not None and whole.every:
                        sheet.write_number(row, 7, count.every / whole.every, self._share)
                        if whole.without_repeats:
                            sheet.write_number(row, 9, count.without_repeats / whole.without_repeats, self._share)
                    if question.few:
                        sheet.write_string(row, 10, "10명 미만: 불가", self._warning)
                    row += 1
        sheet.autofilter(0, 0, max(row - 1, 1), len(_READABLE) - 1)

    def _chart(
        self, kind: str, title: str, series: Sequence[tuple[str, int, str]], sheet: Worksheet, first: int, rows: int
    ) -> Chart:
        subtype = {"percent": "percent_stacked", "stacked": "stacked"}.get(kind)
        options = {"type": "column" if kind == "column" else "bar", **({"subtype": subtype} if subtype else {})}
        chart = cast(Chart, self._book.add_chart(options))
        name, last = sheet.get_name(), first + rows - 1
        for words, column, paint in series:
            each: dict[str, Any] = {
                "name": words,
                "categories": [name, first, 0, last, 0],
                "values": [name, first, column, last, column],
                "fill": {"color": paint},
                "gap": 40,
            }
            if subtype is None:
                each["data_labels"] = {"value": True, "font": {"name": _FONT, "size": 8}}
            chart.add_series(each)
        chart.set_title({"name": title, "name_font": {"name": _FONT, "size": 11, "bold": True}, "overlay": False})
        plain = {"num_font": {"name": _FONT, "size": 9}}
        if kind == "column":
            chart.set_x_axis(plain)
            chart.set_y_axis({**plain, "major_gridlines": {"visible": False}, "visible": False})
        else:
            # Bars grow upwards: the first option is to stand on top.
            chart.set_y_axis({**plain, "reverse": True})
            chart.set_x_axis({**plain, "major_gridlines": {"visible": False}, "visible": subtype == "percent_stacked"})
        if len(series) == 1:
            chart.set_legend({"none": True})
        else:
            chart.set_legend({"position": "bottom", "font": {"name": _FONT, "size": 9}})
        return chart

    def _row(self, sheet: Worksheet, row: int, words: Iterable[str], style: Format) -> None:
        for column, word in enumerate(words):
            sheet.write_string(row, column, word, style)

    def _texts(self, sheet: Worksheet, row: int, words: Iterable[str]) -> None:
        for column, word in enumerate(words):
            sheet.write_string(row, column, word, self._wrap)

    def _counts(self, sheet: Worksheet, row: int, column: int, count: Count, apart: int = 1) -> None:
        sheet.write_number(row, column, count.every, self._count)
        sheet.write_number(row, column + apart, count.without_repeats, self._count)


def _readable_rows(question: QuestionSummary) -> Iterable[tuple[tuple[str, str], Count, Count | None]]:
    """Yield (option, part), the count, and the count that it is a share of."""
    several = len(question.parts) > 1
    for row in question.rows:
        for part, count in zip(question.parts, row.counts, strict=True):
            yield (row.label, part if several else ""), count, row.total if several else question.answered
    yield ("(답한 사람)", ""), question.answered, None
    yield ("(건너뜀)", ""), question.skipped, None
