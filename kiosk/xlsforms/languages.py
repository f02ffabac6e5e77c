"""The languages of an XLSForm, and its texts in all of them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kiosk.xlsforms.sheet import NO_LANGUAGE, Text

# Names that forms use without a code; others are written “Name (code)”, as the XLSForm reference asks.
_NAMES = {
    "korean": "ko",
    "한국어": "ko",
    "english": "en",
    "japanese": "ja",
    "日本語": "ja",
    "chinese": "zh",
    "中文": "zh",
    "french": "fr",
    "français": "fr",
    "francais": "fr",
    "spanish": "es",
    "español": "es",
    "espanol": "es",
    "german": "de",
    "deutsch": "de",
    "arabic": "ar",
    "russian": "ru",
    "portuguese": "pt",
    "vietnamese": "vi",
    "thai": "th",
    "indonesian": "id",
    "nepali": "ne",
    "swahili": "sw",
    "hindi": "hi",
}
# What the touchscreen calls by a shorter code.
_SPOKEN_AS = {"zh-hans": "zh", "zh-cn": "zh", "ko-kr": "ko", "ja-jp": "ja", "en-us": "en", "en-gb": "en"}
# What pyxform writes, in English only, for “or_other”.
_OR_OTHER = {
    "Other": {"ko": "기타", "en": "Other", "ja": "その他", "zh": "其他"},
    "Specify other.": {
        "ko": "기타라면 무엇인지 적어 주세요.",
        "en": "If other, please say what.",
        "ja": "その他の場合は、内容をご記入ください。",
        "zh": "如选其他，请写明。",
    },
}
_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")
# What a spreadsheet's author may have used for looks: HTML, and the marks of Markdown.
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_MARKS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1|(?<![\w*\\])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])", re.DOTALL)
_HEADING = re.compile(r"^ {0,3}#{1,6} +", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)")
_ESCAPED = re.compile(r"\\([*_#\[\]()<>~`\\-])")
_QUOTED = re.compile(r"\$\{[^}]*\}")


@dataclass
class Languages:
    """The languages that the pack gets, by the names that the form gives them; texts that were missing are counted."""

    codes: Mapping[str, str]
    guessed: bool = False
    stood_in: Counter[str] = field(default_factory=Counter)

    @property
    def in_order(self) -> list[str]:
        """The codes, the default language's first."""
        return list(dict.fromkeys(self.codes.values()))

    def words(self, text: Text) -> dict[str, str]:
        """Return a text in every language; where one is missing, the default language stands in, or any other."""
        plain = {language: shown for language, each in text.items() if (shown := plain_text(each))}
        if not plain:
            return {}
        if (own := _OR_OTHER.get(next(iter(plain.values())))) and len(set(plain.values())) == 1:
            return {code: own.get(code, own["en"]) for code in self.in_order}
        known = {self.codes[language]: each for language, each in plain.items() if language in self.codes}
        first = self.in_order[0]
        fallback = known.get(first) or plain.get(NO_LANGUAGE) or next(iter(plain.values()))
        for code in self.in_order:
            if code not in known and (code != first or len(self.in_order) > 1):
                self.stood_in[code] += 1
        return {code: known.get(code, fallback) for code in self.in_order}


def languages_of(texts: Iterable[Text], default: str, told: str | None) -> tuple[Languages, list[str]]:
    """Return the languages of a form's texts, and names that are none; `told` is for texts without a language."""
    every = [text for text in texts if text]
    names = list(dict.fromkeys(language for text in every for language in text))
    named = [name for name in names if name != NO_LANGUAGE]
    if default in named:
        named = [default, *(name for name in named if name != default)]
    codes = {name: code for name in named if (code := language_code(name))}
    unknown = [name for name in named if name not in codes]
    if codes:
        return Languages(codes), unknown
    code = told or language_code(default)
    guessed = code is None
    sample = " ".join(each for text in every for each in text.values())
    code = code or _guess(sample)
    return Languages({name: code for name in (NO_LANGUAGE, *unknown)}, guessed), []


def language_code(name: str) -> str | None:
    """Return the code in a language's name, such as “Korean (ko)”, or of a well-known name."""
    match = re.search(r"\(([^()]*)\)\s*$", name)
    candidates = (match.group(1).strip() if match else "", name.strip())
    for each in candidates:
        if _CODE.fullmatch(each) and each != NO_LANGUAGE:
            return _SPOKEN_AS.get(each.lower(), each)
    return _NAMES.get(re.sub(r"\(.*\)", "", name).strip().lower())


def plain_text(text: str) -> str:
    """Return a text without marks for its looks; a quoted earlier answer is shown as “…”."""
    text = _TAG.sub("", _HEADING.sub("", _QUOTED.sub("…", text)))
    text = _MARKS.sub(lambda match: match.group(2) or match.group(3), text)
    text = _ESCAPED.sub(r"\1", _LINK.sub(r"\1 (\2)", text))
    return re.sub(r"[ \t]+", " ", text).strip()


def quotes_an_answer(text: Text) -> bool:
    """Tell whether a text quotes an earlier answer."""
    return any(_QUOTED.search(each) for each in text.values())


def _guess(sample: str) -> str:
    for code, signs in (("ko", "[가-힣]"), ("ja", "[ぁ-ヿ]"), ("zh", "[一-鿿]")):
        if re.search(signs, sample):
            return code
    return "en"
