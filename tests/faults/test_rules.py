"""The rules of FAILURES.md for records and the network, each beside the tests that fail without it."""

import re
from pathlib import Path

import pytest

_TESTS = Path(__file__).parents[1]
RULES = {
    "1 identity is made at capture; a retry is no duplicate": (
        "kiosk/store/test_store.py::test_keeping_again_after_a_lost_answer_tells_the_first_place",
        "sync/central/test_ingest.py::test_the_very_submission_at_another_place_is_a_duplicate_that_takes_its_place_without_words",
    ),
    "2 the database's constraint decides": (
        "sync/central/test_following.py::test_the_same_record_sent_many_times_at_once_both_ways_is_stored_once",
    ),
    "3 what lacks an id is a clear 4xx, or held": (
        "sync/central/test_ingest.py::test_a_body_that_is_no_batch_is_named_so",
        "sync/central/test_ingest.py::test_an_authentic_record_is_never_refused_for_what_it_holds",
    ),
    "4 bytes are frozen at the commit": (
        "kiosk/store/test_store.py::test_same_receipt_id_is_never_kept_twice",
        "sync/central/test_ingest.py::test_other_bytes_at_a_stored_place_are_a_conflict",
    ),
    "5 attachments are content-addressed and written once": (
        "sync/central/online/test_files.py::test_same_file_twice_is_kept_once_and_erased_with_the_last",
    ),
    "6 what was erased does not come back": (
        "sync/test_withdrawals.py::test_what_is_erased_does_not_come_back_when_it_is_sent_again",
    ),
    "7 cursors go by the server's sequence": (
        "sync/central/test_news.py::test_every_withdrawal_is_heard_once_although_others_come_in_between",
    ),
    "8 one uploader holds the lease": (
        "sync/uploader/test_lease.py::test_a_second_uploader_sends_nothing_and_says_so_in_one_sentence",
    ),
    "9 no identity is the server's to give": (
        "faults/test_fault_proxy.py::test_each_fault_at_each_request_of_an_upload_breaks_no_promise",
    ),
    "10 what to send comes out of the database, at once after a start": (
        "sync/uploader/test_lease.py::"
        "test_a_restarted_uploader_tries_at_once_and_then_waits_as_long_as_the_one_before_would_have",
        "sync/uploader/test_upload.py::test_many_batches_arrive_once_and_in_order",
    ),
    "11 an error is the record's, the batch's or the device's": (
        "sync/uploader/test_quarantine.py::test_one_bad_record_among_many_is_set_aside_and_all_others_arrive",
        "sync/uploader/test_outcomes.py::test_each_problem_of_the_catalogue_means_one_thing_to_the_uploader",
    ),
    "12 nothing is deleted without a receipt and before the period": (
        "kiosk/store/test_retention.py::test_nothing_is_deleted_before_the_ministrys_receipt",
        "kiosk/store/test_retention.py::test_the_period_runs_from_the_receipt_too",
    ),
    "13 only a signed receipt is success": (
        "sync/uploader/test_upload.py::test_anything_but_a_signed_receipt_keeps_every_record",
        "faults/test_fault_proxy.py::"
        "test_a_first_upload_breaks_no_promise_when_a_captive_portal_or_a_small_proxy_answers",
    ),
    "14 a full disk loses nothing that was said": (
        "kiosk/store/test_ballast.py::"
        "test_what_is_said_when_the_disk_becomes_full_is_kept_and_the_next_visit_does_not_begin",
    ),
    "15 a damaged store recovers by itself": (
        "kiosk/store/test_recovery.py::test_a_flipped_byte_costs_no_more_than_what_was_on_its_page",
        "sync/test_recovery.py::test_a_damaged_kiosk_recovers_and_the_ministry_shows_exactly_what_is_missing",
        "ui/test_damaged_store.py::test_a_kiosk_whose_store_is_damaged_recovers_by_itself_before_the_first_visitor",
    ),
    "16 order goes by sequence, never by the clock": (
        "faults/test_clocks.py::test_records_arrive_once_and_in_order_when_the_kiosks_clock_jumps_by_ten_years",
    ),
    "17 after anything ambiguous the head is asked for": (
        "sync/uploader/test_upload.py::test_a_lost_answer_is_found_out_from_the_head_and_nothing_is_sent_twice",
    ),
    "18 a bounded pool, and “busy” past it": (
        "faults/test_load.py::test_fifty_kiosks_of_which_some_are_faulty_or_hostile_are_all_answered",
        "faults/test_load.py::test_a_busy_answer_says_when_to_come_again",
    ),
    "19 ingest only appends; tallies are derived": (
        "sync/central/test_many_kiosks.py::"
        "test_batches_and_withdrawals_of_many_kiosks_at_once_never_deadlock_and_the_tallies_are_equal",
    ),
    "20 every version ever issued is accepted": (
        "sync/central/test_ingest.py::test_an_authentic_record_is_never_refused_for_what_it_holds",
    ),
    "21 thanks come after the commit": (
        "faults/test_kills.py::test_nothing_thanked_is_lost_when_the_touchscreens_recorder_is_killed",
        "faults/test_power_loss.py::test_nothing_thanked_is_lost_when_the_power_fails_at_the_kiosk",
    ),
    "22 the gate on SQLite's version and settings": (
        "kiosk/store/test_engine.py::test_store_stays_shut_on_a_sqlite_that_can_corrupt_it",
        "kiosk/store/test_engine.py::test_commit_is_durable",
    ),
}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_its_tests(rule: str) -> None:
    for each in RULES[rule]:
        path, name = each.split("::")
        assert re.search(rf"^def {name}\(", (_TESTS / path).read_text("utf-8"), re.MULTILINE), each


def test_no_rule_is_left_out() -> None:
    assert [int(rule.split()[0]) for rule in RULES] == list(range(1, 23))
