"""What is wrong with a content pack, in the words of the staff: the line, the place, and one plain sentence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# The sentences of packs are written in English, where packs are written; here is each in Korean.
_KOREAN = (
    ("is missing; add it", "빠져 있어요. 적어 주세요."),
    ("is not a field here; remove it or mend its spelling", "여기에 없는 항목이에요. 지우거나 철자를 고쳐 주세요."),
    (
        "is a field whose name is not text; write its name in quotes",
        "항목 이름이 글자가 아니에요. 따옴표로 감싸 주세요.",
    ),
    ("must be one of {a}, not {b}", "{a} 가운데 하나여야 하는데 {b}(이)라고 적혀 있어요."),
    ("must be text, not {a}; write it in quotes", "글자여야 하는데 {a}(이)라고 적혀 있어요. 따옴표로 감싸 주세요."),
    ("is written in another way than it must be: {a}", "정해진 모양과 다르게 적혀 있어요: {a}"),
    (
        "must be a whole number, not {a}; write it without quotes",
        "정수여야 하는데 {a}(이)라고 적혀 있어요. 따옴표를 빼 주세요.",
    ),
    ("must be a whole number, not {a}", "정수여야 하는데 {a}(이)라고 적혀 있어요."),
    ("must be a number, not {a}", "숫자여야 하는데 {a}(이)라고 적혀 있어요."),
    ("must be true or false, not {a}", "true 또는 false여야 하는데 {a}(이)라고 적혀 있어요."),
    (
        "must have a text for each language, such as “ko: …” and “en: …”",
        "“ko: …”, “en: …”처럼 언어마다 글이 있어야 해요.",
    ),
    (
        "must be a group of fields; check the indentation and the colons",
        "항목 묶음이어야 해요. 들여쓰기와 쌍점을 확인해 주세요.",
    ),
    ("must be a list; start each item with a hyphen", "목록이어야 해요. 항목마다 붙임표(-)로 시작해 주세요."),
    ("is empty; add at least one", "비어 있어요. 하나 이상 적어 주세요."),
    ("must be more than {a}, not {b}", "{a}보다 커야 하는데 {b}(이)라고 적혀 있어요."),
    ("must be at least {a}, not {b}", "{a} 이상이어야 하는데 {b}(이)라고 적혀 있어요."),
    ("must be at most {a}, not {b}", "{a} 이하여야 하는데 {b}(이)라고 적혀 있어요."),
    ("must be a day such as {a}, not {b}", "{a}처럼 날짜여야 하는데 {b}(이)라고 적혀 있어요."),
    (
        "must be lower-case letters, digits and single hyphens, at most 64, such as {a}, not {b}",
        "{a}처럼 소문자, 숫자, 붙임표로 64자까지 쓸 수 있는데 {b}(이)라고 적혀 있어요.",
    ),
    (
        "must be a time of the day such as {a}, in quotes, not {b}",
        "따옴표로 감싼 {a} 같은 시각이어야 하는데 {b}(이)라고 적혀 있어요.",
    ),
    ("must be the code of a language such as {a}, not {b}", "{a} 같은 언어 코드여야 하는데 {b}(이)라고 적혀 있어요."),
    ("is empty in {a}; write the text", "{a} 글이 비어 있어요. 글을 적어 주세요."),
    ("has a character that is not text in {a}; remove it", "{a} 글에 글자가 아닌 것이 있어요. 지워 주세요."),
    (
        "is missing in {a}; add the text in each language of the pack",
        "{a} 글이 빠져 있어요. 묶음의 모든 언어로 적어 주세요.",
    ),
    ("names a language twice; remove one", "같은 언어가 두 번 있어요. 하나를 지워 주세요."),
    (
        "the id {a} is a word of conditions; choose another",
        "id {a}은(는) 조건에 쓰는 낱말이에요. 다른 id를 골라 주세요.",
    ),
    (
        "a {a} question needs at least two options, or one where it is required; add them",
        "{a} 질문에는 선택지가 둘 이상(꼭 답해야 하면 하나 이상) 있어야 해요.",
    ),
    (
        "a {a} question has no options; remove them or change the type",
        "{a} 질문에는 선택지가 없어요. 지우거나 유형을 바꿔 주세요.",
    ),
    ("has both options and options_from; keep one", "options와 options_from이 함께 있어요. 하나만 남겨 주세요."),
    (
        "a note takes no answer; remove required and valid_if or change the type",
        "안내(note)는 답을 받지 않아요. required와 valid_if를 지우거나 유형을 바꿔 주세요.",
    ),
    (
        "has if_invalid, but no valid_if; add the condition or remove the text",
        "if_invalid만 있고 valid_if가 없어요. 조건을 더하거나 글을 지워 주세요.",
    ),
    (
        "a statements question needs at least one statement; add it",
        "statements 질문에는 생각 문장이 하나 이상 있어야 해요.",
    ),
    (
        "a {a} question has no statements; remove them or change the type",
        "{a} 질문에는 생각 문장이 없어요. 지우거나 유형을 바꿔 주세요.",
    ),
    (
        "a scale goes over 2 to 11 whole steps; mend minimum and maximum",
        "척도는 정수로 2~11단계예요. minimum과 maximum을 고쳐 주세요.",
    ),
    ("the minimum is above the maximum; mend one of them", "가장 작은 값이 가장 큰 값보다 커요. 하나를 고쳐 주세요."),
    ("closes before it opens; mend opens or closes", "여는 날보다 닫는 날이 먼저예요. opens나 closes를 고쳐 주세요."),
    ("are only notes; add a question that takes an answer", "안내만 있어요. 답을 받는 질문을 더해 주세요."),
    (
        "offers the topics, but the pack has fewer than two; add topics or write options",
        "주제에서 고르게 했는데 주제가 둘보다 적어요. 주제를 더하거나 선택지를 적어 주세요.",
    ),
    (
        "names {a}, which is no earlier question; mend its spelling or move the question",
        "{a}은(는) 앞에 나온 질문이 아니에요. 철자를 고치거나 질문을 옮겨 주세요.",
    ),
    (
        "names no earlier question, so its answer is always the same; remove it or name one",
        "앞의 질문을 쓰지 않아 늘 같은 결과예요. 지우거나 질문을 적어 주세요.",
    ),
    (
        "compares {a} with {b}, which is none of its options; mend its spelling",
        "{a}을(를) {b}와(과) 견주는데 그런 선택지가 없어요. 철자를 고쳐 주세요.",
    ),
    (
        "compares {a}, which takes several options, with one; write {b}",
        "{a}은(는) 여러 개를 고르는 질문이에요. {b}(이)라고 적어 주세요.",
    ),
    (
        "looks for {c} inside {a}, which takes one option; write {b}",
        "{a}은(는) 하나만 고르는 질문이에요. {b}(이)라고 적어 주세요.",
    ),
    ("{a} is there twice; give each its own id", "{a}이(가) 두 번 있어요. 서로 다른 id를 적어 주세요."),
    ("{a} is there twice; remove one.", "{a}이(가) 두 번 있어요. 하나를 지워 주세요."),
    ("{a} has a meaning in tallies; choose another id", "{a}은(는) 집계에 쓰는 낱말이에요. 다른 id를 골라 주세요."),
    (
        "the condition is longer than {a} characters; split the question instead",
        "조건이 {a}자보다 길어요. 질문을 나눠 주세요.",
    ),
    ("the condition {a} is not understood at {b}", "조건 {a}의 {b}에서 뜻을 알 수 없어요."),
    ("the condition {a} needs {c} at {b}", "조건 {a}의 {b}에 {c}이(가) 와야 해요."),
    ("the condition {a} is nested too deeply; use fewer brackets", "조건 {a}의 괄호가 너무 깊어요. 줄여 주세요."),
    ("the pattern {a} is not a regular expression known here", "{a}은(는) 쓸 수 있는 정규식이 아니에요."),
    (
        "is larger than {a} bytes, which no pack is; check the file.",
        "{a}바이트보다 커요. 콘텐츠 묶음 파일이 맞는지 확인해 주세요.",
    ),
    ("is larger than the {a} bytes that a kiosk takes; divide it.", "키오스크가 받는 {a}바이트보다 커요. 나눠 주세요."),
    ("is not UTF-8 text; save it as UTF-8.", "UTF-8 글이 아니에요. UTF-8로 저장해 주세요."),
    (
        "holds no pack; it starts with “id:” and “version:”.",
        "콘텐츠 묶음이 아니에요. 묶음은 “id:”와 “version:”으로 시작해요.",
    ),
    (
        "repeats itself through aliases without end; write the texts out.",
        "별칭이 끝없이 되풀이돼요. 글을 풀어 적어 주세요.",
    ),
    ("a key must be a word.", "항목 이름은 낱말이어야 해요."),
    ("{a} is not understood; put it in quotes.", "{a}의 뜻을 알 수 없어요. 따옴표로 감싸 주세요."),
    (
        "is not YAML here ({a}); check the indentation, the colons and the quotes.",
        "여기는 YAML이 아니에요({a}). 들여쓰기, 쌍점, 따옴표를 확인해 주세요.",
    ),
)
# “'text' or 'note'”, as the validator lists what may be written.
_LAST_OF_LIST = re.compile(r"(?<=') or (?=')")
_PROBLEM = re.compile(r"(?::(?P<line>\d+))?: (?:(?P<path>[\w\[\]\".-]+): )?(?P<sentence>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a pack: the line and the place where they are known, and a sentence."""

    line: str
    path: str
    sentence: str


def faults_of(language: str, problems: Iterable[str], file: str) -> list[Fault]:
    """Return what is wrong with a file, of the problems that `kiosk.pack_files` found in it under this name."""
    return [_fault(language, problem.removeprefix(file)) for problem in problems]


def in_korean(sentence: str) -> str | None:
    """Return a sentence about a pack in Korean, or None where it has no translation."""
    for pattern, korean in _PATTERNS:
        if found := pattern.fullmatch(sentence):
            return korean.format(**{name: _LAST_OF_LIST.sub(", ", said) for name, said in found.groupdict().items()})
    return None


def problem_in_korean(problem: str) -> str | None:
    """Return a problem of PackRejected in Korean, its file, line and place as they are; None where it has no words."""
    for found in re.finditer(": ", problem):
        if told := in_korean(problem[found.end() :]):
            return problem[: found.end()] + told
    return None


def _fault(language: str, problem: str) -> Fault:
    found = _PROBLEM.fullmatch(problem)
    if found is None:
        return Fault("", "", problem)
    line, path, sentence = (found[name] or "" for name in ("line", "path", "sentence"))
    told = in_korean(sentence) if language == "ko" else sentence[:1].upper() + sentence[1:]
    return Fault(line, path, told or sentence)


def _pattern(english: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{(\w)\\}", r"(?P<\1>.+?)", re.escape(english)), re.DOTALL)


_PATTERNS = tuple((_pattern(english), korean) for english, korean in _KOREAN)
