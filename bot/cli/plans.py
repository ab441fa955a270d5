"""`aptbot plan`: the plan of the year, checked and shown.

Exit statuses: 0 when all is well, 1 when there are mistakes (with `--strict` also when there is
advice) or no file, 2 when the command itself can't be understood.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from bot.almanac import holiday_name
from bot.cli.checking import (
    FORMAT,
    LANGUAGE,
    MISTAKES,
    STRICT,
    WRONG_USE,
    never_fail_on_a_sign,
)
from bot.cli.help import Group
from bot.cli.settings import settings_or_exit, stop
from bot.content import YearRead, load, read_year
from bot.content.nearest import nearest
from bot.content.yearplan import FILE
from bot.content.yearplan_formats import FORMATS
from bot.domain.programme import Programme, Theme, ThemeRef
from bot.domain.yearplan import of_team
from bot.locales import Words, words
from bot.settings import Settings


@click.group(cls=Group, help="usage-plan")
def plan() -> None:
    """Hold the commands for the plan of the year together."""


@plan.command(help="usage-plan-check")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@FORMAT
@LANGUAGE
@STRICT
def check(path: Path | None, *, format_: str, language: str | None, strict: bool) -> None:
    """Check the plan of the year."""
    settings = settings_or_exit()
    w = words(language or settings.language)
    never_fail_on_a_sign()
    read = _read(settings, path, w, load(settings.dialogues_dir).programmes)
    click.echo(FORMATS[format_](read, w))
    sys.exit(MISTAKES if read.mistakes or (strict and read.problems) else 0)


@plan.command(help="usage-plan-show")
@click.option("--team", help="usage-plan-team")
@click.option("--year", type=click.IntRange(2000, 2200), help="usage-plan-year")
@LANGUAGE
def show(*, team: str | None, year: int | None, language: str | None) -> None:
    """Show which days the plan of the year comes to."""
    from bot.views.yearplan import year_lines

    settings = settings_or_exit()
    w = words(language or settings.language)
    never_fail_on_a_sign()
    programmes = load(settings.dialogues_dir).programmes
    read = _read(settings, None, w, programmes)
    if read.mistakes:
        stop(FORMATS["text"](read, w), MISTAKES)
    entries = of_team(read.entries, team.removeprefix("#")) if team else read.entries
    if team and not entries:
        known = sorted({entry.team for entry in read.entries})
        params = {"nearest": nearest(team, known), "allowed": ", ".join(known) or "–"}
        stop(w("year-show-unknown", team=team, **params), WRONG_USE)
    name = partial(holiday_name, language=w.language)
    click.echo(year_lines(entries, _themes(programmes), name, year, w))


def _read(
    settings: Settings, path: Path | None, w: Words, programmes: tuple[Programme, ...]
) -> YearRead:
    """Return what the file says; without one, say so and end."""
    where = path or settings.config_dir / FILE
    if not where.exists() and not where.is_symlink():
        stop(w("year-check-none", path=str(where)), WRONG_USE if path else MISTAKES)
    return read_year(where, programmes)


def _themes(programmes: tuple[Programme, ...]) -> dict[ThemeRef, Theme]:
    return {
        ThemeRef(programme=programme.id, theme=theme.id): theme
        for programme in programmes
        for theme in programme.dialogues
    }
