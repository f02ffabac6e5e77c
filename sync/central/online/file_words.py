"""The words of a proposal's attachments, and of looking it up in the public log."""

from collections.abc import Mapping
from types import MappingProxyType

# In Korean, English, Japanese and Chinese.
FILE_WORDS: Mapping[str, tuple[str, str, str, str]] = MappingProxyType(
    {
        "files": ("사진·문서 붙이기", "Attach pictures or documents", "写真・文書を添付する", "添加图片或文件"),
        "files_closed": (
            "심사가 시작되어 더 붙일 수는 없고, 지울 수는 있어요",
            "The review has begun: nothing more can be attached, but files can be removed",
            "審査が始まったため追加はできませんが、削除はできます",
            "审查已开始，不能再添加，但可以删除",
        ),
        "files_note": (
            "심사를 시작하기 전까지 다섯 개까지",
            "Up to five, until the review begins",
            "審査が始まるまで、五つまで",
            "审查开始前最多5个",
        ),
        "files_lead": (
            "PNG, JPEG, WebP 사진이나 PDF 문서를 하나에 10MB까지 붙일 수 있어요. 담당자와 심사 위원만 봐요.",
            "PNG, JPEG or WebP pictures and PDF documents of up to 10 MB each. Only staff and reviewers see them.",
            "PNG・JPEG・WebPの写真やPDF文書を、一つ10MBまで添付できます。担当者と審査委員だけが見ます。",
            "可添加PNG、JPEG、WebP图片或PDF文件，每个不超过10MB。仅工作人员和评审委员可见。",
        ),
        "files_hidden": (
            "찍은 곳이나 기기 이름처럼 파일에 숨은 정보는 지우고 보관해요. "
            "사진 속 얼굴이나 번호는 그대로 남으니 확인해 주세요.",
            "What is hidden in a file, such as where a picture was taken, is removed. Faces and numbers in the "
            "picture stay: please check.",
            "撮影場所や機器名など、ファイルに隠れた情報は消して保管します。写真に写った顔や番号はそのまま残るので、"
            "ご確認ください。",
            "拍摄地点、设备名称等文件中的隐藏信息会被清除。图片中的人脸和号码会保留，请自行确认。",
        ),
        "files_choose": ("파일 고르기", "Choose a file", "ファイルを選ぶ", "选择文件"),
        "files_send": ("붙이기", "Attach", "添付する", "添加"),
        "files_there": ("붙인 파일", "Attached", "添付したファイル", "已添加的文件"),
        "files_none": (
            "아직 붙인 파일이 없어요.",
            "Nothing is attached yet.",
            "まだ添付はありません。",
            "尚未添加文件。",
        ),
        "files_full": (
            "다섯 개를 모두 붙였어요. 다른 파일을 붙이려면 하나를 지워 주세요.",
            "Five are attached. Remove one to attach another.",
            "五つ添付されています。ほかのファイルを添付するには一つ削除してください。",
            "已添加5个文件。如需添加其他文件，请先删除一个。",
        ),
        "file_remove": ("{n}번 파일 지우기", "Remove file {n}", "ファイル{n}を削除", "删除文件{n}"),
        "done_files": ("파일을 붙였어요.", "The file is attached.", "ファイルを添付しました。", "文件已添加。"),
        "done_file_removed": (
            "파일을 지웠어요.",
            "The file is removed.",
            "ファイルを削除しました。",
            "文件已删除。",
        ),
        "no_files": (
            "이제는 파일을 붙일 수 없어요",
            "Nothing can be attached any more",
            "ファイルを添付することはできません",
            "已无法添加文件",
        ),
        "file_empty": (
            "파일을 골라 주세요. 아직 붙이지 않았어요.",
            "Please choose a file; nothing was attached yet.",
            "ファイルを選んでください。まだ添付していません。",
            "请选择文件，尚未添加。",
        ),
        "file_large": (
            "파일이 너무 커서 붙이지 못했어요. 10MB, 100쪽까지 붙일 수 있어요.",
            "The file is too large and was not attached. The limits are 10 MB and 100 pages.",
            "ファイルが大きすぎるため添付できませんでした。10MB、100ページまでです。",
            "文件过大，未能添加。上限为10MB、100页。",
        ),
        "file_kind": (
            "붙일 수 없는 종류의 파일이에요. PNG, JPEG, WebP 사진이나 PDF 문서를 골라 주세요.",
            "This kind of file cannot be attached. Please choose a PNG, JPEG or WebP picture or a PDF document.",
            "この種類のファイルは添付できません。PNG・JPEG・WebPの写真かPDF文書を選んでください。",
            "不支持此类文件。请选择PNG、JPEG、WebP图片或PDF文件。",
        ),
        "file_damaged": (
            "파일을 열 수 없어 붙이지 못했어요. 다른 프로그램에서 열리는지 확인해 주세요.",
            "The file cannot be opened and was not attached. Please check that it opens elsewhere.",
            "ファイルを開けないため添付できませんでした。ほかのアプリで開けるかご確認ください。",
            "无法打开该文件，未能添加。请确认其他程序能否打开。",
        ),
        "file_locked": (
            "암호가 걸린 문서라 붙이지 못했어요. 암호를 풀고 다시 골라 주세요.",
            "The document is locked by a password and was not attached. Please unlock it first.",
            "パスワードのかかった文書は添付できません。解除してからもう一度選んでください。",
            "该文件设有密码，未能添加。请解除密码后重新选择。",
        ),
        "file_many": (
            "파일을 더 붙일 수 없어요. 필요하면 먼저 하나를 지워 주세요.",
            "No more files can be attached. Please remove one first.",
            "これ以上添付できません。必要なら先に一つ削除してください。",
            "无法再添加文件。如有需要，请先删除一个。",
        ),
        "log": (
            "공개 기록에서 확인하기",
            "Check the public log",
            "公開記録で確認する",
            "在公开记录中核实",
        ),
        "log_note": (
            "바뀌지 않고 담겼는지 볼 수 있어요",
            "See that it is held unchanged",
            "変わらず記録されたかを確認できます",
            "可核实内容是否原样收录",
        ),
        "log_head": (
            "공개 기록에 담겨 있어요",
            "The public log holds it",
            "公開記録に載っています",
            "公开记录已收录",
        ),
        "log_lead": (
            "보내신 내용의 지문이 {day}의 공개 기록에 그대로 담겨 있는 것을 방금 확인했어요.",
            "We have just checked that the log of {day} holds the fingerprint of what you sent, unchanged.",
            "お送りいただいた内容の指紋が、{day}の公開記録にそのまま載っていることを今確認しました。",
            "刚刚已核实：您所提交内容的指纹原样收录在{day}的公开记录中。",
        ),
        "log_place": ("담긴 자리", "Entry", "記録の位置", "收录位置"),
        "log_day": ("확인한 기록의 날짜", "Log of", "確認した記録の日付", "所核实记录的日期"),
        "log_print": ("지문", "Fingerprint", "指紋", "指纹"),
        "log_words": (
            "지문은 내용을 알아볼 수 없게 계산한 값이에요. 공개 기록에는 내용도 이름도 없어요.",
            "A fingerprint is computed so that nobody can read the words from it. The log holds no words and no names.",
            "指紋は、内容が読み取れないように計算した値です。公開記録には内容も氏名もありません。",
            "指纹是经过计算、无法还原内容的数值。公开记录中没有内容，也没有姓名。",
        ),
        "log_stays": (
            "한 번 담긴 지문은 몰래 바꾸거나 뺄 수 없어요. 바뀌면 누구나 알 수 있어요.",
            "What the log holds cannot be changed or taken out in secret: anybody would see it.",
            "いったん載った指紋は、こっそり変えたり除いたりできません。変われば誰にでもわかります。",
            "收录后的指纹无法被暗中更改或删除，一旦改动任何人都能发现。",
        ),
        "log_offline": (
            "이 서버를 믿지 않고 직접 확인하려면 증명 파일을 내려받아 이 명령을 실행해 보세요. "
            "열쇠(--key)가 외교부가 다른 곳에도 알린 것과 같은지도 살펴보세요.",
            "To check it without trusting this server, download the proof and run this command. Compare the "
            "key with the one that the Ministry publishes elsewhere.",
            "このサーバーを信頼せずに自分で確認するには、証明ファイルをダウンロードし、このコマンドを実行してください。"
            "鍵（--key）が外交部の別の公表と同じかもご確認ください。",
            "如需不依赖本服务器自行核实，请下载证明文件并运行此命令，并核对密钥（--key）是否与外交部在别处公布的一致。",
        ),
        "log_not_yet": (
            "아직 공개 기록에 없어요",
            "Not in the public log yet",
            "まだ公開記録に載っていません",
            "尚未收录到公开记录",
        ),
        "log_not_yet_lead": (
            "휴대전화가 먼저 전해 준 내용이라, 키오스크가 인터넷에 연결되어 직접 보내면 담겨요.",
            "Your phone brought it first; the log takes it once the kiosk itself is online and has sent it.",
            "携帯電話が先に届けた内容のため、キオスクがつながり自ら送信すると記録に載ります。",
            "该内容由手机先行送达，待自助终端联网并发送后即会收录。",
        ),
        "no_certificate": (
            "접수증을 만들지 못했어요",
            "The receipt could not be made",
            "受付証を作成できませんでした",
            "未能生成受理证",
        ),
        "no_certificate_lead": (
            "제안은 잘 접수되어 있어요. 잠시 뒤에 다시 내려받아 주세요.",
            "Your proposal has been received all the same. Please try again later.",
            "提案は受け付けています。しばらくしてからもう一度お試しください。",
            "您的提案已受理。请稍后再试。",
        ),
    }
)
