"""An empty sheet for an activity's paper cards, to be filled in and recorded: a column a question, with lists."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from kiosk.card_sheets import VOTE_WORDS, column_words
from kiosk.forum.about_words import about_choices
from kiosk.forum.packs import Activity, Pack, Question, words_in
from kiosk.reports.whole_files import whole_file

_LANGUAGE = "ko"
# As far down as the lists reach.
_MOST_CARDS = 2_000
_WIDEST = 40


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what may be chosen, whole numbers from and to, and a word of help."""

    name: str
    choices: tuple[str, ...] = ()
    whole: tuple[float, float] | None = None
    help: str = ""


def write_card_sheet(path: Path, pack: Pack, activity: Activity) -> Path:
    """Write the sheet as .xlsx; raises ForumError where it cannot be written."""
    import xlsxwriter  # here: only this needs it

    columns = card_columns(pack, activity)
    with whole_file(path) as file, xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet, lists = book.add_worksheet("접수카드"), book.add_worksheet("목록")
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#ecf2fe"})
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        for place, column in enumerate(columns):
            sheet.set_column(
                place, place, min(_WIDEST, max(14, len(column.name) * 1.6)), None if column.whole else text
            )
            sheet.write_string(0, place, column.name, head)
            lists.write_column(0, place, column.choices)
            if column.choices and not column.help:
                first, last = (f"${_letter(place)}${row}" for row in (1, len(column.choices)))
                rule: dict[str, object] = {"validate": "list", "source": f"='목록'!{first}:{last}"}
            elif column.whole:
                low, high = column.whole
                rule = {"validate": "integer", "criteria": "between", "minimum": low, "maximum": high}
            else:
                rule = {"validate": "any"}
            if column.help:
                rule |= {"input_title": "적는 법", "input_message": column.help[:255]}
            sheet.data_validation(1, place, _MOST_CARDS, place, rule)
        sheet.freeze_panes(1, 0)
        lists.hide()
    return path


def card_columns(pack: Pack, activity: Activity) -> list[Column]:
    """Return the columns: when and in which language a card was written, its questions, and about its writer."""
    names = {each.id: words_in(each.label, _LANGUAGE) for each in activity.answerable}
    times = Counter(names.values())
    columns = [
        Column(column_words("recorded_at"), help="카드에 적힌 날짜. 예: 2026-11-22. 비우면 오늘이에요."),
        Column(column_words("language"), tuple(column_words(each) for each in pack.languages)),
    ]
    for question in activity.answerable:
        name = names[question.id]
        columns += _columns_of(question, name if times[name] == 1 else question.id)
    about = ((part, about_choices(_LANGUAGE, part)) for part in ("age_band", "region", "gender"))
    return columns + [Column(column_words(part), tuple(words for _, words in choices)) for part, choices in about]


def _columns_of(question: Question, name: str) -> list[Column]:
    options = tuple(words_in(each.label, _LANGUAGE) for each in question.options)
    match question.type:
        case "single":
            return [Column(name, options)]
        case "multiple" | "ranking":
            how = "순서대로 " if question.type == "ranking" else ""
            return [Column(name, options, help=f"{how}; 로 나누어 적어요: {'; '.join(options)}")]
        case "scale" | "rating":
            return [Column(name, whole=question.bounds)]
        case "statements":
            return [Column(words_in(each.text, _LANGUAGE), VOTE_WORDS) for each in question.statements]
    return [Column(name)]


def _letter(place: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(place))
