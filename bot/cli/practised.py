"""Where to look for what was made in practice: commands read what the bot at work keeps."""

from __future__ import annotations

import shlex

from bot.locales import Words
from bot.settings import PROJECT_DIR, Settings


def elsewhere(settings: Settings, command: str, w: Words) -> str:
    """Return how to run the command on the database of practice.

    Empty where there is none, or one where the settings say: then that is the one meant.
    """
    from bot.bootstrap import DATABASE
    from bot.practice import FOLDER

    practice = settings.data_dir / FOLDER
    if (settings.data_dir / DATABASE).exists() or not (practice / DATABASE).is_file():
        return ""
    # As in the settings themselves: a relative path starts in the project.
    near = practice.is_relative_to(PROJECT_DIR)
    path = str(practice.relative_to(PROJECT_DIR) if near else practice)
    return w("cli-practised", path=path, quoted=shlex.quote(path), command=command)
