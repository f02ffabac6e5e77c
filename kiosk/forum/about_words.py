"""The words of “about you”: age band, gender and region, each with a way to decline, in the forum's four languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.forum.submissions import AGE_BANDS, DECLINED, GENDERS, REGIONS

ABOUT_PARTS: Mapping[str, tuple[str, ...]] = {"age_band": AGE_BANDS, "region": REGIONS, "gender": GENDERS}


@dataclass(frozen=True, slots=True)
class AboutWords:
    """One language: the heading, why it is asked, each part's question and its choices."""

    title: str
    why: str
    declined: str
    questions: dict[str, str]
    choices: dict[str, dict[str, str]]


def about_choices(language: str, part: str) -> list[tuple[str, str]]:
    """Return the (value, label) pairs of age_band, region or gender in their order, declining last."""
    words = ABOUT_WORDS[language]
    return [*((value, words.choices[part][value]) for value in ABOUT_PARTS[part]), (DECLINED, words.declined)]


def _regions(*labels: str) -> dict[str, str]:
    return dict(zip(REGIONS, labels, strict=True))


def _ages(*labels: str) -> dict[str, str]:
    return dict(zip(AGE_BANDS, labels, strict=True))


def _genders(*labels: str) -> dict[str, str]:
    return dict(zip(GENDERS, labels, strict=True))


ABOUT_WORDS: dict[str, AboutWords] = {
    "ko": AboutWords(
        title="어떤 분이신가요?",
        why="여러 사람의 목소리가 고르게 담겼는지 살펴보는 데에만 써요. 답하지 않으셔도 돼요.",
        declined="답하지 않음",
        questions={"age_band": "나이", "region": "사는 곳", "gender": "성별"},
        choices={
            "age_band": _ages("14세 미만", "14~19세", "20대", "30대", "40대", "50대", "60대", "70세 이상"),
            "region": _regions(
                "서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종", "경기",
                "강원", "충북", "충남", "전북", "전남", "경북", "경남", "제주", "해외",
            ),
            "gender": _genders("여성", "남성", "그 밖"),
        },
    ),
    "en": AboutWords(
        title="About you",
        why="We use this only to see whether many different people are heard. You do not have to answer.",
        declined="Prefer not to say",
        questions={"age_band": "Age", "region": "Where you live", "gender": "Gender"},
        choices={
            "age_band": _ages("Under 14", "14–19", "20–29", "30–39", "40–49", "50–59", "60–69", "70 or over"),
            "region": _regions(
                "Seoul", "Busan", "Daegu", "Incheon", "Gwangju", "Daejeon", "Ulsan", "Sejong", "Gyeonggi",
                "Gangwon", "North Chungcheong", "South Chungcheong", "North Jeolla", "South Jeolla",
                "North Gyeongsang", "South Gyeongsang", "Jeju", "Outside Korea",
            ),
            "gender": _genders("Female", "Male", "Other"),
        },
    ),
    "ja": AboutWords(
        title="あなたについて",
        why="さまざまな方の声が届いているかを確かめるためだけに使います。お答えいただかなくてもかまいません。",
        declined="答えない",
        questions={"age_band": "年齢", "region": "お住まい", "gender": "性別"},
        choices={
            "age_band": _ages("14歳未満", "14～19歳", "20代", "30代", "40代", "50代", "60代", "70歳以上"),
            "region": _regions(
                "ソウル", "釜山", "大邱", "仁川", "光州", "大田", "蔚山", "世宗", "京畿",
                "江原", "忠北", "忠南", "全北", "全南", "慶北", "慶南", "済州", "韓国国外",
            ),
            "gender": _genders("女性", "男性", "その他"),
        },
    ),
    "zh": AboutWords(
        title="关于您",
        why="仅用于了解是否听到了各类人群的声音。您可以不回答。",
        declined="不想回答",
        questions={"age_band": "年龄", "region": "居住地", "gender": "性别"},
        choices={
            "age_band": _ages(
                "未满14岁", "14至19岁", "20至29岁", "30至39岁", "40至49岁", "50至59岁", "60至69岁", "70岁及以上"
            ),
            "region": _regions(
                "首尔", "釜山", "大邱", "仁川", "光州", "大田", "蔚山", "世宗", "京畿",
                "江原", "忠北", "忠南", "全北", "全南", "庆北", "庆南", "济州", "韩国境外",
            ),
            "gender": _genders("女", "男", "其他"),
        },
    ),
}  # fmt: skip
