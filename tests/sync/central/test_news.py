"""A kiosk reads on in the ministry's list of withdrawals: each once, in order, however many there are."""

from datetime import UTC, datetime

from kiosk.forum.submissions import new_receipt_id
from sync.central.ingest.withdrawals import news
from sync.central.store import devices, withdrawals
from sync.central.store.database import Database
from sync.protocol.withdrawals import MOST_WITHDRAWALS

NOW = datetime.now(UTC)


def test_every_withdrawal_is_heard_once_although_others_come_in_between(database: Database) -> None:
    kiosk, other = new_receipt_id(), new_receipt_id()
    with database.writing() as connection:
        for device_id, name in ((kiosk, "lobby"), (other, "gate")):
            devices.enrol(connection, device_id, name, bytes(32), NOW)
        numbers = [withdrawals.lock_device(connection, each) for each in (kiosk, other)]

    def withdraw(count: int) -> list[str]:
        receipts = [new_receipt_id() for _ in range(count)]
        with database.writing() as connection:
            for receipt_id in receipts:
                for number, its_own in zip(numbers, (receipt_id, new_receipt_id()), strict=True):
                    assert number is not None
                    withdrawals.note(connection, number, its_own, "receipt", NOW, NOW)
        return receipts

    expected = withdraw(MOST_WITHDRAWALS + 3)
    heard: list[str] = []
    after, more, pages = 0, True, 0
    while more:
        told = news(database, kiosk, after, None, bytes(32), NOW)
        heard += told.withdrawn
        after, more, pages = told.through, told.more, pages + 1
        if pages == 1:
            expected += withdraw(7)
    assert pages == 2
    assert heard == expected
    # Heard of again (asked anew at the ministry), none moves behind the place that was read.
    with database.writing() as connection:
        assert numbers[0] is not None
        withdrawals.note(connection, numbers[0], expected[0], "kiosk", NOW, NOW)
    assert news(database, kiosk, after, None, bytes(32), NOW).withdrawn == []
