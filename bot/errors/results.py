"""What can be wrong with asking for earlier results."""

from __future__ import annotations

from bot.errors.base import UserError


class BadPeriod(UserError):
    """What was typed is neither a year nor a quarter."""

    code = "bad-period"


class NoResults(UserError):
    """The team has no results that the person may see in the period that was asked for."""

    code = "no-results"
