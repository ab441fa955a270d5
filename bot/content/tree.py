"""A YAML text as a tree in which every piece knows its line and column.

Built from the parser's events rather than by a constructor: so nothing in a file can make an
object or grow beyond its own size, every key that stands twice is seen, and every scalar stays the
text that was written ("ja", "07:30" and "2025" need no quotes). YAML 1.2; aliases, tags and
several documents in one file are refused, since a dialogue needs none of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, StringMark
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from bot.content.problems import Notes, Place
from bot.content.syntax import note_syntax_error

DEEPEST = 10
"""How many levels of lists and keys a file may have; a dialogue needs six."""


@dataclass(frozen=True)
class Scalar:
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


def read_tree(text: str, notes: Notes) -> Node | None:
    """Return the tree of the text; what is wrong is noted, and None returned if it has no tree."""
    builder = _Builder(notes)
    try:
        return builder.document(YAML(typ="safe", pure=True).parse(text))
    except MarkedYAMLError as error:
        note_syntax_error(error, text, notes)
    except _TooDeep as error:
        notes.add("too-deep", error.place, limit=DEEPEST)
    return None


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


class _TooDeep(Exception):
    """The file has more levels than any dialogue."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.place = place


class _Builder:
    """Builds the tree of one document from the parser's events."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._depth = 0

    def document(self, events: Iterator[Event]) -> Node | None:
        """Return the first document; a second one is noted."""
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._notes.add("many-documents", _place(event))
                    return None
            elif isinstance(event, NodeEvent):
                root = self._node(event, events)
        return root

    def _node(self, event: NodeEvent, events: Iterator[Event]) -> Node:
        """Return the node that begins with the event."""
        self._refuse_references(event)
        if isinstance(event, ScalarEvent):
            return Scalar(_place(event), str(event.value), event.style or "")
        if isinstance(event, AliasEvent):
            return Scalar(_place(event), "")
        self._depth += 1
        if self._depth > DEEPEST:
            raise _TooDeep(_place(event))
        is_list = isinstance(event, SequenceStartEvent)
        node = self._listing(event, events) if is_list else self._mapping(event, events)
        self._depth -= 1
        return node

    def _listing(self, start: NodeEvent, events: Iterator[Event]) -> Listing:
        items: list[Node] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self._node(_node_event(event), events))
        return Listing(_place(start), tuple(items))

    def _mapping(self, start: NodeEvent, events: Iterator[Event]) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                break
            key = self._node(_node_event(event), events)
            value = self._node(_node_event(next(events)), events)
            if not isinstance(key, Scalar):
                self._notes.add("key-not-text", key.place)
            elif key.text in entries:
                first = entries[key.text][0].place.line
                self._notes.add("duplicate-key", key.place, key=key.text, first=str(first))
            else:
                entries[key.text] = (key, value)
        return Mapping(_place(start), tuple(entries.values()))

    def _refuse_references(self, event: NodeEvent) -> None:
        """Note anchors, aliases and tags: in a dialogue they are text without quotation marks."""
        if event.anchor:
            self._notes.add("reference", _place(event), sign="*" if _is_alias(event) else "&")
        if isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent) and event.tag:
            self._notes.add("reference", _place(event), sign="!")


def _is_alias(event: NodeEvent) -> bool:
    return isinstance(event, AliasEvent)


def _node_event(event: Event) -> NodeEvent:
    """Return the event as one that begins a node, which the grammar promises here."""
    if not isinstance(event, NodeEvent):
        raise TypeError(event)
    return event


def _place(event: Event) -> Place:
    mark: StringMark = event.start_mark
    return Place(mark.line + 1, mark.column + 1)
