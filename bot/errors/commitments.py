"""What can be wrong with a commitment."""

from __future__ import annotations

from bot.errors.base import UserError


class EmptyCommitment(UserError):
    """What must be there is missing: `field` is "activity" or "role"."""

    code = "empty-commitment"


class ReasonMissing(UserError):
    """What is deferred or dropped needs a reason."""

    code = "reason-missing"


class TargetPassed(UserError):
    """There is no day, or it has passed, or it lies too far ahead."""

    code = "target-passed"


class TargetNotLater(UserError):
    """What is deferred must get a later day (`field`) than the one it has."""

    code = "target-not-later"


class NoCommitment(UserError):
    """There is no such commitment."""

    code = "no-commitment"


class CommitmentChanged(UserError):
    """Somebody else has changed the commitment since the form was opened."""

    code = "commitment-changed"


class TooManyCommitments(UserError):
    """The team has as many commitments (`limit`) as it may have open at once."""

    code = "too-many-commitments"
