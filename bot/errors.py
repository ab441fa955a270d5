"""The one error tree.

Everything that can go wrong in a way a person should hear of is an `AptbotError`. A `UserError`
names a message of the locales (`error-<code>`) and its parameters, so that the edge that caught it
can say it in the reader's language. Errors of vendors are translated into this tree where they
enter.
"""

from __future__ import annotations

from typing import ClassVar


def origin(problem: BaseException) -> str:
    """Return what kind of error it is and where it came from, without its words.

    For logs: an error's own words could quote an answer or name a person.
    """
    places = []
    trace = problem.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{type(problem).__name__} at {' > '.join(places[-6:])}"


class AptbotError(Exception):
    """Something went wrong that aptbot knows of."""


class UserError(AptbotError):
    """What a person asked for can't be done; the message says why and what to do instead."""

    code: ClassVar[str] = "unknown"

    def __init__(self, **params: str | int) -> None:
        """Keep the parameters of the message `error-<code>`."""
        super().__init__(self.code)
        self.params = params


class NotAllowed(UserError):
    """Only the team's manager and samtalsledare may do this."""

    code = "not-allowed"


class ManagerOnly(UserError):
    """Only the team's manager may do this."""

    code = "manager-only"


class UnknownCommand(UserError):
    """No command has this name (`word`); `nearest` is the canonical Swedish word or empty."""

    code = "unknown-command"


class NoTeam(UserError):
    """No team has been set up in this channel."""

    code = "no-team"


class TeamExists(UserError):
    """The channel already has a team."""

    code = "team-exists"


class ManagerNotMember(UserError):
    """The person chosen as manager is not a member of the channel, or is a bot or a guest."""

    code = "manager-not-member"


class NotAMember(UserError):
    """Only a full member of the channel can set its team up: no guest, no bot, no visitor."""

    code = "not-a-member"


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
    """There is nothing of this `kind`: "cards", "mirror" or "checklist"."""

    code = "no-material"


class UnknownName(UserError):
    """Nothing of this `kind` is called so (`word`); `nearest` is a suggestion or empty.

    `kind` is "cards", "mirror" or "programme".
    """

    code = "unknown-name"


class RoundClosed(UserError):
    """The round is closed: no answer can be given, changed or withdrawn."""

    code = "round-closed"


class NotOnRoster(UserError):
    """The person is not on the roster that was frozen when the round opened."""

    code = "not-on-roster"


class ManagerAnswers(UserError):
    """The manager gets the summary and does not answer."""

    code = "manager-answers"


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


class NotInChannel(UserError):
    """The bot is not a member of the channel and cannot post there."""

    code = "not-in-channel"


class PoolUnreachable(UserError):
    """The bot can't read who is in the channel of a team (`team`) that shares the box."""

    code = "pool-unreachable"


class PoolBusy(UserError):
    """A box of a team (`team`) is open: who shares it can't change now."""

    code = "pool-busy"


class PoolClosing(UserError):
    """The time of the box that the team shares is out; it is about to be closed."""

    code = "pool-closing"


class PoolTaken(UserError):
    """The team (`team`) answers together with other teams already."""

    code = "pool-taken"


class UnknownTeam(UserError):
    """The team that a button or a form names is not there."""

    code = "unknown-team"


class PoolFull(UserError):
    """More than `most` teams would share a box."""

    code = "pool-full"


class NobodyChosen(UserError):
    """No team was chosen to answer together with."""

    code = "nobody-chosen"


class NoInvitation(UserError):
    """There is no such invitation any more: it was answered or taken back."""

    code = "no-invitation"


class NotAChannel(UserError):
    """The command was given outside a team's channel (a direct message, for example)."""

    code = "not-a-channel"


class StartFailed(UserError):
    """The platform did not answer for so long that the dialogue was not started."""

    code = "start-failed"


class NobodyToAnswer(UserError):
    """Nobody in the channel could answer: only the manager, guests and bots are there."""

    code = "nobody-to-answer"


class FormExpired(UserError):
    """The form could not be opened in time; press again."""

    code = "form-expired"


class PlatformError(AptbotError):
    """The chat platform refused a call; the text is the platform's own error code."""


class PlatformDown(PlatformError):
    """The chat platform could not be reached or failed for the moment; try again later."""


class RateLimited(PlatformError):
    """The chat platform asks us to wait `retry_after` seconds."""

    def __init__(self, retry_after: float) -> None:
        """Remember how many seconds to wait."""
        super().__init__(f"rate limited for {retry_after} s")
        self.retry_after = retry_after


class MessageGone(PlatformError):
    """The message to update no longer stands in the conversation."""


class MessageRefused(PlatformError):
    """The message itself is at fault (too long, malformed): as it is, it can never be sent."""


class StoreError(AptbotError):
    """The database could not do what was asked (disk full, locked, not writable)."""


class KeyVaultError(AptbotError):
    """The rounds' keys could not be reached or written; whether they are lost is not known."""


class UnreadableBallot(AptbotError):
    """A ballot can't be opened with its round's key; waiting does not mend it."""


class BoxFailed(AptbotError):
    """The process that opens a box did not do its work; nothing is lost, and it can be tried again.

    The text is one of our own, never the process's.
    """


class ContentError(AptbotError):
    """A dialogue file has mistakes; the text lists each with file, line and remedy."""
