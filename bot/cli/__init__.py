"""The command line. It parses and prints; everything else is done elsewhere."""

from __future__ import annotations

import os
import signal
import sys
import threading

import click

from bot import logs
from bot.bootstrap import Stopped, build
from bot.box.hardening import harden
from bot.box.opener import ChildBoxOpener
from bot.box.rehearsal import rehearse
from bot.cli.authoring import COMMANDS
from bot.cli.dialogues import dialogues
from bot.cli.settings import fail, settings_or_exit
from bot.errors import AptbotError, BoxFailed
from bot.locales import words
from bot.practice import Practice
from bot.settings import Problem, Settings, SettingsError
from bot.workspace.errors import CannotListen, StateFileError, WorkspaceError

SIGNALS = {signal.SIGINT, signal.SIGTERM}
SECONDS_BETWEEN = 1
KILLED = 130
"""The exit status of a process that was interrupted."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="aptbot")
def main() -> None:
    """Samtal på femton minuter för arbetsplatsträffen."""


@main.command()
@click.option("--workspace", is_flag=True, help="Kör i en inbyggd övningsarbetsplats, utan konto.")
def run(*, workspace: bool) -> None:
    """Starta boten: mot Slack, eller i den inbyggda övningsarbetsplatsen."""
    harden()  # from here on there may be keys, tokens and answers in memory
    settings = settings_or_exit()
    logs.configure(settings.log_level)
    stopping = _when_told_to_stop()
    try:
        rehearse(ChildBoxOpener())
        if workspace:
            _practise(settings, stopping)
        else:
            _run(settings, stopping, words(settings.language)("cli-connected"))
    except SettingsError as error:
        fail(error)
    except BoxFailed:
        click.echo(words(settings.language)("cli-box-failed"), err=True)
        sys.exit(1)
    except AptbotError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def _when_told_to_stop() -> threading.Event:
    """Return what is set at the first Ctrl+C or SIGTERM; a later one ends the process at once.

    That is as safe as a power cut: everything acknowledged is on the disk. The signals are waited
    for in a thread: a handler would run inside of whatever the main thread does, and could wait
    for a lock that the main thread holds.
    """
    stopping = threading.Event()
    signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)

    def wait() -> None:
        signal.sigwait(SIGNALS)
        stopping.set()
        # One Ctrl+C may arrive twice, from the terminal and from make.
        signal.sigtimedwait(SIGNALS, SECONDS_BETWEEN)
        signal.sigwait(SIGNALS)
        os._exit(KILLED)

    threading.Thread(target=wait, name="signals", daemon=True).start()
    return stopping


def _practise(settings: Settings, stopping: threading.Event) -> None:
    """Run in the workspace; its own errors are English and for programmers, so say them anew."""
    w = words(settings.language)
    try:
        with Practice(settings) as practice:
            click.echo(f"\n  {w('cli-workspace', url=practice.page.url)}\n")
            stopping.wait()
    except CannotListen:
        problem = Problem("APTBOT_HOST", "host_elsewhere", {"value": settings.host})
        raise SettingsError([problem], settings.language) from None
    except StateFileError as error:
        click.echo(w("cli-workspace-file", path=str(error.path)), err=True)
        sys.exit(1)
    except WorkspaceError:
        click.echo(w("cli-workspace-failed"), err=True)
        sys.exit(1)


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


for command in COMMANDS:
    dialogues.add_command(command)
main.add_command(dialogues)
