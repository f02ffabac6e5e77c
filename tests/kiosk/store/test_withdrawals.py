from datetime import UTC, date, datetime

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from kiosk.forum.chain import ChainedRecord, chain_over, first_link
from kiosk.forum.packs import Pack
from kiosk.forum.submissions import new_receipt_id
from kiosk.store import Store, Withdrawal, open_store
from kiosk.store.tables import metadata
from tests.submissions import poll_submission

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 3, 1, tzinfo=UTC)


def test_withdrawing_erases_words_and_salt_and_keeps_the_chain(store: Store) -> None:
    kept = [store.keep(poll_submission({"first": "security", "why": f"말 {n}"})) for n in range(3)]
    before = [record.commitment for record in store.outbox()]

    assert store.withdraw(kept[1].receipt_id, NOW)

    records = store.outbox()
    assert records[1] == ChainedRecord(store.epoch, 2, None, None, before[1])
    assert [record.payload is None for record in records] == [False, True, False]
    assert store.chain_before(store.epoch, 4) == chain_over(first_link(store.device_id, store.epoch), 1, before)
    assert list(store.verify()) == []


def test_withdrawn_words_are_in_no_page_of_the_store(store: Store) -> None:
    kept = store.keep(poll_submission({"first": "security", "why": "지워야 할 말 ERASED"}))
    store.withdraw(kept.receipt_id, NOW)
    raw = sqlcipher.connect(str(store.home / "forum.db"), isolation_level=None)
    raw.execute(f"""PRAGMA key = "x'{(store.home / "store.key").read_text().strip()}'" """)
    raw.execute(f"ATTACH DATABASE '{store.home / 'plain.db'}' AS plain KEY ''")
    raw.execute("SELECT sqlcipher_export('plain')")
    raw.close()
    assert b"ERASED" not in (store.home / "plain.db").read_bytes()


def test_withdrawn_submission_is_in_no_count(store: Store, pack: Pack) -> None:
    store.install_pack(pack)
    stays, goes = store.keep(poll_submission()), store.keep(poll_submission())
    assert {line.option_id: line.count for line in store.results("first-poll")}["security"] == 2

    store.withdraw(goes.receipt_id, NOW)

    assert {line.option_id: line.count for line in store.results("first-poll")}["security"] == 1
    assert {line.option_id: line.count for line in store.tally(DAY, DAY)}["submissions"] == 1
    assert store.participants(DAY) == 1
    store.withdraw(stays.receipt_id, NOW)
    assert store.results("first-poll") == []


def test_results_forget_what_another_process_withdrew(store: Store, pack: Pack) -> None:
    store.install_pack(pack)
    kept = store.keep(poll_submission())
    assert store.results("first-poll")
    with open_store(store.home) as other:
        other.withdraw(kept.receipt_id, NOW)
    assert store.results("first-poll") == []


def test_withdrawing_again_changes_nothing(store: Store) -> None:
    kept = store.keep(poll_submission())
    assert store.withdraw(kept.receipt_id, NOW)
    assert store.withdraw(kept.receipt_id, NOW)
    assert len(store.outbox()) == 1


def test_what_was_never_kept_cannot_be_withdrawn(store: Store) -> None:
    assert not store.withdraw(new_receipt_id(), NOW)


def test_withdrawn_receipt_id_does_not_come_back(store: Store) -> None:
    submission = poll_submission()
    store.keep(submission)
    store.withdraw(submission.receipt_id, NOW)
    with pytest.raises(Exception, match="UNIQUE"):
        store.keep(submission)


def test_withdrawal_is_sent_once_its_place_is_confirmed_and_until_it_is_confirmed_itself(store: Store) -> None:
    first, second = store.keep(poll_submission()), store.keep(poll_submission())
    store.withdraw(first.receipt_id, NOW)
    assert store.withdrawals_to_send() == []
    commitment = store.outbox()[0].commitment

    store.confirm(b"receipt", store.epoch, first.seq, NOW)

    waiting = store.withdrawals_to_send()
    assert waiting == [Withdrawal(store.epoch, 1, commitment, first.receipt_id)]
    store.confirm_withdrawals(b"erased", waiting)
    assert store.withdrawals_to_send() == []
    store.withdraw(second.receipt_id, NOW)
    store.confirm(b"receipt", store.epoch, second.seq, NOW)
    assert [each.seq for each in store.withdrawals_to_send()] == [2]


def test_what_was_withdrawn_at_the_ministry_is_erased_here(store: Store) -> None:
    kept = store.keep(poll_submission())
    assert store.withdrawals_seen() == 0

    assert store.follow_withdrawals([kept.receipt_id, new_receipt_id()], 7, NOW) == 1

    assert store.withdrawals_seen() == 7
    assert list(store.records(DAY, DAY)) == []


def test_store_of_the_first_schema_is_brought_up_to_date(store: Store) -> None:
    kept = store.keep(poll_submission())
    raw = sqlcipher.connect(str(store.home / "forum.db"), isolation_level=None)
    raw.execute(f"""PRAGMA key = "x'{(store.home / "store.key").read_text().strip()}'" """)
    first = {"device", "pack", "submission", "outbox", "receipt", "attempt", "intake"}
    for later in metadata.tables.keys() - first:
        raw.execute(f"DROP TABLE {later}")
    raw.execute("ALTER TABLE device DROP COLUMN handoff_key")
    raw.execute("ALTER TABLE device DROP COLUMN withdrawals_seen")
    raw.execute("UPDATE alembic_version SET version_num = '0001'")
    raw.close()
    with open_store(store.home) as again:
        assert again.withdraw(kept.receipt_id, NOW)
