"""The settings: the only reader of the environment and of the file `.env`.

`load` gives a frozen `Settings`, or raises one `SettingsError` that lists everything that is
wrong. `python -m bot.settings` rewrites the pages that are made from the model.
"""

from __future__ import annotations

from bot.settings.checks import PROJECT_DIR
from bot.settings.loading import ENV_FILE, keep_loopback_direct, language, load
from bot.settings.model import Settings
from bot.settings.problems import Problem, SettingsError

__all__ = [
    "ENV_FILE",
    "PROJECT_DIR",
    "Problem",
    "Settings",
    "SettingsError",
    "keep_loopback_direct",
    "language",
    "load",
]
