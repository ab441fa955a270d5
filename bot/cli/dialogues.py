"""`aptbot dialogues`: what can be done with the dialogue files.

Exit statuses: 0 when all is well, 1 when there are mistakes (with `--strict` also when there is
advice) or nothing to check, 2 when the command itself can't be understood.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path

import click

from bot.cli.settings import settings_or_exit
from bot.content import check_directory, read_vocabulary
from bot.content.formats import FORMATS
from bot.locales import LANGUAGES, words

WRONG_USE = 2
"""The exit status of a command that can't be understood."""


@click.group()
def dialogues() -> None:
    """Dialogfilerna: teman, kortlekar, speglar och program."""


@dialogues.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_",
    type=click.Choice(tuple(FORMATS)),
    default="text",
    help="Hur svaret skrivs: text, json eller github (rader som GitHub visar vid filerna).",
)
@click.option("--language", type=click.Choice(LANGUAGES), help="Språk: sv eller en.")
@click.option("--strict", is_flag=True, help="Räkna också råd som fel.")
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
    sys.exit(1 if report.mistakes or nothing or (strict and report.advice) else 0)


def never_fail_on_a_sign() -> None:
    """Let a terminal that has no å, ä or ö show something else instead of ending the check."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
