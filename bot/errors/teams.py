"""What can be wrong with who somebody is, with a team, or with teams that answer together."""

from __future__ import annotations

from bot.errors.base import UserError


class NotAllowed(UserError):
    """Only the team's manager and samtalsledare may do this."""

    code = "not-allowed"


class ManagerOnly(UserError):
    """Only the team's manager may do this."""

    code = "manager-only"


class AreaManagerOnly(UserError):
    """Only the manager of an area may see its teams together."""

    code = "area-manager-only"


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


class NobodyToAnswer(UserError):
    """Nobody in the channel could answer: only the manager, guests and bots are there."""

    code = "nobody-to-answer"
