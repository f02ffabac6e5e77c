"""Types any text on the on-screen keyboard by touch, between Hangul, Latin letters and both pages of signs."""

import re
from collections.abc import Callable, Iterator

from PySide6.QtQuick import QQuickItem

from tests.ui.hangul import strokes
from tests.ui.visitor import Visitor, class_of

_HANGUL, _LATIN = "한글", "abc"
# Two pages of signs; three in Japanese. The key that leads on tells which is open.
_SIGN_PAGES = _SIGNS, _MORE_SIGNS, _ = "1/2", "2/2", "3/3"
_SIGN_PAGE = re.compile(r"[123]/[23]")
_OTHER = "kana or pinyin"


class Typist:
    """Looks at the keys before each touch, as a person does; characters that are on none of them are left out.

    What is open cannot be remembered: after the end of a sentence, space leads from the signs back to the letters.
    """

    def __init__(self, visitor: Visitor) -> None:
        """Stand before an open text, whose keyboard shows the letters of the visitor's language."""
        self._visitor = visitor
        self._keyboard = visitor.find("keyboard")
        visitor.wait_for(lambda: visitor.sees("keyboard") and self._shown("Key"), "the keyboard")

    def type(self, text: str) -> str:
        """Type what the keyboard has keys for, and return it."""
        return "".join(character for character in text if self._typed(character))

    def _typed(self, character: str) -> bool:
        if character in "\n ":
            name = "EnterKey" if character == "\n" else "SpaceKey"
            self._write(lambda key: class_of(key) == name)
            return True
        keys = strokes(character)
        if keys != [(character, False)] or "ㄱ" <= character <= "ㅣ":
            self._go_to(_HANGUL)
            for key, shifted in keys:
                if shifted:
                    self._touch(lambda key: class_of(key) == "ShiftKey")
                self._strike(key)
            return True
        if character.isascii() and character.isalpha():
            self._go_to(_LATIN)
            self._choose_case(character)
            self._strike(character.lower())
            return True
        for page in (self._page(), _SIGNS, _MORE_SIGNS):
            self._go_to(page)
            if character in self._shown("Key"):
                self._strike(character)
                return True
        return False

    def _choose_case(self, letter: str) -> None:
        """A Latin key shows its small letter always, and says whether it writes the capital."""
        if self._writes_capitals() != letter.isupper():
            self._touch(lambda key: class_of(key) == "ShiftKey")
            self._visitor.wait_for(lambda: self._writes_capitals() == letter.isupper(), "the other case")

    def _writes_capitals(self) -> bool:
        return any(key.property("uppercased") for key in self._visible() if class_of(key) == "Key")

    def _go_to(self, page: str) -> None:
        """Touch the keys that lead to a page, one after another; each is named after what it leads to."""
        for _ in range(3):
            now = self._page()
            if now == page:
                return
            if now in _SIGN_PAGES and page in _SIGN_PAGES:
                self._touch(lambda key: _SIGN_PAGE.fullmatch(str(key.property("displayText"))) is not None)
            elif now in _SIGN_PAGES or page in _SIGN_PAGES:
                self._touch(lambda key: class_of(key) == "SymbolModeKey")
            else:
                self._touch(lambda key: class_of(key) == "ChangeLanguageKey")
            self._visitor.wait_for(lambda now=now: self._page() not in ("", now), f"the way to {page}")  # type: ignore[misc]
        assert self._page() == page, f"{page} cannot be reached from {self._page()}"

    def _page(self) -> str:
        """Tell what is open from the keys that are seen; empty while it changes."""
        shown = self._shown()
        for label in shown:
            if _SIGN_PAGE.fullmatch(label):
                return _SIGN_PAGES[int(label[0]) - 1]
        if "ㅁ" in shown:
            return _HANGUL
        return _LATIN if "en" in self._shown("ChangeLanguageKey") else _OTHER if "a" in shown else ""

    def _strike(self, label: str) -> None:
        self._write(lambda key: class_of(key) == "Key" and key.property("displayText") == label)

    def _write(self, is_it: Callable[[QQuickItem], bool]) -> None:
        """Touch a key that writes, and see it written."""
        before = self._written()
        self._touch(is_it)
        self._visitor.wait_for(lambda: self._written() != before, "what the key writes")

    def _written(self) -> tuple[object, object]:
        field = self._visitor.window.activeFocusItem()
        return (field.property("text"), field.property("preeditText")) if field is not None else ("", "")

    def _shown(self, kind: str = "") -> frozenset[str]:
        return frozenset(str(key.property("displayText")) for key in self._visible() if class_of(key).startswith(kind))

    def _visible(self) -> Iterator[QQuickItem]:
        layout = self._keyboard.findChild(QQuickItem, "keyboardLayoutLoader")  # Qt's name
        return iter(()) if layout is None else _keys(layout)

    def _touch(self, is_it: Callable[[QQuickItem], bool]) -> None:
        def key() -> QQuickItem | None:
            return next((each for each in self._visible() if is_it(each)), None)

        self._visitor.wait_for(key, "a key")
        found = key()
        assert found is not None
        self._visitor.touch_at(self._visitor.centre(found))


def _keys(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if child.isVisible():
            if class_of(child).endswith("Key"):
                yield child
            else:
                yield from _keys(child)
