"""Writing on the on-screen keyboard: every syllable arrives, whichever way the visitor leaves the text."""

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop

from kiosk.forum.submissions import submission_from_bytes
from kiosk.store import open_store
from tests.ui.keyboard import Typist
from tests.ui.visitor import Visitor
from tests.ui.walking import stay_anonymous

SENTENCE = "한반도 평화와 외교"


def open_the_opinion(visitor: Visitor, start: str = "start") -> None:
    visitor.touch(start)
    visitor.wait_for_screen("Home")
    visitor.touch("activity.open-opinion")
    visitor.wait_for_screen("Choice")
    visitor.touch("option.peninsula")
    visitor.touch("primary")
    visitor.wait_for_screen("Text")


def written(visitor: Visitor) -> object:
    assert visitor.journey.place.visit is not None
    return visitor.journey.place.visit.answers.get("opinion")


def test_hangul_typed_by_touch_is_stored_whole_with_its_last_syllable(visitor: Visitor) -> None:
    open_the_opinion(visitor)
    visitor.type(SENTENCE)
    visitor.touch("primary")
    stay_anonymous(visitor)
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")
    with open_store(visitor.kiosk.settings.home) as store:
        (record,) = store.records(visitor.journey.today(), visitor.journey.today())
    assert submission_from_bytes(record).answers == {"topic": "peninsula", "opinion": SENTENCE}


@pytest.mark.parametrize("text", ["꽃과 빵", "없었던 뜻을", "의외의 괜찮은 얘기", "예, 쉬웠습니다."])
def test_double_consonants_and_compound_vowels_are_typed_with_shift(visitor: Visitor, text: str) -> None:
    open_the_opinion(visitor)
    visitor.type(text)
    visitor.touch("primary")
    stay_anonymous(visitor)
    assert written(visitor) == text


def test_the_next_visitor_finds_the_keys_of_their_language_whichever_were_chosen_last(visitor: Visitor) -> None:
    open_the_opinion(visitor)
    Typist(visitor).type("ok")
    visitor.touch("startOver")
    visitor.touch("startOverSheet.secondary")
    visitor.wait_for_screen("Attract")
    open_the_opinion(visitor)
    visitor.type("평화")
    visitor.touch("primary")
    stay_anonymous(visitor)
    assert written(visitor) == "평화"


def test_a_key_beyond_the_last_character_changes_nothing_of_what_is_written(visitor: Visitor) -> None:
    open_the_opinion(visitor)
    visitor.type("가")
    field = visitor.window.activeFocusItem()
    assert field is not None
    assert visitor.journey.place.visit is not None
    limit = visitor.journey.place.visit.activity.questions[1].max_length
    almost = "가" * (limit - 1)
    field.setProperty("text", almost)
    field.setProperty("cursorPosition", len(almost))
    visitor.type("말 다 지다")
    assert written(visitor) == almost + "말"
    visitor.touch("primary")
    stay_anonymous(visitor)
    assert written(visitor) == almost + "말"


@pytest.mark.parametrize("text", ["못사는 옷소매", "학교의 악기", "갔습니다", "값싼 밥보자기"])
def test_the_same_consonant_twice_ends_one_syllable_and_begins_the_next(visitor: Visitor, text: str) -> None:
    open_the_opinion(visitor)
    visitor.type(text)
    visitor.touch("primary")
    stay_anonymous(visitor)
    assert written(visitor) == text


@pytest.mark.parametrize(
    ("language", "typed", "offered", "chosen"), [("ja", "heiwa", "へいわ", "平和"), ("zh", "heping", "he ping", "和平")]
)
def test_a_word_is_written_by_its_sound_and_chosen_by_touch_from_those_that_are_offered(
    visitor: Visitor, language: str, typed: str, offered: str, chosen: str
) -> None:
    open_the_opinion(visitor, f"start.{language}")
    visitor.wait_for(lambda: visitor.sees("keyboard"), "the keyboard")
    stood = visitor.centre_of("back")
    visitor.type(typed)
    visitor.wait_for(lambda: written(visitor) == offered, "the sound of the word")
    visitor.touch_candidate(chosen)
    assert visitor.centre_of("back") == stood, "nothing moves while words are offered"
    visitor.wait_for(lambda: written(visitor) == chosen, "the chosen word")
    visitor.touch("primary")
    stay_anonymous(visitor)
    visitor.touch("primary")
    visitor.wait_for_screen("Thanks")
    with open_store(visitor.kiosk.settings.home) as store:
        (record,) = store.records(visitor.journey.today(), visitor.journey.today())
    assert submission_from_bytes(record).answers == {"topic": "peninsula", "opinion": chosen}


@pytest.mark.qt_log_ignore("QTextCursor::setPosition")  # Qt looks behind the last letter that was taken back
def test_words_that_are_offered_give_way_to_others_at_every_moment_without_a_complaint_of_qt(visitor: Visitor) -> None:
    open_the_opinion(visitor, "start.ja")
    visitor.wait_for(lambda: visitor.sees("keyboard"), "the keyboard")
    for beats in range(10):  # how far the words of the last sound have been made when the next are asked for
        for step in [*"heiwa", *[""] * 5]:
            visitor.type(step) if step else visitor.backspace()
            for _ in range(beats):
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)
    visitor.wait_for(lambda: not written(visitor), "an empty field")


def test_a_syllable_still_composed_is_kept_when_the_visitor_goes_back(visitor: Visitor) -> None:
    open_the_opinion(visitor)
    visitor.type(SENTENCE)
    visitor.touch("back")
    visitor.wait_for_screen("Choice")
    assert written(visitor) == SENTENCE
    visitor.touch("primary")
    visitor.wait_for_screen("Text")
    visitor.type("를")
    visitor.touch("primary")
    stay_anonymous(visitor)
    assert written(visitor) == SENTENCE + "를"


def test_a_single_syllable_is_enough_to_go_on_though_it_is_still_composed(visitor: Visitor) -> None:
    open_the_opinion(visitor)
    visitor.type("네")
    visitor.touch("primary")
    stay_anonymous(visitor)
    assert written(visitor) == "네"


def test_a_syllable_still_composed_is_kept_when_the_language_is_changed(visitor: Visitor) -> None:
    open_the_opinion(visitor)
    visitor.type(SENTENCE)
    visitor.touch("language")
    visitor.touch("language.en")
    visitor.wait_for(lambda: visitor.journey.language == "en")
    visitor.touch("primary")
    stay_anonymous(visitor)
    assert written(visitor) == SENTENCE


def test_backspace_takes_back_jamo_by_jamo(visitor: Visitor) -> None:
    open_the_opinion(visitor)
    visitor.type("외교부")
    visitor.backspace()
    visitor.backspace()
    visitor.touch("primary")
    stay_anonymous(visitor)
    assert written(visitor) == "외교"
