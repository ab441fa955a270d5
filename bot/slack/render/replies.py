"""What one person gets as a private answer, and short notes."""

from __future__ import annotations

from collections.abc import Sequence

from bot.slack.render.blocks import Json, actions, context, divider, fits, fitted
from bot.slack.render.board import people
from bot.slack.render.rich import (
    heading,
    lines,
    link,
    paragraphs,
    quote,
    rich,
    sentences,
    space,
    words,
)
from bot.slack.render.text import clip
from bot.views.model import (
    CommandLine,
    Help,
    Menu,
    Note,
    PreviewQuestion,
    PreviewStep,
    ThemeLine,
    ThemeList,
    ThemePreview,
)

SHORT = 500
"""How much of a step's text a preview shows when not all of it has room."""

BRIEF = 150
"""How much a list tells of what each theme is good for when not all of it has room."""


def note(view: Note) -> list[Json]:
    """Return a few sentences and the buttons."""
    return fitted([*rich(sentences(view.text)), *actions(view.buttons)])


def help_reply(view: Help) -> list[Json]:
    """Return all commands, in groups."""
    groups = [block for name, commands in view.groups for block in _commands(name, commands)]
    return fitted(
        [*heading(view.title), *rich(paragraphs(view.intro)), *groups, *context(view.footer)]
    )


def theme_list(view: ThemeList) -> list[Json]:
    """Return the themes, each with its buttons."""
    whole = _themes(view, view.themes)
    if fits(whole):
        return whole
    shorter = [theme.model_copy(update={"why": clip(theme.why, BRIEF)}) for theme in view.themes]
    return fitted(_themes(view, shorter))


def preview(view: ThemePreview) -> list[Json]:
    """Return a theme as it will be; long instructions are shortened only if they must be."""
    whole = _preview(view, view.steps)
    if fits(whole):
        return whole
    shorter = [step.model_copy(update={"text": clip(step.text, SHORT)}) for step in view.steps]
    return fitted(_preview(view, shorter))


def menu(view: Menu) -> list[Json]:
    """Return what fits right now."""
    return [
        *heading(view.title),
        *rich(*(sentences(line) for line in view.lines)),
        *people(view.people),
        *actions(view.buttons),
        *context(view.footer),
    ]


def _commands(name: str, commands: Sequence[CommandLine]) -> list[Json]:
    rows = [[*words(each.command, "code"), *space(" – "), *words(each.what)] for each in commands]
    return rich(paragraphs(name, "bold"), *(lines(row) for row in rows))


def _themes(view: ThemeList, themes: Sequence[ThemeLine]) -> list[Json]:
    told = [block for theme in themes for block in _theme(theme)]
    return [*heading(view.title), *rich(paragraphs(view.intro)), *told, *actions(view.buttons)]


def _theme(theme: ThemeLine) -> list[Json]:
    told = rich(
        paragraphs(theme.heading, "italic"),
        paragraphs(theme.title, "bold"),
        paragraphs(theme.why),
    )
    return [*told, *actions(theme.buttons)]


def _preview(view: ThemePreview, steps: Sequence[PreviewStep]) -> list[Json]:
    return [
        *heading(view.title),
        *context(view.intro),
        *rich(paragraphs(view.why)),
        divider(),
        *rich(paragraphs(view.steps_heading, "bold")),
        *(block for step in steps for block in _step(step)),
        divider(),
        *rich(paragraphs(view.questions_heading, "bold")),
        *(block for question in view.questions for block in _question(question)),
        *rich(quote(view.free_question)),
        *rich(paragraphs(view.adaptation_heading, "bold"), paragraphs(view.adaptation)),
        *actions(view.buttons),
    ]


def _step(step: PreviewStep) -> list[Json]:
    first = lines([*words(step.name, "bold"), *space(" · "), *words(step.minutes)])
    return rich(first, lines(link(step.link)), paragraphs(step.text))


def _question(question: PreviewQuestion) -> list[Json]:
    first = lines([*words(question.name, "bold"), *space(" · "), *words(question.question)])
    return rich(first, lines(words(question.ends, "italic")))
