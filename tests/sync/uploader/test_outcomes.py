"""The outcome table, the waits between tries, and which addresses may be used."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.problems import KINDS, Kind, Problem, problem_body
from sync.uploader.client import AddressRejected, checked_address
from sync.uploader.outcomes import (
    LONGEST_WAIT,
    Conflict,
    Gap,
    Refused,
    Rejected,
    Temporary,
    TooLarge,
    UploadError,
    failure,
    retry_after,
)
from sync.uploader.running import wait_before
from sync.uploader.upload import NotEnrolled

NOW = datetime(2026, 11, 22, 1, 2, 3, tzinfo=UTC)


def _failure(kind: Kind) -> UploadError:
    import json

    return failure(kind.status, {}, json.dumps(problem_body(Problem(kind))).encode(), NOW)


MEANT: dict[str, type[UploadError]] = {
    "not-signed": Refused,
    "unknown-device": Refused,
    "wrong-code": Refused,
    "retired": Refused,
    "gap": Gap,
    "conflict": Conflict,
    "too-large": TooLarge,
    "too-slow": Temporary,
    "busy": Temporary,
    "unavailable": Temporary,
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.code)
def test_each_problem_of_the_catalogue_means_one_thing_to_the_uploader(kind: Kind) -> None:
    assert type(_failure(kind)) is MEANT.get(kind.code, Rejected)


@given(st.integers(100, 599), st.binary(max_size=50))
def test_whatever_else_answers_is_temporary_or_too_large(status: int, body: bytes) -> None:
    assert type(failure(status, {}, body, NOW)) is (TooLarge if status == 413 else Temporary)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("0", 0),
        ("7", 7),
        ("999999999999", LONGEST_WAIT),
        ("Sun, 22 Nov 2026 01:02:13 GMT", 10),
        ("Sun, 22 Nov 2020 01:02:13 GMT", 0),
        ("Sun, 22 Nov 2096 01:02:13 GMT", LONGEST_WAIT),
        ("soon", None),
        ("-1", None),
    ],
)
def test_retry_after_is_honoured_up_to_a_cap(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@given(st.integers(1, 2000))
def test_waits_are_jittered_over_a_growing_span_up_to_a_quarter_of_an_hour(attempt: int) -> None:
    wait = wait_before(attempt, Temporary("x"))
    assert 0 <= wait <= min(2.0 * 2 ** min(attempt, 20), LONGEST_WAIT)


def test_waits_differ() -> None:
    assert len({wait_before(8, Temporary("x")) for _ in range(20)}) > 10


def test_a_server_that_asks_for_more_time_gets_it() -> None:
    assert wait_before(1, Temporary("x", 600)) == 600


def test_what_only_people_can_mend_is_asked_again_slowly() -> None:
    assert wait_before(1, Conflict("x")) == wait_before(50, Refused("x")) == 60
    assert wait_before(1, NotEnrolled("x")) < 5


@pytest.mark.parametrize(
    "url", ["https://forum.example", "https://forum.example:8443/base/", "http://127.0.0.1:1", "http://[::1]:1"]
)
def test_an_encrypted_or_own_address_is_used(url: str) -> None:
    assert checked_address(url, allow_http=False) == url.rstrip("/")


@pytest.mark.parametrize(
    "url",
    [
        "http://forum.example",
        "http://10.0.0.1",
        "http://127.0.0.1.forum.example",
        "http://localhost.example",
        "ftp://127.0.0.1",
        "forum.example",
        "https://",
        "https://user:secret@forum.example",
        "https://forum.example/?a=b",
        "http://127.0.0.1:99999",
        "http://[::1",
        "",
    ],
)
def test_any_other_address_is_refused_with_nothing_sent(url: str) -> None:
    with pytest.raises(AddressRejected, match=r"Nothing was changed|nothing was sent"):
        checked_address(url, allow_http=False)


def test_an_unencrypted_address_is_used_only_when_that_is_said() -> None:
    assert checked_address("http://10.0.0.1:8484", allow_http=True) == "http://10.0.0.1:8484"
