"""A kiosk that was offline for long catches up whole, in little memory; short form of `tests.faults.offline_year`."""

from tests.faults.offline_year import catch_up


def test_six_thousand_records_catch_up_in_little_memory(database_url: str | None) -> None:
    done = catch_up(6_000, database_url)
    assert (done.sent, done.arrived, done.pending, done.tallies_equal) == (6_000, 6_000, 0, True)
    assert done.peak_mb < 150, done
