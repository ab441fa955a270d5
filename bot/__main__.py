"""Where the command `aptbot` begins: nothing that takes time is imported before signals are held.

Importing all that the command line is made of takes a quarter of a second. A Ctrl+C in the middle
of that would show the inside of whatever module is being read.
"""

from __future__ import annotations

from bot.stopping import hold_signals


def main() -> None:
    """Run the command that was typed."""
    hold_signals()
    from bot.cli import main as typed

    typed()


if __name__ == "__main__":
    main()
