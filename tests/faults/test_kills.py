"""kill -9 of kiosk, uploader or server at write boundaries loses and doubles nothing (`make torture`: at every one)."""

from tests.faults.kills import Deaths, kill_copier, kill_mender, kill_server, kill_uploader, kill_visitors

_SEED = 20261122


def _nothing_broken(deaths: Deaths, killed: int) -> None:
    assert deaths.findings == []
    assert deaths.killed == killed, deaths
    assert deaths.thanked


def test_nothing_thanked_is_lost_when_the_process_that_keeps_is_killed(database_url: str | None) -> None:
    _nothing_broken(kill_visitors(database_url, screen=False, most=5, seed=_SEED), 5)


def test_nothing_thanked_is_lost_when_the_touchscreens_recorder_is_killed() -> None:
    _nothing_broken(kill_visitors(None, screen=True, most=5, seed=_SEED), 5)


def test_nothing_is_lost_or_doubled_when_the_uploader_is_killed(database_url: str | None) -> None:
    _nothing_broken(kill_uploader(database_url, most=5, seed=_SEED), 5)


def test_nothing_is_lost_or_doubled_when_the_server_is_killed(database_url: str | None) -> None:
    _nothing_broken(kill_server(database_url, most=4, seed=_SEED), 4)


def test_nothing_is_lost_when_the_last_good_copy_is_being_made_or_put_back_and_its_process_is_killed() -> None:
    _nothing_broken(kill_copier(None, most=3, seed=_SEED), 3)
    _nothing_broken(kill_mender(None, most=4, seed=_SEED), 4)
