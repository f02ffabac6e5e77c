"""Where the kiosk stands, in sentences: in Korean with the time in Seoul, and in English."""

import re

from kiosk.forum.seoul import seoul_text
from kiosk.status import KioskStatus
from kiosk.store.recoveries import Recovery

# What the uploader notes of a try that went well.
_SENT = re.compile(r"(\d+) submissions were uploaded\.")
_CLOCK = {True: "네트워크로 맞춤", False: "네트워크로 맞춰지지 않음", None: "무엇이 맞추는지 알 수 없음"}


def korean_sentences(state: KioskStatus) -> list[str]:
    """Say it in Korean."""
    if state.name and state.central_url:
        sentences = [f"키오스크: {state.name}. 보내는 곳: {state.central_url}."]
    else:
        sentences = ["아직 등록되지 않은 키오스크입니다. “forum-sync enrol”로 연결하십시오."]
    sentences.append(
        f"여기에 보관한 제출 {state.submissions:,}건, 그중 전송을 기다리는 제출 {state.pending:,}건입니다."
    )
    if state.quarantined:
        sentences.append(
            f"부처 서버가 읽지 못한 제출 {state.quarantined:,}건을 따로 보관하고 있습니다. "
            "“forum-sync quarantine list”를 보십시오."
        )
    if state.last_receipt_at:
        sentences.append(
            f"부처의 마지막 수신 확인: {seoul_text(state.last_receipt_at)}, {state.last_receipt_through}번 제출까지."
        )
    elif state.submissions:
        sentences.append("부처가 확인한 제출이 아직 없습니다.")
    if state.last_attempt_at:
        again = f" 다음 시도는 {seoul_text(state.next_attempt_at)}입니다." if state.next_attempt_at else ""
        came = _SENT.sub(r"제출 \1건을 보냈습니다.", state.last_attempt_outcome or "")
        sentences.append(f"마지막 전송 시도 {seoul_text(state.last_attempt_at)}: {came}{again}")
    sentences += [each.korean for each in state.recoveries]
    if state.staff_calls_today and state.last_staff_call_at:
        last = seoul_text(state.last_staff_call_at)
        sentences.append(f"오늘 방문자가 직원을 {state.staff_calls_today}번 불렀습니다(마지막 {last}).")
    low = " 적은 양입니다. 자리를 만드십시오." if state.disk_low else ""
    sentences.append(f"디스크에 {state.disk_free / 1e9:.1f} GB가 남아 있습니다.{low}")
    sentences.append(f"시계: {seoul_text(state.clock)} ({_CLOCK[state.clock_synced]}).")
    if state.last_daily_work_at:
        sentences.append(f"집계와 백업을 마지막으로 {seoul_text(state.last_daily_work_at)}에 만들었습니다.")
    if state.replaced_stores:
        sentences.append(f"남겨 둔 이전 저장소: {', '.join(state.replaced_stores)}.")
    return sentences


def english_sentences(state: KioskStatus) -> list[str]:
    """Say it in English."""
    who = f"Kiosk “{state.name}”" if state.name else "This kiosk is not enrolled"
    where = f" sends to {state.central_url}." if state.central_url else "; run “forum-sync enrol” to connect it."
    sentences = [
        f"{who}{where}",
        f"Submissions kept here: {state.submissions:,}. Waiting to be uploaded: {state.pending:,}.",
    ]
    if state.quarantined:
        sentences.append(
            f"{state.quarantined:,} submissions are in quarantine: the ministry's server would not read them. They are "
            "kept here; see “forum-sync quarantine list”."
        )
    if state.last_receipt_at:
        sentences.append(
            f"The ministry last acknowledged at {state.last_receipt_at}, up to {state.last_receipt_through}."
        )
    elif state.submissions:
        sentences.append("The ministry has acknowledged nothing yet.")
    if state.last_attempt_at:
        again = f" Next try at {state.next_attempt_at}." if state.next_attempt_at else ""
        sentences.append(f"Last try at {state.last_attempt_at}: {state.last_attempt_outcome}{again}")
    sentences += map(str, state.recoveries)
    if state.staff_calls_today:
        sentences.append(
            f"Visitors called for staff {state.staff_calls_today} times today, last at {state.last_staff_call_at}."
        )
    low = " That is little: make room." if state.disk_low else ""
    sentences.append(f"Disk: {state.disk_free / 1e9:.1f} GB free.{low}")
    known = {True: "set by the network", False: "NOT set by the network", None: "source unknown"}[state.clock_synced]
    sentences.append(f"Clock: {state.clock} ({known}).")
    if state.last_daily_work_at:
        sentences.append(f"Tallies and backup were last made at {state.last_daily_work_at}.")
    if state.replaced_stores:
        sentences.append(f"Replaced stores that are kept: {', '.join(state.replaced_stores)}.")
    return sentences


def loss_sentences(recovery: Recovery) -> list[str]:
    """Say in Korean and in English how much a recovery lost; nothing where it lost nothing."""
    if not recovery.lost:
        return []
    known = recovery.lost_count
    korean, english = f"제출 {known:,}건을 잃었습니다", f"submissions that were lost: {known:,}"
    if any(each.last_seq is None for each in recovery.lost):
        korean = f"{korean}(더 있었는지는 알 수 없음)" if known else "제출을 잃었을 수 있습니다"
        english = f"{english}, perhaps more" if known else "some submissions may have been lost"
    return [
        f"다만 {recovery.day}에 손상된 저장소를 되돌릴 때 {korean}. 어느 것인지는 “forum-staff status”에 있습니다.",
        f"But the store was damaged and put back on {recovery.day}; {english}. “forum-staff status” names them.",
    ]
