"""A YAML text as a tree in which every piece knows its line and column.

Built from the parser's events rather than by a constructor: so nothing in a file can make an
object or grow beyond its own size, every key that stands twice is seen, and every scalar stays the
text that was written ("ja", "07:30" and "2025" need no quotes). YAML 1.2; aliases, tags and
several documents in one file are refused, since a dialogue needs none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ruamel.yaml.error import MarkedYAMLError

from bot.content.events import Event, Kind, quick_events, strict_events
from bot.content.nodes import Listing, Mapping, Node, Scalar
from bot.content.problems import Notes, Place
from bot.content.source import UNREADABLE
from bot.content.syntax import note_syntax_error

DEEPEST = 10
"""How many levels of lists and keys a file may have; a dialogue needs six."""


def read_tree(text: str, notes: Notes) -> Node | None:
    """Return the tree of the text; what is wrong is noted, and None returned if it has no tree."""
    events = quick_events(text)
    return build(strict_events(text) if events is None else events, text, notes)


def build(events: Iterable[Event], text: str, notes: Notes) -> Node | None:
    """Return the tree of the events of the text; see `read_tree`."""
    try:
        return _Builder(notes).document(iter(events))
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
            if event.kind is not Kind.DOCUMENT:
                root = self._node(event, events)
                continue
            documents += 1
            if documents > 1:
                self._notes.add("many-documents", event.place)
                return None
        return root

    def _node(self, event: Event, events: Iterator[Event]) -> Node:
        """Return the node that begins with the event."""
        self._refuse_references(event)
        if event.kind is Kind.TEXT:
            if event.style == '"':
                self._refuse_unreadable(event)
            return Scalar(event.place, event.text, event.style)
        if event.kind is Kind.ALIAS:
            return Scalar(event.place, "")
        self._depth += 1
        if self._depth > DEEPEST:
            raise _TooDeep(event.place)
        is_list = event.kind is Kind.LIST
        node = self._listing(event, events) if is_list else self._mapping(event, events)
        self._depth -= 1
        return node

    def _listing(self, start: Event, events: Iterator[Event]) -> Listing:
        items: list[Node] = []
        for event in events:
            if event.kind is Kind.LIST_END:
                break
            items.append(self._node(event, events))
        return Listing(start.place, tuple(items))

    def _mapping(self, start: Event, events: Iterator[Event]) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for event in events:
            if event.kind is Kind.KEYS_END:
                break
            key = self._node(event, events)
            value = self._node(next(events), events)
            if not isinstance(key, Scalar):
                self._notes.add("key-not-text", key.place)
            elif key.text in entries:
                first = entries[key.text][0].place.line
                self._notes.add("duplicate-key", key.place, key=key.text, first=str(first))
            else:
                entries[key.text] = (key, value)
        return Mapping(start.place, tuple(entries.values()))

    def _refuse_unreadable(self, event: Event) -> None:
        """Note an invisible sign, which an escape between quotation marks can stand for."""
        if match := UNREADABLE.search(event.text):
            self._notes.add("unreadable-sign", event.place, code=f"U+{ord(match[0]):04X}")

    def _refuse_references(self, event: Event) -> None:
        """Note anchors, aliases and tags: in a dialogue they are text without quotation marks."""
        if event.is_anchored:
            sign = "*" if event.kind is Kind.ALIAS else "&"
            self._notes.add("reference", event.place, sign=sign)
        if event.is_tagged:
            self._notes.add("reference", event.place, sign="!")
