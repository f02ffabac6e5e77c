"""The four languages of the kiosk, and switching between them while it runs."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

TRANSLATIONS = Path(__file__).parent.parent / "assets" / "translations"


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its code in packs, its name in itself, and the locale of its on-screen keyboard."""

    code: str
    name: str
    keyboard: str


LANGUAGES = (
    Language("ko", "한국어", "ko_KR"),
    Language("en", "English", "en_GB"),
    Language("ja", "日本語", "ja_JP"),
    Language("zh", "中文", "zh_CN"),
)
FIRST_LANGUAGE = LANGUAGES[0].code
LATIN_KEYBOARD = LANGUAGES[1].keyboard


def language(code: str) -> Language:
    """Return a language by its code, or the first where there is no such."""
    return next((each for each in LANGUAGES if each.code == code), LANGUAGES[0])


class Interpreter:
    """Holds the translator that is installed; the words of the interface are written in Korean, which needs none."""

    def __init__(self) -> None:
        self._translators: dict[str, QTranslator] = {}
        self._installed: QTranslator | None = None

    def speak(self, code: str) -> None:
        """Translate the interface from now on; the caller retranslates what is already shown."""
        if self._installed is not None:
            QCoreApplication.removeTranslator(self._installed)
            self._installed = None
        if code == FIRST_LANGUAGE:
            return
        if code not in self._translators:
            translator = QTranslator()
            if not translator.load(f"forum_{code}", str(TRANSLATIONS)):
                raise FileNotFoundError(f"assets/translations/forum_{code}.qm is missing; run ui/translate.py")
            self._translators[code] = translator
        self._installed = self._translators[code]
        QCoreApplication.installTranslator(self._installed)
