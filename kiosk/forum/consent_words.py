"""What visitors read before they leave contact: the notices and labels of version 1, in the forum's four languages.

A notice tells the four things that the law asks for (개인정보 보호법 제15조 제2항, 제23조): purpose, items, retention
and the right to refuse with its consequence. Whoever changes a word of a notice gives it a new version: a sealed
contact names the version that was agreed to. Proposals are kept as 국민 제안 규정 has it: adopted 3 years, not adopted
2 years. Everything else ends within a year, for the ministry changes its sealing key and destroys the old one.
"""

from dataclasses import dataclass
from typing import Literal

from kiosk.forum.contact import ContactProblem, ContactRefusal
from kiosk.forum.packs import ActivityKind

NoticeKind = Literal["answer", "proposal", "project", "opinion-link"]


@dataclass(frozen=True, slots=True)
class Notice:
    """One consent: a title as a question, and its four parts."""

    title: str
    purpose: str
    items: str
    retention: str
    refusal: str


@dataclass(frozen=True, slots=True)
class ConsentWords:
    """One language: the headings of the four parts, the choices, the fields, what may be wrong, and the notices."""

    purpose: str
    items: str
    retention: str
    refusal: str
    agree: str
    disagree: str
    fourteen_or_over: str
    sealed: str
    name: str
    phone: str
    email: str
    optional: str
    wants_answer: str
    problems: dict[ContactProblem, str]
    refusals: dict[ContactRefusal, str]
    notices: dict[NoticeKind, Notice]


def notice_kind(kind: ActivityKind) -> NoticeKind:
    """Return which notice about contact belongs to a kind of activity."""
    if kind in ("proposal", "call"):
        return "proposal"
    return "project" if kind == "project" else "answer"


CONSENT_WORDS: dict[str, ConsentWords] = {
    "ko": ConsentWords(
        purpose="수집·이용 목적",
        items="수집 항목",
        retention="보유·이용 기간",
        refusal="동의를 거부할 권리",
        agree="동의해요",
        disagree="동의하지 않아요",
        fourteen_or_over="만 14세 이상이에요",
        sealed="적으신 연락처는 바로 암호로 잠겨서 이 기계에서는 다시 볼 수 없어요. 외교부 담당자만 열 수 있고, "
        "누가 언제 열었는지 기록이 남아요.",
        name="이름",
        phone="전화번호",
        email="이메일",
        optional="선택",
        wants_answer="답변을 받고 싶어요",
        problems={
            ContactProblem.NAME: "이름은 60자까지 적을 수 있어요.",
            ContactProblem.PHONE: "전화번호를 다시 확인해 주세요. 예: 010-1234-5678",
            ContactProblem.EMAIL: "이메일 주소를 다시 확인해 주세요. 예: name@example.kr",
            ContactProblem.UNREACHABLE: "전화번호나 이메일 가운데 하나는 있어야 연락드릴 수 있어요.",
            ContactProblem.RESIDENT_NUMBER: "주민등록번호나 여권번호는 받지 않아요. 지워 주세요.",
        },
        refusals={
            ContactRefusal.NO_KEY: "지금은 이 기계에서 연락처를 받을 수 없어요. 의견은 이름 없이 보내실 수 있어요.",
            ContactRefusal.UNDER_14: "만 14세 미만이면 연락처를 받지 않아요. 의견은 이름 없이 보내 주세요.",
            ContactRefusal.NO_CONSENT: "동의하지 않으셔서 연락처는 저장하지 않아요. 의견은 이름 없이 접수돼요.",
            ContactRefusal.NO_OPINION_CONSENT: "의견과 함께 보관하는 데 동의하지 않으셔서 연락처는 저장하지 않아요. "
            "의견은 이름 없이 접수돼요.",
            ContactRefusal.AGE_UNKNOWN: "연락처를 남기시려면 만 14세 이상인지 알려 주세요.",
        },
        notices={
            "answer": Notice(
                title="연락처를 받아도 될까요?",
                purpose="남기신 의견에 답변을 드리고, 내용을 더 여쭤볼 일이 있을 때 연락드리기 위해서예요.",
                items="이름, 전화번호, 이메일 가운데 직접 적으신 것만 받아요.",
                retention="제출하신 날부터 1년 안에 지워요. 접수증으로 언제든 먼저 철회하고 지우실 수도 있어요.",
                refusal="동의하지 않으셔도 돼요. 의견은 이름 없이 그대로 접수되지만, 답변은 드릴 수 없어요.",
            ),
            "proposal": Notice(
                title="연락처를 받아도 될까요?",
                purpose="제안을 살펴보는 과정과 결과를 알려 드리고, 내용 보완을 부탁드리기 위해서예요.",
                items="이름, 전화번호, 이메일 가운데 직접 적으신 것만 받아요.",
                retention="「국민 제안 규정」에 따라 채택된 제안은 3년, 채택되지 않은 제안은 2년 동안 보관하고 지워요.",
                refusal="동의하지 않으셔도 돼요. 제안은 이름 없이 그대로 접수되지만, 보완 요청과 결과 안내, 시상은 "
                "받으실 수 없어요.",
            ),
            "project": Notice(
                title="연락처를 받아도 될까요?",
                purpose="관심 있다고 하신 사업의 일정과 참여 방법을 알려 드리기 위해서예요.",
                items="이름, 전화번호, 이메일 가운데 직접 적으신 것만 받아요.",
                retention="제출하신 날부터 1년 안에 지워요. 접수증으로 언제든 먼저 철회하고 지우실 수도 있어요.",
                refusal="동의하지 않으셔도 돼요. 관심은 이름 없이 그대로 접수되지만, 안내는 보내 드릴 수 없어요.",
            ),
            "opinion-link": Notice(
                title="의견을 연락처와 함께 보관해도 될까요?",
                purpose="어느 의견에 답변을 드려야 하는지 알기 위해서예요. 의견에 정치적인 생각이 담기면 법이 특별히 "
                "보호하는 민감정보가 되어서 따로 여쭤봐요.",
                items="남기신 답과 의견. 정치적 견해가 담길 수 있어요. 이름과 연락처는 공개하지 않아요.",
                retention="연락처를 지울 때 의견과의 연결도 함께 지워요.",
                refusal="동의하지 않으셔도 돼요. 그러면 연락처는 저장하지 않고, 의견만 이름 없이 접수해요.",
            ),
        },
    ),
    "en": ConsentWords(
        purpose="Why we ask",
        items="What we take",
        retention="How long we keep it",
        refusal="Your right to say no",
        agree="I agree",
        disagree="I do not agree",
        fourteen_or_over="I am 14 or older",
        sealed="What you enter is locked at once: this machine cannot show it again. Only the ministry's staff can "
        "open it, and each opening is recorded.",
        name="Name",
        phone="Phone number",
        email="E-mail",
        optional="optional",
        wants_answer="I would like an answer",
        problems={
            ContactProblem.NAME: "A name can have up to 60 characters.",
            ContactProblem.PHONE: "Please check the phone number, such as 010-1234-5678 or +1 202 555 0123.",
            ContactProblem.EMAIL: "Please check the e-mail address, such as name@example.com.",
            ContactProblem.UNREACHABLE: "We need a phone number or an e-mail address to reach you.",
            ContactProblem.RESIDENT_NUMBER: "We never take resident registration or passport numbers. Please "
            "remove it.",
        },
        refusals={
            ContactRefusal.NO_KEY: "This machine cannot take contact details just now. You can send your opinion "
            "without your name.",
            ContactRefusal.UNDER_14: "We do not take contact details from anyone under 14. Please send your opinion "
            "without your name.",
            ContactRefusal.NO_CONSENT: "You did not agree, so we keep no contact details. Your opinion is received "
            "without your name.",
            ContactRefusal.NO_OPINION_CONSENT: "You did not agree to keep them with your opinion, so we keep no "
            "contact details. Your opinion is received without your name.",
            ContactRefusal.AGE_UNKNOWN: "To leave contact details, please tell us that you are 14 or older.",
        },
        notices={
            "answer": Notice(
                title="May we take your contact details?",
                purpose="To answer what you wrote, and to reach you if we have a question about it.",
                items="Only what you enter yourself: name, phone number, e-mail.",
                retention="At most one year after you send it. With your receipt you can withdraw and erase it earlier "
                "at any time.",
                refusal="You may say no. Your opinion is received without your name, but we cannot answer you.",
            ),
            "proposal": Notice(
                title="May we take your contact details?",
                purpose="To tell you how your proposal is reviewed and what is decided, and to ask you for additions.",
                items="Only what you enter yourself: name, phone number, e-mail.",
                retention="Three years if your proposal is adopted, two years if it is not, as the decree on public "
                "proposals says.",
                refusal="You may say no. Your proposal is received without your name, but we cannot ask you for "
                "additions, tell you the result or give you an award.",
            ),
            "project": Notice(
                title="May we take your contact details?",
                purpose="To send you the dates of the project that interests you and how to take part.",
                items="Only what you enter yourself: name, phone number, e-mail.",
                retention="At most one year after you send it. With your receipt you can withdraw and erase it earlier "
                "at any time.",
                refusal="You may say no. Your interest is noted without your name, but we cannot send you anything.",
            ),
            "opinion-link": Notice(
                title="May we keep your opinion together with your contact details?",
                purpose="To know which opinion to answer. Where an opinion shows political views, the law protects it "
                "as sensitive data, so we ask you separately.",
                items="Your answers and opinion, which may show political views. Your name and contact details are "
                "never published.",
                retention="When the contact details are erased, so is their link to your opinion.",
                refusal="You may say no. We then keep no contact details, and receive your opinion without your name.",
            ),
        },
    ),
    "ja": ConsentWords(
        purpose="収集・利用の目的",
        items="収集する項目",
        retention="保有・利用の期間",
        refusal="同意を断る権利",
        agree="同意します",
        disagree="同意しません",
        fourteen_or_over="満14歳以上です",
        sealed="入力した連絡先はすぐに暗号で保護され、この機械では二度と見られません。開けるのは外交部の担当者だけで、"
        "いつ誰が開いたかが記録されます。",
        name="お名前",
        phone="電話番号",
        email="メールアドレス",
        optional="任意",
        wants_answer="回答を希望します",
        problems={
            ContactProblem.NAME: "お名前は60文字まで入力できます。",
            ContactProblem.PHONE: "電話番号をもう一度ご確認ください。例：010-1234-5678、+81 90 1234 5678",
            ContactProblem.EMAIL: "メールアドレスをもう一度ご確認ください。例：name@example.jp",
            ContactProblem.UNREACHABLE: "ご連絡には、電話番号かメールアドレスのどちらかが必要です。",
            ContactProblem.RESIDENT_NUMBER: "住民登録番号やパスポート番号はお預かりしません。削除してください。",
        },
        refusals={
            ContactRefusal.NO_KEY: "ただいまこの機械では連絡先をお預かりできません。ご意見は匿名でお送りいただけます。",
            ContactRefusal.UNDER_14: "満14歳未満の方の連絡先はお預かりしません。ご意見は匿名でお送りください。",
            ContactRefusal.NO_CONSENT: "同意されなかったため、連絡先は保存しません。ご意見は匿名で受け付けます。",
            ContactRefusal.NO_OPINION_CONSENT: "ご意見と一緒に保管することに同意されなかったため、"
            "連絡先は保存しません。ご意見は匿名で受け付けます。",
            ContactRefusal.AGE_UNKNOWN: "連絡先を残すには、満14歳以上であることをお知らせください。",
        },
        notices={
            "answer": Notice(
                title="連絡先をお預かりしてもよろしいですか？",
                purpose="ご意見に回答し、内容についてお尋ねすることがあるときにご連絡するためです。",
                items="お名前、電話番号、メールアドレスのうち、ご自身で入力されたものだけです。",
                retention="提出の日から1年以内に削除します。受付票を使って、いつでもそれより前に取り下げ、削除できます。",
                refusal="同意されなくてもかまいません。ご意見は匿名でそのまま受け付けますが、回答はお送りできません。",
            ),
            "proposal": Notice(
                title="連絡先をお預かりしてもよろしいですか？",
                purpose="提案の検討の経過と結果をお知らせし、内容の補足をお願いするためです。",
                items="お名前、電話番号、メールアドレスのうち、ご自身で入力されたものだけです。",
                retention="「国民提案規定」に従い、採用された提案は3年、採用されなかった提案は2年保管した後に削除します。",
                refusal="同意されなくてもかまいません。提案は匿名でそのまま受け付けますが、補足のお願い、結果のお知らせ、"
                "表彰はできません。",
            ),
            "project": Notice(
                title="連絡先をお預かりしてもよろしいですか？",
                purpose="関心をお寄せいただいた事業の日程と参加方法をお知らせするためです。",
                items="お名前、電話番号、メールアドレスのうち、ご自身で入力されたものだけです。",
                retention="提出の日から1年以内に削除します。受付票を使って、いつでもそれより前に取り下げ、削除できます。",
                refusal="同意されなくてもかまいません。関心は匿名でそのまま受け付けますが、ご案内はお送りできません。",
            ),
            "opinion-link": Notice(
                title="ご意見を連絡先と一緒に保管してもよろしいですか？",
                purpose="どのご意見に回答すればよいかを知るためです。ご意見に政治的な考えが含まれると、法律が特に保護する"
                "機微情報になるため、別にお尋ねしています。",
                items="お寄せいただいた回答とご意見。政治的な見解が含まれることがあります。お名前と連絡先は公開しません。",
                retention="連絡先を削除するときに、ご意見との結び付きも削除します。",
                refusal="同意されなくてもかまいません。その場合、連絡先は保存せず、ご意見だけを匿名で受け付けます。",
            ),
        },
    ),
    "zh": ConsentWords(
        purpose="收集和使用目的",
        items="收集的项目",
        retention="保存和使用期限",
        refusal="拒绝同意的权利",
        agree="同意",
        disagree="不同意",
        fourteen_or_over="我已满14周岁",
        sealed="您填写的联系方式会立即加密，本机无法再次查看。只有外交部的工作人员可以打开，并会记录何人何时打开。",
        name="姓名",
        phone="电话号码",
        email="电子邮箱",
        optional="选填",
        wants_answer="希望得到答复",
        problems={
            ContactProblem.NAME: "姓名最多可填60个字。",
            ContactProblem.PHONE: "请再确认一下电话号码，例如：010-1234-5678、+86 138 0013 8000",
            ContactProblem.EMAIL: "请再确认一下电子邮箱，例如：name@example.cn",
            ContactProblem.UNREACHABLE: "请至少填写电话号码或电子邮箱中的一项，以便与您联系。",
            ContactProblem.RESIDENT_NUMBER: "我们不收集居民登记号码或护照号码，请删除。",
        },
        refusals={
            ContactRefusal.NO_KEY: "本机暂时无法接收联系方式。您可以匿名提交意见。",
            ContactRefusal.UNDER_14: "我们不收集未满14周岁者的联系方式。请匿名提交意见。",
            ContactRefusal.NO_CONSENT: "由于您没有同意，我们不会保存联系方式。您的意见将匿名受理。",
            ContactRefusal.NO_OPINION_CONSENT: "由于您没有同意与意见一并保存，我们不会保存联系方式。"
            "您的意见将匿名受理。",
            ContactRefusal.AGE_UNKNOWN: "如要留下联系方式，请告诉我们您已满14周岁。",
        },
        notices={
            "answer": Notice(
                title="可以收集您的联系方式吗？",
                purpose="用于答复您的意见，以及需要了解详情时与您联系。",
                items="姓名、电话号码、电子邮箱中，仅限您自己填写的内容。",
                retention="自提交之日起一年内删除。您也可以随时凭受理凭证提前撤回并删除。",
                refusal="您可以不同意。您的意见仍会匿名受理，但我们无法给您答复。",
            ),
            "proposal": Notice(
                title="可以收集您的联系方式吗？",
                purpose="用于告知提案的审议过程和结果，以及请您补充内容。",
                items="姓名、电话号码、电子邮箱中，仅限您自己填写的内容。",
                retention="依照《国民提案规定》，被采纳的提案保存3年，未被采纳的提案保存2年，之后删除。",
                refusal="您可以不同意。您的提案仍会匿名受理，但我们无法请您补充内容、通知结果或给予奖励。",
            ),
            "project": Notice(
                title="可以收集您的联系方式吗？",
                purpose="用于告知您感兴趣的项目的日程和参与方法。",
                items="姓名、电话号码、电子邮箱中，仅限您自己填写的内容。",
                retention="自提交之日起一年内删除。您也可以随时凭受理凭证提前撤回并删除。",
                refusal="您可以不同意。您的意向仍会匿名受理，但我们无法向您发送通知。",
            ),
            "opinion-link": Notice(
                title="可以把您的意见和联系方式一起保存吗？",
                purpose="用于了解应答复哪一条意见。意见中如含有政治观点，即属于法律特别保护的敏感信息，因此需要另外征求您的同意。",
                items="您的回答和意见，其中可能含有政治观点。姓名和联系方式不会公开。",
                retention="删除联系方式时，与意见的关联也一并删除。",
                refusal="您可以不同意。这样我们不会保存联系方式，只匿名受理您的意见。",
            ),
        },
    ),
}
