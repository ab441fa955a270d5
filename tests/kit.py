"""What tests must know of Slack's own client."""

from __future__ import annotations

from typing import Final

import pytest

DROPS_SOCKETS: Final = pytest.mark.filterwarnings(
    "ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning"
)
"""For tests that take the workspace or the line away. Where that happens in the middle of a
handshake, the client drops its socket without closing it, so that Python does it and complains."""
