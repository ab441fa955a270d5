"""`aptbot dialogues`: what can be done with the dialogue files.

Exit statuses: 0 when all is well, 1 when there are mistakes (with `--strict` also when there is
advice) or nothing to check, 2 when the command itself can't be understood.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

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
from bot.content import check_directory, read_vocabulary
from bot.content.formats import FORMATS
from bot.locales import words


@click.group(cls=Group, help="usage-dialogues")
def dialogues() -> None:
    """Hold the commands for the dialogue files together."""


@dialogues.command(help="usage-dialogues-check")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@FORMAT
@LANGUAGE
@STRICT
@click.option("--lix", is_flag=True, help="usage-lix")
def check(
    path: Path | None, *, format_: str, language: str | None, strict: bool, lix: bool
) -> None:
    """Check the dialogue files, and the organisation's own words."""
    settings = settings_or_exit()
    w, where = words(language or settings.language), path or settings.dialogues_dir
    never_fail_on_a_sign()
    if path and not path.exists():
        stop(w("check-no-path", path=str(path)), WRONG_USE)
    report = check_directory(where)
    nothing = not (report.mistakes or report.programmes)
    if not path:  # the words belong to everything, and are checked with everything
        own = read_vocabulary(settings.config_dir).problems
        report = replace(report, mistakes=report.mistakes + own)
    click.echo(FORMATS[format_](report, where, w, lix))
    if nothing:
        click.echo(w("cli-no-dialogues", directory=str(where)), err=format_ != "text")
    sys.exit(MISTAKES if report.mistakes or nothing or (strict and report.advice) else 0)
