"""How the answers are protected: who sees what, when, from how many, and what nobody can promise.

Everything is said of the very terms that hold for the reader's round, not of what is usual.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.domain.claims import FEWEST_COMMENTS
from bot.domain.disclosure import DISTRIBUTION_THRESHOLD, SMALLEST_CELL
from bot.domain.people import Team
from bot.domain.programme import Theme
from bot.domain.round import POOL_OPEN_FOR, Round, RoundState
from bot.locales import Words
from bot.views.actions import Action
from bot.views.answer import SMALL_GROUP
from bot.views.board import theme_title
from bot.views.model import Button, Menu, Page, Section
from bot.views.selecting import yes
from bot.views.times import date_in_words
from bot.views.window import until

Stage = Literal["next", "open", "over", "dropped"]

_STAGES: dict[RoundState, Stage] = {
    RoundState.OPEN: "open",
    RoundState.CLOSING: "open",
    RoundState.CLOSED: "over",
    RoundState.VOIDED: "dropped",
}


@dataclass(frozen=True)
class Conditions:
    """What holds for a round, or will hold for the next one.

    `team_sees` is None where it is not known whose next round it is. `invited` is how many can
    answer, 0 while that is not settled. `teams` is how many teams share
    the box, `until` the day when a shared one is closed at the latest, in words. `closes` is the
    moment at which one that stays open after the dialogue is closed, in words; of the next round
    `days` is known, as `Team.answer_days`. `title` is the theme's, empty for the next round.
    `in_area` tells that the round may be counted in an area, `drafted` that a language model may
    read the comments.
    """

    stage: Stage
    threshold: int
    quotes: int
    team_sees: bool | None
    invited: int = 0
    teams: int = 1
    until: str = ""
    closes: str = ""
    days: int | None = None
    title: str = ""
    in_area: bool = False
    drafted: bool = False

    @property
    def pooled(self) -> bool:
        """Whether several teams share the box."""
        return self.teams > 1

    @property
    def windowed(self) -> bool:
        """Whether the box stays open after the dialogue, or may do so, for all that is known."""
        return bool(self.closes) or self.days is not None or self.team_sees is None

    @property
    def too_few(self) -> bool:
        """Whether nothing can ever be shown."""
        return 0 < self.invited < self.threshold


def conditions(round: Round, theme: Theme, team: Team, w: Words) -> Conditions:
    """Return what holds for a round of the team."""
    return Conditions(
        stage=_STAGES[round.state],
        threshold=round.threshold,
        quotes=round.quote_threshold,
        team_sees=round.team_sees,
        invited=round.invited,
        teams=len(round.team_ids),
        until=_last_day(round, team, w),
        closes=until(round, team.timezone, w),
        title=theme_title(theme, w),
        in_area=round.in_area,
        drafted=round.drafted,
    )


def _last_day(round: Round, team: Team, w: Words) -> str:
    if not round.pooled or round.closes_at is None:
        return ""
    return date_in_words(round.closes_at, team.timezone, w)


def page(terms: Conditions, round_id: str, channel: str, w: Words) -> Page:
    """Return the page; its button shows what the manager sees of the round."""
    sections = (
        Section(heading=w("privacy-who"), lines=_who(terms, w)),
        Section(heading=w("privacy-from"), lines=_from(terms, w)),
        Section(heading=w("privacy-when"), lines=_when(terms, w)),
        Section(heading=w("privacy-close"), lines=_close(terms, w)),
        Section(
            heading=w("privacy-not"),
            lines=(
                w("privacy-not-chat"),
                w("privacy-not-server"),
                w("privacy-not-style"),
                w("privacy-not-manager"),
            ),
        ),
    )
    dropped = terms.stage == "dropped"
    return Page(
        title=w("privacy-title"),
        intro=_intro(terms, w),
        # Of a round that was not counted nothing more than that can be said.
        sections=sections[-1:] if dropped else sections,
        buttons=() if dropped else (_seen_button(round_id, w),),
        close=w("receipt-close"),
        channel=channel,
    )


def as_reply(page: Page) -> Menu:
    """Return the page as a private answer, for where no form can be opened."""
    told = (" ".join((section.heading, *section.lines)) for section in page.sections)
    return Menu(title=page.title, lines=(page.intro, *told), buttons=page.buttons)


def _intro(terms: Conditions, w: Words) -> str:
    if terms.stage == "next":
        return w("privacy-intro-next")
    if terms.stage == "open":
        return w("privacy-intro-open", title=terms.title)
    if terms.stage == "over":
        return w("privacy-intro-over", title=terms.title)
    return w("privacy-intro-dropped", title=terms.title)


def _who(terms: Conditions, w: Words) -> tuple[str, ...]:
    if terms.too_few:
        return w("privacy-who-too-few", threshold=terms.threshold), w("privacy-who-nobody")
    manager = w("privacy-who-manager", pooled=yes(terms.pooled), teams=terms.teams)
    return (
        w("window-privacy-manager") if terms.windowed else manager,
        w("privacy-who-team", sees="unknown" if terms.team_sees is None else yes(terms.team_sees)),
        *([w("privacy-who-area")] if terms.in_area else []),
        *([w("draft-privacy", count=FEWEST_COMMENTS)] if terms.drafted else []),
        w("privacy-who-fixed"),
        w("privacy-who-nobody"),
    )


def _from(terms: Conditions, w: Words) -> tuple[str, ...]:
    if terms.too_few:
        return _invited(terms, w), w("privacy-from-nothing")
    few = 0 < min(terms.invited, terms.quotes) < SMALL_GROUP
    if 0 < terms.invited < terms.quotes:
        words: tuple[str, ...] = (w("privacy-from-no-words", quotes=terms.quotes),)
    else:
        words = (w("privacy-from-words", quotes=terms.quotes),)
        words += (w("privacy-from-small"),) if few else ()
    return (
        _invited(terms, w),
        w("privacy-from-numbers", threshold=terms.threshold),
        w("privacy-from-more", many=DISTRIBUTION_THRESHOLD, cell=SMALLEST_CELL),
        *words,
    )


def _invited(terms: Conditions, w: Words) -> str:
    if not terms.invited:
        return w("privacy-from-unknown")
    if terms.pooled:
        return w("privacy-from-pool", invited=terms.invited, teams=terms.teams)
    return w("privacy-from-invited", invited=terms.invited)


def _when(terms: Conditions, w: Words) -> tuple[str, ...]:
    if terms.windowed:
        return _when_after(terms, w), w("privacy-when-before"), w("window-privacy-remind")
    if terms.until:
        return w("privacy-when-pool", date=terms.until), w("privacy-when-before")
    if terms.pooled:
        return w("privacy-when-pool-next", days=POOL_OPEN_FOR.days), w("privacy-when-before")
    return w("privacy-when-session"), w("privacy-when-before")


def _when_after(terms: Conditions, w: Words) -> str:
    """Return when a box is closed that stays open after the dialogue."""
    if terms.stage == "over":
        return w("window-privacy-over")
    if terms.closes:
        return w("window-privacy-when", until=terms.closes)
    if terms.days is None:
        return w("window-privacy-unknown")
    if terms.days:
        return w("window-privacy-next-days", days=terms.days)
    return w("window-privacy-next-same")


def _close(terms: Conditions, w: Words) -> tuple[str, ...]:
    if terms.too_few:
        return w("privacy-close-unopened"), w("privacy-close-key")
    return w("privacy-close-counted"), w("privacy-close-key"), w("privacy-close-kept")


def _seen_button(round_id: str, w: Words) -> Button:
    return Button(action=Action.SEEN, label=w("seen-button"), value=round_id)
