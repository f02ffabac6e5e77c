"""Lints the QML against the real Python types; `python -m ui.qml_types` exits 1 on any warning.

qmllint only knows the view models if it is given them: their meta-objects are dumped from the Python sources, turned
into a qmltypes file, and laid beside a qmldir. Files are given by absolute path: the module mode passes typos silently.
"""

import json
import subprocess
import sys
from pathlib import Path

_UI = Path(__file__).parent
_BUILD = _UI.parent / "build" / "qml"
_TOOLS = Path(sys.executable).parent
_MODULE = "Forum.ViewModels"


def describe_view_models() -> Path:
    """Write the qmltypes of every view model and return the import path that holds them."""
    folder = _BUILD / Path(*_MODULE.split("."))
    folder.mkdir(parents=True, exist_ok=True)
    sources = sorted(str(path) for folder in ("view_models", "staff") for path in (_UI / folder).glob("*.py"))
    dumped = [each for source in sources for each in json.loads(_run("pyside6-metaobjectdump", source) or "[]")]
    for described in (each for file in dumped for each in file["classes"]):
        for of_class in described.get("properties", []):
            # The dump of PySide6 6.11 leaves `constant` out; a property of ours that never notifies is constant.
            of_class.setdefault("constant", "notify" not in of_class)
    metatypes = folder / "metatypes.json"
    metatypes.write_text(json.dumps(dumped), encoding="utf-8")
    types = folder / "view_models.qmltypes"
    _run(
        "pyside6-qmltyperegistrar",
        *("--import-name", _MODULE, "--major-version", "1", "--generate-qmltypes", str(types)),
        *("-o", str(folder / "registration.cpp"), str(metatypes)),
    )
    (folder / "qmldir").write_text(f"module {_MODULE}\ntypeinfo {types.name}\n", encoding="utf-8")
    return _BUILD


def lint() -> int:
    """Lint every QML file of ours; return the exit status of qmllint."""
    imports = describe_view_models()
    files = [str(path.resolve()) for path in sorted((_UI / "qml").rglob("*.qml"))]
    command = [
        str(_TOOLS / "pyside6-qmllint"),
        "--max-warnings",
        "0",
        "-I",
        str(imports),
        "-I",
        str(_UI / "qml"),
        *files,
    ]
    return subprocess.run(command, check=False).returncode  # noqa: S603 (our own tools)


def _run(tool: str, *arguments: str) -> str:
    done = subprocess.run([str(_TOOLS / tool), *arguments], check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout


if __name__ == "__main__":
    sys.exit(lint())
