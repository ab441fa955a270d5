"""The organisation's areas: the file `omraden.yaml`, from its bytes to areas and their teams."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from bot.content.hash_names import read_named
from bot.content.limits import signs
from bot.content.nearest import nearest
from bot.content.nodes import Listing, Mapping, Node, Scalar
from bot.content.places import signature
from bot.content.plain import flowing
from bot.content.problems import Level, Notes, Place, Problem, report
from bot.content.source import LARGEST
from bot.content.values import Values, misspelled
from bot.domain.people import PersonKey
from bot.domain.rollup import FEWEST_TEAMS, TEAMS_FOR_SPREAD, Area
from bot.errors import ContentError
from bot.locales import words

FILE = "omraden.yaml"
"""The name of the file in the directory of the setting APTBOT_CONFIG."""

NAME, MANAGERS, TEAMS, PARTS = "namn", "chefer", "team", "delar"
KEYS = (NAME, MANAGERS, TEAMS, PARTS)

NAME_LENGTH = 60

Person = Callable[[str], PersonKey]
"""Who somebody is that the file names by the platform's id."""


class AreasError(ContentError):
    """The file of areas has mistakes; the text lists all of them."""


@dataclass(frozen=True)
class AreasRead:
    """What the file says, and what is to say about it; with mistakes it says nothing.

    `places` tells where each team is named.
    """

    areas: tuple[Area, ...] = ()
    problems: tuple[Problem, ...] = ()
    places: dict[str, Place] = field(default_factory=dict)

    @property
    def mistakes(self) -> tuple[Problem, ...]:
        """What hinders the file from being used."""
        return tuple(each for each in self.problems if each.level is Level.MISTAKE)


class AreaFile:
    """The areas of a directory, read again when the file changes. Safe to ask from many threads.

    A file that became bad keeps its last good version; one that is removed leaves no areas.
    """

    def __init__(self, directory: Path, person: Person, language: str) -> None:
        """Read the file. Raises AreasError when it has mistakes, so that there is a good one."""
        self._directory = directory
        self._person = person
        self._lock = Lock()
        self._seen = signature(directory / FILE)
        self._read = read_areas(directory, person)
        self._areas = self._read.areas
        if self._read.mistakes:
            heading = words(language)("areas-mistakes")
            raise AreasError(f"{heading}\n\n{report(self._read.mistakes, language)}")

    def areas(self) -> tuple[Area, ...]:
        """Return the areas as they stand now, or as they last were right."""
        with self._lock:
            self._look()
            return self._areas

    def complaints(self, language: str) -> tuple[str, ...]:
        """Return each mistake in the file as it stands now, with place and remedy."""
        with self._lock:
            self._look()
            return tuple(problem.text(language) for problem in self._read.mistakes)

    def _look(self) -> None:
        seen = signature(self._directory / FILE)
        if seen != self._seen:
            self._seen, self._read = seen, read_areas(self._directory, self._person)
            if not self._read.mistakes:
                self._areas = self._read.areas


def check_areas(directory: Path, person: Person, known: Collection[str] | None = None) -> AreasRead:
    """Return what the file says, with advice about teams that are not `known`, if that is told."""
    read = read_areas(directory, person)
    if known is None:
        return read
    notes = Notes(str(directory / FILE))
    for team, place in read.places.items():
        if team not in known:
            notes.advise("areas-unknown-team", place, team=team, nearest=nearest(team, known))
    together = sorted((*read.problems, *notes.problems()), key=lambda each: each.place)
    return AreasRead(read.areas, tuple(together), read.places)


def read_areas(directory: Path, person: Person) -> AreasRead:
    """Return what the directory's file says. Never raises: what can't be read is a problem."""
    path = directory / FILE
    if signature(path) is None:
        return AreasRead()
    notes = Notes(str(path))
    root = read_named(path, notes, LARGEST)
    reader = _Reader(notes, person)
    if isinstance(root, Mapping) and root.entries:
        reader.read(root)
    elif not notes:
        notes.add("areas-none", root.place if root else None)
    found = AreasRead(tuple(reader.areas.values()), notes.problems(), reader.places)
    return AreasRead((), found.problems, found.places) if found.mistakes else found


class _Reader:
    """Reads the areas of one file."""

    def __init__(self, notes: Notes, person: Person) -> None:
        self.areas: dict[str, Area] = {}
        self.places: dict[str, Place] = {}
        self._notes = notes
        self._values = Values(notes)
        self._person = person

    def read(self, root: Mapping) -> None:
        """Read everything."""
        for key, value in root.entries:
            if isinstance(value, Mapping):
                self._area(key, value)
            else:
                self._values.expected_keys(key.text, value, KEYS)
        for key, value in root.entries:
            if isinstance(value, Mapping):
                self._check_parts(key.text, value)

    def _area(self, id: Scalar, value: Mapping) -> None:
        self._values.known(value, KEYS)
        managers = [text for _, text in self._texts(id, value, MANAGERS, required=True)]
        self.areas[id.text] = Area(
            id=id.text,
            name=self._name(id, value),
            managers=frozenset(map(self._person, managers)),
            teams=tuple(self._teams(id, value)),
            parts=tuple(text for _, text in self._texts(id, value, PARTS)),
        )

    def _name(self, id: Scalar, value: Mapping) -> str:
        node = value.get(NAME)
        text = " ".join(flowing(node).split()) if isinstance(node, Scalar) else ""
        if not text:
            self._missing(id, value, NAME)
        length = signs(text)
        if node and length > NAME_LENGTH:
            over = length - NAME_LENGTH
            self._notes.add(
                "too-long", node.place, key=NAME, length=length, limit=NAME_LENGTH, over=over
            )
        return text

    def _teams(self, id: Scalar, value: Mapping) -> Iterator[str]:
        """Yield the teams. A team in two areas would be told of by what the two have in common."""
        named = [(place, text.removeprefix("#")) for place, text in self._texts(id, value, TEAMS)]
        for place, team in named:
            first = self.places.setdefault(team, place)
            if first is not place:
                self._notes.add("areas-twice", place, team=team, first=str(first.line))
            yield team
        if any(misspelled(value, key, KEYS) for key in (TEAMS, PARTS)):
            return
        has_parts = value.get(PARTS) is not None
        if (value.get(TEAMS) is None) is not has_parts:
            self._notes.add("areas-teams-or-parts", id.place, area=id.text)
        elif not has_parts and len(named) < FEWEST_TEAMS:
            self._notes.advise("areas-too-small", id.place, area=id.text, teams=len(named))
        elif not has_parts and len(named) < TEAMS_FOR_SPREAD:
            self._notes.advise("areas-no-spread", id.place, area=id.text, teams=len(named))

    def _check_parts(self, id: str, value: Mapping) -> None:
        """Note parts that are no areas, or areas of areas: one level is what can be looked over."""
        for place, part in self._listed(value.get(PARTS)):
            if part not in self.areas:
                others = [each for each in self.areas if each != id]
                self._notes.add(
                    "areas-unknown-part", place, area=part, nearest=nearest(part, others)
                )
            elif self.areas[part].parts:
                self._notes.add("areas-nested", place, area=part)

    def _texts(
        self, id: Scalar, value: Mapping, key: str, *, required: bool = False
    ) -> list[tuple[Place, str]]:
        """Return the texts of a list, each once with its place; what is none is noted."""
        node = value.get(key)
        if node is None:
            if required:
                self._missing(id, value, key)
            return []
        found = list(self._listed(node))
        if not isinstance(node, Listing) or not found:
            self._notes.add("expected-list", node.place, key=key)
        elif len(found) < len(node.items):
            self._notes.add("areas-items", node.place, key=key)
        for place, text in found:
            if " " in text or text.startswith("@"):
                code = "areas-no-person" if key == MANAGERS else "areas-no-name"
                self._notes.add(code, place, text=text)
        return found

    def _missing(self, id: Scalar, value: Mapping, key: str) -> None:
        """Note a key that must be there; of a misspelled one it is told already."""
        if not misspelled(value, key, KEYS):
            self._notes.add("areas-missing", id.place, area=id.text, key=key)

    def _listed(self, node: Node | None) -> Iterator[tuple[Place, str]]:
        for item in node.items if isinstance(node, Listing) else ():
            if isinstance(item, Scalar) and item.text.strip():
                yield item.place, item.text.strip()
