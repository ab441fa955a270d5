"""How the answers to a rolling survey are protected: its own terms, said of this very box."""

from __future__ import annotations

from bot.domain.disclosure import DISTRIBUTION_THRESHOLD, SMALLEST_CELL
from bot.domain.people import Team
from bot.domain.programme import Theme
from bot.domain.round import Round, RoundState
from bot.locales import Words
from bot.views.actions import Action
from bot.views.answer import SMALL_GROUP
from bot.views.model import Button, Page, Section
from bot.views.names import channel_name
from bot.views.quarters import closing_day, latest_day
from bot.views.rolling import titled
from bot.views.selecting import yes

_STAGES = {RoundState.CLOSED: "over", RoundState.VOIDED: "dropped"}


def page(round: Round, theme: Theme, team: Team, channel: str, w: Words) -> Page:
    """Return the page; `channel` is where it was asked for, empty where there was none."""
    dropped = round.state is RoundState.VOIDED
    seen = Button(action=Action.SEEN, label=w("seen-button"), value=round.id)
    told = (_who(round, team, w), _from(round, w), _when(round, w), _close(round, w))
    return Page(
        title=w("privacy-title"),
        intro=w(
            "survey-privacy-intro",
            title=titled(round, theme, w),
            stage=_STAGES.get(round.state, "open"),
        ),
        sections=(*(() if dropped else told), _not(w)),
        buttons=() if dropped else (seen,),
        close=w("receipt-close"),
        channel=channel,
    )


def _who(round: Round, team: Team, w: Words) -> Section:
    name = channel_name(team.name)
    return Section(
        heading=w("privacy-who"),
        lines=(
            w("survey-privacy-manager", team=name),
            w("survey-privacy-team", team=name, sees=yes(round.team_sees)),
            w("survey-privacy-own", team=name, sees=yes(round.team_sees)),
            w("survey-privacy-invited", team=name),
            w("survey-privacy-nobody"),
        ),
    )


def _from(round: Round, w: Words) -> Section:
    quotes = round.quote_threshold
    return Section(
        heading=w("privacy-from"),
        lines=(
            w("survey-privacy-roster"),
            w("privacy-from-numbers", threshold=round.threshold),
            w("privacy-from-more", many=DISTRIBUTION_THRESHOLD, cell=SMALLEST_CELL),
            w("privacy-from-words", quotes=quotes),
            *((w("privacy-from-small"),) if quotes < SMALL_GROUP else ()),
        ),
    )


def _when(round: Round, w: Words) -> Section:
    return Section(
        heading=w("privacy-when"),
        lines=(
            w(
                "survey-privacy-when",
                date=closing_day(round, w),
                latest=latest_day(round, w),
                few=round.threshold,
            ),
            w("privacy-when-before"),
        ),
    )


def _close(round: Round, w: Words) -> Section:
    return Section(
        heading=w("privacy-close"),
        lines=(
            w("survey-privacy-close", few=round.threshold),
            w("privacy-close-key"),
            w("privacy-close-kept"),
        ),
    )


def _not(w: Words) -> Section:
    return Section(
        heading=w("privacy-not"),
        lines=(
            w("privacy-not-chat"),
            w("privacy-not-server"),
            w("privacy-not-style"),
            w("survey-privacy-puppets"),
        ),
    )
