"""What a result comes to in words: what is strongest, and what to talk about next.

Strengths come first. They are the answers of the same people to three questions, in order: no
component is compared with what other teams answer, or with what is good enough.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.disclosure import Band, ComponentResult, Result
from bot.domain.programme import Theme
from bot.locales import Words
from bot.views.names import in_words


def essence(result: Result, w: Words) -> str:
    """Return the whole result in a line; empty where no component is shown."""
    if not result.lowest:
        return ""
    if _alike(result):
        return w("summary-essence-alike")
    lowest, strengths = _names(result.lowest, w), _strengths(result)
    if not strengths:
        return w("summary-essence-next", next=lowest)
    return w("summary-essence", strong=_names(strengths, w), next=lowest)


def keep_heading(result: Result, w: Words) -> str:
    """Return the heading of what is to be kept; empty where nothing stands out as strong."""
    strengths = _strengths(result)
    return w("summary-keep", component=_names(strengths, w)) if strengths else ""


def keep_questions(result: Result, theme: Theme, w: Words) -> tuple[str, ...]:
    """Return the theme's question for each strength, or one for them all where it has none."""
    strengths = _strengths(result)
    if not theme.keep_questions:
        return (w("summary-keep-question"),) if strengths else ()
    return tuple(theme.keep_questions[each.component].get(w.language) for each in strengths)


def next_heading(result: Result, w: Words) -> str:
    """Return the heading of what to talk about next; empty where no component is shown."""
    if _alike(result):
        return w("summary-next-alike")
    return w("summary-next", component=_names(result.lowest, w)) if result.lowest else ""


def next_questions(result: Result, theme: Theme, w: Words) -> tuple[str, ...]:
    """Return the theme's question for each component to talk about next."""
    return tuple(theme.next_questions[each.component].get(w.language) for each in result.lowest)


def _strengths(result: Result) -> tuple[ComponentResult, ...]:
    """Return the highest, unless that is low as well: nobody is told to hold on to such."""
    return tuple(each for each in result.highest if each.band is not Band.LOW)


def _alike(result: Result) -> bool:
    """Whether there are several components and none stands out."""
    return len(result.lowest) > 1 and result.lowest == result.components


def _names(components: Iterable[ComponentResult], w: Words) -> str:
    return in_words([w(f"component-{each.component}").lower() for each in components], w)
