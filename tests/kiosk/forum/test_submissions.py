import json
from dataclasses import FrozenInstanceError, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from kiosk.forum.errors import ForumError
from kiosk.forum.submissions import (
    AGE_BANDS,
    GENDERS,
    REGIONS,
    Submission,
    about_problem,
    canonical_bytes,
    moment_from_text,
    new_receipt_id,
    submission_from_bytes,
)

FULL = Submission(
    receipt_id="3f8e2a44-9c1b-4d5e-8f60-718293a4b5c6",
    pack_id="lobby",
    pack_version=12,
    activity_id="priorities-2026",
    language="ko",
    channel="kiosk",
    recorded_at=datetime(2026, 11, 22, 10, 30, tzinfo=timezone(timedelta(hours=9))),
    answers={"why": "한반도 평화와 외교 \"'\n€", "first": "security", "some": ["b", "a"], "trust": 3, "half": 0.5},
    duration=41,
    clock="unsure",
    about={"region": "jeju", "age_band": "70-over", "gender": "declined"},
    contact="sealed",
)
# Written by hand from RFC 8785: keys sorted by UTF-16, no spaces, only what must be escaped is escaped.
FULL_BYTES = (
    '{"about":{"age_band":"70-over","gender":"declined","region":"jeju"},"activity":"priorities-2026",'
    '"answers":{"first":"security","half":0.5,"some":["b","a"],"trust":3,"why":"한반도 평화와 외교 \\"\'\\n€"},'
    '"channel":"kiosk","clock":"unsure","contact":"sealed","duration":41,"language":"ko","pack":"lobby",'
    '"pack_version":12,"receipt_id":"3f8e2a44-9c1b-4d5e-8f60-718293a4b5c6","recorded_at":"2026-11-22T01:30:00Z","v":1}'
).encode()


def test_submission_freezes_to_canonical_json() -> None:
    assert canonical_bytes(FULL) == FULL_BYTES


def test_what_is_left_out_is_not_written() -> None:
    bare = replace(FULL, duration=None, about={}, contact=None)
    assert {"duration", "about", "contact"}.isdisjoint(json.loads(canonical_bytes(bare)))


def test_submission_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        FULL.language = "en"  # type: ignore[misc]


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
_ANSWER = (
    _TEXT
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(-(2**53) + 1, 2**53 - 1)
    | st.lists(_TEXT, max_size=4)
    | st.dictionaries(_TEXT, st.sampled_from(["agree", "disagree", "pass"]), max_size=3)
)


@given(
    answers=st.dictionaries(_TEXT, _ANSWER, max_size=5),
    recorded_at=st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 30), timezones=st.just(UTC)),
    duration=st.none() | st.integers(0, 10**6),
    about=st.dictionaries(st.sampled_from(["age_band", "gender", "region"]), st.just("declined")),
    contact=st.none() | _TEXT,
)
def test_frozen_submission_reads_back_and_freezes_to_the_same_bytes(
    answers: Any, recorded_at: datetime, duration: int | None, about: dict[str, str], contact: str | None
) -> None:
    submission = replace(
        FULL,
        answers=answers,
        recorded_at=recorded_at.replace(microsecond=0),
        duration=duration,
        about=about,
        contact=contact,
    )
    frozen = canonical_bytes(submission)
    assert submission_from_bytes(frozen) == submission
    assert canonical_bytes(submission_from_bytes(frozen)) == frozen == rfc8785.dumps(json.loads(frozen))
    assert b"\n" not in frozen


@given(st.permutations(list(FULL.answers.items())))
def test_order_of_answers_does_not_change_the_bytes(answers: list[tuple[str, Any]]) -> None:
    assert canonical_bytes(replace(FULL, answers=dict(answers))) == FULL_BYTES


@pytest.mark.parametrize(
    "damaged",
    [b"", b"null", b"[]", b"1", b"{}", b"\xff", b"[" * 100_000, FULL_BYTES[:-1], FULL_BYTES.replace(b"T01", b" at 01")],
)
def test_bytes_that_are_no_submission_are_refused(damaged: bytes) -> None:
    with pytest.raises(ForumError, match="no submission"):
        submission_from_bytes(damaged)


def test_receipt_ids_are_random_version_four() -> None:
    ids = {new_receipt_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert {each[14] for each in ids} == {"4"}


@pytest.mark.parametrize(
    ("about", "problem"),
    [
        ({}, None),
        ({"age_band": "under-14", "gender": "other", "region": "abroad"}, None),
        ({"age_band": "declined"}, None),
        ({"age_band": "young"}, "“about.age_band” takes one of under-14,"),
        ({"region": ["seoul"]}, "“about.region” takes one of seoul,"),
        ({"name": "x"}, "“about” has no “name”; it takes age_band, gender, region"),
        ([], "“about” takes age_band, region and gender"),
    ],
)
def test_about_takes_only_what_it_knows(about: Any, problem: str | None) -> None:
    found = about_problem(about)
    assert found is None if problem is None else found is not None and found.startswith(problem)


def test_about_knows_the_seventeen_regions_and_abroad() -> None:
    assert len(set(REGIONS)) == len(REGIONS) == 18
    assert len(set(AGE_BANDS)) == 8
    assert len(set(GENDERS)) == 3


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-22T10:30:00+09:00", datetime(2026, 11, 22, 1, 30, tzinfo=UTC)),
        ("2026-11-22T10:30:00Z", datetime(2026, 11, 22, 10, 30, tzinfo=UTC)),
        ("2026-11-22T10:30:00", datetime(2026, 11, 22, 1, 30, tzinfo=UTC)),
        ("2026-11-22", datetime(2026, 11, 21, 15, 0, tzinfo=UTC)),
        ("1990-01-01T00:00:00Z", datetime(1990, 1, 1, tzinfo=UTC)),
        ("2099-12-31T23:59:59Z", datetime(2099, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_moment_without_a_zone_is_of_seoul(text: str, moment: datetime) -> None:
    assert moment_from_text(text) == moment


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (20261122, "takes a date and time"),
        (None, "takes a date and time"),
        ("yesterday", "is no date and time: “yesterday”"),
        ("2026-02-30", "is no date and time"),
        ("0001-01-01T00:00:00+09:00", "is no date and time"),
        ("1989-12-31T23:59:59Z", "is not between 1990 and 2099"),
        ("2100-01-01T00:00:00Z", "is not between 1990 and 2099"),
        ("9999-12-31T23:59:59Z", "is not between 1990 and 2099"),
    ],
)
def test_what_is_no_moment_is_refused_with_a_sentence(text: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        moment_from_text(text)
