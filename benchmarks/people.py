"""The made-up workspace of the benchmarks: so many teams of so many people."""

from __future__ import annotations

from dataclasses import dataclass

TENANT = "T0BENCH"
BOT_USER = "U0BENCHBOT"
BOT_ID = "B0BENCHBOT"
MANAGER = "U0BENCHMANAGER"


@dataclass(frozen=True)
class Size:
    """How much is measured.

    `teams` of `team_size` people who may answer each; `concurrent` of them act at the same time.
    Everything is measured `rounds` times and the medians are shown.
    """

    teams: int
    team_size: int
    concurrent: int
    rounds: int

    def channels(self) -> list[str]:
        """Return the teams' channels."""
        return [f"C0BENCH{number}" for number in range(self.teams)]

    def seats(self) -> list[tuple[str, str]]:
        """Return everybody who may answer, with their channel; the teams take turns."""
        return [
            (channel, f"U{channel}N{number}")
            for number in range(self.team_size)
            for channel in self.channels()
        ]


FULL = Size(teams=20, team_size=40, concurrent=50, rounds=5)
"""What `make bench` measures: the bot's set-up stays within Slack's pace for 20 teams."""

TINY = Size(teams=2, team_size=4, concurrent=4, rounds=1)
"""Enough to see that a benchmark works."""
