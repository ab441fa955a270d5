"""What can be wrong with a change of manager, or with a wish for a theme."""

from __future__ import annotations

from bot.errors.base import UserError


class OnlyMembers(UserError):
    """Only a full member of the channel may do this: no guest, no bot, no visitor."""

    code = "only-members"


class AlreadyManager(UserError):
    """The person is the team's manager already."""

    code = "already-manager"


class RequestWaiting(UserError):
    """Somebody else has asked to become the manager, and waits for the answer."""

    code = "request-waiting"


class RequestOver(UserError):
    """The request to become the manager has been answered or taken back, or has run out."""

    code = "request-over"


class NotForYou(UserError):
    """Only the team's managers and those who look after the bot answer this, never who asked."""

    code = "not-for-you"


class FacilitatorNotMember(UserError):
    """Somebody (`names`) who was chosen to lead is a guest, a bot, or not in the channel."""

    code = "facilitator-not-member"


class LeadsAlready(UserError):
    """Whoever leads the team chooses its themes, and does not wish for them."""

    code = "leads-already"


class NothingPlanned(UserError):
    """There is no occasion ahead that could have the theme."""

    code = "nothing-planned"
