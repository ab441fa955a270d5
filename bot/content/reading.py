"""What was read from one dialogue file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.content.nodes import Node, locate
from bot.content.problems import Place, Problem
from bot.domain.programme import DeckText, MirrorText, ProgrammeText, ThemeText

T = TypeVar("T", ThemeText | DeckText | MirrorText, ProgrammeText)


@dataclass(frozen=True)
class Reading(Generic[T]):
    """What a file says, and what is wrong with it as it stands now.

    With problems, `text` is None or what the file said when it was last good. `root` is the tree
    that the text was read from.
    """

    text: T | None
    problems: tuple[Problem, ...] = ()
    root: Node | None = None

    def place(self, *path: str | int) -> Place:
        """Return where a key of the text stands, or the beginning of the file."""
        return locate(self.root, path) if self.root else Place()
