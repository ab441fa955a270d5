"""`aptbot dialogues new, print, preview, export, import`: for those who write dialogues.

Exit statuses: 0 when it is done, 1 when it could not be done and nothing was written, 2 when the
command itself can't be understood.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from bot.authoring import (
    KINDS,
    AuthoringError,
    Found,
    Wanted,
    export_programme,
    find,
    import_programme,
    make,
)
from bot.authoring.exporting import write_whole
from bot.cli.checking import WRONG_USE
from bot.cli.help import Command
from bot.cli.settings import own_words, settings_or_exit, stop
from bot.content import check_directory, load
from bot.domain.programme import Language
from bot.errors import UnknownTheme
from bot.handouts import GENERATOR, booklet, sheet
from bot.locales import Words

STANDARD_OUTPUT = "-"
_PATH = click.Path(path_type=Path)


@contextmanager
def _telling() -> Iterator[None]:
    """Tell what hindered the work, and end with status 1."""
    try:
        yield
    except AuthoringError as error:
        stop(str(error))


def _place() -> tuple[Path, Words]:
    """Return the directory of dialogues and the words to speak with, the organisation's own too."""
    settings = settings_or_exit()
    return settings.dialogues_dir, own_words(settings)


@click.command(cls=Command, help="usage-new")
@click.argument("programme")
@click.option("--kind", type=click.Choice(KINDS), help="usage-new-kind")
@click.option("--from", "source", default="", help="usage-new-from")
@click.option("--title", default="", help="usage-new-title")
def new(programme: str, *, kind: str | None, source: str, title: str) -> None:
    """Make a theme, a deck of cards or a mirror."""
    directory, w = _place()
    with _telling():
        made = make(directory, Wanted(programme, kind or "", source, title), w)
    if made.programme_file:
        click.echo(w("new-made", path=str(made.programme_file)))
    click.echo(w("new-made", path=str(made.file)))
    click.echo(w("new-next", path=str(made.file)))
    for problem in check_directory(made.file).advice:
        click.echo(problem.text(w.language))


@click.command("print", cls=Command, help="usage-print")
@click.argument("name")
@click.option("--out", type=_PATH, help="usage-print-out")
@click.option(
    "--language",
    type=click.Choice([str(each) for each in Language]),
    default="sv",
    help="usage-print-language",
)
def print_(name: str, *, out: Path | None, language: str) -> None:
    """Make a paper for the meeting, as a page to print."""
    directory, w = _place()
    with _telling():
        found = _found(directory, name, w)
        page = (
            sheet(found.programme, found.item, language)
            if found.item
            else booklet(found.programme, language)
        )
        if str(out) == STANDARD_OUTPUT:
            sys.stdout.buffer.write(page.encode())
            return
        target = out or Path(f"{(found.item or found.programme).id}.html")
        _refuse_others(target, w)
        write_whole(target, page.encode(), w)
    click.echo(w("print-made", path=str(target)))


def _found(directory: Path, name: str, w: Words) -> Found:
    try:
        return find(load(directory).programmes, name)
    except UnknownTheme as unknown:
        nearest = str(unknown.params["nearest"]) or "none"
        raise AuthoringError(w("tools-unknown", word=name, nearest=nearest)) from None


def _refuse_others(target: Path, w: Words) -> None:
    """Refuse to write over anything but such a page as this."""
    mark = f'<meta name="generator" content="{GENERATOR}">'.encode()
    try:
        if target.exists() and mark not in target.read_bytes():
            raise AuthoringError(w("tools-exists", path=str(target)))
    except OSError as error:
        reason = error.strerror or str(error)
        raise AuthoringError(w("tools-cannot-write", path=str(target), reason=reason)) from None


@click.command(cls=Command, help="usage-preview")
@click.argument("path", required=False, type=_PATH)
@click.option("--port", type=click.IntRange(0, 65535), default=3100, help="usage-preview-port")
def preview(path: Path | None, *, port: int) -> None:
    """Show the dialogues in the browser while they are written."""
    from bot.preview import CannotListen, Preview

    directory, w = _place()
    where = path or directory
    if not where.exists():
        stop(w("check-no-path", path=str(where)), WRONG_USE)
    try:
        showing = Preview(where, port)
    except CannotListen as error:
        stop(w("preview-cannot-listen", reason=str(error)))
    click.echo(f"\n  {w('cli-preview', url=showing.url)}\n")
    showing.run()


@click.command(cls=Command, help="usage-hand-on")
@click.argument("programme")
@click.option("--out", type=_PATH, help="usage-hand-on-out")
@click.option("--replace", is_flag=True, help="usage-replace")
def export(programme: str, *, out: Path | None, replace: bool) -> None:
    """Make one file of a programme."""
    directory, w = _place()
    target = out or Path(f"{programme}.zip")
    with _telling():
        export_programme(directory, programme, target, w, replace=replace)
    click.echo(w("export-made", path=str(target)))


@click.command("import", cls=Command, help="usage-import")
@click.argument("archive", type=_PATH)
@click.option("--replace", is_flag=True, help="usage-import-replace")
def import_(archive: Path, *, replace: bool) -> None:
    """Take in a programme that was made into one file."""
    directory, w = _place()
    with _telling():
        done = import_programme(directory, archive, w, replace=replace)
    click.echo(w("import-done", name=done.programme, count=done.files))
    if done.order is not None:
        click.echo(w("import-moved", order=done.order))
    if done.before:
        click.echo(w("import-before", path=str(done.before)))


COMMANDS = (new, print_, preview, export, import_)
"""All of them, for the group that they belong to."""
