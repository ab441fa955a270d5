"""What can be wrong with a plan, an occasion, or a time that somebody wrote."""

from __future__ import annotations

from bot.errors.base import UserError


class UnknownOccasion(UserError):
    """The planned occasion is no longer there."""

    code = "unknown-occasion"


class OccasionOver(UserError):
    """The planned occasion has been held or skipped."""

    code = "occasion-over"


class UnknownPlan(UserError):
    """The plan is no longer there."""

    code = "unknown-plan"


class PlanFromFile(UserError):
    """The plan comes from the organisation's file, and is taken away there."""

    code = "plan-from-file"


class NoDaysLeft(UserError):
    """The weeks, months and days that are left out leave no day for the plan."""

    code = "no-days-left"


class NoThemeLeft(UserError):
    """The team has had all themes of the plan."""

    code = "no-theme-left"


class UnclearWhen(UserError):
    """When something is to be can't be told from the text (`text`); `kind` says what is amiss.

    "nothing": nothing was understood; "weekday": how often, but not which weekday; "month-day": so
    many times a month, but not which weekday of it; "fifth": a weekday that not every month has;
    "time": no time of day; "contradictory": parts that don't fit together; "several": more than
    one day or time.
    """

    code = "unclear-when"


class UnclearTime(UserError):
    """The time (`text`) may be at night (`early`) or in the afternoon (`late`), as "halv två"."""

    code = "unclear-time"


class BadTime(UserError):
    """No clock shows this time (`text`)."""

    code = "bad-time"


class BadDate(UserError):
    """No calendar has this date (`text`), or it is many years away."""

    code = "bad-date"


class BadWeeks(UserError):
    """These are no week numbers (`text`)."""

    code = "bad-weeks"


class PastWhen(UserError):
    """The day or time has passed already (`text`)."""

    code = "past-when"
