"""An embedded, Slack-compatible workspace: a server with a page, a fake Slack for trying and tests.

It knows nothing of the bot. The contract is docs/reference/workspace.md.
"""

from __future__ import annotations

from bot.workspace.errors import SampleError, WorkspaceError
from bot.workspace.person import Person, Result
from bot.workspace.reading import visible_text
from bot.workspace.sample import Sample, load_sample
from bot.workspace.workspace import Workspace
from bot.workspace.world import ApiCall, Lifetimes

__all__ = [
    "ApiCall",
    "Lifetimes",
    "Person",
    "Result",
    "Sample",
    "SampleError",
    "Workspace",
    "WorkspaceError",
    "load_sample",
    "visible_text",
]
