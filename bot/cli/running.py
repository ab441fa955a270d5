"""What `aptbot run` does. Apart from the other commands, which start faster without all of this."""

from __future__ import annotations

import threading

import click

from bot import logs
from bot.bootstrap import build, spare_the_collector
from bot.box.opener import ChildBoxOpener
from bot.box.rehearsal import rehearse
from bot.cli.settings import fail, stop
from bot.content import AreasError, VocabularyError
from bot.errors import AptbotError, BoxFailed, OperatorError
from bot.locales import words
from bot.practice import Practice
from bot.settings import Problem, Settings, SettingsError
from bot.slack.patience import Stopped
from bot.stopping import when_told_to_stop
from bot.workspace.errors import CannotListen, StateFileError, WorkspaceError


def run_until_told(settings: Settings, *, workspace: bool) -> None:
    """Run against Slack or in the practice workspace; what hinders it is said, and exits with 1."""
    logs.configure(settings.log_level)
    stopping = when_told_to_stop(words(settings.language)("cli-stopping"))
    try:
        rehearse(ChildBoxOpener())
        if workspace:
            _practise(settings, stopping)
        else:
            _run(settings, stopping, words(settings.language)("cli-connected"))
    except (SettingsError, VocabularyError, AreasError) as error:
        fail(error)
    except BoxFailed:
        stop(words(settings.language)("cli-box-failed"))
    except OperatorError as error:
        stop(words(settings.language)(error.id, **error.params))
    except AptbotError as error:
        stop(str(error))


def _practise(settings: Settings, stopping: threading.Event) -> None:
    """Run in the workspace; its own errors are English and for programmers, so say them anew."""
    w = words(settings.language)
    try:
        with Practice(settings, stopping) as practice:
            spare_the_collector()
            click.echo(f"\n  {w('cli-workspace', url=practice.page.url)}\n")
            stopping.wait()
    except Stopped:
        return
    except CannotListen:
        problem = Problem("APTBOT_HOST", "host_elsewhere", {"value": settings.host})
        raise SettingsError([problem], settings.language) from None
    except StateFileError as error:
        path = str(error.path)
        if error.reason:
            stop(w("cli-no-access", path=path, reason=error.reason))
        stop(w("cli-workspace-file", path=path))
    except WorkspaceError:
        stop(w("cli-workspace-failed"))


def _run(settings: Settings, stopping: threading.Event, greeting: str) -> None:
    """Run until told to stop."""
    try:
        bot = build(settings, stopping)
        try:
            bot.start()
            spare_the_collector()
            click.echo(f"\n  {greeting}\n")
            stopping.wait()
        finally:
            bot.stop()
    except Stopped:
        return
