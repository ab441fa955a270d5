"""The address that a team's calendar is subscribed to at; whoever knows it may read the plan.

Its secret part is made anew each time from what is known, so that no database, backup or log holds
it: it can be shown again, and a new generation of it makes the earlier ones worthless.
"""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass, field

SECRET_BYTES = 32
MAC_BYTES = 16
"""128 bits: more than anybody can try, and an address that still fits on a line."""

PATH = "kalender"
SUFFIX = ".ics"

_TOKEN = re.compile(r"(?P<team>[A-Za-z0-9_-]{1,64})-[0-9a-f]{32}")
_NOBODY = "nobody"


@dataclass(frozen=True)
class Feed:
    """Where calendars are served: `url` has no slash at its end."""

    url: str
    secret: bytes = field(repr=False)

    def address(self, team_id: str, generation: int) -> str:
        """Return the address of the team's calendar."""
        return f"{self.url}/{PATH}/{self.token(team_id, generation)}{SUFFIX}"

    def token(self, team_id: str, generation: int) -> str:
        """Return the part of the address that is secret: the team, and what nobody can guess."""
        named = f"aptbot calendar {team_id} {generation}".encode()
        return f"{team_id}-{hmac.digest(self.secret, named, 'sha256')[:MAC_BYTES].hex()}"

    def fits(self, token: str, team_id: str | None, generation: int) -> bool:
        """Whether it is the token of the team; it takes as long for None, which is no team."""
        wanted = self.token(team_id or _NOBODY, generation)
        return hmac.compare_digest(wanted.encode(), token.encode()) and team_id is not None


def team_in(token: str) -> str | None:
    """Return the id of the team that a token says it is for, None for what is no token."""
    found = _TOKEN.fullmatch(token)
    return found["team"] if found else None
