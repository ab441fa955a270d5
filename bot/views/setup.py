"""The form that is asked for the first time in a channel."""

from __future__ import annotations

from bot.domain.people import PersonKey
from bot.domain.round import THRESHOLD
from bot.locales import Words
from bot.views.model import RadioField, Receipt, SetupForm

SEES, HIDDEN = "yes", "no"
"""Whether the team sees the same summary as its manager."""


def setup_form(
    theme: str,
    manager: PersonKey,
    count: int | None,
    meta: str,
    w: Words,
    *,
    public: bool = False,
) -> SetupForm:
    """Return the form. `count` is how many could answer, None while they are being counted.

    `theme` is what starts when the form is handed in; empty to save the team alone. `public` tells
    that anybody may read and join the channel.
    """
    small = count is not None and 0 < count < THRESHOLD
    warnings = (_small(theme, w) if small else "", w("channel-public") if public else "")
    return SetupForm(
        title=w("setup-title"),
        intro=w("setup-intro", theme=theme) if theme else w("setup-intro-team"),
        manager_label=w("setup-manager"),
        manager_hint=w("setup-manager-hint"),
        manager=manager,
        facilitators_label=w("setup-facilitators"),
        facilitators_hint=w("setup-facilitators-hint"),
        facilitators_placeholder=w("setup-facilitators-placeholder"),
        sees=_sees(w),
        roster=w("setup-counting") if count is None else w("setup-roster", count=count),
        warning=" ".join(filter(None, warnings)),
        submit=w("setup-submit") if theme else w("setup-submit-team"),
        close=w("setup-close"),
        meta=meta,
    )


def saved(w: Words) -> Receipt:
    """Say that a team is saved without a dialogue, and what can be done next."""
    lines = (w("setup-saved"), w("setup-saved-start"), w("setup-saved-pool"))
    return Receipt(title=w("setup-title"), lines=lines, close=w("receipt-close"))


def _small(theme: str, w: Words) -> str:
    """Return what a small team can't get, and how it gets one together with others."""
    return f"{w('setup-small')} {w('setup-small-start' if theme else 'setup-small-team')}"


def _sees(w: Words) -> RadioField:
    return RadioField(
        label=w("setup-sees"),
        hint=w("setup-sees-hint"),
        choices=((SEES, w("setup-sees-both")), (HIDDEN, w("setup-sees-manager"))),
        chosen=SEES,
    )
