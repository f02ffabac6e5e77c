"""Reading a content pack from its YAML file, with problems that name the file, the line, the path and the mend."""

import re
from pathlib import Path
from typing import Any

import yaml

from kiosk.forum.errors import PackRejected
from kiosk.forum.packs import Pack, read_pack

SIZE_LIMIT = 5_000_000
_NODE_LIMIT = 200_000

Place = tuple[int | str, ...]


class _PlainLoader(yaml.SafeLoader):
    """YAML in which `yes`, `no` and days stay the text that was written, as in YAML 1.2."""


_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rsplit(":", 1)[1] in ("int", "float", "null", "merge")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_PlainLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def read_pack_file(path: Path) -> Pack:
    """Read and validate a pack; raises PackRejected with one sentence for each problem."""
    try:
        with path.open("rb") as file:
            content = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise PackRejected([f"{path}: cannot be read ({error.strerror}); check the path and its rights."]) from None
    return read_pack_bytes(content, str(path))


def read_pack_bytes(content: bytes, path: str) -> Pack:
    """Read and validate a pack that came as bytes; its problems call it `path`. Raises PackRejected."""
    if len(content) > SIZE_LIMIT:
        raise PackRejected([f"{path}: is larger than {SIZE_LIMIT:,} bytes, which no pack is; check the file."])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PackRejected([f"{path}: is not UTF-8 text; save it as UTF-8."]) from None
    try:
        tree = yaml.compose(text, Loader=_PlainLoader)
    except yaml.YAMLError as error:
        raise PackRejected([f"{path}{_yaml_problem(error)}"]) from None
    if not isinstance(tree, yaml.MappingNode):
        raise PackRejected([f"{path}: holds no pack; it starts with “id:” and “version:”."])
    lines: dict[Place, int] = {}
    data = _plain(tree, (), lines, path, [0])
    try:
        return read_pack(data)
    except PackRejected as error:
        problems = [
            f"{path}:{_line(lines, place)}: {problem}"
            for problem, place in zip(error.problems, error.places, strict=True)
        ]
        raise PackRejected(problems, error.places) from None


def _plain(node: yaml.Node, place: Place, lines: dict[Place, int], path: str, visited: list[int]) -> Any:
    """Turn a YAML tree into plain data, and note the line of each place."""
    visited[0] += 1
    if visited[0] > _NODE_LIMIT:
        raise PackRejected([f"{path}: repeats itself through aliases without end; write the texts out."])
    line = node.start_mark.line + 1
    lines[place] = line
    if isinstance(node, yaml.MappingNode):
        result: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key_node, yaml.ScalarNode):
                raise PackRejected([f"{path}:{line}: a key must be a word."])
            if key in result:
                raise PackRejected(
                    [f"{path}:{key_node.start_mark.line + 1}: “{key}” is there twice; remove one."], [(*place, key)]
                )
            result[key] = _plain(value_node, (*place, key), lines, path, visited)
            lines[(*place, key)] = key_node.start_mark.line + 1
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_plain(each, (*place, index), lines, path, visited) for index, each in enumerate(node.value)]
    try:
        return _PlainLoader("").construct_object(node, deep=True)
    except (yaml.YAMLError, ValueError):
        raise PackRejected([f"{path}:{line}: “{node.value}” is not understood; put it in quotes."]) from None


def _line(lines: dict[Place, int], place: Place) -> int:
    """Return the line of a place, or of the nearest thing around it."""
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, 1)


def _yaml_problem(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "a character that is not allowed"
    at = f":{mark.line + 1}" if mark else ""
    return f"{at}: is not YAML here ({problem}); check the indentation, the colons and the quotes."
