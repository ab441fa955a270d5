"""`python -m bot.settings`: rewrite the pages that are made from the model of the settings."""

from __future__ import annotations

from bot.settings.checks import PROJECT_DIR
from bot.settings.reference import write

if __name__ == "__main__":
    write(PROJECT_DIR)
