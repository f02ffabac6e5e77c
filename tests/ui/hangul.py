"""Which keys of the 2-beolsik layout write a text, and when shift is held."""

_LEADS = tuple("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
_SPLIT = {
    **{"ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ"},
    **{"ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ"},
    **{"ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ"},
}
_VOWELS = tuple("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
_TAILS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_SHIFTED = frozenset("ㅃㅉㄸㄲㅆㅒㅖ")


def strokes(text: str) -> list[tuple[str, bool]]:
    """Return the keys that write a text, each with whether shift comes first."""
    keys: list[tuple[str, bool]] = []
    for character in text:
        index = ord(character) - 0xAC00
        if 0 <= index < 11172:
            parts = (_LEADS[index // 588], _VOWELS[index % 588 // 28], _TAILS[index % 28])
            jamo = "".join(_SPLIT.get(part, part) for part in parts)
            keys += [(each, each in _SHIFTED) for each in jamo]
        else:
            keys.append((character, character in _SHIFTED))
    return keys
