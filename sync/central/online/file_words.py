"""The words of a proposal's attachments, and of looking it up in the public log."""

from collections.abc import Mapping
from types import MappingProxyType

# In Korean, English, Japanese and Chinese.
FILE_WORDS: Mapping[str, tuple[str, str, str, str]] = MappingProxyType(
    {
        "files": ("사진·문서 붙이기", "Attach pictures or documents", "写真・文書を添付する", "添加图片或文件"),
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
    }
)
