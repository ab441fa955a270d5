"""What one person gets as a private answer."""

from __future__ import annotations

from typing import Literal

from bot.views.model.base import Button, People, View
from bot.views.model.messages import Note, Sheet, Summary


class CommandLine(View):
    """One command in the help: what to type and what it does."""

    command: str
    what: str


class Help(View):
    """All commands, grouped."""

    type: Literal["help"] = "help"
    title: str
    intro: str
    groups: tuple[tuple[str, tuple[CommandLine, ...]], ...]
    footer: str


class ThemeLine(View):
    """One theme in the list. `heading` begins a part of the programme, and is empty within it."""

    heading: str = ""
    title: str
    why: str
    buttons: tuple[Button, ...]


class ThemeList(View):
    """The themes of a programme."""

    type: Literal["themes"] = "themes"
    title: str
    intro: str
    themes: tuple[ThemeLine, ...]
    buttons: tuple[Button, ...] = ()


class PreviewStep(View):
    """One step in a preview. `link` is the address of its film, empty where there is none."""

    name: str
    minutes: str
    text: str
    link: str = ""


class PreviewQuestion(View):
    """One question in a preview: its component, wording and the worded ends."""

    name: str
    question: str
    ends: str


class ThemePreview(View):
    """A theme, shown in private before it is run."""

    type: Literal["preview"] = "preview"
    title: str
    intro: str
    why: str
    steps_heading: str
    steps: tuple[PreviewStep, ...]
    questions_heading: str
    questions: tuple[PreviewQuestion, ...]
    free_question: str
    adaptation_heading: str = ""
    adaptation: str = ""
    buttons: tuple[Button, ...]


class Menu(View):
    """What fits right now: some lines, people and buttons. Also the app's home."""

    type: Literal["menu"] = "menu"
    title: str
    lines: tuple[str, ...]
    people: tuple[People, ...] = ()
    buttons: tuple[Button, ...]
    footer: str = ""


class Tick(View):
    """A line to tick."""

    text: str
    done: bool


class Checklist(View):
    """The list. `ref` travels with it, and says which one it is when something is ticked."""

    type: Literal["checklist"] = "checklist"
    title: str
    intro: str
    label: str
    ticks: tuple[Tick, ...]
    footer: str
    ref: str


ReplyView = Note | Help | ThemeList | ThemePreview | Menu | Sheet | Checklist | Summary
"""What one person gets as a private answer."""
