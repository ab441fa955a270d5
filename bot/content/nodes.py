"""The pieces of a file: texts, lists and keys, each of which knows its line and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from bot.content.problems import Place

__all__ = ["Listing", "Mapping", "Node", "Place", "Scalar", "locate"]


class Scalar(NamedTuple):
    """A text as it was written. `style` is YAML's: empty, a quotation mark, `|` or `>`."""

    place: Place
    text: str
    style: str = ""


@dataclass(frozen=True)
class Listing:
    """A list."""

    place: Place
    items: tuple[Node, ...]


@dataclass(frozen=True)
class Mapping:
    """Keys with their values; a key that stood twice is here once, with its first value."""

    place: Place
    entries: tuple[tuple[Scalar, Node], ...]

    def get(self, key: str) -> Node | None:
        """Return the value of the key, if there is one."""
        return next((value for name, value in self.entries if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """Return the key itself, with its place."""
        return next((name for name, _ in self.entries if name.text == key), None)


Node = Scalar | Listing | Mapping


def locate(root: Node, path: tuple[str | int, ...], key: str = "") -> Place:
    """Return where the path leads, or the nearest place above it that exists.

    A text is found where it begins, everything else at the key that it stands under. With `key`
    the place is that of this key itself, below the path.
    """
    node, place = root, root.place
    for part in path:
        below = _step(node, part)
        if below is None:
            return place
        place, node = below
    name = node.key(key) if isinstance(node, Mapping) else None
    return name.place if name else place


def _step(node: Node, part: str | int) -> tuple[Place, Node] | None:
    """Return what stands at one part of a path, and where; None when nothing does."""
    if isinstance(node, Listing):
        found = isinstance(part, int) and part < len(node.items)
        return (node.items[int(part)].place, node.items[int(part)]) if found else None
    name = node.key(str(part)) if isinstance(node, Mapping) else None
    value = node.get(str(part)) if isinstance(node, Mapping) else None
    if name is None or value is None:
        return None
    has_text = isinstance(value, Scalar) and value.text
    return (value.place if has_text else name.place), value
