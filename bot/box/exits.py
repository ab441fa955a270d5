"""How the process that opens a box ends, besides `os.EX_OK`."""

from __future__ import annotations

import os
from typing import Final

UNREADABLE: Final = os.EX_DATAERR
"""A ballot can't be opened with this key, and never will be."""

FAILED: Final = os.EX_SOFTWARE
"""Anything else went wrong."""
