"""`aptbot export`: results and commitments as files, for those who have the server.

Exit statuses: 0 when it is done, 1 when it could not be done and nothing was written, 2 when the
command itself can't be understood.
"""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.checking import WRONG_USE
from bot.cli.help import Command
from bot.cli.settings import settings_or_exit, stop
from bot.domain.when.text import quoted
from bot.locales import LANGUAGES, words

FORMATS = ("xlsx", "pdf", "csv", "json")
"""The kinds of files; those of `bot.exports`, which takes a while to load."""

KINDS = ("results", "commitments")
"""What can be exported; the first is what is meant when nothing is said."""


class _Numbers(click.IntRange):
    """Numbers of a range; what is none of them is told in the installation's language."""

    def __init__(self, first: int, last: int, of: str) -> None:
        """Take those from the first to the last, of what the message is named after."""
        super().__init__(first, last)
        self._of = of

    def convert(self, value: int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number; ends with status 2 when it is none."""
        try:
            return int(super().convert(value, param, ctx))
        except click.BadParameter:
            w = words(settings_or_exit().language)
            stop(w(f"export-bad-{self._of}", said=quoted(str(value))), WRONG_USE)


YEARS, QUARTERS = _Numbers(2000, 2099, "year"), _Numbers(1, 4, "quarter")


@click.command(cls=Command, help="usage-export")
@click.option("--what", type=click.Choice(KINDS), default=KINDS[0], help="usage-export-what")
@click.option("--team", default="", help="usage-export-team")
@click.option("--year", type=YEARS, help="usage-export-year")
@click.option("--quarter", type=QUARTERS, help="usage-export-quarter")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), required=True, help="usage-export-format"
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="usage-export-out",
)
@click.option("--language", type=click.Choice(LANGUAGES), help="usage-export-language")
@click.option("--replace", is_flag=True, help="usage-replace")
def export(  # noqa: PLR0913 - an argument for each option
    *,
    what: str,
    team: str,
    year: int | None,
    quarter: int | None,
    format_: str,
    out: Path,
    language: str | None,
    replace: bool,
) -> None:
    """Write the teams' results, or their commitments, to a file."""
    from bot.cli import exporting

    exporting.export(exporting.Wanted(what, team, year, quarter, format_, out, language, replace))
