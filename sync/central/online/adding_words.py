"""The words for what a proposer adds from the phone: words, other proposers, contact, attachments."""

from collections.abc import Mapping
from types import MappingProxyType

# In Korean, English, Japanese and Chinese.
ADDING_WORDS: Mapping[str, tuple[str, str, str, str]] = MappingProxyType(
    {
        "more": ("제안 내용 보태기", "Add to your proposal", "提案に書き足す", "补充提案内容"),
        "more_note": (
            "심사를 시작하기 전까지 할 수 있어요",
            "Until the review begins",
            "審査が始まるまでできます",
            "审查开始前可以补充",
        ),
        "more_lead": (
            "쓰고 싶은 칸만 채우셔도 돼요. 이미 보내신 글은 그대로 두고 뒤에 붙여요.",
            "Fill in as much as you like. What you sent before stays as it is, and this is added to it.",
            "書きたい欄だけで結構です。すでに送られた文章はそのままで、後ろに付け加えます。",
            "只填写您想补充的部分即可。已提交的内容保持不变，新内容将附在其后。",
        ),
        "more_written": (
            "이미 쓰신 글이 있어요. 여기 쓰시면 그 뒤에 붙어요.",
            "You have written something here already. This is added after it.",
            "すでにお書きになった文章があります。その後ろに付け加えます。",
            "此处已有您写的内容，新内容将附在其后。",
        ),
        "more_send": ("보탠 내용 보내기", "Send", "送信する", "提交补充内容"),
        "more_empty": (
            "적어도 한 칸은 써 주세요. 아직 보내지 않았어요.",
            "Please write something; nothing was sent yet.",
            "少なくとも一つの欄にお書きください。まだ送信していません。",
            "请至少填写一项，尚未提交。",
        ),
        "done_more": (
            "보탠 내용을 잘 받았어요.",
            "What you added has been received.",
            "書き足された内容を受け付けました。",
            "已收到您补充的内容。",
        ),
        "no_more": (
            "이제는 내용을 보탤 수 없어요",
            "Nothing can be added any more",
            "内容を書き足すことはできません",
            "已无法补充内容",
        ),
        "no_more_lead": (
            "심사를 시작했거나 공모가 마감되었거나 처리를 마친 제안이에요. 더 하실 말씀은 새 제안으로 보내 주세요.",
            "The review has begun or ended, or the contest has closed. Please send anything more as a new proposal.",
            "審査が始まったか、公募が締め切られたか、処理を終えた提案です。続きは新しい提案としてお送りください。",
            "该提案已开始审查、征集已截止或已办结。如有其他意见，请作为新提案提交。",
        ),
        "too_often": (
            "너무 여러 번 바꾸셔서 더는 받을 수 없어요. 로비 안내 데스크에 문의해 주세요.",
            "This was changed too often. Please ask at the lobby desk.",
            "変更の回数が多すぎるため受け付けられません。ロビーの案内デスクへお尋ねください。",
            "更改次数过多，无法再受理。请到大厅服务台咨询。",
        ),
        "contact": ("연락처 남기기·지우기", "Contact details", "連絡先の登録・削除", "填写或删除联系方式"),
        "contact_note": (
            "답을 직접 받고 싶을 때만 남기세요",
            "Only if you would like the answer sent to you",
            "直接お知らせを受け取りたい場合のみ",
            "仅在希望直接收到答复时填写",
        ),
        "contact_lead": (
            "남기지 않아도 이 페이지에서 진행 상황과 답을 모두 보실 수 있어요.",
            "You need not: this page shows every step and the answer without them.",
            "登録しなくても、このページで経過と回答をすべてご覧になれます。",
            "不填写也可以在本页面查看全部进展和答复。",
        ),
        "contact_there": (
            "연락처가 남아 있어요. 암호로 잠겨 있어 여기에서는 보여 드릴 수 없어요. 새로 쓰시면 바뀌어요.",
            "We hold contact details from you. They are locked, so this page cannot show them. New ones replace them.",
            "連絡先が登録されています。暗号で保護されているため、ここには表示できません。新しく書くと置き換わります。",
            "已保存您的联系方式。因已加密，此处无法显示。重新填写将会替换。",
        ),
        "contact_sealed": (
            "적으신 내용은 보내는 즉시 암호로 잠겨요. 담당자만 열 수 있고, 누가 언제 열었는지 기록이 남아요.",
            "What you enter is locked as soon as it is sent. Only the staff in charge can open it, and each opening is "
            "recorded.",
            "入力内容は送信と同時に暗号で保護されます。開けるのは担当者だけで、誰がいつ開いたかが記録されます。",
            "填写的内容提交后立即加密，仅负责人员可以打开，并会记录何人何时打开。",
        ),
        "contact_send": ("연락처 남기기", "Leave contact details", "連絡先を登録する", "提交联系方式"),
        "contact_remove": ("연락처 지우기", "Remove contact details", "連絡先を削除する", "删除联系方式"),
        "contact_remove_lead": (
            "여기에서 남긴 연락처는 바로 지워요. 키오스크에서 남긴 연락처는 잠긴 채로 두고 아무도 열지 못하게 하며, "
            "제출을 철회하시면 바로 지워져요.",
            "Details left here are erased at once. Details left at the kiosk stay locked and are not opened any more; "
            "withdrawing the submission erases them too.",
            "ここで登録した連絡先はすぐに削除します。キオスクで登録した連絡先は保護されたまま誰も開けないようにし、"
            "提出を取り下げるとすぐに削除されます。",
            "在此填写的联系方式会立即删除。在自助终端填写的联系方式将保持加密且不再打开，撤回提交后会立即删除。",
        ),
        "done_contact_kept": (
            "연락처를 암호로 잠가 보관했어요.",
            "Your contact details are locked and kept.",
            "連絡先を暗号で保護して保管しました。",
            "联系方式已加密保存。",
        ),
        "done_contact_removed": (
            "연락처를 지웠어요.",
            "Your contact details are removed.",
            "連絡先を削除しました。",
            "联系方式已删除。",
        ),
        "no_contact": (
            "지금은 연락처를 받을 수 없어요",
            "Contact details cannot be taken",
            "連絡先を受け付けられません",
            "目前无法接收联系方式",
        ),
        "contact_no_key": (
            "외교부의 암호 열쇠가 아직 준비되지 않았어요. 이름 없이 보낸 내용은 그대로 접수되어 있어요.",
            "The Ministry's key is not in place yet. What you sent without your name has been received as it is.",
            "外交部の暗号鍵がまだ用意されていません。匿名で送られた内容はそのまま受け付けています。",
            "外交部的加密密钥尚未就绪。您匿名提交的内容已照常受理。",
        ),
        "proposers": ("함께 제안한 사람 적기", "Name co-proposers", "共同提案者を記入する", "填写共同提案人"),
        "proposers_note": (
            "둘 이상이 함께 낸 제안일 때만",
            "Only where several proposed it together",
            "複数人で提案した場合のみ",
            "仅限多人共同提案",
        ),
        "proposers_lead": (
            "주제안자와 부제안자의 이름과 몫을 적어 주세요. 몫은 모두 더해 100%가 되어야 해요.",
            "Write the names and shares of the main proposer and the others. The shares are 100% together.",
            "主提案者と副提案者の氏名と持ち分を記入してください。持ち分は合計100%です。",
            "请填写主提案人和副提案人的姓名及份额，份额合计须为100%。",
        ),
        "proposers_there": (
            "함께 제안한 사람이 적혀 있어요. 암호로 잠겨 있어 여기에서는 보여 드릴 수 없어요. 새로 쓰시면 바뀌어요.",
            "Co-proposers are on record. They are locked, so this page cannot show them. New ones replace them.",
            "共同提案者が登録されています。暗号で保護されているため表示できません。新しく書くと置き換わります。",
            "已登记共同提案人。因已加密，此处无法显示。重新填写将会替换。",
        ),
        "proposers_main": ("주제안자", "Main proposer", "主提案者", "主提案人"),
        "proposers_other": ("부제안자 {n}", "Co-proposer {n}", "副提案者{n}", "副提案人{n}"),
        "proposers_share": ("몫 (%)", "Share (%)", "持ち分（%）", "份额（%）"),
        "proposers_title": (
            "이름을 받아도 될까요?",
            "May we take the names?",
            "氏名をいただいてもよろしいですか？",
            "可以收集姓名吗？",
        ),
        "proposers_purpose": (
            "함께 낸 제안의 제안자를 확인하고, 채택되면 몫에 따라 시상하기 위해서예요.",
            "To know whose proposal it is, and to divide an award by the shares if it is adopted.",
            "共同提案の提案者を確認し、採択された場合に持ち分に応じて表彰するためです。",
            "用于确认共同提案人，并在采纳后按份额给予奖励。",
        ),
        "proposers_items": (
            "주제안자와 부제안자의 이름과 몫",
            "Names and shares of the proposers",
            "主提案者と副提案者の氏名と持ち分",
            "主提案人和副提案人的姓名及份额",
        ),
        "proposers_retention": (
            "「국민 제안 규정」에 따라 채택된 제안은 3년, 채택되지 않은 제안은 2년 동안 보관하고 지워요. 그 전에도 "
            "여기에서 지울 수 있어요.",
            "Three years if the proposal is adopted, two years if not, as the decree on proposals has it. You can "
            "remove them here before.",
            "「国民提案規定」により、採択された提案は3年、採択されなかった提案は2年保管して削除します。"
            "その前でもここで削除できます。",
            "根据《国民提案规定》，采纳的提案保存3年，未采纳的保存2年后删除。在此之前也可在本页面删除。",
        ),
        "proposers_refusal": (
            "적지 않으셔도 돼요. 제안은 이름 없이 그대로 심사하지만, 몫에 따른 시상은 받으실 수 없어요.",
            "You may leave it out. The proposal is reviewed all the same, but an award cannot be divided.",
            "記入しなくてもかまいません。提案は匿名のまま審査しますが、持ち分に応じた表彰は受けられません。",
            "可以不填写。提案将照常匿名审查，但无法按份额获得奖励。",
        ),
        "proposers_agree": (
            "여기 적은 사람 모두 만 14세 이상이고 동의했어요",
            "Everybody named here is 14 or older and agrees",
            "ここに記入した全員が満14歳以上で、同意しています",
            "此处填写的所有人均已满14周岁并同意",
        ),
        "proposers_send": ("이름과 몫 보내기", "Send names and shares", "氏名と持ち分を送る", "提交姓名和份额"),
        "proposers_remove": ("이름과 몫 지우기", "Remove names and shares", "氏名と持ち分を削除する", "删除姓名和份额"),
        "proposers_no_consent": (
            "모두 동의해야 이름을 보관할 수 있어요. 아직 저장하지 않았어요.",
            "Names are kept only where everybody agrees; nothing was kept yet.",
            "全員の同意がある場合のみ氏名を保管します。まだ保存していません。",
            "须全员同意方可保存姓名，尚未保存。",
        ),
        "proposers_alone": (
            "주제안자와 부제안자를 한 명 이상 적어 주세요.",
            "Please name the main proposer and at least one other.",
            "主提案者と、副提案者を一人以上記入してください。",
            "请填写主提案人和至少一名副提案人。",
        ),
        "proposers_name": (
            "이름은 60자까지 적을 수 있고, 전화번호나 주민등록번호는 적지 말아 주세요.",
            "A name has up to 60 characters. Please enter no phone or resident registration number.",
            "氏名は60字までです。電話番号や住民登録番号は書かないでください。",
            "姓名最多60个字，请勿填写电话号码或居民登记号码。",
        ),
        "proposers_share_wrong": (
            "몫은 1부터 99까지의 수로 적어 주세요.",
            "A share is a whole number from 1 to 99.",
            "持ち分は1から99までの整数で書いてください。",
            "份额请填写1至99的整数。",
        ),
        "proposers_sum": (
            "몫을 모두 더하면 100이 되어야 해요.",
            "The shares have to be 100 together.",
            "持ち分の合計が100になるようにしてください。",
            "份额合计须为100。",
        ),
        "proposers_twice": (
            "같은 이름이 두 번 있어요. 한 사람은 한 번만 적어 주세요.",
            "The same name stands there twice; please name everybody once.",
            "同じ氏名が二度あります。一人一度だけ書いてください。",
            "同一姓名出现两次，每人请只填写一次。",
        ),
        "no_proposers": (
            "지금은 함께 제안한 사람을 적을 수 없어요",
            "Co-proposers cannot be named now",
            "共同提案者を記入できません",
            "目前无法填写共同提案人",
        ),
        "no_proposers_lead": (
            "채택할지 정하기 전까지 적을 수 있어요.",
            "They can be named until the decision.",
            "採否が決まるまで記入できます。",
            "可在作出决定前填写。",
        ),
        "done_proposers_kept": (
            "함께 제안한 사람을 암호로 잠가 보관했어요.",
            "The co-proposers are locked and kept.",
            "共同提案者を暗号で保護して保管しました。",
            "共同提案人已加密保存。",
        ),
        "done_proposers_removed": (
            "함께 제안한 사람을 지웠어요.",
            "The co-proposers are removed.",
            "共同提案者を削除しました。",
            "共同提案人已删除。",
        ),
    }
)
