"""The command line. It parses and prints; everything else is done elsewhere."""

from __future__ import annotations

import click

from bot.box.hardening import harden
from bot.cli.areas import areas
from bot.cli.authoring import COMMANDS
from bot.cli.dialogues import dialogues
from bot.cli.help import Group
from bot.cli.plans import plan
from bot.cli.results import export
from bot.cli.settings import settings_or_exit
from bot.stopping import hold_signals, release_signals


@click.group(
    cls=Group, help="usage-aptbot", context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="aptbot", help="usage-version")
@click.pass_context
def main(context: click.Context) -> None:
    """Hold all commands together."""
    if context.invoked_subcommand != run.name:
        release_signals()  # held since before the imports


@main.command(help="usage-run")
@click.option("--workspace", is_flag=True, help="usage-run-workspace")
def run(*, workspace: bool) -> None:
    """Start the bot."""
    hold_signals()  # before the libraries below start threads of their own
    harden()  # from here on there may be keys, tokens and answers in memory
    from bot.cli.running import run_until_told

    run_until_told(settings_or_exit(), workspace=workspace)


for command in COMMANDS:
    dialogues.add_command(command)
main.add_command(dialogues)
main.add_command(plan)
main.add_command(areas)
main.add_command(export)
