"""What remains of a visitor: looks for words in everything that the process still holds and shows as JSON.

Run as `python -m tests.ui.remains HOME`: it writes in four languages by touch, in the text field of every activity and
in every field of a contact, ends the visits in every way, and after each prints where the words are still found. With
`--every-ending` each language is ended in every way. Memory that was freed is not looked at.
"""

import argparse
import gc
import itertools
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QMetaObject, QMetaType, QObject, QRect, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtQuick import QQuickItem
from shiboken6 import isValid

from kiosk.forum import visits
from kiosk.forum.packs import Activity, Pack, Question
from kiosk.forum.visits import Visit, begin_visit
from tests.ui.tour import furnish
from tests.ui.visitor import Visitor, visiting
from tests.ui.walking import answer_something
from ui.app import prepare_environment
from ui.closing import YES, Closing, Step, written
from ui.navigation import Place, Screen

# What is typed key by key in each language's own keyboard.
TYPED = {"ko": "두루미쿠키상자", "en": "zebraquartz", "ja": "sakuramochi", "zh": "waijiaobu"}
IN_ACTIVITY = "뷁췤"
CONTACT = {Step.NAME: "쿰퓨얍", Step.PHONE: "0108765", Step.EMAIL: "qzzebra"}
_KEYBOARD = "QtQuick.VirtualKeyboard"
_T = QMetaType.Type
_WORDLESS = {each.value for each in (_T.Bool, _T.Int, _T.UInt, _T.Double, _T.Float, _T.QColor, _T.QFont, _T.QPointF)}
_WORDLESS |= {each.value for each in (_T.QRectF, _T.QSizeF, _T.QCursor)}
_told: dict[str, list[str]] = {}


def words_in_objects(visitor: Visitor, words: str) -> list[str]:
    """Every property of every living object, and every row of every model, that still holds the words."""
    return [
        f"{what.metaObject().className()} “{what.objectName()}”, {where}"
        for what, values in living_objects(visitor)
        for where, text in _texts(what, values)
        if words in text
    ]


def living_objects(visitor: Visitor) -> list[tuple[QObject, list[tuple[str, object]]]]:
    """The window's items and objects, the engine's, the view models, the keyboard's singletons, the application's.

    Each with what its properties hold, of those that may hold a text or lead to another object.
    """
    kiosk = visitor.kiosk
    engine = kiosk.engine
    singletons = [engine.singletonInstance(_KEYBOARD, name) for name in ("InputContext",)]
    roots: list[QObject] = [kiosk, kiosk.window, engine, *(each for each in singletons if isinstance(each, QObject))]
    application = QGuiApplication.instance()
    assert application is not None
    roots += [application, QGuiApplication.inputMethod(), QGuiApplication.clipboard()]
    roots += [each for each in gc.get_objects() if isinstance(each, QObject) and isValid(each)]
    found: dict[int, tuple[QObject, list[tuple[str, object]]]] = {}
    waiting = list(roots)
    while waiting:
        each = waiting.pop()
        if id(each) in found or not isValid(each):
            continue
        values = list(_properties(each))
        found[id(each)] = each, values
        waiting += each.children()
        if isinstance(each, QQuickItem):
            waiting += each.childItems()
        waiting += [value for _, value in values if isinstance(value, QObject)]
    return list(found.values())


def words_in_python(words: str) -> list[str]:
    """Every container of Python's that still holds a text with the words; the caller's own text is not counted.

    A container of nothing but texts and numbers is not among Python's tracked objects: it is looked into as well.
    """
    gc.collect()
    own = {id(words), *(id(text) for text in (*TYPED.values(), IN_ACTIVITY, *CONTACT.values()))}
    held = gc.get_referents(*gc.get_objects())
    once = dict(zip(map(id, held), held, strict=True))
    untracked = [each for each in once.values() if each.__class__ in (dict, tuple) and not gc.is_tracked(each)]
    held = gc.get_referents(*untracked)
    once.update(zip(map(id, held), held, strict=True))
    del held, untracked
    texts = [each for at, each in once.items() if each.__class__ is str and at not in own]
    del once
    found = [text for text in texts if words in text] if words in "\0".join(texts) else []
    del texts
    return [f"a Python {type(holder).__name__}: {each[:40]!r}" for each in found for holder in gc.get_referrers(each)]


def _copy(text: object) -> str:
    """The same words as an object of their own: the kiosk's is looked for, and the caller's is not counted."""
    return "".join(list(str(text)))


def words_in_input(visitor: Visitor, words: str) -> list[str]:
    """The clipboard, and what the input method knows of the field that has the focus."""
    found = []
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection, QClipboard.Mode.FindBuffer):
        if words in clipboard.text(mode):
            found.append(f"clipboard {mode.name}")
    for query in (Qt.InputMethodQuery.ImSurroundingText, Qt.InputMethodQuery.ImCurrentSelection):
        asked = QGuiApplication.inputMethod().queryFocusObject(query, None)
        if isinstance(asked, str) and words in asked:
            found.append(f"input method {query.name}")
    for item in visitor.window.findChildren(QQuickItem):
        if item.property("canUndo"):
            found.append(f"{item.metaObject().className()} can undo")
    return found


def _texts(what: QObject, values: list[tuple[str, object]]) -> Iterator[tuple[str, str]]:
    for name, value in values:
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, (list, tuple, dict)):
            yield name, repr(value)
    if isinstance(what, QAbstractItemModel):
        for row in range(what.rowCount()):
            for role in what.roleNames():
                value = what.data(what.index(row, 0), role)
                if isinstance(value, str):
                    yield f"row {row}", value


def _properties(what: QObject) -> Iterator[tuple[str, object]]:
    for name in _telling(what.metaObject()):
        try:
            value = what.property(name)
        except RuntimeError:  # a type that Python has no converter for: an enumeration, never a text
            continue
        if not isinstance(value, QRect):
            yield name, value


def _telling(described: QMetaObject) -> list[str]:
    """The properties of a type that may hold a text or another object: no numbers, truths, colours and the like."""
    name = described.className()
    if name not in _told:
        of = [described.property(place) for place in range(described.propertyCount())]
        _told[name] = [
            str(each.name()) for each in of if each.metaType().id() not in _WORDLESS and not each.isEnumType()
        ]
    return _told[name]


def write_in(visitor: Visitor, language: str) -> str:
    """Write an opinion in a language, and return what was written."""
    visitor.touch(f"start.{language}")
    visitor.wait_for_screen("Home")
    visitor.touch("activity.open-opinion")
    visitor.wait_for(lambda: visitor.screen != "Home", "the activity")
    while visitor.screen != "Text":
        go_on(visitor)
    visitor.type(TYPED[language])
    visit = visitor.journey.place.visit
    assert visit is not None
    assert visit.at is not None
    return _copy(visit.answers[visit.at])


def go_on(visitor: Visitor) -> None:
    """Answer what is asked, if anything, and touch the primary button."""
    before = visitor.place_name()
    if visitor.screen != "Text":
        answer_something(visitor)
    visitor.touch("primary")
    visitor.wait_for(lambda: visitor.place_name() != before, "the next place")


def end(visitor: Visitor, way: str) -> None:
    """End the visit: by finishing it, by starting over, by leaving for home first, or by walking away."""
    match way:
        case "finish":
            while visitor.screen != "Attract":
                go_on(visitor)
        case "start over":
            visitor.touch("startOver")
            visitor.touch("startOverSheet.secondary")
        case "home":
            visitor.touch("home")
            visitor.touch("leaveSheet.secondary")
            visitor.wait_for_screen("Home")
            visitor.touch("startOver")
        case _:
            visitor.kiosk.kiosk.ask_whether_anyone_is_here()
            visitor.touch("idleSheet.secondary")
    visitor.wait_for_screen("Attract")


WAYS = ("finish", "start over", "home", "walk away")


def show(visitor: Visitor, place: Place) -> None:
    """Bring a visitor who stands at home to any place at once."""
    visitor.touch("start.ko")
    visitor.wait_for_screen("Home")
    visitor.journey.place = place
    visitor.journey.moved.emit()
    visitor.wait_for_screen(place.screen)


def write_in_activity(visitor: Visitor, pack: Pack, activity: Activity) -> str:
    """Write in the first text that an activity asks for, and return what was written."""
    question = next(each for each in activity.questions if each.type == "text")
    show(visitor, Place(Screen.TEXT, _at(begin_visit(pack, activity, "ko"), question)))
    visitor.type(IN_ACTIVITY)
    visit = visitor.journey.place.visit
    assert visit is not None
    return _copy(visit.answers[question.id])


def _at(visit: Visit, wanted: Question) -> Visit:
    """The visit with its first answers, the lowest of each, so that a question is asked now."""
    while visit.at != wanted.id:
        question = visits.current_question(visit)
        assert question is not None
        visit = visits.went_on(visits.answered(visit, question.id, _least_answer(question)))
    return visit


def _least_answer(question: Question) -> object:
    match question.type:
        case "scale" | "rating" | "number":
            return int(question.bounds[0])
        case "text":
            return "가"
        case "multiple" | "ranking":
            return [question.options[0].id]
        case "statements":
            return {each.id: "pass" for each in question.statements}
    return question.options[0].id


def write_contact(visitor: Visitor, pack: Pack, activity: Activity, step: Step) -> str:
    """Write in one field of a contact, and return what was written."""
    agreed = {each: YES for each in (Step.OFFER, Step.OLD_ENOUGH, Step.CONSENT, Step.LINK)}
    visit = replace(begin_visit(pack, activity, "ko"), at=None, answers={"topic": "peninsula", "opinion": "평화"})
    show(visitor, Place(Screen.CONTACT, visit, closing=Closing(at=step, said=agreed)))
    visitor.type(CONTACT[step])
    return _copy(written(visitor.journey.place.closing))


def report(visitor: Visitor, ended: list[tuple[str, str]], words: str) -> None:
    """Print one line about what is left of the words after visits that ended, each told by where it wrote and how."""
    visitor.picture()
    found = [*words_in_objects(visitor, words), *words_in_input(visitor, words), *words_in_python(words)]
    files = [
        str(Path(f"/proc/self/fd/{each.name}").readlink()) for each in Path("/proc/self/fd").iterdir() if each.exists()
    ]
    line = {"ended": ended, "written": words, "found": found, "open": files}
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def languages(visitor: Visitor, *, every_ending: bool) -> None:
    """Write an opinion in four languages, and end in every way: each language in one, or in every one."""
    for language, way in itertools.product(TYPED, WAYS) if every_ending else zip(TYPED, WAYS, strict=True):
        words = write_in(visitor, language)
        end(visitor, way)
        report(visitor, [(language, way)], words)


def activities(visitor: Visitor) -> None:
    """Write the same in the text of every activity, and look for it after the last: no visit wipes for another."""
    ended: list[tuple[str, str]] = []
    for pack, activity in visitor.journey.activities():
        if any(question.type == "text" for question in activity.questions):
            words = write_in_activity(visitor, pack, activity)
            ended.append((activity.id, ("start over", "walk away")[len(ended) % 2]))
            end(visitor, ended[-1][1])
    report(visitor, ended, words)


def contact(visitor: Visitor) -> None:
    """Write in every field of a contact."""
    pack, activity = next(each for each in visitor.journey.activities() if each[1].kind == "opinion")
    for step, way in zip(CONTACT, ("start over", "walk away", "start over"), strict=True):
        words = write_contact(visitor, pack, activity, step)
        end(visitor, way)
        report(visitor, [(step.value, way)], words)
        del words


def main() -> None:
    """Write and end; print one line of JSON for each visit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("home", type=Path)
    parser.add_argument("--every-ending", action="store_true")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    prepare_environment()
    application = QGuiApplication(sys.argv[:1])
    furnish(asked.home)
    with visiting(asked.home) as visitor:
        languages(visitor, every_ending=asked.every_ending)
        activities(visitor)
        contact(visitor)
    application.shutdown()


if __name__ == "__main__":
    main()
