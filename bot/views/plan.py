"""What is said around a planned occasion: before it, at its time, and when it was missed."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.people import Team
from bot.domain.plan import Occasion, OccasionState, Opening, Plan
from bot.domain.programme import Theme, ThemeRef
from bot.locales import Words
from bot.views.actions import Action
from bot.views.board import theme_title
from bot.views.model import Button, Confirm, Note, Sheet, SheetPart
from bot.views.names import channel_name
from bot.views.selecting import yes
from bot.views.when import capital, day_in_words


def announcement(
    occasion: Occasion, plan: Plan, ref: ThemeRef | None, theme: Theme | None, w: Words
) -> Sheet:
    """Return the message in the channel: when, which theme, and why; edited when that changes."""
    over = occasion.state in (OccasionState.HELD, OccasionState.MISSED, OccasionState.SKIPPED)
    state = "paused" if plan.paused and not over else occasion.state.value
    footer = "" if over or plan.paused else w(f"plan-opening-{Opening(plan.opening).value}")
    return Sheet(
        title=_title(theme, when(occasion, w), w, over=over),
        intro=w(f"plan-state-{state}", day=day_in_words(occasion.slot, w)) if over else "",
        parts=() if over and theme is None else (_about(ref, theme, w),),
        buttons=() if over or ref is None or theme is None else (_show(ref, theme, w),),
        footer=w("plan-state-paused") if state == "paused" else footer,
    )


def _title(theme: Theme | None, at: str, w: Words, *, over: bool) -> str:
    if over:
        return w("plan-was-announced", when=at)
    if theme and theme.evaluation:
        return w("plan-look-back", when=at)
    return w("plan-announced", when=at)


def question(occasion: Occasion, theme: Theme | None, w: Words, wishes: str = "") -> Note:
    """Ask those who lead whether to open now; answered, say what became of it.

    `wishes` tells of the themes that are wished for.
    """
    title = theme_title(theme, w) if theme else w("plan-no-theme")
    told = {"title": title, "when": when(occasion, w)}
    if occasion.state is not OccasionState.ASKED:
        return Note(text=w(f"plan-asked-{occasion.state.value}", **told))
    lines = filter(None, (w("plan-ask", **told), wishes))
    return Note(text="\n\n".join(lines), buttons=_choices(occasion, w))


def passed_on(w: Words) -> Note:
    """Say that somebody else is asked now."""
    return Note(text=w("handover-passed-on"))


def missed(team: Team, occasions: Sequence[Occasion], w: Words) -> Sheet:
    """Ask the managers what to do with what did not come about; tell what became of the rest."""
    waiting = sum(occasion.state is OccasionState.MISSED for occasion in occasions)
    return Sheet(
        title=w("plan-missed-title", team=channel_name(team.name)),
        intro=w("plan-missed", count=waiting) if waiting else "",
        parts=tuple(_missed_one(occasion, w) for occasion in occasions),
        footer=w("plan-missed-footer") if waiting else "",
    )


def when(occasion: Occasion, w: Words, *, year: bool = False) -> str:
    """Return the day and the time: tisdag 2 mars kl 09:00, or with the year after the day."""
    return w(
        "plan-when",
        day=day_in_words(occasion.day, w, year=year),
        time=occasion.at.strftime("%H:%M"),
    )


def skip_button(occasion: Occasion, w: Words) -> Button:
    """Return the button that skips the occasion, after a question."""
    return Button(
        action=Action.OCCASION_SKIP,
        label=w("plan-skip"),
        value=occasion.id,
        confirm=Confirm(
            title=w("plan-skip-title"),
            text=w("plan-skip-text", when=when(occasion, w)),
            yes=w("plan-skip-yes"),
            no=w("plan-skip-no"),
        ),
    )


def _about(ref: ThemeRef | None, theme: Theme | None, w: Words) -> SheetPart:
    if theme is None or ref is None:
        return SheetPart(heading=w("plan-no-theme"), text=w("plan-no-theme-text"))
    return SheetPart(
        heading=theme_title(theme, w),
        text=theme.why.get(w.language),
        lines=(w("plan-length", minutes=theme.length),),
    )


def _missed_one(occasion: Occasion, w: Words) -> SheetPart:
    heading = capital(when(occasion, w))
    if occasion.state is OccasionState.MISSED:
        return SheetPart(heading=heading, buttons=_choices(occasion, w))
    return SheetPart(heading=heading, text=w(f"plan-missed-{occasion.state.value}"))


def _choices(occasion: Occasion, w: Words) -> tuple[Button, ...]:
    label = w("plan-run-now" if occasion.state is OccasionState.MISSED else "plan-open-now")
    return (
        Button(action=Action.OCCASION_OPEN, label=label, value=occasion.id, style="primary"),
        Button(action=Action.OCCASION_MOVE, label=w("plan-move"), value=occasion.id),
        skip_button(occasion, w),
    )


def _show(ref: ThemeRef, theme: Theme, w: Words) -> Button:
    label = w("plan-show", evaluation=yes(theme.evaluation))
    return Button(action=Action.PREVIEW, label=label, value=str(ref))
