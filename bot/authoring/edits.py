"""Changes of some values of a YAML file; every other sign of it, notes as well, stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ruamel.yaml import YAML
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node

Value = str | int | tuple[()]
"""A text, a number, or an empty list."""

_Span = tuple[int, int, str]


def changed(text: str, values: Mapping[tuple[str, ...], Value]) -> str:
    """Return the text of a good file with these values, by the keys that lead to them.

    Keys that are not there are left alone.
    """
    root = YAML(typ="safe", pure=True).compose(text)
    spans = [span for path, value in values.items() for span in _span(root, path, value)]
    for start, end, new in sorted(spans, reverse=True):
        text = f"{text[:start]}{new}{text[end:]}"
    return text


def _span(node: Node, path: tuple[str, ...], value: Value) -> Iterator[_Span]:
    """Yield where the value stands, from the end of its key, and what is to stand there."""
    for name, below in node.value if isinstance(node, MappingNode) else ():
        if name.value != path[0]:
            continue
        if len(path) > 1:
            yield from _span(below, path[1:], value)
        else:
            end = _end(below)
            after = "\n" if _ends_its_line(below) else ""
            yield name.end_mark.index, end, f": {written(value)}{after}"


def _end(node: Node) -> int:
    """Return where the node's own signs end: YAML counts what follows a list in blocks to it."""
    if isinstance(node, CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _ends_its_line(node: Node) -> bool:
    """Whether the node's end is after a line break: so it is with texts below a bar."""
    if isinstance(node.value, list):
        return False
    return getattr(node, "style", None) in ("|", ">")


def written(value: Value) -> str:
    """Return the value as it is written in a file; a text in quotes unless it is plain words."""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return "[]"
    plain = value[:1].isalpha() and value.replace(" ", "").isalnum() and " " in value.strip()
    return value if plain else "'" + value.replace("'", "''") + "'"
