"""The command line. It parses and prints; everything else is done elsewhere."""

from __future__ import annotations

import signal
import sys
import threading
from pathlib import Path
from typing import NoReturn

import click
from pydantic import SecretStr

from bot import logs
from bot.bootstrap import Stopped, build
from bot.content import load as load_dialogues
from bot.content import report
from bot.errors import AptbotError
from bot.locales import words
from bot.settings import Settings, SettingsError
from bot.settings import load as load_settings
from bot.workspace import Workspace

PRACTICE = "practice"
"""The folder for all that is made in practice: it must never reach a real workplace."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="aptbot")
def main() -> None:
    """Samtal på femton minuter för arbetsplatsträffen."""


@main.command()
@click.option("--workspace", is_flag=True, help="Kör i en inbyggd övningsarbetsplats, utan konto.")
def run(*, workspace: bool) -> None:
    """Starta boten: mot Slack, eller i den inbyggda övningsarbetsplatsen."""
    settings = _settings()
    logs.configure(settings.log_level)
    stopping = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stopping.set())
    try:
        if workspace:
            _run_in_workspace(settings, stopping)
        else:
            _run(settings, stopping, words(settings.language)("cli-connected"))
    except SettingsError as error:
        _fail(error)
    except AptbotError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def _run_in_workspace(settings: Settings, stopping: threading.Event) -> None:
    data_dir = settings.data_dir / PRACTICE
    state = data_dir / "workspace.json"
    with Workspace(host=settings.host, port=settings.port, state_file=state) as page:
        given = {
            "data_dir": data_dir,
            "key_dir": settings.key_dir / PRACTICE,
            "slack_api_url": page.api_url,
            "slack_bot_token": SecretStr(page.bot_token),
            "slack_app_token": SecretStr(page.app_token),
        }
        greeting = words(settings.language)("cli-workspace", url=page.url)
        _run(settings.model_copy(update=given), stopping, greeting)


def _run(settings: Settings, stopping: threading.Event, greeting: str) -> None:
    """Run until told to stop."""
    try:
        bot = build(settings, stopping)
        try:
            bot.start()
            click.echo(f"\n  {greeting}\n")
            stopping.wait()
        finally:
            bot.stop()
    except Stopped:
        return


@main.group()
def dialogues() -> None:
    """Dialogfilerna: teman och program."""


@dialogues.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
def check(path: Path | None) -> None:
    """Granska dialogfilerna och visa alla fel på en gång."""
    settings = _settings()
    w, directory = words(settings.language), path or settings.dialogues_dir
    loaded = load_dialogues(directory)
    if loaded.problems:
        click.echo(report(loaded.problems, settings.language))
        sys.exit(1)
    themes = sum(len(programme.themes) for programme in loaded.programmes)
    if not themes:
        click.echo(w("cli-no-themes", directory=str(directory)))
        sys.exit(1)
    click.echo(w("cli-dialogues-good", themes=themes, programmes=len(loaded.programmes)))


def _settings() -> Settings:
    try:
        return load_settings()
    except SettingsError as error:
        _fail(error)


def _fail(error: SettingsError) -> NoReturn:
    click.echo(str(error), err=True)
    sys.exit(2)
