"""What can be talked about: the programmes, the themes of one, and a theme before it is run."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.programme import THEME_MINUTES, Component, Programme, Step, Theme, ThemeRef
from bot.locales import Words
from bot.views import checklist
from bot.views.actions import Action
from bot.views.board import film_link, step_name, step_text, theme_title
from bot.views.model import (
    Button,
    PreviewQuestion,
    PreviewStep,
    Sheet,
    SheetPart,
    ThemeLine,
    ThemeList,
    ThemePreview,
)
from bot.views.replies import start_button
from bot.views.selecting import yes


def programme_list(programmes: Sequence[Programme], w: Words) -> Sheet:
    """Return the programmes, each with the way to what is in it."""
    return Sheet(
        title=w("programmes-title"),
        intro=w("programmes-intro"),
        parts=tuple(
            SheetPart(
                heading=programme.title.get(w.language),
                text=_first_lines(programme.why.get(w.language)),
                buttons=_ways_into(programme, w),
            )
            for programme in programmes
        ),
    )


def theme_list(
    programme: Programme, may_start: bool, w: Words, *, alone: bool = False
) -> ThemeList:
    """Return the programme's themes, each with a button that previews it, and one that starts it.

    `alone` tells that there is no other programme to go back to. Only leaders may start.
    """
    every = Button(action=Action.THEMES, label=w("programmes-all"))
    ways = (*_other_ways(programme, w), *(() if alone else (every,)))
    return ThemeList(
        title=programme.title.get(w.language),
        intro=programme.why.get(w.language),
        themes=tuple(
            _theme_line(programme, number, may_start, w) for number in range(len(programme.themes))
        ),
        buttons=ways,
    )


def extras(programmes: Sequence[Programme], w: Words) -> tuple[Button, ...]:
    """Return what there is to do for oneself: cards and mirrors, where there are any."""
    card = Button(action=Action.CARD, label=w("menu-card"))
    mirror = Button(action=Action.MIRROR, label=w("menu-mirror"))
    return (
        *((card,) if any(each.decks for each in programmes) else ()),
        *((mirror,) if any(each.mirrors for each in programmes) else ()),
    )


def preview(ref: ThemeRef, theme: Theme, may_start: bool, w: Words) -> ThemePreview:
    """Return a theme as it will be run, for one reader."""
    start = start_button(ref, w("preview-start"))
    return ThemePreview(
        title=theme_title(theme, w),
        intro=w("preview-intro", minutes=theme.length),
        why=theme.why.get(w.language),
        steps_heading=w("preview-steps"),
        steps=tuple(_preview_step(step, w) for step in theme.steps),
        questions_heading=w("preview-questions") if theme.questions else "",
        questions=tuple(_question(c, theme, w) for c in Component if c in theme.questions),
        free_question=theme.free_question.get(w.language) if theme.free_question else "",
        adaptation_heading=w("adaptation-heading") if theme.adaptation else "",
        adaptation=theme.adaptation.get(w.language) if theme.adaptation else "",
        buttons=(
            *((_way_in(theme, start, w),) if may_start else ()),
            *((checklist.button(ref, w),) if theme.checklist else ()),
            Button(action=Action.THEMES, label=w("preview-all")),
        ),
    )


def stuck(theme: Theme, w: Words) -> Sheet:
    """Return what the leader can say when the talk stands still, and what may be changed."""
    say = SheetPart(
        heading=w("stuck-say"), lines=tuple(each.get(w.language) for each in theme.stuck)
    )
    adapt = SheetPart(
        heading=w("adaptation-heading"),
        text=theme.adaptation.get(w.language) if theme.adaptation else "",
    )
    return Sheet(
        title=w("stuck-title"),
        intro=w("stuck-intro") if theme.stuck else "",
        parts=((say,) if theme.stuck else ()) + ((adapt,) if theme.adaptation else ()),
    )


def _way_in(theme: Theme, start: Button, w: Words) -> Button:
    """Return the button that starts the theme; a rolling survey has a page instead."""
    if theme.rolling:
        return Button(action=Action.SURVEY, label=w("survey-open-page"))
    return start


def _first_lines(text: str) -> str:
    """Return the first paragraph: what a list has room for."""
    return text.strip().split("\n\n")[0].replace("\n", " ")


def _ways_into(programme: Programme, w: Words) -> tuple[Button, ...]:
    evaluated = programme.evaluation is not None
    count = len(programme.themes) - evaluated
    themes = Button(
        action=Action.PROGRAMME,
        label=w("programmes-themes", count=count, evaluation=yes(evaluated)),
        value=programme.id,
    )
    return (*((themes,) if programme.themes else ()), *_other_ways(programme, w))


def _other_ways(programme: Programme, w: Words) -> tuple[Button, ...]:
    """Return the ways to a programme's cards and mirrors."""
    card = Button(action=Action.CARD, label=w("programmes-card"), value=programme.id)
    mirrors = tuple(
        Button(
            action=Action.MIRROR,
            label=w("programmes-mirror")
            if len(programme.mirrors) == 1
            else mirror.title.get(w.language),
            value=f"{programme.id}/{mirror.id}",
        )
        for mirror in programme.mirrors
    )
    return (*((card,) if programme.decks else ()), *mirrors)


def _theme_line(programme: Programme, number: int, may_start: bool, w: Words) -> ThemeLine:
    theme = programme.themes[number]
    before = programme.themes[number - 1].phase if number else None
    ref = ThemeRef(programme=programme.id, theme=theme.id)
    said: dict[str, str | int] = {"number": theme.number, "evaluation": yes(theme.evaluation)}
    show = Button(action=Action.PREVIEW, label=w("themes-show", **said), value=str(ref))
    start = Button(action=Action.START, label=w("themes-start", **said), value=str(ref))
    return ThemeLine(
        heading=theme.phase.get(w.language) if theme.phase and theme.phase != before else "",
        title=_with_length(theme, w),
        why=_first_lines(theme.why.get(w.language)),
        buttons=(show, _way_in(theme, start, w)) if may_start else (show,),
    )


def _with_length(theme: Theme, w: Words) -> str:
    """Return the title, with its minutes where they are other than usual."""
    title = theme_title(theme, w)
    if theme.length == THEME_MINUTES:
        return title
    return w("themes-titled", title=title, minutes=theme.length)


def _preview_step(step: Step, w: Words) -> PreviewStep:
    return PreviewStep(
        name=step_name(step, w),
        minutes=w("preview-minutes", count=step.minutes),
        text=step_text(step, w),
        link=film_link(step),
    )


def _question(component: Component, theme: Theme, w: Words) -> PreviewQuestion:
    question = theme.questions[component]
    return PreviewQuestion(
        name=w(f"component-{component}"),
        question=question.text.get(w.language),
        ends=w(
            "summary-ends",
            low=question.low.get(w.language),
            high=question.high.get(w.language),
        ),
    )
