"""Types any text on the on-screen keyboard by touch, between Hangul, Latin letters and both pages of signs."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtQuick import QQuickItem

from tests.ui.hangul import strokes
from tests.ui.visitor import Visitor, class_of, visible_items

_HANGUL, _LATIN, _SIGNS, _MORE_SIGNS = "한글", "abc", "1/2", "2/2"
_OTHER = "kana or pinyin"
_STILL_SECONDS = 0.15


class Typist:
    """Knows which page of the keyboard is open; characters that are on none of them are left out and said so."""

    def __init__(self, visitor: Visitor) -> None:
        """Stand before an open text, whose keyboard shows the letters of the visitor's language."""
        self._visitor = visitor
        self._keys: dict[str, frozenset[str]] = {}
        visitor.wait_for(lambda: visitor.sees("keyboard") and self._now(), "the keyboard")
        # The keyboard keeps the letters of the text before; the key that changes them names those that are shown.
        shown = {key.property("displayText") for key in self._visible() if class_of(key) == "ChangeLanguageKey"}
        self._page = _HANGUL if "ㅁ" in self._now() else _LATIN if shown <= {"en"} else _OTHER
        self._learn()

    def type(self, text: str) -> str:
        """Type what the keyboard has keys for, and return it."""
        typed = [character for character in text if self._typed(character)]
        return "".join(typed)

    def _typed(self, character: str) -> bool:
        if character == "\n":
            self._touch(lambda key: class_of(key) == "EnterKey")
            return True
        if character == " ":
            self._touch(lambda key: class_of(key) == "SpaceKey")
            return True
        keys = strokes(character)
        if keys != [(character, False)] or "ㄱ" <= character <= "ㅣ":
            self._go_to(_HANGUL)
            for key, shifted in keys:
                self._strike(key, shifted=shifted)
            return True
        if character.isascii() and character.isalpha():
            self._go_to(_LATIN)
            self._strike(character, shifted=False)
            return True
        for page in (self._page, _SIGNS, _MORE_SIGNS):
            if page in (_SIGNS, _MORE_SIGNS) or character in self._keys[page]:
                self._go_to(page)
                if character in self._keys[page]:
                    self._strike(character, shifted=False)
                    return True
        return False

    def _strike(self, text: str, *, shifted: bool) -> None:
        """Touch a key; a Latin key shows its small letter always, and says whether it writes the capital."""
        if shifted:
            self._touch(lambda key: class_of(key) == "ShiftKey")
        elif text.isascii() and text.isalpha() and self._writes_capitals() != text.isupper():
            self._touch(lambda key: class_of(key) == "ShiftKey")
            self._visitor.wait_for(lambda: self._writes_capitals() == text.isupper(), "the other case")
        shown = text.lower() if text.isascii() else text
        self._touch(lambda key: class_of(key) == "Key" and key.property("displayText") == shown)

    def _writes_capitals(self) -> bool:
        return any(key.property("uppercased") for key in self._visible() if class_of(key) == "Key")

    def _go_to(self, page: str) -> None:
        if page == self._page:
            return
        if page in (_SIGNS, _MORE_SIGNS):
            if self._page not in (_SIGNS, _MORE_SIGNS):
                self._change(lambda key: class_of(key) == "SymbolModeKey", _SIGNS)
            if self._page != page:
                self._change(lambda key: key.property("displayText") in (_SIGNS, _MORE_SIGNS), page)
            return
        if self._page in (_SIGNS, _MORE_SIGNS):
            self._change(lambda key: class_of(key) == "SymbolModeKey", self._letters())
        if self._page != page:
            self._change(lambda key: class_of(key) == "ChangeLanguageKey", page)

    def _letters(self) -> str:
        """Return which letters stand behind the signs: the key that leads back to them is named after them."""
        names = [key.property("displayText") for key in self._visible() if class_of(key) == "SymbolModeKey"]
        return _HANGUL if names == [_HANGUL] else _LATIN

    def _change(self, is_it: Callable[[QQuickItem], bool], page: str) -> None:
        self._wait_until_still()
        before = self._now()
        self._touch(is_it)
        self._visitor.wait_for(lambda: self._now() not in (before, frozenset()), f"the page {page}")
        self._page = page
        self._learn()

    def _learn(self) -> None:
        self._wait_until_still()
        self._keys.setdefault(self._page, self._now())

    def _wait_until_still(self) -> None:
        """The keyboard decides a moment later whether a sentence begins, and shows capitals then."""
        last: frozenset[str] = frozenset()
        since = time.monotonic()

        def is_still() -> bool:
            nonlocal last, since
            now = self._now()
            if now != last:
                last, since = now, time.monotonic()
            return time.monotonic() - since > _STILL_SECONDS

        self._visitor.wait_for(is_still, "a still keyboard")

    def _now(self) -> frozenset[str]:
        return frozenset(str(key.property("displayText")) for key in self._visible() if class_of(key) == "Key")

    def _visible(self) -> list[QQuickItem]:
        return [item for item in visible_items(self._visitor.find("keyboard")) if class_of(item).endswith("Key")]

    def _touch(self, is_it: Callable[[QQuickItem], bool]) -> None:
        def key() -> QQuickItem | None:
            return next((each for each in self._visible() if is_it(each)), None)

        self._visitor.wait_for(key, "a key")
        found = key()
        assert found is not None
        self._visitor.touch_at(self._visitor.centre(found))
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
