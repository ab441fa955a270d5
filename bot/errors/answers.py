"""What can be wrong with an answer, a survey, or a result."""

from __future__ import annotations

from bot.errors.base import UserError


class RollingTheme(UserError):
    """The theme (`title`) is a rolling survey, and not held as a dialogue."""

    code = "rolling-theme"


class NoSurvey(UserError):
    """The team has no rolling survey open."""

    code = "no-survey"


class SurveyRunning(UserError):
    """The team runs another rolling survey (`title`)."""

    code = "survey-running"


class SurveyTurning(UserError):
    """The quarter has just ended, and the survey's box is about to be looked after."""

    code = "survey-turning"


class NobodyInvited(UserError):
    """Nobody was chosen to be invited to the survey."""

    code = "nobody-invited"


class TooManyInvited(UserError):
    """More than `most` were chosen at once."""

    code = "too-many-invited"


class CannotInvite(UserError):
    """Some of those chosen (`names`) can't be invited; `kind` says why.

    "bot", "guest", "manager" for one who gets the results, or "unknown" for what is no account.
    """

    code = "cannot-invite"


class RoundClosed(UserError):
    """The round is closed: no answer can be given, changed or withdrawn."""

    code = "round-closed"


class NotOnRoster(UserError):
    """The person is not on the roster that was frozen when the round opened."""

    code = "not-on-roster"


class ManagerAnswers(UserError):
    """The manager gets the summary and does not answer."""

    code = "manager-answers"


class AnswerGone(UserError):
    """The answer that something was to be added to has been taken back."""

    code = "answer-gone"


class EmptyAnswer(UserError):
    """The answer holds neither a number nor a text."""

    code = "empty-answer"


class TextTooLong(UserError):
    """The text is longer than `limit` characters."""

    code = "text-too-long"


class PersonalData(UserError):
    """The text holds what points a person out (`found`).

    `kind` is "identity-number", "phone", "email" or "mention", or "several" for more than one.
    """

    code = "personal-data"


class TooManyTags(UserError):
    """More than `limit` tags were chosen."""

    code = "too-many-tags"


class NoResult(UserError):
    """There is no published result to show or share."""

    code = "no-result"


class NotShared(UserError):
    """When the round opened it was settled that only the manager sees its result."""

    code = "not-shared"
