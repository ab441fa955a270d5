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
from bot.cli.settings import settings_or_exit
from bot.content import check_directory, read_vocabulary
from bot.content.formats import FORMATS
from bot.locales import words


@click.group()
def dialogues() -> None:
    """Dialogfilerna: teman, kortlekar, speglar och program."""


@dialogues.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@FORMAT
@LANGUAGE
@STRICT
@click.option("--lix", is_flag=True, help="Visa läsbarhetstalet LIX för varje fil.")
def check(
    path: Path | None, *, format_: str, language: str | None, strict: bool, lix: bool
) -> None:
    """Granska dialogfilerna och visa alla fel på en gång.

    PATH är mappen med dialoger, ett program eller en fil. Utan PATH granskas allt, och de egna
    orden i ord.yaml. Slutar med 0 när allt är rätt, 1 när något är fel och 2 när kommandot inte
    går att förstå.
    """
    settings = settings_or_exit()
    w, where = words(language or settings.language), path or settings.dialogues_dir
    never_fail_on_a_sign()
    if path and not path.exists():
        click.echo(w("check-no-path", path=str(path)), err=True)
        sys.exit(WRONG_USE)
    report = check_directory(where)
    nothing = not report.mistakes and not any(p.themes for p in report.programmes)
    if not path:  # the words belong to everything, and are checked with everything
        own = read_vocabulary(settings.config_dir).problems
        report = replace(report, mistakes=report.mistakes + own)
    click.echo(FORMATS[format_](report, where, w, lix))
    if nothing:
        click.echo(w("cli-no-themes", directory=str(where)), err=format_ != "text")
    sys.exit(MISTAKES if report.mistakes or nothing or (strict and report.advice) else 0)
