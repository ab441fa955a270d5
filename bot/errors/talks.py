"""What can be wrong with a dialogue: what was asked for, its steps, and its log."""

from __future__ import annotations

from bot.errors.base import UserError


class UnknownCommand(UserError):
    """No command has this name (`word`); `nearest` is the canonical Swedish word or empty."""

    code = "unknown-command"


class NoSession(UserError):
    """No dialogue is going on in this channel."""

    code = "no-session"


class SessionRunning(UserError):
    """A dialogue is already going on in this team."""

    code = "session-running"


class AlreadyPaused(UserError):
    """The dialogue is paused already."""

    code = "already-paused"


class NotPaused(UserError):
    """The dialogue is not paused."""

    code = "not-paused"


class StepPassed(UserError):
    """The step that a button belongs to has passed already."""

    code = "step-passed"


class BadMinutes(UserError):
    """The number of minutes is missing or out of range (`low`–`high`)."""

    code = "bad-minutes"


class UnknownTheme(UserError):
    """No theme has this name (`word`); `nearest` is a suggestion or empty."""

    code = "unknown-theme"


class NoThemes(UserError):
    """No dialogue theme could be read, so there is nothing to start."""

    code = "no-themes"


class NoMaterial(UserError):
    """There is nothing of this `kind`: "cards", "mirror", "checklist" or "survey"."""

    code = "no-material"


class UnknownName(UserError):
    """Nothing of this `kind` is called so (`word`); `nearest` is a suggestion or empty.

    `kind` is "cards", "mirror" or "programme".
    """

    code = "unknown-name"


class StartFailed(UserError):
    """The platform did not answer for so long that the dialogue was not started."""

    code = "start-failed"


class FormExpired(UserError):
    """The form could not be opened in time; press again."""

    code = "form-expired"


class NothingToLog(UserError):
    """There is no such dialogue that has ended, so nothing can be noted of it."""

    code = "nothing-to-log"


class LogChanged(UserError):
    """Somebody else has written of the same dialogue since the form was opened."""

    code = "log-changed"
