"""The real Slack platform wired to an embedded workspace, with seconds that tests move."""

from __future__ import annotations

from dataclasses import dataclass, field

from slack_sdk import WebClient

from bot.slack.client import Calls, make_client
from bot.slack.connection import identify
from bot.slack.directory import Directory
from bot.slack.pace import Pace
from bot.slack.pictures import Draw, Pictures
from bot.slack.platform import SlackPlatform
from bot.workspace import Workspace
from tests.samples import TENANT


@dataclass
class Seconds:
    """Monotonic seconds; they pass only when a test says so."""

    now: float = 1_000.0

    def __call__(self) -> float:
        """Return the seconds now."""
        return self.now

    def pass_by(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds


@dataclass
class Rig:
    """A platform and what stands behind it; messages have pictures when it can `draw`."""

    workspace: Workspace
    draw: Draw | None = None
    seconds: Seconds = field(default_factory=Seconds)
    client: WebClient = field(init=False)
    platform: SlackPlatform = field(init=False)
    directory: Directory = field(init=False)

    def __post_init__(self) -> None:
        """Wire the parts as the bootstrap does."""
        self.client = make_client(self.workspace.bot_token, self.workspace.api_url, timeout=5)
        calls = Calls(Pace(), self.seconds)
        self.directory = Directory(self.client, calls, TENANT, self.seconds)
        me = identify(self.client)
        pictures = Pictures(self.draw, self.client, calls, self.seconds) if self.draw else None
        self.platform = SlackPlatform(self.client, calls, self.directory, me, pictures)
