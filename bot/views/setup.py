"""The form that is asked for the first time in a channel."""

from __future__ import annotations

from bot.domain.people import PersonKey
from bot.domain.round import THRESHOLD
from bot.locales import Words
from bot.views.model import SetupForm


def setup_form(theme: str, manager: PersonKey, count: int | None, meta: str, w: Words) -> SetupForm:
    """Return the form. `count` is how many could answer, None while they are being counted."""
    small = count is not None and 0 < count < THRESHOLD
    return SetupForm(
        title=w("setup-title"),
        intro=w("setup-intro", theme=theme),
        manager_label=w("setup-manager"),
        manager_hint=w("setup-manager-hint"),
        manager=manager,
        facilitators_label=w("setup-facilitators"),
        facilitators_hint=w("setup-facilitators-hint"),
        facilitators_placeholder=w("setup-facilitators-placeholder"),
        roster=w("setup-counting") if count is None else w("setup-roster", count=count),
        warning=w("setup-small") if small else "",
        submit=w("setup-submit"),
        close=w("setup-close"),
        meta=meta,
    )
