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
            "심사를 시작했거나 처리를 마친 제안이에요. 더 하실 말씀은 새 제안으로 보내 주세요.",
            "The review has begun, or has ended. Please send anything more as a new proposal.",
            "審査が始まったか、処理を終えた提案です。続きは新しい提案としてお送りください。",
            "该提案已开始审查或已办结。如有其他意见，请作为新提案提交。",
        ),
    }
)
