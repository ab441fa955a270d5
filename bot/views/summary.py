"""The summary of a closed round: for the manager, and for the team when it is shared."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.disclosure import Cell, ComponentResult, HeldBack, Result, TagCount
from bot.domain.people import Team
from bot.domain.programme import Component, Programme, Script, Theme
from bot.domain.round import Round
from bot.locales import Words
from bot.views import essence
from bot.views.charts import distribution
from bot.views.comments import by_subject, marked, paged, tag_line, tag_name, without_hidden
from bot.views.model import (
    ComponentLine,
    Note,
    Summary,
)
from bot.views.names import channel_name
from bot.views.result_buttons import commit_button, hide_buttons, plan_buttons, share_button
from bot.views.rolling import titled
from bot.views.selecting import yes
from bot.views.times import day_and_time

BAR = "▇"


def summary(round: Round, result: Result | None, script: Script, w: Words) -> Summary:
    """Return the whole summary, before it is said who sees what of it and what can be done."""
    theme, programme = script.theme, script.programme
    called = titled(round, theme, w)
    title = w("summary-title", title=called)
    if result is None:
        return _too_few(round, title, w)
    taking = w("summary-taking-part", answered=result.answered, invited=result.invited)
    return Summary(
        title=title,
        essence=essence.essence(result, w),
        taking_part=taking,
        keep_heading=essence.keep_heading(result, w),
        keep_questions=essence.keep_questions(result, theme, w),
        next_heading=essence.next_heading(result, w),
        next_questions=essence.next_questions(result, theme, w),
        components_heading=_components_heading(round, w) if result.components else "",
        components=tuple(_component(c, theme, w) for c in result.components),
        picture=distribution(called, taking, result, theme, _not_drawn(round, result, w), w),
        tags_heading=w("summary-tags") if result.tags or result.unknowing else "",
        tags=(*(_tag(t, programme, w) for t in result.tags), *_unknowing(result, w)),
        comments_heading=w("summary-comments") if result.comments else "",
        comments=tuple(by_subject(result, programme, w)),
        comments_left_out=w("summary-comments-left-out", count="{count}"),
        held_back_heading=w("summary-held-back") if result.held_back else "",
        held_back=_held_back(round, result, w),
        footer=w("summary-footer"),
        summary_text=w("summary-text", title=title, taking=taking),
    )


def _components_heading(round: Round, w: Words) -> str:
    """Return what stands above the numbers; to those who read a survey, others have answered."""
    return w("survey-components" if round.rolling else "summary-components")


def _too_few(round: Round, title: str, w: Words) -> Summary:
    """Return all that is ever said of a round below its threshold."""
    taking = w("summary-too-few", threshold=round.threshold)
    return Summary(
        title=title,
        taking_part=taking,
        footer=_consolation(round, w),
        summary_text=w("summary-text", title=title, taking=taking),
    )


def _consolation(round: Round, w: Words) -> str:
    """Return why nothing is shown, and what helps next time those who can't be enough."""
    if round.rolling:
        return w("survey-too-few-why")
    why = w("summary-too-few-why")
    if round.pooled:
        return f"{why} {w('summary-too-few-pool')}"
    if round.invited < round.threshold:
        return f"{why} {w('summary-too-few-small')}"
    return why


def pages(view: Summary, w: Words) -> tuple[Summary, ...]:
    """Return the summary as messages that hold all comments: the rest follow in further ones."""
    first, *more = paged(view.comments) or [()]
    title = w("summary-more-comments", title=view.title)
    return (
        view.model_copy(update={"comments": first}),
        *(
            Summary(title=title, taking_part="", comments=comments, summary_text=title)
            for comments in more
        ),
    )


def for_team(round: Round, result: Result | None, script: Script, w: Words) -> Summary:
    """Return all that the team sees: the manager's summary without what the manager has hidden."""
    view = summary(round, result, script, w)
    if not round.hidden:
        return view
    told: dict[str, str | int] = {"count": len(round.hidden), "pooled": yes(round.pooled)}
    update = {
        "comments": tuple(without_hidden(view.comments, round)),
        "comments_hidden": w("summary-hidden", **told),
        "footer": w("summary-footer-hidden", **told),
    }
    return view.model_copy(update=update)


def for_manager(
    round: Round, result: Result | None, script: Script, team: Team, w: Words
) -> Summary:
    """Return the whole summary, with what can be done about it and when the team sees it.

    `team` is the one that the manager leads, of those that share the box; it is named, for a
    manager may lead several. Comments that are hidden from the team stand under a heading that
    says so.
    """
    view = summary(round, result, script, w)
    title = f"{view.title} ({channel_name(team.name)})"
    hide = hide_buttons(round, result, w)
    onwards = (commit_button(round, team, w), *plan_buttons(round, team, w))
    update: dict[str, object] = {
        "title": title,
        "summary_text": w("summary-text", title=title, taking=view.taking_part),
        "comments": tuple(marked(view.comments, round, w)),
        "buttons": onwards,
    }
    if not round.team_sees:
        only = w("survey-only-manager" if round.rolling else "summary-only-manager")
        update["footer"] = f"{view.footer} {only}"
    elif round.shared:
        update["footer"] = f"{view.footer} {w('summary-shared')}"
        update["buttons"] = (*hide, *onwards)
    else:
        update["buttons"] = (share_button(round, w), *hide, *onwards)
        update["shared_label"] = w("summary-shares-itself") if round.shared_at else ""
        at = round.shared_at
        update["shared_at"] = day_and_time(at, team.timezone) if at else None
    return view.model_copy(update=update)


def emptied(view: Summary, w: Words) -> Note:
    """Return what takes the place of a further page when it is no more needed."""
    return Note(text=w("summary-page-emptied", title=view.title))


def voided(round: Round, theme: Theme, w: Words) -> Note:
    """Tell plainly that a round could not be counted."""
    told = w("voided", title=titled(round, theme, w))
    return Note(text=f"{told} {w('survey-voided')}" if round.rolling else told)


def _tag(tag: TagCount, programme: Programme, w: Words) -> str:
    return tag_line(tag_name(tag.tag, programme, w), tag.count, tag.at_least, w)


def _unknowing(result: Result, w: Words) -> Iterator[str]:
    """Yield how many wrote that they do not know, where it may be told."""
    found = result.unknowing
    if found and found.at_least:
        yield w("summary-unknowing-at-least", count=found.count)
    elif found:
        yield w("summary-unknowing", count=found.count)


def _component(result: ComponentResult, theme: Theme, w: Words) -> ComponentLine:
    question = theme.questions[result.component]
    return ComponentLine(
        name=w(f"component-{result.component}"),
        question=question.text.get(w.language),
        ends=w(
            "summary-ends",
            low=question.low.get(w.language),
            high=question.high.get(w.language),
        ),
        headline=_headline(result, w),
        band=w(f"summary-band-{result.band}"),
        distribution=tuple(_cell(cell, w) for cell in result.distribution),
    )


def _headline(result: ComponentResult, w: Words) -> str:
    if result.middle_low == result.middle_high:
        return w("summary-headline-same", median=result.median)
    return w(
        "summary-headline",
        median=result.median,
        low=result.middle_low,
        high=result.middle_high,
    )


def _cell(cell: Cell, w: Words) -> str:
    """Return a line of the distribution, the range as wide as the widest so that bars align."""
    span = f"{cell.low}" if cell.low == cell.high else f"{cell.low}–{cell.high}"
    return w("summary-cell", range=span.ljust(3), bar=BAR * cell.count, count=cell.count)


def _held_back(round: Round, result: Result, w: Words) -> tuple[str, ...]:
    lines = []
    for reason in result.held_back:
        if reason is HeldBack.COMPONENT_TOO_FEW:
            lines += [_too_few_answered(c, round, w) for c in _not_shown(result)]
        else:
            lines.append(w(f"held-{reason}", quotes=round.quote_threshold))
    return tuple(lines)


def _not_drawn(round: Round, result: Result, w: Words) -> Iterator[str]:
    """Yield what is said to be held back of that which the picture shows."""
    if HeldBack.DISTRIBUTION_TOO_FEW in result.held_back:
        yield w(f"held-{HeldBack.DISTRIBUTION_TOO_FEW}")
    for component in _not_shown(result):
        yield _too_few_answered(component, round, w)


def _not_shown(result: Result) -> list[Component]:
    shown = {line.component for line in result.components}
    return [component for component in Component if component not in shown]


def _too_few_answered(component: Component, round: Round, w: Words) -> str:
    name = w(f"component-{component}")
    return w("held-component-too-few", component=name, threshold=round.threshold)
