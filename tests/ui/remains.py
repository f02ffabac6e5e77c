"""What remains of a visitor: looks for words in everything that the process still holds and shows as JSON.

Run as `python -m tests.ui.remains HOME languages`: it writes in four languages by touch, ends each visit in another
way, and after each prints where the written words are still found. With `fields` it writes in the text field of every
activity and in every field of a contact. Memory that was freed is not looked at.
"""

import gc
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QObject, QRect, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtQuick import QQuickItem
from shiboken6 import isValid

from kiosk.forum.packs import Activity, Pack
from kiosk.forum.visits import begin_visit
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


def words_in_objects(visitor: Visitor, words: str) -> list[str]:
    """Every property of every living object, and every row of every model, that still holds the words."""
    return [
        f"{what.metaObject().className()} “{what.objectName()}”, {where}"
        for what in living_objects(visitor)
        for where, text in _texts(what)
        if words in text
    ]


def living_objects(visitor: Visitor) -> list[QObject]:
    """The window's items and objects, the engine's, the view models, the keyboard's singletons, the application's."""
    kiosk = visitor.kiosk
    engine = kiosk.engine
    singletons = [engine.singletonInstance(_KEYBOARD, name) for name in ("InputContext",)]
    roots: list[QObject] = [kiosk, kiosk.window, engine, *(each for each in singletons if isinstance(each, QObject))]
    application = QGuiApplication.instance()
    assert application is not None
    roots += [application, QGuiApplication.inputMethod(), QGuiApplication.clipboard()]
    roots += [each for each in gc.get_objects() if isinstance(each, QObject) and isValid(each)]
    found: dict[int, QObject] = {}
    waiting = list(roots)
    while waiting:
        each = waiting.pop()
        if id(each) in found or not isValid(each):
            continue
        found[id(each)] = each
        waiting += each.children()
        if isinstance(each, QQuickItem):
            waiting += each.childItems()
        waiting += [value for _, value in _properties(each) if isinstance(value, QObject)]
    return list(found.values())


def words_in_python(words: str) -> list[str]:
    """Every container of Python's that still holds a text with the words; the caller's own text is not counted."""
    gc.collect()
    own = {id(words), *(id(text) for text in (*TYPED.values(), IN_ACTIVITY, *CONTACT.values()))}
    found = []
    for holder in gc.get_objects():
        for each in gc.get_referents(holder):
            if isinstance(each, str) and id(each) not in own and words in each:
                found.append(f"a Python {type(holder).__name__}: {each[:40]!r}")
    return found


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


def _texts(what: QObject) -> Iterator[tuple[str, str]]:
    for name, value in _properties(what):
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
    described = what.metaObject()
    for place in range(described.propertyCount()):
        of = described.property(place)
        try:
            value = of.read(what)
        except RuntimeError:  # a type that Python has no converter for: an enumeration, never a text
            continue
        if not isinstance(value, QRect):
            yield str(of.name()), value


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
    return str(visit.answers[visit.at])


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


ENDINGS = {"ko": ("finish", "start over", "home", "walk away"), "en": ("finish",), "ja": ("finish",), "zh": ("finish",)}


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
    show(visitor, Place(Screen.TEXT, replace(begin_visit(pack, activity, "ko"), at=question.id)))
    visitor.type(IN_ACTIVITY)
    visit = visitor.journey.place.visit
    assert visit is not None
    return str(visit.answers[question.id])


def write_contact(visitor: Visitor, pack: Pack, activity: Activity, step: Step) -> str:
    """Write in one field of a contact, and return what was written."""
    agreed = {each: YES for each in (Step.OFFER, Step.OLD_ENOUGH, Step.CONSENT, Step.LINK)}
    visit = replace(begin_visit(pack, activity, "ko"), at=None, answers={"topic": "peninsula", "opinion": "평화"})
    show(visitor, Place(Screen.CONTACT, visit, closing=Closing(at=step, said=agreed)))
    visitor.type(CONTACT[step])
    return written(visitor.journey.place.closing)


def report(visitor: Visitor, what: str, way: str, words: str) -> None:
    """Print one line about what is left of the words after their visit ended."""
    visitor.picture()
    found = [*words_in_objects(visitor, words), *words_in_input(visitor, words), *words_in_python(words)]
    files = [
        str(Path(f"/proc/self/fd/{each.name}").readlink()) for each in Path("/proc/self/fd").iterdir() if each.exists()
    ]
    line = {"what": what, "way": way, "written": words, "found": found, "open": files}
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def languages(visitor: Visitor) -> None:
    """Write an opinion in four languages, and end in every way."""
    for language, ways in ENDINGS.items():
        for way in ways:
            words = write_in(visitor, language)
            end(visitor, way)
            report(visitor, language, way, words)


def fields(visitor: Visitor) -> None:
    """Write in every activity, then in every field of a contact, and end by starting over or by walking away."""
    texts: list[tuple[str, Callable[[], str]]] = []
    for pack, activity in visitor.journey.activities():
        if any(question.type == "text" for question in activity.questions):
            texts.append((activity.id, partial(write_in_activity, visitor, pack, activity)))
        if activity.kind == "opinion":
            texts += [(step.value, partial(write_contact, visitor, pack, activity, step)) for step in CONTACT]
    for place, (what, write) in enumerate(texts):
        way = ("start over", "walk away")[place % 2]
        words = write()
        end(visitor, way)
        report(visitor, what, way, words)
        del words


def main() -> None:
    """Write and end; print one line of JSON for each visit."""
    home = Path(sys.argv[1])
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    prepare_environment()
    application = QGuiApplication(sys.argv[:1])
    furnish(home)
    with visiting(home) as visitor:
        {"languages": languages, "fields": fields}[sys.argv[2]](visitor)
    application.shutdown()


if __name__ == "__main__":
    main()
