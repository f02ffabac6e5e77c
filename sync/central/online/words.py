"""The words of the pages for phones, in the forum's four languages."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.forum.seoul import SEOUL

_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """One language's texts; `moment` is a pattern over year, month, month_name, day and clock."""

    name: str
    forum: str
    ministry: str
    languages: str
    skip: str
    arrived: str
    arrived_lead: str
    stamp: str
    on_its_way: str
    on_its_way_lead: str
    waiting: str
    again: str
    number: str
    activity: str
    came: str
    next: str
    arrived_next: tuple[str, ...]
    on_its_way_next: tuple[str, ...]
    private: str
    proof: str
    proof_note: str
    unknown: str
    unknown_lead: str
    unknown_next: tuple[str, ...]
    moment: str


def moment_text(words: Words, moment: datetime) -> str:
    """Write a moment as people in Korea read clocks, in a language's order."""
    local = moment.astimezone(SEOUL)
    return words.moment.format(
        year=local.year,
        month=local.month,
        month_name=_ENGLISH_MONTHS[local.month - 1],
        day=local.day,
        clock=f"{local:%H:%M}",
    )


WORDS: dict[str, Words] = {
    "ko": Words(
        name="한국어",
        forum="열린소통포럼",
        ministry="외교부",
        languages="언어",
        skip="본문으로 바로 가기",
        arrived="외교부에 도착했어요",
        arrived_lead="남겨 주신 의견을 잘 받았어요. 함께해 주셔서 고맙습니다.",
        stamp="접수",
        on_its_way="외교부로 가는 중이에요",
        on_its_way_lead="의견은 키오스크에 안전하게 보관되어 있어요. 키오스크가 인터넷에 연결되면 바로 보내요.",
        waiting="전송 대기",
        again="다시 확인하기",
        number="접수번호",
        activity="참여한 활동",
        came="도착한 때",
        next="이제 어떻게 되나요",
        arrived_next=(
            "담당자가 한 건 한 건 읽고 살펴봐요.",
            "이 페이지를 저장해 두면 언제든 다시 볼 수 있어요.",
        ),
        on_its_way_next=(
            "지금 하실 일은 없어요. 나중에 이 페이지를 다시 열어 보세요.",
            "며칠이 지나도 그대로라면 접수번호를 가지고 로비 안내 데스크에 문의해 주세요.",
        ),
        private="이 페이지에는 작성하신 내용이 나오지 않아요.",
        proof="증명 파일 내려받기",
        proof_note="공개 기록에 그대로 담겼음을 누구나 확인할 수 있는 파일이에요. 작성하신 내용은 들어 있지 않아요.",
        unknown="접수증을 찾을 수 없어요",
        unknown_lead="링크가 잘렸거나 잘못 옮겨진 것 같아요.",
        unknown_next=(
            "접수 화면의 QR 코드를 다시 찍어 주세요.",
            "계속 안 되면 접수번호를 가지고 로비 안내 데스크에 문의해 주세요.",
        ),
        moment="{year}년 {month}월 {day}일 {clock} (한국 시각)",
    ),
    "en": Words(
        name="English",
        forum="Open Forum",
        ministry="Ministry of Foreign Affairs, Korea",
        languages="Language",
        skip="Skip to content",
        arrived="It has arrived at the Ministry",
        arrived_lead="We have received what you wrote. Thank you for taking part.",
        stamp="Received",
        on_its_way="It is on its way to the Ministry",
        on_its_way_lead="What you wrote is kept safely at the kiosk. It is sent as soon as the kiosk is online.",
        waiting="Waiting to be sent",
        again="Check again",
        number="Receipt number",
        activity="You took part in",
        came="Arrived",
        next="What happens next",
        arrived_next=(
            "Our staff read every submission, one by one.",
            "Keep this page to look it up again at any time.",
        ),
        on_its_way_next=(
            "There is nothing you need to do. Open this page again later.",
            "If it still says this after a few days, please ask at the lobby desk with your receipt number.",
        ),
        private="This page does not show what you wrote.",
        proof="Download proof",
        proof_note="It shows that the public log holds it unchanged. Your words are not in the file.",
        unknown="We cannot find this receipt",
        unknown_lead="The link may have been cut short or copied incorrectly.",
        unknown_next=(
            "Please scan the QR code on the receipt screen again.",
            "If that does not help, please ask at the lobby desk with your receipt number.",
        ),
        moment="{day} {month_name} {year}, {clock} (Korean time)",
    ),
    "ja": Words(
        name="日本語",
        forum="オープンフォーラム",
        ministry="大韓民国 外交部",
        languages="言語",
        skip="本文へ移動",
        arrived="外交部に届きました",
        arrived_lead="お寄せいただいたご意見を受け付けました。ご参加ありがとうございます。",
        stamp="受付",
        on_its_way="外交部へお届け中です",
        on_its_way_lead="ご意見はキオスクに安全に保管されています。インターネットにつながりしだい送信されます。",
        waiting="送信待ち",
        again="もう一度確認する",
        number="受付番号",
        activity="ご参加の内容",
        came="届いた日時",
        next="このあとの流れ",
        arrived_next=(
            "担当者が一件ずつ読んで検討します。",
            "このページを保存しておくと、いつでも確認できます。",
        ),
        on_its_way_next=(
            "お手続きは不要です。あとでもう一度このページを開いてください。",
            "数日たっても変わらない場合は、受付番号をお持ちのうえロビーの案内デスクへお尋ねください。",
        ),
        private="このページにはお書きになった内容は表示されません。",
        proof="証明ファイルをダウンロード",
        proof_note="公開記録にそのまま載っていることを誰でも確認できます。お書きになった内容は含まれません。",
        unknown="受付票が見つかりません",
        unknown_lead="リンクが途中で切れているか、正しく写されていない可能性があります。",
        unknown_next=(
            "受付画面のQRコードをもう一度読み取ってください。",
            "それでも開けない場合は、受付番号をお持ちのうえロビーの案内デスクへお尋ねください。",
        ),
        moment="{year}年{month}月{day}日 {clock}(韓国時間)",
    ),
    "zh": Words(
        name="中文",
        forum="开放论坛",
        ministry="韩国外交部",
        languages="语言",
        skip="跳至正文",
        arrived="已送达外交部",
        arrived_lead="我们已收到您的意见。感谢您的参与。",
        stamp="已受理",
        on_its_way="正在送往外交部",
        on_its_way_lead="您的意见已安全保存在自助终端上，联网后会立即发送。",
        waiting="等待发送",
        again="再次查看",
        number="受理编号",
        activity="参与的活动",
        came="送达时间",
        next="接下来",
        arrived_next=(
            "工作人员会逐条阅读和研究。",
            "保存本页面，可随时再次查看。",
        ),
        on_its_way_next=(
            "您无需任何操作，请稍后再打开本页面。",
            "如果几天后仍未更新，请携受理编号到大厅服务台咨询。",
        ),
        private="本页面不会显示您填写的内容。",
        proof="下载证明文件",
        proof_note="任何人都能据此核实公开记录原样收录了您的意见。文件不含您填写的内容。",
        unknown="找不到该受理凭证",
        unknown_lead="链接可能不完整，或复制有误。",
        unknown_next=(
            "请重新扫描受理页面上的二维码。",
            "如仍无法打开，请携受理编号到大厅服务台咨询。",
        ),
        moment="{year}年{month}月{day}日 {clock}(韩国时间)",
    ),
}
