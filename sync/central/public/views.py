"""Results as a page draws them: bars with their words, in one language."""

from dataclasses import dataclass

from kiosk.forum.packs import words_in
from sync.central.public.words import texts_in
from sync.central.results.published import PublishedActivity, PublishedCell, PublishedQuestion

_CHOICES = ("single", "multiple", "ranking")
# A bar's full length in the picture's own units.
LENGTH = 1000


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer: its words, and how long it is drawn; `people` and `share` are empty where held back."""

    name: str
    kind: str
    start: int
    length: int
    people: str
    share: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question: `of` says what the shares are of, `notes` what the reader has to know, `held` what is not shown.

    The steps of a scale keep their places among the bars, held back or not.
    """

    type: str
    title: str
    of: str
    notes: tuple[str, ...]
    bars: tuple[Bar, ...]
    held: tuple[str, ...]
    stacked: bool

    @property
    def is_telling(self) -> bool:
        """Tell whether there is anything to draw: a count that is shown, and is no zero."""
        return any(bar.length for bar in self.bars)

    @property
    def is_held(self) -> bool:
        """Tell whether some of its counts are held back."""
        return bool(self.held) or any(not bar.people for bar in self.bars)


def question_views(activity: PublishedActivity, language: str) -> list[QuestionView]:
    """Return an activity's questions in their order."""
    return [_question(activity, each, language) for each in activity.questions]


def named_bars(activity: PublishedActivity, cells: tuple[PublishedCell, ...], names: dict[str, str]) -> list[Bar]:
    """Return channels or languages as bars of everybody who took part."""
    return [_bar(cell, names.get(cell.option_id, cell.option_id), activity.people) for cell in cells]


def number(count: int) -> str:
    """Write a count with its thousands apart."""
    return f"{count:,}"


def _question(activity: PublishedActivity, question: PublishedQuestion, language: str) -> QuestionView:
    say = texts_in(language)
    base = activity.base(question)
    stacked = question.type == "statements" and question.is_whole
    bars = [_bar(cell, _name(cell, language, say), base) for cell in question.cells]
    held: tuple[str, ...] = ()
    if question.type in _CHOICES:
        held = tuple(bar.name for bar in bars if not bar.people)
        bars = sorted((bar for bar in bars if bar.people), key=lambda bar: -bar.length)
    of = say["share_of_all" if question.answered is None else "share_of_answered"].format(n=number(base))
    notes: tuple[str, ...] = ()
    if question.answered == 0:
        bars, held, of, notes = [], (), "", (say["nobody"],)
    elif question.type in ("text", "number"):
        key = "texts" if question.type == "text" else "numbers"
        told = say["count_held"] if question.answered is None else say[key].format(n=number(question.answered))
        of, notes = "", (told,)
    elif question.type in ("multiple", "ranking"):
        notes = (say["several" if question.type == "multiple" else "first_place"],)
    elif question.type in ("scale", "rating") and question.is_whole:
        total = sum(int(cell.option_id) * (cell.people or 0) for cell in question.cells)
        notes = (say["average"].format(n=f"{total / base:.1f}"),)
    return QuestionView(
        question.type,
        words_in(question.label, language),
        of,
        notes,
        tuple(_joined(bars)) if stacked else tuple(bars),
        held,
        stacked,
    )


def _bar(cell: PublishedCell, name: str, base: int) -> Bar:
    if cell.people is None:
        return Bar(name, cell.option_id, 0, 0, "", "")
    share = cell.people / base if base else 0.0
    return Bar(name, cell.option_id, 0, round(LENGTH * share), number(cell.people), f"{100 * share:.0f}%")


def _joined(bars: list[Bar]) -> list[Bar]:
    """Return bars end to end."""
    joined, start = [], 0
    for bar in bars:
        length = LENGTH - start if bar is bars[-1] else bar.length
        joined.append(Bar(bar.name, bar.kind, start, length, bar.people, bar.share))
        start += length
    return joined


def _name(cell: PublishedCell, language: str, say: dict[str, str]) -> str:
    if cell.option_id in ("agree", "pass", "disagree") and not cell.label:
        return say[cell.option_id]
    words = words_in(cell.label, language) if cell.label else ""
    if cell.option_id.isdecimal():
        return f"{cell.option_id} · {words}" if words else cell.option_id
    return words or cell.option_id
