"""Reading an XLSForm with pyxform, into the rows of its survey in their order."""

import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.forum.errors import ForumError

_MOST_BYTES = 20_000_000
_MOST_UNPACKED_BYTES = 200_000_000
# The key of a text that names no language.
NO_LANGUAGE = "default"
# What pyxform adds to draw a table: the heading above its columns.
_DRAWN = re.compile(r"reserved_name_for_field_list_labels_\d+|generated_table_list_label_\d+")

Text = Mapping[str, str]


class XlsFormRejected(ForumError):
    """A file is no XLSForm that could be read."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a list, with every column of its row for choice filters."""

    name: str
    label: Text
    columns: Mapping[str, str]
    has_media: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the survey sheet; `number` is the spreadsheet's, `relevant` its own and those of its groups."""

    number: int
    type: str
    name: str
    label: Text = field(default_factory=dict)
    hint: Text = field(default_factory=dict)
    guidance: bool = False
    relevant: tuple[str, ...] = ()
    required: str = ""
    constraint: str = ""
    message: Text = field(default_factory=dict)
    choice_filter: str = ""
    choices: tuple[Choice, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)
    appearance: str = ""
    default: str = ""
    calculated: bool = False
    read_only: bool = False
    has_media: bool = False
    within: str = ""  # the repeat or loop around it
    headings: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A whole form; `languages` as the sheet names them, the default one first."""

    title: str
    form_id: str
    version: str
    default_language: str
    rows: tuple[Row, ...]


def read_form(path: Path) -> Form:
    """Read and validate a form; raises XlsFormRejected with what is wrong and where."""
    _refuse_what_is_too_large(path)
    # Imported here: it takes a second, and nothing else at the kiosk needs it.
    from pyxform.errors import PyXFormError
    from pyxform.xls2json_backends import get_xlsform
    from pyxform.xls2xform import convert
    from xlrd import XLRDError
    from xlrd.compdoc import CompDocError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about fonts and footers
            survey = get_xlsform(path).survey
            read: dict[str, Any] = convert(path)._pyxform
    except PyXFormError as error:
        raise XlsFormRejected(f"{path} is no XLSForm that works: {_one_line(error)} Nothing was imported.") from None
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, XLRDError, CompDocError) as error:
        raise XlsFormRejected(
            f"{path} cannot be read as a spreadsheet ({_one_line(error)}) Nothing was imported. Save it as .xlsx again."
        ) from None
    numbers: dict[str, list[int]] = {}
    for number, each in enumerate(survey, 2):
        if isinstance(name := each.get("name"), str):
            numbers.setdefault(name.strip(), []).append(number)
    return Form(
        title=str(read.get("title") or read["name"]),
        form_id=str(read.get("id_string") or read["name"]),
        version=str(read.get("version") or ""),
        default_language=str(read.get("default_language") or NO_LANGUAGE),
        rows=tuple(_rows(read.get("children", []), _Around(numbers))),
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a row, and the numbers of the rows that were not met yet, by name."""

    numbers: dict[str, list[int]]
    number: int = 1
    relevant: tuple[str, ...] = ()
    within: str = ""
    headings: tuple[Text, ...] = ()


def _rows(nodes: list[dict[str, Any]], around: _Around) -> Iterator[Row]:
    number = around.number
    for node in nodes:
        kind, name, bind = str(node.get("type", "")), str(node.get("name", "")), node.get("bind") or {}
        if (kind == "group" and name == "meta") or _DRAWN.fullmatch(name):
            continue
        waiting = around.numbers.get(name)
        number = waiting.pop(0) if waiting else number  # what pyxform made itself belongs to the row before
        relevant = (*around.relevant, *filter(None, [str(bind.get("relevant", ""))]))
        if kind in ("group", "repeat", "loop"):
            label = _text(node.get("label"))
            within = around.within or ("" if kind == "group" else f"{kind} “{name}”")
            headings = (*around.headings, label) if label else around.headings
            yield from _rows(node.get("children") or [], _Around(around.numbers, number, relevant, within, headings))
            continue
        yield Row(
            number=number,
            type=kind,
            name=name,
            label=_text(node.get("label")),
            hint=_text(node.get("hint")),
            guidance=bool(node.get("guidance_hint")),
            relevant=relevant,
            required=str(bind.get("required", "")),
            constraint=str(bind.get("constraint", "")),
            message=_text(bind.get("jr:constraintMsg")),
            choice_filter=str(node.get("choice_filter", "")),
            choices=tuple(_choice(each) for each in node.get("choices") or ()),
            parameters=_parameters(node.get("parameters")),
            appearance=str((node.get("control") or {}).get("appearance", "")),
            default=str(node.get("default", "")),
            calculated="calculate" in bind,
            read_only=str(bind.get("readonly", "")).startswith(("true", "yes")),
            has_media=bool(node.get("media")),
            within=around.within,
            headings=around.headings,
        )


def _choice(node: dict[str, Any]) -> Choice:
    columns = {str(key): str(value) for key, value in node.items() if isinstance(value, str | int | float)}
    return Choice(str(node.get("name", "")), _text(node.get("label")), columns, bool(node.get("media")))


def _parameters(value: Any) -> dict[str, str]:
    return {str(key): str(each) for key, each in value.items()} if isinstance(value, dict) else {}


def _text(value: Any) -> Text:
    if isinstance(value, dict):
        return {str(language): str(text) for language, text in value.items() if str(text).strip()}
    return {NO_LANGUAGE: str(value)} if value is not None and str(value).strip() else {}


def _refuse_what_is_too_large(path: Path) -> None:
    try:
        size = path.stat().st_size
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                unpacked = sum(each.file_size for each in packed.infolist())
        else:
            unpacked = 0
    except (OSError, zipfile.BadZipFile) as error:
        raise XlsFormRejected(f"{path} cannot be read ({_one_line(error)}) Check the path and the file.") from None
    if size > _MOST_BYTES or unpacked > _MOST_UNPACKED_BYTES:
        raise XlsFormRejected(f"{path} is larger than any survey is; nothing was imported. Check the file.")


def _one_line(error: BaseException) -> str:
    said = " ".join(str(getattr(error, "strerror", None) or error).split())
    return said if said.endswith(".") else f"{said}."
