"""A rolling survey: its page, whom to invite, and what those who are invited are told."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.people import Team
from bot.domain.programme import Theme, ThemeRef
from bot.domain.round import Round
from bot.locales import Words
from bot.views.actions import Action
from bot.views.board import theme_title
from bot.views.buttons import privacy_button
from bot.views.model import Button, Confirm, InviteForm, Menu, Note, Receipt
from bot.views.names import channel_name
from bot.views.quarters import closing_day, latest_day, period
from bot.views.selecting import yes


def titled(round: Round, theme: Theme, w: Words) -> str:
    """Return what the round is called: its dialogue, or its survey with the quarters it is of."""
    if round.rolling is None:
        return theme_title(theme, w)
    return w("survey-titled", title=theme.title.get(w.language), period=period(round, w))


def page(team: Team, round: Round, theme: Theme, w: Words, *, manages: bool) -> Menu:
    """Return the page of the survey that the team runs. It never tells how many have answered."""
    buttons = (_invite_button(team, w), *(() if round.ending else (_stop_button(team, round, w),)))
    again = (_resume_button(team, round, w),) if round.ending else ()
    return Menu(
        title=w("survey-page-title", team=channel_name(team.name)),
        lines=(
            titled(round, theme, w),
            w(
                "survey-page-ends" if round.ending else "survey-page-open",
                date=closing_day(round, w),
                latest=latest_day(round, w),
                few=round.threshold,
            ),
            w("survey-page-invited", count=round.invited),
            w("survey-page-sees", sees=yes(round.team_sees), team=channel_name(team.name)),
        ),
        buttons=(*((*buttons, *again) if manages else ()), privacy_button(round.id, w)),
        footer="" if manages else w("survey-page-footer"),
    )


def choices(
    team: Team, themes: Sequence[tuple[ThemeRef, Theme]], w: Words, *, manages: bool
) -> Menu:
    """Return the page of a team that runs no survey: those that there are, to begin with."""
    starts = (
        _start_button(team, ref, w("survey-start", title=theme.title.get(w.language)), w)
        for ref, theme in themes
    )
    return Menu(
        title=w("survey-page-title", team=channel_name(team.name)),
        lines=(w("survey-none"), w("survey-none-how"), w("survey-none-team")),
        buttons=tuple(starts) if manages else (),
        footer="" if manages else w("survey-page-footer"),
    )


def invite_form(team: Team, round: Round, theme: Theme, most: int, w: Words) -> InviteForm:
    """Return the form that asks whom to invite."""
    return InviteForm(
        title=w("survey-invite-title"),
        survey=titled(round, theme, w),
        explained=(
            w("survey-invite-message"),
            w("survey-invite-who"),
            w("survey-invite-until", date=closing_day(round, w)),
        ),
        label=w("survey-invite-label"),
        hint=w("survey-invite-hint", most=most),
        placeholder=w("survey-invite-placeholder"),
        limit=most,
        submit=w("survey-invite-submit"),
        close=w("pool-close"),
        team_id=team.id,
    )


def asked(new: int, known: int, w: Words) -> Receipt:
    """Say how many have been invited now, and how many had been before. Not whether any answered.

    The words for those who had been are the same whatever they have done.
    """
    lines = (
        w("survey-asked", count=new) if new else "",
        w("survey-asked-before", count=known) if known else "",
        w("survey-asked-then"),
    )
    return said(tuple(filter(None, lines)), w)


def said(lines: tuple[str, ...], w: Words) -> Receipt:
    """Return what the form turns into."""
    return Receipt(title=w("survey-invite-title"), lines=lines, close=w("receipt-close"))


def invitation(team: Team, round: Round, theme: Theme, w: Words) -> Note:
    """Return what somebody who is invited reads: what it is, who sees what and when."""
    lines = (
        w(
            "survey-invitation",
            title=theme.title.get(w.language),
            team=channel_name(team.name),
            minutes=theme.length,
        ),
        theme.why.get(w.language).strip(),
        w("survey-invitation-free"),
        _who_sees(round, team, w),
        _when(round, w),
        w("survey-invitation-change"),
    )
    return Note(
        text="\n\n".join(lines),
        buttons=(
            Button(action=Action.ANSWER, label=w("board-answer"), value=round.id, style="primary"),
            privacy_button(round.id, w),
        ),
    )


def goes_on(team: Team, before: Round, round: Round, theme: Theme, w: Words) -> Note:
    """Tell a manager that too few had answered, and that the box is open for more.

    `before` is the round as it was to be closed, `round` as it is open now.
    """
    return Note(
        text=w(
            "survey-goes-on",
            title=titled(before, theme, w),
            few=round.threshold,
            date=closing_day(round, w),
            team=channel_name(team.name),
        )
    )


def promise(round: Round, team: str, w: Words) -> str:
    """Return who gets what and when: the first line above the anonymous form.

    `team` is the name of the team that runs the survey: "the manager" alone would be taken for
    one's own.
    """
    return w(
        "survey-promise",
        team=channel_name(team),
        date=closing_day(round, w),
        latest=latest_day(round, w),
        few=round.threshold,
        sees=yes(round.team_sees),
    )


def _who_sees(round: Round, team: Team, w: Words) -> str:
    return w(
        "survey-invitation-who",
        team=channel_name(team.name),
        sees=yes(round.team_sees),
        few=round.threshold,
    )


def _when(round: Round, w: Words) -> str:
    return w(
        "survey-invitation-when",
        date=closing_day(round, w),
        latest=latest_day(round, w),
        few=round.threshold,
    )


def _start_button(team: Team, ref: ThemeRef, label: str, w: Words) -> Button:
    return Button(
        action=Action.SURVEY_START,
        label=label,
        value=f"{team.id} {ref}",
        confirm=Confirm(
            title=w("survey-start-title"),
            text=w("survey-start-text"),
            yes=w("survey-start-yes"),
            no=w("survey-start-no"),
        ),
    )


def _resume_button(team: Team, round: Round, w: Words) -> Button:
    value = f"{team.id} {round.theme}"
    return Button(action=Action.SURVEY_START, label=w("survey-resume"), value=value)


def _invite_button(team: Team, w: Words) -> Button:
    return Button(
        action=Action.SURVEY_INVITE, label=w("survey-invite"), value=team.id, style="primary"
    )


def _stop_button(team: Team, round: Round, w: Words) -> Button:
    return Button(
        action=Action.SURVEY_STOP,
        label=w("survey-stop"),
        value=team.id,
        style="danger",
        confirm=Confirm(
            title=w("survey-stop-title"),
            text=w("survey-stop-text", date=closing_day(round, w), few=round.threshold),
            yes=w("survey-stop-yes"),
            no=w("survey-stop-no"),
        ),
    )
