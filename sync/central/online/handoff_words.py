"""The words of the page on which a visit goes on, and of withdrawing by a receipt, in the forum's four languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HandoffWords:
    """One language's texts; `at_most` is a pattern over n."""

    opening: str
    opening_lead: str
    not_sent: str
    here: str
    to_here: str
    no_script: str
    lead: str
    required: str
    optional: str
    wrong: str
    at_most: str
    characters: str
    appeared: str
    personal: str
    agree: str
    disagree: str
    skip: str
    rank: str
    none: str
    submit: str
    anonymous: str
    rejected: str
    rejected_lead: str
    not_here: str
    not_here_lead: str
    closed: str
    closed_lead: str
    too_much: str
    undelivered: str
    undelivered_lead: str
    withdraw: str
    withdraw_title: str
    withdraw_lead: str
    withdraw_yes: str
    withdraw_no: str
    withdrawn: str
    withdrawn_lead: str


HANDOFF_WORDS: dict[str, HandoffWords] = {
    "ko": HandoffWords(
        opening="이어서 열고 있어요",
        opening_lead="몇 초가 지나도 그대로라면 키오스크의 QR 코드를 다시 찍어 주세요.",
        not_sent="아직 제출하지 않았어요. 아래를 확인해 주세요.",
        here="여기까지 하셨어요",
        to_here="멈추신 곳으로 바로 가기",
        no_script="이 화면을 열려면 브라우저에서 자바스크립트를 켜야 해요. 켜기 어려우면 키오스크에서 마저 하실 수 "
        "있어요.",
        lead="키오스크에서 적으신 내용을 그대로 가져왔어요. 고치거나 더 적은 뒤 제출해 주세요.",
        required="꼭 답해 주세요.",
        optional="선택",
        wrong="답을 다시 확인해 주세요.",
        at_most="{n}개까지 고를 수 있어요.",
        characters="{n}자까지",
        appeared="답하신 내용에 따라 질문이 더 생겼어요. 확인하고 제출해 주세요.",
        personal="주민등록번호, 전화번호, 이메일처럼 보이는 글이 있어요. 꼭 필요하지 않으면 지워 주세요. "
        "그대로 두셔도 제출할 수 있어요.",
        agree="동의해요",
        disagree="동의하지 않아요",
        skip="넘어갈게요",
        rank="{n}순위",
        none="고르지 않음",
        submit="제출하기",
        anonymous="이름 없이 접수돼요. 이 페이지는 휴대전화에 아무것도 저장하지 않아요.",
        rejected="이 링크를 열 수 없어요",
        rejected_lead="키오스크의 QR 코드를 다시 찍어 주세요. 계속 안 되면 키오스크에서 마저 하실 수 있어요.",
        not_here="아직 이어서 할 수 없어요",
        not_here_lead="키오스크가 아직 인터넷에 연결되지 않았어요. 키오스크에서 마저 하시거나, 잠시 뒤 다시 "
        "열어 주세요.",
        closed="참여 기간이 끝났어요",
        closed_lead="이 활동은 마감되어 제출할 수 없어요.",
        too_much="내용이 너무 길어요. 조금 줄여서 다시 제출해 주세요.",
        undelivered="휴대전화로는 전하지 못했어요",
        undelivered_lead="의견은 키오스크에 안전하게 보관되어 있고, 키오스크가 인터넷에 연결되면 바로 보내요. "
        "다시 하실 일은 없어요.",
        withdraw="제출 철회하기",
        withdraw_title="제출하신 내용을 철회할까요?",
        withdraw_lead="작성하신 내용과 연락처가 지워지고, 결과에서도 빠져요. 되돌릴 수 없어요.",
        withdraw_yes="철회하고 지우기",
        withdraw_no="그대로 두기",
        withdrawn="철회되었어요",
        withdrawn_lead="작성하신 내용을 지웠고 결과에서도 뺐어요. 아직 키오스크에 있는 내용은 인터넷에 "
        "연결되는 대로 지워요.",
    ),
    "en": HandoffWords(
        opening="Opening your visit",
        opening_lead="If nothing happens within a few seconds, please scan the QR code at the kiosk again.",
        not_sent="Not sent yet. Please look at this:",
        here="This is where you stopped",
        to_here="Go to where you stopped",
        no_script="This page needs JavaScript to be on in your browser. If that is difficult, you can finish at the "
        "kiosk.",
        lead="Everything that you entered at the kiosk is here. Change or add what you like, then send it.",
        required="Please answer this.",
        optional="optional",
        wrong="Please check this answer.",
        at_most="You can choose up to {n}.",
        characters="Up to {n} characters",
        appeared="Your answers have opened another question. Please look at it, then send.",
        personal="This looks like a resident number, phone number or e-mail. Please remove it unless it is needed. You "
        "can also send it as it is.",
        agree="Agree",
        disagree="Disagree",
        skip="Pass",
        rank="Rank {n}",
        none="None",
        submit="Send",
        anonymous="It is received without your name. This page stores nothing on your phone.",
        rejected="This link cannot be opened",
        rejected_lead="Please scan the code at the kiosk again. If that does not help, you can finish at the kiosk.",
        not_here="You cannot go on here yet",
        not_here_lead="The kiosk has not been online yet. Please finish at the kiosk, or open this again a little "
        "later.",
        closed="This activity is over",
        closed_lead="It has closed, so nothing can be sent any more.",
        too_much="This is too long. Please shorten it a little and send it again.",
        undelivered="Your phone could not deliver it",
        undelivered_lead="Your answer is safe at the kiosk, which sends it as soon as it is online. "
        "There is nothing you need to do.",
        withdraw="Withdraw",
        withdraw_title="Withdraw what you sent?",
        withdraw_lead="What you wrote and any contact details are erased and taken out of the results. This cannot be "
        "undone.",
        withdraw_yes="Withdraw and erase",
        withdraw_no="Keep it",
        withdrawn="It has been withdrawn",
        withdrawn_lead="What you wrote is erased here and taken out of the results. A copy still at the kiosk is "
        "erased as soon as it is online.",
    ),
    "ja": HandoffWords(
        opening="続きを開いています",
        opening_lead="数秒たっても変わらない場合は、キオスクのQRコードをもう一度読み取ってください。",
        not_sent="まだ提出していません。次の点をご確認ください。",
        here="ここまでお答えいただきました",
        to_here="中断したところへ移動",
        no_script="この画面を開くには、ブラウザのJavaScriptを有効にする必要があります。難しい場合は、キオスクで続けられます。",
        lead="キオスクで入力した内容をそのまま引き継ぎました。直したり書き足したりしてから提出してください。",
        required="必ずお答えください。",
        optional="任意",
        wrong="回答をもう一度ご確認ください。",
        at_most="{n}つまで選べます。",
        characters="{n}文字まで",
        appeared="回答に応じて質問が増えました。ご確認のうえ提出してください。",
        personal="住民登録番号、電話番号、メールアドレスのような文字があります。必要がなければ削除してください。"
        "そのまま提出することもできます。",
        agree="賛成",
        disagree="反対",
        skip="パス",
        rank="{n}位",
        none="選ばない",
        submit="提出する",
        anonymous="匿名で受け付けます。このページは携帯電話に何も保存しません。",
        rejected="このリンクは開けません",
        rejected_lead="キオスクのQRコードをもう一度読み取ってください。それでも開けない場合は、キオスクで続けられます。",
        not_here="まだ続けられません",
        not_here_lead="キオスクがまだインターネットにつながっていません。キオスクで続けるか、少し後でもう一度開いてください。",
        closed="受付期間が終わりました",
        closed_lead="この活動は締め切られたため、提出できません。",
        too_much="内容が長すぎます。少し短くして、もう一度提出してください。",
        undelivered="スマートフォンからは届けられませんでした",
        undelivered_lead="ご意見はキオスクに安全に保管されており、インターネットにつながり次第送られます。やり直す必要はありません。",
        withdraw="提出を取り下げる",
        withdraw_title="提出した内容を取り下げますか？",
        withdraw_lead="お書きになった内容と連絡先が削除され、結果からも除かれます。元に戻せません。",
        withdraw_yes="取り下げて削除する",
        withdraw_no="そのままにする",
        withdrawn="取り下げました",
        withdrawn_lead="お書きになった内容を削除し、結果からも除きました。キオスクに残っている内容は、"
        "インターネットにつながりしだい削除します。",
    ),
    "zh": HandoffWords(
        opening="正在打开",
        opening_lead="如果几秒后仍无变化，请重新扫描自助终端上的二维码。",
        not_sent="尚未提交。请查看以下内容：",
        here="您上次填到这里",
        to_here="前往上次停下的地方",
        no_script="打开本页面需要在浏览器中启用JavaScript。如不方便，可以在自助终端上继续完成。",
        lead="您在自助终端上填写的内容都在这里。修改或补充后即可提交。",
        required="请回答此问题。",
        optional="选填",
        wrong="请再确认一下您的回答。",
        at_most="最多可选{n}项。",
        characters="最多{n}个字",
        appeared="根据您的回答，出现了新的问题。请查看后提交。",
        personal="内容中似乎有居民登记号码、电话号码或电子邮箱。如无必要，请删除。也可以直接提交。",
        agree="同意",
        disagree="不同意",
        skip="跳过",
        rank="第{n}位",
        none="不选",
        submit="提交",
        anonymous="匿名受理。本页面不会在手机上保存任何内容。",
        rejected="无法打开此链接",
        rejected_lead="请重新扫描自助终端上的二维码。如仍无法打开，可以在自助终端上继续完成。",
        not_here="暂时无法继续",
        not_here_lead="自助终端尚未联网。请在自助终端上继续完成，或稍后再打开。",
        closed="参与时间已结束",
        closed_lead="此活动已截止，无法提交。",
        too_much="内容过长，请适当缩短后再次提交。",
        undelivered="未能通过手机送达",
        undelivered_lead="您的意见已安全保存在自助终端，联网后会立即发送，您无需再做任何操作。",
        withdraw="撤回提交",
        withdraw_title="要撤回您提交的内容吗？",
        withdraw_lead="您填写的内容和联系方式将被删除，并从结果中剔除。此操作无法恢复。",
        withdraw_yes="撤回并删除",
        withdraw_no="保留",
        withdrawn="已撤回",
        withdrawn_lead="您填写的内容已删除，并已从结果中剔除。仍在自助终端上的内容将在联网后立即删除。",
    ),
}
