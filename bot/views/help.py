"""The help: all commands with what they do, for everybody and for those who lead."""

from __future__ import annotations

from bot.domain.commands import CommandKind, words_of
from bot.domain.programme import Language
from bot.locales import Words
from bot.views.model import CommandLine, Help

EVERYONE = (
    CommandKind.MENU,
    CommandKind.HELP,
    CommandKind.THEMES,
    CommandKind.SHOW,
    CommandKind.STATUS,
    CommandKind.PRIVACY,
    CommandKind.TEAM,
    CommandKind.PLAN,
    CommandKind.CALENDAR,
    CommandKind.WISH,
    CommandKind.CARD,
    CommandKind.MIRROR,
    CommandKind.CHECKLIST,
    CommandKind.SURVEY,
    CommandKind.AREA,
    CommandKind.RESULTS,
    CommandKind.COMMITMENTS,
)
LEADERS = (
    CommandKind.START,
    CommandKind.NEXT,
    CommandKind.PAUSE,
    CommandKind.RESUME,
    CommandKind.EXTEND,
    CommandKind.STOP,
    CommandKind.CANCEL,
    CommandKind.LOG,
)
ARGUMENTS = {
    CommandKind.THEMES: "help-arg-programme",
    CommandKind.CARD: "help-arg-deck",
    CommandKind.CHECKLIST: "help-arg-theme",
    CommandKind.SHOW: "help-arg-theme",
    CommandKind.START: "help-arg-theme",
    CommandKind.WISH: "help-arg-theme",
    CommandKind.EXTEND: "help-arg-minutes",
    CommandKind.RESULTS: "help-arg-period",
}


def help_view(w: Words) -> Help:
    """Return all commands with what they do."""
    return Help(
        title=w("help-title"),
        intro=w("help-intro"),
        groups=(
            (w("help-group-everyone"), tuple(_command(kind, w) for kind in EVERYONE)),
            (w("help-group-leaders"), tuple(_command(kind, w) for kind in LEADERS)),
        ),
        footer=w("help-footer"),
    )


def _command(kind: CommandKind, w: Words) -> CommandLine:
    typed = ["/apt", *words_of(kind)[Language(w.language)][:1]]
    if kind in ARGUMENTS:
        typed.append(w(ARGUMENTS[kind]))
    return CommandLine(command=" ".join(typed), what=w(f"help-{kind}"))
