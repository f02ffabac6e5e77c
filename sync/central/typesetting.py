"""PDF documents: A4, Korean, typeset by Typst, tagged for screen readers (PDF/UA-1)."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

from kiosk.forum.errors import ForumError

_FONT = "Noto Sans CJK KR"
# Where Debian and Ubuntu, Fedora and Arch keep it; elsewhere all fonts of the system are searched.
_FONT_FOLDERS = (
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/google-noto-sans-cjk-fonts",
    "/usr/share/fonts/noto-cjk",
)


def typeset(template: Path, name: str, content: Mapping[str, Any]) -> bytes:
    """Return a template's PDF; it reads its content as JSON in `sys.inputs` under a name, and nothing of it is run.

    Raises ForumError where it cannot be typeset.
    """
    folders = [folder for folder in _FONT_FOLDERS if Path(folder).is_dir()]
    compiler = typst.Compiler(
        str(template),
        font_paths=folders,
        ignore_system_fonts=bool(folders),
        sys_inputs={name: json.dumps(content, ensure_ascii=False)},
    )
    try:
        pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        raise ForumError(f"The {name} could not be typeset ({error}); nothing was written.") from None
    if any("unknown font" in str(warning.message) for warning in warnings):
        raise ForumError(
            f"The {name} needs the font {_FONT}, which is not installed; nothing was written. "
            "Install the package fonts-noto-cjk."
        )
    if not isinstance(pdf, bytes):
        raise ForumError(f"The {name} could not be typeset; nothing was written. Tell the developers.")
    return pdf
