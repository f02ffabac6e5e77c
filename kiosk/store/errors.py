"""What can go wrong with the store, each in one plain sentence; in Korean too where staff have to do something."""

from sqlalchemy.exc import DBAPIError

from kiosk.forum.errors import ForumError


class StoreError(ForumError):
    """The store could not do what was asked; nothing that was kept before is lost."""


class StoreKeyWrong(StoreError):
    """The key does not open the store, or the file is no store."""


class StoreUnwritable(StoreError):
    """The home or the store may not be written."""


class StoreBusy(StoreError):
    """Another program holds the store for longer than anyone should wait."""


class StoreFull(StoreError):
    """The disk is full."""


class StoreDamaged(StoreError):
    """The store's file is damaged."""


class StoreUnsafe(StoreError):
    """This machine's SQLite cannot keep the promise, so the store stays shut."""


_SENTENCES: tuple[tuple[str, type[StoreError], str], ...] = (
    (
        "file is not a database",
        StoreKeyWrong,
        "열쇠가 맞지 않아 저장소를 열 수 없습니다. 아무것도 바꾸지 않았습니다. 이 저장소의 store.key를 다시 두십시오.\n"
        "The key does not open the store; nothing was changed. Put back the store.key that belongs to it.",
    ),
    (
        "locked",
        StoreBusy,
        "다른 프로그램이 저장소를 붙들고 있어 방금 것은 저장하지 못했습니다. 전에 저장한 것은 안전합니다. "
        "다시 해 보고, 계속되면 키오스크를 다시 시작하십시오.\n"
        "Another program is holding the store, so nothing was saved just now; what was kept before is safe. "
        "Try again, and restart the kiosk if it stays so.",
    ),
    (
        "readonly",
        StoreUnwritable,
        "저장소에 쓸 권한이 없어 저장하지 못했습니다. 전에 저장한 것은 안전합니다. 키오스크 사용자에게 "
        "폴더 쓰기 권한을 주십시오.\n"
        "The store may not be written, so nothing was saved; what was kept before is safe. "
        "Give the kiosk's user the right to write to its home.",
    ),
    (
        "unable to open database file",
        StoreUnwritable,
        "저장소를 쓰기 위해 열 수 없습니다. 전에 저장한 것은 안전합니다. 키오스크 사용자에게 폴더 쓰기 권한이 있는지, "
        "디스크가 연결되어 있는지 확인하십시오.\n"
        "The store cannot be opened for writing; what was kept before is safe. "
        "Give the kiosk's user the right to write to its home, and make sure that its disk is there.",
    ),
    (
        "full",
        StoreFull,
        "디스크가 가득 차서 저장하지 못했습니다. 전에 저장한 것은 안전합니다. 자리를 만든 뒤 다시 하십시오.\n"
        "The disk is full, so nothing was saved; what was kept before is safe. Make room, then try again.",
    ),
    (
        "malformed",
        StoreDamaged,
        "저장소가 손상되었습니다. 파일은 그대로 두었습니다. 마지막 백업을 복원하십시오(forum-staff restore).\n"
        "The store is damaged; its file was left as it is. Restore the last backup with “forum-staff restore”.",
    ),
    (
        "disk i/o error",
        StoreUnwritable,
        "디스크가 가득 찼거나 고장 나서 읽거나 쓰지 못했습니다. 전에 저장한 것은 그대로입니다. 남은 공간과 디스크를 "
        "확인한 뒤 다시 하십시오.\n"
        "The disk is full or broken, so nothing was saved; what was kept before is left as it is. "
        "Check its free space and the disk, then try again.",
    ),
)


def store_error(error: DBAPIError) -> StoreError:
    """Return the sentence for an error of the database."""
    text = str(error.orig).lower()
    for sign, kind, sentence in _SENTENCES:
        if sign in text:
            return kind(sentence)
    return StoreError(f"The store could not do this ({error.orig}); what was kept before is safe. Tell the developers.")
