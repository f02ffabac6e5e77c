"""Why a line was not recorded, in Korean: every sentence that the rules can say has its words."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import intake
from kiosk.card_faults import in_korean, reasons
from kiosk.forum import answers, submissions
from kiosk.forum.errors import AnswersRejected
from kiosk.forum.packs import Activity
from tests.small_pack import small_pack

# Where the sentences stand: the module, and its functions that say them (all where none is named).
_SAID_IN = (
    (answers, ()),
    (submissions, ("about_problem", "moment_from_text")),
    (intake, ("_entry", "_submission")),
)


@pytest.fixture
def survey() -> Activity:
    return next(each for each in small_pack().activities if each.id == "long-survey")


def _sentences() -> Iterator[str]:
    for module, names in _SAID_IN:
        for function in ast.walk(ast.parse(Path(str(module.__file__)).read_text())):
            if isinstance(function, ast.FunctionDef) and (function.name in names or not names):
                for statement in function.body:
                    if not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)):
                        yield from (each for each in _texts(statement) if " " in each and each.upper() != each.lower())


def _texts(node: ast.AST) -> Iterator[str]:
    """Yield the texts of a piece of code, each with “x” in the place of a value."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        words = [str(each.value) if isinstance(each, ast.Constant) else "" for each in node.values]
        if any(letter.isalpha() for word in words for letter in word):
            yield "".join(word or "x" for word in words)
        for value in node.values:
            yield from () if isinstance(value, ast.Constant) else _texts(value)
    else:
        for child in ast.iter_child_nodes(node):
            yield from _texts(child)


def test_every_sentence_that_the_rules_can_say_has_korean_words(survey: Activity) -> None:
    said = list(_sentences())
    assert len(said) > 30
    # A rule's sentence follows its question.
    assert [each for each in said if not (in_korean(each, survey) or in_korean(f"“x” {each}", survey))] == []


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        ("“trust” is above 10", "“신뢰”의 수가 10보다 큽니다."),
        (
            "“about.age_band” takes one of 10s, 20s or declined",
            "“나이대”에는 카드 표의 목록에 있는 것만 적을 수 있습니다.",
        ),
        ("something new", "규칙에 맞지 않습니다."),
    ],
)
def test_a_question_and_a_column_are_called_by_their_korean_words(survey: Activity, english: str, korean: str) -> None:
    assert reasons(ValueError(english), survey) == {"reason": f"{english}.", "reason_ko": korean}


def test_each_of_several_faults_of_a_line_is_told(survey: Activity) -> None:
    broken = AnswersRejected({"trust": "“trust” is above 10", "some": "“some” takes a list of option ids"})
    told = reasons(broken, survey)
    assert told["reason"] == "“trust” is above 10; “some” takes a list of option ids."
    assert told["reason_ko"] == "“신뢰”의 수가 10보다 큽니다. “몇 가지”에는 선택지 목록을 적어야 합니다."
