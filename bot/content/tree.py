"""A YAML text as a tree in which every piece knows its line and column.

Built from the parser's events rather than by a constructor: so nothing in a file can make an
object or grow beyond its own size, every key that stands twice is seen, and every scalar stays the
text that was written ("ja", "07:30" and "2025" need no quotes). YAML 1.2; aliases, tags and
several documents in one file are refused, since a dialogue needs none of them.
"""

from __future__ import annotations

from collections.abc import Iterator

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

from bot.content.nodes import Listing, Mapping, Node, Scalar
from bot.content.problems import Notes, Place
from bot.content.quick import read_quickly
from bot.content.source import UNREADABLE
from bot.content.syntax import note_syntax_error

DEEPEST = 10
"""How many levels of lists and keys a file may have; a dialogue needs six."""


def read_tree(text: str, notes: Notes) -> Node | None:
    """Return the tree of the text; what is wrong is noted, and None returned if it has no tree."""
    return read_quickly(text) or read_yaml(text, notes)


def read_yaml(text: str, notes: Notes) -> Node | None:
    """Return the tree as the YAML library reads it, whatever the layout; see `read_tree`."""
    builder = _Builder(notes)
    try:
        return builder.document(YAML(typ="safe", pure=True).parse(text))
    except MarkedYAMLError as error:
        note_syntax_error(error, text, notes)
    except _TooDeep as error:
        notes.add("too-deep", error.place, limit=DEEPEST)
    return None


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
            self._refuse_unreadable(event)
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

    def _refuse_unreadable(self, event: ScalarEvent) -> None:
        """Note an invisible sign, which an escape between quotation marks can stand for."""
        if match := UNREADABLE.search(str(event.value)):
            self._notes.add("unreadable-sign", _place(event), code=f"U+{ord(match[0]):04X}")

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
