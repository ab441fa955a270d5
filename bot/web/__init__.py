"""Pages for those who have an address and no account here: so far, calendars.

Served by this process, in a thread of its own, to a reverse proxy that speaks HTTPS with the world.
"""

from __future__ import annotations

from bot.web.app import build_app
from bot.web.server import WebServer, listen

__all__ = ["WebServer", "build_app", "listen"]
